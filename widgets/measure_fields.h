// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shortlist/measure.h"
#include "widgets/tick_list.h"
#include "widgets/workspace.h"

#include <array>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;

namespace widgets {

// What a measure answers with.
enum class Answer { Number, Inside, Stage, Word };
Answer answerOf(shortlist::MeasureKind kind);

// The words that such a measure can find, in words for a reader; of a map unit, with the unit's
// name. None where its layer is not read (yet).
std::vector<Choice> wordsOf(const Workspace& workspace, const shortlist::Measure& measure);

// The rows of a form that say what is measured: a kind, and what that kind asks for.
class MeasureFields : public QObject
{
    Q_OBJECT

public:
    MeasureFields(const Workspace& workspace, const std::vector<shortlist::MeasureKind>& kinds,
                  QFormLayout& form, QWidget* parent);

    void setMeasure(const shortlist::Measure& measure);
    // Holds what counts for its kind and nothing else.
    shortlist::Measure measure() const;
    // Why it cannot be measured so; empty: it can.
    QString problem() const;

Q_SIGNALS:
    void changed();

private:
    QComboBox* addCombo(const QString& label, const QString& name);
    void kindChosen();
    void offerLayers(shortlist::MeasureKind kind, base::Id chosen);
    void offerFields(const QString& chosen);
    shortlist::MeasureKind kind() const;

    const Workspace& m_workspace;
    QFormLayout& m_form;
    QComboBox* m_kind;
    QWidget* m_roles;
    std::vector<std::pair<QString, QCheckBox*>> m_roleBoxes;
    TickList* m_lists;
    TickList* m_among;
    QComboBox* m_country;
    QComboBox* m_commodity;
    QComboBox* m_unit;
    QComboBox* m_layer;
    QComboBox* m_field;
    QLabel* m_note;
};

} // namespace widgets
