// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdf_report.h"

#include "base/error.h"
#include "catalogue/estimate_totals.h"
#include "catalogue/vocabulary.h"
#include "geo/legend.h"
#include "geo/map_renderer.h"
#include "geo/measure.h"
#include "report/page_writer.h"
#include "report/pdf_file.h"
#include "report/text.h"
#include "shortlist/figure.h"

#include <QBuffer>
#include <QPdfWriter>
#include <QSaveFile>
#include <numeric>

namespace report {

namespace {

constexpr double UnitsPerPixel = 10; // of 1/96 inch
constexpr double MapHeight = 470;
constexpr double CaptionHeight = 40;
constexpr double MapDotsPerInch = 300;

using Cell = PageWriter::Cell;
using Column = PageWriter::Column;
using Rows = std::vector<std::vector<Cell>>;
using Style = PageWriter::Style;

class Document
{
public:
    Document(const ShortlistContent& content, const base::Translation& words,
             base::Progress& progress)
        : m_content(content)
        , m_words(words)
        , m_language(words.language())
        , m_locale(base::localeOf(words.language()))
        , m_progress(progress)
    {
    }

    // The whole document; returns its number of pages. `draft` leaves the map out.
    int write(QIODevice& device, int pages, bool draft)
    {
        m_sources.clear();
        QPdfWriter pdf(&device);
        pdf.setPageSize(QPageSize(QPageSize::A4));
        pdf.setPageMargins(QMarginsF(0, 0, 0, 0));
        pdf.setResolution(int(96 * UnitsPerPixel));
        pdf.setTitle(m_content.title);
        pdf.setCreator(QStringLiteral("Veta"));
        PageWriter page(pdf, UnitsPerPixel,
                        {m_content.title, m_content.handling,
                         word(QT_TRANSLATE_NOOP("Report", "Page %1 of %2")), pages});
        front(page, draft);
        ranking(page);
        sections(page);
        sources(page);
        return page.page();
    }

private:
    QString word(const char* text) const { return m_words.text("Report", text); }

    QString date(QDate day) const
    {
        return m_locale.toString(day, m_language == base::Language::Spanish
                                          ? QStringLiteral("d 'de' MMMM 'de' yyyy")
                                          : QStringLiteral("MMMM d, yyyy"));
    }

    // A day as a source gives it in ISO 8601; a year or a month alone stays as it is.
    QString date(const QString& given) const
    {
        const QDate day = QDate::fromString(given, Qt::ISODate);
        return day.isValid() && given.size() == 10 ? date(day) : given;
    }

    // The number of a source in the list at the end, in brackets, with the place in it.
    QString note(const catalogue::SiteRecord& record, const catalogue::Citation& cite)
    {
        const catalogue::Source* source = record.source(cite);
        if (source == nullptr)
            return cite.reference;
        size_t number = 0;
        while (number < m_sources.size() && m_sources[number].id != source->id)
            ++number;
        if (number == m_sources.size())
            m_sources.push_back(*source);
        QString text = QStringLiteral("[%1]").arg(number + 1);
        if (!cite.reference.isEmpty())
            text += QLatin1Char(' ') + cite.reference;
        return text;
    }

    void front(PageWriter& page, bool draft)
    {
        page.text(m_content.title, Style::Title);
        QStringList names;
        for (const catalogue::Delegation& delegation : m_content.delegations)
            names << (delegation.name.in(m_language).isEmpty()
                          ? delegation.code
                          : QStringLiteral("%1 (%2)").arg(delegation.name.in(m_language),
                                                          delegation.code));
        page.text(word(QT_TRANSLATE_NOOP("Report", "Shortlist of projects, %1"))
                      .arg(date(m_content.date.toUTC().date())),
                  Style::Subheading);
        if (!names.isEmpty())
            page.text(word(QT_TRANSLATE_NOOP("Report", "Delegations: %1"))
                          .arg(names.join(QStringLiteral(", "))),
                      Style::Body);
        if (std::any_of(m_content.map.layers.begin(), m_content.map.layers.end(),
                        [](const catalogue::LoadedLayer& layer) {
                            return layer.layer.schematic && layer.layer.visible;
                        }))
            page.text(word(QT_TRANSLATE_NOOP("Report", "The map holds schematic layers, drawn for "
                                                       "orientation; they are no survey maps.")),
                      Style::Small);
        page.gap(8);
        const geo::Legend legend = geo::legendOf(snapshot(QSizeF(page.width(), MapHeight)));
        // A legend that is too long for this page has one of its own, and the map all of this one.
        const double below = page.roomLeft() - MapHeight - CaptionHeight;
        const bool together = geo::legendFits({page.width(), below}, legend, m_language);
        page.picture(together ? MapHeight : page.roomLeft() - CaptionHeight,
                     [&](QPainter& painter, QSizeF size) {
                         if (!draft)
                             map(painter, size);
                     });
        page.gap(6);
        page.text(word(QT_TRANSLATE_NOOP("Report", "Map: %1. Arrows join the sites of a project in "
                                                   "order of role."))
                      .arg(m_content.map.crs.name()),
                  Style::Small);
        page.gap(4);
        if (!together) {
            page.newPage();
            page.text(word(QT_TRANSLATE_NOOP("Report", "Legend of the map")), Style::Heading);
        }
        page.picture(page.roomLeft(), [&](QPainter& painter, QSizeF size) {
            geo::drawLegend(painter, QRectF(QPointF(), size), legend, m_language, size.width());
        });
    }

    // The map of the candidates' sites, for a picture of a size.
    geo::MapSnapshot snapshot(QSizeF size) const
    {
        geo::MapView view(m_content.map.crs, size);
        std::vector<size_t> rows;
        for (const auto& [id, record] : m_content.sites)
            if (const auto row = m_content.map.sites->rowOf(id))
                rows.push_back(*row);
        view.fitLonLat(homeExtent(*m_content.map.sites, rows));
        geo::MapSnapshot snapshot = mapSnapshot(m_content.map, view, m_language);
        // The members of candidates, each by itself, whatever the window shows of all sites.
        snapshot.sites =
            mapSites(*m_content.map.sites, rows, m_content.map.siteDisplay, m_content.map.scores);
        snapshot.siteDrawing.clustered = false;
        snapshot.decorations.siteLabels = true;
        snapshot.devicePixelRatio = MapDotsPerInch / 96;
        snapshot.decorations.graticule = true;
        return snapshot;
    }

    void map(QPainter& painter, QSizeF size)
    {
        geo::PreparedCache cache;
        painter.setClipRect(QRectF(QPointF(), size));
        painter.setRenderHint(QPainter::LosslessImageRendering);
        geo::renderMap(snapshot(size), cache, painter, m_progress);
        painter.setClipping(false);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Qt::black, 0.75));
        painter.drawRect(QRectF(QPointF(), size));
    }

    QString rankText(const std::optional<int>& rank) const
    {
        return rank ? m_locale.toString(*rank) : QString(QChar(0x2013));
    }

    QString percent(double share) const
    {
        return m_locale.toString(share * 100, 'f', 0) + QStringLiteral(" %");
    }

    void ranking(PageWriter& page)
    {
        const shortlist::Evaluation& evaluation = m_content.evaluation;
        page.newPage();
        page.text(word(QT_TRANSLATE_NOOP("Report", "Ranking")), Style::Heading);
        page.text(shortlist::jointRankingNote(m_words), Style::Small);
        if (m_content.round.candidates.empty()) {
            page.text(word(QT_TRANSLATE_NOOP("Report", "There is no candidate project yet.")),
                      Style::Body);
            return;
        }
        std::vector<Column> columns{{word(QT_TRANSLATE_NOOP("Report", "Joint rank")), 0.8, true},
                                    {word(QT_TRANSLATE_NOOP("Report", "Project")), 4, false},
                                    {word(QT_TRANSLATE_NOOP("Report", "Joint score")), 0.9, true},
                                    {word(QT_TRANSLATE_NOOP("Report", "Known")), 0.9, true}};
        for (const shortlist::Party& party : evaluation.parties) {
            columns.push_back(
                {word(QT_TRANSLATE_NOOP("Report", "Rank %1")).arg(party.delegation.code), 0.75,
                 true});
            columns.push_back(
                {word(QT_TRANSLATE_NOOP("Report", "Score %1")).arg(party.delegation.code), 0.9,
                 true});
        }
        columns.push_back({word(QT_TRANSLATE_NOOP("Report", "Gates")), 1.3, false});
        columns.push_back({word(QT_TRANSLATE_NOOP("Report", "Decision")), 1.5, false});
        Rows rows;
        for (const size_t at : evaluation.order) {
            const shortlist::CandidateResult& result = evaluation.candidates[at];
            const shortlist::Candidate& candidate = m_content.round.candidates[at];
            const bool bold = isShortlisted(candidate);
            std::vector<Cell> row{{rankText(result.jointRank), bold},
                                  {candidate.project.nameIn(m_language), bold},
                                  {shortlist::scoreText(result.jointScore, m_words), bold},
                                  {percent(result.jointCoverage), false}};
            for (const shortlist::PartyResult& party : result.parties) {
                row.push_back({rankText(party.rank), false});
                row.push_back({shortlist::scoreText(party.score, m_words), false});
            }
            row.push_back({outcomeText(result.outcome, m_words), false});
            row.push_back({candidate.decision ? catalogue::decisionKinds().label(
                                                    candidate.decision->kind, m_language)
                                              : QString(QChar(0x2013)),
                           bold});
            rows.push_back(std::move(row));
        }
        page.table(columns, rows);
        page.text(word(QT_TRANSLATE_NOOP("Report", "Weights")), Style::Subheading);
        weights(page);
    }

    void weights(PageWriter& page)
    {
        const shortlist::Evaluation& evaluation = m_content.evaluation;
        std::vector<Column> columns{{word(QT_TRANSLATE_NOOP("Report", "Criterion")), 4, false}};
        std::vector<double> sums;
        for (const shortlist::Party& party : evaluation.parties) {
            columns.push_back({party.delegation.code, 1, true});
            double sum = 0;
            for (const shortlist::Criterion& criterion : evaluation.criteria)
                if (const auto weight = party.weights.find(criterion.id);
                    weight != party.weights.end())
                    sum += weight->second;
            sums.push_back(sum);
        }
        Rows rows;
        for (const shortlist::Criterion& criterion : evaluation.criteria) {
            std::vector<Cell> row{{criterion.nameIn(m_language), false}};
            for (size_t i = 0; i < evaluation.parties.size(); ++i) {
                const auto& given = evaluation.parties[i].weights;
                const auto weight = given.find(criterion.id);
                row.push_back({weight == given.end() ? QString(QChar(0x2013))
                                                     : percent(weight->second / sums[i]),
                               false});
            }
            rows.push_back(std::move(row));
        }
        page.table(columns, rows);
    }

    static bool isShortlisted(const shortlist::Candidate& candidate)
    {
        return candidate.decision && candidate.decision->kind == QLatin1String("shortlisted");
    }

    void sections(PageWriter& page)
    {
        page.keep(220);
        page.text(word(QT_TRANSLATE_NOOP("Report", "Shortlisted projects")), Style::Heading);
        bool any = false;
        for (const size_t at : m_content.evaluation.order)
            if (isShortlisted(m_content.round.candidates[at])) {
                any = true;
                m_progress.check();
                section(page, at);
            }
        if (!any)
            page.text(word(QT_TRANSLATE_NOOP("Report", "No project has been shortlisted yet.")),
                      Style::Body);
    }

    void section(PageWriter& page, size_t at)
    {
        const shortlist::Candidate& candidate = m_content.round.candidates[at];
        const shortlist::CandidateResult& result = m_content.evaluation.candidates[at];
        page.keep(160);
        page.text(candidate.project.nameIn(m_language), Style::Subheading);
        page.text(candidate.project.summaryIn(m_language), Style::Body);
        if (candidate.decision)
            page.text(
                word(QT_TRANSLATE_NOOP("Report", "Decision: %1 (%2). %3"))
                    .arg(catalogue::decisionKinds().label(candidate.decision->kind, m_language),
                         date(candidate.decision->decidedOn),
                         candidate.decision->reasonIn(m_language)),
                Style::Body);
        page.gap(4);
        members(page, candidate);
        figures(page, candidate);
        gates(page, result);
        criteria(page, result);
    }

    void members(PageWriter& page, const shortlist::Candidate& candidate)
    {
        Rows rows;
        std::optional<QPointF> last;
        for (const shortlist::CandidateSite& member : candidate.members) {
            const auto record = m_content.sites.find(member.id);
            QString leg;
            if (last && member.lonLat)
                leg = word(QT_TRANSLATE_NOOP("Report", "%1 km"))
                          .arg(m_locale.toString(geo::geodesicMetres(*last, *member.lonLat) / 1000,
                                                 'f', 0));
            last = member.lonLat;
            rows.push_back({{catalogue::memberRoles().label(member.role, m_language)},
                            {member.name, true},
                            {catalogue::siteKinds().label(member.kind, m_language)},
                            {catalogue::stages().label(member.stage, m_language)},
                            {catalogue::countries().label(member.country, m_language)},
                            {leg},
                            {record == m_content.sites.end()
                                 ? QString()
                                 : note(record->second, record->second.site.cite)}});
        }
        page.table({{word(QT_TRANSLATE_NOOP("Report", "Role")), 1.3, false},
                    {word(QT_TRANSLATE_NOOP("Report", "Site")), 2, false},
                    {word(QT_TRANSLATE_NOOP("Report", "Kind")), 1.4, false},
                    {word(QT_TRANSLATE_NOOP("Report", "Stage")), 1.3, false},
                    {word(QT_TRANSLATE_NOOP("Report", "Country")), 1.2, false},
                    {word(QT_TRANSLATE_NOOP("Report", "From the one before")), 0.9, true},
                    {word(QT_TRANSLATE_NOOP("Report", "Source")), 2, false}},
                   rows);
    }

    void figures(PageWriter& page, const shortlist::Candidate& candidate)
    {
        Rows rows;
        for (const shortlist::CandidateSite& member : candidate.members) {
            const auto record = m_content.sites.find(member.id);
            if (record == m_content.sites.end())
                continue;
            for (const catalogue::Estimate& estimate : record->second.estimates)
                rows.push_back(
                    {{member.name},
                     {catalogue::commodities().label(estimate.commodity, m_language)},
                     {catalogue::estimateCategories().label(estimate.category, m_language)},
                     {estimate.tonnes ? m_locale.toString(*estimate.tonnes / 1e6, 'g', 4)
                                      : QString(QChar(0x2013))},
                     {estimate.grade
                          ? m_locale.toString(*estimate.grade, 'g', 4) + QChar::Nbsp +
                                catalogue::gradeUnits().label(estimate.gradeUnit, m_language)
                          : QString(QChar(0x2013))},
                     {date(estimate.effectiveDate)},
                     {note(record->second, estimate.cite)}});
        }
        if (rows.empty()) {
            page.text(word(QT_TRANSLATE_NOOP("Report", "No resource or reserve figure of its sites "
                                                       "is known.")),
                      Style::Small);
            return;
        }
        page.table({{word(QT_TRANSLATE_NOOP("Report", "Site")), 1.8, false},
                    {word(QT_TRANSLATE_NOOP("Report", "Commodity")), 1.2, false},
                    {word(QT_TRANSLATE_NOOP("Report", "Category")), 1.5, false},
                    {word(QT_TRANSLATE_NOOP("Report", "Ore, Mt")), 0.9, true},
                    {word(QT_TRANSLATE_NOOP("Report", "Grade")), 1, true},
                    {word(QT_TRANSLATE_NOOP("Report", "Date")), 0.9, false},
                    {word(QT_TRANSLATE_NOOP("Report", "Source")), 2.4, false}},
                   rows);
        sums(page, candidate);
    }

    // What estimates of a site come to, where there are several.
    void sums(PageWriter& page, const shortlist::Candidate& candidate)
    {
        Rows rows;
        for (const shortlist::CandidateSite& member : candidate.members) {
            const auto record = m_content.sites.find(member.id);
            if (record == m_content.sites.end())
                continue;
            for (const catalogue::EstimateTotals& totals :
                 catalogue::estimateTotals(record->second.estimates, record->second.sources)) {
                if (totals.counted.size() < 2 && totals.replaced.empty())
                    continue;
                for (const catalogue::TotalLine& line : catalogue::inWords(totals, m_words))
                    rows.push_back({{member.name},
                                    {catalogue::commodities().label(totals.commodity, m_language)},
                                    {line.name},
                                    {line.text},
                                    {date(totals.date)}});
            }
        }
        if (rows.empty())
            return;
        page.gap(4);
        page.table({{word(QT_TRANSLATE_NOOP("Report", "Site")), 1.8, false},
                    {word(QT_TRANSLATE_NOOP("Report", "Commodity")), 1.2, false},
                    {word(QT_TRANSLATE_NOOP("Report", "Sum of")), 1.8, false},
                    {word(QT_TRANSLATE_NOOP("Report", "Ore, grade and metal")), 4, false},
                    {word(QT_TRANSLATE_NOOP("Report", "Date")), 0.9, false}},
                   rows);
    }

    void gates(PageWriter& page, const shortlist::CandidateResult& result)
    {
        if (result.gates.empty())
            return;
        Rows rows;
        for (size_t i = 0; i < result.gates.size(); ++i)
            rows.push_back({{m_content.evaluation.gates[i].nameIn(m_language)},
                            {outcomeText(result.gates[i].outcome, m_words), true},
                            {result.gates[i].reason}});
        page.table({{word(QT_TRANSLATE_NOOP("Report", "Gate")), 3, false},
                    {word(QT_TRANSLATE_NOOP("Report", "Outcome")), 1, false},
                    {word(QT_TRANSLATE_NOOP("Report", "Reason")), 4, false}},
                   rows);
    }

    void criteria(PageWriter& page, const shortlist::CandidateResult& result)
    {
        const shortlist::Evaluation& evaluation = m_content.evaluation;
        std::vector<Column> columns{{word(QT_TRANSLATE_NOOP("Report", "Criterion")), 2.6, false},
                                    {word(QT_TRANSLATE_NOOP("Report", "Figure")), 1.3, false},
                                    {word(QT_TRANSLATE_NOOP("Report", "From")), 2.6, false}};
        for (const shortlist::Party& party : evaluation.parties)
            columns.push_back(
                {word(QT_TRANSLATE_NOOP("Report", "Share of score %1")).arg(party.delegation.code),
                 1, true});
        Rows rows;
        for (size_t i = 0; i < evaluation.criteria.size(); ++i) {
            const shortlist::CriterionResult& criterion = result.criteria[i];
            QString from =
                criterion.measured.known() ? criterion.measured.from : criterion.measured.missing;
            if (criterion.measured.accuracyMetres && *criterion.measured.accuracyMetres > 0)
                from += word(QT_TRANSLATE_NOOP("Report", " (map position ±%1 m)"))
                            .arg(m_locale.toString(*criterion.measured.accuracyMetres));
            std::vector<Cell> row{
                {evaluation.criteria[i].nameIn(m_language)}, {criterion.text}, {from}};
            for (const shortlist::PartyResult& party : result.parties)
                row.push_back({shortlist::scoreText(party.contributions[i], m_words)});
            rows.push_back(std::move(row));
        }
        std::vector<Cell> sum{{word(QT_TRANSLATE_NOOP("Report", "Score")), true}, {}, {}};
        for (const shortlist::PartyResult& party : result.parties)
            sum.push_back({shortlist::scoreText(party.score, m_words), true});
        rows.push_back(std::move(sum));
        page.table(columns, rows);
    }

    void sources(PageWriter& page)
    {
        page.text(word(QT_TRANSLATE_NOOP("Report", "Sources")), Style::Heading);
        if (m_sources.empty()) {
            page.text(word(QT_TRANSLATE_NOOP("Report", "No source is cited.")), Style::Body);
            return;
        }
        Rows rows;
        for (size_t i = 0; i < m_sources.size(); ++i) {
            const catalogue::Source& source = m_sources[i];
            QStringList parts{source.title};
            for (const QString& part :
                 {source.publisher, source.published, source.licence, source.url, source.fileName})
                if (!part.isEmpty())
                    parts << part;
            if (!source.accessed.isEmpty())
                parts << word(QT_TRANSLATE_NOOP("Report", "read on %1")).arg(date(source.accessed));
            rows.push_back(
                {{QStringLiteral("[%1]").arg(i + 1)}, {parts.join(QStringLiteral(". "))}});
        }
        page.table({{word(QT_TRANSLATE_NOOP("Report", "No.")), 0.6, false},
                    {word(QT_TRANSLATE_NOOP("Report", "Source")), 8, false}},
                   rows);
    }

    const ShortlistContent& m_content;
    const base::Translation& m_words;
    base::Language m_language;
    QLocale m_locale;
    base::Progress& m_progress;
    std::vector<catalogue::Source> m_sources; // in order of citation
};

// The byte offsets of a PDF's cross-reference table (ISO 32000-1, 7.5.4) after `by` bytes were put
// in before `place`.
void moveOffsets(QByteArray& pdf, qsizetype place, qsizetype by)
{
    const qsizetype last = pdf.lastIndexOf("startxref\n") + qsizetype(qstrlen("startxref\n"));
    const qsizetype end = pdf.indexOf('\n', last);
    const qsizetype table = pdf.mid(last, end - last).toLongLong() + by;
    pdf.replace(last, end - last, QByteArray::number(table));
    qsizetype line = pdf.indexOf('\n', pdf.indexOf('\n', table) + 1) + 1;
    constexpr qsizetype Line = 20;
    for (; pdf.mid(line, Line).endsWith("n \n") || pdf.mid(line, Line).endsWith("f \n");
         line += Line)
        if (const qsizetype offset = pdf.mid(line, 10).toLongLong(); offset > place)
            pdf.replace(line, 10, QByteArray::number(offset + by).rightJustified(10, '0'));
}

// Qt writes the present time, in words whose length depends on the time zone; the document says
// when its content was last changed instead.
void setCreationDate(QByteArray& pdf, const QDateTime& date)
{
    const QByteArray sign("/CreationDate (D:");
    const qsizetype start = pdf.indexOf(sign);
    if (start < 0)
        return;
    const qsizetype from = start + sign.size();
    const qsizetype length = pdf.indexOf(')', from) - from;
    const QByteArray stamp =
        date.toUTC().toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1() + 'Z';
    pdf.replace(from, length, stamp);
    moveOffsets(pdf, from, stamp.size() - length);
}

} // namespace

int pdfPageCount(const ShortlistContent& content, const base::Translation& words,
                 base::Progress& progress)
{
    QBuffer draft;
    draft.open(QIODevice::WriteOnly);
    return Document(content, words, progress).write(draft, 0, true);
}

void writePdf(const ShortlistContent& content, const base::Translation& words, const QString& path,
              base::Progress& progress)
{
    progress.begin(words.text("Report", QT_TRANSLATE_NOOP("Report", "Writing the report")));
    const int pages = pdfPageCount(content, words, progress);
    QByteArray bytes;
    {
        const FixedHashSeed fixed;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        Document(content, words, progress).write(buffer, pages, false);
    }
    setCreationDate(bytes, content.date);
    progress.check();
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        throw base::Error(Text::tr("“%1” could not be written. Is its folder there, is it open in "
                                   "another program, and is there room?")
                              .arg(path),
                          file.errorString());
}

} // namespace report
