// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/match_record.h"

#include "base/parallel.h"
#include "catalogue/columns.h"
#include "catalogue/gpkg_point.h"
#include "catalogue/text.h"
#include "catalogue/vocabulary.h"

#include <QHash>
#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string_view>

namespace catalogue {

namespace {

constexpr size_t Block = 4096;
constexpr size_t MostOfAKind = 200; // names, commodities … of one record that are looked at
constexpr double MetresPerDegree = 111195;

// Numbers from 1 for texts that repeat.
template <class Text>
class Numbers
{
public:
    uint32_t of(const Text& text)
    {
        const auto [at, isNew] = m_all.try_emplace(text, uint32_t(m_all.size() + 1));
        return at->second;
    }
    size_t size() const { return m_all.size(); }

private:
    std::unordered_map<Text, uint32_t> m_all;
};

// How far off a position may be by the decimals it was written with, half a unit of the last.
double roundingMetres(QPointF degrees)
{
    const auto decimals = [](double value) {
        double scaled = std::abs(value);
        for (int digits = 0; digits < 6; ++digits, scaled *= 10)
            if (std::abs(scaled - std::round(scaled)) < 1e-6 * std::pow(10, digits - 2))
                return digits;
        return 6;
    };
    return 0.5 * MetresPerDegree *
           std::pow(10, -std::max(decimals(degrees.x()), decimals(degrees.y())));
}

QString sharedText(QHash<QString, QString>& all, const QString& text)
{
    return *all.insert(text, text);
}

} // namespace

std::vector<MatchRecord> readMatchRecords(const ReadAccess& access, base::Progress& progress)
{
    SQLite::Database& database = access.database();
    progress.begin(Text::tr("Reading the sites"));
    std::vector<MatchRecord> records;
    QHash<QString, QString> shared;
    SQLite::Statement rows(database,
                           "SELECT id, geom, name, kind, stage, country, admin1, deposit_type, "
                           "position_accuracy_m, source_id FROM main.sites ORDER BY id");
    while (rows.executeStep()) {
        if (records.size() % Block == 0)
            progress.check();
        MatchRecord& record = records.emplace_back();
        record.id = rows.getColumn(0).getInt64();
        const SQLite::Column geometry = rows.getColumn(1);
        if (!geometry.isNull())
            if (const auto position = decodeGpkgPoint(QByteArrayView(
                    static_cast<const char*>(geometry.getBlob()), geometry.getBytes())))
                record.lonLat = QPointF(position->lon, position->lat);
        if (QString name = textAt(rows, 2); !name.isEmpty())
            record.names << name;
        record.kind = sharedText(shared, textAt(rows, 3));
        record.stage = sharedText(shared, textAt(rows, 4));
        record.country = sharedText(shared, textAt(rows, 5));
        record.admin1 = sharedText(shared, textAt(rows, 6));
        record.depositType = sharedText(shared, textAt(rows, 7));
        record.accuracyMetres = realAt(rows, 8);
        record.source = idAt(rows, 9).value_or(0);
    }
    // All by ascending id of the site, so that each table is walked once.
    const auto forEach = [&](const char* sql, auto&& visit) {
        size_t at = 0;
        size_t count = 0;
        SQLite::Statement row(database, sql);
        while (row.executeStep()) {
            if (++count % Block == 0)
                progress.check();
            const base::Id id = row.getColumn(0).getInt64();
            while (at < records.size() && records[at].id < id)
                ++at;
            if (at < records.size() && records[at].id == id)
                visit(row, records[at]);
        }
    };
    forEach("SELECT site_id, name FROM main.site_names ORDER BY site_id, id",
            [](SQLite::Statement& row, MatchRecord& record) { record.names << textAt(row, 1); });
    forEach("SELECT site_id, system, value FROM main.site_external_ids ORDER BY site_id, id",
            [](SQLite::Statement& row, MatchRecord& record) {
                record.externalIds << textAt(row, 1) + QLatin1Char(' ') + textAt(row, 2);
            });
    forEach("SELECT site_id, commodity FROM main.site_commodities ORDER BY site_id, role = 'main' "
            "DESC, position IS NULL, position, id",
            [&](SQLite::Statement& row, MatchRecord& record) {
                const QString commodity = sharedText(shared, textAt(row, 1));
                if (!record.commodities.contains(commodity))
                    record.commodities << commodity;
            });
    return records;
}

MatchTable::MatchTable(std::vector<MatchRecord> records, const base::Progress& progress)
    : m_records(std::move(records))
    , m_rows(m_records.size())
{
    std::sort(m_records.begin(), m_records.end(),
              [](const MatchRecord& a, const MatchRecord& b) { return a.id < b.id; });
    readNames(progress);
    weighWords();
    readFields();
    readPlaces(progress);
}

std::optional<size_t> MatchTable::rowOf(base::Id id) const
{
    const auto found = std::lower_bound(
        m_records.begin(), m_records.end(), id,
        [](const MatchRecord& record, base::Id wanted) { return record.id < wanted; });
    return found != m_records.end() && found->id == id
               ? std::optional(size_t(found - m_records.begin()))
               : std::nullopt;
}

void MatchTable::readNames(const base::Progress& progress)
{
    std::vector<std::vector<MineName>> read(m_records.size());
    base::inParallel(m_records.size(), Block, progress, [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i)
            for (const QString& text : m_records[i].names)
                for (MineName& name : mineNames(text))
                    if (read[i].size() < MostOfAKind)
                        read[i].push_back(std::move(name));
    });
    Numbers<std::string> words;
    Numbers<std::string> meanings;
    Numbers<std::string> codes;
    Numbers<std::string> signatures;
    Numbers<std::string> joined;
    m_words.emplace_back(); // 0: none
    std::vector<std::string> parts;
    for (size_t i = 0; i < read.size(); ++i) {
        Row& row = m_rows[i];
        row.firstName = uint32_t(m_names.size());
        for (const MineName& each : read[i]) {
            Name name;
            name.firstWord = uint32_t(m_nameWords.size());
            name.firstNumber = uint32_t(m_numbers.size());
            parts.clear();
            std::string letters;
            for (const MineName::Word& word : each.words) {
                const uint32_t id = words.of(word.text);
                if (id == m_words.size()) {
                    Word& entry = m_words.emplace_back();
                    entry.text = word.text;
                    entry.role = word.role;
                    entry.known = word.known;
                    entry.meaning = meanings.of(word.meaning);
                    entry.code =
                        codes.of(word.meaning == word.text ? soundCode(word.text) : word.meaning);
                    for (const char c : word.text)
                        if (c >= 'a' && c <= 'z')
                            entry.letters |= 1U << (c - 'a');
                }
                m_nameWords.push_back({id, word.abbreviated});
                ++name.words;
                if (word.role != MineName::Role::Kind) {
                    parts.push_back(word.meaning);
                    letters += word.text;
                }
            }
            std::sort(parts.begin(), parts.end());
            std::string signature;
            for (const std::string& part : parts)
                signature += part + ' ';
            name.isAside = each.isAside;
            name.signature = signatures.of(signature);
            name.joined = joined.of(letters);
            for (const int number : each.numbers)
                m_numbers.push_back(number);
            name.numbers = uint16_t(std::min<size_t>(each.numbers.size(), MostOfAKind));
            m_names.push_back(name);
            ++row.names;
        }
    }
    std::vector<uint32_t> bearers(signatures.size() + 1, 0);
    std::vector<uint32_t> own;
    for (const Row& row : m_rows) {
        own.clear();
        for (const Name* name = namesOf(row); name < namesOf(row) + row.names; ++name)
            own.push_back(name->signature);
        std::sort(own.begin(), own.end());
        own.erase(std::unique(own.begin(), own.end()), own.end());
        for (const uint32_t signature : own)
            ++bearers[signature];
    }
    m_signatureBits.resize(bearers.size());
    for (size_t i = 0; i < bearers.size(); ++i)
        m_signatureBits[i] =
            float(std::log2(double(m_rows.size() + 1) / std::max<double>(1, bearers[i])));
}

void MatchTable::weighWords()
{
    uint32_t meanings = 0;
    for (const Word& word : m_words)
        meanings = std::max(meanings, word.meaning);
    std::vector<uint32_t> count(meanings + 1, 0);
    for (const NameWord& each : m_nameWords)
        ++count[m_words[each.word].meaning];
    // A small file says little of how rare a word is: as if there were a thousand names more.
    constexpr double More = 1000;
    const double all = double(m_names.size()) + More;
    for (Word& word : m_words) {
        word.bits = float(std::log2(all / (double(count[word.meaning]) + 0.5)));
        using enum MineName::Role;
        const float rarity = std::clamp(word.bits, 4.0F, 12.0F) / 12;
        word.weight = word.role == Kind        ? 0.06F
                      : word.role == Substance ? 0.5F * rarity
                      : word.role == Qualifier ? 0.5F * rarity
                                               : rarity;
    }
    for (Name& name : m_names)
        for (const NameWord* word = wordsOf(name); word < wordsOf(name) + name.words; ++word)
            name.weight += m_words[word->word].weight;
}

void MatchTable::readFields()
{
    Numbers<QString> kinds, stages, countries, states, commodities, deposits, ids, systems, groups;
    const auto number = [](auto& numbers, const QString& text) {
        return text.isEmpty() ? 0 : numbers.of(text);
    };
    QHash<QString, QString> foldedStates;
    QHash<QString, QStringList> foldedDeposits;
    std::vector<uint32_t> bearers(1, 0);
    m_commodityGroups.push_back(0);
    for (size_t i = 0; i < m_records.size(); ++i) {
        const MatchRecord& record = m_records[i];
        Row& row = m_rows[i];
        row.kind = uint8_t(std::min(255U, number(kinds, record.kind)));
        row.stage = uint8_t(std::min(255U, number(stages, record.stage)));
        row.country = uint16_t(std::min(65535U, number(countries, record.country)));
        auto state = foldedStates.find(record.admin1);
        if (state == foldedStates.end())
            state = foldedStates.insert(record.admin1, folded(record.admin1));
        row.admin1 = number(states, *state);
        row.firstCommodity = uint32_t(m_commodities.size());
        for (const QString& commodity : record.commodities) {
            if (row.commodities == MostOfAKind)
                break;
            const uint32_t id = std::min(65535U, number(commodities, commodity));
            if (id == bearers.size()) {
                bearers.push_back(0);
                m_commodityGroups.push_back(
                    uint8_t(std::min(255U, number(groups, commodityClass(commodity)))));
            }
            ++bearers[id];
            m_commodities.push_back(uint16_t(id));
            ++row.commodities;
        }
        std::sort(m_commodities.begin() + row.firstCommodity, m_commodities.end());
        auto deposit = foldedDeposits.find(record.depositType);
        if (deposit == foldedDeposits.end())
            deposit = foldedDeposits.insert(
                record.depositType, folded(record.depositType).split(u' ', Qt::SkipEmptyParts));
        row.firstDepositWord = uint32_t(m_depositWords.size());
        for (const QString& word : *deposit)
            if (row.depositWords < MostOfAKind && word.size() > 2)
                m_depositWords.push_back(deposits.of(word)), ++row.depositWords;
        std::sort(m_depositWords.begin() + row.firstDepositWord, m_depositWords.end());
        row.firstExternalId = uint32_t(m_externalIds.size());
        for (const QString& id : record.externalIds)
            if (row.externalIds < MostOfAKind)
                m_externalIds.push_back(
                    {ids.of(folded(id)), systems.of(folded(id.section(u' ', 0, 0)))}),
                    ++row.externalIds;
        std::sort(m_externalIds.begin() + row.firstExternalId, m_externalIds.end());
    }
    m_commodityBits.resize(bearers.size());
    for (size_t i = 0; i < bearers.size(); ++i)
        m_commodityBits[i] =
            float(std::log2(double(m_records.size() + 1) / std::max<double>(1, bearers[i])));
}

void MatchTable::readPlaces(const base::Progress& progress)
{
    // Records by cells of 2 km and of 16.7 km; how many stand in the three times three about each.
    const auto count = [&](double cell, float Row::*into) {
        const auto key = [](int64_t x, int64_t y) { return (y + 32768) << 32 | (x + 1048576); };
        const double step = cell / MetresPerDegree;
        const auto cellOf = [&](const Row& row) {
            const int64_t y = int64_t(std::floor(row.lat / step));
            const double parallel = std::max(0.01, std::cos((double(y) + 0.5) * step * M_PI / 180));
            return std::pair(int64_t(std::floor(row.lon * parallel / step)), y);
        };
        std::unordered_map<int64_t, uint32_t> cells;
        for (const Row& row : m_rows)
            if (row.placed) {
                const auto [x, y] = cellOf(row);
                ++cells[key(x, y)];
            }
        base::inParallel(m_rows.size(), Block, progress, [&](size_t begin, size_t end) {
            for (size_t i = begin; i < end; ++i) {
                Row& row = m_rows[i];
                if (!row.placed)
                    continue;
                uint32_t found = 0;
                for (int dy = -1; dy <= 1; ++dy) {
                    Row moved = row;
                    moved.lat = std::clamp(row.lat + dy * step, -90.0, 90.0);
                    const auto [x, y] = cellOf(moved);
                    for (int dx = -1; dx <= 1; ++dx)
                        if (const auto at = cells.find(key(x + dx, y)); at != cells.end())
                            found += at->second;
                }
                row.*into = float(std::max(1U, found));
            }
        });
    };
    for (size_t i = 0; i < m_rows.size(); ++i) {
        const MatchRecord& record = m_records[i];
        Row& row = m_rows[i];
        row.placed = record.lonLat && std::isfinite(record.lonLat->x()) &&
                     std::isfinite(record.lonLat->y()) && std::abs(record.lonLat->y()) <= 90 &&
                     std::abs(record.lonLat->x()) <= 360;
        if (!row.placed)
            continue;
        row.lon = record.lonLat->x();
        row.lat = record.lonLat->y();
        row.uncertaintyMetres =
            float(std::max(record.accuracyMetres.value_or(0), roundingMetres(*record.lonLat)));
    }
    count(2000, &Row::crowding);
    count(50000.0 / 3, &Row::neighbours);
    double logs = 0;
    double pairs = 0;
    qint64 placed = 0;
    for (const Row& row : m_rows)
        if (row.placed) {
            logs += std::log(row.crowding);
            pairs += row.neighbours - 1;
            ++placed;
        }
    m_typicalCrowding = placed > 0 ? float(std::exp(logs / double(placed))) : 1;
    m_neighbourPairs = std::max(pairs / 2, double(m_rows.size()));
}

} // namespace catalogue
