// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/symbol_fields.h"

#include "geo/styled_features.h"
#include "widgets/color_button.h"
#include "widgets/in_a_row.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>

namespace widgets {

namespace {

constexpr double WidestStroke = 100; // logical pixels, as a style may have them
constexpr double LargestPoint = 200;

QDoubleSpinBox* pixels(double least, double most, double step)
{
    auto* box = new QDoubleSpinBox;
    box->setRange(least, most);
    box->setSingleStep(step);
    box->setDecimals(2);
    return box;
}

} // namespace

SymbolFields::SymbolFields(QFormLayout* form, geo::GeometryKind kind, QWidget* parent)
    : QObject(parent)
    , m_kind(kind)
    , m_form(form)
    , m_filled(new QCheckBox(tr("filled")))
    , m_fill(new ColorButton)
    , m_stroked(new QCheckBox(tr("drawn")))
    , m_stroke(new ColorButton)
    , m_width(pixels(0.1, WidestStroke, 0.1))
    , m_dash(new QComboBox)
    , m_hatch(new QComboBox)
    , m_hatchColor(new ColorButton)
    , m_cased(new QCheckBox(tr("drawn")))
    , m_casing(new ColorButton)
    , m_casingWidth(pixels(0.1, WidestStroke, 0.5))
    , m_shape(new QComboBox)
    , m_size(pixels(1, LargestPoint, 1))
{
    const bool line = kind == geo::GeometryKind::Line;
    m_filled->setAccessibleName(tr("Fill"));
    m_fill->setName(tr("Colour of the fill"));
    m_stroked->setAccessibleName(line ? tr("Line") : tr("Outline"));
    m_stroke->setName(line ? tr("Colour of the line") : tr("Colour of the outline"));
    m_width->setSuffix(tr(" px"));
    m_width->setAccessibleName(line ? tr("Width of the line") : tr("Width of the outline"));
    m_width->setToolTip(tr("A pixel is a 96th of an inch: 0.26 mm on paper"));
    for (const auto& [dash, text] :
         {std::pair(geo::Dash::Solid, tr("solid")), std::pair(geo::Dash::Dashed, tr("dashed")),
          std::pair(geo::Dash::Dotted, tr("dotted")),
          std::pair(geo::Dash::DashDotted, tr("dashes and dots"))})
        m_dash->addItem(text, int(dash));
    m_dash->setAccessibleName(tr("Dashes"));
    for (const auto& [hatch, text] : {std::pair(geo::Hatch::None, tr("none")),
                                      std::pair(geo::Hatch::Horizontal, tr("horizontal lines")),
                                      std::pair(geo::Hatch::Vertical, tr("upright lines")),
                                      std::pair(geo::Hatch::Rising, tr("rising lines")),
                                      std::pair(geo::Hatch::Falling, tr("falling lines")),
                                      std::pair(geo::Hatch::Cross, tr("a grid")),
                                      std::pair(geo::Hatch::DiagonalCross, tr("a slanting grid")),
                                      std::pair(geo::Hatch::Dots, tr("dots"))})
        m_hatch->addItem(text, int(hatch));
    m_hatch->setAccessibleName(tr("Hatch"));
    m_hatchColor->setName(tr("Colour of the hatch"));
    m_cased->setAccessibleName(tr("Casing of the line"));
    m_casing->setName(tr("Colour of the casing"));
    m_casingWidth->setSuffix(tr(" px"));
    m_casingWidth->setAccessibleName(tr("Width of the casing on either side"));
    m_casingWidth->setToolTip(tr("What is to be seen of it on either side of the line"));
    for (const auto& [shape, text] : {std::pair(geo::PointShape::Circle, tr("circle")),
                                      std::pair(geo::PointShape::Square, tr("square")),
                                      std::pair(geo::PointShape::Triangle, tr("triangle")),
                                      std::pair(geo::PointShape::Diamond, tr("diamond")),
                                      std::pair(geo::PointShape::Cross, tr("cross"))})
        m_shape->addItem(text, int(shape));
    m_shape->setAccessibleName(tr("Shape of the points"));
    m_size->setSuffix(tr(" px"));
    m_size->setAccessibleName(tr("Size of the points"));
    if (!line)
        form->addRow(tr("F&ill"), inARow({m_filled, m_fill}));
    if (kind == geo::GeometryKind::Polygon)
        form->addRow(tr("&Hatch"), inARow({m_hatch, m_hatchColor}));
    form->addRow(line ? tr("&Line") : tr("Out&line"),
                 inARow({m_stroked, m_stroke, m_width, m_dash}));
    if (line)
        form->addRow(tr("C&asing"), inARow({m_cased, m_casing, m_casingWidth}));
    if (kind == geo::GeometryKind::Point)
        form->addRow(tr("S&hape and size"), inARow({m_shape, m_size}));
    for (QWidget* unused :
         std::initializer_list<QWidget*>{m_filled, m_fill, m_hatch, m_hatchColor, m_cased, m_casing,
                                         m_casingWidth, m_shape, m_size})
        if (unused->parentWidget() == nullptr) {
            unused->setParent(form->parentWidget() != nullptr ? form->parentWidget() : parent);
            unused->hide();
        }
    for (QCheckBox* box : {m_filled, m_stroked, m_cased})
        connect(box, &QCheckBox::toggled, this, &SymbolFields::take);
    for (ColorButton* button : {m_fill, m_stroke, m_hatchColor, m_casing})
        connect(button, &ColorButton::changed, this, &SymbolFields::take);
    for (QDoubleSpinBox* box : {m_width, m_size, m_casingWidth})
        connect(box, &QDoubleSpinBox::valueChanged, this, &SymbolFields::take);
    for (QComboBox* box : {m_dash, m_shape, m_hatch})
        connect(box, &QComboBox::currentIndexChanged, this, &SymbolFields::take);
}

void SymbolFields::showSymbol(const geo::Symbol& symbol, bool byClass)
{
    m_symbol = symbol;
    m_byClass = byClass;
    m_filling = true;
    m_filled->setChecked(symbol.fill.has_value());
    m_fill->setColor(symbol.fill.value_or(*geo::Symbol().fill));
    m_stroked->setChecked(symbol.stroke && symbol.strokeWidth > 0);
    m_stroke->setColor(symbol.stroke.value_or(*geo::Symbol().stroke));
    m_width->setValue(symbol.strokeWidth);
    m_dash->setCurrentIndex(m_dash->findData(int(symbol.dash)));
    m_hatch->setCurrentIndex(m_hatch->findData(int(symbol.hatch)));
    m_hatchColor->setColor(symbol.hatchColor);
    m_cased->setChecked(symbol.casing.has_value());
    m_casing->setColor(symbol.casing.value_or(QColor(Qt::white)));
    m_casingWidth->setValue(symbol.casingWidth);
    m_shape->setCurrentIndex(m_shape->findData(int(symbol.shape)));
    m_size->setValue(symbol.pointSize);
    m_filling = false;
    enable();
}

void SymbolFields::enable()
{
    const bool line = m_kind == geo::GeometryKind::Line;
    const geo::ColorPart part = geo::coloredPart(m_symbol, m_kind);
    const bool outlineByClass = m_byClass && part == geo::ColorPart::Stroke;
    const bool polygon = m_kind == geo::GeometryKind::Polygon;
    m_hatchColor->setVisible(polygon && m_symbol.hatch != geo::Hatch::None &&
                             !(m_byClass && part == geo::ColorPart::Hatch));
    m_casing->setEnabled(m_cased->isChecked());
    m_casingWidth->setEnabled(m_cased->isChecked());
    m_filled->setEnabled(!m_byClass || polygon);
    m_fill->setVisible(!line && !m_byClass);
    m_fill->setEnabled(m_filled->isChecked());
    m_stroked->setEnabled(!outlineByClass);
    m_stroke->setVisible(!outlineByClass);
    for (QWidget* each : std::initializer_list<QWidget*>{m_stroke, m_width, m_dash})
        each->setEnabled(m_stroked->isChecked() || outlineByClass);
}

void SymbolFields::take()
{
    if (m_filling)
        return;
    if (m_kind != geo::GeometryKind::Line)
        m_symbol.fill = m_filled->isChecked() ? std::optional(m_fill->color()) : std::nullopt;
    m_symbol.stroke = m_stroked->isChecked() ? std::optional(m_stroke->color()) : std::nullopt;
    m_symbol.strokeWidth = m_width->value();
    m_symbol.dash = geo::Dash(m_dash->currentData().toInt());
    m_symbol.hatch = geo::Hatch(m_hatch->currentData().toInt());
    m_symbol.hatchColor = m_hatchColor->color();
    m_symbol.casing = m_cased->isChecked() ? std::optional(m_casing->color()) : std::nullopt;
    m_symbol.casingWidth = m_casingWidth->value();
    m_symbol.shape = geo::PointShape(m_shape->currentData().toInt());
    m_symbol.pointSize = m_size->value();
    enable();
    Q_EMIT changed();
}

} // namespace widgets
