// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/kml_links.h"

#include "geo/source_file.h"
#include "geo/tag_scanner.h"
#include "geo/text.h"
#include "geo/text_encoding.h"
#include <QDir>
#include <QFileInfo>
#include <algorithm>
#include <cpl_vsi.h>

namespace geo {

namespace {

constexpr std::size_t Block = 1 << 20;
constexpr qint64 MostBlocks = 512;
constexpr qsizetype MostLinks = 5;

struct FileCloser
{
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

bool isMember(const SourceFile& file, const QString& member, const QString& link)
{
    const QString beside = QDir::cleanPath(QFileInfo(member).path() + u'/' + link);
    return file.isArchive() &&
           std::any_of(file.members().begin(), file.members().end(), [&](const QString& each) {
               return each == beside || each.endsWith(QLatin1String("}/") + QDir::cleanPath(link));
           });
}

} // namespace

QStringList networkLinks(const SourceFile& file, const QString& member, const QString& staged)
{
    QStringList links;
    if (QFileInfo(member).suffix().compare(QLatin1String("kml"), Qt::CaseInsensitive) != 0)
        return links;
    const std::unique_ptr<VSILFILE, FileCloser> opened(
        VSIFOpenL(staged.toUtf8().constData(), "rb"));
    if (!opened)
        return links;
    bool inLink = false;
    bool inAddress = false;
    TagScanner scanner(
        [&](const Tag& tag) {
            const bool ends = tag.name().startsWith('/');
            QByteArrayView name = tag.name().sliced(ends ? 1 : 0);
            name = name.sliced(name.lastIndexOf(':') + 1);
            if (name == "NetworkLink")
                inLink = !ends;
            inAddress = inLink && name == "href" && !ends;
        },
        [&](QByteArrayView beginning, qint64 length) {
            const QString link = decodeText(beginning, {}).trimmed();
            if (!inAddress || link.isEmpty() || links.size() > MostLinks ||
                isMember(file, member, link))
                return;
            const QString shown = length > beginning.size() ? link + QStringLiteral("…") : link;
            if (!links.contains(shown))
                links << shown;
        });
    QByteArray buffer(qsizetype(Block), Qt::Uninitialized);
    for (qint64 i = 0; i < MostBlocks; ++i) {
        const std::size_t count = VSIFReadL(buffer.data(), 1, Block, opened.get());
        scanner.feed(QByteArrayView(buffer).first(qsizetype(count)));
        if (count < Block)
            break;
    }
    if (links.size() > MostLinks)
        links.back() = QStringLiteral("…");
    return links;
}

QString networkLinksText(const QString& fileName, const QStringList& links)
{
    return Text::tr("“%1” points to data kept elsewhere (a network link), which is never fetched: "
                    "%2. Open the address in a browser or in Google Earth, save what it holds as a "
                    "file, and choose that.")
        .arg(fileName, links.join(QStringLiteral(", ")));
}

} // namespace geo
