// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/match_trial.h"

#include "catalogue/vocabulary.h"
#include "geo/crs.h"
#include "geo/operation.h"

#include <QRegularExpression>
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <random>

namespace catalogue {

namespace {

constexpr double MetresPerDegree = 111195;

// What the copies are written with is not what names are compared with (mine_words.cpp): the two
// lists were made apart, and each holds words that the other lacks.
constexpr std::array<std::pair<const char*, const char*>, 58> Translations{{
    {"mountain", "cerro"},
    {"mountains", "sierra"},
    {"hill", "loma"},
    {"peak", "picacho"},
    {"canyon", "cañón"},
    {"creek", "arroyo"},
    {"river", "río"},
    {"spring", "ojo de agua"},
    {"lake", "laguna"},
    {"valley", "valle"},
    {"ranch", "rancho"},
    {"black", "negro"},
    {"white", "blanco"},
    {"red", "colorado"},
    {"green", "verde"},
    {"blue", "azul"},
    {"yellow", "amarillo"},
    {"gold", "oro"},
    {"golden", "dorado"},
    {"silver", "plata"},
    {"copper", "cobre"},
    {"iron", "fierro"},
    {"lead", "plomo"},
    {"zinc", "zinc"},
    {"king", "rey"},
    {"queen", "reina"},
    {"star", "estrella"},
    {"eagle", "águila"},
    {"bear", "oso"},
    {"wolf", "lobo"},
    {"horse", "caballo"},
    {"bull", "toro"},
    {"snake", "víbora"},
    {"bell", "campana"},
    {"rose", "rosa"},
    {"pine", "pino"},
    {"oak", "encino"},
    {"sun", "sol"},
    {"moon", "luna"},
    {"fortune", "fortuna"},
    {"hope", "esperanza"},
    {"treasure", "tesoro"},
    {"independence", "independencia"},
    {"liberty", "libertad"},
    {"victory", "victoria"},
    {"union", "unión"},
    {"american", "americana"},
    {"national", "nacional"},
    {"north", "norte"},
    {"south", "sur"},
    {"east", "oriente"},
    {"west", "poniente"},
    {"old", "viejo"},
    {"new", "nuevo"},
    {"big", "grande"},
    {"little", "chico"},
    {"two", "dos"},
    {"three", "tres"},
}};
constexpr std::array<std::pair<const char*, const char*>, 12> KindsOfName{{
    {"mine", "mina"},
    {"mines", "minas"},
    {"prospect", "prospecto"},
    {"deposit", "yacimiento"},
    {"quarry", "cantera"},
    {"pit", "tajo"},
    {"claim", "lote"},
    {"claims", "lotes"},
    {"group", "grupo"},
    {"property", "propiedad"},
    {"plant", "planta"},
    {"project", "proyecto"},
}};
constexpr std::array<std::pair<const char*, const char*>, 16> Abbreviations{{
    {"mountain", "Mtn."},
    {"mountains", "Mts."},
    {"mount", "Mt."},
    {"saint", "St."},
    {"creek", "Ck."},
    {"canyon", "Cyn."},
    {"company", "Co."},
    {"corporation", "Corp."},
    {"consolidated", "Cons."},
    {"deposit", "Dep."},
    {"group", "Grp."},
    {"prospect", "Prosp."},
    {"spring", "Spr."},
    {"springs", "Sprs."},
    {"property", "Prop."},
    {"santa", "Sta."},
}};

template <size_t Size>
QString looked(const std::array<std::pair<const char*, const char*>, Size>& words,
               const QString& word)
{
    const QString key = word.toLower();
    for (const auto& [from, to] : words)
        if (key == QLatin1String(from))
            return QString::fromUtf8(to);
    return {};
}

class Copier
{
public:
    explicit Copier(quint64 seed)
        : m_random(seed)
        , m_nad27(geo::Operation::between(geo::Crs::fromText(QStringLiteral("EPSG:4267")),
                                          geo::Crs::wgs84()))
    {
    }
    size_t below(size_t count) { return size_t(m_random() % count); }
    bool chance(int percent) { return below(100) < size_t(percent); }

    MatchRecord copyOf(const MatchRecord& real)
    {
        MatchRecord copy = real;
        copy.names.clear();
        copy.externalIds.clear(); // another catalogue's own
        if (!real.names.isEmpty())
            copy.names << written(real.names.front());
        if (copy.lonLat)
            place(copy);
        // A record without name and position is of nothing.
        if (const bool loseName = chance(5); loseName && copy.lonLat)
            copy.names.clear();
        else if (chance(4) && !copy.names.isEmpty())
            copy.lonLat.reset();
        loseFields(copy);
        return copy;
    }

private:
    double uniform() { return double(m_random() >> 11) / 9007199254740992.0; }
    double normal()
    {
        return std::sqrt(-2 * std::log(uniform() + 1e-12)) * std::cos(2 * M_PI * uniform());
    }

    QString written(const QString& name)
    {
        QStringList words = name.split(u' ', Qt::SkipEmptyParts);
        if (chance(15))
            translate(words);
        else if (chance(25))
            changeKind(words);
        if (chance(15))
            abbreviate(words);
        if (chance(15))
            misspell(words);
        if (chance(15))
            renumber(words);
        if (chance(5) && words.size() > 1)
            words.append(words.takeFirst()); // “Mine Eagle”
        QString text = words.join(u' ');
        return chance(15) ? text.toUpper() : text;
    }

    void translate(QStringList& words)
    {
        QString kind;
        QStringList done;
        for (const QString& word : words) {
            if (const QString found = looked(KindsOfName, word);
                !found.isEmpty() && kind.isEmpty()) {
                kind = found;
                continue;
            }
            const QString found = looked(Translations, word);
            if (found.isEmpty()) {
                done << word;
                continue;
            }
            // Spanish puts what a thing is before how it is.
            done << found[0].toUpper() + found.mid(1);
        }
        if (!kind.isEmpty())
            done.prepend(kind[0].toUpper() + kind.mid(1));
        words = done;
    }

    void changeKind(QStringList& words)
    {
        const auto kind = std::find_if(words.begin(), words.end(), [](const QString& word) {
            return !looked(KindsOfName, word).isEmpty();
        });
        if (kind != words.end() && words.size() > 1) {
            if (chance(50))
                words.erase(kind);
            else
                *kind = QString::fromUtf8(KindsOfName[below(KindsOfName.size())].first);
        } else {
            static const std::array added{"(prospect)", "Mine", "Project", "deposit", "Property"};
            words << QString::fromUtf8(added[below(added.size())]);
        }
    }

    void abbreviate(QStringList& words)
    {
        for (QString& word : words)
            if (const QString found = looked(Abbreviations, word); !found.isEmpty()) {
                word = found;
                return;
            }
        for (QString& word : words)
            if (word.size() > 8 &&
                std::all_of(word.begin(), word.end(), [](QChar c) { return c.isLetter(); })) {
                word = word.first(4 + qsizetype(below(2))) + u'.';
                return;
            }
    }

    void misspell(QStringList& words)
    {
        const qsizetype at = qsizetype(below(size_t(words.size())));
        QString& word = words[at];
        if (word.size() < 4)
            return;
        const qsizetype letter = 1 + qsizetype(below(size_t(word.size() - 2)));
        switch (below(4)) {
        case 0:
            word.remove(letter, 1);
            break;
        case 1:
            word.insert(letter, word[letter]);
            break;
        case 2: {
            const QChar one = word[letter];
            word[letter] = word[letter + 1];
            word[letter + 1] = one;
            break;
        }
        default:
            word[letter] = QChar(u'a' + char16_t(below(26)));
        }
    }

    static void renumber(QStringList& words)
    {
        static const QRegularExpression digits(QStringLiteral("^#?([1-9])$"));
        static const std::array roman{"I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
        for (qsizetype i = 1; i < words.size(); ++i)
            if (const auto match = digits.match(words[i]); match.hasMatch()) {
                words[i] = QLatin1String(roman[size_t(match.captured(1).toInt() - 1)]);
                if (words[i - 1].startsWith(QLatin1String("no"), Qt::CaseInsensitive) &&
                    words[i - 1].size() < 4)
                    words.removeAt(i - 1);
                return;
            }
    }

    void place(MatchRecord& copy)
    {
        if (chance(15)) {
            std::vector<QPointF> point{*copy.lonLat};
            m_nad27.inverse(point);
            if (std::isfinite(point[0].x()) && std::isfinite(point[0].y()))
                *copy.lonLat = point[0];
        }
        static constexpr std::array Accuracies{25.0, 100.0, 300.0, 500.0, 1000.0, 2000.0};
        const double accuracy = Accuracies[below(Accuracies.size())];
        const double parallel = std::max(0.05, std::cos(copy.lonLat->y() * M_PI / 180));
        copy.lonLat->rx() += normal() * accuracy / 2 / MetresPerDegree / parallel;
        copy.lonLat->ry() += normal() * accuracy / 2 / MetresPerDegree;
        copy.accuracyMetres = chance(50) ? std::optional(accuracy) : std::nullopt;
        const double unit = std::pow(10, chance(20) ? 2 + int(below(2)) : 5);
        *copy.lonLat = QPointF(std::round(copy.lonLat->x() * unit) / unit,
                               std::round(copy.lonLat->y() * unit) / unit);
    }

    void loseFields(MatchRecord& copy)
    {
        if (chance(12))
            copy.commodities.clear();
        else if (chance(30) && copy.commodities.size() > 1)
            copy.commodities.removeAt(qsizetype(below(size_t(copy.commodities.size()))));
        if (chance(15) && !copy.commodities.isEmpty())
            copy.commodities << QStringLiteral("silver");
        copy.commodities.removeDuplicates();
        if (chance(30))
            copy.kind = chance(50) ? QString() : QStringLiteral("deposit");
        if (chance(40))
            copy.stage.clear();
        if (chance(40))
            copy.depositType.clear();
        if (chance(10))
            copy.country.clear();
        if (chance(20))
            copy.admin1.clear();
        if (chance(70))
            copy.source = 1 + base::Id(below(3));
    }

    std::mt19937_64 m_random;
    geo::Operation m_nad27;
};

// Whether two real records may be doubles of each other already, which nobody has judged: by a rule
// of its own, far simpler and far wider than what is measured.
class Drawn
{
public:
    bool takes(const MatchRecord& record)
    {
        const QStringList words = wordsOf(record);
        const auto cell = [&](int dx, int dy) {
            return std::pair(qint64(std::floor(record.lonLat->x() / Cell)) + dx,
                             qint64(std::floor(record.lonLat->y() / Cell)) + dy);
        };
        if (!record.lonLat)
            return false;
        for (int dx = -1; dx <= 1; ++dx)
            for (int dy = -1; dy <= 1; ++dy)
                for (const MatchRecord* other : m_cells[cell(dx, dy)])
                    if (mayBeDouble(record, words, *other))
                        return false;
        m_cells[cell(0, 0)].push_back(&record);
        return true;
    }

private:
    static constexpr double Cell = 0.05; // degrees, some 5 km

    static QStringList wordsOf(const MatchRecord& record)
    {
        QStringList words;
        for (const QString& name : record.names)
            for (const QString& word : folded(name).split(u' ', Qt::SkipEmptyParts))
                if (word.size() > 3)
                    words << word.first(4);
        return words;
    }
    static bool mayBeDouble(const MatchRecord& record, const QStringList& words,
                            const MatchRecord& other)
    {
        const double dx =
            (record.lonLat->x() - other.lonLat->x()) * std::cos(record.lonLat->y() * M_PI / 180);
        const double dy = record.lonLat->y() - other.lonLat->y();
        const double metres = std::hypot(dx, dy) * MetresPerDegree;
        if (metres < 1000 && record.commodities == other.commodities)
            return true;
        if (metres < 100)
            return true;
        const QStringList others = wordsOf(other);
        return std::any_of(words.begin(), words.end(),
                           [&](const QString& word) { return others.contains(word); });
    }

    std::map<std::pair<qint64, qint64>, std::vector<const MatchRecord*>> m_cells;
};

} // namespace

CopiedRecords copyRecords(const std::vector<MatchRecord>& real, size_t count, quint64 seed)
{
    Copier copier(seed);
    std::vector<size_t> order;
    for (size_t i = 0; i < real.size(); ++i)
        if (real[i].lonLat)
            order.push_back(i);
    for (size_t i = order.size(); i > 1; --i)
        std::swap(order[i - 1], order[copier.below(i)]);
    CopiedRecords result;
    const auto add = [&](MatchRecord record) {
        record.id = base::Id(result.records.size()) + 1;
        result.records.push_back(std::move(record));
    };
    Drawn drawn;
    size_t taken = 0;
    for (const size_t row : order) {
        if (taken == count)
            break;
        if (!drawn.takes(real[row]))
            continue;
        ++taken;
        const size_t first = result.records.size();
        add(real[row]);
        for (size_t copies = 1 + copier.below(3); copies > 0; --copies)
            add(copier.copyOf(real[row]));
        for (size_t a = first; a < result.records.size(); ++a)
            for (size_t b = a + 1; b < result.records.size(); ++b)
                result.truth.emplace_back(result.records[a].id, result.records[b].id);
    }
    return result;
}

} // namespace catalogue
