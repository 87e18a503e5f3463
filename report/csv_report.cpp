// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/csv_report.h"

#include "base/error.h"
#include "catalogue/csv.h"
#include "catalogue/estimate_totals.h"
#include "catalogue/vocabulary.h"
#include "report/text.h"
#include "shortlist/figure.h"

#include <QSaveFile>

namespace report {

namespace {

QString headerOf(const shortlist::Criterion& criterion, const base::Translation& words)
{
    const QString& name = criterion.nameIn(words.language());
    const QString unit = criterion.unit.isEmpty()
                             ? shortlist::unitText(criterion.measure, words)
                             : catalogue::units().label(criterion.unit, words.language());
    return unit.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, unit);
}

catalogue::CsvLine header(const ShortlistContent& content, const base::Translation& words)
{
    const auto word = [&](const char* text) { return words.text("Report", text); };
    const shortlist::Evaluation& evaluation = content.evaluation;
    catalogue::CsvLine row;
    row.text(word(QT_TRANSLATE_NOOP("Report", "Joint rank")));
    row.text(word(QT_TRANSLATE_NOOP("Report", "Project")));
    row.text(word(QT_TRANSLATE_NOOP("Report", "Project number")));
    row.text(word(QT_TRANSLATE_NOOP("Report", "Sites")));
    row.text(word(QT_TRANSLATE_NOOP("Report", "Countries")));
    row.text(word(QT_TRANSLATE_NOOP("Report", "Joint score")));
    row.text(word(QT_TRANSLATE_NOOP("Report", "Joint coverage")));
    for (const shortlist::Party& party : evaluation.parties) {
        const QString& code = party.delegation.code;
        row.text(word(QT_TRANSLATE_NOOP("Report", "Rank %1")).arg(code));
        row.text(word(QT_TRANSLATE_NOOP("Report", "Score %1")).arg(code));
        row.text(word(QT_TRANSLATE_NOOP("Report", "Coverage %1")).arg(code));
    }
    row.text(word(QT_TRANSLATE_NOOP("Report", "Gates")));
    for (const shortlist::Gate& gate : evaluation.gates)
        row.text(gate.nameIn(words.language()));
    for (const shortlist::Criterion& criterion : evaluation.criteria)
        row.text(headerOf(criterion, words));
    row.text(word(QT_TRANSLATE_NOOP("Report", "Decision")));
    row.text(word(QT_TRANSLATE_NOOP("Report", "Reason")));
    row.text(word(QT_TRANSLATE_NOOP("Report", "Decided on")));
    row.text(word(QT_TRANSLATE_NOOP("Report", "Reserves and resources")));
    return row;
}

// "El Boleo, Copper, Inferred: 70 Mt at 1.5 %, 1.05 Mt contained; …"
QString sumsOf(const ShortlistContent& content, const shortlist::Candidate& candidate,
               const base::Translation& words)
{
    QStringList sums;
    for (const shortlist::CandidateSite& member : candidate.members) {
        const auto record = content.sites.find(member.id);
        if (record == content.sites.end())
            continue;
        for (const catalogue::EstimateTotals& totals :
             catalogue::estimateTotals(record->second.estimates, record->second.sources))
            for (const catalogue::TotalLine& line : catalogue::inWords(totals, words))
                sums << QStringLiteral("%1, %2, %3: %4")
                            .arg(member.name,
                                 catalogue::commodities().label(totals.commodity, words.language()),
                                 line.name, line.text);
    }
    return sums.join(QStringLiteral("; "));
}

catalogue::CsvLine projectRow(const ShortlistContent& content, size_t at,
                              const base::Translation& words)
{
    const base::Language language = words.language();
    const shortlist::Evaluation& evaluation = content.evaluation;
    const shortlist::CandidateResult& result = evaluation.candidates[at];
    const shortlist::Candidate& candidate = content.round.candidates[at];
    QStringList sites;
    QStringList countries;
    for (const shortlist::CandidateSite& member : candidate.members) {
        sites << member.name;
        if (!member.country.isEmpty() && !countries.contains(member.country))
            countries << member.country;
    }
    catalogue::CsvLine row;
    row.number(result.jointRank);
    row.text(candidate.project.nameIn(language));
    row.integer(candidate.project.id);
    row.text(sites.join(QStringLiteral("; ")));
    row.text(countries.join(QStringLiteral("; ")));
    row.number(result.jointScore);
    row.number(std::optional(result.jointCoverage));
    for (const shortlist::PartyResult& party : result.parties) {
        row.number(party.rank);
        row.number(party.score);
        row.number(std::optional(party.coverage));
    }
    row.text(outcomeText(result.outcome, words));
    for (const shortlist::GateResult& gate : result.gates)
        row.text(outcomeText(gate.outcome, words));
    for (size_t i = 0; i < evaluation.criteria.size(); ++i) {
        const shortlist::CriterionResult& criterion = result.criteria[i];
        if (criterion.measured.number)
            row.number(criterion.measured.number);
        else if (evaluation.criteria[i].measure.kind == shortlist::MeasureKind::Mark ||
                 criterion.measured.known())
            row.text(criterion.text);
        else
            row.raw({}); // missing stays missing
    }
    if (candidate.decision) {
        row.text(catalogue::decisionKinds().label(candidate.decision->kind, language));
        row.text(candidate.decision->reasonIn(language));
        row.text(candidate.decision->decidedOn);
    } else {
        for (int i = 0; i < 3; ++i)
            row.raw({});
    }
    row.text(sumsOf(content, candidate, words));
    return row;
}

} // namespace

QByteArray csvOf(const ShortlistContent& content, const base::Translation& words,
                 bool byteOrderMark)
{
    QByteArray csv = byteOrderMark ? QByteArray("\xEF\xBB\xBF") : QByteArray();
    csv += header(content, words).bytes();
    for (const size_t at : content.evaluation.order)
        csv += projectRow(content, at, words).bytes();
    return csv;
}

void writeCsv(const ShortlistContent& content, const base::Translation& words, const QString& path,
              bool byteOrderMark)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(csvOf(content, words, byteOrderMark)) < 0 ||
        !file.commit())
        throw base::Error(Text::tr("“%1” could not be written. Is its folder there, is it open in "
                                   "another program, and is there room?")
                              .arg(path),
                          file.errorString());
}

} // namespace report
