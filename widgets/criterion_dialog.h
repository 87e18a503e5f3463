// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shortlist/criterion.h"
#include "widgets/measure_fields.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace widgets {

class ValueEditor;

// A criterion to make or to change: its names, what is measured, and how figures become values. OK
// waits until the criterion is whole, and beside it stands what is still wanted.
class CriterionDialog : public QDialog
{
    Q_OBJECT

public:
    CriterionDialog(const Workspace& workspace,
                    const std::optional<shortlist::Criterion>& criterion, QWidget* parent);
    // Only after it was accepted.
    shortlist::Criterion criterion() const;

private:
    void measureChanged();
    void check();
    QString unit() const;

    const Workspace& m_workspace;
    shortlist::Criterion m_given;
    QLineEdit* m_english;
    QLineEdit* m_spanish;
    MeasureFields* m_measure;
    QComboBox* m_unit;
    ValueEditor* m_values;
    QLabel* m_problem;
    QPushButton* m_ok;
};

} // namespace widgets
