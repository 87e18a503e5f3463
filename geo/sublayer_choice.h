// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace geo {

// Internal to this room. Throws base::Error that lists what there is to choose from; `wanted`: what
// was asked for, empty where nothing was.
[[noreturn]] void refuseSublayer(const QString& fileName, const QStringList& names,
                                 const QString& wanted);

} // namespace geo
