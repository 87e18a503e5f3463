// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/site_store.h"

#include <QAbstractTableModel>
#include <map>
#include <set>

namespace widgets {

// Rows set aside of one source, to be typed in: its columns, after why each row was set aside.
class MendModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Reason, FirstField };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(const catalogue::Source& source, std::vector<catalogue::SetAside> rows);
    const std::vector<catalogue::SetAside>& rows() const { return m_rows; }
    // Those that a person has typed in.
    std::vector<catalogue::SetAside> changedRows() const;
    // What came of checking them: by id, the row as it was set aside anew.
    void setProblems(const std::map<base::Id, catalogue::SetAside>& problems);
    void takeAway(const std::set<base::Id>& rows);
    // The next cell that is marked, after `from`; an invalid one where there is none.
    QModelIndex nextProblem(const QModelIndex& from) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    int problemColumn(const catalogue::SetAside& row) const; // Reason where no cell is named

    std::vector<QString> m_columns; // without those that an export of rows set aside added
    std::vector<size_t> m_fieldOf;  // where each stands in a row
    std::vector<catalogue::SetAside> m_rows;
    std::set<base::Id> m_changed;
};

} // namespace widgets
