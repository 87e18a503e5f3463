// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "shortlist/sample.h"

#include <QJsonObject>

namespace cli {

namespace {

class Sample : public Command
{
    std::string m_file;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand("sample", "Make the sample project file");
        addFile(*sub, m_file);
        return sub;
    }

    void run(Context& context) override
    {
        // Nobody's own work is written here, so nobody has to be named.
        catalogue::Author author{QStringLiteral("US"), QStringLiteral("Veta")};
        if (!context.as.empty() || qEnvironmentVariableIsSet("VETA_AS"))
            author = context.author();
        const QString path = toQString(m_file);
        shortlist::createSample(path, author, context.progress());
        context.done(QStringLiteral("Made the sample project %1.").arg(path));
        context.value(QJsonObject{{QStringLiteral("file"), path}});
    }
};

} // namespace

std::unique_ptr<Command> makeSample()
{
    return std::make_unique<Sample>();
}

} // namespace cli
