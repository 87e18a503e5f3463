// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cite_options.h"

#include "catalogue/access.h"
#include "catalogue/site_store.h"

#include <QDate>

namespace cli {

void CiteOptions::setup(CLI::App& command)
{
    auto* title = command.add_option(
        "--source", m_source, "Title or number of the source; one that is not there is added");
    command.add_option("--reference", m_reference, "Page, table or record in it");
    for (CLI::Option* each :
         {command.add_option("--publisher", m_publisher, "Publisher of a new source"),
          command.add_option("--published", m_published, "Its date: 2024, 2024-05, 2024-05-17"),
          command.add_option("--url", m_url, "Its address, read today")})
        each->needs(title);
}

catalogue::Citation CiteOptions::in(catalogue::Edit& edit) const
{
    catalogue::Citation cite{{}, toQString(m_reference)};
    if (m_source.empty())
        return cite;
    const QString title = toQString(m_source);
    for (const catalogue::Source& each : catalogue::readSources(edit))
        if (each.title.compare(title, Qt::CaseInsensitive) == 0 ||
            QString::number(each.id) == title)
            cite.source = each.id;
    const bool described = !m_publisher.empty() || !m_published.empty() || !m_url.empty();
    if (cite.source && described)
        throw UsageError(QStringLiteral("“%1” is a source already: --publisher, --published "
                                        "and --url are for a new one.")
                             .arg(title));
    if (!cite.source) {
        catalogue::Source added;
        added.kind = m_url.empty() ? QStringLiteral("document") : QStringLiteral("page");
        added.title = title;
        added.publisher = toQString(m_publisher);
        added.published = parseDate(m_published);
        added.url = toQString(m_url);
        if (!m_url.empty())
            added.accessed = QDate::currentDate().toString(Qt::ISODate);
        cite.source = catalogue::addSource(edit, added);
    }
    return cite;
}

} // namespace cli
