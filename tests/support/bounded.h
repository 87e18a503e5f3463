// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/process.h"

#include <unistd.h>

namespace support {

// What a bad file may cost at the most. The sanitizers' address space is huge and their code slow:
// there it is the memory in use that is watched.
#if defined(__SANITIZE_ADDRESS__)
constexpr bool Sanitized = true;
constexpr int MostSeconds = 240;
#else
constexpr bool Sanitized = false;
constexpr int MostSeconds = 60;
#endif
constexpr int MostMebibytes = 2048;

// The command line within those bounds; `before` is a program and its arguments to start it with.
// Killed when it takes too long: then the code is 137.
inline Ended boundedVeta(const QStringList& arguments, Variables variables,
                         const QStringList& before = {})
{
    if (Sanitized)
        variables.insert(
            QStringLiteral("ASAN_OPTIONS"),
            QStringLiteral("hard_rss_limit_mb=%1:quarantine_size_mb=32").arg(MostMebibytes));
    const QString limit =
        Sanitized ? QString() : QStringLiteral("ulimit -v %1; ").arg(qint64(MostMebibytes) << 10);
    return runProgram(
        QStringLiteral("timeout"),
        QStringList{QStringLiteral("--signal=KILL"), QString::number(MostSeconds)} + before +
            QStringList{QStringLiteral("/bin/sh"), QStringLiteral("-c"),
                        limit + QStringLiteral("exec \"$0\" \"$@\""), QStringLiteral(VETA_CLI)} +
            arguments,
        variables);
}

// What to start a program with so that the permissions of files bind it, also for a root to whom
// nothing is forbidden; empty where they do already.
inline QStringList boundByPermissions()
{
    if (::geteuid() != 0)
        return {};
    return {QStringLiteral("setpriv"), QStringLiteral("--bounding-set=-all"),
            QStringLiteral("--inh-caps=-all")}; // of util-linux
}

} // namespace support
