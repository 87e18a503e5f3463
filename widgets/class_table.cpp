// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/class_table.h"

#include "widgets/color_button.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QIcon>
#include <QKeyEvent>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace widgets {

namespace {

enum Column { First, Upper, Color, Name, ColumnCount };
constexpr int RowsShown = 8;

// All that a person would type of a bound.
QString boundText(const std::optional<double>& bound, const QLocale& locale)
{
    return bound ? locale.toString(*bound, 'g', 10) : QString();
}

QPushButton* button(const QString& text)
{
    auto* made = new QPushButton(text);
    made->setAutoDefault(false);
    return made;
}

} // namespace

ClassTable::ClassTable(base::Language language, QWidget* parent)
    : QWidget(parent)
    , m_language(language)
    , m_otherColor(*geo::Style().otherColor)
    , m_table(new QTableWidget(0, ColumnCount))
    , m_color(button(tr("&Colour…")))
    , m_up(button(tr("&Up")))
    , m_down(button(tr("&Down")))
    , m_all(button(tr("Show &all")))
    , m_none(button(tr("Show &none")))
{
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setAccessibleName(tr("Classes and their colours"));
    m_table->setToolTip(tr("Space shows or hides a class, F2 changes a name or a bound, Enter on a "
                           "colour changes it"));
    m_table->setTabKeyNavigation(false);
    m_table->setMinimumHeight(m_table->verticalHeader()->defaultSectionSize() * RowsShown / 2);
    m_table->installEventFilter(this);
    setFocusProxy(m_table);
    auto* buttons = new QHBoxLayout;
    for (QPushButton* each : {m_color, m_up, m_down, m_all, m_none})
        buttons->addWidget(each);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_table, 1);
    layout->addLayout(buttons);
    connect(m_table, &QTableWidget::itemChanged, this, &ClassTable::takeItem);
    connect(m_table, &QTableWidget::currentCellChanged, this, &ClassTable::enable);
    connect(m_table, &QTableWidget::cellDoubleClicked, this, [this](int, int column) {
        if (column == Color)
            changeColor();
    });
    connect(m_color, &QPushButton::clicked, this, &ClassTable::changeColor);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_all, &QPushButton::clicked, this, [this] { showAll(true); });
    connect(m_none, &QPushButton::clicked, this, [this] { showAll(false); });
}

// Enter on a row changes its colour; it would accept the dialog otherwise.
bool ClassTable::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            changeColor();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

int ClassTable::classCount() const
{
    return m_style.kind == geo::StyleKind::Categorised ? int(m_style.categories.size())
           : m_style.kind == geo::StyleKind::Graduated ? int(m_style.classes.size())
                                                       : 0;
}

ClassTable::Row ClassTable::rowAt(int row)
{
    Row found;
    if (row < 0 || row > classCount())
        return found;
    if (row == classCount())
        found.others = true;
    else if (m_style.kind == geo::StyleKind::Categorised)
        found.category = &m_style.categories[size_t(row)];
    else
        found.range = &m_style.classes[size_t(row)];
    return found;
}

void ClassTable::showStyle(const geo::Style& style)
{
    m_style = style;
    m_otherColor = style.otherColor.value_or(m_otherColor);
    fill();
}

void ClassTable::fill()
{
    const bool graded = m_style.kind == geo::StyleKind::Graduated;
    const int current = std::max(0, m_table->currentRow());
    m_filling = true;
    m_table->setHorizontalHeaderLabels(
        {graded ? tr("From") : tr("Value"), tr("To"), tr("Colour"), tr("Name in the legend")});
    m_table->setColumnHidden(Upper, !graded);
    m_table->setRowCount(classCount() + 1);
    for (int row = 0; row < m_table->rowCount(); ++row)
        fillRow(row);
    for (const int column : {First, Upper, Color})
        m_table->resizeColumnToContents(column);
    m_table->setColumnWidth(First, std::min(m_table->columnWidth(First), 200));
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setCurrentCell(std::min(current, m_table->rowCount() - 1), First);
    m_filling = false;
    enable();
}

void ClassTable::fillRow(int index)
{
    const Row row = rowAt(index);
    const QLocale locale = base::localeOf(m_language);
    const auto cell = [&](int column, const QString& text, bool editable) {
        auto* item = new QTableWidgetItem(text);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable |
                       (editable ? Qt::ItemIsEditable : Qt::NoItemFlags));
        item->setToolTip(text);
        m_table->setItem(index, column, item);
        return item;
    };
    const bool visible = row.others     ? m_style.otherColor.has_value()
                         : row.category ? row.category->visible
                                        : row.range->visible;
    const QString others =
        m_style.kind == geo::StyleKind::FromColorColumn ? tr("No colour stated") : tr("All others");
    QTableWidgetItem* first = cell(First,
                                   row.others     ? others
                                   : row.category ? row.category->value
                                                  : boundText(row.range->lower, locale),
                                   row.range != nullptr);
    first->setFlags(first->flags() | Qt::ItemIsUserCheckable);
    first->setCheckState(visible ? Qt::Checked : Qt::Unchecked);
    cell(Upper, row.range ? boundText(row.range->upper, locale) : QString(), row.range != nullptr);
    const QColor color = row.others     ? m_style.otherColor.value_or(m_otherColor)
                         : row.category ? row.category->color
                                        : row.range->color;
    QTableWidgetItem* swatch = cell(Color, colorText(color), false);
    const QPixmap picture = colorSwatch(color, devicePixelRatioF());
    QIcon icon(picture);
    icon.addPixmap(picture, QIcon::Selected); // a colour is itself in a chosen row too
    swatch->setIcon(icon);
    cell(Name,
         row.others     ? QString()
         : row.category ? row.category->label.in(m_language)
                        : row.range->label.in(m_language),
         !row.others);
}

void ClassTable::takeItem(QTableWidgetItem* item)
{
    if (m_filling)
        return;
    const Row row = rowAt(item->row());
    const bool visible = m_table->item(item->row(), First)->checkState() == Qt::Checked;
    if (row.others)
        m_style.otherColor = visible ? std::optional(m_otherColor) : std::nullopt;
    else if (item->column() == Name)
        takeName(row, item->text().trimmed());
    else
        takeRange(row, item, visible);
    Q_EMIT changed();
}

void ClassTable::takeName(const Row& row, const QString& name)
{
    base::Label& label = row.category ? row.category->label : row.range->label;
    (m_language == base::Language::Spanish ? label.es : label.en) = name;
}

void ClassTable::takeRange(const Row& row, const QTableWidgetItem* item, bool visible)
{
    (row.category ? row.category->visible : row.range->visible) = visible;
    const bool upper = item->column() == Upper;
    if (row.range && (upper || item->column() == First))
        takeBound(item->row(), upper, item->text().trimmed());
}

void ClassTable::takeBound(int index, bool upper, const QString& text)
{
    const QLocale locale = base::localeOf(m_language);
    auto& classes = m_style.classes;
    std::optional<double>& bound =
        upper ? classes[size_t(index)].upper : classes[size_t(index)].lower;
    if (text == boundText(bound, locale))
        return;
    std::optional<double> value;
    bool good = true;
    if (!text.isEmpty()) {
        double number = locale.toDouble(text, &good);
        if (!good)
            number = QLocale::c().toDouble(text, &good);
        value = number;
    }
    // The neighbour whose bound it is too.
    const int beside = upper ? index + 1 : index - 1;
    geo::ValueClass* neighbour =
        beside >= 0 && beside < classCount() ? &classes[size_t(beside)] : nullptr;
    if (neighbour != nullptr && (upper ? neighbour->lower : neighbour->upper) != bound)
        neighbour = nullptr;
    const auto backwards = [&](const geo::ValueClass& range, bool itsUpper) {
        const auto& other = itsUpper ? range.lower : range.upper;
        return value && other && (itsUpper ? *value < *other : *value > *other);
    };
    if (!good || backwards(classes[size_t(index)], upper) ||
        (neighbour != nullptr && backwards(*neighbour, !upper))) {
        Q_EMIT problem(!good ? tr("“%1” is no number.").arg(text)
                             : tr("A class goes from the smaller number to the larger one."));
        QMetaObject::invokeMethod(this, &ClassTable::fill, Qt::QueuedConnection);
        return;
    }
    if (neighbour != nullptr)
        (upper ? neighbour->lower : neighbour->upper) = value;
    bound = value;
    m_style.grading.method = geo::BreakMethod::ByHand;
    Q_EMIT problem({});
    // Not while the table is still busy with the cell.
    QMetaObject::invokeMethod(this, &ClassTable::fill, Qt::QueuedConnection);
}

void ClassTable::changeColor()
{
    const int index = m_table->currentRow();
    const Row row = rowAt(index);
    if (!row.category && !row.range && !row.others)
        return;
    const QColor before = row.others     ? m_style.otherColor.value_or(m_otherColor)
                          : row.category ? row.category->color
                                         : row.range->color;
    const auto take = [this, index](const QColor& color) {
        const Row now = rowAt(index);
        if (now.others) {
            m_otherColor = color;
            if (m_style.otherColor)
                m_style.otherColor = color;
        } else {
            (now.category ? now.category->color : now.range->color) = color;
        }
        m_filling = true;
        fillRow(index);
        m_filling = false;
        Q_EMIT changed();
    };
    if (const auto color = askForColor(this, m_table->item(index, First)->text(), before, take))
        take(*color);
}

void ClassTable::move(int steps)
{
    const int index = m_table->currentRow();
    const int to = index + steps;
    if (m_style.kind != geo::StyleKind::Categorised || index < 0 || index >= classCount() ||
        to < 0 || to >= classCount())
        return;
    std::swap(m_style.categories[size_t(index)], m_style.categories[size_t(to)]);
    m_style.ordered = true;
    fill();
    m_table->setCurrentCell(to, First);
    Q_EMIT changed();
}

void ClassTable::showAll(bool visible)
{
    for (int row = 0; row < classCount(); ++row) {
        const Row each = rowAt(row);
        (each.category ? each.category->visible : each.range->visible) = visible;
    }
    m_style.otherColor = visible ? std::optional(m_otherColor) : std::nullopt;
    fill();
    Q_EMIT changed();
}

void ClassTable::enable()
{
    const int row = m_table->currentRow();
    const bool ordered = m_style.kind == geo::StyleKind::Categorised;
    m_color->setEnabled(row >= 0);
    m_up->setVisible(ordered);
    m_down->setVisible(ordered);
    m_up->setEnabled(row > 0 && row < classCount());
    m_down->setEnabled(row >= 0 && row + 1 < classCount());
    m_all->setVisible(classCount() > 0);
    m_none->setVisible(classCount() > 0);
}

} // namespace widgets
