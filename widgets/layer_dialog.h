// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace widgets {

class RasterStyleEditor;

// How a layer is called, how it is moved to where it lies, and how it is coloured. Gives the
// workspace one change when it is accepted.
class LayerDialog : public QDialog
{
    Q_OBJECT

public:
    LayerDialog(Workspace& workspace, const catalogue::Layer& layer, QWidget* parent);
    void accept() override;

private:
    void makeOperations();
    void makeStyle();
    void styleChosen();
    void showColours();
    void changeColour(QListWidgetItem* item);
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
    QComboBox* m_kind = nullptr;
    QComboBox* m_field = nullptr;
    QComboBox* m_label = nullptr;
    QListWidget* m_colours = nullptr;
    RasterStyleEditor* m_raster = nullptr;
    QComboBox* m_blend;
    QLabel* m_problem;
};

} // namespace widgets
