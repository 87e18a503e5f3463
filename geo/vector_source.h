// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/issue.h"
#include "base/progress.h"
#include "geo/crs.h"
#include "geo/extent.h"
#include "geo/geometry.h"
#include <QByteArray>
#include <QPointF>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

namespace geo {

enum class FieldType {
    Text, // dates and times too, as ISO 8601
    Integer,
    Real,
};

struct Field
{
    QString name;
    FieldType type = FieldType::Text;
};

// One layer of a file that may hold several.
struct Sublayer
{
    QString name;
    std::optional<GeometryKind> kind;   // nullopt: several kinds, or the file does not say
    std::optional<qint64> featureCount; // nullopt: known only after reading
    std::optional<Crs> crs;             // nullopt: the file does not say
};

// A file of features that someone gave us: Shapefile, GeoPackage, GeoJSON (plain, by lines,
// TopoJSON), FlatGeobuf, file geodatabase (a folder), CSV, KML and KMZ, GML, DXF, MapInfo, GMT or
// plain text of coordinates, the features of a GeoPDF or MBTiles; also inside a .zip. Nothing but
// the file, its archive and its namesakes in the same folder is ever opened, nothing is written, no
// network. Belongs to the thread that opened it.
class VectorSource
{
public:
    // The layers in a file that have a geometry. Throws base::Error naming the file if it cannot
    // be read. `issues`: what of it could not be opened while the rest could.
    static std::vector<Sublayer> listSublayers(const QString& path,
                                               std::vector<base::Issue>* issues = nullptr);
    static std::vector<Sublayer> listSublayers(const QByteArray& bytes, const QString& fileName);

    // Without a name: the only sublayer; throws base::Error listing the names if there are
    // several.
    static VectorSource open(const QString& path, const QString& sublayer = {});
    // A file's bytes kept elsewhere (a layer embedded in a project file); its ending says what it
    // is, and messages call it by its name.
    static VectorSource openBytes(const QByteArray& bytes, const QString& fileName,
                                  const QString& sublayer = {});

    VectorSource(VectorSource&&) noexcept;
    VectorSource& operator=(VectorSource&&) noexcept;
    ~VectorSource();

    QString fileName() const; // without folder
    QString sublayer() const;
    QString driver() const; // GDAL's name of the format
    const std::vector<Field>& fields() const;
    std::optional<qint64> featureCount() const;
    std::optional<GeometryKind> kind() const;
    // nullopt: the file does not say, and a person has to. Never guessed.
    std::optional<Crs> crs() const;
    // The character set the file names for its text ("ISO-8859-1"); empty: none named.
    QString encoding() const;
    // What was missing or damaged when it was opened; FeatureLayer::read() hands it on.
    const std::vector<base::Issue>& issues() const;
    // In the units of its CRS. Reads every feature where the file keeps no extent; nullopt where
    // there is nothing. Throws base::Cancelled.
    std::optional<Extent> extent(const base::Progress& progress = base::Progress()) const;
    // Roughly where it lies, to choose an operation by; nullopt without CRS or features, or where
    // they lie outside its reach. Throws base::Cancelled.
    std::optional<Extent> degrees(const base::Progress& progress = base::Progress()) const;
    // Points of some features in the units of its CRS, spread over the file where its format lets
    // them be reached, else from its beginning: to judge by what the numbers may be.
    std::vector<QPointF> samplePoints(std::size_t mostFeatures) const;

    struct State; // known to this room alone

private:
    friend class FeatureReader;
    explicit VectorSource(std::unique_ptr<State> state);
    static VectorSource choose(std::unique_ptr<State> state, const QString& sublayer);
    std::unique_ptr<State> m_state;
};

} // namespace geo
