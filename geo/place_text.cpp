// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/place_text.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

namespace geo {

namespace {

constexpr qsizetype LongestText = 80;

enum class Unit { None, Degree, Minute, Second };

struct Word
{
    const char16_t* text;
    char letter; // of a hemisphere
};

// In lower case. The Spanish west is an O, and L stands for latitude or longitude before a letter.
constexpr Word Hemispheres[] = {
    {u"n", 'N'},     {u"north", 'N'}, {u"norte", 'N'}, {u"ln", 'N'},   {u"s", 'S'},
    {u"south", 'S'}, {u"sur", 'S'},   {u"ls", 'S'},    {u"e", 'E'},    {u"east", 'E'},
    {u"este", 'E'},  {u"le", 'E'},    {u"w", 'W'},     {u"west", 'W'}, {u"oeste", 'W'},
    {u"o", 'W'},     {u"lw", 'W'},    {u"lo", 'W'},
};

constexpr std::pair<const char16_t*, Unit> Units[] = {
    {u"d", Unit::Degree},        {u"deg", Unit::Degree},     {u"degs", Unit::Degree},
    {u"degree", Unit::Degree},   {u"degrees", Unit::Degree}, {u"grado", Unit::Degree},
    {u"grados", Unit::Degree},   {u"m", Unit::Minute},       {u"min", Unit::Minute},
    {u"mins", Unit::Minute},     {u"minute", Unit::Minute},  {u"minutes", Unit::Minute},
    {u"minuto", Unit::Minute},   {u"minutos", Unit::Minute}, {u"sec", Unit::Second},
    {u"secs", Unit::Second},     {u"second", Unit::Second},  {u"seconds", Unit::Second},
    {u"seg", Unit::Second},      {u"segs", Unit::Second},    {u"segundo", Unit::Second},
    {u"segundos", Unit::Second},
};

constexpr const char16_t* LatitudeWords[] = {u"lat", u"latitude", u"latitud"};
constexpr const char16_t* LongitudeWords[] = {u"lon", u"long", u"longitude", u"longitud"};

std::optional<char> hemisphereOf(QStringView word)
{
    for (const Word& each : Hemispheres)
        if (word.compare(QStringView(each.text), Qt::CaseInsensitive) == 0)
            return each.letter;
    return std::nullopt;
}

Unit unitOf(QStringView word)
{
    for (const auto& [text, unit] : Units)
        if (word.compare(QStringView(text), Qt::CaseInsensitive) == 0)
            return unit;
    return Unit::None;
}

template <std::size_t Count>
bool isAmong(QStringView word, const char16_t* const (&words)[Count])
{
    return std::any_of(std::begin(words), std::end(words), [&](const char16_t* each) {
        return word.compare(QStringView(each), Qt::CaseInsensitive) == 0;
    });
}

bool isMinus(QChar c)
{
    return QStringView(u"-\u2010\u2011\u2012\u2013\u2014\u2212").contains(c);
}

bool isDegree(QChar c)
{
    return QStringView(u"°º˚∘⁰").contains(c);
}

bool isPrime(QChar c)
{
    return QStringView(u"'\u2032\u2019\u2018\u00b4`\u02b9\u02bc\u201b").contains(c);
}

bool isDoublePrime(QChar c)
{
    return QStringView(u"\"\u2033\u201d\u201c\u201e\u02ba\u00a8").contains(c);
}

struct Part
{
    double value = 0;
    qsizetype wholeDigits = 0;
    Unit unit = Unit::None;
    QChar unitLetter; // 'd' or 'm' where that is how it is marked
};

// Degrees of the parts' sizes, signed by the letter or by what the parts say.
std::optional<double> angle(double degrees, double minutes, double seconds, bool negative,
                            std::optional<char> hemisphere, Axis axis)
{
    constexpr double Sixty = 60;
    const auto isWhole = [](double number) { return number == std::trunc(number); };
    if (minutes >= Sixty || seconds >= Sixty ||
        (!isWhole(degrees) && (minutes != 0 || seconds != 0)) ||
        (!isWhole(minutes) && seconds != 0))
        return std::nullopt;
    if (hemisphere) {
        const Axis said =
            *hemisphere == 'N' || *hemisphere == 'S' ? Axis::Latitude : Axis::Longitude;
        const bool west = *hemisphere == 'W' || *hemisphere == 'S';
        if ((axis != Axis::Unknown && axis != said) || (negative && !west))
            return std::nullopt;
        axis = said;
        negative = west;
    }
    const double size = degrees + minutes / Sixty + seconds / (Sixty * Sixty);
    // Written so that what is no number fails too.
    if (!(size <= (axis == Axis::Latitude ? 90 : 180)))
        return std::nullopt;
    return negative ? -size : size;
}

class AngleReader
{
public:
    AngleReader(QStringView text, Axis axis)
        : m_text(text)
        , m_axis(axis)
    {
    }

    std::optional<double> read(Packing packing)
    {
        while (m_at < m_text.size())
            if (!step())
                return std::nullopt;
        if (m_count == 0)
            return std::nullopt;
        if (packing == Packing::DegreesMinutesSeconds && m_count == 1 &&
            m_parts[0].unit == Unit::None)
            return unpacked();
        // Parts before the last are whole, however they are written.
        for (int i = 0; i + 1 < m_count; ++i)
            if (m_parts[i].value != std::trunc(m_parts[i].value))
                return std::nullopt;
        return angle(m_parts[0].value, m_parts[1].value, m_parts[2].value, m_negative, m_hemisphere,
                     m_axis);
    }

private:
    std::optional<double> unpacked() const
    {
        const Part& part = m_parts[0];
        constexpr qsizetype Fewest = 5; // DMMSS
        constexpr qsizetype Most = 7;   // DDDMMSS
        constexpr double Hundred = 100;
        if (part.wholeDigits < Fewest || part.wholeDigits > Most)
            return std::nullopt;
        const double minutesOn = std::floor(part.value / Hundred);
        return angle(std::floor(minutesOn / Hundred), std::fmod(minutesOn, Hundred),
                     part.value - minutesOn * Hundred, m_negative, m_hemisphere, m_axis);
    }

    bool step()
    {
        const QChar c = m_text[m_at];
        if (c.isSpace()) {
            ++m_at;
            return true;
        }
        if (isDigit(m_at) || ((c == u'.' || c == u',') && isDigit(m_at + 1)))
            return number();
        if (c == u'+' || isMinus(c))
            return sign(isMinus(c));
        if (c == u':')
            return separator();
        if (isDegree(c))
            return ++m_at, mark(Unit::Degree);
        if (isPrime(c)) {
            const bool twice = m_at + 1 < m_text.size() && isPrime(m_text[m_at + 1]);
            m_at += twice ? 2 : 1;
            return mark(twice ? Unit::Second : Unit::Minute);
        }
        if (isDoublePrime(c))
            return ++m_at, mark(Unit::Second);
        return c.isLetter() && word();
    }

    bool isDigit(qsizetype at) const
    {
        return at < m_text.size() && m_text[at] >= u'0' && m_text[at] <= u'9';
    }

    bool number()
    {
        // A trailing letter or word ends the angle.
        if (m_count == 3 || m_trailing)
            return false;
        QString digits;
        Part& part = m_parts[m_count++];
        for (; isDigit(m_at); ++m_at, ++part.wholeDigits)
            digits += m_text[m_at];
        if (m_at < m_text.size() && (m_text[m_at] == u'.' || m_text[m_at] == u',') &&
            (isDigit(m_at + 1) || m_text[m_at] == u'.')) {
            digits += u'.';
            for (++m_at; isDigit(m_at); ++m_at)
                digits += m_text[m_at];
        }
        bool good = false;
        part.value = digits.toDouble(&good);
        // "27,20,15", "27, 20", "27.20.15"
        const bool ends = m_at == m_text.size() || (m_text[m_at] != u'.' && m_text[m_at] != u',');
        return good && ends;
    }

    // At the beginning, or between parts: "112-16-08".
    bool sign(bool minus)
    {
        if (m_count > 0)
            return minus && separator();
        if (m_signed)
            return false;
        m_signed = true;
        m_negative = minus;
        ++m_at;
        return true;
    }

    bool separator()
    {
        const bool close = m_at > 0 && !m_text[m_at - 1].isSpace();
        qsizetype next = ++m_at;
        while (next < m_text.size() && m_text[next].isSpace())
            ++next;
        return m_count > 0 && m_count < 3 && close && !m_trailing && isDigit(next);
    }

    bool mark(Unit unit)
    {
        if (m_count == 0 || m_trailing || m_parts[m_count - 1].unit != Unit::None ||
            int(unit) != m_count)
            return false;
        m_parts[m_count - 1].unit = unit;
        return true;
    }

    bool hemisphere(char letter)
    {
        if (m_hemisphere)
            return false;
        m_hemisphere = letter;
        m_trailing = m_count > 0;
        return true;
    }

    // "15s" are seconds after "20m", of either case; "20' 15S" is south.
    bool meansSeconds(QChar letter) const
    {
        return m_count == 3 && m_parts[2].unit == Unit::None &&
               (letter == u's' ? m_parts[1].unitLetter == u'm'
                               : letter == u'S' && m_parts[1].unitLetter == u'M');
    }

    bool word()
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && m_text[m_at].isLetter() && !isDegree(m_text[m_at]) &&
               !isPrime(m_text[m_at]) && !isDoublePrime(m_text[m_at]))
            ++m_at;
        const QStringView word = m_text.sliced(begin, m_at - begin);
        if (m_at < m_text.size() && m_text[m_at] == u'.' && !isDigit(m_at + 1))
            ++m_at;
        if (isAmong(word, LatitudeWords))
            return name(Axis::Latitude);
        if (isAmong(word, LongitudeWords))
            return name(Axis::Longitude);
        return unitWord(word) || hemisphereWord(word);
    }

    bool name(Axis axis)
    {
        if (m_axis != Axis::Unknown && m_axis != axis)
            return false;
        m_axis = axis;
        if (m_count > 0)
            m_trailing = true;
        else if (m_at < m_text.size() && (m_text[m_at] == u':' || m_text[m_at] == u'='))
            ++m_at;
        return true;
    }

    // The letter of a hemisphere may follow at once: "20mN".
    bool unitWord(QStringView word)
    {
        if (m_count == 0)
            return false;
        const QChar first = word.front();
        const QStringView rest = word.sliced(1);
        Unit unit = unitOf(word);
        bool glued = false;
        if (unit == Unit::None && (rest.isEmpty() || hemisphereOf(rest))) {
            unit = meansSeconds(first) ? Unit::Second
                   : !rest.isEmpty()   ? unitOf(word.first(1))
                                       : Unit::None;
            glued = !rest.isEmpty();
        }
        if (unit == Unit::None || !mark(unit))
            return false;
        m_parts[m_count - 1].unitLetter = first;
        return !glued || hemisphere(*hemisphereOf(rest));
    }

    bool hemisphereWord(QStringView word)
    {
        const std::optional<char> letter = hemisphereOf(word);
        return letter && hemisphere(*letter);
    }

    QStringView m_text;
    Axis m_axis;
    qsizetype m_at = 0;
    std::array<Part, 3> m_parts;
    int m_count = 0;
    bool m_signed = false;
    bool m_negative = false;
    bool m_trailing = false; // a word after the angle
    std::optional<char> m_hemisphere;
};

// "1.5e-05", as programs write what is near 0.
std::optional<double> scientific(QStringView text, Axis axis)
{
    static const QRegularExpression pattern(QStringLiteral("^[+-]?\\d(?:\\.\\d+)?[eE][+-]\\d+$"));
    if (!pattern.match(text).hasMatch())
        return std::nullopt;
    const double value = text.toDouble();
    return angle(std::fabs(value), 0, 0, std::signbit(value), std::nullopt, axis);
}

} // namespace

std::optional<double> parseAngle(QStringView text, Axis axis, Packing packing)
{
    const QStringView trimmed = text.trimmed();
    if (trimmed.isEmpty() || trimmed.size() > LongestText)
        return std::nullopt;
    if (const auto value = scientific(trimmed, axis))
        return value;
    return AngleReader(trimmed, axis).read(packing);
}

std::optional<double> angleOf(const std::optional<double>& degrees,
                              const std::optional<double>& minutes,
                              const std::optional<double>& seconds, QStringView hemisphere,
                              Axis axis)
{
    if (!degrees || (seconds && !minutes))
        return std::nullopt;
    std::optional<char> letter;
    QStringView word = hemisphere.trimmed();
    if (word.endsWith(u'.'))
        word.chop(1);
    if (!word.isEmpty()) {
        letter = hemisphereOf(word);
        if (!letter)
            return std::nullopt;
    }
    const double parts[] = {*degrees, minutes.value_or(0), seconds.value_or(0)};
    const bool negative = std::any_of(std::begin(parts), std::end(parts),
                                      [](double part) { return std::signbit(part); });
    return angle(std::fabs(parts[0]), std::fabs(parts[1]), std::fabs(parts[2]), negative, letter,
                 axis);
}

std::optional<UtmZone> parseUtmZone(QStringView text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^\\s*(?:utm[\\s,.:_-]*)?(?:(?:zone|zona|huso|z)[\\s,.:_-]*)?"
                       "(?:utm[\\s,.:_-]*)?(\\d{1,2})(?:\\.0+)?[\\s,:_-]*(?:utm[\\s,:_-]*)?"
                       "([c-hj-np-x]|north|norte|nte|south|sur)?\\.?\\s*$"),
        QRegularExpression::CaseInsensitiveOption);
    if (text.size() > LongestText)
        return std::nullopt;
    const auto match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    constexpr int MostZone = 60;
    UtmZone zone{match.captured(1).toInt(), std::nullopt, false};
    if (zone.zone < 1 || zone.zone > MostZone)
        return std::nullopt;
    const QString letters = match.captured(2).toUpper();
    if (letters.size() > 1)
        zone.north = letters.startsWith(u'N');
    else if (!letters.isEmpty() && letters != QLatin1String("S"))
        zone.north = letters[0] >= u'N';
    zone.letterS = letters == QLatin1String("S");
    return zone;
}

} // namespace geo
