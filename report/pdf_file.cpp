// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdf_file.h"

#include "report/picture_file.h"

namespace report {

namespace {

constexpr qsizetype HeadBytes = 4096;

} // namespace

PdfFile::PdfFile(const QString& path)
    : m_file(path)
{
    if (!m_file.open(QIODevice::WriteOnly))
        refuseFile(path, m_file.errorString());
    open(QIODevice::WriteOnly | QIODevice::Unbuffered);
}

qint64 PdfFile::readData(char* /*bytes*/, qint64 /*size*/)
{
    return -1;
}

qint64 PdfFile::writeData(const char* bytes, qint64 size)
{
    if (m_head.size() < HeadBytes)
        m_head.append(bytes, qsizetype(std::min<qint64>(size, HeadBytes)));
    if (m_file.write(bytes, size) != size)
        m_failed = true;
    return size;
}

// The date keeps its length, which hangs on the time zone, so that nothing after it moves.
void PdfFile::finish(const QDateTime& date)
{
    const QByteArray sign("/CreationDate (D:");
    const qsizetype start = m_head.indexOf(sign);
    const qsizetype from = start + sign.size();
    const qsizetype length = m_head.indexOf(')', from) - from;
    QByteArray stamp = date.toUTC().toString(QStringLiteral("yyyyMMddHHmmss")).toLatin1();
    stamp += length > stamp.size() + 1 ? "+00'00'" : "Z";
    if (start >= 0 && date.isValid())
        m_failed = m_failed || !m_file.seek(from) ||
                   m_file.write(stamp.left(length)) != qint64(stamp.left(length).size());
    if (m_failed || !m_file.commit())
        refuseFile(m_file.fileName(), m_file.errorString());
}

} // namespace report
