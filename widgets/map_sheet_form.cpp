// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map_sheet_dialog.h"

#include "report/paper.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <algorithm>
#include <cmath>

namespace widgets {

namespace {

QString key(const char* name)
{
    return QStringLiteral("mapSheet/") + QLatin1String(name);
}

} // namespace

QWidget* MapSheetDialog::makeForm()
{
    auto* page = new QWidget;
    m_form = new QFormLayout(page);
    m_form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_form->addRow(tr("&Title"), m_title);
    m_form->addRow(tr("S&ubtitle"), m_subtitle);
    m_form->addRow(tr("Re&marks"), m_remarks);
    m_remarks->setPlaceholderText(tr("below the map"));
    m_language->addItems({QStringLiteral("English"), QStringLiteral("Español")});
    m_language->setCurrentIndex(m_workspace.language() == base::Language::Spanish ? 1 : 0);
    m_form->addRow(tr("&Language"), m_language);
    addPapers();
    m_form->addRow(tr("P&aper"), m_paper);
    m_ownPaper->setPlaceholderText(QStringLiteral("420 x 297 mm, 11 x 17 in"));
    m_form->addRow(tr("&Other size"), m_ownPaper);
    m_orientation->addItems({tr("Upright"), tr("Across")});
    m_form->addRow(tr("O&rientation"), m_orientation);
    m_margin->setRange(0, 100);
    m_margin->setValue(10);
    m_margin->setSuffix(QStringLiteral(" mm"));
    m_form->addRow(tr("Mar&gins"), m_margin);
    addScales();
    m_form->addRow(tr("&Scale"), m_scale);
    m_enlargement->setRange(50, 400);
    m_enlargement->setSingleStep(10);
    m_enlargement->setValue(100);
    m_enlargement->setSuffix(QStringLiteral(" %"));
    m_enlargement->setToolTip(tr("Larger words, symbols and lines, for paper that is read from "
                                 "afar"));
    m_form->addRow(tr("&Words and symbols"), m_enlargement);
    m_legend->addItems({tr("Where it fits best"), tr("Beside the map"), tr("Below the map"),
                        tr("On its own page"), tr("None")});
    m_form->addRow(tr("Leg&end"), m_legend);
    auto* shown = new QLabel(tr("Show"));
    m_form->addRow(shown, m_graticule);
    for (QCheckBox* box : {m_scaleBar, m_northArrow, m_siteNames, m_notes})
        m_form->addRow(QString(), box);
    for (QCheckBox* box : {m_graticule, m_scaleBar, m_northArrow, m_siteNames, m_notes})
        box->setChecked(true);
    m_format->addItems({QStringLiteral("PDF"), QStringLiteral("PNG"), QStringLiteral("TIFF")});
    m_form->addRow(tr("&Kind of file"), m_format);
    m_resolution->setRange(report::LeastDotsPerInch, report::MostDotsPerInch);
    m_resolution->setValue(300);
    m_resolution->setSingleStep(50);
    m_resolution->setToolTip(tr("Of layers, which are drawn in pixels; in a PDF and on a printer "
                                "all else is drawn in lines and letters"));
    m_form->addRow(tr("&Dots per inch"), m_resolution);
    return page;
}

void MapSheetDialog::addPapers()
{
    const QLocale locale = base::localeOf(m_workspace.language());
    for (const report::Paper& paper : report::papers())
        m_paper->addItem(QStringLiteral("%1 (%2 × %3 mm)")
                             .arg(paper.key, locale.toString(std::round(paper.millimetres.width())),
                                  locale.toString(std::round(paper.millimetres.height()))),
                         paper.millimetres);
    m_paper->addItem(tr("Other size"), QSizeF());
}

void MapSheetDialog::addScales()
{
    const QLocale locale = base::localeOf(m_workspace.language());
    m_scale->setEditable(true);
    m_scale->setInsertPolicy(QComboBox::NoInsert);
    m_scale->setCompleter(nullptr);
    m_scale->addItem(tr("What is in view"));
    for (const int scale : {10'000, 25'000, 50'000, 100'000, 250'000, 500'000, 1'000'000, 2'000'000,
                            5'000'000, 10'000'000})
        m_scale->addItem(QStringLiteral("1:%1").arg(locale.toString(scale)));
    m_scale->setToolTip(tr("Exact on the paper at the middle of the map. Choose one or write your "
                           "own."));
}

QLayout* MapSheetDialog::makeFoot()
{
    m_said->setWordWrap(true);
    m_said->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_bar->setTextVisible(false);
    m_bar->setMaximumWidth(180);
    m_bar->setAccessibleName(tr("How far it is"));
    m_page->setMinimum(1);
    m_page->setPrefix(tr("Page "));
    m_page->setMinimumWidth(
        fontMetrics().horizontalAdvance(QStringLiteral("Página 88 de 88 88888")));
    m_page->setAccessibleName(tr("Page that is shown"));
    for (QWidget* each : std::initializer_list<QWidget*>{m_bar, m_cancel, m_page})
        each->hide();
    m_save->setDefault(true);
    m_save->setToolTip(tr("Write the sheet as a file of the format chosen above"));
    m_print->setToolTip(tr("Print the sheet on a printer of this computer"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    buttons->addButton(m_print, QDialogButtonBox::ActionRole);
    buttons->addButton(m_save, QDialogButtonBox::ActionRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* foot = new QHBoxLayout;
    foot->addWidget(m_said, 1);
    foot->addWidget(m_bar);
    foot->addWidget(m_cancel);
    foot->addWidget(buttons);
    return foot;
}

void MapSheetDialog::restore()
{
    const QSettings settings;
    const auto number = [&](const char* name, int usual) {
        return settings.value(key(name), usual).toInt();
    };
    m_ownPaper->setText(settings.value(key("ownPaper")).toString());
    m_paper->setCurrentIndex(std::clamp(number("paper", 0), 0, m_paper->count() - 1));
    m_orientation->setCurrentIndex(number("across", 1) != 0 ? 1 : 0);
    m_margin->setValue(number("margin", 10));
    const double scale = settings.value(key("scale"), 0).toDouble();
    m_scale->setCurrentIndex(0);
    if (scale > 0)
        m_scale->setEditText(QStringLiteral("1:%1").arg(
            base::localeOf(m_workspace.language()).toString(scale, 'f', 0)));
    m_enlargement->setValue(
        number("enlargement", int(std::lround(report::usualEnlargement(paper()) * 100))));
    m_legend->setCurrentIndex(std::clamp(number("legend", 0), 0, m_legend->count() - 1));
    m_graticule->setChecked(number("graticule", 1) != 0);
    m_scaleBar->setChecked(number("scaleBar", 1) != 0);
    m_northArrow->setChecked(number("northArrow", 1) != 0);
    m_siteNames->setChecked(number("siteNames", 1) != 0);
    m_notes->setChecked(number("notes", 1) != 0);
    m_format->setCurrentIndex(std::clamp(number("format", Pdf), 0, m_format->count() - 1));
    m_resolution->setValue(number("resolution", 300));
    m_form->setRowVisible(m_ownPaper, m_paper->currentData().toSizeF().isEmpty());
}

void MapSheetDialog::remember() const
{
    QSettings settings;
    settings.setValue(key("paper"), m_paper->currentIndex());
    settings.setValue(key("ownPaper"), m_ownPaper->text());
    settings.setValue(key("across"), m_orientation->currentIndex());
    settings.setValue(key("margin"), m_margin->value());
    settings.setValue(key("scale"), scale().value_or(0));
    settings.setValue(key("enlargement"), m_enlargement->value());
    settings.setValue(key("legend"), m_legend->currentIndex());
    settings.setValue(key("graticule"), int(m_graticule->isChecked()));
    settings.setValue(key("scaleBar"), int(m_scaleBar->isChecked()));
    settings.setValue(key("northArrow"), int(m_northArrow->isChecked()));
    settings.setValue(key("siteNames"), int(m_siteNames->isChecked()));
    settings.setValue(key("notes"), int(m_notes->isChecked()));
    settings.setValue(key("format"), m_format->currentIndex());
    settings.setValue(key("resolution"), m_resolution->value());
}

} // namespace widgets
