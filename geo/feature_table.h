// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "geo/geometry.h"
#include "geo/operation.h"
#include "geo/vector_source.h"
#include <QString>
#include <QVariant>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace geo {

class CookedLayer;
struct LayerDrafts;

// The values of one field, one to a feature. Text is kept once per distinct word. A value that is
// cheap to copy.
class Column
{
public:
    static constexpr std::uint32_t NoWord = 0xffffffff;

    // What it is made of, by the type of its field; without pointers, so that it may lie in a file.
    struct Arrays
    {
        std::span<const char16_t> text; // Text: the distinct words, in order of appearance
        std::span<const std::uint32_t> wordEnds;
        std::span<const std::uint32_t> words;  // by feature, or NoWord
        std::span<const qint64> integers;      // Integer
        std::span<const std::uint8_t> missing; // Integer: 1 where it is
        std::span<const double> reals;         // Real: NaN where missing
    };
    struct Content
    {
        Field field;
        std::u16string text;
        std::vector<std::uint32_t> wordEnds;
        std::vector<std::uint32_t> words;
        std::vector<qint64> integers;
        std::vector<std::uint8_t> missing;
        std::vector<double> reals;
    };

    explicit Column(Content content);
    Column(Field field, const Arrays& arrays, std::shared_ptr<const void> owner);

    const Field& field() const { return m_field; }
    bool isMissing(std::size_t feature) const;
    // As the file writes it, numbers in C locale; empty where missing.
    QString text(std::size_t feature) const;
    // Of a number, or of a text that reads as one in C locale.
    std::optional<double> number(std::size_t feature) const;
    QVariant value(std::size_t feature) const; // invalid where missing

    // Text fields: how many distinct words there are, each, and which one a feature has.
    std::size_t wordCount() const { return m_arrays.wordEnds.size(); }
    QString wordText(std::size_t word) const;
    std::uint32_t word(std::size_t feature) const { return m_arrays.words[feature]; }

    const Arrays& arrays() const { return m_arrays; }

private:
    std::shared_ptr<const void> m_owner; // keeps what the spans look at
    Field m_field;
    Arrays m_arrays;
};

// A vector layer as a program keeps it open: what its features are and say. Where they lie is had
// in two forms: cooked for a map, and whole, in degrees (wholeLayer() in kept_layer.h). Never
// changes: share it by std::shared_ptr<const FeatureTable>.
class FeatureTable
{
public:
    virtual ~FeatureTable();

    std::size_t size() const { return m_kinds.size(); }
    GeometryKind kind(std::size_t feature) const { return m_kinds[feature]; }
    // What most features are; None where there are none.
    GeometryKind kind() const { return m_kind; }
    const Extent& extent() const { return m_extent; } // degrees of WGS 84
    const std::vector<Column>& columns() const { return m_columns; }
    // By name, upper and lower case alike.
    const Column* column(const QString& name) const;

    // From the file's CRS to WGS 84; its info().accuracyMetres is the layer's own.
    const Operation& operation() const { return m_operation; }
    const QString& fileName() const { return m_fileName; }
    const QString& sublayer() const { return m_sublayer; }

    // Made ready to be drawn in the CRS the operation leads to. May take seconds; `drafts` says
    // what to show of a large one meanwhile. Throws base::Error where the file has to be read again
    // and cannot be, base::Cancelled.
    virtual CookedLayer cook(const Operation& fromWgs84, base::Progress& progress,
                             const LayerDrafts* drafts = nullptr) const = 0;

protected:
    explicit FeatureTable(const Operation& operation);
    FeatureTable(const FeatureTable&) = default;
    FeatureTable(FeatureTable&&) = default;
    FeatureTable& operator=(const FeatureTable&) = default;
    FeatureTable& operator=(FeatureTable&&) = default;

    std::vector<GeometryKind> m_kinds;
    GeometryKind m_kind = GeometryKind::None;
    Extent m_extent;
    std::vector<Column> m_columns;
    Operation m_operation;
    QString m_fileName;
    QString m_sublayer;
};

} // namespace geo
