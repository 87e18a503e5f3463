// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shortlist/criterion.h"
#include "widgets/measure_fields.h"

class QComboBox;
class QLabel;
class QPushButton;
class QTableWidget;
class QTableWidgetItem;

namespace widgets {

class ValueCurve;

// How figures become values from 0 to 1. Figures that are numbers have points in a table, with a
// picture of the line between them; for words (a stage, a map unit, inside or outside) each word
// has its value, and direction and order of the points follow from the values.
class ValueEditor : public QWidget
{
    Q_OBJECT

public:
    explicit ValueEditor(const Workspace& workspace, QWidget* parent = nullptr);

    // What figures go in; what was typed is kept where it still fits.
    void setMeasure(const shortlist::Measure& measure);
    void setFunction(const shortlist::ValueFunction& function, shortlist::Direction direction);
    // Only where there is no problem().
    shortlist::ValueFunction function() const;
    shortlist::Direction direction() const;
    // Why this is no value function; empty: it is one.
    QString problem() const;
    QTableWidget* table() const { return m_table; }

Q_SIGNALS:
    void changed();

private:
    bool ofNumbers() const { return m_answer == Answer::Number; }
    void addPoint(const QString& figure, const QString& value);
    void nameRows();
    void turnRound();
    void edited();
    std::optional<double> number(int row, int column) const;
    std::vector<std::pair<QString, double>> valuesOfWords() const;
    shortlist::ValueFunction functionOfWords() const;
    QString textOf(double number) const;

    const Workspace& m_workspace;
    shortlist::Measure m_measure;
    Answer m_answer = Answer::Number;
    std::vector<Choice> m_words;
    // Kept as it was read while nothing is typed, however it was written down.
    shortlist::ValueFunction m_given;
    shortlist::Direction m_givenDirection = shortlist::Direction::Maximise;
    bool m_touched = true;
    bool m_filling = false;

    QLabel* m_directionLabel;
    QComboBox* m_direction;
    QLabel* m_kindLabel;
    QComboBox* m_kind;
    QLabel* m_tableLabel;
    QTableWidget* m_table;
    QPushButton* m_add;
    QPushButton* m_remove;
    ValueCurve* m_curve;
};

} // namespace widgets
