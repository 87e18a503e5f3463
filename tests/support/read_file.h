// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "geo/feature_layer.h"
#include "geo/vector_source.h"

#include <QStringList>
#include <memory>

namespace support {

// What comes of reading a file, and all that is said of it.
struct FileRead
{
    std::shared_ptr<const geo::FeatureLayer> layer; // nullptr: refused
    std::vector<base::Issue> issues;
    QString refusal;

    QString said() const
    {
        QStringList texts(refusal);
        for (const base::Issue& issue : issues)
            texts << issue.text;
        return texts.join(u'\n').trimmed();
    }
};

// `crs`: instead of what the file states.
inline FileRead readFile(const QString& path, const QString& crs = {},
                         std::size_t mostPoints = geo::FeatureLayer::MostPoints,
                         const geo::LayerDrafts* drafts = nullptr)
{
    FileRead result;
    try {
        auto source = geo::VectorSource::open(path);
        const geo::Crs from = crs.isEmpty() ? source.crs().value() : geo::Crs::fromText(crs);
        base::Progress progress;
        result.layer = std::make_shared<const geo::FeatureLayer>(geo::FeatureLayer::read(
            source, geo::Operation::between(from, geo::Crs::wgs84(), source.degrees()), progress,
            &result.issues, mostPoints, drafts));
    } catch (const base::Error& error) {
        result.refusal = error.message();
    }
    return result;
}

} // namespace support
