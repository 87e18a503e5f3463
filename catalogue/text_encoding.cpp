// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/text_encoding.h"

#include "base/error.h"
#include "catalogue/text.h"
#include "geo/text_encoding.h"

#include <QUtf8StringView>
#include <algorithm>
#include <array>
#include <memory>
#include <unicode/ucnv.h>
#include <vector>

namespace catalogue {

namespace {

constexpr qsizetype Block = 1 << 20;
constexpr qsizetype DetectorBytes = 1 << 24;
const QString Windows1252 = QStringLiteral("windows-1252");

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter converterFor(const QString& encoding)
{
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(encoding.toLatin1().constData(), &status), &ucnv_close);
    if (U_FAILURE(status))
        throw base::Error(Text::tr("“%1” is no name of a character set that is known here. Known "
                                   "are: UTF-8, windows-1252, ISO-8859-1, IBM850, Shift_JIS and "
                                   "others.")
                              .arg(encoding),
                          QString::fromLatin1(u_errorName(status)));
    return converter;
}

// In blocks, so that no more than the text and its copy is held.
QByteArray converted(QByteArrayView bytes, UConverter& from)
{
    QByteArray utf8;
    utf8.reserve(bytes.size() + bytes.size() / 16);
    const Converter to = converterFor(QStringLiteral("UTF-8"));
    std::vector<UChar> pivot(4096);
    UChar* pivotSource = pivot.data();
    UChar* pivotTarget = pivot.data();
    QByteArray block(std::min(Block, bytes.size() * 4 + 64), Qt::Uninitialized);
    const char* source = bytes.data();
    const char* end = source + bytes.size();
    UBool reset = 1;
    for (;;) {
        UErrorCode status = U_ZERO_ERROR;
        char* target = block.data();
        ucnv_convertEx(to.get(), &from, &target, block.data() + block.size(), &source, end,
                       pivot.data(), &pivotSource, &pivotTarget, pivot.data() + pivot.size(), reset,
                       1, &status);
        reset = 0;
        utf8.append(block.constData(), target - block.constData());
        if (status != U_BUFFER_OVERFLOW_ERROR)
            return utf8;
    }
}

bool isAscii(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) == 0; });
}

bool isUtf8(QByteArrayView bytes)
{
    return QUtf8StringView(bytes).isValidUtf8();
}

QByteArrayView lineAt(QByteArrayView text, qsizetype at)
{
    const qsizetype end = text.indexOf('\n', at);
    return text.sliced(at, (end < 0 ? text.size() : end + 1) - at);
}

struct Lines
{
    qint64 valid = 0; // UTF-8, and not ASCII
    qint64 odd = 0;
};

Lines countLines(QByteArrayView bytes)
{
    Lines lines;
    for (qsizetype at = 0; at < bytes.size();) {
        const QByteArrayView line = lineAt(bytes, at);
        at += line.size();
        if (!isAscii(line))
            ++(isUtf8(line) ? lines.valid : lines.odd);
    }
    return lines;
}

QString detected(QByteArrayView bytes)
{
    geo::EncodingChooser chooser;
    for (qsizetype at = 0; at < std::min(bytes.size(), DetectorBytes);) {
        const QByteArrayView line = lineAt(bytes, at);
        at += line.size();
        chooser.add(line);
    }
    const QString name = chooser.choose({}).encoding;
    if (name == QLatin1String("CP932"))
        return QStringLiteral("Shift_JIS");
    return name == QLatin1String("CP1252") || name == QLatin1String("UTF-8") ? Windows1252 : name;
}

// UTF-16 without a mark: in a table of Latin text every other byte is 0. Empty: it is not.
QString unmarkedUtf16(QByteArrayView bytes)
{
    const QByteArrayView sample = bytes.first(std::min<qsizetype>(bytes.size() & ~1, 4096));
    std::array<qsizetype, 2> zeros{};
    for (qsizetype i = 0; i < sample.size(); ++i)
        zeros[size_t(i & 1)] += sample[i] == 0 ? 1 : 0;
    if (sample.isEmpty() || bytes.size() % 2 != 0)
        return {};
    const auto isHigh = [&](qsizetype high, qsizetype low) {
        return low == 0 && high * 4 > sample.size();
    };
    if (isHigh(zeros[1], zeros[0]))
        return QStringLiteral("UTF-16LE");
    return isHigh(zeros[0], zeros[1]) ? QStringLiteral("UTF-16BE") : QString();
}

} // namespace

EncodedText toUtf8(QByteArray bytes, const QString& encoding)
{
    if (!encoding.isEmpty() && encoding.compare(QLatin1String("UTF-8"), Qt::CaseInsensitive) != 0) {
        const Converter from = converterFor(encoding);
        return {converted(bytes, *from), encoding, 0};
    }
    for (const auto& [mark, name] : {std::pair(QByteArrayView("\xFF\xFE"), "UTF-16LE"),
                                     std::pair(QByteArrayView("\xFE\xFF"), "UTF-16BE")})
        if (bytes.startsWith(mark)) {
            const Converter from = converterFor(QString::fromLatin1(name));
            return {converted(QByteArrayView(bytes).sliced(mark.size()), *from),
                    QString::fromLatin1(name), 0};
        }
    if (const QString name = unmarkedUtf16(bytes); !name.isEmpty() && encoding.isEmpty())
        return {converted(bytes, *converterFor(name)), name, 0};
    if (bytes.startsWith("\xEF\xBB\xBF"))
        bytes.remove(0, 3);
    const QString utf8 = QStringLiteral("UTF-8");
    if (isUtf8(bytes))
        return {std::move(bytes), utf8, 0};
    const Lines lines = countLines(bytes);
    const Converter western = converterFor(Windows1252);
    if (lines.odd > lines.valid && encoding.isEmpty()) {
        const QString name = detected(bytes);
        if (name == Windows1252)
            return {converted(bytes, *western), name, 0};
        return {converted(bytes, *converterFor(name)), name, 0};
    }
    QByteArray mended;
    mended.reserve(bytes.size() + bytes.size() / 64);
    for (qsizetype at = 0; at < bytes.size();) {
        const QByteArrayView line = lineAt(bytes, at);
        at += line.size();
        if (isUtf8(line))
            mended.append(line.data(), line.size());
        else
            mended += converted(line, *western);
    }
    return {std::move(mended), utf8, lines.odd};
}

} // namespace catalogue
