// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/main_window.h"

#include "geo/feature_layer.h"
#include "geo/kept_layer.h"
#include "tests/support/open_window.h"
#include "widgets/layer_panel.h"
#include "widgets/map_canvas.h"
#include "widgets/mend_dialog.h"
#include "widgets/message.h"
#include "widgets/search_box.h"
#include "widgets/site_panel.h"
#include "widgets/site_table_model.h"
#include "widgets/status_line.h"
#include "widgets/welcome_page.h"
#include "widgets/window_tasks.h"

#include <QDockWidget>
#include <QLabel>
#include <QMenu>
#include <QSlider>
#include <QTableView>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeWidget>

namespace {

using support::answerFileDialog;
using support::hover;
using support::Window;

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), qint64(bytes.size()));
}

} // namespace

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void beginsWithAWelcome();
    void showsTheSample();
    void filtersTableMapAndCount();
    void aClickOnTheMapShowsTheRecord();
    void aRowShowsTheSite();
    void aPlaceShowsItsMapUnit();
    void aRasterSaysItsValueAndThatItIsGone();
    void layersSwitchFadeAndMove();
    void addsALayerOfAnotherCrs();
    void showsALargeLayerWhileItIsRead();
    void editsAreUndoneAfterReopening();
    void searchesOverAll();
    void everyStepShowsItsPanels();
    void speaksSpanishAtOnce();
    void standsAsItWasLeft();
    void exportsPdfAndCsv();
    void saysWhatCannotBeOpened_data();
    void saysWhatCannotBeOpened();
    void asksBeforeWorkIsStopped();
    void rowsSetAsideAreMendedByALink();

private:
    QTemporaryDir m_folder;
    QString m_path;
    int m_copies = 0;
};

void MainWindowTest::initTestCase()
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    support::useEmptySettings();
    support::OpenSample sample;
    const QString made = m_folder.filePath(QStringLiteral("made.veta.gpkg"));
    sample.workspace.close();
    QVERIFY(support::settle(sample.workspace));
    QVERIFY(QFile::copy(sample.path, made));
}

void MainWindowTest::init()
{
    QSettings().clear();
    m_path = m_folder.filePath(QStringLiteral("copy%1.veta.gpkg").arg(++m_copies));
    QVERIFY(QFile::copy(m_folder.filePath(QStringLiteral("made.veta.gpkg")), m_path));
}

void MainWindowTest::cleanup()
{
    widgets::setMessageProbe(nullptr);
}

void MainWindowTest::beginsWithAWelcome()
{
    Window w;
    w.workspace.close();
    w.still();
    QVERIFY(w.window.findChild<widgets::WelcomePage*>()->isVisible());
    for (QAction* action : {w.window.actions().exportPdf, w.window.actions().undo,
                            w.window.actions().importSites, w.window.actions().addLayer})
        QVERIFY(!action->isEnabled());
    QVERIFY(w.window.actions().open->isEnabled());
}

void MainWindowTest::showsTheSample()
{
    Window w(m_path);
    QVERIFY(!w.window.findChild<widgets::WelcomePage*>()->isVisible());
    QCOMPARE(w.rows(), int(w.workspace.state().sites->size()));
    QVERIFY(w.window.windowTitle().contains(w.workspace.state().info.title));
    QVERIFY(w.layers()->topLevelItemCount() >= 5);
    // The geological map comes with its legend unfolded.
    int unfolded = 0;
    for (int i = 0; i < w.layers()->topLevelItemCount(); ++i)
        unfolded += w.layers()->topLevelItem(i)->isExpanded() ? 1 : 0;
    QCOMPARE(unfolded, 1);
    // Something is drawn: the picture is not one colour.
    const QImage picture = w.window.canvas()->grab().toImage();
    QSet<QRgb> colours;
    for (int y = 0; y < picture.height(); y += 5)
        for (int x = 0; x < picture.width(); x += 5)
            colours.insert(picture.pixel(x, y));
    QVERIFY2(colours.size() > 25, qPrintable(QString::number(colours.size())));
}

void MainWindowTest::filtersTableMapAndCount()
{
    Window w(m_path);
    const int all = w.rows();
    QToolButton* country = nullptr;
    for (QToolButton* button : w.sites()->findChildren<QToolButton*>())
        if (button->text() == QLatin1String("Country"))
            country = button;
    QVERIFY(country != nullptr);
    Q_EMIT country->menu()->aboutToShow();
    QAction* mexico = nullptr;
    for (QAction* action : country->menu()->actions())
        if (action->text().startsWith(QLatin1String("Mexico")))
            mexico = action;
    QVERIFY(mexico != nullptr);
    mexico->trigger();
    w.still();
    QVERIFY(w.rows() > 0 && w.rows() < all);
    QVERIFY2(w.count().contains(QString::number(w.rows())), qPrintable(w.count()));
    size_t placed = 0; // a site without a position is in the table alone
    for (const size_t row : w.workspace.shownRows()) {
        const catalogue::SiteSummary& site = (*w.workspace.state().sites)[row];
        QCOMPARE(site.country, QStringLiteral("MX"));
        placed += site.lonLat ? 1 : 0;
    }
    QCOMPARE(w.window.canvas()->content().sites->size(), placed);
    // Words narrow it further, as they are typed.
    auto* text = w.sites()->findChild<QLineEdit*>();
    QTest::keyClicks(text, QStringLiteral("cananea"));
    QTRY_COMPARE(w.workspace.filter().text, QStringLiteral("cananea"));
    w.still();
    QVERIFY(w.rows() >= 1 && w.rows() < 10);
    for (QToolButton* button : w.sites()->findChildren<QToolButton*>())
        if (button->text() == QLatin1String("Show all"))
            QTest::mouseClick(button, Qt::LeftButton);
    w.still();
    QCOMPARE(w.rows(), all);
}

void MainWindowTest::aClickOnTheMapShowsTheRecord()
{
    Window w(m_path);
    const base::Id site = w.siteCalled(QStringLiteral("Molango"));
    w.window.canvas()->centreOn(
        *(*w.workspace.state().sites)[*w.workspace.state().sites->rowOf(site)].lonLat);
    w.window.canvas()->zoom(6);
    w.still();
    const QPoint at = w.pixelOf(site).toPoint();
    QTest::mouseClick(w.window.canvas(), Qt::LeftButton, {}, at);
    w.still();
    QCOMPARE(w.workspace.selectedSites(), std::set<base::Id>{site});
    const QModelIndexList chosen = w.sites()->table()->selectionModel()->selectedRows();
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().data().toString(), QStringLiteral("Molango"));
    auto* record = w.window.findChild<QTextBrowser*>();
    QTRY_VERIFY(record->toPlainText().contains(QStringLiteral("Molango")));
    // Each figure with what it cites.
    QVERIFY(record->toPlainText().contains(QStringLiteral("Major mineral deposits of the world")));
}

void MainWindowTest::aRowShowsTheSite()
{
    Window w(m_path);
    QTableView* table = w.sites()->table();
    const QModelIndex index = table->model()->index(3, 0);
    table->scrollTo(index);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(index).center());
    w.still();
    const base::Id site = index.data(widgets::SiteTableModel::IdRole).toLongLong();
    QCOMPARE(w.workspace.selectedSites(), std::set<base::Id>{site});
    QCOMPARE(w.window.canvas()->content().selected, std::set<base::Id>{site});
    QTest::mouseDClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(index).center());
    w.still();
    const QPointF middle(w.window.canvas()->width() / 2.0, w.window.canvas()->height() / 2.0);
    QVERIFY(QLineF(w.pixelOf(site), middle).length() < 2);
    // Sorted by another column, the row is still the chosen one.
    table->sortByColumn(widgets::SiteTableModel::Commodities, Qt::DescendingOrder);
    w.still();
    QCOMPARE(table->selectionModel()
                 ->selectedRows()
                 .first()
                 .data(widgets::SiteTableModel::IdRole)
                 .toLongLong(),
             site);
}

void MainWindowTest::aPlaceShowsItsMapUnit()
{
    Window w(m_path);
    const QPointF sonora(-110.0, 28.2);
    w.window.canvas()->centreOn(sonora);
    w.window.canvas()->zoom(8);
    w.still();
    const QPoint at = w.window.canvas()->view().fromLonLat(sonora)->toPoint();
    hover(*w.window.canvas(), at);
    const QString tip = w.window.canvas()->toolTip();
    QVERIFY(!tip.isEmpty());
    QTest::mouseClick(w.window.canvas(), Qt::LeftButton, {}, at);
    w.still();
    auto* record = w.window.findChild<QTextBrowser*>();
    QTRY_VERIFY(record->toPlainText().contains(tip.section(QLatin1Char('\n'), 0, 0)));
    QVERIFY(record->toPlainText().contains(QStringLiteral("chematic")));
}

void MainWindowTest::aRasterSaysItsValueAndThatItIsGone()
{
    // Twelve degrees of heights from west to east, of which the map shows the first.
    const QString file = m_folder.filePath(QStringLiteral("heights.asc"));
    QByteArray grid = "ncols 1200\nnrows 300\nxllcorner -112\nyllcorner 29\ncellsize 0.01\n";
    for (int i = 0; i < 1200 * 300; ++i)
        grid += QByteArray::number(1000 + i % 1200) + ' ';
    writeFile(file, grid);
    Window w(m_path);
    widgets::MapCanvas& canvas = *w.window.canvas();
    canvas.fitLonLat({-111.9, 31, -111, 31.9});
    w.still();
    base::Progress progress;
    catalogue::Layer added =
        catalogue::proposeLayer(m_path, file, {}, geo::Crs::wgs84(), false, progress).layer;
    added.name = {QStringLiteral("Heights"), QStringLiteral("Alturas")};
    QVERIFY(w.workspace.edit({QStringLiteral("Added"), {}}, false,
                             [&](catalogue::Edit& edit) { catalogue::addLayer(edit, added); }));
    w.still();
    QTreeWidgetItem* row = w.layers()->topLevelItem(1);
    QCOMPARE(row->text(0), QStringLiteral("Heights"));
    QCOMPARE(row->childCount(), 1); // its ramp, with both ends
    QVERIFY2(row->child(0)->text(0).contains(QStringLiteral("1,0")),
             qPrintable(row->child(0)->text(0)));

    const QPointF place(-111.505, 31.505); // of column 49
    hover(canvas, *canvas.view().fromLonLat(place));
    auto* status = w.window.findChild<widgets::StatusLine*>();
    QTRY_VERIFY(status->placeLabel()->text().contains(QStringLiteral("Heights: 1,049")));
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, canvas.view().fromLonLat(place)->toPoint());
    auto* record = w.window.findChild<QTextBrowser*>();
    QTRY_VERIFY(
        record->toPlainText().contains(QRegularExpression(QStringLiteral("1,0(48|49|50)"))));

    // Its file goes: what was seen stays, what was not says so in its row.
    const QDateTime written = QFileInfo(file).lastModified();
    QVERIFY(QFile::remove(file));
    canvas.centreOn({-101, 31});
    w.still();
    QTRY_COMPARE(w.layers()->topLevelItem(1)->text(0), QStringLiteral("Heights – cannot be drawn"));
    QVERIFY(w.layers()->topLevelItem(1)->toolTip(0).contains(QStringLiteral("heights.asc")));
    writeFile(file, grid);
    QFile back(file);
    QVERIFY(back.open(QIODevice::ReadWrite));
    QVERIFY(back.setFileTime(written, QFileDevice::FileModificationTime));
    back.close();
    canvas.pan({-1, 0});
    w.still();
    QTRY_COMPARE(w.layers()->topLevelItem(1)->text(0), QStringLiteral("Heights"));
}

void MainWindowTest::layersSwitchFadeAndMove()
{
    Window w(m_path);
    QTreeWidget* tree = w.layers();
    QTreeWidgetItem* top = tree->topLevelItem(1);
    const QString name = top->text(0);
    const QRect box = tree->visualItemRect(top);
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {},
                      QPoint(box.left() + 8, box.center().y()));
    w.still();
    QVERIFY(!w.layer(name).visible);
    auto* opacity = w.window.findChild<widgets::LayerPanel*>()->findChild<QSlider*>();
    opacity->setFocus();
    QTest::keyClick(opacity, Qt::Key_PageDown);
    w.still();
    QVERIFY(w.layer(name).opacity < 1);
    const size_t before = w.workspace.state().layers.size() - 1;
    QCOMPARE(w.workspace.state().layers[before].name.en, name);
    for (QToolButton* button :
         w.window.findChild<widgets::LayerPanel*>()->findChildren<QToolButton*>())
        if (button->arrowType() == Qt::DownArrow)
            QTest::mouseClick(button, Qt::LeftButton);
    w.still();
    QCOMPARE(w.workspace.state().layers[before - 1].name.en, name);
    for (int i = 0; i < 3; ++i) {
        QTest::keyClick(&w.window, Qt::Key_Z, Qt::ControlModifier);
        w.still();
    }
    QVERIFY(w.layer(name).visible);
    QCOMPARE(w.layer(name).opacity, 1.0);
    QCOMPARE(w.workspace.state().layers[before].name.en, name);
}

void MainWindowTest::addsALayerOfAnotherCrs()
{
    Window w(m_path);
    // A square of a kilometre at 500 000 E, 3 500 000 N of UTM zone 12 on NAD27: 111 W, 31.63 N.
    const QString file = m_folder.filePath(QStringLiteral("square.geojson"));
    writeFile(file, R"({"type":"FeatureCollection",
        "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::26712"}},
        "features":[{"type":"Feature","properties":{"unit":"Qal"},"geometry":{"type":"Polygon",
        "coordinates":[[[500000,3500000],[501000,3500000],[501000,3501000],[500000,3501000],
        [500000,3500000]]]}}]})");
    answerFileDialog(file);
    w.window.actions().addLayer->trigger();
    w.still();
    const catalogue::Layer& layer = w.workspace.state().layers.back();
    QCOMPARE(layer.name.en, QStringLiteral("square"));
    QVERIFY(layer.accuracyMetres.has_value());
    const geo::Extent extent = w.workspace.layers().at(layer.id).features->extent();
    QVERIFY(std::abs(extent.west - -111.0) < 0.002);
    QVERIFY(std::abs(extent.south - 31.635) < 0.01);
    QVERIFY(std::abs((extent.north - extent.south) * 110'900 - 1000) < 5);
    w.window.actions().undo->trigger();
    w.still();
    QVERIFY(w.workspace.state().layers.back().name.en != QLatin1String("square"));
}

// While a large layer is read for the first time its parts are on the map; the next time it is
// there at once, and a file that changed meanwhile is found and read anew.
void MainWindowTest::showsALargeLayerWhileItIsRead()
{
    // Squares of forty points a side.
    QByteArray features;
    const auto at = [](double x, double y) {
        return QByteArray("[") + QByteArray::number(x, 'f', 5) + "," +
               QByteArray::number(y, 'f', 5) + "]";
    };
    for (int i = 0; i < 48 * 48; ++i) {
        const double x = -112 + i % 48 * 0.1;
        const double y = 24 + i / 48 * 0.1;
        QByteArray ring;
        for (int k = 0; k < 160; ++k) {
            const double along = k % 40 * 0.0025;
            const double dx = k < 40 ? along : k < 80 ? 0.1 : k < 120 ? 0.1 - along : 0;
            const double dy = k < 40 ? 0 : k < 80 ? along : k < 120 ? 0.1 : 0.1 - along;
            ring += at(x + dx, y + dy) + ",";
        }
        features += QByteArray(i > 0 ? "," : "") + R"({"type":"Feature","properties":{"unit":"U)" +
                    QByteArray::number(i % 9) +
                    R"("},"geometry":{"type":"Polygon","coordinates":[[)" + ring + at(x, y) +
                    "]]}}";
    }
    const QString file = m_folder.filePath(QStringLiteral("cells.geojson"));
    writeFile(file, R"({"type":"FeatureCollection","features":[)" + features + "]}");
    const QString project = m_folder.filePath(QStringLiteral("large.veta.gpkg"));
    QFile::remove(project);
    QVERIFY(QFile::copy(m_path, project));
    base::Id id = 0;
    {
        Window w(project);
        answerFileDialog(file);
        w.window.actions().addLayer->trigger();
        w.still();
        id = w.workspace.state().layers.back().id;
        QVERIFY(
            std::dynamic_pointer_cast<const geo::KeptLayer>(w.workspace.layers().at(id).features));
        w.workspace.layerStore().waitUntilKept();
        w.workspace.layerStore().empty();
    }
    {
        Window w(m_path);
        const QSignalSpy drafts(&w.workspace, &widgets::Workspace::draftsChanged);
        int shown = 0; // layers of the map that are drafts
        QObject::connect(&w.workspace, &widgets::Workspace::draftsChanged, &w.window, [&] {
            for (const geo::MapLayer& layer : w.window.canvas()->content().layers)
                shown += layer.drafts.empty() ? 0 : 1;
        });
        w.workspace.open(project);
        w.still();
        QVERIFY(drafts.count() > 0);
        QVERIFY(shown > 0);
        QVERIFY(w.workspace.openLayers().drafts(id).empty());
        for (const geo::MapLayer& layer : w.window.canvas()->content().layers)
            QVERIFY(layer.drafts.empty());
        QVERIFY(!w.workspace.featuresAt(w.workspace.layers().at(id), {-111.95, 24.05}, 0).empty());
        w.workspace.layerStore().waitUntilKept();
    }
    {
        Window w(m_path);
        const QSignalSpy drafts(&w.workspace, &widgets::Workspace::draftsChanged);
        w.workspace.open(project);
        w.still();
        QCOMPARE(drafts.count(), 0);
        QVERIFY(w.workspace.layers().at(id).state == catalogue::LayerState::Ready);
    }
    // Another content, the same size and time.
    const QDateTime time = QFileInfo(file).lastModified();
    features.replace("U8", "V8");
    writeFile(file, R"({"type":"FeatureCollection","features":[)" + features + "]}");
    QFile touched(file);
    QVERIFY(touched.open(QIODevice::ReadWrite));
    QVERIFY(touched.setFileTime(time, QFileDevice::FileModificationTime));
    touched.close();
    Window w(m_path);
    w.workspace.open(project);
    w.still();
    QVERIFY(QTest::qWaitFor([&] {
        return w.workspace.layers().contains(id) &&
               w.workspace.layers().at(id).state == catalogue::LayerState::Changed;
    }));
    w.still();
    QCOMPARE(w.workspace.layers().at(id).features->column(QStringLiteral("unit"))->text(8),
             QStringLiteral("V8"));
    w.workspace.layerStore().empty();
}

void MainWindowTest::editsAreUndoneAfterReopening()
{
    QString name;
    {
        Window w(m_path);
        name = w.workspace.state().layers.back().name.en;
        QTreeWidget* tree = w.layers();
        const QRect box = tree->visualItemRect(tree->topLevelItem(1));
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {},
                          QPoint(box.left() + 8, box.center().y()));
        w.still();
        QVERIFY(!w.layer(name).visible);
        w.window.close();
    }
    Window w(m_path);
    QVERIFY(!w.layer(name).visible);
    QVERIFY(w.window.actions().undo->text().contains(name));
    QTest::keyClick(&w.window, Qt::Key_Z, Qt::ControlModifier);
    w.still();
    QVERIFY(w.layer(name).visible);
    QTest::keyClick(&w.window, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    w.still();
    QVERIFY(!w.layer(name).visible);
}

void MainWindowTest::searchesOverAll()
{
    Window w(m_path);
    auto* search = w.window.findChild<widgets::SearchBox*>();
    const auto look = [&](const QString& text) {
        search->clear();
        QTest::keyClicks(search, text);
        QTest::keyClick(search, Qt::Key_Return);
        w.still();
    };
    catalogue::SiteFilter hidesIt;
    hidesIt.countries = {QStringLiteral("US")};
    w.workspace.setFilter(hidesIt);
    look(QStringLiteral("aguachile"));
    QCOMPARE(w.workspace.selectedSites(),
             std::set<base::Id>{w.siteCalled(QStringLiteral("Aguachile"))});
    QVERIFY(w.workspace.filter().isEmpty()); // it would have hidden what was looked for
    look(QStringLiteral("provinces"));
    QVERIFY(w.layers()->currentItem()->text(0).contains(QStringLiteral("provinces")));
    const QString project = w.workspace.state().round.candidates.front().project.name.en;
    look(project);
    QCOMPARE(w.workspace.selectedProject(),
             std::optional(w.workspace.state().round.candidates.front().project.id));
    look(QStringLiteral("zzzz"));
    const QList<QLabel*> labels = w.window.findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
        return label->isVisible() && label->text().contains(QStringLiteral("zzzz"));
    }));
}

void MainWindowTest::everyStepShowsItsPanels()
{
    Window w(m_path);
    const QStringList expected{QStringLiteral("layers,record,sites"),
                               QStringLiteral("layers,record,sites"),
                               QStringLiteral("criteria,ranking,sites"),
                               QStringLiteral("criteria,ranking"),
                               QStringLiteral("ranking"),
                               QStringLiteral("ranking,report")};
    for (int step = 0; step < expected.size(); ++step) {
        QTest::keyClick(&w.window, Qt::Key(Qt::Key_F2 + step));
        w.still();
        QStringList shown;
        for (const QDockWidget* dock : w.window.findChildren<QDockWidget*>())
            if (dock->isVisible())
                shown << dock->objectName();
        shown.sort();
        QCOMPARE(shown.join(QLatin1Char(',')), expected[step]);
        QVERIFY(w.window.actions().steps[size_t(step)]->isChecked());
    }
    // What a person closed in a step stays closed there.
    auto* sites = w.window.findChild<QDockWidget*>(QStringLiteral("sites"));
    w.window.showStep(widgets::WindowActions::MapStep);
    sites->close();
    w.window.showStep(widgets::WindowActions::CatalogueStep);
    QVERIFY(sites->isVisible());
    w.window.showStep(widgets::WindowActions::MapStep);
    QVERIFY(!sites->isVisible());
}

void MainWindowTest::speaksSpanishAtOnce()
{
    Window w(m_path);
    w.workspace.selectSites({w.siteCalled(QStringLiteral("Molango"))});
    for (int step = 0; step < widgets::WindowActions::Steps; ++step) {
        w.window.showStep(widgets::WindowActions::Step(step));
        w.workspace.setLanguage(base::Language::Spanish);
        w.still();
        QStringList texts = support::visibleTexts(w.window);
        for (QMenu* menu : w.window.findChildren<QMenu*>())
            for (const QAction* action : menu->actions())
                texts << action->text() << action->toolTip();
        QVERIFY(texts.contains(QStringLiteral("Mapa")));
        const QStringList english = support::leftInEnglish(texts);
        QVERIFY2(english.isEmpty(), qPrintable(english.join(QLatin1Char('\n'))));
        w.workspace.setLanguage(base::Language::English);
        w.still();
        QVERIFY(!support::leftInEnglish(support::visibleTexts(w.window)).isEmpty());
    }
}

void MainWindowTest::standsAsItWasLeft()
{
    QPointF centre;
    {
        Window w(m_path);
        w.window.canvas()->centreOn({-105, 25});
        w.window.canvas()->zoom(3);
        catalogue::SiteFilter filter;
        filter.kinds = {QStringLiteral("mine")};
        w.workspace.setFilter(filter);
        w.workspace.setLanguage(base::Language::Spanish);
        w.window.showStep(widgets::WindowActions::AgreeStep);
        w.still();
        centre = w.window.canvas()->view().centre();
        w.window.close();
    }
    Window w;
    w.window.restore();
    w.workspace.open(m_path);
    w.still();
    QCOMPARE(w.workspace.language(), base::Language::Spanish);
    QCOMPARE(w.workspace.filter().kinds, std::set<QString>{QStringLiteral("mine")});
    QVERIFY(QLineF(w.window.canvas()->view().centre(), centre).length() < 1);
    QVERIFY(w.window.actions().steps[widgets::WindowActions::AgreeStep]->isChecked());
    QVERIFY(w.window.findChild<QDockWidget*>(QStringLiteral("ranking"))->isVisible());
}

void MainWindowTest::exportsPdfAndCsv()
{
    Window w(m_path);
    const QString pdf = m_folder.filePath(QStringLiteral("out.pdf"));
    answerFileDialog(pdf);
    w.window.actions().exportPdf->trigger();
    w.still();
    QFile file(pdf);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("%PDF-"));
    const QString csv = m_folder.filePath(QStringLiteral("out")); // the ending is added
    answerFileDialog(csv);
    w.window.actions().exportCsv->trigger();
    w.still();
    QFile table(csv + QStringLiteral(".csv"));
    QVERIFY(table.open(QIODevice::ReadOnly));
    QCOMPARE(table.readAll().count("\r\n"),
             qsizetype(w.workspace.state().round.candidates.size() + 1));
}

void MainWindowTest::saysWhatCannotBeOpened_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("spanish");
    for (const bool spanish : {false, true}) {
        const char* language = spanish ? "es" : "en";
        QTest::addRow("not a project %s", language) << QByteArray("Dear sirs") << spanish;
        QTest::addRow("cut short %s", language) << QByteArray("\1") << spanish;
        QTest::addRow("empty %s", language) << QByteArray() << spanish;
    }
}

void MainWindowTest::saysWhatCannotBeOpened()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, spanish);
    Window w(m_path);
    w.workspace.setLanguage(spanish ? base::Language::Spanish : base::Language::English);
    if (bytes == "\1") {
        QFile whole(m_folder.filePath(QStringLiteral("made.veta.gpkg")));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        bytes = whole.read(whole.size() / 2);
    }
    const QString bad = m_folder.filePath(QStringLiteral("bad.veta.gpkg"));
    writeFile(bad, bytes);
    widgets::MessageProbe probe;
    widgets::setMessageProbe(&probe);
    w.workspace.open(bad);
    w.still();
    QVERIFY2(probe.last.contains(QStringLiteral("bad.veta.gpkg")), qPrintable(probe.last));
    QCOMPARE(support::leftInEnglish({probe.last}).isEmpty(), spanish);
    QFile after(bad);
    QVERIFY(after.open(QIODevice::ReadOnly));
    QCOMPARE(after.readAll(), bytes);
    // What was open is still open, and can be worked on.
    QCOMPARE(w.workspace.path(), m_path);
    QTreeWidget* tree = w.layers();
    const QRect box = tree->visualItemRect(tree->topLevelItem(1));
    QTest::mouseClick(tree->viewport(), Qt::LeftButton, {},
                      QPoint(box.left() + 8, box.center().y()));
    w.still();
    QVERIFY(!w.workspace.state().layers.back().visible);
}

void MainWindowTest::asksBeforeWorkIsStopped()
{
    Window w(m_path);
    QByteArray rows("id,name,longitude,latitude\r\n");
    for (int i = 0; i < 60000; ++i)
        rows += QByteArray::number(i) + ",Site " + QByteArray::number(i) + ",-110.5,31.25\r\n";
    const QString file = m_folder.filePath(QStringLiteral("many.csv"));
    writeFile(file, rows);
    base::Progress progress;
    const auto table = std::make_shared<const catalogue::ImportTable>(
        catalogue::ImportTable::open(file, {}, progress));
    const size_t before = w.workspace.state().sites->size();
    widgets::MessageProbe probe;
    probe.answer = false;
    widgets::setMessageProbe(&probe);
    catalogue::ImportMapping mapping = catalogue::presetMapping(QStringLiteral("plain"), *table);
    mapping.crs = QStringLiteral("EPSG:4326");
    QVERIFY(w.workspace.importSites({{table, mapping}}));
    QVERIFY(w.workspace.isSaving());
    QVERIFY(!w.window.close());
    QVERIFY(probe.last.contains(QStringLiteral("many.csv")));
    w.still();
    QVERIFY2(w.workspace.state().sites->size() == before + 60000, qPrintable(probe.last));
    QVERIFY(w.window.close());
}

void MainWindowTest::rowsSetAsideAreMendedByALink()
{
    Window w(m_path);
    const QString file = m_folder.filePath(QStringLiteral("aside.csv"));
    writeFile(file, "id,name,longitude,latitude\r\nm1,Gut,-110,30\r\nm2,Arg,-1100,30\r\n");
    base::Progress progress;
    const auto table = std::make_shared<const catalogue::ImportTable>(
        catalogue::ImportTable::open(file, {}, progress));
    catalogue::ImportMapping mapping = catalogue::presetMapping(QStringLiteral("plain"), *table);
    mapping.crs = QStringLiteral("EPSG:4326");
    QVERIFY(w.workspace.importSites({{table, mapping}}));
    w.still();
    QLabel* said = nullptr;
    for (QLabel* label : w.window.findChildren<QLabel*>())
        if (label->isVisible() && label->text().contains(QStringLiteral("Mend them…")))
            said = label;
    QVERIFY(said != nullptr);
    const auto grid = [&]() -> QTableView* {
        const auto* dialog = w.window.findChild<widgets::MendDialog*>();
        for (QTableView* each :
             dialog != nullptr ? dialog->findChildren<QTableView*>() : QList<QTableView*>())
            if (dialog->isVisible() && each->accessibleName() == QLatin1String("Rows to mend"))
                return each;
        return nullptr;
    };
    // Wherever the link stands in what is said, and in a narrow window.
    w.window.resize(900, 600);
    w.still();
    for (int x = 2; x < said->width() && grid() == nullptr; x += 4)
        QTest::mouseClick(said, Qt::LeftButton, {}, QPoint(x, said->height() / 2));
    QVERIFY(grid() != nullptr);
    QVERIFY(QTest::qWaitFor([&] { return grid()->model()->rowCount() == 1; }));
    QCOMPARE(grid()->currentIndex().data().toString(), QStringLiteral("-1100"));
    QTest::keyClick(grid(), Qt::Key_Escape);
    QVERIFY(QTest::qWaitFor([&] { return grid() == nullptr; }));
}

QTEST_MAIN(MainWindowTest)
#include "main_window_test.moc"
