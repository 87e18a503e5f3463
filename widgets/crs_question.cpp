// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/crs_question.h"

#include "widgets/crs_dialog.h"
#include "widgets/dialog_buttons.h"
#include "widgets/landing_map.h"
#include "widgets/map_canvas.h"
#include "widgets/message.h"

#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

namespace widgets {

CrsQuestion::CrsQuestion(Jobs& jobs, base::Language language, const CrsAsked& asked, int others,
                         QWidget* parent)
    : QDialog(parent)
    , m_jobs(jobs)
    , m_language(language)
    , m_asked(asked)
    , m_list(new QListWidget)
    , m_map(new LandingMap(asked.boundaries, language))
    , m_others(new QCheckBox)
{
    setWindowTitle(tr("Where does “%1” lie?").arg(asked.fileName));
    resize(fontMetrics().averageCharWidth() * 150, fontMetrics().height() * 34);
    auto* finding = new QLabel(asked.proposal.finding);
    finding->setWordWrap(true);
    auto* label =
        new QLabel(asked.proposal.candidates.empty()
                       ? tr("Choose a coordinate &system; ask whoever made the file where you do "
                            "not know.")
                       : tr("Choose the coordinate &system that puts the data where it belongs; "
                            "ask whoever made the file where you do not know."));
    label->setWordWrap(true);
    label->setBuddy(m_list);
    m_list->setAccessibleName(tr("Coordinate systems"));
    m_list->setToolTip(tr("The likeliest first, with what speaks for it"));
    m_list->setWordWrap(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setAlternatingRowColors(true);
    m_list->setMinimumWidth(fontMetrics().averageCharWidth() * 50);
    auto* legend =
        new QLabel(tr("Thick and red: where the chosen one puts the data. Thin and grey: "
                      "where the others would."));
    legend->setWordWrap(true);
    auto* right = new QWidget;
    auto* rightLayout = new QVBoxLayout(right);
    rightLayout->setContentsMargins(0, 0, 0, 0);
    rightLayout->addWidget(m_map, 1);
    rightLayout->addWidget(legend);
    auto* sides = new QSplitter;
    sides->setChildrenCollapsible(false);
    sides->addWidget(m_list);
    sides->addWidget(right);
    sides->setStretchFactor(0, 5);
    sides->setStretchFactor(1, 6);
    m_others->setText(
        tr("Use it for the other layers that state &none, too (%n)", nullptr, others));
    m_others->setToolTip(tr("Those that were chosen together with this one"));
    m_others->setChecked(true);
    m_others->setVisible(others > 0);
    QDialogButtonBox* buttons = okAndCancel(*this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setText(tr("&Use this one"));
    auto* another = buttons->addButton(tr("&Another one…"), QDialogButtonBox::ActionRole);
    another->setToolTip(tr("Find a coordinate system by its code, name or region"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(finding);
    layout->addWidget(label);
    layout->addWidget(sides, 1);
    layout->addWidget(m_others);
    layout->addWidget(buttons);

    connect(another, &QPushButton::clicked, this, &CrsQuestion::chooseAnother);
    connect(m_list, &QListWidget::currentRowChanged, this, &CrsQuestion::currentChanged);
    connect(m_list, &QListWidget::itemActivated, this, [this] {
        if (m_ok->isEnabled())
            accept();
    });
    m_map->setCandidates(asked.proposal.candidates);
    for (const geo::CrsCandidate& candidate : asked.proposal.candidates)
        add(candidate);
    m_list->setCurrentRow(m_candidates.empty() ? -1 : 0);
    m_list->setFocus();
    currentChanged();
}

void CrsQuestion::add(const geo::CrsCandidate& candidate)
{
    QString name = candidate.crs.name();
    if (!candidate.crs.code().isEmpty())
        name = QStringLiteral("%1 (%2)").arg(name, candidate.crs.code());
    if (m_candidates.empty())
        name = tr("Proposed: %1").arg(name);
    m_candidates.push_back(candidate);
    auto* item = new QListWidgetItem(name + QLatin1Char('\n') + candidate.reason, m_list);
    item->setToolTip(candidate.reason);
}

std::optional<geo::Crs> CrsQuestion::crs() const
{
    const int row = m_list->currentRow();
    return row < 0 ? std::nullopt : std::optional(m_candidates[size_t(row)].crs);
}

bool CrsQuestion::forOthers() const
{
    return m_others->isVisibleTo(this) && m_others->isChecked();
}

void CrsQuestion::currentChanged()
{
    const int row = m_list->currentRow();
    m_map->setCurrent(row);
    // What lies nowhere would be a layer that nobody ever sees.
    const bool somewhere = row >= 0 && (m_candidates[size_t(row)].degrees.has_value() ||
                                        m_asked.evidence.extent.isEmpty());
    m_ok->setEnabled(somewhere);
    m_ok->setToolTip(row < 0     ? tr("Choose a coordinate system first.")
                     : somewhere ? QString()
                                 : tr("In this one the data would lie nowhere on Earth."));
}

void CrsQuestion::chooseAnother()
{
    CrsDialog dialog(m_jobs, tr("Find the coordinate system of “%1”.").arg(m_asked.fileName), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const Outcome<geo::CrsCandidate> chosen =
        attempt([&] { return judged(geo::Crs::fromText(dialog.code())); });
    if (chosen.ok())
        take(*chosen.value);
    else
        showProblem(this, chosen.message, chosen.cause);
}

void CrsQuestion::choose(const geo::Crs& crs)
{
    take(judged(crs));
}

geo::CrsCandidate CrsQuestion::judged(const geo::Crs& crs) const
{
    geo::CrsRegion region;
    region.states = m_asked.boundaries.states;
    return geo::candidateFor(crs, m_asked.evidence, region, m_language);
}

void CrsQuestion::take(const geo::CrsCandidate& candidate)
{
    for (size_t i = 0; i < m_candidates.size(); ++i)
        if (m_candidates[i].crs == candidate.crs) {
            m_list->setCurrentRow(int(i));
            return;
        }
    m_map->addCandidate(candidate);
    add(candidate);
    m_list->setCurrentRow(m_list->count() - 1);
    m_list->setFocus();
}

} // namespace widgets
