// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/text_encoding.h"

#include "geo/gdal_session.h"
#include <QStringDecoder>
#include <QStringList>
#include <algorithm>
#include <cpl_conv.h>
#include <cpl_string.h>
#include <memory>
#include <optional>
#include <unicode/ucsdet.h>

namespace geo {

namespace {

constexpr qsizetype SampleBytes = 1 << 16;
// Of what ICU says out of 100: below, it knows little more than that nothing speaks against it.
constexpr int MultiByteConfidence = 40;
constexpr int SingleByteConfidence = 50;

bool isAscii(QByteArrayView bytes)
{
    return std::none_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; });
}

std::optional<QString> strictUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder.decode(bytes);
    return decoder.hasError() ? std::nullopt : std::optional(text);
}

// UTF-8 whose last character a field's width may have cut in two.
std::optional<QString> utf8Text(QByteArrayView bytes)
{
    if (const auto whole = strictUtf8(bytes))
        return whole;
    for (qsizetype cut = 1; cut <= 3 && cut < bytes.size(); ++cut) {
        const auto first = static_cast<unsigned char>(bytes[bytes.size() - cut]);
        if (first < 0xc0 || cut >= (first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2))
            continue;
        const QByteArrayView begun = bytes.first(bytes.size() - cut);
        if (isAscii(begun)) // a lone byte above ASCII says nothing for UTF-8
            return std::nullopt;
        return strictUtf8(begun);
    }
    return std::nullopt;
}

std::optional<QString> recoded(QByteArrayView bytes, const QString& encoding)
{
    if (encoding.compare(QLatin1String("UTF-8"), Qt::CaseInsensitive) == 0)
        return utf8Text(bytes);
    const GdalComplaints complaints;
    const QByteArray copy = bytes.toByteArray();
    char* const text = CPLRecode(copy.constData(), encoding.toUtf8().constData(), CPL_ENC_UTF8);
    const std::optional<QString> result = strictUtf8(QByteArrayView(text));
    CPLFree(text);
    return complaints.text().isEmpty() ? result : std::nullopt;
}

// What calls itself ISO 8859-1 is Windows-1252 where the two differ, as on the web.
QString properName(const QString& encoding)
{
    for (const char* latin : {CPL_ENC_ISO8859_1, "ISO8859-1", "LATIN1", "windows-1252"})
        if (encoding.compare(QLatin1String(latin), Qt::CaseInsensitive) == 0)
            return QStringLiteral("CP1252");
    return encoding;
}

// Japanese place names are short and hold few of the characters that ICU goes by. What tells them:
// bytes above ASCII that pair up as JIS X 0208, several pairs in a row.
bool looksLikeShiftJis(const QByteArray& sample)
{
    const auto within = [](unsigned char c, int low, int high) { return c >= low && c <= high; };
    int inRuns = 0;
    int alone = 0;
    int run = 0;
    const auto endRun = [&] {
        (run > 1 ? inRuns : alone) += run;
        run = 0;
    };
    for (qsizetype i = 0; i < sample.size(); ++i) {
        const auto lead = static_cast<unsigned char>(sample[i]);
        const auto trail = static_cast<unsigned char>(i + 1 < sample.size() ? sample[i + 1] : 0);
        if ((within(lead, 0x81, 0x9f) || within(lead, 0xe0, 0xea)) && trail != 0x7f &&
            within(trail, 0x40, 0xfc)) {
            ++run;
            ++i;
            continue;
        }
        endRun();
        alone += lead >= 0x80 ? 1 : 0;
    }
    endRun();
    return inRuns >= 2 && inRuns > 2 * alone && recoded(sample, QStringLiteral("CP932"));
}

// ICU's opinion, where it has one; nullopt: any western character set.
std::optional<QString> detected(const QByteArray& sample)
{
    if (looksLikeShiftJis(sample))
        return QStringLiteral("CP932");
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                              ucsdet_close);
    ucsdet_setText(detector.get(), sample.constData(), int32_t(sample.size()), &status);
    int32_t count = 0;
    const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
    if (U_FAILURE(status))
        return std::nullopt;
    const QStringList multiByte{QStringLiteral("Shift_JIS"), QStringLiteral("GB18030"),
                                QStringLiteral("Big5"), QStringLiteral("EUC-JP"),
                                QStringLiteral("EUC-KR")};
    for (int32_t i = 0; i < count; ++i) {
        const QString name = QString::fromLatin1(ucsdet_getName(matches[i], &status));
        const int confidence = ucsdet_getConfidence(matches[i], &status);
        if (multiByte.contains(name)) {
            if (confidence >= MultiByteConfidence && recoded(sample, name))
                return name == QLatin1String("Shift_JIS") ? QStringLiteral("CP932") : name;
            continue;
        }
        if (name.startsWith(QLatin1String("ISO-8859-1")) || name == QLatin1String("windows-1252"))
            return std::nullopt;
        const bool alphabet = name == QLatin1String("KOI8-R") ||
                              name.startsWith(QLatin1String("windows-125")) ||
                              name.startsWith(QLatin1String("ISO-8859-"));
        if (alphabet && confidence >= SingleByteConfidence && recoded(sample, name))
            return name;
    }
    return std::nullopt;
}

} // namespace

void EncodingChooser::add(QByteArrayView word)
{
    if (isAscii(word))
        return;
    ++(utf8Text(word) ? m_utf8 : m_other);
    if (m_sample.size() + word.size() < SampleBytes)
        m_sample.append(word.data(), word.size()).append('\n');
}

EncodingChooser::Choice EncodingChooser::choose(const QString& declared) const
{
    Choice choice{QStringLiteral("UTF-8"), m_utf8 + m_other == 0, false, 0};
    if (choice.plain)
        return choice;
    const bool says8 = declared.compare(QLatin1String("UTF-8"), Qt::CaseInsensitive) == 0;
    // Bytes that are UTF-8 by accident are rare; a few damaged words among many are not.
    constexpr qint64 SoundToDamaged = 4;
    if (m_utf8 > 0 && m_utf8 >= m_other * SoundToDamaged) {
        choice.damaged = m_other;
        choice.denied = !declared.isEmpty() && !says8;
        return choice;
    }
    const QString named = properName(declared);
    if (!declared.isEmpty() && !says8 && named != QLatin1String("CP1252") &&
        recoded(m_sample, named)) {
        choice.encoding = named;
        return choice;
    }
    choice.encoding = detected(m_sample).value_or(QStringLiteral("CP1252"));
    choice.denied = !declared.isEmpty() && named != choice.encoding;
    return choice;
}

QString decodeAs(QByteArrayView bytes, const QString& encoding)
{
    if (isAscii(bytes))
        return QString::fromLatin1(bytes);
    if (encoding.compare(QLatin1String("UTF-8"), Qt::CaseInsensitive) == 0)
        return utf8Text(bytes).value_or(QString::fromUtf8(bytes));
    // The five bytes that Windows-1252 leaves free are control characters.
    return recoded(bytes, encoding).value_or(QString::fromLatin1(bytes));
}

QString decodeText(QByteArrayView bytes, const QString& encoding)
{
    if (const auto text = utf8Text(bytes))
        return *text;
    for (const QString& name : {properName(encoding), QStringLiteral("CP1252")})
        if (!name.isEmpty())
            if (const auto text = recoded(bytes, name))
                return *text;
    return QString::fromLatin1(bytes);
}

std::optional<QString> recodeToUtf8(QByteArrayView text, QByteArray& utf8)
{
    if (utf8Text(text))
        return std::nullopt;
    EncodingChooser chooser;
    const auto forEachLine = [text](const auto& visit) {
        for (qsizetype at = 0; at < text.size();) {
            const qsizetype end = text.indexOf('\n', at);
            const qsizetype next = end < 0 ? text.size() : end + 1;
            visit(text.sliced(at, next - at));
            at = next;
        }
    };
    forEachLine([&](QByteArrayView line) {
        if (!utf8Text(line))
            chooser.add(line);
    });
    const QString encoding = chooser.choose({}).encoding;
    utf8.clear();
    utf8.reserve(text.size() + text.size() / 8);
    forEachLine([&](QByteArrayView line) {
        if (utf8Text(line))
            utf8.append(line.data(), line.size());
        else
            utf8 += decodeAs(line, encoding).toUtf8();
    });
    return encoding;
}

QString encodingTitle(const QString& encoding)
{
    if (encoding.startsWith(QLatin1String("CP125")))
        return QStringLiteral("Windows-") + encoding.mid(2);
    return encoding == QLatin1String("CP932") ? QStringLiteral("Shift-JIS") : encoding;
}

} // namespace geo
