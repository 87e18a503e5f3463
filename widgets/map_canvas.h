// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/issue.h"
#include "geo/map_renderer.h"
#include "geo/map_snapshot.h"
#include "geo/prepared_layer.h"

#include <QImage>
#include <QPainterPath>
#include <QThreadPool>
#include <QTimer>
#include <QWidget>
#include <memory>
#include <optional>

namespace widgets {

class MapTool;

// The map: shows a snapshot, draws it on other threads, and lets the active tool have the mouse.
// While a new picture is being made the last one is shown where it now belongs. It knows neither
// the workspace nor any panel: what happens on it is said by signals.
class MapCanvas : public QWidget
{
    Q_OBJECT

public:
    // `prepared`: where what is made ready for drawing is kept; nullptr: its own.
    explicit MapCanvas(std::shared_ptr<geo::PreparedCache> prepared = nullptr,
                       QWidget* parent = nullptr);
    ~MapCanvas() override;

    // Everything but where the map looks, which stays as it is while the CRS is the same.
    void setContent(const geo::MapSnapshot& content);
    const geo::MapSnapshot& content() const { return m_content; }
    void setSelection(const std::set<base::Id>& selected);
    void setArrows(const std::vector<geo::ProjectArrow>& arrows);

    const geo::MapView& view() const { return m_content.view; }
    void setView(const geo::MapView& view);
    void fitLonLat(const geo::Extent& degrees);
    void zoom(double factor); // about the middle
    // How near to what is meant a click has to be, in metres of the ground.
    double reachMetres() const;
    void pan(QPointF pixels); // as the hand drags
    void centreOn(QPointF lonLat);

    // nullptr: the one that every map begins with (see map_tool.h).
    void setTool(std::unique_ptr<MapTool> tool);
    // What is outlined, in map units: the unit under the mouse. Empty: nothing.
    void setOutline(const QPainterPath& outline);
    const QPainterPath& outline() const { return m_outline; }
    // What is drawn to the right of a curtain in place of the content's layers; nullopt: there is
    // no curtain. It is dragged by its handle.
    void setBehind(const std::optional<std::vector<geo::MapLayer>>& layers);
    double curtain() const { return m_curtain; } // 0 to 1 of the width
    void setDecorations(const geo::Decorations& decorations);

    std::optional<base::Id> siteAt(QPointF pixel);
    std::vector<base::Id> sitesIn(const QRectF& pixels);
    // Where sites are clustered: the circle at a pixel.
    std::optional<geo::SiteCluster> clusterAt(QPointF pixel,
                                              std::vector<base::Id>* sites = nullptr);
    // Shows what is in the circle at a pixel, larger; where its sites cannot come apart they are
    // boxed. False where there is none.
    bool openCluster(QPointF pixel, bool extend);

    // True while a picture is being made.
    bool isDrawing() const;
    // The rectangle a tool draws out, in pixels; nullopt: none.
    void setRubberBand(const std::optional<QRectF>& rectangle);

    QSize sizeHint() const override { return {900, 600}; }

Q_SIGNALS:
    void viewChanged();
    void contentChanged();
    void siteClicked(base::Id id, bool extend); // extend: added to what is selected
    void placeClicked(QPointF lonLat);
    void sitesBoxed(const std::vector<base::Id>& ids, bool extend);
    // Where the mouse rests, and on which site; nullopt: it left the map.
    void hovered(const std::optional<QPointF>& lonLat, const std::optional<base::Id>& site);
    void clusterHovered(const geo::SiteCluster& cluster); // after hovered()
    void drawingChanged(bool drawing);
    void toolLeft(); // Escape
    // A picture of the layers is there; `issues`: those of them that could not be drawn.
    void drawn(const std::vector<base::Issue>& issues);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    // A picture, or the making of one.
    struct Plane
    {
        QImage image;
        std::optional<geo::MapView> view; // that the image was made for
        bool wanted = false;
        std::shared_ptr<base::Progress> progress; // while it is being made
        quint64 run = 0;
    };

    void want(Plane& plane);
    void startWanted();
    void start(Plane& plane);
    bool isOnCurtain(QPointF pixel) const;
    void paintCurtain(QPainter& painter) const;
    void take(Plane& plane, quint64 run, const QImage& image, const geo::MapView& view, bool last);
    void stop(Plane& plane);
    void viewMoved();
    QTransform toPixels() const; // from map units
    QRect outlineArea() const;
    void paintPlane(QPainter& painter, const Plane& plane) const;
    void setWords();

    geo::MapSnapshot m_content;
    std::shared_ptr<geo::PreparedCache> m_cache;
    Plane m_layers;
    Plane m_behind; // the curtain
    Plane m_sites;
    std::optional<std::vector<geo::MapLayer>> m_behindLayers;
    double m_curtain = 0.5;
    bool m_draggingCurtain = false;
    std::shared_ptr<const geo::Sites> m_drawnSites; // once drawn, where they lie is known at once
    QTimer m_start;
    QThreadPool m_pool;
    std::unique_ptr<MapTool> m_tool;
    std::optional<QRectF> m_rubberBand;
    QPainterPath m_outline;
    QPointF m_wheelRest;
    bool m_wasDrawing = false;
};

} // namespace widgets
