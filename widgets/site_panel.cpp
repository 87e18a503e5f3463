// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/site_panel.h"

#include "catalogue/vocabulary.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace widgets {

SitePanel::SitePanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_model(new SiteTableModel(workspace, this))
    , m_table(new QTableView)
    , m_text(new QLineEdit)
    , m_count(new QLabel)
    , m_clear(new QToolButton)
{
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(4, 4, 4, 0);
    bar->addWidget(m_count);
    bar->addStretch(1);
    for (const Values values :
         {&catalogue::SiteFilter::countries, &catalogue::SiteFilter::kinds,
          &catalogue::SiteFilter::stages, &catalogue::SiteFilter::commodities}) {
        Choice choice{new QToolButton, new QMenu(this), values};
        choice.button->setPopupMode(QToolButton::InstantPopup);
        choice.button->setMenu(choice.menu);
        choice.button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        connect(choice.menu, &QMenu::aboutToShow, this, [this, choice] { fillMenu(choice); });
        bar->addWidget(choice.button);
        m_choices.push_back(choice);
    }
    m_text->setClearButtonEnabled(true);
    m_text->setMinimumWidth(fontMetrics().averageCharWidth() * 14);
    m_text->setMaximumWidth(220);
    bar->addWidget(m_text);
    bar->addWidget(m_clear);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addLayout(bar);
    layout->addWidget(m_table, 1);

    m_table->setModel(m_model);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(SiteTableModel::Name, Qt::AscendingOrder);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setWordWrap(false);
    m_table->setAlternatingRowColors(true);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 6);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->resizeSection(SiteTableModel::Name, 220);
    m_table->horizontalHeader()->resizeSection(SiteTableModel::Kind, 150);
    m_table->horizontalHeader()->resizeSection(SiteTableModel::Stage, 140);
    m_table->horizontalHeader()->resizeSection(SiteTableModel::Commodities, 220);

    auto* typing = new QTimer(this);
    typing->setSingleShot(true);
    typing->setInterval(150);
    connect(m_text, &QLineEdit::textChanged, typing, qOverload<>(&QTimer::start));
    connect(typing, &QTimer::timeout, this, [this] {
        catalogue::SiteFilter filter = m_workspace.filter();
        filter.text = m_text->text();
        m_workspace.setFilter(filter);
    });
    connect(m_clear, &QToolButton::clicked, this, [this] { m_workspace.setFilter({}); });
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &SitePanel::tableSelected);
    connect(m_table, &QTableView::doubleClicked, this, [this](const QModelIndex& index) {
        Q_EMIT siteActivated(index.data(SiteTableModel::IdRole).toLongLong());
    });
    connect(&workspace, &Workspace::filterChanged, this, &SitePanel::showFilter);
    connect(&workspace, &Workspace::selectionChanged, this, &SitePanel::showSelection);
    connect(m_model, &SiteTableModel::reordered, this, &SitePanel::showSelection);
    retranslate();
}

void SitePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void SitePanel::retranslate()
{
    m_text->setPlaceholderText(tr("Name or alias"));
    m_text->setAccessibleName(tr("Filter by name or alias"));
    m_clear->setText(tr("Show all"));
    m_clear->setToolTip(tr("Take the filter away"));
    m_table->setAccessibleName(tr("Sites"));
    showFilter();
}

void SitePanel::fillMenu(const Choice& choice)
{
    choice.menu->clear();
    if (!m_workspace.isOpen())
        return;
    const catalogue::SiteList& sites = *m_workspace.state().sites;
    const base::Language language = m_workspace.language();
    catalogue::SiteList::Counts counts;
    const catalogue::Vocabulary* words = nullptr;
    if (choice.values == &catalogue::SiteFilter::countries) {
        counts = sites.countries();
        words = &catalogue::countries();
    } else if (choice.values == &catalogue::SiteFilter::kinds) {
        counts = sites.kinds();
        words = &catalogue::siteKinds();
    } else if (choice.values == &catalogue::SiteFilter::stages) {
        counts = sites.stages();
        words = &catalogue::stages();
    } else {
        counts = sites.commodities();
        words = &catalogue::commodities();
    }
    const std::set<QString>& chosen = m_workspace.filter().*choice.values;
    for (const auto& [key, count] : counts) {
        const QString label = key.isEmpty() ? tr("(not known)") : words->label(key, language);
        QAction* action = choice.menu->addAction(
            QStringLiteral("%1 (%2)").arg(label, base::localeOf(language).toString(count)));
        action->setCheckable(true);
        action->setChecked(chosen.contains(key));
        connect(action, &QAction::toggled, this, [this, choice, key](bool on) {
            catalogue::SiteFilter filter = m_workspace.filter();
            if (on)
                (filter.*choice.values).insert(key);
            else
                (filter.*choice.values).erase(key);
            m_workspace.setFilter(filter);
        });
    }
}

void SitePanel::showFilter()
{
    const catalogue::SiteFilter& filter = m_workspace.filter();
    const base::Language language = m_workspace.language();
    const QStringList names{tr("Country"), tr("Kind"), tr("Stage"), tr("Commodity")};
    for (size_t i = 0; i < m_choices.size(); ++i) {
        const std::set<QString>& chosen = filter.*m_choices[i].values;
        QString text = names[qsizetype(i)];
        if (!chosen.empty())
            text = QStringLiteral("%1 (%2)").arg(text, QString::number(chosen.size()));
        m_choices[i].button->setText(text);
        m_choices[i].button->setAccessibleName(tr("Filter by %1").arg(names[qsizetype(i)]));
    }
    if (m_text->text() != filter.text)
        m_text->setText(filter.text);
    m_clear->setEnabled(!filter.isEmpty());
    const QLocale locale = base::localeOf(language);
    if (!m_workspace.isOpen() || m_workspace.state().sites->size() == 0)
        m_count->setText(tr("There are no sites yet."));
    else
        m_count->setText(tr("Sites: %1 of %2")
                             .arg(locale.toString(qint64(m_workspace.shownRows().size())),
                                  locale.toString(qint64(m_workspace.state().sites->size()))));
    showSelection();
}

void SitePanel::tableSelected()
{
    if (m_selecting)
        return;
    std::set<base::Id> sites;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        sites.insert(index.data(SiteTableModel::IdRole).toLongLong());
    m_selecting = true;
    m_workspace.selectSites(sites);
    m_selecting = false;
}

void SitePanel::showSelection()
{
    if (m_selecting)
        return;
    m_selecting = true;
    QItemSelection selection;
    int first = -1;
    for (const base::Id site : m_workspace.selectedSites()) {
        const int row = m_model->rowOf(site);
        if (row < 0)
            continue;
        const QModelIndex index = m_model->index(row, 0);
        selection.select(index, index);
        if (first < 0)
            first = row;
    }
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect |
                                                     QItemSelectionModel::Rows);
    if (first >= 0)
        m_table->scrollTo(m_model->index(first, 0));
    m_selecting = false;
}

} // namespace widgets
