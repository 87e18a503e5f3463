// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a layer is drawn, changed as a person would: what the map shows meanwhile, and what stands in
// the file afterwards.
#include "widgets/style_editor.h"

#include "tests/support/open_workspace.h"
#include "tests/support/style_samples.h"
#include "widgets/class_table.h"
#include "widgets/color_button.h"
#include "widgets/layer_dialog.h"
#include "widgets/map_canvas.h"
#include "widgets/map_link.h"
#include "widgets/symbol_fields.h"

#include "geo/feature_layer.h"

#include <QCheckBox>
#include <QColorDialog>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>

namespace {

QComboBox* box(const QWidget& root, const QString& accessibleName)
{
    for (QComboBox* each : root.findChildren<QComboBox*>())
        if (each->accessibleName() == accessibleName)
            return each;
    qFatal("no box %s", qPrintable(accessibleName));
}

void choose(QComboBox* box, const QString& text)
{
    const int index = box->findText(text);
    if (index < 0)
        qFatal("%s is not offered", qPrintable(text));
    box->setCurrentIndex(index);
}

// The box that offers a choice; the editor's first ones have labels, not names of their own.
QComboBox* boxOffering(const QWidget& root, const QString& text)
{
    for (QComboBox* each : root.findChildren<QComboBox*>())
        if (each->findText(text) >= 0)
            return each;
    qFatal("%s is offered nowhere", qPrintable(text));
}

QPushButton* button(const QWidget& root, const QString& text)
{
    for (QPushButton* each : root.findChildren<QPushButton*>())
        if (each->text().remove(QLatin1Char('&')) == text)
            return each;
    qFatal("no button %s", qPrintable(text));
}

const QString Numbers = QStringLiteral("By the numbers of a field");
const QString Values = QStringLiteral("By the values of a field");

} // namespace

class StyleEditorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void gradesAndIsEditedByHand();
    void refusesWhatIsNoBound();
    void categoriesAreHiddenNamedAndMoved();
    void coloursAreTriedByKeyboard();
    void theSymbolFollowsItsFields();
    void readsAndSavesFiles();
    void theMapShowsWhatIsTried();
    void aCancelledDialogLeavesNothing();
    void everyFieldHasAName();
    void looks_data();
    void looks();

private:
    widgets::Workspace& workspace() { return m_sample->workspace; }
    catalogue::Layer points() const;
    std::unique_ptr<widgets::StyleEditor> editor();
    std::unique_ptr<support::OpenSample> m_sample;
    base::Id m_layer = 0;
};

void StyleEditorTest::initTestCase()
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    support::useEmptySettings();
    m_sample = std::make_unique<support::OpenSample>();
    const QString file = m_sample->folder.filePath(QStringLiteral("samples.geojson"));
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    QByteArrayList features;
    for (int i = 0; i < 10; ++i)
        features << "{\"type\":\"Feature\",\"properties\":{\"ppm\":" +
                        (i < 9 ? QByteArray::number(i * 100) : QByteArray("null")) +
                        ",\"unit\":\"" + (i % 2 == 0 ? "Qal" : "Kg") +
                        "\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[" +
                        QByteArray::number(-111 - i) + ",31]}}";
    out.write("{\"type\":\"FeatureCollection\",\"features\":[" + features.join(',') + "]}");
    out.close();
    base::Progress progress;
    catalogue::Layer added =
        catalogue::proposeLayer(m_sample->path, file, {}, {}, false, progress).layer;
    added.name = {QStringLiteral("Samples"), QStringLiteral("Muestras")};
    QVERIFY(workspace().edit({QStringLiteral("Added"), {}}, false,
                             [&](catalogue::Edit& edit) { catalogue::addLayer(edit, added); }));
    QVERIFY(support::settle(workspace()));
    m_layer = workspace().state().layers.back().id;
    QVERIFY(workspace().layers().at(m_layer).features);
}

void StyleEditorTest::cleanup()
{
    workspace().setLanguage(base::Language::English);
}

catalogue::Layer StyleEditorTest::points() const
{
    for (const catalogue::Layer& each : m_sample->workspace.state().layers)
        if (each.id == m_layer)
            return each;
    return {};
}

std::unique_ptr<widgets::StyleEditor> StyleEditorTest::editor()
{
    auto made = std::make_unique<widgets::StyleEditor>(workspace().layers().at(m_layer).features,
                                                       points(), workspace().language());
    made->show();
    return made;
}

void StyleEditorTest::gradesAndIsEditedByHand()
{
    const auto edited = editor();
    QSignalSpy changes(edited.get(), &widgets::StyleEditor::changed);
    choose(boxOffering(*edited, Numbers), Numbers);
    QCOMPARE(edited->style().kind, geo::StyleKind::Graduated);
    QCOMPARE(edited->style().field, QStringLiteral("ppm"));
    QCOMPARE(edited->style().classes.size(), std::size_t(5));
    choose(box(*edited, QStringLiteral("How classes are found")), QStringLiteral("equally wide"));
    for (QSpinBox* each : edited->findChildren<QSpinBox*>())
        if (each->accessibleName() == QStringLiteral("How many classes"))
            each->setValue(4);
    QCOMPARE(geo::boundsOf(edited->style().classes), (std::vector<double>{0, 200, 400, 600, 800}));
    choose(box(*edited, QStringLiteral("Colours of the classes")), QStringLiteral("Grey"));
    QCOMPARE(edited->style().classes.front().color, geo::rampColor(geo::ValueRamp::Grey, 0));
    QVERIFY(changes.size() >= 4);
    // The bound that two classes share moves in both, and is a person's own from then on.
    auto* table = edited->findChild<QTableWidget*>();
    QCOMPARE(table->rowCount(), 5);
    table->item(0, 1)->setText(QStringLiteral("250.5"));
    QCOMPARE(edited->style().classes[0].upper, std::optional(250.5));
    QCOMPARE(edited->style().classes[1].lower, std::optional(250.5));
    QCOMPARE(edited->style().grading.method, geo::BreakMethod::ByHand);
    QTRY_COMPARE(table->item(1, 0)->text(), QStringLiteral("250.5"));
    table->item(3, 1)->setText(QString());
    QVERIFY(!edited->style().classes[3].upper);
    // The features without a value.
    table->item(4, 0)->setCheckState(Qt::Unchecked);
    QVERIFY(!edited->style().otherColor);
}

void StyleEditorTest::refusesWhatIsNoBound()
{
    const auto edited = editor();
    choose(boxOffering(*edited, Numbers), Numbers);
    auto* table = edited->findChild<QTableWidget*>();
    const auto before = edited->style().classes;
    QString said;
    connect(edited->findChild<widgets::ClassTable*>(), &widgets::ClassTable::problem, this,
            [&](const QString& message) { said = message; });
    for (const char* wrong : {"many", "-5", "1e9"}) {
        table->item(1, 1)->setText(QString::fromLatin1(wrong));
        QVERIFY(!said.isEmpty());
        QVERIFY(edited->style().classes == before);
        QTRY_VERIFY(table->item(1, 1)->text() != QString::fromLatin1(wrong)); // it goes back
    }
}

void StyleEditorTest::categoriesAreHiddenNamedAndMoved()
{
    const auto edited = editor();
    choose(boxOffering(*edited, Values), Values);
    choose(boxOffering(*edited, QStringLiteral("unit")), QStringLiteral("unit"));
    auto* table = edited->findChild<QTableWidget*>();
    QCOMPARE(table->rowCount(), 3);
    QCOMPARE(table->item(0, 0)->text(), QStringLiteral("Kg"));
    table->setFocus();
    table->setCurrentCell(0, 0);
    QTest::keyClick(table, Qt::Key_Space);
    QVERIFY(!edited->style().categories[0].visible);
    table->item(0, 3)->setText(QStringLiteral("Granite"));
    QCOMPARE(edited->style().categories[0].label.en, QStringLiteral("Granite"));
    QVERIFY(edited->style().categories[0].label.es.isEmpty());
    QTest::mouseClick(button(*edited, QStringLiteral("Down")), Qt::LeftButton);
    QCOMPARE(edited->style().categories[1].label.en, QStringLiteral("Granite"));
    QVERIFY(edited->style().ordered);
    QCOMPARE(table->currentRow(), 1);
    QTest::mouseClick(button(*edited, QStringLiteral("Show none")), Qt::LeftButton);
    QVERIFY(!edited->style().categories[0].visible && !edited->style().otherColor);
    QTest::mouseClick(button(*edited, QStringLiteral("Show all")), Qt::LeftButton);
    QVERIFY(edited->style().categories[1].visible && edited->style().otherColor);
}

void StyleEditorTest::coloursAreTriedByKeyboard()
{
    const auto edited = editor();
    choose(boxOffering(*edited, Values), Values);
    choose(boxOffering(*edited, QStringLiteral("unit")), QStringLiteral("unit"));
    const QColor before = edited->style().categories[0].color;
    auto* table = edited->findChild<QTableWidget*>();
    table->setCurrentCell(0, 2);
    QColor tried;
    const auto during = [&](bool accept) {
        QTimer::singleShot(0, this, [&tried, &edited, accept] {
            auto* dialog = qobject_cast<QColorDialog*>(QApplication::activeModalWidget());
            dialog->setCurrentColor(QColor(1, 2, 3, 128));
            tried = edited->style().categories[0].color;
            accept ? dialog->accept() : dialog->reject();
        });
        QTest::keyClick(table, Qt::Key_Return);
    };
    during(false);
    QCOMPARE(tried, QColor(1, 2, 3, 128)); // at once, and back again
    QCOMPARE(edited->style().categories[0].color, before);
    during(true);
    QCOMPARE(edited->style().categories[0].color, QColor(1, 2, 3, 128));
    QCOMPARE(table->item(0, 2)->text(), QStringLiteral("#010203, 50 %"));
}

void StyleEditorTest::theSymbolFollowsItsFields()
{
    const auto edited = editor();
    choose(box(*edited, QStringLiteral("Shape of the points")), QStringLiteral("diamond"));
    choose(box(*edited, QStringLiteral("Dashes")), QStringLiteral("dotted"));
    for (QDoubleSpinBox* each : edited->findChildren<QDoubleSpinBox*>())
        each->setValue(each->accessibleName().startsWith(QStringLiteral("Width")) ? 2.5 : 11);
    const geo::Symbol& symbol = edited->style().symbol;
    QCOMPARE(symbol.shape, geo::PointShape::Diamond);
    QCOMPARE(symbol.dash, geo::Dash::Dotted);
    QCOMPARE(symbol.strokeWidth, 2.5);
    QCOMPARE(symbol.pointSize, 11.0);
    for (QCheckBox* each : edited->findChildren<QCheckBox*>())
        if (each->accessibleName() == QStringLiteral("Outline"))
            QTest::keyClick(each, Qt::Key_Space);
    QVERIFY(!symbol.stroke);
    // A class has the colour then; the fill is not asked for.
    choose(boxOffering(*edited, Values), Values);
    for (widgets::ColorButton* each : edited->findChildren<widgets::ColorButton*>())
        QCOMPARE(each->isVisible(), each->accessibleName().contains(QStringLiteral("outline")));
}

void StyleEditorTest::readsAndSavesFiles()
{
    const auto edited = editor();
    const QString source = QStringLiteral(VETA_SOURCE_DIR "/tests/data/styles/samples.qml");
    edited->readFile(source);
    QCOMPARE(edited->style().kind, geo::StyleKind::Graduated);
    QCOMPARE(edited->findChild<QTableWidget*>()->rowCount(), 4);
    const QString path = m_sample->folder.filePath(QStringLiteral("out.qml"));
    edited->saveFile(path);
    const QString json = geo::styleToJson(edited->style());
    edited->readFile(path);
    QCOMPARE(geo::styleToJson(edited->style()), json);
    QStringList said;
    for (const QLabel* each : edited->findChildren<QLabel*>())
        said << each->text();
    QVERIFY2(said.contains(QStringLiteral("Read out.qml.")), qPrintable(said.join(u'\n')));
    // One for another kind of geometry, with a field that is not there: said, and taken.
    edited->readFile(QStringLiteral(VETA_SOURCE_DIR "/tests/data/styles/units.qml"));
    QCOMPARE(edited->style().kind, geo::StyleKind::Categorised);
    QCOMPARE(edited->opacity(), 0.75);
    const geo::Style kept = edited->style();
    edited->readFile(m_sample->path); // no style at all
    QVERIFY(edited->style() == kept);
}

void StyleEditorTest::theMapShowsWhatIsTried()
{
    widgets::MapCanvas canvas(workspace().prepared());
    widgets::MapLink link(workspace(), canvas);
    const auto shown = [&] { return canvas.content().layers.back(); };
    const auto entries = [&] {
        std::size_t count = 0;
        workspace().readHistory(this, [&](const auto& all) { count = all.size(); });
        return support::settle(workspace()) ? count : 0;
    };
    const std::size_t before = entries();
    widgets::LayerDialog dialog(workspace(), points(), nullptr);
    dialog.show();
    choose(boxOffering(dialog, Numbers), Numbers);
    QCOMPARE(shown().style.kind, geo::StyleKind::Graduated);
    for (QSpinBox* each : dialog.findChildren<QSpinBox*>())
        if (each->suffix() == QStringLiteral(" %"))
            each->setValue(40);
    QCOMPARE(shown().opacity, 0.4);
    QVERIFY(points().style.kind != geo::StyleKind::Graduated); // nothing stands yet
    QTest::mouseClick(dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok),
                      Qt::LeftButton);
    // Until the file has it the map goes on showing it.
    QCOMPARE(shown().style.kind, geo::StyleKind::Graduated);
    QVERIFY(support::settle(workspace()));
    QCOMPARE(shown().style.kind, geo::StyleKind::Graduated);
    QCOMPARE(points().style.kind, geo::StyleKind::Graduated);
    QCOMPARE(points().opacity, 0.4);
    QVERIFY(workspace().previewed(m_layer) == nullptr);
    QCOMPARE(entries(), before + 1);
}

void StyleEditorTest::aCancelledDialogLeavesNothing()
{
    widgets::MapCanvas canvas(workspace().prepared());
    widgets::MapLink link(workspace(), canvas);
    std::size_t before = 0;
    workspace().readHistory(this, [&](const auto& all) { before = all.size(); });
    QVERIFY(support::settle(workspace()));
    const geo::Style stands = points().style;
    widgets::LayerDialog dialog(workspace(), points(), nullptr);
    dialog.show();
    choose(boxOffering(dialog, Values), Values);
    QVERIFY(!(canvas.content().layers.back().style == stands));
    QTest::keyClick(&dialog, Qt::Key_Escape);
    QVERIFY(!dialog.isVisible());
    QVERIFY(canvas.content().layers.back().style == stands);
    QVERIFY(support::settle(workspace()));
    QVERIFY(points().style == stands);
    std::size_t after = 0;
    workspace().readHistory(this, [&](const auto& all) { after = all.size(); });
    QVERIFY(support::settle(workspace()));
    QCOMPARE(after, before);
}

// What a screen reader says of each field that can have the focus: a name, or a label beside it.
void StyleEditorTest::everyFieldHasAName()
{
    const auto edited = editor();
    choose(boxOffering(*edited, Numbers), Numbers);
    QStringList nameless;
    for (const QWidget* each : edited->findChildren<QWidget*>()) {
        if ((each->focusPolicy() & Qt::TabFocus) == 0 || !each->isVisible() ||
            each->objectName().startsWith(QStringLiteral("qt_")))
            continue;
        const QVariant text = each->property("text");
        bool labelled = !each->accessibleName().isEmpty() ||
                        (qobject_cast<const QAbstractButton*>(each) && !text.toString().isEmpty());
        for (const QLabel* label : edited->findChildren<QLabel*>())
            labelled = labelled || label->buddy() == each || label == each;
        if (!labelled)
            nameless << QString::fromLatin1(each->metaObject()->className());
    }
    QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
}

void StyleEditorTest::looks_data()
{
    QTest::addColumn<bool>("spanish");
    QTest::addColumn<QString>("kind");
    for (const bool spanish : {false, true})
        for (const char* kind : {"single", "values", "numbers"})
            QTest::addRow("%s %s", kind, spanish ? "es" : "en")
                << spanish << QString::fromLatin1(kind);
}

void StyleEditorTest::looks()
{
    QFETCH(bool, spanish);
    QFETCH(QString, kind);
    workspace().setLanguage(spanish ? base::Language::Spanish : base::Language::English);
    catalogue::Layer layer = points();
    const auto features = workspace().layers().at(m_layer).features;
    layer.style = kind == QStringLiteral("single") ? geo::singleStyle(*features)
                  : kind == QStringLiteral("values")
                      ? geo::categorisedStyle(*features, QStringLiteral("unit"))
                      : geo::graduatedStyle(*features, QStringLiteral("ppm"), {}, 5);
    widgets::LayerDialog dialog(workspace(), layer, nullptr);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    if (spanish) {
        QStringList texts = support::visibleTexts(dialog);
        for (const QDialogButtonBox* box : dialog.findChildren<QDialogButtonBox*>())
            for (const QAbstractButton* each : box->buttons())
                texts.removeAll(each->text());
        for (const char* own : {"ppm", "unit"})
            texts.removeAll(QString::fromLatin1(own));
        const QStringList english = support::leftInEnglish(texts);
        QVERIFY2(english.isEmpty(), qPrintable(english.join(u'\n')));
    }
    if (const QByteArray folder = qgetenv("VETA_SHOTS"); !folder.isEmpty())
        dialog.grab().save(QString::fromUtf8(folder) + u'/' +
                           QString::fromLatin1(QTest::currentDataTag()) + QStringLiteral(".png"));
}

QTEST_MAIN(StyleEditorTest)
#include "style_editor_test.moc"
