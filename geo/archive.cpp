// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/archive.h"

#include "base/error.h"
#include "geo/gdal_session.h"
#include "geo/text.h"

#include <QFileInfo>
#include <algorithm>
#include <cpl_string.h>
#include <cpl_vsi.h>

namespace geo {

namespace {

constexpr qsizetype Block = 1 << 20;

QString gdalPath(const QString& path)
{
    return QStringLiteral("/vsizip/{%1}").arg(QFileInfo(path).absoluteFilePath());
}

struct FileCloser
{
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

} // namespace

std::vector<ArchiveMember> listArchive(const QString& path)
{
    prepareGdal();
    const QString archive = gdalPath(path);
    GdalComplaints complaints;
    const CPLStringList found(VSIReadDirRecursive(archive.toUtf8().constData()));
    std::vector<ArchiveMember> members;
    for (int i = 0; i < found.size(); ++i) {
        const QString name = QString::fromUtf8(found[i]);
        VSIStatBufL state;
        if (name.endsWith(u'/') || QFileInfo(name).fileName().startsWith(u'.') ||
            name.startsWith(QLatin1String("__MACOSX")) ||
            VSIStatL((archive + QLatin1Char('/') + name).toUtf8().constData(), &state) != 0)
            continue;
        members.push_back({name, qint64(state.st_size)});
    }
    if (members.empty())
        throw base::Error(
            Text::tr("The archive “%1” is empty or damaged, or it cannot be read. Unpack it with "
                     "another program and choose the file in it.")
                .arg(QFileInfo(path).fileName()),
            complaints.text());
    std::sort(members.begin(), members.end(),
              [](const ArchiveMember& a, const ArchiveMember& b) { return a.name < b.name; });
    return members;
}

QByteArray readArchiveMember(const QString& path, const QString& name, qint64 mostBytes,
                             base::Progress& progress)
{
    prepareGdal();
    GdalComplaints complaints;
    const QString member = gdalPath(path) + QLatin1Char('/') + name;
    const std::unique_ptr<VSILFILE, FileCloser> file(VSIFOpenL(member.toUtf8().constData(), "rb"));
    if (!file)
        throw base::Error(Text::tr("The archive “%1” holds no file “%2”, or it is damaged.")
                              .arg(QFileInfo(path).fileName(), name),
                          complaints.text());
    const auto refuseSize = [&] {
        throw base::Error(Text::tr("“%1” in the archive “%2” unpacks to more than %3 MB, which "
                                   "is more than is read at once. Divide it first.")
                              .arg(name, QFileInfo(path).fileName())
                              .arg(mostBytes >> 20));
    };
    // What the archive says of its size is believed where it is too much, and not otherwise.
    VSIStatBufL state;
    const bool known = VSIStatL(member.toUtf8().constData(), &state) == 0;
    if (known && qint64(state.st_size) > mostBytes)
        refuseSize();
    QByteArray content;
    for (;;) {
        progress.check();
        const qsizetype before = content.size();
        content.resize(before + Block);
        const size_t count = VSIFReadL(content.data() + before, 1, Block, file.get());
        content.resize(before + qsizetype(count));
        if (content.size() > mostBytes)
            refuseSize();
        if (qsizetype(count) < Block)
            break;
    }
    if (complaints.failed() || !known || qint64(state.st_size) != content.size())
        throw base::Error(Text::tr("“%1” in the archive “%2” is damaged. Fetch the archive again.")
                              .arg(name, QFileInfo(path).fileName()),
                          complaints.text());
    return content;
}

QByteArray readArchiveHead(const QString& path, const QString& name, qsizetype most)
{
    prepareGdal();
    GdalComplaints complaints;
    return firstBytes(gdalPath(path) + QLatin1Char('/') + name, most);
}

} // namespace geo
