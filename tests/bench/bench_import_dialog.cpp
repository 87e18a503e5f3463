// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// How long it takes from the choice of a table of sites to the first rows in the import dialog, and
// until all of them are checked; and the longest time the window did not answer meanwhile.
//   bench_import_dialog FILE [--repeat 5]
// Run it on a display (xvfb-run counts) or with QT_QPA_PLATFORM=offscreen.
#include "tests/support/median.h"
#include "tests/support/pulse.h"
#include "widgets/import_dialog.h"
#include "widgets/workspace.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTemporaryDir>
#include <cstdio>

namespace {

void run(const QString& path, int repeat)
{
    const QTemporaryDir folder;
    widgets::Workspace workspace;
    workspace.setAuthor({QStringLiteral("US"), QStringLiteral("bench")});
    workspace.createSample(folder.filePath(QStringLiteral("bench.veta.gpkg")));
    while (!workspace.isOpen() || workspace.isSaving() || !workspace.jobs().isIdle())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    std::vector<double> opened;
    std::vector<double> previewed;
    std::vector<double> checked;
    std::vector<double> pauses;
    for (int round = 0; round < repeat; ++round) {
        QElapsedTimer clock;
        clock.start();
        const auto milliseconds = [&] { return double(clock.nsecsElapsed()) / 1e6; };
        base::Progress progress;
        // The window does this on another thread; its outcome is what makes the dialog.
        const auto table = std::make_shared<const catalogue::ImportTable>(
            catalogue::ImportTable::open(path, {}, progress));
        opened.push_back(milliseconds());
        Pulse pulse;
        widgets::ImportDialog dialog(workspace, path, table, nullptr);
        QEventLoop loop;
        QObject::connect(&dialog, &widgets::ImportDialog::previewed, &dialog, [&] {
            dialog.repaint();
            previewed.push_back(milliseconds());
        });
        QObject::connect(&dialog, &widgets::ImportDialog::checked, &loop, &QEventLoop::quit);
        dialog.show();
        loop.exec();
        checked.push_back(milliseconds());
        pauses.push_back(pulse.take());
    }
    std::printf("table read      %7.0f ms\nfirst rows      %7.0f ms\nall checked     %7.0f ms\n"
                "longest pause   %7.0f ms\n",
                support::median(opened), support::median(previewed), support::median(checked),
                support::median(pauses));
}

} // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    QCommandLineParser options;
    options.addPositionalArgument(QStringLiteral("FILE"), QStringLiteral("a table of sites"));
    options.addOption(
        {QStringLiteral("repeat"), QString(), QStringLiteral("count"), QStringLiteral("5")});
    options.addHelpOption();
    options.process(application);
    if (options.positionalArguments().size() != 1)
        options.showHelp(2);
    run(options.positionalArguments().constFirst(),
        options.value(QStringLiteral("repeat")).toInt());
    return 0;
}
