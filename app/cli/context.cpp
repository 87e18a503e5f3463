// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command.h"

#include "base/os.h"

#include <QCoreApplication>
#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>
#include <cstdio>

namespace cli {

namespace {

void print(FILE* stream, const QString& text)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stream);
}

void showProgress(const base::Progress::State& state)
{
    const QString share =
        state.total > 0 ? QStringLiteral(" %1 %").arg(state.done * 100 / state.total) : QString();
    const QByteArray text = QStringLiteral("\r\033[K%1%2").arg(state.text, share).toUtf8();
    std::fwrite(text.constData(), 1, size_t(text.size()), stderr);
    std::fflush(stderr);
}

} // namespace

Context::Context() = default;
Context::~Context() = default;

catalogue::Author Context::author() const
{
    const QString given = as.empty() ? qEnvironmentVariable("VETA_AS") : toQString(as);
    if (given.isEmpty())
        throw UsageError(QStringLiteral("This writes to the project file: say who does it, as in "
                                        "--as MX:Ana (or set VETA_AS)."));
    try {
        return catalogue::parseAuthor(given);
    } catch (const base::Error& error) {
        throw UsageError(error.message(), error.cause());
    }
}

void Context::start()
{
    m_words = std::make_unique<base::Translation>(language);
    m_words->install();
    if (!quiet && base::errorIsTerminal())
        m_progress = std::make_unique<base::Progress>(showProgress);
    else
        m_progress = std::make_unique<base::Progress>();
    m_interrupt = std::make_unique<base::InterruptCancels>(*m_progress);
}

void Context::line(const QString& text) const
{
    if (!json)
        print(stdout, text);
}

void Context::done(const QString& text) const
{
    if (!quiet)
        line(text);
}

void Context::table(const QStringList& header, const std::vector<QStringList>& rows) const
{
    if (json)
        return;
    QList<qsizetype> widths;
    for (const QString& cell : header)
        widths << cell.size();
    for (const QStringList& row : rows)
        for (qsizetype i = 0; i < row.size() && i < widths.size(); ++i)
            widths[i] = std::max(widths[i], row[i].size());
    const auto joined = [&](const QStringList& cells) {
        QString text;
        for (qsizetype i = 0; i < cells.size(); ++i)
            text += i + 1 < cells.size() ? cells[i].leftJustified(widths[i] + 2) : cells[i];
        while (text.endsWith(u' '))
            text.chop(1);
        return text;
    };
    print(stdout, joined(header));
    for (const QStringList& row : rows)
        print(stdout, joined(row));
}

void Context::value(const QJsonValue& value) const
{
    if (!json)
        return;
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    print(stdout, QString::fromUtf8(document.toJson(QJsonDocument::Indented)).trimmed());
}

void Context::say(const QString& text) const
{
    if (!quiet)
        print(stderr, text);
}

void Context::issues(const std::vector<base::Issue>& issues)
{
    for (const base::Issue& issue : issues) {
        if (issue.severity != base::Severity::Note)
            m_hadIssues = true;
        say(base::toText(issue));
    }
}

std::unique_ptr<catalogue::ProjectFile> Context::open(const std::string& path,
                                                      catalogue::OpenMode mode)
{
    auto file = catalogue::ProjectFile::open(toQString(path), mode, progress());
    file->setReason(toQString(reason));
    return file;
}

void addFile(CLI::App& command, std::string& path)
{
    command.add_option("FILE", path, "The project file (NAME.veta.gpkg)")->required();
}

QString toQString(const std::string& text)
{
    return QString::fromStdString(text);
}

std::vector<double> parseNumbers(const std::string& text, size_t count, const char* what)
{
    std::vector<double> numbers;
    bool good = true;
    for (const QString& part : toQString(text).split(u',')) {
        bool ok = false;
        numbers.push_back(part.trimmed().toDouble(&ok));
        good = good && ok;
    }
    if (!good || numbers.size() != count)
        throw UsageError(QStringLiteral("“%1” is not %2.")
                             .arg(toQString(text).trimmed(), QString::fromLatin1(what)));
    return numbers;
}

Box parseBox(const std::string& text)
{
    const std::vector<double> n =
        parseNumbers(text, 4, "an extent W,S,E,N in degrees, such as -115,28,-103,35");
    if (n[1] > n[3])
        throw UsageError(QStringLiteral("The south of the extent “%1” lies north of its north.")
                             .arg(toQString(text).trimmed()));
    if (std::abs(n[0]) > 360 || std::abs(n[2]) > 360 || n[1] < -90 || n[3] > 90 || n[0] == n[2] ||
        n[1] == n[3])
        throw UsageError(QStringLiteral("The extent “%1” is no area of the Earth in degrees.")
                             .arg(toQString(text)));
    return {n[0], n[1], n[2], n[3]};
}

QPointF parsePlace(const std::string& text)
{
    const std::vector<double> n =
        parseNumbers(text, 2, "a place LON,LAT in degrees, such as -110.97,29.07");
    if (std::abs(n[0]) > 180 || std::abs(n[1]) > 90)
        throw UsageError(QStringLiteral("“%1” is no place on Earth: LON,LAT in degrees.")
                             .arg(toQString(text).trimmed()));
    return {n[0], n[1]};
}

QString parseDate(const std::string& text)
{
    QString date = toQString(text);
    const QString whole = date + QStringLiteral("-01-01").mid(date.size() == 4   ? 0
                                                              : date.size() == 7 ? 3
                                                                                 : 6);
    if (!date.isEmpty() && (whole.size() != 10 || !QDate::fromString(whole, Qt::ISODate).isValid()))
        throw UsageError(
            QStringLiteral("“%1” is no date such as 2024, 2024-05 or 2024-05-17.").arg(date));
    return date;
}

QString parseTerm(const catalogue::Vocabulary& words, const std::string& text)
{
    if (text.empty())
        return {};
    const QString key = words.keyFor(toQString(text));
    if (!key.isEmpty())
        return key;
    QStringList keys;
    for (const catalogue::Term& term : words.terms())
        keys << term.key;
    throw UsageError(QStringLiteral("“%1” is not known. There are: %2.")
                         .arg(toQString(text), keys.join(QStringLiteral(", "))));
}

} // namespace cli
