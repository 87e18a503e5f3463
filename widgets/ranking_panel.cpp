// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/ranking_panel.h"

#include "catalogue/vocabulary.h"
#include "report/shortlist_report.h"
#include "shortlist/figure.h"

#include <QComboBox>
#include <QDate>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTableWidget>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr int IdRole = Qt::UserRole;

QTableWidgetItem* cell(const QString& text, bool right = false)
{
    auto* item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setToolTip(text);
    if (right)
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return item;
}

QString rankText(const std::optional<int>& rank)
{
    return rank ? QString::number(*rank) : QString(QChar(0x2013));
}

void prepare(QTableWidget& table)
{
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setWordWrap(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + 6);
}

} // namespace

RankingPanel::RankingPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_ranking(new QTableWidget)
    , m_parts(new QTableWidget)
    , m_note(new QLabel)
    , m_gates(new QLabel)
    , m_decisionLabel(new QLabel)
    , m_decision(new QComboBox)
    , m_reason(new QLineEdit)
    , m_decide(new QPushButton)
{
    prepare(*m_ranking);
    prepare(*m_parts);
    m_note->setWordWrap(true);
    m_gates->setWordWrap(true);
    auto* lower = new QWidget;
    auto* lowerLayout = new QVBoxLayout(lower);
    lowerLayout->setContentsMargins(0, 0, 0, 0);
    lowerLayout->addWidget(m_gates);
    lowerLayout->addWidget(m_parts, 1);
    auto* decision = new QHBoxLayout;
    decision->addWidget(m_decisionLabel);
    decision->addWidget(m_decision);
    decision->addWidget(m_reason, 1);
    decision->addWidget(m_decide);
    lowerLayout->addLayout(decision);
    auto* splitter = new QSplitter(Qt::Vertical);
    splitter->addWidget(m_ranking);
    splitter->addWidget(lower);
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(splitter, 1);
    layout->addWidget(m_note);

    connect(m_ranking, &QTableWidget::itemSelectionChanged, this, &RankingPanel::projectSelected);
    connect(m_decide, &QPushButton::clicked, this, &RankingPanel::decide);
    connect(&workspace, &Workspace::evaluationChanged, this, &RankingPanel::showRanking);
    connect(&workspace, &Workspace::projectChanged, this, &RankingPanel::showRanking);
    connect(&workspace, &Workspace::selectionChanged, this, &RankingPanel::showProject);
    retranslate();
}

void RankingPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void RankingPanel::retranslate()
{
    m_ranking->setAccessibleName(tr("Ranking"));
    m_parts->setAccessibleName(tr("What makes up the score"));
    m_decisionLabel->setText(tr("Decision"));
    m_decision->setAccessibleName(tr("Decision"));
    m_reason->setPlaceholderText(tr("Reason"));
    m_reason->setAccessibleName(tr("Reason"));
    m_decide->setText(tr("Record"));
    m_decide->setToolTip(tr("Put the decision on the selected project"));
    m_decision->clear();
    m_decision->addItem(tr("none"), QString());
    for (const catalogue::Term& term : catalogue::decisionKinds().terms())
        m_decision->addItem(term.label.in(m_workspace.language()), term.key);
    showRanking();
}

void RankingPanel::showRanking()
{
    m_filling = true;
    m_ranking->clear();
    m_ranking->setRowCount(0);
    const shortlist::Evaluation* evaluation = m_workspace.evaluation();
    const shortlist::Round* round = m_workspace.evaluatedRound();
    if (evaluation == nullptr || round == nullptr || round->candidates.empty()) {
        m_ranking->setColumnCount(0);
        m_note->setText(tr("There is no project to rank yet. Select sites in the table or on the "
                           "map and make a project of them."));
        m_filling = false;
        showProject();
        return;
    }
    const base::Translation& words = m_workspace.words();
    QStringList header{tr("Joint"), tr("Project"), tr("Score"), tr("Known")};
    for (const shortlist::Party& party : evaluation->parties)
        header << tr("Rank %1").arg(party.delegation.code)
               << tr("Score %1").arg(party.delegation.code);
    header << tr("Gates") << tr("Decision");
    m_ranking->setColumnCount(int(header.size()));
    m_ranking->setHorizontalHeaderLabels(header);
    m_ranking->setRowCount(int(evaluation->order.size()));
    const QLocale locale = base::localeOf(m_workspace.language());
    int row = 0;
    for (const size_t at : evaluation->order) {
        const shortlist::CandidateResult& result = evaluation->candidates[at];
        const shortlist::Candidate& candidate = round->candidates[at];
        int column = 0;
        const auto put = [&](const QString& text, bool right) {
            auto* item = cell(text, right);
            item->setData(IdRole, candidate.project.id);
            m_ranking->setItem(row, column++, item);
        };
        put(rankText(result.jointRank), true);
        put(candidate.project.nameIn(m_workspace.language()), false);
        put(shortlist::scoreText(result.jointScore, words), true);
        put(locale.toString(result.jointCoverage * 100, 'f', 0) + QStringLiteral(" %"), true);
        for (const shortlist::PartyResult& party : result.parties) {
            put(rankText(party.rank), true);
            put(shortlist::scoreText(party.score, words), true);
        }
        put(report::outcomeText(result.outcome, words), false);
        put(candidate.decision
                ? catalogue::decisionKinds().label(candidate.decision->kind, m_workspace.language())
                : QString(),
            false);
        ++row;
    }
    m_ranking->resizeColumnsToContents();
    constexpr int ProjectColumn = 1;
    m_ranking->setColumnWidth(ProjectColumn,
                              std::min(m_ranking->columnWidth(ProjectColumn),
                                       m_ranking->fontMetrics().averageCharWidth() * 34));
    m_ranking->horizontalHeader()->setStretchLastSection(true);
    m_note->setText(shortlist::jointRankingNote(words));
    m_filling = false;
    showProject();
}

void RankingPanel::projectSelected()
{
    if (m_filling)
        return;
    const auto items = m_ranking->selectedItems();
    m_workspace.selectProject(
        items.isEmpty() ? std::nullopt
                        : std::optional<base::Id>(items.first()->data(IdRole).toLongLong()));
}

std::optional<size_t> RankingPanel::selectedCandidate() const
{
    const shortlist::Round* round = m_workspace.evaluatedRound();
    const auto project = m_workspace.selectedProject();
    if (round == nullptr || !project)
        return {};
    for (size_t i = 0; i < round->candidates.size(); ++i)
        if (round->candidates[i].project.id == *project)
            return i;
    return {};
}

void RankingPanel::showProject()
{
    if (m_filling)
        return;
    m_filling = true;
    const auto at = selectedCandidate();
    m_parts->clear();
    m_parts->setRowCount(0);
    m_parts->setColumnCount(0);
    for (QWidget* widget : std::initializer_list<QWidget*>{m_decision, m_reason, m_decide})
        widget->setEnabled(at.has_value());
    if (!at) {
        m_ranking->clearSelection();
        m_gates->setText(m_workspace.evaluation() != nullptr
                             ? tr("Choose a project to see what makes up its score.")
                             : QString());
        m_filling = false;
        return;
    }
    for (int row = 0; row < m_ranking->rowCount(); ++row)
        if (m_ranking->item(row, 0)->data(IdRole).toLongLong() == *m_workspace.selectedProject())
            m_ranking->selectRow(row);
    const shortlist::Evaluation& evaluation = *m_workspace.evaluation();
    const shortlist::Candidate& candidate = m_workspace.evaluatedRound()->candidates[*at];
    const shortlist::CandidateResult& result = evaluation.candidates[*at];
    const base::Translation& words = m_workspace.words();
    const base::Language language = m_workspace.language();
    QStringList gates;
    for (size_t i = 0; i < result.gates.size(); ++i)
        gates << QStringLiteral("%1: %2 – %3")
                     .arg(evaluation.gates[i].nameIn(language),
                          report::outcomeText(result.gates[i].outcome, words),
                          result.gates[i].reason);
    m_gates->setText(gates.join(QLatin1Char('\n')));
    QStringList header{tr("Criterion"), tr("Figure")};
    for (const shortlist::Party& party : evaluation.parties)
        header << tr("Share %1").arg(party.delegation.code);
    header << tr("Joint share") << tr("From");
    m_parts->setColumnCount(int(header.size()));
    m_parts->setHorizontalHeaderLabels(header);
    m_parts->setRowCount(int(evaluation.criteria.size()));
    for (size_t i = 0; i < evaluation.criteria.size(); ++i) {
        int column = 0;
        const auto put = [&](const QString& text, bool right) {
            m_parts->setItem(int(i), column++, cell(text, right));
        };
        const shortlist::CriterionResult& criterion = result.criteria[i];
        put(evaluation.criteria[i].nameIn(language), false);
        put(criterion.text, true);
        for (const shortlist::PartyResult& party : result.parties)
            put(shortlist::scoreText(party.contributions[i], words), true);
        put(shortlist::scoreText(result.jointContributions[i], words), true);
        put(criterion.measured.known() ? criterion.measured.from : criterion.measured.missing,
            false);
    }
    m_parts->resizeColumnsToContents();
    m_parts->horizontalHeader()->setStretchLastSection(true);
    m_decision->setCurrentIndex(
        candidate.decision ? std::max(0, m_decision->findData(candidate.decision->kind)) : 0);
    m_reason->setText(candidate.decision ? candidate.decision->reasonIn(language) : QString());
    m_filling = false;
}

void RankingPanel::decide()
{
    const auto at = selectedCandidate();
    if (!at)
        return;
    const shortlist::Candidate& candidate = m_workspace.evaluatedRound()->candidates[*at];
    const QString kind = m_decision->currentData().toString();
    std::optional<shortlist::Decision> decision;
    if (!kind.isEmpty()) {
        decision = candidate.decision.value_or(shortlist::Decision());
        decision->kind = kind;
        QString& reason = m_workspace.language() == base::Language::Spanish ? decision->reason.es
                                                                            : decision->reason.en;
        if (decision->reasonIn(m_workspace.language()) != m_reason->text())
            reason = m_reason->text();
        decision->decidedOn = QDate::currentDate().toString(Qt::ISODate);
    }
    const QString name = candidate.project.nameIn(base::Language::English);
    const catalogue::Sentence sentence =
        decision
            ? catalogue::Sentence{QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Decided on %1: %2")),
                                  {name, QStringLiteral("@decisions/") + kind}}
            : catalogue::Sentence{
                  QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Took back the decision on %1")),
                  {name}};
    m_workspace.edit(sentence, false,
                     [decision, project = candidate.project.id](catalogue::Edit& edit) {
                         shortlist::writeDecision(edit, project, decision);
                     });
}

} // namespace widgets
