// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/legend_panel.h"

#include <QEvent>
#include <QHeaderView>
#include <QPixmap>
#include <QTimer>

namespace widgets {

namespace {

constexpr int RestMs = 250;
constexpr int Columns = 2;
constexpr QSize SwatchSize(18, 14);

} // namespace

LegendPanel::LegendPanel(Workspace& workspace, QWidget* parent)
    : QTreeWidget(parent)
    , m_workspace(workspace)
    , m_resting(new QTimer(this))
{
    setColumnCount(Columns);
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setIconSize(SwatchSize);
    setSelectionMode(QAbstractItemView::SingleSelection);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(0, QHeaderView::Stretch);
    header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    m_resting->setSingleShot(true);
    m_resting->setInterval(RestMs);
    connect(m_resting, &QTimer::timeout, this, &LegendPanel::make);
    retranslate();
}

LegendPanel::~LegendPanel()
{
    if (m_making)
        m_making->cancel();
}

void LegendPanel::retranslate()
{
    setHeaderLabels({tr("In view"), tr("Number")});
    setAccessibleName(tr("Legend of what is in view"));
    setToolTip(tr("What the map shows now, with how often it occurs there"));
}

void LegendPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QTreeWidget::changeEvent(event);
}

void LegendPanel::setContent(const geo::MapSnapshot& content)
{
    m_content = content;
    m_stale = true;
    if (m_making)
        m_making->cancel();
    m_resting->start();
}

void LegendPanel::showEvent(QShowEvent* event)
{
    QTreeWidget::showEvent(event);
    if (m_stale)
        m_resting->start();
}

void LegendPanel::make()
{
    if (!isVisible() || !m_content || !m_stale)
        return;
    m_stale = false;
    m_making = m_workspace.jobs().run(
        {}, threadPool(),
        [content = *m_content, prepared = m_workspace.prepared()](base::Progress& progress) {
            return geo::legendInSight(content, *prepared, progress);
        },
        this,
        [this](Outcome<geo::Legend> outcome) {
            if (outcome.ok())
                fill(*outcome.value);
        });
}

void LegendPanel::fill(const geo::Legend& legend)
{
    const base::Language language = m_workspace.language();
    const QLocale locale = base::localeOf(language);
    const int scrolled = indexAt(QPoint(0, 0)).row();
    clear();
    for (const geo::LegendEntry& entry : legend.entries) {
        auto* item = new QTreeWidgetItem(this);
        item->setText(0, entry.label.in(language));
        item->setToolTip(0, item->text(0));
        if (entry.swatch == geo::Swatch::Heading) {
            QFont bold = font();
            bold.setBold(true);
            item->setFont(0, bold);
            item->setFirstColumnSpanned(true);
            continue;
        }
        item->setIcon(0,
                      QPixmap::fromImage(geo::swatchImage(entry, SwatchSize, devicePixelRatioF())));
        if (entry.count) {
            item->setText(1, locale.toString(*entry.count));
            item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        }
    }
    if (topLevelItemCount() == 0)
        (new QTreeWidgetItem(this))->setText(0, tr("Nothing that has a legend is in view."));
    else if (scrolled > 0 && scrolled < topLevelItemCount())
        scrollToItem(topLevelItem(scrolled), QAbstractItemView::PositionAtTop);
}

} // namespace widgets
