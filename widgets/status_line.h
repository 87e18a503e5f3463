// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/place_words.h"
#include "widgets/workspace.h"

#include <QPointF>
#include <QStatusBar>

class QLabel;
class QLineEdit;
class QMenu;
class QProgressBar;
class QTimer;
class QToolButton;

namespace widgets {

// The foot of the window: the map's CRS and scale, the place under the mouse, how well the least
// exact layer in view lies, the long work that goes on, and whether all is saved.
class StatusLine : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusLine(Workspace& workspace, QWidget* parent = nullptr);

    void setView(const geo::MapView& view);
    // `words`: what is there; nullopt: the mouse is elsewhere.
    void setPlace(const std::optional<QPointF>& lonLat, const QString& words);
    // A sentence on what was done, for some seconds, beside all that.
    void say(const QString& sentence);
    const QLabel* placeLabel() const { return m_place; }
    QLineEdit* scaleEntry() const { return m_scale; }
    // How the place is written.
    QMenu* formsMenu() const { return m_forms; }

Q_SIGNALS:
    void linkActivated(const QString& link); // in the sentence
    void scaleWanted(double denominator);
    void crsWanted(); // another one for the map

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void showScale();
    void enterScale();
    void fillForms();
    void readOtherCrs();
    void chooseForm(PlaceForm form);
    void showJobs();

    Workspace& m_workspace;
    QToolButton* m_crs;
    QLineEdit* m_scale;
    QLabel* m_place;
    QLabel* m_accuracy;
    QLabel* m_said;
    QLabel* m_job;
    QProgressBar* m_bar;
    QToolButton* m_cancel;
    QLabel* m_saved;
    QTimer* m_poll;
    QTimer* m_silence;
    std::optional<geo::MapView> m_view;
    std::optional<QPointF> m_lonLat;
    QString m_words;
    PlaceForm m_form = PlaceForm::Degrees;
    std::optional<PlaceCrs> m_otherCrs;
    QMenu* m_forms;
};

} // namespace widgets
