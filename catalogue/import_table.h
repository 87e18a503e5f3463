// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/issue.h"
#include "base/progress.h"
#include "catalogue/late_digest.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace catalogue {

class TableRows;

// A table of sites, or of figures about them, that somebody gave us: delimited text, a sheet of a
// workbook, the features of a layer, mineral sites in JSON; also inside a .zip. Held in memory.
// Nothing is written.
class ImportTable
{
public:
    // The tables in a file: members of an archive, sheets of a workbook, layers. Empty for one that
    // is one table by itself. Throws base::Error.
    static QStringList listTables(const QString& path);
    // Which of them is the one of sites, by the presets' names for it; else the first that is not
    // likely a mere text. chooseTable() looks into them.
    static qsizetype likelyTable(const QStringList& tables);
    // Whether it has one of those names.
    static bool isCalledSites(const QString& table);

    struct Options
    {
        QString table;    // which one, where there are several
        QString encoding; // what a person said of a text's character set; empty: by its content
        // Of columns whose decimalSign() is known and not to be judged by their content.
        std::map<QString, char> decimalSigns = {};
    };
    // Throws base::Error naming the file where it is empty, has no header, is no table, cannot be
    // read or changed while it was; base::Cancelled.
    static ImportTable open(const QString& path, const Options& options, base::Progress& progress);
    // Its first rows alone, to see what it is of. Throws as open() does, but takes an empty one.
    static ImportTable openBeginning(const QString& path, const QString& table,
                                     base::Progress& progress);
    // Several of one file, which is read once.
    static std::vector<ImportTable> openAll(const QString& path, const QStringList& tables,
                                            const QString& encoding, base::Progress& progress);

    const QString& fileName() const { return m_fileName; } // without folder
    const QString& table() const { return m_table; }       // of listTables(); else empty
    const QStringList& tablesBeside() const { return m_tablesBeside; } // the file's other ones
    // SHA-256 of the file that was given; waits where it is still being worked out.
    QString digest() const { return m_digest->get(); }
    const QString& format() const { return m_format; }     // "CSV", "XLSX" …, for a person
    const QString& encoding() const { return m_encoding; } // of a text; else empty
    QChar separator() const { return m_separator; }        // of a text; else null
    // The CRS that the file states for placeColumn(), as geo::Crs::fromText() reads it.
    const QString& crs() const { return m_crs; }
    // The column that holds the geometry of features as WKT; empty where there is none.
    const QString& placeColumn() const { return m_placeColumn; }
    // A header that is empty is called "#3", a repeated one "No. (2)".
    const std::vector<QString>& columns() const { return m_columns; }
    std::optional<size_t> columnIndex(const QString& name) const;
    // How a column writes its numbers; see decimalSigns().
    char decimalSign(size_t column) const { return m_decimalSigns[column]; }
    // What to know of the file as a whole.
    const std::vector<base::Issue>& issues() const { return m_issues; }

    struct Row
    {
        qint64 line = 0;                        // in the file, from 1
        std::span<const QByteArrayView> fields; // UTF-8, one a column unless there is a problem
        const char* problem = nullptr;          // a reason of setAsideText(), or null
    };
    // Every row under the header, or the first `most`, in order; valid while it is visited.
    void forEachRow(base::Progress& progress, const std::function<void(const Row&)>& visit,
                    const std::optional<size_t>& most = {}) const;

    struct KeptRow
    {
        qint64 line = 0;
        QStringList fields;
    };
    std::vector<KeptRow> firstRows(size_t most) const;

private:
    ImportTable() = default;
    void readHeader();
    bool visitRows(base::Progress& progress, const std::function<bool(const Row&)>& visit) const;

    static ImportTable fromText(const QString& path, QByteArray bytes, const QString& encoding);
    static ImportTable fromSheet(const QString& path, const QString& table, size_t mostRows,
                                 base::Progress& progress);

    QString m_fileName;
    QString m_table;
    QStringList m_tablesBeside;
    std::shared_ptr<const LateDigest> m_digest;
    QString m_format;
    QString m_encoding;
    QChar m_separator;
    QString m_crs;
    QString m_placeColumn;
    std::shared_ptr<const TableRows> m_rows;
    qint64 m_headerLine = 0; // rows up to and with this one are no data; 0: the header is elsewhere
    std::vector<QString> m_columns;
    std::vector<char> m_decimalSigns; // by column
    std::vector<base::Issue> m_issues;
};

} // namespace catalogue
