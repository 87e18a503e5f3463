// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report_panel.h"

#include "catalogue/vocabulary.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <map>

namespace widgets {

ReportPanel::ReportPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_content(new QLabel)
    , m_languageLabel(new QLabel)
    , m_language(new QComboBox)
    , m_pdf(new QPushButton)
    , m_csv(new QPushButton)
    , m_about(new QLabel)
{
    m_language->addItem(QStringLiteral("English"));
    m_language->addItem(QStringLiteral("Español"));
    m_languageLabel->setBuddy(m_language);
    for (QLabel* label : {m_content, m_about}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    }
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_content);
    layout->addSpacing(6);
    layout->addWidget(m_languageLabel);
    layout->addWidget(m_language);
    layout->addSpacing(6);
    layout->addWidget(m_pdf);
    layout->addWidget(m_csv);
    layout->addSpacing(6);
    layout->addWidget(m_about);
    layout->addStretch(1);
    connect(m_pdf, &QPushButton::clicked, this,
            [this] { Q_EMIT exportRequested(ReportFormat::Pdf, language()); });
    connect(m_csv, &QPushButton::clicked, this,
            [this] { Q_EMIT exportRequested(ReportFormat::Csv, language()); });
    for (const auto signal : {&Workspace::projectChanged, &Workspace::stateChanged})
        connect(&workspace, signal, this, &ReportPanel::refresh);
    connect(&workspace, &Workspace::languageChanged, this, [this] {
        m_language->setCurrentIndex(m_workspace.language() == base::Language::Spanish ? 1 : 0);
    });
    retranslate();
}

base::Language ReportPanel::language() const
{
    return m_language->currentIndex() == 1 ? base::Language::Spanish : base::Language::English;
}

void ReportPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void ReportPanel::retranslate()
{
    m_languageLabel->setText(tr("&Language of the report"));
    m_language->setAccessibleName(tr("Language of the report"));
    m_pdf->setText(tr("Export as &PDF…"));
    m_pdf->setToolTip(tr("Map, ranking, one section per shortlisted project, and the sources"));
    m_csv->setText(tr("Export as &CSV…"));
    m_csv->setToolTip(tr("One row per project for a spreadsheet"));
    m_about->setText(tr("The shortlist is written as it stands now. The same project gives the "
                        "same file, byte for byte."));
    refresh();
}

void ReportPanel::refresh()
{
    const bool open = m_workspace.isOpen();
    m_pdf->setEnabled(open);
    m_csv->setEnabled(open);
    if (!open) {
        m_content->clear();
        return;
    }
    std::map<QString, qint64> decided;
    qint64 undecided = 0;
    for (const shortlist::Candidate& candidate : m_workspace.state().round.candidates) {
        if (candidate.decision)
            ++decided[candidate.decision->kind];
        else
            ++undecided;
    }
    const QLocale locale = base::localeOf(m_workspace.language());
    QStringList lines;
    for (const catalogue::Term& term : catalogue::decisionKinds().terms())
        lines << QStringLiteral("%1: %2").arg(term.label.in(m_workspace.language()),
                                              locale.toString(decided[term.key]));
    lines << tr("not decided yet: %1").arg(locale.toString(undecided));
    m_content->setText(lines.join(QLatin1Char('\n')));
}

} // namespace widgets
