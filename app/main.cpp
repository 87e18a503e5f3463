// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "catalogue/settings.h"
#include "geo/map_view.h"
#include "widgets/main_window.h"
#include "widgets/window_tasks.h"
#include "widgets/workspace.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>
#include <QIcon>
#include <QSettings>
#include <QTimer>
#include <thread>

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("Veta"));
    QCoreApplication::setApplicationName(QStringLiteral("veta"));
    QCoreApplication::setApplicationVersion(QStringLiteral(VETA_VERSION));
    // Found nowhere by default on a desktop that is not KDE's.
    QIcon::setThemeSearchPaths(QIcon::themeSearchPaths() << QStringLiteral("/usr/share/icons"));
    if (QIcon::fromTheme(QStringLiteral("edit-undo")).isNull())
        QIcon::setThemeName(QStringLiteral("breeze"));

    // What most maps need of PROJ's database is looked up while the window is made.
    const std::jthread looksUp([] {
        try {
            const geo::MapView usual(geo::Crs::fromText(catalogue::DefaultMapCrs), {1, 1});
        } catch (const base::Error&) { // it is said where the map needs it
        }
    });

    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 QCoreApplication::translate("main", "The project file to open"));
    parser.process(application);

    widgets::Workspace workspace;
    widgets::MainWindow window(workspace);
    window.restore();
    window.show();
    const QString given = parser.positionalArguments().value(0);
    const QString last = QSettings().value(QStringLiteral("lastFile")).toString();
    QTimer::singleShot(0, &window, [&] {
        if (!given.isEmpty())
            workspace.open(given);
        else if (!last.isEmpty() && QFile::exists(last))
            workspace.open(last);
        else
            window.tasks().openSample();
    });
    return QApplication::exec();
}
