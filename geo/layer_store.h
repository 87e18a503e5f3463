// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/layer_file.h"
#include <QString>
#include <functional>
#include <memory>
#include <optional>

namespace geo {

// Cooked layers kept in a folder of the user's cache, so that a known layer is on the screen at
// once. All of it can be made again; it is never trusted (see LayerFile) and never missed: what
// cannot be kept is not. Several programs may use one folder at once. Thread-safe.
class LayerStore
{
public:
    static constexpr qint64 MostBytesByDefault = 4'000'000'000;

    LayerStore(const QString& folder, qint64 mostBytes);
    ~LayerStore(); // waits for what is being written
    LayerStore(const LayerStore&) = delete;
    LayerStore& operator=(const LayerStore&) = delete;

    // Of the person who runs the program, with the limit they set.
    static std::shared_ptr<LayerStore> ofUser();
    // Sets their limit, for this program and the next ones.
    static void setMostBytesOfUser(qint64 bytes);

    // What a source is told by: where it lies, the size and time of its file and of the files
    // beside it that belong to it (all files of a folder), which of its layers, its CRS and
    // operation, and the versions of what reads and moves it. Not its bytes: digesting them takes
    // seconds.
    static QByteArray keyOf(const QString& path, const QString& sublayer, const QString& crs,
                            const QString& operation);

    // nullopt: not known. `source`: as keyOf() says; what is found counts as used.
    std::optional<LayerFile> find(const QByteArray& source, const Operation& fromWgs84);
    // Keeps a layer, in the background. `complete` is called there first and may fill in what
    // takes its time; where it returns false nothing is kept.
    void keep(const QByteArray& source, const Operation& fromWgs84, LayerFile file,
              std::function<bool(LayerFile&)> complete = {});
    // Forgets what was made from a source, for whatever map CRS.
    void forget(const QByteArray& source);
    void waitUntilKept();

    const QString& folder() const { return m_folder; }
    qint64 usedBytes() const;
    qint64 mostBytes() const;
    // What was not used for longest goes first.
    void setMostBytes(qint64 bytes);
    void empty();

private:
    struct Writer;
    QString m_folder;
    std::unique_ptr<Writer> m_writer;
};

} // namespace geo
