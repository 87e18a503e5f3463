// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/import_columns.h"

#include "base/error.h"
#include "catalogue/text.h"

#include <QStringList>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace catalogue {

namespace {

constexpr size_t SampleRows = 2000;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// Groups of three behind the first, all parted by one sign: 1,234,567.
bool isGrouped(QByteArrayView digits, char sign)
{
    const qsizetype first = digits.indexOf(sign);
    if (first < 1 || first > 3)
        return false;
    for (qsizetype at = first; at < digits.size(); at += 4) {
        if (digits[at] != sign || digits.size() - at < 4)
            return false;
        for (qsizetype i = 1; i <= 3; ++i)
            if (!isDigit(digits[at + i]))
                return false;
    }
    return std::all_of(digits.begin(), digits.begin() + first, isDigit);
}

QByteArray withoutBlanks(QByteArrayView text)
{
    QByteArray plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        // Blanks within a number: the plain one, U+00A0, U+202F and U+2009.
        if (text[i] == ' ')
            continue;
        if (text.sliced(i).startsWith("\xC2\xA0")) {
            ++i;
            continue;
        }
        if (text.sliced(i).startsWith("\xE2\x80\xAF") ||
            text.sliced(i).startsWith("\xE2\x80\x89")) {
            i += 2;
            continue;
        }
        if (text.sliced(i).startsWith("\xE2\x88\x92")) { // the sign of minus
            plain += '-';
            i += 2;
            continue;
        }
        plain += text[i];
    }
    return plain;
}

std::optional<double> plainNumber(QByteArrayView text)
{
    if (text.startsWith('+'))
        text = text.sliced(1);
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
        return {};
    return value;
}

} // namespace

bool saysNothing(QByteArrayView text)
{
    if (text.size() > 12)
        return false;
    static constexpr std::array<std::string_view, 13> Words{
        "",    "-",   "--",   "na",     "n/a",     "n.d.",        "nd",
        "nan", "unk", "null", "<null>", "unknown", "notspecified"};
    std::array<char, 12> lower{};
    std::transform(text.begin(), text.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    const std::string_view word(lower.data(), size_t(text.size()));
    return std::find(Words.begin(), Words.end(), word) != Words.end();
}

std::optional<double> parseNumber(QByteArrayView given, char decimal)
{
    if (const auto number = plainNumber(given); number && decimal == '.')
        return number;
    QByteArray text = withoutBlanks(given.trimmed());
    const QByteArrayView digits =
        QByteArrayView(text).sliced(text.startsWith('-') || text.startsWith('+') ? 1 : 0);
    const qsizetype comma = text.lastIndexOf(',');
    const qsizetype point = text.lastIndexOf('.');
    if (comma >= 0 && point >= 0) {
        if (comma > point) // 1.234,5
            text = text.replace(".", "").replace(",", ".");
        else
            text.replace(",", "");
    } else if (comma >= 0) {
        if (isGrouped(digits, ',') && (decimal == '.' || text.count(',') > 1))
            text.replace(",", "");
        else if (text.count(',') == 1)
            text.replace(",", ".");
    } else if (point >= 0 && isGrouped(digits, '.') && (decimal == ',' || text.count('.') > 1)) {
        text.replace(".", "");
    }
    return plainNumber(text);
}

char decimalOf(const std::vector<QByteArray>& values)
{
    int comma = 0;
    int point = 0;
    for (const QByteArray& value : values) {
        const QByteArray text = withoutBlanks(value);
        const QByteArrayView digits =
            QByteArrayView(text).sliced(text.startsWith('-') || text.startsWith('+') ? 1 : 0);
        const qsizetype lastComma = digits.lastIndexOf(',');
        const qsizetype lastPoint = digits.lastIndexOf('.');
        if (lastComma >= 0 && lastPoint >= 0)
            ++(lastComma > lastPoint ? comma : point);
        else if (lastComma >= 0)
            ++(!isGrouped(digits, ',') && digits.count(',') == 1 ? comma : point);
        else if (lastPoint >= 0 && !isGrouped(digits, '.'))
            ++point;
    }
    // One that can only be read so decides, unless others contradict it.
    return comma > 0 && comma >= point ? ',' : '.';
}

QByteArrayView ImportField::bytes(const Slot& slot, const ImportTable::Row& row)
{
    return slot.column ? row.fields[*slot.column].trimmed() : QByteArrayView(slot.always);
}

QByteArrayView ImportField::bytes(const ImportTable::Row& row) const
{
    for (const Slot& slot : m_slots)
        if (const QByteArrayView value = bytes(slot, row); !saysNothing(value))
            return value;
    return {};
}

QString ImportField::text(const ImportTable::Row& row) const
{
    const QByteArrayView value = bytes(row);
    return value.isEmpty() ? QString() : QString::fromUtf8(value).simplified();
}

std::optional<double> ImportField::number(const ImportTable::Row& row, QByteArrayView* said) const
{
    for (const Slot& slot : m_slots)
        if (const QByteArrayView value = bytes(slot, row); !saysNothing(value)) {
            *said = value;
            return parseNumber(value, slot.decimal);
        }
    *said = {};
    return {};
}

ImportColumns::ImportColumns(const ImportTable& table,
                             const std::vector<ImportMapping::Part>& parts, const QString& decimal)
{
    for (const ImportMapping::Part& part : parts) {
        ImportField::Slot slot{{},
                               part.always.value_or(QString()).toUtf8(),
                               part.column,
                               decimal == QLatin1String(",") ? ',' : '.'};
        if (!part.always) {
            slot.column = table.columnIndex(part.column);
            if (!slot.column)
                throw base::Error(
                    Text::tr("“%1” has no column “%2”, which the mapping reads. It has: %3.")
                        .arg(table.fileName(), part.column,
                             QStringList(table.columns().begin(), table.columns().end())
                                 .mid(0, 60)
                                 .join(QStringLiteral(", "))));
        }
        m_fields[part.field].m_slots.push_back(std::move(slot));
    }
    if (!decimal.isEmpty())
        return;
    const std::vector<ImportTable::KeptRow> sample = table.firstRows(SampleRows);
    std::map<size_t, char> signs;
    for (auto& [name, field] : m_fields)
        for (ImportField::Slot& slot : field.m_slots) {
            if (!slot.column)
                continue;
            auto known = signs.find(*slot.column);
            if (known == signs.end()) {
                std::vector<QByteArray> values;
                for (const ImportTable::KeptRow& row : sample) {
                    const QByteArray value =
                        row.fields.value(qsizetype(*slot.column)).trimmed().toUtf8();
                    if (parseNumber(value))
                        values.push_back(value);
                }
                known = signs.emplace(*slot.column, decimalOf(values)).first;
            }
            slot.decimal = known->second;
        }
}

const ImportField& ImportColumns::operator[](const QString& field) const
{
    static const ImportField none;
    const auto found = m_fields.find(field);
    return found != m_fields.end() ? found->second : none;
}

} // namespace catalogue
