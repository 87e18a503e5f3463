// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/site_merge.h"

#include "base/error.h"
#include "catalogue/columns.h"
#include "catalogue/pair_decisions.h"
#include "catalogue/site_store.h"
#include "catalogue/text.h"
#include "catalogue/vocabulary.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <array>
#include <set>

namespace catalogue {

namespace {

constexpr int MostSteps = 1000; // merges of merges that are followed

// Every table whose rows name a site, in an order in which nothing is in the way of another.
constexpr std::array MovedTables{
    "site_names",    "site_external_ids", "site_commodities", "estimates",  "site_processes",
    "site_owners",   "site_stages",       "claims",           "records",    "site_permits",
    "site_offtakes", "attachments",       "project_members",  "site_merges"};

// What of a site's own row a claim can say (Claim::field), and the columns it stands in.
constexpr std::array<std::pair<const char*, const char*>, 9> ClaimedColumns{{
    {"name", "name"},
    {"kind", "kind"},
    {"stage", "stage"},
    {"stage_date", "stage_date"},
    {"country", "country"},
    {"admin1", "admin1"},
    {"deposit_type", "deposit_type"},
    {"note", "note"},
    {"position", "geom"},
}};

QJsonValue jsonAt(SQLite::Statement& row, int column)
{
    const SQLite::Column cell = row.getColumn(column);
    if (cell.isNull())
        return {};
    if (cell.isInteger())
        return qint64(cell.getInt64());
    if (cell.isFloat())
        return cell.getDouble();
    const QByteArray bytes(static_cast<const char*>(cell.getBlob()), cell.getBytes());
    if (cell.isBlob())
        return QJsonObject{{QStringLiteral("base64"), QString::fromLatin1(bytes.toBase64())}};
    return QString::fromUtf8(bytes);
}

// A row by column, without those that are NULL; empty where there is none.
QJsonObject rowJson(const ReadAccess& access, const std::string& table, base::Id id)
{
    SQLite::Statement row(access.database(), "SELECT * FROM main." + table + " WHERE id = ?");
    row.bind(1, int64_t(id));
    QJsonObject object;
    if (row.executeStep())
        for (int i = 0; i < row.getColumnCount(); ++i)
            if (const QJsonValue value = jsonAt(row, i); !value.isNull())
                object.insert(QString::fromUtf8(row.getColumnName(i)), value);
    return object;
}

void bindJson(SQLite::Statement& statement, int index, const QJsonValue& value)
{
    if (value.isObject()) {
        const QByteArray bytes =
            QByteArray::fromBase64(value[QLatin1String("base64")].toString().toLatin1());
        statement.bind(index, bytes.constData(), int(bytes.size()));
    } else if (value.isString()) {
        statement.bind(index, value.toString().toStdString());
    } else if (value.isDouble()) {
        const double number = value.toDouble();
        if (number == double(qint64(number)))
            statement.bind(index, int64_t(value.toInteger()));
        else
            statement.bind(index, number);
    } else {
        statement.bind(index);
    }
}

// Columns are checked against the table's own: the JSON may come from anybody.
void insertJson(Edit& edit, const std::string& table, const QJsonObject& row)
{
    SQLite::Statement columns(edit.database(),
                              "SELECT name FROM pragma_table_info('" + table + "')");
    std::string names;
    std::string marks;
    std::vector<QJsonValue> values;
    while (columns.executeStep()) {
        const std::string name = columns.getColumn(0).getString();
        const QJsonValue value = row.value(QString::fromStdString(name));
        if (value.isUndefined())
            continue;
        names += (names.empty() ? "" : ", ") + name;
        marks += marks.empty() ? "?" : ", ?";
        values.push_back(value);
    }
    if (values.empty())
        return;
    SQLite::Statement insert(edit.database(), "INSERT OR IGNORE INTO main." + table + " (" + names +
                                                  ") VALUES (" + marks + ")");
    for (size_t i = 0; i < values.size(); ++i)
        bindJson(insert, int(i) + 1, values[i]);
    insert.exec();
}

std::vector<base::Id> rowsOf(const ReadAccess& access, const std::string& table, base::Id site)
{
    SQLite::Statement rows(access.database(),
                           "SELECT id FROM main." + table + " WHERE site_id = ? ORDER BY id");
    rows.bind(1, int64_t(site));
    std::vector<base::Id> ids;
    while (rows.executeStep())
        ids.push_back(rows.getColumn(0).getInt64());
    return ids;
}

void setSite(Edit& edit, const std::string& table, base::Id row, base::Id from, base::Id to)
{
    SQLite::Statement& update =
        edit.statement("UPDATE main." + table + " SET site_id = ? WHERE id = ? AND site_id = ?");
    update.bind(1, int64_t(to));
    update.bind(2, int64_t(row));
    update.bind(3, int64_t(from));
    update.exec();
}

void setColumn(Edit& edit, base::Id site, const char* column, const QJsonValue& value)
{
    SQLite::Statement update(edit.database(),
                             std::string("UPDATE main.sites SET ") + column + " = ? WHERE id = ?");
    bindJson(update, 1, value);
    update.bind(2, int64_t(site));
    update.exec();
}

void setPreferred(Edit& edit, base::Id claim, bool preferred, const QString& chosenBy)
{
    RowValues(edit, "claims")
        .set("preferred", std::optional(preferred ? 1 : 0))
        .set("chosen_by", chosenBy)
        .update(claim);
}

// The claim that says why a field of a site is what it is; 0 where the site's own citation does.
base::Id preferredClaim(const ReadAccess& access, base::Id site, const char* field)
{
    SQLite::Statement row(access.database(),
                          "SELECT id FROM main.claims WHERE site_id = ? AND field = ? "
                          "AND preferred = 1 ORDER BY id");
    row.bind(1, int64_t(site));
    row.bind(2, field);
    return row.executeStep() ? row.getColumn(0).getInt64() : 0;
}

// As claims hold it: positions as “lon lat”.
QString claimText(const Site& site, const QString& field, const QJsonObject& row)
{
    if (field != QLatin1String("position"))
        return row.value(field).toString();
    return site.lonLat ? QStringLiteral("%1 %2").arg(QString::number(site.lonLat->x(), 'g', 12),
                                                     QString::number(site.lonLat->y(), 'g', 12))
                       : QString();
}

// A row of the site that goes which the one that stays has already: a commodity in the same role,
// the same part in the same project, the same name or number.
bool isRepeated(const ReadAccess& access, const std::string& table, base::Id row, base::Id stays)
{
    const char* same = table == "site_commodities" ? "o.commodity = r.commodity AND o.role = r.role"
                       : table == "project_members"
                           ? "o.project_id = r.project_id AND o.role = r.role"
                       : table == "site_names"        ? "o.name = r.name"
                       : table == "site_external_ids" ? "o.system = r.system AND o.value = r.value"
                                                      : nullptr;
    if (same == nullptr)
        return false;
    SQLite::Statement found(access.database(), "SELECT 1 FROM main." + table + " r JOIN main." +
                                                   table + " o ON " + same +
                                                   " WHERE r.id = ? AND o.site_id = ?");
    found.bind(1, int64_t(row));
    found.bind(2, int64_t(stays));
    return found.executeStep();
}

// One merge while it is made: what was done is written down as it is done.
class Merger
{
public:
    Merger(Edit& edit, base::Id stays, base::Id goes)
        : m_edit(edit)
        , m_stays(stays)
        , m_goes(goes)
    {
    }

    QByteArray merge()
    {
        const std::optional<Site> stays = readSite(m_edit, m_stays);
        const std::optional<Site> goes = readSite(m_edit, m_goes);
        if (!stays || !goes)
            throw base::Error(Text::tr("This site is no longer in the project file."),
                              QString::number(stays ? m_goes : m_stays));
        const QJsonObject kept = rowJson(m_edit, "sites", m_stays);
        const QJsonObject gone = rowJson(m_edit, "sites", m_goes);
        for (const auto& [field, column] : ClaimedColumns)
            mergeField(field, column, kept, gone, *stays, *goes);
        mergeHandling(kept, gone);
        keepName(*stays, *goes);
        for (const char* table : MovedTables)
            move(table);
        removeRow(m_edit, "sites", m_goes);
        return QJsonDocument(QJsonObject{{QStringLiteral("version"), 1},
                                         {QStringLiteral("into"), m_stays},
                                         {QStringLiteral("site"), gone},
                                         {QStringLiteral("moved"), m_moved},
                                         {QStringLiteral("dropped"), m_dropped},
                                         {QStringLiteral("added"), m_added},
                                         {QStringLiteral("unpreferred"), m_unpreferred},
                                         {QStringLiteral("changed"), m_changed}})
            .toJson(QJsonDocument::Compact);
    }

private:
    void mergeField(const char* field, const char* column, const QJsonObject& kept,
                    const QJsonObject& gone, const Site& stays, const Site& goes)
    {
        const QString name = QString::fromLatin1(field);
        const QString columnName = QString::fromLatin1(column);
        const QJsonValue before = kept.value(columnName);
        const QJsonValue value = gone.value(columnName);
        const base::Id own = preferredClaim(m_edit, m_stays, field);
        const base::Id other = preferredClaim(m_edit, m_goes, field);
        // A claim that a value is not known is a choice too, and stands.
        const bool fills = before.isUndefined() && own == 0 && !value.isUndefined();
        if (fills) {
            change(column, before, value);
            if (name == QLatin1String("position"))
                change("position_accuracy_m", kept.value(QLatin1String("position_accuracy_m")),
                       gone.value(QLatin1String("position_accuracy_m")));
            if (other == 0)
                addOwnClaim(field, claimText(goes, name, gone), goes.cite, true);
            return;
        }
        if (other != 0) {
            // What was chosen for the one record was not chosen for both.
            const QString chosenBy =
                rowJson(m_edit, "claims", other).value(QLatin1String("chosen_by")).toString();
            setPreferred(m_edit, other, false, {});
            m_unpreferred.append(QJsonObject{{QStringLiteral("id"), other},
                                             {QStringLiteral("chosen_by"), chosenBy}});
        } else if (!value.isUndefined() &&
                   claimText(goes, name, gone) != claimText(stays, name, kept)) {
            addOwnClaim(field, claimText(goes, name, gone), goes.cite, false);
        }
    }

    // A marking for release is never lost: both stand.
    void mergeHandling(const QJsonObject& kept, const QJsonObject& gone)
    {
        const QJsonValue before = kept.value(QLatin1String("handling"));
        const QString one = before.toString();
        const QString other = gone.value(QLatin1String("handling")).toString();
        if (!other.isEmpty() && one != other)
            change("handling", before, one.isEmpty() ? other : one + QStringLiteral("; ") + other);
    }

    void keepName(const Site& stays, const Site& goes)
    {
        if (goes.name.isEmpty() || stays.name.isEmpty() || goes.name == stays.name)
            return;
        for (const base::Id row : rowsOf(m_edit, "site_names", m_stays))
            if (rowJson(m_edit, "site_names", row).value(QLatin1String("name")).toString() ==
                goes.name)
                return;
        const base::Id id =
            base::hashedId({"site_names", base::idBytes(m_stays), "merged", base::idBytes(m_goes)});
        const base::Id claim = preferredNameClaim();
        Citation cite = goes.cite;
        if (claim != 0) {
            const QJsonObject row = rowJson(m_edit, "claims", claim);
            cite = {row.contains(QLatin1String("source_id"))
                        ? std::optional<base::Id>(row.value(QLatin1String("source_id")).toInteger())
                        : std::nullopt,
                    row.value(QLatin1String("reference")).toString()};
        }
        if (rowExists(m_edit, "site_names", id))
            return;
        addSiteName(m_edit, m_stays, {id, goes.name, {}, cite});
        note(m_added, "site_names", id);
    }

    // Of the name that went; it may have lost its preference by now.
    base::Id preferredNameClaim() const
    {
        for (const QJsonValue& each : m_unpreferred) {
            const base::Id claim = each[QLatin1String("id")].toInteger();
            const QJsonObject row = rowJson(m_edit, "claims", claim);
            if (row.value(QLatin1String("field")).toString() == QLatin1String("name"))
                return claim;
        }
        return 0;
    }

    void move(const std::string& table)
    {
        for (const base::Id row : rowsOf(m_edit, table, m_goes)) {
            if (isRepeated(m_edit, table, row, m_stays)) {
                const QString name = QString::fromStdString(table);
                QJsonArray rows = m_dropped.value(name).toArray();
                rows.append(rowJson(m_edit, table, row));
                m_dropped.insert(name, rows);
                removeRow(m_edit, table.c_str(), row);
                continue;
            }
            setSite(m_edit, table, row, m_goes, m_stays);
            note(m_moved, table.c_str(), row);
        }
    }

    void addOwnClaim(const char* field, const QString& value, const Citation& cite, bool preferred)
    {
        const base::Id id = base::hashedId({"claims", base::idBytes(m_stays), "merged",
                                            base::idBytes(m_goes), QByteArrayView(field)});
        if (rowExists(m_edit, "claims", id))
            removeRow(m_edit, "claims", id); // of a merge that was undone by halves elsewhere
        addClaim(m_edit, m_stays, {id, QString::fromLatin1(field), value, cite, {}, {}, preferred});
        note(m_added, "claims", id);
    }

    void change(const char* column, const QJsonValue& before, const QJsonValue& after)
    {
        if (before == after)
            return;
        setColumn(m_edit, m_stays, column, after);
        m_changed.insert(QString::fromLatin1(column),
                         QJsonObject{{QStringLiteral("before"),
                                      before.isUndefined() ? QJsonValue(QJsonValue::Null) : before},
                                     {QStringLiteral("after"),
                                      after.isUndefined() ? QJsonValue(QJsonValue::Null) : after}});
    }

    static void note(QJsonObject& into, const char* table, base::Id row)
    {
        const QString name = QString::fromLatin1(table);
        QJsonArray rows = into.value(name).toArray();
        rows.append(row);
        into.insert(name, rows);
    }

    Edit& m_edit;
    base::Id m_stays;
    base::Id m_goes;
    QJsonObject m_moved;      // rows by table that name the other site now
    QJsonObject m_dropped;    // whole rows by table that the other site had already
    QJsonObject m_added;      // rows by table that were made for it
    QJsonArray m_unpreferred; // claims that no longer stand
    QJsonObject m_changed;    // columns of the site that stays, before and after
};

struct KeptMerge
{
    base::Id id = 0;
    base::Id site = 0; // that holds its rows now
    QJsonObject content;
    QString reason;
    QString author;
    QString mergedOn;
};

base::Id mergeId(base::Id gone)
{
    return base::hashedId({"site_merges", base::idBytes(gone)});
}

std::optional<KeptMerge> readMerge(const ReadAccess& access, base::Id gone)
{
    SQLite::Statement row(
        access.database(),
        "SELECT id, site_id, content, reason, author, merged_on FROM main.site_merges "
        "WHERE merged = ? ORDER BY id");
    row.bind(1, int64_t(gone));
    if (!row.executeStep())
        return {};
    return KeptMerge{row.getColumn(0).getInt64(),
                     row.getColumn(1).getInt64(),
                     QJsonDocument::fromJson(textAt(row, 2).toUtf8()).object(),
                     textAt(row, 3),
                     textAt(row, 4),
                     textAt(row, 5)};
}

void mergeAs(Edit& edit, base::Id stays, base::Id goes, const QString& reason,
             const QString& author, const QString& day)
{
    if (stays == goes)
        throw base::Error(Text::tr("A site cannot be merged with itself."));
    // A merge of that site which another copy made stands beside this one.
    removeRow(edit, "site_merges", mergeId(goes));
    const QByteArray content = Merger(edit, stays, goes).merge();
    RowValues(edit, "site_merges")
        .setId("site_id", stays)
        .setId("merged", goes)
        .setUtf8("content", content)
        .set("reason", reason)
        .set("author", author)
        .set("merged_on", day)
        .put(mergeId(goes));
}

// Of a merge whose site still holds the rows itself.
void takeApart(Edit& edit, const KeptMerge& merge, base::Id gone)
{
    const QJsonObject site = merge.content.value(QLatin1String("site")).toObject();
    QJsonObject row = site;
    row.insert(QStringLiteral("id"), gone);
    insertJson(edit, "sites", row);
    const std::set<std::string> known(MovedTables.begin(), MovedTables.end());
    const auto eachTable = [&](const char* key, auto&& visit) {
        const QJsonObject tables = merge.content.value(QLatin1String(key)).toObject();
        for (auto it = tables.begin(); it != tables.end(); ++it)
            if (const std::string table = it.key().toStdString(); known.contains(table))
                for (const QJsonValue& each : it.value().toArray())
                    visit(table, each);
    };
    eachTable("moved", [&](const std::string& table, const QJsonValue& id) {
        setSite(edit, table, id.toInteger(), merge.site, gone);
    });
    eachTable("dropped", [&](const std::string& table, const QJsonValue& kept) {
        insertJson(edit, table, kept.toObject());
    });
    for (const QJsonValue& each : merge.content.value(QLatin1String("unpreferred")).toArray()) {
        const base::Id claim = each[QLatin1String("id")].toInteger();
        const QJsonObject kept = rowJson(edit, "claims", claim);
        if (kept.value(QLatin1String("site_id")).toInteger() == gone)
            setPreferred(edit, claim, true, each[QLatin1String("chosen_by")].toString());
    }
    // What was filled is empty again, but for what somebody has changed since.
    const QJsonObject now = rowJson(edit, "sites", merge.site);
    std::set<QString> emptied;
    const QJsonObject changed = merge.content.value(QLatin1String("changed")).toObject();
    constexpr std::array Changeable{
        "name",         "kind", "stage", "stage_date",          "country", "admin1",
        "deposit_type", "note", "geom",  "position_accuracy_m", "handling"};
    for (const char* column : Changeable) {
        const QString name = QString::fromLatin1(column);
        if (!changed.contains(name))
            continue;
        const QJsonObject both = changed.value(name).toObject();
        const QJsonValue after = both.value(QLatin1String("after"));
        const QJsonValue present = now.value(name);
        if (present == after || (present.isUndefined() && after.isNull())) {
            setColumn(edit, merge.site, column, both.value(QLatin1String("before")));
            emptied.insert(name == QLatin1String("geom") ? QStringLiteral("position") : name);
        }
    }
    eachTable("added", [&](const std::string& table, const QJsonValue& id) {
        if (table == "claims") {
            // One that a person chose since speaks for the value that stands.
            const QJsonObject claim = rowJson(edit, table, id.toInteger());
            if (claim.value(QLatin1String("preferred")).toInt() == 1 &&
                !emptied.contains(claim.value(QLatin1String("field")).toString()))
                return;
        }
        removeRow(edit, table.c_str(), id.toInteger());
    });
    removeRow(edit, "site_merges", merge.id);
    forgetDecision(edit, merge.content.value(QLatin1String("into")).toInteger(), gone);
}

void splitFrom(Edit& edit, base::Id gone, int step)
{
    const std::optional<KeptMerge> merge = readMerge(edit, gone);
    if (!merge || step > MostSteps)
        throw base::Error(
            Text::tr("This site was not merged into another, or has been split from it "
                     "already."),
            QString::number(gone));
    const base::Id into = merge->content.value(QLatin1String("into")).toInteger();
    if (into == merge->site || !readMerge(edit, into))
        return takeApart(edit, *merge, gone);
    // The site it was merged into went itself: that one comes back first, and goes again.
    const KeptMerge outer = *readMerge(edit, into);
    const base::Id outerInto = outer.content.value(QLatin1String("into")).toInteger();
    splitFrom(edit, into, step + 1);
    splitFrom(edit, gone, step + 1);
    mergeAs(edit, currentSite(edit, outerInto).value_or(outerInto), into, outer.reason,
            outer.author, outer.mergedOn);
    decidePair(edit, outerInto, into, QStringLiteral("merged"), outer.reason, outer.author,
               outer.mergedOn);
}

} // namespace

void mergeSites(Edit& edit, base::Id stays, base::Id goes, const QString& reason,
                const QString& author)
{
    const QString today = QDate::currentDate().toString(Qt::ISODate);
    mergeAs(edit, stays, goes, reason, author, today);
    decidePair(edit, stays, goes, QStringLiteral("merged"), reason, author, today);
}

void splitSite(Edit& edit, base::Id gone)
{
    splitFrom(edit, gone, 0);
}

QString mergedSiteName(const ReadAccess& access, base::Id gone)
{
    const std::optional<KeptMerge> merge = readMerge(access, gone);
    if (!merge)
        throw base::Error(
            Text::tr("This site was not merged into another, or has been split from it "
                     "already."),
            QString::number(gone));
    const QString name = merge->content.value(QLatin1String("site"))
                             .toObject()
                             .value(QLatin1String("name"))
                             .toString();
    return name.isEmpty() ? QString::number(gone) : name;
}

std::optional<base::Id> currentSite(const ReadAccess& access, base::Id id)
{
    for (int step = 0; step < MostSteps; ++step) {
        if (rowExists(access, "sites", id))
            return id;
        const std::optional<KeptMerge> merge = readMerge(access, id);
        if (!merge || merge->site == id)
            return {};
        id = merge->site;
    }
    return {};
}

} // namespace catalogue
