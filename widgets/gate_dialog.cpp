// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/gate_dialog.h"

#include "catalogue/vocabulary.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets {

using shortlist::Condition;
using shortlist::Gate;
using shortlist::MeasureKind;

namespace {

constexpr int Digits = 12;

// A gate asks the same of a project whoever looks: a mark is a delegation's own.
std::vector<MeasureKind> kindsOfGates()
{
    std::vector<MeasureKind> kinds = shortlist::allMeasureKinds();
    std::erase(kinds, MeasureKind::Mark);
    return kinds;
}

} // namespace

GateDialog::GateDialog(const Workspace& workspace, const std::optional<Gate>& gate, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_given(gate.value_or(Gate()))
    , m_form(new QFormLayout)
    , m_english(new QLineEdit(m_given.name.en))
    , m_spanish(new QLineEdit(m_given.name.es))
    , m_problem(new QLabel)
{
    setWindowTitle(gate ? tr("Change the gate") : tr("New gate"));
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_english->setAccessibleName(tr("Name in English"));
    m_spanish->setAccessibleName(tr("Name in Spanish"));
    m_form->addRow(tr("Name in &English"), m_english);
    m_form->addRow(tr("Name in &Spanish"), m_spanish);
    m_measure = new MeasureFields(workspace, kindsOfGates(), *m_form, this);
    makeCondition(*m_form);
    m_problem->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(m_form);
    layout->addStretch(1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 90, sizeHint().height());

    if (gate)
        m_measure->setMeasure(m_given.measure);
    setCondition(m_given.condition);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_measure, &MeasureFields::changed, this, &GateDialog::showCondition);
    for (QLineEdit* line : {m_english, m_spanish, m_atLeast, m_atMost})
        connect(line, &QLineEdit::textChanged, this, &GateDialog::check);
    for (QComboBox* box : {m_place, m_atLeastStage, m_atMostStage})
        connect(box, &QComboBox::currentIndexChanged, this, &GateDialog::check);
    connect(m_oneOf, &TickList::changed, this, &GateDialog::check);
    showCondition();
    m_english->setFocus();
}

void GateDialog::makeCondition(QFormLayout& form)
{
    m_atLeast = new QLineEdit;
    m_atMost = new QLineEdit;
    m_atLeast->setAccessibleName(tr("At least"));
    m_atMost->setAccessibleName(tr("At most"));
    for (QLineEdit* line : {m_atLeast, m_atMost})
        line->setPlaceholderText(tr("no bound"));
    form.addRow(tr("It is &at least"), m_atLeast);
    form.addRow(tr("It is at &most"), m_atMost);
    m_place = new QComboBox;
    m_place->addItem(tr("inside"), true);
    m_place->addItem(tr("outside"), false);
    m_place->setAccessibleName(tr("Where the sites must be"));
    form.addRow(tr("It must &be"), m_place);
    m_atLeastStage = new QComboBox;
    m_atMostStage = new QComboBox;
    for (QComboBox* box : {m_atLeastStage, m_atMostStage}) {
        box->addItem(tr("no bound"), QString());
        for (const QString& stage : shortlist::stageOrder())
            box->addItem(catalogue::stages().label(stage, m_workspace.language()), stage);
    }
    m_atLeastStage->setAccessibleName(tr("At least the stage"));
    m_atMostStage->setAccessibleName(tr("At most the stage"));
    form.addRow(tr("It is &at least"), m_atLeastStage);
    form.addRow(tr("It is at &most"), m_atMostStage);
    m_oneOf = new TickList;
    m_oneOf->setName(tr("One of these; none ticked: any"));
    form.addRow(tr("It is &one of"), m_oneOf);
}

void GateDialog::setCondition(const Condition& condition)
{
    const QLocale locale = base::localeOf(m_workspace.language());
    if (condition.atLeast)
        m_atLeast->setText(locale.toString(*condition.atLeast, 'g', Digits));
    if (condition.atMost)
        m_atMost->setText(locale.toString(*condition.atMost, 'g', Digits));
    if (condition.atMost && *condition.atMost < 1)
        m_place->setCurrentIndex(m_place->findData(false));
    m_atLeastStage->setCurrentIndex(std::max(0, m_atLeastStage->findData(condition.atLeastWord)));
    m_atMostStage->setCurrentIndex(std::max(0, m_atMostStage->findData(condition.atMostWord)));
    m_oneOf->setTicked(condition.oneOf);
}

void GateDialog::showCondition()
{
    const shortlist::Measure measure = m_measure->measure();
    const Answer answer = answerOf(measure.kind);
    m_form->setRowVisible(m_atLeast, answer == Answer::Number);
    m_form->setRowVisible(m_atMost, answer == Answer::Number);
    m_form->setRowVisible(m_place, answer == Answer::Inside);
    m_form->setRowVisible(m_atLeastStage, answer == Answer::Stage);
    m_form->setRowVisible(m_atMostStage, answer == Answer::Stage);
    const bool words = answer == Answer::Stage || answer == Answer::Word;
    m_form->setRowVisible(m_oneOf, words);
    if (words && (!m_wordsOf || m_wordsOf->kind != measure.kind ||
                  m_wordsOf->layer != measure.layer || m_wordsOf->field != measure.field)) {
        if (m_wordsOf)
            m_oneOf->setTicked({}); // other words
        m_oneOf->setChoices(wordsOf(m_workspace, measure));
        m_wordsOf = measure;
    }
    check();
}

std::optional<double> GateDialog::bound(const QLineEdit& line) const
{
    bool isNumber = false;
    const double number =
        base::localeOf(m_workspace.language()).toDouble(line.text().trimmed(), &isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

Condition GateDialog::condition() const
{
    Condition condition;
    switch (answerOf(m_measure->measure().kind)) {
    case Answer::Number:
        condition.atLeast = bound(*m_atLeast);
        condition.atMost = bound(*m_atMost);
        break;
    case Answer::Inside:
        if (m_place->currentData().toBool())
            condition.atLeast = 1;
        else
            condition.atMost = 0;
        break;
    case Answer::Stage:
        condition.atLeastWord = m_atLeastStage->currentData().toString();
        condition.atMostWord = m_atMostStage->currentData().toString();
        [[fallthrough]];
    case Answer::Word:
        condition.oneOf = m_oneOf->ticked();
        break;
    }
    return condition;
}

QString GateDialog::problem() const
{
    if (m_english->text().trimmed().isEmpty() && m_spanish->text().trimmed().isEmpty())
        return tr("Give the gate a name in one language or in both.");
    if (const QString problem = m_measure->problem(); !problem.isEmpty())
        return problem;
    const Condition asked = condition();
    switch (answerOf(m_measure->measure().kind)) {
    case Answer::Number:
        for (const QLineEdit* line : {m_atLeast, m_atMost})
            if (!line->text().trimmed().isEmpty() && !bound(*line))
                return tr("“%1” is not a number.").arg(line->text().trimmed());
        if (!asked.atLeast && !asked.atMost)
            return tr("Say what it must be at least, at most, or both.");
        if (asked.atLeast && asked.atMost && *asked.atLeast > *asked.atMost)
            return tr("Nothing is at least %1 and at most %2.")
                .arg(m_atLeast->text().trimmed(), m_atMost->text().trimmed());
        break;
    case Answer::Stage: {
        const QStringList& order = shortlist::stageOrder();
        if (asked.atLeastWord.isEmpty() && asked.atMostWord.isEmpty() && asked.oneOf.isEmpty())
            return tr("Say which stage it must have reached at least or at most, or tick stages.");
        if (!asked.atLeastWord.isEmpty() && !asked.atMostWord.isEmpty() &&
            order.indexOf(asked.atLeastWord) > order.indexOf(asked.atMostWord))
            return tr("Nothing is at least %1 and at most %2.")
                .arg(m_atLeastStage->currentText(), m_atMostStage->currentText());
        break;
    }
    case Answer::Word:
        if (asked.oneOf.isEmpty())
            return m_oneOf->isEmpty() ? tr("The layer is not read, so its words cannot be shown.")
                                      : tr("Tick what it may be.");
        break;
    case Answer::Inside:
        break;
    }
    return {};
}

void GateDialog::check()
{
    const QString wanted = problem();
    m_problem->setText(wanted);
    m_ok->setEnabled(wanted.isEmpty());
}

Gate GateDialog::gate() const
{
    Gate gate = m_given;
    gate.name = {m_english->text().trimmed(), m_spanish->text().trimmed()};
    gate.measure = m_measure->measure();
    gate.condition = condition();
    return gate;
}

} // namespace widgets
