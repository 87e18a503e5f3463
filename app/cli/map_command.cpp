// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include "catalogue/access.h"
#include "catalogue/settings.h"
#include "geo/map_renderer.h"
#include "report/map_sheet.h"
#include "report/paper.h"
#include "report/project_map.h"

#include <QImage>
#include <QJsonObject>
#include <QSaveFile>
#include <numeric>

namespace cli {

namespace {

constexpr double MostMarginMillimetres = 200;

const std::map<std::string, report::LegendPlace> LegendPlaces{
    {"auto", report::LegendPlace::Automatic}, {"beside", report::LegendPlace::Beside},
    {"below", report::LegendPlace::Below},    {"page", report::LegendPlace::OwnPage},
    {"none", report::LegendPlace::None},
};

class Map : public Command
{
    std::string m_file;
    std::string m_out;
    std::string m_extent;
    std::string m_size = "1920x1080";
    std::string m_crs;
    double m_scale = 1;
    bool m_noLegend = false;
    bool m_noGraticule = false;
    // Of a sheet of paper.
    std::string m_paper = "A4";
    bool m_landscape = false;
    double m_margin = 10;
    double m_mapScale = 0;
    std::string m_centre;
    int m_dotsPerInch = 300;
    double m_enlarge = 0;
    std::string m_title;
    std::string m_subtitle;
    std::string m_remarks;
    report::LegendPlace m_legend = report::LegendPlace::Automatic;
    bool m_noScaleBar = false;
    bool m_noNorthArrow = false;
    bool m_noNotes = false;
    std::vector<CLI::Option*> m_ofSheet;   // that make it one
    std::vector<CLI::Option*> m_ofPicture; // that a sheet has no use for

public:
    CLI::App* setup(CLI::App& app) override
    {
        CLI::App* sub = app.add_subcommand(
            "map", "Draw the map as a PNG, or on a sheet of paper as PDF, PNG or TIFF");
        addFile(*sub, m_file);
        sub->add_option("-o,--output", m_out, "OUT.png, OUT.pdf or OUT.tif")->required();
        sub->add_option("--extent", m_extent, "W,S,E,N in degrees, WGS 84");
        sub->add_option("--crs", m_crs, "CRS of the map, instead of the project's own");
        sub->add_flag("--no-legend", m_noLegend, "Leave the legend out");
        sub->add_flag("--no-graticule", m_noGraticule, "Leave the graticule out");
        m_ofPicture = {
            sub->add_option("--size", m_size, "PNG alone: pixels, as in 1920x1080"),
            sub->add_option("--scale", m_scale,
                            "PNG alone: device pixels to a pixel of --size (2: twice as fine)")
                ->check(CLI::Range(0.5, 8.0)),
        };
        QStringList names;
        for (const report::Paper& paper : report::papers())
            names << paper.key;
        m_ofSheet = {
            sub->add_option("--paper", m_paper,
                            "Sheet: " + names.join(QStringLiteral(", ")).toStdString() +
                                ", or as in 420x297mm and 11x17in"),
            sub->add_flag("--landscape", m_landscape, "Sheet: longer side across"),
            sub->add_option("--margin", m_margin, "Sheet: margins in millimetres (10)")
                ->check(CLI::Range(0.0, MostMarginMillimetres)),
            sub->add_option("--map-scale", m_mapScale,
                            "Sheet: 250000 for 1:250,000 on the paper; else all is in sight")
                ->check(CLI::Range(report::LeastScale, report::MostScale)),
            sub->add_option("--centre", m_centre, "Sheet: LON,LAT of the middle of the map"),
            sub->add_option("--dpi", m_dotsPerInch, "Sheet: dots per inch, 72 to 1200 (300)")
                ->check(CLI::Range(report::LeastDotsPerInch, report::MostDotsPerInch)),
            sub->add_option("--enlarge", m_enlarge,
                            "Sheet: words and symbols so many times as large (by the paper)")
                ->check(CLI::Range(0.5, 4.0)),
            sub->add_option("--title", m_title, "Sheet: title, instead of the project's own"),
            sub->add_option("--subtitle", m_subtitle, "Sheet: a line below the title"),
            sub->add_option("--remarks", m_remarks, "Sheet: words below the map"),
            sub->add_option("--legend", m_legend, "Sheet: auto, beside, below, page or none")
                ->transform(CLI::CheckedTransformer(LegendPlaces, CLI::ignore_case)),
            sub->add_flag("--no-scale-bar", m_noScaleBar, "Sheet: leave the scale bar out"),
            sub->add_flag("--no-north-arrow", m_noNorthArrow, "Sheet: leave the north arrow out"),
            sub->add_flag("--no-notes", m_noNotes,
                          "Sheet: leave out scale, CRS, accuracy and sources"),
        };
        return sub;
    }

    void run(Context& context) override
    {
        const QString out = toQString(m_out);
        const auto endsWith = [&](const char* suffix) {
            return out.endsWith(QLatin1String(suffix), Qt::CaseInsensitive);
        };
        const bool pdf = endsWith(".pdf");
        const bool tiff = endsWith(".tif") || endsWith(".tiff");
        if (!pdf && !tiff && !endsWith(".png"))
            throw UsageError(
                QStringLiteral("“%1” ends neither in .png nor in .pdf or .tif.").arg(out));
        const CLI::Option* ofSheet = given(m_ofSheet);
        const CLI::Option* ofPicture = given(m_ofPicture);
        if (ofPicture && (pdf || tiff || ofSheet))
            throw UsageError(
                QStringLiteral("%1 is for a picture that is no sheet of paper: say --paper and "
                               "--dpi instead, or write a PNG without them.")
                    .arg(toQString(ofPicture->get_name())));
        const bool sheet = pdf || tiff || ofSheet;
        const QSize size = pictureSize();
        const QSizeF paper = paperSize();
        std::optional<Box> box;
        if (!m_extent.empty())
            box = parseBox(m_extent);
        std::optional<QPointF> centre;
        if (!m_centre.empty())
            centre = parsePlace(m_centre);

        const auto file = context.open(m_file, catalogue::OpenMode::ReadOnly);
        const report::MapContent content = report::readMapContent(*file, context.progress());
        for (const catalogue::LoadedLayer& layer : content.layers) {
            context.issues(layer.issues);
            if (!layer.problem.isEmpty())
                context.issues({{base::Severity::Warning, layer.problem, {}}});
        }
        geo::MapView view(m_crs.empty() ? content.crs : geo::Crs::fromText(toQString(m_crs)),
                          sheet ? paper : QSizeF(size));
        std::vector<size_t> rows(content.sites->size());
        std::iota(rows.begin(), rows.end(), size_t(0));
        std::vector<geo::MapLayer> layers;
        for (const catalogue::LoadedLayer& layer : content.layers)
            layers.push_back(catalogue::mapLayer(layer));
        view.fitLonLat(box ? geo::Extent{box->west, box->south, box->east, box->north}
                           : report::homeExtent(*content.sites, rows, layers));
        if (centre) {
            const auto pixel = view.fromLonLat(*centre);
            if (!pixel)
                throw base::Error(QStringLiteral("The CRS of the map does not reach %1. Choose "
                                                 "another one with --crs.")
                                      .arg(toQString(m_centre)));
            view.setCentre(view.toMap(*pixel));
        }
        geo::MapSnapshot snapshot = report::mapSnapshot(content, view, context.language);
        snapshot.decorations.legend = !m_noLegend;
        snapshot.decorations.graticule = !m_noGraticule;
        const QSize pixels = sheet ? writeSheet(context, *file, snapshot, paper, pdf, tiff)
                                   : writePicture(context, snapshot);
        context.done(QStringLiteral("Drew %1.").arg(out));
        QJsonObject told{{QStringLiteral("file"), out}};
        if (!pdf) {
            told[QStringLiteral("width")] = pixels.width();
            told[QStringLiteral("height")] = pixels.height();
        }
        context.value(told);
    }

private:
    static const CLI::Option* given(const std::vector<CLI::Option*>& options)
    {
        for (const CLI::Option* option : options)
            if (option->count() > 0)
                return option;
        return nullptr;
    }

    QSize pictureSize() const
    {
        const QStringList parts = toQString(m_size).split(u'x');
        const QSize size(parts.value(0).toInt(), parts.value(1).toInt());
        if (parts.size() != 2 || size.width() < 16 || size.height() < 16 || size.width() > 20000 ||
            size.height() > 20000)
            throw UsageError(
                QStringLiteral("“%1” is no size such as 1920x1080.").arg(toQString(m_size)));
        return size;
    }

    QSizeF paperSize() const
    {
        const auto paper = report::parsePaper(toQString(m_paper));
        if (!paper)
            throw UsageError(QStringLiteral("“%1” is no paper such as A3, Letter or 420x297mm, of "
                                            "50 to 2000 mm.")
                                 .arg(toQString(m_paper)));
        const bool turn = m_landscape && paper->width() < paper->height();
        return turn ? paper->transposed() : *paper;
    }

    QSize writePicture(Context& context, geo::MapSnapshot& snapshot)
    {
        // No picture has less than a device pixel to a pixel: one that shall is made smaller.
        const QSize wanted = (snapshot.view.size() * m_scale).toSize();
        snapshot.devicePixelRatio = m_scale < 1 ? 2 * m_scale : m_scale;
        geo::PreparedCache cache;
        std::vector<base::Issue> issues;
        QImage image = geo::renderMap(snapshot, cache, context.progress(), &issues);
        context.issues(issues);
        image.setDevicePixelRatio(1);
        if (m_scale < 1)
            image = image.scaled(wanted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        QSaveFile out(toQString(m_out));
        if (!out.open(QIODevice::WriteOnly) || !image.save(&out, "PNG") || !out.commit())
            throw base::Error(QStringLiteral("“%1” could not be written. Is its folder there, and "
                                             "is there room?")
                                  .arg(toQString(m_out)),
                              out.errorString());
        return image.size();
    }

    QSize writeSheet(Context& context, const catalogue::ProjectFile& file,
                     const geo::MapSnapshot& snapshot, const QSizeF& paper, bool pdf,
                     bool tiff) const
    {
        report::MapSheet sheet(snapshot);
        sheet.map.decorations.scaleBar = !m_noScaleBar;
        sheet.map.decorations.northArrow = !m_noNorthArrow;
        sheet.paperMillimetres = paper;
        sheet.marginMillimetres = m_margin;
        if (m_mapScale > 0)
            sheet.scale = m_mapScale;
        sheet.enlargement = m_enlarge > 0 ? m_enlarge : report::usualEnlargement(paper);
        sheet.dotsPerInch = m_dotsPerInch;
        sheet.legend = m_noLegend ? report::LegendPlace::None : m_legend;
        sheet.notes = !m_noNotes;
        sheet.subtitle = toQString(m_subtitle);
        sheet.remarks = toQString(m_remarks);
        sheet.title = toQString(m_title);
        file.read([&](const catalogue::ReadAccess& access) {
            sheet.handling = catalogue::readHandling(access);
            if (m_title.empty())
                sheet.title = catalogue::readTitle(access);
        });
        sheet.date = report::lastChange(file.history());
        geo::PreparedCache cache;
        std::vector<base::Issue> issues;
        const QString out = toQString(m_out);
        if (pdf)
            report::writeSheetPdf(sheet, out, cache, context.progress(), &issues);
        else
            report::writeSheetPicture(
                sheet, out, tiff ? report::PictureFormat::Tiff : report::PictureFormat::Png, cache,
                context.progress(), &issues);
        context.issues(issues);
        return report::sheetPixels(sheet);
    }
};

} // namespace

std::unique_ptr<Command> makeMap()
{
    return std::make_unique<Map>();
}

} // namespace cli
