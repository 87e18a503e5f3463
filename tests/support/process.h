// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QtTest>

namespace support {

// What a program said and how it ended; 255 where it did not end by itself.
struct Ended
{
    int code = 255;
    QString out;
    QString err;
    QByteArray bytes; // what `out` was read from
    QJsonDocument json() const { return QJsonDocument::fromJson(bytes); }
    // For QVERIFY2 and QTest::qFail.
    QString told() const { return QStringLiteral("exit %1\n%2\n%3").arg(code).arg(out, err); }
};

using Variables = QMap<QString, QString>;

// Runs a program to its end in the tests' own surroundings, with these variables set besides.
inline Ended runProgram(const QString& program, const QStringList& arguments,
                        const Variables& variables = {}, const QString& folder = {},
                        const QByteArray& input = {})
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("VETA_AS"));
    for (auto each = variables.begin(); each != variables.end(); ++each)
        environment.insert(each.key(), each.value());
    process.setProcessEnvironment(environment);
    if (!folder.isEmpty())
        process.setWorkingDirectory(folder);
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    Ended ended;
    if (!process.waitForFinished(300'000)) {
        ended.err = program + QStringLiteral(": ") + process.errorString();
        return ended;
    }
    if (process.exitStatus() == QProcess::NormalExit)
        ended.code = process.exitCode();
    ended.bytes = process.readAllStandardOutput();
    ended.out = QString::fromUtf8(ended.bytes);
    ended.err = QString::fromUtf8(process.readAllStandardError());
    return ended;
}

// The command line as it was built, in English unless told otherwise.
inline Ended veta(const QStringList& arguments, const Variables& variables = {},
                  const QString& folder = {})
{
    return runProgram(QStringLiteral(VETA_CLI), arguments, variables, folder);
}

inline QByteArray bytesAt(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeAt(const QString& path, const QByteArray& bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace support
