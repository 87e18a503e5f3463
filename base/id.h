// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>
#include <initializer_list>

namespace base {

// The identity of a row in a project file: 53 bits, never 0, so that it survives JSON and
// spreadsheets. Random for what a person makes; a hash where two copies must arrive at the same
// number by themselves (imported records, rows with a natural key).
using Id = qint64;

inline constexpr Id MaxId = (Id(1) << 53) - 1;

Id randomId();

// The first 53 bits of the SHA-256 of the parts, each followed by a zero byte.
Id hashedId(std::initializer_list<QByteArrayView> parts);

// For a hash over another row's id: its decimal digits.
QByteArray idBytes(Id id);

// 128 random bits as 32 hexadecimal digits: the id of a project file or of a copy of one.
QString randomToken();

} // namespace base
