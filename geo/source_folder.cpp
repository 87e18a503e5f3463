// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/source_folder.h"

#include "base/error.h"
#include "geo/archive.h"
#include "geo/gdal_session.h"
#include "geo/source_file.h"
#include "geo/sublayer_choice.h"
#include "geo/table_source.h"
#include "geo/text.h"
#include <QDir>
#include <QFileInfo>
#include <QStringDecoder>
#include <algorithm>
#include <map>

namespace geo {

namespace {

constexpr int MostDepth = 5;
constexpr qsizetype MostFiles = 500;      // that are opened
constexpr qsizetype MostEntries = 20'000; // that are looked at

QString suffixIn(const QString& name)
{
    return QFileInfo(name).suffix().toLower();
}

bool isOneOf(const QString& suffix, std::initializer_list<const char*> names)
{
    return std::any_of(names.begin(), names.end(),
                       [&](const char* name) { return suffix == QLatin1String(name); });
}

bool isFolderSource(const QDir& folder)
{
    return folder.exists(QStringLiteral("a00000001.gdbtable")) ||
           folder.exists(QStringLiteral("hdr.adf"));
}

struct Found
{
    QStringList files; // absolute
    qsizetype entries = 0;
    bool tooMany = false;
};

void collect(const QDir& folder, int depth, Found& found)
{
    const QFileInfoList entries = folder.entryInfoList(
        QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks | QDir::Readable,
        QDir::Name);
    for (const QFileInfo& entry : entries) {
        if (++found.entries > MostEntries || found.files.size() >= MostFiles ||
            (entry.isDir() && depth >= MostDepth)) {
            found.tooMany = true;
            continue;
        }
        if (entry.isDir()) {
            const QDir inner(entry.absoluteFilePath());
            if (isFolderSource(inner))
                found.files << entry.absoluteFilePath();
            else
                collect(inner, depth + 1, found);
            continue;
        }
        const QString suffix = suffixIn(entry.fileName());
        const bool isMap = endingsOf(SourceKind::Vector).contains(suffix) ||
                           endingsOf(SourceKind::Raster).contains(suffix) ||
                           isOneOf(suffix, {"zip", "kmz"});
        // A pair of MapInfo's table is opened by the other one.
        const bool isPart = suffix == QLatin1String("dat") &&
                            QFileInfo::exists(entry.absolutePath() + u'/' +
                                              entry.completeBaseName() + QStringLiteral(".tab"));
        if (isMap && !isPart && !entry.fileName().endsWith(QLatin1String(".veta.gpkg")))
            found.files << entry.absoluteFilePath();
    }
}

// Notes and tables lie beside maps; they are no loss.
bool mayBeNoMap(const QString& file)
{
    return isOneOf(suffixIn(file), {"txt", "xyz", "xy", "dat", "csv", "json", "pdf", "png", "jpg",
                                    "jpeg", "tif", "tiff"});
}

bool isDelimited(QByteArrayView head)
{
    QString text;
    if (head.startsWith("\xff\xfe") || head.startsWith("\xfe\xff"))
        text = QStringDecoder(head.startsWith("\xff\xfe") ? QStringConverter::Utf16LE
                                                          : QStringConverter::Utf16BE)
                   .decode(head);
    else if (head.contains('\0'))
        return false;
    else
        text = QString::fromLatin1(head);
    text = text.trimmed();
    if (text.startsWith(QStringLiteral("\u00ef\u00bb\u00bf")))
        text.remove(0, 3);
    const QString line = text.section(u'\n', 0, 0);
    return !text.startsWith(u'<') &&
           !line.startsWith(QLatin1String("!table"), Qt::CaseInsensitive) &&
           std::any_of(line.begin(), line.end(),
                       [](QChar c) { return QStringLiteral(",;\t|").contains(c); });
}

bool holdsTablesAlone(const QString& archive)
{
    bool holdsTable = false;
    bool holdsJson = false;
    for (const ArchiveMember& member : listArchive(archive)) {
        const QString ending = suffixIn(member.name);
        holdsTable = holdsTable || isOneOf(ending, {"csv", "tsv", "tab", "txt", "xlsx", "ods"});
        holdsJson = holdsJson || ending == QLatin1String("json");
        const bool isMap = endingsOf(SourceKind::Vector).contains(ending) ||
                           endingsOf(SourceKind::Raster).contains(ending);
        if (isMap && !isOneOf(ending, {"csv", "txt", "tab", "json", "pdf"}))
            return false;
    }
    return holdsTable || (holdsJson && !TableSource::reads(archive));
}

bool isBareTable(const QString& path)
{
    constexpr qsizetype Head = 4096;
    const QString suffix = suffixIn(path);
    if (isOneOf(suffix, {"xlsx", "ods", "dbf"}))
        return TableSource::reads(path);
    if (isOneOf(suffix, {"csv", "txt", "tsv", "tab"}))
        return isDelimited(firstBytes(path, Head));
    if (suffix == QLatin1String("json")) {
        const QByteArray head = firstBytes(path, Head).trimmed();
        return (head.startsWith('[') || head.startsWith('{')) && !TableSource::reads(path);
    }
    try {
        return suffix == QLatin1String("zip") && holdsTablesAlone(path);
    } catch (const base::Error&) { // what is wrong with the archive is said elsewhere
        return false;
    }
}

} // namespace

bool isFolderOfFiles(const QString& path)
{
    return QFileInfo(path).isDir() && !isFolderSource(QDir(path));
}

SourceLayers layersInFolder(const QString& folder, std::vector<PlaceInFolder>* places)
{
    const QDir root(folder);
    const QString shown = QDir::toNativeSeparators(folder);
    Found found;
    collect(root, 0, found);
    std::map<QString, int> stems;
    const auto stemOf = [&root](const QString& file) {
        const QString name = root.relativeFilePath(file);
        const QString suffix = QFileInfo(name).suffix();
        return suffix.isEmpty() ? name : name.chopped(suffix.size() + 1);
    };
    for (const QString& file : found.files)
        ++stems[stemOf(file)];
    SourceLayers result;
    std::optional<base::Error> failure;
    for (const QString& file : found.files) {
        try {
            SourceLayers inner = listLayers(file);
            const QString stem =
                stems[stemOf(file)] == 1 ? stemOf(file) : root.relativeFilePath(file);
            const bool several = inner.layers.size() > 1;
            for (SourceLayer& layer : inner.layers) {
                if (places)
                    places->push_back({file, several ? layer.name : QString()});
                layer.name = several ? stem + u'/' + layer.name : stem;
                result.layers.push_back(std::move(layer));
            }
            std::move(inner.issues.begin(), inner.issues.end(), std::back_inserter(result.issues));
        } catch (const base::Error& error) {
            if (mayBeNoMap(file))
                continue;
            failure = error;
            result.issues.push_back({base::Severity::Warning,
                                     Text::tr("“%1” in the folder “%2” could not be opened. %3")
                                         .arg(root.relativeFilePath(file), shown, error.message()),
                                     {QFileInfo(file).fileName(), 0, {}, {}}});
        }
    }
    if (found.tooMany)
        result.issues.push_back({base::Severity::Warning,
                                 Text::tr("The folder “%1” holds more files, or folders within "
                                          "folders, than are looked at. Choose the folder in it, "
                                          "or the file itself.")
                                     .arg(shown),
                                 {root.dirName(), 0, {}, {}}});
    if (result.layers.empty() && failure)
        throw base::Error(*failure);
    if (result.layers.empty())
        throw base::Error(Text::tr("The folder “%1” holds no file that can be read as a layer. "
                                   "Choose another folder, or a file.")
                              .arg(shown));
    return result;
}

PlaceInFolder placeInFolder(const QString& folder, const QString& name)
{
    std::vector<PlaceInFolder> places;
    const SourceLayers found = layersInFolder(folder, &places);
    if (name.isEmpty() && places.size() == 1)
        return places.front();
    QStringList names;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (found.layers[i].name == name)
            return places[i];
        names << found.layers[i].name;
    }
    refuseSublayer(QDir(folder).dirName(), names, name);
}

void refuseBareTable(const QString& path)
{
    if (isBareTable(path))
        throw base::Error(
            Text::tr("“%1” is a table, not a layer: it has no columns named longitude and latitude "
                     "that can be read as they are. Import it as sites: Import sites… in the menu, "
                     "or veta-cli import.")
                .arg(QFileInfo(path).fileName()));
}

} // namespace geo
