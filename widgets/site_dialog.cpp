// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/site_dialog.h"

#include "catalogue/vocabulary.h"
#include "widgets/dialog_buttons.h"
#include "widgets/source_fields.h"
#include "widgets/table.h"

#include <QComboBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <cmath>

namespace widgets {

namespace {

constexpr int PositionDigits = 6; // of degrees: a tenth of a metre

QComboBox* comboOf(const catalogue::Vocabulary& words, base::Language language,
                   const QString& chosen, bool sorted = false)
{
    auto* combo = new QComboBox;
    for (const catalogue::Term& term : words.terms())
        combo->addItem(term.label.in(language), term.key);
    if (!chosen.isEmpty() && combo->findData(chosen) < 0)
        combo->addItem(chosen, chosen); // of a later version
    if (sorted)
        combo->model()->sort(0);
    combo->insertItem(0, QStringLiteral("–"), QString());
    combo->setCurrentIndex(std::max(0, combo->findData(chosen)));
    return combo;
}

bool same(const std::vector<catalogue::SiteCommodity>& a,
          const std::vector<catalogue::SiteCommodity>& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const auto& x, const auto& y) {
        return x.commodity == y.commodity && x.role == y.role;
    });
}

} // namespace

SiteDialog::SiteDialog(Workspace& workspace, const std::optional<QPointF>& place, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
{
    m_given.site.lonLat = place;
    make();
    setWindowTitle(tr("Add a site"));
}

SiteDialog::SiteDialog(Workspace& workspace, const catalogue::SiteRecord& record, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_given(record)
{
    make();
    setWindowTitle(tr("Correct the site %1").arg(record.site.name));
}

void SiteDialog::make()
{
    const base::Language language = m_workspace.language();
    const QLocale locale = base::localeOf(language);
    const catalogue::Site& site = m_given.site;
    m_name = new QLineEdit(site.name);
    m_kind = comboOf(catalogue::siteKinds(), language, site.kind);
    m_stage = comboOf(catalogue::stages(), language, site.stage);
    m_stageDate = new QLineEdit(site.stageDate);
    m_stageDate->setPlaceholderText(QStringLiteral("2024-05"));
    m_country = comboOf(catalogue::countries(), language, site.country, true);
    m_admin1 = new QLineEdit(site.admin1);
    m_longitude = new QLineEdit;
    m_latitude = new QLineEdit;
    if (site.lonLat) {
        m_longitude->setText(locale.toString(site.lonLat->x(), 'f', PositionDigits));
        m_latitude->setText(locale.toString(site.lonLat->y(), 'f', PositionDigits));
    }
    for (QLineEdit* line : {m_longitude, m_latitude})
        line->setPlaceholderText(tr("not known"));
    m_depositType = new QLineEdit(site.depositType);
    m_note = new QLineEdit(site.note);

    auto* left = new QFormLayout;
    left->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    left->addRow(tr("&Name"), m_name);
    left->addRow(tr("&Kind"), m_kind);
    left->addRow(tr("Sta&ge"), m_stage);
    left->addRow(tr("Stage sin&ce"), m_stageDate);
    left->addRow(tr("C&ountry"), m_country);
    left->addRow(tr("State or p&rovince"), m_admin1);
    left->addRow(tr("&Longitude, degrees"), m_longitude);
    left->addRow(tr("L&atitude, degrees"), m_latitude);
    left->addRow(tr("&Deposit type"), m_depositType);
    left->addRow(tr("Not&e"), m_note);
    makeCommodities(*left);
    makeEstimate();
    auto* sourceBox = new QGroupBox(tr("Where what is new was read"));
    auto* sourceForm = new QFormLayout(sourceBox);
    sourceForm->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    m_source = new SourceFields(m_workspace, *sourceForm, sourceBox);

    auto* right = new QVBoxLayout;
    right->addWidget(m_estimateBox);
    right->addWidget(sourceBox);
    right->addStretch(1);
    auto* halves = new QHBoxLayout;
    halves->addLayout(left, 1);
    halves->addSpacing(12);
    halves->addLayout(right, 1);
    m_problem = new QLabel;
    m_problem->setWordWrap(true);
    QDialogButtonBox* buttons = okAndCancel(*this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(halves, 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);

    for (QLineEdit* line : {m_name, m_stageDate, m_admin1, m_longitude, m_latitude, m_depositType,
                            m_note, m_tonnes, m_grade, m_contained, m_date, m_code})
        connect(line, &QLineEdit::textChanged, this, &SiteDialog::check);
    for (QComboBox* box : {m_kind, m_stage, m_country, m_commodity, m_gradeUnit, m_category})
        connect(box, &QComboBox::currentIndexChanged, this, &SiteDialog::check);
    connect(m_source, &SourceFields::changed, this, &SiteDialog::check);
    m_name->setFocus();
    check();
}

void SiteDialog::makeCommodities(QFormLayout& form)
{
    m_commodities = new QTableWidget;
    m_commodities->setColumnCount(2);
    m_commodities->setHorizontalHeaderLabels({tr("Commodity"), tr("Role")});
    m_commodities->setAccessibleName(tr("Commodities"));
    prepareTable(*m_commodities);
    m_commodities->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    m_commodities->setMinimumHeight(fontMetrics().height() * 7);
    m_commodities->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (const catalogue::SiteCommodity& row : m_given.commodities)
        addCommodity(row);
    auto* add = new QPushButton(tr("Add a co&mmodity"));
    auto* remove = new QPushButton(tr("Remo&ve"));
    remove->setToolTip(tr("Take the chosen commodity out"));
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(remove);
    buttons->addStretch(1);
    auto* label = new QLabel(tr("Commod&ities"));
    label->setBuddy(m_commodities);
    form.addRow(label, m_commodities);
    form.addRow(QString(), buttons);
    connect(add, &QPushButton::clicked, this, [this] {
        catalogue::SiteCommodity row;
        row.role =
            m_commodities->rowCount() == 0 ? QStringLiteral("main") : QStringLiteral("by_product");
        addCommodity(row);
        check();
    });
    connect(remove, &QPushButton::clicked, this, [this] {
        const int row = m_commodities->currentRow();
        m_commodities->removeRow(row >= 0 ? row : m_commodities->rowCount() - 1);
        check();
    });
}

void SiteDialog::addCommodity(const catalogue::SiteCommodity& given)
{
    const base::Language language = m_workspace.language();
    const int row = m_commodities->rowCount();
    m_commodities->insertRow(row);
    auto* commodity = comboOf(catalogue::commodities(), language, given.commodity, true);
    auto* role = comboOf(catalogue::commodityRoles(), language, given.role);
    commodity->setAccessibleName(tr("Commodity"));
    role->setAccessibleName(tr("Role"));
    m_commodities->setCellWidget(row, 0, commodity);
    m_commodities->setCellWidget(row, 1, role);
    m_commodities->setCurrentCell(row, 0);
    for (QComboBox* box : {commodity, role})
        connect(box, &QComboBox::currentIndexChanged, this, &SiteDialog::check);
}

void SiteDialog::makeEstimate()
{
    const base::Language language = m_workspace.language();
    m_estimateBox = new QGroupBox(tr("A new estimate"));
    m_commodity = comboOf(catalogue::commodities(), language, {}, true);
    m_tonnes = new QLineEdit;
    m_grade = new QLineEdit;
    m_gradeUnit = comboOf(catalogue::gradeUnits(), language, {});
    m_contained = new QLineEdit;
    m_category = comboOf(catalogue::estimateCategories(), language, {});
    m_date = new QLineEdit;
    m_date->setPlaceholderText(QStringLiteral("2024-12-31"));
    m_code = new QLineEdit;
    m_code->setPlaceholderText(QStringLiteral("NI 43-101, S-K 1300, JORC"));
    m_grade->setAccessibleName(tr("Grade"));
    m_gradeUnit->setAccessibleName(tr("Unit of the grade"));
    auto* grade = new QHBoxLayout;
    grade->addWidget(m_grade, 1);
    grade->addWidget(m_gradeUnit);
    auto* form = new QFormLayout(m_estimateBox);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("O&f"), m_commodity);
    form->addRow(tr("Ore, tonnes"), m_tonnes);
    form->addRow(tr("Grade"), grade);
    form->addRow(tr("Contained, tonnes"), m_contained);
    form->addRow(tr("Category"), m_category);
    form->addRow(tr("Effective date"), m_date);
    form->addRow(tr("Reporting code"), m_code);
}

std::optional<double> SiteDialog::number(const QLineEdit& line) const
{
    bool isNumber = false;
    const QString text = line.text().trimmed();
    const double value = base::localeOf(m_workspace.language()).toDouble(text, &isNumber);
    return isNumber ? std::optional(value) : std::nullopt;
}

catalogue::Site SiteDialog::site() const
{
    catalogue::Site site = m_given.site;
    site.name = m_name->text().trimmed();
    site.kind = m_kind->currentData().toString();
    site.stage = m_stage->currentData().toString();
    site.stageDate = m_stageDate->text().trimmed();
    site.country = m_country->currentData().toString();
    site.admin1 = m_admin1->text().trimmed();
    site.depositType = m_depositType->text().trimmed();
    site.note = m_note->text().trimmed();
    const auto longitude = number(*m_longitude);
    const auto latitude = number(*m_latitude);
    if (!longitude || !latitude) {
        site.lonLat.reset();
    } else {
        // What was only shown with fewer digits is not changed by that.
        const double small = std::pow(10, -PositionDigits);
        if (!site.lonLat || std::abs(site.lonLat->x() - *longitude) > small ||
            std::abs(site.lonLat->y() - *latitude) > small)
            site.lonLat = QPointF(*longitude, *latitude);
    }
    return site;
}

std::vector<catalogue::SiteCommodity> SiteDialog::commodities() const
{
    std::vector<catalogue::SiteCommodity> rows;
    for (int i = 0; i < m_commodities->rowCount(); ++i) {
        catalogue::SiteCommodity row;
        row.commodity =
            qobject_cast<QComboBox*>(m_commodities->cellWidget(i, 0))->currentData().toString();
        if (row.commodity.isEmpty())
            continue;
        for (const catalogue::SiteCommodity& old : m_given.commodities)
            if (old.commodity == row.commodity)
                row = old;
        row.role =
            qobject_cast<QComboBox*>(m_commodities->cellWidget(i, 1))->currentData().toString();
        row.position = int(rows.size()) + 1;
        rows.push_back(row);
    }
    return rows;
}

std::optional<catalogue::Estimate> SiteDialog::estimate() const
{
    catalogue::Estimate estimate;
    estimate.commodity = m_commodity->currentData().toString();
    estimate.tonnes = number(*m_tonnes);
    estimate.grade = number(*m_grade);
    estimate.gradeUnit = estimate.grade ? m_gradeUnit->currentData().toString() : QString();
    estimate.containedTonnes = number(*m_contained);
    estimate.category = m_category->currentData().toString();
    estimate.effectiveDate = m_date->text().trimmed();
    estimate.code = m_code->text().trimmed();
    if (!estimate.tonnes && !estimate.grade && !estimate.containedTonnes)
        return {};
    return estimate;
}

QString SiteDialog::problem() const
{
    if (m_name->text().trimmed().isEmpty())
        return tr("Give the site a name.");
    for (const QLineEdit* line : {m_longitude, m_latitude, m_tonnes, m_grade, m_contained})
        if (!line->text().trimmed().isEmpty() && !number(*line))
            return tr("“%1” is not a number.").arg(line->text().trimmed());
    const auto longitude = number(*m_longitude);
    const auto latitude = number(*m_latitude);
    if (longitude.has_value() != latitude.has_value())
        return tr(
            "A position has a longitude and a latitude; leave both empty if it is not known.");
    if (longitude && (std::abs(*longitude) > 180 || std::abs(*latitude) > 90))
        return tr("Longitudes go from −180 to 180 (west is negative), latitudes from −90 to 90.");
    for (const QLineEdit* line : {m_stageDate, m_date})
        if (!isDateText(line->text().trimmed()))
            return tr("A date is written 2024, 2024-05 or 2024-05-17.");
    std::set<QString> seen;
    for (const catalogue::SiteCommodity& row : commodities())
        if (!seen.insert(row.commodity).second)
            return tr("A commodity stands there twice.");
    for (const QLineEdit* line : {m_tonnes, m_grade, m_contained})
        if (number(*line).value_or(0) < 0)
            return tr("“%1” is less than nothing.").arg(line->text().trimmed());
    if (const auto estimate = this->estimate()) {
        if (estimate->commodity.isEmpty())
            return tr("Say of which commodity the estimate is.");
        if (estimate->grade && estimate->gradeUnit.isEmpty())
            return tr("A grade needs its unit.");
    }
    return m_source->problem();
}

void SiteDialog::check()
{
    const QString wanted = problem();
    m_problem->setText(wanted);
    m_ok->setEnabled(wanted.isEmpty());
}

void SiteDialog::accept()
{
    const catalogue::Site site = this->site();
    const std::vector<catalogue::SiteCommodity> commodities = this->commodities();
    const std::optional<catalogue::Estimate> estimate = this->estimate();
    const bool adding = site.id == 0;
    const bool commoditiesChanged = !same(commodities, m_given.commodities);
    const auto work = [=, cite = m_source->citation(), before = m_given.commodities,
                       who = catalogue::toText(m_workspace.author())](catalogue::Edit& edit) {
        const catalogue::Citation read = cite(edit);
        catalogue::Site written = site;
        if (adding) {
            written.cite = read;
            written.id = catalogue::addSite(edit, written);
        } else {
            catalogue::updateSite(edit, written, who, read);
        }
        if (commoditiesChanged) {
            std::vector<catalogue::SiteCommodity> rows = commodities;
            for (catalogue::SiteCommodity& row : rows)
                if (row.id == 0)
                    row.cite = read;
            catalogue::setSiteCommodities(edit, written.id, rows);
        }
        if (estimate) {
            catalogue::Estimate row = *estimate;
            row.cite = read;
            catalogue::addEstimate(edit, written.id, row);
        }
    };
    const QString sentence =
        adding ? QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Added the site %1"))
               : QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Changed the site %1"));
    if (m_workspace.edit({sentence, {site.name}}, true, work))
        QDialog::accept();
}

} // namespace widgets
