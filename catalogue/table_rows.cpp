// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/table_rows.h"

#include <utility>

namespace catalogue {

namespace {

constexpr int RowsPerCheck = 512;
constexpr qint64 Steps = 1000; // of the progress

} // namespace

void TextRows::forEach(base::Progress& progress, const std::function<bool(const Row&)>& visit) const
{
    CsvReader reader(m_utf8, m_separator);
    CsvReader::Record record;
    Row row;
    int untilCheck = RowsPerCheck;
    while (reader.next(record)) {
        if (--untilCheck == 0 || record.problem != CsvReader::Problem::None) {
            untilCheck = RowsPerCheck;
            progress.check();
            progress.advance(reader.position() * Steps / m_utf8.size());
        }
        row.line = record.line;
        row.problem = record.problem;
        std::swap(row.fields, record.fields);
        const bool more = visit(row);
        std::swap(row.fields, record.fields);
        if (!more)
            return;
    }
}

void KeptRows::add(QByteArrayView field)
{
    m_bytes.append(field.data(), field.size());
    m_ends.push_back(m_bytes.size());
}

void KeptRows::end(qint64 line)
{
    m_rows.push_back({line, std::exchange(m_nextField, m_ends.size())});
}

void KeptRows::forEach(base::Progress& progress, const std::function<bool(const Row&)>& visit) const
{
    Row row;
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (i % RowsPerCheck == 0) {
            progress.check();
            progress.advance(qint64(i) * Steps / qint64(m_rows.size()));
        }
        row.line = m_rows[i].line;
        row.fields.clear();
        const size_t end = i + 1 < m_rows.size() ? m_rows[i + 1].firstField : m_nextField;
        for (size_t field = m_rows[i].firstField; field < end; ++field) {
            const qsizetype from = field == 0 ? 0 : m_ends[field - 1];
            row.fields.push_back(QByteArrayView(m_bytes).sliced(from, m_ends[field] - from));
        }
        if (!visit(row))
            return;
    }
}

} // namespace catalogue
