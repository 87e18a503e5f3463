// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/sheet_layout.h"

#include "geo/feature_table.h"
#include "geo/raster_source.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace report {

namespace {

bool isShown(const geo::MapLayer& layer)
{
    return layer.visible && layer.opacity > 0 && (layer.features || layer.raster);
}

// The one its positions went through to WGS 84; nullptr where they came in it.
const geo::OperationInfo* operationOf(const geo::MapLayer& layer)
{
    const geo::Operation* operation = nullptr;
    if (layer.features)
        operation = &layer.features->operation();
    else if (layer.raster && layer.raster->operation())
        operation = &*layer.raster->operation();
    return operation == nullptr || operation->isIdentity() ? nullptr : &operation->info();
}

double metresOf(const geo::OperationInfo& info)
{
    return info.ballpark || !info.accuracyMetres ? std::numeric_limits<double>::infinity()
                                                 : *info.accuracyMetres;
}

} // namespace

QString SheetLayout::accuracyNote() const
{
    const QLocale locale = base::localeOf(m_snapshot.language);
    const geo::MapLayer* worst = nullptr;
    for (const geo::MapLayer& layer : m_snapshot.layers)
        if (isShown(layer) && operationOf(layer) != nullptr &&
            (worst == nullptr || metresOf(*operationOf(layer)) > metresOf(*operationOf(*worst))))
            worst = &layer;
    QStringList sentences;
    if (worst == nullptr &&
        std::any_of(m_snapshot.layers.begin(), m_snapshot.layers.end(), isShown))
        sentences << word(QT_TRANSLATE_NOOP("Report", "All layers came in WGS 84."));
    if (worst != nullptr) {
        const geo::OperationInfo& info = *operationOf(*worst);
        const QString title = worst->title.in(m_snapshot.language);
        if (info.ballpark)
            sentences << word(QT_TRANSLATE_NOOP("Report",
                                                "Least exact layer: %1, moved without a change of "
                                                "datum, so that it may lie hundreds of metres off "
                                                "(%2)."))
                             .arg(title, info.name);
        else if (!info.accuracyMetres)
            sentences << word(QT_TRANSLATE_NOOP("Report", "Least exact layer: %1, accuracy not "
                                                          "stated (%2)."))
                             .arg(title, info.name);
        else
            sentences << word(QT_TRANSLATE_NOOP("Report", "Least exact layer: %1, ±%2 m (%3)."))
                             .arg(title, locale.toString(*info.accuracyMetres), info.name);
    }
    const geo::Operation& toMap = m_snapshot.view.fromWgs84();
    if (!toMap.isIdentity()) {
        const geo::OperationInfo& info = toMap.info();
        sentences << (info.accuracyMetres
                          ? word(QT_TRANSLATE_NOOP("Report", "From WGS 84 to the map: %1 (±%2 m)."))
                                .arg(info.name, locale.toString(*info.accuracyMetres))
                          : word(QT_TRANSLATE_NOOP("Report", "From WGS 84 to the map: %1."))
                                .arg(info.name));
    }
    return sentences.join(u' ');
}

QString SheetLayout::sources() const
{
    QStringList cited;
    for (const geo::MapLayer& layer : m_snapshot.layers)
        if (isShown(layer) && !layer.attribution.isEmpty() && !cited.contains(layer.attribution))
            cited << layer.attribution;
    if (cited.isEmpty())
        return {};
    return word(QT_TRANSLATE_NOOP("Report", "Sources: %1"))
        .arg(cited.join(QStringLiteral("  ·  ")));
}

QStringList SheetLayout::notes() const
{
    QStringList paragraphs;
    if (m_sheet.notes) {
        const geo::Crs& crs = m_snapshot.view.crs();
        const QString name = crs.code().isEmpty()
                                 ? crs.name()
                                 : QStringLiteral("%1 (%2)").arg(crs.name(), crs.code());
        const QString scale =
            base::localeOf(m_snapshot.language).toString(std::round(scaleDenominator()), 'f', 0);
        paragraphs << word(QT_TRANSLATE_NOOP("Report", "Scale 1:%1 at the middle of the map. "
                                                       "Coordinate system: %2."))
                          .arg(scale, name);
        paragraphs << accuracyNote();
    }
    if (m_sheet.notes && !m_snapshot.arrows.empty())
        paragraphs << word(QT_TRANSLATE_NOOP("Report", "Arrows join the sites of a project in "
                                                       "order of role."));
    QStringList schematic;
    for (const geo::MapLayer& layer : m_snapshot.layers)
        if (isShown(layer) && layer.schematic)
            schematic << layer.title.in(m_snapshot.language);
    if (!schematic.isEmpty()) // never left out: it would be taken for a survey
        paragraphs << m_words.text("Geo", "Schematic, for orientation: %1")
                          .arg(schematic.join(QStringLiteral(", ")));
    if (m_sourcesElsewhere)
        paragraphs << word(QT_TRANSLATE_NOOP("Report", "Sources and remarks: see the last page."));
    else {
        if (m_sheet.notes)
            paragraphs << sources();
        paragraphs << m_sheet.remarks;
    }
    paragraphs.removeAll(QString());
    return paragraphs;
}

} // namespace report
