// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/value.h"

#include <QLocale>
#include <QtEndian>
#include <cmath>
#include <cstring>
#include <limits>
#include <sqlite3.h>

namespace catalogue {

namespace {

constexpr double LargestExactInteger = 9007199254740992.0; // 2^53

void appendInteger(QByteArray& out, qint64 number)
{
    char bytes[9];
    bytes[0] = 'I';
    qToBigEndian(number, bytes + 1);
    out.append(bytes, sizeof bytes);
}

void appendReal(QByteArray& out, double number)
{
    if (std::abs(number) <= LargestExactInteger && number == std::floor(number)) {
        appendInteger(out, qint64(number));
        return;
    }
    if (std::isnan(number))
        number = std::numeric_limits<double>::quiet_NaN();
    quint64 bits = 0;
    std::memcpy(&bits, &number, sizeof bits);
    char bytes[9];
    bytes[0] = 'R';
    qToBigEndian(bits, bytes + 1);
    out.append(bytes, sizeof bytes);
}

} // namespace

std::optional<QString> toText(const Value& value)
{
    if (const auto* integer = std::get_if<qint64>(&value))
        return QString::number(*integer);
    if (const auto* real = std::get_if<double>(&value))
        return QString::number(*real, 'g', QLocale::FloatingPointShortest);
    if (const auto* text = std::get_if<std::string>(&value))
        return QString::fromStdString(*text);
    if (const auto* blob = std::get_if<QByteArray>(&value))
        return QStringLiteral("0x") + QString::fromLatin1(blob->toHex());
    return std::nullopt;
}

void appendCanonical(QByteArray& out, const Value& value)
{
    if (const auto* integer = std::get_if<qint64>(&value)) {
        appendInteger(out, *integer);
    } else if (const auto* real = std::get_if<double>(&value)) {
        appendReal(out, *real);
    } else if (const auto* text = std::get_if<std::string>(&value)) {
        out.append('T');
        out.append(text->data(), qsizetype(text->size()));
    } else if (const auto* blob = std::get_if<QByteArray>(&value)) {
        out.append('B');
        out.append(*blob);
    }
}

void appendCanonical(QByteArray& out, sqlite3_value* value)
{
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
        appendInteger(out, sqlite3_value_int64(value));
        return;
    case SQLITE_FLOAT:
        appendReal(out, sqlite3_value_double(value));
        return;
    case SQLITE_TEXT:
        out.append('T');
        out.append(reinterpret_cast<const char*>(sqlite3_value_text(value)),
                   sqlite3_value_bytes(value));
        return;
    case SQLITE_BLOB:
        out.append('B');
        out.append(static_cast<const char*>(sqlite3_value_blob(value)), sqlite3_value_bytes(value));
        return;
    default:
        return;
    }
}

Value fromCanonical(const QByteArray& bytes)
{
    if (bytes.isEmpty())
        return std::monostate{};
    const char* content = bytes.constData() + 1;
    const qsizetype size = bytes.size() - 1;
    switch (bytes[0]) {
    case 'I':
        return size == 8 ? Value(qFromBigEndian<qint64>(content)) : Value();
    case 'R': {
        if (size != 8)
            return {};
        const auto bits = qFromBigEndian<quint64>(content);
        double number = 0;
        std::memcpy(&number, &bits, sizeof number);
        return number;
    }
    case 'T':
        return std::string(content, size_t(size));
    case 'B':
        return QByteArray(content, size);
    default:
        return {};
    }
}

bool sameValue(const Value& a, const Value& b)
{
    QByteArray first;
    QByteArray second;
    appendCanonical(first, a);
    appendCanonical(second, b);
    return first == second;
}

} // namespace catalogue
