// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/csv.h"

#include <QStringDecoder>
#include <algorithm>
#include <array>
#include <unicode/ucnv.h>

namespace catalogue {

namespace {

// What a spreadsheet takes for a formula, and the escape's own sign.
const QString EscapedStarts = QStringLiteral("=+-@\t\r'");

QString fromWindows1252(QByteArrayView bytes)
{
    UErrorCode status = U_ZERO_ERROR;
    UConverter* converter = ucnv_open("windows-1252", &status);
    if (U_FAILURE(status))
        return QString::fromLatin1(bytes);
    QString text(bytes.size() + 1, Qt::Uninitialized); // one code unit for each byte
    const int32_t length =
        ucnv_toUChars(converter, reinterpret_cast<char16_t*>(text.data()), int32_t(text.size()),
                      bytes.data(), int32_t(bytes.size()), &status);
    ucnv_close(converter);
    if (U_FAILURE(status))
        return QString::fromLatin1(bytes);
    text.truncate(length);
    return text;
}

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

DecodedText decodeCsv(QByteArrayView bytes)
{
    if (bytes.startsWith("\xFF\xFE"))
        return {QStringDecoder(QStringDecoder::Utf16LE).decode(bytes.sliced(2)),
                QStringLiteral("UTF-16LE")};
    if (bytes.startsWith("\xFE\xFF"))
        return {QStringDecoder(QStringDecoder::Utf16BE).decode(bytes.sliced(2)),
                QStringLiteral("UTF-16BE")};
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes = bytes.sliced(3);
    QStringDecoder utf8(QStringDecoder::Utf8);
    QString text = utf8.decode(bytes);
    if (!utf8.hasError())
        return {text, QStringLiteral("UTF-8")};
    return {fromWindows1252(bytes), QStringLiteral("windows-1252")};
}

QChar csvSeparatorOf(const QString& text)
{
    constexpr std::array Separators{u',', u';', u'\t', u'|'};
    std::array<int, Separators.size()> counts{};
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"')
            quoted = !quoted;
        if (quoted)
            continue;
        if (c == u'\n' || c == u'\r')
            break;
        for (size_t i = 0; i < Separators.size(); ++i)
            if (c == Separators[i])
                ++counts[i];
    }
    return Separators[size_t(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

void CsvReader::skipLineEnd()
{
    if (m_at >= m_text.size())
        return;
    if (m_text[m_at] == u'\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == u'\n')
        ++m_at;
    ++m_at;
    ++m_line;
}

// At the character after the opening mark; ends after the closing one. False: there is none.
bool CsvReader::readQuoted(QString& field)
{
    while (m_at < m_text.size()) {
        const QChar c = m_text[m_at];
        if (c == u'"') {
            ++m_at;
            if (m_at >= m_text.size() || m_text[m_at] != u'"')
                return true;
            field += c;
            ++m_at;
        } else if (c == u'\n' || c == u'\r') {
            const qsizetype from = m_at;
            skipLineEnd();
            field += QStringView(m_text).mid(from, m_at - from);
        } else {
            field += c;
            ++m_at;
        }
    }
    return false;
}

bool CsvReader::next(Record& record)
{
    while (m_at < m_text.size() && (m_text[m_at] == u'\n' || m_text[m_at] == u'\r'))
        skipLineEnd();
    if (m_at >= m_text.size())
        return false;
    const qsizetype start = m_at;
    record.line = m_line;
    record.badQuote = false;
    size_t count = 0;
    const auto isEnd = [&] {
        return m_at >= m_text.size() || m_text[m_at] == u'\n' || m_text[m_at] == u'\r';
    };
    for (;;) {
        if (count == record.fields.size())
            record.fields.emplace_back();
        QString& field = record.fields[count++];
        field.clear();
        if (m_at < m_text.size() && m_text[m_at] == u'"') {
            ++m_at;
            if (!readQuoted(field)) {
                m_at = start;
                m_line = record.line;
                while (!isEnd())
                    ++m_at;
                record.fields = {m_text.mid(start, m_at - start)};
                record.badQuote = true;
                skipLineEnd();
                return true;
            }
        }
        const qsizetype from = m_at; // also what follows a closing mark, which no standard allows
        while (!isEnd() && m_text[m_at] != m_separator)
            ++m_at;
        field += QStringView(m_text).mid(from, m_at - from);
        if (isEnd())
            break;
        ++m_at; // the separator
    }
    record.fields.resize(count);
    skipLineEnd();
    return true;
}

} // namespace catalogue
