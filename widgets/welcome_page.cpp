// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/welcome_page.h"

#include <QAction>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets {

WelcomePage::WelcomePage(QAction* sample, QAction* open, QAction* newFile, QWidget* parent)
    : QWidget(parent)
    , m_words(new QLabel)
    , m_sample(new QPushButton)
    , m_open(new QPushButton)
    , m_new(new QPushButton)
{
    m_words->setWordWrap(true);
    m_words->setMinimumWidth(360);
    auto* column = new QVBoxLayout;
    column->addWidget(m_words);
    column->addSpacing(8);
    for (QPushButton* button : {m_sample, m_open, m_new})
        column->addWidget(button);
    connect(m_sample, &QPushButton::clicked, sample, &QAction::trigger);
    connect(m_open, &QPushButton::clicked, open, &QAction::trigger);
    connect(m_new, &QPushButton::clicked, newFile, &QAction::trigger);
    auto* row = new QHBoxLayout;
    row->addStretch(1);
    row->addLayout(column);
    row->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->addStretch(1);
    layout->addLayout(row);
    layout->addStretch(2);
    retranslate();
}

void WelcomePage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void WelcomePage::retranslate()
{
    m_words->setText(tr("No project is open. The sample shows the whole way from sites on a map to "
                        "a shortlist of two countries; nothing you do in it is lost or final."));
    m_sample->setText(tr("Open the &sample"));
    m_open->setText(tr("Open a &project file…"));
    m_new->setText(tr("Begin a &new project…"));
}

} // namespace widgets
