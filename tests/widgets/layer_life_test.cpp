// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/settings.h"
#include "geo/feature_layer.h"
#include "geo/kept_layer.h"
#include "tests/support/cells.h"
#include "tests/support/open_window.h"
#include "widgets/message.h"
#include "widgets/window_tasks.h"

#include <QAction>
#include <set>

namespace {

using support::answerFileDialog;
using support::Window;

QByteArray square(const char* unit)
{
    return QByteArray(R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":
        {"unit":")") +
           unit + R"("},"geometry":{"type":"Polygon","coordinates":
        [[[-111,28],[-109,28],[-109,30],[-111,30],[-111,28]]]}}]})";
}

// A window with what these tests look at in it.
struct Layers : Window
{
    explicit Layers(const QString& path)
        : Window(path)
    {
        QObject::connect(&workspace.jobs(), &widgets::Jobs::changed, &window, [this] {
            for (const widgets::Jobs::Running& job : workspace.jobs().running()) {
                begun[job.title].insert(job.id);
                if (!cancels.isEmpty() && job.title.startsWith(cancels))
                    job.progress->cancel();
            }
        });
    }
    void add(const QString& file)
    {
        window.tasks().addLayerFiles({file});
        still();
    }
    base::Id topId() { return workspace.state().layers.back().id; }
    QTreeWidgetItem* row(base::Id id)
    {
        for (int i = 0; i < layers()->topLevelItemCount(); ++i)
            if (layers()->topLevelItem(i)->data(0, Qt::UserRole).toLongLong() == id)
                return layers()->topLevelItem(i);
        qFatal("no such row");
    }
    void trigger(base::Id id, const char* action)
    {
        auto* panel = window.findChild<widgets::LayerPanel*>();
        panel->setCurrentLayer(id);
        auto* found = panel->layerMenu()->findChild<QAction*>(QString::fromLatin1(action));
        QVERIFY(found != nullptr && found->isEnabled());
        found->trigger();
    }
    void setMapCrs(const char* code)
    {
        const geo::Crs crs = geo::Crs::fromText(QString::fromLatin1(code));
        workspace.edit({QStringLiteral("CRS"), {}}, false,
                       [crs](catalogue::Edit& edit) { catalogue::writeMapCrs(edit, crs); });
    }
    // Another layer's, that has nothing to do with the one at hand.
    void editAnother(base::Id id)
    {
        catalogue::Layer other = workspace.state().layers.front();
        QVERIFY(other.id != id);
        other.opacity = other.opacity > 0.5 ? 0.4 : 0.9;
        workspace.edit({QStringLiteral("Opacity"), {}}, false,
                       [other](catalogue::Edit& edit) { catalogue::updateLayer(edit, other); });
        still();
    }
    const geo::MapLayer* onMap(base::Id id)
    {
        for (const geo::MapLayer& layer : window.canvas()->content().layers)
            if (layer.id == id)
                return &layer;
        return nullptr;
    }

    std::map<QString, std::set<quint64>> begun; // jobs, by title
    QString cancels;                            // what begins so is cancelled at once
};

} // namespace

class LayerLifeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void whatWasCancelledWaits();
    void failuresKeepToTheirLayer();
    void anotherCrsIsPreparedOnceAndBeside();
    void aPreparationMayBeCancelledAndFail();
    void isSeenWhileItIsAdded();
    void whatIsKnownIsAddedAtOnce();
    void aFileThatGoesOrChangesIsSaid();
    void aMissingFileThatComesBackIsRead();
    void aFileIsFoundElsewhere();

private:
    QTemporaryDir m_folder;
    QString m_path;
    QString m_cells = m_folder.filePath(QStringLiteral("cells.geojson"));
    QString m_square;
    int m_copies = 0;
};

void LayerLifeTest::initTestCase()
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    support::useEmptySettings();
    support::OpenSample sample;
    sample.workspace.close();
    QVERIFY(support::settle(sample.workspace));
    QVERIFY(QFile::copy(sample.path, m_folder.filePath(QStringLiteral("made.veta.gpkg"))));
    support::writeFile(m_cells, support::cells());
}

void LayerLifeTest::init()
{
    QSettings().clear();
    m_path = m_folder.filePath(QStringLiteral("copy%1.veta.gpkg").arg(++m_copies));
    QVERIFY(QFile::copy(m_folder.filePath(QStringLiteral("made.veta.gpkg")), m_path));
    m_square = m_folder.filePath(QStringLiteral("square%1.geojson").arg(m_copies));
    support::writeFile(m_square, square("Qal"));
    geo::LayerStore::ofUser()->empty();
}

void LayerLifeTest::cleanup()
{
    widgets::setMessageProbe(nullptr);
}

void LayerLifeTest::whatWasCancelledWaits()
{
    base::Id id = 0;
    {
        Layers w(m_path);
        w.add(m_cells);
        id = w.topId();
        w.workspace.layerStore().waitUntilKept();
        w.workspace.layerStore().empty();
    }
    const QString empty = m_folder.filePath(QStringLiteral("made.veta.gpkg"));
    Layers w(empty);
    w.cancels = QStringLiteral("Reading cells");
    w.workspace.open(m_path);
    w.still();
    QCOMPARE(w.row(id)->text(0), QStringLiteral("cells – cancelled"));
    QVERIFY(w.row(id)->toolTip(0).contains(QStringLiteral("Read again")));
    QVERIFY(!w.workspace.layers().at(id).features);
    QVERIFY(w.onMap(id) == nullptr);
    QCOMPARE(w.begun.at(w.cancels).size(), std::size_t(1));

    w.editAnother(id);
    QCOMPARE(w.row(id)->text(0), QStringLiteral("cells – cancelled"));
    QCOMPARE(w.begun.at(QStringLiteral("Reading cells")).size(), std::size_t(1));

    w.cancels.clear();
    w.trigger(id, "readAgain");
    QCOMPARE(w.row(id)->text(0), QStringLiteral("cells – reading"));
    w.still();
    QCOMPARE(w.row(id)->text(0), QStringLiteral("cells"));
    QVERIFY(w.onMap(id) != nullptr && w.onMap(id)->features);

    // What is shown stays where reading it again is cancelled.
    w.cancels = QStringLiteral("Reading cells");
    w.trigger(id, "readAgain");
    w.still();
    QCOMPARE(w.row(id)->text(0), QStringLiteral("cells"));
    QVERIFY(w.onMap(id)->features);
}

void LayerLifeTest::failuresKeepToTheirLayer()
{
    Layers w(m_path);
    w.add(m_square);
    const base::Id first = w.topId();
    w.add(m_square);
    const base::Id second = w.topId();
    QVERIFY(first != second);
    QCOMPARE(w.row(first)->text(0), w.row(second)->text(0));
    const QString name = w.row(first)->text(0);
    auto* panel = w.window.findChild<widgets::LayerPanel*>();
    panel->showFailures(
        {{base::Severity::Error, QStringLiteral("No."), {name, 0, {}, {}, second}}});
    QCOMPARE(w.row(first)->text(0), name);
    QCOMPARE(w.row(second)->text(0), name + QStringLiteral(" – cannot be drawn"));
    QCOMPARE(w.row(second)->toolTip(0), QStringLiteral("No."));
    QVERIFY(w.onMap(first) != nullptr && w.onMap(second) != nullptr);
}

void LayerLifeTest::anotherCrsIsPreparedOnceAndBeside()
{
    Layers w(m_path);
    w.add(m_cells);
    const base::Id id = w.topId();
    w.workspace.layerStore().waitUntilKept();
    w.workspace.layerStore().empty();
    QVERIFY(w.onMap(id)->features);
    int drafts = 0;
    int pans = 0;
    QObject::connect(&w.workspace, &widgets::Workspace::draftsChanged, &w.window, [&] {
        const geo::MapLayer* shown = w.onMap(id);
        if (shown == nullptr || shown->drafts.empty())
            return;
        ++drafts;
        QVERIFY(!shown->features);
    });
    QTimer hand; // that never rests
    QObject::connect(&hand, &QTimer::timeout, &w.window, [&] {
        w.window.canvas()->pan({++pans % 2 == 0 ? 8.0 : -8.0, 0});
    });
    hand.start(5);
    w.begun.clear();
    w.setMapCrs("EPSG:32612");
    QVERIFY(QTest::qWaitFor([&] { return w.workspace.state().mapCrs.code().contains(u"32612"); },
                            60'000));
    QVERIFY(w.onMap(id) == nullptr || !w.onMap(id)->features);
    QVERIFY(
        QTest::qWaitFor([&] { return w.onMap(id) != nullptr && w.onMap(id)->features; }, 60'000));
    hand.stop();
    w.still();
    QVERIFY(drafts > 0);
    QVERIFY(pans > 1);
    QCOMPARE(w.begun.at(QStringLiteral("Preparing cells for the map")).size(), std::size_t(1));
    QCOMPARE(w.row(id)->text(0), QStringLiteral("cells"));
    QVERIFY(w.workspace.openLayers().drafts(id).empty());
    QVERIFY(!w.workspace.featuresAt(w.workspace.layers().at(id), {-111.95, 24.05}, 0).empty());
}

void LayerLifeTest::aPreparationMayBeCancelledAndFail()
{
    Layers w(m_path);
    w.add(m_cells);
    const base::Id id = w.topId();
    const auto before = w.workspace.state().mapCrs.toText();
    w.begun.clear();
    w.cancels = QStringLiteral("Preparing");
    w.setMapCrs("EPSG:32612");
    w.still();
    QCOMPARE(w.row(id)->text(0), QStringLiteral("cells – cancelled"));
    w.editAnother(id);
    QCOMPARE(w.begun.at(QStringLiteral("Preparing cells for the map")).size(), std::size_t(1));
    w.cancels.clear();
    w.trigger(id, "readAgain");
    w.still();
    QCOMPARE(w.row(id)->text(0), QStringLiteral("cells"));
    QVERIFY(w.onMap(id)->features);

    // It cannot be moved to yet another one, for its file has gone; what was ready is.
    w.workspace.layerStore().waitUntilKept();
    const QString aside = m_cells + QStringLiteral(".aside");
    QVERIFY(QFile::rename(m_cells, aside));
    w.setMapCrs("EPSG:3857");
    w.still();
    QCOMPARE(w.row(id)->text(0), QStringLiteral("cells – cannot be drawn"));
    QVERIFY2(w.row(id)->toolTip(0).contains(QStringLiteral("cells.geojson")),
             qPrintable(w.row(id)->toolTip(0)));
    w.setMapCrs(before.toUtf8().constData());
    w.still();
    QVERIFY(w.onMap(id)->features);
    QVERIFY(QFile::rename(aside, m_cells));
}

void LayerLifeTest::isSeenWhileItIsAdded()
{
    Layers w(m_path);
    const std::size_t before = w.workspace.state().layers.size();
    int seen = 0; // drafts of it on the map before it is a layer
    QObject::connect(&w.workspace, &widgets::Workspace::draftsChanged, &w.window, [&] {
        if (w.workspace.state().layers.size() == before &&
            w.window.canvas()->content().layers.size() > before &&
            !w.window.canvas()->content().layers.back().drafts.empty())
            ++seen;
    });
    w.add(m_cells);
    QVERIFY(seen > 0);
    QCOMPARE(w.workspace.state().layers.size(), before + 1);
    QCOMPARE(w.workspace.state().layers.back().digest.size(), 64);
    QVERIFY(w.workspace.openLayers().offers().all().empty());
    QVERIFY(w.onMap(w.topId())->features);
    QCOMPARE(w.window.canvas()->content().layers.size(), before + 1);

    // Cancelled, nothing is left of it.
    w.cancels = QStringLiteral("Looking at cells");
    w.workspace.layerStore().waitUntilKept();
    w.workspace.layerStore().empty();
    w.add(m_cells);
    QCOMPARE(w.workspace.state().layers.size(), before + 1);
    QCOMPARE(w.window.canvas()->content().layers.size(), before + 1);
    QVERIFY(w.workspace.openLayers().offers().all().empty());
}

void LayerLifeTest::whatIsKnownIsAddedAtOnce()
{
    Layers w(m_path);
    w.add(m_cells);
    const QString digest = w.workspace.state().layers.back().digest;
    w.workspace.layerStore().waitUntilKept();
    w.workspace.undo();
    w.still();
    const QSignalSpy drafts(&w.workspace, &widgets::Workspace::draftsChanged);
    w.begun.clear();
    w.add(m_cells);
    QCOMPARE(drafts.count(), 0);
    QVERIFY(!w.begun.contains(QStringLiteral("Preparing cells for the map")));
    QCOMPARE(w.workspace.state().layers.back().digest, digest);
    QCOMPARE(w.row(w.topId())->text(0), QStringLiteral("cells"));
    QVERIFY(w.onMap(w.topId())->features);
}

void LayerLifeTest::aFileThatGoesOrChangesIsSaid()
{
    Layers w(m_path);
    w.add(m_square);
    const base::Id id = w.topId();
    const QString name = w.row(id)->text(0);
    const QString aside = m_square + QStringLiteral(".aside");
    const auto unit = [&] {
        return w.workspace.layers().at(id).features->column(QStringLiteral("unit"))->text(0);
    };
    QVERIFY(QFile::rename(m_square, aside));
    w.workspace.openLayers().lookAtFiles();
    QTRY_COMPARE_WITH_TIMEOUT(w.row(id)->text(0), name + QStringLiteral(" – missing"), 60'000);
    QVERIFY(w.row(id)->toolTip(0).contains(QStringLiteral("is gone")));
    QVERIFY(w.onMap(id)->features);
    // What cannot be read again stays on the map.
    w.trigger(id, "readAgain");
    w.still();
    QCOMPARE(w.row(id)->text(0), name + QStringLiteral(" – missing"));
    QVERIFY(w.onMap(id)->features);
    QVERIFY(QFile::rename(aside, m_square));
    w.workspace.openLayers().lookAtFiles();
    QTRY_COMPARE_WITH_TIMEOUT(w.row(id)->text(0), name, 60'000);

    support::writeFile(m_square, square("Kgr "));
    w.workspace.openLayers().lookAtFiles();
    QTRY_COMPARE_WITH_TIMEOUT(w.row(id)->text(0), name + QStringLiteral(" – changed since"),
                              60'000);
    QVERIFY(w.row(id)->toolTip(0).contains(QStringLiteral("Read again")));
    QCOMPARE(unit(), QStringLiteral("Qal"));
    w.trigger(id, "readAgain");
    w.still();
    QCOMPARE(unit(), QStringLiteral("Kgr "));
    // It is not what was added, which is said now.
    QTRY_COMPARE_WITH_TIMEOUT(w.row(id)->text(0), name + QStringLiteral(" – changed since"),
                              60'000);
    QVERIFY(w.row(id)->toolTip(0).contains(QStringLiteral("no longer the one that was added")));
}

void LayerLifeTest::aMissingFileThatComesBackIsRead()
{
    base::Id id = 0;
    {
        Layers w(m_path);
        w.add(m_square);
        id = w.topId();
    }
    const QString aside = m_square + QStringLiteral(".aside");
    QVERIFY(QFile::rename(m_square, aside));
    Layers w(m_path);
    QVERIFY(w.row(id)->text(0).endsWith(QStringLiteral(" – missing")));
    QVERIFY(QFile::rename(aside, m_square));
    w.workspace.openLayers().lookAtFiles();
    QTRY_VERIFY_WITH_TIMEOUT(w.onMap(id) != nullptr && w.onMap(id)->features, 60'000);
    w.still();
    QVERIFY(!w.row(id)->text(0).contains(QStringLiteral(" – ")));
}

void LayerLifeTest::aFileIsFoundElsewhere()
{
    Layers w(m_path);
    w.add(m_square);
    const base::Id id = w.topId();
    const catalogue::Layer added = w.workspace.state().layers.back();
    const auto path = [&] { return w.workspace.state().layers.back().path; };
    QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("maps")));
    const QString there = m_folder.filePath(QStringLiteral("maps/there.geojson"));
    QFile::remove(there);
    QVERIFY(QFile::rename(m_square, there));
    w.trigger(id, "readAgain");
    w.still();
    answerFileDialog(there);
    w.trigger(id, "relocate");
    w.still();
    QCOMPARE(path(), QStringLiteral("maps/there.geojson"));
    QCOMPARE(w.row(id)->text(0), added.nameIn(base::Language::English));
    QCOMPARE(geo::styleToJson(w.workspace.state().layers.back().style),
             geo::styleToJson(added.style));
    QVERIFY(w.onMap(id)->features);

    // One that holds something else is asked about.
    widgets::MessageProbe probe;
    widgets::setMessageProbe(&probe);
    probe.answer = false;
    const QString other = m_folder.filePath(QStringLiteral("maps/other.geojson"));
    support::writeFile(other, square("Tv"));
    answerFileDialog(other);
    w.trigger(id, "relocate");
    w.still();
    QVERIFY2(probe.last.contains(QStringLiteral("other.geojson")), qPrintable(probe.last));
    QCOMPARE(path(), QStringLiteral("maps/there.geojson"));
    probe.answer = true;
    answerFileDialog(other);
    w.trigger(id, "relocate");
    w.still();
    QCOMPARE(path(), QStringLiteral("maps/other.geojson"));
    w.workspace.undo();
    w.still();
    QCOMPARE(path(), QStringLiteral("maps/there.geojson"));
    w.workspace.undo();
    w.still();
    QCOMPARE(path(), added.path);
    QVERIFY(w.row(id)->text(0).endsWith(QStringLiteral(" – missing")));
}

QTEST_MAIN(LayerLifeTest)
#include "layer_life_test.moc"
