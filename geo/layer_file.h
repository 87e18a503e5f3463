// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/issue.h"
#include "base/language.h"
#include "geo/cooked_layer.h"
#include "geo/feature_table.h"
#include "geo/operation.h"
#include <QByteArray>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

namespace geo {

// A layer cooked for one CRS, with what its features say, as one file that is mapped into memory:
// nothing of it is read before it is looked at but its checksums.
//
//   "VETALAYR" | version | size of the file | size and checksum of the head | head | arrays
//
// The head says where each array lies and its checksum (XXH3); arrays lie at multiples of 64 bytes,
// as this machine holds them in memory. Such a file is never carried to another machine, and one of
// another version is made anew.
struct LayerFile
{
    // What it was made from and how (see LayerStore); and the digest of the source as it was then.
    QByteArray key;
    QString sourceDigest;
    // What reading the source had to say, in the words of one language.
    base::Language language = base::Language::English;
    std::vector<base::Issue> issues;

    OperationInfo toWgs84;           // of the layer
    std::vector<GeometryKind> kinds; // by feature
    GeometryKind kind = GeometryKind::None;
    Extent extent; // degrees
    QString fileName;
    QString sublayer;
    std::vector<Column> columns;
    CookedLayer cooked;

    static constexpr std::uint32_t Version = 4;

    // On the disk, without the head.
    qint64 arrayBytes() const;
    // Replaces the file as a whole. Throws base::Error where it cannot be written.
    void write(const QString& path) const;
    // nullopt: there is none, or it is not whole, not of this version, or not of this key.
    static std::optional<LayerFile> map(const QString& path, const QByteArray& key);
};

} // namespace geo
