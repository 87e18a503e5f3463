// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "geo/style.h"

#include <QWidget>

class QPushButton;
class QTableWidget;
class QTableWidgetItem;

namespace widgets {

// The categories or ranges of a style: which are shown, what they hold, their colours, their names
// and their order; last the others. Bounds are numbers in the reader's own form; an empty one is
// open, and one that two ranges share moves in both.
class ClassTable : public QWidget
{
    Q_OBJECT

public:
    explicit ClassTable(base::Language language, QWidget* parent = nullptr);

    void showStyle(const geo::Style& style);
    const geo::Style& style() const { return m_style; }

Q_SIGNALS:
    void changed(); // by a person
    void problem(const QString& message);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    // One row, whatever it is of; exactly one of them is set.
    struct Row
    {
        geo::Category* category = nullptr;
        geo::ValueClass* range = nullptr;
        bool others = false;
    };
    Row rowAt(int row);
    int classCount() const;
    void fill();
    void fillRow(int row);
    void takeItem(QTableWidgetItem* item);
    void takeName(const Row& row, const QString& name);
    void takeRange(const Row& row, const QTableWidgetItem* item, bool visible);
    void takeBound(int row, bool upper, const QString& text);
    void changeColor();
    void move(int steps);
    void showAll(bool visible);
    void enable();

    base::Language m_language;
    geo::Style m_style;
    QColor m_otherColor; // for when the others are shown again
    bool m_filling = false;
    QTableWidget* m_table;
    QPushButton* m_color;
    QPushButton* m_up;
    QPushButton* m_down;
    QPushButton* m_all;
    QPushButton* m_none;
};

} // namespace widgets
