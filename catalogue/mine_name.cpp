// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/mine_name.h"

#include "catalogue/mine_words.h"

#include <algorithm>
#include <array>

namespace catalogue {

namespace {

constexpr int MostInRange = 60;    // “Nos. 1-8”, but “1915-1923” is no range of claims
constexpr int FirstLetter = 1000;  // “Pit A” is 1001
constexpr size_t MostLetters = 64; // of a word; what is longer is cut

struct Token
{
    std::string text;
    bool isNumber = false;
    bool dotted = false;     // “.” followed
    bool signBefore = false; // “#”
    bool dashBefore = false;
};

QString withoutAccents(const QString& text)
{
    const bool plain =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128; });
    return plain ? text : text.normalized(QString::NormalizationForm_KD);
}

std::vector<Token> tokensOf(QStringView text)
{
    std::vector<Token> tokens;
    Token current;
    bool sign = false;
    bool dash = false;
    const auto finish = [&](bool dotted) {
        if (current.text.empty())
            return;
        current.dotted = dotted;
        current.text.resize(std::min(current.text.size(), MostLetters));
        tokens.push_back(std::move(current));
        current = {};
    };
    for (const QChar c : text) {
        if (c.category() == QChar::Mark_NonSpacing || c == u'\'' || c == u'’' || c == u'`')
            continue;
        if (!c.isLetterOrNumber() && !c.isSurrogate()) {
            finish(c == u'.');
            sign = sign || c == u'#';
            dash = (dash && c.isSpace()) || c == u'-' || c == u'–';
            continue;
        }
        const bool number = c.unicode() >= u'0' && c.unicode() <= u'9';
        if (!current.text.empty() && current.isNumber != number) {
            // “1st” stays one word, “No2” and “A2” are two.
            if (!current.isNumber || (c.toLower() != u's' && c.toLower() != u'n' &&
                                      c.toLower() != u'r' && c.toLower() != u't'))
                finish(false);
            else
                current.isNumber = false;
        }
        if (current.text.empty()) {
            current.isNumber = number;
            current.signBefore = std::exchange(sign, false);
            current.dashBefore = std::exchange(dash, false);
        }
        if (c.unicode() < 128)
            current.text += char(c.toLower().unicode());
        else
            current.text += QString(c.toLower()).toStdString();
    }
    finish(false);
    return tokens;
}

int romanNumber(std::string_view word)
{
    constexpr std::array<std::string_view, 20> numbers{
        "i",  "ii",  "iii",  "iv",  "v",  "vi",  "vii",  "viii",  "ix",  "x",
        "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"};
    const auto found = std::find(numbers.begin(), numbers.end(), word);
    return found == numbers.end() ? 0 : int(found - numbers.begin()) + 1;
}

// Gathers words and numbers of one name out of its tokens.
class Reader
{
public:
    std::vector<MineName> read(QStringView text)
    {
        const std::vector<Token> tokens = tokensOf(text);
        for (size_t i = 0; i < tokens.size(); ++i)
            take(tokens, i);
        close();
        return std::move(m_names);
    }

private:
    void take(const std::vector<Token>& tokens, size_t i)
    {
        const Token& token = tokens[i];
        const bool isLast = i + 1 == tokens.size();
        const bool follows = std::exchange(m_signed, false) || token.signBefore;
        if (token.isNumber) {
            const int value = token.text.size() <= 6 ? std::stoi(token.text) : 999999;
            addNumber(value, token.dashBefore || m_range);
            m_range = false;
            return;
        }
        const MineWord* known = findMineWord(token.text);
        if (const int number = follows ? numberWord(token.text) : 0; number > 0)
            return addNumber(number, false);
        const int roman = romanNumber(token.text);
        const bool oneLetter = token.text.size() == 1;
        if (roman > 0 && (follows || (i > 0 && (!oneLetter || (isLast && !token.dotted)))))
            return addNumber(roman, false);
        if ((token.text == "to" || token.text == "through" || token.text == "thru") &&
            !m_name.numbers.empty()) {
            m_range = true;
            return;
        }
        if (oneLetter && (follows || (i > 0 && isLast && !token.dotted)) && token.text[0] >= 'a' &&
            token.text[0] <= 'z')
            return addNumber(FirstLetter + token.text[0] - 'a' + 1, false);
        // “No.” goes before a number only: “No Name”, “Al no”.
        if (known != nullptr && known->isNumberSign &&
            (token.dotted ||
             (!isLast && (tokens[i + 1].isNumber || romanNumber(tokens[i + 1].text) > 0 ||
                          numberWord(tokens[i + 1].text) > 0)))) {
            m_signed = true;
            return;
        }
        if (!isLast && ((token.text == "no" && tokens[i + 1].text == "name") ||
                        (token.text == "sin" && tokens[i + 1].text == "nombre"))) {
            m_unnamed = true;
            return;
        }
        if (known != nullptr && known->isNothing)
            return;
        if (known != nullptr && known->isUnnamed) {
            m_unnamed = true;
            return;
        }
        if (known != nullptr && known->opensAnother)
            return close();
        if (m_unnamed && (token.text == "name" || token.text == "nombre"))
            return;
        MineName::Word word{token.text, token.text, MineName::Role::Name, token.dotted, false};
        if (known != nullptr && !known->isNumberSign) {
            word.meaning = std::string(known->meaning);
            word.role = known->role;
            word.known = true;
        }
        m_name.words.push_back(std::move(word));
    }

    void addNumber(int value, bool isRange)
    {
        if (isRange && !m_name.numbers.empty()) {
            const int from = m_name.numbers.back();
            if (value > from && value - from <= MostInRange)
                for (int each = from + 1; each < value; ++each)
                    m_name.numbers.push_back(each);
        }
        m_name.numbers.push_back(value);
    }

    void close()
    {
        std::sort(m_name.numbers.begin(), m_name.numbers.end());
        m_name.numbers.erase(std::unique(m_name.numbers.begin(), m_name.numbers.end()),
                             m_name.numbers.end());
        // “21 Mine”: the number is all the name there is.
        const bool named =
            std::any_of(m_name.words.begin(), m_name.words.end(), [](const MineName::Word& word) {
                return word.role == MineName::Role::Name || word.role == MineName::Role::Substance;
            });
        if (!named && !m_unnamed && !m_name.words.empty() && m_name.numbers.size() == 1 &&
            m_name.numbers[0] > 9 && m_name.numbers[0] < FirstLetter) {
            const std::string text = std::to_string(m_name.numbers[0]);
            m_name.words.insert(m_name.words.begin(),
                                {text, text, MineName::Role::Name, false, false});
            m_name.numbers.clear();
        }
        if (!m_unnamed && !m_name.isNameless())
            m_names.push_back(std::move(m_name));
        m_name = {};
        m_unnamed = false;
        m_range = false;
    }

    MineName m_name;
    std::vector<MineName> m_names;
    bool m_unnamed = false;
    bool m_signed = false; // the last word was “No.”
    bool m_range = false;  // the last word was “to”
};

} // namespace

bool MineName::isNameless() const
{
    using enum Role;
    const auto count = [&](Role role) {
        return std::count_if(words.begin(), words.end(),
                             [&](const Word& word) { return word.role == role; });
    };
    return count(Name) == 0 && (count(Qualifier) == 0 || count(Substance) + count(Qualifier) < 2);
}

namespace {

bool hasNumber(QStringView nameless)
{
    const QString named = QStringLiteral("Some ") + nameless.toString();
    const std::vector<MineName> names = Reader().read(named);
    return std::any_of(names.begin(), names.end(),
                       [](const MineName& name) { return !name.numbers.empty(); });
}

} // namespace

std::vector<MineName> mineNames(const QString& text)
{
    const QString plain = withoutAccents(text);
    std::vector<MineName> names;
    const auto read = [&](QStringView part) {
        for (MineName& name : Reader().read(part))
            names.push_back(std::move(name));
    };
    // What stands in brackets or behind a semicolon is a name of its own.
    QString outside;
    QStringView rest = plain;
    while (!rest.isEmpty()) {
        const qsizetype open = rest.indexOf(u'(');
        const qsizetype close = open < 0 ? -1 : rest.indexOf(u')', open);
        if (close < 0) {
            outside += rest;
            break;
        }
        outside += rest.first(open);
        outside += u' ';
        const QStringView inside = rest.sliced(open + 1, close - open - 1);
        // “Eagle (No. 2)” is a number of the name, not another one; “(prospect)” is neither.
        if (!Reader().read(inside).empty())
            read(inside);
        else if (hasNumber(inside))
            outside += inside;
        rest = rest.sliced(close + 1);
    }
    const size_t inner = names.size();
    for (MineName& name : names)
        name.isAside = true;
    for (const QStringView part : QStringView(outside).split(u';'))
        read(part);
    std::rotate(names.begin(), names.begin() + std::ptrdiff_t(inner), names.end());
    return names;
}

double jaroWinkler(std::string_view a, std::string_view b)
{
    if (a == b)
        return a.empty() ? 0 : 1;
    a = a.substr(0, MostLetters);
    b = b.substr(0, MostLetters);
    if (a.empty() || b.empty())
        return 0;
    const size_t window = std::max<size_t>(std::max(a.size(), b.size()) / 2, 1) - 1;
    std::array<bool, MostLetters> used{};
    std::array<char, MostLetters> common{};
    size_t matches = 0;
    for (size_t i = 0; i < a.size(); ++i) {
        const size_t from = i > window ? i - window : 0;
        const size_t to = std::min(i + window + 1, b.size());
        for (size_t j = from; j < to; ++j)
            if (!used[j] && a[i] == b[j]) {
                used[j] = true;
                common[matches++] = a[i];
                break;
            }
    }
    if (matches == 0)
        return 0;
    size_t swapped = 0;
    for (size_t j = 0, k = 0; j < b.size(); ++j)
        if (used[j] && common[k++] != b[j])
            ++swapped;
    const double m = double(matches);
    const size_t transposed = swapped / 2;
    const double jaro =
        (m / double(a.size()) + m / double(b.size()) + (m - double(transposed)) / m) / 3;
    size_t prefix = 0;
    while (prefix < 4 && prefix < a.size() && prefix < b.size() && a[prefix] == b[prefix])
        ++prefix;
    return jaro + double(prefix) * 0.1 * (1 - jaro);
}

std::string soundCode(std::string_view word)
{
    std::string code;
    for (size_t i = 0; i < word.size(); ++i) {
        char c = word[i];
        const char next = i + 1 < word.size() ? word[i + 1] : '\0';
        if (c == 'p' && next == 'h') {
            c = 'f';
            ++i;
        } else if (c == 'c') {
            c = next == 'e' || next == 'i' ? 's' : 'k';
        } else if (c == 'q') {
            c = 'k';
        } else if (c == 'z' || c == 'x') {
            c = 's';
        } else if (c == 'v') {
            c = 'b';
        } else if (c == 'j' || (c == 'g' && (next == 'e' || next == 'i'))) {
            c = 'g';
        } else if (c == 'h' || c == 'u' || c == 'o' || c == 'i' || c == 'e' || c == 'a' ||
                   c == 'y' || c == 'w') {
            if (!code.empty())
                continue;
            if (c == 'h')
                continue;
        }
        if (code.empty() || code.back() != c)
            code += c;
    }
    if (code.size() > 1 && code.back() == 's')
        code.pop_back();
    return code;
}

} // namespace catalogue
