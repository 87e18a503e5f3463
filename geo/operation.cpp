// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/operation.h"

#include "base/error.h"
#include "geo/proj_handle.h"
#include "geo/text.h"
#include <QHash>
#include <algorithm>
#include <cmath>
#include <mutex>
#include <proj.h>

namespace geo {

namespace {

constexpr QLatin1String Nothing("+proj=noop");

// A context and the operation in it: the tool of one thread at a time.
struct Tool
{
    ProjContext context;
    ProjObject object;
};

std::unique_ptr<Tool> makeTool(const QString& key)
{
    auto tool = std::make_unique<Tool>();
    tool->object = tool->context.create(key);
    return tool;
}

QString pipelineOf(ProjContext& context, const PJ* operation)
{
    const ProjObject upright(proj_normalize_for_visualization(context.get(), operation));
    if (!upright)
        return {};
    return QString::fromUtf8(proj_as_proj_string(context.get(), upright.get(), PJ_PROJ_5, nullptr));
}

OperationInfo infoOf(ProjContext& context, const PJ* operation)
{
    OperationInfo info;
    info.key = pipelineOf(context, operation);
    info.name = QString::fromUtf8(proj_get_name(operation));
    info.ballpark = proj_coordoperation_has_ballpark_transformation(context.get(), operation) != 0;
    const double accuracy = proj_coordoperation_get_accuracy(context.get(), operation);
    if (accuracy >= 0)
        info.accuracyMetres = accuracy;
    else if (proj_get_type(operation) == PJ_TYPE_CONVERSION)
        info.accuracyMetres = 0; // from a projection to degrees of its own datum
    const char* area = nullptr;
    if (proj_get_area_of_use(context.get(), operation, nullptr, nullptr, nullptr, nullptr, &area) &&
        area)
        info.area = QString::fromUtf8(area);
    const int grids = proj_coordoperation_get_grid_used_count(context.get(), operation);
    for (int i = 0; i < grids; ++i) {
        const char* name = nullptr;
        int available = 0;
        if (proj_coordoperation_get_grid_used(context.get(), operation, i, &name, nullptr, nullptr,
                                              nullptr, nullptr, nullptr, &available) &&
            !available && name)
            info.missingGrids.push_back(QString::fromUtf8(name));
    }
    return info;
}

OperationInfo standingStill()
{
    OperationInfo info;
    info.key = Nothing;
    info.name = Text::tr("Same reference system: nothing moves");
    info.accuracyMetres = 0;
    return info;
}

} // namespace

struct Operation::Definition
{
    Definition(Crs fromCrs, Crs toCrs, OperationInfo operationInfo)
        : from(std::move(fromCrs))
        , to(std::move(toCrs))
        , info(std::move(operationInfo))
        , identity(info.key == Nothing)
    {
    }

    std::unique_ptr<Tool> take() const
    {
        {
            const std::lock_guard lock(mutex);
            if (!idle.empty()) {
                auto tool = std::move(idle.back());
                idle.pop_back();
                return tool;
            }
        }
        return makeTool(info.key);
    }
    void giveBack(std::unique_ptr<Tool> tool) const
    {
        const std::lock_guard lock(mutex);
        idle.push_back(std::move(tool));
    }
    std::size_t transform(std::span<QPointF> points, PJ_DIRECTION direction) const;

    Crs from;
    Crs to;
    OperationInfo info;
    bool identity;
    mutable std::mutex mutex;
    mutable std::vector<std::unique_ptr<Tool>> idle; // as many as threads ever asked at once
};

std::size_t Operation::Definition::transform(std::span<QPointF> points,
                                             PJ_DIRECTION direction) const
{
    if (points.empty())
        return 0;
    if (!identity) {
        std::unique_ptr<Tool> tool = take();
        double* x = &points.front().rx();
        double* y = &points.front().ry();
        if (tool->object) {
            proj_trans_generic(tool->object.get(), direction, x, sizeof(QPointF), points.size(), y,
                               sizeof(QPointF), points.size(), nullptr, 0, 0, nullptr, 0, 0);
            proj_errno_reset(tool->object.get());
        } else {
            std::fill(points.begin(), points.end(), QPointF(HUGE_VAL, HUGE_VAL));
        }
        giveBack(std::move(tool));
    }
    std::size_t failed = 0;
    for (QPointF& point : points) {
        if (std::isfinite(point.x()) && std::isfinite(point.y()))
            continue;
        point = {std::nan(""), std::nan("")};
        ++failed;
    }
    return failed;
}

Operation::Operation(std::shared_ptr<const Definition> definition)
    : m_definition(std::move(definition))
{
}

std::vector<OperationInfo> Operation::candidates(const Crs& from, const Crs& to,
                                                 const std::optional<Extent>& degrees)
{
    if (from == to)
        return {standingStill()};
    ProjContext context;
    const ProjObject source = context.create(from.toText());
    const ProjObject target = context.create(to.toText());
    const std::unique_ptr<PJ_OPERATION_FACTORY_CONTEXT,
                          decltype(&proj_operation_factory_context_destroy)>
        factory(proj_create_operation_factory_context(context.get(), nullptr),
                &proj_operation_factory_context_destroy);
    if (degrees)
        proj_operation_factory_context_set_area_of_interest(context.get(), factory.get(),
                                                            degrees->west, degrees->south,
                                                            degrees->east, degrees->north);
    proj_operation_factory_context_set_spatial_criterion(
        context.get(), factory.get(), PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION);
    // Those that can be done here come first, the others are still listed.
    proj_operation_factory_context_set_grid_availability_use(
        context.get(), factory.get(), PROJ_GRID_AVAILABILITY_USED_FOR_SORTING);
    const std::unique_ptr<PJ_OBJ_LIST, decltype(&proj_list_destroy)> found(
        proj_create_operations(context.get(), source.get(), target.get(), factory.get()),
        &proj_list_destroy);
    std::vector<OperationInfo> result;
    const int count = found ? proj_list_get_count(found.get()) : 0;
    for (int i = 0; i < count; ++i) {
        const ProjObject operation(proj_list_get(context.get(), found.get(), i));
        OperationInfo info = infoOf(context, operation.get());
        const bool known =
            std::any_of(result.begin(), result.end(),
                        [&](const OperationInfo& other) { return other.key == info.key; });
        if (!info.key.isEmpty() && !namesForeignFile(info.key) && !known)
            result.push_back(std::move(info));
    }
    return result;
}

void Operation::refuseForeignFile(const Crs& from, const Crs& to, const QString& key)
{
    if (namesForeignFile(key))
        throw base::Error(Text::tr("The way from “%1” to “%2” that this file asks for would read "
                                   "another file of this computer. Choose another one for the "
                                   "layer.")
                              .arg(from.name(), to.name()),
                          key);
}

Operation Operation::make(const Crs& from, const Crs& to, OperationInfo info)
{
    refuseForeignFile(from, to, info.key);
    std::unique_ptr<Tool> tool = makeTool(info.key);
    if (!tool->object || proj_is_crs(tool->object.get()))
        throw base::Error(
            Text::tr("The way from “%1” to “%2” that was chosen cannot be used on this computer; "
                     "a grid file may be missing. Install it, or choose another way for the layer.")
                .arg(from.name(), to.name()),
            tool->context.complaint() + QStringLiteral(": ") + info.key);
    auto definition = std::make_shared<Definition>(from, to, std::move(info));
    definition->idle.push_back(std::move(tool));
    return Operation(std::move(definition));
}

Operation Operation::between(const Crs& from, const Crs& to, const std::optional<Extent>& degrees)
{
    if (from == to)
        return make(from, to, standingStill());
    // The search takes some hundredths of a second, and a window asks for the same ones again.
    static std::mutex mutex;
    static QHash<QString, Operation> found;
    constexpr qsizetype Most = 64;
    QString key = from.toText() + u'\n' + to.toText();
    if (degrees)
        for (const double side : {degrees->west, degrees->south, degrees->east, degrees->north})
            key += u'\n' + QString::number(side, 'g', 17);
    // Who asks for the same while it is looked for waits for it.
    const std::lock_guard lock(mutex);
    if (const auto known = found.constFind(key); known != found.cend())
        return *known;
    const std::vector<OperationInfo> all = candidates(from, to, degrees);
    for (const bool ballpark : {false, true})
        for (const OperationInfo& info : all)
            if (info.usable() && info.ballpark == ballpark && makeTool(info.key)->object) {
                const Operation operation = make(from, to, info);
                if (found.size() >= Most)
                    found.clear();
                found.insert(key, operation);
                return operation;
            }
    throw base::Error(Text::tr("No way is known from “%1” to “%2” on this computer. Choose another "
                               "reference system.")
                          .arg(from.name(), to.name()),
                      QStringLiteral("%1 candidates, none usable").arg(all.size()));
}

Operation Operation::fromKey(const Crs& from, const Crs& to, const QString& key)
{
    for (const OperationInfo& info : candidates(from, to))
        if (info.key == key)
            return make(from, to, info);
    OperationInfo info;
    info.key = key;
    info.name = key;
    return make(from, to, std::move(info));
}

Operation Operation::fromInfo(const Crs& from, const Crs& to, const OperationInfo& info)
{
    refuseForeignFile(from, to, info.key);
    return Operation(std::make_shared<Definition>(from, to, info));
}

const Crs& Operation::from() const
{
    return m_definition->from;
}

const Crs& Operation::to() const
{
    return m_definition->to;
}

const OperationInfo& Operation::info() const
{
    return m_definition->info;
}

bool Operation::isIdentity() const
{
    return m_definition->identity;
}

QString Operation::target() const
{
    return to().toText() + u'\n' + info().key;
}

std::size_t Operation::forward(std::span<QPointF> points) const
{
    return m_definition->transform(points, PJ_FWD);
}

std::size_t Operation::inverse(std::span<QPointF> points) const
{
    return m_definition->transform(points, PJ_INV);
}

namespace {

template <typename Move>
Extent movedExtent(const Extent& extent, Move&& move)
{
    constexpr int Steps = 20;
    Extent moved;
    if (extent.isEmpty())
        return moved;
    std::vector<QPointF> points;
    for (int i = 0; i <= Steps; ++i)
        for (int k = 0; k <= Steps; ++k)
            points.emplace_back(extent.west + extent.width() * i / Steps,
                                extent.south + extent.height() * k / Steps);
    move(points);
    for (const QPointF& point : points)
        if (std::isfinite(point.x()))
            moved.add(point);
    return moved;
}

} // namespace

Extent Operation::forward(const Extent& extent) const
{
    return movedExtent(extent, [this](std::span<QPointF> points) { forward(points); });
}

Extent Operation::inverse(const Extent& extent) const
{
    return movedExtent(extent, [this](std::span<QPointF> points) { inverse(points); });
}

std::optional<Extent> roughDegrees(const Crs& crs, const Extent& extent)
{
    const Extent degrees = Operation::between(crs, Crs::wgs84()).forward(extent);
    if (degrees.isEmpty() || degrees.south < -90.001 || degrees.north > 90.001 ||
        degrees.west < -540 || degrees.east > 540)
        return std::nullopt;
    return degrees;
}

} // namespace geo
