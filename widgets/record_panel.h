// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace.h"

#include <QTextBrowser>

namespace widgets {

class RasterValues;

// What is selected: a site with all its figures and the source of each, or a place with the map
// units that hold it.
class RecordPanel : public QTextBrowser
{
    Q_OBJECT

public:
    explicit RecordPanel(Workspace& workspace, QWidget* parent = nullptr);

Q_SIGNALS:
    void historyWanted(); // of the site that is shown

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void showSite(const catalogue::SiteRecord& record);
    QString claims(const catalogue::SiteRecord& record) const;
    void follow(const QUrl& link);
    // What the layers show at a place, and no farther from it than so many metres.
    QString unitsAt(QPointF lonLat, double reachMetres) const;
    std::vector<geo::Identified> featuresAt(const catalogue::LoadedLayer& layer, QPointF lonLat,
                                            double reachMetres) const;
    QString featureRows(const geo::FeatureTable& features, const geo::Identified& found) const;

    Workspace& m_workspace;
    RasterValues* m_values;
};

} // namespace widgets
