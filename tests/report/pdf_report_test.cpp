// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The PDF of the sample's shortlist in both languages, as poppler's tools see it.

#include "report/pdf_report.h"

#include "base/error.h"
#include "catalogue/settings.h"
#include "catalogue/vocabulary.h"
#include "geo/legend.h"
#include "shortlist/figure.h"
#include "tests/report/sample_shortlist.h"
#include "tests/support/process.h"

#include <QImage>

using namespace support;
using base::Language;

Q_DECLARE_METATYPE(base::Language)

namespace {

const QString Handling = QStringLiteral("CUI // RESERVADA: for the delegations only");

// One document, read.
struct Document
{
    report::ShortlistContent content;
    QString path;
    QStringList pages; // as they look, ligatures taken apart
    QString flat;      // all of it with single spaces

    // All text from one heading to another one.
    QString between(const QString& from, const QString& to) const
    {
        const qsizetype start = flat.indexOf(from);
        const qsizetype end = flat.indexOf(to, start + from.size());
        return start < 0 || end < 0 ? QString() : flat.mid(start, end - start);
    }
};

QString single(const QString& text)
{
    return text.normalized(QString::NormalizationForm_KC).simplified();
}

QStringList pagesOf(const QString& path, const char* how)
{
    const Ended text = runProgram(QStringLiteral("pdftotext"),
                                  {QString::fromLatin1(how), path, QStringLiteral("-")});
    if (text.code != 0 || !text.err.isEmpty())
        qFatal("%s", qPrintable(text.told()));
    QStringList pages = text.out.normalized(QString::NormalizationForm_KC).split(u'\f');
    pages.removeLast();
    return pages;
}

void write(const report::ShortlistContent& content, Language language, const QString& path)
{
    base::Progress progress;
    report::writePdf(content, base::Translation(language), path, progress);
}

Document documentOf(const SampleShortlist& sample, Language language)
{
    Document document;
    document.content = sample.read(language);
    document.path = sample.file(language == Language::English ? "en.pdf" : "es.pdf");
    write(document.content, language, document.path);
    document.pages = pagesOf(document.path, "-layout");
    document.flat = single(pagesOf(document.path, "-raw").join(u'\n'));
    return document;
}

// The words a document is made of, in both languages.
struct Pair
{
    const char* english;
    const char* spanish;
};
constexpr Pair Headings[] = {
    {"Shortlist of projects", "Lista corta de proyectos"},
    {"Delegations:", "Delegaciones:"},
    {"The map holds schematic layers", "El mapa contiene capas esquemáticas"},
    {"Arrows join the sites", "Las flechas unen los sitios"},
    {"Legend of the map", "Leyenda del mapa"},
    {"Geological provinces", "Provincias geológicas"},
    {"Processing plant", "Planta de beneficio"},
    {"Stage not stated", "Etapa no indicada"},
    {"Countries", "Países"},
    {"Main ports", "Puertos principales"},
    {"Ranking", "Clasificación"},
    {"with equal say", "con igual voz"},
    {"Joint rank", "Lugar conjunto"},
    {"Joint score", "Puntaje conjunto"},
    {"Known", "Conocido"},
    {"Rank US", "Lugar US"},
    {"Score MX", "Puntaje MX"},
    {"Gates", "Filtros"},
    {"not known", "no se sabe"},
    {"failed", "no aprobado"},
    {"Decision", "Decisión"},
    {"Deferred", "Aplazado"},
    {"Weights", "Pesos"},
    {"Criterion", "Criterio"},
    {"Shortlisted projects", "Proyectos seleccionados"},
    {"Role", "Función"},
    {"Site", "Sitio"},
    {"Kind", "Tipo"},
    {"Stage", "Etapa"},
    {"Country", "País"},
    {"From the one before", "Desde el anterior"},
    {"Extraction", "Extracción"},
    {"Production", "Producción"},
    {"United States", "Estados Unidos"},
    {"Commodity", "Sustancia"},
    {"Category", "Categoría"},
    {"Not classified", "Sin clasificar"},
    {"Zinc", "Zinc"},
    {"Silver", "Plata"},
    {"Grade", "Ley"},
    {"Date", "Fecha"},
    {"Source", "Fuente"},
    {"Gate", "Filtro"},
    {"Outcome", "Resultado"},
    {"Reason", "Motivo"},
    {"passed", "aprobado"},
    {"Figure", "Cifra"},
    {"Share of score US", "Parte del puntaje US"},
    {"Sources", "Fuentes"},
    {"No.", "Núm."},
    {"read on", "consultado el"},
    {"Page 1 of", "Página 1 de"},
};

} // namespace

class PdfReportTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<SampleShortlist> m_sample;
    Document m_english;
    Document m_spanish;

    const Document& in(Language language) const
    {
        return language == Language::English ? m_english : m_spanish;
    }
    static void bothLanguages()
    {
        QTest::addColumn<Language>("language");
        QTest::newRow("en") << Language::English;
        QTest::newRow("es") << Language::Spanish;
    }
    static QString heading(const char* english, Language language)
    {
        for (const Pair& pair : Headings)
            if (QLatin1String(pair.english) == QLatin1String(english))
                return QString::fromUtf8(language == Language::English ? pair.english
                                                                       : pair.spanish);
        qFatal("no heading %s", english);
    }
    static bool isShortlisted(const shortlist::Candidate& candidate)
    {
        return candidate.decision && candidate.decision->kind == QLatin1String("shortlisted");
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_sample = std::make_unique<SampleShortlist>();
        m_sample->edit([](catalogue::Edit& edit) {
            catalogue::writeHandling(edit, Handling);
            for (const char* name :
                 {"Cananea copper, smelted in Sonora", "Mountain Pass – Fort Worth magnets"})
                shortlist::writeDecision(edit,
                                         catalogue::findProject(edit, QString::fromUtf8(name)),
                                         shortlist::Decision{QStringLiteral("shortlisted"),
                                                             {QStringLiteral("Both agree."),
                                                              QStringLiteral("Ambas aceptan.")},
                                                             QStringLiteral("2026-11-22")});
        });
        m_english = documentOf(*m_sample, Language::English);
        m_spanish = documentOf(*m_sample, Language::Spanish);
    }

    void theFirstPageSaysWhatItIs()
    {
        const QDate day = m_english.content.date.toUTC().date();
        const QString first = single(m_english.pages[0]);
        QVERIFY(first.contains(QStringLiteral("Critical minerals across the border (example)")));
        QVERIFY(first.contains(QStringLiteral("Shortlist of projects, ") +
                               QLocale(QStringLiteral("en_US")).monthName(day.month()) +
                               day.toString(QStringLiteral(" d, yyyy"))));
        QVERIFY(first.contains(QStringLiteral("Delegations: United States (US), Mexico (MX)")));
        const QString spanish = single(m_spanish.pages[0]);
        QVERIFY(spanish.contains(QStringLiteral("Lista corta de proyectos, %1 de %2 de %3")
                                     .arg(day.day())
                                     .arg(QLocale(QStringLiteral("es_MX")).monthName(day.month()))
                                     .arg(day.year())));
        QVERIFY(spanish.contains(QStringLiteral("Delegaciones: Estados Unidos (US), México (MX)")));
    }

    void handlingStandsAboveAndBelowEachPage_data() { bothLanguages(); }
    void handlingStandsAboveAndBelowEachPage()
    {
        QFETCH(Language, language);
        for (const QString& page : in(language).pages) {
            const QStringList lines =
                page.split(u'\n').filter(QRegularExpression(QStringLiteral("\\S")));
            QCOMPARE(lines.first().trimmed(), Handling);
            QCOMPARE(lines.last().trimmed(), Handling);
        }
    }

    void withoutHandlingThereIsNoLine()
    {
        report::ShortlistContent content = m_english.content;
        content.handling.clear();
        const QString path = m_sample->file("open.pdf");
        write(content, Language::English, path);
        QVERIFY(!pagesOf(path, "-raw").join(u' ').contains(QStringLiteral("RESERVADA")));
    }

    void eachPageSaysItsNumberAndHowManyThereAre_data() { bothLanguages(); }
    void eachPageSaysItsNumberAndHowManyThereAre()
    {
        QFETCH(Language, language);
        const Document& document = in(language);
        const Ended info = runProgram(QStringLiteral("pdfinfo"), {document.path});
        QCOMPARE(info.code, 0);
        const qsizetype count = document.pages.size();
        QVERIFY(info.out.contains(QRegularExpression(QStringLiteral("Pages: +%1\\n").arg(count))));
        QVERIFY(info.out.contains(QLatin1String("(A4)")));
        const QString pattern = language == Language::English ? QStringLiteral("Page %1 of %2")
                                                              : QStringLiteral("Página %1 de %2");
        for (qsizetype i = 0; i < count; ++i)
            QVERIFY(document.pages[i].contains(pattern.arg(i + 1).arg(count)));
        base::Progress progress;
        QCOMPARE(report::pdfPageCount(document.content, base::Translation(language), progress),
                 int(count));
    }

    void theRankingHasARowAProject_data() { bothLanguages(); }
    void theRankingHasARowAProject()
    {
        QFETCH(Language, language);
        const Document& document = in(language);
        const QString table =
            document.between(heading("Ranking", language), heading("Weights", language));
        const shortlist::Evaluation& evaluation = document.content.evaluation;
        qsizetype place = 0;
        for (const size_t at : evaluation.order) {
            const QString name =
                single(document.content.round.candidates[at].project.nameIn(language));
            const shortlist::CandidateResult& result = evaluation.candidates[at];
            QString row =
                result.jointRank ? QString::number(*result.jointRank) : QStringLiteral("–");
            row += QLatin1Char(' ') + name;
            const qsizetype found = table.indexOf(row, place);
            QVERIFY2(found > 0, qPrintable(row));
            place = found + row.size();
            QVERIFY2(table.mid(place, 8).trimmed().startsWith(
                         QString::number(*result.jointScore, 'f', 3)),
                     qPrintable(table.mid(found, 100)));
        }
    }

    void theWeightsOfADelegationMakeAHundred()
    {
        const QString table =
            m_english.between(QStringLiteral("Weights"), QStringLiteral("Shortlisted projects"));
        QVERIFY(table.contains(QStringLiteral("Plants in the United States 22 % 3 %")));
        QVERIFY(table.contains(QStringLiteral("Plants in Mexico 3 % 30 %")));
    }

    void eachShortlistedProjectHasItsSectionAndNoOther_data() { bothLanguages(); }
    void eachShortlistedProjectHasItsSectionAndNoOther()
    {
        QFETCH(Language, language);
        const Document& document = in(language);
        const QString sections =
            document.flat.mid(document.flat.indexOf(heading("Shortlisted projects", language)));
        int shown = 0;
        for (const shortlist::Candidate& candidate : document.content.round.candidates) {
            const QString summary = single(candidate.project.summaryIn(language));
            QVERIFY(!summary.isEmpty());
            QCOMPARE(sections.contains(summary), isShortlisted(candidate));
            if (!isShortlisted(candidate))
                continue;
            ++shown;
            QVERIFY(sections.contains(single(candidate.project.nameIn(language))));
            QVERIFY(sections.contains(single(candidate.decision->reasonIn(language))));
            for (const shortlist::CandidateSite& member : candidate.members)
                QVERIFY2(sections.contains(single(member.name)), qPrintable(member.name));
        }
        QCOMPARE(shown, 3);
        QVERIFY(
            sections.contains(language == Language::English
                                  ? QStringLiteral("Shortlisted (November 22, 2026). Both agree.")
                                  : QStringLiteral("Seleccionado (22 de noviembre de 2026). "
                                                   "Ambas aceptan.")));
    }

    // Each figure of each member stands with the number of its source, and the list of sources has
    // that number before that source's title.
    void figuresStandWithTheirSources_data() { bothLanguages(); }
    void figuresStandWithTheirSources()
    {
        QFETCH(Language, language);
        const Document& document = in(language);
        const QLocale locale = base::localeOf(language);
        const qsizetype listAt = document.flat.indexOf(heading("No.", language) + QLatin1Char(' ') +
                                                       heading("Source", language));
        QVERIFY(listAt > 0);
        const QString list = document.flat.mid(listAt);
        const QString sections = document.flat.left(listAt);
        const auto numberOf = [&](const QString& title) {
            const QRegularExpression line(QStringLiteral("\\[(\\d+)\\] ") +
                                          QRegularExpression::escape(single(title)));
            return line.match(list).captured(1);
        };
        int figures = 0;
        std::set<QString> numbers;
        for (const shortlist::Candidate& candidate : document.content.round.candidates) {
            if (!isShortlisted(candidate))
                continue;
            for (const shortlist::CandidateSite& member : candidate.members) {
                const catalogue::SiteRecord& record = document.content.sites.at(member.id);
                for (const catalogue::Estimate& estimate : record.estimates) {
                    const catalogue::Source* source = record.source(estimate.cite);
                    QVERIFY(source != nullptr);
                    const QString number = numberOf(source->title);
                    QVERIFY2(!number.isEmpty(), qPrintable(source->title));
                    numbers.insert(number);
                    QVERIFY(estimate.tonnes);
                    const QString row =
                        single(member.name) + QLatin1Char(' ') +
                        catalogue::commodities().label(estimate.commodity, language);
                    const QString tonnes = locale.toString(*estimate.tonnes / 1e6, 'g', 4);
                    const QRegularExpression wanted(
                        QRegularExpression::escape(row) + QStringLiteral(" .{0,80}") +
                        QRegularExpression::escape(tonnes) + QStringLiteral(" .{0,60}\\[") +
                        number + QLatin1Char(']'));
                    QVERIFY2(wanted.match(sections).hasMatch(), qPrintable(wanted.pattern()));
                    ++figures;
                }
                const catalogue::Source* source = record.source(record.site.cite);
                QVERIFY(source != nullptr);
                QVERIFY2(!numberOf(source->title).isEmpty(), qPrintable(source->title));
                numbers.insert(numberOf(source->title));
            }
        }
        QVERIFY(figures >= 4);
        // Numbered from 1, each one used.
        for (size_t i = 1; i <= numbers.size(); ++i)
            QVERIFY(numbers.contains(QString::number(i)));
        QVERIFY(!list.contains(QStringLiteral("[%1]").arg(numbers.size() + 1)));
    }

    void noEnglishIsLeftInTheSpanishOne_data()
    {
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("spanish");
        for (const Pair& pair : Headings)
            QTest::newRow(pair.english)
                << QString::fromUtf8(pair.english) << QString::fromUtf8(pair.spanish);
    }
    void noEnglishIsLeftInTheSpanishOne()
    {
        QFETCH(QString, english);
        QFETCH(QString, spanish);
        // Titles, publishers and notes of sources and layers are quoted as they are.
        const qsizetype sources = m_spanish.flat.indexOf(QStringLiteral("Núm. Fuente"));
        QVERIFY(sources > 0);
        const QString own = m_spanish.flat.left(sources);
        const auto word = [](const QString& text) {
            return QRegularExpression(QStringLiteral("(?<!\\w)") +
                                      QRegularExpression::escape(text) + QStringLiteral("(?!\\w)"));
        };
        QVERIFY2(m_english.flat.contains(word(english)), qPrintable(english));
        QVERIFY2(m_spanish.flat.contains(word(spanish)), qPrintable(spanish));
        if (english != spanish)
            QVERIFY2(!own.contains(word(english)), qPrintable(english));
    }

    // Whatever a vocabulary calls something in English, the Spanish one does not.
    void noEnglishWordOfAVocabularyIsLeftInTheSpanishOne()
    {
        QString own =
            m_spanish.between(QStringLiteral("Clasificación"), QStringLiteral("Núm. Fuente"));
        // Where in a source something stands is quoted from the source.
        for (const auto& [id, record] : m_spanish.content.sites) {
            for (const catalogue::Estimate& estimate : record.estimates)
                own.remove(single(estimate.cite.reference));
            own.remove(single(record.site.cite.reference));
        }
        QVERIFY(own.size() > 2000);
        int looked = 0;
        for (const auto& words : {catalogue::siteKinds, catalogue::stages, catalogue::commodities,
                                  catalogue::estimateCategories, catalogue::memberRoles,
                                  catalogue::decisionKinds, catalogue::countries})
            for (const catalogue::Term& term : words().terms()) {
                if (term.label.en == term.label.es || term.label.en.size() < 4)
                    continue;
                const QRegularExpression cell(QStringLiteral("(?<!\\w)") +
                                              QRegularExpression::escape(term.label.en) +
                                              QStringLiteral("(?!\\w)"));
                QVERIFY2(!own.contains(cell), qPrintable(term.label.en));
                ++looked;
            }
        QVERIFY(looked > 100);
    }

    void theMapIsDrawn_data() { bothLanguages(); }
    void theMapIsDrawn()
    {
        QFETCH(Language, language);
        const Document& document = in(language);
        const Ended images =
            runProgram(QStringLiteral("pdfimages"), {QStringLiteral("-list"), QStringLiteral("-l"),
                                                     QStringLiteral("1"), document.path});
        const QStringList lines = images.out.trimmed().split(u'\n');
        QVERIFY2(lines.size() >= 3, qPrintable(images.told()));
        const QStringList picture = lines[2].simplified().split(u' ');
        QVERIFY(picture[3].toInt() > 1500);            // pixels across
        QCOMPARE(picture[8], QStringLiteral("image")); // without loss
        QVERIFY(picture[12].toInt() >= 290);           // to the inch

        const QString out = m_sample->file("page");
        const Ended drawn =
            runProgram(QStringLiteral("pdftoppm"),
                       {QStringLiteral("-r"), QStringLiteral("60"), QStringLiteral("-png"),
                        QStringLiteral("-singlefile"), document.path, out});
        QVERIFY2(drawn.code == 0, qPrintable(drawn.told()));
        const QImage page(out + QStringLiteral(".png"));
        const QRect map(page.width() / 8, page.height() / 5, page.width() * 3 / 4,
                        page.height() / 3);
        std::set<QRgb> colours;
        int inked = 0;
        for (int y = map.top(); y <= map.bottom(); ++y)
            for (int x = map.left(); x <= map.right(); ++x) {
                colours.insert(page.pixel(x, y));
                inked += page.pixel(x, y) != qRgb(255, 255, 255) ? 1 : 0;
            }
        QVERIFY2(colours.size() > 500, qPrintable(QString::number(colours.size())));
        QVERIFY(inked * 3 > map.width() * map.height());
        // Graticule, scale bar, north arrow.
        QVERIFY(document.pages[0].contains(QStringLiteral("30° N")));
        QVERIFY(document.pages[0].contains(QRegularExpression(QStringLiteral("\\d+ km"))));
        QVERIFY(document.pages[0].contains(QRegularExpression(QStringLiteral("\\sN\\s"))));
    }

    void theLegendIsWhole_data() { bothLanguages(); }
    void theLegendIsWhole()
    {
        QFETCH(Language, language);
        const Document& document = in(language);
        const geo::MapSnapshot snapshot = report::mapSnapshot(
            document.content.map, geo::MapView(document.content.map.crs, {600, 400}), language);
        const QString front =
            document.flat.left(document.flat.indexOf(heading("Ranking", language)));
        int entries = 0;
        for (const geo::MapLayer& layer : snapshot.layers)
            for (const geo::LegendEntry& entry : geo::legendEntries(layer)) {
                ++entries;
                QVERIFY2(front.contains(single(entry.label.in(language))),
                         qPrintable(entry.label.in(language)));
            }
        QVERIFY(entries > 35);
        QVERIFY(!front.contains(u'…'));
        for (const catalogue::Term& kind : catalogue::siteKinds().terms())
            if (kind.key == QLatin1String("mine") || kind.key == QLatin1String("deposit"))
                QVERIFY(front.contains(kind.label.in(language)));
    }

    void aShortLegendStaysBelowTheMap()
    {
        report::ShortlistContent content = m_english.content;
        content.map.layers.clear();
        const QString path = m_sample->file("short.pdf");
        write(content, Language::English, path);
        const QStringList pages = pagesOf(path, "-raw");
        QVERIFY(pages[0].contains(QStringLiteral("Stage not stated")));
        QVERIFY(!pages.join(u' ').contains(QStringLiteral("Legend of the map")));
        QVERIFY(pages[1].contains(QStringLiteral("Ranking")));
    }

    void theSameInputGivesTheSameBytesAnywhere()
    {
        std::map<QByteArray, QString> seen;
        int run = 0;
        for (const char* zone : {"UTC", "America/Hermosillo", "Asia/Kolkata", "America/New_York",
                                 "Pacific/Apia", "Europe/Madrid", "UTC", "America/Mexico_City"}) {
            const QString out = m_sample->file("zone.pdf");
            const Ended ended =
                veta({QStringLiteral("report"), m_sample->path(), QStringLiteral("-o"), out},
                     {{QStringLiteral("TZ"), QString::fromLatin1(zone)},
                      {QStringLiteral("LC_ALL"),
                       QString::fromLatin1(++run % 2 == 0 ? "en_US.UTF-8" : "C.UTF-8")}});
            QVERIFY2(ended.code == 0, qPrintable(ended.told()));
            seen.emplace(bytesAt(out), QString::fromLatin1(zone));
        }
        QCOMPARE(seen.size(), size_t(1));
        QVERIFY(seen.begin()->first.size() > 100'000);
    }

    void theFileIsWellFormedAndSaysWhenItsContentWasChanged()
    {
        const QByteArray pdf = bytesAt(m_english.path);
        QVERIFY(pdf.contains(
            "/CreationDate (D:" +
            m_english.content.date.toUTC().toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1() +
            "Z)"));
        // ISO 32000-1, 7.5.4: each offset is where its object begins.
        const qsizetype start = pdf.lastIndexOf("startxref\n") + 10;
        const qsizetype table = pdf.mid(start, pdf.indexOf('\n', start) - start).toLongLong();
        QCOMPARE(pdf.mid(table, 7), QByteArray("xref\n0 "));
        const qsizetype size = pdf.mid(table + 7, 10).split('\n')[0].toLongLong();
        QVERIFY(size > 10);
        const qsizetype lines = pdf.indexOf('\n', table + 7) + 1;
        for (qsizetype object = 1; object < size; ++object) {
            const QByteArray line = pdf.mid(lines + 20 * object, 20);
            if (!line.endsWith("n \n"))
                continue;
            const QByteArray begin = QByteArray::number(object) + " 0 obj";
            QCOMPARE(pdf.mid(line.left(10).toLongLong(), begin.size()), begin);
        }
        QCOMPARE(pdf.mid(lines + 20 * size, 7), QByteArray("trailer"));
    }

    void aPathThatCannotBeWrittenIsNamed_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("no folder") << QStringLiteral("nowhere/at/all.pdf");
        QTest::newRow("a folder") << QStringLiteral("folder.pdf");
    }
    void aPathThatCannotBeWrittenIsNamed()
    {
        QFETCH(QString, path);
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("folder.pdf")));
        const QString full = folder.filePath(path);
        try {
            write(m_english.content, Language::English, full);
            QFAIL("it was written");
        } catch (const base::Error& error) {
            QVERIFY2(error.message().contains(full), qPrintable(error.message()));
            QVERIFY(error.message().endsWith(u'?'));
        }
        QCOMPARE(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList{QStringLiteral("folder.pdf")});
    }

    void whereThereIsNoRoomTheOldFileStays()
    {
        const QTemporaryDir folder;
        const QString out = folder.filePath(QStringLiteral("r.pdf"));
        writeAt(out, "the old report");
        const Ended ended = runProgram(
            QStringLiteral("sh"),
            {QStringLiteral("-c"),
             QStringLiteral("trap '' XFSZ; ulimit -f 8; exec \"$0\" report \"$1\" -o \"$2\""),
             QStringLiteral(VETA_CLI), m_sample->path(), out});
        QCOMPARE(ended.code, 1);
        QVERIFY2(ended.err.contains(out), qPrintable(ended.told()));
        QCOMPARE(ended.out, QString());
        QCOMPARE(bytesAt(out), QByteArray("the old report"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden),
                 QStringList{QStringLiteral("r.pdf")});
    }

    void cancelledMeansNothingIsWritten()
    {
        const QTemporaryDir folder;
        base::Progress progress;
        progress.cancel();
        QVERIFY_THROWS_EXCEPTION(
            base::Cancelled,
            report::writePdf(m_english.content, base::Translation(Language::English),
                             folder.filePath(QStringLiteral("c.pdf")), progress));
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void aProjectFileWithNothingInItSaysSo()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("empty.veta.gpkg"));
        base::Progress progress;
        catalogue::ProjectFile::create(path, QStringLiteral("Nothing yet"), Reporter)
            ->edit(Reporter, catalogue::EntryKind::Edit, {QStringLiteral("test"), {}},
                   [](catalogue::Edit& edit) {
                       catalogue::Delegation delegation;
                       delegation.code = QStringLiteral("XA"); // no country
                       catalogue::addDelegation(edit, delegation);
                   });
        const auto file =
            catalogue::ProjectFile::open(path, catalogue::OpenMode::ReadOnly, progress);
        const QString out = folder.filePath(QStringLiteral("empty.pdf"));
        write(report::readShortlistContent(*file, base::Translation(Language::English), progress),
              Language::English, out);
        const QString text = single(pagesOf(out, "-raw").join(u' '));
        QVERIFY(text.contains(QStringLiteral("Nothing yet")));
        QVERIFY(text.contains(QStringLiteral("There is no candidate project yet.")));
        QVERIFY(text.contains(QStringLiteral("No project has been shortlisted yet.")));
        QVERIFY(text.contains(QStringLiteral("No source is cited.")));
        QVERIFY2(text.contains(QStringLiteral("Delegations: XA ")),
                 qPrintable(text)); // no name yet
    }
};

QTEST_MAIN(PdfReportTest)
#include "pdf_report_test.moc"
