// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map_sheet_dialog.h"

#include "catalogue/settings.h"
#include "report/paper.h"
#include "widgets/sheet_preview.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollArea>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

constexpr int PreviewDelayMs = 200;
constexpr int PollMs = 100;
constexpr int LeastPreviewDots = 36; // to the inch: coarser ones show no words
constexpr int MostPreviewDots = 200;

} // namespace

MapSheetDialog::MapSheetDialog(Workspace& workspace, std::function<geo::MapSnapshot()> map,
                               QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_map(std::move(map))
    , m_preview(new SheetPreview)
    , m_title(new QLineEdit(workspace.state().info.title))
    , m_subtitle(new QLineEdit)
    , m_remarks(new QLineEdit)
    , m_language(new QComboBox)
    , m_paper(new QComboBox)
    , m_ownPaper(new QLineEdit)
    , m_orientation(new QComboBox)
    , m_margin(new QSpinBox)
    , m_scale(new QComboBox)
    , m_enlargement(new QSpinBox)
    , m_legend(new QComboBox)
    , m_graticule(new QCheckBox(tr("Grat&icule")))
    , m_scaleBar(new QCheckBox(tr("Scale &bar")))
    , m_northArrow(new QCheckBox(tr("&North arrow")))
    , m_siteNames(new QCheckBox(tr("Names o&f sites")))
    , m_notes(new QCheckBox(tr("Scale, coordinate s&ystem, accuracy and sources")))
    , m_format(new QComboBox)
    , m_resolution(new QSpinBox)
    , m_page(new QSpinBox)
    , m_about(new QLabel)
    , m_said(new QLabel)
    , m_bar(new QProgressBar)
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_print(new QPushButton(tr("&Print…")))
    , m_save(new QPushButton(tr("Sa&ve…")))
{
    setWindowTitle(tr("Print or export the map"));
    auto* scroll = new QScrollArea;
    scroll->setWidget(makeForm());
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setMinimumWidth(scroll->widget()->sizeHint().width() + 24);
    m_preview->setAccessibleName(tr("How the sheet will look"));
    auto* left = new QVBoxLayout;
    left->addWidget(m_preview, 1);
    auto* below = new QHBoxLayout;
    below->addWidget(m_about, 1);
    below->addWidget(m_page);
    left->addLayout(below);
    auto* middle = new QHBoxLayout;
    middle->addLayout(left, 1);
    middle->addWidget(scroll);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(middle, 1);
    layout->addLayout(makeFoot());
    resize(1060, 760);
    restore();

    m_start.setSingleShot(true);
    m_start.setInterval(PreviewDelayMs);
    m_poll.setInterval(PollMs);
    connect(&m_start, &QTimer::timeout, this, &MapSheetDialog::drawPreview);
    connect(&m_poll, &QTimer::timeout, this, &MapSheetDialog::showProgress);
    connect(m_preview, &SheetPreview::resized, this, [this] { m_start.start(); });
    for (QLineEdit* line : {m_title, m_subtitle, m_remarks, m_ownPaper})
        connect(line, &QLineEdit::textChanged, this, &MapSheetDialog::changed);
    for (QComboBox* box : {m_language, m_orientation, m_legend, m_format})
        connect(box, &QComboBox::currentIndexChanged, this, &MapSheetDialog::changed);
    connect(m_scale, &QComboBox::currentTextChanged, this, &MapSheetDialog::changed);
    connect(m_paper, &QComboBox::currentIndexChanged, this, &MapSheetDialog::paperChosen);
    for (QSpinBox* box : {m_margin, m_enlargement, m_resolution, m_page})
        connect(box, &QSpinBox::valueChanged, this, &MapSheetDialog::changed);
    for (QCheckBox* box : {m_graticule, m_scaleBar, m_northArrow, m_siteNames, m_notes})
        connect(box, &QCheckBox::toggled, this, &MapSheetDialog::changed);
    connect(m_print, &QPushButton::clicked, this, &MapSheetDialog::askToPrint);
    connect(m_save, &QPushButton::clicked, this, &MapSheetDialog::askToSave);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (m_work)
            m_work->cancel();
    });
    for (const auto signal : {&Workspace::layersChanged, &Workspace::stateChanged})
        connect(&workspace, signal, this, [this] { m_start.start(); });
    connect(&workspace, &Workspace::projectChanged, this, &QDialog::reject);
    workspace.read(
        [](const catalogue::ReadAccess& access) { return catalogue::readHandling(access); }, this,
        [this](const QString& handling) {
            m_handling = handling;
            changed();
        });
    workspace.readHistory(this, [this](const std::vector<catalogue::Entry>& history) {
        m_date = report::lastChange(history);
        changed();
    });
    changed();
}

MapSheetDialog::~MapSheetDialog()
{
    for (const auto& each : {m_drawing, m_work})
        if (each)
            each->cancel();
}

void MapSheetDialog::done(int result)
{
    remember();
    if (m_work)
        m_work->cancel();
    QDialog::done(result);
}

QSizeF MapSheetDialog::paper() const
{
    QSizeF size = m_paper->currentData().toSizeF();
    if (size.isEmpty())
        size = report::parsePaper(m_ownPaper->text()).value_or(QSizeF());
    const bool across = m_orientation->currentIndex() == 1;
    return across == (size.width() < size.height()) ? size.transposed() : size;
}

std::optional<double> MapSheetDialog::scale() const
{
    const QString text = m_scale->currentText();
    if (text == m_scale->itemText(0))
        return 0;
    QString digits = text.section(u':', -1);
    digits.remove(QRegularExpression(QStringLiteral("[\\s.,'\\x{a0}\\x{202f}]")));
    bool isNumber = false;
    const double value = digits.toDouble(&isNumber);
    if (!isNumber || value < report::LeastScale || value > report::MostScale)
        return std::nullopt;
    return value;
}

bool MapSheetDialog::isPicture() const
{
    return m_format->currentIndex() != Pdf;
}

std::optional<report::MapSheet> MapSheetDialog::sheet() const
{
    const std::optional<double> wanted = scale();
    if (!wanted || paper().isEmpty())
        return std::nullopt;
    report::MapSheet sheet(m_map());
    sheet.map.selected.clear();
    sheet.map.highlighted.reset();
    sheet.map.language =
        m_language->currentIndex() == 1 ? base::Language::Spanish : base::Language::English;
    sheet.map.decorations.graticule = m_graticule->isChecked();
    sheet.map.decorations.scaleBar = m_scaleBar->isChecked();
    sheet.map.decorations.northArrow = m_northArrow->isChecked();
    sheet.map.decorations.siteLabels = m_siteNames->isChecked();
    sheet.paperMillimetres = paper();
    sheet.marginMillimetres = m_margin->value();
    if (*wanted > 0)
        sheet.scale = *wanted;
    sheet.enlargement = m_enlargement->value() / 100.0;
    sheet.dotsPerInch = m_resolution->value();
    sheet.legend = report::LegendPlace(m_legend->currentIndex());
    sheet.notes = m_notes->isChecked();
    sheet.title = m_title->text();
    sheet.subtitle = m_subtitle->text();
    sheet.remarks = m_remarks->text();
    sheet.handling = m_handling;
    sheet.date = m_date;
    return sheet;
}

void MapSheetDialog::say(const QString& text, bool isProblem)
{
    m_said->setText(text);
    m_print->setEnabled(!isProblem && !m_work);
    m_save->setEnabled(!isProblem && !m_work);
}

void MapSheetDialog::paperChosen()
{
    const bool own = m_paper->currentData().toSizeF().isEmpty();
    m_form->setRowVisible(m_ownPaper, own);
    if (own)
        m_ownPaper->setFocus();
    if (!paper().isEmpty())
        m_enlargement->setValue(int(std::lround(report::usualEnlargement(paper()) * 100)));
    changed();
}

void MapSheetDialog::changed()
{
    if (paper().isEmpty())
        say(tr("Write the size of the paper, as in 420 x 297 mm or 11 x 17 in: 50 to 2000 mm "
               "either "
               "way."),
            true);
    else if (!scale())
        say(tr("Write the scale as in 1:250,000."), true);
    else
        say({}, false);
    m_start.start();
}

void MapSheetDialog::drawPreview()
{
    if (m_drawing)
        m_drawing->cancel();
    m_drawing.reset();
    std::optional<report::MapSheet> wanted = sheet();
    if (!wanted || !m_workspace.isOpen()) {
        m_preview->setBusy(false);
        return;
    }
    const QSize pixels = report::sheetPixels(*wanted);
    const int dots = wanted->dotsPerInch;
    const QSizeF inches = wanted->paperMillimetres / 25.4;
    const QSize room = m_preview->room();
    wanted->dotsPerInch = std::clamp(
        int(std::ceil(std::min(room.width() / inches.width(), room.height() / inches.height()))),
        LeastPreviewDots, MostPreviewDots);
    m_preview->setBusy(true);
    struct Drawn
    {
        report::SheetImage image;
        std::vector<base::Issue> issues;
    };
    m_drawing = m_workspace.jobs().run(
        {}, threadPool(),
        [sheet = *wanted, page = m_page->value() - 1, picture = isPicture(),
         cache = m_workspace.prepared(), pixels, dots](base::Progress& progress) {
            Drawn drawn;
            report::expectSheetSize(pixels, dots);
            drawn.image = report::sheetImage(sheet, page, picture, *cache, progress, &drawn.issues);
            return drawn;
        },
        this,
        [this, pixels](const Outcome<Drawn>& outcome) {
            if (outcome.cancelled)
                return;
            m_drawing.reset();
            m_preview->setBusy(false);
            if (!outcome.ok()) {
                say(outcome.message, true);
                return;
            }
            const report::SheetImage& image = outcome.value->image;
            m_preview->setPage(image.image);
            m_page->setVisible(image.pages > 1);
            m_page->setMaximum(image.pages);
            m_page->setSuffix(tr(" of %1").arg(image.pages));
            const QLocale locale = base::localeOf(m_workspace.language());
            QStringList parts{QStringLiteral("1:%1").arg(locale.toString(image.scale, 'f', 0))};
            if (isPicture())
                parts << tr("%1 × %2 pixels")
                             .arg(locale.toString(pixels.width()),
                                  locale.toString(pixels.height()));
            m_about->setText(parts.join(QStringLiteral("  ·  ")));
            QStringList issues;
            for (const base::Issue& issue : outcome.value->issues)
                issues << base::toText(issue);
            for (const geo::MapLayer& layer : m_map().layers)
                if (layer.visible && !layer.drafts.empty() && !layer.features)
                    issues << tr("“%1” is still being read: wait until it is whole.")
                                  .arg(layer.title.in(m_workspace.language()));
            if (!m_work && !issues.isEmpty())
                say(issues.join(u' '), false);
        });
}

} // namespace widgets
