// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sheets of paper as poppler's tools see them, and pictures of them as they are read again.

#include "report/map_sheet.h"

#include "base/error.h"
#include "base/os.h"
#include "geo/measure.h"
#include "geo/prepared_layer.h"
#include "geo/raster_source.h"
#include "report/paper.h"
#include "report/sheet_layout.h"
#include "tests/report/sample_shortlist.h"
#include "tests/support/bounded.h"
#include "tests/support/golden_image.h"

#include <QImage>
#include <QImageReader>
#include <cmath>

using namespace support;
using base::Language;

namespace {

const QString Handling = QStringLiteral("CUI // RESERVADA");
constexpr QRgb Magenta = qRgb(255, 0, 255); // no map wears it
constexpr double MillimetresPerInch = 25.4;

geo::MapSnapshot snapshotOf(const report::MapContent& content, Language language)
{
    geo::MapView view(content.crs, {800, 600});
    view.fitLonLat({-115, 25, -97, 36});
    geo::MapSnapshot snapshot = report::mapSnapshot(content, view, language);
    snapshot.decorations.graticule = true;
    return snapshot;
}

// Two sites on one parallel of the page through the middle of the map, alone on it.
report::MapSheet twoSites(const geo::MapView& middle, QPointF west, QPointF east)
{
    geo::MapSnapshot snapshot(middle);
    auto sites = std::make_shared<geo::Sites>();
    for (const QPointF place : {west, east}) {
        geo::SiteSymbol site;
        site.id = base::Id(sites->size() + 1);
        site.lonLat = place;
        site.kind = QStringLiteral("mine");
        site.stage = QStringLiteral("production");
        site.color = Magenta;
        sites->push_back(site);
    }
    snapshot.sites = sites;
    report::MapSheet sheet(snapshot);
    sheet.legend = report::LegendPlace::None;
    sheet.map.decorations.northArrow = false;
    return sheet;
}

// The middles of the two coloured symbols, in pixels.
std::pair<QPointF, QPointF> symbolsOf(const QImage& image)
{
    double x[2] = {0, 0};
    double y[2] = {0, 0};
    int count[2] = {0, 0};
    for (int row = 0; row < image.height(); ++row)
        for (int column = 0; column < image.width(); ++column) {
            const QRgb pixel = image.pixel(column, row);
            if (qRed(pixel) < 240 || qBlue(pixel) < 240 || qGreen(pixel) > 40)
                continue;
            const int which = column < image.width() / 2 ? 0 : 1;
            x[which] += column + 0.5;
            y[which] += row + 0.5;
            ++count[which];
        }
    if (count[0] == 0 || count[1] == 0)
        qFatal("no two symbols: %d, %d pixels", count[0], count[1]);
    return {{x[0] / count[0], y[0] / count[0]}, {x[1] / count[1], y[1] / count[1]}};
}

QImage pageOf(const QString& pdf, int page, int dots)
{
    const QString out = pdf + QStringLiteral(".page");
    const Ended drawn =
        runProgram(QStringLiteral("pdftoppm"),
                   {QStringLiteral("-r"), QString::number(dots), QStringLiteral("-f"),
                    QString::number(page), QStringLiteral("-l"), QString::number(page),
                    QStringLiteral("-png"), QStringLiteral("-singlefile"), pdf, out});
    if (drawn.code != 0)
        qFatal("%s", qPrintable(drawn.told()));
    return QImage(out + QStringLiteral(".png"));
}

QString textOf(const QString& pdf)
{
    const Ended text =
        runProgram(QStringLiteral("pdftotext"), {QStringLiteral("-raw"), pdf, QStringLiteral("-")});
    return text.out.normalized(QString::NormalizationForm_KC).simplified();
}

} // namespace

class MapSheetTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<SampleShortlist> m_sample;
    report::MapContent m_content;
    geo::PreparedCache m_cache;

    report::MapSheet sheetIn(Language language) const
    {
        report::MapSheet sheet(snapshotOf(m_content, language));
        sheet.title = QStringLiteral("Minerals of the border");
        sheet.handling = Handling;
        sheet.date = QDateTime(QDate(2026, 11, 26), QTime(10, 0), Qt::UTC);
        sheet.dotsPerInch = 100;
        return sheet;
    }
    QString path(const char* name) const { return m_sample->file(name); }
    void pdf(const report::MapSheet& sheet, const QString& path,
             std::vector<base::Issue>* issues = nullptr)
    {
        base::Progress progress;
        report::writeSheetPdf(sheet, path, m_cache, progress, issues);
    }
    void picture(const report::MapSheet& sheet, const QString& path,
                 report::PictureFormat format = report::PictureFormat::Png,
                 std::vector<base::Issue>* issues = nullptr)
    {
        base::Progress progress;
        report::writeSheetPicture(sheet, path, format, m_cache, progress, issues);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_sample = std::make_unique<SampleShortlist>();
        base::Progress progress;
        m_content =
            report::readMapContent(*catalogue::ProjectFile::open(
                                       m_sample->path(), catalogue::OpenMode::ReadOnly, progress),
                                   progress);
    }

    void aScaleIsExactOnThePaper_data()
    {
        QTest::addColumn<QString>("crs");
        QTest::addColumn<double>("scale");
        QTest::addColumn<double>("enlargement");
        QTest::newRow("Lambert 250,000") << "EPSG:6372" << 250'000.0 << 1.0;
        QTest::newRow("UTM 50,000") << "EPSG:32612" << 50'000.0 << 1.0;
        QTest::newRow("Mercator 1,000,000, larger words") << "EPSG:3857" << 1e6 << 1.6;
        QTest::newRow("degrees 500,000") << "EPSG:4326" << 500'000.0 << 1.0;
    }
    void aScaleIsExactOnThePaper()
    {
        QFETCH(QString, crs);
        QFETCH(double, scale);
        QFETCH(double, enlargement);
        geo::MapView view(geo::Crs::fromText(crs), {400, 300});
        const auto middle = view.fromLonLat({-111, 30});
        QVERIFY(middle);
        view.setCentre(view.toMap(*middle));
        view.setScaleDenominator(scale * enlargement);
        // 60 mm to either side of the middle, by the view's own pixels of 1/96 inch.
        const double reach = 60 / MillimetresPerInch * 96 / enlargement;
        const auto west = view.toLonLat({200 - reach, 150});
        const auto east = view.toLonLat({200 + reach, 150});
        QVERIFY(west && east);
        const double metres = geo::geodesicMetres(*west, *east);
        report::MapSheet sheet = twoSites(view, *west, *east);
        sheet.scale = scale;
        sheet.enlargement = enlargement;
        sheet.dotsPerInch = 300;
        const double wanted = metres / scale * 1000; // millimetres
        QVERIFY(std::abs(wanted - 120) < 0.5);
        for (const bool onPaper : {true, false}) {
            const QString out = path(onPaper ? "scale.pdf" : "scale.png");
            if (onPaper)
                pdf(sheet, out);
            else
                picture(sheet, out);
            const auto [a, b] = symbolsOf(onPaper ? pageOf(out, 1, 300) : QImage(out));
            const double seen = std::hypot(b.x() - a.x(), b.y() - a.y()) / 300 * MillimetresPerInch;
            QVERIFY2(std::abs(seen - wanted) < 0.15, // symbols lie on whole pixels
                     qPrintable(QStringLiteral("%1 mm, not %2").arg(seen).arg(wanted)));
        }
    }

    void whatIsInViewIsOnTheSheetAtAScaleOfTwoFigures()
    {
        base::Progress progress;
        const report::MapSheet sheet = sheetIn(Language::English);
        const report::SheetLayout layout(sheet, false, m_cache, progress);
        const geo::Extent wanted = sheet.map.view.extent();
        const geo::Extent seen = layout.view().extent();
        QVERIFY(seen.west <= wanted.west && seen.east >= wanted.east);
        QVERIFY(seen.south <= wanted.south && seen.north >= wanted.north);
        const double scale = layout.scaleDenominator();
        const double unit = std::pow(10, std::floor(std::log10(scale)) - 1);
        QVERIFY(std::abs(scale / unit - std::round(scale / unit)) < 1e-3);
    }

    void theSheetSaysWhatItShows_data()
    {
        QTest::addColumn<Language>("language");
        QTest::addColumn<QStringList>("words");
        QTest::newRow("en") << Language::English
                            << QStringList{QStringLiteral("Scale 1:"),
                                           QStringLiteral("at the middle of the map"),
                                           QStringLiteral("Mexico ITRF2008 / LCC (EPSG:6372)"),
                                           QStringLiteral("From WGS 84 to the map:"),
                                           QStringLiteral("Schematic, for orientation:"),
                                           QStringLiteral("Sources: "),
                                           QStringLiteral("Project file as of November 26, 2026"),
                                           QStringLiteral("Page 1 of"),
                                           QStringLiteral("Geological provinces (schematic)")};
        QTest::newRow("es") << Language::Spanish
                            << QStringList{QStringLiteral("Escala 1:"),
                                           QStringLiteral("en el centro del mapa"),
                                           QStringLiteral("Mexico ITRF2008 / LCC (EPSG:6372)"),
                                           QStringLiteral("De WGS 84 al mapa:"),
                                           QStringLiteral("Esquemático, como orientación:"),
                                           QStringLiteral("Fuentes: "),
                                           QStringLiteral("26 de noviembre de 2026"),
                                           QStringLiteral("Página 1 de"),
                                           QStringLiteral("Provincias geológicas (esquemático)")};
    }
    void theSheetSaysWhatItShows()
    {
        QFETCH(Language, language);
        QFETCH(QStringList, words);
        const QString out = path("words.pdf");
        report::MapSheet sheet = sheetIn(language);
        sheet.subtitle = QStringLiteral("Second line");
        sheet.remarks = QStringLiteral("Drawn for the meeting.");
        pdf(sheet, out);
        const QString text = textOf(out);
        words << sheet.title << sheet.subtitle << sheet.remarks
              << QStringLiteral("El Boleo"); // a site's name: no picture of it
        for (const QString& word : words)
            QVERIFY2(text.contains(word), qPrintable(word + QLatin1Char('\n') + text));
        const qsizetype pages = bytesAt(out).count("/Type /Page\n");
        QCOMPARE(text.count(Handling), 2 * std::max<qsizetype>(1, pages));
        const Ended info = runProgram(QStringLiteral("pdfinfo"), {out});
        QVERIFY(info.out.contains(sheet.title));
        QVERIFY(info.out.contains(QLatin1String("(A4)")));
    }

    void theSameSheetIsTheSameBytes()
    {
        const report::MapSheet sheet = sheetIn(Language::English);
        for (const char* name : {"once.pdf", "twice.pdf"})
            pdf(sheet, path(name));
        QCOMPARE(bytesAt(path("once.pdf")), bytesAt(path("twice.pdf")));
        QVERIFY(bytesAt(path("once.pdf")).contains("/CreationDate (D:20261126100000"));
    }

    // Words and lines keep within the margins, and the frame of the map is whole.
    void nothingIsCutOffAtTheEdges_data()
    {
        QTest::addColumn<QSizeF>("paper");
        QTest::addColumn<report::LegendPlace>("legend");
        using Place = report::LegendPlace;
        for (const char* name : {"A4", "A3", "Letter", "ANSI C"}) {
            const QSizeF upright = *report::parsePaper(QString::fromLatin1(name));
            for (const auto place : {Place::Automatic, Place::OwnPage}) {
                QTest::addRow("%s %d", name, int(place)) << upright << place;
                QTest::addRow("%s across %d", name, int(place)) << upright.transposed() << place;
            }
        }
    }
    void nothingIsCutOffAtTheEdges()
    {
        QFETCH(QSizeF, paper);
        QFETCH(report::LegendPlace, legend);
        report::MapSheet sheet = sheetIn(Language::Spanish);
        sheet.paperMillimetres = paper;
        sheet.marginMillimetres = 12;
        sheet.legend = legend;
        sheet.dotsPerInch = 60;
        sheet.title = QStringLiteral("Minerales críticos a ambos lados de la frontera, con un "
                                     "título que no cabe en una sola línea de la hoja");
        base::Progress progress;
        const int pages = report::sheetImage(sheet, 0, false, m_cache, progress).pages;
        for (int page = 0; page < pages; ++page) {
            const QImage image = report::sheetImage(sheet, page, false, m_cache, progress).image;
            const int margin = int(12 / MillimetresPerInch * 60) - 1;
            const QRect inside = image.rect().adjusted(margin, margin, -margin, -margin);
            int outside = 0;
            int ink = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    if (image.pixel(x, y) != qRgb(255, 255, 255))
                        ++(inside.contains(x, y) ? ink : outside);
            QCOMPARE(outside, 0);
            QVERIFY(ink > 500);
        }
    }

    // The legend holds what is in sight, whole, wherever it stands.
    void theLegendIsWhole_data()
    {
        QTest::addColumn<report::LegendPlace>("place");
        QTest::newRow("automatic") << report::LegendPlace::Automatic;
        QTest::newRow("beside") << report::LegendPlace::Beside;
        QTest::newRow("own page") << report::LegendPlace::OwnPage;
    }
    void theLegendIsWhole()
    {
        QFETCH(report::LegendPlace, place);
        report::MapSheet sheet = sheetIn(Language::English);
        sheet.legend = place;
        sheet.paperMillimetres = {420, 297};
        std::vector<base::Issue> issues;
        const QString out = path("legend.pdf");
        pdf(sheet, out, &issues);
        QVERIFY(issues.empty());
        base::Progress progress;
        const report::SheetLayout layout(sheet, false, m_cache, progress);
        const QString text = textOf(out);
        QVERIFY(layout.legend().entries.size() > 20);
        for (const geo::LegendEntry& entry : layout.legend().entries)
            QVERIFY2(text.contains(entry.label.en.simplified()), qPrintable(entry.label.en));
        QCOMPARE(layout.pages() > 1, place == report::LegendPlace::OwnPage);
    }

    void aLegendLongerThanAPageGoesOn()
    {
        report::MapSheet sheet = sheetIn(Language::English);
        sheet.legend = report::LegendPlace::OwnPage;
        sheet.paperMillimetres = {150, 120};
        const QString out = path("long.pdf");
        pdf(sheet, out);
        base::Progress progress;
        const report::SheetLayout layout(sheet, false, m_cache, progress);
        QVERIFY2(layout.pages() > 2, qPrintable(QString::number(layout.pages())));
        const QString text = textOf(out);
        QVERIFY(!text.contains(QStringLiteral(" more")));
        for (const geo::LegendEntry& entry : layout.legend().entries)
            QVERIFY2(text.contains(entry.label.en.simplified()), qPrintable(entry.label.en));
    }

    void aPictureSaysWhatOfItsLegendHadNoRoom()
    {
        report::MapSheet sheet = sheetIn(Language::English);
        sheet.paperMillimetres = {150, 120};
        std::vector<base::Issue> issues;
        picture(sheet, path("short.png"), report::PictureFormat::Png, &issues);
        QCOMPARE(issues.size(), size_t(1));
        QVERIFY(issues[0].text.contains(QStringLiteral("entries of the legend")));
    }

    void onlyWhatIsInSightIsInTheLegend()
    {
        report::MapSheet sheet = sheetIn(Language::English);
        base::Progress progress;
        const size_t all =
            report::SheetLayout(sheet, false, m_cache, progress).legend().entries.size();
        sheet.map.view.fitLonLat({-112.5, 27, -111.5, 28}); // El Boleo
        const geo::Legend near = report::SheetLayout(sheet, false, m_cache, progress).legend();
        QVERIFY(!near.entries.empty() && near.entries.size() < all);
        for (const geo::LegendEntry& entry : near.entries)
            QVERIFY(entry.label.en != QLatin1String("Manufacturing plant"));
        // The box around these plains meets this sheet, they do not.
        const auto plains = [&](geo::Extent degrees) {
            sheet.map.view.fitLonLat(degrees);
            const geo::Legend legend =
                report::SheetLayout(sheet, false, m_cache, progress).legend();
            return std::any_of(legend.entries.begin(), legend.entries.end(),
                               [](const geo::LegendEntry& entry) {
                                   return entry.label.en.startsWith(QLatin1String("Vizca"));
                               });
        };
        sheet.legend = report::LegendPlace::OwnPage;
        QVERIFY(!plains({-111.0, 27.2, -110.6, 27.6}));
        QVERIFY(plains({-114, 26, -112, 28}));
        QVERIFY(plains({-113.3, 27.05, -113.2, 27.1})); // well within: no edge in sight
    }

    // In one piece or in many: the same pixels.
    void bandsMakeTheSamePicture()
    {
        report::MapSheet sheet = sheetIn(Language::English);
        sheet.dotsPerInch = 300;
        sheet.legend = report::LegendPlace::Below;
        const QString out = path("bands.png");
        picture(sheet, out);
        base::Progress progress;
        QImage whole = report::sheetImage(sheet, 0, true, m_cache, progress).image;
        const QImage banded(out);
        QCOMPARE(banded.size(), report::sheetPixels(sheet));
        QVERIFY(qint64(banded.width()) * banded.height() > 8'000'000); // more than one band
        QCOMPARE(banded.size(), whole.size());
        int different = 0;
        for (int y = 0; y < whole.height(); ++y)
            for (int x = 0; x < whole.width(); ++x) {
                const QRgb a = whole.pixel(x, y);
                const QRgb b = banded.pixel(x, y);
                if (std::abs(qRed(a) - qRed(b)) > 24 || std::abs(qGreen(a) - qGreen(b)) > 24 ||
                    std::abs(qBlue(a) - qBlue(b)) > 24)
                    ++different;
            }
        QVERIFY2(different <= 20, qPrintable(QString::number(different)));
        QVERIFY(std::abs(banded.dotsPerMeterX() - 300 / 0.0254) < 1);
    }

    void aTiffHoldsTheSamePixels()
    {
        const report::MapSheet sheet = sheetIn(Language::English);
        picture(sheet, path("same.png"));
        picture(sheet, path("same.tif"), report::PictureFormat::Tiff);
        const Ended turned =
            runProgram(QStringLiteral("gdal_translate"),
                       {QStringLiteral("-q"), QStringLiteral("-of"), QStringLiteral("PNG"),
                        path("same.tif"), path("turned.png")});
        QVERIFY2(turned.code == 0, qPrintable(turned.told()));
        QCOMPARE(greatestDifference(QImage(path("turned.png")), QImage(path("same.png"))), 0);
        const Ended info = runProgram(QStringLiteral("gdalinfo"), {path("same.tif")});
        QVERIFY(info.out.contains(QStringLiteral("TIFFTAG_XRESOLUTION=100")));
    }

    void aVeryLargeSheetIsRefusedOrBounded()
    {
        report::MapSheet sheet = sheetIn(Language::English);
        sheet.paperMillimetres = {1189, 841};
        sheet.dotsPerInch = 1200;
        for (const char* name : {"huge.pdf", "huge.png"}) {
            try {
                if (QLatin1String(name).endsWith(QLatin1String("pdf")))
                    pdf(sheet, path(name));
                else
                    picture(sheet, path(name));
                QFAIL("it was written");
            } catch (const base::Error& error) {
                QVERIFY2(error.message().contains(QStringLiteral("Choose a lower resolution")),
                         qPrintable(error.message()));
            }
            QVERIFY(!QFile::exists(path(name)));
        }
        // 62 million pixels would be 248 MB at once.
        sheet.dotsPerInch = 200;
        sheet.map.layers.clear();
        const qint64 before = base::peakMemoryBytes();
        picture(sheet, path("large.png"));
        const qint64 more = base::peakMemoryBytes() - before;
        if (!Sanitized)
            QVERIFY2(more < 100'000'000, qPrintable(QString::number(more)));
        QCOMPARE(QImageReader(path("large.png")).size(), report::sheetPixels(sheet));
    }

    void whatCannotBeIsSaid_data()
    {
        QTest::addColumn<int>("which");
        QTest::addColumn<QString>("words");
        QTest::newRow("margins") << 0 << QStringLiteral("no room left for the map");
        QTest::newRow("scale") << 1 << QStringLiteral("cannot be drawn at 1:");
        QTest::newRow("no size") << 2 << QStringLiteral("has no size");
    }
    void whatCannotBeIsSaid()
    {
        QFETCH(int, which);
        QFETCH(QString, words);
        report::MapSheet sheet = sheetIn(Language::English);
        if (which == 0)
            sheet.marginMillimetres = 95;
        else if (which == 1)
            sheet.scale = 1e12;
        else
            sheet.paperMillimetres = {0, 0};
        try {
            pdf(sheet, path("cannot.pdf"));
            QFAIL("it was written");
        } catch (const base::Error& error) {
            QVERIFY2(error.message().contains(words), qPrintable(error.message()));
        }
        QVERIFY(!QFile::exists(path("cannot.pdf")));
    }

    void cancelledMeansNothingIsWritten_data()
    {
        QTest::addColumn<QString>("name");
        for (const char* name : {"c.pdf", "c.png", "c.tif"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void cancelledMeansNothingIsWritten()
    {
        QFETCH(QString, name);
        const QTemporaryDir folder;
        base::Progress progress;
        progress.cancel();
        const report::MapSheet sheet = sheetIn(Language::English);
        const QString out = folder.filePath(name);
        if (name.endsWith(QLatin1String("pdf")))
            QVERIFY_THROWS_EXCEPTION(base::Cancelled,
                                     report::writeSheetPdf(sheet, out, m_cache, progress));
        else
            QVERIFY_THROWS_EXCEPTION(base::Cancelled,
                                     report::writeSheetPicture(sheet, out,
                                                               name.endsWith(QLatin1String("tif"))
                                                                   ? report::PictureFormat::Tiff
                                                                   : report::PictureFormat::Png,
                                                               m_cache, progress));
        QVERIFY(QDir(folder.path()).isEmpty());
    }

    void whereThereIsNoRoomTheOldFileStays_data() { cancelledMeansNothingIsWritten_data(); }
    void whereThereIsNoRoomTheOldFileStays()
    {
        QFETCH(QString, name);
        const QTemporaryDir folder;
        const QString out = folder.filePath(name);
        writeAt(out, "the old map");
        const Ended ended = runProgram(
            QStringLiteral("sh"),
            {QStringLiteral("-c"),
             QStringLiteral("trap '' XFSZ; ulimit -f 8; exec \"$0\" map \"$1\" -o \"$2\" --paper "
                            "A4 --dpi 100"),
             QStringLiteral(VETA_CLI), m_sample->path(), out});
        QVERIFY2(ended.code == 1, qPrintable(ended.told()));
        QVERIFY2(ended.err.contains(out), qPrintable(ended.told()));
        QCOMPARE(ended.out, QString());
        QCOMPARE(bytesAt(out), QByteArray("the old map"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden), QStringList{name});
    }

    void aPathThatCannotBeWrittenIsNamed_data() { cancelledMeansNothingIsWritten_data(); }
    void aPathThatCannotBeWrittenIsNamed()
    {
        QFETCH(QString, name);
        const QTemporaryDir folder;
        const QString out = folder.filePath(QStringLiteral("nowhere/") + name);
        try {
            if (name.endsWith(QLatin1String("pdf")))
                pdf(sheetIn(Language::English), out);
            else
                picture(sheetIn(Language::English), out,
                        name.endsWith(QLatin1String("tif")) ? report::PictureFormat::Tiff
                                                            : report::PictureFormat::Png);
            QFAIL("it was written");
        } catch (const base::Error& error) {
            QVERIFY2(error.message().contains(out), qPrintable(error.message()));
        }
        QVERIFY(QDir(folder.path()).isEmpty());
    }
};

QTEST_MAIN(MapSheetTest)
#include "map_sheet_test.moc"
