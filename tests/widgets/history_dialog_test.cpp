// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/history_dialog.h"

#include "catalogue/site_store.h"
#include "tests/support/open_window.h"
#include "widgets/message.h"
#include "widgets/record_panel.h"

#include <QPushButton>

using support::Window;

// The history in the window: of the project, of a site, in full, and taken back.
class HistoryDialogTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QString m_sample;
    QString m_path;

    static widgets::HistoryDialog* dialogOf(Window& w)
    {
        w.still();
        return w.window.findChild<widgets::HistoryDialog*>();
    }
    static QTreeWidget* treeOf(const widgets::HistoryDialog& dialog)
    {
        return dialog.findChild<QTreeWidget*>();
    }
    static widgets::HistoryDialog* openHistory(Window& w)
    {
        for (QAction* action : w.window.findChildren<QAction*>())
            if (action->shortcut() == QKeySequence(QStringLiteral("Ctrl+H")))
                action->trigger();
        return dialogOf(w);
    }
    static QPushButton* revertButton(const widgets::HistoryDialog& dialog)
    {
        for (QPushButton* button : dialog.findChildren<QPushButton*>())
            if (button->text() == QStringLiteral("&Revert"))
                return button;
        qFatal("no button");
    }
    static void changeStage(Window& w, base::Id site, const char* stage)
    {
        w.workspace.edit({QStringLiteral("Changed the site %1"), {QStringLiteral("X")}}, true,
                         [site, stage](catalogue::Edit& edit) {
                             auto row = *catalogue::readSite(edit, site);
                             row.stage = QString::fromLatin1(stage);
                             catalogue::updateSite(edit, row, QStringLiteral("US:Test"));
                         });
        w.still();
    }

private Q_SLOTS:
    void initTestCase()
    {
        support::useEmptySettings();
        support::OpenSample sample;
        m_sample = m_folder.filePath(QStringLiteral("sample.veta.gpkg"));
        QVERIFY(QFile::copy(sample.path, m_sample));
    }
    void init()
    {
        m_path = m_folder.filePath(QStringLiteral("p.veta.gpkg"));
        QFile::remove(m_path);
        QVERIFY(QFile::copy(m_sample, m_path));
    }

    void showsWhatAnEntryChanged()
    {
        Window w(m_path);
        const base::Id boleo = w.siteCalled(QStringLiteral("El Boleo"));
        changeStage(w, boleo, "closed");
        const auto* dialog = openHistory(w);
        QVERIFY(dialog != nullptr);
        QTreeWidget* tree = treeOf(*dialog);
        QVERIFY(tree->topLevelItemCount() > 1);
        QTreeWidgetItem* newest = tree->topLevelItem(0);
        QCOMPARE(newest->text(1), QStringLiteral("US:Test"));
        tree->expandItem(newest);
        QTRY_VERIFY(newest->childCount() > 0);
        QStringList told;
        for (int i = 0; i < newest->childCount(); ++i)
            told << newest->child(i)->text(2);
        QVERIFY2(told.contains(QStringLiteral("El Boleo, Stage: Production → Closed")),
                 qPrintable(told.join(u'\n')));
    }

    void revertsWithAReason()
    {
        Window w(m_path);
        const base::Id boleo = w.siteCalled(QStringLiteral("El Boleo"));
        changeStage(w, boleo, "closed");
        auto* dialog = openHistory(w);
        QTreeWidget* tree = treeOf(*dialog);
        QVERIFY(!revertButton(*dialog)->isEnabled());
        tree->setCurrentItem(tree->topLevelItem(0));
        QVERIFY(revertButton(*dialog)->isEnabled());
        for (QLineEdit* line : dialog->findChildren<QLineEdit*>())
            if (line->placeholderText().startsWith(QStringLiteral("Why")))
                QTest::keyClicks(line, QStringLiteral("misread"));
        const int before = tree->topLevelItemCount();
        QTest::mouseClick(revertButton(*dialog), Qt::LeftButton);
        QTRY_COMPARE(tree->topLevelItemCount(), before + 1);
        QCOMPARE(tree->topLevelItem(0)->text(3), QStringLiteral("misread"));
        QVERIFY(tree->topLevelItem(0)->text(2).startsWith(QStringLiteral("Reverted")));
        w.still();
        const auto& sites = *w.workspace.state().sites;
        QCOMPARE(sites[*sites.rowOf(boleo)].stage, QStringLiteral("production"));
    }

    void namesWhatStandsInTheWay()
    {
        Window w(m_path);
        widgets::MessageProbe probe;
        widgets::setMessageProbe(&probe);
        const base::Id boleo = w.siteCalled(QStringLiteral("El Boleo"));
        changeStage(w, boleo, "closed");
        changeStage(w, boleo, "construction");
        auto* dialog = openHistory(w);
        QTreeWidget* tree = treeOf(*dialog);
        tree->setCurrentItem(tree->topLevelItem(1));
        QTest::mouseClick(revertButton(*dialog), Qt::LeftButton);
        QTRY_VERIFY(probe.last.contains(QStringLiteral("US:Test")));
        widgets::setMessageProbe(nullptr);
        const auto& sites = *w.workspace.state().sites;
        QCOMPARE(sites[*sites.rowOf(boleo)].stage, QStringLiteral("construction"));
    }

    void followsTheSelectedSite()
    {
        Window w(m_path);
        const base::Id boleo = w.siteCalled(QStringLiteral("El Boleo"));
        changeStage(w, boleo, "closed");
        w.workspace.selectSites({boleo});
        w.still();
        auto* record = w.window.findChild<widgets::RecordPanel*>();
        QVERIFY(record->toPlainText().contains(QStringLiteral("History of this site")));
        Q_EMIT record->anchorClicked(QUrl(QStringLiteral("history")));
        auto* dialog = dialogOf(w);
        QVERIFY(dialog != nullptr);
        QTreeWidget* tree = treeOf(*dialog);
        QTRY_COMPARE(tree->topLevelItemCount(), 2); // made with the sample, and changed
        tree->expandItem(tree->topLevelItem(0));
        QVERIFY(tree->topLevelItem(0)->childCount() > 0);
        // Another site: its history, without a word more.
        for (const auto& site : w.workspace.state().sites->sites())
            if (site.id != boleo) {
                w.workspace.selectSites({site.id});
                break;
            }
        QTRY_COMPARE(tree->topLevelItemCount(), 1);
    }

    void findsInTheHistory()
    {
        Window w(m_path);
        changeStage(w, w.siteCalled(QStringLiteral("El Boleo")), "closed");
        auto* dialog = openHistory(w);
        QTreeWidget* tree = treeOf(*dialog);
        const auto shown = [&] {
            int count = 0;
            for (int i = 0; i < tree->topLevelItemCount(); ++i)
                count += tree->topLevelItem(i)->isHidden() ? 0 : 1;
            return count;
        };
        QVERIFY(shown() > 1);
        for (QLineEdit* line : dialog->findChildren<QLineEdit*>())
            if (line->placeholderText().startsWith(QStringLiteral("Find")))
                QTest::keyClicks(line, QStringLiteral("us:test"));
        QCOMPARE(shown(), 1);
    }

    void aClaimIsChosenInTheRecord()
    {
        Window w(m_path);
        const base::Id boleo = w.siteCalled(QStringLiteral("El Boleo"));
        changeStage(w, boleo, "closed"); // what stood stays as a claim
        w.workspace.selectSites({boleo});
        w.still();
        auto* record = w.window.findChild<widgets::RecordPanel*>();
        QVERIFY(record->toPlainText().contains(QStringLiteral("What sources say")));
        static const QRegularExpression link(QStringLiteral("prefer:\\d+"));
        const QString choice = link.match(record->toHtml()).captured();
        QVERIFY(!choice.isEmpty());
        Q_EMIT record->anchorClicked(QUrl(choice));
        w.still();
        const auto& sites = *w.workspace.state().sites;
        QCOMPARE(sites[*sites.rowOf(boleo)].stage, QStringLiteral("production"));
        QVERIFY(record->toPlainText().contains(QStringLiteral("chosen by US:Test")));
    }

    void isWhollySpanish()
    {
        Window w(m_path);
        w.workspace.setLanguage(base::Language::Spanish);
        w.still();
        auto* dialog = openHistory(w);
        QCOMPARE(support::leftInEnglish(support::visibleTexts(*dialog)), QStringList());
    }
};

QTEST_MAIN(HistoryDialogTest)
#include "history_dialog_test.moc"
