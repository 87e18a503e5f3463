// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/measure_fields.h"

#include "catalogue/vocabulary.h"
#include "geo/feature_table.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <algorithm>

namespace widgets {

using shortlist::Measure;
using shortlist::MeasureKind;

namespace {

constexpr size_t MostWords = 2000; // a field of more is no code of a map unit

bool looksAtLayer(MeasureKind kind)
{
    return kind == MeasureKind::DistanceKm || kind == MeasureKind::Inside ||
           kind == MeasureKind::UnitAttribute;
}

// Those that occur among sites and delegations.
std::vector<Choice> countriesOf(const Workspace& workspace)
{
    std::set<QString> codes;
    for (const auto& [code, count] : workspace.state().sites->countries())
        codes.insert(code);
    for (const shortlist::Party& party : workspace.state().round.parties)
        codes.insert(party.delegation.code);
    std::vector<Choice> choices;
    for (const QString& code : codes)
        if (const catalogue::Term* term = catalogue::countries().find(code))
            choices.push_back({code, term->label.in(workspace.language())});
    std::sort(choices.begin(), choices.end(), [](const Choice& a, const Choice& b) {
        return a.text.localeAwareCompare(b.text) < 0;
    });
    return choices;
}

// Chooses a key, which is offered as it stands where nobody knows it.
void choose(QComboBox& box, const QString& key)
{
    if (box.findData(key) < 0)
        box.addItem(key, key);
    box.setCurrentIndex(box.findData(key));
}

const geo::FeatureTable* featuresOf(const Workspace& workspace, base::Id layer)
{
    const auto loaded = workspace.layers().find(layer);
    return loaded == workspace.layers().end() ? nullptr : loaded->second.features.get();
}

// What the words of a field stand for: as the layer's legend has it, else as its names do.
std::map<QString, QString> namesOf(const catalogue::Layer& layer, const geo::FeatureTable& features,
                                   const geo::Column& field, base::Language language)
{
    std::map<QString, QString> names;
    if (layer.style.field.compare(field.field().name, Qt::CaseInsensitive) == 0)
        for (const geo::Category& category : layer.style.categories)
            names[category.value] = category.label.in(language);
    const bool spanish = language == base::Language::Spanish;
    for (const char* each : {spanish ? "name_es" : "name_en", "name"}) {
        const geo::Column* name = features.column(QString::fromLatin1(each));
        if (name == nullptr || name == &field)
            continue;
        for (size_t i = 0; i < features.size(); ++i)
            if (!field.isMissing(i) && !name->isMissing(i))
                names.try_emplace(field.text(i), name->text(i));
    }
    return names;
}

} // namespace

Answer answerOf(MeasureKind kind)
{
    switch (kind) {
    case MeasureKind::Inside:
        return Answer::Inside;
    case MeasureKind::Stage:
        return Answer::Stage;
    case MeasureKind::UnitAttribute:
        return Answer::Word;
    default:
        return Answer::Number;
    }
}

std::vector<Choice> wordsOf(const Workspace& workspace, const Measure& measure)
{
    std::vector<Choice> words;
    const base::Language language = workspace.language();
    if (measure.kind == MeasureKind::Stage)
        for (const QString& stage : shortlist::stageOrder())
            words.push_back({stage, catalogue::stages().label(stage, language)});
    if (measure.kind != MeasureKind::UnitAttribute)
        return words;
    const geo::FeatureTable* features = featuresOf(workspace, measure.layer);
    const geo::Column* field = features != nullptr ? features->column(measure.field) : nullptr;
    if (field == nullptr)
        return words;
    std::set<QString> found;
    for (size_t i = 0; i < features->size() && found.size() < MostWords; ++i)
        if (!field->isMissing(i))
            found.insert(field->text(i));
    const std::map<QString, QString> names =
        namesOf(workspace.layers().at(measure.layer).layer, *features, *field, language);
    for (const QString& word : found) {
        const auto name = names.find(word);
        const bool named = name != names.end() && !name->second.isEmpty() && name->second != word;
        words.push_back({word, named ? QStringLiteral("%1 – %2").arg(word, name->second) : word});
    }
    return words;
}

MeasureFields::MeasureFields(const Workspace& workspace, const std::vector<MeasureKind>& kinds,
                             QFormLayout& form, QWidget* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_form(form)
    , m_roles(new QWidget)
    , m_lists(new TickList)
    , m_among(new TickList)
    , m_note(new QLabel)
{
    const base::Language language = workspace.language();
    m_kind = addCombo(tr("&What is measured"), tr("What is measured"));
    for (const MeasureKind each : kinds)
        m_kind->addItem(shortlist::measureKindName(each, workspace.words()),
                        shortlist::measureKindKey(each));

    m_layer = addCombo(tr("&Layer"), tr("Layer"));
    m_field = addCombo(tr("&Field"), tr("Field"));
    std::vector<Choice> lists;
    for (const catalogue::Term& term : catalogue::commodityLists().terms())
        lists.push_back({term.key, term.label.in(language)});
    m_lists->setChoices(lists);
    m_lists->setName(tr("Lists"));
    m_form.addRow(tr("&Lists"), m_lists);
    m_commodity = addCombo(tr("Commodit&y"), tr("Commodity"));
    m_commodity->addItem(tr("any"), QString());
    std::vector<Choice> commodities;
    for (const catalogue::Term& term : catalogue::commodities().terms())
        commodities.push_back({term.key, term.label.in(language)});
    std::sort(commodities.begin(), commodities.end(), [](const Choice& a, const Choice& b) {
        return a.text.localeAwareCompare(b.text) < 0;
    });
    for (const Choice& each : commodities)
        m_commodity->addItem(each.text, each.key);
    m_unit = addCombo(tr("&Unit of the grade"), tr("Unit of the grade"));
    for (const catalogue::Term& term : catalogue::gradeUnits().terms())
        m_unit->addItem(term.label.in(language), term.key);
    const std::vector<Choice> countries = countriesOf(workspace);
    m_among->setChoices(countries);
    m_among->setName(tr("Which countries count; none ticked: all"));
    m_form.addRow(tr("Which cou&ntries"), m_among);
    m_country = addCombo(tr("In the cou&ntry"), tr("Country of the sites that count"));
    m_country->addItem(tr("any"), QString());
    for (const Choice& each : countries)
        m_country->addItem(each.text, each.key);

    auto* boxes = new QHBoxLayout(m_roles);
    boxes->setContentsMargins(0, 0, 0, 0);
    for (const catalogue::Term& term : catalogue::memberRoles().terms()) {
        auto* box = new QCheckBox(term.label.in(language));
        box->setAccessibleDescription(tr("Sites with this role count"));
        boxes->addWidget(box);
        m_roleBoxes.emplace_back(term.key, box);
        connect(box, &QCheckBox::toggled, this, &MeasureFields::changed);
    }
    boxes->addStretch(1);
    m_roles->setFocusProxy(m_roleBoxes.front().second);
    m_form.addRow(tr("Sites that &count"), m_roles);
    m_note->setWordWrap(true);
    m_form.addRow(QString(), m_note);

    connect(m_kind, &QComboBox::currentIndexChanged, this, &MeasureFields::kindChosen);
    connect(m_layer, &QComboBox::currentIndexChanged, this, [this] { offerFields({}); });
    for (QComboBox* box : {m_layer, m_field, m_commodity, m_unit, m_country})
        connect(box, &QComboBox::currentIndexChanged, this, &MeasureFields::changed);
    for (TickList* list : {m_lists, m_among})
        connect(list, &TickList::changed, this, &MeasureFields::changed);
    Measure first;
    first.kind = kinds.front();
    setMeasure(first);
}

QComboBox* MeasureFields::addCombo(const QString& label, const QString& name)
{
    auto* box = new QComboBox;
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(24);
    m_form.addRow(label, box);
    return box;
}

MeasureKind MeasureFields::kind() const
{
    return shortlist::measureKindFromKey(m_kind->currentData().toString())
        .value_or(MeasureKind::Members);
}

void MeasureFields::setMeasure(const Measure& measure)
{
    const QSignalBlocker quiet(this);
    const QString key = shortlist::measureKindKey(measure.kind);
    if (m_kind->findData(key) < 0)
        m_kind->addItem(shortlist::measureKindName(measure.kind, m_workspace.words()), key);
    m_kind->setCurrentIndex(m_kind->findData(key));
    for (const auto& [role, box] : m_roleBoxes)
        box->setChecked(measure.roles.isEmpty() || measure.roles.contains(role));
    m_lists->setTicked(measure.lists);
    m_among->setTicked(measure.among);
    choose(*m_country, measure.country);
    choose(*m_commodity, measure.commodity);
    if (measure.unit.isEmpty())
        m_unit->setCurrentIndex(0);
    else
        choose(*m_unit, measure.unit);
    kindChosen();
    if (looksAtLayer(measure.kind)) {
        offerLayers(measure.kind, measure.layer);
        offerFields(measure.field);
    }
}

void MeasureFields::kindChosen()
{
    const MeasureKind now = kind();
    m_form.setRowVisible(m_lists, now == MeasureKind::CommoditiesOnList);
    m_form.setRowVisible(m_commodity, now == MeasureKind::Grade);
    m_form.setRowVisible(m_unit, now == MeasureKind::Grade);
    m_form.setRowVisible(m_among, now == MeasureKind::Countries);
    m_form.setRowVisible(m_country, now == MeasureKind::Members);
    m_form.setRowVisible(m_layer, looksAtLayer(now));
    m_form.setRowVisible(m_field, now == MeasureKind::UnitAttribute);
    m_form.setRowVisible(m_roles, now != MeasureKind::Mark);
    if (looksAtLayer(now)) {
        offerLayers(now, m_layer->currentData().toLongLong());
        offerFields(m_field->currentData().toString());
    }
    const base::Language language = m_workspace.language();
    QString note;
    if (now == MeasureKind::AgreedMinerals) {
        QStringList names;
        for (const QString& key : m_workspace.state().round.agreedMinerals)
            names << catalogue::commodities().label(key, language);
        note =
            names.isEmpty()
                ? tr("The list of agreed minerals is empty; it is made in the project’s settings.")
                : tr("Agreed in the project’s settings: %1.").arg(names.join(QStringLiteral(", ")));
    } else if (now == MeasureKind::Mark) {
        note = tr("Each delegation gives each project a mark from 0 to 1.");
    }
    m_note->setText(note);
    m_form.setRowVisible(m_note, !note.isEmpty());
    Q_EMIT changed();
}

void MeasureFields::offerLayers(MeasureKind kind, base::Id chosen)
{
    const QSignalBlocker quiet(m_layer);
    m_layer->clear();
    const auto& layers = m_workspace.state().layers;
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
        if (layer->kind != catalogue::LayerKind::Vector)
            continue;
        const geo::FeatureTable* features = featuresOf(m_workspace, layer->id);
        if (kind == MeasureKind::DistanceKm || features == nullptr || layer->id == chosen ||
            features->kind() == geo::GeometryKind::Polygon)
            m_layer->addItem(layer->nameIn(m_workspace.language()), layer->id);
    }
    if (chosen != 0 && m_layer->findData(chosen) < 0)
        m_layer->addItem(tr("a layer that is no longer in the project"), chosen);
    m_layer->setCurrentIndex(chosen != 0 || m_layer->count() == 0 ? m_layer->findData(chosen) : 0);
}

void MeasureFields::offerFields(const QString& chosen)
{
    const QSignalBlocker quiet(m_field);
    m_field->clear();
    const base::Id id = m_layer->currentData().toLongLong();
    QString wanted = chosen;
    if (const geo::FeatureTable* features = featuresOf(m_workspace, id)) {
        for (const geo::Column& column : features->columns())
            m_field->addItem(column.field().name, column.field().name);
        // What the layer is coloured by is what it is about.
        if (wanted.isEmpty())
            wanted = m_workspace.layers().at(id).layer.style.field;
    }
    const int at = m_field->findData(wanted, Qt::UserRole, Qt::MatchFixedString);
    if (at >= 0)
        m_field->setCurrentIndex(at);
    else if (!chosen.isEmpty())
        choose(*m_field, chosen);
}

Measure MeasureFields::measure() const
{
    Measure measure;
    measure.kind = kind();
    if (measure.kind != MeasureKind::Mark) {
        for (const auto& [role, box] : m_roleBoxes)
            if (box->isChecked())
                measure.roles << role;
        if (size_t(measure.roles.size()) == m_roleBoxes.size())
            measure.roles.clear();
    }
    switch (measure.kind) {
    case MeasureKind::CommoditiesOnList:
        measure.lists = m_lists->ticked();
        break;
    case MeasureKind::Grade:
        measure.commodity = m_commodity->currentData().toString();
        measure.unit = m_unit->currentData().toString();
        break;
    case MeasureKind::Countries:
        measure.among = m_among->ticked();
        break;
    case MeasureKind::Members:
        measure.country = m_country->currentData().toString();
        break;
    case MeasureKind::UnitAttribute:
        measure.field = m_field->currentData().toString();
        [[fallthrough]];
    case MeasureKind::DistanceKm:
    case MeasureKind::Inside:
        measure.layer = m_layer->currentData().toLongLong();
        break;
    default:
        break;
    }
    return measure;
}

QString MeasureFields::problem() const
{
    const MeasureKind now = kind();
    if (now != MeasureKind::Mark &&
        std::none_of(m_roleBoxes.begin(), m_roleBoxes.end(),
                     [](const auto& each) { return each.second->isChecked(); }))
        return tr("Tick at least one role of the sites that count.");
    if (now == MeasureKind::CommoditiesOnList && m_lists->ticked().isEmpty())
        return tr("Tick at least one list.");
    if (!looksAtLayer(now))
        return {};
    const base::Id id = m_layer->currentData().toLongLong();
    if (m_layer->count() == 0)
        return tr("The project has no layer to measure on; add one first.");
    const auto& layers = m_workspace.state().layers;
    if (std::none_of(layers.begin(), layers.end(),
                     [&](const catalogue::Layer& layer) { return layer.id == id; }))
        return tr("The layer it looked at is no longer in the project; choose another one.");
    if (now == MeasureKind::UnitAttribute && m_field->currentData().toString().isEmpty())
        return tr("Choose the field of the layer to read.");
    return {};
}

} // namespace widgets
