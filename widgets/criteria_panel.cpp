// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/criteria_panel.h"

#include "shortlist/round.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

namespace widgets {

namespace {

QTableWidgetItem* cell(const QString& text, Qt::ItemFlags more = {})
{
    auto* item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | more);
    item->setToolTip(text);
    return item;
}

} // namespace

CriteriaPanel::CriteriaPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_criteriaLabel(new QLabel)
    , m_criteria(new QTableWidget)
    , m_gatesLabel(new QLabel)
    , m_gates(new QTableWidget)
    , m_note(new QLabel)
{
    for (QTableWidget* table : {m_criteria, m_gates}) {
        table->setSelectionMode(QAbstractItemView::SingleSelection);
        table->setWordWrap(false);
        table->verticalHeader()->hide();
        table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 6);
    }
    m_note->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addWidget(m_criteriaLabel);
    layout->addWidget(m_criteria, 3);
    layout->addWidget(m_gatesLabel);
    layout->addWidget(m_gates, 2);
    layout->addWidget(m_note);
    connect(m_criteria, &QTableWidget::itemChanged, this, &CriteriaPanel::criterionChanged);
    connect(m_gates, &QTableWidget::itemChanged, this, &CriteriaPanel::gateChanged);
    connect(&workspace, &Workspace::stateChanged, this, &CriteriaPanel::refresh);
    connect(&workspace, &Workspace::projectChanged, this, &CriteriaPanel::refresh);
    connect(&workspace, &Workspace::authorChanged, this, &CriteriaPanel::refresh);
    retranslate();
}

void CriteriaPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CriteriaPanel::retranslate()
{
    m_criteriaLabel->setText(tr("Criteria and weights"));
    m_criteria->setAccessibleName(m_criteriaLabel->text());
    m_gatesLabel->setText(tr("Gates"));
    m_gates->setAccessibleName(m_gatesLabel->text());
    refresh();
}

void CriteriaPanel::refresh()
{
    m_filling = true;
    m_criteria->clear();
    m_gates->clear();
    m_criteria->setRowCount(0);
    m_gates->setRowCount(0);
    m_criteria->setColumnCount(0);
    m_gates->setColumnCount(0);
    if (!m_workspace.isOpen()) {
        m_note->clear();
        m_filling = false;
        return;
    }
    const shortlist::Round& round = m_workspace.state().round;
    const base::Language language = m_workspace.language();
    QStringList header{tr("Criterion")};
    for (const shortlist::Party& party : round.parties)
        header << tr("Weight %1").arg(party.delegation.code);
    m_criteria->setColumnCount(int(header.size()));
    m_criteria->setHorizontalHeaderLabels(header);
    m_criteria->setRowCount(int(round.criteria.size()));
    for (size_t i = 0; i < round.criteria.size(); ++i) {
        const shortlist::Criterion& criterion = round.criteria[i];
        auto* name = cell(criterion.nameIn(language), Qt::ItemIsUserCheckable);
        name->setCheckState(criterion.enabled ? Qt::Checked : Qt::Unchecked);
        m_criteria->setItem(int(i), 0, name);
        for (size_t p = 0; p < round.parties.size(); ++p) {
            const shortlist::Party& party = round.parties[p];
            const auto weight = party.weights.find(criterion.id);
            const bool own = party.delegation.code == m_workspace.author().delegation;
            auto* item = cell(weight == party.weights.end()
                                  ? QString()
                                  : base::localeOf(language).toString(weight->second),
                              own ? Qt::ItemFlags(Qt::ItemIsEditable) : Qt::ItemFlags());
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            if (!own)
                item->setForeground(palette().brush(QPalette::Disabled, QPalette::Text));
            m_criteria->setItem(int(i), int(p) + 1, item);
        }
    }
    m_criteria->resizeColumnsToContents();
    m_gates->setColumnCount(1);
    m_gates->setHorizontalHeaderLabels({tr("Gate")});
    m_gates->setRowCount(int(round.gates.size()));
    for (size_t i = 0; i < round.gates.size(); ++i) {
        auto* name = cell(round.gates[i].nameIn(language), Qt::ItemIsUserCheckable);
        name->setCheckState(round.gates[i].enabled ? Qt::Checked : Qt::Unchecked);
        m_gates->setItem(int(i), 0, name);
    }
    m_gates->horizontalHeader()->setStretchLastSection(true);
    m_note->setText(m_workspace.author().delegation.isEmpty()
                        ? tr("Say who you act as to set weights.")
                        : tr("You set the weights of %1; only their ratios count.")
                              .arg(m_workspace.author().delegation));
    m_filling = false;
}

void CriteriaPanel::criterionChanged(QTableWidgetItem* item)
{
    if (m_filling || !m_workspace.isOpen())
        return;
    const shortlist::Round& round = m_workspace.state().round;
    shortlist::Criterion criterion = round.criteria[size_t(item->row())];
    const QString name = criterion.nameIn(base::Language::English);
    bool begun = false;
    if (item->column() == 0) {
        criterion.enabled = item->checkState() == Qt::Checked;
        begun = m_workspace.edit(
            {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Changed the criterion %1")), {name}},
            false,
            [criterion](catalogue::Edit& edit) { shortlist::updateCriterion(edit, criterion); });
    } else {
        const catalogue::Delegation& delegation =
            round.parties[size_t(item->column()) - 1].delegation;
        const QString text = item->text().trimmed();
        bool isNumber = false;
        const double weight = base::localeOf(m_workspace.language()).toDouble(text, &isNumber);
        if (text.isEmpty() || (isNumber && weight >= 0))
            begun = m_workspace.edit(
                {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Set the weights of %1")),
                 {delegation.code}},
                false,
                [id = delegation.id, criterion = criterion.id, text,
                 weight](catalogue::Edit& edit) {
                    shortlist::JudgementStore(id).writeWeight(
                        edit, criterion, text.isEmpty() ? std::nullopt : std::optional(weight));
                });
    }
    if (!begun)
        refresh(); // what stands in the file
}

void CriteriaPanel::gateChanged(QTableWidgetItem* item)
{
    if (m_filling || !m_workspace.isOpen())
        return;
    shortlist::Gate gate = m_workspace.state().round.gates[size_t(item->row())];
    gate.enabled = item->checkState() == Qt::Checked;
    if (!m_workspace.edit({QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Changed the gate %1")),
                           {gate.nameIn(base::Language::English)}},
                          false,
                          [gate](catalogue::Edit& edit) { shortlist::updateGate(edit, gate); }))
        refresh();
}

} // namespace widgets
