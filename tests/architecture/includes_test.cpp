// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads the sources as text and fails where a rule of docs/architecture.md is broken.

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

namespace {

struct Line
{
    QString file; // from the source root, as "geo/crs.cpp"
    int number = 0;
    QString text;
};

QString roomOf(const QString& file)
{
    if (file.startsWith(QLatin1String("app/cli/")))
        return QStringLiteral("app/cli");
    return file.section(u'/', 0, 0);
}

// What each room may include of the others.
const QMap<QString, QStringList>& allowed()
{
    static const QMap<QString, QStringList> rooms = [] {
        const QStringList chain{QStringLiteral("base"),      QStringLiteral("geo"),
                                QStringLiteral("catalogue"), QStringLiteral("shortlist"),
                                QStringLiteral("report"),    QStringLiteral("exchange")};
        QMap<QString, QStringList> result;
        for (qsizetype i = 0; i < chain.size(); ++i)
            result.insert(chain[i], chain.mid(0, i + 1));
        result.insert(QStringLiteral("widgets"), chain + QStringList{QStringLiteral("widgets")});
        result.insert(QStringLiteral("app/cli"), chain + QStringList{QStringLiteral("app/cli")});
        result.insert(QStringLiteral("app"),
                      chain + QStringList{QStringLiteral("widgets"), QStringLiteral("app")});
        result.insert(QStringLiteral("resources"), {QStringLiteral("resources")});
        return result;
    }();
    return rooms;
}

std::vector<Line> sourceLines()
{
    std::vector<Line> lines;
    const QDir root(QStringLiteral(VETA_SOURCE_DIR));
    for (const QString& room :
         {QStringLiteral("base"), QStringLiteral("geo"), QStringLiteral("catalogue"),
          QStringLiteral("shortlist"), QStringLiteral("report"), QStringLiteral("exchange"),
          QStringLiteral("widgets"), QStringLiteral("app")}) {
        QDirIterator files(root.filePath(room), {QStringLiteral("*.h"), QStringLiteral("*.cpp")},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            QFile file(path);
            if (!file.open(QIODevice::ReadOnly))
                continue;
            int number = 0;
            for (const QByteArray& text : file.readAll().split('\n'))
                lines.push_back({root.relativeFilePath(path), ++number, QString::fromUtf8(text)});
        }
    }
    return lines;
}

// The rules, each as a function of one line; "" where it is kept.
QString upwardArrow(const Line& line)
{
    static const QRegularExpression include(QStringLiteral("^\\s*#\\s*include\\s+\"([^\"]+)\""));
    const auto match = include.match(line.text);
    if (!match.hasMatch())
        return {};
    const QString target = match.captured(1);
    if (!target.contains(u'/'))
        return {}; // a .moc beside its source
    const QString room = roomOf(target);
    const QString from = roomOf(line.file);
    if (!allowed().contains(room))
        return QStringLiteral("includes %1, which is no room").arg(target);
    if (!allowed().value(from).contains(room))
        return QStringLiteral("%1 must not include %2").arg(from, target);
    return {};
}

QString foreignLibrary(const Line& line)
{
    static const QRegularExpression include(
        QStringLiteral("^\\s*#\\s*include\\s+[<\"]([^>\"]+)[>\"]"));
    static const QRegularExpression space(
        QStringLiteral("^(gdal|ogr|cpl_|proj\\.h|geodesic\\.h|geos)"));
    static const QRegularExpression sql(QStringLiteral("^(sqlite3|SQLiteCpp)"));
    static const QRegularExpression posix(
        QStringLiteral("^(unistd|fcntl|sys/|signal\\.h|csignal|pthread|dirent)"));
    const auto match = include.match(line.text);
    if (!match.hasMatch())
        return {};
    const QString header = match.captured(1);
    const QString room = roomOf(line.file);
    if (space.match(header).hasMatch() && room != QLatin1String("geo"))
        return QStringLiteral("GDAL, PROJ and GEOS end in geo/: %1").arg(header);
    if (space.match(header).hasMatch() && line.file.endsWith(QLatin1String(".h")) &&
        !line.file.contains(QLatin1String("gdal_session")) &&
        !line.file.contains(QLatin1String("/internal/")))
        return QStringLiteral("a public header shows %1").arg(header);
    if (sql.match(header).hasMatch()) {
        const bool store =
            line.file.endsWith(QLatin1String("_store.cpp")) &&
            (room == QLatin1String("shortlist") || room == QLatin1String("exchange"));
        if (room != QLatin1String("catalogue") && !store)
            return QStringLiteral("SQL ends in catalogue/ and the stores: %1").arg(header);
    }
    if (posix.match(header).hasMatch() && line.file != QLatin1String("base/os.cpp"))
        return QStringLiteral("POSIX calls stand in base/os.cpp alone: %1").arg(header);
    static const QRegularExpression widgets(QStringLiteral(
        "^(QtWidgets|QApplication|QWidget|QMainWindow|QSplitter|QCompleter|qcustomplot\\.h|"
        "Q(Message|Combo|Spin|DoubleSpin|Group|Check|Tool)Box|Q(Table|Tree|List|Header)View|"
        "Q(?!TextLayout)[A-Z][A-Za-z]*(Button|Layout|Dialog|Menu|StatusBar|Widget|Label|Edit|"
        "Slider))$"));
    const bool windowed = room == QLatin1String("widgets") || room == QLatin1String("app") ||
                          room == QLatin1String("app/cli") ||
                          line.file.startsWith(QLatin1String("report/chart_"));
    if (widgets.match(header).hasMatch() && !windowed)
        return QStringLiteral("Qt Widgets stand in widgets/ and app/ alone: %1").arg(header);
    return {};
}

QString sqlText(const Line& line)
{
    static const QRegularExpression statement(
        QStringLiteral("\"(SELECT |INSERT (OR [A-Z]+ )?INTO |UPDATE [a-z_]+ SET |DELETE FROM "
                       "|CREATE TABLE |PRAGMA )"));
    if (!statement.match(line.text).hasMatch())
        return {};
    const QString room = roomOf(line.file);
    if (room == QLatin1String("catalogue") || line.file.endsWith(QLatin1String("_store.cpp")))
        return {};
    return QStringLiteral("a SQL statement outside catalogue/ and the stores");
}

QString messageBox(const Line& line)
{
    if (!line.text.contains(QLatin1String("QMessageBox")) ||
        line.file.startsWith(QLatin1String("widgets/message.")))
        return {};
    return QStringLiteral("message boxes are made in widgets/message.cpp alone");
}

QString singleton(const Line& line)
{
    static const QRegularExpression instance(QStringLiteral(
        "\\bstatic\\s+[A-Za-z_:]+\\s*[*&]\\s*(instance|theInstance|self|get)\\s*\\("));
    if (!instance.match(line.text).hasMatch())
        return {};
    return QStringLiteral("a singleton");
}

QStringList broken(const std::vector<Line>& lines, QString (*rule)(const Line&))
{
    QStringList found;
    for (const Line& line : lines) {
        const QString text = rule(line);
        if (!text.isEmpty())
            found << QStringLiteral("%1:%2: %3").arg(line.file).arg(line.number).arg(text);
    }
    return found;
}

} // namespace

class IncludesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rulesHold_data()
    {
        QTest::addColumn<int>("rule");
        for (int i = 0; i < RuleCount; ++i)
            QTest::newRow(Names[i]) << i;
    }
    void rulesHold()
    {
        QFETCH(int, rule);
        const std::vector<Line> lines = sourceLines();
        QVERIFY2(lines.size() > 1000, "no sources were found");
        const QStringList found = broken(lines, Rules[rule]);
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    // Each rule sees what it is there to see.
    void rulesCatch_data()
    {
        QTest::addColumn<int>("rule");
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("text");
        QTest::newRow("up") << 0 << "geo/crs.cpp"
                            << "#include \"catalogue/site.h\"";
        QTest::newRow("across") << 0 << "widgets/a.cpp"
                                << "#include \"app/cli/command.h\"";
        QTest::newRow("gdal") << 1 << "catalogue/a.cpp"
                              << "#include <gdal.h>";
        QTest::newRow("gdal shown") << 1 << "geo/a.h"
                                    << "#include <ogr_api.h>";
        QTest::newRow("sql header") << 1 << "report/a.cpp"
                                    << "#include <sqlite3.h>";
        QTest::newRow("widget") << 1 << "geo/a.cpp"
                                << "#include <QWidget>";
        QTest::newRow("posix") << 1 << "geo/a.cpp"
                               << "#include <unistd.h>";
        QTest::newRow("sql") << 2 << "widgets/a.cpp"
                             << "q(\"SELECT name FROM sites\");";
        QTest::newRow("box") << 3 << "widgets/panel.cpp"
                             << "QMessageBox::warning(this, {}, {});";
        QTest::newRow("singleton") << 4 << "geo/a.h"
                                   << "static Registry& instance();";
    }
    void rulesCatch()
    {
        QFETCH(int, rule);
        QFETCH(QString, file);
        QFETCH(QString, text);
        QVERIFY(!Rules[rule]({file, 1, text}).isEmpty());
    }

private:
    static constexpr int RuleCount = 5;
    static constexpr const char* Names[RuleCount] = {
        "arrows run one way", "libraries stay in their rooms", "SQL stays in its rooms",
        "one maker of message boxes", "no singleton"};
    static constexpr QString (*Rules[RuleCount])(const Line&) = {upwardArrow, foreignLibrary,
                                                                 sqlText, messageBox, singleton};
};

QTEST_GUILESS_MAIN(IncludesTest)
#include "includes_test.moc"
