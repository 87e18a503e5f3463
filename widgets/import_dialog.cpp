// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import_dialog.h"

#include "catalogue/vocabulary.h"
#include "widgets/import_columns_view.h"
#include "widgets/import_map.h"
#include "widgets/import_reasons_view.h"
#include "widgets/import_rows_view.h"
#include "widgets/import_words_view.h"
#include "widgets/message.h"
#include "widgets/table.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScreen>
#include <QSplitter>
#include <QTabWidget>
#include <QTableWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr size_t FirstRows = 100;
constexpr int CheckDelayMs = 250;
constexpr int PollMs = 100;

} // namespace

ImportDialog::ImportDialog(Workspace& workspace, QString path, const Table& table, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_path(std::move(path))
    , m_presets(new QComboBox)
    , m_reason(new QLabel)
    , m_crsLine(new QWidget)
    , m_crsText(new QLabel)
    , m_crsChoose(new QPushButton(tr("Ch&oose…")))
    , m_format(new QLabel)
    , m_encoding(new QComboBox)
    , m_tabs(new QTabWidget)
    , m_rows(new ImportRowsView)
    , m_columns(new ImportColumnsView)
    , m_words(new ImportWordsView)
    , m_setAside(new ImportReasonsView)
    , m_notes(new QTableWidget(0, 3))
    , m_map(new ImportMap(workspace))
    , m_counts(new QLabel)
    , m_summary(new QLabel)
    , m_bar(new QProgressBar)
    , m_import(new QPushButton(tr("&Import")))
    , m_export(new QPushButton(tr("&Export the rows set aside…")))
    , m_delay(new QTimer(this))
    , m_poll(new QTimer(this))
{
    setWindowTitle(tr("Import sites from %1").arg(table->fileName()));
    resize(QSize(1180, 700).boundedTo(screen()->availableSize() * 0.95));

    prepareTable(*m_notes);
    m_notes->setAccessibleName(tr("What to know besides"));
    m_notes->setHorizontalHeaderLabels({tr("Line"), tr("Column"), tr("Note")});
    m_tabs->addTab(m_rows, tr("Rows"));
    m_tabs->addTab(m_columns, tr("Columns"));
    m_tabs->addTab(m_words, tr("Words"));
    m_tabs->addTab(m_setAside, tr("Set aside"));
    m_tabs->addTab(m_notes, tr("Notes"));

    auto* side = new QWidget;
    auto* sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(0, 0, 0, 0);
    m_counts->setTextFormat(Qt::RichText);
    m_counts->setAccessibleName(tr("What would come of it"));
    sideLayout->addWidget(m_counts);
    sideLayout->addWidget(m_map, 1);
    auto* halves = new QSplitter;
    halves->addWidget(m_tabs);
    halves->addWidget(side);
    halves->setChildrenCollapsible(false);
    halves->setStretchFactor(0, 1);
    halves->setSizes({880, 290});

    auto* whole = new QVBoxLayout(this);
    whole->addWidget(makeHead());
    whole->addWidget(halves, 1);
    whole->addWidget(makeFoot());

    m_delay->setSingleShot(true);
    m_delay->setInterval(CheckDelayMs);
    m_poll->setInterval(PollMs);
    connect(m_delay, &QTimer::timeout, this, &ImportDialog::check);
    connect(m_poll, &QTimer::timeout, this, &ImportDialog::showProgress);
    connect(m_presets, &QComboBox::activated, this, &ImportDialog::takePreset);
    connect(m_columns, &ImportColumnsView::changed, this, &ImportDialog::columnsEdited);
    connect(m_columns, &ImportColumnsView::crsAsked, this, &ImportDialog::askCrs);
    connect(m_crsChoose, &QPushButton::clicked, this, &ImportDialog::askCrs);
    connect(m_words, &ImportWordsView::meant, this, &ImportDialog::wordMeant);

    setTable(table);
    m_mapping = m_proposals.front().mapping;
    offerPresets();
    take(m_mapping);
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

QWidget* ImportDialog::makeHead()
{
    m_presets->setAccessibleName(tr("What the file is taken for"));
    m_presets->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_presets->setMinimumContentsLength(30);
    m_reason->setWordWrap(true);
    m_reason->setAccessibleName(tr("Why it is taken for that"));
    m_encoding->setEditable(true);
    m_encoding->setInsertPolicy(QComboBox::NoInsert);
    m_encoding->setAccessibleName(tr("Encoding of the text"));
    m_encoding->setToolTip(tr("The set of characters the text is written in. Choose another one "
                              "where letters with accents are wrong."));
    for (const char* name : {"UTF-8", "windows-1252", "ISO-8859-1", "IBM850", "macintosh",
                             "UTF-16LE", "UTF-16BE", "Shift_JIS", "GB18030", "Big5", "EUC-KR"})
        m_encoding->addItem(QString::fromLatin1(name));
    connect(m_encoding, &QComboBox::activated, this,
            [this] { readAgain(m_encoding->currentText()); });
    connect(m_encoding->lineEdit(), &QLineEdit::editingFinished, this,
            [this] { readAgain(m_encoding->currentText()); });

    auto* head = new QWidget;
    auto* lines = new QVBoxLayout(head);
    lines->setContentsMargins(0, 0, 0, 0);
    auto* first = new QHBoxLayout;
    auto* takenFor = new QLabel(tr("&Taken for"));
    takenFor->setBuddy(m_presets);
    first->addWidget(takenFor);
    first->addWidget(m_presets, 1);
    first->addSpacing(12);
    first->addWidget(m_format);
    auto* encoding = new QLabel(tr("E&ncoding"));
    encoding->setBuddy(m_encoding);
    first->addWidget(encoding);
    first->addWidget(m_encoding);
    lines->addLayout(first);
    lines->addWidget(m_reason);
    m_crsText->setWordWrap(true);
    m_crsText->setTextFormat(Qt::RichText);
    m_crsText->setAccessibleName(tr("The coordinate system of the positions"));
    m_crsChoose->setToolTip(
        tr("See on a map where each coordinate system would put the positions"));
    m_crsChoose->setAutoDefault(false);
    auto* crs = new QHBoxLayout(m_crsLine);
    crs->setContentsMargins(0, 0, 0, 0);
    crs->addWidget(m_crsText, 1);
    crs->addWidget(m_crsChoose);
    m_crsLine->hide();
    lines->addWidget(m_crsLine);
    return head;
}

QWidget* ImportDialog::makeFoot()
{
    m_summary->setWordWrap(true);
    m_summary->setObjectName(QStringLiteral("summary"));
    m_bar->setTextVisible(false);
    m_bar->setMaximumSize(200, 14);
    m_bar->hide();
    auto* buttons = new QDialogButtonBox;
    m_import->setDefault(true);
    buttons->addButton(m_import, QDialogButtonBox::AcceptRole);
    buttons->addButton(QDialogButtonBox::Cancel);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto* save = new QPushButton(tr("&Save this mapping…"));
    save->setToolTip(tr("Keep in this project how the table is read, for the next file of its "
                        "kind"));
    auto* savePreset = new QPushButton(tr("Save &preset…"));
    savePreset->setToolTip(tr("Write how the table is read to a file, to be sent and shared"));
    auto* loadPreset = new QPushButton(tr("&Load preset…"));
    loadPreset->setToolTip(tr("Read the table as a preset file says"));
    connect(save, &QPushButton::clicked, this, &ImportDialog::saveMapping);
    connect(savePreset, &QPushButton::clicked, this, &ImportDialog::savePreset);
    connect(loadPreset, &QPushButton::clicked, this, &ImportDialog::loadPreset);
    connect(m_export, &QPushButton::clicked, this, &ImportDialog::exportSetAside);
    for (QPushButton* button : {save, savePreset, loadPreset, m_export})
        button->setAutoDefault(false);

    auto* foot = new QWidget;
    auto* lines = new QVBoxLayout(foot);
    lines->setContentsMargins(0, 0, 0, 0);
    auto* said = new QHBoxLayout;
    said->addWidget(m_summary, 1);
    said->addWidget(m_bar);
    lines->addLayout(said);
    auto* row = new QHBoxLayout;
    for (QPushButton* button : {loadPreset, savePreset, save, m_export})
        row->addWidget(button);
    row->addStretch();
    row->addWidget(buttons);
    lines->addLayout(row);
    return foot;
}

// Enter in a field ends the typing there; it does not import.
void ImportDialog::keyPressEvent(QKeyEvent* event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && qobject_cast<QPushButton*>(focusWidget()) == nullptr) {
        if (m_encoding->hasFocus() || m_encoding->lineEdit()->hasFocus())
            readAgain(m_encoding->currentText());
        event->accept();
        return;
    }
    QDialog::keyPressEvent(event);
}

void ImportDialog::setTable(const Table& table)
{
    m_table = table;
    m_crsAsked.reset();
    m_proposals = catalogue::proposeImport(*m_table);
    m_rows->setTable(m_table);
    m_columns->setTable(m_table);
    QString format = m_table->format();
    if (!m_table->table().isEmpty())
        format += QStringLiteral(", ") + m_table->table();
    if (!m_table->separator().isNull()) {
        const QChar sign = m_table->separator();
        format += QStringLiteral(", ") +
                  (sign == u'\t' ? tr("parted by tabs") : tr("parted by “%1”").arg(sign));
    }
    m_format->setText(m_format->fontMetrics().elidedText(format, Qt::ElideMiddle, 360));
    m_format->setToolTip(format);
    const bool isText = !m_table->encoding().isEmpty();
    const QSignalBlocker quiet(m_encoding);
    m_encoding->setEnabled(isText);
    m_encoding->setEditText(isText ? m_table->encoding() : QStringLiteral("–"));
}

void ImportDialog::readAgain(const QString& encoding)
{
    const QString asked = encoding.trimmed();
    if (m_isReading || m_table->encoding().isEmpty() || asked.isEmpty() ||
        asked.compare(m_table->encoding(), Qt::CaseInsensitive) == 0)
        return;
    if (m_checking)
        m_checking->cancel();
    m_delay->stop();
    showNothing();
    say(tr("Reading the file again…"));
    m_import->setEnabled(false);
    m_export->setEnabled(false);
    m_isReading = true;
    m_checking = m_workspace.jobs().run(
        {}, threadPool(),
        [path = m_path, table = m_table->table(), asked](base::Progress& progress) -> Table {
            return std::make_shared<const catalogue::ImportTable>(
                catalogue::ImportTable::open(path, {table, asked}, progress));
        },
        this,
        [this](const Outcome<Table>& read) {
            m_isReading = false;
            if (!read.ok())
                m_encoding->setEditText(m_table->encoding());
            if (read.cancelled)
                return;
            if (!read.ok()) {
                showProblem(this, read.message, read.cause);
                check();
                return;
            }
            // What a person has mapped stays, where its columns are still there.
            const bool sameColumns = m_table->columns() == (*read.value)->columns();
            setTable(*read.value);
            offerPresets();
            if (!sameColumns) {
                m_isChanged = false;
                m_presets->setCurrentIndex(0);
                m_own.reset();
                m_mapping = m_proposals.front().mapping;
            }
            take(m_mapping);
            check();
        });
    m_poll->start();
}

void ImportDialog::offerPresets()
{
    const QString current = m_presets->currentText();
    const base::Language language = m_workspace.language();
    m_presets->clear();
    const auto add = [this](const QString& text, Where where, const QVariant& number) {
        m_presets->addItem(text, where);
        m_presets->setItemData(m_presets->count() - 1, number, NumberRole);
        m_presets->setItemData(m_presets->count() - 1, text, Qt::ToolTipRole);
    };
    QStringList proposed;
    for (size_t i = 0; i < m_proposals.size(); ++i) {
        const catalogue::ImportPreset* preset = catalogue::findImportPreset(m_proposals[i].preset);
        proposed << m_proposals[i].preset;
        add(preset != nullptr ? preset->title.in(language) : tr("As its headers suggest"), Proposed,
            int(i));
    }
    for (size_t i = 0; i < m_loaded.size(); ++i)
        add(m_loaded[i]->title.in(language), Loaded, int(i));
    for (size_t i = 0; i < m_saved.size(); ++i)
        add(tr("Saved: %1").arg(m_saved[i].mapping.name), Saved, int(i));
    m_presets->insertSeparator(m_presets->count());
    for (const catalogue::ImportPreset& preset : catalogue::importPresets())
        if (!proposed.contains(preset.name))
            add(preset.title.in(language), Preset, preset.name);
    // The separator has an empty text, too.
    m_presets->setCurrentIndex(current.isEmpty() ? 0 : std::max(0, m_presets->findText(current)));
}

void ImportDialog::takePreset()
{
    const auto where = Where(m_presets->currentData(WhereRole).toInt());
    const QVariant number = m_presets->currentData(NumberRole);
    if (!number.isValid())
        return;
    const Outcome<catalogue::ImportMapping> mapping = attempt([&] {
        if (where == Saved)
            return m_saved[size_t(number.toInt())].mapping;
        if (where == Loaded)
            return catalogue::presetMapping(*m_loaded[size_t(number.toInt())], *m_table);
        if (where == Proposed)
            return m_proposals[size_t(number.toInt())].mapping;
        return catalogue::presetMapping(number.toString(), *m_table);
    });
    if (!mapping.ok()) {
        m_presets->setCurrentIndex(0);
        showProblem(this, mapping.message, mapping.cause);
        return;
    }
    m_own = where == Loaded ? m_loaded[size_t(number.toInt())] : nullptr;
    m_isChanged = false;
    take(*mapping.value);
    mappingEdited();
}

void ImportDialog::take(const catalogue::ImportMapping& mapping)
{
    m_mapping = mapping;
    m_columns->setMapping(mapping);
    showReason();
}

void ImportDialog::showReason()
{
    const bool isProposed = m_presets->currentData(WhereRole).toInt() == Proposed;
    const int number = m_presets->currentData(NumberRole).toInt();
    QString reason = isProposed && size_t(number) < m_proposals.size()
                         ? m_proposals[size_t(number)].reason
                         : tr("You chose it.");
    if (m_isChanged)
        reason += QLatin1Char(' ') + tr("You have changed it since.");
    m_reason->setText(reason);
}

void ImportDialog::columnsEdited()
{
    // What the words mean is not the columns' to say.
    catalogue::ImportMapping mapping = m_columns->mapping();
    mapping.words = m_mapping.words;
    m_mapping = std::move(mapping);
    m_isChanged = true;
    showReason();
    mappingEdited();
}

void ImportDialog::wordMeant(const QString& field, const QString& word,
                             const std::optional<QString>& key)
{
    catalogue::ImportMapping mapping = m_mapping;
    const QString folded = catalogue::folded(word);
    if (key) {
        mapping.words[field][folded] = *key;
    } else {
        mapping.words[field].erase(folded);
        if (mapping.words[field].empty())
            mapping.words.erase(field);
    }
    if (mapping == m_mapping)
        return;
    m_mapping = std::move(mapping);
    m_isChanged = true;
    showReason();
    mappingEdited();
}

void ImportDialog::mappingEdited()
{
    if (m_checking)
        m_checking->cancel();
    m_outcome.reset();
    m_import->setEnabled(false);
    m_export->setEnabled(false);
    say(tr("Checking…"));
    m_delay->start();
}

void ImportDialog::check()
{
    if (m_checking)
        m_checking->cancel();
    m_outcome.reset();
    m_import->setEnabled(false);
    m_export->setEnabled(false);
    say(tr("Checking…"));
    m_poll->start();
    if (catalogue::lacksCrs(m_mapping))
        return lookForCrs();
    showCrs();
    preview();
}

// The first rows as they are understood, at once; figures about the sites of another table need
// what the project file knows, and wait for it.
void ImportDialog::preview()
{
    if (!m_mapping.joins.isEmpty())
        return readSteps();
    m_checking = m_workspace.jobs().run(
        {}, threadPool(),
        [table = m_table, mapping = mapping()](base::Progress& progress) {
            return catalogue::planImport({{table, mapping}}, {}, progress, FirstRows);
        },
        this,
        [this, asked = m_mapping](const Outcome<catalogue::ImportOutcome>& outcome) {
            if (outcome.cancelled || asked != m_mapping)
                return;
            if (!outcome.ok())
                return showOutcome(outcome);
            showFirstRows(outcome);
            Q_EMIT previewed();
            readSteps();
        });
}

// What the file is made of, then what the project file knows of it, then row by row.
void ImportDialog::readSteps()
{
    m_checking = m_workspace.jobs().run(
        {}, threadPool(),
        [path = m_path, table = m_table, mapping = mapping(),
         own = m_own](base::Progress& progress) {
            table->digest(); // or the project file's thread would wait for it
            return catalogue::importSteps(path, table, mapping, progress, own);
        },
        this,
        [this, asked = m_mapping](const Outcome<std::vector<catalogue::ImportStep>>& steps) {
            if (steps.cancelled || asked != m_mapping)
                return;
            if (!steps.ok())
                return showFailure(steps.message);
            m_steps = *steps.value;
            m_workspace.read(
                [steps = m_steps](const catalogue::ReadAccess& access) {
                    return catalogue::readKnownRecords(access, steps);
                },
                this,
                [this, asked](catalogue::KnownRecords known) {
                    if (asked == m_mapping)
                        plan(std::move(known));
                });
        });
}

void ImportDialog::plan(catalogue::KnownRecords known)
{
    m_checking = m_workspace.jobs().run(
        {}, threadPool(),
        [steps = m_steps, known = std::move(known)](base::Progress& progress) {
            return catalogue::planImport(steps, known, progress);
        },
        this,
        [this, asked = m_mapping](const Outcome<catalogue::ImportOutcome>& outcome) {
            if (!outcome.cancelled && asked == m_mapping)
                showOutcome(outcome);
        });
}

} // namespace widgets
