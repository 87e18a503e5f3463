// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/tick_list.h"

#include <QStyledItemDelegate>
#include <functional>

class QAbstractItemView;

namespace widgets {

// Cells that are chosen from a list, and look like it. The list is made only when a person opens
// it, so that a table may have thousands of such cells with thousands of choices.
class ChoiceDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using Choices = std::function<std::vector<Choice>(const QModelIndex&)>;

    // Serves one column of the view, in cells that can be edited; a click opens the list.
    ChoiceDelegate(QAbstractItemView& view, int column, Choices choices);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                          const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model,
                      const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

Q_SIGNALS:
    void chosen(const QModelIndex& index, const QString& key);

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    QAbstractItemView& m_view;
    int m_column;
    Choices m_choices;
};

} // namespace widgets
