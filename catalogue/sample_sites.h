// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/progress.h"
#include "catalogue/layer.h"

#include <QByteArray>
#include <QString>

namespace catalogue {

class Edit;
class ProjectFile;
struct Author;

// The catalogue's half of the sample project: real sites with their sources, candidate projects,
// delegations, boundaries, geological provinces, border crossings and ports, from the program's
// resources (resources/sample/README.md says where every fact was read).

// The id of a row made from the sample's key, so that two samples hold the same rows; table as in
// the project file ("sites", "projects", "layers" …).
base::Id sampleId(const char* table, const QString& key);

// A file of the sample, by its path in resources/sample.
QByteArray sampleFile(const QString& path);

// The bytes of the sample's layers, put into the file before the edit that names them.
void putSampleBlobs(ProjectFile& file);
// Everything else, within an open edit.
void addSampleSites(Edit& edit, base::Progress& progress);

// The sample's country and state boundaries alone, for a new project to be seen on; one entry.
void addBoundaries(ProjectFile& file, const Author& author, base::Progress& progress);
// The same for a map to be drawn on, without any file; from the bottom.
std::vector<LoadedLayer> ownBoundaries(base::Progress& progress);

} // namespace catalogue
