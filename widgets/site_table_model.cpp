// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/site_table_model.h"

#include "catalogue/vocabulary.h"
#include "geo/symbols.h"

#include <QIcon>
#include <algorithm>

namespace widgets {

SiteTableModel::SiteTableModel(Workspace& workspace, QObject* parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::filterChanged, this, &SiteTableModel::reload);
    connect(&workspace, &Workspace::languageChanged, this, &SiteTableModel::reload);
}

void SiteTableModel::reload()
{
    beginResetModel();
    m_sites = m_workspace.isOpen() ? m_workspace.state().sites : nullptr;
    m_rows = m_sites ? m_workspace.shownRows() : std::vector<size_t>();
    sortRows();
    endResetModel();
}

int SiteTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SiteTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QString SiteTableModel::text(const catalogue::SiteSummary& site, int column) const
{
    const base::Language language = m_workspace.language();
    switch (column) {
    case Name:
        return site.name;
    case Kind:
        return catalogue::siteKinds().label(site.kind, language);
    case Stage:
        return catalogue::stages().label(site.stage, language);
    case Country:
        return catalogue::countries().label(site.country, language);
    case Region:
        return site.admin1;
    case Commodities: {
        QStringList names;
        for (const QString& key : site.commodities)
            names << catalogue::commodities().label(key, language);
        return names.join(QStringLiteral(", "));
    }
    case Tonnes:
        return site.tonnes ? base::localeOf(language).toString(*site.tonnes, 'f', 0) : QString();
    case Grade:
        return site.grade ? QStringLiteral("%1 %2 %3")
                                .arg(base::localeOf(language).toString(*site.grade, 'g', 4),
                                     catalogue::gradeUnits().label(site.gradeUnit, language),
                                     catalogue::commodities().label(site.gradeCommodity, language))
                          : QString();
    case Source:
        return site.source;
    default:
        return {};
    }
}

QVariant SiteTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const catalogue::SiteSummary& site = (*m_sites)[m_rows[size_t(index.row())]];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return text(site, index.column());
    case Qt::DecorationRole:
        if (index.column() == Name)
            return QPixmap::fromImage(geo::siteImage({site.kind, site.stage}, 16));
        return {};
    case Qt::TextAlignmentRole:
        if (index.column() == Tonnes || index.column() == Grade)
            return int(Qt::AlignRight | Qt::AlignVCenter);
        return {};
    case IdRole:
        return site.id;
    default:
        return {};
    }
}

QVariant SiteTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Name");
    case Kind:
        return tr("Kind");
    case Stage:
        return tr("Stage");
    case Country:
        return tr("Country");
    case Region:
        return tr("State");
    case Commodities:
        return tr("Commodities");
    case Tonnes:
        return tr("Ore, t");
    case Grade:
        return tr("Grade");
    case Source:
        return tr("Source");
    default:
        return {};
    }
}

void SiteTableModel::sort(int column, Qt::SortOrder order)
{
    m_sortColumn = column;
    m_sortOrder = order;
    Q_EMIT layoutAboutToBeChanged();
    sortRows();
    Q_EMIT layoutChanged();
}

void SiteTableModel::sortRows()
{
    std::sort(m_rows.begin(), m_rows.end()); // the list itself is in order of names
    if (!m_sites)
        return;
    const auto& sites = *m_sites;
    const bool ascending = m_sortOrder == Qt::AscendingOrder;
    if (m_sortColumn == Tonnes || m_sortColumn == Grade) {
        // What is not known stands last, whichever way.
        std::stable_sort(m_rows.begin(), m_rows.end(), [&](size_t a, size_t b) {
            const auto& x = m_sortColumn == Tonnes ? sites[a].tonnes : sites[a].grade;
            const auto& y = m_sortColumn == Tonnes ? sites[b].tonnes : sites[b].grade;
            if (!x || !y)
                return x.has_value() && !y.has_value();
            return ascending ? *x < *y : *x > *y;
        });
    } else if (m_sortColumn != Name) {
        std::vector<std::pair<QString, size_t>> keyed;
        keyed.reserve(m_rows.size());
        for (const size_t row : m_rows)
            keyed.emplace_back(text(sites[row], m_sortColumn), row);
        std::stable_sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
            if (a.first.isEmpty() || b.first.isEmpty())
                return !a.first.isEmpty() && b.first.isEmpty();
            return ascending ? a.first < b.first : a.first > b.first;
        });
        for (size_t i = 0; i < keyed.size(); ++i)
            m_rows[i] = keyed[i].second;
    } else if (!ascending) {
        std::reverse(m_rows.begin(), m_rows.end());
    }
}

int SiteTableModel::rowOf(base::Id site) const
{
    if (!m_sites)
        return -1;
    const auto row = m_sites->rowOf(site);
    if (!row)
        return -1;
    const auto found = std::find(m_rows.begin(), m_rows.end(), *row);
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

} // namespace widgets
