// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings_dialog.h"

#include "catalogue/settings.h"
#include "catalogue/vocabulary.h"
#include "widgets/crs_dialog.h"
#include "widgets/dialog_buttons.h"
#include "widgets/tick_list.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace widgets {

namespace {

constexpr double BytesOfGigabyte = 1e9;

} // namespace

SettingsDialog::SettingsDialog(Workspace& workspace, const QString& handling, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_givenHandling(handling)
    , m_title(new QLineEdit(workspace.state().info.title))
    , m_crs(new QLineEdit(workspace.state().mapCrs.toText()))
    , m_handling(new QLineEdit(handling))
    , m_delegations(new QListWidget)
    , m_country(new QComboBox)
    , m_minerals(new TickList)
    , m_kept(new QLabel)
    , m_mostKept(new QDoubleSpinBox)
    , m_emptyKept(new QPushButton)
    , m_problem(new QLabel)
{
    setWindowTitle(tr("Settings of the project"));
    const base::Language language = workspace.language();
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Title"), m_title);

    auto* choose = new QPushButton(tr("C&hoose…"));
    auto* crs = new QHBoxLayout;
    crs->addWidget(m_crs, 1);
    crs->addWidget(choose);
    auto* crsLabel = new QLabel(tr("&Map drawn in"));
    crsLabel->setBuddy(m_crs);
    m_crs->setAccessibleName(tr("Coordinate system of the map"));
    form->addRow(crsLabel, crs);
    m_handling->setPlaceholderText(tr("none"));
    m_handling->setToolTip(tr("Stands in header and footer of every page of a report"));
    form->addRow(tr("&Handling line"), m_handling);

    m_delegations->setAccessibleName(tr("Delegations"));
    m_delegations->setFixedHeight(fontMetrics().height() * 5);
    for (const shortlist::Party& party : workspace.state().round.parties)
        m_delegations->addItem(QStringLiteral("%1 – %2").arg(party.delegation.code,
                                                             party.delegation.name.in(language)));
    form->addRow(tr("&Delegations"), m_delegations);
    m_country->setAccessibleName(tr("Delegation to add"));
    for (const catalogue::Term& term : catalogue::countries().terms())
        m_country->addItem(QStringLiteral("%1 – %2").arg(term.label.in(language), term.key),
                           term.key);
    m_country->model()->sort(0);
    m_country->setCurrentIndex(0);
    auto* add = new QPushButton(tr("&Add"));
    add->setToolTip(tr("Add the delegation of this country"));
    auto* adding = new QHBoxLayout;
    adding->addWidget(m_country, 1);
    adding->addWidget(add);
    form->addRow(QString(), adding);

    std::vector<Choice> minerals;
    for (const catalogue::Term& term : catalogue::commodities().terms()) {
        QStringList lists;
        for (const QString& list : term.lists)
            lists << catalogue::commodityLists().label(list, language);
        QString text = term.label.in(language);
        if (!lists.isEmpty())
            text = QStringLiteral("%1 (%2)").arg(text, lists.join(QStringLiteral(", ")));
        minerals.push_back({term.key, text});
    }
    m_minerals->setChoices(minerals);
    m_minerals->setTicked(workspace.state().round.agreedMinerals);
    m_minerals->setName(tr("Agreed minerals of interest"));
    auto* mineralLabel = new QLabel(tr("M&inerals of interest"));
    mineralLabel->setBuddy(m_minerals->list());
    form->addRow(mineralLabel, m_minerals);

    auto* keptLabel = new QLabel(tr("Kept &layers"));
    keptLabel->setBuddy(m_mostKept);
    form->addRow(keptLabel, keptLayers());

    m_problem->setWordWrap(true);
    QDialogButtonBox* buttons = okAndCancel(*this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form, 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 95, sizeHint().height());
    connect(choose, &QPushButton::clicked, this, &SettingsDialog::chooseCrs);
    connect(add, &QPushButton::clicked, this, &SettingsDialog::addDelegation);
    for (QLineEdit* line : {m_title, m_crs})
        connect(line, &QLineEdit::textChanged, this, &SettingsDialog::check);
    check();
}

// Of this computer, not of the project: what the cache of cooked layers holds and may hold.
QLayout* SettingsDialog::keptLayers()
{
    const QString explanation =
        tr("Large layers are kept on this computer, ready to be drawn, so that they are on the map "
           "at once. They are no part of the project and can be made again from their files.");
    m_mostKept->setRange(0, 1000);
    m_mostKept->setDecimals(1);
    m_mostKept->setSingleStep(0.5);
    m_mostKept->setSuffix(tr(" GB"));
    m_mostKept->setPrefix(tr("at most "));
    m_mostKept->setValue(double(m_workspace.layerStore().mostBytes()) / BytesOfGigabyte);
    m_givenMostKept = m_mostKept->value(); // as rounded there
    m_mostKept->setAccessibleName(tr("Most that is kept of layers"));
    m_emptyKept->setText(tr("&Empty"));
    m_emptyKept->setToolTip(tr("Take away all kept layers now"));
    m_kept->setToolTip(explanation);
    m_mostKept->setToolTip(explanation);
    connect(m_emptyKept, &QPushButton::clicked, this, [this] {
        m_workspace.layerStore().empty();
        showKept();
    });
    showKept();
    auto* row = new QHBoxLayout;
    row->addWidget(m_kept, 1);
    row->addWidget(m_mostKept);
    row->addWidget(m_emptyKept);
    return row;
}

void SettingsDialog::showKept()
{
    const qint64 used = m_workspace.layerStore().usedBytes();
    m_kept->setText(tr("%1 on this computer")
                        .arg(base::localeOf(m_workspace.language())
                                 .formattedDataSize(used, 1, QLocale::DataSizeSIFormat)));
    m_emptyKept->setEnabled(used > 0);
}

void SettingsDialog::chooseCrs()
{
    CrsDialog dialog(m_workspace.jobs(), tr("The map is drawn in this system; nothing is moved."),
                     this);
    if (dialog.exec() == QDialog::Accepted)
        m_crs->setText(dialog.code());
}

void SettingsDialog::addDelegation()
{
    const QString code = m_country->currentData().toString();
    for (const shortlist::Party& party : m_workspace.state().round.parties)
        if (party.delegation.code == code)
            return;
    if (m_newDelegations.contains(code))
        return;
    m_newDelegations << code;
    m_delegations->addItem(QStringLiteral("%1 – %2").arg(
        code, catalogue::countries().label(code, m_workspace.language())));
    m_delegations->scrollToBottom();
}

void SettingsDialog::check()
{
    QString wanted;
    if (m_title->text().trimmed().isEmpty())
        wanted = tr("Give the project a title.");
    else if (const auto crs = attempt([&] { return geo::Crs::fromText(m_crs->text()); }); !crs.ok())
        wanted = crs.message;
    m_problem->setText(wanted);
    m_ok->setEnabled(wanted.isEmpty());
}

void SettingsDialog::accept()
{
    if (m_mostKept->value() != m_givenMostKept)
        geo::LayerStore::setMostBytesOfUser(
            qint64(std::llround(m_mostKept->value() * BytesOfGigabyte)));
    const ProjectState& now = m_workspace.state();
    std::vector<std::function<void(catalogue::Edit&)>> changes;
    if (const QString title = m_title->text().trimmed(); title != now.info.title)
        changes.emplace_back(
            [title](catalogue::Edit& edit) { catalogue::writeTitle(edit, title); });
    const geo::Crs crs = geo::Crs::fromText(m_crs->text());
    if (!(crs == now.mapCrs))
        changes.emplace_back([crs](catalogue::Edit& edit) { catalogue::writeMapCrs(edit, crs); });
    if (const QString handling = m_handling->text().trimmed(); handling != m_givenHandling)
        changes.emplace_back(
            [handling](catalogue::Edit& edit) { catalogue::writeHandling(edit, handling); });
    if (const QStringList minerals = m_minerals->ticked();
        QSet<QString>(minerals.begin(), minerals.end()) !=
        QSet<QString>(now.round.agreedMinerals.begin(), now.round.agreedMinerals.end()))
        changes.emplace_back([minerals](catalogue::Edit& edit) {
            catalogue::writeMineralsOfInterest(edit, minerals);
        });
    for (const QString& code : m_newDelegations)
        changes.emplace_back([code](catalogue::Edit& edit) {
            catalogue::Delegation delegation;
            delegation.code = code;
            catalogue::addDelegation(edit, delegation);
        });
    if (!changes.empty() &&
        !m_workspace.edit(
            {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Changed the project's settings")), {}},
            false, [changes](catalogue::Edit& edit) {
                for (const auto& change : changes)
                    change(edit);
            }))
        return; // nobody has said yet who they act as
    QDialog::accept();
}

} // namespace widgets
