// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>
#include <vector>

class QLineEdit;
class QListWidget;

namespace widgets {

// One thing of several to choose from: a stable key, and what a person reads.
struct Choice
{
    QString key;
    QString text;
    bool operator==(const Choice&) const = default;
};

// A list to tick, with a line to find things by where it is long.
class TickList : public QWidget
{
    Q_OBJECT

public:
    explicit TickList(QWidget* parent = nullptr);

    // What is ticked stays ticked; of it, what is not offered any more is offered by its key.
    void setChoices(const std::vector<Choice>& choices);
    void setTicked(const QStringList& keys);
    QStringList ticked() const; // as they were set, then in the order of the list
    void setName(const QString& accessibleName);
    bool isEmpty() const;
    QListWidget* list() const { return m_list; }

Q_SIGNALS:
    void changed();

private:
    void fill(const QStringList& ticked);
    void find(const QString& text);

    std::vector<Choice> m_choices;
    QStringList m_given; // what was ticked at first, in its own order
    QLineEdit* m_find;
    QListWidget* m_list;
};

} // namespace widgets
