// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/criteria_panel.h"

#include "shortlist/round.h"
#include "widgets/criterion_dialog.h"
#include "widgets/gate_dialog.h"
#include "widgets/table.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace widgets {

CriteriaPanel::CriteriaPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_criteriaLabel(new QLabel)
    , m_criteria(new QTableWidget)
    , m_gatesLabel(new QLabel)
    , m_gates(new QTableWidget)
    , m_note(new QLabel)
{
    auto* criteriaRow = new QHBoxLayout;
    criteriaRow->addWidget(m_criteriaLabel);
    criteriaRow->addStretch(1);
    m_addCriterion = addButton(*criteriaRow);
    m_changeCriterion = addButton(*criteriaRow);
    m_removeCriterion = addButton(*criteriaRow);
    auto* gatesRow = new QHBoxLayout;
    gatesRow->addWidget(m_gatesLabel);
    gatesRow->addStretch(1);
    m_addGate = addButton(*gatesRow);
    m_changeGate = addButton(*gatesRow);
    m_removeGate = addButton(*gatesRow);
    for (QTableWidget* table : {m_criteria, m_gates}) {
        prepareTable(*table);
        connect(table, &QTableWidget::currentCellChanged, this, &CriteriaPanel::chosen);
    }
    m_note->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addLayout(criteriaRow);
    layout->addWidget(m_criteria, 3);
    layout->addLayout(gatesRow);
    layout->addWidget(m_gates, 2);
    layout->addWidget(m_note);
    connect(m_criteria, &QTableWidget::itemChanged, this, &CriteriaPanel::criterionChanged);
    connect(m_gates, &QTableWidget::itemChanged, this, &CriteriaPanel::gateChanged);
    connect(m_addCriterion, &QToolButton::clicked, this, &CriteriaPanel::addCriterion);
    connect(m_changeCriterion, &QToolButton::clicked, this, &CriteriaPanel::changeCriterion);
    connect(m_removeCriterion, &QToolButton::clicked, this, &CriteriaPanel::removeCriterion);
    connect(m_addGate, &QToolButton::clicked, this, &CriteriaPanel::addGate);
    connect(m_changeGate, &QToolButton::clicked, this, &CriteriaPanel::changeGate);
    connect(m_removeGate, &QToolButton::clicked, this, &CriteriaPanel::removeGate);
    connect(m_criteria, &QTableWidget::cellDoubleClicked, this, [this](int, int column) {
        if (column == 0)
            changeCriterion();
    });
    connect(m_gates, &QTableWidget::cellDoubleClicked, this, [this] { changeGate(); });
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
    const auto name = [](QToolButton* button, const QString& text, const QString& tip) {
        button->setText(text);
        button->setToolTip(tip);
        button->setAccessibleName(tip);
    };
    name(m_addCriterion, tr("Add…"), tr("Add a criterion"));
    name(m_changeCriterion, tr("Change…"), tr("Change the chosen criterion"));
    name(m_removeCriterion, tr("Remove"), tr("Remove the chosen criterion with its weights"));
    name(m_addGate, tr("Add…"), tr("Add a gate"));
    name(m_changeGate, tr("Change…"), tr("Change the chosen gate"));
    name(m_removeGate, tr("Remove"), tr("Remove the chosen gate"));
    refresh();
}

QToolButton* CriteriaPanel::addButton(QHBoxLayout& row)
{
    auto* button = new QToolButton;
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    row.addWidget(button);
    return button;
}

void CriteriaPanel::chosen()
{
    const bool open = m_workspace.isOpen();
    m_addCriterion->setEnabled(open);
    m_addGate->setEnabled(open);
    for (QToolButton* button : {m_changeCriterion, m_removeCriterion})
        button->setEnabled(open && m_criteria->currentRow() >= 0);
    for (QToolButton* button : {m_changeGate, m_removeGate})
        button->setEnabled(open && m_gates->currentRow() >= 0);
}

void CriteriaPanel::addCriterion()
{
    CriterionDialog dialog(m_workspace, {}, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const shortlist::Criterion criterion = dialog.criterion();
    m_workspace.edit(
        {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Added the criterion %1")),
         {criterion.nameIn(base::Language::English)}},
        false, [criterion](catalogue::Edit& edit) { shortlist::addCriterion(edit, criterion); });
}

void CriteriaPanel::changeCriterion()
{
    const int row = m_criteria->currentRow();
    if (row < 0)
        return;
    CriterionDialog dialog(m_workspace, m_workspace.state().round.criteria[size_t(row)], this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const shortlist::Criterion criterion = dialog.criterion();
    m_workspace.edit(
        {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Changed the criterion %1")),
         {criterion.nameIn(base::Language::English)}},
        false, [criterion](catalogue::Edit& edit) { shortlist::updateCriterion(edit, criterion); });
}

void CriteriaPanel::removeCriterion()
{
    const int row = m_criteria->currentRow();
    if (row < 0)
        return;
    const shortlist::Criterion& criterion = m_workspace.state().round.criteria[size_t(row)];
    m_workspace.edit({QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Removed the criterion %1")),
                      {criterion.nameIn(base::Language::English)}},
                     false, [id = criterion.id](catalogue::Edit& edit) {
                         shortlist::removeCriterion(edit, id);
                     });
}

void CriteriaPanel::addGate()
{
    GateDialog dialog(m_workspace, {}, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const shortlist::Gate gate = dialog.gate();
    m_workspace.edit({QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Added the gate %1")),
                      {gate.nameIn(base::Language::English)}},
                     false, [gate](catalogue::Edit& edit) { shortlist::addGate(edit, gate); });
}

void CriteriaPanel::changeGate()
{
    const int row = m_gates->currentRow();
    if (row < 0)
        return;
    GateDialog dialog(m_workspace, m_workspace.state().round.gates[size_t(row)], this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const shortlist::Gate gate = dialog.gate();
    m_workspace.edit({QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Changed the gate %1")),
                      {gate.nameIn(base::Language::English)}},
                     false, [gate](catalogue::Edit& edit) { shortlist::updateGate(edit, gate); });
}

void CriteriaPanel::removeGate()
{
    const int row = m_gates->currentRow();
    if (row < 0)
        return;
    const shortlist::Gate& gate = m_workspace.state().round.gates[size_t(row)];
    m_workspace.edit({QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Removed the gate %1")),
                      {gate.nameIn(base::Language::English)}},
                     false,
                     [id = gate.id](catalogue::Edit& edit) { shortlist::removeGate(edit, id); });
}

void CriteriaPanel::refresh()
{
    const int criterionRow = m_criteria->currentRow();
    const int gateRow = m_gates->currentRow();
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
        chosen();
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
        auto* name = tableCell(criterion.nameIn(language), Qt::ItemIsUserCheckable);
        name->setCheckState(criterion.enabled ? Qt::Checked : Qt::Unchecked);
        m_criteria->setItem(int(i), 0, name);
        for (size_t p = 0; p < round.parties.size(); ++p) {
            const shortlist::Party& party = round.parties[p];
            const auto weight = party.weights.find(criterion.id);
            const bool own = party.delegation.code == m_workspace.author().delegation;
            auto* item = tableCell(weight == party.weights.end()
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
        auto* name = tableCell(round.gates[i].nameIn(language), Qt::ItemIsUserCheckable);
        name->setCheckState(round.gates[i].enabled ? Qt::Checked : Qt::Unchecked);
        m_gates->setItem(int(i), 0, name);
    }
    m_gates->horizontalHeader()->setStretchLastSection(true);
    m_note->setText(m_workspace.author().delegation.isEmpty()
                        ? tr("Say who you act as to set weights.")
                        : tr("You set the weights of %1; only their ratios count.")
                              .arg(m_workspace.author().delegation));
    m_criteria->setCurrentCell(std::min(criterionRow, m_criteria->rowCount() - 1), 0);
    m_gates->setCurrentCell(std::min(gateRow, m_gates->rowCount() - 1), 0);
    m_filling = false;
    chosen();
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
