// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tick_list.h"

#include "catalogue/vocabulary.h"

#include <QLineEdit>
#include <QListWidget>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

namespace widgets {

namespace {

constexpr int KeyRole = Qt::UserRole;
constexpr int LongList = 10;
constexpr int RowsShown = 5;

} // namespace

TickList::TickList(QWidget* parent)
    : QWidget(parent)
    , m_find(new QLineEdit)
    , m_list(new QListWidget)
{
    m_find->setClearButtonEnabled(true);
    m_find->setPlaceholderText(tr("Find in the list"));
    m_find->hide();
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const int row = m_list->fontMetrics().height() + 6;
    m_list->setMinimumHeight(3 * row);
    m_list->setMaximumHeight(RowsShown * row + 2 * m_list->frameWidth());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_find);
    layout->addWidget(m_list);
    setFocusProxy(m_list);
    connect(m_list, &QListWidget::itemChanged, this, &TickList::changed);
    connect(m_find, &QLineEdit::textChanged, this, &TickList::find);
}

void TickList::setName(const QString& accessibleName)
{
    m_list->setAccessibleName(accessibleName);
    m_find->setAccessibleName(QStringLiteral("%1: %2").arg(accessibleName, tr("Find in the list")));
}

void TickList::setChoices(const std::vector<Choice>& choices)
{
    if (choices == m_choices)
        return;
    const QStringList before = ticked();
    m_choices = choices;
    fill(before);
}

void TickList::setTicked(const QStringList& keys)
{
    m_given = keys;
    fill(keys);
}

void TickList::fill(const QStringList& ticked)
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const auto add = [&](const Choice& choice) {
        auto* item = new QListWidgetItem(choice.text, m_list);
        item->setData(KeyRole, choice.key);
        item->setToolTip(choice.text);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(ticked.contains(choice.key) ? Qt::Checked : Qt::Unchecked);
    };
    for (const Choice& choice : m_choices)
        add(choice);
    for (const QString& key : ticked)
        if (std::none_of(m_choices.begin(), m_choices.end(),
                         [&](const Choice& choice) { return choice.key == key; }))
            add({key, key});
    m_find->setVisible(m_list->count() > LongList);
    find(m_find->isVisibleTo(this) ? m_find->text() : QString());
}

QStringList TickList::ticked() const
{
    QStringList found;
    for (int row = 0; row < m_list->count(); ++row)
        if (m_list->item(row)->checkState() == Qt::Checked)
            found << m_list->item(row)->data(KeyRole).toString();
    QStringList keys;
    for (const QString& key : m_given)
        if (found.removeOne(key))
            keys << key;
    return keys + found;
}

bool TickList::isEmpty() const
{
    return m_list->count() == 0;
}

void TickList::find(const QString& text)
{
    const QString wanted = catalogue::folded(text);
    for (int row = 0; row < m_list->count(); ++row)
        m_list->item(row)->setHidden(
            !catalogue::folded(m_list->item(row)->text()).contains(wanted));
}

} // namespace widgets
