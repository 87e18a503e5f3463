// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files that are no honest map: refused by name, in both languages, within little memory and time,
// and with everything in the folder as it was.
#include "tests/support/bounded.h"
#include "tests/support/folder_state.h"

#include <QBuffer>
#include <QDir>
#include <QImage>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QtEndian>
#include <array>
#include <sys/stat.h>

using support::Ended;
using support::FolderState;
using support::writeAt;

namespace {

const support::Variables Ana{{QStringLiteral("VETA_AS"), QStringLiteral("MX:Ana")},
                             {QStringLiteral("LANG"), QStringLiteral("en_US.UTF-8")}};

Ended bounded(const QStringList& arguments, const QStringList& before = {})
{
    return support::boundedVeta(arguments, Ana, before);
}

template <typename T>
QByteArray little(T value)
{
    QByteArray bytes(qsizetype(sizeof value), '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}

quint32 crc32(const QByteArray& bytes)
{
    std::array<quint32, 256> table{};
    for (quint32 i = 0; i < 256; ++i) {
        quint32 c = i;
        for (int bit = 0; bit < 8; ++bit)
            c = c & 1 ? 0xedb88320U ^ (c >> 1) : c >> 1;
        table[i] = c;
    }
    quint32 crc = 0xffffffffU;
    for (const char byte : bytes)
        crc = table[(crc ^ quint8(byte)) & 0xff] ^ (crc >> 8);
    return ~crc;
}

// A .zip (APPNOTE 6.3) of files by name.
QByteArray zipOf(const QList<std::pair<QByteArray, QByteArray>>& files)
{
    QByteArray body;
    QByteArray directory;
    for (const auto& [name, bytes] : files) {
        const QByteArray packed = qCompress(bytes, 9).mid(6).chopped(4); // zlib's wrapping off
        const QByteArray common = little(quint16(20)) + little(quint16(0)) + little(quint16(8)) +
                                  little(quint32(0)) + little(crc32(bytes)) +
                                  little(quint32(packed.size())) + little(quint32(bytes.size())) +
                                  little(quint16(name.size())) + little(quint16(0));
        directory += "PK\x01\x02" + little(quint16(20)) + common + little(quint16(0)) +
                     little(quint16(0)) + little(quint16(0)) + little(quint32(0)) +
                     little(quint32(body.size())) + name;
        body += "PK\x03\x04" + common + name + packed;
    }
    return body + directory + "PK\x05\x06" + little(quint32(0)) + little(quint16(files.size())) +
           little(quint16(files.size())) + little(quint32(directory.size())) +
           little(quint32(body.size())) + little(quint16(0));
}

// A TIFF of 10^9 pixels either way that holds next to none of them: georeferenced (GeoTIFF 1.1),
// in strips of one row, or in tiles.
QByteArray hugeTiff(bool tiled)
{
    constexpr quint32 Side = 1'000'000'000;
    struct Tag
    {
        quint16 id;
        quint16 type;
        quint32 count;
        quint32 value;
    };
    QList<Tag> tags{{256, 4, 1, Side}, {257, 4, 1, Side}, {258, 3, 1, 8},
                    {259, 3, 1, 1},    {262, 3, 1, 1},    {277, 3, 1, 1}};
    if (tiled)
        tags += {{322, 4, 1, 256}, {323, 4, 1, 256}, {324, 4, 1, 8}, {325, 4, 1, 65536}};
    else
        tags += {{273, 4, 1, 8}, {278, 4, 1, 1}, {279, 4, 1, 65536}};
    tags += {{33550, 12, 3, 1000}, {33922, 12, 6, 1100}};
    std::sort(tags.begin(), tags.end(), [](const Tag& a, const Tag& b) { return a.id < b.id; });
    QByteArray tiff = QByteArray("II*\0", 4) + little(quint32(8)) + little(quint16(tags.size()));
    for (const Tag& tag : tags)
        tiff += little(tag.id) + little(tag.type) + little(tag.count) + little(tag.value);
    tiff = (tiff + little(quint32(0))).leftJustified(1000, '\0');
    for (const double each : {1e-7, 1e-7, 0.0})
        tiff += little(each);
    tiff = tiff.leftJustified(1100, '\0');
    for (const double each : {0.0, 0.0, 0.0, -110.0, 30.0, 0.0})
        tiff += little(each);
    return tiff.leftJustified(3000, '\0');
}

QByteArray png()
{
    QImage picture(20, 10, QImage::Format_RGB32);
    picture.fill(Qt::red);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return bytes;
}

QByteArray kml(const QByteArray& prolog, const QByteArray& name)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + prolog +
           "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Placemark><name>" + name +
           "</name><Point><coordinates>-110,31</coordinates></Point></Placemark></Document></kml>";
}

// Ten to the ninth "lol"s in a few hundred bytes.
QByteArray xmlBomb()
{
    QByteArray prolog = "<!DOCTYPE lolz [<!ENTITY lol0 \"lol\">";
    for (int i = 1; i <= 9; ++i)
        prolog += "<!ENTITY lol" + QByteArray::number(i) + " \"" +
                  QByteArray("&lol" + QByteArray::number(i - 1) + ";").repeated(10) + "\">";
    return kml(prolog + "]>", "&lol9;");
}

const QByteArray Points =
    R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"a"},)"
    R"("geometry":{"type":"Point","coordinates":[-110,31]}}]})";

} // namespace

class BadLayersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void refused_data();
    void refused();
    void whatIsNoFile_data();
    void whatIsNoFile();
    void withoutLeave();
    void awkwardNames_data();
    void awkwardNames();
    void namesThatLeadOutAreLeftAlone();
    void aNetworkLinkIsNotFollowed();
    void aTableThatLies();
    void sublayersAreListed();
    void latitudeFirst_data();
    void latitudeFirst();
    void textThatIsNotWhatItSays();
    void anEmptyLayerIsSaid();
    void gpxIsALayerAndATable();
    void aFolderIsAnArchive();
    void theTableOfSitesIsFound_data();
    void theTableOfSitesIsFound();

private:
    QString at(const QString& name) const { return m_folder->filePath(name); }
    // Added in both languages; "" where it is refused as it should be.
    QString refusal(const QString& path, const QString& named, const QStringList& before = {})
    {
        QStringList said;
        for (const QString& language : {QStringLiteral("en"), QStringLiteral("es")}) {
            const FolderState as(m_folder->path());
            const Ended ended =
                bounded({QStringLiteral("--language"), language, QStringLiteral("layer"),
                         QStringLiteral("add"), m_path, path, QStringLiteral("--crs"),
                         QStringLiteral("EPSG:4326")},
                        before);
            if (ended.code != 1 || !ended.out.isEmpty() || !ended.err.contains(named))
                return ended.told();
            if (const QString changed = FolderState(m_folder->path()).difference(as);
                !changed.isEmpty())
                return changed;
            said << ended.err;
        }
        m_said = said[0];
        return said[0] == said[1] ? QStringLiteral("no Spanish: ") + said[0] : QString();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    QString m_said; // in English
};

void BadLayersTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = at(QStringLiteral("a.veta.gpkg"));
    const Ended made =
        bounded({QStringLiteral("new"), m_path, QStringLiteral("--title"), QStringLiteral("T")});
    QVERIFY2(made.code == 0, qPrintable(made.told()));
}

void BadLayersTest::refused_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("words");
    QTest::newRow("a picture called .shp") << "p.shp" << png() << "not what its ending says";
    QTest::newRow("a picture called .tif") << "p.tif" << png() << "not what its ending says";
    QTest::newRow("10^9 pixels, strips") << "s.tif" << hugeTiff(false) << "1,000,000,000";
    QTest::newRow("10^9 pixels, tiles") << "t.tif" << hugeTiff(true) << "t.tif";
    QTest::newRow("XML bomb, KML") << "b.kml" << xmlBomb() << "<!DOCTYPE>";
    QTest::newRow("XML bomb, after a comment")
        << "c.kml" << xmlBomb().replace("<!DOCTYPE", "<!-- > --> <?x y?>\n<!DOCTYPE")
        << "<!DOCTYPE>";
    QTest::newRow("XML bomb, GML")
        << "b.gml"
        << xmlBomb().replace("http://www.opengis.net/kml/2.2", "http://www.opengis.net/gml")
        << "<!DOCTYPE>";
    QTest::newRow("XML bomb under another name") << "b.geojson" << xmlBomb() << "<!DOCTYPE>";
    const QString wide = QString::fromUtf8(xmlBomb().replace("UTF-8", "UTF-16"));
    QByteArray utf16("\xff\xfe");
    for (const QChar c : wide)
        utf16 += little(c.unicode());
    QTest::newRow("XML bomb in UTF-16") << "w.kml" << utf16 << "<!DOCTYPE>";
    QTest::newRow("XML bomb in a .kmz")
        << "b.kmz" << zipOf({{"doc.kml", xmlBomb()}}) << "<!DOCTYPE>";
    QTest::newRow("zip bomb") << "bomb.zip"
                              << zipOf({{"a.geojson", QByteArray(qsizetype(300) << 20, ' ')}})
                              << "unpacks to 300 MB";
    QTest::newRow("names that lead out")
        << "evil.zip" << zipOf({{"../evil.geojson", Points}}) << "lead out of it";
    QTest::newRow("an archive of nothing")
        << "none.zip" << zipOf({{"readme.md", "hello"}}) << "none.zip";
    QTest::newRow("half an archive")
        << "half.zip" << zipOf({{"a.geojson", Points}}).first(60) << "half.zip";
    QTest::newRow("compressed alone") << "a.geojson" << QByteArray("\x1f\x8b\x08\0", 4) << "gzip";
    QTest::newRow("nothing but a network link")
        << "net.kml"
        << QByteArray("<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><NetworkLink><Link>"
                      "<href>http://example.com/x.kml</href></Link></NetworkLink></Document></kml>")
        << "http://example.com/x.kml";
    QTest::newRow("a web page") << "h.geojson"
                                << QByteArray("<!DOCTYPE html>\n<html><body>404</body></html>")
                                << "is a web page";
    QTest::newRow("nothing at all") << "z.gpkg" << QByteArray() << "is empty";
    QTest::newRow("a table in UTF-16")
        << "u.csv"
        << QByteArray("\xff\xfe") + QByteArray("n\0a\0m\0e\0,\0x\0\n\0a\0,\0001\0\n\0", 22)
        << "Import it as sites";
    QTest::newRow("degrees and minutes")
        << "d.csv" << QByteArray("name,lat,lon\nA,30°57'36\"\" N,110°18'00\"\" W\n")
        << "Import it as sites";
    QTest::newRow("tables in an archive")
        << "t.zip" << zipOf({{"LEEME.txt", "Lea."}, {"a.csv", "name|grade\nBoleo|1\n"}})
        << "Import it as sites";
    QTest::newRow("JSON that is no map")
        << "m.json" << QByteArray("[{\"name\":\"Boleo\"}]") << "Import it as sites";
    QTest::newRow("no kind that is known")
        << "n.geojson" << QByteArray("nothing") << "pdf, mbtiles, txt, xyz, xy, dat, tif";
    QTest::newRow("a table") << "t.csv" << QByteArray("name,grade\nBoleo,1\n")
                             << "longitude and latitude";
}

void BadLayersTest::refused()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, words);
    writeAt(at(file), bytes);
    const QString wrong = refusal(at(file), file);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    QVERIFY2(m_said.contains(words), qPrintable(m_said));
}

void BadLayersTest::whatIsNoFile_data()
{
    QTest::addColumn<QString>("path"); // relative to the folder unless absolute
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << "gone.shp"
                             << "There is no file";
    QTest::newRow("a folder") << "things"
                              << "holds no file";
    QTest::newRow("a device that never ends") << "/dev/zero"
                                              << "device or a pipe";
    QTest::newRow("a pipe nobody writes to") << "pipe.shp"
                                             << "device or a pipe";
    QTest::newRow("a link to nothing") << "link.tif"
                                       << "is a link";
}

void BadLayersTest::whatIsNoFile()
{
    QFETCH(QString, path);
    QFETCH(QString, words);
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("things")));
    QCOMPARE(mkfifo(QFile::encodeName(at(QStringLiteral("pipe.shp"))).constData(), 0600), 0);
    QVERIFY(QFile::link(at(QStringLiteral("away.tif")), at(QStringLiteral("link.tif"))));
    const QString whole = path.startsWith(u'/') ? path : at(path);
    const QString wrong = refusal(whole, QFileInfo(path).fileName());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    QVERIFY2(m_said.contains(words), qPrintable(m_said));
}

void BadLayersTest::withoutLeave()
{
    writeAt(at(QStringLiteral("secret.geojson")), Points);
    QVERIFY(QFile::setPermissions(at(QStringLiteral("secret.geojson")), QFile::Permissions()));
    const QString wrong = refusal(at(QStringLiteral("secret.geojson")),
                                  QStringLiteral("secret.geojson"), support::boundByPermissions());
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    QVERIFY2(m_said.contains(QStringLiteral("leave to read")), qPrintable(m_said));
}

void BadLayersTest::awkwardNames_data()
{
    QTest::addColumn<QString>("name");
    for (const char* name : {"with spaces", "quote\"d and 'quoted'", "años de minería",
                             "two\nlines", "{braces}", "100%", "-dash", "semi;colon,comma"})
        QTest::newRow(name) << QString::fromUtf8(name);
}

void BadLayersTest::awkwardNames()
{
    QFETCH(QString, name);
    const QString folder = at(name);
    QVERIFY(QDir().mkpath(folder));
    const QList<std::pair<QString, QByteArray>> files{
        {name + QStringLiteral(".geojson"), Points},
        {name + QStringLiteral(".zip"), zipOf({{"m/a.geojson", Points}})},
        {name + QStringLiteral(".xyz"), "-110 31 5\n-111 32 6\n"},
        {name + QStringLiteral(".asc"),
         "ncols 2\nnrows 2\nxllcorner -111\nyllcorner 30\ncellsize 1\n1 2\n3 4\n"}};
    for (const auto& [file, bytes] : files) {
        const QString path = folder + u'/' + file;
        writeAt(path, bytes);
        QStringList arguments{QStringLiteral("layer"), QStringLiteral("add"), m_path, path};
        if (file.endsWith(QStringLiteral(".xyz")) || file.endsWith(QStringLiteral(".asc")))
            arguments << QStringLiteral("--crs") << QStringLiteral("EPSG:4326");
        const Ended ended = bounded(arguments);
        QVERIFY2(ended.code == 0, qPrintable(ended.told()));
    }
    const Ended drawn = bounded(
        {QStringLiteral("map"), m_path, QStringLiteral("-o"), at(QStringLiteral("map.png"))});
    QVERIFY2(drawn.code == 0 && QFile::exists(at(QStringLiteral("map.png"))),
             qPrintable(drawn.told()));
}

void BadLayersTest::namesThatLeadOutAreLeftAlone()
{
    const QString zip = at(QStringLiteral("half-evil.zip"));
    writeAt(zip, zipOf({{"../evil.geojson", Points}, {"ok.geojson", Points}}));
    writeAt(QFileInfo(m_folder->path()).absolutePath() + QStringLiteral("/evil.geojson"), Points);
    const Ended listed = bounded(
        {QStringLiteral("layer"), QStringLiteral("sublayers"), zip, QStringLiteral("--json")});
    QFile::remove(QFileInfo(m_folder->path()).absolutePath() + QStringLiteral("/evil.geojson"));
    QVERIFY2(listed.code == 3, qPrintable(listed.told()));
    QCOMPARE(listed.json().array().size(), 1);
    QVERIFY2(listed.err.contains(QStringLiteral("half-evil.zip")) &&
                 listed.err.contains(QStringLiteral("lead out of it")),
             qPrintable(listed.told()));
}

void BadLayersTest::aNetworkLinkIsNotFollowed()
{
    // To a file beside it: what is not fetched cannot be shown.
    writeAt(at(QStringLiteral("other.kml")), kml({}, "secret"));
    writeAt(at(QStringLiteral("link.kml")),
            kml({}, "open")
                .replace("<Placemark>", "<NetworkLink><Link><href>other.kml</href></Link>"
                                        "</NetworkLink><Placemark>"));
    writeAt(at(QStringLiteral("link.kmz")),
            zipOf({{"doc.kml", support::bytesAt(at(QStringLiteral("link.kml")))
                                   .replace("other.kml", "../other.kml")}}));
    for (const QString& file : {QStringLiteral("link.kml"), QStringLiteral("link.kmz")}) {
        const Ended listed = bounded({QStringLiteral("layer"), QStringLiteral("sublayers"),
                                      at(file), QStringLiteral("--json")});
        QVERIFY2(listed.code == 3 && listed.err.contains(QStringLiteral("never fetched")) &&
                     listed.err.contains(QStringLiteral("other.kml")),
                 qPrintable(listed.told()));
        QCOMPARE(listed.json().array().size(), 1);
        QCOMPARE(listed.json().array()[0].toObject().value(QStringLiteral("features")).toInt(), 1);
    }
}

void BadLayersTest::aTableThatLies()
{
    // A shapefile of one point (ESRI, July 1998) whose table claims four thousand million rows.
    const auto big = [](qint32 n) {
        QByteArray b(4, 0);
        qToBigEndian(n, b.data());
        return b;
    };
    const auto header = [&](qint32 words) {
        QByteArray h =
            big(9994) + QByteArray(20, 0) + big(words) + little(qint32(1000)) + little(qint32(1));
        for (const double bound : {-110.0, 31.0, -110.0, 31.0, 0.0, 0.0, 0.0, 0.0})
            h += little(bound);
        return h;
    };
    writeAt(at(QStringLiteral("p.shp")),
            header(64) + big(1) + big(10) + little(qint32(1)) + little(-110.0) + little(31.0));
    writeAt(at(QStringLiteral("p.shx")), header(54) + big(50) + big(10));
    writeAt(at(QStringLiteral("p.dbf")),
            QByteArray("\x03\x7a\x01\x01") + little(quint32(4'000'000'000U)) + little(quint16(65)) +
                little(quint16(11)) + QByteArray(20, 0) +
                QByteArray("NAME").leftJustified(11, '\0') + "C" + QByteArray(4, 0) + char(10) +
                QByteArray(15, 0) + "\r El Boleo  \x1a");
    const Ended ended = bounded({QStringLiteral("layer"), QStringLiteral("add"), m_path,
                                 at(QStringLiteral("p.shp")), QStringLiteral("--crs"),
                                 QStringLiteral("EPSG:4326")});
    QVERIFY2(ended.code == 3 && ended.err.contains(QStringLiteral("4,000,000,000")),
             qPrintable(ended.told()));
}

void BadLayersTest::sublayersAreListed()
{
    writeAt(at(QStringLiteral("two.zip")),
            zipOf({{"a.geojson", Points},
                   {"dem.asc", "ncols 2\nnrows 2\nxllcorner -111\nyllcorner 30\ncellsize 1\n1 2\n3 "
                               "4\n"}}));
    const Ended table = bounded(
        {QStringLiteral("layer"), QStringLiteral("sublayers"), at(QStringLiteral("two.zip"))});
    QCOMPARE(table.out, QStringLiteral("name  type    geometry  size   crs\n"
                                       "a     vector  points    1      EPSG:4326\n"
                                       "dem   raster            2 x 2  not stated\n"));
    QVERIFY2(table.code == 0 && table.err.isEmpty(), qPrintable(table.told()));
    const QString wrong = refusal(at(QStringLiteral("two.zip")), QStringLiteral("a, dem"));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    const Ended added =
        bounded({QStringLiteral("layer"), QStringLiteral("add"), m_path,
                 at(QStringLiteral("two.zip")), QStringLiteral("--sublayer"), QStringLiteral("dem"),
                 QStringLiteral("--crs"), QStringLiteral("EPSG:4326")});
    QVERIFY2(added.code == 0, qPrintable(added.told()));
    const Ended drawn =
        bounded({QStringLiteral("map"), m_path, QStringLiteral("-o"), at(QStringLiteral("map.png")),
                 QStringLiteral("--extent"), QStringLiteral("-111,30,-109,32")});
    QVERIFY2(drawn.code == 0, qPrintable(drawn.told()));
    // Its four values are drawn in greys, from black at the north west.
    const QImage map(at(QStringLiteral("map.png")));
    QVERIFY(qGray(map.pixel(map.width() / 2 - 40, map.height() / 2 - 40)) <
            qGray(map.pixel(map.width() / 2 + 40, map.height() / 2 + 40)));
}

void BadLayersTest::latitudeFirst_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("GeoJSON") << "s.geojson"
                             << QByteArray(Points).replace("[-110,31]", "[30.9,-110.3]");
    QTest::newRow("KML") << "s.kml" << kml({}, "x").replace("-110,31", "30.9,-110.3");
    QTest::newRow("CSV") << "s.csv" << QByteArray("name,latitude,longitude\nA,-110.3,30.9\n");
}

void BadLayersTest::latitudeFirst()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    writeAt(at(file), bytes);
    QStringList said;
    for (const QString& language : {QStringLiteral("en"), QStringLiteral("es")}) {
        const Ended ended =
            bounded({QStringLiteral("--language"), language, QStringLiteral("layer"),
                     QStringLiteral("add"), m_path, at(file)});
        QVERIFY2(ended.code == 1 && !ended.err.contains(QLatin1String("EPSG")),
                 qPrintable(ended.told()));
        said << ended.err;
    }
    QVERIFY2(said[0].contains(QStringLiteral("Latitude and longitude are swapped")),
             qPrintable(said[0]));
    QVERIFY2(said[1].contains(QStringLiteral("La latitud y la longitud están invertidas")),
             qPrintable(said[1]));
}

void BadLayersTest::textThatIsNotWhatItSays()
{
    const QByteArray latin =
        kml({}, "Mina La Esperanza de Cananea, Peñ\xf3n").replace("\xc3\xb1", "\xf1");
    writeAt(at(QStringLiteral("l.kml")), latin);
    const Ended added = bounded(
        {QStringLiteral("layer"), QStringLiteral("add"), m_path, at(QStringLiteral("l.kml"))});
    QVERIFY2(added.code == 0 && added.err.contains(QStringLiteral("read as Windows-1252")),
             qPrintable(added.told()));
    const Ended imported = bounded({QStringLiteral("import"), m_path, at(QStringLiteral("l.kml"))});
    QVERIFY2(imported.code == 0 && imported.err.contains(QStringLiteral("read as Windows-1252")),
             qPrintable(imported.told()));
    const Ended sites = bounded({QStringLiteral("sites"), m_path, QStringLiteral("--json")});
    QVERIFY2(sites.out.contains(QString::fromUtf8("Peñón")), qPrintable(sites.told()));
}

void BadLayersTest::anEmptyLayerIsSaid()
{
    writeAt(at(QStringLiteral("e.geojson")), R"({"type":"FeatureCollection","features":[]})");
    const Ended added = bounded(
        {QStringLiteral("layer"), QStringLiteral("add"), m_path, at(QStringLiteral("e.geojson"))});
    QVERIFY2(added.code == 0 && added.err.contains(QStringLiteral("holds no features")),
             qPrintable(added.told()));
}

void BadLayersTest::gpxIsALayerAndATable()
{
    writeAt(
        at(QStringLiteral("g.gpx")),
        "<?xml version=\"1.0\"?><gpx version=\"1.1\" creator=\"x\" "
        "xmlns=\"http://www.topografix.com/GPX/1/1\"><wpt lat=\"31\" lon=\"-110\"><name>Bocamina"
        "</name></wpt><trk><name>T</name><trkseg><trkpt lat=\"31\" lon=\"-110\"/><trkpt "
        "lat=\"32\" lon=\"-110\"/></trkseg></trk></gpx>");
    const Ended listed = bounded({QStringLiteral("layer"), QStringLiteral("sublayers"),
                                  at(QStringLiteral("g.gpx")), QStringLiteral("--json")});
    QVERIFY2(listed.code == 0, qPrintable(listed.told()));
    QStringList names;
    for (const QJsonValue& each : listed.json().array())
        names << each.toObject().value(QStringLiteral("name")).toString();
    QCOMPARE(names, (QStringList{QStringLiteral("waypoints"), QStringLiteral("tracks")}));
    const Ended added =
        bounded({QStringLiteral("layer"), QStringLiteral("add"), m_path,
                 at(QStringLiteral("g.gpx")), QStringLiteral("--layer"), QStringLiteral("tracks")});
    QVERIFY2(added.code == 0, qPrintable(added.told()));
    const Ended imported =
        bounded({QStringLiteral("import"), m_path, at(QStringLiteral("g.gpx")),
                 QStringLiteral("--layer"), QStringLiteral("waypoints"), QStringLiteral("--json")});
    QVERIFY2(imported.code == 0, qPrintable(imported.told()));
    QCOMPARE(imported.json().object().value(QStringLiteral("imported")).toInt(), 1);
}

void BadLayersTest::aFolderIsAnArchive()
{
    const QString folder = at(QStringLiteral("SGM"));
    QVERIFY(QDir().mkpath(folder + QStringLiteral("/H12")));
    writeAt(folder + QStringLiteral("/minas.geojson"), Points);
    writeAt(folder + QStringLiteral("/H12/fallas.kml"), kml({}, "x"));
    writeAt(folder + QStringLiteral("/LEEME.txt"), "Lea esto.");
    writeAt(at(QStringLiteral("secret.geojson")), Points);
    QVERIFY(QFile::link(at(QStringLiteral("secret.geojson")),
                        folder + QStringLiteral("/link.geojson")));
    const Ended listed = bounded(
        {QStringLiteral("layer"), QStringLiteral("sublayers"), folder, QStringLiteral("--json")});
    QVERIFY2(listed.code == 0, qPrintable(listed.told()));
    QStringList names;
    for (const QJsonValue& each : listed.json().array())
        names << each.toObject().value(QStringLiteral("name")).toString();
    QCOMPARE(names, (QStringList{QStringLiteral("H12/fallas"), QStringLiteral("minas")}));
    const QString wrong = refusal(folder, QStringLiteral("H12/fallas, minas"));
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    const Ended added = bounded({QStringLiteral("layer"), QStringLiteral("add"), m_path, folder,
                                 QStringLiteral("--layer"), QStringLiteral("H12/fallas")});
    QVERIFY2(added.code == 0, qPrintable(added.told()));
    const Ended layers = bounded(
        {QStringLiteral("layer"), QStringLiteral("list"), m_path, QStringLiteral("--json")});
    QCOMPARE(layers.json().array()[0].toObject().value(QStringLiteral("path")).toString(),
             QStringLiteral("SGM/H12/fallas.kml"));
}

void BadLayersTest::theTableOfSitesIsFound_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("words");
    const QByteArray csv = "name,longitude,latitude\nBoleo,-112.2,27.3\n";
    const QByteArray prose = "Estas son las minas.\nPregunte al SGM, si algo falta.\n";
    QTest::newRow("a layer beside prose")
        << "one.zip" << zipOf({{"LEEME.txt", prose}, {"minas.geojson", Points}}) << 0
        << "“minas” was read, which looks like the one of sites; these were not: LEEME.txt.";
    QTest::newRow("a table beside prose")
        << "t.zip" << zipOf({{"A.txt", prose}, {"minas.csv", csv}}) << 0 << "“minas.csv” was read";
    QTest::newRow("a table that is called so")
        << "s.zip" << zipOf({{"plants.csv", csv}, {"sites.csv", csv}}) << 0
        << "these were not: plants.csv.";
    QTest::newRow("two layers") << "l.zip"
                                << zipOf({{"active.geojson", Points}, {"closed.geojson", Points}})
                                << 1 << "with --layer: active, closed.";
    QTest::newRow("a table and a layer")
        << "m.zip" << zipOf({{"a.csv", csv}, {"b.geojson", Points}}) << 1
        << "with --layer: a.csv, b.";
    QTest::newRow("places in a .kmz that begins with none")
        << "p.kmz"
        << zipOf({{"doc.kml", "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><Folder>"
                              "<name>y</name></Folder></Document></kml>"},
                  {"layers/a.kml", kml({}, "x")}})
        << 0 << "“layers/a” was read";
    QTest::newRow("a web page") << "h.csv"
                                << QByteArray("\xef\xbb\xbf\n<!DOCTYPE html>\n<html><body>a,b"
                                              "</body></html>\n")
                                << 1 << "“h.csv” is a web page";
    QTest::newRow("a layer called .csv") << "k.csv" << kml({}, "x") << 1 << "the ending .kml";
    QTest::newRow("XML") << "x.csv" << QByteArray("<?xml version=\"1.0\"?>\n<a>1,2</a>\n") << 1
                         << "“x.csv” is XML";
}

void BadLayersTest::theTableOfSitesIsFound()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    QFETCH(QString, words);
    writeAt(at(file), bytes);
    const QStringList order{QStringLiteral("import"),
                            m_path,
                            at(file),
                            QStringLiteral("--dry-run"),
                            QStringLiteral("--crs"),
                            QStringLiteral("EPSG:4326")};
    const Ended english = bounded(order);
    QVERIFY2(english.code == code && english.err.contains(words), qPrintable(english.told()));
    const Ended spanish =
        bounded(QStringList{QStringLiteral("--language"), QStringLiteral("es")} + order);
    QVERIFY2(spanish.code == code && spanish.err.contains(QStringLiteral("«")),
             qPrintable(spanish.told()));
    QVERIFY2(code != 0 || (spanish.out.startsWith(QStringLiteral("filas  importadas")) &&
                           spanish.out.contains(QStringLiteral("tomado por: "))),
             qPrintable(spanish.told()));
}

QTEST_GUILESS_MAIN(BadLayersTest)
#include "bad_layers_test.moc"
