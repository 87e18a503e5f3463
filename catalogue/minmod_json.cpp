// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/minmod_json.h"

#include "base/error.h"
#include "catalogue/table_rows.h"
#include "catalogue/text.h"
#include "geo/archive.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace catalogue {

namespace {

constexpr qint64 MostBytes = qint64(128) << 20; // of one file: what Qt's reader takes
constexpr qsizetype Head = 1 << 14;

bool isArchive(const QString& path)
{
    return path.endsWith(QLatin1String(".zip"), Qt::CaseInsensitive);
}

bool isJson(const QString& name)
{
    return name.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
}

bool looksLikeSites(const QByteArray& head)
{
    return head.trimmed().startsWith('[') && head.contains("\"record_id\"") &&
           head.contains("\"source_id\"");
}

QString textOf(const QJsonValue& value)
{
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
    if (value.isBool())
        return value.toBool() ? QStringLiteral("1") : QStringLiteral("0");
    return value.toString();
}

// {"observed_name": …, "normalized_uri": …}, or a list of them.
QString observed(const QJsonValue& value, const QString& between)
{
    if (value.isObject())
        return value[QLatin1String("observed_name")].toString();
    QStringList names;
    for (const QJsonValue& each : value.toArray())
        if (const QString name = each[QLatin1String("observed_name")].toString();
            !name.isEmpty() && !names.contains(name))
            names << name;
    return names.join(between);
}

class Flattener
{
public:
    Flattener()
        : m_sites(std::make_shared<KeptRows>())
        , m_inventory(std::make_shared<KeptRows>())
    {
    }

    void add(const QJsonObject& site)
    {
        ++m_line;
        const QJsonObject place = site[QLatin1String("location_info")].toObject();
        const QJsonArray inventory = site[QLatin1String("mineral_inventory")].toArray();
        const QString list = QStringLiteral(";");
        QStringList commodities;
        for (const QJsonValue& each : inventory) {
            const QString name = observed(each[QLatin1String("commodity")], list);
            if (!name.isEmpty() && !commodities.contains(name))
                commodities << name;
        }
        const QJsonValue aliases = site[QLatin1String("aliases")];
        QStringList names;
        for (const QJsonValue& alias : aliases.toArray())
            names << alias.toString();
        for (const QString& field :
             {textOf(site[QLatin1String("source_id")]), textOf(site[QLatin1String("record_id")]),
              textOf(site[QLatin1String("name")]), names.join(list),
              textOf(site[QLatin1String("site_type")]),
              observed(place[QLatin1String("country")], list),
              observed(place[QLatin1String("state_or_province")], list),
              observed(place[QLatin1String("crs")], list), textOf(place[QLatin1String("location")]),
              commodities.join(list), observed(site[QLatin1String("deposit_type_candidate")], list),
              textOf(site[QLatin1String("created_by")]),
              textOf(site[QLatin1String("modified_at")])})
            m_sites->add(field.toUtf8());
        m_sites->end(m_line);
        for (const QJsonValue& each : inventory)
            addInventory(site, each.toObject());
    }

    MinmodTables tables() const { return {m_sites, m_inventory}; }

private:
    void addInventory(const QJsonObject& site, const QJsonObject& row)
    {
        const QJsonValue ore = row[QLatin1String("ore")];
        const QJsonValue grade = row[QLatin1String("grade")];
        const QJsonValue cutoff = row[QLatin1String("cutoff_grade")];
        const QString oreValue = textOf(ore[QLatin1String("value")]);
        const QString gradeValue = textOf(grade[QLatin1String("value")]);
        const QString contained = textOf(row[QLatin1String("contained_metal")]);
        if (oreValue.isEmpty() && gradeValue.isEmpty() && contained.isEmpty())
            return; // it only names the commodity, which the site's row does
        const QJsonValue reference = row[QLatin1String("reference")];
        const QJsonValue document = reference[QLatin1String("document")];
        QStringList pages;
        for (const QJsonValue& page : reference[QLatin1String("page_info")].toArray())
            if (page[QLatin1String("page")].isDouble())
                pages << textOf(page[QLatin1String("page")]);
        const QString unit = QStringLiteral("unit");
        const QString plus = QStringLiteral("+");
        for (const QString& field :
             {textOf(site[QLatin1String("source_id")]), textOf(site[QLatin1String("record_id")]),
              observed(row[QLatin1String("commodity")], plus),
              observed(row[QLatin1String("category")], plus), oreValue, observed(ore[unit], plus),
              gradeValue, observed(grade[unit], plus), textOf(cutoff[QLatin1String("value")]),
              observed(cutoff[unit], plus), contained,
              observed(row[QLatin1String("material_form")], plus),
              textOf(row[QLatin1String("zone")]), textOf(row[QLatin1String("date")]),
              textOf(document[QLatin1String("title")]), textOf(document[QLatin1String("uri")]),
              pages.join(QStringLiteral(", "))})
            m_inventory->add(field.toUtf8());
        m_inventory->end(m_line);
    }

    std::shared_ptr<KeptRows> m_sites;
    std::shared_ptr<KeptRows> m_inventory;
    qint64 m_line = 0;
};

void addFile(Flattener& tables, const QByteArray& json, const QString& name)
{
    QJsonParseError problem{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isArray())
        throw base::Error(
            Text::tr("“%1” is no list of mineral sites in JSON, or it is damaged. Fetch it again.")
                .arg(name),
            QStringLiteral("%1 at byte %2").arg(problem.errorString()).arg(problem.offset));
    for (const QJsonValue& site : document.array())
        tables.add(site.toObject());
}

} // namespace

const QStringList& minmodSiteColumns()
{
    static const QStringList columns =
        QStringLiteral("source_id record_id name aliases site_type country state_or_province crs "
                       "location_wkt commodities deposit_types created_by modified_at")
            .split(u' ');
    return columns;
}

const QStringList& minmodInventoryColumns()
{
    static const QStringList columns =
        QStringLiteral(
            "source_id record_id commodity category ore_value ore_unit grade_value "
            "grade_unit cutoff_value cutoff_unit contained_metal material_form zone date "
            "document_title document_uri page")
            .split(u' ');
    return columns;
}

bool isMinmodJson(const QString& path)
{
    if (!isArchive(path)) {
        QFile file(path);
        return isJson(path) && QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly) &&
               looksLikeSites(file.read(Head));
    }
    for (const geo::ArchiveMember& member : geo::listArchive(path))
        if (isJson(member.name))
            return looksLikeSites(geo::readArchiveHead(path, member.name, Head));
    return false;
}

MinmodTables readMinmodJson(const QString& path, base::Progress& progress)
{
    Flattener tables;
    const QString fileName = QFileInfo(path).fileName();
    if (!isArchive(path)) {
        QFile file(path);
        if (file.size() > MostBytes)
            throw base::Error(Text::tr("“%1” is larger than %2 MB, which is more than is read at "
                                       "once. Divide it first.")
                                  .arg(fileName)
                                  .arg(MostBytes >> 20));
        if (!file.open(QIODevice::ReadOnly))
            throw base::Error(
                Text::tr("“%1” cannot be read. Ask its owner for leave to read it.").arg(fileName),
                file.errorString());
        addFile(tables, file.readAll(), fileName);
        return tables.tables();
    }
    const std::vector<geo::ArchiveMember> members = geo::listArchive(path);
    progress.begin(Text::tr("Reading %1").arg(fileName), qint64(members.size()));
    qint64 done = 0;
    for (const geo::ArchiveMember& member : members) {
        progress.check();
        if (isJson(member.name))
            addFile(tables, geo::readArchiveMember(path, member.name, MostBytes, progress),
                    member.name);
        progress.advance(++done);
    }
    return tables.tables();
}

} // namespace catalogue
