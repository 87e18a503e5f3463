// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/site_store.h"
#include "widgets/workspace.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QGroupBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;

namespace widgets {

class SourceFields;

// A site to add by hand or to correct, with the source of what is new in it. Gives the workspace
// one change of what is different when it is accepted; what is left empty is not known, never 0.
class SiteDialog : public QDialog
{
    Q_OBJECT

public:
    // A new one, where the person last clicked on the map.
    SiteDialog(Workspace& workspace, const std::optional<QPointF>& place, QWidget* parent);
    SiteDialog(Workspace& workspace, const catalogue::SiteRecord& record, QWidget* parent);
    void accept() override;

private:
    void make();
    void makeCommodities(QFormLayout& form);
    void makeEstimate();
    void addCommodity(const catalogue::SiteCommodity& row);
    void check();
    QString problem() const;
    catalogue::Site site() const;
    std::vector<catalogue::SiteCommodity> commodities() const;
    std::optional<catalogue::Estimate> estimate() const;
    std::optional<double> number(const QLineEdit& line) const;

    Workspace& m_workspace;
    catalogue::SiteRecord m_given;
    QLineEdit* m_name = nullptr;
    QComboBox* m_kind = nullptr;
    QComboBox* m_stage = nullptr;
    QLineEdit* m_stageDate = nullptr;
    QComboBox* m_country = nullptr;
    QLineEdit* m_admin1 = nullptr;
    QLineEdit* m_longitude = nullptr;
    QLineEdit* m_latitude = nullptr;
    QLineEdit* m_depositType = nullptr;
    QLineEdit* m_note = nullptr;
    QTableWidget* m_commodities = nullptr;
    QGroupBox* m_estimateBox = nullptr;
    QComboBox* m_commodity = nullptr;
    QLineEdit* m_tonnes = nullptr;
    QLineEdit* m_grade = nullptr;
    QComboBox* m_gradeUnit = nullptr;
    QLineEdit* m_contained = nullptr;
    QComboBox* m_category = nullptr;
    QLineEdit* m_date = nullptr;
    QLineEdit* m_code = nullptr;
    SourceFields* m_source = nullptr;
    QLabel* m_problem = nullptr;
    QPushButton* m_ok = nullptr;
};

} // namespace widgets
