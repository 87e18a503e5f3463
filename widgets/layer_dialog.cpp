// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layer_dialog.h"

#include "catalogue/vocabulary.h"
#include "geo/feature_table.h"
#include "geo/raster_source.h"
#include "widgets/crs_dialog.h"
#include "widgets/dialog_buttons.h"
#include "widgets/raster_style_editor.h"
#include "widgets/style_editor.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace widgets {

LayerDialog::LayerDialog(Workspace& workspace, const catalogue::Layer& layer, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_layer(layer)
    , m_form(new QFormLayout)
    , m_english(new QLineEdit(layer.name.en))
    , m_spanish(new QLineEdit(layer.name.es))
    , m_purpose(new QComboBox)
    , m_citation(new QLineEdit(layer.citation))
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
    makeCrs();
    auto* page = new QWidget;
    page->setLayout(m_form);
    auto* tabs = new QTabWidget;
    makeStyle(tabs);
    tabs->addTab(page, tr("La&yer"));
    m_problem->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(tabs, 1);
    layout->addWidget(m_problem);
    layout->addWidget(okAndCancel(*this));
    resize(fontMetrics().averageCharWidth() * 95, sizeHint().height());
}

const geo::FeatureTable* LayerDialog::features() const
{
    const auto loaded = m_workspace.layers().find(m_layer.id);
    return loaded == m_workspace.layers().end() ? nullptr : loaded->second.features.get();
}

// One that neither the file nor a person has said yet may be said here.
void LayerDialog::makeCrs()
{
    const auto crs = attempt([&] { return geo::Crs::fromText(m_layer.crs); });
    auto* system = new QLabel(crs.ok() ? crs.value->name() : m_layer.crs);
    auto* row = new QHBoxLayout;
    row->addWidget(system, 1);
    m_form->addRow(tr("Coordinate system of the file"), row);
    if (!m_layer.crs.isEmpty())
        return makeOperations();
    system->setText(tr("not stated"));
    auto* choose = new QPushButton(tr("Choose…"));
    row->addWidget(choose);
    connect(choose, &QPushButton::clicked, this, [this, system] { chooseCrs(system); });
}

void LayerDialog::chooseCrs(QLabel* shown)
{
    CrsDialog dialog(m_workspace.jobs(), tr("The coordinates in the file are in it."), this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const geo::Crs crs = geo::Crs::fromText(dialog.code());
    const geo::Operation best = geo::Operation::between(crs, geo::Crs::wgs84());
    m_layer.crs = crs.toText();
    m_layer.operation = best.info().key;
    m_layer.accuracyMetres = best.info().accuracyMetres;
    shown->setText(crs.name());
}

void LayerDialog::makeOperations()
{
    const auto crs = attempt([&] { return geo::Crs::fromText(m_layer.crs); });
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

void LayerDialog::makeStyle(QTabWidget* tabs)
{
    const auto loaded = m_workspace.layers().find(m_layer.id);
    if (loaded == m_workspace.layers().end() || !(loaded->second.features || loaded->second.raster))
        return;
    auto* page = new QWidget;
    auto* rows = new QVBoxLayout(page);
    auto* form = new QFormLayout;
    if (loaded->second.features) {
        m_style = new StyleEditor(loaded->second.features, m_layer, m_workspace.language());
        rows->addWidget(m_style, 1);
        connect(m_style, &StyleEditor::changed, this, &LayerDialog::preview);
    } else {
        m_raster = new RasterStyleEditor(*loaded->second.raster, m_layer.style.raster,
                                         m_layer.opacity, m_workspace.language(), *form, this);
        connect(m_raster, &RasterStyleEditor::changed, this, &LayerDialog::preview);
    }
    m_blend = new QComboBox;
    m_blend->addItem(tr("Covers what lies below"), int(geo::Blend::Normal));
    m_blend->addItem(tr("Multiplied with what lies below"), int(geo::Blend::Multiply));
    m_blend->setCurrentIndex(m_blend->findData(int(m_layer.style.blend)));
    m_blend->setToolTip(tr("A geological map multiplied over a relief shows both"));
    connect(m_blend, &QComboBox::currentIndexChanged, this, &LayerDialog::preview);
    form->addRow(tr("Ble&nding"), m_blend);
    rows->addLayout(form);
    if (m_raster != nullptr)
        rows->addStretch(1);
    tabs->addTab(page, tr("Style"));
}

void LayerDialog::takeStyle()
{
    if (m_style != nullptr) {
        m_layer.style = m_style->style();
        m_layer.opacity = m_style->opacity();
    }
    if (m_raster != nullptr) {
        m_layer.style.raster = m_raster->style();
        m_layer.opacity = m_raster->opacity();
    }
    if (m_blend != nullptr)
        m_layer.style.blend = geo::Blend(m_blend->currentData().toInt());
}

void LayerDialog::preview()
{
    if (m_raster != nullptr && !m_raster->problem().isEmpty())
        return; // not yet
    takeStyle();
    m_workspace.preview(m_layer);
}

void LayerDialog::reject()
{
    m_workspace.endPreview();
    QDialog::reject();
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
    if (m_raster != nullptr) {
        m_problem->setText(m_raster->problem());
        if (!m_problem->text().isEmpty())
            return;
    }
    takeStyle();
    const catalogue::Layer layer = m_layer;
    if (m_workspace.edit({QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Changed the layer %1")),
                          {layer.nameIn(base::Language::English)}},
                         false,
                         [layer](catalogue::Edit& edit) { catalogue::updateLayer(edit, layer); })) {
        m_workspace.awaitPreviewed();
        QDialog::accept();
    }
}

} // namespace widgets
