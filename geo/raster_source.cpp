// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/raster_source.h"

#include "geo/raster_state.h"
#include <algorithm>
#include <cmath>

namespace geo {

namespace {

std::vector<RasterSublayer> sublayersOf(SourceFile file, std::vector<base::Issue>* issues)
{
    std::vector<base::Issue> found;
    std::vector<RasterSublayer> sublayers;
    for (RasterEntry& entry : rasterEntries(file, {}, found))
        sublayers.push_back(std::move(entry.sublayer));
    if (issues)
        issues->insert(issues->end(), found.begin(), found.end());
    return sublayers;
}

} // namespace

RasterSource::RasterSource(std::shared_ptr<State> state)
    : m_state(std::move(state))
{
    if (m_state->crs)
        m_operation = Operation::between(*m_state->crs, Crs::wgs84(), degrees());
}

std::vector<RasterSublayer> RasterSource::listSublayers(const QString& path,
                                                        std::vector<base::Issue>* issues)
{
    return sublayersOf(SourceFile::onDisk(path, SourceKind::Raster), issues);
}

std::vector<RasterSublayer> RasterSource::listSublayers(const QByteArray& bytes,
                                                        const QString& fileName)
{
    return sublayersOf(SourceFile::inMemory(bytes, fileName, SourceKind::Raster), nullptr);
}

RasterSource RasterSource::open(const QString& path, const QString& sublayer)
{
    return RasterSource(State::of(SourceFile::onDisk(path, SourceKind::Raster), sublayer));
}

RasterSource RasterSource::openBytes(const QByteArray& bytes, const QString& fileName,
                                     const QString& sublayer)
{
    return RasterSource(
        State::of(SourceFile::inMemory(bytes, fileName, SourceKind::Raster), sublayer));
}

QString RasterSource::fileName() const
{
    return m_state->file.name();
}

QString RasterSource::sublayer() const
{
    return m_state->name;
}

QString RasterSource::driver() const
{
    return m_state->driver;
}

QSize RasterSource::size() const
{
    return m_state->size;
}

int RasterSource::bands() const
{
    return m_state->bands;
}

std::optional<Crs> RasterSource::crs() const
{
    return m_state->crs;
}

std::array<double, 6> RasterSource::geoTransform() const
{
    return m_state->transform;
}

std::optional<double> RasterSource::noData() const
{
    return m_state->noData;
}

bool RasterSource::isColoured() const
{
    return m_state->coloured;
}

QString RasterSource::unit() const
{
    return m_state->unit;
}

std::optional<Extent> RasterSource::degrees() const
{
    const std::optional<Crs> crs = m_operation ? m_operation->from() : m_state->crs;
    if (!crs)
        return std::nullopt;
    const std::array<double, 6>& g = m_state->transform;
    Extent extent;
    for (const int x : {0, m_state->size.width()})
        for (const int y : {0, m_state->size.height()})
            extent.add({g[0] + x * g[1] + y * g[2], g[3] + x * g[4] + y * g[5]});
    // The pixels of a grid whose values stand on its lines reach half of one beyond the poles.
    if (const double pole = crs->turn() / 4; pole > 0) {
        const double pixel = std::abs(g[5]) + std::abs(g[4]);
        if (extent.south < -pole && extent.south >= -pole - pixel)
            extent.south = -pole;
        if (extent.north > pole && extent.north <= pole + pixel)
            extent.north = pole;
    }
    return roughDegrees(*crs, extent);
}

void RasterSource::setOperation(const Operation& toWgs84)
{
    m_operation = toWgs84;
}

const std::optional<Operation>& RasterSource::operation() const
{
    return m_operation;
}

} // namespace geo
