// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/value.h"

#include <QtTest>
#include <cmath>
#include <limits>

using catalogue::Value;

namespace {

QByteArray canonical(const Value& value)
{
    QByteArray bytes;
    catalogue::appendCanonical(bytes, value);
    return bytes;
}

} // namespace

Q_DECLARE_METATYPE(Value)

class ValueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    // Byte by byte as docs/file-format.md has it.
    void canonicalBytes_data()
    {
        QTest::addColumn<Value>("value");
        QTest::addColumn<QByteArray>("hex");
        constexpr double TwoTo53 = 9007199254740992.0;
        QTest::newRow("null") << Value() << QByteArray();
        QTest::newRow("zero") << Value(qint64(0)) << QByteArray("490000000000000000");
        QTest::newRow("one") << Value(qint64(1)) << QByteArray("490000000000000001");
        QTest::newRow("negative") << Value(qint64(-2)) << QByteArray("49fffffffffffffffe");
        QTest::newRow("largest") << Value(std::numeric_limits<qint64>::max())
                                 << QByteArray("497fffffffffffffff");
        QTest::newRow("whole real") << Value(5.0) << QByteArray("490000000000000005");
        QTest::newRow("minus zero") << Value(-0.0) << QByteArray("490000000000000000");
        QTest::newRow("2^53") << Value(TwoTo53) << QByteArray("490020000000000000");
        QTest::newRow("2^54") << Value(2 * TwoTo53) << QByteArray("524350000000000000");
        QTest::newRow("half") << Value(0.5) << QByteArray("523fe0000000000000");
        QTest::newRow("infinity") << Value(std::numeric_limits<double>::infinity())
                                  << QByteArray("527ff0000000000000");
        QTest::newRow("nan") << Value(std::nan("")) << QByteArray("527ff8000000000000");
        QTest::newRow("other nan") << Value(-std::nan("7")) << QByteArray("527ff8000000000000");
        QTest::newRow("text") << Value(std::string("Ni\xc3\xb1o")) << QByteArray("544e69c3b16f");
        QTest::newRow("empty text") << Value(std::string()) << QByteArray("54");
        QTest::newRow("text with a zero")
            << Value(std::string("a\0b", 3)) << QByteArray("54610062");
        QTest::newRow("blob") << Value(QByteArray("a\0b", 3)) << QByteArray("42610062");
        QTest::newRow("empty blob") << Value(QByteArray()) << QByteArray("42");
    }
    void canonicalBytes()
    {
        QFETCH(Value, value);
        QFETCH(QByteArray, hex);
        QCOMPARE(canonical(value).toHex(), hex);
        QCOMPARE(canonical(catalogue::fromCanonical(canonical(value))).toHex(), hex);
        QVERIFY(catalogue::sameValue(value, catalogue::fromCanonical(canonical(value))));
    }

    void missingIsNeitherZeroNorEmpty()
    {
        QVERIFY(!catalogue::sameValue(Value(), Value(qint64(0))));
        QVERIFY(!catalogue::sameValue(Value(), Value(std::string())));
        QVERIFY(!catalogue::sameValue(Value(std::string("5")), Value(qint64(5))));
        QVERIFY(!catalogue::sameValue(Value(std::string("a")), Value(QByteArray("a"))));
    }

    void damagedBytesAreNull()
    {
        for (const char* bytes : {"I1234567", "I123456789", "R", "X12345678"})
            QVERIFY(std::holds_alternative<std::monostate>(catalogue::fromCanonical(bytes)));
    }

    void textForAPerson()
    {
        QCOMPARE(catalogue::toText(Value()), std::nullopt);
        QCOMPARE(*catalogue::toText(Value(0.1)), QStringLiteral("0.1"));
        QCOMPARE(*catalogue::toText(Value(qint64(-3))), QStringLiteral("-3"));
        QCOMPARE(*catalogue::toText(Value(QByteArray("\x01\xff"))), QStringLiteral("0x01ff"));
    }
};

QTEST_APPLESS_MAIN(ValueTest)
#include "value_test.moc"
