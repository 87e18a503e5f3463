// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The dialogs by which the project is changed: each is filled in as a person would, and what lands
// in the file is read again.
#include "tests/support/open_workspace.h"
#include "widgets/criterion_dialog.h"
#include "widgets/crs_dialog.h"
#include "widgets/dialogs.h"
#include "widgets/gate_dialog.h"
#include "widgets/history_dialog.h"
#include "widgets/layer_dialog.h"
#include "widgets/settings_dialog.h"
#include "widgets/site_dialog.h"
#include "widgets/tick_list.h"
#include "widgets/value_editor.h"

#include "catalogue/settings.h"
#include "geo/feature_layer.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

namespace {

// The field that a label of a form belongs to.
template <class Field>
Field* fieldOf(QDialog& dialog, const QString& label)
{
    for (QFormLayout* form : dialog.findChildren<QFormLayout*>())
        for (int row = 0; row < form->rowCount(); ++row) {
            QLayoutItem* name = form->itemAt(row, QFormLayout::LabelRole);
            QLayoutItem* field = form->itemAt(row, QFormLayout::FieldRole);
            auto* words = name != nullptr ? qobject_cast<QLabel*>(name->widget()) : nullptr;
            if (words == nullptr || words->text().remove(QLatin1Char('&')) != label)
                continue;
            QWidget* widget = field->widget() != nullptr ? field->widget() : words->buddy();
            if (widget == nullptr && field->layout() != nullptr)
                widget = field->layout()->itemAt(0)->widget();
            if (auto* found = qobject_cast<Field*>(widget); found && !widget->isHidden())
                return found;
        }
    qFatal("no field called %s", qPrintable(label));
}

void type(QDialog& dialog, const char* label, const QString& text)
{
    auto* line = fieldOf<QLineEdit>(dialog, QString::fromUtf8(label));
    line->selectAll();
    QTest::keyClick(line, Qt::Key_Delete);
    QTest::keyClicks(line, text);
}

void choose(QDialog& dialog, const char* label, const QString& text)
{
    auto* box = fieldOf<QComboBox>(dialog, QString::fromUtf8(label));
    const int index = box->findText(text);
    if (index < 0)
        qFatal("%s does not offer %s", label, qPrintable(text));
    box->setCurrentIndex(index);
}

QPushButton* button(QDialog& dialog, const QString& text)
{
    for (QPushButton* each : dialog.findChildren<QPushButton*>())
        if (each->text().remove(QLatin1Char('&')) == text)
            return each;
    qFatal("no button %s", qPrintable(text));
}

QPushButton* ok(QDialog& dialog)
{
    return dialog.findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Ok);
}

} // namespace

class DialogsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void addsASiteWithItsSource();
    void aSiteWithoutASourceIsNotTaken();
    void correctsASiteAndKeepsWhatStood();
    void changesSettingsAsOneEntry();
    void keptLayersAreShownLimitedAndEmptied();
    void findsACrsByCodeNameAndRegion();
    void changesALayersNameStyleAndWay();
    void changesARastersColours();
    void changesAProject();
    void aGateSaysWhatIsWanted();
    void aCriterionComesBackAsItWas();
    void speakSpanish_data();
    void speakSpanish();

private:
    std::unique_ptr<support::OpenSample> m_sample;
    widgets::Workspace& workspace() { return m_sample->workspace; }
    const ::widgets::ProjectState& state() { return m_sample->workspace.state(); }
    catalogue::SiteRecord record(const QString& name);
    std::unique_ptr<QDialog> make(const QByteArray& which);
};

void DialogsTest::initTestCase()
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    support::useEmptySettings();
    m_sample = std::make_unique<support::OpenSample>();
}

void DialogsTest::cleanup()
{
    workspace().setLanguage(base::Language::English);
    QVERIFY(support::settle(workspace()));
}

catalogue::SiteRecord DialogsTest::record(const QString& name)
{
    for (const catalogue::SiteSummary& site : state().sites->sites())
        if (site.name == name) {
            std::optional<catalogue::SiteRecord> found;
            workspace().read(
                [id = site.id](const catalogue::ReadAccess& access) {
                    return catalogue::readSiteRecord(access, id);
                },
                this, [&](const std::optional<catalogue::SiteRecord>& read) { found = read; });
            if (support::settle(workspace()) && found)
                return *found;
        }
    qFatal("no site %s", qPrintable(name));
}

void DialogsTest::addsASiteWithItsSource()
{
    const size_t before = state().sites->size();
    widgets::SiteDialog dialog(workspace(), QPointF(-110.25, 30.5), nullptr);
    dialog.show();
    type(dialog, "Name", QStringLiteral("Cerro Nuevo"));
    choose(dialog, "Kind", QStringLiteral("Deposit"));
    choose(dialog, "Country", QStringLiteral("Mexico"));
    QTest::mouseClick(button(dialog, QStringLiteral("Add a commodity")), Qt::LeftButton);
    auto* rows = fieldOf<QTableWidget>(dialog, QStringLiteral("Commodities"));
    auto* commodity = qobject_cast<QComboBox*>(rows->cellWidget(0, 0));
    commodity->setCurrentIndex(commodity->findText(QStringLiteral("Lithium")));
    choose(dialog, "Of", QStringLiteral("Lithium"));
    type(dialog, "Ore, tonnes", QStringLiteral("1500000"));
    type(dialog, "Its title", QStringLiteral("Annual report"));
    type(dialog, "Published", QStringLiteral("2024-05"));
    type(dialog, "Where in it", QStringLiteral("p. 12"));
    QVERIFY(ok(dialog)->isEnabled());
    QTest::mouseClick(ok(dialog), Qt::LeftButton);
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QVERIFY(support::settle(workspace()));
    QCOMPARE(state().sites->size(), before + 1);
    const catalogue::SiteRecord made = record(QStringLiteral("Cerro Nuevo"));
    QCOMPARE(made.site.lonLat, std::optional(QPointF(-110.25, 30.5)));
    QCOMPARE(made.site.kind, QStringLiteral("deposit"));
    QCOMPARE(made.site.country, QStringLiteral("MX"));
    QVERIFY(made.site.stage.isEmpty()); // missing stays missing
    QCOMPARE(made.commodities.size(), size_t(1));
    QCOMPARE(made.estimates.size(), size_t(1));
    QCOMPARE(made.estimates[0].tonnes, std::optional(1.5e6));
    QVERIFY(!made.estimates[0].grade);
    for (const catalogue::Citation& cite :
         {made.site.cite, made.commodities[0].cite, made.estimates[0].cite}) {
        QVERIFY(made.source(cite) != nullptr);
        QCOMPARE(made.source(cite)->title, QStringLiteral("Annual report"));
        QCOMPARE(cite.reference, QStringLiteral("p. 12"));
    }
    workspace().undo();
    QVERIFY(support::settle(workspace()));
    QCOMPARE(state().sites->size(), before);
}

void DialogsTest::aSiteWithoutASourceIsNotTaken()
{
    widgets::SiteDialog dialog(workspace(), std::nullopt, nullptr);
    dialog.show();
    QVERIFY(!ok(dialog)->isEnabled());
    type(dialog, "Name", QStringLiteral("Nowhere"));
    QVERIFY(!ok(dialog)->isEnabled());
    type(dialog, "Its title", QStringLiteral("A letter"));
    QVERIFY(ok(dialog)->isEnabled());
    type(dialog, "Longitude, degrees", QStringLiteral("-110"));
    QVERIFY(!ok(dialog)->isEnabled()); // half a position
    type(dialog, "Latitude, degrees", QStringLiteral("95"));
    QVERIFY(!ok(dialog)->isEnabled());
    type(dialog, "Latitude, degrees", QStringLiteral("31"));
    QVERIFY(ok(dialog)->isEnabled());
    type(dialog, "Published", QStringLiteral("last May"));
    QVERIFY(!ok(dialog)->isEnabled());
    type(dialog, "Published", QString());
    type(dialog, "Grade", QStringLiteral("2.5"));
    QVERIFY(!ok(dialog)->isEnabled()); // of what, in which unit
}

void DialogsTest::correctsASiteAndKeepsWhatStood()
{
    const catalogue::SiteRecord before = record(QStringLiteral("Molango"));
    widgets::SiteDialog dialog(workspace(), before, nullptr);
    dialog.show();
    choose(dialog, "Stage", QStringLiteral("Closed"));
    choose(dialog, "Source", QStringLiteral("My own statement, as US:Test"));
    QTest::mouseClick(ok(dialog), Qt::LeftButton);
    QVERIFY(support::settle(workspace()));
    const catalogue::SiteRecord after = record(QStringLiteral("Molango"));
    QCOMPARE(after.site.stage, QStringLiteral("closed"));
    QCOMPARE(after.site.lonLat, before.site.lonLat); // shown with fewer digits, not changed
    QCOMPARE(after.source(after.citeOf(QStringLiteral("stage")))->title,
             QStringLiteral("Statement of US:Test"));
    QVERIFY(std::any_of(after.claims.begin(), after.claims.end(), [&](const auto& claim) {
        return claim.field == QLatin1String("stage") && !claim.preferred &&
               claim.value == before.site.stage;
    }));
    QCOMPARE(after.commodities.size(), before.commodities.size());
    workspace().undo();
    QVERIFY(support::settle(workspace()));
    QCOMPARE(record(QStringLiteral("Molango")).site.stage, before.site.stage);
}

void DialogsTest::changesSettingsAsOneEntry()
{
    widgets::SettingsDialog dialog(workspace(), {}, nullptr);
    dialog.show();
    const size_t parties = state().round.parties.size();
    const QString title = state().info.title;
    type(dialog, "Title", QString());
    QVERIFY(!ok(dialog)->isEnabled());
    type(dialog, "Title", QStringLiteral("Round two"));
    type(dialog, "Map drawn in", QStringLiteral("EPSG:5070"));
    type(dialog, "Handling line", QStringLiteral("For the delegations"));
    for (QComboBox* box : dialog.findChildren<QComboBox*>())
        if (box->accessibleName() == QLatin1String("Delegation to add"))
            box->setCurrentIndex(box->findData(QStringLiteral("CA")));
    QTest::mouseClick(button(dialog, QStringLiteral("Add")), Qt::LeftButton);
    QTest::mouseClick(ok(dialog), Qt::LeftButton);
    QVERIFY(support::settle(workspace()));
    QCOMPARE(state().info.title, QStringLiteral("Round two"));
    QVERIFY(state().mapCrs == geo::Crs::fromText(QStringLiteral("EPSG:5070")));
    QCOMPARE(state().round.parties.size(), parties + 1);
    QString handling;
    workspace().read(
        [](const catalogue::ReadAccess& access) { return catalogue::readHandling(access); }, this,
        [&](const QString& read) { handling = read; });
    QVERIFY(support::settle(workspace()));
    QCOMPARE(handling, QStringLiteral("For the delegations"));
    workspace().undo();
    QVERIFY(support::settle(workspace()));
    QCOMPARE(state().info.title, title);
    QCOMPARE(state().round.parties.size(), parties);
}

void DialogsTest::keptLayersAreShownLimitedAndEmptied()
{
    geo::LayerStore& store = workspace().layerStore();
    QVERIFY(QDir().mkpath(store.folder()));
    QFile kept(QDir(store.folder()).filePath(QStringLiteral("some.layer")));
    QVERIFY(kept.open(QIODevice::WriteOnly));
    kept.write(QByteArray(2'500'000, 'x'));
    kept.close();
    const qint64 before = store.mostBytes();
    widgets::SettingsDialog dialog(workspace(), {}, nullptr);
    dialog.show();
    auto* empty = button(dialog, QStringLiteral("Empty"));
    QVERIFY(empty->isEnabled());
    QStringList words;
    for (const QLabel* label : dialog.findChildren<QLabel*>())
        words << label->text();
    QVERIFY2(words.contains(QStringLiteral("2.5 MB on this computer")),
             qPrintable(words.join(QLatin1Char('|'))));
    QTest::mouseClick(empty, Qt::LeftButton);
    QVERIFY(!kept.exists());
    QVERIFY(!empty->isEnabled());
    auto* most = dialog.findChild<QDoubleSpinBox*>();
    most->setValue(1.5);
    QTest::mouseClick(ok(dialog), Qt::LeftButton);
    QVERIFY(support::settle(workspace()));
    QCOMPARE(store.mostBytes(), qint64(1'500'000'000));
    geo::LayerStore::setMostBytesOfUser(before);
}

void DialogsTest::findsACrsByCodeNameAndRegion()
{
    widgets::CrsDialog dialog(workspace().jobs(), QStringLiteral("For a test"), nullptr);
    dialog.show();
    auto* found = dialog.findChild<QTableWidget*>();
    auto* text = dialog.findChild<QLineEdit*>();
    QTRY_VERIFY(found->rowCount() > 5); // what is usual, before anything is typed
    QVERIFY(!ok(dialog)->isEnabled());
    QTest::keyClicks(text, QStringLiteral("mexico lcc"));
    QTRY_VERIFY(found->rowCount() > 0 && found->item(0, 1)->text().contains(QLatin1String("LCC")));
    QVERIFY(!ok(dialog)->isEnabled());
    found->selectRow(0);
    QVERIFY(ok(dialog)->isEnabled());
    QCOMPARE(dialog.code(), found->item(0, 0)->text());
    text->selectAll();
    QTest::keyClicks(text, QStringLiteral("EPSG:26712"));
    QVERIFY(ok(dialog)->isEnabled()); // by itself, without the list
    QCOMPARE(dialog.code(), QStringLiteral("EPSG:26712"));
    text->selectAll();
    QTest::keyClicks(text, QStringLiteral("EPSG:267129"));
    QVERIFY(!ok(dialog)->isEnabled());
}

void DialogsTest::changesALayersNameStyleAndWay()
{
    // The same square kilometre as a file in NAD27.
    const QString file = m_sample->folder.filePath(QStringLiteral("units.geojson"));
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(R"({"type":"FeatureCollection",
        "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::4267"}},
        "features":[{"type":"Feature","properties":{"unit":"Qal","age":"Holocene"},"geometry":
        {"type":"Polygon","coordinates":[[[-111,31],[-110,31],[-110,32],[-111,32],[-111,31]]]}},
        {"type":"Feature","properties":{"unit":"Kg","age":"Cretaceous"},"geometry":
        {"type":"Polygon","coordinates":[[[-110,31],[-109,31],[-109,32],[-110,32],[-110,31]]]}}]})");
    out.close();
    base::Progress progress;
    const catalogue::Layer added =
        catalogue::proposeLayer(m_sample->path, file, {}, {}, false, progress).layer;
    QVERIFY(workspace().edit({QStringLiteral("Added"), {}}, false,
                             [&](catalogue::Edit& edit) { catalogue::addLayer(edit, added); }));
    QVERIFY(support::settle(workspace()));
    const catalogue::Layer before = state().layers.back();
    widgets::LayerDialog dialog(workspace(), before, nullptr);
    dialog.show();
    type(dialog, "Name in Spanish", QStringLiteral("Unidades"));
    auto* ways = fieldOf<QComboBox>(dialog, QStringLiteral("Moved by"));
    QVERIFY(ways->count() >= 3);
    const int mexican = ways->findText(QStringLiteral("NAD27 to WGS 84 (18)"), Qt::MatchContains);
    QVERIFY(mexican >= 0 && mexican != ways->currentIndex());
    ways->setCurrentIndex(mexican);
    choose(dialog, "Coloured", QStringLiteral("By the values of a field"));
    choose(dialog, "By field", QStringLiteral("age"));
    QCOMPARE(dialog.findChild<QTableWidget*>()->rowCount(), 3); // and all others
    choose(dialog, "Written on the map", QStringLiteral("unit"));
    QTest::mouseClick(ok(dialog), Qt::LeftButton);
    QVERIFY(support::settle(workspace()));
    const catalogue::Layer after = state().layers.back();
    QCOMPARE(after.name.es, QStringLiteral("Unidades"));
    QCOMPARE(after.accuracyMetres, std::optional(12.0));
    QVERIFY(after.operation != before.operation);
    QCOMPARE(after.style.kind, geo::StyleKind::Categorised);
    QCOMPARE(after.style.field, QStringLiteral("age"));
    QCOMPARE(after.style.labelField, QStringLiteral("unit"));
    QCOMPARE(workspace().layers().at(after.id).features->operation().info().key, after.operation);
}

void DialogsTest::changesARastersColours()
{
    // Heights from 0 to 399 in degrees.
    const QString file = m_sample->folder.filePath(QStringLiteral("heights.asc"));
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write("ncols 20\nnrows 20\nxllcorner -111\nyllcorner 30\ncellsize 0.1\n");
    for (int i = 0; i < 400; ++i)
        out.write(QByteArray::number(i) + ' ');
    out.close();
    base::Progress progress;
    const catalogue::Layer added =
        catalogue::proposeLayer(m_sample->path, file, {}, geo::Crs::wgs84(), false, progress).layer;
    QVERIFY(workspace().edit({QStringLiteral("Added"), {}}, false,
                             [&](catalogue::Edit& edit) { catalogue::addLayer(edit, added); }));
    QVERIFY(support::settle(workspace()));
    const auto now = [this] { return state().layers.back(); };
    {
        // Accepted as it is, it stays as it was.
        widgets::LayerDialog dialog(workspace(), now(), nullptr);
        dialog.show();
        QTest::mouseClick(ok(dialog), Qt::LeftButton);
        QVERIFY(support::settle(workspace()));
        QVERIFY(now().style == added.style);
        QCOMPARE(now().opacity, added.opacity);
    }
    {
        widgets::LayerDialog dialog(workspace(), now(), nullptr);
        dialog.show();
        const auto number = [&](const char* label) {
            return fieldOf<QDoubleSpinBox>(dialog, QString::fromUtf8(label));
        };
        choose(dialog, "Shown as", QStringLiteral("Colours on a relief"));
        choose(dialog, "Colours", QStringLiteral("Magma: black to light yellow"));
        auto* reversed = dialog.findChild<QCheckBox*>();
        reversed->setFocus();
        QTest::keyClick(reversed, Qt::Key_Space);
        QCOMPARE(number("Lowest")->value(), 2.0);
        QVERIFY(fieldOf<QLabel>(dialog, QStringLiteral("From – to"))
                    ->text()
                    .startsWith(QStringLiteral("8 – 39")));
        choose(dialog, "Range", QStringLiteral("Values of your choice"));
        QVERIFY(std::abs(number("Highest")->value() - 391) < 2);
        number("Lowest")->setValue(500);
        QTest::mouseClick(ok(dialog), Qt::LeftButton);
        QVERIFY(dialog.isVisible()); // the lowest is above the highest
        number("Lowest")->setValue(-50);
        number("Highest")->setValue(450);
        number("Light from")->setValue(90);
        number("Exaggeration of heights")->setValue(4);
        number("Opacity")->setValue(60);
        choose(dialog, "Blending", QStringLiteral("Multiplied with what lies below"));
        QTest::mouseClick(ok(dialog), Qt::LeftButton);
        QVERIFY(!dialog.isVisible());
        QVERIFY(support::settle(workspace()));
    }
    const geo::Style style = now().style;
    QCOMPARE(style.raster.look, geo::RasterLook::ShadedRamp);
    QCOMPARE(style.raster.ramp, geo::RasterRamp::Magma);
    QVERIFY(style.raster.reversed);
    QCOMPARE(style.raster.minimum, std::optional(-50.0));
    QCOMPARE(style.raster.maximum, std::optional(450.0));
    QVERIFY(style.raster.relief == (geo::Relief{90, 45, 4}));
    QCOMPARE(style.blend, geo::Blend::Multiply);
    QCOMPARE(now().opacity, 0.6);
    {
        widgets::LayerDialog dialog(workspace(), now(), nullptr);
        dialog.show();
        choose(dialog, "Range", QStringLiteral("Mean and standard deviations"));
        fieldOf<QDoubleSpinBox>(dialog, QStringLiteral("Standard deviations"))->setValue(1.5);
        choose(dialog, "Shown as", QStringLiteral("Colours"));
        QTest::mouseClick(ok(dialog), Qt::LeftButton);
        QVERIFY(support::settle(workspace()));
    }
    QCOMPARE(now().style.raster.range, geo::RasterRange::Deviations);
    QCOMPARE(now().style.raster.deviations, 1.5);
    QVERIFY(!now().style.raster.minimum && !now().style.raster.maximum);
}

void DialogsTest::changesAProject()
{
    const catalogue::Project before = state().round.candidates.front().project;
    base::Id more = 0;
    for (const catalogue::SiteSummary& site : state().sites->sites())
        if (std::none_of(before.members.begin(), before.members.end(),
                         [&](const auto& member) { return member.site == site.id; }))
            more = site.id;
    workspace().selectSites({more});
    widgets::ProjectDialog dialog(workspace(), before, nullptr);
    dialog.show();
    type(dialog, "Name", QStringLiteral("Renamed"));
    QTest::mouseClick(button(dialog, QStringLiteral("Add the selected sites")), Qt::LeftButton);
    const catalogue::Project after = dialog.project();
    QCOMPARE(after.id, before.id);
    QCOMPARE(after.name.en, QStringLiteral("Renamed"));
    QCOMPARE(after.name.es, before.name.es);
    QCOMPARE(after.members.size(), before.members.size() + 1);
    QCOMPARE(after.members.back().site, more);
    QCOMPARE(after.members.front().id, before.members.front().id);
    auto* members = dialog.findChild<QTableWidget*>();
    while (members->rowCount() > 0) {
        members->selectRow(0);
        QTest::mouseClick(button(dialog, QStringLiteral("Take out")), Qt::LeftButton);
    }
    QVERIFY(!ok(dialog)->isEnabled()); // a project has a site
}

void DialogsTest::aGateSaysWhatIsWanted()
{
    widgets::GateDialog dialog(workspace(), std::nullopt, nullptr);
    dialog.show();
    QVERIFY(!ok(dialog)->isEnabled());
    type(dialog, "Name in English", QStringLiteral("Big enough"));
    bool offered = false;
    for (const shortlist::Gate& gate : state().round.gates) {
        const widgets::GateDialog given(workspace(), gate, nullptr);
        shortlist::Gate same = given.gate();
        QCOMPARE(shortlist::conditionToJson(same.condition),
                 shortlist::conditionToJson(gate.condition));
        QCOMPARE(shortlist::measureToJson(same.measure), shortlist::measureToJson(gate.measure));
        offered = true;
    }
    QVERIFY(offered);
}

void DialogsTest::aCriterionComesBackAsItWas()
{
    QVERIFY(state().round.criteria.size() >= 4);
    for (const shortlist::Criterion& criterion : state().round.criteria) {
        widgets::CriterionDialog dialog(workspace(), criterion, nullptr);
        dialog.show();
        QVERIFY2(ok(dialog)->isEnabled(), qPrintable(criterion.name.en));
        const shortlist::Criterion same = dialog.criterion();
        QCOMPARE(same.name.en, criterion.name.en);
        QVERIFY(same.measure == criterion.measure);
        QCOMPARE(same.unit, criterion.unit);
        QVERIFY(same.direction == criterion.direction);
        QCOMPARE(shortlist::valueFunctionToJson(same.valueFunction),
                 shortlist::valueFunctionToJson(criterion.valueFunction));
    }
}

std::unique_ptr<QDialog> DialogsTest::make(const QByteArray& which)
{
    if (which == "site")
        return std::make_unique<widgets::SiteDialog>(workspace(), record(QStringLiteral("Bagdad")),
                                                     nullptr);
    if (which == "settings")
        return std::make_unique<widgets::SettingsDialog>(workspace(), QString(), nullptr);
    if (which == "crs")
        return std::make_unique<widgets::CrsDialog>(workspace().jobs(), QString(), nullptr);
    if (which == "layer")
        return std::make_unique<widgets::LayerDialog>(workspace(), state().layers.front(), nullptr);
    if (which == "project")
        return std::make_unique<widgets::ProjectDialog>(
            workspace(), state().round.candidates.front().project, nullptr);
    if (which == "gate")
        return std::make_unique<widgets::GateDialog>(workspace(), state().round.gates.front(),
                                                     nullptr);
    if (which == "criterion")
        return std::make_unique<widgets::CriterionDialog>(workspace(),
                                                          state().round.criteria.front(), nullptr);
    if (which == "history")
        return std::make_unique<widgets::HistoryDialog>(workspace(), nullptr);
    return std::make_unique<widgets::ActingAsDialog>(workspace(), nullptr);
}

void DialogsTest::speakSpanish_data()
{
    QTest::addColumn<QByteArray>("which");
    for (const char* which : {"site", "settings", "crs", "layer", "project", "gate", "criterion",
                              "history", "acting as"})
        QTest::newRow(which) << QByteArray(which);
}

void DialogsTest::speakSpanish()
{
    QFETCH(QByteArray, which);
    workspace().setLanguage(base::Language::Spanish);
    const std::unique_ptr<QDialog> dialog = make(which);
    dialog->show();
    QVERIFY(support::settle(workspace()));
    QCoreApplication::processEvents();
    QStringList texts = support::visibleTexts(*dialog);
    // Qt's own buttons speak the desktop's language.
    for (const QDialogButtonBox* box : dialog->findChildren<QDialogButtonBox*>())
        for (const QAbstractButton* each : box->buttons())
            texts.removeAll(each->text());
    // What the project itself says stands as it was written.
    texts.removeAll(state().info.title);
    texts.removeAll(state().layers.front().name.en);
    const QStringList english = support::leftInEnglish(texts);
    QVERIFY2(english.isEmpty(), qPrintable(english.join(QLatin1Char('\n'))));
    if (const QByteArray folder = qgetenv("VETA_SHOTS"); !folder.isEmpty())
        dialog->grab().save(QString::fromUtf8(folder + '/' + which + ".png"));
}

QTEST_MAIN(DialogsTest)
#include "dialogs_test.moc"
