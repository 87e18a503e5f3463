// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The question for a CRS and the list of a file's layers, alone and as layers are added.
#include "widgets/crs_question.h"

#include "geo/feature_layer.h"
#include "tests/support/open_workspace.h"
#include "widgets/crs_dialog.h"
#include "widgets/landing_map.h"
#include "widgets/layer_tasks.h"
#include "widgets/map_canvas.h"
#include "widgets/message.h"
#include "widgets/sublayer_dialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QPushButton>
#include <QTableWidget>

namespace {

QPushButton* ok(QDialog& dialog)
{
    return dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
}

QPushButton* button(QDialog& dialog, const QString& text)
{
    for (QPushButton* each : dialog.findChildren<QPushButton*>())
        if (each->text().remove(QLatin1Char('&')) == text)
            return each;
    qFatal("no button %s", qPrintable(text));
}

template <class Dialog>
Dialog* shown()
{
    for (QWidget* widget : QApplication::topLevelWidgets())
        if (auto* dialog = qobject_cast<Dialog*>(widget); dialog && dialog->isVisible())
            return dialog;
    return nullptr;
}

// A square around San Carlos in Sonora, in metres of UTM zone 12.
geo::CrsEvidence metres()
{
    geo::CrsEvidence evidence;
    for (int i = 0; i < 6; ++i)
        for (int k = 0; k < 6; ++k) {
            evidence.points.emplace_back(480'000 + i * 8'000, 3'080'000 + k * 8'000);
            evidence.extent.add(evidence.points.back());
        }
    return evidence;
}

widgets::CrsAsked asked(const geo::CrsEvidence& evidence,
                        base::Language language = base::Language::English)
{
    base::Progress progress;
    widgets::CrsAsked question{
        QStringLiteral("minas.shp"), evidence, {}, catalogue::boundaries(progress)};
    geo::CrsRegion region;
    region.states = question.boundaries.states;
    question.proposal = geo::proposeCrs(evidence, region, language);
    return question;
}

void writeFile(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), qint64(bytes.size()));
}

// A topology states no CRS; each object is a layer.
QByteArray topology(const QStringList& names)
{
    QByteArrayList objects;
    for (const QString& name : names)
        objects << "\"" + name.toUtf8() +
                       "\": {\"type\": \"GeometryCollection\", \"geometries\": ["
                       "{\"type\": \"LineString\", \"arcs\": [0], \"properties\": {\"n\": 1}},"
                       "{\"type\": \"LineString\", \"arcs\": [1], \"properties\": {\"n\": 2}}]}";
    return "{\"type\": \"Topology\", \"arcs\": [[[-111, 29], [-110.5, 29.5]],"
           "[[-110.9, 29.2], [-110.2, 30]]], \"objects\": {" +
           objects.join(',') + "}}";
}

int countStrong(const QImage& image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QColor color = image.pixelColor(x, y);
            count += color.red() > 150 && color.green() < 70 && color.blue() < 70 ? 1 : 0;
        }
    return count;
}

} // namespace

class CrsQuestionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void proposesTheFirst();
    void isAnsweredByKeyboard();
    void mapShowsTheChosenOne();
    void whatLiesNowhereIsNotTaken();
    void anotherOneIsFoundAndAdded();
    void othersAreOfferedWhereThereAre();
    void fewSublayersAreTicked();
    void manySublayersAreNot();
    void aLayerIsAddedWithTheAnswer();
    void cancelAddsNothing();
    void severalLayersAreAskedOnce();
    void contradictionIsAsked();
    void aFileThatCannotBeReadIsSaidAndPassed();
    void speaksSpanish_data();
    void speaksSpanish();

private:
    widgets::Workspace& workspace() { return m_sample->workspace; }
    void still() { QVERIFY(support::settle(workspace())); }
    // Until a dialog of that kind asks.
    template <class Dialog>
    Dialog* awaited()
    {
        Dialog* found = nullptr;
        if (!QTest::qWaitFor([&] { return (found = shown<Dialog>()) != nullptr; }, 60'000))
            qFatal("nothing is asked");
        return found;
    }
    std::unique_ptr<support::OpenSample> m_sample;
    std::unique_ptr<QMainWindow> m_window;
    std::unique_ptr<widgets::LayerTasks> m_tasks;
    QTemporaryDir m_folder;
};

void CrsQuestionTest::initTestCase()
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    support::useEmptySettings();
    m_sample = std::make_unique<support::OpenSample>();
}

void CrsQuestionTest::init()
{
    m_window = std::make_unique<QMainWindow>();
    m_window->show();
    m_tasks = std::make_unique<widgets::LayerTasks>(workspace(), *m_window);
    m_tasks->setParent(nullptr);
}

void CrsQuestionTest::cleanup()
{
    widgets::setMessageProbe(nullptr);
    workspace().setLanguage(base::Language::English);
    still();
    m_tasks.reset();
    m_window.reset();
}

void CrsQuestionTest::proposesTheFirst()
{
    widgets::CrsQuestion question(workspace().jobs(), base::Language::English, asked(metres()), 0,
                                  nullptr);
    question.show();
    QVERIFY(question.windowTitle().contains(QStringLiteral("minas.shp")));
    QVERIFY(question.list()->count() > 4);
    QCOMPARE(question.list()->currentRow(), 0);
    QVERIFY(question.list()->item(0)->text().startsWith(QStringLiteral("Proposed: WGS 84 / UTM")));
    QVERIFY2(question.list()->item(0)->text().contains(QStringLiteral("this lies in")),
             qPrintable(question.list()->item(0)->text()));
    QVERIFY(question.crs());
    QVERIFY(ok(question)->isEnabled());
    QVERIFY(!question.list()->accessibleName().isEmpty());
    QVERIFY(!question.map()->canvas()->accessibleName().isEmpty());
    QVERIFY(!question.forOthers());
    QTest::mouseClick(ok(question), Qt::LeftButton);
    QCOMPARE(question.result(), int(QDialog::Accepted));
}

void CrsQuestionTest::isAnsweredByKeyboard()
{
    widgets::CrsQuestion question(workspace().jobs(), base::Language::English, asked(metres()), 0,
                                  nullptr);
    question.show();
    QVERIFY(QTest::qWaitForWindowActive(&question));
    QCOMPARE(QApplication::focusWidget(), question.list());
    const geo::Crs first = *question.crs();
    QTest::keyClick(question.list(), Qt::Key_Down);
    QVERIFY(*question.crs() != first);
    QTest::keyClick(question.list(), Qt::Key_Return);
    QCOMPARE(question.result(), int(QDialog::Accepted));
}

void CrsQuestionTest::mapShowsTheChosenOne()
{
    widgets::CrsQuestion question(workspace().jobs(), base::Language::English, asked(metres()), 0,
                                  nullptr);
    question.show();
    QVERIFY(QTest::qWaitForWindowExposed(&question));
    widgets::MapCanvas* canvas = question.map()->canvas();
    const auto picture = [&] {
        if (!QTest::qWaitFor([&] { return !canvas->isDrawing(); }, 60'000))
            qFatal("the map is not drawn");
        return canvas->grab().toImage();
    };
    const QImage first = picture();
    QVERIFY2(countStrong(first) > 30, qPrintable(QString::number(countStrong(first))));
    question.list()->setCurrentRow(1);
    const QImage second = picture();
    QVERIFY(countStrong(second) > 30);
    QVERIFY(first != second);
    question.list()->setCurrentRow(-1);
    QCOMPARE(countStrong(picture()), 0);
    QVERIFY(!ok(question)->isEnabled());
    // Whichever is chosen is in view.
    const widgets::CrsAsked again = asked(metres());
    for (int row = 0; row < question.list()->count(); ++row) {
        question.list()->setCurrentRow(row);
        const geo::CrsCandidate& candidate = again.proposal.candidates[size_t(row)];
        QVERIFY(candidate.degrees);
        const auto pixel = canvas->view().fromLonLat(candidate.degrees->centre());
        QVERIFY(pixel && QRectF(canvas->rect()).contains(*pixel));
        QVERIFY(countStrong(picture()) > 30);
    }
}

void CrsQuestionTest::whatLiesNowhereIsNotTaken()
{
    geo::CrsEvidence evidence = metres();
    evidence.stated = geo::Crs::wgs84();
    widgets::CrsQuestion question(workspace().jobs(), base::Language::English, asked(evidence), 0,
                                  nullptr);
    question.show();
    QStringList texts;
    for (const QLabel* label : question.findChildren<QLabel*>())
        texts << label->text();
    QVERIFY2(texts.join(u' ').contains(QStringLiteral("states WGS 84, which is in degrees")),
             qPrintable(texts.join(u' ')));
    question.list()->setCurrentRow(question.list()->count() - 1);
    QCOMPARE(*question.crs(), geo::Crs::wgs84());
    QVERIFY(!ok(question)->isEnabled());
    QVERIFY(ok(question)->toolTip().contains(QStringLiteral("nowhere")));
    QTest::keyClick(question.list(), Qt::Key_Return);
    QVERIFY(question.isVisible());
}

void CrsQuestionTest::anotherOneIsFoundAndAdded()
{
    widgets::CrsQuestion question(workspace().jobs(), base::Language::English, asked(metres()), 0,
                                  nullptr);
    question.show();
    const int before = question.list()->count();
    // The other dialog is modal: it is answered while it asks.
    QTimer answer;
    connect(&answer, &QTimer::timeout, &answer, [&] {
        auto* dialog = shown<widgets::CrsDialog>();
        if (dialog == nullptr)
            return;
        auto* text = dialog->findChild<QLineEdit*>();
        if (text->text().isEmpty())
            QTest::keyClicks(text, QStringLiteral("EPSG:3309"));
        if (ok(*dialog)->isEnabled()) {
            answer.stop();
            QTest::mouseClick(ok(*dialog), Qt::LeftButton);
        }
    });
    answer.start(20);
    QTest::mouseClick(button(question, QStringLiteral("Another one…")), Qt::LeftButton);
    QCOMPARE(question.list()->count(), before + 1);
    QCOMPARE(question.list()->currentRow(), before);
    QCOMPARE(question.crs()->code(), QStringLiteral("EPSG:3309"));
    QVERIFY(!question.list()->currentItem()->text().startsWith(QStringLiteral("Proposed")));
}

void CrsQuestionTest::othersAreOfferedWhereThereAre()
{
    widgets::CrsQuestion question(workspace().jobs(), base::Language::English, asked(metres()), 3,
                                  nullptr);
    question.show();
    auto* box = question.findChild<QCheckBox*>();
    QVERIFY(box->isVisible() && box->text().contains(u'3'));
    QVERIFY(question.forOthers());
    QTest::mouseClick(box, Qt::LeftButton, {}, {10, box->height() / 2});
    QVERIFY(!question.forOthers());
}

void CrsQuestionTest::fewSublayersAreTicked()
{
    widgets::SublayerDialog dialog(
        QStringLiteral("a.gpkg"),
        {{{QStringLiteral("faults"),
           false,
           geo::GeometryKind::Line,
           1234,
           {},
           0,
           geo::Crs::wgs84()},
          {QStringLiteral("units"), false, geo::GeometryKind::Polygon, {}, {}, 0, {}},
          {QStringLiteral("all"), true, {}, {}, QSize(2000, 30), 1, {}}},
         {{base::Severity::Warning, QStringLiteral("“x” could not be opened."), {}}}},
        base::Language::English, nullptr);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowActive(&dialog));
    auto* table = dialog.findChild<QTableWidget*>();
    QCOMPARE(dialog.ticked(), QStringList({"faults", "units", "all"}));
    QCOMPARE(table->item(0, 1)->text(), QStringLiteral("lines"));
    QCOMPARE(table->item(0, 2)->text(), QStringLiteral("1,234"));
    QCOMPARE(table->item(0, 3)->text(), QStringLiteral("WGS 84"));
    QCOMPARE(table->item(1, 3)->text(), QStringLiteral("not stated"));
    QCOMPARE(table->item(2, 1)->text(), QStringLiteral("raster"));
    QCOMPARE(table->item(2, 2)->text(), QStringLiteral("2,000 × 30 pixels"));
    bool said = false; // what could not be opened
    for (const QLabel* label : dialog.findChildren<QLabel*>())
        said = said || (label->isVisible() && label->text().contains(QStringLiteral("“x”")));
    QVERIFY(said);
    // The space bar, whatever column stands under the cursor.
    table->setCurrentCell(1, 2);
    QTest::keyClick(table, Qt::Key_Space);
    QCOMPARE(dialog.ticked(), QStringList({"faults", "all"}));
    QTest::mouseClick(button(dialog, QStringLiteral("Tick none")), Qt::LeftButton);
    QVERIFY(!ok(dialog)->isEnabled());
    QTest::keyClick(table, Qt::Key_Space);
    QCOMPARE(dialog.ticked(), QStringList({"units"}));
    QVERIFY(ok(dialog)->isEnabled());
}

void CrsQuestionTest::manySublayersAreNot()
{
    geo::SourceLayers many;
    for (int i = 0; i < 20; ++i)
        many.layers.push_back(
            {QStringLiteral("layer %1").arg(i), false, geo::GeometryKind::Point, i, {}, 0, {}});
    widgets::SublayerDialog dialog(QStringLiteral("a.gpkg"), many, base::Language::English,
                                   nullptr);
    QVERIFY(dialog.ticked().isEmpty());
    QVERIFY(!ok(dialog)->isEnabled());
    QTest::mouseClick(button(dialog, QStringLiteral("Tick all")), Qt::LeftButton);
    QCOMPARE(dialog.ticked().size(), 20);
}

void CrsQuestionTest::aLayerIsAddedWithTheAnswer()
{
    const QString path = m_folder.filePath(QStringLiteral("fallas.topojson"));
    writeFile(path, topology({"fallas"}));
    const size_t before = workspace().state().layers.size();
    m_tasks->add({path});
    auto* question = awaited<widgets::CrsQuestion>();
    QCOMPARE(question->crs()->code(), QStringLiteral("EPSG:4326"));
    for (int row = 0; row < question->list()->count(); ++row)
        if (question->list()->item(row)->text().contains(QStringLiteral("EPSG:4267")))
            question->list()->setCurrentRow(row);
    QTest::mouseClick(ok(*question), Qt::LeftButton);
    still();
    QCOMPARE(workspace().state().layers.size(), before + 1);
    const catalogue::Layer layer = workspace().state().layers.back();
    QCOMPARE(layer.crs, QStringLiteral("EPSG:4267")); // remembered with the layer
    QVERIFY(!layer.digest.isEmpty());
    QVERIFY(layer.accuracyMetres);
    const auto& loaded = workspace().layers().at(layer.id);
    QVERIFY2(loaded.state == catalogue::LayerState::Ready, qPrintable(loaded.problem));
    QCOMPARE(loaded.features->size(), size_t(2));
    QVERIFY(workspace().undo());
    still();
    QCOMPARE(workspace().state().layers.size(), before);
}

void CrsQuestionTest::cancelAddsNothing()
{
    const QString path = m_folder.filePath(QStringLiteral("cancelled.topojson"));
    writeFile(path, topology({"one"}));
    const size_t before = workspace().state().layers.size();
    m_tasks->add({path});
    auto* question = awaited<widgets::CrsQuestion>();
    QTest::keyClick(question, Qt::Key_Escape);
    still();
    QCOMPARE(workspace().state().layers.size(), before);
}

void CrsQuestionTest::severalLayersAreAskedOnce()
{
    const QString path = m_folder.filePath(QStringLiteral("several.topojson"));
    writeFile(path, topology({"a", "b", "c"}));
    const size_t before = workspace().state().layers.size();
    m_tasks->add({path});
    auto* list = awaited<widgets::SublayerDialog>();
    QCOMPARE(list->ticked().size(), 3);
    auto* table = list->findChild<QTableWidget*>();
    table->setCurrentCell(1, 0);
    QTest::keyClick(table, Qt::Key_Space);
    QCOMPARE(list->ticked(), QStringList({"a", "c"}));
    QTest::mouseClick(ok(*list), Qt::LeftButton);
    auto* question = awaited<widgets::CrsQuestion>();
    QVERIFY(question->windowTitle().contains(u'a'));
    QVERIFY(question->forOthers());
    QTest::mouseClick(ok(*question), Qt::LeftButton);
    still();
    QVERIFY(shown<widgets::CrsQuestion>() == nullptr);
    const auto& layers = workspace().state().layers;
    QCOMPARE(layers.size(), before + 2);
    QCOMPARE(layers[before].sublayer, QStringLiteral("a"));
    QCOMPARE(layers[before + 1].sublayer, QStringLiteral("c"));
    for (size_t i = before; i < layers.size(); ++i)
        QCOMPARE(layers[i].crs, QStringLiteral("EPSG:4326"));
    // One change: undone at once.
    QVERIFY(workspace().undo());
    still();
    QCOMPARE(workspace().state().layers.size(), before);
}

void CrsQuestionTest::contradictionIsAsked()
{
    const QString path = m_folder.filePath(QStringLiteral("metres.geojson"));
    writeFile(path, R"({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"n": 1}, "geometry":
         {"type": "LineString", "coordinates": [[480000, 3080000], [520000, 3120000]]}}]})");
    const size_t before = workspace().state().layers.size();
    m_tasks->add({path});
    auto* question = awaited<widgets::CrsQuestion>();
    bool found = false;
    for (int row = 0; row < question->list()->count() && !found; ++row)
        if (question->list()->item(row)->text().contains(QStringLiteral("EPSG:32612"))) {
            question->list()->setCurrentRow(row);
            found = true;
        }
    QVERIFY(found);
    QTest::mouseClick(ok(*question), Qt::LeftButton);
    still();
    QCOMPARE(workspace().state().layers.size(), before + 1);
    const catalogue::Layer layer = workspace().state().layers.back();
    QCOMPARE(layer.crs, QStringLiteral("EPSG:32612"));
    const geo::Extent extent = workspace().layers().at(layer.id).features->extent();
    QVERIFY(extent.west > -112 && extent.east < -110 && extent.south > 27 && extent.north < 29);
    QVERIFY(workspace().undo());
    still();
}

void CrsQuestionTest::aFileThatCannotBeReadIsSaidAndPassed()
{
    widgets::MessageProbe probe;
    widgets::setMessageProbe(&probe);
    const QString bad = m_folder.filePath(QStringLiteral("bad.geojson"));
    writeFile(bad, "{\"type\": \"FeatureColl");
    const QString good = m_folder.filePath(QStringLiteral("good.geojson"));
    writeFile(good, R"({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {}, "geometry":
         {"type": "Point", "coordinates": [-110, 30]}}]})");
    const size_t before = workspace().state().layers.size();
    m_tasks->add({bad, good});
    still();
    QVERIFY2(probe.last.contains(QStringLiteral("bad.geojson")), qPrintable(probe.last));
    QCOMPARE(workspace().state().layers.size(), before + 1);
    QCOMPARE(workspace().state().layers.back().name.en, QStringLiteral("good"));
    QVERIFY(workspace().undo());
    still();
}

void CrsQuestionTest::speaksSpanish_data()
{
    QTest::addColumn<QString>("which");
    QTest::newRow("question") << QStringLiteral("question");
    QTest::newRow("list") << QStringLiteral("list");
}

void CrsQuestionTest::speaksSpanish()
{
    QFETCH(const QString, which);
    workspace().setLanguage(base::Language::Spanish);
    std::unique_ptr<QDialog> dialog;
    if (which == QLatin1String("question"))
        dialog = std::make_unique<widgets::CrsQuestion>(workspace().jobs(), base::Language::Spanish,
                                                        asked(metres(), base::Language::Spanish), 2,
                                                        nullptr);
    else
        dialog = std::make_unique<widgets::SublayerDialog>(
            QStringLiteral("a.gpkg"),
            geo::SourceLayers{{{QStringLiteral("x"), false, geo::GeometryKind::Line, 5, {}, 0, {}}},
                              {}},
            base::Language::Spanish, nullptr);
    QStringList texts = support::visibleTexts(*dialog);
    for (const QListWidget* list : dialog->findChildren<QListWidget*>())
        for (int row = 0; row < list->count(); ++row)
            texts << list->item(row)->text().section(u'\n', 1) << list->item(row)->toolTip();
    QVERIFY(texts.size() > 5);
    QCOMPARE(support::leftInEnglish(texts).join(QStringLiteral(" | ")), QString());
}

QTEST_MAIN(CrsQuestionTest)
#include "crs_question_test.moc"
