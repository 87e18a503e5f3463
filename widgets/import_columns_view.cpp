// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import_columns_view.h"

#include "geo/crs.h"
#include "widgets/choice_delegate.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace widgets {

namespace {

namespace f = catalogue::import_field;

enum Column { FieldColumn, ChoiceColumn, ExampleColumn };

constexpr int FieldRole = Qt::UserRole;
constexpr int FigureRole = Qt::UserRole + 1; // 0: of the mapping's own parts
constexpr size_t SampleRows = 20;
constexpr int LongestExample = 60;

const QString NoColumn = QStringLiteral("none");
const QString SameColumns = QStringLiteral("same");
const QString AlwaysValue = QStringLiteral("always");
const QString OneMore = QStringLiteral("more");
const QString OneColumn = QStringLiteral("column "); // and its number

const QStringList& positionFields()
{
    static const QStringList fields{f::X,        f::Y,        f::Wkt,        f::Crs,
                                    f::UtmZone,  f::XMinutes, f::XSeconds,   f::XHemisphere,
                                    f::YMinutes, f::YSeconds, f::YHemisphere};
    return fields;
}

const QStringList& plantFields()
{
    static const QStringList fields{f::Process,  f::Feed,         f::Product,
                                    f::Capacity, f::CapacityUnit, f::CapacityYear};
    return fields;
}

// The one place that asks for the coordinate system of positions whose row names none.
QComboBox* makeCrsField()
{
    auto* field = new QComboBox;
    field->setEditable(true);
    field->setInsertPolicy(QComboBox::NoInsert);
    field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    field->setMinimumContentsLength(10);
    field->addItem(QString());
    for (const char* code :
         {"EPSG:4326", "EPSG:4269", "EPSG:4267", "EPSG:6365", "EPSG:6372", "EPSG:32611",
          "EPSG:32612", "EPSG:32613", "EPSG:26711", "EPSG:26712", "EPSG:26713"}) {
        const QString text = QString::fromLatin1(code);
        field->addItem(text);
        field->setItemData(field->count() - 1, geo::Crs::fromText(text).name(), Qt::ToolTipRole);
    }
    return field;
}

void setData(QComboBox& field, const QString& key)
{
    const QSignalBlocker quiet(field);
    int at = field.findData(key);
    if (at < 0) {
        field.addItem(key, key);
        at = field.count() - 1;
    }
    field.setCurrentIndex(at);
}

} // namespace

ImportColumnsView::ImportColumnsView(QWidget* parent)
    : QWidget(parent)
    , m_tree(new QTreeWidget)
    , m_crs(makeCrsField())
    , m_decimal(new QComboBox)
    , m_list(new QComboBox)
    , m_westward(new QCheckBox(tr("Longitudes without a sign are &west")))
    , m_swapped(new QCheckBox(tr("Longitude and latitude are s&wapped")))
    , m_zero(new QCheckBox(tr("A figure of &0 is a missing one")))
    , m_ton(unitField(QStringLiteral("ton"),
                      {{{}, tr("Not said")},
                       {QStringLiteral("short_ton"), tr("Short tons (2,000 lb)")},
                       {QStringLiteral("tonne"), tr("Tonnes (1,000 kg)")},
                       {QStringLiteral("long_ton"), tr("Long tons (2,240 lb)")}}))
    , m_mt(unitField(QStringLiteral("mt"), {{{}, tr("Not said")},
                                            {QStringLiteral("tonne"), tr("Tonnes (1,000 kg)")},
                                            {QStringLiteral("megatonne"), tr("Million tonnes")}}))
{
    m_tree->setAccessibleName(tr("Which column says what"));
    m_tree->setColumnCount(3);
    m_tree->setHeaderLabels({tr("Of the site"), tr("Column of the file"), tr("For example")});
    m_tree->setUniformRowHeights(true);
    m_tree->setAllColumnsShowFocus(true);
    auto* delegate = new ChoiceDelegate(
        *m_tree, ChoiceColumn, [this](const QModelIndex& index) { return choices(index); });
    connect(delegate, &ChoiceDelegate::chosen, this,
            [this](const QModelIndex& index, const QString& key) {
                if (QTreeWidgetItem* item = m_tree->itemFromIndex(index))
                    choose(*item, key);
            });

    m_crs->setAccessibleName(tr("Coordinate system of the positions"));
    m_crs->setToolTip(tr("For positions whose row names none, as EPSG:4326. Ask whoever made the "
                         "file where you do not know."));
    connect(m_crs, &QComboBox::currentTextChanged, this, [this](const QString& text) {
        take([&](catalogue::ImportMapping& mapping) { mapping.crs = text.trimmed(); });
    });
    for (QComboBox* field : {m_decimal, m_list}) {
        field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        field->setMinimumContentsLength(10);
    }
    m_decimal->setAccessibleName(tr("Decimal sign"));
    m_decimal->addItem(tr("As each column shows"), QString());
    m_decimal->addItem(tr("Point: 12.5"), QStringLiteral("."));
    m_decimal->addItem(tr("Comma: 12,5"), QStringLiteral(","));
    m_list->setAccessibleName(tr("What parts the items of a list"));
    m_list->addItem(tr("As each list shows"), QString());
    for (const char* sign : {";", ",", "|", "/"})
        m_list->addItem(QString::fromLatin1(sign), QString::fromLatin1(sign));
    connect(m_decimal, &QComboBox::activated, this, [this] {
        take([this](catalogue::ImportMapping& mapping) {
            mapping.decimal = m_decimal->currentData().toString();
        });
    });
    connect(m_list, &QComboBox::activated, this, [this] {
        take([this](catalogue::ImportMapping& mapping) {
            mapping.listSeparator = m_list->currentData().toString();
        });
    });
    const auto onTick = [this](QCheckBox* box, bool catalogue::ImportMapping::*member) {
        connect(box, &QCheckBox::toggled, this, [this, member](bool on) {
            take([&](catalogue::ImportMapping& mapping) { mapping.*member = on; });
        });
    };
    onTick(m_westward, &catalogue::ImportMapping::westward);
    onTick(m_swapped, &catalogue::ImportMapping::swapped);
    onTick(m_zero, &catalogue::ImportMapping::zeroIsMissing);

    auto* options = new QWidget;
    auto* form = new QFormLayout(options);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    auto* choose = new QPushButton(tr("C&hoose…"));
    choose->setToolTip(tr("See on a map where each coordinate system would put the positions"));
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &ImportColumnsView::crsAsked);
    form->addRow(tr("&Coordinate system"), m_crs);
    form->addRow(choose);
    form->addRow(m_westward);
    form->addRow(m_swapped);
    form->addRow(tr("&Decimal sign"), m_decimal);
    form->addRow(tr("&Lists are parted by"), m_list);
    form->addRow(tr("“&Tons” are"), m_ton);
    form->addRow(tr("“&mt” is"), m_mt);
    form->addRow(m_zero);
    auto* another = new QPushButton(tr("Another &figure"));
    another->setToolTip(tr("Where a row states several figures, each in columns of its own"));
    another->setAutoDefault(false);
    form->addRow(another);
    connect(another, &QPushButton::clicked, this, [this] {
        m_mapping.estimates.emplace_back();
        fill();
        QTreeWidgetItem* last = nullptr;
        for (int i = 0; i < m_tree->topLevelItemCount(); ++i)
            if (m_tree->topLevelItem(i)->data(FieldColumn, FigureRole).toInt() ==
                int(m_mapping.estimates.size()))
                last = m_tree->topLevelItem(i);
        if (last != nullptr) {
            last->setExpanded(true);
            m_tree->setCurrentItem(last->child(0));
            m_tree->scrollToItem(last, QAbstractItemView::PositionAtTop);
        }
    });
    auto* scroll = new QScrollArea;
    scroll->setWidget(options);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(options->minimumSizeHint().width() + 20);

    auto* halves = new QSplitter;
    halves->addWidget(m_tree);
    halves->addWidget(scroll);
    halves->setChildrenCollapsible(false);
    halves->setStretchFactor(0, 1);
    auto* whole = new QHBoxLayout(this);
    whole->addWidget(halves);
}

QComboBox* ImportColumnsView::unitField(const QString& unit, const std::vector<Choice>& meanings)
{
    auto* field = new QComboBox;
    field->setAccessibleName(tr("What “%1” means in this file").arg(unit));
    field->setToolTip(tr("Figures whose unit may mean several things are left out until you say "
                         "which it is"));
    field->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    field->setMinimumContentsLength(10);
    for (const Choice& meaning : meanings)
        field->addItem(meaning.text, meaning.key);
    connect(field, &QComboBox::activated, this, [this, field, unit] {
        take([&](catalogue::ImportMapping& mapping) {
            const QString meaning = field->currentData().toString();
            if (meaning.isEmpty())
                mapping.units.erase(unit);
            else
                mapping.units[unit] = meaning;
        });
    });
    return field;
}

void ImportColumnsView::take(const std::function<void(catalogue::ImportMapping&)>& change)
{
    const catalogue::ImportMapping before = m_mapping;
    change(m_mapping);
    if (m_mapping != before)
        Q_EMIT changed();
}

void ImportColumnsView::setTable(std::shared_ptr<const catalogue::ImportTable> table)
{
    m_table = std::move(table);
    m_sample = m_table->firstRows(SampleRows);
}

void ImportColumnsView::setMapping(const catalogue::ImportMapping& mapping)
{
    m_mapping = mapping;
    {
        const QSignalBlocker quiet(m_crs);
        m_crs->setCurrentText(mapping.crs);
    }
    setData(*m_decimal, mapping.decimal);
    setData(*m_list, mapping.listSeparator);
    const auto unit = [&](const char* name) {
        const auto found = mapping.units.find(QLatin1String(name));
        return found != mapping.units.end() ? found->second : QString();
    };
    setData(*m_ton, unit("ton"));
    setData(*m_mt, unit("mt"));
    for (const auto& [box, on] :
         {std::pair(m_westward, mapping.westward), std::pair(m_swapped, mapping.swapped),
          std::pair(m_zero, mapping.zeroIsMissing)}) {
        const QSignalBlocker quiet(box);
        box->setChecked(on);
    }
    fill();
}

catalogue::ImportMapping ImportColumnsView::mapping() const
{
    catalogue::ImportMapping mapping = m_mapping;
    std::erase_if(mapping.estimates, [](const Parts& parts) { return parts.empty(); });
    return mapping;
}

void ImportColumnsView::setAssumedCrs(const QString& text)
{
    m_crs->lineEdit()->setPlaceholderText(text);
}

ImportColumnsView::Parts& ImportColumnsView::partsOf(const QTreeWidgetItem& item)
{
    const int figure = item.data(FieldColumn, FigureRole).toInt();
    return figure == 0 ? m_mapping.parts : m_mapping.estimates[size_t(figure - 1)];
}

const ImportColumnsView::Parts& ImportColumnsView::partsOf(const QTreeWidgetItem& item) const
{
    const int figure = item.data(FieldColumn, FigureRole).toInt();
    return figure == 0 ? m_mapping.parts : m_mapping.estimates[size_t(figure - 1)];
}

void ImportColumnsView::fill()
{
    m_tree->clear();
    QStringList site;
    QStringList other;
    for (const QString& field : catalogue::importFields()) {
        if (positionFields().contains(field) || plantFields().contains(field) ||
            catalogue::estimateFields().contains(field) || field == f::Commodity ||
            field == f::ByProduct)
            continue;
        const bool late =
            field == f::Owner || field == f::IdSystem || field == f::ExternalId || field == f::Page;
        (late ? other : site) << field;
    }
    addGroup(tr("Site"), site);
    addGroup(tr("Position"), positionFields());
    addGroup(tr("Commodities"), {f::Commodity, f::ByProduct});
    addGroup(m_mapping.estimates.empty() ? tr("Figure") : tr("Figure %1").arg(1),
             catalogue::estimateFields());
    for (size_t i = 0; i < m_mapping.estimates.size(); ++i)
        addGroup(tr("Figure %1").arg(i + 2), catalogue::estimateFields(), int(i + 1));
    addGroup(tr("Plant"), plantFields());
    addGroup(tr("Other"), other);
    m_tree->resizeColumnToContents(FieldColumn);
    m_tree->setColumnWidth(ChoiceColumn, m_tree->fontMetrics().averageCharWidth() * 26);
}

void ImportColumnsView::addGroup(const QString& title, const QStringList& fields, int figure)
{
    auto* group = new QTreeWidgetItem({title});
    group->setFlags(Qt::ItemIsEnabled);
    group->setData(FieldColumn, FigureRole, figure);
    QFont bold = m_tree->font();
    bold.setBold(true);
    group->setFont(FieldColumn, bold);
    m_tree->addTopLevelItem(group);
    QStringList said;
    for (const QString& field : fields) {
        auto* item = new QTreeWidgetItem(group, {catalogue::importFieldLabel(field)});
        item->setData(FieldColumn, FieldRole, field);
        item->setData(FieldColumn, FigureRole, figure);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsEditable);
        showPart(*item);
        for (const auto& part : partsOf(*item))
            if (part.field == field && !part.always)
                said << part.column;
    }
    if (fields == catalogue::estimateFields() && !said.isEmpty()) {
        group->setText(ExampleColumn, said.mid(0, 4).join(QStringLiteral(", ")));
        group->setToolTip(ExampleColumn, said.join(QStringLiteral(", ")));
    }
    const bool first = m_tree->topLevelItemCount() <= 3;
    group->setExpanded(first || (figure == 0 && !said.isEmpty()));
}

QString ImportColumnsView::firstValue(const QString& column) const
{
    if (const auto index = m_table->columnIndex(column))
        for (const catalogue::ImportTable::KeptRow& row : m_sample)
            if (const QString value = row.fields.value(qsizetype(*index)).simplified();
                !value.isEmpty())
                return value.left(LongestExample);
    return {};
}

void ImportColumnsView::showPart(QTreeWidgetItem& item) const
{
    const QString field = item.data(FieldColumn, FieldRole).toString();
    QStringList columns;
    QStringList always;
    for (const auto& part : partsOf(item))
        if (part.field == field)
            (part.always ? always : columns) << (part.always ? *part.always : part.column);
    QStringList texts = columns;
    for (const QString& value : always)
        texts << tr("always “%1”").arg(value);
    item.setText(ChoiceColumn,
                 texts.isEmpty() ? QStringLiteral("–") : texts.join(QStringLiteral(" + ")));
    item.setToolTip(ChoiceColumn, item.text(ChoiceColumn));
    const QString example = columns.isEmpty() ? QString() : firstValue(columns.front());
    item.setText(ExampleColumn, example);
    item.setToolTip(ExampleColumn, example);
}

std::vector<Choice> ImportColumnsView::choices(const QModelIndex& index) const
{
    std::vector<Choice> list{{NoColumn, QStringLiteral("–")}};
    const QTreeWidgetItem* item = m_tree->itemFromIndex(index);
    if (item == nullptr || !m_table)
        return list;
    const QString field = item->data(FieldColumn, FieldRole).toString();
    const QString now = item->text(ChoiceColumn);
    const bool isPlain = now == list.front().text || m_table->columnIndex(now).has_value();
    if (!isPlain)
        list.push_back({SameColumns, now});
    for (size_t i = 0; i < m_table->columns().size(); ++i)
        list.push_back({OneColumn + QString::number(i), m_table->columns()[i]});
    if (catalogue::importFieldTakesSeveral(field) && now != list.front().text)
        list.push_back({OneMore, tr("Another column besides…")});
    list.push_back({AlwaysValue, tr("One value for every row…")});
    return list;
}

void ImportColumnsView::choose(QTreeWidgetItem& item, const QString& key)
{
    const QString field = item.data(FieldColumn, FieldRole).toString();
    const QString label = catalogue::importFieldLabel(field);
    std::optional<catalogue::ImportMapping::Part> part;
    bool accepted = true;
    if (key.startsWith(OneColumn)) {
        part = {field, m_table->columns()[key.mid(OneColumn.size()).toULongLong()], {}};
    } else if (key == AlwaysValue) {
        const QString value = QInputDialog::getText(this, label,
                                                    tr("Which value stands for every "
                                                       "row?"),
                                                    QLineEdit::Normal, {}, &accepted)
                                  .trimmed();
        accepted = accepted && !value.isEmpty();
        part = {field, {}, value};
    } else if (key == OneMore) {
        QStringList columns;
        for (const QString& column : m_table->columns())
            columns << column;
        part = {field,
                QInputDialog::getItem(this, label, tr("Which column says it too?"), columns, 0,
                                      false, &accepted),
                {}};
    } else {
        accepted = key == NoColumn;
    }
    if (!accepted)
        return;
    Parts& parts = partsOf(item);
    const Parts before = parts;
    if (key != OneMore)
        std::erase_if(parts, [&](const auto& each) { return each.field == field; });
    if (part && std::find(parts.begin(), parts.end(), *part) == parts.end())
        parts.push_back(*part);
    showPart(item);
    if (parts != before)
        Q_EMIT changed();
}

} // namespace widgets
