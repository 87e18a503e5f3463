// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The dialog that prints and exports the map, used as a person would.
#include "widgets/map_sheet_dialog.h"

#include "report/project_map.h"
#include "tests/support/open_workspace.h"
#include "tests/support/process.h"
#include "widgets/message.h"
#include "widgets/sheet_preview.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPrinter>
#include <QPrinterInfo>
#include <QPushButton>
#include <QSpinBox>

using widgets::MapSheetDialog;

class MapSheetDialogTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<support::OpenSample> m_sample;
    QTemporaryDir m_folder;
    widgets::Workspace& workspace() { return m_sample->workspace; }

    geo::MapSnapshot map()
    {
        geo::MapView view(workspace().state().mapCrs, {800, 600});
        view.fitLonLat({-115, 25, -97, 36});
        geo::MapSnapshot snapshot(view);
        for (const auto& [id, layer] : workspace().layers())
            snapshot.layers.push_back(catalogue::mapLayer(layer));
        snapshot.sites = report::mapSites(*workspace().state().sites, workspace().shownRows());
        snapshot.siteWords = report::siteWords();
        snapshot.language = workspace().language();
        snapshot.selected = {1};
        return snapshot;
    }
    std::unique_ptr<MapSheetDialog> make()
    {
        auto dialog = std::make_unique<MapSheetDialog>(
            workspace(), [this] { return map(); }, nullptr);
        dialog->show();
        return dialog;
    }
    bool drawn(const MapSheetDialog& dialog)
    {
        return QTest::qWaitFor(
            [&] {
                return !dialog.preview()->isBusy() && !dialog.preview()->page().isNull() &&
                       workspace().jobs().isIdle();
            },
            60'000);
    }
    template <class Field>
    static Field* field(const MapSheetDialog& dialog, const char* label)
    {
        for (QLabel* each : dialog.findChildren<QLabel*>())
            if (each->text().remove(u'&') == QLatin1String(label))
                if (auto* found = qobject_cast<Field*>(each->buddy()))
                    return found;
        qFatal("no field called %s", label);
    }
    static QPushButton* button(const MapSheetDialog& dialog, const char* text)
    {
        for (QPushButton* each : dialog.findChildren<QPushButton*>())
            if (each->text().remove(u'&') == QString::fromUtf8(text))
                return each;
        qFatal("no button %s", text);
    }
    static void pick(const MapSheetDialog& dialog, const char* label, int index)
    {
        field<QComboBox>(dialog, label)->setCurrentIndex(index);
    }
    QString file(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        support::useEmptySettings();
        m_sample = std::make_unique<support::OpenSample>();
    }
    void init()
    {
        QSettings().remove(QStringLiteral("mapSheet"));
        workspace().setLanguage(base::Language::English);
        QVERIFY(support::settle(workspace()));
    }

    void showsTheSheetAndWhatIsChosen()
    {
        const auto dialog = make();
        QVERIFY(drawn(*dialog));
        QVERIFY(dialog->preview()->page().width() > dialog->preview()->page().height());
        const auto sheet = dialog->sheet();
        QVERIFY(sheet);
        QCOMPARE(sheet->paperMillimetres, QSizeF(297, 210));
        QCOMPARE(sheet->title, workspace().state().info.title);
        QVERIFY(sheet->date.isValid());
        QVERIFY(!sheet->scale);
        QVERIFY(sheet->map.selected.empty()); // what is chosen in the window is no part of a map
        pick(*dialog, "Orientation", 0);
        QVERIFY(dialog->preview()->isBusy() || drawn(*dialog));
        QTRY_VERIFY_WITH_TIMEOUT(
            dialog->preview()->page().width() < dialog->preview()->page().height(), 60'000);
        QCOMPARE(dialog->sheet()->paperMillimetres, QSizeF(210, 297));
    }

    void aScaleAndAPaperOfOnesOwnAreTyped()
    {
        const auto dialog = make();
        auto* scale = field<QComboBox>(*dialog, "Scale");
        scale->setFocus();
        scale->lineEdit()->selectAll();
        QTest::keyClicks(scale->lineEdit(), QStringLiteral("1:750,000"));
        QCOMPARE(dialog->sheet()->scale.value_or(0), 750'000.0);
        scale->lineEdit()->selectAll();
        QTest::keyClicks(scale->lineEdit(), QStringLiteral("large"));
        QVERIFY(!dialog->sheet());
        QVERIFY(!button(*dialog, "Save…")->isEnabled());
        QVERIFY(!button(*dialog, "Print…")->isEnabled());
        scale->lineEdit()->selectAll();
        QTest::keyClicks(scale->lineEdit(), QStringLiteral("100000"));
        auto* paper = field<QComboBox>(*dialog, "Paper");
        paper->setCurrentIndex(paper->count() - 1);
        QVERIFY(!dialog->sheet());
        QTest::keyClicks(field<QLineEdit>(*dialog, "Other size"), QStringLiteral("11x17in"));
        QVERIFY(dialog->sheet());
        QVERIFY(std::abs(dialog->sheet()->paperMillimetres.width() - 431.8) < 1e-6);
        QVERIFY(button(*dialog, "Save…")->isEnabled());
    }

    void writesWhatIsChosen_data()
    {
        QTest::addColumn<int>("format");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("begins");
        QTest::newRow("pdf") << 0 << "out.pdf" << QByteArray("%PDF-");
        QTest::newRow("png") << 1 << "out.png" << QByteArray("\x89PNG");
        QTest::newRow("tif") << 2 << "out.tif" << QByteArray("II*");
    }
    void writesWhatIsChosen()
    {
        QFETCH(int, format);
        QFETCH(QString, name);
        QFETCH(QByteArray, begins);
        const auto dialog = make();
        pick(*dialog, "Kind of file", format);
        field<QSpinBox>(*dialog, "Dots per inch")->setValue(90);
        QStringList said;
        connect(dialog.get(), &MapSheetDialog::written, this,
                [&](const QString& sentence) { said << sentence; });
        dialog->saveAs(m_folder.filePath(name));
        QVERIFY(dialog->isWorking());
        QVERIFY(!button(*dialog, "Save…")->isEnabled());
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->isWorking(), 60'000);
        QCOMPARE(said.size(), 1);
        QVERIFY(said[0].contains(name));
        QVERIFY(support::bytesAt(m_folder.filePath(name)).startsWith(begins));
        if (format == 1)
            QCOMPARE(QImage(m_folder.filePath(name)).size(), report::sheetPixels(*dialog->sheet()));
    }

    void whatCannotBeWrittenIsSaidAndCanBeTriedAgain()
    {
        widgets::MessageProbe probe;
        widgets::setMessageProbe(&probe);
        const auto dialog = make();
        dialog->saveAs(file("no/folder/x.pdf"));
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->isWorking(), 60'000);
        widgets::setMessageProbe(nullptr);
        QVERIFY2(probe.last.contains(QStringLiteral("x.pdf")), qPrintable(probe.last));
        QVERIFY(button(*dialog, "Save…")->isEnabled());
    }

    void cancelLeavesNothing()
    {
        const auto dialog = make();
        pick(*dialog, "Kind of file", 1);
        field<QSpinBox>(*dialog, "Dots per inch")->setValue(1200);
        dialog->saveAs(file("cancelled.png"));
        QVERIFY(dialog->isWorking());
        auto* cancel = button(*dialog, "Cancel");
        QVERIFY(cancel->isVisible());
        QTest::mouseClick(cancel, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->isWorking(), 60'000);
        QVERIFY(QDir(m_folder.path()).entryList({QStringLiteral("cancelled*")}).isEmpty());
        QVERIFY(!cancel->isVisible());
    }

    void tooManyPixelsAreRefusedBeforehand()
    {
        const auto dialog = make();
        auto* paper = field<QComboBox>(*dialog, "Paper");
        paper->setCurrentIndex(paper->findText(QStringLiteral("A0"), Qt::MatchStartsWith));
        field<QSpinBox>(*dialog, "Dots per inch")->setValue(1200);
        QTRY_VERIFY_WITH_TIMEOUT(!button(*dialog, "Save…")->isEnabled(), 60'000);
    }

    void printsOnThePaperOfThePrinter()
    {
        const auto dialog = make();
        const auto printer = std::make_shared<QPrinter>(QPrinter::ScreenResolution);
        printer->setOutputFormat(QPrinter::PdfFormat);
        printer->setOutputFileName(file("printed.pdf"));
        printer->setPageSize(QPageSize(QPageSize::Letter));
        dialog->print(printer);
        QTRY_VERIFY_WITH_TIMEOUT(!dialog->isWorking(), 60'000);
        const support::Ended info =
            support::runProgram(QStringLiteral("pdfinfo"), {file("printed.pdf")});
        QVERIFY2(info.out.contains(QStringLiteral("(letter)")), qPrintable(info.told()));
        const support::Ended text = support::runProgram(QStringLiteral("pdftotext"),
                                                        {file("printed.pdf"), QStringLiteral("-")});
        QVERIFY(text.out.contains(QStringLiteral("El Boleo")));
    }

    void withoutAPrinterPdfIsOffered()
    {
        if (!QPrinterInfo::availablePrinterNames().isEmpty())
            QSKIP("this computer has a printer");
        widgets::MessageProbe probe;
        widgets::setMessageProbe(&probe);
        const auto dialog = make();
        QVERIFY(drawn(*dialog));
        QTest::mouseClick(button(*dialog, "Print…"), Qt::LeftButton);
        widgets::setMessageProbe(nullptr);
        QVERIFY2(probe.last.contains(QStringLiteral("No printer is set up")),
                 qPrintable(probe.last));
    }

    void whatWasChosenIsRemembered()
    {
        {
            const auto dialog = make();
            auto* paper = field<QComboBox>(*dialog, "Paper");
            paper->setCurrentIndex(paper->findText(QStringLiteral("A2"), Qt::MatchStartsWith));
            pick(*dialog, "Orientation", 0);
            pick(*dialog, "Legend", 2);
            pick(*dialog, "Kind of file", 2);
            field<QSpinBox>(*dialog, "Dots per inch")->setValue(150);
            for (QCheckBox* box : dialog->findChildren<QCheckBox*>())
                if (box->text().contains(QStringLiteral("North")))
                    box->setChecked(false);
            dialog->reject();
        }
        const auto dialog = make();
        const auto sheet = dialog->sheet();
        QVERIFY(sheet);
        QCOMPARE(sheet->paperMillimetres, QSizeF(420, 594));
        QCOMPARE(sheet->dotsPerInch, 150);
        QVERIFY(sheet->legend == report::LegendPlace::Below);
        QVERIFY(!sheet->map.decorations.northArrow);
        QCOMPARE(field<QComboBox>(*dialog, "Kind of file")->currentIndex(), 2);
    }

    // Each field can be reached by a letter of its own.
    void everyFieldHasItsLetter_data()
    {
        QTest::addColumn<bool>("spanish");
        QTest::newRow("en") << false;
        QTest::newRow("es") << true;
    }
    void everyFieldHasItsLetter()
    {
        QFETCH(bool, spanish);
        if (spanish)
            workspace().setLanguage(base::Language::Spanish);
        const auto dialog = make();
        QMap<QString, QString> letters;
        QStringList texts;
        for (const QLabel* label : dialog->findChildren<QLabel*>())
            if (label->buddy() != nullptr)
                texts << label->text();
        for (const QCheckBox* box : dialog->findChildren<QCheckBox*>())
            texts << box->text();
        texts << button(*dialog, spanish ? "Guardar…" : "Save…")->text()
              << button(*dialog, spanish ? "Imprimir…" : "Print…")->text();
        for (const QString& text : texts) {
            const qsizetype at = text.indexOf(u'&');
            if (text.startsWith(QLatin1String(spanish ? "Mostrar" : "Show")))
                continue;
            QVERIFY2(at >= 0, qPrintable(text));
            const QString letter = text.mid(at + 1, 1).toLower();
            QVERIFY2(!letters.contains(letter),
                     qPrintable(text + QStringLiteral(" / ") + letters.value(letter)));
            letters[letter] = text;
        }
        QVERIFY(letters.size() > 15);
    }

    void speaksSpanish()
    {
        workspace().setLanguage(base::Language::Spanish);
        const auto dialog = make();
        QVERIFY(drawn(*dialog));
        QVERIFY(dialog->sheet()->map.language == base::Language::Spanish);
        QStringList texts = support::visibleTexts(*dialog);
        for (const QDialogButtonBox* box : dialog->findChildren<QDialogButtonBox*>())
            texts.removeAll(box->button(QDialogButtonBox::Close)->text());
        texts.removeAll(workspace().state().info.title);
        const QStringList english = support::leftInEnglish(texts);
        QVERIFY2(english.isEmpty(), qPrintable(english.join(QLatin1Char('\n'))));
        if (const QByteArray folder = qgetenv("VETA_SHOTS"); !folder.isEmpty())
            dialog->grab().save(QString::fromUtf8(folder + "/map_sheet.png"));
    }
};

QTEST_MAIN(MapSheetDialogTest)
#include "map_sheet_dialog_test.moc"
