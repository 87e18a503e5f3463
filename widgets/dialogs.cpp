// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dialogs.h"

#include "catalogue/vocabulary.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace widgets {

namespace {

QDialogButtonBox* okAndCancel(QDialog& dialog)
{
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    QObject::connect(buttons, &QDialogButtonBox::accepted, &dialog, &QDialog::accept);
    QObject::connect(buttons, &QDialogButtonBox::rejected, &dialog, &QDialog::reject);
    return buttons;
}

QTableWidgetItem* fixed(const QString& text)
{
    auto* item = new QTableWidgetItem(text);
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
    item->setToolTip(text);
    return item;
}

} // namespace

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
{
    setWindowTitle(tr("New project"));
    resize(560, 360);
    m_members->setColumnCount(3);
    m_members->setHorizontalHeaderLabels({tr("Site"), tr("Kind"), tr("Role")});
    m_members->verticalHeader()->hide();
    m_members->setAccessibleName(tr("Sites of the project"));
    const base::Language language = workspace.language();
    std::vector<const catalogue::SiteSummary*> members;
    for (const base::Id id : sites)
        if (const auto row = workspace.state().sites->rowOf(id))
            members.push_back(&(*workspace.state().sites)[*row]);
    m_members->setRowCount(int(members.size()));
    int row = 0;
    QStringList names;
    for (const catalogue::SiteSummary* site : members) {
        auto* name = fixed(site->name);
        name->setData(Qt::UserRole, site->id);
        names << site->name;
        m_members->setItem(row, 0, name);
        m_members->setItem(row, 1, fixed(catalogue::siteKinds().label(site->kind, language)));
        auto* roles = new QComboBox;
        for (const catalogue::Term& term : catalogue::memberRoles().terms())
            roles->addItem(term.label.in(language), term.key);
        roles->setCurrentIndex(roles->findData(catalogue::roleFor(site->kind)));
        roles->setAccessibleName(tr("Role of %1").arg(site->name));
        m_members->setCellWidget(row, 2, roles);
        ++row;
    }
    m_members->resizeColumnsToContents();
    m_members->horizontalHeader()->setStretchLastSection(true);
    m_name->setText(names.join(QStringLiteral(" – ")));
    auto* form = new QFormLayout;
    form->addRow(tr("&Name"), m_name);
    form->addRow(tr("&Summary"), m_summary);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(m_members, 1);
    layout->addWidget(okAndCancel(*this));
}

catalogue::Project ProjectDialog::project() const
{
    catalogue::Project project;
    const bool spanish = m_workspace.language() == base::Language::Spanish;
    (spanish ? project.name.es : project.name.en) = m_name->text().trimmed();
    (spanish ? project.summary.es : project.summary.en) = m_summary->text().trimmed();
    for (int row = 0; row < m_members->rowCount(); ++row) {
        catalogue::Member member;
        member.site = m_members->item(row, 0)->data(Qt::UserRole).toLongLong();
        member.role =
            qobject_cast<QComboBox*>(m_members->cellWidget(row, 2))->currentData().toString();
        member.position = row + 1;
        project.members.push_back(member);
    }
    return project;
}

HistoryDialog::HistoryDialog(Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_entries(new QTableWidget)
{
    setWindowTitle(tr("History"));
    resize(720, 420);
    m_entries->setColumnCount(3);
    m_entries->setHorizontalHeaderLabels({tr("Time"), tr("Who"), tr("What")});
    m_entries->verticalHeader()->hide();
    m_entries->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_entries->setAccessibleName(tr("History"));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_entries, 1);
    layout->addWidget(buttons);
    workspace.readHistory(this, [this, &workspace](const std::vector<catalogue::Entry>& entries) {
        const QLocale locale = base::localeOf(workspace.language());
        m_entries->setRowCount(int(entries.size()));
        int row = int(entries.size());
        for (const catalogue::Entry& entry : entries) {
            --row; // newest first
            m_entries->setItem(
                row, 0, fixed(locale.toString(entry.madeAt.toLocalTime(), QLocale::ShortFormat)));
            m_entries->setItem(row, 1, fixed(catalogue::toText(entry.author)));
            m_entries->setItem(row, 2, fixed(workspace.sentenceText(entry.sentence)));
        }
        m_entries->resizeColumnsToContents();
        m_entries->horizontalHeader()->setStretchLastSection(true);
    });
}

} // namespace widgets
