// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/file_drop.h"

#include "catalogue/import_table.h"
#include "geo/vector_source.h"
#include "widgets/job.h"

#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <QUrl>
#include <QWidget>
#include <algorithm>
#include <array>

namespace widgets {

namespace {

using Names = std::vector<QLatin1String>;

bool isOneOf(const QString& suffix, const Names& names)
{
    return std::any_of(names.begin(), names.end(), [&](QLatin1String name) {
        return suffix.compare(name, Qt::CaseInsensitive) == 0;
    });
}

QStringList localFiles(const QMimeData& data)
{
    QStringList paths;
    for (const QUrl& url : data.urls())
        if (url.isLocalFile())
            paths << url.toLocalFile();
    return paths;
}

bool readsAsFeatures(const QString& path)
{
    return attempt([&] { return geo::VectorSource::listSublayers(path); }).ok();
}

bool isMapInfo(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(64).trimmed().toLower().startsWith("!table");
}

} // namespace

DropKind dropKindOf(const QString& path)
{
    const QFileInfo info(path);
    const QString suffix = info.suffix();
    if (info.isDir())
        return isOneOf(suffix, {QLatin1String("gdb")}) ? DropKind::Layer : DropKind::Folder;
    if (path.endsWith(QLatin1String(".veta.gpkg"), Qt::CaseInsensitive))
        return DropKind::Project;
    if (isOneOf(suffix, {QLatin1String("xlsx")}))
        return DropKind::Table;
    if (isOneOf(suffix, {QLatin1String("json")}))
        return readsAsFeatures(path) ? DropKind::Layer : DropKind::Table;
    const bool text = isOneOf(suffix, {QLatin1String("csv"), QLatin1String("txt"),
                                       QLatin1String("tsv"), QLatin1String("tab")});
    if (text && !isMapInfo(path))
        return readsAsFeatures(path) ? DropKind::Either : DropKind::Table;
    if (isOneOf(suffix, {QLatin1String("zip")})) {
        // What is features alone is a layer first; its rows can still be imported by the menu.
        const auto tables = attempt([&] { return catalogue::ImportTable::listTables(path); });
        const bool texts =
            tables.ok() &&
            std::any_of(tables.value->begin(), tables.value->end(), [](const QString& name) {
                return isOneOf(QFileInfo(name).suffix(),
                               {QLatin1String("csv"), QLatin1String("txt"), QLatin1String("tsv")});
            });
        if (texts)
            return readsAsFeatures(path) ? DropKind::Either : DropKind::Table;
    }
    return DropKind::Layer;
}

QStringList withoutSideFiles(const QStringList& paths)
{
    // Of each kind of file, the endings of those that only go with it.
    static const std::array<std::pair<Names, Names>, 4> kinds{{
        {{QLatin1String("shp")},
         {QLatin1String("dbf"), QLatin1String("shx"), QLatin1String("prj"), QLatin1String("cpg"),
          QLatin1String("qpj"), QLatin1String("qmd"), QLatin1String("sbn"), QLatin1String("sbx"),
          QLatin1String("qix"), QLatin1String("fbn"), QLatin1String("fbx"), QLatin1String("ain"),
          QLatin1String("aih"), QLatin1String("atx")}},
        {{QLatin1String("tab")},
         {QLatin1String("dat"), QLatin1String("map"), QLatin1String("id"), QLatin1String("ind")}},
        {{QLatin1String("mif")}, {QLatin1String("mid")}},
        {{QLatin1String("tif"), QLatin1String("tiff"), QLatin1String("png"), QLatin1String("jpg"),
          QLatin1String("jpeg"), QLatin1String("asc")},
         {QLatin1String("tfw"), QLatin1String("tifw"), QLatin1String("pgw"), QLatin1String("pngw"),
          QLatin1String("jgw"), QLatin1String("jpgw"), QLatin1String("wld"), QLatin1String("prj"),
          QLatin1String("ovr")}},
    }};
    const auto goesWith = [](const QFileInfo& side, const QFileInfo& main) {
        if (side.absolutePath() != main.absolutePath() || side.fileName() == main.fileName())
            return false;
        // "map.tif.aux.xml" and "map.shp.xml"
        if (side.fileName().startsWith(main.fileName() + u'.', Qt::CaseInsensitive))
            return true;
        return side.completeBaseName().compare(main.completeBaseName(), Qt::CaseInsensitive) == 0 &&
               std::any_of(kinds.begin(), kinds.end(), [&](const auto& kind) {
                   return isOneOf(main.suffix(), kind.first) && isOneOf(side.suffix(), kind.second);
               });
    };
    QStringList kept;
    for (const QString& path : paths)
        if (std::none_of(paths.begin(), paths.end(), [&](const QString& other) {
                return goesWith(QFileInfo(path), QFileInfo(other));
            }))
            kept << path;
    return kept;
}

FileDrop::FileDrop(std::initializer_list<QWidget*> targets, QObject* parent)
    : QObject(parent)
{
    for (QWidget* target : targets) {
        target->setAcceptDrops(true);
        target->installEventFilter(this);
    }
}

bool FileDrop::eventFilter(QObject* watched, QEvent* event)
{
    switch (event->type()) {
    case QEvent::DragEnter:
    case QEvent::DragMove:
    case QEvent::Drop:
        break;
    default:
        return QObject::eventFilter(watched, event);
    }
    auto* drop = static_cast<QDropEvent*>(event);
    const QStringList paths = localFiles(*drop->mimeData());
    if (paths.isEmpty())
        return QObject::eventFilter(watched, event);
    // The files stay where they are, whatever the other program offers.
    drop->setDropAction(Qt::CopyAction);
    drop->accept();
    if (event->type() == QEvent::Drop)
        Q_EMIT dropped(paths);
    return true;
}

} // namespace widgets
