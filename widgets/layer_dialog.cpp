// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layer_dialog.h"

#include "catalogue/vocabulary.h"
#include "geo/feature_table.h"
#include "geo/raster_source.h"
#include "widgets/dialog_buttons.h"
#include "widgets/raster_style_editor.h"

#include <QColorDialog>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr int IndexRole = Qt::UserRole;
constexpr int OneColour = -1; // the fill of a layer in one colour
constexpr int Others = -2;    // what is in no category

QPixmap swatch(const QColor& color)
{
    QPixmap picture(18, 12);
    picture.fill(color);
    QPainter painter(&picture);
    painter.setPen(Qt::darkGray);
    painter.drawRect(0, 0, picture.width() - 1, picture.height() - 1);
    return picture;
}

} // namespace

LayerDialog::LayerDialog(Workspace& workspace, const catalogue::Layer& layer, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_layer(layer)
    , m_form(new QFormLayout)
    , m_english(new QLineEdit(layer.name.en))
    , m_spanish(new QLineEdit(layer.name.es))
    , m_purpose(new QComboBox)
    , m_citation(new QLineEdit(layer.citation))
    , m_blend(new QComboBox)
    , m_problem(new QLabel)
{
    setWindowTitle(tr("Layer %1").arg(layer.nameIn(workspace.language())));
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(tr("Name in &English"), m_english);
    m_form->addRow(tr("Name in &Spanish"), m_spanish);
    for (const catalogue::Term& term : catalogue::layerPurposes().terms())
        m_purpose->addItem(term.label.in(workspace.language()), term.key);
    m_purpose->setCurrentIndex(m_purpose->findData(layer.purpose));
    m_form->addRow(tr("&Purpose"), m_purpose);
    m_form->addRow(tr("&Citation"), m_citation);
    makeOperations();
    makeStyle();
    if (const auto loaded = workspace.layers().find(layer.id);
        loaded != workspace.layers().end() && loaded->second.raster)
        m_raster = new RasterStyleEditor(*loaded->second.raster, layer.style.raster, layer.opacity,
                                         workspace.language(), *m_form, this);
    m_blend->addItem(tr("Covers what lies below"), int(geo::Blend::Normal));
    m_blend->addItem(tr("Multiplied with what lies below"), int(geo::Blend::Multiply));
    m_blend->setCurrentIndex(m_blend->findData(int(layer.style.blend)));
    m_blend->setToolTip(tr("A geological map multiplied over a relief shows both"));
    m_form->addRow(tr("Ble&nding"), m_blend);
    m_problem->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(m_form, 1);
    layout->addWidget(m_problem);
    layout->addWidget(okAndCancel(*this));
    resize(fontMetrics().averageCharWidth() * 95, sizeHint().height());
}

const geo::FeatureTable* LayerDialog::features() const
{
    const auto loaded = m_workspace.layers().find(m_layer.id);
    return loaded == m_workspace.layers().end() ? nullptr : loaded->second.features.get();
}

void LayerDialog::makeOperations()
{
    const auto crs = attempt([&] { return geo::Crs::fromText(m_layer.crs); });
    auto* system = new QLabel(crs.ok() ? crs.value->name() : m_layer.crs);
    m_form->addRow(tr("Coordinate system of the file"), system);
    if (!crs.ok() || *crs.value == geo::Crs::wgs84())
        return;
    std::optional<geo::Extent> degrees;
    const auto loaded = m_workspace.layers().find(m_layer.id);
    if (features() != nullptr && !features()->extent().isEmpty())
        degrees = features()->extent();
    else if (loaded != m_workspace.layers().end() && loaded->second.raster)
        degrees = loaded->second.raster->degrees();
    m_ways = geo::Operation::candidates(*crs.value, geo::Crs::wgs84(), degrees);
    m_operation = new QComboBox;
    m_area = new QLabel;
    m_area->setWordWrap(true);
    const QLocale locale = base::localeOf(m_workspace.language());
    for (size_t i = 0; i < m_ways.size(); ++i) {
        const geo::OperationInfo& way = m_ways[i];
        const QStringList grids(way.missingGrids.begin(), way.missingGrids.end());
        const QString text =
            !way.usable() ? tr("%1 – needs %2, which is not installed")
                                .arg(way.name, grids.join(QStringLiteral(", ")))
            : way.ballpark ? tr("%1 – no change of datum").arg(way.name)
            : way.accuracyMetres
                ? tr("%1 – ±%2 m").arg(way.name, locale.toString(*way.accuracyMetres))
                : tr("%1 – accuracy not stated").arg(way.name);
        m_operation->addItem(text, int(i));
        if (way.key == m_layer.operation)
            m_operation->setCurrentIndex(int(i));
    }
    m_operation->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_operation->setMinimumContentsLength(40);
    m_operation->setToolTip(
        tr("The one way by which every point of this layer is moved to WGS 84"));
    m_form->addRow(tr("Moved &by"), m_operation);
    m_form->addRow(QString(), m_area);
    const auto show = [this] {
        const int index = m_operation->currentIndex();
        m_area->setText(index < 0 ? QString()
                                  : tr("Meant for: %1").arg(m_ways[size_t(index)].area.left(200)));
        m_problem->setText(index >= 0 && !m_ways[size_t(index)].usable()
                               ? tr("This way cannot be used on this computer.")
                               : QString());
    };
    connect(m_operation, &QComboBox::currentIndexChanged, this, show);
    show();
}

void LayerDialog::makeStyle()
{
    if (features() == nullptr)
        return;
    m_kind = new QComboBox;
    m_kind->addItem(tr("In one colour"), int(geo::StyleKind::Single));
    m_kind->addItem(tr("By the values of a field"), int(geo::StyleKind::Categorised));
    if (!geo::colorFields(*features()).empty())
        m_kind->addItem(tr("By the file’s own colours"), int(geo::StyleKind::FromColorColumn));
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(int(m_layer.style.kind))));
    m_field = new QComboBox;
    m_label = new QComboBox;
    m_label->addItem(tr("nothing"), QString());
    for (const geo::Column& column : features()->columns())
        m_label->addItem(column.field().name, column.field().name);
    m_label->setCurrentIndex(std::max(0, m_label->findData(m_layer.style.labelField)));
    m_colours = new QListWidget;
    m_colours->setToolTip(tr("Double-click a colour, or press Enter on it, to change it"));
    m_form->addRow(tr("C&oloured"), m_kind);
    m_form->addRow(tr("By &field"), m_field);
    m_form->addRow(tr("Co&lours"), m_colours);
    m_form->addRow(tr("&Written on the map"), m_label);
    const auto offerFields = [this] {
        const QSignalBlocker quiet(m_field);
        m_field->clear();
        if (m_kind->currentData().toInt() == int(geo::StyleKind::FromColorColumn)) {
            for (const QString& name : geo::colorFields(*features()))
                m_field->addItem(name);
        } else {
            for (const geo::Column& column : features()->columns())
                m_field->addItem(column.field().name);
        }
        m_field->setCurrentIndex(std::max(0, m_field->findText(m_layer.style.field)));
        m_form->setRowVisible(m_field,
                              m_kind->currentData().toInt() != int(geo::StyleKind::Single));
    };
    offerFields();
    showColours();
    connect(m_kind, &QComboBox::currentIndexChanged, this, [this, offerFields] {
        offerFields();
        styleChosen();
    });
    connect(m_field, &QComboBox::currentIndexChanged, this, &LayerDialog::styleChosen);
    connect(m_colours, &QListWidget::itemActivated, this, &LayerDialog::changeColour);
}

void LayerDialog::styleChosen()
{
    const QString label = m_layer.style.labelField;
    const auto style = attempt([&] {
        switch (geo::StyleKind(m_kind->currentData().toInt())) {
        case geo::StyleKind::Categorised:
            return geo::categorisedStyle(*features(), m_field->currentText());
        case geo::StyleKind::FromColorColumn:
            return geo::colorColumnStyle(*features(), m_field->currentText());
        case geo::StyleKind::Single:
            break;
        }
        return geo::singleStyle(*features());
    });
    m_problem->setText(style.message);
    if (style.ok())
        m_layer.style = *style.value;
    m_layer.style.labelField = label;
    showColours();
}

void LayerDialog::showColours()
{
    m_colours->clear();
    const geo::Style& style = m_layer.style;
    const auto add = [this](const QString& text, const QColor& color, int index) {
        auto* item = new QListWidgetItem(swatch(color), text, m_colours);
        item->setData(IndexRole, index);
    };
    if (style.kind == geo::StyleKind::Single)
        add(tr("All"), style.symbol.fill.value_or(style.symbol.stroke.value_or(Qt::gray)),
            OneColour);
    for (size_t i = 0; style.kind == geo::StyleKind::Categorised && i < style.categories.size();
         ++i) {
        const QString label = style.categories[i].label.in(m_workspace.language());
        add(label.isEmpty() ? style.categories[i].value : label, style.categories[i].color, int(i));
    }
    if (style.kind == geo::StyleKind::Categorised && style.otherColor)
        add(tr("All others"), *style.otherColor, Others);
    m_form->setRowVisible(m_colours, m_colours->count() > 0);
}

void LayerDialog::changeColour(QListWidgetItem* item)
{
    geo::Style& style = m_layer.style;
    const int index = item->data(IndexRole).toInt();
    QColor* color = index >= 0 ? &style.categories[size_t(index)].color : nullptr;
    const QColor before = color != nullptr ? *color
                          : index == Others
                              ? *style.otherColor
                              : style.symbol.fill.value_or(style.symbol.stroke.value_or(Qt::gray));
    const QColor chosen = QColorDialog::getColor(before, this, item->text());
    if (!chosen.isValid())
        return;
    if (color != nullptr)
        *color = chosen;
    else if (index == Others)
        style.otherColor = chosen;
    else if (style.symbol.fill)
        style.symbol.fill = chosen;
    else
        style.symbol.stroke = chosen;
    item->setIcon(swatch(chosen));
}

void LayerDialog::accept()
{
    m_layer.name = {m_english->text().trimmed(), m_spanish->text().trimmed()};
    if (m_layer.name.en.isEmpty() && m_layer.name.es.isEmpty()) {
        m_problem->setText(tr("Give the layer a name in one language or in both."));
        return;
    }
    m_layer.purpose = m_purpose->currentData().toString();
    m_layer.citation = m_citation->text().trimmed();
    if (m_operation != nullptr && m_operation->currentIndex() >= 0) {
        const geo::OperationInfo& way = m_ways[size_t(m_operation->currentIndex())];
        if (!way.usable())
            return; // said beside it
        m_layer.operation = way.key;
        m_layer.accuracyMetres = way.accuracyMetres;
    }
    if (m_label != nullptr)
        m_layer.style.labelField = m_label->currentData().toString();
    if (m_raster != nullptr) {
        m_problem->setText(m_raster->problem());
        if (!m_problem->text().isEmpty())
            return;
        m_layer.style.raster = m_raster->style();
        m_layer.opacity = m_raster->opacity();
    }
    m_layer.style.blend = geo::Blend(m_blend->currentData().toInt());
    const catalogue::Layer layer = m_layer;
    if (m_workspace.edit({QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Changed the layer %1")),
                          {layer.nameIn(base::Language::English)}},
                         false,
                         [layer](catalogue::Edit& edit) { catalogue::updateLayer(edit, layer); }))
        QDialog::accept();
}

} // namespace widgets
