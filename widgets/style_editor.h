// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/layer.h"
#include "geo/feature_table.h"
#include "geo/style_file.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace widgets {

class ClassTable;
class SymbolFields;

// How a layer of features is drawn: by what it is coloured, its classes, its symbol, what is
// written on it and how clear it is. Reads and saves styles of other programs.
class StyleEditor : public QWidget
{
    Q_OBJECT

public:
    // Of the layer it takes name, style and opacity.
    StyleEditor(std::shared_ptr<const geo::FeatureTable> features, const catalogue::Layer& layer,
                base::Language language, QWidget* parent = nullptr);

    const geo::Style& style() const { return m_style; }
    double opacity() const;

    // As the buttons do once a file is chosen; what could not be carried over is said below.
    void readFile(const QString& path);
    void saveFile(const QString& path);

Q_SIGNALS:
    void changed(); // by a person, or a file

private:
    void makeFields();
    void offerFields();
    void showStyle();
    void chooseKind();
    void grade(bool otherKind);
    void recolor();
    void takeTable();
    void takeSymbol();
    void askForFile(bool save);
    void say(const std::vector<base::Issue>& issues, const QString& done);

    std::shared_ptr<const geo::FeatureTable> m_features;
    base::Language m_language;
    QString m_name; // the layer's
    geo::Style m_style;
    bool m_filling = false;
    QFormLayout* m_form;
    QComboBox* m_kind;
    QComboBox* m_field;
    QWidget* m_grading;
    QComboBox* m_method;
    QSpinBox* m_classes;
    QWidget* m_coloring;
    QComboBox* m_ramp;
    QCheckBox* m_reversed;
    ClassTable* m_table;
    SymbolFields* m_symbol;
    QComboBox* m_label;
    QSpinBox* m_opacity;
    QLabel* m_note;
};

} // namespace widgets
