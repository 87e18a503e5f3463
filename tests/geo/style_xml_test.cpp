// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/style_xml.h"

#include "base/error.h"
#include <QtTest>

class StyleXmlTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsATree();
    void refuses_data();
    void refuses();
    void nestsOnlySoDeep();
    void cleansText();
};

void StyleXmlTest::readsATree()
{
    const geo::XmlNode root = geo::parseStyleXml(
        "<?xml version='1.0' encoding='ISO-8859-1'?>\n<!DOCTYPE qgis PUBLIC 'a' 'b'>\n"
        "<x:a xmlns:x='u'>\n <b c='\xf1'> t<d/>ext </b><b/></x:a>",
        QStringLiteral("f"));
    QCOMPARE(root.name, QStringLiteral("a"));
    QCOMPARE(root.all(u"b").size(), std::size_t(2));
    QCOMPARE(root.child(u"b")->attribute(u"c"), QStringLiteral("ñ"));
    QCOMPARE(root.child(u"b")->text, QStringLiteral("text"));
    QCOMPARE(root.child(u"b")->line, qint64(4));
    QVERIFY(root.path({u"b", u"d"}) && !root.path({u"b", u"e", u"f"}));
}

void StyleXmlTest::refuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half") << QByteArray("<a><b>");
    QTest::newRow("two roots") << QByteArray("<a/><b/>");
    QTest::newRow("entity") << QByteArray("<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>");
    QTest::newRow("outside entity")
        << QByteArray("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a>&e;</a>");
    QTest::newRow("unknown entity") << QByteArray("<a>&e;</a>");
    QTest::newRow("no XML") << QByteArray("{\"a\": 1}");
}

void StyleXmlTest::refuses()
{
    QFETCH(QByteArray, bytes);
    QVERIFY_THROWS_EXCEPTION(base::Error, geo::parseStyleXml(bytes, QStringLiteral("f")));
}

void StyleXmlTest::nestsOnlySoDeep()
{
    const auto nested = [](int depth) {
        return QByteArray("<a>").repeated(depth) + QByteArray("</a>").repeated(depth);
    };
    geo::parseStyleXml(nested(geo::DeepestXml), QStringLiteral("f"));
    QVERIFY_THROWS_EXCEPTION(base::Error,
                             geo::parseStyleXml(nested(geo::DeepestXml + 1), QStringLiteral("f")));
}

void StyleXmlTest::cleansText()
{
    QString text = QStringLiteral("a\u0001ñ\t\n");
    text += QChar(0xd800); // half of a pair
    text += QString::fromUcs4(U"\U0001F30B");
    text += QChar(0xffff);
    QCOMPARE(geo::xmlText(text), QStringLiteral("añ\t\n") + QString::fromUcs4(U"\U0001F30B"));
}

QTEST_APPLESS_MAIN(StyleXmlTest)
#include "style_xml_test.moc"
