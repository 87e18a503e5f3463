// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/site_display_dialog.h"

#include "widgets/dialog_buttons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QVBoxLayout>

namespace widgets {

SiteDisplayDialog::SiteDisplayDialog(Workspace& workspace, QWidget* parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_shown(new QComboBox)
    , m_colors(new QComboBox)
    , m_sizes(new QComboBox)
    , m_labels(new QCheckBox(tr("Write their &names where there is room")))
{
    setWindowTitle(tr("How sites are drawn"));
    const catalogue::SiteDisplay& now = workspace.siteDisplay();
    m_shown->addItem(tr("Each with its own symbol"), false);
    m_shown->addItem(tr("Close together: a circle with their number"), true);
    m_shown->setCurrentIndex(now.clustered ? 1 : 0);
    m_colors->addItem(tr("Kind of site"), int(catalogue::SiteColors::Kind));
    m_colors->addItem(tr("Class of the main commodity"),
                      int(catalogue::SiteColors::CommodityClass));
    m_colors->addItem(tr("Joint score of its project"), int(catalogue::SiteColors::Score));
    m_colors->setCurrentIndex(m_colors->findData(int(now.colors)));
    m_sizes->addItem(tr("All the same"), int(catalogue::SiteSizes::Same));
    m_sizes->addItem(tr("Ore of the largest estimate"), int(catalogue::SiteSizes::Tonnes));
    m_sizes->setCurrentIndex(m_sizes->findData(int(now.sizes)));
    m_labels->setChecked(now.labels);
    auto* form = new QFormLayout;
    form->addRow(tr("&Show"), m_shown);
    form->addRow(tr("&Colour"), m_colors);
    form->addRow(tr("Si&ze"), m_sizes);
    form->addRow(QString(), m_labels);
    auto* layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addStretch(1);
    layout->addWidget(okAndCancel(*this));
    const auto tried = [this] { m_workspace.trySiteDisplay(display()); };
    for (QComboBox* each : {m_shown, m_colors, m_sizes})
        connect(each, &QComboBox::currentIndexChanged, this, tried);
    connect(m_labels, &QCheckBox::toggled, this, tried);
}

SiteDisplayDialog::~SiteDisplayDialog()
{
    m_workspace.trySiteDisplay({});
}

catalogue::SiteDisplay SiteDisplayDialog::display() const
{
    catalogue::SiteDisplay display = m_workspace.state().siteDisplay;
    display.clustered = m_shown->currentData().toBool();
    display.colors = catalogue::SiteColors(m_colors->currentData().toInt());
    display.sizes = catalogue::SiteSizes(m_sizes->currentData().toInt());
    display.labels = m_labels->isChecked();
    return display;
}

void SiteDisplayDialog::accept()
{
    if (m_workspace.isOpen() && m_workspace.setSiteDisplay(display()))
        QDialog::accept();
}

} // namespace widgets
