// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/open_workspace.h"
#include "widgets/layer_panel.h"
#include "widgets/main_window.h"
#include "widgets/map_canvas.h"
#include "widgets/site_panel.h"

#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMouseEvent>
#include <QTableView>
#include <QTimer>
#include <QTreeWidget>
#include <QtTest>

namespace support {

// A window on a project, as a person has it before them.
class Window
{
public:
    explicit Window(const QString& path = {})
        : window(workspace)
    {
        workspace.setLanguage(base::Language::English);
        workspace.setAuthor({QStringLiteral("US"), QStringLiteral("Test")});
        window.restore();
        window.resize(1300, 850);
        window.show();
        if (!QTest::qWaitForWindowExposed(&window))
            qFatal("no window");
        if (!path.isEmpty()) {
            workspace.open(path);
            still();
        }
    }

    void still()
    {
        const bool quiet =
            support::settle(workspace) &&
            QTest::qWaitFor([this] { return !window.canvas()->isDrawing(); }, 60'000) &&
            support::settle(workspace);
        if (!quiet)
            qFatal("the window does not come to rest");
    }

    widgets::SitePanel* sites() { return window.findChild<widgets::SitePanel*>(); }
    int rows() { return sites()->table()->model()->rowCount(); }
    QString count()
    {
        for (const QLabel* label : sites()->findChildren<QLabel*>())
            if (label->text().contains(QRegularExpression(QStringLiteral("\\d"))))
                return label->text();
        return {};
    }
    QPointF pixelOf(base::Id site)
    {
        const auto row = workspace.state().sites->rowOf(site);
        return *window.canvas()->view().fromLonLat(*(*workspace.state().sites)[*row].lonLat);
    }
    base::Id siteCalled(const QString& name)
    {
        for (const catalogue::SiteSummary& site : workspace.state().sites->sites())
            if (site.name == name)
                return site.id;
        qFatal("no such site");
    }
    QTreeWidget* layers()
    {
        return window.findChild<widgets::LayerPanel*>()->findChild<QTreeWidget*>();
    }
    const catalogue::Layer& layer(const QString& name)
    {
        for (const catalogue::Layer& each : workspace.state().layers)
            if (each.name.en == name)
                return each;
        qFatal("no such layer");
    }

    widgets::Workspace workspace;
    widgets::MainWindow window;
};

// Answers the next file dialog.
inline void answerFileDialog(const QString& path)
{
    auto* timer = new QTimer(qApp);
    QObject::connect(timer, &QTimer::timeout, timer, [timer, path] {
        for (QWidget* widget : QApplication::topLevelWidgets())
            if (auto* dialog = qobject_cast<QFileDialog*>(widget); dialog && dialog->isVisible()) {
                timer->stop();
                timer->deleteLater();
                auto* name = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
                name->setText(path);
                QTest::keyClick(name, Qt::Key_Return);
                return;
            }
    });
    timer->start(20);
}

inline void hover(QWidget& widget, QPointF at)
{
    QMouseEvent event(QEvent::MouseMove, at, widget.mapToGlobal(at), Qt::NoButton, Qt::NoButton,
                      Qt::NoModifier);
    QApplication::sendEvent(&widget, &event);
}

} // namespace support
