// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/boundaries.h"
#include "widgets/job.h"

#include <QDialog>

class QCheckBox;
class QListWidget;
class QPushButton;

namespace widgets {

class LandingMap;

// What a question about a CRS is asked with; made on another thread, for it takes a moment.
struct CrsAsked
{
    QString fileName; // without folder
    geo::CrsEvidence evidence;
    geo::CrsProposal proposal;
    catalogue::Boundaries boundaries;
};

// Asks for the CRS of a file that states none, or one that its coordinates contradict: candidates
// with their reasons, and a map of where the data would lie in each. The first one is chosen, and
// nothing is taken before the person accepts.
class CrsQuestion : public QDialog
{
    Q_OBJECT

public:
    // `others`: how many more layers the answer may serve; where there are, a box asks.
    CrsQuestion(Jobs& jobs, base::Language language, const CrsAsked& asked, int others,
                QWidget* parent);

    std::optional<geo::Crs> crs() const;
    bool forOthers() const;
    // The one to begin with, instead of the first.
    void choose(const geo::Crs& crs);

    QListWidget* list() const { return m_list; }
    LandingMap* map() const { return m_map; }

private:
    void add(const geo::CrsCandidate& candidate);
    void chooseAnother();
    geo::CrsCandidate judged(const geo::Crs& crs) const;
    void take(const geo::CrsCandidate& candidate);
    void currentChanged();

    Jobs& m_jobs;
    base::Language m_language;
    CrsAsked m_asked;
    std::vector<geo::CrsCandidate> m_candidates; // as in the list
    QListWidget* m_list;
    LandingMap* m_map;
    QCheckBox* m_others;
    QPushButton* m_ok;
};

} // namespace widgets
