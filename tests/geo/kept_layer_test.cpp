// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/kept_layer.h"

#include "base/digest.h"
#include "base/error.h"
#include "geo/map_view.h"
#include <QTemporaryDir>
#include <QtTest>
#include <cstring>
#include <random>

namespace {

// Cells side by side with text, whole and broken numbers, some of them missing.
QByteArray cells(int side, const char* first = "arenisca")
{
    QByteArray features;
    for (int i = 0; i < side * side; ++i) {
        const double x = -110 + i % side * 0.01;
        const double y = 30 + i / side * 0.01;
        const auto at = [&](double dx, double dy) {
            return QByteArray("[") + QByteArray::number(x + dx, 'f', 4) + "," +
                   QByteArray::number(y + dy, 'f', 4) + "]";
        };
        const QByteArray unit = i % 5 == 0   ? QByteArray("\"Pórfido ñ\"")
                                : i % 7 == 0 ? QByteArray("null")
                                             : "\"" + QByteArray(first) + "\"";
        features +=
            QByteArray(i > 0 ? "," : "") + R"({"type":"Feature","properties":{"unit":)" + unit +
            ",\"age\":" + (i % 3 == 0 ? QByteArray("null") : QByteArray::number(i)) +
            ",\"share\":" + (i % 4 == 0 ? QByteArray("null") : "0." + QByteArray::number(i)) +
            R"(},"geometry":{"type":"Polygon","coordinates":[[)" + at(0, 0) + "," + at(0.01, 0) +
            "," + at(0.01, 0.01) + "," + at(0, 0.01) + "," + at(0, 0) + "]]}}";
    }
    return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

geo::Operation mapOperation(const char* crs = "EPSG:6372")
{
    return geo::MapView(geo::Crs::fromText(QString::fromLatin1(crs)), QSizeF(100, 100)).fromWgs84();
}

bool write(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

template <typename Value>
bool same(std::span<const Value> a, std::span<const Value> b)
{
    return a.size() == b.size() &&
           (a.empty() || std::memcmp(a.data(), b.data(), a.size_bytes()) == 0);
}

bool same(const geo::CookedLayer& a, const geo::CookedLayer& b)
{
    std::vector<std::span<const std::byte>> bytes;
    const auto collect = [&](const auto& array) { bytes.push_back(std::as_bytes(array)); };
    geo::CookedLayer::Arrays::each(a.arrays(), collect);
    const std::size_t half = bytes.size();
    geo::CookedLayer::Arrays::each(b.arrays(), collect);
    for (std::size_t i = 0; i < half; ++i)
        if (!same(bytes[i], bytes[half + i]))
            return false;
    return a.head().box.west == b.head().box.west && a.head().quantum == b.head().quantum;
}

// A file, how it is read, and a store in a folder of their own.
struct Place
{
    explicit Place(int side = 12) { write(file, cells(side)); }

    QByteArray key() const
    {
        return geo::LayerStore::keyOf(file, {}, QStringLiteral("EPSG:4326"), QString());
    }
    geo::KeptLayer::Source source()
    {
        return {key(), geo::Crs::wgs84(),
                [this](base::Progress& progress, std::vector<base::Issue>* issues,
                       const geo::LayerDrafts* drafts) {
                    ++reads;
                    geo::VectorSource opened = geo::VectorSource::open(file);
                    return geo::FeatureLayer::read(
                        opened, geo::Operation::between(*opened.crs(), geo::Crs::wgs84()), progress,
                        issues, geo::FeatureLayer::MostPoints, drafts);
                },
                [this](base::Progress& progress) { return base::sha256OfFile(file, progress); },
                [this] { return key(); }};
    }
    std::shared_ptr<const geo::KeptLayer> known(const char* crs = "EPSG:6372")
    {
        return geo::KeptLayer::open(store, source(), mapOperation(crs));
    }
    // As the program does on first sight.
    std::shared_ptr<const geo::KeptLayer> cooked(std::vector<base::Issue> issues = {})
    {
        const geo::KeptLayer::Source from = source();
        auto layer = std::make_shared<const geo::KeptLayer>(
            store, from,
            std::make_shared<const geo::FeatureLayer>(from.read(progress, nullptr, nullptr)),
            std::move(issues));
        layer->cook(mapOperation(), progress);
        store->waitUntilKept();
        return layer;
    }
    QString kept() const
    {
        const QStringList names = QDir(store->folder()).entryList(QDir::Files);
        return names.isEmpty() ? QString() : QDir(store->folder()).filePath(names.first());
    }

    QTemporaryDir folder;
    QString file = folder.filePath(QStringLiteral("unidades geológicas.geojson"));
    std::shared_ptr<geo::LayerStore> store = std::make_shared<geo::LayerStore>(
        folder.filePath(QStringLiteral("cache/layers")), geo::LayerStore::MostBytesByDefault);
    base::Progress progress;
    int reads = 0;
};

} // namespace

class KeptLayerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas();
    void isReadOnlyToMeasureOrForAnotherMap();
    void saysWhatWasWrongInTheLanguageOfNow();
    void isNotTrustedWhenTorn();
    void isNotTrustedWhenOlderOrForeign();
    void aFileThatChangedIsAnotherLayer();
    void aFileThatChangedUnseenIsFound();
    void aFileThatChangesWhileOpenIsNotMixedUp();
    void theOldestGoesWhenThereIsNoRoom();
    void twoProgramsShareAFolder();
    void aFolderThatCannotBeWrittenDoesNoHarm();
};

void KeptLayerTest::comesBackAsItWas()
{
    Place place;
    QVERIFY(!place.known());
    const auto fresh = place.cooked();
    QVERIFY(QFileInfo(place.kept()).size() > 0);
    const auto known = place.known();
    QVERIFY(known);
    QCOMPARE(place.reads, 1);
    QCOMPARE(known->size(), std::size_t(144));
    QCOMPARE(known->kind(), geo::GeometryKind::Polygon);
    QCOMPARE(known->fileName(), fresh->fileName());
    QCOMPARE(known->extent().west, fresh->extent().west);
    QCOMPARE(known->extent().north, fresh->extent().north);
    QCOMPARE(known->operation().info().key, fresh->operation().info().key);
    QCOMPARE(known->operation().info().accuracyMetres, fresh->operation().info().accuracyMetres);
    QCOMPARE(known->columns().size(), std::size_t(3));
    for (std::size_t i = 0; i < known->size(); ++i) {
        QCOMPARE(known->kind(i), fresh->kind(i));
        for (const geo::Column& column : known->columns()) {
            const geo::Column* before = fresh->column(column.field().name);
            QVERIFY(before);
            QCOMPARE(column.isMissing(i), before->isMissing(i));
            QCOMPARE(column.value(i), before->value(i));
        }
    }
    QCOMPARE(known->column(QStringLiteral("UNIT"))->text(0), QStringLiteral("Pórfido ñ"));
    QVERIFY(same(known->cook(mapOperation(), place.progress),
                 fresh->cook(mapOperation(), place.progress)));
    QCOMPARE(place.reads, 1);
}

void KeptLayerTest::isReadOnlyToMeasureOrForAnotherMap()
{
    Place place;
    place.cooked();
    const auto known = place.known();
    QVERIFY(known);
    const auto whole = geo::wholeLayer(known, place.progress);
    QCOMPARE(place.reads, 2);
    QCOMPARE(whole->points(whole->parts(0)[0])[0], QPointF(-110, 30));
    geo::wholeLayer(known, place.progress);
    QCOMPARE(place.reads, 2);

    const auto again = place.known();
    again->cook(mapOperation("EPSG:32612"), place.progress);
    QCOMPARE(place.reads, 3);
    place.store->waitUntilKept();
    QVERIFY(place.known("EPSG:32612"));
    QVERIFY(place.known()); // both are kept
    again->cook(mapOperation(), place.progress);
    QCOMPARE(place.reads, 3);
}

void KeptLayerTest::saysWhatWasWrongInTheLanguageOfNow()
{
    Place place;
    place.cooked({{base::Severity::Note, QStringLiteral("It is said."), {place.file, 7, {}, {}}}});
    const auto known = place.known();
    QVERIFY(known);
    QCOMPARE(known->issues().size(), std::size_t(1));
    QCOMPARE(known->issues()[0].text, QStringLiteral("It is said."));
    QCOMPARE(known->issues()[0].where.line, qint64(7));
    base::Translation spanish(base::Language::Spanish);
    spanish.install();
    QVERIFY(!place.known());
}

void KeptLayerTest::isNotTrustedWhenTorn()
{
    Place place;
    const auto fresh = place.cooked();
    const geo::CookedLayer expected = fresh->cook(mapOperation(), place.progress);
    QFile file(place.kept());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    file.close();
    const QString path = file.fileName();
    for (const qsizetype size : {qsizetype(0), qsizetype(7), qsizetype(39), qsizetype(40),
                                 whole.size() / 2, whole.size() - 1}) {
        QVERIFY(write(path, whole.left(size)));
        QVERIFY2(!place.known(), qPrintable(QString::number(size)));
    }
    QVERIFY(write(path, whole + "x"));
    QVERIFY(!place.known());
    std::mt19937 random(20261127);
    int refused = 0;
    for (int i = 0; i < 400; ++i) {
        QByteArray torn = whole;
        // The first ones in the head, where lengths and places stand.
        const auto at = qsizetype(random() % std::uint32_t(i < 200 ? 2000 : torn.size()));
        torn[at] = char(torn[at] ^ char(1U << random() % 8));
        QVERIFY(write(path, torn));
        if (const auto known = place.known()) // only what lies between the arrays may differ
            QVERIFY(same(known->cook(mapOperation(), place.progress), expected));
        else
            ++refused;
    }
    QVERIFY2(refused > 300, qPrintable(QString::number(refused)));
    QVERIFY(write(path, whole));
    QVERIFY(place.known());
}

void KeptLayerTest::isNotTrustedWhenOlderOrForeign()
{
    Place place;
    place.cooked();
    const QString path = place.kept();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    const QByteArray whole = file.readAll();
    file.close();
    QByteArray older = whole;
    older[8] = char(geo::LayerFile::Version - 1);
    QVERIFY(write(path, older));
    QVERIFY(!place.known());

    // Another layer's, under this one's name.
    Place other(5);
    other.cooked();
    QVERIFY(QFile::remove(path));
    QVERIFY(QFile::copy(other.kept(), path));
    QVERIFY(!place.known());
    place.cooked(); // and made anew
    QVERIFY(place.known());
}

void KeptLayerTest::aFileThatChangedIsAnotherLayer()
{
    Place place;
    place.cooked();
    QVERIFY(write(place.file, cells(9)));
    QVERIFY(!place.known());
    // A file that belongs to it is part of it.
    Place beside;
    beside.cooked();
    QVERIFY(write(beside.folder.filePath(QStringLiteral("unidades geológicas.prj")), "x"));
    QVERIFY(!beside.known());
}

void KeptLayerTest::aFileThatChangedUnseenIsFound()
{
    Place place;
    place.cooked();
    const QDateTime time = QFileInfo(place.file).lastModified();
    QVERIFY(write(place.file, cells(12, "arenitas")));
    QFile file(place.file);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.setFileTime(time, QFileDevice::FileModificationTime));
    file.close();
    const auto known = place.known();
    QVERIFY(known); // same place, size and time
    QVERIFY(!known->isSound(place.progress));
    QVERIFY(!place.known()); // forgotten
    const auto fresh = place.cooked();
    QVERIFY(fresh->isSound(place.progress));
    const auto now = place.known();
    QVERIFY(now && now->isSound(place.progress));
    QCOMPARE(now->column(QStringLiteral("unit"))->text(1), QStringLiteral("arenitas"));
}

void KeptLayerTest::aFileThatChangesWhileOpenIsNotMixedUp()
{
    Place place;
    place.cooked();
    const auto known = place.known();
    QVERIFY(known);
    QVERIFY(write(place.file, cells(9)));
    QVERIFY_THROWS_EXCEPTION(base::Error, geo::wholeLayer(known, place.progress));
    QVERIFY_THROWS_EXCEPTION(base::Error, known->cook(mapOperation("EPSG:32612"), place.progress));
    known->cook(mapOperation(), place.progress); // what is shown stays
    QVERIFY(QFile::remove(place.file));
    QVERIFY_THROWS_EXCEPTION(base::Error, geo::wholeLayer(known, place.progress));

    // What was read from a file that changed before it was kept is not kept.
    Place hasty;
    const geo::KeptLayer::Source from = hasty.source();
    const geo::KeptLayer layer(
        hasty.store, from,
        std::make_shared<const geo::FeatureLayer>(from.read(hasty.progress, nullptr, nullptr)), {});
    QVERIFY(write(hasty.file, cells(9)));
    layer.cook(mapOperation(), hasty.progress);
    hasty.store->waitUntilKept();
    QCOMPARE(hasty.store->usedBytes(), qint64(0));
}

void KeptLayerTest::theOldestGoesWhenThereIsNoRoom()
{
    Place first;
    first.cooked();
    const qint64 one = first.store->usedBytes();
    QVERIFY(one > 0);
    Place second;
    second.store = first.store;
    Place third;
    third.store = first.store;
    QTest::qWait(20); // times of files are told apart
    second.cooked();
    QTest::qWait(20);
    QVERIFY(first.known()); // used last now
    QTest::qWait(20);
    first.store->setMostBytes(one * 5 / 2);
    third.cooked();
    QVERIFY(first.known());
    QVERIFY(!second.known());
    QVERIFY(third.known());
    QVERIFY(first.store->usedBytes() <= first.store->mostBytes());
    first.store->setMostBytes(one / 2);
    QCOMPARE(first.store->usedBytes(), qint64(0));
    second.cooked(); // too large to be kept
    QCOMPARE(first.store->usedBytes(), qint64(0));
    first.store->setMostBytes(one * 9);
    second.cooked();
    third.cooked();
    QVERIFY(first.store->usedBytes() > one);
    first.store->empty();
    QCOMPARE(first.store->usedBytes(), qint64(0));
}

void KeptLayerTest::twoProgramsShareAFolder()
{
    Place place;
    place.cooked();
    const auto mine = place.known();
    Place other;
    other.file = place.file;
    other.store = std::make_shared<geo::LayerStore>(place.store->folder(),
                                                    geo::LayerStore::MostBytesByDefault);
    const auto theirs = other.known();
    QVERIFY(mine && theirs);
    const geo::CookedLayer before = mine->cook(mapOperation(), place.progress);
    other.store->empty();
    QVERIFY(!place.known());
    // What is open stays whole.
    QVERIFY(same(before, theirs->cook(mapOperation(), other.progress)));
    QCOMPARE(mine->column(QStringLiteral("unit"))->text(0), QStringLiteral("Pórfido ñ"));
    // Both write it at once.
    const geo::KeptLayer::Source from = place.source();
    for (int i = 0; i < 20; ++i) {
        const geo::KeptLayer a(
            place.store, from,
            std::make_shared<const geo::FeatureLayer>(from.read(place.progress, nullptr, nullptr)),
            {});
        const geo::KeptLayer b(
            other.store, from,
            std::make_shared<const geo::FeatureLayer>(from.read(place.progress, nullptr, nullptr)),
            {});
        a.cook(mapOperation(), place.progress);
        b.cook(mapOperation(), place.progress);
    }
    place.store->waitUntilKept();
    other.store->waitUntilKept();
    QVERIFY(place.known());
    QCOMPARE(QDir(place.store->folder()).entryList(QDir::Files).size(), 1);
}

void KeptLayerTest::aFolderThatCannotBeWrittenDoesNoHarm()
{
    Place place;
    QVERIFY(write(place.folder.filePath(QStringLiteral("no folder")), "a file"));
    place.store =
        std::make_shared<geo::LayerStore>(place.folder.filePath(QStringLiteral("no folder/layers")),
                                          geo::LayerStore::MostBytesByDefault);
    QCOMPARE(place.cooked()->size(), std::size_t(144));
    QVERIFY(!place.known());
    QCOMPARE(place.store->usedBytes(), qint64(0));
    place.store->empty();
}

QTEST_GUILESS_MAIN(KeptLayerTest)
#include "kept_layer_test.moc"
