// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shortlist/gate.h"
#include "widgets/measure_fields.h"

#include <QDialog>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace widgets {

// A gate to make or to change: its names, what is measured and what that must be. OK waits until
// the gate is whole, and beside it stands what is still wanted.
class GateDialog : public QDialog
{
    Q_OBJECT

public:
    GateDialog(const Workspace& workspace, const std::optional<shortlist::Gate>& gate,
               QWidget* parent);
    shortlist::Gate gate() const;

private:
    void makeCondition(QFormLayout& form);
    void setCondition(const shortlist::Condition& condition);
    void showCondition();
    void check();
    shortlist::Condition condition() const;
    QString problem() const;
    std::optional<double> bound(const QLineEdit& line) const;

    const Workspace& m_workspace;
    shortlist::Gate m_given;
    QFormLayout* m_form;
    QLineEdit* m_english;
    QLineEdit* m_spanish;
    MeasureFields* m_measure;
    QLineEdit* m_atLeast;
    QLineEdit* m_atMost;
    QComboBox* m_place;
    QComboBox* m_atLeastStage;
    QComboBox* m_atMostStage;
    TickList* m_oneOf;
    std::optional<shortlist::Measure> m_wordsOf; // what m_oneOf was filled for
    QLabel* m_problem;
    QPushButton* m_ok;
};

} // namespace widgets
