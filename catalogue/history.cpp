// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/history.h"

#include "catalogue/columns.h"
#include "catalogue/field_names.h"
#include "catalogue/text.h"
#include "catalogue/vocabulary.h"

#include <algorithm>
#include <set>

namespace catalogue {

namespace {

// Goes through the journal and keeps what `isMeant` says of each row that was changed.
std::vector<HistoryItem> gathered(const ProjectFile& file,
                                  const std::function<bool(const RawChange&)>& isMeant,
                                  base::Progress& progress)
{
    std::vector<HistoryItem> items;
    const std::vector<Entry> entries = file.history();
    progress.begin(Text::tr("Reading the history"), qint64(entries.size()));
    qint64 done = 0;
    for (const Entry& entry : entries) {
        HistoryItem item{entry, {}};
        file.readChanges(
            entry,
            [&](const RawChange& change) {
                if (isMeant(change))
                    item.changes.push_back(change.taken());
            },
            progress);
        if (!item.changes.empty())
            items.push_back(std::move(item));
        progress.advance(++done);
    }
    return items;
}

SharedSchema schemaOf(const ProjectFile& file)
{
    std::optional<SharedSchema> schema;
    file.read([&](const ReadAccess& access) {
        schema.emplace(SharedSchema::ofToday(access.database()));
    });
    return *schema;
}

} // namespace

std::vector<HistoryItem> siteHistory(const ProjectFile& file, base::Id site,
                                     base::Progress& progress)
{
    const SharedSchema schema = schemaOf(file);
    struct Child
    {
        std::vector<size_t> columns; // that name sites
        std::set<qint64> rows;       // that belong or belonged to this one
    };
    std::map<std::string, Child> children;
    for (const SharedTable& table : schema.tables())
        for (const Reference& reference : table.references)
            if (reference.table == "sites")
                children[table.name].columns.push_back(size_t(reference.column));
    file.read([&](const ReadAccess& access) {
        for (auto& [table, child] : children)
            for (const size_t column : child.columns) {
                SQLite::Statement rows(access.database(),
                                       "SELECT id FROM main.\"" + table + "\" WHERE \"" +
                                           schema.find(table)->columns[column] + "\" = ?");
                rows.bind(1, int64_t(site));
                while (rows.executeStep())
                    child.rows.insert(rows.getColumn(0).getInt64());
            }
    });
    const auto isMeant = [&](const RawChange& change) {
        if (change.table == "sites")
            return change.id == site;
        const auto at = children.find(change.table);
        if (at == children.end())
            return false;
        Child& child = at->second;
        for (const std::vector<RawValue>* values : {&change.before, &change.after})
            for (const size_t column : child.columns)
                if (column < values->size() && (*values)[column].isInteger(site)) {
                    child.rows.insert(change.id);
                    return true;
                }
        return change.kind == ChangeKind::Update && child.rows.contains(change.id);
    };
    return gathered(file, isMeant, progress);
}

std::vector<HistoryItem> rowHistory(const ProjectFile& file, const QString& table, base::Id row,
                                    base::Progress& progress)
{
    const std::string name = table.toStdString();
    return gathered(
        file, [&](const RawChange& change) { return change.id == row && change.table == name; },
        progress);
}

qint64 EntryContent::rows() const
{
    qint64 sum = 0;
    for (const auto& [table, count] : counts)
        sum += count.added + count.changed + count.removed;
    return sum;
}

EntryContent entryContent(const ProjectFile& file, const Entry& entry, size_t most,
                          base::Progress& progress)
{
    EntryContent content;
    std::string table;
    EntryContent::Count* count = nullptr;
    file.readChanges(
        entry,
        [&](const RawChange& change) {
            if (count == nullptr || change.table != table) {
                table = change.table;
                count = &content.counts[QString::fromStdString(table)];
            }
            switch (change.kind) {
            case ChangeKind::Insert:
                ++count->added;
                break;
            case ChangeKind::Update:
                ++count->changed;
                break;
            case ChangeKind::Delete:
                ++count->removed;
                break;
            }
            if (content.changes.size() < most)
                content.changes.push_back(change.taken());
        },
        progress);
    return content;
}

// A row as the change shows it, and where that is silent as it is now.
struct ChangeWords::Row
{
    const ReadAccess& access;
    const SharedTable& table;
    const RowChange& change;

    Value cell(const std::string& column) const
    {
        const auto at = std::find(table.columns.begin(), table.columns.end(), column);
        if (at == table.columns.end())
            return {};
        const auto index = int(at - table.columns.begin());
        for (const CellChange& cell : change.cells)
            if (cell.column == index)
                return change.kind == ChangeKind::Delete ? cell.before : cell.after;
        SQLite::Statement row(access.database(), "SELECT \"" + column + "\" FROM main.\"" +
                                                     table.name + "\" WHERE id = ?");
        row.bind(1, int64_t(change.id));
        if (!row.executeStep() || row.getColumn(0).isNull())
            return {};
        const SQLite::Column value = row.getColumn(0);
        return value.isInteger() ? Value(qint64(value.getInt64())) : Value(value.getString());
    }
    QString text(const std::string& column) const
    {
        const Value value = cell(column);
        const auto* found = std::get_if<std::string>(&value);
        return found == nullptr ? QString() : QString::fromStdString(*found);
    }
    base::Id id(const std::string& column) const
    {
        const Value value = cell(column);
        const auto* found = std::get_if<qint64>(&value);
        return found == nullptr ? 0 : *found;
    }
};

namespace {

// What a row of a table is called by, the first that says something.
constexpr const char* NamingColumns[] = {"name",  "name_en",    "name_es", "title",
                                         "buyer", "process",    "code",    "key",
                                         "value", "record_key", "rule"};

std::string nameIn(const ReadAccess& access, const SharedTable& table, base::Id id)
{
    for (const char* column : NamingColumns) {
        if (std::find(table.columns.begin(), table.columns.end(), column) == table.columns.end())
            continue;
        SQLite::Statement row(access.database(), std::string("SELECT \"") + column +
                                                     "\" FROM main.\"" + table.name +
                                                     "\" WHERE id = ?");
        row.bind(1, int64_t(id));
        if (row.executeStep() && row.getColumn(0).isText())
            return row.getColumn(0).getString();
    }
    return {};
}

} // namespace

ChangeWords::ChangeWords(const ReadAccess& access, base::Language language)
    : m_access(access)
    , m_schema(SharedSchema::ofToday(access.database()))
    , m_language(language)
{
}

QString ChangeWords::siteName(base::Id site) const
{
    const std::string name = nameIn(m_access, *m_schema.find("sites"), site);
    return name.empty() ? Text::tr("site %1").arg(site) : QString::fromStdString(name);
}

QString ChangeWords::nameOf(const Row& row) const
{
    const QString table = QString::fromStdString(row.table.name);
    if (row.table.name == "sites") {
        const QString name = row.text("name");
        return name.isEmpty() ? siteName(row.change.id) : name;
    }
    QString called;
    if (const QString commodity = row.text("commodity"); !commodity.isEmpty())
        called = commodities().label(commodity, m_language);
    else if (row.table.name == "claims")
        called = fieldLabel(table, row.text("field"));
    else if (row.table.name == "site_stages")
        called = stages().label(row.text("stage"), m_language);
    else if (row.table.name == "project_members")
        called = valueText("project_members", "project_id", Value(qint64(row.id("project_id"))));
    for (const char* column : NamingColumns)
        if (called.isEmpty())
            called = row.text(column);
    QString name = tableLabel(table);
    if (!called.isEmpty())
        name = QStringLiteral("%1 (%2)").arg(name, called);
    const base::Id site = row.id("site_id");
    return site == 0 ? name : QStringLiteral("%1: %2").arg(siteName(site), name);
}

QString ChangeWords::valueText(const std::string& table, const std::string& column,
                               const Value& value) const
{
    const QString plain = valueLabel(QString::fromStdString(table), QString::fromStdString(column),
                                     value, m_language);
    const auto* id = std::get_if<qint64>(&value);
    if (id == nullptr)
        return plain;
    const SharedTable* own = m_schema.find(table);
    const SharedTable* named = nullptr;
    for (const Reference& reference : own->references)
        if (own->columns[size_t(reference.column)] == column)
            named = m_schema.find(reference.table);
    if (table == "site_pairs" && (column == "site" || column == "other"))
        named = m_schema.find("sites");
    if (named == nullptr)
        return plain;
    const std::string name = nameIn(m_access, *named, *id);
    return name.empty() ? plain : QString::fromStdString(name);
}

std::vector<ChangeText> ChangeWords::of(const RowChange& change) const
{
    std::vector<ChangeText> texts;
    const SharedTable* table = m_schema.find(change.table);
    if (table == nullptr)
        return texts;
    const Row row{m_access, *table, change};
    const QString what = nameOf(row);
    const base::Id site = change.table == "sites" ? change.id : row.id("site_id");
    const QString tableName = QString::fromStdString(change.table);
    for (const CellChange& cell : change.cells) {
        if (cell.column == 0 || size_t(cell.column) >= table->columns.size())
            continue;
        const std::string& column = table->columns[size_t(cell.column)];
        const bool saysNothing = std::holds_alternative<std::monostate>(cell.before) &&
                                 std::holds_alternative<std::monostate>(cell.after);
        if (saysNothing || (column == "site_id" && change.kind != ChangeKind::Update))
            continue;
        ChangeText text;
        text.what = what;
        text.table = tableName;
        text.column = QString::fromStdString(column);
        text.field = fieldLabel(tableName, text.column);
        // The value of a claim is one of the site's own field.
        const bool isClaimed = change.table == "claims" && column == "value";
        const std::string valueTable = isClaimed ? "sites" : change.table;
        const std::string valueColumn = isClaimed ? row.text("field").toStdString() : column;
        text.before = valueText(valueTable, valueColumn, cell.before);
        text.after = valueText(valueTable, valueColumn, cell.after);
        text.site = site;
        texts.push_back(std::move(text));
    }
    return texts;
}

QStringList ChangeWords::lines(const std::vector<RowChange>& changes) const
{
    QStringList ofSites;
    QStringList others;
    for (const RowChange& change : changes) {
        const std::vector<ChangeText> texts = of(change);
        if (texts.empty())
            continue;
        QStringList& lines = change.table == "sites" ? ofSites : others;
        if (change.kind == ChangeKind::Update) {
            for (const ChangeText& text : texts)
                lines << QStringLiteral("%1, %2: %3 → %4")
                             .arg(text.what, text.field, text.before, text.after);
            continue;
        }
        const bool isAdded = change.kind == ChangeKind::Insert;
        QStringList cells;
        for (const ChangeText& text : texts)
            cells << QStringLiteral("%1 %2").arg(text.field, isAdded ? text.after : text.before);
        lines << (isAdded ? Text::tr("%1, added: %2") : Text::tr("%1, removed: %2"))
                     .arg(texts.front().what, cells.join(QStringLiteral("; ")));
    }
    return ofSites + others;
}

} // namespace catalogue
