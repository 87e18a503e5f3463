// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/symbols.h"

#include <QHash>
#include <QPainter>
#include <algorithm>
#include <cmath>

namespace geo {

namespace {

struct KindLook
{
    SiteShape shape;
    QRgb color;
};

// Colours after Okabe & Ito (2008), told apart by the common kinds of colour blindness.
const QHash<QString, KindLook>& kindLooks()
{
    static const QHash<QString, KindLook> looks{
        {QStringLiteral("mine"), {SiteShape::Circle, 0xffd55e00}},
        {QStringLiteral("deposit"), {SiteShape::Diamond, 0xffe69f00}},
        {QStringLiteral("prospect"), {SiteShape::Saltire, 0xff8c6d1f}},
        {QStringLiteral("processing_plant"), {SiteShape::Square, 0xff0072b2}},
        {QStringLiteral("smelter_refinery"), {SiteShape::Chimney, 0xffb0558a}},
        {QStringLiteral("smelter"), {SiteShape::Chimney, 0xffb0558a}},
        {QStringLiteral("refinery"), {SiteShape::Chimney, 0xffb0558a}},
        {QStringLiteral("manufacturing_plant"), {SiteShape::Sawtooth, 0xff009e73}},
        {QStringLiteral("waste"), {SiteShape::Heap, 0xff666666}},
        {QStringLiteral("tailings"), {SiteShape::Heap, 0xff666666}},
    };
    return looks;
}

const QHash<QString, StageFill>& stageFills()
{
    static const QHash<QString, StageFill> fills{
        {QStringLiteral("production"), StageFill::Full},
        {QStringLiteral("operating"), StageFill::Full},
        {QStringLiteral("construction"), StageFill::Half},
        {QStringLiteral("development"), StageFill::Half},
        {QStringLiteral("feasibility"), StageFill::Core},
        {QStringLiteral("prefeasibility"), StageFill::Core},
        {QStringLiteral("scoping"), StageFill::Core},
        {QStringLiteral("advanced_exploration"), StageFill::Core},
        {QStringLiteral("resource"), StageFill::Core},
        {QStringLiteral("exploration"), StageFill::Hollow},
        {QStringLiteral("discovery"), StageFill::Hollow},
        {QStringLiteral("planned"), StageFill::Hollow},
        {QStringLiteral("occurrence"), StageFill::Hollow},
        {QStringLiteral("care_and_maintenance"), StageFill::Struck},
        {QStringLiteral("past_producer"), StageFill::Struck},
        {QStringLiteral("closed"), StageFill::Struck},
        {QStringLiteral("suspended"), StageFill::Struck},
        {QStringLiteral("abandoned"), StageFill::Struck},
    };
    return fills;
}

QPainterPath polygon(std::initializer_list<QPointF> points)
{
    QPainterPath path;
    path.addPolygon(QPolygonF(QList<QPointF>(points)));
    path.closeSubpath();
    return path;
}

// Where a dot sits well inside a shape.
QPointF massCentre(SiteShape shape, QPointF centre, double side)
{
    const double lower = shape == SiteShape::Chimney    ? 0.22
                         : shape == SiteShape::Sawtooth ? 0.14
                                                        : 0;
    return centre + QPointF(0, lower * side);
}

const QColor White(255, 255, 255);

QColor mixed(const QColor& a, const QColor& b, double share)
{
    const auto mix = [share](int x, int y) { return int(std::lround(x + (y - x) * share)); };
    return QColor(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

} // namespace

SiteShape siteShape(const QString& kind)
{
    const auto found = kindLooks().constFind(kind);
    return found == kindLooks().cend() ? SiteShape::Lozenge : found->shape;
}

StageFill stageFill(const QString& stage)
{
    return stageFills().value(stage, StageFill::Unknown);
}

QColor siteColor(const QString& kind)
{
    const auto found = kindLooks().constFind(kind);
    return QColor::fromRgb(found == kindLooks().cend() ? 0xff4d4d4d : found->color);
}

QString siteStageExample(StageFill fill)
{
    switch (fill) {
    case StageFill::Full:
        return QStringLiteral("production");
    case StageFill::Half:
        return QStringLiteral("construction");
    case StageFill::Core:
        return QStringLiteral("feasibility");
    case StageFill::Hollow:
        return QStringLiteral("exploration");
    case StageFill::Struck:
        return QStringLiteral("closed");
    case StageFill::Unknown:
        break;
    }
    return {};
}

QPainterPath siteOutline(SiteShape shape)
{
    switch (shape) {
    case SiteShape::Circle: {
        QPainterPath path;
        path.addEllipse(QPointF(0, 0), 0.5, 0.5);
        return path;
    }
    case SiteShape::Diamond:
        return polygon({{0, -0.5}, {0.5, 0}, {0, 0.5}, {-0.5, 0}});
    case SiteShape::Saltire: {
        const double w = 0.2; // half the width of an arm, along an axis
        return polygon({{-0.5, -0.5 + w},
                        {-0.5 + w, -0.5},
                        {0, -w},
                        {0.5 - w, -0.5},
                        {0.5, -0.5 + w},
                        {w, 0},
                        {0.5, 0.5 - w},
                        {0.5 - w, 0.5},
                        {0, w},
                        {-0.5 + w, 0.5},
                        {-0.5, 0.5 - w},
                        {-w, 0}});
    }
    case SiteShape::Square:
        return polygon({{-0.5, -0.5}, {0.5, -0.5}, {0.5, 0.5}, {-0.5, 0.5}});
    case SiteShape::Chimney:
        return polygon(
            {{-0.5, 0.5}, {-0.5, -0.5}, {-0.1, -0.5}, {-0.1, -0.05}, {0.5, -0.05}, {0.5, 0.5}});
    case SiteShape::Sawtooth:
        return polygon({{-0.5, 0.5}, {-0.5, -0.1}, {0, -0.5}, {0, -0.1}, {0.5, -0.5}, {0.5, 0.5}});
    case SiteShape::Heap:
        return polygon({{-0.5, 0.4}, {-0.2, -0.4}, {0.2, -0.4}, {0.5, 0.4}});
    case SiteShape::Lozenge:
        return polygon({{-0.5, 0}, {-0.3, -0.3}, {0.3, -0.3}, {0.5, 0}, {0.3, 0.3}, {-0.3, 0.3}});
    }
    return {};
}

QColor siteColor(const SiteLook& look)
{
    const QColor color = look.color != 0 ? QColor::fromRgb(look.color) : siteColor(look.kind);
    return look.dimmed ? mixed(color, White, 0.6) : color;
}

void drawSite(QPainter& painter, QPointF centre, double size, const SiteLook& look)
{
    const QColor color = siteColor(look);
    QColor ink(0x1f, 0x1f, 0x1f);
    if (look.dimmed)
        ink = mixed(ink, White, 0.6);
    if (look.highlighted)
        size *= 1.35;
    // A whole number of pixels to each side, so that upright edges fall between pixels.
    const SiteShape shape = siteShape(look.kind);
    double side = std::max(4.0, 2 * std::round(size / 2));
    if (shape == SiteShape::Square)
        side -= 2; // as heavy to the eye as the others
    QTransform place;
    place.translate(centre.x(), centre.y());
    place.scale(side, side);
    const QPainterPath outline = place.map(siteOutline(shape));
    const QRectF box = outline.boundingRect();

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (look.selected || look.highlighted) {
        const double radius = std::max(4.0, 2 * std::round(size / 2)) / 2 + 3.5;
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(White, 4));
        painter.drawEllipse(centre, radius, radius);
        painter.setPen(QPen(look.selected ? QColor(0x00, 0x5f, 0xcc) : ink, 2));
        painter.drawEllipse(centre, radius, radius);
    }
    painter.setPen(QPen(QColor(255, 255, 255, 220), 3, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(White);
    painter.drawPath(outline);

    painter.setPen(Qt::NoPen);
    const StageFill fill = stageFill(look.stage);
    switch (fill) {
    case StageFill::Full:
        painter.fillPath(outline, color);
        break;
    case StageFill::Half: {
        QPainterPath lower;
        lower.addRect(
            QRectF(box.left() - 1, std::floor(box.center().y()), box.width() + 2, box.height()));
        painter.fillPath(outline.intersected(lower), color);
        break;
    }
    case StageFill::Core: {
        const QPointF middle = massCentre(shape, centre, side);
        const double radius = side * 0.17;
        painter.setBrush(color);
        painter.drawEllipse(middle, radius, radius);
        break;
    }
    case StageFill::Hollow:
        break;
    case StageFill::Struck:
        painter.fillPath(outline, mixed(color, White, 0.7));
        break;
    case StageFill::Unknown:
        painter.fillPath(outline, mixed(color, White, 0.45));
        painter.setBrush(White);
        painter.drawEllipse(massCentre(shape, centre, side), side * 0.15, side * 0.15);
        break;
    }
    const QPen edge(ink, 1, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
    painter.strokePath(outline, edge);
    if (fill == StageFill::Struck) {
        const double reach = side / 2 + 1;
        painter.setPen(QPen(ink, 1.4, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(centre + QPointF(-reach, reach), centre + QPointF(reach, -reach));
    }
    painter.restore();
}

QImage siteImage(const SiteLook& look, int size, double devicePixelRatio)
{
    const int pixels = std::max(1, int(std::lround(size * devicePixelRatio)));
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(devicePixelRatio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    const double ring = look.selected || look.highlighted ? 10 : 4;
    const double shape = (size - ring) / (look.highlighted ? 1.35 : 1);
    // The centre of a pixel, where the image has one.
    const double centre = std::floor(size / 2.0) + 0.5;
    drawSite(painter, QPointF(centre, centre), std::floor((shape - 1) / 2) * 2, look);
    return image;
}

SiteDot siteDot(const SiteLook& look, int size, double devicePixelRatio)
{
    const int pixels = std::max(1, int(std::lround(size * devicePixelRatio)));
    QImage empty(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    empty.setDevicePixelRatio(devicePixelRatio);
    empty.fill(Qt::transparent);
    SiteDot dot{empty, empty};
    QTransform place;
    place.translate(std::floor(size / 2.0) + 0.5, std::floor(size / 2.0) + 0.5);
    place.scale(size - 4, size - 4);
    const QPainterPath outline = place.map(siteOutline(siteShape(look.kind)));
    QPainter ground(&dot.ground);
    ground.setRenderHint(QPainter::Antialiasing);
    ground.setPen(QPen(White, 2.4, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    ground.setBrush(White);
    ground.drawPath(outline);
    QPainter shape(&dot.shape);
    shape.setRenderHint(QPainter::Antialiasing);
    shape.fillPath(outline, siteColor(look));
    return dot;
}

} // namespace geo
