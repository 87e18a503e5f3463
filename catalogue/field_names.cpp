// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/field_names.h"

#include "catalogue/gpkg_point.h"
#include "catalogue/text.h"
#include "catalogue/vocabulary.h"

#include <QCoreApplication>
#include <algorithm>
#include <cmath>
#include <span>

namespace catalogue {

namespace {

struct Name
{
    const char* key; // "table.column", or a column of any table
    const char* text;
};

constexpr Name Tables[] = {
    {"attachments", QT_TRANSLATE_NOOP("Field", "Document")},
    {"claims", QT_TRANSLATE_NOOP("Field", "Claim")},
    {"countries_of_concern", QT_TRANSLATE_NOOP("Field", "Country of concern")},
    {"criteria", QT_TRANSLATE_NOOP("Field", "Criterion")},
    {"decisions", QT_TRANSLATE_NOOP("Field", "Decision")},
    {"delegations", QT_TRANSLATE_NOOP("Field", "Delegation")},
    {"estimates", QT_TRANSLATE_NOOP("Field", "Estimate")},
    {"gates", QT_TRANSLATE_NOOP("Field", "Gate")},
    {"import_mappings", QT_TRANSLATE_NOOP("Field", "Saved mapping")},
    {"layers", QT_TRANSLATE_NOOP("Field", "Layer")},
    {"marks", QT_TRANSLATE_NOOP("Field", "Mark")},
    {"project_members", QT_TRANSLATE_NOOP("Field", "Part in a project")},
    {"projects", QT_TRANSLATE_NOOP("Field", "Project")},
    {"records", QT_TRANSLATE_NOOP("Field", "Imported record")},
    {"set_aside", QT_TRANSLATE_NOOP("Field", "Row set aside")},
    {"settings", QT_TRANSLATE_NOOP("Field", "Setting")},
    {"settlements", QT_TRANSLATE_NOOP("Field", "Settled conflict")},
    {"site_commodities", QT_TRANSLATE_NOOP("Field", "Commodity")},
    {"site_external_ids", QT_TRANSLATE_NOOP("Field", "Number elsewhere")},
    {"site_merges", QT_TRANSLATE_NOOP("Field", "Merged site")},
    {"site_names", QT_TRANSLATE_NOOP("Field", "Other name")},
    {"site_offtakes", QT_TRANSLATE_NOOP("Field", "Offtake")},
    {"site_owners", QT_TRANSLATE_NOOP("Field", "Owner")},
    {"site_pairs", QT_TRANSLATE_NOOP("Field", "Pair of sites")},
    {"site_permits", QT_TRANSLATE_NOOP("Field", "Permit")},
    {"site_processes", QT_TRANSLATE_NOOP("Field", "Process")},
    {"site_stages", QT_TRANSLATE_NOOP("Field", "Stage report")},
    {"sites", QT_TRANSLATE_NOOP("Field", "Site")},
    {"sources", QT_TRANSLATE_NOOP("Field", "Source")},
    {"styles", QT_TRANSLATE_NOOP("Field", "Style")},
    {"waivers", QT_TRANSLATE_NOOP("Field", "Finding let stand")},
    {"weights", QT_TRANSLATE_NOOP("Field", "Weight")},
};

constexpr Name Fields[] = {
    {"accessed", QT_TRANSLATE_NOOP("Field", "Read on")},
    {"accuracy_m", QT_TRANSLATE_NOOP("Field", "Accuracy (m)")},
    {"admin1", QT_TRANSLATE_NOOP("Field", "State")},
    {"as_of", QT_TRANSLATE_NOOP("Field", "As of")},
    {"author", QT_TRANSLATE_NOOP("Field", "Who")},
    {"authority", QT_TRANSLATE_NOOP("Field", "Authority")},
    {"buyer", QT_TRANSLATE_NOOP("Field", "Buyer")},
    {"candidates", QT_TRANSLATE_NOOP("Field", "Candidates")},
    {"capacity_tonnes_per_year", QT_TRANSLATE_NOOP("Field", "Capacity (t/year)")},
    {"category", QT_TRANSLATE_NOOP("Field", "Category")},
    {"citation", QT_TRANSLATE_NOOP("Field", "Citation")},
    {"chosen_by", QT_TRANSLATE_NOOP("Field", "Chosen by")},
    {"claimed_on", QT_TRANSLATE_NOOP("Field", "Claimed on")},
    {"code", QT_TRANSLATE_NOOP("Field", "Code")},
    {"column_name", QT_TRANSLATE_NOOP("Field", "Field")},
    {"columns", QT_TRANSLATE_NOOP("Field", "Columns")},
    {"commodity", QT_TRANSLATE_NOOP("Field", "Commodity")},
    {"condition", QT_TRANSLATE_NOOP("Field", "Condition")},
    {"contained_tonnes", QT_TRANSLATE_NOOP("Field", "Contained metal (t)")},
    {"content", QT_TRANSLATE_NOOP("Field", "Content")},
    {"country", QT_TRANSLATE_NOOP("Field", "Country")},
    {"criterion_id", QT_TRANSLATE_NOOP("Field", "Criterion")},
    {"crs", QT_TRANSLATE_NOOP("Field", "Coordinate system")},
    {"cutoff", QT_TRANSLATE_NOOP("Field", "Cut-off grade")},
    {"cutoff_unit", QT_TRANSLATE_NOOP("Field", "Unit of the cut-off")},
    {"date", QT_TRANSLATE_NOOP("Field", "Date")},
    {"decided_on", QT_TRANSLATE_NOOP("Field", "Decided on")},
    {"decision", QT_TRANSLATE_NOOP("Field", "Decision")},
    {"delegation_id", QT_TRANSLATE_NOOP("Field", "Delegation")},
    {"deposit_type", QT_TRANSLATE_NOOP("Field", "Type of deposit")},
    {"digest", QT_TRANSLATE_NOOP("Field", "Digest")},
    {"direction", QT_TRANSLATE_NOOP("Field", "Direction")},
    {"effective_date", QT_TRANSLATE_NOOP("Field", "Effective date")},
    {"embedded", QT_TRANSLATE_NOOP("Field", "Embedded")},
    {"enabled", QT_TRANSLATE_NOOP("Field", "In use")},
    {"expires", QT_TRANSLATE_NOOP("Field", "Expires")},
    {"feed", QT_TRANSLATE_NOOP("Field", "Feed")},
    {"field", QT_TRANSLATE_NOOP("Field", "Field")},
    {"file_name", QT_TRANSLATE_NOOP("Field", "File")},
    {"from_date", QT_TRANSLATE_NOOP("Field", "From")},
    {"geom", QT_TRANSLATE_NOOP("Field", "Position")},
    {"grade", QT_TRANSLATE_NOOP("Field", "Grade")},
    {"grade_unit", QT_TRANSLATE_NOOP("Field", "Unit of the grade")},
    {"handling", QT_TRANSLATE_NOOP("Field", "Handling")},
    {"includes_reserves", QT_TRANSLATE_NOOP("Field", "Holds the reserves")},
    {"key", QT_TRANSLATE_NOOP("Field", "Key")},
    {"kind", QT_TRANSLATE_NOOP("Field", "Kind")},
    {"language", QT_TRANSLATE_NOOP("Field", "Language")},
    {"layer_id", QT_TRANSLATE_NOOP("Field", "Layer")},
    {"licence", QT_TRANSLATE_NOOP("Field", "Licence")},
    {"line", QT_TRANSLATE_NOOP("Field", "Line")},
    {"mapping", QT_TRANSLATE_NOOP("Field", "Mapping")},
    {"measure", QT_TRANSLATE_NOOP("Field", "Measure")},
    {"merged", QT_TRANSLATE_NOOP("Field", "Number of the merged site")},
    {"merged_on", QT_TRANSLATE_NOOP("Field", "Merged on")},
    {"name", QT_TRANSLATE_NOOP("Field", "Name")},
    {"name_en", QT_TRANSLATE_NOOP("Field", "Name (English)")},
    {"name_es", QT_TRANSLATE_NOOP("Field", "Name (Spanish)")},
    {"note", QT_TRANSLATE_NOOP("Field", "Note")},
    {"opacity", QT_TRANSLATE_NOOP("Field", "Opacity")},
    {"operation", QT_TRANSLATE_NOOP("Field", "Operation to WGS 84")},
    {"other", QT_TRANSLATE_NOOP("Field", "Other site")},
    {"page", QT_TRANSLATE_NOOP("Field", "Page")},
    {"parent", QT_TRANSLATE_NOOP("Field", "Parent")},
    {"path", QT_TRANSLATE_NOOP("Field", "File")},
    {"position", QT_TRANSLATE_NOOP("Field", "Place in the list")},
    {"position_accuracy_m", QT_TRANSLATE_NOOP("Field", "Accuracy of the position (m)")},
    {"preferred", QT_TRANSLATE_NOOP("Field", "Preferred")},
    {"preset", QT_TRANSLATE_NOOP("Field", "Preset")},
    {"process", QT_TRANSLATE_NOOP("Field", "Process")},
    {"product", QT_TRANSLATE_NOOP("Field", "Product")},
    {"project_id", QT_TRANSLATE_NOOP("Field", "Project")},
    {"published", QT_TRANSLATE_NOOP("Field", "Published")},
    {"publisher", QT_TRANSLATE_NOOP("Field", "Publisher")},
    {"purpose", QT_TRANSLATE_NOOP("Field", "Purpose")},
    {"rank", QT_TRANSLATE_NOOP("Field", "Rank")},
    {"reason", QT_TRANSLATE_NOOP("Field", "Reason")},
    {"reason_en", QT_TRANSLATE_NOOP("Field", "Reason (English)")},
    {"reason_es", QT_TRANSLATE_NOOP("Field", "Reason (Spanish)")},
    {"record_key", QT_TRANSLATE_NOOP("Field", "Record number")},
    {"reference", QT_TRANSLATE_NOOP("Field", "Record or page")},
    {"role", QT_TRANSLATE_NOOP("Field", "Role")},
    {"row_id", QT_TRANSLATE_NOOP("Field", "Row")},
    {"rule", QT_TRANSLATE_NOOP("Field", "Rule")},
    {"schematic", QT_TRANSLATE_NOOP("Field", "Schematic")},
    {"share_percent", QT_TRANSLATE_NOOP("Field", "Share (%)")},
    {"site", QT_TRANSLATE_NOOP("Field", "Site")},
    {"site_id", QT_TRANSLATE_NOOP("Field", "Site")},
    {"source_id", QT_TRANSLATE_NOOP("Field", "Source")},
    {"stage", QT_TRANSLATE_NOOP("Field", "Stage")},
    {"stage_date", QT_TRANSLATE_NOOP("Field", "Date of the stage")},
    {"status", QT_TRANSLATE_NOOP("Field", "Status")},
    {"style", QT_TRANSLATE_NOOP("Field", "Style")},
    {"sublayer", QT_TRANSLATE_NOOP("Field", "Layer of the file")},
    {"summary_en", QT_TRANSLATE_NOOP("Field", "Summary (English)")},
    {"summary_es", QT_TRANSLATE_NOOP("Field", "Summary (Spanish)")},
    {"system", QT_TRANSLATE_NOOP("Field", "System")},
    {"table_name", QT_TRANSLATE_NOOP("Field", "Table")},
    {"threshold_percent", QT_TRANSLATE_NOOP("Field", "Threshold (%)")},
    {"title", QT_TRANSLATE_NOOP("Field", "Title")},
    {"tonnes", QT_TRANSLATE_NOOP("Field", "Ore (t)")},
    {"tonnes_per_year", QT_TRANSLATE_NOOP("Field", "Tonnes a year")},
    {"unfc", QT_TRANSLATE_NOOP("Field", "UNFC class")},
    {"unit", QT_TRANSLATE_NOOP("Field", "Unit")},
    {"until_date", QT_TRANSLATE_NOOP("Field", "Until")},
    {"url", QT_TRANSLATE_NOOP("Field", "Address")},
    {"value", QT_TRANSLATE_NOOP("Field", "Value")},
    {"value_function", QT_TRANSLATE_NOOP("Field", "Value function")},
    {"visible", QT_TRANSLATE_NOOP("Field", "Visible")},
    {"waived_on", QT_TRANSLATE_NOOP("Field", "Let stand on")},
    {"weight", QT_TRANSLATE_NOOP("Field", "Weight")},
    {"year", QT_TRANSLATE_NOOP("Field", "Year")},
};

QString labelIn(std::span<const Name> names, const QString& key)
{
    const auto at = std::find_if(names.begin(), names.end(),
                                 [&](const Name& name) { return key == QLatin1String(name.key); });
    return at == names.end() ? key : QCoreApplication::translate("Field", at->text);
}

constexpr const char* YesOrNo[] = {"embedded",  "enabled", "includes_reserves",
                                   "preferred", "visible", "schematic"};

QString shortened(QString text, qsizetype most)
{
    text.replace(u'\n', u' ');
    return text.size() <= most ? text : text.left(most - 1) + QChar(0x2026);
}

QString pointLabel(const QByteArray& blob, base::Language language)
{
    const QLocale locale = base::localeOf(language);
    const QString west =
        language == base::Language::Spanish ? QStringLiteral("O") : QStringLiteral("W");
    constexpr int Digits = 5; // a metre
    const auto point = decodeGpkgPoint(blob);
    if (!point)
        return {};
    return QStringLiteral("%1° %2, %3° %4")
        .arg(locale.toString(std::abs(point->lat), 'f', Digits),
             point->lat < 0 ? QStringLiteral("S") : QStringLiteral("N"),
             locale.toString(std::abs(point->lon), 'f', Digits),
             point->lon < 0 ? west : QStringLiteral("E"));
}

} // namespace

QString tableLabel(const QString& table)
{
    return labelIn(Tables, table);
}

QString fieldLabel(const QString& table, const QString& column)
{
    // The one name that means two things: a site's position is on the ground.
    if (table == QLatin1String("claims") && column == QLatin1String("position"))
        return labelIn(Fields, QStringLiteral("geom"));
    return labelIn(Fields, column);
}

const Vocabulary* vocabularyOf(const QString& table, const QString& column)
{
    struct Known
    {
        const char* table; // nullptr: any
        const char* column;
        const Vocabulary& (*words)();
    };
    static constexpr Known All[] = {
        {"sites", "kind", siteKinds},
        {"sources", "kind", sourceKinds},
        {"site_permits", "kind", permitKinds},
        {"site_permits", "status", permitStatuses},
        {"site_pairs", "decision", pairDecisions},
        {"decisions", "decision", decisionKinds},
        {"site_commodities", "role", commodityRoles},
        {"project_members", "role", memberRoles},
        {"estimates", "category", estimateCategories},
        {"estimates", "grade_unit", gradeUnits},
        {"estimates", "cutoff_unit", gradeUnits},
        {"layers", "purpose", layerPurposes},
        {"criteria", "unit", units},
        {nullptr, "stage", stages},
        {nullptr, "country", countries},
        {nullptr, "commodity", commodities},
    };
    for (const Known& each : All)
        if (column == QLatin1String(each.column) &&
            (each.table == nullptr || table == QLatin1String(each.table)))
            return &each.words();
    return nullptr;
}

QString valueLabel(const QString& table, const QString& column, const Value& value,
                   base::Language language, qsizetype most)
{
    const QLocale locale = base::localeOf(language);
    if (const auto* text = std::get_if<std::string>(&value)) {
        const QString key = QString::fromStdString(*text);
        const Vocabulary* words = vocabularyOf(table, column);
        return shortened(words != nullptr ? words->label(key, language) : key, most);
    }
    if (const auto* integer = std::get_if<qint64>(&value)) {
        const bool isFlag =
            std::any_of(std::begin(YesOrNo), std::end(YesOrNo),
                        [&](const char* each) { return column == QLatin1String(each); });
        if (isFlag)
            return *integer != 0 ? Text::tr("yes") : Text::tr("no");
        return column.endsWith(QLatin1String("id")) || column == QLatin1String("year")
                   ? QString::number(*integer)
                   : locale.toString(*integer);
    }
    if (const auto* real = std::get_if<double>(&value))
        return *real == std::floor(*real) && std::abs(*real) < 1e15
                   ? locale.toString(qint64(*real))
                   : locale.toString(*real, 'g', 10);
    if (const auto* blob = std::get_if<QByteArray>(&value))
        if (const QString point = pointLabel(*blob, language); !point.isEmpty())
            return point;
    const auto text = toText(value);
    return text ? shortened(*text, most) : QStringLiteral("–");
}

} // namespace catalogue
