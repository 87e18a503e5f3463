// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/mend_dialog.h"

#include "widgets/cell_delegate.h"
#include "widgets/mend_model.h"
#include "widgets/message.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr int WidestColumn = 240;
constexpr int MeasuredColumns = 60;

} // namespace

MendDialog::MendDialog(Workspace& workspace, base::Id source, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_first(source)
    , m_folder(std::make_shared<const QTemporaryDir>())
    , m_model(new MendModel(this))
    , m_sources(new QComboBox)
    , m_grid(new QTableView)
    , m_reason(new QLabel)
    , m_said(new QLabel(tr("Looking for rows that were set aside…")))
    , m_next(new QPushButton(tr("&Next one to mend")))
    , m_import(new QPushButton(tr("&Import the mended rows")))
{
    setWindowTitle(tr("Mend rows set aside"));
    resize(1000, 520);
    m_sources->setAccessibleName(tr("Source of the rows"));
    m_sources->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_grid->setModel(m_model);
    m_grid->setAccessibleName(tr("Rows to mend"));
    m_grid->setItemDelegate(new CellDelegate(m_grid));
    m_grid->setWordWrap(false);
    m_grid->setAlternatingRowColors(true);
    m_grid->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed | QAbstractItemView::SelectedClicked);
    m_grid->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_grid->verticalHeader()->setDefaultSectionSize(m_grid->fontMetrics().height() + 8);
    m_said->setWordWrap(true);
    m_reason->setWordWrap(true);
    m_reason->setAccessibleName(tr("Why the row was set aside"));
    m_next->setToolTip(tr("Go to the marked cell of the next row that is not changed yet"));
    m_next->setAutoDefault(false);
    m_import->setAutoDefault(false);

    auto* form = new QFormLayout;
    form->addRow(tr("&Set aside of"), m_sources);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    auto* buttons = new QDialogButtonBox;
    buttons->addButton(m_next, QDialogButtonBox::ActionRole);
    buttons->addButton(m_import, QDialogButtonBox::ActionRole);
    buttons->addButton(QDialogButtonBox::Close)->setAutoDefault(false);
    auto* whole = new QVBoxLayout(this);
    whole->addLayout(form);
    whole->addWidget(m_grid, 1);
    whole->addWidget(m_reason);
    whole->addWidget(m_said);
    whole->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_sources, &QComboBox::activated, this, &MendDialog::showHeap);
    connect(m_next, &QPushButton::clicked, this, [this] { showProblem(m_grid->currentIndex()); });
    connect(m_import, &QPushButton::clicked, this, &MendDialog::checkMended);
    connect(m_grid->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& now) { showReason(now); });
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { showReason({}); });
    connect(m_model, &QAbstractItemModel::dataChanged, this, &MendDialog::refresh);
    connect(&workspace, &Workspace::imported, this, [this](const catalogue::ImportOutcome& done) {
        if (m_coming.empty())
            return;
        const qint64 came = done.imported + done.attached + done.alreadyThere;
        m_model->takeAway(m_coming);
        m_coming.clear();
        m_busy = false;
        const QString left = m_model->rowCount() == 0 ? tr("None is left here.")
                                                      : tr("%1 are left.").arg(m_model->rowCount());
        tell(tr("Imported %1 mended rows.").arg(came) + QLatin1Char(' ') + left);
        showProblem({});
    });
    connect(&workspace, &Workspace::failed, this, [this] {
        m_coming.clear();
        m_busy = false;
        refresh();
    });
    connect(&workspace, &Workspace::savingChanged, this, [this] {
        if (m_workspace.isSaving())
            return;
        QTimer::singleShot(0, this, [this] { // after imported(), where it was not cancelled
            if (m_coming.empty())
                return;
            m_coming.clear();
            m_busy = false;
            tell(tr("Nothing was imported; the rows stay set aside."));
        });
    });
    connect(&workspace, &Workspace::projectChanged, this, &QDialog::reject);
    refresh();

    workspace.read(
        [](const catalogue::ReadAccess& access) {
            std::vector<Heap> heaps;
            for (const catalogue::Source& each : catalogue::readSources(access))
                if (auto rows = catalogue::readSetAside(access, each.id); !rows.empty())
                    heaps.push_back({each, std::move(rows)});
            return heaps;
        },
        this, [this](std::vector<Heap> heaps) { take(std::move(heaps)); });
}

MendDialog::~MendDialog() = default;

void MendDialog::take(std::vector<Heap> heaps)
{
    m_heaps = std::move(heaps);
    const QLocale locale = base::localeOf(m_workspace.language());
    for (const Heap& heap : m_heaps) {
        const QString file = heap.source.fileName;
        const QString name = file.isEmpty() || heap.source.title.contains(file)
                                 ? heap.source.title
                                 : QStringLiteral("%1 (%2)").arg(heap.source.title, file);
        m_sources->addItem(
            tr("%1 – rows: %2").arg(name, locale.toString(qint64(heap.rows.size()))));
        if (heap.source.id == m_first)
            m_sources->setCurrentIndex(m_sources->count() - 1);
    }
    if (m_heaps.empty())
        tell(tr("No import has set rows aside in this project."));
    else
        showHeap();
}

void MendDialog::showHeap()
{
    const int at = m_sources->currentIndex();
    if (at < 0)
        return;
    const Heap& heap = m_heaps[size_t(at)];
    m_model->setRows(heap.source, heap.rows);
    tell(tr("Put right what is marked, then import the mended rows. The others stay set aside."));
    for (int column = 0; column < std::min(m_model->columnCount(), MeasuredColumns); ++column) {
        m_grid->resizeColumnToContents(column);
        m_grid->setColumnWidth(column, std::min(m_grid->columnWidth(column) + 8, WidestColumn));
    }
    showProblem({});
}

void MendDialog::showProblem(const QModelIndex& from)
{
    const QModelIndex next = m_model->nextProblem(from);
    if (next.isValid()) {
        m_grid->setCurrentIndex(next);
        m_grid->scrollTo(next);
        m_grid->setFocus();
    }
}

void MendDialog::showReason(const QModelIndex& row)
{
    if (!row.isValid()) {
        m_reason->clear();
        return;
    }
    const catalogue::SetAside& aside = m_model->rows()[size_t(row.row())];
    const QString where =
        aside.column.isEmpty()
            ? tr("Line %1").arg(aside.line)
            : tr("Line %1, %2 “%3”").arg(QString::number(aside.line), aside.column, aside.value);
    m_reason->setText(QStringLiteral("%1: %2").arg(where, catalogue::setAsideText(aside.reason)));
}

void MendDialog::tell(const QString& sentence)
{
    m_said->setText(sentence);
    refresh();
}

void MendDialog::refresh()
{
    const bool changed = !m_model->changedRows().empty();
    m_import->setEnabled(changed && !m_busy);
    m_next->setEnabled(m_model->rowCount() > 0 && !m_busy);
    m_grid->setEnabled(!m_busy);
}

// As a file beside nothing else, read as the rows' own source was.
catalogue::ImportStep MendDialog::stepOf(const QString& path, const catalogue::Source& source,
                                         const std::vector<catalogue::SetAside>& rows,
                                         base::Progress& progress)
{
    QFile file(path);
    const QByteArray csv = catalogue::setAsideCsv(source.columns, rows);
    if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size())
        throw base::Error(tr("The mended rows could not be put into the folder for "
                             "passing files. Is there room on the disk?"),
                          file.errorString());
    file.close();
    catalogue::ImportTable::Options options;
    options.encoding = QStringLiteral("UTF-8");
    options.decimalSigns = catalogue::mendSigns(source);
    return {std::make_shared<const catalogue::ImportTable>(
                catalogue::ImportTable::open(path, options, progress)),
            catalogue::mendMapping(source)};
}

// All that are changed are read once to see which of them can come in, and those are then taken.
void MendDialog::checkMended()
{
    const int at = m_sources->currentIndex();
    const std::vector<catalogue::SetAside> changed = m_model->changedRows();
    if (at < 0 || changed.empty())
        return;
    m_busy = true;
    tell(tr("Checking…"));
    const catalogue::Source source = m_heaps[size_t(at)].source;
    m_workspace.read(
        [source, changed, folder = m_folder](const catalogue::ReadAccess& access) {
            const QString stem = QFileInfo(source.fileName).completeBaseName();
            const QString path = folder->filePath((stem.isEmpty() ? QStringLiteral("rows") : stem) +
                                                  QStringLiteral("-mended.csv"));
            return attempt([&] {
                base::Progress quiet;
                Checked checked;
                const std::vector<catalogue::ImportStep> all{stepOf(path, source, changed, quiet)};
                const catalogue::KnownRecords known = catalogue::readKnownRecords(access, all);
                const catalogue::ImportOutcome plan = catalogue::planImport(all, known, quiet);
                // The rows as they stand in the file that was just written, by the line of each.
                std::map<qint64, const catalogue::SetAside*> byLine;
                const std::vector<catalogue::ImportTable::KeptRow> written =
                    all.front().table->firstRows(changed.size());
                for (size_t i = 0; i < written.size() && i < changed.size(); ++i)
                    byLine[written[i].line] = &changed[i];
                for (const catalogue::SetAside& problem : plan.setAside)
                    if (const auto row = byLine.find(problem.line); row != byLine.end())
                        checked.problems[row->second->id] = problem;
                std::vector<catalogue::SetAside> good;
                for (const catalogue::SetAside& row : changed)
                    if (!checked.problems.contains(row.id)) {
                        good.push_back(row);
                        checked.mended.insert(row.id);
                    }
                if (!good.empty())
                    checked.steps = {stepOf(path, source, good, quiet)};
                return checked;
            });
        },
        this,
        [this](const Outcome<Checked>& checked) {
            m_busy = false;
            if (checked.ok())
                return importMended(*checked.value);
            tell(checked.message);
        });
}

void MendDialog::importMended(const Checked& checked)
{
    m_model->setProblems(checked.problems);
    showReason(m_grid->currentIndex());
    if (!checked.problems.empty())
        tell(tr("%1 of the changed rows cannot come in yet; each says why.")
                 .arg(checked.problems.size()));
    if (checked.steps.empty()) {
        refresh();
        return;
    }
    m_coming = checked.mended;
    m_busy = m_workspace.importSites(checked.steps);
    if (!m_busy)
        m_coming.clear();
    refresh();
}

} // namespace widgets
