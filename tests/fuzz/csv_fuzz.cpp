// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/csv.h"
#include "catalogue/text_encoding.h"
#include "tests/fuzz/fuzz.h"

// First byte: the character set somebody named. The rest: a file of text.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    if (size == 0)
        return 0;
    static const char* const encodings[] = {"",          "UTF-8",   "windows-1252", "UTF-16LE",
                                            "Shift_JIS", "GB18030", "ISO-2022-JP",  "UTF-7",
                                            "no such",   "IBM850",  "UTF-32",       "SCSU"};
    fuzz::guarded([&] {
        const catalogue::EncodedText text =
            catalogue::toUtf8(fuzz::bytesOf(data + 1, size - 1),
                              QString::fromLatin1(encodings[data[0] % std::size(encodings)]));
        catalogue::CsvReader reader(text.utf8, catalogue::csvSeparatorOf(text.utf8));
        catalogue::CsvReader::Record record;
        qint64 line = 0;
        qsizetype at = 0;
        while (reader.next(record)) {
            fuzz::require(record.line > line, "lines are counted upwards");
            fuzz::require(reader.position() > at, "every record takes the reader further");
            line = record.line;
            at = reader.position();
            for (const QByteArrayView field : record.fields) {
                const QString words = QString::fromUtf8(field);
                fuzz::require(catalogue::csvUnescaped(catalogue::csvEscaped(words)) == words,
                              "the escape is undone exactly");
            }
        }
        fuzz::require(reader.position() == text.utf8.size(), "all of it is read");
    });
    return 0;
}
