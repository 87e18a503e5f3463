// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/criterion_dialog.h"

#include "catalogue/vocabulary.h"
#include "shortlist/figure.h"
#include "widgets/value_editor.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets {

using shortlist::Criterion;

CriterionDialog::CriterionDialog(const Workspace& workspace,
                                 const std::optional<Criterion>& criterion, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_given(criterion.value_or(Criterion()))
    , m_english(new QLineEdit(m_given.name.en))
    , m_spanish(new QLineEdit(m_given.name.es))
    , m_unit(new QComboBox)
    , m_values(new ValueEditor(workspace))
    , m_problem(new QLabel)
{
    setWindowTitle(criterion ? tr("Change the criterion") : tr("New criterion"));
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_english->setAccessibleName(tr("Name in English"));
    m_spanish->setAccessibleName(tr("Name in Spanish"));
    form->addRow(tr("Name in &English"), m_english);
    form->addRow(tr("Name in &Spanish"), m_spanish);
    m_measure = new MeasureFields(workspace, shortlist::allMeasureKinds(), *form, this);
    m_unit->setEditable(true);
    m_unit->addItem(QString());
    for (const catalogue::Term& term : catalogue::units().terms())
        m_unit->addItem(term.label.in(workspace.language()));
    m_unit->setEditText(catalogue::units().label(m_given.unit, workspace.language()));
    m_unit->setAccessibleName(tr("Unit shown"));
    m_unit->setToolTip(tr("In the headers of tables and reports; empty: the measure’s own"));
    form->addRow(tr("Unit s&hown"), m_unit);

    auto* halves = new QHBoxLayout;
    auto* left = new QVBoxLayout;
    left->addLayout(form);
    left->addStretch(1);
    halves->addLayout(left, 1);
    halves->addSpacing(12);
    halves->addWidget(m_values, 1);
    m_problem->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(halves, 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);

    if (criterion)
        m_measure->setMeasure(m_given.measure);
    m_values->setMeasure(m_measure->measure());
    if (criterion)
        m_values->setFunction(m_given.valueFunction, m_given.direction);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_measure, &MeasureFields::changed, this, &CriterionDialog::measureChanged);
    connect(m_values, &ValueEditor::changed, this, &CriterionDialog::check);
    for (QLineEdit* line : {m_english, m_spanish})
        connect(line, &QLineEdit::textChanged, this, &CriterionDialog::check);
    measureChanged();
    m_english->setFocus();
}

void CriterionDialog::measureChanged()
{
    const shortlist::Measure measure = m_measure->measure();
    m_values->setMeasure(measure);
    m_unit->lineEdit()->setPlaceholderText(shortlist::unitText(measure, m_workspace.words()));
    check();
}

QString CriterionDialog::unit() const
{
    const QString text = m_unit->currentText().trimmed();
    const QString key = catalogue::units().keyFor(text);
    return key.isEmpty() ? text : key;
}

void CriterionDialog::check()
{
    QString wanted;
    if (m_english->text().trimmed().isEmpty() && m_spanish->text().trimmed().isEmpty())
        wanted = tr("Give the criterion a name in one language or in both.");
    if (wanted.isEmpty())
        wanted = m_measure->problem();
    if (wanted.isEmpty())
        wanted = m_values->problem();
    m_problem->setText(wanted);
    m_ok->setEnabled(wanted.isEmpty());
}

Criterion CriterionDialog::criterion() const
{
    Criterion criterion = m_given;
    criterion.name = {m_english->text().trimmed(), m_spanish->text().trimmed()};
    criterion.measure = m_measure->measure();
    criterion.unit = unit();
    criterion.direction = m_values->direction();
    criterion.valueFunction = m_values->function();
    return criterion;
}

} // namespace widgets
