// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/raster_style_editor.h"

#include "geo/legend.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPixmap>
#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr double Greatest = 1e12; // of a value that is typed

QIcon rampIcon(geo::RasterRamp ramp, double devicePixelRatio)
{
    geo::LegendEntry entry;
    entry.swatch = geo::Swatch::Ramp;
    entry.ramp = ramp;
    return QPixmap::fromImage(geo::swatchImage(entry, {64, 16}, devicePixelRatio));
}

QDoubleSpinBox* number(double least, double most, double value, int decimals, const QString& suffix)
{
    auto* box = new QDoubleSpinBox;
    box->setDecimals(decimals);
    box->setRange(least, most);
    box->setValue(value);
    box->setSuffix(suffix);
    return box;
}

} // namespace

RasterStyleEditor::RasterStyleEditor(const geo::RasterSource& raster, const geo::RasterStyle& style,
                                     double opacity, base::Language language, QFormLayout& form,
                                     QObject* parent)
    : QObject(parent)
    , m_values(raster.knownDistribution())
    , m_unit(raster.unit())
    , m_language(language)
    , m_form(form)
    , m_percents(style)
{
    if (!raster.isColoured()) {
        makeRamp(style);
        makeRange(style);
        makeRelief(style.relief);
        refresh();
    }
    makeOpacity(opacity);
}

void RasterStyleEditor::makeRamp(const geo::RasterStyle& style)
{
    m_look = new QComboBox;
    m_look->addItem(tr("Colours"), int(geo::RasterLook::Ramp));
    m_look->addItem(tr("Relief, lit from one side"), int(geo::RasterLook::Hillshade));
    m_look->addItem(tr("Colours on a relief"), int(geo::RasterLook::ShadedRamp));
    m_look->setToolTip(tr("A relief wants a raster of elevations"));
    m_look->setCurrentIndex(m_look->findData(int(style.look)));
    m_form.addRow(tr("Sho&wn as"), m_look);
    m_ramp = new QComboBox;
    m_ramp->setIconSize({64, 16});
    const auto add = [&](const QString& name, geo::RasterRamp ramp) {
        m_ramp->addItem(rampIcon(ramp, m_ramp->devicePixelRatioF()), name, int(ramp));
    };
    add(tr("Greys"), geo::RasterRamp::Grey);
    add(tr("Viridis: violet to yellow"), geo::RasterRamp::Viridis);
    add(tr("Cividis: blue to yellow"), geo::RasterRamp::Cividis);
    add(tr("Magma: black to light yellow"), geo::RasterRamp::Magma);
    add(tr("Blue to red, for anomalies"), geo::RasterRamp::BlueRed);
    add(tr("Terrain: green to snow"), geo::RasterRamp::Terrain);
    m_ramp->setCurrentIndex(m_ramp->findData(int(style.ramp)));
    m_form.addRow(tr("Colo&urs"), m_ramp);
    m_reversed = new QCheckBox(tr("&Reversed"));
    m_reversed->setChecked(style.reversed);
    m_form.addRow(QString(), m_reversed);
    for (QComboBox* box : {m_look, m_ramp})
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            refresh();
            Q_EMIT changed();
        });
    connect(m_reversed, &QCheckBox::toggled, this, &RasterStyleEditor::changed);
}

void RasterStyleEditor::makeRange(const geo::RasterStyle& style)
{
    m_between = new QComboBox;
    m_between->addItem(tr("Percentiles"), int(Between::Percentiles));
    m_between->addItem(tr("Mean and standard deviations"), int(Between::Deviations));
    m_between->addItem(tr("Values of your choice"), int(Between::Hand));
    const Between chosen = style.minimum || style.maximum                ? Between::Hand
                           : style.range == geo::RasterRange::Deviations ? Between::Deviations
                                                                         : Between::Percentiles;
    m_between->setCurrentIndex(m_between->findData(int(chosen)));
    m_between->setToolTip(tr("Values beyond have the colour of their end"));
    m_form.addRow(tr("Ran&ge"), m_between);
    m_low = number(-Greatest, Greatest, 0, 3, {});
    m_high = number(-Greatest, Greatest, 0, 3, {});
    m_deviations = number(0.1, 10, style.deviations, 1, {});
    m_deviations->setSingleStep(0.5);
    m_ends = new QLabel;
    m_ends->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_form.addRow(tr("&Lowest"), m_low);
    m_form.addRow(tr("&Highest"), m_high);
    m_form.addRow(tr("Standard &deviations"), m_deviations);
    m_form.addRow(tr("From – to"), m_ends);
    rangeChosen();
    connect(m_between, &QComboBox::currentIndexChanged, this, [this] {
        rangeChosen();
        refresh();
        Q_EMIT changed();
    });
    for (QDoubleSpinBox* box : {m_low, m_high, m_deviations})
        connect(box, &QDoubleSpinBox::valueChanged, this, [this] {
            if (between() == Between::Percentiles) {
                m_percents.lowPercentile = m_low->value();
                m_percents.highPercentile = m_high->value();
            }
            refresh();
            Q_EMIT changed();
        });
}

void RasterStyleEditor::makeRelief(const geo::Relief& relief)
{
    m_azimuth = number(0, 360, relief.azimuth, 0, QStringLiteral("°"));
    m_azimuth->setWrapping(true);
    m_azimuth->setSingleStep(15);
    m_azimuth->setToolTip(tr("Clockwise from north; from the north-west a relief is seen best"));
    m_altitude = number(1, 90, relief.altitude, 0, QStringLiteral("°"));
    m_altitude->setSingleStep(5);
    m_exaggeration = number(0.01, 1000, relief.exaggeration, 2, {});
    m_exaggeration->setSingleStep(0.5);
    m_form.addRow(tr("L&ight from"), m_azimuth);
    m_form.addRow(tr("Heigh&t of the light"), m_altitude);
    m_form.addRow(tr("E&xaggeration of heights"), m_exaggeration);
    for (QDoubleSpinBox* box : {m_azimuth, m_altitude, m_exaggeration})
        connect(box, &QDoubleSpinBox::valueChanged, this, &RasterStyleEditor::changed);
}

void RasterStyleEditor::makeOpacity(double opacity)
{
    m_opacity = number(0, 100, opacity * 100, 0, QStringLiteral(" %"));
    m_opacity->setSingleStep(5);
    m_form.addRow(tr("Op&acity"), m_opacity);
    connect(m_opacity, &QDoubleSpinBox::valueChanged, this, &RasterStyleEditor::changed);
}

RasterStyleEditor::Between RasterStyleEditor::between() const
{
    return Between(m_between->currentData().toInt());
}

// The two fields hold what the range is given in.
void RasterStyleEditor::rangeChosen()
{
    const QSignalBlocker quietLow(m_low);
    const QSignalBlocker quietHigh(m_high);
    if (between() == Between::Hand) {
        const auto range = geo::rampRange(m_percents, m_values).value_or(std::pair(0.0, 1.0));
        const double width = std::abs(range.second - range.first);
        const int decimals =
            width > 0 ? std::clamp(3 - int(std::floor(std::log10(width))), 0, 9) : 3;
        for (QDoubleSpinBox* box : {m_low, m_high}) {
            box->setDecimals(decimals);
            box->setRange(-Greatest, Greatest);
            box->setSingleStep(width > 0 ? width / 50 : 1);
            box->setSuffix(m_unit.isEmpty() ? QString() : QChar(QChar::Nbsp) + m_unit);
        }
        m_low->setValue(range.first);
        m_high->setValue(range.second);
        m_exact = range;
        m_shown = {m_low->value(), m_high->value()};
        return;
    }
    for (QDoubleSpinBox* box : {m_low, m_high}) {
        box->setDecimals(1);
        box->setRange(0, 100);
        box->setSingleStep(1);
        box->setSuffix(QStringLiteral(" %"));
    }
    m_low->setValue(m_percents.lowPercentile);
    m_high->setValue(m_percents.highPercentile);
}

void RasterStyleEditor::refresh()
{
    const auto look = geo::RasterLook(m_look->currentData().toInt());
    const bool ramp = look != geo::RasterLook::Hillshade;
    const bool relief = look != geo::RasterLook::Ramp;
    const bool deviations = between() == Between::Deviations;
    for (QWidget* field : std::initializer_list<QWidget*>{m_ramp, m_reversed, m_between})
        m_form.setRowVisible(field, ramp);
    for (QWidget* field : {m_low, m_high})
        m_form.setRowVisible(field, ramp && !deviations);
    m_form.setRowVisible(m_deviations, ramp && deviations);
    for (QWidget* field : {m_azimuth, m_altitude, m_exaggeration})
        m_form.setRowVisible(field, relief);
    const auto range = geo::rampRange(style(), m_values);
    m_ends->setText(range ? geo::valueRangeText(*range, m_unit, m_language) : QString());
    m_form.setRowVisible(m_ends, ramp && between() != Between::Hand && range.has_value());
}

geo::RasterStyle RasterStyleEditor::style() const
{
    geo::RasterStyle style = m_percents;
    if (m_look == nullptr)
        return style;
    style.look = geo::RasterLook(m_look->currentData().toInt());
    style.ramp = geo::RasterRamp(m_ramp->currentData().toInt());
    style.reversed = m_reversed->isChecked();
    style.range = between() == Between::Deviations ? geo::RasterRange::Deviations
                                                   : geo::RasterRange::Percentiles;
    style.deviations = m_deviations->value();
    style.minimum.reset();
    style.maximum.reset();
    if (between() == Between::Hand) {
        style.minimum = m_low->value() == m_shown.first ? m_exact.first : m_low->value();
        style.maximum = m_high->value() == m_shown.second ? m_exact.second : m_high->value();
    }
    style.relief = {m_azimuth->value(), m_altitude->value(), m_exaggeration->value()};
    return style;
}

double RasterStyleEditor::opacity() const
{
    return m_opacity->value() / 100;
}

QString RasterStyleEditor::problem() const
{
    if (m_look == nullptr || m_look->currentData().toInt() == int(geo::RasterLook::Hillshade) ||
        between() == Between::Deviations || m_low->value() < m_high->value())
        return {};
    return tr("The lowest value of the colours has to be below the highest.");
}

} // namespace widgets
