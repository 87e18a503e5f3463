// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/crs.h"
#include "geo/extent.h"
#include <QPointF>
#include <QString>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace geo {

// One way from a CRS to another, as a person may choose it.
struct OperationInfo
{
    // Recreates the operation (a PROJ pipeline): what the project file keeps.
    QString key;
    QString name;                         // the authority's, never translated
    std::optional<double> accuracyMetres; // as its authority states it; nullopt: not stated
    bool ballpark = false;             // no change of datum at all: may be hundreds of metres off
    std::vector<QString> missingGrids; // files that are not installed here
    QString area;                      // in words, where it is meant to be used
    bool usable() const { return missingGrids.empty(); }
};

// Roughly where an extent in units of a CRS lies, in degrees of WGS 84: to choose an operation by.
// nullopt where it lies outside the reach of the CRS (which then is hardly the right one).
std::optional<Extent> roughDegrees(const Crs& crs, const Extent& extent);

// One pinned coordinate operation, the same for every point it is given. (PROJ's own
// proj_create_crs_to_crs changes operation from place to place, and tears a layer by tens of
// metres where it does.) A value: cheap to copy, safe to use from several threads at once.
class Operation
{
public:
    // All ways PROJ knows, best first; those that lack a grid file are listed and not usable.
    // `degrees`: where the points lie; else the CRSs' own areas decide the order.
    static std::vector<OperationInfo> candidates(const Crs& from, const Crs& to,
                                                 const std::optional<Extent>& degrees = {});
    // The best usable one, a ballpark only where there is no other. Throws base::Error where there
    // is none.
    static Operation between(const Crs& from, const Crs& to,
                             const std::optional<Extent>& degrees = {});
    // The one that was pinned before. Throws base::Error where this installation cannot make it
    // (its grid is missing); it is never replaced by another one silently.
    static Operation fromKey(const Crs& from, const Crs& to, const QString& key);
    // One that was made on this computer before, by what info() said of it then: PROJ is asked for
    // nothing until a point is moved. Throws base::Error as fromKey() does for a foreign file.
    static Operation fromInfo(const Crs& from, const Crs& to, const OperationInfo& info);

    const Crs& from() const;
    const Crs& to() const;
    const OperationInfo& info() const;
    bool isIdentity() const; // same CRS on both sides: nothing moves
    // Where it leads to and how, as one text: what was made by one is told from what another made.
    QString target() const;

    // In place, x before y, in the units of each CRS: degrees where it is geographic, or grads for
    // the few that say so. A point out of reach becomes NaN, NaN; returned is how many did.
    std::size_t forward(std::span<QPointF> points) const;
    std::size_t inverse(std::span<QPointF> points) const;

    // The box, in units of to(), around an extent in units of from(); its sides may be curves, so
    // points along and within it are asked. Empty where none can be moved.
    Extent forward(const Extent& extent) const;
    Extent inverse(const Extent& extent) const;

private:
    struct Definition;
    explicit Operation(std::shared_ptr<const Definition> definition);
    static void refuseForeignFile(const Crs& from, const Crs& to, const QString& key);
    static Operation make(const Crs& from, const Crs& to, OperationInfo info);
    std::shared_ptr<const Definition> m_definition;
};

} // namespace geo
