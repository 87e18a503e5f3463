// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/raster_values.h"

#include "geo/raster_source.h"

#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

// Six digits, which is what a float holds for sure.
QString valueText(double value, const QString& unit, base::Language language)
{
    constexpr int Digits = 6;
    const int before = value == 0 ? 1 : int(std::floor(std::log10(std::abs(value)))) + 1;
    QLocale locale = base::localeOf(language);
    QString text = locale.toString(value, 'f', std::clamp(Digits - before, 0, 9));
    if (const QString point = locale.decimalPoint(); text.contains(point)) {
        while (text.endsWith(locale.zeroDigit()))
            text.chop(1);
        if (text.endsWith(point))
            text.chop(point.size());
    }
    return unit.isEmpty() ? text : text + QChar(QChar::Nbsp) + unit;
}

} // namespace

RasterValues::RasterValues(Workspace& workspace, QObject* parent)
    : QObject(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::layersChanged, this, [this] { m_failed.clear(); });
}

QString RasterValues::at(const std::shared_ptr<const geo::RasterSource>& raster, QPointF lonLat)
{
    if (raster->isColoured())
        return {};
    const geo::RasterSource::PlaceValue known = raster->knownValueAt(lonLat);
    if (known.value)
        return valueText(*known.value, raster->unit(), m_workspace.language());
    if (known.known || m_reading || m_failed.contains(raster))
        return {};
    m_reading = true;
    m_workspace.jobs().run(
        QString(), threadPool(),
        [raster, lonLat](base::Progress& progress) { raster->readAround(lonLat, progress); }, this,
        [this, raster](const auto& outcome) {
            m_reading = false;
            if (!outcome.ok())
                m_failed.insert(raster);
            Q_EMIT arrived();
        });
    return {};
}

QString RasterValues::uppermost(QPointF lonLat)
{
    if (!m_workspace.isOpen())
        return {};
    const auto& layers = m_workspace.state().layers;
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
        const auto loaded = m_workspace.layers().find(layer->id);
        if (!layer->visible || loaded == m_workspace.layers().end() || !loaded->second.raster)
            continue;
        if (const QString value = at(loaded->second.raster, lonLat); !value.isEmpty())
            return QStringLiteral("%1: %2").arg(layer->nameIn(m_workspace.language()), value);
    }
    return {};
}

} // namespace widgets
