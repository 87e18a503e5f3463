// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include "catalogue/csv.h"

#include <functional>
#include <optional>
#include <vector>

namespace catalogue {

// The rows of a table, whatever file it came in; internal to the import.
class TableRows
{
public:
    struct Row
    {
        qint64 line = 0;                    // in the file, from 1
        std::vector<QByteArrayView> fields; // UTF-8, valid while it is visited; empty: missing
        CsvReader::Problem problem = CsvReader::Problem::None;
    };
    virtual ~TableRows() = default;
    // In order; `visit` returns false to stop. Throws base::Cancelled.
    virtual void forEach(base::Progress& progress,
                         const std::function<bool(const Row&)>& visit) const = 0;
};

// Of delimited text, read anew each time.
class TextRows : public TableRows
{
public:
    TextRows(QByteArray utf8, char separator)
        : m_utf8(std::move(utf8))
        , m_separator(separator)
    {
    }
    void forEach(base::Progress& progress,
                 const std::function<bool(const Row&)>& visit) const override;

private:
    QByteArray m_utf8;
    char m_separator;
};

// Kept in memory.
class KeptRows : public TableRows
{
public:
    // Fields of the row that is being built; an empty one is missing.
    void add(QByteArrayView field);
    // What add() was given since becomes a row.
    void end(qint64 line);
    qint64 count() const { return qint64(m_rows.size()); }
    void forEach(base::Progress& progress,
                 const std::function<bool(const Row&)>& visit) const override;

private:
    struct Kept
    {
        qint64 line = 0;
        size_t firstField = 0;
    };
    QByteArray m_bytes;
    std::vector<qsizetype> m_ends; // of each field in m_bytes
    std::vector<Kept> m_rows;
    size_t m_nextField = 0;
};

} // namespace catalogue
