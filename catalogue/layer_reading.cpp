// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/layer_reading.h"

#include "base/digest.h"
#include "geo/vector_source.h"

#include <QDir>
#include <QFileInfo>

namespace catalogue {

QString digestOf(const QString& path, base::Progress& progress)
{
    if (!QFileInfo(path).isDir())
        return base::sha256OfFile(path, progress);
    base::Sha256 digest;
    const QDir folder(path);
    for (const QString& name : folder.entryList(QDir::Files, QDir::Name)) {
        digest.add(name.toUtf8());
        digest.add(base::sha256OfFile(folder.filePath(name), progress).toLatin1());
    }
    return QString::fromLatin1(digest.result().toHex());
}

QString nameOf(const LayerContent& content)
{
    return content.layer.embedded ? content.layer.nameIn(base::Language::English) + content.suffix
                                  : content.absolutePath;
}

geo::Operation operationOf(const Layer& layer)
{
    const geo::Crs crs = geo::Crs::fromText(layer.crs);
    return layer.operation.isEmpty()
               ? geo::Operation::between(crs, geo::Crs::wgs84())
               : geo::Operation::fromKey(crs, geo::Crs::wgs84(), layer.operation);
}

geo::FeatureLayer readFeatures(const LayerContent& content, base::Progress& progress,
                               std::vector<base::Issue>* issues, const geo::LayerDrafts* drafts)
{
    const Layer& layer = content.layer;
    geo::VectorSource source =
        layer.embedded
            ? geo::VectorSource::openBytes(content.bytes, nameOf(content), layer.sublayer)
            : geo::VectorSource::open(content.absolutePath, layer.sublayer);
    return geo::FeatureLayer::read(source, operationOf(layer), progress, issues,
                                   geo::FeatureLayer::MostPoints, drafts);
}

// Of a file.
geo::KeptLayer::Source sourceOf(const LayerContent& content)
{
    const auto key = [path = content.absolutePath, layer = content.layer] {
        return geo::LayerStore::keyOf(path, layer.sublayer, layer.crs, layer.operation);
    };
    LayerContent again = content;
    again.features.reset(); // large
    return {key(), geo::Crs::fromText(content.layer.crs),
            [again](base::Progress& progress, std::vector<base::Issue>* issues,
                    const geo::LayerDrafts* drafts) {
                return readFeatures(again, progress, issues, drafts);
            },
            [path = content.absolutePath](base::Progress& progress) {
                return digestOf(path, progress);
            },
            key};
}

} // namespace catalogue
