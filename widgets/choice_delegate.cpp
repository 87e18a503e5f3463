// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/choice_delegate.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QKeyEvent>
#include <QPainter>
#include <QPointer>
#include <QTimer>

namespace widgets {

namespace {

constexpr int ShortestText = 6; // in characters, for the width of the closed field

// Tells when its list is closed, chosen from or not.
class ChoiceField : public QComboBox
{
public:
    using QComboBox::QComboBox;
    std::function<void()> closed;
    std::vector<Choice> choices;
    bool hasChosen = false;

    void hidePopup() override
    {
        QComboBox::hidePopup();
        QTimer::singleShot(0, this, closed); // after what was chosen is told
    }
};

QStyleOptionComboBox fieldOption(const QStyleOptionViewItem& option)
{
    QStyleOptionComboBox field;
    field.rect = option.rect;
    field.palette = option.palette;
    field.fontMetrics = option.fontMetrics;
    field.direction = option.direction;
    field.currentText = option.text;
    field.currentIcon = option.icon;
    field.iconSize = option.decorationSize;
    field.state = option.state & ~(QStyle::State_Selected | QStyle::State_HasFocus);
    return field;
}

} // namespace

ChoiceDelegate::ChoiceDelegate(QAbstractItemView& view, int column, Choices choices)
    : QStyledItemDelegate(&view)
    , m_view(view)
    , m_column(column)
    , m_choices(std::move(choices))
{
    view.setItemDelegateForColumn(column, this);
    view.setEditTriggers(QAbstractItemView::NoEditTriggers);
    view.installEventFilter(this);
    connect(&view, &QAbstractItemView::clicked, this, [&view, column](const QModelIndex& index) {
        if (index.column() == column && (index.flags() & Qt::ItemIsEditable))
            view.edit(index);
    });
}

// The list of the current row opens by the keys that open any such list.
bool ChoiceDelegate::eventFilter(QObject* object, QEvent* event)
{
    if (object != &m_view)
        return QStyledItemDelegate::eventFilter(object, event);
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto* key = static_cast<QKeyEvent*>(event);
    const bool opens = key->key() == Qt::Key_F2 || key->key() == Qt::Key_F4 ||
                       key->key() == Qt::Key_Space || key->key() == Qt::Key_Return ||
                       key->key() == Qt::Key_Enter ||
                       (key->key() == Qt::Key_Down && (key->modifiers() & Qt::AltModifier));
    const QModelIndex cell = m_view.currentIndex().siblingAtColumn(m_column);
    if (!opens || !cell.isValid() || !(cell.flags() & Qt::ItemIsEditable))
        return false;
    m_view.edit(cell);
    return true;
}

void ChoiceDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                           const QModelIndex& index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    if (!(index.flags() & Qt::ItemIsEditable)) {
        QStyledItemDelegate::paint(painter, option, index);
        return;
    }
    const QStyle* style = item.widget != nullptr ? item.widget->style() : QApplication::style();
    QStyleOptionViewItem behind = item;
    behind.text.clear();
    behind.icon = {};
    style->drawControl(QStyle::CE_ItemViewItem, &behind, painter, item.widget);
    QStyleOptionComboBox field = fieldOption(item);
    const QRect room =
        style->subControlRect(QStyle::CC_ComboBox, &field, QStyle::SC_ComboBoxEditField);
    field.currentText = item.fontMetrics.elidedText(item.text, Qt::ElideRight, room.width() - 4);
    painter->save();
    painter->setFont(item.font);
    style->drawComplexControl(QStyle::CC_ComboBox, &field, painter);
    style->drawControl(QStyle::CE_ComboBoxLabel, &field, painter);
    painter->restore();
}

QSize ChoiceDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QStyleOptionComboBox field = fieldOption(item);
    const QStyle* style = item.widget != nullptr ? item.widget->style() : QApplication::style();
    const QSize text(std::max(item.fontMetrics.horizontalAdvance(item.text),
                              item.fontMetrics.averageCharWidth() * ShortestText),
                     item.fontMetrics.height());
    return style->sizeFromContents(QStyle::CT_ComboBox, &field, text);
}

QWidget* ChoiceDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                      const QModelIndex& index) const
{
    auto* field = new ChoiceField(parent);
    field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    field->setMaxVisibleItems(20);
    field->choices = m_choices(index);
    QStringList texts;
    for (const Choice& choice : field->choices)
        texts << choice.text;
    field->addItems(texts);
    auto* self = const_cast<ChoiceDelegate*>(this);
    field->closed = [self, field = QPointer(field)] {
        if (field && !field->hasChosen)
            Q_EMIT self->closeEditor(field);
    };
    // What is chosen may ask for more, so it is told once the list is gone.
    connect(field, &QComboBox::activated, self,
            [self, field, at = QPersistentModelIndex(index)](int chosen) {
                field->hasChosen = true;
                const QString key = field->choices[size_t(chosen)].key;
                Q_EMIT self->closeEditor(field);
                QTimer::singleShot(0, self, [self, at, key] {
                    if (at.isValid())
                        Q_EMIT self->chosen(at, key);
                });
            });
    QTimer::singleShot(0, field, [field] { field->showPopup(); });
    return field;
}

void ChoiceDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    auto* field = static_cast<ChoiceField*>(editor);
    const int at = field->findText(index.data().toString());
    if (at >= 0)
        field->setCurrentIndex(at);
}

void ChoiceDelegate::setModelData(QWidget*, QAbstractItemModel*, const QModelIndex&) const
{
    // Told by chosen().
}

void ChoiceDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                          const QModelIndex&) const
{
    editor->setGeometry(option.rect);
}

} // namespace widgets
