// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import_reasons_view.h"

#include "widgets/table.h"

#include <QHeaderView>
#include <QTreeWidget>
#include <algorithm>
#include <map>

namespace widgets {

namespace {

constexpr int ReasonRole = Qt::UserRole;
constexpr int ColumnRole = Qt::UserRole + 1;
constexpr int ValueRole = Qt::UserRole + 2; // not set: every value
constexpr size_t MostSpellings = 200;
constexpr int MostRows = 2000; // all of them are in what is exported
constexpr int MostFields = 40;
constexpr int WidestColumn = 260;

} // namespace

ImportReasonsView::ImportReasonsView(QWidget* parent)
    : QSplitter(Qt::Vertical, parent)
    , m_reasons(new QTreeWidget)
    , m_list(new QTableWidget(0, 4))
{
    m_reasons->setAccessibleName(tr("Why rows are set aside"));
    m_reasons->setHeaderLabels({tr("Reason and value"), tr("Rows")});
    m_reasons->header()->setStretchLastSection(false);
    m_reasons->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_reasons->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    prepareTable(*m_list);
    m_list->setAccessibleName(tr("Rows that are set aside"));
    m_list->setHorizontalHeaderLabels({tr("Line"), tr("Column"), tr("Value"), tr("The row")});
    addWidget(m_reasons);
    addWidget(m_list);
    setChildrenCollapsible(false);
    setStretchFactor(0, 2);
    setStretchFactor(1, 3);
    setSizes({180, 300});
    connect(m_reasons, &QTreeWidget::currentItemChanged, this, &ImportReasonsView::showRows);
}

void ImportReasonsView::setRows(std::vector<catalogue::SetAside> rows, base::Language language)
{
    m_rows = std::move(rows);
    m_language = language;
    m_reasons->clear();
    struct Reason
    {
        qint64 count = 0;
        std::map<std::pair<QString, QString>, qint64> values; // column and value
    };
    std::map<QString, Reason> reasons;
    for (const catalogue::SetAside& row : m_rows) {
        Reason& reason = reasons[row.reason];
        ++reason.count;
        ++reason.values[{row.column, row.value}];
    }
    std::vector<std::pair<QString, Reason>> sorted(reasons.begin(), reasons.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [](const auto& a, const auto& b) { return a.second.count > b.second.count; });
    const QLocale locale = base::localeOf(language);
    for (const auto& [key, reason] : sorted) {
        const QString text = catalogue::setAsideText(key);
        auto* item = new QTreeWidgetItem(m_reasons, {text, locale.toString(reason.count)});
        item->setData(0, ReasonRole, key);
        item->setToolTip(0, text);
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        std::vector<std::pair<std::pair<QString, QString>, qint64>> values(reason.values.begin(),
                                                                           reason.values.end());
        std::stable_sort(values.begin(), values.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        values.resize(std::min(values.size(), MostSpellings));
        for (const auto& [where, count] : values) {
            const auto& [column, value] = where;
            if (column.isEmpty() && value.isEmpty())
                continue;
            const QString said = value.isEmpty() ? tr("(empty)") : value.left(80);
            auto* child = new QTreeWidgetItem(
                item, {column.isEmpty() ? said : QStringLiteral("%1: %2").arg(column, said),
                       locale.toString(count)});
            child->setData(0, ReasonRole, key);
            child->setData(0, ColumnRole, column);
            child->setData(0, ValueRole, value);
            child->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        }
    }
    if (m_reasons->topLevelItemCount() > 0)
        m_reasons->setCurrentItem(m_reasons->topLevelItem(0));
    else
        showRows();
}

void ImportReasonsView::showRows()
{
    m_list->setRowCount(0);
    const QTreeWidgetItem* item = m_reasons->currentItem();
    if (item == nullptr)
        return;
    const QString reason = item->data(0, ReasonRole).toString();
    const QVariant value = item->data(0, ValueRole);
    const QString column = item->data(0, ColumnRole).toString();
    std::vector<const catalogue::SetAside*> shown;
    for (const catalogue::SetAside& row : m_rows)
        if (row.reason == reason && int(shown.size()) < MostRows &&
            (!value.isValid() || (row.column == column && row.value == value.toString())))
            shown.push_back(&row);
    m_list->setRowCount(int(shown.size()));
    for (int row = 0; row < int(shown.size()); ++row) {
        const catalogue::SetAside& each = *shown[size_t(row)];
        QStringList fields;
        for (const auto& field : each.fields)
            if (field && !field->trimmed().isEmpty() && fields.size() < MostFields)
                fields << field->simplified();
        m_list->setItem(row, 0, numberCell(QString::number(each.line)));
        m_list->setItem(row, 1, tableCell(each.column));
        m_list->setItem(row, 2, tableCell(each.value.left(300)));
        m_list->setItem(row, 3, tableCell(fields.join(QStringLiteral(" · ")).left(600)));
    }
    for (int i = 0; i < 3; ++i) {
        m_list->resizeColumnToContents(i);
        m_list->setColumnWidth(i, std::min(m_list->columnWidth(i), WidestColumn));
    }
}

} // namespace widgets
