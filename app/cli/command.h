// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/issue.h"
#include "base/language.h"
#include "base/os.h"
#include "base/progress.h"
#include "catalogue/project_file.h"
#include "catalogue/vocabulary.h"

#include <CLI/CLI.hpp>
#include <QJsonValue>
#include <QPointF>
#include <QString>
#include <QStringList>
#include <memory>
#include <optional>
#include <vector>

namespace cli {

enum ExitCode { Done = 0, Failed = 1, WrongUsage = 2, DoneWithIssues = 3, Interrupted = 130 };

// What a person got wrong on the command line: exit code 2.
class UsageError : public base::Error
{
public:
    using base::Error::Error;
};

// What every command has: the options all of them share, and the way out of it.
class Context
{
public:
    Context();
    ~Context();
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;

    bool json = false;
    bool quiet = false;
    base::Language language = base::Language::English;
    std::string as; // "MX:Ana"
    std::string reason;

    // Who writes; from --as, else from VETA_AS. Throws UsageError where neither says.
    catalogue::Author author() const;
    base::Progress& progress() { return *m_progress; }
    const base::Translation& words() const { return *m_words; }
    void start(); // after the options were read

    // Results, on the standard output. With --json only value() and nothing else is printed.
    void line(const QString& text) const;
    // That a change was made or a file written; not with --quiet.
    void done(const QString& text) const;
    void table(const QStringList& header, const std::vector<QStringList>& rows) const;
    void value(const QJsonValue& value) const;
    // What there is to say besides, on the standard error; not with --quiet.
    void say(const QString& text) const;
    // Issues are printed with their place and make the exit code 3.
    void issues(const std::vector<base::Issue>& issues);
    bool hadIssues() const { return m_hadIssues; }

    std::unique_ptr<catalogue::ProjectFile> open(const std::string& path, catalogue::OpenMode mode);

private:
    std::unique_ptr<base::Progress> m_progress;
    std::unique_ptr<base::InterruptCancels> m_interrupt;
    std::unique_ptr<base::Translation> m_words;
    bool m_hadIssues = false;
};

// One command, in a file of its own: what it may be told, and what it does. To add one, write its
// class with a function that makes it, and name that function in commands.h.
class Command
{
public:
    Command() = default;
    Command(const Command&) = delete;
    Command& operator=(const Command&) = delete;
    virtual ~Command() = default;
    // Names, describes and furnishes its subcommand of `app`; `context` outlives the command.
    virtual CLI::App* setup(CLI::App& app) = 0;
    virtual void run(Context& context) = 0;
};

// Help for options that many commands have.
void addFile(CLI::App& command, std::string& path);
QString toQString(const std::string& text);
// "W,S,E,N" in degrees. Throws UsageError.
struct Box
{
    double west = 0, south = 0, east = 0, north = 0;
};
Box parseBox(const std::string& text);
// "LON,LAT" in degrees, x and y. Throws UsageError.
QPointF parsePlace(const std::string& text);
// "2024", "2024-05" or "2024-05-17"; empty stays empty. Throws UsageError.
QString parseDate(const std::string& text);
std::vector<double> parseNumbers(const std::string& text, size_t count, const char* what);

// A key of a vocabulary from what a person typed; empty stays empty. Throws UsageError listing the
// keys.
QString parseTerm(const catalogue::Vocabulary& words, const std::string& text);

} // namespace cli
