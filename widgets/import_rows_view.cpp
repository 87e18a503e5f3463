// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import_rows_view.h"

#include "catalogue/vocabulary.h"
#include "widgets/place_words.h"

#include <QAbstractTableModel>
#include <QApplication>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QStyle>
#include <QTableView>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr size_t MostRows = 100;
constexpr int WidestColumn = 220;
constexpr int MeasuredColumns = 60; // the others keep a usual width
constexpr qsizetype LongestCell = 300;

QIcon warningIcon()
{
    return QApplication::style()->standardIcon(QStyle::SP_MessageBoxWarning);
}

} // namespace

// The fields of the file.
class ReadRowsModel : public QAbstractTableModel
{
public:
    using QAbstractTableModel::QAbstractTableModel;

    void setTable(std::shared_ptr<const catalogue::ImportTable> table)
    {
        beginResetModel();
        m_table = std::move(table);
        m_rows = m_table->firstRows(MostRows);
        m_problems.clear();
        m_fields.clear();
        endResetModel();
    }
    void setUnderstood(const std::vector<catalogue::ImportOutcome::Preview>& rows,
                       const catalogue::ImportMapping& mapping)
    {
        m_problems.assign(m_rows.size(), {-1, {}});
        for (size_t i = 0; i < std::min(rows.size(), m_rows.size()); ++i)
            if (!rows[i].reason.isEmpty()) {
                const auto column = m_table->columnIndex(rows[i].column);
                m_problems[i] = {column ? int(*column) : -1,
                                 catalogue::setAsideText(rows[i].reason)};
            }
        m_fields.assign(m_table->columns().size(), {});
        for (const auto& part : mapping.parts)
            addField(part, {});
        for (size_t i = 0; i < mapping.estimates.size(); ++i)
            for (const auto& part : mapping.estimates[i])
                addField(part, QStringLiteral(" (%1)").arg(i + 2));
        if (!m_rows.empty())
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    }
    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    int columnCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() || !m_table ? 0 : int(m_table->columns().size());
    }
    QVariant data(const QModelIndex& index, int role) const override
    {
        const auto row = size_t(index.row());
        const bool bad = row < m_problems.size() && m_problems[row].first == index.column();
        const QString text = m_rows[row].fields.value(index.column());
        switch (role) {
        case Qt::DisplayRole:
            return text.left(LongestCell).simplified();
        case Qt::ToolTipRole:
            return bad ? text.left(LongestCell) + QLatin1Char('\n') + m_problems[row].second
                       : text.left(LongestCell);
        case Qt::DecorationRole:
            return bad ? QVariant(warningIcon()) : QVariant();
        case Qt::AccessibleDescriptionRole:
            return bad ? QVariant(m_problems[row].second) : QVariant();
        case Qt::FontRole:
            if (bad) {
                QFont bold;
                bold.setBold(true);
                return bold;
            }
            return {};
        default:
            return {};
        }
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation == Qt::Vertical)
            return role == Qt::DisplayRole ? QVariant(m_rows[size_t(section)].line) : QVariant();
        const auto at = size_t(section);
        const QString field = at < m_fields.size() ? m_fields[at] : QString();
        switch (role) {
        case Qt::DisplayRole:
            return m_table->columns()[at] +
                   (field.isEmpty() ? QStringLiteral("\n ") : QStringLiteral("\n→ ") + field);
        case Qt::ToolTipRole:
            return field.isEmpty() ? ImportRowsView::tr("Not used; the record keeps it") : field;
        case Qt::FontRole: {
            QFont font;
            font.setBold(!field.isEmpty());
            return font;
        }
        case Qt::TextAlignmentRole:
            return int(Qt::AlignLeft | Qt::AlignVCenter);
        default:
            return {};
        }
    }

private:
    void addField(const catalogue::ImportMapping::Part& part, const QString& more)
    {
        const auto column = part.always ? std::nullopt : m_table->columnIndex(part.column);
        if (!column)
            return;
        QString& said = m_fields[*column];
        if (!said.isEmpty())
            said += QStringLiteral(", ");
        said += catalogue::importFieldLabel(part.field) + more;
    }

    std::shared_ptr<const catalogue::ImportTable> m_table;
    std::vector<catalogue::ImportTable::KeptRow> m_rows;
    std::vector<std::pair<int, QString>> m_problems; // of each row: column and words
    std::vector<QString> m_fields;                   // of each column: what it says of the site
};

// What came of them.
class UnderstoodRowsModel : public QAbstractTableModel
{
public:
    enum Column { Taken, Name, Kind, Stage, Country, Place, Commodities, Figures, Columns };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<catalogue::ImportOutcome::Preview> rows, base::Language language)
    {
        beginResetModel();
        m_rows = std::move(rows);
        m_language = language;
        endResetModel();
    }
    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_rows.size());
    }
    int columnCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : Columns;
    }
    QVariant data(const QModelIndex& index, int role) const override
    {
        const catalogue::ImportOutcome::Preview& row = m_rows[size_t(index.row())];
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
            return text(row, index.column());
        if (role == Qt::DecorationRole && index.column() == Taken && !row.reason.isEmpty())
            return warningIcon();
        return {};
    }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (role == Qt::TextAlignmentRole)
            return int(Qt::AlignLeft | Qt::AlignVCenter);
        if (role != Qt::DisplayRole)
            return {};
        if (orientation == Qt::Vertical)
            return m_rows[size_t(section)].line;
        const QStringList titles{ImportRowsView::tr("Comes in"),    ImportRowsView::tr("Name"),
                                 ImportRowsView::tr("Kind"),        ImportRowsView::tr("Stage"),
                                 ImportRowsView::tr("Country"),     ImportRowsView::tr("Position"),
                                 ImportRowsView::tr("Commodities"), ImportRowsView::tr("Figures")};
        return titles[section];
    }

private:
    QString text(const catalogue::ImportOutcome::Preview& row, int column) const
    {
        switch (column) {
        case Taken:
            return row.reason.isEmpty() ? ImportRowsView::tr("yes")
                                        : catalogue::setAsideText(row.reason);
        case Name:
            return row.site.name;
        case Kind:
            return catalogue::siteKinds().label(row.site.kind, m_language);
        case Stage:
            return catalogue::stages().label(row.site.stage, m_language);
        case Country:
            return catalogue::countries().label(row.site.country, m_language);
        case Place:
            return row.site.lonLat ? placeText(*row.site.lonLat, m_language) : QString();
        case Commodities: {
            QStringList labels;
            for (const catalogue::SiteCommodity& each : row.commodities)
                labels << catalogue::commodities().label(each.commodity, m_language);
            return labels.join(QStringLiteral(", "));
        }
        default: {
            QStringList figures;
            for (const catalogue::Estimate& each : row.estimates)
                figures << figureText(each);
            return figures.join(QStringLiteral("; "));
        }
        }
    }
    QString figureText(const catalogue::Estimate& estimate) const
    {
        const QLocale locale = base::localeOf(m_language);
        const auto number = [&](double value) { return locale.toString(value, 'g', 6); };
        QStringList parts;
        if (!estimate.commodity.isEmpty())
            parts << catalogue::commodities().label(estimate.commodity, m_language);
        if (estimate.tonnes)
            parts << number(*estimate.tonnes) + QStringLiteral(" t");
        if (estimate.grade)
            parts << QStringLiteral("@ %1 %2").arg(
                number(*estimate.grade),
                catalogue::gradeUnits().label(estimate.gradeUnit, m_language));
        if (estimate.containedTonnes)
            parts << ImportRowsView::tr("%1 t contained").arg(number(*estimate.containedTonnes));
        return parts.join(QLatin1Char(' '));
    }

    std::vector<catalogue::ImportOutcome::Preview> m_rows;
    base::Language m_language = base::Language::English;
};

namespace {

QTableView* makeView(QAbstractItemModel* model, const QString& name)
{
    auto* view = new QTableView;
    view->setModel(model);
    view->setAccessibleName(name);
    view->setWordWrap(false);
    view->setTabKeyNavigation(false);
    view->setAlternatingRowColors(true);
    view->setSelectionBehavior(QAbstractItemView::SelectRows);
    view->setSelectionMode(QAbstractItemView::SingleSelection);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    view->verticalHeader()->setDefaultSectionSize(view->fontMetrics().height() + 6);
    view->horizontalHeader()->setFixedHeight(2 * view->fontMetrics().height() + 10);
    // Both have one, so that their rows stand at the same height.
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    return view;
}

QWidget* titled(const QString& title, QTableView* view)
{
    auto* half = new QWidget;
    auto* layout = new QVBoxLayout(half);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* label = new QLabel(title);
    label->setBuddy(view);
    layout->addWidget(label);
    layout->addWidget(view, 1);
    return half;
}

void fitColumns(QTableView& view)
{
    const int columns = std::min(view.model()->columnCount(), MeasuredColumns);
    for (int column = 0; column < columns; ++column) {
        view.resizeColumnToContents(column);
        view.setColumnWidth(column, std::min(view.columnWidth(column) + 4, WidestColumn));
    }
}

} // namespace

ImportRowsView::ImportRowsView(QWidget* parent)
    : QSplitter(parent)
    , m_read(new ReadRowsModel(this))
    , m_understood(new UnderstoodRowsModel(this))
    , m_left(makeView(m_read, tr("The first rows as read")))
    , m_right(makeView(m_understood, tr("The first rows as understood")))
{
    addWidget(titled(tr("As &read"), m_left));
    addWidget(titled(tr("As &understood"), m_right));
    setChildrenCollapsible(false);
    setStretchFactor(0, 1);
    setStretchFactor(1, 1);
    connect(m_left->verticalScrollBar(), &QScrollBar::valueChanged, m_right->verticalScrollBar(),
            &QScrollBar::setValue);
    connect(m_right->verticalScrollBar(), &QScrollBar::valueChanged, m_left->verticalScrollBar(),
            &QScrollBar::setValue);
    const auto follow = [](QTableView* from, QTableView* to) {
        connect(from->selectionModel(), &QItemSelectionModel::currentRowChanged, to,
                [to](const QModelIndex& now) {
                    if (now.isValid() && now.row() < to->model()->rowCount() &&
                        to->currentIndex().row() != now.row())
                        to->selectRow(now.row());
                });
    };
    follow(m_left, m_right);
    follow(m_right, m_left);
}

void ImportRowsView::setTable(std::shared_ptr<const catalogue::ImportTable> table)
{
    m_read->setTable(std::move(table));
    m_understood->setRows({}, base::Language::English);
    fitColumns(*m_left);
}

void ImportRowsView::setUnderstood(const std::vector<catalogue::ImportOutcome::Preview>& rows,
                                   const catalogue::ImportMapping& mapping, base::Language language)
{
    const int at = m_right->verticalScrollBar()->value();
    m_read->setUnderstood(rows, mapping);
    m_understood->setRows(rows, language);
    fitColumns(*m_left);
    fitColumns(*m_right);
    m_right->verticalScrollBar()->setValue(at);
}

} // namespace widgets
