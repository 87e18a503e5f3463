// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/history_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr int LineRole = Qt::UserRole;
constexpr size_t MostRows = 500; // of one entry that are shown

enum Column { Time, Who, What, Why, Columns };

} // namespace

HistoryDialog::HistoryDialog(Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_scope(new QComboBox)
    , m_find(new QLineEdit)
    , m_tree(new QTreeWidget)
    , m_reason(new QLineEdit)
    , m_said(new QLabel)
    , m_revert(new QPushButton(tr("&Revert")))
{
    setWindowTitle(tr("History"));
    resize(900, 520);
    m_scope->setAccessibleName(tr("Of what the history is shown"));
    m_find->setPlaceholderText(tr("Find in what, who and why"));
    m_find->setAccessibleName(m_find->placeholderText());
    m_find->setClearButtonEnabled(true);
    m_tree->setColumnCount(Columns);
    m_tree->setHeaderLabels({tr("Time"), tr("Who"), tr("What"), tr("Why")});
    m_tree->setAccessibleName(tr("History"));
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(true);
    m_reason->setPlaceholderText(tr("Why it is reverted (kept in the history)"));
    m_reason->setAccessibleName(m_reason->placeholderText());
    m_said->setWordWrap(true);
    m_revert->setAutoDefault(false);
    m_revert->setToolTip(tr("Turn the chosen change round, where nothing later depends on it"));

    auto* top = new QHBoxLayout;
    top->addWidget(m_scope);
    top->addWidget(m_find, 1);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_reason, 1);
    bottom->addWidget(m_revert);
    bottom->addWidget(buttons);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(top);
    layout->addWidget(m_tree, 1);
    layout->addWidget(m_said);
    layout->addLayout(bottom);

    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_scope, &QComboBox::activated, this, &HistoryDialog::refresh);
    connect(m_find, &QLineEdit::textChanged, this, &HistoryDialog::filter);
    connect(m_tree, &QTreeWidget::itemExpanded, this, &HistoryDialog::openItem);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &HistoryDialog::check);
    connect(m_revert, &QPushButton::clicked, this, &HistoryDialog::revert);
    connect(&workspace, &Workspace::stateChanged, this, &HistoryDialog::refresh);
    connect(&workspace, &Workspace::projectChanged, this, &QDialog::close);

    connect(&workspace, &Workspace::selectionChanged, this, &HistoryDialog::followSelection);

    m_scope->addItem(tr("The whole project"));
    followSelection();
    refresh();
}

void HistoryDialog::followSelection()
{
    const std::set<base::Id>& selected = m_workspace.selectedSites();
    const bool ofSite = m_scope->currentIndex() == 1;
    const bool hasOne = m_workspace.isOpen() && selected.size() == 1;
    if (!hasOne && ofSite)
        return; // what is read stays until another site is chosen
    m_site = hasOne ? std::optional(*selected.begin()) : std::nullopt;
    if (m_scope->count() > 1)
        m_scope->removeItem(1);
    if (m_site) {
        const catalogue::SiteList& sites = *m_workspace.state().sites;
        const auto row = sites.rowOf(*m_site);
        const bool isNamed = row && !sites[*row].name.isEmpty();
        m_scope->addItem(tr("The selected site: %1")
                             .arg(isNamed ? sites[*row].name : tr("number %1").arg(*m_site)));
    }
    if (ofSite)
        showSelectedSite();
}

void HistoryDialog::showSelectedSite()
{
    if (m_scope->count() < 2)
        return;
    m_scope->setCurrentIndex(1);
    refresh();
}

void HistoryDialog::refresh()
{
    if (!m_workspace.isOpen())
        return;
    const quint64 asked = ++m_asked;
    const auto done = [this, asked](std::vector<Line> lines) {
        if (asked == m_asked)
            take(std::move(lines));
    };
    const bool ofSite = m_scope->currentIndex() == 1 && m_site.has_value();
    m_workspace.ask(
        tr("Reading the history"),
        [site = ofSite ? m_site : std::nullopt, language = m_workspace.language()](
            const catalogue::ProjectFile& file, base::Progress& progress) {
            std::vector<Line> lines;
            if (!site) {
                for (catalogue::Entry& entry : file.history())
                    lines.push_back({std::move(entry), {}});
                return lines;
            }
            const auto items = catalogue::siteHistory(file, *site, progress);
            file.read([&](const catalogue::ReadAccess& access) {
                const catalogue::ChangeWords words(access, language);
                for (const catalogue::HistoryItem& item : items)
                    lines.push_back({item.entry, words.lines(item.changes)});
            });
            return lines;
        },
        this, done);
}

void HistoryDialog::take(std::vector<Line> lines)
{
    const auto before = currentLine();
    const QString chosen = before ? m_lines[*before].entry.hash : QString();
    m_lines = std::move(lines);
    m_tree->clear();
    const QLocale locale = base::localeOf(m_workspace.language());
    QList<QTreeWidgetItem*> items;
    QTreeWidgetItem* current = nullptr;
    for (size_t i = m_lines.size(); i-- > 0;) {
        const catalogue::Entry& entry = m_lines[i].entry;
        auto* item =
            new QTreeWidgetItem({locale.toString(entry.madeAt.toLocalTime(), QLocale::ShortFormat),
                                 catalogue::toText(entry.author),
                                 m_workspace.sentenceText(entry.sentence), entry.sentence.reason});
        for (int column = 0; column < Columns; ++column)
            item->setToolTip(column, item->text(column));
        item->setData(0, LineRole, qulonglong(i));
        item->setChildIndicatorPolicy(QTreeWidgetItem::ShowIndicator);
        items << item;
        if (entry.hash == chosen)
            current = item;
    }
    m_tree->addTopLevelItems(items);
    m_tree->setCurrentItem(current);
    for (const Column column : {Time, Who})
        m_tree->resizeColumnToContents(column);
    m_tree->setColumnWidth(What,
                           std::max(360, m_tree->viewport()->width() - m_tree->columnWidth(Time) -
                                             m_tree->columnWidth(Who) - 200));
    filter();
    check();
}

void HistoryDialog::filter()
{
    const QString text = m_find->text().trimmed();
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = m_tree->topLevelItem(i);
        bool shown = text.isEmpty();
        for (const Column column : {Who, What, Why})
            shown = shown || item->text(column).contains(text, Qt::CaseInsensitive);
        for (const QString& line : m_lines[item->data(0, LineRole).toULongLong()].told)
            shown = shown || line.contains(text, Qt::CaseInsensitive);
        item->setHidden(!shown);
    }
}

void HistoryDialog::openItem(QTreeWidgetItem* item)
{
    if (item->parent() != nullptr || item->childCount() > 0)
        return;
    const Line& line = m_lines[item->data(0, LineRole).toULongLong()];
    if (!line.told.isEmpty()) {
        addTold(*item, line.told, 0);
        return;
    }
    struct Content
    {
        QStringList told;
        qint64 notShown = 0;
    };
    m_workspace.ask(
        tr("Reading the history"),
        [entry = line.entry, language = m_workspace.language()](const catalogue::ProjectFile& file,
                                                                base::Progress& progress) {
            const catalogue::EntryContent content =
                catalogue::entryContent(file, entry, MostRows, progress);
            Content result;
            result.notShown = content.rows() - qint64(content.changes.size());
            file.read([&](const catalogue::ReadAccess& access) {
                result.told = catalogue::ChangeWords(access, language).lines(content.changes);
            });
            return result;
        },
        this,
        [this, hash = line.entry.hash](const Content& content) {
            for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
                QTreeWidgetItem* at = m_tree->topLevelItem(i);
                if (m_lines[at->data(0, LineRole).toULongLong()].entry.hash == hash &&
                    at->childCount() == 0)
                    addTold(*at, content.told, content.notShown);
            }
        });
}

void HistoryDialog::addTold(QTreeWidgetItem& item, const QStringList& told, qint64 notShown)
{
    QList<QTreeWidgetItem*> children;
    for (const QString& line : told) {
        auto* child = new QTreeWidgetItem;
        child->setText(What, line);
        child->setToolTip(What, line);
        children << child;
    }
    const QLocale locale = base::localeOf(m_workspace.language());
    if (notShown > 0) {
        auto* child = new QTreeWidgetItem;
        child->setText(What, tr("… and %1 more rows").arg(locale.toString(notShown)));
        children << child;
    }
    item.addChildren(children);
}

std::optional<size_t> HistoryDialog::currentLine() const
{
    const QTreeWidgetItem* item = m_tree->currentItem();
    while (item != nullptr && item->parent() != nullptr)
        item = item->parent();
    if (item == nullptr)
        return {};
    const size_t line = item->data(0, LineRole).toULongLong();
    return line < m_lines.size() ? std::optional(line) : std::nullopt;
}

void HistoryDialog::check()
{
    const auto line = currentLine();
    const bool canRevert = line && m_lines[*line].entry.kind != catalogue::EntryKind::Create &&
                           !m_workspace.state().info.readOnly;
    m_revert->setEnabled(canRevert);
    m_reason->setEnabled(canRevert);
    m_said->setText(m_lines.empty() ? tr("Nothing was changed yet.")
                    : !line ? tr("Open a line to see what it changed; choose one to revert it.")
                            : QString());
    m_said->setVisible(!m_said->text().isEmpty());
}

void HistoryDialog::revert()
{
    if (const auto line = currentLine())
        if (m_workspace.revert(m_lines[*line].entry.hash, m_reason->text().trimmed()))
            m_reason->clear();
}

} // namespace widgets
