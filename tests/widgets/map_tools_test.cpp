// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/open_window.h"
#include "widgets/map_actions.h"
#include "widgets/overview_inset.h"
#include "widgets/record_panel.h"
#include "widgets/status_line.h"

#include <QMenu>
#include <QTextBrowser>

namespace {

using support::Window;

void drag(QWidget& widget, QPointF from, QPointF to)
{
    const auto send = [&](QEvent::Type type, QPointF at, Qt::MouseButton button,
                          Qt::MouseButtons buttons) {
        QMouseEvent event(type, at, widget.mapToGlobal(at), button, buttons, Qt::NoModifier);
        QApplication::sendEvent(&widget, &event);
    };
    send(QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton);
    send(QEvent::MouseMove, (from + to) / 2, Qt::NoButton, Qt::LeftButton);
    send(QEvent::MouseMove, to, Qt::NoButton, Qt::LeftButton);
    send(QEvent::MouseButtonRelease, to, Qt::LeftButton, Qt::NoButton);
}

QAction* entry(const QMenu* menu, const QString& start)
{
    for (QAction* action : menu->actions())
        if (action->text().startsWith(start))
            return action;
    return nullptr;
}

} // namespace

// The overview, the box, the curtain without one layer, and what is said of a place.
class MapToolsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theOverviewShowsAndMovesTheMap();
    void theOverviewIsRemembered();
    void aBoxIsDraggedOnce();
    void aCurtainWithoutOneLayer();
    void aClickNamesWhatLiesUnderIt();
    void coordinatesInAnyReferenceSystem();
    void withoutSitesTheLayersAreShown();

private:
    QTemporaryDir m_folder;
    QString m_path;
};

void MapToolsTest::initTestCase()
{
    support::useEmptySettings();
    support::OpenSample sample;
    m_path = m_folder.filePath(QStringLiteral("made.veta.gpkg"));
    sample.workspace.close();
    QVERIFY(support::settle(sample.workspace));
    QVERIFY(QFile::copy(sample.path, m_path));
}

void MapToolsTest::theOverviewShowsAndMovesTheMap()
{
    Window w(m_path);
    widgets::MapCanvas& canvas = *w.window.canvas();
    auto* inset = canvas.findChild<widgets::OverviewInset*>();
    QVERIFY(inset != nullptr && !inset->isVisible());
    w.window.mapActions().overview->trigger();
    QVERIFY(inset->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(!inset->isDrawing(), 60'000);
    // All sites are somewhere in it, and there is more than the ground.
    const QImage seen = inset->grab().toImage();
    QSet<QRgb> colors;
    for (int y = 4; y < seen.height() - 4; y += 3)
        for (int x = 4; x < seen.width() - 4; x += 3)
            colors.insert(seen.pixel(x, y));
    QVERIFY(colors.size() > 5);
    // The frame follows the map, and the map a click.
    canvas.fitLonLat({-112, 30, -110, 32});
    const QRectF before = inset->frame();
    QVERIFY(!before.isEmpty());
    canvas.pan(QPointF(-canvas.width(), 0)); // east
    QVERIFY(std::abs(inset->frame().left() - before.right()) < 1.5);
    const QPointF target(inset->width() * 0.6, inset->height() * 0.6);
    QTest::mouseClick(inset, Qt::LeftButton, {}, target.toPoint());
    QVERIFY(QLineF(inset->frame().center(), target).length() < 1.5);
    drag(*inset, target, target + QPointF(20, 10));
    QVERIFY(QLineF(inset->frame().center(), target + QPointF(20, 10)).length() < 1.5);
    // A map that is too small has none, and gets it back.
    canvas.resize(300, 200);
    QVERIFY(inset->size().isEmpty());
    canvas.resize(900, 600);
    QVERIFY(canvas.rect().contains(inset->geometry()) && inset->width() > 100);
    w.window.mapActions().overview->trigger();
    QVERIFY(!inset->isVisible());
}

void MapToolsTest::theOverviewIsRemembered()
{
    {
        Window w(m_path);
        w.window.mapActions().overview->setChecked(true);
    }
    {
        Window w(m_path);
        auto* inset = w.window.canvas()->findChild<widgets::OverviewInset*>();
        QVERIFY(w.window.mapActions().overview->isChecked() && inset->isVisible());
        w.window.mapActions().overview->setChecked(false);
    }
}

void MapToolsTest::aBoxIsDraggedOnce()
{
    Window w(m_path);
    widgets::MapCanvas& canvas = *w.window.canvas();
    QAction* box = w.window.mapActions().zoomBox;
    const geo::MapView before = canvas.view();
    const QPointF from(canvas.width() * 0.5, canvas.height() * 0.5);
    const QPointF to = from + QPointF(canvas.width(), canvas.height()) / 4;
    const QPointF middle = before.toMap((from + to) / 2);
    box->trigger();
    QVERIFY(box->isChecked());
    drag(canvas, from, to);
    QVERIFY(std::abs(canvas.view().unitsPerPixel() / before.unitsPerPixel() - 0.25) < 0.01);
    const QPointF moved = (canvas.view().centre() - middle) / canvas.view().unitsPerPixel();
    QVERIFY(std::hypot(moved.x(), moved.y()) < 2);
    QTRY_VERIFY(!box->isChecked());
    // The next drag moves the map.
    const double scale = canvas.view().unitsPerPixel();
    drag(canvas, from, to);
    QCOMPARE(canvas.view().unitsPerPixel(), scale);
    // Escape puts the tool away.
    box->trigger();
    QTest::keyClick(&canvas, Qt::Key_Escape);
    QTRY_VERIFY(!box->isChecked());
}

void MapToolsTest::aCurtainWithoutOneLayer()
{
    Window w(m_path);
    const QMenu* menu = w.window.mapActions().swipeMenu();
    const auto& layers = w.workspace.state().layers;
    const auto lowest =
        std::find_if(layers.begin(), layers.end(), [](const auto& layer) { return layer.visible; });
    QVERIFY(lowest != layers.end());
    QAction* without = entry(menu, QStringLiteral("Without “%1”").arg(lowest->name.en));
    QVERIFY(without != nullptr);
    widgets::MapCanvas& canvas = *w.window.canvas();
    canvas.setDecorations({});
    w.still();
    const QImage whole = canvas.grab().toImage();
    without->trigger();
    w.still();
    const QImage parted = canvas.grab().toImage();
    const int half = canvas.width() / 2;
    const QRect left(20, 20, half - 40, canvas.height() - 40);
    const QRect right(half + 20, 20, half - 40, canvas.height() - 40);
    QCOMPARE(parted.copy(left), whole.copy(left));
    QVERIFY(parted.copy(right) != whole.copy(right));
}

void MapToolsTest::aClickNamesWhatLiesUnderIt()
{
    Window w(m_path);
    widgets::MapCanvas& canvas = *w.window.canvas();
    auto* panel = w.window.findChild<widgets::RecordPanel*>();
    QVERIFY(panel != nullptr);
    canvas.fitLonLat({-112, 28, -106, 33});
    w.still();
    // What a click reaches is said in pixels: less ground, the closer one looks.
    const double far = canvas.reachMetres();
    canvas.zoom(10);
    QVERIFY(std::abs(canvas.reachMetres() / far - 0.1) < 0.01);
    canvas.zoom(0.1);
    const QPointF place = *canvas.view().toLonLat(QPointF(canvas.width() / 2.0, 200));
    w.workspace.selectPlace(place, canvas.reachMetres());
    const QString near = panel->toPlainText();
    QVERIFY2(near.contains(QStringLiteral("° N")), qPrintable(near));
    // Lines and places that a wide reach takes in are said with their distance.
    w.workspace.selectPlace(place, 500'000);
    const QString wide = panel->toPlainText();
    QVERIFY2(wide.size() > near.size() && wide.contains(QStringLiteral("Distance")),
             qPrintable(wide));
    QVERIFY2(wide.contains(QRegularExpression(QStringLiteral("and \\d+ more"))), qPrintable(wide));
}

void MapToolsTest::coordinatesInAnyReferenceSystem()
{
    QSettings().setValue(QStringLiteral("map/coordinates_crs"), QStringLiteral("EPSG:26712"));
    QSettings().setValue(QStringLiteral("map/coordinates"), 4);
    Window w(m_path);
    auto* status = w.window.findChild<widgets::StatusLine*>();
    status->setPlace(QPointF(-111, 27.12246964), QString());
    const QString words = status->placeLabel()->text();
    // NAD27 lies some two hundred metres south of WGS 84 there.
    const QRegularExpression form(
        QStringLiteral("^(500|499),\\d{3} E  2,999,\\d{3} N  EPSG:26712$"));
    QVERIFY2(form.match(words).hasMatch(), qPrintable(words));
    QMenu* forms = status->formsMenu();
    Q_EMIT forms->aboutToShow();
    QCOMPARE(forms->actions().size(), 5);
    QVERIFY(forms->actions().last()->isChecked());
    QVERIFY(forms->actions().last()->text().contains(QStringLiteral("EPSG:26712")));
    QVERIFY(w.window.mapActions().menu()->actions().contains(forms->menuAction()));
    forms->actions().first()->trigger();
    QVERIFY2(status->placeLabel()->text().startsWith(QStringLiteral("27.1225° N")),
             qPrintable(status->placeLabel()->text()));
    // What another computer wrote and this one cannot read is no harm.
    QSettings().setValue(QStringLiteral("map/coordinates_crs"), QStringLiteral("EPSG:999999"));
    QSettings().setValue(QStringLiteral("map/coordinates"), 4);
    widgets::StatusLine other(w.workspace);
    other.setView(w.window.canvas()->view());
    other.setPlace(QPointF(-111, 27.12246964), QString());
    QVERIFY(other.placeLabel()->text().contains(QStringLiteral("27.1225° N")));
    QSettings().clear();
}

void MapToolsTest::withoutSitesTheLayersAreShown()
{
    Window w(m_path);
    widgets::MapCanvas& canvas = *w.window.canvas();
    catalogue::SiteFilter none;
    none.text = QStringLiteral("no site is called so");
    w.workspace.setFilter(none);
    w.still();
    QCOMPARE(w.rows(), 0);
    canvas.fitLonLat({-112, 30, -111, 31});
    for (QAction* action : w.window.findChildren<QAction*>())
        if (action->shortcut() == QKeySequence(QStringLiteral("Ctrl+0")))
            action->trigger();
    // All countries of the sample are in sight, to the far north of Canada.
    const auto north = canvas.view().fromLonLat(QPointF(-95, 70));
    QVERIFY(north && QRectF(QPointF(), canvas.size()).contains(*north));
}

QTEST_MAIN(MapToolsTest)
#include "map_tools_test.moc"
