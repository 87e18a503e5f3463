// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Measures and judges nothing: veta-bench JOB [options]; each job says its own with --help.
#include "veta_bench.h"

#include "base/error.h"
#include <QGuiApplication>
#include <cstdio>

int main(int argc, char** argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    try {
        if (arguments.value(1) == QLatin1String("render"))
            return bench::render(arguments.mid(1));
        if (arguments.value(1) == QLatin1String("start"))
            return bench::start(arguments.mid(1));
        if (arguments.value(1) == QLatin1String("sites"))
            return bench::sites(arguments.mid(1));
        if (arguments.value(1) == QLatin1String("truth"))
            return bench::truth(arguments.mid(1));
        if (arguments.value(1) == QLatin1String("duplicates"))
            return bench::duplicates(arguments.mid(1));
    } catch (const base::Error& error) {
        std::fprintf(stderr, "%s\n%s\n", qPrintable(error.message()), qPrintable(error.cause()));
        return 1;
    }
    std::fprintf(stderr, "usage: veta-bench render|start|sites|truth|duplicates [options]\n");
    return 2;
}
