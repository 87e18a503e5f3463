// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/progress.h"
#include "catalogue/mine_name.h"

#include <QPointF>
#include <QString>
#include <QStringList>
#include <array>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace catalogue {

class ReadAccess;

// What two sites are compared by (docs/duplicates.md). Empty: not known.
struct MatchRecord
{
    base::Id id = 0;
    QStringList names;             // the name, then aliases
    std::optional<QPointF> lonLat; // degrees of WGS 84
    std::optional<double> accuracyMetres;
    QStringList commodities; // keys, main ones first
    QString kind;
    QString stage;
    QString country;
    QString admin1;
    QString depositType;
    QStringList externalIds; // "system value"
    base::Id source = 0;
};

// Of every site of the file, or of these. By id.
std::vector<MatchRecord> readMatchRecords(const ReadAccess& access, base::Progress& progress);

// Records made ready to be compared by the hundred thousand: texts are numbers, words know how rare
// they are, places how crowded. Never changes; share it between threads.
class MatchTable
{
public:
    // Takes about 0.5 kB a record. Throws base::Cancelled.
    MatchTable(std::vector<MatchRecord> records, const base::Progress& progress);

    size_t size() const { return m_records.size(); }
    const MatchRecord& record(size_t row) const { return m_records[row]; }
    std::optional<size_t> rowOf(base::Id id) const;

    struct Word
    {
        std::string text;
        uint32_t meaning = 0; // equal for words of one meaning
        uint32_t code = 0;    // equal for words that sound alike
        uint32_t letters = 0; // which of a to z occur
        MineName::Role role = MineName::Role::Name;
        bool known = false; // its meaning is, so that it is no other word misspelt
        float bits = 0;     // how rare: -log2 of the share of names that hold its meaning
        float weight = 0;   // in the comparison of names
    };
    struct NameWord
    {
        uint32_t word = 0;
        bool abbreviated = false;
    };
    struct Name
    {
        uint32_t firstWord = 0; // in nameWords
        uint16_t words = 0;
        uint16_t numbers = 0;
        uint32_t firstNumber = 0;
        uint32_t signature = 0; // equal for names that mean the same words, whatever their order
        uint32_t joined = 0;    // equal for names whose letters are the same without spaces
        bool isAside = false;
        float weight = 0; // sum over its words
    };
    struct Row
    {
        uint32_t firstName = 0;
        uint32_t firstCommodity = 0;
        uint32_t firstDepositWord = 0;
        uint32_t firstExternalId = 0;
        uint8_t names = 0;
        uint8_t commodities = 0;
        uint8_t depositWords = 0;
        uint8_t externalIds = 0;
        uint8_t kind = 0; // 0: not known, as in all that follow
        uint8_t stage = 0;
        uint16_t country = 0;
        uint32_t admin1 = 0;
        bool placed = false;
        double lon = 0, lat = 0;
        float uncertaintyMetres = 0; // stated, or by the decimals of its degrees
        float crowding = 1;          // records in the 6 km around
        float neighbours = 1;        // records in the 50 km around
    };
    const Row& row(size_t row) const { return m_rows[row]; }
    const Word& word(uint32_t id) const { return m_words[id]; }
    const Name* namesOf(const Row& row) const { return m_names.data() + row.firstName; }
    const NameWord* wordsOf(const Name& name) const { return m_nameWords.data() + name.firstWord; }
    const int* numbersOf(const Name& name) const { return m_numbers.data() + name.firstNumber; }
    // Ascending; main one of the record apart.
    const uint16_t* commoditiesOf(const Row& row) const
    {
        return m_commodities.data() + row.firstCommodity;
    }
    float commodityBits(uint16_t commodity) const { return m_commodityBits[commodity]; }
    uint8_t commodityGroup(uint16_t commodity) const { return m_commodityGroups[commodity]; }
    const uint32_t* depositWordsOf(const Row& row) const
    {
        return m_depositWords.data() + row.firstDepositWord;
    }
    struct ExternalId
    {
        uint32_t value = 0; // with its system
        uint32_t system = 0;
        auto operator<=>(const ExternalId&) const = default;
    };
    const ExternalId* externalIdsOf(const Row& row) const
    {
        return m_externalIds.data() + row.firstExternalId;
    }
    // -log2 of the share of records that bear a name of this signature.
    float signatureBits(uint32_t signature) const { return m_signatureBits[signature]; }
    // Of a typical record, as the places of a comparison are measured against.
    float typicalCrowding() const { return m_typicalCrowding; }
    // Pairs of records within some 25 km of each other, about.
    double neighbourPairs() const { return m_neighbourPairs; }

private:
    void readNames(const base::Progress& progress);
    void weighWords();
    void readPlaces(const base::Progress& progress);
    void readFields();

    std::vector<MatchRecord> m_records; // by id
    std::vector<Row> m_rows;
    std::vector<Name> m_names;
    std::vector<NameWord> m_nameWords;
    std::vector<int> m_numbers;
    std::vector<Word> m_words;
    std::vector<uint16_t> m_commodities;
    std::vector<float> m_commodityBits;
    std::vector<uint8_t> m_commodityGroups;
    std::vector<uint32_t> m_depositWords;
    std::vector<ExternalId> m_externalIds;
    std::vector<float> m_signatureBits;
    float m_typicalCrowding = 1;
    double m_neighbourPairs = 0;
};

} // namespace catalogue
