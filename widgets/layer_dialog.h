// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QTabWidget;

namespace widgets {

class RasterStyleEditor;
class StyleEditor;

// How a layer is called, how it is moved to where it lies, and how it is drawn, which the map shows
// while it is being changed. Gives the workspace one change when it is accepted; otherwise nothing
// has happened.
class LayerDialog : public QDialog
{
    Q_OBJECT

public:
    LayerDialog(Workspace& workspace, const catalogue::Layer& layer, QWidget* parent);
    void accept() override;
    void reject() override;

private:
    void makeCrs();
    void chooseCrs(QLabel* shown);
    void makeOperations();
    void makeStyle(QTabWidget* tabs);
    void takeStyle();
    void preview();
    const geo::FeatureTable* features() const;

    Workspace& m_workspace;
    catalogue::Layer m_layer;
    std::vector<geo::OperationInfo> m_ways;
    QFormLayout* m_form;
    QLineEdit* m_english;
    QLineEdit* m_spanish;
    QComboBox* m_purpose;
    QLineEdit* m_citation;
    QComboBox* m_operation = nullptr;
    QLabel* m_area = nullptr;
    StyleEditor* m_style = nullptr;        // of features
    RasterStyleEditor* m_raster = nullptr; // of a raster
    QComboBox* m_blend = nullptr;
    QLabel* m_problem;
};

} // namespace widgets
