// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace catalogue {

// A file's text, brought to UTF-8.
struct EncodedText
{
    QByteArray utf8;     // without a byte order mark
    QString encoding;    // "UTF-8", "UTF-16LE", "windows-1252", "Shift_JIS" … (IANA's names)
    qint64 oddLines = 0; // of a UTF-8 file: lines that are not, and were read as Windows-1252
};

// By its byte order mark or, of UTF-16 without one, its zeros; else UTF-8 where it is valid UTF-8,
// or most lines that are not ASCII are; else what geo::EncodingChooser finds in its lines, in the
// end Windows-1252, which every sequence of bytes is. `encoding` is what a person said, any name
// that ICU knows; throws base::Error for one it does not know.
EncodedText toUtf8(QByteArray bytes, const QString& encoding = {});

} // namespace catalogue
