// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import_dialog.h"

#include "widgets/import_map.h"
#include "widgets/import_reasons_view.h"
#include "widgets/import_rows_view.h"
#include "widgets/import_words_view.h"
#include "widgets/table.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTabWidget>
#include <QTableWidget>
#include <QTimer>

// What the import dialog shows of a check.

namespace widgets {

namespace {

enum Tab { RowsTab, ColumnsTab, WordsTab, SetAsideTab, NotesTab };

QString bold(const QString& text)
{
    return QStringLiteral("<b>%1</b>").arg(text.toHtmlEscaped());
}

} // namespace

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
    m_map->setPoints(plan.points, plan.imported - plan.withoutPosition);
}

void ImportDialog::showNothing()
{
    const base::Language language = m_workspace.language();
    m_rows->setUnderstood({}, m_mapping, language);
    m_words->setWords({}, m_mapping, language);
    m_setAside->setRows({}, language);
    m_notes->setRowCount(0);
    m_map->setPoints({}, 0);
    m_counts->clear();
    m_tabs->setTabText(WordsTab, tr("Words"));
    m_tabs->setTabText(SetAsideTab, tr("Set aside"));
    m_tabs->setTabText(NotesTab, tr("Notes"));
}

void ImportDialog::showFailure(const QString& message)
{
    m_poll->stop();
    m_bar->hide();
    showNothing();
    say(message);
    Q_EMIT checked();
}

void ImportDialog::showOutcome(const Outcome<catalogue::ImportOutcome>& outcome)
{
    if (!outcome.ok())
        return showFailure(outcome.message);
    m_poll->stop();
    m_bar->hide();
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

} // namespace widgets
