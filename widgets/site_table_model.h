// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace.h"

#include <QAbstractTableModel>

namespace widgets {

// The sites that the filter lets through, as a table: the accessible twin of the map.
class SiteTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Kind, Stage, Country, Region, Commodities, Tonnes, Grade, Source, Columns };
    static constexpr int IdRole = Qt::UserRole;

    explicit SiteTableModel(Workspace& workspace, QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    // The row of a site in the table; -1 where the filter hides it.
    int rowOf(base::Id site) const;
    void reload();

Q_SIGNALS:
    void reordered(); // rows stand elsewhere now, or others do

private:
    void take(std::vector<size_t> rows);
    void sortRows();

    Workspace& m_workspace;
    std::shared_ptr<const catalogue::SiteList> m_sites;
    std::vector<size_t> m_rows;
    int m_sortColumn = Name;
    Qt::SortOrder m_sortOrder = Qt::AscendingOrder;
    quint64 m_sorting = 0; // counts, so that an order nobody wants any more is dropped
};

} // namespace widgets
