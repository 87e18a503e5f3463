// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/source_crs.h"

#include "base/error.h"
#include <QJsonDocument>
#include <QJsonObject>
#include <cpl_conv.h>
#include <ogr_srs_api.h>

namespace geo {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

qsizetype skipSpace(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isSpace(text[at]))
        ++at;
    return at;
}

// After the quote that ends the string which begins at `at`.
qsizetype skipString(QByteArrayView text, qsizetype at)
{
    for (++at; at < text.size() && text[at] != '"'; ++at)
        if (text[at] == '\\')
            ++at;
    return at + 1;
}

// The value of a member of the outermost object; nullopt where it has none of that name.
std::optional<QByteArrayView> memberOf(QByteArrayView text, QByteArrayView name)
{
    int depth = 0;
    for (qsizetype at = 0; at < text.size();) {
        const char c = text[at];
        if (c != '"') {
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            ++at;
            continue;
        }
        const qsizetype end = skipString(text, at);
        const qsizetype colon = skipSpace(text, end);
        if (depth == 1 && colon < text.size() && text[colon] == ':' &&
            text.sliced(at + 1, end - at - 2) == name)
            return text.sliced(skipSpace(text, colon + 1));
        at = end;
    }
    return std::nullopt;
}

// The object a text begins with.
QJsonObject objectAt(QByteArrayView text)
{
    int depth = 0;
    for (qsizetype at = 0; at < text.size();) {
        if (text[at] == '"') {
            at = skipString(text, at);
            continue;
        }
        depth += text[at] == '{' ? 1 : text[at] == '}' ? -1 : 0;
        ++at;
        if (depth == 0)
            return QJsonDocument::fromJson(text.first(at).toByteArray()).object();
    }
    return {};
}

} // namespace

std::optional<Crs> crsOf(void* reference)
{
    if (!reference)
        return std::nullopt;
    char* text = nullptr;
    const char* const options[] = {"FORMAT=WKT2_2019", nullptr};
    OSRExportToWktEx(static_cast<OGRSpatialReferenceH>(reference), &text, options);
    const QString wkt = QString::fromUtf8(text);
    CPLFree(text);
    try {
        Crs crs = Crs::fromText(wkt);
        if (crs.name().startsWith(QLatin1String("undefined"), Qt::CaseInsensitive))
            return std::nullopt;
        return crs;
    } catch (const base::Error&) {
        return std::nullopt;
    }
}

bool hasUnreadableCrs(QByteArrayView geoJson)
{
    const std::optional<QByteArrayView> member = memberOf(geoJson, "crs");
    if (!member)
        return false;
    const QJsonObject crs = objectAt(*member);
    const QJsonObject properties = crs.value(QLatin1String("properties")).toObject();
    QString name = properties.value(QLatin1String("name")).toString();
    // An older draft: {"type": "EPSG", "properties": {"code": 26912}}
    if (crs.value(QLatin1String("type")).toString() == QLatin1String("EPSG"))
        name = QStringLiteral("EPSG:%1").arg(
            properties.value(QLatin1String("code")).toVariant().toString());
    try {
        Crs::fromText(name);
        return false;
    } catch (const base::Error&) {
        return true;
    }
}

} // namespace geo
