// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import_dialog.h"

#include "catalogue/vocabulary.h"
#include "widgets/message.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QPushButton>
#include <QSaveFile>
#include <QSplitter>
#include <QTabWidget>
#include <QTableWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr int MostRowsShown = 2000; // of those set aside; all of them are in what is exported
constexpr int FileRows = 50;
constexpr int CheckDelayMs = 250;
constexpr int PresetProposed = 0;

QTableWidget* makeTable(const QString& name, const QStringList& headers)
{
    auto* table = new QTableWidget(0, int(headers.size()));
    table->setAccessibleName(name);
    table->setHorizontalHeaderLabels(headers);
    table->verticalHeader()->hide();
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setAlternatingRowColors(true);
    table->setWordWrap(false);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

void setCell(QTableWidget& table, int row, int column, const QString& text, bool isNumber = false)
{
    auto* item = new QTableWidgetItem(text);
    item->setToolTip(text);
    if (isNumber)
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    table.setItem(row, column, item);
}

} // namespace

ImportDialog::ImportDialog(Workspace& workspace, Table table, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_table(std::move(table))
    , m_presets(new QComboBox)
    , m_columns(new QTableWidget)
    , m_crs(new QComboBox)
    , m_tabs(new QTabWidget)
    , m_summary(new QLabel)
    , m_import(new QPushButton(tr("&Import")))
    , m_export(new QPushButton(tr("&Export the rows set aside…")))
    , m_delay(new QTimer(this))
{
    setWindowTitle(tr("Import sites from %1").arg(m_table->fileName()));
    resize(1060, 640);

    m_columns->setColumnCount(2);
    m_columns->setHorizontalHeaderLabels({tr("Of the site"), tr("Column of the file")});
    m_columns->setAccessibleName(tr("Which column says what"));
    m_columns->verticalHeader()->hide();
    m_columns->horizontalHeader()->setStretchLastSection(true);
    m_columns->setSelectionMode(QAbstractItemView::NoSelection);
    m_crs->setEditable(true);
    m_crs->setAccessibleName(tr("Coordinate system of the positions"));
    m_crs->addItem(QString());
    for (const char* code :
         {"EPSG:4326", "EPSG:4269", "EPSG:4267", "EPSG:6365", "EPSG:6372", "EPSG:32611",
          "EPSG:32612", "EPSG:32613", "EPSG:26711", "EPSG:26712", "EPSG:26713"}) {
        const QString text = QString::fromLatin1(code);
        m_crs->addItem(text);
        m_crs->setItemData(m_crs->count() - 1, geo::Crs::fromText(text).name(), Qt::ToolTipRole);
    }
    m_crs->setToolTip(tr("For positions whose row names none, as EPSG:4326. Ask whoever made the "
                         "file where you do not know."));

    auto* left = new QWidget;
    auto* form = new QFormLayout(left);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(tr("&Read it as"), m_presets);
    form->addRow(tr("&Coordinate system"), m_crs);
    form->addRow(m_columns);
    auto* save = new QPushButton(tr("&Save this mapping…"));
    form->addRow(save);

    m_preview = makeTable(tr("The first sites as they are understood"),
                          {tr("Line"), tr("Name"), tr("Kind"), tr("Stage"), tr("Country"),
                           tr("Longitude"), tr("Latitude"), tr("Commodities")});
    m_file = makeTable(tr("The first rows of the file"), {});
    m_setAside = makeTable(tr("Rows that would be set aside"),
                           {tr("Line"), tr("Column"), tr("Value"), tr("Reason")});
    m_notes = makeTable(tr("What to know besides"), {tr("Line"), tr("Column"), tr("Note")});
    m_tabs->addTab(m_preview, tr("Sites"));
    m_tabs->addTab(m_file, tr("File"));
    m_tabs->addTab(m_setAside, tr("Set aside"));
    m_tabs->addTab(m_notes, tr("Notes"));

    auto* halves = new QSplitter;
    halves->addWidget(left);
    halves->addWidget(m_tabs);
    halves->setStretchFactor(1, 1);
    halves->setSizes({360, 700});

    auto* buttons = new QDialogButtonBox;
    m_import->setDefault(true);
    buttons->addButton(m_import, QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    buttons->addButton(m_export, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &ImportDialog::saveMapping);
    connect(m_export, &QPushButton::clicked, this, &ImportDialog::exportSetAside);

    m_summary->setWordWrap(true);
    auto* whole = new QVBoxLayout(this);
    whole->addWidget(halves, 1);
    whole->addWidget(m_summary);
    whole->addWidget(buttons);

    m_delay->setSingleShot(true);
    m_delay->setInterval(CheckDelayMs);
    connect(m_delay, &QTimer::timeout, this, &ImportDialog::check);
    connect(m_presets, &QComboBox::activated, this, &ImportDialog::takePreset);
    connect(m_crs, &QComboBox::currentTextChanged, this, [this](const QString& text) {
        m_mapping.crs = text.trimmed();
        mappingEdited();
    });

    m_mapping = catalogue::proposeMapping(m_table->columns());
    offerPresets();
    showFile();
    showMapping();
    check();
    m_workspace.read(
        [](const catalogue::ReadAccess& access) { return catalogue::readImportMappings(access); },
        this,
        [this](std::vector<catalogue::SavedMapping> saved) {
            m_saved = std::move(saved);
            offerPresets();
        });
}

ImportDialog::~ImportDialog()
{
    if (m_checking)
        m_checking->cancel();
}

void ImportDialog::offerPresets()
{
    const QString current = m_presets->currentText();
    m_presets->clear();
    m_presets->addItem(tr("As its headers suggest"), QString());
    for (const QString& preset : catalogue::importPresets())
        m_presets->addItem(preset, preset);
    for (size_t i = 0; i < m_saved.size(); ++i)
        m_presets->addItem(tr("Saved: %1").arg(m_saved[i].mapping.name), int(i));
    m_presets->setCurrentIndex(std::max(PresetProposed, m_presets->findText(current)));
}

void ImportDialog::takePreset()
{
    const QVariant chosen = m_presets->currentData();
    const Outcome<catalogue::ImportMapping> mapping = attempt([&] {
        if (chosen.typeId() == QMetaType::Int)
            return m_saved[size_t(chosen.toInt())].mapping;
        return chosen.toString().isEmpty()
                   ? catalogue::proposeMapping(m_table->columns())
                   : catalogue::presetMapping(chosen.toString(), m_table->columns());
    });
    if (!mapping.ok()) {
        m_presets->setCurrentIndex(PresetProposed);
        showProblem(this, mapping.message, mapping.cause);
        return;
    }
    m_mapping = *mapping.value;
    showMapping();
    mappingEdited();
}

void ImportDialog::showMapping()
{
    const QStringList& fields = catalogue::importFields();
    m_columns->setRowCount(int(fields.size()));
    for (int row = 0; row < int(fields.size()); ++row) {
        const QString& field = fields[row];
        const QString label = catalogue::importFieldLabel(field);
        auto* name = new QTableWidgetItem(label);
        name->setFlags(Qt::ItemIsEnabled);
        m_columns->setItem(row, 0, name);
        auto* choice = new QComboBox;
        choice->setAccessibleName(label);
        choice->setMinimumContentsLength(12);
        choice->addItem(QStringLiteral("–"), QStringList());
        for (const QString& column : m_table->columns())
            choice->addItem(column, QStringList(column));
        const QStringList mapped = m_mapping.columnsOf(field);
        if (mapped.size() > 1) {
            choice->addItem(mapped.join(QStringLiteral(" + ")), mapped);
            choice->setCurrentIndex(choice->count() - 1);
        } else if (!mapped.isEmpty()) {
            choice->setCurrentIndex(choice->findData(mapped));
        }
        connect(choice, &QComboBox::activated, this, [this, field, choice] {
            m_mapping.setColumn(field, {});
            for (const QString& column : choice->currentData().toStringList())
                m_mapping.parts.push_back({field, column, {}});
            m_mapping.name.clear();
            mappingEdited();
        });
        m_columns->setCellWidget(row, 1, choice);
    }
    m_columns->resizeColumnToContents(0);
    const QSignalBlocker quiet(m_crs);
    m_crs->setCurrentText(m_mapping.crs);
}

void ImportDialog::mappingEdited()
{
    if (m_checking)
        m_checking->cancel();
    m_outcome.reset();
    m_import->setEnabled(false);
    m_export->setEnabled(false);
    m_summary->setText(tr("Checking…"));
    m_delay->start();
}

void ImportDialog::check()
{
    m_outcome.reset();
    m_import->setEnabled(false);
    m_export->setEnabled(false);
    m_summary->setText(tr("Checking…"));
    m_checking = m_workspace.jobs().run(
        {}, threadPool(),
        [table = m_table, mapping = m_mapping](base::Progress& progress) {
            return catalogue::planImport(*table, mapping, progress);
        },
        this,
        [this](const Outcome<catalogue::ImportOutcome>& outcome) {
            if (!outcome.cancelled)
                showOutcome(outcome);
        });
}

void ImportDialog::showOutcome(const Outcome<catalogue::ImportOutcome>& outcome)
{
    for (QTableWidget* table : {m_preview, m_setAside, m_notes})
        table->setRowCount(0);
    m_tabs->setTabText(2, tr("Set aside"));
    m_tabs->setTabText(3, tr("Notes"));
    if (!outcome.ok()) {
        m_summary->setText(outcome.message);
        return;
    }
    m_outcome = *outcome.value;
    const catalogue::ImportOutcome& plan = *m_outcome;
    const base::Language language = m_workspace.language();
    const QLocale locale = base::localeOf(language);

    m_preview->setRowCount(int(plan.preview.size()));
    int row = 0;
    for (const catalogue::ImportOutcome::Preview& each : plan.preview) {
        QStringList commodities;
        for (const catalogue::SiteCommodity& commodity : each.commodities)
            commodities << catalogue::commodities().label(commodity.commodity, language);
        setCell(*m_preview, row, 0, QString::number(each.line), true);
        setCell(*m_preview, row, 1, each.site.name);
        setCell(*m_preview, row, 2, catalogue::siteKinds().label(each.site.kind, language));
        setCell(*m_preview, row, 3, catalogue::stages().label(each.site.stage, language));
        setCell(*m_preview, row, 4, catalogue::countries().label(each.site.country, language));
        if (each.site.lonLat) {
            setCell(*m_preview, row, 5, locale.toString(each.site.lonLat->x(), 'f', 5), true);
            setCell(*m_preview, row, 6, locale.toString(each.site.lonLat->y(), 'f', 5), true);
        }
        setCell(*m_preview, row, 7, commodities.join(QStringLiteral(", ")));
        ++row;
    }

    const int shown = std::min(int(plan.setAside.size()), MostRowsShown);
    m_setAside->setRowCount(shown);
    for (row = 0; row < shown; ++row) {
        const catalogue::SetAside& each = plan.setAside[size_t(row)];
        setCell(*m_setAside, row, 0, QString::number(each.line), true);
        setCell(*m_setAside, row, 1, each.column);
        setCell(*m_setAside, row, 2, each.value);
        setCell(*m_setAside, row, 3, catalogue::setAsideText(each.reason));
    }
    m_tabs->setTabText(2, tr("Set aside (%1)").arg(locale.toString(qint64(plan.setAside.size()))));

    m_notes->setRowCount(int(plan.issues.size() + plan.systems.size()));
    row = 0;
    for (const catalogue::ImportOutcome::System& system : plan.systems) {
        QString text =
            system.operation.accuracyMetres
                ? tr("%1 positions in %2 (%3) are moved to WGS 84, to about %4 m")
                      .arg(locale.toString(system.rows), system.crs, system.name,
                           locale.toString(*system.operation.accuracyMetres))
                : tr("%1 positions in %2 (%3) are moved to WGS 84; how well is not known")
                      .arg(locale.toString(system.rows), system.crs, system.name);
        setCell(*m_notes, row++, 2, text);
    }
    for (const base::Issue& issue : plan.issues) {
        if (issue.where.line > 0)
            setCell(*m_notes, row, 0, QString::number(issue.where.line), true);
        setCell(*m_notes, row, 1, issue.where.column);
        setCell(*m_notes, row++, 2, issue.text);
    }
    m_tabs->setTabText(3, tr("Notes (%1)").arg(locale.toString(m_notes->rowCount())));
    for (QTableWidget* table : {m_preview, m_setAside, m_notes}) {
        table->resizeColumnsToContents();
        for (int column = 0; column < table->columnCount(); ++column)
            table->setColumnWidth(column, std::min(table->columnWidth(column), 260));
    }

    m_summary->setText(
        tr("%1 rows (%2): %3 sites would be imported, %4 of them without a position; %5 rows would "
           "be set aside.")
            .arg(locale.toString(plan.rows), m_table->encoding(), locale.toString(plan.imported),
                 locale.toString(plan.withoutPosition),
                 locale.toString(qint64(plan.setAside.size()))));
    m_import->setEnabled(plan.imported > 0 || !plan.setAside.empty());
    m_export->setEnabled(!plan.setAside.empty());
}

void ImportDialog::showFile()
{
    QStringList headers;
    for (const QString& column : m_table->columns())
        headers << column;
    m_file->setColumnCount(int(headers.size()));
    m_file->setHorizontalHeaderLabels(headers);
    const std::vector<catalogue::ImportTable::Row> rows = m_table->firstRows(FileRows);
    m_file->setRowCount(int(rows.size()));
    for (int row = 0; row < int(rows.size()); ++row) {
        const std::vector<QString>& fields = rows[size_t(row)].fields;
        for (int column = 0; column < int(fields.size()) && column < headers.size(); ++column)
            setCell(*m_file, row, column, fields[size_t(column)]);
    }
}

void ImportDialog::saveMapping()
{
    bool accepted = false;
    const QString name = QInputDialog::getText(this, tr("Save this mapping"), tr("By which name?"),
                                               QLineEdit::Normal, m_mapping.name, &accepted)
                             .trimmed();
    if (!accepted || name.isEmpty())
        return;
    catalogue::ImportMapping mapping = m_mapping;
    mapping.name = name;
    if (!m_workspace.edit(
            {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Saved the mapping %1")), {name}}, false,
            [mapping](catalogue::Edit& edit) { catalogue::saveImportMapping(edit, mapping); }))
        return;
    m_saved.push_back({0, mapping});
    offerPresets();
    m_presets->setCurrentIndex(m_presets->count() - 1);
}

void ImportDialog::exportSetAside()
{
    if (!m_outcome)
        return;
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Export the rows set aside"),
                                     QFileInfo(m_table->fileName()).completeBaseName() +
                                         tr("-set-aside") + QStringLiteral(".csv"),
                                     tr("Tables (*.csv)"));
    if (path.isEmpty())
        return;
    QSaveFile file(path);
    const QByteArray csv = catalogue::setAsideCsv(m_table->columns(), m_outcome->setAside);
    if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size() || !file.commit()) {
        showProblem(this,
                    tr("“%1” could not be written. Is its folder there, is it open in another "
                       "program, and is there room?")
                        .arg(QDir::toNativeSeparators(path)),
                    file.errorString());
        return;
    }
    m_summary->setText(
        tr("Wrote %1. Mend its rows and import it; they will take the place of those "
           "set aside.")
            .arg(QDir::toNativeSeparators(path)));
}

} // namespace widgets
