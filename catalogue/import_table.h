// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/issue.h"
#include "base/progress.h"

#include <QString>
#include <functional>
#include <optional>
#include <vector>

namespace catalogue {

// A table of sites that somebody gave us, read whole into memory: CSV with a header line, also
// inside a .zip. Nothing is written.
class ImportTable
{
public:
    // The files in an archive that can be read as a table; empty for what is no archive.
    static std::vector<QString> listMembers(const QString& path);
    // `member`: which file of an archive that holds several. Throws base::Error naming the file
    // where it is empty, has no header, or is no text; base::Cancelled.
    static ImportTable open(const QString& path, const QString& member, base::Progress& progress);

    const QString& fileName() const { return m_fileName; } // without folder
    const QString& member() const { return m_member; }     // of an archive; else empty
    const QString& digest() const { return m_digest; }     // SHA-256 of the file that was given
    const QString& encoding() const { return m_encoding; }
    QChar separator() const { return m_separator; }
    // A header that is empty is called "#3", a repeated one "No. (2)".
    const std::vector<QString>& columns() const { return m_columns; }
    std::optional<size_t> columnIndex(const QString& name) const;
    // What to know of the file as a whole.
    const std::vector<base::Issue>& issues() const { return m_issues; }

    struct Row
    {
        qint64 line = 0;             // in the file, from 1
        std::vector<QString> fields; // as many as columns(), unless there is a problem
        QString problem;             // a reason of setAsideText(), or empty
    };
    std::vector<Row> firstRows(size_t most) const;
    // Every row under the header, in order.
    void forEachRow(base::Progress& progress, const std::function<void(const Row&)>& visit) const;

private:
    class Rows;
    ImportTable() = default;
    void readHeader();

    QString m_fileName;
    QString m_member;
    QString m_digest;
    QString m_encoding;
    QString m_text;
    QChar m_separator;
    std::vector<QString> m_columns;
    std::vector<base::Issue> m_issues;
};

} // namespace catalogue
