// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/site_display.h"

#include "catalogue/access.h"
#include "catalogue/settings.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace catalogue {

namespace {

const QString Key = QStringLiteral("site_display");

} // namespace

QString siteColorsKey(SiteColors colors)
{
    switch (colors) {
    case SiteColors::Kind:
        break;
    case SiteColors::CommodityClass:
        return QStringLiteral("commodity");
    case SiteColors::Score:
        return QStringLiteral("score");
    }
    return QStringLiteral("kind");
}

QString siteSizesKey(SiteSizes sizes)
{
    return sizes == SiteSizes::Tonnes ? QStringLiteral("tonnes") : QStringLiteral("same");
}

QString siteDisplayToJson(const SiteDisplay& display)
{
    QJsonObject json;
    const SiteDisplay usual;
    if (display.visible != usual.visible)
        json.insert(QStringLiteral("visible"), display.visible);
    if (display.clustered != usual.clustered)
        json.insert(QStringLiteral("clustered"), display.clustered);
    if (display.labels != usual.labels)
        json.insert(QStringLiteral("labels"), display.labels);
    if (display.colors != usual.colors)
        json.insert(QStringLiteral("colors"), siteColorsKey(display.colors));
    if (display.sizes != usual.sizes)
        json.insert(QStringLiteral("sizes"), siteSizesKey(display.sizes));
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

SiteDisplay siteDisplayFromJson(const QString& text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    SiteDisplay display;
    display.visible = json.value(QStringLiteral("visible")).toBool(display.visible);
    display.clustered = json.value(QStringLiteral("clustered")).toBool(display.clustered);
    display.labels = json.value(QStringLiteral("labels")).toBool(display.labels);
    const QString colors = json.value(QStringLiteral("colors")).toString();
    for (const SiteColors each : {SiteColors::CommodityClass, SiteColors::Score})
        if (colors == siteColorsKey(each))
            display.colors = each;
    if (json.value(QStringLiteral("sizes")).toString() == siteSizesKey(SiteSizes::Tonnes))
        display.sizes = SiteSizes::Tonnes;
    return display;
}

SiteDisplay readSiteDisplay(const ReadAccess& access)
{
    return siteDisplayFromJson(readSetting(access, Key).value_or(QString()));
}

void writeSiteDisplay(Edit& edit, const SiteDisplay& display)
{
    writeSetting(edit, Key, siteDisplayToJson(display));
}

} // namespace catalogue
