// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "veta_bench.h"

#include "base/os.h"
#include "catalogue/duplicates.h"
#include "catalogue/vocabulary.h"
#include <QCommandLineParser>
#include <array>
#include <cmath>
#include <cstdio>

namespace bench {

namespace {

// A country of mines along the border: three quarters of them in 900 belts of uneven richness,
// names of two or three words out of few, so that most have namesakes. Every tenth is a second
// record of the one before, elsewhere by some hundred metres and written in another way.
class Country
{
public:
    explicit Country(quint64 seed)
        : m_state(seed * 0x9E3779B97F4A7C15ULL + 4242)
    {
        for (auto& [x, y] : m_belts) {
            x = West + (East - West) * uniform();
            y = South + (North - South) * uniform();
        }
    }

    std::vector<catalogue::MatchRecord> records(size_t count)
    {
        std::vector<catalogue::MatchRecord> all(count);
        for (size_t i = 0; i < count; ++i) {
            all[i] = i % 10 == 9 ? again(all[i - 1]) : fresh();
            all[i].id = base::Id(i + 1);
        }
        return all;
    }

private:
    static constexpr double West = -117.2, East = -97, South = 25, North = 34;

    quint64 next()
    {
        quint64 z = m_state += 0x9E3779B97F4A7C15ULL;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31);
    }
    double uniform() { return double(next() >> 11) / 9007199254740992.0; }
    double normal()
    {
        return std::sqrt(-2 * std::log(uniform() + 1e-12)) * std::cos(2 * M_PI * uniform());
    }
    template <size_t Size>
    QString any(const std::array<const char*, Size>& words)
    {
        return QString::fromUtf8(words[next() % Size]);
    }

    catalogue::MatchRecord fresh()
    {
        static constexpr std::array First{"San",    "Santa",  "La",    "El",    "Big",
                                          "Little", "Lost",   "Lucky", "Old",   "Silver",
                                          "Copper", "Golden", "Black", "Red",   "Cerro",
                                          "Mina",   "North",  "South", "Upper", "Lower"};
        static constexpr std::array Second{
            "Queen",  "King",  "Dutchman", "Esperanza", "Reina", "Bonanza", "Fortuna",  "José",
            "Ysidro", "Rosa",  "Eagle",    "Bell",      "Hope",  "Star",    "Peña",     "Cobre",
            "Plata",  "Negra", "Canyon",   "Ridge",     "Wash",  "Verde",   "Josefina", "Catalina"};
        static constexpr std::array Third{"Mine",    "Prospect", "Claim", "Group",  "Pit",  "Shaft",
                                          "Deposit", "No. 1",    "No. 2", "Quarry", "Mill", ""};
        static constexpr std::array Metals{
            "gold",       "silver",   "copper",   "lead",      "zinc",   "lithium",
            "molybdenum", "tungsten", "uranium",  "fluorspar", "barite", "manganese",
            "iron",       "mercury",  "antimony", "vanadium",  "tin"};
        static constexpr std::array Kinds{"mine", "deposit", "prospect"};
        static constexpr std::array Stages{"production", "closed", "exploration", ""};
        static constexpr std::array Types{"Vein",
                                          "Porphyry copper",
                                          "Skarn",
                                          "Placer",
                                          "Epithermal vein",
                                          "Polymetallic replacement",
                                          "Brine",
                                          ""};
        catalogue::MatchRecord record;
        double x = West + (East - West) * uniform();
        double y = South + (North - South) * uniform();
        if (uniform() < 0.75) {
            const size_t belt = size_t(std::pow(uniform(), 2) * double(m_belts.size()));
            const double width = 0.03 + 0.1 * double(belt * 7919 % 1000) / 1000;
            x = m_belts[belt].first + width * normal();
            y = m_belts[belt].second + 0.8 * width * normal();
        }
        record.lonLat = QPointF(std::round(x * 1e5) / 1e5, std::round(y * 1e5) / 1e5);
        record.names << (any(First) + u' ' + any(Second) + u' ' + any(Third)).trimmed();
        for (quint64 n = 1 + next() % 4; n > 0; --n)
            if (const QString metal = any(Metals); !record.commodities.contains(metal))
                record.commodities << metal;
        record.kind = any(Kinds);
        record.stage = any(Stages);
        record.country = y > 31.3 ? QStringLiteral("US") : QStringLiteral("MX");
        record.admin1 = x < -109 ? QStringLiteral("Sonora") : QStringLiteral("Chihuahua");
        record.depositType = any(Types);
        return record;
    }

    catalogue::MatchRecord again(const catalogue::MatchRecord& of)
    {
        catalogue::MatchRecord record = of;
        record.lonLat->rx() += 0.003 * normal();
        record.lonLat->ry() += 0.003 * normal();
        QString& name = record.names.front();
        if (next() % 3 == 0)
            name.remove(qsizetype(next() % quint64(name.size())), 1);
        if (next() % 3 == 0)
            record.depositType.clear();
        return record;
    }

    quint64 m_state;
    std::array<std::pair<double, double>, 900> m_belts{};
};

} // namespace

int duplicates(const QStringList& arguments)
{
    QCommandLineParser options;
    options.setApplicationDescription(QStringLiteral(
        "How long it takes to find and weigh the pairs of records that may be one mine."));
    options.addOption(
        {QStringLiteral("records"), {}, QStringLiteral("N"), QStringLiteral("300000")});
    options.addOption({QStringLiteral("seed"), {}, QStringLiteral("N"), QStringLiteral("1")});
    options.addHelpOption();
    options.process(arguments);
    std::vector<catalogue::MatchRecord> records =
        Country(options.value(QStringLiteral("seed")).toULongLong())
            .records(options.value(QStringLiteral("records")).toULongLong());
    const qint64 before = base::peakMemoryBytes();
    const size_t count = records.size();
    base::Progress progress;
    QElapsedTimer clock;
    clock.start();
    const catalogue::MatchTable table(std::move(records), progress);
    const double ready = milliseconds(clock);
    const catalogue::DuplicateSearch search = catalogue::findDuplicates(table, {}, 0, progress);
    const double all = milliseconds(clock);
    // Every tenth record was made from the one before it.
    qint64 right = 0;
    for (const catalogue::DuplicatePair& pair : search.pairs)
        right += table.record(pair.b).id == table.record(pair.a).id + 1 &&
                         table.record(pair.b).id % 10 == 0
                     ? 1
                     : 0;
    std::printf(
        "%zu records: made ready %.2f s, %lld pairs compared and weighed %.2f s, together %.2f s\n"
        "%zu pairs at 0 bits and above, %lld of them made so out of %zu\n"
        "peak %lld MiB, of which %lld before\n",
        count, ready / 1000, static_cast<long long>(search.candidates), (all - ready) / 1000,
        all / 1000, search.pairs.size(), static_cast<long long>(right), count / 10,
        static_cast<long long>(base::peakMemoryBytes() >> 20),
        static_cast<long long>(before >> 20));
    return 0;
}

} // namespace bench
