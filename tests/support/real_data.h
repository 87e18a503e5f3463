// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QString>
#include <QtTest>

namespace support {

// The folder of real public data that tests may use: $VETA_REAL_DATA, else ../shared/data beside
// the source. Tests skip where it is absent; in CI a skip counts as a failure.
inline QString realData(const QString& relative)
{
    QString root = qEnvironmentVariable("VETA_REAL_DATA");
    if (root.isEmpty())
        root = QStringLiteral(VETA_SOURCE_DIR "/../shared/data");
    return QDir::cleanPath(QDir(root).absoluteFilePath(relative));
}

} // namespace support

#define VETA_NEEDS_REAL_DATA(variable, relative)                                                   \
    const QString variable = support::realData(QStringLiteral(relative));                          \
    if (!QFile::exists(variable))                                                                  \
    QSKIP("set VETA_REAL_DATA to the folder of real data to run this test")
