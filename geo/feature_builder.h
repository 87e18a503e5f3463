// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/feature_layer.h"
#include "geo/operation_grid.h"
#include "geo/text_encoding.h"
#include "geo/vector_state.h"
#include <QElapsedTimer>
#include <QHash>
#include <optional>
#include <vector>

namespace geo {

// GDAL's handles (OGRFeatureH, OGRGeometryH) are void* here.

// A date or a time as ISO 8601.
QString dateTimeText(void* feature, int field);

// Internal to this room: takes features one by one and makes a FeatureLayer of them.
class FeatureLayerBuilder
{
public:
    FeatureLayerBuilder(const VectorSource::State& source, const Operation& operation,
                        std::size_t mostPoints, const base::Progress& progress,
                        const LayerDrafts* drafts = nullptr);

    // Both throw base::Error, base::Cancelled.
    void add(void* feature);
    FeatureLayer finish(std::vector<base::Issue>* issues);
    std::size_t points() const { return m_layer.m_points.size(); }

private:
    void addValues(void* feature);
    bool addGeometry(void* geometry);
    bool addRun(void* simple, PartKind kind);
    bool addPolygon(void* polygon);
    void addPoint(QPointF point);
    void makeRoom();
    void addEdge(QPointF from, QPointF to);
    void moveBlock();
    void showDraft();
    FeatureLayer draftOf(std::size_t begin, std::size_t end) const;
    void copyColumns(std::size_t begin, std::size_t end, FeatureLayer& draft) const;
    void makeGrid();
    void settle(std::size_t feature);
    void dropPlace(std::size_t feature);
    void settleText(std::vector<base::Issue>& issues);
    void reportPlaces(std::vector<base::Issue>& issues) const;
    void report(std::vector<base::Issue>& issues, qint64 count, const QString& text) const;
    void tell(std::vector<base::Issue>& issues, base::Severity severity, const QString& text) const;

    const VectorSource::State& m_source;
    const base::Progress& m_progress;
    std::size_t m_mostPoints;
    FeatureLayer m_layer;
    std::vector<Column::Content> m_columns;
    std::vector<QHash<QByteArray, std::uint32_t>> m_wordNumbers; // by column
    qint64 m_textBytes = 0;
    double m_longestEdge; // in the source's units; infinite: edges stay
    double m_reach;       // no coordinate is greater, in the source's units
    bool m_bad = false;   // the feature at hand holds a coordinate that is no number
    bool m_far = false;   // or one beyond m_reach
    std::vector<QPointF> m_run;
    std::size_t m_featureFirstPart = 0;
    std::size_t m_movedPoints = 0;
    std::optional<OperationGrid> m_grid; // of a large layer whose extent is known
    std::size_t m_settledFeatures = 0;
    const LayerDrafts* m_drafts;
    QElapsedTimer m_sinceDraft;
    qint64 m_nextDraftMs = 0;
    std::size_t m_draftFeatures = 0; // shown so far
    double m_draftCell = 0;          // degrees; 0: not known yet
    qint64 m_withoutPlace = 0;
    qint64 m_badNumbers = 0;
    qint64 m_outOfReach = 0;
    qint64 m_degenerate = 0;
};

} // namespace geo
