// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/layer.h"
#include "geo/feature_layer.h"
#include "geo/kept_layer.h"

namespace catalogue {

// Internal to this room: how a layer's file is come by, for whoever proposes, loads or moves one.

// SHA-256 of a file; of a folder that is one source, of the names and contents of its files.
QString digestOf(const QString& path, base::Progress& progress);
// What the file is called in messages: its path, or a name for embedded bytes.
QString nameOf(const LayerContent& content);
geo::Operation operationOf(const Layer& layer); // the pinned one, else the best
geo::FeatureLayer readFeatures(const LayerContent& content, base::Progress& progress,
                               std::vector<base::Issue>* issues, const geo::LayerDrafts* drafts);
geo::KeptLayer::Source sourceOf(const LayerContent& content); // of one that is not embedded

} // namespace catalogue
