// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/crs.h"

#include "base/error.h"
#include "geo/proj_handle.h"
#include "geo/text.h"
#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <proj.h>
#include <proj_experimental.h>

namespace geo {

struct Crs::Definition
{
    QString name;
    QString code;
    QString wkt;
    bool geographic = false;
    double metresPerUnit = 1;
    double turn = 0;
    std::optional<Extent> area;
};

namespace {

constexpr qsizetype LongestText = 100'000;

[[noreturn]] void refuse(const QString& text, const QString& cause)
{
    QString shown = text.simplified();
    if (shown.size() > 60)
        shown = shown.left(57) + QStringLiteral("…");
    throw base::Error(
        Text::tr("“%1” is no coordinate reference system that can be used here. Give a code such "
                 "as EPSG:6372, the text of a .prj file, or a PROJ string.")
            .arg(shown),
        cause);
}

bool isKind(const ProjObject& object, std::initializer_list<PJ_TYPE> types)
{
    const PJ_TYPE type = proj_get_type(object.get());
    return std::find(types.begin(), types.end(), type) != types.end();
}

// What GDAL and PROJ write where a file gives none.
bool isNoName(const QString& name)
{
    const QString word = name.trimmed().toLower();
    return word.isEmpty() || word == QLatin1String("unnamed") || word == QLatin1String("unknown");
}

// "WGS 84 / Transverse Mercator", as the register calls its own; of degrees the datum alone.
QString nameOfParts(ProjContext& context, const PJ* crs, bool geographic)
{
    const auto nameOf = [](const ProjObject& object) {
        const QString name = object ? QString::fromUtf8(proj_get_name(object.get())) : QString();
        return isNoName(name) ? QString() : name;
    };
    QStringList parts;
    if (const ProjObject geodetic{proj_crs_get_geodetic_crs(context.get(), crs)}) {
        QString base = nameOf(geodetic);
        if (base.isEmpty())
            base = nameOf(ProjObject(proj_crs_get_datum_forced(context.get(), geodetic.get())));
        if (base.isEmpty())
            base = nameOf(ProjObject(proj_get_ellipsoid(context.get(), geodetic.get())));
        parts << base.replace(u'_', u' ');
    }
    if (!geographic) {
        const ProjObject conversion(proj_crs_get_coordoperation(context.get(), crs));
        const char* method = nullptr;
        if (conversion && proj_coordoperation_get_method_info(context.get(), conversion.get(),
                                                              &method, nullptr, nullptr))
            parts << QString::fromUtf8(method);
    }
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" / "));
}

// The CRS with two axes on the ground, or null.
ProjObject horizontalPart(ProjContext& context, ProjObject object)
{
    if (!object)
        return nullptr;
    if (isKind(object, {PJ_TYPE_COMPOUND_CRS}))
        return horizontalPart(context,
                              ProjObject(proj_crs_get_sub_crs(context.get(), object.get(), 0)));
    if (isKind(object, {PJ_TYPE_BOUND_CRS})) {
        const ProjObject base(proj_get_source_crs(context.get(), object.get()));
        return isKind(base, {PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_PROJECTED_CRS}) ? std::move(object)
                                                                                : nullptr;
    }
    if (isKind(object, {PJ_TYPE_GEOGRAPHIC_3D_CRS, PJ_TYPE_PROJECTED_CRS}))
        object.reset(proj_crs_demote_to_2D(context.get(), nullptr, object.get()));
    return object && isKind(object, {PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_PROJECTED_CRS})
               ? std::move(object)
               : nullptr;
}

bool isEquivalent(ProjContext& context, const ProjObject& a, const ProjObject& b)
{
    return a && b &&
           proj_is_equivalent_to_with_ctx(context.get(), a.get(), b.get(),
                                          PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0;
}

QString codeOf(const PJconsts* object)
{
    const char* authority = proj_get_id_auth_name(object, 0);
    const char* code = proj_get_id_code(object, 0);
    if (!authority || !code)
        return {};
    return QStringLiteral("%1:%2").arg(QString::fromUtf8(authority), QString::fromUtf8(code));
}

// The authority's own definition, if the CRS truly is it: a code written into a file may lie, and
// ESRI's .prj files carry none.
std::pair<QString, ProjObject> registered(ProjContext& context, const ProjObject& object)
{
    const auto confirmed = [&](const QString& code) -> ProjObject {
        ProjObject other = code.isEmpty() ? nullptr : horizontalPart(context, context.create(code));
        return isEquivalent(context, object, other) ? std::move(other) : nullptr;
    };
    if (const QString code = codeOf(object.get()); ProjObject other = confirmed(code))
        return {code, std::move(other)};
    int* confidence = nullptr;
    const std::unique_ptr<PJ_OBJ_LIST, decltype(&proj_list_destroy)> found(
        proj_identify(context.get(), object.get(), nullptr, nullptr, &confidence),
        &proj_list_destroy);
    const std::unique_ptr<int, decltype(&proj_int_list_destroy)> kept(confidence,
                                                                      &proj_int_list_destroy);
    const int count = found ? proj_list_get_count(found.get()) : 0;
    for (int i = 0; i < count && confidence[i] == 100; ++i) {
        const ProjObject match(proj_list_get(context.get(), found.get(), i));
        if (const QString code = codeOf(match.get()); ProjObject other = confirmed(code))
            return {code, std::move(other)};
    }
    return {};
}

// PROJ is content with a part of a name: "Mexico" would be "Mexico ITRF92".
bool isPlainName(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("^\\w+:\\S|^urn:|^https?:|[\\[{=]"),
                                         QRegularExpression::CaseInsensitiveOption);
    return !form.match(text).hasMatch();
}

QString lettersOf(const QString& name)
{
    QString letters;
    for (const QChar c : name.normalized(QString::NormalizationForm_KD))
        if (c.isLetterOrNumber())
            letters += c.toLower();
    return letters;
}

ProjObject createNamed(ProjContext& context, const QString& name)
{
    ProjObject read = context.create(name);
    if (read && lettersOf(QString::fromUtf8(proj_get_name(read.get()))) == lettersOf(name))
        return read;
    // What it is also called.
    const std::array<PJ_TYPE, 3> types{PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_PROJECTED_CRS,
                                       PJ_TYPE_COMPOUND_CRS};
    const std::unique_ptr<PJ_OBJ_LIST, decltype(&proj_list_destroy)> found(
        proj_create_from_name(context.get(), nullptr, name.toUtf8().constData(), types.data(),
                              types.size(), 0, 1, nullptr),
        &proj_list_destroy);
    return found && proj_list_get_count(found.get()) > 0
               ? ProjObject(proj_list_get(context.get(), found.get(), 0))
               : nullptr;
}

} // namespace

Crs::Crs(std::shared_ptr<const Definition> definition)
    : m_definition(std::move(definition))
{
}

Crs Crs::wgs84()
{
    static const Crs known = fromText(QStringLiteral("EPSG:4326"));
    return known;
}

Crs Crs::fromText(const QString& given)
{
    QString text = given.trimmed();
    if (text.isEmpty() || text.size() > LongestText || namesForeignFile(text))
        refuse(text, QStringLiteral("empty, too long, or names a file"));
    if (text.contains(QLatin1String("proj=")) && text.startsWith(u'+') &&
        !text.contains(QLatin1String("type=crs")) && !text.contains(QLatin1String("proj=pipeline")))
        text += QStringLiteral(" +type=crs");
    if (std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; }))
        text.prepend(QLatin1String("EPSG:"));
    ProjContext context;
    ProjObject read = isPlainName(text) ? createNamed(context, text) : context.create(text);
    if (!read || !proj_is_crs(read.get()))
        refuse(given, context.complaint());
    const ProjObject object = horizontalPart(context, std::move(read));
    if (!object)
        refuse(given, QStringLiteral("not geographic or projected"));

    auto definition = std::make_shared<Definition>();
    auto [code, known] = registered(context, object);
    definition->code = code;
    const ProjObject& named = known ? known : object;
    const char* const options[] = {"MULTILINE=NO", nullptr};
    definition->wkt =
        QString::fromUtf8(proj_as_wkt(context.get(), object.get(), PJ_WKT2_2019, options));
    if (definition->wkt.isEmpty())
        refuse(given, context.complaint());

    ProjObject base;
    if (isKind(object, {PJ_TYPE_BOUND_CRS}))
        base.reset(proj_get_source_crs(context.get(), object.get()));
    PJ* plain = base ? base.get() : object.get();
    definition->name = QString::fromUtf8(proj_get_name(base ? base.get() : named.get()));
    definition->geographic = proj_get_type(plain) == PJ_TYPE_GEOGRAPHIC_2D_CRS;
    if (isNoName(definition->name))
        definition->name = nameOfParts(context, plain, definition->geographic);
    const ProjObject axes(proj_crs_get_coordinate_system(context.get(), plain));
    double toSi = 1;
    if (!axes || !proj_cs_get_axis_info(context.get(), axes.get(), 0, nullptr, nullptr, nullptr,
                                        &toSi, nullptr, nullptr, nullptr))
        refuse(given, context.complaint());
    double radius = 1;
    if (definition->geographic) {
        const ProjObject ellipsoid(proj_get_ellipsoid(context.get(), plain));
        if (!ellipsoid || !proj_ellipsoid_get_parameters(context.get(), ellipsoid.get(), &radius,
                                                         nullptr, nullptr, nullptr))
            refuse(given, context.complaint());
        definition->turn = std::round(2 * std::numbers::pi / toSi * 1e6) / 1e6;
    }
    definition->metresPerUnit = toSi * radius;
    Extent area;
    if (proj_get_area_of_use(context.get(), named.get(), &area.west, &area.south, &area.east,
                             &area.north, nullptr) &&
        area.south >= -90 && area.north <= 90 && area.south < area.north && area.west >= -180 &&
        area.east <= 180)
        definition->area = area;
    return Crs(std::move(definition));
}

QString Crs::name() const
{
    return m_definition->name;
}

QString Crs::code() const
{
    return m_definition->code;
}

QString Crs::toText() const
{
    return m_definition->code.isEmpty() ? m_definition->wkt : m_definition->code;
}

QString Crs::wkt() const
{
    return m_definition->wkt;
}

bool Crs::isGeographic() const
{
    return m_definition->geographic;
}

Crs Crs::geographic() const
{
    if (m_definition->geographic)
        return *this;
    ProjContext context;
    const ProjObject own = context.create(m_definition->wkt);
    const ProjObject base(own ? proj_crs_get_geodetic_crs(context.get(), own.get()) : nullptr);
    const char* const options[] = {"MULTILINE=NO", nullptr};
    const char* const wkt =
        base ? proj_as_wkt(context.get(), base.get(), PJ_WKT2_2019, options) : nullptr;
    if (wkt == nullptr)
        refuse(m_definition->name, context.complaint());
    return fromText(QString::fromUtf8(wkt));
}

double Crs::metresPerUnit() const
{
    return m_definition->metresPerUnit;
}

double Crs::turn() const
{
    return m_definition->turn;
}

std::optional<Extent> Crs::areaOfUse() const
{
    return m_definition->area;
}

bool operator==(const Crs& a, const Crs& b)
{
    if (a.m_definition == b.m_definition || a.toText() == b.toText())
        return true;
    ProjContext context;
    return isEquivalent(context, context.create(a.wkt()), context.create(b.wkt()));
}

} // namespace geo
