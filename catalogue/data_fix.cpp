// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/check_run.h"
#include "catalogue/schema.h"
#include "catalogue/site_store.h"
#include "catalogue/text.h"

#include <algorithm>

namespace catalogue {

namespace {

// The field of a site by its name in the file; nullptr for one that is no text.
QString* textField(Site& site, const QString& field)
{
    if (field == QLatin1String("name"))
        return &site.name;
    if (field == QLatin1String("kind"))
        return &site.kind;
    if (field == QLatin1String("stage"))
        return &site.stage;
    if (field == QLatin1String("stage_date"))
        return &site.stageDate;
    if (field == QLatin1String("country"))
        return &site.country;
    if (field == QLatin1String("admin1"))
        return &site.admin1;
    if (field == QLatin1String("deposit_type"))
        return &site.depositType;
    if (field == QLatin1String("note"))
        return &site.note;
    return nullptr;
}

// False where the field does not hold what it did.
bool change(Site& site, const FieldFix& fix)
{
    if (fix.field == QLatin1String("position")) {
        if (siteFieldText(site, fix.field) != fix.was)
            return false;
        site.lonLat.reset();
        const QStringList parts = fix.value.split(u' ', Qt::SkipEmptyParts);
        if (parts.size() == 2)
            site.lonLat = QPointF(parts[0].toDouble(), parts[1].toDouble());
        return true;
    }
    if (fix.field == QLatin1String("position_accuracy_m")) {
        const std::optional<double> was =
            fix.was.isEmpty() ? std::nullopt : std::optional(fix.was.toDouble());
        if (site.positionAccuracyMetres != was)
            return false;
        site.positionAccuracyMetres = fix.value.toDouble();
        return true;
    }
    if (fix.field == QLatin1String("source_id")) { // of a source that is not there
        if (!site.cite.source || QString::number(*site.cite.source) != fix.was)
            return false;
        site.cite.source.reset();
        return true;
    }
    QString* text = textField(site, fix.field);
    if (text == nullptr || *text != fix.was)
        return false;
    *text = fix.value;
    return true;
}

bool changeSite(Edit& edit, const Finding& finding, const QString& author)
{
    std::optional<Site> site = readSite(edit, finding.row);
    if (!site || !std::all_of(finding.fix.begin(), finding.fix.end(),
                              [&](const FieldFix& fix) { return change(*site, fix); }))
        return false;
    updateSite(edit, *site, author);
    return true;
}

bool changeRow(Edit& edit, const SharedTable& table, const Finding& finding)
{
    const std::string id = std::to_string(finding.row);
    for (const FieldFix& fix : finding.fix) {
        const std::string column = fix.field.toStdString();
        if (std::find(table.columns.begin(), table.columns.end(), column) == table.columns.end())
            return false;
        std::string sql = "SELECT ";
        sql.append(column).append(" FROM main.").append(table.name).append(" WHERE id = ");
        SQLite::Statement row(edit.database(), sql.append(id));
        if (!row.executeStep())
            return false;
        const SQLite::Column now = row.getColumn(0);
        const bool isSame = now.isNull()   ? fix.was.isEmpty()
                            : now.isText() ? textAt(row, 0) == fix.was
                                           : now.getDouble() == fix.was.toDouble();
        if (!isSame)
            return false;
    }
    for (const FieldFix& fix : finding.fix) {
        SQLite::Statement& update =
            edit.statement("UPDATE main." + table.name + " SET " + fix.field.toStdString() +
                           " = ? WHERE id = " + "?");
        bool isNumber = false;
        const double number = fix.value.toDouble(&isNumber);
        const bool wasNumber = [&] {
            bool is = false;
            fix.was.toDouble(&is);
            return is;
        }();
        if (fix.value.isEmpty())
            update.bind(1);
        else if (isNumber && wasNumber)
            update.bind(1, number);
        else
            update.bind(1, fix.value.toStdString());
        update.bind(2, int64_t(finding.row));
        update.exec();
    }
    return true;
}

} // namespace

qint64 applyFixes(Edit& edit, const std::vector<Finding>& findings, const QString& author)
{
    constexpr qint64 RowsOfPiece = 4096;
    const SharedSchema schema = SharedSchema::ofToday(edit.database());
    qint64 done = 0;
    for (const Finding& finding : findings) {
        const SharedTable* table = schema.find(finding.table);
        if (finding.waiver || !finding.isFixable() || table == nullptr)
            continue;
        const bool mended = finding.removal ? removeRow(edit, finding.table, finding.row)
                            : std::string_view(finding.table) == "sites"
                                ? changeSite(edit, finding, author)
                                : changeRow(edit, *table, finding);
        if (mended && ++done % RowsOfPiece == 0)
            edit.flush();
    }
    return done;
}

void waive(Edit& edit, const Finding& finding, const QString& reason, const QString& author)
{
    if (reason.trimmed().isEmpty())
        throw base::Error(Text::tr("Say why the finding may stand: whoever reads it later must be "
                                   "able to judge it."));
    const QString rule = ruleKey(finding.rule);
    RowValues(edit, "waivers")
        .set("rule", rule)
        .set("table_name", QString::fromLatin1(finding.table))
        .setId("row_id", finding.row)
        .set("reason", reason.trimmed())
        .set("author", author)
        .set("waived_on", QDate::currentDate().toString(Qt::ISODate))
        .put(base::hashedId({"waivers", rule.toUtf8(), finding.table, base::idBytes(finding.row)}));
}

namespace {

Sentence sentence(const std::vector<Finding>& findings, const char* ofOne, const char* ofSeveral,
                  const QString& reason = {})
{
    const QString rule = QStringLiteral("@check_rules/") + ruleKey(findings.front().rule);
    const QString& subject = findings.front().subject;
    return findings.size() == 1 && !subject.isEmpty()
               ? Sentence{QString::fromUtf8(ofOne), {rule, subject}, reason}
               : Sentence{QString::fromUtf8(ofSeveral),
                          {rule, QString::number(findings.size())},
                          reason};
}

} // namespace

Sentence fixSentence(const std::vector<Finding>& findings)
{
    return sentence(findings,
                    QT_TRANSLATE_NOOP("Journal", "Mended %2, found by the data check: %1"),
                    QT_TRANSLATE_NOOP("Journal", "Mended what the data check found: %1 (%2)"));
}

Sentence waiveSentence(const std::vector<Finding>& findings, const QString& reason)
{
    return sentence(findings,
                    QT_TRANSLATE_NOOP("Journal", "Let stand what the data check found on %2: %1"),
                    QT_TRANSLATE_NOOP("Journal", "Let stand what the data check found: %1 (%2)"),
                    reason.trimmed());
}

Sentence takeBackSentence(const std::vector<Finding>& findings)
{
    return sentence(findings,
                    QT_TRANSLATE_NOOP("Journal", "Took back that this finding on %2 may stand: %1"),
                    QT_TRANSLATE_NOOP("Journal", "Took back that findings may stand: %1 (%2)"));
}

bool takeWaiverBack(Edit& edit, base::Id waiver)
{
    return removeRow(edit, "waivers", waiver);
}

} // namespace catalogue
