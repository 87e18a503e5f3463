// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.h"
#include "base/error.h"
#include "base/os.h"
#include "base/progress.h"

#include <QTemporaryDir>
#include <QtTest>
#include <csignal>

class OsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void createExclusivelyMakesAFileOnce()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("lock"));
        QVERIFY(base::createExclusively(path, "one"));
        QVERIFY(!base::createExclusively(path, "two"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("one"));
        base::syncToDisk(path);
        QVERIFY_THROWS_EXCEPTION(
            base::Error, base::createExclusively(dir.filePath(QStringLiteral("no/lock")), "x"));
    }
    void knowsWhoRuns()
    {
        QVERIFY(base::isProcessAlive(base::processId()));
        QVERIFY(!base::isProcessAlive(0));
        QVERIFY(base::peakMemoryBytes() > 1000000);
    }
    void interruptCancelsTheProgress()
    {
        base::Progress progress;
        {
            const base::InterruptCancels guard(progress);
            std::raise(SIGINT);
        }
        QVERIFY(progress.isCancelled());
    }
    void fileDigestIsWhatSha256sumPrints()
    {
        const QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("abc"));
        QVERIFY(base::createExclusively(path, "abc"));
        base::Progress progress;
        QCOMPARE(
            base::sha256OfFile(path, progress),
            QStringLiteral("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QVERIFY_THROWS_EXCEPTION(base::Error, base::sha256OfFile(path + u'x', progress));
    }
};

QTEST_GUILESS_MAIN(OsTest)
#include "os_test.moc"
