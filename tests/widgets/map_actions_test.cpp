// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map_actions.h"

#include "geo/measure.h"
#include "tests/support/open_window.h"
#include "widgets/go_to_dialog.h"
#include "widgets/legend_panel.h"
#include "widgets/measure_tool.h"
#include "widgets/status_line.h"

#include <QDockWidget>
#include <QInputDialog>
#include <QMenu>

namespace {

using support::hover;
using support::Window;

// Does something with the next dialog of a kind, once it is there.
template <class Dialog, class Answer>
void answerNext(Answer answer)
{
    auto* timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, answer] {
        for (QWidget* widget : QApplication::topLevelWidgets())
            if (auto* dialog = qobject_cast<Dialog*>(widget); dialog && dialog->isVisible()) {
                timer->stop();
                timer->deleteLater();
                answer(dialog);
                return;
            }
    });
    timer->start(20);
}

void answerName(const QString& name)
{
    answerNext<QInputDialog>([name](QInputDialog* dialog) {
        dialog->setTextValue(name);
        dialog->accept();
    });
}

QAction* entry(QMenu* menu, const QString& text)
{
    for (QAction* action : menu->actions())
        if (action->text() == text)
            return action;
    return nullptr;
}

QMenu* bookmarks(Window& w)
{
    for (QMenu* menu : w.window.findChildren<QMenu*>())
        if (menu->actions().contains(w.window.mapActions().addBookmark))
            return menu;
    return nullptr;
}

} // namespace

class MapActionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void previousAndNextView();
    void goesToCoordinates();
    void measuresAlongGeodesics();
    void measureWords();
    void sitesAreHiddenAndShown();
    void aClusterOpensOnAClick();
    void sitesOnOneSpotAreSelected();
    void aBookmarkBringsTheMapBack();
    void aThemeBringsLayersAndSitesBack();
    void theUnitUnderTheMouseIsOutlined();
    void theScaleCanBeWritten();
    void aCurtainShowsWhatIsBehind();
    void theLegendFollowsTheView();

private:
    QTemporaryDir m_folder;
    QString m_path;
    int m_copies = 0;
};

void MapActionsTest::initTestCase()
{
    support::useEmptySettings();
    support::OpenSample sample;
    const QString made = m_folder.filePath(QStringLiteral("made.veta.gpkg"));
    sample.workspace.close();
    QVERIFY(support::settle(sample.workspace));
    QVERIFY(QFile::copy(sample.path, made));
}

void MapActionsTest::init()
{
    QSettings().clear();
    m_path = m_folder.filePath(QStringLiteral("copy%1.veta.gpkg").arg(++m_copies));
    QVERIFY(QFile::copy(m_folder.filePath(QStringLiteral("made.veta.gpkg")), m_path));
}

void MapActionsTest::previousAndNextView()
{
    Window w(m_path);
    widgets::MapCanvas& canvas = *w.window.canvas();
    const widgets::MapActions& act = w.window.mapActions();
    QTest::qWait(800);
    const QPointF first = canvas.view().centre();
    const double scale = canvas.view().unitsPerPixel();
    canvas.zoom(4);
    QTest::qWait(800);
    canvas.pan({200, 100});
    const QPointF third = canvas.view().centre();
    QTest::qWait(800);
    QVERIFY(!act.nextView->isEnabled());
    act.previousView->trigger();
    act.previousView->trigger();
    QCOMPARE(canvas.view().unitsPerPixel(), scale);
    QVERIFY((canvas.view().centre() - first).manhattanLength() < 1e-3);
    act.nextView->trigger();
    act.nextView->trigger();
    QVERIFY((canvas.view().centre() - third).manhattanLength() < 1e-3);
    // What comes after another way is forgotten.
    act.previousView->trigger();
    canvas.zoom(2);
    QTest::qWait(800);
    QVERIFY(!act.nextView->isEnabled());
    QVERIFY(act.previousView->isEnabled());
}

void MapActionsTest::goesToCoordinates()
{
    Window w(m_path);
    answerNext<widgets::GoToDialog>([](widgets::GoToDialog* dialog) {
        auto* text = dialog->findChild<QLineEdit*>();
        text->setText(QStringLiteral("no place"));
        QVERIFY(!dialog->place());
        QTest::keyClick(text, Qt::Key_Return); // there is nothing to go to
        QVERIFY(dialog->isVisible());
        text->setText(QStringLiteral("27°20'24\" N 112°16'12\" W"));
        QTest::keyClick(text, Qt::Key_Return);
    });
    w.window.mapActions().goTo->trigger();
    w.still();
    const geo::MapView& view = w.window.canvas()->view();
    const auto middle = view.toLonLat(QPointF(view.size().width() / 2, view.size().height() / 2));
    QVERIFY(middle);
    QVERIFY(std::abs(middle->x() + 112.27) < 1e-6 && std::abs(middle->y() - 27.34) < 1e-6);
    QVERIFY(w.workspace.place());
}

void MapActionsTest::measuresAlongGeodesics()
{
    Window w(m_path);
    widgets::MapCanvas& canvas = *w.window.canvas();
    widgets::MapActions& act = w.window.mapActions();
    const QImage before = canvas.grab().toImage();
    act.measureLength->trigger();
    QVERIFY(act.measureLength->isChecked());
    const QPoint from(200, 150);
    const QPoint to(450, 260);
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, from);
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, to);
    QTest::keyClick(&canvas, Qt::Key_Return);
    QVERIFY(canvas.grab().toImage() != before);
    // A click was a corner, and chose neither a site nor a place.
    QVERIFY(w.workspace.selectedSites().empty() && !w.workspace.place());
    // The two measures exclude each other; Escape leaves.
    act.measureArea->trigger();
    QVERIFY(act.measureArea->isChecked() && !act.measureLength->isChecked());
    QTest::keyClick(&canvas, Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(!act.measureArea->isChecked(), 60'000);
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, from);
    w.still();
    QVERIFY(w.workspace.place() || !w.workspace.selectedSites().empty());
}

void MapActionsTest::measureWords()
{
    using Measure = widgets::MeasureTool::Measure;
    const std::vector<QPointF> line{{-112, 27}, {-106, 32}};
    const double metres = geo::geodesicLength(line);
    const QString said =
        widgets::MeasureTool::words(Measure::Length, line, base::Language::English);
    QVERIFY2(said.contains(QLocale(QLocale::English).toString(metres / 1000, 'f', 0)),
             qPrintable(said));
    QVERIFY(said.contains(QStringLiteral("WGS 84")));
    // A square kilometre and a bit: ten hectares are 24.71 acres.
    const std::vector<QPointF> field{{-110, 30}, {-109.99, 30}, {-109.99, 30.01}, {-110, 30.01}};
    const double square = geo::geodesicSquareMetres(field);
    const QString area = widgets::MeasureTool::words(Measure::Area, field, base::Language::English);
    QVERIFY2(area.contains(QLocale(QLocale::English).toString(square / 1e6, 'f', 2) +
                           QStringLiteral(" km²")),
             qPrintable(area));
    QVERIFY(area.contains(QLocale(QLocale::English).toString(square / 4046.8564224, 'f', 0)));
    QVERIFY(widgets::MeasureTool::words(Measure::Area, line, base::Language::English)
                .contains(QStringLiteral("corners")));
}

void MapActionsTest::sitesAreHiddenAndShown()
{
    Window w(m_path);
    QTreeWidget* tree = w.layers();
    QCOMPARE(tree->topLevelItem(0)->text(0), QStringLiteral("Sites"));
    QVERIFY(w.window.canvas()->content().sites);
    tree->topLevelItem(0)->setCheckState(0, Qt::Unchecked);
    w.still();
    QVERIFY(!w.window.canvas()->content().sites);
    QVERIFY(!w.workspace.state().siteDisplay.visible);
    w.workspace.undo();
    w.still();
    QVERIFY(w.window.canvas()->content().sites);
    QCOMPARE(w.layers()->topLevelItem(0)->checkState(0), Qt::Checked);
}

void MapActionsTest::aClusterOpensOnAClick()
{
    Window w(m_path);
    widgets::MapCanvas& canvas = *w.window.canvas();
    w.window.mapActions().clustered->trigger();
    w.still();
    QVERIFY(w.workspace.state().siteDisplay.clustered);
    std::optional<geo::SiteCluster> found;
    for (int y = 10; y < canvas.height() && !found; y += 10)
        for (int x = 10; x < canvas.width() && !found; x += 10)
            found = canvas.clusterAt(QPointF(x, y));
    QVERIFY(found && found->count >= 2);
    hover(canvas, found->at);
    QVERIFY2(canvas.toolTip().contains(QString::number(found->count)),
             qPrintable(canvas.toolTip()));
    const double before = canvas.view().unitsPerPixel();
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, found->at.toPoint());
    w.still();
    QVERIFY(canvas.view().unitsPerPixel() < before);
    // All of its sites are in view.
    const geo::Extent view = canvas.view().extent();
    QVERIFY(view.contains({found->extent.west, found->extent.south}) &&
            view.contains({found->extent.east, found->extent.north}));
    w.window.mapActions().clustered->trigger();
    w.still();
    QVERIFY(!w.workspace.state().siteDisplay.clustered);
}

void MapActionsTest::sitesOnOneSpotAreSelected()
{
    widgets::MapCanvas canvas;
    canvas.resize(400, 300);
    geo::MapSnapshot content{
        geo::MapView(geo::Crs::fromText(QStringLiteral("EPSG:6372")), {400, 300})};
    auto sites = std::make_shared<geo::Sites>();
    for (int i = 0; i < 3; ++i)
        sites->push_back({i + 1, {-105, 29}, QStringLiteral("mine"), {}, {}});
    content.sites = sites;
    content.siteDrawing.clustered = true;
    canvas.setContent(content);
    canvas.show();
    canvas.fitLonLat({-106, 28, -104, 30});
    QVERIFY(QTest::qWaitFor([&] { return !canvas.isDrawing(); }, 60'000));
    std::vector<base::Id> boxed;
    QObject::connect(&canvas, &widgets::MapCanvas::sitesBoxed,
                     [&](const std::vector<base::Id>& ids, bool) { boxed = ids; });
    const double before = canvas.view().unitsPerPixel();
    QTest::mouseClick(&canvas, Qt::LeftButton, {}, canvas.view().fromLonLat({-105, 29})->toPoint());
    QCOMPARE(boxed, std::vector<base::Id>({1, 2, 3}));
    QCOMPARE(canvas.view().unitsPerPixel(), before);
}

void MapActionsTest::aBookmarkBringsTheMapBack()
{
    Window w(m_path);
    widgets::MapCanvas& canvas = *w.window.canvas();
    canvas.fitLonLat({-113, 26.5, -111.5, 28});
    const QPointF centre = canvas.view().centre();
    const double scale = canvas.view().unitsPerPixel();
    answerName(QStringLiteral("El Boleo & around"));
    w.window.mapActions().addBookmark->trigger();
    w.still();
    canvas.zoom(0.1);
    QTRY_VERIFY_WITH_TIMEOUT(entry(bookmarks(w), QStringLiteral("El Boleo && around")), 60'000);
    entry(bookmarks(w), QStringLiteral("El Boleo && around"))->trigger();
    QVERIFY((canvas.view().centre() - centre).manhattanLength() < 40 * scale);
    const double ratio = canvas.view().unitsPerPixel() / scale;
    QVERIFY2(ratio > 0.8 && ratio < 1.25, qPrintable(QString::number(ratio)));
    // It stays with the project, and can be removed.
    QMenu* removing = nullptr;
    for (QAction* action : bookmarks(w)->actions())
        if (action->menu())
            removing = action->menu();
    QVERIFY(removing);
    entry(removing, QStringLiteral("El Boleo && around"))->trigger();
    w.still();
    QTRY_VERIFY_WITH_TIMEOUT(!entry(bookmarks(w), QStringLiteral("El Boleo && around")), 60'000);
}

void MapActionsTest::aThemeBringsLayersAndSitesBack()
{
    Window w(m_path);
    const base::Id top = w.workspace.state().layers.back().id;
    const auto topNow = [&]() -> const catalogue::Layer& {
        for (const catalogue::Layer& each : w.workspace.state().layers)
            if (each.id == top)
                return each;
        qFatal("no such layer");
    };
    answerName(QStringLiteral("Both countries"));
    w.window.mapActions().addTheme->trigger();
    w.still();
    w.workspace.edit({QStringLiteral("Test"), {}}, false, [top](catalogue::Edit& edit) {
        for (catalogue::Layer layer : catalogue::readLayers(edit))
            if (layer.id == top) {
                layer.visible = false;
                layer.opacity = 0.4;
                layer.style.symbol.strokeWidth = 5;
                catalogue::updateLayer(edit, layer);
            }
        catalogue::moveLayer(edit, top, 0);
        catalogue::SiteDisplay display;
        display.clustered = true;
        catalogue::writeSiteDisplay(edit, display);
    });
    w.still();
    QCOMPARE(w.workspace.state().layers.front().id, top);
    QMenu* themes = w.window.mapActions().themesMenu();
    QTRY_VERIFY_WITH_TIMEOUT(entry(themes, QStringLiteral("Both countries")), 60'000);
    entry(themes, QStringLiteral("Both countries"))->trigger();
    w.still();
    QCOMPARE(w.workspace.state().layers.back().id, top);
    QVERIFY(topNow().visible && topNow().opacity == 1);
    QVERIFY(topNow().style.symbol.strokeWidth != 5);
    QVERIFY(!w.workspace.state().siteDisplay.clustered);
    // One change: one step back.
    w.workspace.undo();
    w.still();
    QCOMPARE(w.workspace.state().layers.front().id, top);
    QVERIFY(w.workspace.state().siteDisplay.clustered);
}

void MapActionsTest::theUnitUnderTheMouseIsOutlined()
{
    Window w(m_path);
    widgets::MapCanvas& canvas = *w.window.canvas();
    const auto at = canvas.view().fromLonLat({-107, 30});
    QVERIFY(at);
    QVERIFY(canvas.outline().isEmpty());
    hover(canvas, *at);
    QVERIFY(!canvas.outline().isEmpty());
    QVERIFY(canvas.outline().contains(canvas.view().toMap(*at)));
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&canvas, &leave);
    QVERIFY(canvas.outline().isEmpty());
}

void MapActionsTest::theScaleCanBeWritten()
{
    Window w(m_path);
    QLineEdit* scale = w.window.findChild<widgets::StatusLine*>()->scaleEntry();
    for (const char* text : {"1:2,500,000", "2 500 000", "1/2500000"}) {
        w.window.canvas()->zoom(3);
        scale->setFocus();
        scale->selectAll();
        QTest::keyClicks(scale, QString::fromLatin1(text));
        QTest::keyClick(scale, Qt::Key_Return);
        QVERIFY2(std::abs(w.window.canvas()->view().scaleDenominator() - 2.5e6) < 1, text);
    }
    const double before = w.window.canvas()->view().scaleDenominator();
    scale->setFocus();
    scale->selectAll();
    QTest::keyClicks(scale, QStringLiteral("large"));
    QTest::keyClick(scale, Qt::Key_Return);
    QCOMPARE(w.window.canvas()->view().scaleDenominator(), before);
    QVERIFY(scale->text().startsWith(QStringLiteral("1:")));
}

void MapActionsTest::aCurtainShowsWhatIsBehind()
{
    Window w(m_path);
    widgets::MapCanvas& canvas = *w.window.canvas();
    // Only the schematic geology is left, so that without it there is nothing.
    w.workspace.edit({QStringLiteral("Test"), {}}, false, [](catalogue::Edit& edit) {
        for (catalogue::Layer layer : catalogue::readLayers(edit)) {
            layer.visible = layer.purpose == QLatin1String("geology");
            catalogue::updateLayer(edit, layer);
        }
        catalogue::SiteDisplay display;
        display.visible = false;
        catalogue::writeSiteDisplay(edit, display);
    });
    w.still();
    canvas.setArrows({});
    canvas.fitLonLat({-108, 29, -106, 31});
    w.still();
    const auto at = [&](double x, double y) {
        return canvas.grab().toImage().pixel(int(x * canvas.width()), int(y * canvas.height()));
    };
    QVERIFY(at(0.3, 0.3) != qRgb(255, 255, 255) && at(0.7, 0.3) != qRgb(255, 255, 255));
    QMenu* menu = w.window.mapActions().swipeMenu();
    entry(menu, QStringLiteral("&Without the uppermost layer"))->trigger();
    w.still();
    QVERIFY(at(0.3, 0.3) != qRgb(255, 255, 255));
    QCOMPARE(at(0.7, 0.3), qRgb(255, 255, 255));
    // The curtain is dragged, and pushed by keys; the map stays where it is.
    const QPointF centre = canvas.view().centre();
    const QPoint grip(canvas.width() / 2, canvas.height() / 3);
    QTest::mousePress(&canvas, Qt::LeftButton, {}, grip);
    const QPointF to(canvas.width() * 0.85, canvas.height() / 3.0);
    QMouseEvent move(QEvent::MouseMove, to, canvas.mapToGlobal(to), Qt::NoButton, Qt::LeftButton,
                     Qt::NoModifier);
    QApplication::sendEvent(&canvas, &move);
    QTest::mouseRelease(&canvas, Qt::LeftButton, {}, to.toPoint());
    QVERIFY(std::abs(canvas.curtain() - 0.85) < 0.01);
    QCOMPARE(canvas.view().centre(), centre);
    QVERIFY(at(0.7, 0.3) != qRgb(255, 255, 255));
    QTest::keyClick(&canvas, Qt::Key_BracketLeft);
    QVERIFY(std::abs(canvas.curtain() - 0.8) < 0.01);
    entry(menu, QStringLiteral("&Off"))->trigger();
    w.still();
    QVERIFY(at(0.95, 0.3) != qRgb(255, 255, 255));
}

void MapActionsTest::theLegendFollowsTheView()
{
    Window w(m_path);
    auto* legend = w.window.findChild<widgets::LegendPanel*>();
    auto* dock = w.window.findChild<QDockWidget*>(QStringLiteral("legend"));
    QVERIFY(legend && dock && !dock->isVisible());
    dock->show();
    const auto rows = [&] {
        QStringList texts;
        for (int i = 0; i < legend->topLevelItemCount(); ++i)
            texts << legend->topLevelItem(i)->text(0);
        return texts;
    };
    const auto rest = [&] {
        QTest::qWait(400);
        w.still();
    };
    rest();
    QVERIFY(rows().contains(QStringLiteral("Sonoran Desert")));
    QVERIFY(rows().contains(QStringLiteral("Baja California Sur")) ||
            rows().contains(QStringLiteral("Los Cabos block")));
    w.window.canvas()->fitLonLat({-110.3, 23, -109.5, 23.8});
    rest();
    QVERIFY(rows().contains(QStringLiteral("Los Cabos block")));
    QVERIFY(!rows().contains(QStringLiteral("Sonoran Desert")));
    w.window.canvas()->fitLonLat({-60, 20, -58, 22}); // the Atlantic
    rest();
    QVERIFY(!rows().contains(QStringLiteral("Los Cabos block")));
}

QTEST_MAIN(MapActionsTest)
#include "map_actions_test.moc"
