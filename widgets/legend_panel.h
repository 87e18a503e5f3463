// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/legend.h"
#include "geo/map_snapshot.h"
#include "widgets/workspace.h"

#include <QTreeWidget>

class QTimer;

namespace widgets {

// The legend of what is in view, with how often each entry occurs there. It is made in the
// background once the map rests, and only while the panel is seen.
class LegendPanel : public QTreeWidget
{
    Q_OBJECT

public:
    explicit LegendPanel(Workspace& workspace, QWidget* parent = nullptr);
    ~LegendPanel() override;
    // What the map shows; the legend follows.
    void setContent(const geo::MapSnapshot& content);

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void make();
    void fill(const geo::Legend& legend);
    void retranslate();

    Workspace& m_workspace;
    std::optional<geo::MapSnapshot> m_content;
    std::shared_ptr<base::Progress> m_making;
    QTimer* m_resting;
    bool m_stale = true;
};

} // namespace widgets
