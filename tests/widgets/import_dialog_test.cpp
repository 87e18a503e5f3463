// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import_dialog.h"

#include "base/digest.h"
#include "catalogue/vocabulary.h"
#include "tests/support/open_workspace.h"
#include "widgets/landing_map.h"
#include "widgets/map_canvas.h"
#include "widgets/mend_dialog.h"
#include "widgets/message.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>
#include <QTableWidget>
#include <QTimer>
#include <QTreeWidget>

namespace {

using widgets::ImportDialog;

const QByteArray Table = "Nombre;País;Este;Norte;Zona;Mineral\r\n"
                         "La Perla;MX;500000;3100000;EPSG:26913;Fe\r\n"
                         "Sin lugar;MX;;;;Cu\r\n"
                         "Mal escrita;MX;abc;3100000;EPSG:26913;Cu\r\n"
                         "La Otra;MX;510000;3110000;EPSG:99999999;Cu\r\n";

ImportDialog::Table tableOf(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write");
    file.close();
    base::Progress progress;
    return std::make_shared<const catalogue::ImportTable>(
        catalogue::ImportTable::open(path, {}, progress));
}

QPushButton* buttonIn(const QWidget& widget, const QString& text, int which = 0)
{
    for (QPushButton* each : widget.findChildren<QPushButton*>())
        if (each->text().remove(QLatin1Char('&')) == text && which-- == 0)
            return each;
    qFatal("no such button");
}

QTableView* gridOf(const widgets::MendDialog& mend)
{
    for (QTableView* each : mend.findChildren<QTableView*>())
        if (each->accessibleName() == QLatin1String("Rows to mend"))
            return each;
    qFatal("no grid of rows to mend");
}

// Clicks a cell that is chosen from a list, and chooses with the keyboard.
void chooseIn(QAbstractItemView& view, const QModelIndex& cell, const QString& text)
{
    view.scrollTo(cell);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(cell).center());
    QComboBox* field = nullptr;
    if (!QTest::qWaitFor([&] {
            field = view.viewport()->findChild<QComboBox*>();
            return field != nullptr && field->view()->isVisible();
        }))
        qFatal("no list opens");
    const int at = field->findText(text);
    if (at < 0)
        qFatal("no such choice: %s", qPrintable(text));
    field->view()->setCurrentIndex(field->model()->index(at, 0));
    QTest::keyClick(field->view(), Qt::Key_Return);
}

// The dialog before a person, with what they would do in it.
class Dialog
{
public:
    Dialog(widgets::Workspace& workspace, const QString& path, const QByteArray& bytes)
        : m_workspace(workspace)
        , table(tableOf(path, bytes))
        , dialog(workspace, path, table, nullptr)
    {
        dialog.show();
        checked();
    }
    void checked()
    {
        const bool done = QTest::qWaitFor(
            [this] {
                return !summary().contains(QStringLiteral("Checking")) &&
                       !summary().contains(QStringLiteral("Reading"));
            },
            60'000);
        if (!done || !support::settle(m_workspace))
            qFatal("never checked");
    }
    QString summary() const { return dialog.findChild<QLabel*>(QStringLiteral("summary"))->text(); }
    // Of the CRS that nothing states; empty where none is said of it.
    QString crsText()
    {
        const auto* label = named<QLabel>(QStringLiteral("The coordinate system of the positions"));
        return label->isVisible() ? label->text() : QString();
    }
    QPushButton* button(const QString& text, int which = 0)
    {
        return buttonIn(dialog, text, which);
    }
    template <class View>
    View* view(const QString& name)
    {
        for (View* each : dialog.findChildren<View*>())
            if (each->accessibleName() == name)
                return each;
        qFatal("no such view: %s", qPrintable(name));
    }
    template <class Widget>
    Widget* named(const QString& name)
    {
        return view<Widget>(name);
    }
    QTableView* understood()
    {
        return view<QTableView>(QStringLiteral("The first rows as understood"));
    }
    QTableView* read() { return view<QTableView>(QStringLiteral("The first rows as read")); }
    QTableWidget* setAside()
    {
        return view<QTableWidget>(QStringLiteral("Rows that are set aside"));
    }
    static QString at(const QTableView* view, int row, const QString& column)
    {
        for (int i = 0; i < view->model()->columnCount(); ++i)
            if (view->model()->headerData(i, Qt::Horizontal).toString().section('\n', 0, 0) ==
                column)
                return view->model()->index(row, i).data().toString();
        qFatal("no such column");
    }
    void tab(int index)
    {
        QTabBar* bar = dialog.findChild<QTabWidget*>()->tabBar();
        QTest::mouseClick(bar, Qt::LeftButton, {}, bar->tabRect(index).center());
    }
    // Chooses a column for what it says of a site.
    void map(const QString& field, const QString& column)
    {
        tab(1);
        auto* tree = view<QTreeWidget>(QStringLiteral("Which column says what"));
        for (QTreeWidgetItem* item : tree->findItems(field, Qt::MatchExactly | Qt::MatchRecursive))
            if (item->childCount() == 0) {
                QSignalSpy done(&dialog, &ImportDialog::checked);
                item->parent()->setExpanded(true);
                chooseIn(*tree,
                         tree->model()->index(
                             item->parent()->indexOfChild(item), 1,
                             tree->model()->index(tree->indexOfTopLevelItem(item->parent()), 0)),
                         column);
                if (!done.wait(60'000))
                    qFatal("never checked");
                checked();
                return;
            }
        qFatal("no such field");
    }
    void crs(const QString& text)
    {
        QSignalSpy done(&dialog, &ImportDialog::checked);
        tab(1);
        QLineEdit* line =
            named<QComboBox>(QStringLiteral("Coordinate system of the positions"))->lineEdit();
        line->selectAll();
        QTest::keyClicks(line, text);
        if (!done.wait(60'000))
            qFatal("never checked");
        checked();
    }

private:
    widgets::Workspace& m_workspace;

public:
    ImportDialog::Table table;
    ImportDialog dialog;
};

void answer(std::function<bool()> tryIt)
{
    auto* timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, tryIt = std::move(tryIt)] {
        if (tryIt()) {
            timer->stop();
            timer->deleteLater();
        }
    });
    timer->start(20);
}

void answerFile(const QString& path)
{
    answer([path] {
        for (QWidget* widget : QApplication::topLevelWidgets())
            if (auto* dialog = qobject_cast<QFileDialog*>(widget); dialog && dialog->isVisible()) {
                auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
                name->setText(path);
                QTest::keyClick(name, Qt::Key_Return);
                return true;
            }
        return false;
    });
}

const QByteArray Known = "id,name,longitude,latitude,crs,status\r\n"
                         "k1,Uno,-110,30,EPSG:4326,Past Producer\r\n"
                         "k2,Dos,-110.1,30,EPSG:4326,zzq\r\n";

} // namespace

class ImportDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysWhatTheFileIsTakenForAndWhy();
    void showsRowsAsReadAndAsUnderstood();
    void saysWhichRowsAreSetAsideAndWhy();
    void aMappingByHandIsCheckedAtOnce();
    void askedForACrsNeverGuessesIt();
    void aQuestionWithAMapAnswersForTheCrs();
    void aClearCrsIsAssumedAndSaid();
    void whatWasSaidForTheSameColumnsIsRemembered();
    void zonesWithoutADatumAreAskedForIt();
    void aWordIsMended();
    void readsTheFileInAnotherEncoding();
    void keepsAMappingForTheNextFile();
    void aPresetIsSavedAndLoaded();
    void exportsWhatIsSetAside();
    void importsAsOneEntry();
    void countsWhatIsKnownAlready();
    void rowsAreMendedInAGridAndImported();
    void aRowStillWrongStaysSetAside();
    void mendedRowsKeepTheirDecimalComma();
    void manyPositionsAreShownInPart();
    void thousandsOfColumnsDoNotHoldIt();
    void speaksSpanish();

private:
    std::vector<catalogue::SetAside> setAsideOf(base::Id source);
    std::set<base::Id> records();

    std::unique_ptr<support::OpenSample> m_sample;
    QString fileNamed(const char* name) { return m_sample->folder.filePath(QLatin1String(name)); }
    widgets::Workspace& workspace() { return m_sample->workspace; }
};

void ImportDialogTest::initTestCase()
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    support::useEmptySettings();
    m_sample = std::make_unique<support::OpenSample>();
}

std::vector<catalogue::SetAside> ImportDialogTest::setAsideOf(base::Id source)
{
    std::vector<catalogue::SetAside> rows;
    workspace().read(
        [source](const catalogue::ReadAccess& access) {
            return catalogue::readSetAside(access, source);
        },
        this, [&](std::vector<catalogue::SetAside> read) { rows = std::move(read); });
    support::settle(workspace());
    return rows;
}

std::set<base::Id> ImportDialogTest::records()
{
    std::set<base::Id> all;
    workspace().read(
        [](const catalogue::ReadAccess& access) {
            std::set<base::Id> ids;
            catalogue::forEachRecord(
                access, [&](base::Id record, base::Id, base::Id) { ids.insert(record); });
            return ids;
        },
        this, [&](std::set<base::Id> read) { all = std::move(read); });
    support::settle(workspace());
    return all;
}

void ImportDialogTest::saysWhatTheFileIsTakenForAndWhy()
{
    Dialog d(workspace(), fileNamed("yacimientos.csv"),
             "clave,nombre,municipio,estado,sustancia,longitud,latitud\r\n"
             "1,La Perla,Camargo,Chihuahua,Fierro,-105.1,27.9\r\n");
    auto* presets = d.named<QComboBox>(QStringLiteral("What the file is taken for"));
    QCOMPARE(presets->currentText(), QStringLiteral("A table with Spanish headers (SGM, INEGI)"));
    const QString reason = d.named<QLabel>(QStringLiteral("Why it is taken for that"))->text();
    QVERIFY2(reason.contains(QStringLiteral("municipio")), qPrintable(reason));
    QCOMPARE(d.dialog.mapping().columnsOf(catalogue::import_field::Name), QStringList{"nombre"});
    // Another one, chosen by a person, is theirs.
    const int byHeaders = presets->findText(QStringLiteral("As its headers suggest"));
    QVERIFY(byHeaders > 0);
    presets->setCurrentIndex(byHeaders);
    Q_EMIT presets->activated(byHeaders);
    d.checked();
    const QString other = d.named<QLabel>(QStringLiteral("Why it is taken for that"))->text();
    QVERIFY2(other.contains(QStringLiteral("usual")), qPrintable(other));
    d.map(QStringLiteral("State or province"), QStringLiteral("municipio"));
    QVERIFY(d.named<QLabel>(QStringLiteral("Why it is taken for that"))
                ->text()
                .contains(QStringLiteral("changed")));
}

void ImportDialogTest::showsRowsAsReadAndAsUnderstood()
{
    Dialog d(workspace(), fileNamed("plain.csv"),
             "id,name,country,kind,longitude,latitude,commodity,crs\r\n"
             "1,Alpha,MX,mine,-110.5,30.25,copper;gold,EPSG:4326\r\n"
             "2,Beta,US,mine,-1111,32,lithium,EPSG:4326\r\n");
    QCOMPARE(d.read()->model()->rowCount(), 2);
    QCOMPARE(d.read()->model()->columnCount(), 8);
    QCOMPARE(Dialog::at(d.read(), 1, QStringLiteral("name")), QStringLiteral("Beta"));
    QVERIFY(d.read()->model()->headerData(1, Qt::Horizontal).toString().contains(u"→ Name"));
    QCOMPARE(d.understood()->model()->rowCount(), 2);
    QCOMPARE(Dialog::at(d.understood(), 0, QStringLiteral("Commodities")),
             QStringLiteral("Copper, Gold"));
    QCOMPARE(Dialog::at(d.understood(), 0, QStringLiteral("Comes in")), QStringLiteral("yes"));
    // What is wrong is said in words, and its cell has a sign.
    QVERIFY(Dialog::at(d.understood(), 1, QStringLiteral("Comes in")).size() > 10);
    const QModelIndex bad = d.read()->model()->index(1, 4);
    QVERIFY(!bad.data(Qt::DecorationRole).value<QIcon>().isNull());
    QVERIFY(d.read()->model()->index(0, 4).data(Qt::DecorationRole).isNull());
    // One half follows the other.
    QTest::mouseClick(d.read()->viewport(), Qt::LeftButton, {},
                      d.read()->visualRect(d.read()->model()->index(1, 0)).center());
    QCOMPARE(d.understood()->currentIndex().row(), 1);
    QCOMPARE(d.dialog.findChild<widgets::MapCanvas*>()->content().sites->size(), size_t(1));
}

void ImportDialogTest::saysWhichRowsAreSetAsideAndWhy()
{
    Dialog d(workspace(), fileNamed("lugares.csv"), Table);
    d.map(QStringLiteral("Longitude or easting"), QStringLiteral("Este"));
    d.map(QStringLiteral("Latitude or northing"), QStringLiteral("Norte"));
    d.map(QStringLiteral("UTM zone"), QStringLiteral("–"));
    d.map(QStringLiteral("Coordinate system"), QStringLiteral("Zona"));
    QVERIFY2(d.summary().contains(QStringLiteral("4 rows")), qPrintable(d.summary()));
    QVERIFY2(d.summary().contains(QStringLiteral("2 sites")), qPrintable(d.summary()));
    QVERIFY2(d.summary().contains(QStringLiteral("1 of them without")), qPrintable(d.summary()));
    d.tab(3);
    auto* reasons = d.view<QTreeWidget>(QStringLiteral("Why rows are set aside"));
    QCOMPARE(reasons->topLevelItemCount(), 2);
    QStringList values;
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(reasons->topLevelItem(i)->text(1), QStringLiteral("1"));
        QTest::mouseClick(reasons->viewport(), Qt::LeftButton, {},
                          reasons->visualItemRect(reasons->topLevelItem(i)).center());
        QCOMPARE(d.setAside()->rowCount(), 1);
        values << d.setAside()->item(0, 2)->text();
    }
    values.sort();
    QCOMPARE(values, (QStringList{"EPSG:99999999", "abc"}));
    QCOMPARE(Dialog::at(d.understood(), 0, QStringLiteral("Name")), QStringLiteral("La Perla"));
    QVERIFY(Dialog::at(d.understood(), 0, QStringLiteral("Position"))
                .contains(QStringLiteral("105.0")));
    QCOMPARE(Dialog::at(d.understood(), 0, QStringLiteral("Commodities")), QStringLiteral("Iron"));
}

void ImportDialogTest::aMappingByHandIsCheckedAtOnce()
{
    Dialog d(workspace(), fileNamed("two.csv"), "A,B\r\nOne,Two\r\n");
    d.map(QStringLiteral("Name"), QStringLiteral("A"));
    QCOMPARE(Dialog::at(d.understood(), 0, QStringLiteral("Name")), QStringLiteral("One"));
    d.map(QStringLiteral("Name"), QStringLiteral("B"));
    QCOMPARE(Dialog::at(d.understood(), 0, QStringLiteral("Name")), QStringLiteral("Two"));
    d.map(QStringLiteral("Name"), QStringLiteral("–"));
    QVERIFY(!d.dialog.mapping().has(catalogue::import_field::Name));
}

void ImportDialogTest::askedForACrsNeverGuessesIt()
{
    Dialog d(workspace(), fileNamed("xy.csv"), "nombre,este,norte\r\nUno,500000,3100000\r\n");
    QVERIFY2(d.summary().contains(QStringLiteral("coordinate system")), qPrintable(d.summary()));
    QVERIFY(!d.button(QStringLiteral("Import"))->isEnabled());
    QVERIFY2(d.crsText().contains(QStringLiteral("In which coordinate system")) &&
                 d.crsText().contains(QStringLiteral("metres or feet")) &&
                 d.crsText().contains(QStringLiteral("Proposed: ")),
             qPrintable(d.crsText()));
    d.crs(QStringLiteral("EPSG:32613"));
    QVERIFY2(d.summary().contains(QStringLiteral("0 rows would be set aside")),
             qPrintable(d.summary()));
    QVERIFY(d.button(QStringLiteral("Import"))->isEnabled());
    QCOMPARE(d.dialog.mapping().crs, QStringLiteral("EPSG:32613"));
    QCOMPARE(d.crsText(), QString());
}

void ImportDialogTest::aQuestionWithAMapAnswersForTheCrs()
{
    Dialog d(workspace(), fileNamed("question.csv"),
             "nombre,este,norte\r\nUno,500000,3100000\r\nDos,510000,3110000\r\n");
    QCOMPARE(d.understood()->model()->rowCount(), 0);
    QTest::mouseClick(d.button(QStringLiteral("Choose…"), 0), Qt::LeftButton);
    widgets::CrsQuestion* question = nullptr;
    QVERIFY(QTest::qWaitFor(
        [&] { return (question = d.dialog.findChild<widgets::CrsQuestion*>()) != nullptr; }));
    QVERIFY(question->windowTitle().contains(QStringLiteral("question.csv")));
    int chihuahua = -1;
    for (int i = 0; i < question->list()->count() && chihuahua < 0; ++i)
        if (question->list()->item(i)->text().contains(QStringLiteral("zone 13 north")))
            chihuahua = i;
    QVERIFY(chihuahua >= 0);
    QTest::mouseClick(question->list()->viewport(), Qt::LeftButton, {},
                      question->list()->visualItemRect(question->list()->item(chihuahua)).center());
    const geo::Crs chosen = *question->crs();
    QSignalSpy done(&d.dialog, &ImportDialog::checked);
    QTest::mouseClick(buttonIn(*question, QStringLiteral("Use this one")), Qt::LeftButton);
    QVERIFY(done.wait(60'000));
    d.checked();
    QCOMPARE(d.dialog.mapping().crs, chosen.toText());
    QVERIFY(Dialog::at(d.understood(), 0, QStringLiteral("Position"))
                .contains(QStringLiteral("105.0")));
    QVERIFY(d.button(QStringLiteral("Import"))->isEnabled());
    QCOMPARE(
        d.named<QComboBox>(QStringLiteral("Coordinate system of the positions"))->currentText(),
        chosen.toText());
    // At any time, from the field; what stands is the one to begin with.
    d.tab(1);
    QTest::mouseClick(d.button(QStringLiteral("Choose…"), 1), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] {
        question = nullptr;
        for (auto* each : d.dialog.findChildren<widgets::CrsQuestion*>())
            if (each->isVisible())
                question = each;
        return question != nullptr;
    }));
    QCOMPARE(*question->crs(), chosen);
    QTest::mouseClick(buttonIn(*question, QStringLiteral("Cancel")), Qt::LeftButton);
    QCOMPARE(d.dialog.mapping().crs, chosen.toText());
}

void ImportDialogTest::aClearCrsIsAssumedAndSaid()
{
    Dialog d(workspace(), fileNamed("degrees.csv"),
             "nombre,longitud,latitud\r\nUno,-110.5,29.5\r\nDos,-110.6,29.4\r\n");
    QVERIFY2(d.crsText().contains(QStringLiteral("Assumed: WGS 84 (EPSG:4326).")) &&
                 d.crsText().contains(QStringLiteral("Sonora")),
             qPrintable(d.crsText()));
    QCOMPARE(d.understood()->model()->rowCount(), 2);
    QVERIFY(Dialog::at(d.understood(), 0, QStringLiteral("Position"))
                .contains(QStringLiteral("110.5")));
    QPushButton* import = d.button(QStringLiteral("Import, assuming WGS 84"));
    QVERIFY(import->isEnabled());
    QCOMPARE(d.dialog.mapping().crs, QStringLiteral("EPSG:4326"));
    QCOMPARE(d.dialog.steps().front().mapping.crs, QStringLiteral("EPSG:4326"));
    // What a person says instead stands.
    d.crs(QStringLiteral("EPSG:4267"));
    QCOMPARE(d.dialog.mapping().crs, QStringLiteral("EPSG:4267"));
    QCOMPARE(import->text(), QStringLiteral("&Import"));
    QCOMPARE(d.crsText(), QString());
}

void ImportDialogTest::whatWasSaidForTheSameColumnsIsRemembered()
{
    {
        Dialog d(workspace(), fileNamed("survey-2023.csv"),
                 "Mina,Este,Norte\r\nPrimera,500000,3100000\r\n");
        d.crs(QStringLiteral("EPSG:26713"));
        QVERIFY(workspace().importSites(d.dialog.steps()));
        QVERIFY(support::settle(workspace()));
    }
    {
        Dialog d(workspace(), fileNamed("survey-2024.csv"),
                 "Mina,Este,Norte\r\nSegunda,501000,3101000\r\n");
        QVERIFY2(d.crsText().contains(QStringLiteral("NAD27 / UTM zone 13N")) &&
                     d.crsText().contains(QStringLiteral("survey-2023.csv")),
                 qPrintable(d.crsText()));
        QVERIFY(d.button(QStringLiteral("Import, assuming NAD27 / UTM zone 13N"))->isEnabled());
        QCOMPARE(d.dialog.mapping().crs, QStringLiteral("EPSG:26713"));
    }
    // Not where its numbers cannot be in it.
    Dialog d(workspace(), fileNamed("survey-degrees.csv"),
             "Mina,Este,Norte\r\nTercera,-105.1,28.0\r\n");
    QVERIFY2(!d.crsText().contains(QStringLiteral("NAD27 / UTM")), qPrintable(d.crsText()));
}

void ImportDialogTest::zonesWithoutADatumAreAskedForIt()
{
    Dialog d(workspace(), fileNamed("zones.csv"),
             "nombre,este,norte,zona utm\r\nUno,500000,3100000,13N\r\n");
    QVERIFY2(d.crsText().contains(QStringLiteral("datum")), qPrintable(d.crsText()));
    QVERIFY(d.button(QStringLiteral("Import, assuming WGS 84"))->isEnabled());
    QVERIFY(Dialog::at(d.understood(), 0, QStringLiteral("Position"))
                .contains(QStringLiteral("105.0")));
}

void ImportDialogTest::aWordIsMended()
{
    Dialog d(workspace(), fileNamed("words.csv"), Known);
    d.tab(2);
    auto* words = d.view<QTableWidget>(QStringLiteral("Words of the file and what they mean"));
    QCOMPARE(words->rowCount(), 2);
    QCOMPARE(words->item(0, 1)->text(), QStringLiteral("zzq")); // what is not known comes first
    QCOMPARE(words->item(0, 3)->text(), QStringLiteral("Not known"));
    QVERIFY(!words->item(0, 3)->icon().isNull());
    QVERIFY(words->item(1, 3)->text() != QStringLiteral("Not known"));
    const QString term =
        catalogue::stages().label(QStringLiteral("exploration"), base::Language::English);
    QSignalSpy done(&d.dialog, &ImportDialog::checked);
    chooseIn(*words, words->model()->index(0, 3), term);
    QVERIFY(done.wait(60'000));
    d.checked();
    QCOMPARE(d.dialog.mapping().words.at(catalogue::import_field::Stage).at(QStringLiteral("zzq")),
             QStringLiteral("exploration"));
    QCOMPARE(Dialog::at(d.understood(), 1, QStringLiteral("Stage")), term);
}

void ImportDialogTest::readsTheFileInAnotherEncoding()
{
    Dialog d(workspace(), fileNamed("latin.csv"),
             "name,note\r\nCa\xF1"
             "ada,x\r\n");
    auto* encoding = d.named<QComboBox>(QStringLiteral("Encoding of the text"));
    QCOMPARE(encoding->currentText(), QStringLiteral("windows-1252"));
    QCOMPARE(Dialog::at(d.read(), 0, QStringLiteral("name")), QStringLiteral("Cañada"));
    QSignalSpy done(&d.dialog, &ImportDialog::checked);
    encoding->lineEdit()->selectAll();
    QTest::keyClicks(encoding->lineEdit(), QStringLiteral("IBM850"));
    QTest::keyClick(encoding->lineEdit(), Qt::Key_Return);
    QVERIFY(d.dialog.isVisible()); // Enter in a field does not import
    QVERIFY(done.wait(60'000));
    QCOMPARE(Dialog::at(d.read(), 0, QStringLiteral("name")), QStringLiteral("Ca±ada"));
}

void ImportDialogTest::keepsAMappingForTheNextFile()
{
    {
        Dialog d(workspace(), fileNamed("keep.csv"), "A,B\r\nOne,Two\r\n");
        d.map(QStringLiteral("Name"), QStringLiteral("B"));
        answer([] {
            for (QWidget* widget : QApplication::topLevelWidgets())
                if (auto* dialog = qobject_cast<QInputDialog*>(widget)) {
                    dialog->setTextValue(QStringLiteral("Two columns"));
                    dialog->accept();
                    return true;
                }
            return false;
        });
        QTest::mouseClick(d.button(QStringLiteral("Save this mapping…")), Qt::LeftButton);
        QVERIFY(support::settle(workspace()));
    }
    Dialog next(workspace(), fileNamed("next.csv"), "A,B\r\nThree,Four\r\n");
    auto* presets = next.named<QComboBox>(QStringLiteral("What the file is taken for"));
    const int index = presets->findText(QStringLiteral("Saved: Two columns"));
    QVERIFY(index > 0);
    presets->setCurrentIndex(index);
    Q_EMIT presets->activated(index);
    next.checked();
    QCOMPARE(Dialog::at(next.understood(), 0, QStringLiteral("Name")), QStringLiteral("Four"));
}

void ImportDialogTest::aPresetIsSavedAndLoaded()
{
    const QString path = fileNamed("ours.json");
    {
        Dialog d(workspace(), fileNamed("ours.csv"), "A,B,C\r\nOne,Two,zzq\r\n");
        d.map(QStringLiteral("Name"), QStringLiteral("B"));
        d.map(QStringLiteral("Stage"), QStringLiteral("C"));
        answerFile(path);
        QTest::mouseClick(d.button(QStringLiteral("Save preset…")), Qt::LeftButton);
        QVERIFY2(d.summary().contains(QStringLiteral("ours.json")), qPrintable(d.summary()));
    }
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const catalogue::ImportPreset preset = catalogue::importPresetFromJson(file.readAll());
    QCOMPARE(preset.name, QStringLiteral("ours"));
    QCOMPARE(preset.headers, (QStringList{"B", "C"}));
    {
        Dialog d(workspace(), fileNamed("theirs.csv"), "C,A,B\r\nzzq,Three,Four\r\n");
        answerFile(path);
        QTest::mouseClick(d.button(QStringLiteral("Load preset…")), Qt::LeftButton);
        d.checked();
        QCOMPARE(Dialog::at(d.understood(), 0, QStringLiteral("Name")), QStringLiteral("Four"));
        QCOMPARE(d.named<QComboBox>(QStringLiteral("What the file is taken for"))->currentText(),
                 QStringLiteral("ours"));
        // What it says of the source goes with it.
        QVERIFY(d.dialog.steps().front().preset);
        QCOMPARE(d.dialog.steps().front().preset->name, QStringLiteral("ours"));
    }
    // A table of another kind is not read by it, and says what is missing.
    widgets::MessageProbe probe;
    widgets::setMessageProbe(&probe);
    Dialog other(workspace(), fileNamed("other.csv"), "x1,x2\r\n1,2\r\n");
    answerFile(path);
    QTest::mouseClick(other.button(QStringLiteral("Load preset…")), Qt::LeftButton);
    widgets::setMessageProbe(nullptr);
    QVERIFY2(probe.last.contains(QStringLiteral("“B”")), qPrintable(probe.last));
}

void ImportDialogTest::exportsWhatIsSetAside()
{
    Dialog d(workspace(), fileNamed("aside.csv"),
             "name,longitude,latitude\r\nOne,-110,30\r\nTwo,x,30\r\n");
    d.crs(QStringLiteral("EPSG:4326"));
    const QString path = fileNamed("aside-out.csv");
    answerFile(path);
    QTest::mouseClick(d.button(QStringLiteral("Export the rows set aside…")), Qt::LeftButton);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray csv = file.readAll();
    QVERIFY(csv.contains("Two,x,30"));
    QVERIFY(!csv.contains("One"));
    QVERIFY(d.summary().contains(QStringLiteral("aside-out.csv")));
}

void ImportDialogTest::importsAsOneEntry()
{
    const size_t before = workspace().state().sites->size();
    Dialog d(workspace(), fileNamed("three.csv"),
             "id,name,longitude,latitude,crs\r\n1,Eins,-110,30,EPSG:4326\r\n"
             "2,Zwei,-110.1,30,EPSG:4326\r\n3,Drei,,,\r\n");
    bool accepted = false;
    connect(&d.dialog, &QDialog::accepted, this, [&] { accepted = true; });
    QTest::mouseClick(d.button(QStringLiteral("Import")), Qt::LeftButton);
    QVERIFY(accepted);
    QVERIFY(workspace().importSites(d.dialog.steps()));
    QVERIFY(support::settle(workspace()));
    QCOMPARE(workspace().state().sites->size(), before + 3);
    workspace().undo();
    QVERIFY(support::settle(workspace()));
    QCOMPARE(workspace().state().sites->size(), before);
    workspace().redo();
    QVERIFY(support::settle(workspace()));
    QCOMPARE(workspace().state().sites->size(), before + 3);
}

void ImportDialogTest::countsWhatIsKnownAlready()
{
    {
        Dialog d(workspace(), fileNamed("known.csv"), Known);
        QVERIFY2(!d.summary().contains(QStringLiteral("known already")), qPrintable(d.summary()));
        QVERIFY(workspace().importSites(d.dialog.steps()));
        QVERIFY(support::settle(workspace()));
    }
    Dialog again(workspace(), fileNamed("known.csv"), Known);
    QVERIFY2(again.summary().contains(QStringLiteral("0 sites would be imported")),
             qPrintable(again.summary()));
    QVERIFY2(again.summary().contains(QStringLiteral("2 are the same as records known already")),
             qPrintable(again.summary()));
    QVERIFY(!again.button(QStringLiteral("Import"))->isEnabled());
}

void ImportDialogTest::rowsAreMendedInAGridAndImported()
{
    const size_t before = workspace().state().sites->size();
    base::Id source = 0;
    {
        Dialog d(workspace(), fileNamed("bad.csv"),
                 "id,name,longitude,latitude,crs\r\nb1,Gut,-110,30,EPSG:4326\r\n"
                 "b2,Schlecht,-1105,30,EPSG:4326\r\nb3,Arg,-111,930,EPSG:4326\r\n");
        QVERIFY(workspace().importSites(d.dialog.steps()));
        QVERIFY(support::settle(workspace()));
        source = base::hashedId({"sources", d.table->digest().toUtf8(), QByteArray()});
    }
    QCOMPARE(workspace().state().sites->size(), before + 1);
    QCOMPARE(setAsideOf(source).size(), size_t(2));

    widgets::MendDialog mend(workspace(), source, nullptr);
    mend.show();
    QTableView* grid = gridOf(mend);
    QVERIFY(QTest::qWaitFor([&] { return grid->model()->rowCount() == 2; }));
    QVERIFY(!buttonIn(mend, QStringLiteral("Import the mended rows"))->isEnabled());
    // The bad cell is the current one, and has a sign.
    QCOMPARE(grid->currentIndex().data().toString(), QStringLiteral("-1105"));
    QVERIFY(!grid->currentIndex().data(Qt::DecorationRole).isNull());
    QTest::keyClick(grid, Qt::Key_F2);
    auto* editor = grid->viewport()->findChild<QLineEdit*>();
    QVERIFY(editor != nullptr);
    editor->selectAll();
    QTest::keyClicks(editor, QStringLiteral("-110.5"));
    QTest::keyClick(editor, Qt::Key_Return);
    QCOMPARE(grid->currentIndex().data().toString(), QStringLiteral("-110.5"));
    QTest::mouseClick(buttonIn(mend, QStringLiteral("Next one to mend")), Qt::LeftButton);
    QCOMPARE(grid->currentIndex().data().toString(), QStringLiteral("930"));
    QTest::mouseClick(buttonIn(mend, QStringLiteral("Import the mended rows")), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return grid->model()->rowCount() == 1; }, 60'000));
    QVERIFY(support::settle(workspace()));
    QCOMPARE(workspace().state().sites->size(), before + 2);
    // With the ids it would have had, and in place of the row set aside; the other is still there.
    QVERIFY(
        records().contains(base::hashedId({"records", base::idBytes(source), QByteArray("b2")})));
    QCOMPARE(setAsideOf(source).size(), size_t(1));
    QVERIFY(setAsideOf(source).front().value.contains(QStringLiteral("930")));
}

void ImportDialogTest::aRowStillWrongStaysSetAside()
{
    base::Id source = 0;
    {
        Dialog d(workspace(), fileNamed("worse.csv"),
                 "id,name,longitude,latitude,crs\r\nw1,Gut,-110,30,EPSG:4326\r\n"
                 "w2,Schlecht,-1105,30,EPSG:4326\r\n");
        QVERIFY(workspace().importSites(d.dialog.steps()));
        QVERIFY(support::settle(workspace()));
        source = base::hashedId({"sources", d.table->digest().toUtf8(), QByteArray()});
    }
    const size_t before = workspace().state().sites->size();
    widgets::MendDialog mend(workspace(), source, nullptr);
    mend.show();
    QTableView* grid = gridOf(mend);
    QVERIFY(QTest::qWaitFor([&] { return grid->model()->rowCount() == 1; }));
    QVERIFY(grid->model()->setData(grid->currentIndex(), QStringLiteral("east")));
    QTest::mouseClick(buttonIn(mend, QStringLiteral("Import the mended rows")), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] {
        for (QLabel* label : mend.findChildren<QLabel*>())
            if (label->text().contains(QStringLiteral("cannot come in yet")))
                return true;
        return false;
    }));
    QVERIFY(support::settle(workspace()));
    QCOMPARE(grid->model()->rowCount(), 1);
    QCOMPARE(workspace().state().sites->size(), before);
    QCOMPARE(setAsideOf(source).size(), size_t(1));
}

void ImportDialogTest::mendedRowsKeepTheirDecimalComma()
{
    base::Id source = 0;
    {
        Dialog d(workspace(), fileNamed("commas.csv"),
                 "id;name;longitude;latitude;crs;tonnes\r\n"
                 "c1;Gut;-110,5;30,5;EPSG:4326;12,5\r\n"
                 "c2;Komma;-1105;30,5;EPSG:4326;1.234\r\n");
        QVERIFY(workspace().importSites(d.dialog.steps()));
        QVERIFY(support::settle(workspace()));
        source = base::hashedId({"sources", d.table->digest().toUtf8(), QByteArray()});
    }
    widgets::MendDialog mend(workspace(), source, nullptr);
    mend.show();
    QTableView* grid = gridOf(mend);
    QVERIFY(QTest::qWaitFor([&] { return grid->model()->rowCount() == 1; }));
    QVERIFY(grid->model()->setData(grid->currentIndex(), QStringLiteral("-110")));
    QTest::mouseClick(buttonIn(mend, QStringLiteral("Import the mended rows")), Qt::LeftButton);
    QVERIFY(QTest::qWaitFor([&] { return grid->model()->rowCount() == 0; }, 60'000));
    QVERIFY(support::settle(workspace()));
    std::vector<catalogue::Estimate> estimates;
    workspace().read(
        [](const catalogue::ReadAccess& access) {
            return catalogue::readSiteRecord(access,
                                             catalogue::findSite(access, QStringLiteral("Komma")));
        },
        this,
        [&](const std::optional<catalogue::SiteRecord>& record) {
            estimates = record.value().estimates;
        });
    QVERIFY(support::settle(workspace()));
    QCOMPARE(estimates.size(), size_t(1));
    QCOMPARE(estimates.front().tonnes, 1234.0);
}

void ImportDialogTest::manyPositionsAreShownInPart()
{
    QByteArray rows("id,name,longitude,latitude,crs\r\n");
    for (int i = 0; i < 100'020; ++i)
        rows += QByteArray::number(i) + ",S,-110.5,31.25,EPSG:4326\r\n";
    Dialog d(workspace(), fileNamed("hundred-thousand.csv"), rows);
    const QString said =
        QStringLiteral("The map shows 50,010 of the 100,020 positions, taken evenly.");
    const QList<QLabel*> labels = d.dialog.findChildren<QLabel*>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
        return label->isVisible() && label->text() == said;
    }));
}

void ImportDialogTest::thousandsOfColumnsDoNotHoldIt()
{
    QByteArray header = "name";
    QByteArray row = "One";
    for (int i = 0; i < 4000; ++i) {
        header += ",c" + QByteArray::number(i);
        row += ",v" + QByteArray::number(i);
    }
    Dialog d(workspace(), fileNamed("wide.csv"), header + "\r\n" + row + "\r\n");
    d.map(QStringLiteral("Note"), QStringLiteral("c3999"));
    QCOMPARE(d.dialog.mapping().columnsOf(catalogue::import_field::Note), QStringList{"c3999"});
    // No list of them is kept but the one that is open.
    for (const QComboBox* each : d.dialog.findChildren<QComboBox*>())
        QVERIFY(each->count() < 100);
}

void ImportDialogTest::speaksSpanish()
{
    workspace().setLanguage(base::Language::Spanish);
    {
        Dialog d(workspace(), fileNamed("es.csv"), Table);
        for (int tab = 0; tab < 5; ++tab) {
            d.tab(tab);
            const QStringList english = support::leftInEnglish(support::visibleTexts(d.dialog));
            QVERIFY2(english.isEmpty(), qPrintable(english.join(QLatin1Char('\n'))));
        }
        widgets::MendDialog mend(workspace(), 0, nullptr);
        mend.show();
        QVERIFY(support::settle(workspace()));
        const QStringList english = support::leftInEnglish(support::visibleTexts(mend));
        QVERIFY2(english.isEmpty(), qPrintable(english.join(QLatin1Char('\n'))));
    }
    workspace().setLanguage(base::Language::English);
}

QTEST_MAIN(ImportDialogTest)
#include "import_dialog_test.moc"
