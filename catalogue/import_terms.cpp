// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/import_terms.h"

#include "catalogue/import_columns.h"
#include "catalogue/vocabulary.h"

#include <QRegularExpression>
#include <algorithm>

namespace catalogue {

namespace {

constexpr qsizetype MostLists = 200000; // after which what rows say is no longer remembered
constexpr qsizetype MostJoined = 3;     // parts that one commodity's name may be cut into

// "Inferred+Indicated+Measured", "Proven plus Probable": in any order.
QString combinedCategory(const QString& said)
{
    static const QRegularExpression between(
        QStringLiteral("\\s*[+/&,;]\\s*|\\s+(?:and|plus|y|e|más|mas)\\s+"),
        QRegularExpression::CaseInsensitiveOption);
    static const std::map<QString, QString> combined{
        {QStringLiteral("indicated measured"), QStringLiteral("measured_indicated")},
        {QStringLiteral("indicated inferred"), QStringLiteral("indicated_inferred")},
        {QStringLiteral("inferred measured"), QStringLiteral("measured_inferred")},
        {QStringLiteral("indicated inferred measured"),
         QStringLiteral("measured_indicated_inferred")},
        {QStringLiteral("probable proved"), QStringLiteral("proved_probable")}};
    QStringList keys;
    for (const QString& part : said.split(between, Qt::SkipEmptyParts)) {
        // "Recursos medidos, indicados": the first word is of all of them.
        const QString key = estimateCategories().keyFor(part.trimmed());
        if (key.isEmpty())
            return {};
        if (!keys.contains(key))
            keys << key;
    }
    keys.sort();
    const auto found = combined.find(keys.join(u' '));
    return found != combined.end() ? found->second : QString();
}

struct Bracketed
{
    QString outside;
    QStringList inside;
};

// Brackets that are never closed, or never opened, are passed over.
Bracketed withoutBrackets(const QString& text)
{
    Bracketed parts;
    int depth = 0;
    for (const QChar c : text) {
        if (c == u'(' || c == u'[') {
            if (depth++ == 0)
                parts.inside << QString();
            parts.outside += u' ';
        } else if (c == u')' || c == u']') {
            depth = std::max(0, depth - 1);
        } else if (depth > 0) {
            parts.inside.back() += c;
        } else {
            parts.outside += c;
        }
    }
    static const QRegularExpression loose(QStringLiteral("^[\\s/+&,\\-–]+|[\\s/+&,\\-–]+$"));
    parts.outside = parts.outside.simplified().remove(loose);
    return parts;
}

// Words that say how a commodity occurs and name none by themselves.
bool qualifies(const QString& word)
{
    static const QStringList words = [] {
        QStringList list;
        for (const char16_t* each :
             {u"pórfido",    u"porfídico",    u"porphyry",  u"skarn",  u"brine",    u"brines",
              u"salmuera",   u"salmueras",    u"hard rock", u"placer", u"placeres", u"veta",
              u"vetas",      u"vein",         u"veins",     u"nativo", u"nativa",   u"native",
              u"diseminado", u"disseminated", u"ore"})
            list << folded(QString::fromUtf16(each));
        return list;
    }();
    return words.contains(folded(word));
}

} // namespace

QStringList listParts(const QString& text, const QString& given)
{
    QString separator = given;
    if (separator.isEmpty())
        for (const QChar sign : {u';', u'|', u'\n'})
            if (separator.isEmpty() && text.contains(sign))
                separator = sign;
    if (separator.isEmpty())
        separator = u',';
    QStringList parts;
    for (const QString& part : text.split(separator))
        if (const QString plain = part.simplified();
            !saysNothing(plain.toUtf8()) && !parts.contains(plain))
            parts << plain;
    return parts;
}

TermReader::Meaning TermReader::meaningOf(const QString& field, const Vocabulary& vocabulary,
                                          const QString& said) const
{
    if (const auto own = m_mapping.words.find(field); own != m_mapping.words.end())
        if (const auto word = own->second.find(folded(said)); word != own->second.end())
            return {word->second, true};
    QString plain = said;
    plain.remove(QStringLiteral("(?)")).remove(u'?'); // doubtful: the record keeps the doubt
    QString key = vocabulary.keyFor(plain.trimmed());
    if (key.isEmpty() && plain.endsWith(u's', Qt::CaseInsensitive))
        key = vocabulary.keyFor(plain.chopped(1)); // Mines, Prospects
    if (key.isEmpty() && &vocabulary == &estimateCategories())
        key = combinedCategory(plain);
    return {key, !key.isEmpty()};
}

TermReader::Meaning TermReader::commodityOf(const QString& field, const QString& said) const
{
    Meaning meaning = meaningOf(field, catalogue::commodities(), said);
    if (!meaning.isKnown && said.contains(u'>')) // "Clay > Kaolin": the wider word
        meaning = meaningOf(field, catalogue::commodities(), said.section(u'>', 0, 0).trimmed());
    return meaning;
}

QString TermReader::term(const QString& field, const Vocabulary& vocabulary, const QString& said,
                         qint64 line)
{
    if (said.isEmpty())
        return {};
    QHash<QString, Word>& words = m_words[field];
    auto found = words.find(said);
    if (found == words.end())
        found = words.insert(said, {meaningOf(field, vocabulary, said), 0, line});
    ++found->count;
    return found->meaning.key;
}

QString TermReader::commodity(const QString& field, const QString& said, qint64 line)
{
    if (said.isEmpty())
        return {};
    QHash<QString, Word>& words = m_words[field];
    auto found = words.find(said);
    if (found == words.end())
        found = words.insert(said, {commodityOf(field, said), 0, line});
    ++found->count;
    return found->meaning.key;
}

TermReader::Words TermReader::allKnown(const QString& field, const QString& text) const
{
    if (const Meaning whole = commodityOf(field, text); whole.isKnown)
        return {{text, whole}};
    static const QRegularExpression Inner(
        QStringLiteral("\\s*[/+&,\\-–]\\s*|\\s+(?:and|y|e|with|con)\\s+|\\s+"),
        QRegularExpression::CaseInsensitiveOption);
    Words words;
    for (const QString& each : text.split(Inner, Qt::SkipEmptyParts)) {
        const Meaning meaning = commodityOf(field, each);
        if (!meaning.isKnown && !qualifies(each))
            return {};
        if (meaning.isKnown)
            words.emplace_back(each, meaning);
    }
    return words;
}

// "Cobre (Molibdeno)", "Lithium (brine)", "Litio en arcillas", "Cu - Au pórfido".
TermReader::Words TermReader::qualified(const QString& field, const QString& text) const
{
    Bracketed parts = withoutBrackets(text);
    Words words = allKnown(field, parts.outside);
    static const QRegularExpression host(QStringLiteral("^(.+?)\\s+(?:en|in|hosted in)\\s+.+$"),
                                         QRegularExpression::CaseInsensitiveOption);
    if (const auto match = host.match(parts.outside); words.empty() && match.hasMatch())
        words = allKnown(field, match.captured(1));
    if (words.empty())
        return {};
    for (const QString& inside : parts.inside)
        for (const QString& each : inside.split(QRegularExpression(QStringLiteral("[,;]"))))
            for (auto& word : allKnown(field, each.simplified()))
                words.push_back(std::move(word));
    return words;
}

// Names may hold the sign that parts them ("Stone, Crushed/Broken"), so the longest run of parts
// that is a name is taken.
TermReader::List TermReader::divided(const QString& field, const QString& said) const
{
    List list;
    const auto take = [&](const QString& word, const Meaning& meaning) {
        list.words.emplace_back(word, meaning);
        if (!meaning.key.isEmpty() && !list.keys.contains(meaning.key))
            list.keys << meaning.key;
    };
    if (const Meaning whole = commodityOf(field, said.simplified()); whole.isKnown) {
        take(said.simplified(), whole);
        return list;
    }
    // A list within brackets belongs together: "Cobre (Molibdeno, Oro)".
    if (said.contains(u'(') && said.contains(u','))
        if (const Words words = qualified(field, said.simplified()); !words.empty()) {
            for (const auto& [word, meaning] : words)
                take(word, meaning);
            return list;
        }
    const QStringList parts = listParts(said, m_mapping.listSeparator);
    for (qsizetype i = 0; i < parts.size();) {
        qsizetype taken = 0;
        for (qsizetype count = std::min(MostJoined, parts.size() - i); count > 0 && taken == 0;
             --count) {
            const QString word = parts.mid(i, count).join(QStringLiteral(", "));
            if (const Meaning meaning = commodityOf(field, word); meaning.isKnown) {
                take(word, meaning);
                taken = count;
            }
        }
        if (taken == 0) {
            // "Au-Ag", "Pb y Zn", "Cu Mo": only where every part of it is known.
            const Words words = qualified(field, parts[i]);
            for (const auto& [word, meaning] : words)
                take(word, meaning);
            if (words.empty())
                take(parts[i], {});
            taken = 1;
        }
        i += taken;
    }
    return list;
}

const QStringList& TermReader::commodities(const QString& field, QByteArrayView said, qint64 line)
{
    static const QStringList none;
    if (saysNothing(said))
        return none;
    QHash<QByteArray, List>& lists = m_lists[field];
    auto found = lists.find(QByteArray::fromRawData(said.data(), said.size()));
    if (found == lists.end()) {
        if (lists.size() >= MostLists) { // their words stay, in m_words
            for (const List& list : std::as_const(lists))
                for (const auto& [word, meaning] : list.words) {
                    Word& known = m_words[field][word];
                    known.meaning = meaning;
                    known.line = known.count == 0 ? list.line : std::min(known.line, list.line);
                    known.count += list.count;
                }
            lists.clear();
        }
        List list = divided(field, QString::fromUtf8(said));
        list.line = line;
        found = lists.insert(said.toByteArray(), list);
    }
    ++found->count;
    return found->keys;
}

std::vector<ImportWord> TermReader::words() const
{
    std::map<std::pair<QString, QString>, ImportWord> all; // by field and word
    const auto add = [&](const QString& field, const QString& word, const Meaning& meaning,
                         qint64 count, qint64 line) {
        ImportWord& known = all[{field, word}];
        known.line = known.count == 0 ? line : std::min(known.line, line);
        known.field = field;
        known.word = word;
        known.key = meaning.key;
        known.isKnown = meaning.isKnown;
        known.count += count;
    };
    for (auto field = m_words.begin(); field != m_words.end(); ++field)
        for (auto word = field->begin(); word != field->end(); ++word)
            add(field.key(), word.key(), word->meaning, word->count, word->line);
    for (auto field = m_lists.begin(); field != m_lists.end(); ++field)
        for (const List& list : *field)
            for (const auto& [word, meaning] : list.words)
                add(field.key(), word, meaning, list.count, list.line);
    std::vector<ImportWord> words;
    for (auto& [key, word] : all)
        words.push_back(std::move(word));
    std::stable_sort(words.begin(), words.end(), [](const ImportWord& a, const ImportWord& b) {
        return a.field != b.field ? a.field < b.field : a.count > b.count;
    });
    return words;
}

} // namespace catalogue
