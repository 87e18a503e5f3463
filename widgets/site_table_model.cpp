// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/site_table_model.h"

#include "catalogue/vocabulary.h"
#include "geo/symbols.h"

#include <QCollator>
#include <QHash>
#include <QIcon>
#include <algorithm>
#include <numeric>

namespace widgets {

namespace {

constexpr size_t SortedAtOnce = 5000; // rows; more are sorted on another thread

QString textOf(const catalogue::SiteSummary& site, int column, base::Language language)
{
    switch (column) {
    case SiteTableModel::Name:
        return site.name;
    case SiteTableModel::Kind:
        return catalogue::siteKinds().label(site.kind, language);
    case SiteTableModel::Stage:
        return catalogue::stages().label(site.stage, language);
    case SiteTableModel::Country:
        return catalogue::countries().label(site.country, language);
    case SiteTableModel::Region:
        return site.admin1;
    case SiteTableModel::Commodities: {
        QStringList names;
        for (const QString& key : site.commodities)
            names << catalogue::commodities().label(key, language);
        return names.join(QStringLiteral(", "));
    }
    case SiteTableModel::Tonnes:
        return site.tonnes ? base::localeOf(language).toString(*site.tonnes, 'f', 0) : QString();
    case SiteTableModel::Grade:
        return site.grade ? QStringLiteral("%1 %2 %3")
                                .arg(base::localeOf(language).toString(*site.grade, 'g', 4),
                                     catalogue::gradeUnits().label(site.gradeUnit, language),
                                     catalogue::commodities().label(site.gradeCommodity, language))
                          : QString();
    case SiteTableModel::Source:
        return site.source;
    default:
        return {};
    }
}

// What is not known stands last, whichever way; what is equal, in order of names.
std::vector<size_t> sortedByNumber(const catalogue::SiteList& sites, std::vector<size_t> rows,
                                   std::optional<double> catalogue::SiteSummary::*number,
                                   bool ascending)
{
    std::stable_sort(rows.begin(), rows.end(), [&](size_t a, size_t b) {
        const auto& x = sites[a].*number;
        const auto& y = sites[b].*number;
        if (!x || !y)
            return x.has_value() && !y.has_value();
        return ascending ? *x < *y : *x > *y;
    });
    return rows;
}

// The same for words, in the order of the reader's language. Few words are different, so these
// alone are compared as words.
std::vector<size_t> sortedByText(const catalogue::SiteList& sites, std::vector<size_t> rows,
                                 int column, bool ascending, base::Language language)
{
    QHash<QString, int> places;
    std::vector<QString> texts;
    std::vector<std::pair<int, size_t>> keyed;
    keyed.reserve(rows.size());
    for (const size_t row : rows) {
        const QString text = textOf(sites[row], column, language);
        auto place = places.constFind(text);
        if (place == places.constEnd()) {
            place = places.insert(text, int(texts.size()));
            texts.push_back(text);
        }
        keyed.emplace_back(*place, row);
    }
    std::vector<int> order(texts.size());
    std::iota(order.begin(), order.end(), 0);
    const QCollator collator(base::localeOf(language));
    std::sort(order.begin(), order.end(), [&](int a, int b) {
        if (texts[size_t(a)].isEmpty() || texts[size_t(b)].isEmpty())
            return !texts[size_t(a)].isEmpty();
        const int compared = collator.compare(texts[size_t(a)], texts[size_t(b)]);
        return ascending ? compared < 0 : compared > 0;
    });
    std::vector<int> rank(texts.size());
    for (size_t i = 0; i < order.size(); ++i)
        rank[size_t(order[i])] = int(i);
    std::stable_sort(keyed.begin(), keyed.end(), [&](const auto& a, const auto& b) {
        return rank[size_t(a.first)] < rank[size_t(b.first)];
    });
    for (size_t i = 0; i < keyed.size(); ++i)
        rows[i] = keyed[i].second;
    return rows;
}

// `rows` in order of names, as the list has them.
std::vector<size_t> sortedRows(const catalogue::SiteList& sites, std::vector<size_t> rows,
                               int column, bool ascending, base::Language language)
{
    switch (column) {
    case SiteTableModel::Name:
        if (!ascending)
            std::reverse(rows.begin(), rows.end());
        return rows;
    case SiteTableModel::Tonnes:
        return sortedByNumber(sites, std::move(rows), &catalogue::SiteSummary::tonnes, ascending);
    case SiteTableModel::Grade:
        return sortedByNumber(sites, std::move(rows), &catalogue::SiteSummary::grade, ascending);
    default:
        return sortedByText(sites, std::move(rows), column, ascending, language);
    }
}

} // namespace

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
    endResetModel();
    sortRows();
}

int SiteTableModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int SiteTableModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant SiteTableModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const catalogue::SiteSummary& site = (*m_sites)[m_rows[size_t(index.row())]];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return textOf(site, index.column(), m_workspace.language());
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
    if (m_sortColumn == column && m_sortOrder == order)
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    sortRows();
}

void SiteTableModel::take(std::vector<size_t> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    Q_EMIT reordered();
}

void SiteTableModel::sortRows()
{
    const quint64 wanted = ++m_sorting;
    if (!m_sites)
        return;
    const auto sort = [sites = m_sites, rows = m_workspace.shownRows(), column = m_sortColumn,
                       ascending = m_sortOrder == Qt::AscendingOrder,
                       language = m_workspace.language()] {
        return sortedRows(*sites, rows, column, ascending, language);
    };
    if (m_rows.size() <= SortedAtOnce || m_sortColumn == Name) {
        take(sort());
        return;
    }
    m_workspace.jobs().run(
        {}, threadPool(), [sort](base::Progress&) { return sort(); }, this,
        [this, wanted](Outcome<std::vector<size_t>> sorted) {
            if (sorted.ok() && wanted == m_sorting)
                take(std::move(*sorted.value));
        });
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
