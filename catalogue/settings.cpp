// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/settings.h"

#include "base/error.h"
#include "catalogue/columns.h"
#include "catalogue/text.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace catalogue {

std::optional<QString> readSetting(const ReadAccess& access, const QString& key)
{
    SQLite::Statement select(access.database(), "SELECT value FROM main.settings WHERE key = ?");
    select.bind(1, key.toStdString());
    if (!select.executeStep() || select.getColumn(0).isNull())
        return {};
    return textAt(select, 0);
}

void writeSetting(Edit& edit, const QString& key, const std::optional<QString>& value)
{
    RowValues(edit, "settings")
        .set("key", key)
        .set("value", value.value_or(QString()))
        .put(base::hashedId({"settings", key.toUtf8()}));
}

std::vector<std::pair<QString, QString>> readNamedSettings(const ReadAccess& access,
                                                           const QString& kind)
{
    const QString prefix = kind + QLatin1Char(':');
    SQLite::Statement select(access.database(), "SELECT key, value FROM main.settings "
                                                "WHERE substr(key, 1, ?) = ? ORDER BY key");
    select.bind(1, int(prefix.toUcs4().size()));
    select.bind(2, prefix.toStdString());
    std::vector<std::pair<QString, QString>> found;
    while (select.executeStep())
        found.emplace_back(textAt(select, 0).mid(prefix.size()), textAt(select, 1));
    return found;
}

void writeNamedSetting(Edit& edit, const QString& kind, const QString& name, const QString& value)
{
    writeSetting(edit, kind + QLatin1Char(':') + name, value);
}

void removeNamedSetting(Edit& edit, const QString& kind, const QString& name)
{
    const QString key = kind + QLatin1Char(':') + name;
    if (!removeRow(edit, "settings", base::hashedId({"settings", key.toUtf8()})))
        throw base::Error(Text::tr("There is none of the name “%1” any more.").arg(name));
}

QString readTitle(const ReadAccess& access)
{
    return readSetting(access, QStringLiteral("title")).value_or(QString());
}

void writeTitle(Edit& edit, const QString& title)
{
    writeSetting(edit, QStringLiteral("title"), title);
}

geo::Crs readMapCrs(const ReadAccess& access)
{
    return geo::Crs::fromText(
        readSetting(access, QStringLiteral("map_crs")).value_or(DefaultMapCrs));
}

void writeMapCrs(Edit& edit, const geo::Crs& crs)
{
    writeSetting(edit, QStringLiteral("map_crs"), crs.toText());
}

QStringList readMineralsOfInterest(const ReadAccess& access)
{
    QStringList keys;
    const QString json =
        readSetting(access, QStringLiteral("minerals_of_interest")).value_or(QString());
    for (const QJsonValue& key : QJsonDocument::fromJson(json.toUtf8()).array())
        keys << key.toString();
    return keys;
}

void writeMineralsOfInterest(Edit& edit, const QStringList& commodities)
{
    writeSetting(
        edit, QStringLiteral("minerals_of_interest"),
        QString::fromUtf8(
            QJsonDocument(QJsonArray::fromStringList(commodities)).toJson(QJsonDocument::Compact)));
}

QString readHandling(const ReadAccess& access)
{
    return readSetting(access, QStringLiteral("handling")).value_or(QString());
}

void writeHandling(Edit& edit, const QString& handling)
{
    writeSetting(edit, QStringLiteral("handling"), handling);
}

} // namespace catalogue
