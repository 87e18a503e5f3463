// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/record_panel.h"

#include "catalogue/estimate_totals.h"
#include "catalogue/field_names.h"
#include "catalogue/site_store.h"
#include "catalogue/vocabulary.h"
#include "geo/feature_table.h"
#include "geo/map_text.h"
#include "geo/raster_source.h"
#include "widgets/place_words.h"
#include "widgets/raster_values.h"

#include <QEvent>
#include <utility>

namespace widgets {

namespace {

constexpr double SiteReachMetres = 2000; // of a site: how near a line or point must be to be named
constexpr std::size_t MostOfOneLayer = 5;
const QString HistoryLink = QStringLiteral("history");
const QString PreferLink = QStringLiteral("prefer:");

QString row(const QString& name, const QString& value, const QString& source = {})
{
    if (value.isEmpty())
        return {};
    return QStringLiteral("<tr><td style='padding-right:8px;color:gray'>%1</td><td>%2%3</td></tr>")
        .arg(name.toHtmlEscaped(), value.toHtmlEscaped(),
             source.isEmpty() ? QString()
                              : QStringLiteral("<br><small style='color:gray'>%1</small>")
                                    .arg(source.toHtmlEscaped()));
}

// A field's name as a reader sees it: of a pair such as name_en and name_es (or name and name_es)
// the one in their language, without its ending; nullopt for the other one.
std::optional<QString> fieldFor(const geo::FeatureTable& features, const QString& name,
                                base::Language language)
{
    const bool spanish = language == base::Language::Spanish;
    const QString own = spanish ? QStringLiteral("_es") : QStringLiteral("_en");
    const QString other = spanish ? QStringLiteral("_en") : QStringLiteral("_es");
    if (name.endsWith(own))
        return name.chopped(own.size());
    const QString stem = name.endsWith(other) ? name.chopped(other.size()) : name;
    if (features.column(stem + own) != nullptr ||
        (stem != name && !spanish && features.column(stem) != nullptr))
        return {};
    return stem;
}

} // namespace

RecordPanel::RecordPanel(Workspace& workspace, QWidget* parent)
    : QTextBrowser(parent)
    , m_workspace(workspace)
    , m_values(new RasterValues(workspace, this))
{
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    connect(&workspace, &Workspace::selectionChanged, this, &RecordPanel::refresh);
    connect(&workspace, &Workspace::stateChanged, this, &RecordPanel::refresh);
    connect(&workspace, &Workspace::layersChanged, this, &RecordPanel::refresh);
    connect(this, &QTextBrowser::anchorClicked, this, &RecordPanel::follow);
    connect(m_values, &RasterValues::arrived, this, [this] {
        if (m_workspace.isOpen() && m_workspace.place())
            refresh();
    });
    refresh();
}

void RecordPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QTextBrowser::changeEvent(event);
}

void RecordPanel::refresh()
{
    setAccessibleName(tr("Record"));
    if (!m_workspace.isOpen()) {
        setHtml(tr("Open a project, or begin with the sample (menu File)."));
        return;
    }
    if (m_workspace.place()) {
        const QPointF place = *m_workspace.place();
        setHtml(QStringLiteral("<h3>%1</h3>%2")
                    .arg(placeText(place, m_workspace.language()),
                         unitsAt(place, m_workspace.placeReach())));
        return;
    }
    const std::set<base::Id>& selected = m_workspace.selectedSites();
    if (selected.empty()) {
        setHtml(tr("Click a site or a place on the map, or choose a row of the table."));
        return;
    }
    if (selected.size() > 1) {
        setHtml(tr("%n sites are selected. With Project – New project of the selected sites they "
                   "become a candidate.",
                   nullptr, int(selected.size())));
        return;
    }
    m_workspace.read(
        [id = *selected.begin()](const catalogue::ReadAccess& access) {
            return catalogue::readSiteRecord(access, id);
        },
        this,
        [this](const std::optional<catalogue::SiteRecord>& record) {
            if (record && m_workspace.selectedSites() == std::set<base::Id>{record->site.id})
                showSite(*record);
        });
}

QString RecordPanel::featureRows(const geo::FeatureTable& features,
                                 const geo::Identified& found) const
{
    QString rows;
    for (const geo::Column& column : features.columns()) {
        const auto name = fieldFor(features, column.field().name, m_workspace.language());
        if (name && !column.isMissing(found.feature))
            rows += row(*name, column.text(found.feature));
    }
    if (rows.isEmpty())
        rows = row(tr("Feature"), QString::number(found.feature + 1));
    if (found.metres >= 1)
        rows += row(tr("Distance"), geo::distanceText(found.metres, m_workspace.language()));
    return rows;
}

// Where an area holds the place, those beside it are not meant.
std::vector<geo::Identified> RecordPanel::featuresAt(const catalogue::LoadedLayer& layer,
                                                     QPointF lonLat, double reachMetres) const
{
    std::vector<geo::Identified> found = m_workspace.featuresAt(layer, lonLat, reachMetres);
    const auto isArea = [&](const geo::Identified& each) {
        return layer.features->kind(each.feature) == geo::GeometryKind::Polygon;
    };
    const bool within = std::any_of(found.begin(), found.end(), [&](const geo::Identified& each) {
        return each.metres == 0 && isArea(each);
    });
    if (within)
        std::erase_if(found,
                      [&](const geo::Identified& each) { return each.metres > 0 && isArea(each); });
    return found;
}

QString RecordPanel::unitsAt(QPointF lonLat, double reachMetres) const
{
    QString html;
    const auto& layers = m_workspace.state().layers;
    for (auto layer = layers.rbegin(); layer != layers.rend(); ++layer) {
        const auto loaded = m_workspace.layers().find(layer->id);
        if (loaded == m_workspace.layers().end() || !layer->visible)
            continue;
        QString rows;
        if (loaded->second.features) {
            const geo::FeatureTable& features = *loaded->second.features;
            const auto found = featuresAt(loaded->second, lonLat, reachMetres);
            for (std::size_t i = 0; i < std::min(found.size(), MostOfOneLayer); ++i) {
                if (i > 0)
                    rows += QStringLiteral("<tr><td colspan='2'><hr></td></tr>");
                rows += featureRows(features, found[i]);
            }
            if (found.size() > MostOfOneLayer)
                rows +=
                    row(QString(), tr("and %n more", nullptr, int(found.size() - MostOfOneLayer)));
        } else if (loaded->second.raster) {
            rows = row(tr("Value"), m_values->at(loaded->second.raster, lonLat));
        }
        if (rows.isEmpty())
            continue;
        html += QStringLiteral("<p><b>%1</b></p><table>%2</table>")
                    .arg(layer->nameIn(m_workspace.language()).toHtmlEscaped(), rows);
        if (layer->schematic)
            html += QStringLiteral("<p><small>%1</small></p>")
                        .arg(tr("Schematic: drawn for orientation.").toHtmlEscaped());
    }
    return html.isEmpty() ? tr("No layer shows anything here.") : html;
}

// Where sources or people disagree: what each says of a field, and which of it stands.
QString RecordPanel::claims(const catalogue::SiteRecord& record) const
{
    if (record.claims.empty())
        return {};
    const base::Language language = m_workspace.language();
    const QString cell = QStringLiteral("<td style='padding-right:8px'>%1</td>");
    QString rows;
    QString field;
    const auto add = [&](const catalogue::Claim& claim, bool stands) {
        const QString column =
            claim.field == QLatin1String("position") ? QStringLiteral("geom") : claim.field;
        const catalogue::Source* source = record.source(claim.cite);
        QStringList from{source != nullptr ? source->title : QString(), claim.cite.reference,
                         claim.claimedOn.isEmpty() && source != nullptr ? source->published
                                                                        : claim.claimedOn,
                         claim.author};
        from.removeAll(QString());
        const QString value = claim.value.isEmpty()
                                  ? tr("not known")
                                  : catalogue::valueLabel(QStringLiteral("sites"), column,
                                                          claim.value.toStdString(), language);
        QString standing;
        if (stands)
            standing = claim.chosenBy.isEmpty() ? tr("stands")
                                                : tr("stands, chosen by %1").arg(claim.chosenBy);
        else if (!m_workspace.isReadOnly())
            standing = QStringLiteral("<a href='%1%2'>%3</a>")
                           .arg(PreferLink)
                           .arg(claim.id)
                           .arg(tr("choose").toHtmlEscaped());
        rows +=
            QStringLiteral("<tr>") +
            cell.arg(column == std::exchange(field, column)
                         ? QString()
                         : catalogue::fieldLabel(QStringLiteral("sites"), column).toHtmlEscaped()) +
            cell.arg(stands ? QStringLiteral("<b>%1</b>").arg(value.toHtmlEscaped())
                            : value.toHtmlEscaped()) +
            cell.arg(QStringLiteral("<small>%1</small>")
                         .arg(from.join(QStringLiteral(", ")).toHtmlEscaped())) +
            cell.arg(stands ? standing.toHtmlEscaped() : standing) + QStringLiteral("</tr>");
    };
    for (auto claim = record.claims.begin(); claim != record.claims.end(); ++claim) {
        const bool isFirst =
            claim == record.claims.begin() || std::prev(claim)->field != claim->field;
        if (isFirst && !claim->preferred) // what stands is cited by the site as a whole
            add({0,
                 claim->field,
                 catalogue::siteFieldText(record.site, claim->field),
                 record.site.cite,
                 {},
                 {},
                 true,
                 {}},
                true);
        add(*claim, claim->preferred);
    }
    return QStringLiteral("<h4>%1</h4><table>%2</table>")
        .arg(tr("What sources say").toHtmlEscaped(), rows);
}

void RecordPanel::follow(const QUrl& link)
{
    const QString text = link.toString();
    if (text == HistoryLink) {
        Q_EMIT historyWanted();
    } else if (text.startsWith(PreferLink)) {
        const base::Id claim = text.mid(PreferLink.size()).toLongLong();
        m_workspace.edit(
            {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Chose a claim that stands")), {}}, true,
            [claim, who = catalogue::toText(m_workspace.author())](catalogue::Edit& edit) {
                catalogue::preferClaim(edit, claim, who);
            });
    }
}

void RecordPanel::showSite(const catalogue::SiteRecord& record)
{
    const base::Language language = m_workspace.language();
    const QLocale locale = base::localeOf(language);
    const catalogue::Site& site = record.site;
    const auto cited = [&](const catalogue::Citation& cite) {
        const catalogue::Source* source = record.source(cite);
        QString text = source != nullptr ? source->title : QString();
        if (source != nullptr && !source->published.isEmpty())
            text += QStringLiteral(" (%1)").arg(source->published);
        if (!cite.reference.isEmpty())
            text += (text.isEmpty() ? QString() : QStringLiteral("; ")) + cite.reference;
        return text;
    };
    const auto own = [&](const char* field) {
        return cited(record.citeOf(QString::fromLatin1(field)));
    };
    QString html = QStringLiteral("<h3>%1</h3><table>").arg(site.name.toHtmlEscaped());
    QStringList aliases;
    for (const catalogue::SiteName& name : record.names)
        aliases << name.name;
    html += row(tr("Also called"), aliases.join(QStringLiteral(", ")));
    html += row(tr("Kind"), catalogue::siteKinds().label(site.kind, language), own("kind"));
    html +=
        row(tr("Stage"),
            (catalogue::stages().label(site.stage, language) + QLatin1Char(' ') + site.stageDate)
                .trimmed(),
            own("stage"));
    html += row(tr("Country"), catalogue::countries().label(site.country, language));
    html += row(tr("State"), site.admin1);
    if (site.lonLat) {
        QString position = placeText(*site.lonLat, language);
        if (site.positionAccuracyMetres)
            position += QStringLiteral(" ±%1 m").arg(locale.toString(*site.positionAccuracyMetres));
        html += row(tr("Position"), position, own("position"));
    } else {
        html += row(tr("Position"), tr("not known"));
    }
    for (const catalogue::SiteCommodity& each : record.commodities)
        html += row(
            tr("Commodity"),
            QStringLiteral("%1 (%2)").arg(catalogue::commodities().label(each.commodity, language),
                                          catalogue::commodityRoles().label(each.role, language)),
            cited(each.cite));
    for (const catalogue::Estimate& each : record.estimates) {
        QStringList parts;
        if (each.tonnes)
            parts << tr("%1 t ore").arg(locale.toString(*each.tonnes, 'f', 0));
        if (each.grade)
            parts << QStringLiteral("%1 %2").arg(
                locale.toString(*each.grade, 'g', 5),
                catalogue::gradeUnits().label(each.gradeUnit, language));
        if (each.containedTonnes)
            parts << tr("%1 t contained").arg(locale.toString(*each.containedTonnes, 'f', 0));
        parts << catalogue::commodities().label(each.commodity, language)
              << catalogue::estimateCategories().label(each.category, language)
              << each.effectiveDate << each.note;
        parts.removeAll(QString());
        html += row(tr("Estimate"), parts.join(QStringLiteral(", ")), cited(each.cite));
    }
    for (const catalogue::EstimateTotals& totals :
         catalogue::estimateTotals(record.estimates, record.sources)) {
        const auto lines = catalogue::inWords(totals, m_workspace.words());
        if (totals.counted.size() < 2 && totals.replaced.empty())
            continue; // the estimate itself says it
        for (const catalogue::TotalLine& line : lines)
            html +=
                row(tr("%1, sum").arg(catalogue::commodities().label(totals.commodity, language)),
                    QStringLiteral("%1: %2").arg(line.name, line.text), totals.date);
    }
    for (const catalogue::SiteProcess& each : record.processes) {
        QStringList parts{each.process, each.product};
        if (each.capacityTonnesPerYear)
            parts << tr("%1 t a year").arg(locale.toString(*each.capacityTonnesPerYear, 'f', 0));
        parts.removeAll(QString());
        html += row(tr("Process"), parts.join(QStringLiteral(", ")), cited(each.cite));
    }
    for (const catalogue::SiteOwner& each : record.owners) {
        QStringList parts{each.name, catalogue::countries().label(each.country, language)};
        if (each.sharePercent)
            parts << locale.toString(*each.sharePercent, 'g', 4) + QStringLiteral(" %");
        parts.removeAll(QString());
        html += row(tr("Owner"), parts.join(QStringLiteral(", ")), cited(each.cite));
    }
    for (const catalogue::StageReport& each : record.stages)
        html += row(
            tr("History"),
            QStringLiteral("%1 %2").arg(catalogue::stages().label(each.stage, language), each.date),
            cited(each.cite));
    for (const catalogue::SitePermit& each : record.permits) {
        QStringList parts{catalogue::permitStatuses().label(each.status, language), each.name,
                          each.authority, each.date};
        if (!each.expires.isEmpty())
            parts << tr("until %1").arg(each.expires);
        parts.removeAll(QString());
        html += row(catalogue::permitKinds().label(each.kind, language),
                    parts.join(QStringLiteral(", ")), cited(each.cite));
    }
    for (const catalogue::SiteOfftake& each : record.offtakes) {
        QStringList parts{each.buyer, catalogue::countries().label(each.country, language),
                          catalogue::commodities().label(each.commodity, language)};
        if (each.sharePercent)
            parts << locale.toString(*each.sharePercent, 'g', 4) + QStringLiteral(" %");
        if (each.tonnesPerYear)
            parts << tr("%1 t a year").arg(locale.toString(*each.tonnesPerYear, 'f', 0));
        parts.removeAll(QString());
        html += row(tr("Offtake"), parts.join(QStringLiteral(", ")), cited(each.cite));
    }
    for (const catalogue::Attachment& each : record.attachments)
        html += row(tr("Document"), each.title.isEmpty() ? each.path : each.title);
    html += row(tr("Note"), site.note);
    html += QStringLiteral("</table>");
    html += claims(record);
    html += QStringLiteral("<p><a href='%1'>%2</a></p>")
                .arg(HistoryLink, tr("History of this site…").toHtmlEscaped());
    if (site.lonLat)
        html +=
            QStringLiteral("<h4>%1</h4>%2")
                .arg(tr("On the map here").toHtmlEscaped(), unitsAt(*site.lonLat, SiteReachMetres));
    setHtml(html);
}

} // namespace widgets
