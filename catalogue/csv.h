// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>
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

// A file's bytes as text: by its byte order mark, else UTF-8 where it is valid UTF-8, else
// Windows-1252, which every sequence of bytes is.
struct DecodedText
{
    QString text;
    QString encoding; // "UTF-8", "UTF-16LE", "UTF-16BE", "windows-1252"
};
DecodedText decodeCsv(QByteArrayView bytes);

// The one of , ; tab | that divides the first line into the most fields.
QChar csvSeparatorOf(const QString& text);

// Reads one record after the other. Lines end in LF, CR LF or CR, mixed as they come; quoted fields
// may hold separators and line ends; empty lines are skipped.
class CsvReader
{
public:
    // The text must outlive the reader.
    CsvReader(const QString& text, QChar separator)
        : m_text(text)
        , m_separator(separator)
    {
    }
    struct Record
    {
        qint64 line = 0; // where it begins, from 1
        std::vector<QString> fields;
        // A quotation mark was opened and never closed. The record then is its first line alone,
        // undivided, and reading goes on behind that line.
        bool badQuote = false;
    };
    // False at the end. `record` is overwritten, its memory used again.
    bool next(Record& record);
    // How far it is, in characters.
    qsizetype position() const { return m_at; }

private:
    void skipLineEnd();
    bool readQuoted(QString& field);

    const QString& m_text;
    QChar m_separator;
    qsizetype m_at = 0;
    qint64 m_line = 1;
};

} // namespace catalogue
