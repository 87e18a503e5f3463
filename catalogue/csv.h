// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>
#include <deque>
#include <optional>
#include <vector>

namespace catalogue {

// Comma-separated text, read and written: RFC 4180, and what else is met under that name.

// Text that a spreadsheet would run as a formula, or that begins with the sign of this very escape
// (= + - @ tab return '), is written with an apostrophe before it. escaped() and unescaped() are
// exact inverses. Numbers are not text and are never escaped.
QString csvEscaped(const QString& text);
QString csvUnescaped(const QString& text);

// One line of RFC 4180, with numbers in C locale. Lines end in CR LF.
class CsvLine
{
public:
    CsvLine& text(const QString& text);                  // escaped
    CsvLine& raw(const QString& text);                   // as it is, only quoted where need be
    CsvLine& number(const std::optional<double>& value); // 12 significant digits; missing: empty
    CsvLine& number(const std::optional<int>& value);
    CsvLine& integer(qint64 value);
    QByteArray bytes() const { return m_line + "\r\n"; }

private:
    void add(const QByteArray& field);
    QByteArray m_line;
    bool m_empty = true;
};

// Of the beginning of a file: the one of , ; tab | that divides the first records into the most
// fields, the same in each.
char csvSeparatorOf(QByteArrayView utf8);

// Reads one record after the other out of UTF-8 text. Lines end in LF, CR LF or CR, mixed as they
// come; quoted fields may hold separators and line ends; empty lines are skipped. Takes time in
// proportion to the text and memory in proportion to a record, whatever the text is.
class CsvReader
{
public:
    // The text must outlive the reader.
    CsvReader(QByteArrayView utf8, char separator)
        : m_text(utf8)
        , m_separator(separator)
    {
    }
    // What is longer is no record of a table.
    static constexpr qsizetype MostRecordBytes = 4 << 20;
    static constexpr size_t MostFields = 20000;

    enum class Problem {
        None,
        // A quotation mark was opened and never closed. The record then is its first line alone,
        // undivided, and reading goes on behind that line.
        OpenQuote,
        TooLong, // a line of more than MostRecordBytes or MostFields; its beginning is kept
    };
    struct Record
    {
        qint64 line = 0;                    // where it begins, from 1
        std::vector<QByteArrayView> fields; // valid until the next one is read
        Problem problem = Problem::None;
    };
    // False at the end. `record` is overwritten, its memory used again.
    bool next(Record& record);
    // How far it is, in bytes.
    qsizetype position() const { return m_at; }

private:
    bool atLineEnd() const;
    void skipLineEnd();
    bool readQuoted(qsizetype limit, QByteArray& joined, QByteArrayView& field);
    void giveUp(Record& record, qsizetype start, Problem problem);

    QByteArrayView m_text;
    char m_separator;
    qsizetype m_at = 0;
    qint64 m_line = 1;
    std::deque<QByteArray> m_joined; // fields that do not stand in the text as they are
};

} // namespace catalogue
