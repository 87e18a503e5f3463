// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Files dropped on the window, by the events that a desktop sends.
#include "widgets/file_drop.h"

#include "tests/support/open_workspace.h"
#include "tests/support/real_data.h"
#include "widgets/crs_question.h"
#include "widgets/import_dialog.h"
#include "widgets/layer_panel.h"
#include "widgets/main_window.h"
#include "widgets/map_canvas.h"
#include "widgets/message.h"
#include "widgets/welcome_page.h"

#include <QDir>
#include <QDockWidget>
#include <QDropEvent>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QTreeWidget>

using widgets::DropKind;

namespace {

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), qint64(bytes.size()));
}

// Drags files over a widget and lets go; false: it would not have them.
bool drop(QWidget& widget, const QStringList& paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString& path : paths)
        urls << QUrl::fromLocalFile(path);
    data.setUrls(urls);
    const QPoint at(widget.width() / 2, widget.height() / 2);
    QDragEnterEvent enter(at, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton,
                          Qt::NoModifier);
    QApplication::sendEvent(&widget, &enter);
    if (!enter.isAccepted())
        return false;
    QDragMoveEvent move(at, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&widget, &move);
    QDropEvent let(at, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&widget, &let);
    return let.isAccepted() && let.dropAction() == Qt::CopyAction;
}

template <class Dialog>
Dialog* shown()
{
    for (QWidget* widget : QApplication::topLevelWidgets())
        if (auto* dialog = qobject_cast<Dialog*>(widget); dialog && dialog->isVisible())
            return dialog;
    return nullptr;
}

const QByteArray& points()
{
    static const QByteArray bytes = R"({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"n": 1}, "geometry":
         {"type": "Point", "coordinates": [-110, 30]}}]})";
    return bytes;
}

} // namespace

class FileDropTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void tellsWhatAFileIs_data();
    void tellsWhatAFileIs();
    void sideFilesGoWithTheirOwn();
    void layersOnTheMap();
    void aShapefileWithAllItsFiles();
    void aLayerOnThePanel();
    void aLayerOnAFloatingPanel();
    void aTableIsImported();
    void aTableWithPositionsIsAskedAbout_data();
    void aTableWithPositionsIsAskedAbout();
    void aProjectIsOpened();
    void aFolderIsLookedInto();
    void needsAProject();
    void whatIsNoFileIsNotTaken();

private:
    QString file(const char* name, const QByteArray& bytes)
    {
        const QString path = m_folder.filePath(QString::fromUtf8(name));
        writeFile(path, bytes);
        return path;
    }
    void still() { QVERIFY(support::settle(m_workspace)); }
    size_t layers() { return m_workspace.state().layers.size(); }

    QTemporaryDir m_folder;
    QString m_path;
    widgets::Workspace m_workspace;
    std::unique_ptr<widgets::MainWindow> m_window;
    widgets::MessageProbe m_probe;
};

void FileDropTest::initTestCase()
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    support::useEmptySettings();
    m_workspace.setLanguage(base::Language::English);
    m_workspace.setAuthor({QStringLiteral("US"), QStringLiteral("Test")});
    m_path = m_folder.filePath(QStringLiteral("open.veta.gpkg"));
    m_workspace.create(m_path, QStringLiteral("Open"));
    still();
    m_window = std::make_unique<widgets::MainWindow>(m_workspace);
    m_window->resize(1200, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void FileDropTest::init()
{
    m_probe = {};
    widgets::setMessageProbe(&m_probe);
    if (m_workspace.path() != m_path || !m_workspace.isOpen()) {
        m_workspace.open(m_path);
        still();
    }
}

void FileDropTest::cleanup()
{
    still();
    widgets::setMessageProbe(nullptr);
}

void FileDropTest::tellsWhatAFileIs_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("kind");
    const auto add = [](const char* name, const QByteArray& bytes, DropKind kind) {
        QTest::newRow(name) << QString::fromUtf8(name) << bytes << int(kind);
    };
    add("NAME.VETA.GPKG", "x", DropKind::Project);
    add("a.geojson", points(), DropKind::Layer);
    add("geometry.json", points(), DropKind::Layer);
    add("records.json", R"([{"name": "Boleo", "site": 1}])", DropKind::Table);
    add("positions.csv", "name,longitude,latitude\nBoleo,-112,27\n", DropKind::Either);
    add("plain.csv", "name,commodity\nBoleo,copper\n", DropKind::Table);
    add("plain.tsv", "name\tcommodity\nBoleo\tcopper\n", DropKind::Table);
    add("plain.txt", "name\tcommodity\nBoleo\tcopper\n", DropKind::Table);
    add("mapinfo.tab", "!table\n!version 300\n", DropKind::Layer);
    add("words.tab", "name\tcommodity\nBoleo\tcopper\n", DropKind::Table);
    add("sheets.xlsx", "PK", DropKind::Table);
    add("picture.tif", "II", DropKind::Layer);
    add("broken.csv", "", DropKind::Table);
}

void FileDropTest::tellsWhatAFileIs()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, bytes);
    const QString path = m_folder.filePath(name);
    writeFile(path, bytes);
    QTEST(int(widgets::dropKindOf(path)), "kind");
    QDir(m_folder.path()).mkdir(QStringLiteral("store.gdb"));
    QCOMPARE(widgets::dropKindOf(m_folder.filePath(QStringLiteral("store.gdb"))), DropKind::Layer);
    QCOMPARE(widgets::dropKindOf(m_folder.path()), DropKind::Folder);
}

void FileDropTest::sideFilesGoWithTheirOwn()
{
    QCOMPARE(widgets::withoutSideFiles({"/a/m.dbf", "/a/m.prj", "/a/m.shp", "/a/m.shp.xml",
                                        "/a/M.SHX", "/a/n.dbf", "/b/m.dbf"}),
             QStringList({"/a/m.shp", "/a/n.dbf", "/b/m.dbf"}));
    QCOMPARE(widgets::withoutSideFiles({"/a/t.tif", "/a/t.tfw", "/a/t.tif.aux.xml", "/a/t.csv"}),
             QStringList({"/a/t.tif", "/a/t.csv"}));
    QCOMPARE(widgets::withoutSideFiles({"/a/t.tab", "/a/t.dat", "/a/t.map", "/a/t.id"}),
             QStringList({"/a/t.tab"}));
    // Two that stand for themselves.
    QCOMPARE(widgets::withoutSideFiles({"/a/m.shp", "/a/m.gpkg"}),
             QStringList({"/a/m.shp", "/a/m.gpkg"}));
}

void FileDropTest::layersOnTheMap()
{
    const size_t before = layers();
    QVERIFY(drop(*m_window->canvas(),
                 {file("one.geojson", points()), file("two ñ.geojson", points())}));
    still();
    QCOMPARE(layers(), before + 2);
    QCOMPARE(m_workspace.state().layers[before].name.en, QStringLiteral("one"));
    QCOMPARE(m_workspace.state().layers[before + 1].name.en, QStringLiteral("two ñ"));
    QVERIFY(m_workspace.undo());
    still();
    QCOMPARE(layers(), before);
}

void FileDropTest::aShapefileWithAllItsFiles()
{
    VETA_NEEDS_REAL_DATA(zip, "sites/mx_hidalgo_comarca_minera_minas_shp.zip");
    const size_t before = layers();
    QVERIFY(drop(*m_window->canvas(), {zip}));
    still();
    QCOMPARE(layers(), before + 1);
    QVERIFY2(m_probe.last.isEmpty(), qPrintable(m_probe.last));
}

void FileDropTest::aLayerOnThePanel()
{
    const size_t before = layers();
    auto* tree = m_window->findChild<widgets::LayerPanel*>()->findChild<QTreeWidget*>();
    QVERIFY(drop(*tree->viewport(), {file("panel.geojson", points())}));
    still();
    QCOMPARE(layers(), before + 1);
}

void FileDropTest::aLayerOnAFloatingPanel()
{
    const size_t before = layers();
    auto* panel = m_window->findChild<widgets::LayerPanel*>();
    auto* dock = qobject_cast<QDockWidget*>(panel->parentWidget());
    QVERIFY(dock != nullptr);
    dock->setFloating(true);
    QVERIFY(drop(*panel, {file("floating.geojson", points())}));
    still();
    dock->setFloating(false);
    QCOMPARE(layers(), before + 1);
}

void FileDropTest::aTableIsImported()
{
    QVERIFY(drop(*m_window->canvas(),
                 {file("minas.csv", "name,commodity\nBoleo,copper\nPilares,copper\n")}));
    QVERIFY(QTest::qWaitFor([] { return shown<widgets::ImportDialog>() != nullptr; }, 60'000));
    shown<widgets::ImportDialog>()->reject();
}

void FileDropTest::aTableWithPositionsIsAskedAbout_data()
{
    QTest::addColumn<QString>("answer");
    QTest::newRow("sites") << QStringLiteral("As sites");
    QTest::newRow("layer") << QStringLiteral("As a layer");
    QTest::newRow("cancel") << QStringLiteral("Cancel");
}

void FileDropTest::aTableWithPositionsIsAskedAbout()
{
    QFETCH(const QString, answer);
    widgets::setMessageProbe(nullptr);
    const size_t before = layers();
    QString question;
    QTimer click;
    connect(&click, &QTimer::timeout, &click, [&] {
        auto* box = shown<QMessageBox>();
        if (box == nullptr)
            return;
        click.stop();
        question = box->text();
        for (QAbstractButton* button : box->buttons())
            if (button->text().remove(QLatin1Char('&')) == answer)
                QTest::mouseClick(button, Qt::LeftButton);
    });
    click.start(20);
    // Its .geojson neighbour needs no question and no CRS, so that the answer is seen alone.
    QVERIFY(drop(*m_window->canvas(),
                 {file("asked.csv", "name,longitude,latitude\nBoleo,-112.3,27.3\n")}));
    if (answer == QLatin1String("As sites")) {
        QVERIFY(QTest::qWaitFor([] { return shown<widgets::ImportDialog>() != nullptr; }, 60'000));
        shown<widgets::ImportDialog>()->reject();
        still();
        QCOMPARE(layers(), before);
    } else if (answer == QLatin1String("As a layer")) {
        QVERIFY(QTest::qWaitFor([] { return shown<widgets::CrsQuestion>() != nullptr; }, 60'000));
        shown<widgets::CrsQuestion>()->accept();
        still();
        QCOMPARE(layers(), before + 1);
    } else {
        QVERIFY(QTest::qWaitFor([&] { return !question.isEmpty(); }, 60'000));
        still();
        QCOMPARE(layers(), before);
    }
    QVERIFY2(question.contains(QStringLiteral("asked.csv")), qPrintable(question));
}

void FileDropTest::aProjectIsOpened()
{
    const QString other = m_folder.filePath(QStringLiteral("other.veta.gpkg"));
    {
        widgets::Workspace made;
        made.setAuthor({QStringLiteral("US"), QStringLiteral("Test")});
        made.create(other, QStringLiteral("Other"));
        QVERIFY(support::settle(made));
        made.close();
        QVERIFY(support::settle(made));
    }
    QVERIFY(drop(*m_window->canvas(), {other}));
    still();
    QCOMPARE(m_workspace.path(), other);
    QVERIFY(m_probe.last.isEmpty());
}

void FileDropTest::aFolderIsLookedInto()
{
    const size_t before = layers();
    const QString empty = m_folder.filePath(QStringLiteral("empty"));
    const QString full = m_folder.filePath(QStringLiteral("SGM"));
    QVERIFY(QDir().mkpath(empty) && QDir().mkpath(full));
    QVERIFY(
        QFile::copy(file("inside.geojson", points()), full + QStringLiteral("/inside.geojson")));
    QVERIFY(drop(*m_window->canvas(), {empty, full, file("beside.geojson", points())}));
    still();
    QVERIFY2(m_probe.last.contains(QStringLiteral("holds no file")), qPrintable(m_probe.last));
    QCOMPARE(layers(), before + 2); // what lies in the other, and what else was dropped
}

void FileDropTest::needsAProject()
{
    m_workspace.close();
    still();
    auto* welcome = m_window->findChild<widgets::WelcomePage*>();
    QVERIFY(welcome->isVisible());
    QVERIFY(drop(*welcome, {file("early.geojson", points())}));
    still();
    QVERIFY2(m_probe.last.startsWith(QStringLiteral("Open a project first")),
             qPrintable(m_probe.last));
    // A project is welcome.
    QVERIFY(drop(*welcome, {m_path}));
    still();
    QCOMPARE(m_workspace.path(), m_path);
    QVERIFY(m_workspace.isOpen());
}

void FileDropTest::whatIsNoFileIsNotTaken()
{
    QMimeData text;
    text.setText(QStringLiteral("copper"));
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &text, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window->canvas(), &enter);
    QVERIFY(!enter.isAccepted());
    QMimeData web;
    web.setUrls({QUrl(QStringLiteral("https://example.org/map.gpkg"))});
    QDragEnterEvent remote(QPoint(5, 5), Qt::CopyAction, &web, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(m_window->canvas(), &remote);
    QVERIFY(!remote.isAccepted());
}

QTEST_MAIN(FileDropTest)
#include "file_drop_test.moc"
