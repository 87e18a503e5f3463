// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/csv.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace catalogue {

namespace {

// What a spreadsheet takes for a formula, and the escape's own sign.
const QString EscapedStarts = QStringLiteral("=+-@\t\r'");

} // namespace

QString csvEscaped(const QString& text)
{
    if (!text.isEmpty() && EscapedStarts.contains(text.front()))
        return QLatin1Char('\'') + text;
    return text;
}

QString csvUnescaped(const QString& text)
{
    if (text.size() > 1 && text[0] == u'\'' && EscapedStarts.contains(text[1]))
        return text.mid(1);
    return text;
}

void CsvLine::add(const QByteArray& field)
{
    if (!m_empty)
        m_line += ',';
    m_empty = false;
    const bool quote = std::any_of(field.begin(), field.end(), [](char c) {
        return c == '"' || c == ',' || c == '\n' || c == '\r';
    });
    if (quote)
        m_line += '"' + QByteArray(field).replace('"', "\"\"") + '"';
    else
        m_line += field;
}

CsvLine& CsvLine::text(const QString& text)
{
    add(csvEscaped(text).toUtf8());
    return *this;
}

CsvLine& CsvLine::raw(const QString& text)
{
    add(text.toUtf8());
    return *this;
}

CsvLine& CsvLine::number(const std::optional<double>& value)
{
    add(value ? QByteArray::number(*value, 'g', 12) : QByteArray());
    return *this;
}

CsvLine& CsvLine::number(const std::optional<int>& value)
{
    add(value ? QByteArray::number(*value) : QByteArray());
    return *this;
}

CsvLine& CsvLine::integer(qint64 value)
{
    add(QByteArray::number(value));
    return *this;
}

bool CsvReader::atLineEnd() const
{
    return m_at >= m_text.size() || m_text[m_at] == '\n' || m_text[m_at] == '\r';
}

void CsvReader::skipLineEnd()
{
    if (m_at >= m_text.size())
        return;
    if (m_text[m_at] == '\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n')
        ++m_at;
    ++m_at;
    ++m_line;
}

// At the character after the opening mark; ends after the closing one. False: there is none before
// `limit`.
bool CsvReader::readQuoted(qsizetype limit, QByteArray& joined, QByteArrayView& field)
{
    qsizetype from = m_at;
    bool whole = true; // it stands in the text as it is
    while (m_at < limit) {
        const char c = m_text[m_at];
        if (c == '"') {
            const bool doubled = m_at + 1 < m_text.size() && m_text[m_at + 1] == '"';
            if (!doubled) {
                field = m_text.sliced(from, m_at - from);
                ++m_at;
                if (!whole) {
                    joined.append(field.data(), field.size());
                    field = joined;
                }
                return true;
            }
            ++m_at; // with the first of the two
            joined.append(m_text.data() + from, m_at - from);
            whole = false;
            from = ++m_at;
        } else if (c == '\n' || c == '\r') {
            skipLineEnd();
        } else {
            ++m_at;
        }
    }
    return false;
}

void CsvReader::giveUp(Record& record, qsizetype start, Problem problem)
{
    constexpr qsizetype Kept = 1000;
    m_at = start;
    m_line = record.line;
    while (!atLineEnd())
        ++m_at;
    const qsizetype length = m_at - start;
    record.fields = {
        m_text.sliced(start, problem == Problem::TooLong ? std::min(length, Kept) : length)};
    if (length > MostRecordBytes)
        record.fields.front() = record.fields.front().first(Kept);
    record.problem = problem;
    skipLineEnd();
}

bool CsvReader::next(Record& record)
{
    while (m_at < m_text.size() && (m_text[m_at] == '\n' || m_text[m_at] == '\r'))
        skipLineEnd();
    if (m_at >= m_text.size())
        return false;
    const qsizetype start = m_at;
    const qsizetype limit = std::min(m_text.size(), start + MostRecordBytes);
    record.line = m_line;
    record.problem = Problem::None;
    record.fields.clear();
    size_t joinedCount = 0;
    for (;;) {
        QByteArrayView field;
        QByteArray* joined = nullptr;
        if (m_at < m_text.size() && m_text[m_at] == '"') {
            if (joinedCount == m_joined.size())
                m_joined.emplace_back();
            joined = &m_joined[joinedCount++];
            joined->resize(0);
            ++m_at;
            if (!readQuoted(limit, *joined, field)) {
                giveUp(record, start, Problem::OpenQuote);
                return true;
            }
        }
        const qsizetype from = m_at; // also what follows a closing mark, which no standard allows
        while (m_at < limit && m_text[m_at] != m_separator && m_text[m_at] != '\n' &&
               m_text[m_at] != '\r')
            ++m_at;
        if (m_at == limit && limit < m_text.size() && !atLineEnd()) {
            giveUp(record, start, Problem::TooLong);
            return true;
        }
        const QByteArrayView rest = m_text.sliced(from, m_at - from);
        if (joined == nullptr) {
            field = rest;
        } else if (!rest.isEmpty()) {
            if (joined->isEmpty())
                joined->append(field.data(), field.size());
            joined->append(rest.data(), rest.size());
            field = *joined;
        }
        record.fields.push_back(field);
        if (record.fields.size() > MostFields) {
            giveUp(record, start, Problem::TooLong);
            return true;
        }
        if (atLineEnd())
            break;
        ++m_at; // the separator
    }
    skipLineEnd();
    return true;
}

char csvSeparatorOf(QByteArrayView utf8)
{
    constexpr std::array Separators{',', ';', '\t', '|'};
    constexpr int Records = 20;
    char best = ',';
    double bestScore = 0;
    for (const char separator : Separators) {
        CsvReader reader(utf8, separator);
        CsvReader::Record record;
        std::map<size_t, int> lengths;
        int records = 0;
        for (; records < Records && reader.next(record); ++records)
            if (record.problem == CsvReader::Problem::None)
                ++lengths[record.fields.size()];
        // Records of one length count more than many fields: a note is full of commas.
        for (const auto& [fields, count] : lengths) {
            const double score = fields < 2 ? 0 : double(count) * std::log2(double(fields) + 1);
            if (score > bestScore) {
                bestScore = score;
                best = separator;
            }
        }
    }
    return best;
}

} // namespace catalogue
