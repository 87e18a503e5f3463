// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs.h"

#include "catalogue/vocabulary.h"
#include "geo/measure.h"
#include "widgets/dialog_buttons.h"
#include "widgets/table.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace widgets {

ActingAsDialog::ActingAsDialog(const Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_delegation(new QComboBox)
    , m_name(new QLineEdit(workspace.author().name))
{
    setWindowTitle(tr("Act as"));
    const base::Language language = workspace.language();
    const auto offer = [&](const QString& code, const QString& name) {
        if (m_delegation->findData(code) < 0)
            m_delegation->addItem(QStringLiteral("%1 – %2").arg(code, name), code);
    };
    if (workspace.isOpen())
        for (const shortlist::Party& party : workspace.state().round.parties)
            offer(party.delegation.code, party.delegation.name.in(language));
    for (const char* code : {"US", "MX"})
        offer(QString::fromLatin1(code),
              catalogue::countries().label(QString::fromLatin1(code), language));
    const int known = m_delegation->findData(workspace.author().delegation);
    m_delegation->setCurrentIndex(std::max(0, known));
    auto* form = new QFormLayout(this);
    auto* words = new QLabel(tr("Your name and delegation stand beside every change you make."));
    words->setWordWrap(true);
    form->addRow(words);
    form->addRow(tr("&Delegation"), m_delegation);
    form->addRow(tr("&Name"), m_name);
    QDialogButtonBox* buttons = okAndCancel(*this);
    form->addRow(buttons);
    const auto check = [this, buttons] {
        buttons->button(QDialogButtonBox::Ok)->setEnabled(!m_name->text().trimmed().isEmpty());
    };
    connect(m_name, &QLineEdit::textChanged, this, check);
    check();
    m_name->setFocus();
}

catalogue::Author ActingAsDialog::author() const
{
    return {m_delegation->currentData().toString(), m_name->text().trimmed()};
}

ProjectDialog::ProjectDialog(const Workspace& workspace, const std::set<base::Id>& sites,
                             QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_name(new QLineEdit)
    , m_summary(new QLineEdit)
    , m_members(new QTableWidget)
    , m_distance(new QLabel)
{
    QStringList names;
    for (const base::Id id : sites)
        if (const auto row = workspace.state().sites->rowOf(id)) {
            const catalogue::SiteSummary& site = (*workspace.state().sites)[*row];
            names << site.name;
            catalogue::Member member;
            member.site = id;
            member.role = catalogue::roleFor(site.kind);
            m_given.members.push_back(member);
        }
    // In the order of the chain, as the vocabulary has its roles.
    const auto place = [](const catalogue::Member& member) {
        const auto& terms = catalogue::memberRoles().terms();
        return std::find_if(terms.begin(), terms.end(),
                            [&](const auto& term) { return term.key == member.role; }) -
               terms.begin();
    };
    std::stable_sort(m_given.members.begin(), m_given.members.end(),
                     [&](const auto& a, const auto& b) { return place(a) < place(b); });
    m_name->setText(names.join(QStringLiteral(" – ")));
    setWindowTitle(tr("New project"));
    make();
}

ProjectDialog::ProjectDialog(const Workspace& workspace, const catalogue::Project& project,
                             QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_given(project)
    , m_name(new QLineEdit(project.nameIn(workspace.language())))
    , m_summary(new QLineEdit(project.summaryIn(workspace.language())))
    , m_members(new QTableWidget)
    , m_distance(new QLabel)
{
    setWindowTitle(tr("Change the project"));
    make();
}

void ProjectDialog::make()
{
    m_members->setColumnCount(3);
    m_members->setHorizontalHeaderLabels({tr("Site"), tr("Kind"), tr("Role")});
    m_members->setAccessibleName(tr("Sites of the project"));
    prepareTable(*m_members);
    m_members->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 12);
    auto* up = new QPushButton(tr("&Up"));
    auto* down = new QPushButton(tr("&Down"));
    auto* remove = new QPushButton(tr("&Take out"));
    auto* add = new QPushButton(tr("&Add the selected sites"));
    add->setToolTip(tr("Those that are selected in the table or on the map"));
    std::vector<base::Id> more;
    for (const base::Id id : m_workspace.selectedSites())
        if (std::none_of(m_given.members.begin(), m_given.members.end(),
                         [id](const catalogue::Member& member) { return member.site == id; }))
            more.push_back(id);
    add->setEnabled(!more.empty());
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {up, down, remove, add})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Summary"), m_summary);
    m_distance->setWordWrap(true);
    QDialogButtonBox* box = okAndCancel(*this);
    m_ok = box->button(QDialogButtonBox::Ok);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_members, 1);
    layout->addLayout(buttons);
    layout->addWidget(m_distance);
    layout->addWidget(box);
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().height() * 24);
    for (const catalogue::Member& member : m_given.members)
        addMember(member);
    m_members->resizeColumnToContents(0);
    m_members->resizeColumnToContents(1);
    connect(up, &QPushButton::clicked, this, [this] { moveMember(-1); });
    connect(down, &QPushButton::clicked, this, [this] { moveMember(1); });
    connect(remove, &QPushButton::clicked, this, [this] {
        m_members->removeRow(m_members->currentRow());
        check();
    });
    connect(add, &QPushButton::clicked, this, [this, add, more] {
        for (const base::Id id : more) {
            catalogue::Member member;
            member.site = id;
            if (const auto row = m_workspace.state().sites->rowOf(id))
                member.role = catalogue::roleFor((*m_workspace.state().sites)[*row].kind);
            addMember(member);
        }
        add->setEnabled(false);
        check();
    });
    connect(m_name, &QLineEdit::textChanged, this, &ProjectDialog::check);
    check();
}

void ProjectDialog::addMember(const catalogue::Member& member)
{
    const base::Language language = m_workspace.language();
    const auto known = m_workspace.state().sites->rowOf(member.site);
    const catalogue::SiteSummary site =
        known ? (*m_workspace.state().sites)[*known] : catalogue::SiteSummary();
    const int row = m_members->rowCount();
    m_members->insertRow(row);
    auto* name = tableCell(site.name);
    name->setData(Qt::UserRole, member.site);
    name->setData(Qt::UserRole + 1, member.id);
    m_members->setItem(row, 0, name);
    m_members->setItem(row, 1, tableCell(catalogue::siteKinds().label(site.kind, language)));
    auto* roles = new QComboBox;
    for (const catalogue::Term& term : catalogue::memberRoles().terms())
        roles->addItem(term.label.in(language), term.key);
    roles->setCurrentIndex(std::max(0, roles->findData(member.role)));
    roles->setAccessibleName(tr("Role of %1").arg(site.name));
    m_members->setCellWidget(row, 2, roles);
    connect(roles, &QComboBox::currentIndexChanged, this, &ProjectDialog::check);
}

void ProjectDialog::moveMember(int steps)
{
    const int row = m_members->currentRow();
    const int to = row + steps;
    if (row < 0 || to < 0 || to >= m_members->rowCount())
        return;
    std::vector<catalogue::Member> members = project().members;
    std::swap(members[size_t(row)], members[size_t(to)]);
    m_members->setRowCount(0);
    for (const catalogue::Member& member : members)
        addMember(member);
    m_members->setCurrentCell(to, 0);
    check();
}

void ProjectDialog::check()
{
    m_ok->setEnabled(!m_name->text().trimmed().isEmpty() && m_members->rowCount() > 0);
    const QLocale locale = base::localeOf(m_workspace.language());
    QStringList ways;
    std::optional<QPointF> before;
    QString from;
    for (const catalogue::Member& member : project().members) {
        const auto row = m_workspace.state().sites->rowOf(member.site);
        if (!row || !(*m_workspace.state().sites)[*row].lonLat)
            continue;
        const catalogue::SiteSummary& site = (*m_workspace.state().sites)[*row];
        if (before)
            ways << tr("%1 – %2: %3 km")
                        .arg(from, site.name,
                             locale.toString(geo::geodesicMetres(*before, *site.lonLat) / 1000, 'f',
                                             0));
        before = site.lonLat;
        from = site.name;
    }
    m_distance->setText(ways.join(QLatin1Char('\n')));
}

catalogue::Project ProjectDialog::project() const
{
    catalogue::Project project = m_given;
    const bool spanish = m_workspace.language() == base::Language::Spanish;
    const base::Language language = m_workspace.language();
    // What is shown in the other language, for want of this one, is not written into this one.
    if (const QString name = m_name->text().trimmed(); name != m_given.nameIn(language))
        (spanish ? project.name.es : project.name.en) = name;
    if (const QString summary = m_summary->text().trimmed(); summary != m_given.summaryIn(language))
        (spanish ? project.summary.es : project.summary.en) = summary;
    project.members.clear();
    for (int row = 0; row < m_members->rowCount(); ++row) {
        catalogue::Member member;
        member.site = m_members->item(row, 0)->data(Qt::UserRole).toLongLong();
        member.id = m_members->item(row, 0)->data(Qt::UserRole + 1).toLongLong();
        member.role =
            qobject_cast<QComboBox*>(m_members->cellWidget(row, 2))->currentData().toString();
        member.position = row + 1;
        project.members.push_back(member);
    }
    return project;
}

} // namespace widgets
