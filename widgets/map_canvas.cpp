// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map_canvas.h"

#include "base/os.h"
#include "widgets/job.h"
#include "widgets/map_tool.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPointer>
#include <QWheelEvent>

#include <cmath>

namespace widgets {

namespace {

constexpr double WheelFactor = 1.25; // of a notch
constexpr double NotchDegrees8 = 120;
constexpr double OneSpotMetres = 50;
constexpr double ReachPixels = 6;
constexpr double OpenedMargin = 0.15;

QSizeF sizeOf(const QWidget& widget)
{
    return QSizeF(std::max(1, widget.width()), std::max(1, widget.height()));
}

} // namespace

MapCanvas::MapCanvas(std::shared_ptr<geo::PreparedCache> prepared, QWidget* parent)
    : QWidget(parent)
    , m_content(geo::MapView(geo::Crs::wgs84(), QSizeF(900, 600)))
    , m_cache(prepared ? std::move(prepared) : std::make_shared<geo::PreparedCache>())
    , m_tool(std::make_unique<NavigateTool>())
{
    setObjectName(QStringLiteral("mapCanvas"));
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setMinimumSize(200, 150);
    m_pool.setMaxThreadCount(2);
    m_start.setSingleShot(true);
    m_start.setInterval(0);
    connect(&m_start, &QTimer::timeout, this, &MapCanvas::startWanted);
    setWords();
}

MapCanvas::~MapCanvas()
{
    for (Plane* plane : {&m_layers, &m_behind, &m_sites})
        stop(*plane);
    m_pool.waitForDone();
}

void MapCanvas::setWords()
{
    setAccessibleName(tr("Map"));
    setAccessibleDescription(tr("All that the map shows is also in the table of sites."));
}

void MapCanvas::setContent(const geo::MapSnapshot& content)
{
    const geo::MapView view = m_content.view;
    const bool sameCrs = view.crs() == content.view.crs();
    m_content = content;
    if (sameCrs)
        m_content.view = view;
    m_content.view.resize(sizeOf(*this));
    if (!sameCrs) {
        for (Plane* plane : {&m_layers, &m_behind, &m_sites})
            plane->image = {};
        m_drawnSites.reset();
        Q_EMIT viewChanged();
    }
    want(m_layers);
    if (m_behindLayers)
        want(m_behind);
    want(m_sites);
    Q_EMIT contentChanged();
}

void MapCanvas::setSelection(const std::set<base::Id>& selected)
{
    if (m_content.selected == selected)
        return;
    m_content.selected = selected;
    want(m_sites);
}

void MapCanvas::setArrows(const std::vector<geo::ProjectArrow>& arrows)
{
    m_content.arrows = arrows;
    want(m_sites);
}

void MapCanvas::setView(const geo::MapView& view)
{
    m_content.view = view;
    m_content.view.resize(sizeOf(*this));
    viewMoved();
}

void MapCanvas::fitLonLat(const geo::Extent& degrees)
{
    if (degrees.south > degrees.north)
        return;
    m_content.view.fitLonLat(degrees);
    viewMoved();
}

void MapCanvas::zoom(double factor)
{
    m_content.view.zoomAt(QPointF(width() / 2.0, height() / 2.0), factor);
    viewMoved();
}

double MapCanvas::reachMetres() const
{
    return ReachPixels * m_content.view.metresPerPixel();
}

void MapCanvas::pan(QPointF pixels)
{
    m_content.view.pan(pixels);
    viewMoved();
}

void MapCanvas::centreOn(QPointF lonLat)
{
    const auto pixel = m_content.view.fromLonLat(lonLat);
    if (!pixel)
        return;
    m_content.view.setCentre(m_content.view.toMap(*pixel));
    viewMoved();
}

void MapCanvas::viewMoved()
{
    want(m_layers);
    if (m_behindLayers)
        want(m_behind);
    want(m_sites);
    Q_EMIT viewChanged();
    update();
}

void MapCanvas::setTool(std::unique_ptr<MapTool> tool)
{
    m_tool = tool ? std::move(tool) : std::make_unique<NavigateTool>();
    unsetCursor();
    setRubberBand({});
}

void MapCanvas::setOutline(const QPainterPath& outline)
{
    if (m_outline == outline)
        return;
    // Only where it was and where it will be: the mouse wanders over units all the time.
    update(outlineArea());
    m_outline = outline;
    update(outlineArea());
}

QTransform MapCanvas::toPixels() const
{
    const QPointF corner = m_content.view.toMap(QPointF(0, 0));
    const double scale = 1 / m_content.view.unitsPerPixel();
    return {scale, 0, 0, -scale, -corner.x() * scale, corner.y() * scale};
}

QRect MapCanvas::outlineArea() const
{
    constexpr int Pen = 4;
    if (m_outline.isEmpty())
        return {};
    return toPixels()
        .mapRect(m_outline.controlPointRect())
        .intersected(QRectF(rect()))
        .toAlignedRect()
        .adjusted(-Pen, -Pen, Pen, Pen);
}

void MapCanvas::setBehind(const std::optional<std::vector<geo::MapLayer>>& layers)
{
    m_behindLayers = layers;
    if (layers) {
        want(m_behind);
    } else {
        stop(m_behind);
        m_behind.image = {};
    }
    update();
}

bool MapCanvas::isOnCurtain(QPointF pixel) const
{
    constexpr double Grip = 6;
    return m_behindLayers && std::abs(pixel.x() - m_curtain * width()) <= Grip;
}

void MapCanvas::paintCurtain(QPainter& painter) const
{
    const double x = std::floor(m_curtain * width()) + 0.5;
    const double middle = std::floor(height() / 2.0) + 0.5;
    painter.save();
    painter.setPen(QPen(Qt::white, 4));
    painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
    painter.drawLine(QPointF(x, 0), QPointF(x, height()));
    painter.setPen(QPen(Qt::white, 1.5));
    painter.setBrush(palette().color(QPalette::Highlight));
    painter.drawEllipse(QPointF(x, middle), 9, 9);
    for (const int side : {-1, 1})
        painter.drawPolyline(
            QPolygonF({QPointF(x + side * 2.5, middle - 3.5), QPointF(x + side * 5.5, middle),
                       QPointF(x + side * 2.5, middle + 3.5)}));
    painter.restore();
}

void MapCanvas::setDecorations(const geo::Decorations& decorations)
{
    m_content.decorations = decorations;
    want(m_sites); // names keep clear of what is drawn over them
    update();
}

std::optional<base::Id> MapCanvas::siteAt(QPointF pixel)
{
    if (!m_drawnSites || m_drawnSites != m_content.sites)
        return {};
    return geo::siteAt(m_content, *m_cache, pixel);
}

std::vector<base::Id> MapCanvas::sitesIn(const QRectF& pixels)
{
    if (!m_drawnSites || m_drawnSites != m_content.sites)
        return {};
    return geo::sitesIn(m_content, *m_cache, pixels);
}

std::optional<geo::SiteCluster> MapCanvas::clusterAt(QPointF pixel, std::vector<base::Id>* sites)
{
    if (!m_drawnSites || m_drawnSites != m_content.sites)
        return {};
    return geo::clusterAt(m_content, *m_cache, pixel, sites);
}

bool MapCanvas::openCluster(QPointF pixel, bool extend)
{
    std::vector<base::Id> sites;
    const auto cluster = clusterAt(pixel, &sites);
    if (!cluster)
        return false;
    // On one spot, as far as a map can tell.
    const double widest = std::max(cluster->extent.width(), cluster->extent.height());
    if (widest * m_content.view.crs().metresPerUnit() < OneSpotMetres) {
        Q_EMIT sitesBoxed(sites, extend);
        return true;
    }
    m_content.view.fit(cluster->extent, OpenedMargin);
    viewMoved();
    return true;
}

bool MapCanvas::isDrawing() const
{
    return m_start.isActive() || m_layers.progress || m_behind.progress || m_sites.progress;
}

void MapCanvas::setRubberBand(const std::optional<QRectF>& rectangle)
{
    m_rubberBand = rectangle;
    update();
}

void MapCanvas::want(Plane& plane)
{
    plane.wanted = true;
    if (!m_start.isActive())
        m_start.start();
}

void MapCanvas::stop(Plane& plane)
{
    if (plane.progress)
        plane.progress->cancel();
    plane.progress.reset();
    ++plane.run;
}

void MapCanvas::startWanted()
{
    for (Plane* plane : {&m_layers, &m_sites, &m_behind})
        if (plane->wanted)
            start(*plane);
    if (!m_wasDrawing && isDrawing()) {
        m_wasDrawing = true;
        Q_EMIT drawingChanged(true);
    }
}

void MapCanvas::start(Plane& plane)
{
    stop(plane);
    plane.wanted = false;
    m_content.devicePixelRatio = devicePixelRatioF();
    m_content.background = Qt::white;
    const bool layers = &plane != &m_sites;
    const bool tells = &plane == &m_layers;
    geo::MapSnapshot content = m_content;
    if (&plane == &m_behind && m_behindLayers)
        content.layers = *m_behindLayers;
    plane.progress = std::make_shared<base::Progress>();

    const QPointer<MapCanvas> self(this);
    const auto deliver = [self, &plane, run = plane.run, view = m_content.view,
                          sites = m_content.sites](QImage image, bool last) {
        QMetaObject::invokeMethod(self,
                                  [self, &plane, run, view, sites, image = std::move(image), last] {
                                      if (!self)
                                          return;
                                      if (last && &plane == &self->m_sites && run == plane.run)
                                          self->m_drawnSites = sites;
                                      self->take(plane, run, image, view, last);
                                  });
    };
    m_pool.start([snapshot = std::move(content), cache = m_cache, progress = plane.progress,
                  deliver, layers, tells, self] {
        base::yieldToOthers();
        std::vector<base::Issue> issues;
        QImage image;
        const auto outcome = attempt([&] {
            if (layers) {
                image = geo::renderLayers(
                    snapshot, *cache, *progress,
                    [&](const QImage& partial) { deliver(partial, false); }, &issues);
            } else {
                const double ratio = snapshot.devicePixelRatio;
                image = QImage((snapshot.view.size() * ratio).toSize(),
                               QImage::Format_ARGB32_Premultiplied);
                image.setDevicePixelRatio(ratio);
                image.fill(Qt::transparent);
                QPainter painter(&image);
                painter.setRenderHint(QPainter::Antialiasing);
                geo::drawSites(snapshot, *cache, painter, *progress);
            }
        });
        if (outcome.cancelled)
            return;
        if (!outcome.ok())
            issues.push_back({base::Severity::Error, outcome.message, {}});
        deliver(image, true);
        if (tells)
            QMetaObject::invokeMethod(self, [self, issues] {
                if (self)
                    Q_EMIT self->drawn(issues);
            });
    });
}

void MapCanvas::take(Plane& plane, quint64 run, const QImage& image, const geo::MapView& view,
                     bool last)
{
    if (run != plane.run)
        return; // of a picture that is no longer wanted
    if (!image.isNull()) {
        plane.image = image;
        plane.view = view;
    }
    if (last)
        plane.progress.reset();
    update();
    if (m_wasDrawing && !isDrawing()) {
        m_wasDrawing = false;
        Q_EMIT drawingChanged(false);
    }
}

void MapCanvas::paintPlane(QPainter& painter, const Plane& plane) const
{
    if (plane.image.isNull() || !plane.view || !(plane.view->crs() == m_content.view.crs()))
        return;
    const geo::MapView& now = m_content.view;
    const double scale = plane.view->unitsPerPixel() / now.unitsPerPixel();
    const QPointF corner = now.toPixel(plane.view->toMap(QPointF(0, 0)));
    if (scale > 64 || scale < 1.0 / 256)
        return;
    const bool still = std::abs(scale - 1) < 1e-9;
    // Quickly while a sharp one is on its way. The layers' picture has no holes.
    painter.setRenderHint(QPainter::SmoothPixmapTransform, !still && !plane.progress);
    painter.setCompositionMode(&plane == &m_sites ? QPainter::CompositionMode_SourceOver
                                                  : QPainter::CompositionMode_Source);
    const double ratio = plane.image.devicePixelRatio();
    const QSizeF size(plane.image.width() / ratio * scale, plane.image.height() / ratio * scale);
    // A picture that stands still lies on whole device pixels, so that it stays sharp.
    const QPointF at = still ? QPointF(std::round(corner.x() * ratio) / ratio,
                                       std::round(corner.y() * ratio) / ratio)
                             : corner;
    painter.drawImage(QRectF(at, size), plane.image, QRectF(plane.image.rect()));
    painter.setCompositionMode(QPainter::CompositionMode_SourceOver);
}

void MapCanvas::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_content.background);
    paintPlane(painter, m_layers);
    if (m_behindLayers) {
        painter.save();
        painter.setClipRect(QRectF(m_curtain * width(), 0, width(), height()));
        painter.fillRect(rect(), m_content.background);
        paintPlane(painter, m_behind);
        painter.restore();
    }
    paintPlane(painter, m_sites);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_outline.isEmpty()) {
        const QPainterPath path = toPixels().map(m_outline);
        painter.strokePath(path, QPen(QColor(255, 255, 255, 200), 4));
        painter.strokePath(path, QPen(palette().color(QPalette::Highlight), 2));
    }
    geo::drawDecorations(m_content, painter);
    if (m_behindLayers)
        paintCurtain(painter);
    m_tool->paint(*this, painter);
    if (m_rubberBand) {
        QColor accent = palette().color(QPalette::Highlight);
        painter.setPen(QPen(accent, 1.5));
        accent.setAlpha(40);
        painter.setBrush(accent);
        painter.drawRect(*m_rubberBand);
    }
    if (hasFocus()) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void MapCanvas::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_content.view.resize(sizeOf(*this));
    viewMoved();
}

void MapCanvas::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        setWords();
    QWidget::changeEvent(event);
}

void MapCanvas::wheelEvent(QWheelEvent* event)
{
    const double notches = event->angleDelta().y() / NotchDegrees8;
    if (notches == 0)
        return;
    m_content.view.zoomAt(event->position(), std::pow(WheelFactor, notches));
    viewMoved();
    event->accept();
}

void MapCanvas::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && isOnCurtain(event->position()))
        m_draggingCurtain = true;
    else
        m_tool->press(*this, *event);
}

void MapCanvas::mouseMoveEvent(QMouseEvent* event)
{
    if (m_draggingCurtain) {
        m_curtain = std::clamp(event->position().x() / width(), 0.0, 1.0);
        update();
        return;
    }
    if (m_behindLayers && event->buttons() == Qt::NoButton) {
        if (isOnCurtain(event->position()))
            setCursor(Qt::SplitHCursor);
        else if (cursor().shape() == Qt::SplitHCursor)
            unsetCursor();
    }
    m_tool->move(*this, *event);
    if (event->buttons() != Qt::NoButton)
        return;
    Q_EMIT hovered(m_content.view.toLonLat(event->position()), siteAt(event->position()));
    if (const auto cluster = clusterAt(event->position()))
        Q_EMIT clusterHovered(*cluster);
}

void MapCanvas::mouseReleaseEvent(QMouseEvent* event)
{
    if (m_draggingCurtain)
        m_draggingCurtain = false;
    else
        m_tool->release(*this, *event);
}

void MapCanvas::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (event->button() != Qt::LeftButton || m_tool->doubleClick(*this, *event))
        return;
    m_content.view.setCentre(m_content.view.toMap(event->position()));
    viewMoved();
}

void MapCanvas::keyPressEvent(QKeyEvent* event)
{
    if (m_tool->key(*this, *event))
        return;
    const double step = std::min(width(), height()) / 8.0;
    switch (event->key()) {
    case Qt::Key_BracketLeft:
    case Qt::Key_BracketRight:
        if (m_behindLayers) {
            const double way = event->key() == Qt::Key_BracketLeft ? -0.05 : 0.05;
            m_curtain = std::clamp(m_curtain + way, 0.0, 1.0);
            update();
        }
        return;
    case Qt::Key_Escape:
        Q_EMIT toolLeft();
        return;
    case Qt::Key_Left:
        return pan(QPointF(step, 0));
    case Qt::Key_Right:
        return pan(QPointF(-step, 0));
    case Qt::Key_Up:
        return pan(QPointF(0, step));
    case Qt::Key_Down:
        return pan(QPointF(0, -step));
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(WheelFactor);
    case Qt::Key_Minus:
        return zoom(1 / WheelFactor);
    default:
        QWidget::keyPressEvent(event);
    }
}

void MapCanvas::leaveEvent(QEvent* event)
{
    Q_EMIT hovered({}, {});
    QWidget::leaveEvent(event);
}

} // namespace widgets
