// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/waiver_dialog.h"

#include "widgets/dialog_buttons.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets {

WaiverDialog::WaiverDialog(const QString& finding, QWidget* parent)
    : QDialog(parent)
    , m_reason(new QLineEdit)
{
    setWindowTitle(tr("Let the finding stand"));
    auto* said = new QLabel(finding);
    said->setTextFormat(Qt::PlainText);
    said->setWordWrap(true);
    auto* label = new QLabel(tr("&Why may it stand?"));
    label->setBuddy(m_reason);
    m_reason->setAccessibleName(tr("Why may it stand?"));
    m_reason->setPlaceholderText(tr("For example: checked against the report of 2024, page 12"));
    auto* about = new QLabel(tr("It is no longer counted. The reason is kept in the project, with "
                                "your name, and can be taken back."));
    about->setWordWrap(true);
    QDialogButtonBox* buttons = okAndCancel(*this);
    QPushButton* ok = buttons->button(QDialogButtonBox::Ok);
    ok->setText(tr("&Let stand"));
    ok->setEnabled(false);
    connect(m_reason, &QLineEdit::textChanged, ok,
            [this, ok] { ok->setEnabled(!reason().isEmpty()); });
    auto* layout = new QVBoxLayout(this);
    for (QWidget* each : std::initializer_list<QWidget*>{said, label, m_reason, about})
        layout->addWidget(each);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(fontMetrics().averageCharWidth() * 70);
    m_reason->setFocus();
}

QString WaiverDialog::reason() const
{
    return m_reason->text().trimmed();
}

} // namespace widgets
