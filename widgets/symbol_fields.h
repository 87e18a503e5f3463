// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/geometry.h"
#include "geo/style.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;

namespace widgets {

class ColorButton;

// What a style's symbol looks like: fill and hatch, outline or line and its casing, shape and size
// of points. Adds its rows
// to a form; a colour that each class has for itself is not asked for.
class SymbolFields : public QObject
{
    Q_OBJECT

public:
    SymbolFields(QFormLayout* form, geo::GeometryKind kind, QWidget* parent);

    // `byClass`: classes have colours of their own.
    void showSymbol(const geo::Symbol& symbol, bool byClass);
    const geo::Symbol& symbol() const { return m_symbol; }

Q_SIGNALS:
    void changed(); // by a person

private:
    void take();
    void enable();

    geo::GeometryKind m_kind;
    geo::Symbol m_symbol;
    bool m_byClass = false;
    bool m_filling = false;
    QFormLayout* m_form;
    QCheckBox* m_filled;
    ColorButton* m_fill;
    QCheckBox* m_stroked;
    ColorButton* m_stroke;
    QDoubleSpinBox* m_width;
    QComboBox* m_dash;
    QComboBox* m_hatch;
    ColorButton* m_hatchColor;
    QCheckBox* m_cased;
    ColorButton* m_casing;
    QDoubleSpinBox* m_casingWidth;
    QComboBox* m_shape;
    QDoubleSpinBox* m_size;
};

} // namespace widgets
