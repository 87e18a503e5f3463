// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/quantity_table.h"

#include "base/error.h"
#include "catalogue/text.h"
#include "catalogue/vocabulary.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace catalogue {

namespace {

QStringList listOf(const QJsonValue& value)
{
    QStringList list;
    for (const QJsonValue& each : value.toArray())
        list << each.toString();
    return list;
}

base::Error broken(const QString& why)
{
    return base::Error(
        Text::tr("The table of units cannot be read: %1. Install the program again.").arg(why));
}

template <typename Value>
void claim(QHash<QString, Value>& spellings, const QString& spelling, const Value& value)
{
    if (const auto other = spellings.constFind(spelling);
        spelling.isEmpty() || (other != spellings.constEnd() && *other != value))
        throw broken(QStringLiteral("“%1”").arg(spelling));
    spellings.insert(spelling, value);
}

QString phrase(const QString& spelling)
{
    return unitWords(spelling, UnitCase::Folded).join(u' ');
}

QuantityTable::Unit unitOf(const QJsonObject& row, QuantityUnit::Kind kind)
{
    QuantityTable::Unit unit;
    unit.basis = row[QLatin1String("basis")].toString();
    QuantityUnit& info = unit.info;
    info.kind = kind;
    info.key = row[QLatin1String("key")].toString();
    info.label = {row[QLatin1String("en")].toString(), row[QLatin1String("es")].toString()};
    info.exact = listOf(row[QLatin1String("exact")]);
    info.spellings = listOf(row[QLatin1String("also")]);
    info.word = row[QLatin1String("word")].toString();
    const QJsonObject mayBe = row[QLatin1String("may_be")].toObject();
    for (auto each = mayBe.begin(); each != mayBe.end(); ++each)
        info.mayBe.emplace(each.key(), each->toString());
    if (mayBe.isEmpty()) {
        info.factor = row[QLatin1String("factor")].toDouble();
        info.unit = kind == QuantityUnit::Kind::Tonnage ? QStringLiteral("t")
                                                        : row[QLatin1String("unit")].toString();
        if (!(info.factor > 0) || info.unit.isEmpty())
            throw broken(info.key);
    }
    return unit;
}

void readWords(QHash<QString, QString>& words, const QJsonArray& rows)
{
    for (const QJsonValue& row : rows) {
        const QString key = row[QLatin1String("key")].toString();
        for (const QString& spelling :
             QStringList{row[QLatin1String("en")].toString(), row[QLatin1String("es")].toString()} +
                 listOf(row[QLatin1String("also")]))
            claim(words, phrase(spelling), key);
    }
}

void readSubstances(QuantityTable& table, const QJsonArray& rows)
{
    const auto name = [](const QString& text) {
        return unitWords(text, UnitCase::Folded).join(QString());
    };
    for (const QJsonValue& value : rows) {
        const QJsonObject row = value.toObject();
        Substance substance;
        substance.formula = row[QLatin1String("formula")].toString();
        substance.commodity = row[QLatin1String("commodity")].toString();
        substance.measuredAs = row[QLatin1String("as")].toString(substance.formula);
        substance.factor = row[QLatin1String("factor")].toDouble(1);
        const Term* term = catalogue::commodities().find(substance.commodity);
        if (term == nullptr || !(substance.factor > 0))
            throw broken(substance.formula);
        const size_t place = table.substances.size();
        claim(table.substanceSpellings, name(substance.formula), place);
        for (const QString& spelling : listOf(row[QLatin1String("also")]))
            claim(table.substanceSpellings, name(spelling), place);
        if (substance.measuredAs == substance.formula) { // the commodity's own names mean this one
            claim(table.substanceSpellings, name(term->label.en), place);
            claim(table.substanceSpellings, name(term->label.es), place);
        }
        table.substances.push_back(std::move(substance));
    }
}

} // namespace

QStringList unitWords(const QString& spelling, UnitCase letters)
{
    QString text;
    text.reserve(spelling.size());
    for (const QChar c : spelling.normalized(QString::NormalizationForm_KD)) {
        if (c.category() == QChar::Mark_NonSpacing || c == u'\'' || c == u'’' || c == u'‘' ||
            c == u'´' || c == u'`')
            continue;
        if (c.isSpace() || c == u'_' || c == u'-' || c == u'‐' || c == u'–' || c == u'(' ||
            c == u')' || c == u'[' || c == u']' || c == u'*' || c == u';' || c == u':')
            text += u' ';
        else
            text += c == u'×' ? u'x' : letters == UnitCase::Folded ? c.toLower() : c;
    }
    for (qsizetype at = text.indexOf(u','); at >= 0; at = text.indexOf(u',', at)) {
        const bool inNumber = at > 0 && at + 3 < text.size() && text[at - 1].isDigit() &&
                              text[at + 1].isDigit() && text[at + 2].isDigit() &&
                              text[at + 3].isDigit();
        if (inNumber)
            text.remove(at, 1);
        else
            text[at++] = u' ';
    }
    text = text.simplified();
    text.replace(QStringLiteral(" /"), QStringLiteral("/"))
        .replace(QStringLiteral("/ "), QStringLiteral("/"));
    QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (QString& word : words)
        while (word.endsWith(u'.'))
            word.chop(1);
    words.removeAll(QString());
    return words;
}

QStringList gradeWords(const QString& spelling)
{
    QString text = unitWords(spelling, UnitCase::Kept).join(u' ');
    text.replace(u'%', QStringLiteral(" % "));
    QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (QString& word : words)
        while (word.endsWith(u'.'))
            word.chop(1);
    words.removeAll(QString());
    return words;
}

QuantityTable QuantityTable::fromJson(const QByteArray& json)
{
    QJsonParseError error{};
    const QJsonObject root = QJsonDocument::fromJson(json, &error).object();
    if (root.isEmpty())
        throw broken(error.errorString());
    QuantityTable table;
    for (const QJsonValue& row : root[QLatin1String("masses")].toArray()) {
        Unit unit = unitOf(row.toObject(), QuantityUnit::Kind::Tonnage);
        const QString key = unit.info.key;
        for (const QString& spelling : unit.info.exact)
            claim(table.exactMasses, spelling, key);
        QStringList spellings = unit.info.spellings;
        if (unit.info.mayBe.empty())
            spellings << unit.info.label.en << unit.info.label.es;
        for (const QString& spelling : spellings)
            claim(table.massSpellings, phrase(spelling), key);
        table.all.push_back(unit.info);
        table.masses.emplace(key, std::move(unit));
    }
    for (const QJsonValue& row : root[QLatin1String("grades")].toArray()) {
        Unit unit = unitOf(row.toObject(), QuantityUnit::Kind::Grade);
        const QString key = unit.info.key;
        if (unit.info.mayBe.empty() && gradeUnits().find(unit.info.unit) == nullptr)
            throw broken(unit.info.unit);
        QStringList spellings = unit.info.spellings;
        if (unit.info.mayBe.empty())
            spellings << unit.info.label.en << unit.info.label.es;
        for (const QString& spelling : spellings)
            claim(table.gradeSpellings, gradeWords(spelling).join(u' ').toLower(), key);
        table.all.push_back(unit.info);
        table.grades.emplace(key, std::move(unit));
    }
    for (const auto* units : {&table.masses, &table.grades})
        for (const auto& [key, unit] : *units)
            for (const auto& [meaning, target] : unit.info.mayBe)
                if (units->find(target) == units->end() || !units->at(target).info.mayBe.empty())
                    throw broken(target);
    for (const QJsonValue& row : root[QLatin1String("multipliers")].toArray())
        for (const QString& spelling :
             QStringList{row[QLatin1String("en")].toString(), row[QLatin1String("es")].toString()} +
                 listOf(row[QLatin1String("also")]))
            claim(table.multipliers, phrase(spelling), row[QLatin1String("factor")].toDouble());
    readWords(table.bases, root[QLatin1String("bases")].toArray());
    readWords(table.materials, root[QLatin1String("materials")].toArray());
    readSubstances(table, root[QLatin1String("substances")].toArray());
    for (const QString& word : listOf(root[QLatin1String("nothing")]))
        table.nothing.insert(word);
    if (table.masses.empty() || table.grades.empty() || table.multipliers.isEmpty() ||
        table.substances.empty())
        throw broken(QStringLiteral("masses, grades, multipliers, substances"));
    return table;
}

const QuantityTable& QuantityTable::instance()
{
    static const QuantityTable table = [] {
        QFile file(QStringLiteral(":/vocabularies/quantity_units.json"));
        if (!file.open(QIODevice::ReadOnly))
            throw broken(file.fileName());
        return fromJson(file.readAll());
    }();
    return table;
}

} // namespace catalogue
