// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/lock_file.h"

#include "base/os.h"
#include "catalogue/project_file.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QtTest>

using catalogue::FileProblem;
using catalogue::LockFile;

class LockFileTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QString project() const { return m_dir.filePath(QStringLiteral("a.veta.gpkg")); }
    QString lock() const { return project() + QStringLiteral(".lock"); }
    void leave(const QByteArray& content) const
    {
        QFile file(lock());
        if (!file.open(QIODevice::WriteOnly) || file.write(content) < 0)
            qFatal("cannot write the lock");
    }
    static QByteArray holder(const QString& host, qint64 process)
    {
        return QJsonDocument(
                   QJsonObject{{QStringLiteral("host"), host},
                               {QStringLiteral("process"), process},
                               {QStringLiteral("user"), QStringLiteral("ana")},
                               {QStringLiteral("since"), QStringLiteral("2026-11-02T08:00:00Z")}})
            .toJson();
    }

private Q_SLOTS:
    void init() { m_dir = QTemporaryDir(); }

    void saysWhoHoldsItAndGoesAtTheEnd()
    {
        {
            const LockFile held(project());
            QFile file(lock());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QJsonObject content = QJsonDocument::fromJson(file.readAll()).object();
            QCOMPARE(content.value(QLatin1String("host")).toString(), base::hostName());
            QCOMPARE(content.value(QLatin1String("process")).toInteger(), base::processId());
            QVERIFY(
                QDateTime::fromString(content.value(QLatin1String("since")).toString(), Qt::ISODate)
                    .isValid());
        }
        QVERIFY(!QFile::exists(lock()));
    }

    void anotherLivingHolderIsNamed_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<qint64>("process");
        QTest::newRow("this process") << base::hostName() << base::processId();
        QTest::newRow("another machine") << QStringLiteral("ministry-pc-7") << qint64(1234);
    }
    void anotherLivingHolderIsNamed()
    {
        QFETCH(QString, host);
        QFETCH(qint64, process);
        leave(holder(host, process));
        try {
            const LockFile held(project());
            QFAIL("taken from a living holder");
        } catch (const FileProblem& problem) {
            QCOMPARE(problem.kind(), FileProblem::Kind::Held);
            for (const QString& part :
                 {project(), host, QString::number(process), QStringLiteral("ana"), lock()})
                QVERIFY2(problem.message().contains(part), qPrintable(problem.message()));
        }
        QVERIFY(QFile::exists(lock())); // it is the other's
    }

    void whatADeadProcessLeftIsTakenOver()
    {
        QProcess dead;
        dead.start(QStringLiteral("true"), {});
        const qint64 process = dead.processId();
        QVERIFY(dead.waitForFinished());
        leave(holder(base::hostName(), process));
        {
            const LockFile held(project());
            QFile file(lock());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY(file.readAll().contains(QByteArray::number(base::processId())));
        }
        QVERIFY(!QFile::exists(lock()));
    }

    void rubbishIsTakenOver()
    {
        for (const char* content : {"", "x", "{}", "[1]", "\xff\xfe"}) {
            leave(content);
            {
                const LockFile held(project());
            }
            QVERIFY(!QFile::exists(lock()));
        }
    }
};

QTEST_GUILESS_MAIN(LockFileTest)
#include "lock_file_test.moc"
