// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mend_model.h"

#include <QApplication>
#include <QFont>
#include <QIcon>
#include <QStyle>
#include <algorithm>

namespace widgets {

void MendModel::setRows(const catalogue::Source& source, std::vector<catalogue::SetAside> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_changed.clear();
    m_columns.clear();
    m_fieldOf.clear();
    size_t most = source.columns.size();
    for (const catalogue::SetAside& row : m_rows)
        most = std::max(most, row.fields.size());
    for (size_t i = 0; i < most; ++i) {
        // What a row has more than the header stands under its number.
        const QString column =
            i < source.columns.size() ? source.columns[i] : QStringLiteral("#%1").arg(i + 1);
        if (column.startsWith(QLatin1String("veta_")))
            continue;
        m_columns.push_back(column);
        m_fieldOf.push_back(i);
    }
    endResetModel();
}

std::vector<catalogue::SetAside> MendModel::changedRows() const
{
    std::vector<catalogue::SetAside> changed;
    for (const catalogue::SetAside& row : m_rows)
        if (m_changed.contains(row.id))
            changed.push_back(row);
    return changed;
}

void MendModel::setProblems(const std::map<base::Id, catalogue::SetAside>& problems)
{
    for (catalogue::SetAside& row : m_rows)
        if (const auto found = problems.find(row.id); found != problems.end()) {
            row.reason = found->second.reason;
            row.column = found->second.column;
            row.value = found->second.value;
            m_changed.erase(row.id); // what was typed stays, and has to be mended further
        }
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void MendModel::takeAway(const std::set<base::Id>& rows)
{
    beginResetModel();
    std::erase_if(m_rows, [&](const catalogue::SetAside& row) { return rows.contains(row.id); });
    for (const base::Id id : rows)
        m_changed.erase(id);
    endResetModel();
}

int MendModel::problemColumn(const catalogue::SetAside& row) const
{
    const auto at = std::find(m_columns.begin(), m_columns.end(), row.column);
    return row.column.isEmpty() || at == m_columns.end() ? Reason
                                                         : FirstField + int(at - m_columns.begin());
}

QModelIndex MendModel::nextProblem(const QModelIndex& from) const
{
    const int start = from.isValid() ? from.row() + 1 : 0;
    for (int step = 0; step < rowCount(); ++step) {
        const int row = (start + step) % rowCount();
        // Where no cell is to blame the person begins with the first.
        const int column = problemColumn(m_rows[size_t(row)]);
        if (!m_changed.contains(m_rows[size_t(row)].id))
            return index(row, column == Reason ? int(FirstField) : column);
    }
    return {};
}

int MendModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int MendModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : FirstField + int(m_columns.size());
}

QVariant MendModel::data(const QModelIndex& index, int role) const
{
    const catalogue::SetAside& row = m_rows[size_t(index.row())];
    const bool isProblem = index.column() == problemColumn(row);
    const bool isMended = m_changed.contains(row.id);
    if (index.column() == Reason) {
        const QString text = catalogue::setAsideText(row.reason);
        if (role == Qt::DisplayRole)
            return isMended ? tr("Changed. It was: %1").arg(text) : text;
        if (role == Qt::ToolTipRole)
            return text;
    } else {
        const size_t field = m_fieldOf[size_t(index.column() - FirstField)];
        const QString text =
            field < row.fields.size() ? row.fields[field].value_or(QString()) : QString();
        if (role == Qt::DisplayRole || role == Qt::EditRole)
            return text;
        if (role == Qt::ToolTipRole)
            return isProblem ? text + QLatin1Char('\n') + catalogue::setAsideText(row.reason)
                             : text;
        if (role == Qt::AccessibleDescriptionRole && isProblem)
            return catalogue::setAsideText(row.reason);
        if (role == Qt::FontRole && isProblem) {
            QFont bold;
            bold.setBold(true);
            return bold;
        }
    }
    if (role == Qt::DecorationRole && isProblem && !isMended)
        return QApplication::style()->standardIcon(QStyle::SP_MessageBoxWarning);
    return {};
}

bool MendModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    if (role != Qt::EditRole || index.column() < FirstField)
        return false;
    catalogue::SetAside& row = m_rows[size_t(index.row())];
    const size_t field = m_fieldOf[size_t(index.column() - FirstField)];
    const QString text = value.toString();
    if (text == data(index, Qt::EditRole).toString())
        return true;
    if (row.fields.size() <= field)
        row.fields.resize(field + 1);
    row.fields[field] = text.isEmpty() ? std::nullopt : std::optional(text);
    m_changed.insert(row.id);
    Q_EMIT dataChanged(this->index(index.row(), 0), this->index(index.row(), columnCount() - 1));
    return true;
}

Qt::ItemFlags MendModel::flags(const QModelIndex& index) const
{
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    if (index.column() >= FirstField)
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant MendModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role == Qt::TextAlignmentRole && orientation == Qt::Horizontal)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return m_rows[size_t(section)].line;
    return section == Reason ? tr("Why it was set aside") : m_columns[size_t(section - FirstField)];
}

} // namespace widgets
