// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.h"
#include "base/error.h"
#include "catalogue/layer.h"
#include "geo/feature_layer.h"
#include "geo/kept_layer.h"
#include "geo/map_view.h"
#include "tests/support/cells.h"

#include <QTemporaryDir>
#include <QtTest>

#include <new>
#include <stdexcept>

namespace {

} // namespace

class LayerLoaderTest : public QObject
{
    Q_OBJECT

    using Draft = std::shared_ptr<const geo::FeatureTable>;
    QTemporaryDir m_folder;
    QString m_file = at("cells.geojson");
    base::Progress m_progress;

    QString at(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    catalogue::LayerCache cache(std::function<void(Draft)> onDraft = {}) const
    {
        const geo::MapView view(geo::Crs::fromText(QStringLiteral("EPSG:6372")), QSizeF(9, 9));
        return {std::make_shared<geo::LayerStore>(at("cache"), geo::LayerStore::MostBytesByDefault),
                view.fromWgs84(), std::move(onDraft)};
    }
    catalogue::LayerContent content() const
    {
        catalogue::LayerContent content;
        content.absolutePath = m_file;
        content.layer.name.en = QStringLiteral("Cells");
        content.layer.path = QStringLiteral("cells.geojson");
        content.layer.crs = QStringLiteral("EPSG:4326");
        return content;
    }
    catalogue::LayerProposal propose(const std::optional<catalogue::LayerCache>& cache)
    {
        return catalogue::proposeLayer(at("p.veta.gpkg"), m_file, {}, {}, false, m_progress, cache);
    }

private Q_SLOTS:
    void initTestCase() { support::writeFile(m_file, support::cells("unit", true)); }

    void whateverStopsItIsSaidOfIt_data();
    void whateverStopsItIsSaidOfIt();
    void aCancelIsNoFailure();
    void aProposalShowsDraftsAndIsDigested();
    void whatIsKeptIsNotReadToBeProposed();
    void aFileIsLookedAtByItsTime();
    void anotherPlaceOfTheSameFile();
    void anotherFileSaysWhatIsDifferent();
};

void LayerLoaderTest::whateverStopsItIsSaidOfIt_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("said");
    QTest::newRow("memory") << 0 << "not enough memory to read “cells.geojson”";
    QTest::newRow("unforeseen") << 1 << "“cells.geojson” cannot be read: a slip";
    QTest::newRow("said") << 2 << "It is torn.";
}

void LayerLoaderTest::whateverStopsItIsSaidOfIt()
{
    QFETCH(int, kind);
    QFETCH(QString, said);
    const auto stop = [kind](const Draft&) {
        if (kind == 0)
            throw std::bad_alloc();
        if (kind == 1)
            throw std::runtime_error("a slip");
        throw base::Error(QStringLiteral("It is torn."));
    };
    const catalogue::LoadedLayer loaded = catalogue::loadLayer(content(), m_progress, cache(stop));
    QVERIFY(loaded.state == catalogue::LayerState::Failed);
    QVERIFY2(loaded.problem.contains(said), qPrintable(loaded.problem));
    QVERIFY(!loaded.features);
}

void LayerLoaderTest::aCancelIsNoFailure()
{
    base::Progress progress;
    const auto cancel = [&](const Draft&) { progress.cancel(); };
    QVERIFY_THROWS_EXCEPTION(base::Cancelled,
                             catalogue::loadLayer(content(), progress, cache(cancel)));
    base::Progress proposing;
    const auto stop = [&](const Draft&) { proposing.cancel(); };
    QVERIFY_THROWS_EXCEPTION(
        base::Cancelled,
        catalogue::proposeLayer(at("p.veta.gpkg"), m_file, {}, {}, false, proposing, cache(stop)));
}

void LayerLoaderTest::aProposalShowsDraftsAndIsDigested()
{
    std::vector<Draft> drafts;
    const auto proposal = propose(cache([&](const Draft& draft) { drafts.push_back(draft); }));
    QVERIFY(!drafts.empty());
    // With what may colour them, and nothing else.
    QCOMPARE(drafts.front()->columns().size(), std::size_t(1));
    QCOMPARE(drafts.front()->columns()[0].field().name, QStringLiteral("rgb"));
    QCOMPARE(proposal.layer.digest, base::sha256OfFile(m_file, m_progress));
    QVERIFY(std::dynamic_pointer_cast<const geo::FeatureLayer>(proposal.features));
    QCOMPARE(propose({}).layer.digest, proposal.layer.digest);
}

void LayerLoaderTest::whatIsKeptIsNotReadToBeProposed()
{
    int drafts = 0;
    const catalogue::LayerCache kept = cache([&](const Draft&) { ++drafts; });
    const auto first = propose(kept);
    QVERIFY(drafts > 0);
    catalogue::LayerContent added = content();
    added.layer = first.layer;
    added.features = first.features;
    const auto loaded = catalogue::loadLayer(added, m_progress, kept);
    loaded.features->cook(kept.fromWgs84, m_progress);
    kept.store->waitUntilKept();

    drafts = 0;
    const auto again = propose(kept);
    QCOMPARE(drafts, 0);
    QVERIFY(std::dynamic_pointer_cast<const geo::KeptLayer>(again.features));
    QCOMPARE(again.layer.digest, first.layer.digest);
    QCOMPARE(again.layer.style.field, first.layer.style.field);
    // And what was proposed so is what is loaded.
    added.layer = again.layer;
    added.features = again.features;
    QCOMPARE(catalogue::loadLayer(added, m_progress, kept).features, again.features);
    kept.store->empty();
}

void LayerLoaderTest::aFileIsLookedAtByItsTime()
{
    const QString file = at("stamp.geojson");
    support::writeFile(file, R"({"type":"FeatureCollection","features":[]})");
    catalogue::LayerContent small = content();
    small.absolutePath = file;
    const auto loaded = catalogue::loadLayer(small, m_progress);
    QCOMPARE(loaded.file, file);
    QVERIFY(catalogue::fileState(file, loaded.stamp) == catalogue::FileState::Same);
    support::writeFile(file, R"({"type":"FeatureCollection", "features":[]})");
    QVERIFY(catalogue::fileState(file, loaded.stamp) == catalogue::FileState::Changed);
    QVERIFY(QFile::remove(file));
    QVERIFY(catalogue::fileState(file, loaded.stamp) == catalogue::FileState::Gone);
}

void LayerLoaderTest::anotherPlaceOfTheSameFile()
{
    const auto proposal = propose({});
    catalogue::Layer layer = proposal.layer;
    layer.name.es = QStringLiteral("Celdas");
    layer.citation = QStringLiteral("SGM 2020");
    QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("maps")));
    QVERIFY(QFile::copy(m_file, at("maps/moved.geojson")));
    const auto moved =
        catalogue::relocateLayer(at("p.veta.gpkg"), layer, at("maps/moved.geojson"), m_progress);
    QVERIFY(moved.sameContent);
    QVERIFY(moved.issues.empty());
    QCOMPARE(moved.layer.path, QStringLiteral("maps/moved.geojson"));
    QCOMPARE(moved.layer.digest, layer.digest);
    QCOMPARE(moved.layer.crs, layer.crs);
    QCOMPARE(moved.layer.operation, layer.operation);
    QCOMPARE(geo::styleToJson(moved.layer.style), geo::styleToJson(layer.style));
    QCOMPARE(moved.layer.name.es, layer.name.es);
    QCOMPARE(moved.layer.citation, layer.citation);
}

void LayerLoaderTest::anotherFileSaysWhatIsDifferent()
{
    catalogue::Layer layer = propose({}).layer;
    layer.style.field = QStringLiteral("unit");
    support::writeFile(at("other.geojson"), support::cells("code", true));
    const auto other =
        catalogue::relocateLayer(at("p.veta.gpkg"), layer, at("other.geojson"), m_progress);
    QVERIFY(!other.sameContent);
    QCOMPARE(other.issues.size(), std::size_t(2));
    QVERIFY2(other.issues[0].text.contains(QStringLiteral("other.geojson")),
             qPrintable(other.issues[0].text));
    QVERIFY2(other.issues[1].text.contains(QStringLiteral("“unit”")),
             qPrintable(other.issues[1].text));
    QVERIFY(other.layer.digest != layer.digest);
    // A raster is no other place of features.
    support::writeFile(at("grid.asc"),
                       "ncols 2\nnrows 2\nxllcorner 0\nyllcorner 0\ncellsize 1\n1 2\n3 4\n");
    QVERIFY_THROWS_EXCEPTION(base::Error, catalogue::relocateLayer(at("p.veta.gpkg"), layer,
                                                                   at("grid.asc"), m_progress));
    QVERIFY_THROWS_EXCEPTION(
        base::Error,
        catalogue::relocateLayer(at("p.veta.gpkg"), layer, at("nowhere.geojson"), m_progress));
}

QTEST_GUILESS_MAIN(LayerLoaderTest)
#include "layer_loader_test.moc"
