// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/style_editor.h"

#include "geo/graduated_style.h"
#include "widgets/class_table.h"
#include "widgets/in_a_row.h"
#include "widgets/job.h"
#include "widgets/symbol_fields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>
#include <cmath>

namespace widgets {

namespace {

constexpr int UsualClasses = 5;
constexpr size_t MostIssuesSaid = 6;
constexpr QSize RampSize(64, 12);

QIcon rampIcon(geo::ValueRamp ramp, double ratio)
{
    QPixmap picture(RampSize * ratio);
    picture.setDevicePixelRatio(ratio);
    QPainter painter(&picture);
    geo::drawRampSample(painter, QRectF(QPointF(), QSizeF(RampSize)), ramp);
    return picture;
}

} // namespace

StyleEditor::StyleEditor(std::shared_ptr<const geo::FeatureTable> features,
                         const catalogue::Layer& layer, base::Language language, QWidget* parent)
    : QWidget(parent)
    , m_features(std::move(features))
    , m_language(language)
    , m_name(layer.nameIn(language))
    , m_style(layer.style)
    , m_form(new QFormLayout)
    , m_kind(new QComboBox)
    , m_field(new QComboBox)
    , m_method(new QComboBox)
    , m_classes(new QSpinBox)
    , m_ramp(new QComboBox)
    , m_reversed(new QCheckBox(tr("from the other end")))
    , m_table(new ClassTable(language))
    , m_label(new QComboBox)
    , m_opacity(new QSpinBox)
    , m_note(new QLabel)
{
    makeFields();
    m_opacity->setRange(0, 100);
    m_opacity->setSuffix(tr(" %"));
    m_opacity->setValue(int(std::lround(layer.opacity * 100)));
    auto* read = new QPushButton(tr("&Read style…"));
    auto* save = new QPushButton(tr("&Save style…"));
    for (QPushButton* each : {read, save})
        each->setAutoDefault(false);
    read->setToolTip(tr("Take the style from a file of QGIS (.qml) or of a map server (.sld)"));
    save->setToolTip(tr("Keep the style as a file for QGIS (.qml) or for map servers (.sld)"));
    m_note->setWordWrap(true);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(m_form, 1);
    layout->addWidget(inARow({read, save}));
    layout->addWidget(m_note);
    showStyle();
    connect(m_kind, &QComboBox::currentIndexChanged, this, &StyleEditor::chooseKind);
    for (QComboBox* box : {m_field, m_method})
        connect(box, &QComboBox::currentIndexChanged, this, [this] { grade(false); });
    connect(m_classes, &QSpinBox::valueChanged, this, [this] { grade(false); });
    connect(m_ramp, &QComboBox::currentIndexChanged, this, &StyleEditor::recolor);
    connect(m_reversed, &QCheckBox::toggled, this, &StyleEditor::recolor);
    connect(m_table, &ClassTable::changed, this, &StyleEditor::takeTable);
    connect(m_table, &ClassTable::problem, m_note, &QLabel::setText);
    connect(m_symbol, &SymbolFields::changed, this, &StyleEditor::takeSymbol);
    connect(m_label, &QComboBox::currentIndexChanged, this, [this] {
        if (m_filling)
            return;
        m_style.labelField = m_label->currentData().toString();
        Q_EMIT changed();
    });
    connect(m_opacity, &QSpinBox::valueChanged, this, &StyleEditor::changed);
    connect(read, &QPushButton::clicked, this, [this] { askForFile(false); });
    connect(save, &QPushButton::clicked, this, [this] { askForFile(true); });
}

void StyleEditor::makeFields()
{
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_kind->addItem(tr("In one colour"), int(geo::StyleKind::Single));
    m_kind->addItem(tr("By the values of a field"), int(geo::StyleKind::Categorised));
    if (!geo::numberFields(*m_features).empty() || m_style.kind == geo::StyleKind::Graduated)
        m_kind->addItem(tr("By the numbers of a field"), int(geo::StyleKind::Graduated));
    if (!geo::colorFields(*m_features).empty() || m_style.kind == geo::StyleKind::FromColorColumn)
        m_kind->addItem(tr("By the file’s own colours"), int(geo::StyleKind::FromColorColumn));
    for (const auto& [method, text] :
         {std::pair(geo::BreakMethod::Quantile, tr("as many features in each")),
          std::pair(geo::BreakMethod::EqualInterval, tr("equally wide")),
          std::pair(geo::BreakMethod::Jenks, tr("natural breaks (Jenks)")),
          std::pair(geo::BreakMethod::ByHand, tr("set by hand"))})
        m_method->addItem(text, int(method));
    m_method->setAccessibleName(tr("How classes are found"));
    m_classes->setRange(int(geo::FewestClasses), int(geo::MostClasses));
    m_classes->setAccessibleName(tr("How many classes"));
    for (const auto& [ramp, text] : {std::pair(geo::ValueRamp::Viridis, tr("Viridis")),
                                     std::pair(geo::ValueRamp::Cividis, tr("Cividis")),
                                     std::pair(geo::ValueRamp::Ochre, tr("Ochre")),
                                     std::pair(geo::ValueRamp::Grey, tr("Grey")),
                                     std::pair(geo::ValueRamp::BlueOrange, tr("Blue to orange"))})
        m_ramp->addItem(rampIcon(ramp, devicePixelRatioF()), text, int(ramp));
    m_ramp->setIconSize(RampSize);
    m_ramp->setAccessibleName(tr("Colours of the classes"));
    m_grading = inARow({m_method, m_classes});
    m_coloring = inARow({m_ramp, m_reversed});
    m_form->addRow(tr("C&oloured"), m_kind);
    m_form->addRow(tr("By &field"), m_field);
    m_form->addRow(tr("Class&es"), m_grading);
    m_form->addRow(tr("Colour ra&mp"), m_coloring);
    m_form->addRow(m_table);
    m_symbol = new SymbolFields(m_form, m_features->kind(), this);
    m_label->addItem(tr("nothing"), QString());
    for (const geo::Column& column : m_features->columns())
        m_label->addItem(column.field().name, column.field().name);
    // A pair of fields, one a language.
    if (!m_style.labelField.isEmpty() && m_label->findData(m_style.labelField) < 0)
        m_label->addItem(m_style.labelField, m_style.labelField);
    m_form->addRow(tr("&Written on the map"), m_label);
    m_form->addRow(tr("Opaci&ty"), m_opacity);
}

double StyleEditor::opacity() const
{
    return m_opacity->value() / 100.0;
}

void StyleEditor::offerFields()
{
    m_field->clear();
    const auto add = [this](const std::vector<QString>& names) {
        for (const QString& name : names)
            m_field->addItem(name);
    };
    if (m_style.kind == geo::StyleKind::FromColorColumn)
        add(geo::colorFields(*m_features));
    else if (m_style.kind == geo::StyleKind::Graduated)
        add(geo::numberFields(*m_features));
    else
        for (const geo::Column& column : m_features->columns())
            m_field->addItem(column.field().name);
    const int index = m_field->findText(m_style.field, Qt::MatchFixedString);
    m_field->setCurrentIndex(std::max(0, index));
}

// All fields as the style is.
void StyleEditor::showStyle()
{
    const bool single = m_style.kind == geo::StyleKind::Single;
    const bool graded = m_style.kind == geo::StyleKind::Graduated;
    m_filling = true;
    m_kind->setCurrentIndex(std::max(0, m_kind->findData(int(m_style.kind))));
    offerFields();
    if (!single && m_field->findText(m_style.field, Qt::MatchFixedString) < 0) {
        m_field->addItem(m_style.field); // one that the layer has not, or keeps as text
        m_field->setCurrentIndex(m_field->count() - 1);
    }
    m_method->setCurrentIndex(m_method->findData(int(m_style.grading.method)));
    m_classes->setValue(graded ? int(m_style.classes.size()) : UsualClasses);
    m_classes->setEnabled(m_style.grading.method != geo::BreakMethod::ByHand);
    m_ramp->setCurrentIndex(m_ramp->findData(int(m_style.grading.ramp)));
    m_reversed->setChecked(m_style.grading.reversed);
    m_label->setCurrentIndex(std::max(0, m_label->findData(m_style.labelField)));
    m_form->setRowVisible(m_field, !single);
    m_form->setRowVisible(m_grading, graded);
    m_form->setRowVisible(m_coloring, graded);
    m_form->setRowVisible(m_table, !single);
    if (!single)
        m_table->showStyle(m_style);
    m_symbol->showSymbol(m_style.symbol, !single);
    m_filling = false;
}

void StyleEditor::chooseKind()
{
    if (m_filling)
        return;
    m_style.kind = geo::StyleKind(m_kind->currentData().toInt());
    m_filling = true;
    offerFields();
    m_filling = false;
    grade(true);
}

// Classes anew, of what kind, field, method and number say now. What a person chose for the symbol
// stays, but for its colours where another kind has its own.
void StyleEditor::grade(bool otherKind)
{
    if (m_filling)
        return;
    const auto kind = geo::StyleKind(m_kind->currentData().toInt());
    const QString field = m_field->currentText();
    const geo::Grading grading{geo::BreakMethod(m_method->currentData().toInt()),
                               geo::ValueRamp(m_ramp->currentData().toInt()),
                               m_reversed->isChecked()};
    const auto count = size_t(m_classes->value());
    const auto style = attempt([&] {
        switch (kind) {
        case geo::StyleKind::Categorised:
            return geo::categorisedStyle(*m_features, field);
        case geo::StyleKind::FromColorColumn:
            return geo::colorColumnStyle(*m_features, field);
        case geo::StyleKind::Graduated:
            // What is set by hand begins with what is there.
            if (grading.method == geo::BreakMethod::ByHand && !m_style.classes.empty() &&
                m_style.field == field) {
                geo::Style kept = m_style;
                kept.grading = grading;
                return kept;
            }
            return geo::graduatedStyle(*m_features, field, grading, count);
        case geo::StyleKind::Single:
            break;
        }
        return geo::singleStyle(*m_features);
    });
    m_note->setText(style.message);
    if (style.ok()) {
        const geo::Style before = m_style;
        m_style = *style.value;
        m_style.labelField = before.labelField;
        m_style.raster = before.raster;
        m_style.symbol.dash = before.symbol.dash;
        m_style.symbol.shape = before.symbol.shape;
        m_style.symbol.pointSize = before.symbol.pointSize;
        if (!otherKind) {
            m_style.symbol = before.symbol;
            m_style.otherColor = before.otherColor;
        }
    } else {
        m_style.kind = kind;
        m_style.field = field;
        m_style.categories.clear();
        m_style.classes.clear();
    }
    showStyle();
    Q_EMIT changed();
}

void StyleEditor::recolor()
{
    if (m_filling)
        return;
    m_style.grading.ramp = geo::ValueRamp(m_ramp->currentData().toInt());
    m_style.grading.reversed = m_reversed->isChecked();
    geo::colorClasses(m_style.classes, m_style.grading);
    m_table->showStyle(m_style);
    Q_EMIT changed();
}

void StyleEditor::takeTable()
{
    const geo::Style& edited = m_table->style();
    m_style.categories = edited.categories;
    m_style.ordered = edited.ordered;
    m_style.classes = edited.classes;
    m_style.otherColor = edited.otherColor;
    m_style.grading.method = edited.grading.method;
    m_filling = true;
    m_method->setCurrentIndex(m_method->findData(int(m_style.grading.method)));
    m_classes->setEnabled(m_style.grading.method != geo::BreakMethod::ByHand);
    m_filling = false;
    Q_EMIT changed();
}

void StyleEditor::takeSymbol()
{
    m_style.symbol = m_symbol->symbol();
    Q_EMIT changed();
}

void StyleEditor::askForFile(bool save)
{
    const QString kinds = tr("Styles (*.qml *.sld)");
    QString path = save ? QFileDialog::getSaveFileName(this, tr("Save the style"),
                                                       m_name + QStringLiteral(".qml"),
                                                       tr("QGIS (*.qml);;Map servers (*.sld)"))
                        : QFileDialog::getOpenFileName(this, tr("Read a style"), QString(), kinds);
    if (path.isEmpty())
        return;
    if (!save) {
        readFile(path);
        return;
    }
    if (QFileInfo(path).suffix().isEmpty())
        path += QStringLiteral(".qml");
    saveFile(path);
}

void StyleEditor::readFile(const QString& path)
{
    const auto read = attempt([&] {
        geo::StyleFile file = geo::readStyleFile(path);
        geo::fitToLayer(file, *m_features, QFileInfo(path).fileName());
        return file;
    });
    if (!read.ok()) {
        m_note->setText(read.message);
        return;
    }
    const geo::RasterStyle raster = m_style.raster;
    m_style = read.value->style;
    m_style.raster = raster;
    if (m_kind->findData(int(m_style.kind)) < 0)
        m_kind->addItem(m_style.kind == geo::StyleKind::Graduated ? tr("By the numbers of a field")
                                                                  : tr("By the file’s own colours"),
                        int(m_style.kind));
    if (read.value->opacity) {
        const QSignalBlocker quiet(m_opacity);
        m_opacity->setValue(int(std::lround(*read.value->opacity * 100)));
    }
    showStyle();
    say(read.value->issues, tr("Read %1.").arg(QFileInfo(path).fileName()));
    Q_EMIT changed();
}

void StyleEditor::saveFile(const QString& path)
{
    const auto written = attempt([&] {
        return geo::writeStyleFile(
            path, geo::styleToWrite(*m_features, m_style, opacity(), m_name, m_language));
    });
    if (written.ok())
        say(*written.value, tr("Wrote %1.").arg(QFileInfo(path).fileName()));
    else
        m_note->setText(written.message);
}

void StyleEditor::say(const std::vector<base::Issue>& issues, const QString& done)
{
    QStringList lines{done};
    for (size_t i = 0; i < std::min(issues.size(), MostIssuesSaid); ++i)
        lines << (issues[i].where.line > 0
                      ? tr("Line %1: %2").arg(issues[i].where.line).arg(issues[i].text)
                      : issues[i].text);
    if (issues.size() > MostIssuesSaid)
        lines << tr("And %1 more.").arg(issues.size() - MostIssuesSaid);
    m_note->setText(lines.join(u'\n'));
}

} // namespace widgets
