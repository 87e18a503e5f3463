// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import_dialog.h"

#include "tests/support/open_workspace.h"
#include "widgets/message.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTimer>

namespace {

const QByteArray Table = "Nombre;País;Este;Norte;Zona;Mineral\r\n"
                         "La Perla;MX;500000;3100000;EPSG:26913;Fe\r\n"
                         "Sin lugar;MX;;;;Cu\r\n"
                         "Mal escrita;MX;abc;3100000;EPSG:26913;Cu\r\n"
                         "La Otra;MX;510000;3110000;EPSG:99999999;Cu\r\n";

// The dialog before a person, with what they would do in it.
class Dialog
{
public:
    Dialog(widgets::Workspace& workspace, const QString& path, const QByteArray& bytes)
        : m_workspace(workspace)
        , table(tableOf(path, bytes))
        , dialog(workspace, table, nullptr)
    {
        dialog.show();
        checked();
    }
    static widgets::ImportDialog::Table tableOf(const QString& path, const QByteArray& bytes)
    {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write");
        file.close();
        base::Progress progress;
        return std::make_shared<const catalogue::ImportTable>(
            catalogue::ImportTable::open(path, {}, progress));
    }
    void checked()
    {
        const bool done = QTest::qWaitFor(
            [this] { return !summary().contains(QStringLiteral("Checking")); }, 60'000);
        if (!done || !support::settle(m_workspace))
            qFatal("never checked");
    }
    QString summary() const
    {
        QString longest;
        for (const QLabel* label : dialog.findChildren<QLabel*>())
            if (label->wordWrap())
                longest = label->text();
        return longest;
    }
    QPushButton* button(const QString& text)
    {
        for (QPushButton* each : dialog.findChildren<QPushButton*>())
            if (each->text().remove(QLatin1Char('&')) == text)
                return each;
        qFatal("no such button");
    }
    QTableWidget* list(const QString& name)
    {
        for (QTableWidget* each : dialog.findChildren<QTableWidget*>())
            if (each->accessibleName() == name)
                return each;
        qFatal("no such list");
    }
    // Chooses a column for what it says of a site, with the keyboard.
    void map(const QString& field, const QString& column)
    {
        for (QComboBox* each : dialog.findChildren<QComboBox*>())
            if (each->accessibleName() == field) {
                const int index = each->findText(column);
                if (index < 0)
                    qFatal("no such column");
                each->setCurrentIndex(index);
                Q_EMIT each->activated(index);
                checked();
                return;
            }
        qFatal("no such field");
    }

private:
    widgets::Workspace& m_workspace;

public:
    widgets::ImportDialog::Table table;
    widgets::ImportDialog dialog;
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

} // namespace

class ImportDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void proposesByTheHeaders();
    void saysWhichRowsAreSetAsideAndWhy();
    void aMappingByHandIsCheckedAtOnce();
    void askedForACrsNeverGuessesIt();
    void keepsAMappingForTheNextFile();
    void exportsWhatIsSetAside();
    void importsAsOneEntry();
    void mendedRowsTakeTheirPlace();
    void speaksSpanish();

private:
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

void ImportDialogTest::proposesByTheHeaders()
{
    Dialog d(workspace(), fileNamed("plain.csv"),
             "id,name,country,kind,longitude,latitude,commodity\r\n"
             "1,Alpha,MX,mine,-110.5,30.25,copper;gold\r\n2,Beta,US,mine,-111,32,lithium\r\n");
    const auto& mapping = d.dialog.mapping();
    QCOMPARE(mapping.columnsOf(catalogue::import_field::Name), QStringList{"name"});
    QCOMPARE(mapping.columnsOf(catalogue::import_field::X), QStringList{"longitude"});
    QCOMPARE(mapping.columnsOf(catalogue::import_field::Commodity), QStringList{"commodity"});
    QTableWidget* file = d.list(QStringLiteral("The first rows of the file"));
    QCOMPARE(file->rowCount(), 2);
    QCOMPARE(file->columnCount(), 7);
    QCOMPARE(file->horizontalHeaderItem(1)->text(), QStringLiteral("name"));
    QCOMPARE(file->item(1, 1)->text(), QStringLiteral("Beta"));
}

void ImportDialogTest::saysWhichRowsAreSetAsideAndWhy()
{
    Dialog d(workspace(), fileNamed("lugares.csv"), Table);
    d.map(QStringLiteral("Longitude or easting"), QStringLiteral("Este"));
    d.map(QStringLiteral("Latitude or northing"), QStringLiteral("Norte"));
    d.map(QStringLiteral("Coordinate system"), QStringLiteral("Zona"));
    QVERIFY2(d.summary().contains(QStringLiteral("4 rows")), qPrintable(d.summary()));
    QVERIFY2(d.summary().contains(QStringLiteral("2 sites")), qPrintable(d.summary()));
    QVERIFY2(d.summary().contains(QStringLiteral("1 of them without")), qPrintable(d.summary()));
    QTableWidget* aside = d.list(QStringLiteral("Rows that would be set aside"));
    QCOMPARE(aside->rowCount(), 2);
    QCOMPARE(aside->item(0, 0)->text(), QStringLiteral("4"));
    QCOMPARE(aside->item(0, 1)->text(), QStringLiteral("Este"));
    QCOMPARE(aside->item(0, 2)->text(), QStringLiteral("abc"));
    QVERIFY(aside->item(0, 3)->text().size() > 10);
    QCOMPARE(aside->item(1, 2)->text(), QStringLiteral("EPSG:99999999"));
    QTableWidget* preview = d.list(QStringLiteral("The first sites as they are understood"));
    QCOMPARE(preview->item(0, 1)->text(), QStringLiteral("La Perla"));
    QCOMPARE(preview->item(0, 5)->text().left(6), QStringLiteral("-105.0"));
    QCOMPARE(preview->item(0, 7)->text(), QStringLiteral("Iron"));
}

void ImportDialogTest::aMappingByHandIsCheckedAtOnce()
{
    Dialog d(workspace(), fileNamed("two.csv"), "A,B\r\nOne,Two\r\n");
    QTableWidget* preview = d.list(QStringLiteral("The first sites as they are understood"));
    d.map(QStringLiteral("Name"), QStringLiteral("A"));
    QCOMPARE(preview->item(0, 1)->text(), QStringLiteral("One"));
    d.map(QStringLiteral("Name"), QStringLiteral("B"));
    QCOMPARE(preview->item(0, 1)->text(), QStringLiteral("Two"));
    d.map(QStringLiteral("Name"), QStringLiteral("–"));
    QVERIFY(!d.dialog.mapping().has(catalogue::import_field::Name));
}

void ImportDialogTest::askedForACrsNeverGuessesIt()
{
    Dialog d(workspace(), fileNamed("xy.csv"), "nombre,este,norte\r\nUno,500000,3100000\r\n");
    d.map(QStringLiteral("Longitude or easting"), QStringLiteral("este"));
    d.map(QStringLiteral("Latitude or northing"), QStringLiteral("norte"));
    QVERIFY2(d.summary().contains(QStringLiteral("coordinate system")), qPrintable(d.summary()));
    QVERIFY(!d.button(QStringLiteral("Import"))->isEnabled());
    for (QComboBox* each : d.dialog.findChildren<QComboBox*>())
        if (each->isEditable()) {
            each->lineEdit()->selectAll();
            QTest::keyClicks(each->lineEdit(), QStringLiteral("EPSG:32613"));
        }
    d.checked();
    QCOMPARE(d.list(QStringLiteral("Rows that would be set aside"))->rowCount(), 0);
    QVERIFY(d.button(QStringLiteral("Import"))->isEnabled());
    QCOMPARE(d.dialog.mapping().crs, QStringLiteral("EPSG:32613"));
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
    auto* presets = next.dialog.findChild<QComboBox*>();
    const int index = presets->findText(QStringLiteral("Saved: Two columns"));
    QVERIFY(index > 0);
    presets->setCurrentIndex(index);
    Q_EMIT presets->activated(index);
    next.checked();
    QCOMPARE(
        next.list(QStringLiteral("The first sites as they are understood"))->item(0, 1)->text(),
        QStringLiteral("Four"));
}

void ImportDialogTest::exportsWhatIsSetAside()
{
    Dialog d(workspace(), fileNamed("aside.csv"),
             "name,longitude,latitude\r\nOne,-110,30\r\nTwo,x,30\r\n");
    for (QComboBox* each : d.dialog.findChildren<QComboBox*>())
        if (each->isEditable())
            each->setEditText(QStringLiteral("EPSG:4326"));
    d.checked();
    const QString path = fileNamed("aside-out.csv");
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
    QVERIFY(workspace().importSites(d.table, d.dialog.mapping()));
    QVERIFY(support::settle(workspace()));
    QCOMPARE(workspace().state().sites->size(), before + 3);
    workspace().undo();
    QVERIFY(support::settle(workspace()));
    QCOMPARE(workspace().state().sites->size(), before);
    workspace().redo();
    QVERIFY(support::settle(workspace()));
    QCOMPARE(workspace().state().sites->size(), before + 3);
}

void ImportDialogTest::mendedRowsTakeTheirPlace()
{
    const size_t before = workspace().state().sites->size();
    base::Progress progress;
    Dialog d(workspace(), fileNamed("bad.csv"),
             "id,name,longitude,latitude,crs\r\n1,Gut,-110,30,EPSG:4326\r\n"
             "2,Schlecht,-1105,30,EPSG:4326\r\n");
    QCOMPARE(d.list(QStringLiteral("Rows that would be set aside"))->rowCount(), 1);
    QVERIFY(workspace().importSites(d.table, d.dialog.mapping()));
    QVERIFY(support::settle(workspace()));
    QCOMPARE(workspace().state().sites->size(), before + 1);
    const auto plan = catalogue::planImport(*d.table, d.dialog.mapping(), progress);
    QByteArray csv = catalogue::setAsideCsv(d.table->columns(), plan.setAside);
    csv.replace("2,Schlecht,-1105", "2,Schlecht,-110.5");
    Dialog mended(workspace(), fileNamed("bad-mended.csv"), csv);
    QVERIFY(workspace().importSites(mended.table, mended.dialog.mapping()));
    QVERIFY(support::settle(workspace()));
    QCOMPARE(workspace().state().sites->size(), before + 2);
}

void ImportDialogTest::speaksSpanish()
{
    workspace().setLanguage(base::Language::Spanish);
    {
        Dialog d(workspace(), fileNamed("es.csv"), Table);
        const QStringList english = support::leftInEnglish(support::visibleTexts(d.dialog));
        QVERIFY2(english.isEmpty(), qPrintable(english.join(QLatin1Char('\n'))));
    }
    workspace().setLanguage(base::Language::English);
}

QTEST_MAIN(ImportDialogTest)
#include "import_dialog_test.moc"
