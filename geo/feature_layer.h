// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/issue.h"
#include "base/progress.h"
#include "geo/geometry.h"
#include "geo/operation.h"
#include "geo/spatial_index.h"
#include "geo/vector_source.h"
#include <QPointF>
#include <QString>
#include <QVariant>
#include <optional>
#include <span>
#include <vector>

namespace geo {

// The values of one field, one to a feature. Text is kept once per distinct word.
class Column
{
public:
    const Field& field() const { return m_field; }
    bool isMissing(std::size_t feature) const;
    // As the file writes it, numbers in C locale; empty where missing.
    QString text(std::size_t feature) const;
    // Of a number, or of a text that reads as one in C locale.
    std::optional<double> number(std::size_t feature) const;
    QVariant value(std::size_t feature) const; // invalid where missing

    // Text fields: every distinct word in order of appearance, and which one a feature has.
    static constexpr std::uint32_t NoWord = 0xffffffff;
    std::span<const QString> words() const { return m_words; }
    std::uint32_t word(std::size_t feature) const { return m_word[feature]; }

private:
    friend class FeatureLayerBuilder;
    Field m_field;
    std::vector<QString> m_words;
    std::vector<std::uint32_t> m_word;
    std::vector<qint64> m_integers;
    std::vector<double> m_reals; // NaN: missing
    std::vector<bool> m_missing; // of integers
};

// Everything of one vector layer in memory, in degrees of WGS 84 (x longitude), and where it came
// from. Never changes once it is read: share it by std::shared_ptr<const FeatureLayer>.
class FeatureLayer
{
public:
    struct Part
    {
        std::uint32_t first = 0; // of points
        std::uint32_t count = 0;
        PartKind kind = PartKind::Point;
    };
    // A file of more points is refused, so that none can eat the machine: 16 bytes each.
    static constexpr std::size_t MostPoints = 100'000'000;

    // Reads all features through the pinned operation, whose from() is the source's CRS or, where
    // it has none, the one a person named. Curves become lines; long edges of a projected CRS are
    // divided so that they stay where they were drawn; features without a usable place are kept
    // with kind None and counted in `issues`. Throws base::Error, base::Cancelled.
    static FeatureLayer read(VectorSource& source, const Operation& toWgs84,
                             base::Progress& progress, std::vector<base::Issue>* issues = nullptr,
                             std::size_t mostPoints = MostPoints);

    std::size_t size() const { return m_features.size(); }
    GeometryKind kind(std::size_t feature) const { return m_features[feature].kind; }
    // What most features are; None where there are none.
    GeometryKind kind() const { return m_kind; }
    const Extent& box(std::size_t feature) const { return m_features[feature].box; }
    Extent extent() const { return m_index.extent(); }
    std::span<const Part> parts(std::size_t feature) const
    {
        return {m_parts.data() + m_features[feature].firstPart, m_features[feature].partCount};
    }
    std::span<const QPointF> points(const Part& part) const
    {
        return {m_points.data() + part.first, part.count};
    }
    std::size_t pointCount() const { return m_points.size(); }
    const SpatialIndex& index() const { return m_index; } // of box()

    const std::vector<Column>& columns() const { return m_columns; }
    // By name, upper and lower case alike.
    const Column* column(const QString& name) const;

    // From the file's CRS to WGS 84; its info().accuracyMetres is the layer's own.
    const Operation& operation() const { return m_operation; }
    const QString& fileName() const { return m_fileName; }
    const QString& sublayer() const { return m_sublayer; }

private:
    friend class FeatureLayerBuilder;
    struct Feature
    {
        Extent box;
        std::uint32_t firstPart = 0;
        std::uint32_t partCount = 0;
        GeometryKind kind = GeometryKind::None;
    };
    explicit FeatureLayer(const Operation& operation);

    std::vector<Feature> m_features;
    std::vector<Part> m_parts;
    std::vector<QPointF> m_points;
    std::vector<Column> m_columns;
    SpatialIndex m_index;
    GeometryKind m_kind = GeometryKind::None;
    Operation m_operation;
    QString m_fileName;
    QString m_sublayer;
};

} // namespace geo
