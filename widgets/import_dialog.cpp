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
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSaveFile>
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
constexpr qint64 LargestPreset = 4 << 20;

enum Tab { RowsTab, ColumnsTab, WordsTab, SetAsideTab, NotesTab };

// Where a way of reading the table comes from, as the list of them holds it: a proposal's number,
// a saved mapping's, or the name of a preset.
constexpr int WhereRole = Qt::UserRole;
constexpr int NumberRole = Qt::UserRole + 1;
enum Where { Proposed, Preset, Saved, Loaded };

QString bold(const QString& text)
{
    return QStringLiteral("<b>%1</b>").arg(text.toHtmlEscaped());
}

} // namespace

ImportDialog::ImportDialog(Workspace& workspace, QString path, Table table, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_path(std::move(path))
    , m_presets(new QComboBox)
    , m_reason(new QLabel)
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
        if (where == Proposed)
            return m_proposals[size_t(number.toInt())].mapping;
        return catalogue::presetMapping(number.toString(), *m_table);
    });
    if (!mapping.ok()) {
        m_presets->setCurrentIndex(0);
        showProblem(this, mapping.message, mapping.cause);
        return;
    }
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
        [table = m_table, mapping = m_mapping](base::Progress& progress) {
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
        [path = m_path, table = m_table, mapping = m_mapping](base::Progress& progress) {
            return catalogue::importSteps(path, table, mapping, progress);
        },
        this,
        [this, asked = m_mapping](const Outcome<std::vector<catalogue::ImportStep>>& steps) {
            if (steps.cancelled || asked != m_mapping)
                return;
            if (!steps.ok()) {
                Outcome<catalogue::ImportOutcome> failed;
                failed.message = steps.message;
                return showOutcome(failed);
            }
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

void ImportDialog::showProgress()
{
    const bool busy = !m_import->isEnabled() && m_checking && !m_outcome && m_poll->isActive();
    const base::Progress::State state = m_checking ? m_checking->state() : base::Progress::State();
    m_bar->setVisible(busy);
    m_bar->setAccessibleName(state.text);
    m_bar->setRange(0, state.total > 0 ? 1000 : 0);
    if (state.total > 0)
        m_bar->setValue(int(1000.0 * double(state.done) / double(state.total)));
}

void ImportDialog::say(const QString& sentence)
{
    m_summary->setText(sentence);
}

void ImportDialog::showFirstRows(const Outcome<catalogue::ImportOutcome>& outcome)
{
    const catalogue::ImportOutcome& plan = *outcome.value;
    m_rows->setUnderstood(plan.preview, m_mapping, m_workspace.language());
    m_map->setPoints(plan.points);
}

void ImportDialog::showNothing()
{
    const base::Language language = m_workspace.language();
    m_rows->setUnderstood({}, m_mapping, language);
    m_words->setWords({}, m_mapping, language);
    m_setAside->setRows({}, language);
    m_notes->setRowCount(0);
    m_map->setPoints({});
    m_counts->clear();
    m_tabs->setTabText(WordsTab, tr("Words"));
    m_tabs->setTabText(SetAsideTab, tr("Set aside"));
    m_tabs->setTabText(NotesTab, tr("Notes"));
}

void ImportDialog::showOutcome(const Outcome<catalogue::ImportOutcome>& outcome)
{
    m_poll->stop();
    m_bar->hide();
    if (!outcome.ok()) {
        showNothing();
        say(outcome.message);
        Q_EMIT checked();
        return;
    }
    m_outcome = *outcome.value;
    const catalogue::ImportOutcome& plan = *m_outcome;
    const base::Language language = m_workspace.language();
    const QLocale locale = base::localeOf(language);
    showFirstRows(outcome);
    m_words->setWords(plan.words, m_mapping, language);
    m_tabs->setTabText(
        WordsTab, m_words->unknownWords() > 0
                      ? tr("Words (%1 not known)").arg(locale.toString(m_words->unknownWords()))
                      : tr("Words"));
    m_setAside->setRows(plan.setAside, language);
    m_tabs->setTabText(SetAsideTab,
                       tr("Set aside (%1)").arg(locale.toString(qint64(plan.setAside.size()))));
    showNotes();
    sayOutcome();
    m_import->setEnabled(plan.imported > 0 || plan.attached > 0 || !plan.setAside.empty());
    m_export->setEnabled(!plan.setAside.empty());
    Q_EMIT checked();
}

void ImportDialog::sayOutcome()
{
    const catalogue::ImportOutcome& plan = *m_outcome;
    const QLocale locale = base::localeOf(m_workspace.language());
    QString rows;
    const auto line = [&](const QString& what, qint64 count, bool always = true) {
        if (always || count > 0)
            rows += QStringLiteral("<tr><td align='right'>%1</td><td>&nbsp;%2</td></tr>")
                        .arg(bold(locale.toString(count)), what.toHtmlEscaped());
    };
    line(tr("rows"), plan.rows);
    line(tr("sites come in"), plan.imported);
    line(tr("of them without a position"), plan.withoutPosition, false);
    line(tr("rows of figures go to sites"), plan.attached, false);
    line(tr("rows are set aside"), qint64(plan.setAside.size()));
    line(tr("are known records"), plan.alreadyThere);
    line(tr("rows take the place of some set aside"), plan.mended, false);
    m_counts->setText(QStringLiteral("<table>%1</table>").arg(rows));

    QString sentence =
        plan.alreadyThere > 0
            ? tr("%1 rows: %2 sites would be imported, %3 of them without a position; %4 rows "
                 "would be set aside; %5 are the same as records known already.")
            : tr("%1 rows: %2 sites would be imported, %3 of them without a position; %4 rows "
                 "would be set aside.");
    sentence = sentence.arg(locale.toString(plan.rows), locale.toString(plan.imported),
                            locale.toString(plan.withoutPosition),
                            locale.toString(qint64(plan.setAside.size())));
    if (plan.alreadyThere > 0)
        sentence = sentence.arg(locale.toString(plan.alreadyThere));
    say(sentence);
}

void ImportDialog::showNotes()
{
    const catalogue::ImportOutcome& plan = *m_outcome;
    const QLocale locale = base::localeOf(m_workspace.language());
    m_notes->setRowCount(int(plan.issues.size() + plan.systems.size()));
    int row = 0;
    for (const catalogue::ImportOutcome::System& system : plan.systems) {
        const QString text =
            system.operation.accuracyMetres
                ? tr("%1 positions in %2 (%3) are moved to WGS 84, to about %4 m")
                      .arg(locale.toString(system.rows), system.crs, system.name,
                           locale.toString(*system.operation.accuracyMetres))
                : tr("%1 positions in %2 (%3) are moved to WGS 84; how well is not known")
                      .arg(locale.toString(system.rows), system.crs, system.name);
        m_notes->setItem(row++, 2, tableCell(text));
    }
    for (const base::Issue& issue : plan.issues) {
        if (issue.where.line > 0)
            m_notes->setItem(row, 0, numberCell(QString::number(issue.where.line)));
        m_notes->setItem(row, 1, tableCell(issue.where.column));
        m_notes->setItem(row++, 2, tableCell(issue.text));
    }
    m_tabs->setTabText(NotesTab, tr("Notes (%1)").arg(locale.toString(m_notes->rowCount())));
    m_notes->resizeColumnToContents(0);
    m_notes->resizeColumnToContents(1);
    m_notes->setColumnWidth(1, std::min(m_notes->columnWidth(1), 260));
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
    std::erase_if(m_saved, [&](const auto& saved) { return saved.mapping.name == name; });
    m_saved.push_back({0, mapping});
    offerPresets();
    m_presets->setCurrentIndex(m_presets->findText(tr("Saved: %1").arg(name)));
    m_isChanged = false;
    showReason();
}

void ImportDialog::savePreset()
{
    QString path = QFileDialog::getSaveFileName(this, tr("Save as a preset"),
                                                QFileInfo(m_table->fileName()).completeBaseName() +
                                                    QStringLiteral(".json"),
                                                tr("Presets (*.json)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
        path += QStringLiteral(".json");
    const catalogue::ImportPreset preset =
        catalogue::presetOf(QFileInfo(path).completeBaseName(), m_mapping);
    if (write(path, catalogue::toJson(preset)))
        say(tr("Wrote the preset %1. Whoever has it reads such files as you do now.")
                .arg(QDir::toNativeSeparators(path)));
}

void ImportDialog::loadPreset()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Load a preset"), QString(), tr("Presets (*.json)"));
    if (path.isEmpty())
        return;
    QString title;
    const Outcome<catalogue::ImportMapping> mapping = attempt([&] {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly) || file.size() > LargestPreset)
            throw base::Error(tr("“%1” cannot be read as a preset. Is it the right file, and may "
                                 "you read it?")
                                  .arg(QDir::toNativeSeparators(path)),
                              file.errorString());
        const catalogue::ImportPreset preset = catalogue::importPresetFromJson(file.readAll());
        title = preset.title.in(m_workspace.language());
        return catalogue::presetMapping(preset, *m_table);
    });
    if (!mapping.ok()) {
        showProblem(this, mapping.message, mapping.cause);
        return;
    }
    if (title.isEmpty())
        title = QFileInfo(path).completeBaseName();
    m_presets->insertItem(0, title, Loaded);
    m_presets->setCurrentIndex(0);
    m_isChanged = false;
    take(*mapping.value);
    mappingEdited();
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
    if (write(path, catalogue::setAsideCsv(m_table->columns(), m_outcome->setAside)))
        say(tr("Wrote %1. Mend its rows and import it; they will take the place of those set "
               "aside.")
                .arg(QDir::toNativeSeparators(path)));
}

bool ImportDialog::write(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return true;
    showProblem(this,
                tr("“%1” could not be written. Is its folder there, is it open in another program, "
                   "and is there room?")
                    .arg(QDir::toNativeSeparators(path)),
                file.errorString());
    return false;
}

} // namespace widgets
