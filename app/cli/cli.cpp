// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"

#include "app/cli/commands.h"
#include "base/error.h"

#include <QApplication>
#include <cctype>
#include <cstdio>

namespace cli {

namespace {

void complain(const QString& message, const QString& cause)
{
    QString text = QStringLiteral("veta-cli: ") + message;
    if (!cause.isEmpty() && qEnvironmentVariableIsSet("VETA_DEBUG"))
        text += QStringLiteral("\n(") + cause + QLatin1Char(')');
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stderr);
}

// What Qt remarks about the system it runs on is nothing a person can act on.
void quiet(QtMsgType, const QMessageLogContext&, const QString&) {}

base::Language languageOf(const std::string& given)
{
    if (!given.empty())
        return base::languageFromCode(toQString(given));
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"})
        if (const QString value = qEnvironmentVariable(name); !value.isEmpty())
            return base::languageFromCode(value);
    return base::Language::English;
}

// Last word first, as CLI11 wants them. "-117.1,25" is a place and no option: a space before it
// says so.
std::vector<std::string> wordsOf(int argc, char** argv)
{
    std::vector<std::string> words;
    words.reserve(size_t(argc));
    for (int i = argc - 1; i > 0; --i) {
        std::string word = argv[i];
        if (word.size() > 1 && word[0] == '-' && (std::isdigit(word[1]) != 0 || word[1] == '.'))
            word.insert(0, 1, ' ');
        words.push_back(std::move(word));
    }
    return words;
}

// What CLI11 found wrong, with the command it was typed for and where to read on.
std::string wrongUsage(const CLI::App* app, const CLI::Error& error)
{
    std::string command = app->get_name();
    const CLI::App* deepest = app;
    while (!deepest->get_subcommands().empty()) {
        deepest = deepest->get_subcommands().front();
        command += ' ' + deepest->get_name();
    }
    std::string text = error.what();
    if (const size_t blanks = text.find("  -"); blanks != std::string::npos) // see wordsOf()
        text.erase(blanks, 1);
    if (dynamic_cast<const CLI::RequiredError*>(&error) != nullptr &&
        deepest->get_require_subcommand_min() > 0) {
        std::string names;
        for (const CLI::App* each : deepest->get_subcommands([](const CLI::App*) { return true; }))
            names += (names.empty() ? "" : ", ") + each->get_name();
        std::string typed;
        for (const std::string& word : app->remaining(true))
            if (typed.empty() && !word.starts_with('-'))
                typed = word;
        text = (typed.empty() ? "Say what to do" : "“" + typed + "” is no command") +
               ". There are: " + names + '.';
    }
    return command + ": " + text + "\nSee " + command + " --help.\n";
}

} // namespace

int run(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    if (!qEnvironmentVariableIsSet("VETA_DEBUG"))
        qInstallMessageHandler(quiet);
    const QApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("veta"));

    Context context;
    std::string language;
    CLI::App app("Veta: a workbench for joint decisions on critical-mineral projects");
    app.name("veta-cli");
    app.set_version_flag("--version", "veta-cli " VETA_VERSION);
    app.require_subcommand(1);
    app.fallthrough();
    app.failure_message(wrongUsage);
    app.add_flag("--json", context.json, "Print one JSON value");
    app.add_flag("-q,--quiet", context.quiet, "Print only what was asked for, and errors");
    app.add_option("--language", language, "en or es; else as LANG says")
        ->check(CLI::IsMember({"en", "es"}));
    app.add_option("--as", context.as, "Who writes: delegation and name, as in MX:Ana");
    app.add_option("--reason", context.reason, "Why: kept in the history with what is written");
    std::vector<std::pair<CLI::App*, std::unique_ptr<Command>>> commands;
    for (std::unique_ptr<Command>& command : allCommands()) {
        CLI::App* sub = command->setup(app);
        commands.emplace_back(sub, std::move(command));
    }

    try {
        try {
            app.parse(wordsOf(argc, argv));
        } catch (const CLI::ParseError& error) {
            return app.exit(error) == 0 ? Done : WrongUsage;
        }
        context.language = languageOf(language);
        context.start();
        for (const auto& [sub, command] : commands)
            if (sub->parsed())
                command->run(context);
        return context.hadIssues() ? DoneWithIssues : Done;
    } catch (const base::Cancelled&) {
        complain(QStringLiteral("Interrupted; nothing was changed."), {});
        return Interrupted;
    } catch (const UsageError& error) {
        complain(error.message(), error.cause());
        return WrongUsage;
    } catch (const base::Error& error) {
        complain(error.message(), error.cause());
        return Failed;
    } catch (const std::exception& error) {
        complain(QStringLiteral("Something went wrong that was not expected."),
                 QString::fromUtf8(error.what()));
        return Failed;
    }
}

} // namespace cli
