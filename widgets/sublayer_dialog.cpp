// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sublayer_dialog.h"

#include "widgets/dialog_buttons.h"
#include "widgets/table.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr int Few = 6;

QString sizeText(const geo::SourceLayer& layer, const QLocale& locale)
{
    if (layer.raster)
        return SublayerDialog::tr("%1 × %2 pixels")
            .arg(locale.toString(layer.size.width()), locale.toString(layer.size.height()));
    return layer.featureCount ? locale.toString(*layer.featureCount)
                              : SublayerDialog::tr("unknown", "number of features");
}

} // namespace

SublayerDialog::SublayerDialog(const QString& fileName, const geo::SourceLayers& found,
                               base::Language language, QWidget* parent)
    : QDialog(parent)
    , m_table(new QTableWidget(int(found.layers.size()), 4))
    , m_count(new QLabel)
{
    setWindowTitle(tr("Layers in “%1”").arg(fileName));
    auto* label = new QLabel(tr("“%1” holds several &layers. Tick those to add.").arg(fileName));
    label->setWordWrap(true);
    label->setBuddy(m_table);
    m_table->setHorizontalHeaderLabels(
        {tr("Layer"), tr("Kind"), tr("Features or size"), tr("Coordinate system")});
    m_table->setAccessibleName(tr("Layers of the file"));
    m_table->setToolTip(tr("The space bar ticks the layer of the current row"));
    prepareTable(*m_table);
    const QLocale locale = base::localeOf(language);
    const bool few = int(found.layers.size()) <= Few;
    for (int row = 0; row < int(found.layers.size()); ++row) {
        const geo::SourceLayer& each = found.layers[size_t(row)];
        m_names << each.name;
        QTableWidgetItem* name = tableCell(each.name, Qt::ItemIsUserCheckable);
        name->setCheckState(few ? Qt::Checked : Qt::Unchecked);
        m_table->setItem(row, 0, name);
        m_table->setItem(row, 1, tableCell(geo::kindText(each)));
        m_table->setItem(row, 2, numberCell(sizeText(each, locale)));
        m_table->setItem(row, 3, tableCell(each.crs ? each.crs->name() : tr("not stated")));
    }
    m_table->resizeColumnsToContents();
    m_table->setColumnWidth(0, std::clamp(m_table->columnWidth(0),
                                          fontMetrics().averageCharWidth() * 30,
                                          fontMetrics().averageCharWidth() * 45));
    m_table->setCurrentCell(0, 0);
    auto* all = new QPushButton(tr("Tick &all"));
    auto* none = new QPushButton(tr("Tick &none"));
    auto* row = new QHBoxLayout;
    row->addWidget(all);
    row->addWidget(none);
    row->addStretch(1);
    row->addWidget(m_count);
    auto* left = new QLabel;
    QStringList problems;
    for (const base::Issue& issue : found.issues)
        problems << base::toText(issue);
    left->setText(problems.join(QLatin1Char('\n')));
    left->setWordWrap(true);
    left->setVisible(!problems.isEmpty());
    QDialogButtonBox* buttons = okAndCancel(*this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setText(tr("A&dd"));
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_table, 1);
    layout->addLayout(row);
    layout->addWidget(left);
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 128,
           fontMetrics().height() * std::clamp(int(found.layers.size()) * 3 / 2 + 12, 18, 34));

    connect(all, &QPushButton::clicked, this, [this] { tickAll(true); });
    connect(none, &QPushButton::clicked, this, [this] { tickAll(false); });
    connect(m_table, &QTableWidget::itemChanged, this, &SublayerDialog::check);
    m_table->installEventFilter(this);
    m_table->setFocus();
    check();
}

// The space bar ticks from any column of a row.
bool SublayerDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Space && m_table->currentRow() >= 0) {
        QTableWidgetItem* item = m_table->item(m_table->currentRow(), 0);
        item->setCheckState(item->checkState() == Qt::Checked ? Qt::Unchecked : Qt::Checked);
        return true;
    }
    return QDialog::eventFilter(watched, event);
}

void SublayerDialog::tickAll(bool ticked)
{
    for (int row = 0; row < m_table->rowCount(); ++row)
        m_table->item(row, 0)->setCheckState(ticked ? Qt::Checked : Qt::Unchecked);
}

QStringList SublayerDialog::ticked() const
{
    QStringList names;
    for (int row = 0; row < m_table->rowCount(); ++row)
        if (m_table->item(row, 0)->checkState() == Qt::Checked)
            names << m_names[row];
    return names;
}

void SublayerDialog::check()
{
    const qsizetype count = ticked().size();
    m_count->setText(tr("%1 of %2 ticked").arg(count).arg(m_names.size()));
    m_ok->setEnabled(count > 0);
    m_ok->setToolTip(count > 0 ? QString() : tr("Tick a layer first."));
}

} // namespace widgets
