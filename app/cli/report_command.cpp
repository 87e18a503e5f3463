// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "report/csv_report.h"
#include "report/pdf_report.h"

#include <QJsonObject>

namespace cli {

namespace {

class Report : public Command
{
    std::string m_file;
    std::string m_out;
    bool m_noBom = false;

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand("report", "Write the shortlist as PDF or CSV");
        addFile(*sub, m_file);
        sub->add_option("-o,--output", m_out, "OUT.pdf or OUT.csv")->required();
        sub->add_flag("--no-bom", m_noBom, "CSV without a byte order mark");
        return sub;
    }

    void run(Context& context) override
    {
        const QString out = toQString(m_out);
        const bool pdf = out.endsWith(QLatin1String(".pdf"), Qt::CaseInsensitive);
        if (!pdf && !out.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
            throw UsageError(QStringLiteral("“%1” ends neither in .pdf nor in .csv.").arg(out));
        const auto file = context.open(m_file, catalogue::OpenMode::ReadOnly);
        const report::ShortlistContent content =
            report::readShortlistContent(*file, context.words(), context.progress());
        for (const catalogue::LoadedLayer& layer : content.map.layers)
            if (layer.state != catalogue::LayerState::Ready)
                context.issues({{base::Severity::Warning, layer.problem, {}}});
        if (pdf)
            report::writePdf(content, context.words(), out, context.progress());
        else
            report::writeCsv(content, context.words(), out, !m_noBom);
        context.done(QStringLiteral("Wrote %1.").arg(out));
        context.value(QJsonObject{{QStringLiteral("file"), out}});
    }
};

} // namespace

std::unique_ptr<Command> makeReport()
{
    return std::make_unique<Report>();
}

} // namespace cli
