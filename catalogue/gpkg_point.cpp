// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/gpkg_point.h"

#include <QtEndian>
#include <array>
#include <cmath>
#include <cstring>

namespace catalogue {

namespace {

constexpr quint32 Wgs84 = 4326;
constexpr std::array<qsizetype, 5> EnvelopeBytes = {0, 32, 48, 48, 64};

template <typename T>
T read(const char* at, bool littleEndian)
{
    return littleEndian ? qFromLittleEndian<T>(at) : qFromBigEndian<T>(at);
}

double readDouble(const char* at, bool littleEndian)
{
    const auto bits = read<quint64>(at, littleEndian);
    double value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return value;
}

} // namespace

QByteArray encodeGpkgPoint(const Position& position)
{
    QByteArray blob(29, Qt::Uninitialized);
    char* at = blob.data();
    at[0] = 'G';
    at[1] = 'P';
    at[2] = 0; // version 1
    at[3] = 1; // little-endian, no envelope
    qToLittleEndian(Wgs84, at + 4);
    at[8] = 1; // little-endian WKB
    qToLittleEndian(quint32(1), at + 9);
    quint64 bits = 0;
    std::memcpy(&bits, &position.lon, sizeof bits);
    qToLittleEndian(bits, at + 13);
    std::memcpy(&bits, &position.lat, sizeof bits);
    qToLittleEndian(bits, at + 21);
    return blob;
}

std::optional<Position> decodeGpkgPoint(QByteArrayView blob)
{
    if (blob.size() < 8 || blob[0] != 'G' || blob[1] != 'P')
        return std::nullopt;
    const size_t envelope = (size_t(blob[3]) >> 1) & 7;
    if (envelope >= EnvelopeBytes.size())
        return std::nullopt;
    const qsizetype wkb = 8 + EnvelopeBytes[envelope];
    if (blob.size() < wkb + 21)
        return std::nullopt;
    const bool littleEndian = blob[wkb] == 1;
    const auto type = read<quint32>(blob.data() + wkb + 1, littleEndian);
    if (type % 1000 != 1)
        return std::nullopt;
    const Position position{readDouble(blob.data() + wkb + 5, littleEndian),
                            readDouble(blob.data() + wkb + 13, littleEndian)};
    if (!std::isfinite(position.lon) || !std::isfinite(position.lat))
        return std::nullopt;
    return position;
}

} // namespace catalogue
