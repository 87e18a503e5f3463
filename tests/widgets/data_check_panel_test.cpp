// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/data_check_panel.h"

#include "catalogue/site_store.h"
#include "tests/support/open_window.h"
#include "widgets/waiver_dialog.h"

#include <QCheckBox>
#include <QDockWidget>
#include <QPushButton>

namespace {

using support::Window;

template <class Widget>
Widget* called(QWidget* in, const QString& text)
{
    for (Widget* each : in->findChildren<Widget*>())
        if (each->text().remove(u'&') == text && each->isVisibleTo(in))
            return each;
    return nullptr;
}

// Of the rule of that name; nullptr where nothing of it is listed.
QTreeWidgetItem* ruleItem(QTreeWidget& tree, const QString& name)
{
    for (int i = 0; i < tree.topLevelItemCount(); ++i)
        for (int k = 0; k < tree.topLevelItem(i)->childCount(); ++k)
            if (tree.topLevelItem(i)->child(k)->text(0) == name)
                return tree.topLevelItem(i)->child(k);
    return nullptr;
}

void click(QTreeWidget& tree, QTreeWidgetItem* item)
{
    tree.scrollToItem(item);
    QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, tree.visualItemRect(item).center());
}

} // namespace

class DataCheckPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void saysWhatThereIsToDo();
    void checksWhenOpenedAndByItsKey();
    void aClickGoesToTheSite();
    void mendsOneAndAll();
    void letsStandWithAReason();
    void saysWhenItIsOutOfDate();
    void canBeCancelled();
    void speaksSpanish();
    void isReachedByKeyboard();

private:
    // A copy of the project with some faults.
    QString copy()
    {
        const QString path = m_folder.filePath(QStringLiteral("copy%1.gpkg").arg(m_copies++));
        if (!QFile::copy(m_path, path))
            qFatal("no copy");
        return path;
    }
    struct Panel
    {
        explicit Panel(const QString& path)
            : w(path)
        {
            w.window.actions().checkData->trigger();
            w.still();
            panel = w.window.findChild<widgets::DataCheckPanel*>();
            tree = panel->tree();
        }
        QString said() const { return panel->findChild<QLabel*>()->text(); }
        QPushButton* button(const QString& text) const { return called<QPushButton>(panel, text); }
        QTreeWidgetItem* finding(const QString& rule, int index = 0) const
        {
            QTreeWidgetItem* item = ruleItem(*tree, rule);
            if (item == nullptr)
                return nullptr;
            item->setExpanded(true);
            return item->child(index);
        }
        Window w;
        widgets::DataCheckPanel* panel = nullptr;
        QTreeWidget* tree = nullptr;
    };
    QTemporaryDir m_folder;
    QString m_path;
    int m_copies = 0;
    const QString m_sign = QStringLiteral("Sign of the position missing");
    const QString m_kind = QStringLiteral("Kind not known");
};

void DataCheckPanelTest::initTestCase()
{
    m_path = m_folder.filePath(QStringLiteral("project.gpkg"));
    const catalogue::Author ana{QStringLiteral("MX"), QStringLiteral("Ana")};
    auto file = catalogue::ProjectFile::create(m_path, QStringLiteral("Check"), ana);
    file->edit(ana, catalogue::EntryKind::Edit, {QStringLiteral("test"), {}},
               [](catalogue::Edit& edit) {
                   catalogue::Source source;
                   source.kind = QStringLiteral("document");
                   source.title = QStringLiteral("Report");
                   source.publisher = QStringLiteral("SGM");
                   source.published = QStringLiteral("2024");
                   const base::Id cited = catalogue::addSource(edit, source);
                   const auto add = [&](const char* name, QPointF at, const char* kind) {
                       catalogue::Site site;
                       site.name = QString::fromUtf8(name);
                       site.lonLat = at;
                       site.kind = QString::fromLatin1(kind);
                       site.country = QStringLiteral("MX");
                       site.admin1 = QStringLiteral("Sonora");
                       site.cite.source = cited;
                       const base::Id id = catalogue::addSite(edit, site);
                       catalogue::addSiteCommodity(
                           edit, id, {0, QStringLiteral("copper"), QStringLiteral("main"), {}, {}});
                   };
                   add("Cananea", {-110.317001, 30.985395}, "mine");
                   add("Sin signo", {110.421111, 29.985395}, "mine");
                   add("Otro sin signo", {110.521111, 29.785395}, "mine");
                   add("Tercero sin signo", {110.621111, 29.585395}, "mine");
                   add("Sin tipo", {-110.121111, 29.585395}, "");
               });
}

void DataCheckPanelTest::init()
{
    support::useEmptySettings();
}

void DataCheckPanelTest::saysWhatThereIsToDo()
{
    support::useEmptySettings();
    widgets::Workspace workspace;
    workspace.setLanguage(base::Language::English);
    widgets::DataCheckPanel panel(workspace);
    panel.resize(700, 240);
    panel.show();
    QCOMPARE(panel.findChild<QLabel*>()->text(),
             QStringLiteral("Open a project to check its data."));
    for (const QPushButton* button : panel.findChildren<QPushButton*>())
        QVERIFY(!button->isEnabled());
}

void DataCheckPanelTest::checksWhenOpenedAndByItsKey()
{
    Window w(copy());
    auto* panel = w.window.findChild<widgets::DataCheckPanel*>();
    QVERIFY(!panel->isVisible());
    QTest::keyClick(&w.window, Qt::Key_K, Qt::ControlModifier);
    QVERIFY(panel->isVisible());
    QVERIFY(panel->isRunning());
    w.still();
    QVERIFY(!panel->isRunning());
    const QString said = panel->findChild<QLabel*>()->text();
    QVERIFY2(said.startsWith(QStringLiteral("In 5 sites: 3 errors, 0 warnings, 1 notes.")),
             qPrintable(said));
    QVERIFY(ruleItem(*panel->tree(), m_sign) != nullptr);
    QCOMPARE(ruleItem(*panel->tree(), m_sign)->text(1), QStringLiteral("3 · can be mended: 3"));
    QCOMPARE(ruleItem(*panel->tree(), m_sign)->childCount(), 3);
}

void DataCheckPanelTest::aClickGoesToTheSite()
{
    Panel p(copy());
    const base::Id site = p.w.siteCalled(QStringLiteral("Sin tipo"));
    p.w.workspace.setFilter([] {
        catalogue::SiteFilter filter;
        filter.text = QStringLiteral("cananea");
        return filter;
    }());
    p.w.still();
    click(*p.tree, p.finding(m_kind));
    p.w.still();
    QCOMPARE(p.w.workspace.selectedSites(), std::set<base::Id>{site});
    QVERIFY(p.w.workspace.filter().isEmpty()); // which hid it
    const QPointF pixel = p.w.pixelOf(site);
    const QPointF middle = QRectF(p.w.window.canvas()->rect()).center();
    QVERIFY((pixel - middle).manhattanLength() < 3);
    // All that is known of it beside the list.
    bool isSaid = false;
    for (const QLabel* label : p.panel->findChildren<QLabel*>())
        isSaid = isSaid || (label->text().contains(QStringLiteral("what kind of site")) &&
                            label->text().contains(QStringLiteral("What is looked at")));
    QVERIFY(isSaid);
    QVERIFY(!p.button(QStringLiteral("Mend"))->isEnabled());
}

void DataCheckPanelTest::mendsOneAndAll()
{
    Panel p(copy());
    click(*p.tree, p.finding(m_sign));
    const QString name = p.finding(m_sign)->text(0);
    QTest::mouseClick(p.button(QStringLiteral("Mend")), Qt::LeftButton);
    p.w.still();
    QCOMPARE(ruleItem(*p.tree, m_sign)->text(1), QStringLiteral("2 · can be mended: 2"));
    QVERIFY(!p.said().contains(QStringLiteral("Out of date")));
    const auto row = p.w.workspace.state().sites->rowOf(p.w.siteCalled(name));
    QVERIFY((*p.w.workspace.state().sites)[*row].lonLat->x() < 0);

    const auto entries = p.w.workspace.state().info.entries;
    click(*p.tree, ruleItem(*p.tree, m_sign));
    QTest::mouseClick(p.button(QStringLiteral("Mend all (2)")), Qt::LeftButton);
    p.w.still();
    QVERIFY(ruleItem(*p.tree, m_sign) == nullptr);
    QCOMPARE(p.w.workspace.state().info.entries, entries + 1);
    QVERIFY(p.w.workspace.sentenceText(p.w.workspace.state().undoable->sentence)
                .contains(QStringLiteral("Mended what the data check found")));
}

void DataCheckPanelTest::letsStandWithAReason()
{
    Panel p(copy());
    click(*p.tree, p.finding(m_kind));
    QTest::mouseClick(p.button(QStringLiteral("Let stand…")), Qt::LeftButton);
    auto* dialog = p.panel->findChild<widgets::WaiverDialog*>();
    QVERIFY(dialog != nullptr && dialog->isVisible());
    auto* ok = called<QPushButton>(dialog, QStringLiteral("Let stand"));
    QVERIFY(!ok->isEnabled()); // without a reason
    auto* reason = dialog->findChild<QLineEdit*>();
    QTest::keyClicks(reason, QStringLiteral("  "));
    QVERIFY(!ok->isEnabled());
    QTest::keyClicks(reason, QStringLiteral("A museum"));
    QTest::mouseClick(ok, Qt::LeftButton);
    p.w.still();
    QVERIFY(ruleItem(*p.tree, m_kind) == nullptr);
    QVERIFY2(p.said().contains(QStringLiteral("Let stand: 1.")), qPrintable(p.said()));

    auto* show = p.panel->findChild<QCheckBox*>();
    QVERIFY(show->isEnabled());
    QTest::mouseClick(show, Qt::LeftButton, {}, QPoint(8, show->height() / 2));
    QTreeWidgetItem* item = p.finding(m_kind);
    QVERIFY(item != nullptr);
    QVERIFY(item->text(1).startsWith(QStringLiteral("Let stand (A museum)")));
    click(*p.tree, item);
    QTest::mouseClick(p.button(QStringLiteral("Count again")), Qt::LeftButton);
    p.w.still();
    QCOMPARE(ruleItem(*p.tree, m_kind)->text(1), QStringLiteral("1"));
    QVERIFY(!p.said().contains(QStringLiteral("Let stand")));
}

void DataCheckPanelTest::saysWhenItIsOutOfDate()
{
    Panel p(copy());
    click(*p.tree, p.finding(m_sign));
    QTest::mouseClick(p.button(QStringLiteral("Mend")), Qt::LeftButton);
    p.w.still();
    p.w.workspace.undo();
    p.w.still();
    QVERIFY2(p.said().startsWith(QStringLiteral("Out of date")), qPrintable(p.said()));
    QTest::mouseClick(p.button(QStringLiteral("Check again")), Qt::LeftButton);
    p.w.still();
    QVERIFY(!p.said().contains(QStringLiteral("Out of date")));
    QCOMPARE(ruleItem(*p.tree, m_sign)->text(1), QStringLiteral("3 · can be mended: 3"));
}

void DataCheckPanelTest::canBeCancelled()
{
    Panel p(copy());
    const QString before = p.said();
    p.panel->run();
    QVERIFY(p.panel->isRunning());
    QPushButton* cancel = p.button(QStringLiteral("Cancel"));
    QVERIFY(cancel != nullptr);
    QTest::mouseClick(cancel, Qt::LeftButton);
    p.w.still();
    QVERIFY(!p.panel->isRunning());
    // It may have ended before it heard of it; what was found before is there in any case.
    QVERIFY(p.said().contains(before));
    QVERIFY(ruleItem(*p.tree, m_sign) != nullptr);
}

void DataCheckPanelTest::speaksSpanish()
{
    Panel p(copy());
    p.w.workspace.setLanguage(base::Language::Spanish);
    p.w.still();
    QVERIFY(ruleItem(*p.tree, QStringLiteral("Falta el signo de la posición")) != nullptr);
    QVERIFY2(p.said().startsWith(QStringLiteral("En 5 sitios: 3 errores")), qPrintable(p.said()));
    const QStringList left = support::leftInEnglish(support::visibleTexts(*p.panel));
    QVERIFY2(left.isEmpty(), qPrintable(left.join(u'\n')));
    widgets::WaiverDialog dialog(QStringLiteral("…"), p.panel);
    QVERIFY(support::leftInEnglish(support::visibleTexts(dialog)).isEmpty());
}

void DataCheckPanelTest::isReachedByKeyboard()
{
    Panel p(copy());
    QVERIFY(p.tree->hasFocus());
    QTest::keyClick(p.tree, Qt::Key_Home);
    QTest::keyClick(p.tree, Qt::Key_Down);
    QTest::keyClick(p.tree, Qt::Key_Down); // the first finding
    p.w.still();
    QCOMPARE(p.w.workspace.selectedSites().size(), size_t(1));
    QWidget* focus = p.tree;
    std::set<QWidget*> reached;
    for (int i = 0; i < 12 && !reached.contains(p.button(QStringLiteral("Let stand…"))); ++i) {
        QTest::keyClick(focus, Qt::Key_Tab);
        focus = QApplication::focusWidget();
        QVERIFY(focus != nullptr);
        reached.insert(focus);
    }
    for (const char* text : {"Mend", "Mend all (3)", "Let stand…"})
        QVERIFY2(reached.contains(p.button(QString::fromUtf8(text))), text);
}

QTEST_MAIN(DataCheckPanelTest)
#include "data_check_panel_test.moc"
