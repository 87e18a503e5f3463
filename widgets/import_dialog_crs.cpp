// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import_dialog.h"

#include "widgets/import_columns_view.h"

#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>

// How the import dialog comes to the CRS of positions that nothing states: by what was said for a
// table like it, by a proposal that is clear, or by a person.

namespace widgets {

namespace {

constexpr int WidestName = 300; // on a button

QString titleOf(const geo::Crs& crs)
{
    return crs.code().isEmpty() ? crs.name()
                                : QStringLiteral("%1 (%2)").arg(crs.name(), crs.code());
}

} // namespace

catalogue::ImportMapping ImportDialog::mapping() const
{
    catalogue::ImportMapping applied = m_mapping;
    if (m_assumed && catalogue::lacksCrs(m_mapping))
        applied.crs = m_assumed->toText();
    return applied;
}

void ImportDialog::lookForCrs()
{
    m_workspace.read(
        [table = m_table, mapping = m_mapping](const catalogue::ReadAccess& access) {
            return catalogue::crsSaidBefore(catalogue::readSources(access), *table, mapping);
        },
        this,
        [this, asked = m_mapping](std::optional<catalogue::EarlierCrs> before) {
            if (asked != m_mapping)
                return;
            m_crsBefore = std::move(before);
            m_checking = workOutCrs([this] { goOnWithCrs(); });
        });
}

// What the table shows of its CRS, then `then`, unless the mapping was changed meanwhile.
std::shared_ptr<base::Progress> ImportDialog::workOutCrs(std::function<void()> then)
{
    if (m_crsAsked && m_crsPlaces == catalogue::placesOnly(m_mapping)) {
        then();
        return m_checking;
    }
    return m_workspace.jobs().run(
        {}, threadPool(),
        [path = m_path, table = m_table, mapping = m_mapping,
         language = m_workspace.language()](base::Progress& progress) {
            catalogue::ImportCrsQuestion question =
                catalogue::askForCrs(path, *table, mapping, language, progress);
            return CrsAsked{table->fileName(), std::move(question.evidence),
                            std::move(question.proposal), catalogue::boundaries(progress)};
        },
        this,
        [this, asked = m_mapping, then = std::move(then)](const Outcome<CrsAsked>& found) {
            if (found.cancelled || asked != m_mapping)
                return;
            if (!found.ok())
                return showFailure(found.message);
            m_crsAsked = *found.value;
            m_crsPlaces = catalogue::placesOnly(m_mapping);
            then();
        });
}

void ImportDialog::goOnWithCrs()
{
    const geo::CrsProposal& proposal = m_crsAsked->proposal;
    m_assumed.reset();
    if (m_crsBefore) {
        const Outcome<geo::Crs> before =
            attempt([this] { return geo::Crs::fromText(m_crsBefore->crs); });
        if (before.ok() && !geo::contradicts(*before.value, m_crsAsked->evidence))
            m_assumed = *before.value;
        else
            m_crsBefore.reset();
    }
    if (!m_assumed && proposal.isClear())
        m_assumed = proposal.candidates.front().crs;
    showCrs();
    if (m_assumed)
        return preview();
    m_poll->stop();
    m_bar->hide();
    showNothing();
    say(proposal.isSwapped
            ? tr("Nothing can be read as long as longitude and latitude are taken for each other.")
            : tr("Say first in which coordinate system the positions are. Ask whoever made the "
                 "file where you do not know."));
    Q_EMIT checked();
}

void ImportDialog::showCrs()
{
    const bool isOpen = catalogue::lacksCrs(m_mapping) && m_crsAsked;
    m_crsLine->setVisible(isOpen);
    QString assumed;
    if (isOpen && m_assumed)
        assumed = m_assumed->code().isEmpty() ? m_assumed->name() : m_assumed->code();
    m_columns->setAssumedCrs(assumed.isEmpty() ? assumed : tr("%1, assumed").arg(assumed));
    QString name = m_assumed ? m_assumed->name() : QString();
    name = m_import->fontMetrics().elidedText(name, Qt::ElideRight, WidestName);
    m_import->setText(isOpen && m_assumed
                          ? tr("&Import, assuming %1").arg(name.replace(u'&', QLatin1String("&&")))
                          : tr("&Import"));
    if (!isOpen)
        return;
    const geo::CrsProposal& proposal = m_crsAsked->proposal;
    QString head = tr("In which coordinate system are the positions?");
    QString why = proposal.finding;
    if (m_assumed)
        head = tr("Assumed: %1.").arg(titleOf(*m_assumed));
    if (m_assumed && m_crsBefore)
        why += QLatin1Char(' ') + tr("“%1”, which has the same columns, was read in this one.")
                                      .arg(m_crsBefore->fileName);
    else if (m_assumed)
        why += QLatin1Char(' ') + proposal.candidates.front().reason;
    else if (!proposal.candidates.empty())
        why += QLatin1Char(' ') +
               tr("Proposed: %1.").arg(titleOf(proposal.candidates.front().crs)) +
               QLatin1Char(' ') + proposal.candidates.front().reason;
    m_crsText->setText(
        QStringLiteral("<b>%1</b> %2").arg(head.toHtmlEscaped(), why.toHtmlEscaped()));
    m_crsChoose->setVisible(!proposal.isSwapped);
}

void ImportDialog::askCrs()
{
    workOutCrs([this] {
        auto* question =
            new CrsQuestion(m_workspace.jobs(), m_workspace.language(), *m_crsAsked, 0, this);
        question->setAttribute(Qt::WA_DeleteOnClose);
        const Outcome<geo::Crs> now = attempt([this] { return geo::Crs::fromText(mapping().crs); });
        if (now.ok())
            question->choose(*now.value);
        connect(question, &QDialog::accepted, this, [this, question] {
            if (question->crs())
                takeCrs(*question->crs());
        });
        question->open();
    });
}

void ImportDialog::takeCrs(const geo::Crs& crs)
{
    m_mapping.crs = crs.toText();
    m_columns->setMapping(m_mapping);
    m_isChanged = true;
    showReason();
    mappingEdited();
}

} // namespace widgets
