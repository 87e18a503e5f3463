// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <memory>

// PROJ's own names for its types, so that no header of ours needs its header.
struct PJconsts;
struct pj_ctx;

namespace geo {

struct ProjDeleter
{
    void operator()(PJconsts* object) const;
    void operator()(pj_ctx* context) const;
};
using ProjObject = std::unique_ptr<PJconsts, ProjDeleter>;

// A PROJ context of one thread at a time: no network, silent, its last complaint kept.
class ProjContext
{
public:
    ProjContext();
    ProjContext(const ProjContext&) = delete;
    ProjContext& operator=(const ProjContext&) = delete;

    pj_ctx* get() const { return m_context.get(); }
    ProjObject create(const QString& definition);
    QString complaint() const; // PROJ's words for what last went wrong

private:
    std::unique_ptr<pj_ctx, ProjDeleter> m_context;
    QString m_complaint;
};

// True where a definition names a file of its own (a grid, a model) by a path: such a CRS or
// operation would open files that the person did not choose.
bool namesForeignFile(const QString& definition);

} // namespace geo
