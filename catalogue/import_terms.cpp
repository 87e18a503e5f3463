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
    static const QRegularExpression Inner(
        QStringLiteral("\\s*[/+&,\\-–]\\s*|\\s+(?:and|y|e|with|con)\\s+|\\s+"),
        QRegularExpression::CaseInsensitiveOption);
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
            const QStringList inner = parts[i].split(Inner, Qt::SkipEmptyParts);
            std::vector<Meaning> meanings;
            for (const QString& each : inner)
                meanings.push_back(commodityOf(field, each));
            if (inner.size() > 1 && std::all_of(meanings.begin(), meanings.end(),
                                                [](const Meaning& each) { return each.isKnown; }))
                for (size_t k = 0; k < meanings.size(); ++k)
                    take(inner[qsizetype(k)], meanings[k]);
            else
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
