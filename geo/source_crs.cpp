// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/source_crs.h"

#include "base/error.h"
#include "geo/text.h"
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
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

void reportUnnamedDatum(const Crs& crs, const QString& fileName, std::vector<base::Issue>& issues)
{
    static const QRegularExpression datum(QStringLiteral("DATUM\\[\"([^\"]*)\""));
    static const QRegularExpression ellipsoid(QStringLiteral("ELLIPSOID\\[\"([^\"]*)\",([0-9.]+)"));
    static const QRegularExpression unnamed(
        QStringLiteral("^$|unknown|unnamed|undefined|not.specified|custom"),
        QRegularExpression::CaseInsensitiveOption);
    const QString wkt = crs.wkt();
    const QRegularExpressionMatch named = datum.match(wkt);
    if (!named.hasMatch() || !unnamed.match(named.captured(1)).hasMatch())
        return;
    // GRS 80 and WGS 84 share this axis; datums on them lie within two metres of WGS 84.
    const QRegularExpressionMatch shape = ellipsoid.match(wkt);
    const bool modern = shape.captured(2).startsWith(QLatin1String("6378137"));
    const QString text =
        modern ? Text::tr("Its reference system, “%1”, names no datum, only the ellipsoid %2. It "
                          "is drawn as if the datum were WGS 84: about 2 m off if it is NAD83 or "
                          "an ITRF, as is usual on this ellipsoid. Give the CRS if you know it.")
               : Text::tr("Its reference system, “%1”, names no datum, only the ellipsoid %2. It "
                          "is drawn as if the datum were WGS 84, which may be several hundred "
                          "metres off: older datums are. Ask whoever made it, and give its CRS.");
    issues.push_back(
        {base::Severity::Warning, text.arg(crs.name(), shape.captured(1)), {fileName, 0, {}, {}}});
}

} // namespace geo
