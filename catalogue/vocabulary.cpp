// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/vocabulary.h"

#include "base/error.h"
#include "catalogue/text.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <algorithm>

namespace catalogue {

namespace {

Vocabulary load(const char* name)
{
    const QString path = QStringLiteral(":/vocabularies/%1.json").arg(QLatin1String(name));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw base::Error(Text::tr("The program is not whole: “%1” is missing in it. Install it "
                                   "again.")
                              .arg(path));
    return vocabularyFromJson(QString::fromLatin1(name), file.readAll());
}

} // namespace

QString folded(const QString& text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text.normalized(QString::NormalizationForm_KD)) {
        if (c.isLetterOrNumber())
            result += c.toLower();
        else if (c.isSpace() || c == u'_' || c == u'-' || c == u'/' || c == u'.' || c == u',') {
            if (!result.isEmpty() && !result.endsWith(u' '))
                result += u' ';
        } else if (c.category() != QChar::Mark_NonSpacing && c.isPrint()) {
            result += c;
        }
    }
    while (result.endsWith(u' '))
        result.chop(1);
    return result;
}

Vocabulary::Vocabulary(QString name, std::vector<Term> terms)
    : m_name(std::move(name))
    , m_terms(std::move(terms))
{
    m_byKey.reserve(m_terms.size());
    for (size_t i = 0; i < m_terms.size(); ++i) {
        m_byKey.emplace_back(m_terms[i].key, i);
        m_spellings.emplace_back(folded(m_terms[i].key), m_terms[i].key);
        m_spellings.emplace_back(folded(m_terms[i].label.en), m_terms[i].key);
        m_spellings.emplace_back(folded(m_terms[i].label.es), m_terms[i].key);
    }
    std::sort(m_byKey.begin(), m_byKey.end());
    std::stable_sort(m_spellings.begin(), m_spellings.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
}

const Term* Vocabulary::find(const QString& key) const
{
    const auto found = std::lower_bound(
        m_byKey.begin(), m_byKey.end(), key,
        [](const auto& entry, const QString& value) { return entry.first < value; });
    return found != m_byKey.end() && found->first == key ? &m_terms[found->second] : nullptr;
}

QString Vocabulary::label(const QString& key, base::Language language) const
{
    const Term* term = find(key);
    return term != nullptr ? term->label.in(language) : key;
}

QString Vocabulary::keyFor(const QString& text) const
{
    if (find(text) != nullptr)
        return text;
    const QString spelling = folded(text);
    const auto found = std::lower_bound(
        m_spellings.begin(), m_spellings.end(), spelling,
        [](const auto& entry, const QString& value) { return entry.first < value; });
    return found != m_spellings.end() && found->first == spelling ? found->second : QString();
}

Vocabulary vocabularyFromJson(const QString& name, const QByteArray& json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    const QJsonArray rows = document.object().value(QLatin1String("terms")).toArray();
    if (rows.isEmpty())
        throw base::Error(Text::tr("The vocabulary “%1” cannot be read.").arg(name));
    std::vector<Term> terms;
    std::vector<std::pair<QString, QString>> also;
    terms.reserve(size_t(rows.size()));
    for (const QJsonValue& row : rows) {
        const QJsonObject object = row.toObject();
        const auto text = [&](const char* key) {
            return object.value(QLatin1String(key)).toString();
        };
        Term term{text("key"), {text("en"), text("es")}, text("group"), {}, {}};
        term.note = {text("note_en"), text("note_es")};
        for (const QJsonValue& list : object.value(QLatin1String("lists")).toArray())
            term.lists.insert(list.toString());
        for (const QJsonValue& other : object.value(QLatin1String("also")).toArray())
            also.emplace_back(folded(other.toString()), term.key);
        terms.push_back(std::move(term));
    }
    Vocabulary vocabulary(name, std::move(terms));
    // A term's own name goes before what another one is also called.
    vocabulary.m_spellings.insert(vocabulary.m_spellings.end(), also.begin(), also.end());
    std::stable_sort(vocabulary.m_spellings.begin(), vocabulary.m_spellings.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    return vocabulary;
}

const Vocabulary& siteKinds()
{
    static const Vocabulary words = load("site_kinds");
    return words;
}

const Vocabulary& stages()
{
    static const Vocabulary words = load("stages");
    return words;
}

const Vocabulary& commodities()
{
    static const Vocabulary words = load("commodities");
    return words;
}

const Vocabulary& commodityClasses()
{
    static const Vocabulary words = load("commodity_classes");
    return words;
}

QString commodityClass(const QString& commodity)
{
    return commodityClasses().keyFor(commodity); // whose other spellings are commodities
}

const Vocabulary& commodityRoles()
{
    static const Vocabulary words = load("commodity_roles");
    return words;
}

const Vocabulary& commodityLists()
{
    static const Vocabulary words = load("commodity_lists");
    return words;
}

const Vocabulary& estimateCategories()
{
    static const Vocabulary words = load("estimate_categories");
    return words;
}

const Vocabulary& gradeUnits()
{
    static const Vocabulary words = load("grade_units");
    return words;
}

const Vocabulary& pairDecisions()
{
    static const Vocabulary words = load("pair_decisions");
    return words;
}

const Vocabulary& permitKinds()
{
    static const Vocabulary words = load("permit_kinds");
    return words;
}

const Vocabulary& permitStatuses()
{
    static const Vocabulary words = load("permit_statuses");
    return words;
}

const Vocabulary& memberRoles()
{
    static const Vocabulary words = load("member_roles");
    return words;
}

const Vocabulary& decisionKinds()
{
    static const Vocabulary words = load("decisions");
    return words;
}

const Vocabulary& countries()
{
    static const Vocabulary words = load("countries");
    return words;
}

const Vocabulary& sourceKinds()
{
    static const Vocabulary words = load("source_kinds");
    return words;
}

const Vocabulary& layerPurposes()
{
    static const Vocabulary words = load("layer_purposes");
    return words;
}

const Vocabulary& checkRules()
{
    static const Vocabulary words = load("check_rules");
    return words;
}

const Vocabulary& units()
{
    static const Vocabulary words = load("units");
    return words;
}

const Vocabulary* vocabularyNamed(const QString& name)
{
    for (const auto& words :
         {siteKinds, stages, commodities, commodityRoles, commodityLists, estimateCategories,
          gradeUnits, pairDecisions, permitKinds, permitStatuses, memberRoles, decisionKinds,
          countries, sourceKinds, layerPurposes, units, checkRules})
        if (words().name() == name)
            return &words();
    return nullptr;
}

} // namespace catalogue
