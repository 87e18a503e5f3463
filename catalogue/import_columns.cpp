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

// Groups of three behind the first, all parted by one sign: 1,234,567. None begins with a 0.
bool isGrouped(QByteArrayView digits, char sign)
{
    const qsizetype first = digits.indexOf(sign);
    if (first < 1 || first > 3 || digits[0] == '0')
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
        if (decimal == UndecidedSign && isGrouped(digits, ',') && text.count(',') == 1)
            return {};
        if (isGrouped(digits, ',') && (decimal == '.' || text.count(',') > 1))
            text.replace(",", "");
        else if (text.count(',') == 1)
            text.replace(",", ".");
    } else if (point >= 0 && isGrouped(digits, '.') && (decimal == ',' || text.count('.') > 1)) {
        text.replace(".", "");
    }
    return plainNumber(text);
}

namespace {

// How often the numbers of a column can only be read with one sign, and how often with either.
struct SignCounts
{
    size_t comma = 0;
    size_t point = 0;
    size_t eitherComma = 0; // 1,234
    size_t eitherPoint = 0; // 1.234

    void add(const QByteArray& value)
    {
        const QByteArray text = withoutBlanks(value);
        const QByteArrayView digits =
            QByteArrayView(text).sliced(text.startsWith('-') || text.startsWith('+') ? 1 : 0);
        const qsizetype commas = digits.count(',');
        const qsizetype points = digits.count('.');
        if (commas > 0 && points > 0)
            ++(digits.lastIndexOf(',') > digits.lastIndexOf('.') ? comma : point);
        else if (commas > 0)
            ++(!isGrouped(digits, ',') ? comma : commas > 1 ? point : eitherComma);
        else if (points > 0)
            ++(!isGrouped(digits, '.') ? point : points > 1 ? comma : eitherPoint);
    }
    // One that can only be read so decides, unless others contradict it. '\0': nothing does.
    char sign() const { return comma > 0 && comma >= point ? ',' : point > 0 ? '.' : '\0'; }
};

} // namespace

std::vector<char> decimalSigns(const ImportTable& table)
{
    constexpr size_t FewestNumbers = 9; // of ten values
    std::vector<SignCounts> counts(table.columns().size());
    std::vector<size_t> filled(counts.size());
    std::vector<size_t> numbers(counts.size());
    base::Progress quiet;
    table.forEachRow(
        quiet,
        [&](const ImportTable::Row& row) {
            if (row.problem != nullptr)
                return;
            for (size_t i = 0; i < counts.size(); ++i) {
                const QByteArrayView value = row.fields[i].trimmed();
                // A column of words is soon known to be one.
                if (saysNothing(value) || (filled[i] > 50 && numbers[i] * 2 < filled[i]))
                    continue;
                ++filled[i];
                if (!parseNumber(value))
                    continue;
                ++numbers[i];
                counts[i].add(value.toByteArray());
            }
        },
        SampleRows);
    size_t commas = 0;
    size_t points = 0;
    SignCounts all;
    for (size_t i = 0; i < counts.size(); ++i) {
        if (numbers[i] == 0 || numbers[i] * 10 < filled[i] * FewestNumbers)
            continue;
        commas += counts[i].sign() == ',' ? 1 : 0;
        points += counts[i].sign() == '.' ? 1 : 0;
        all.eitherComma += counts[i].eitherComma;
    }
    // What the columns that can only be read so prove holds for the others, else the separator
    // that goes with the decimal comma.
    const bool semicolons = table.separator() == QLatin1Char(';');
    char common = '.';
    if (commas != points)
        common = commas > points ? ',' : '.';
    else if (all.eitherComma > 0)
        common = semicolons ? ',' : UndecidedSign;
    std::vector<char> signs;
    for (const SignCounts& each : counts)
        signs.push_back(each.sign() != '\0' ? each.sign() : common);
    return signs;
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
    for (auto& [name, field] : m_fields)
        for (ImportField::Slot& slot : field.m_slots)
            if (slot.column)
                slot.decimal = table.decimalSign(*slot.column);
}

const ImportField& ImportColumns::operator[](const QString& field) const
{
    static const ImportField none;
    const auto found = m_fields.find(field);
    return found != m_fields.end() ? found->second : none;
}

} // namespace catalogue
