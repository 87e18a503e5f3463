// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <array>
#include <cstdint>
#include <vector>

namespace catalogue {

// What two records are compared in, and how far they may agree in it. Each field has up to eight
// levels; level 0 is always that one of the two says nothing, which weighs nothing.
enum class MatchField { Names, Place, Commodities, Kind, Stage, Region, DepositType, Ids };
constexpr size_t MatchFieldCount = 8;
constexpr size_t MostMatchLevels = 8;

namespace match_level {
constexpr uint8_t Missing = 0;
enum Names : uint8_t { SameName = 1, CloseName, AkinName, PartOfName, OtherName, OtherNumber };
// By the uncertainty of both positions together, but for the first.
enum Place : uint8_t { SameSpot = 1, Within, Near, Around, Apart, Far, Elsewhere };
enum Commodities : uint8_t {
    SameCommodities = 1,
    MostShared,
    SomeShared,
    KinCommodities,
    OtherCommodities
};
enum Kind : uint8_t { SameKind = 1, AkinKind, OtherKind };
enum Stage : uint8_t { SameStage = 1, OtherStage };
enum Region : uint8_t { SameState = 1, SameCountry, OtherCountry };
enum DepositType : uint8_t { SameType = 1, AkinType, OtherType };
enum Ids : uint8_t { SharedId = 1, OtherIds };
} // namespace match_level

// The levels of two records, what the values at hand add to the weight of a level (a rare name says
// more than a common one, a place with no other mine about more than a crowded one), and what was
// measured on the way.
struct Comparison
{
    std::array<uint8_t, MatchFieldCount> level{};
    std::array<float, MatchFieldCount> extraBits{};
    float nameScore = 0; // 0 to 1, of the best two names
    float metres = 0;    // apart
};

// Keys as the JSON of a model has them: "names", "place" …; of levels "same", "close" …
const char* matchFieldKey(MatchField field);
// Without the missing one at 0. In the order of the levels.
const std::vector<const char*>& matchLevelKeys(MatchField field);

// How much each level says (Fellegi and Sunter 1969): m is the chance of it where two records are
// of one mine, u where they are of two mines that lie within some 25 km. Its weight in bits is
// log2(m / u). A person can edit it as JSON.
struct MatchModel
{
    struct Level
    {
        double m = 0;
        double u = 0;
        bool operator==(const Level&) const = default;
    };
    using Levels = std::array<std::array<Level, MostMatchLevels>, MatchFieldCount>;
    Levels levels{};
    double priorBits = -12;              // log2 of the odds before anything is compared
    double leastUncertaintyMetres = 300; // of any position: mines are larger than their points
    double typicalNameBits = 11; // how rare a name is that adds nothing to the weight of its level

    double bits(MatchField field, uint8_t level) const;
    // The odds that both are of one mine, as bits: 0 is as likely as not, 5 is 97 %.
    double bits(const Comparison& comparison) const;
    bool operator==(const MatchModel&) const = default;

    // The program's own: where a file holds too little to learn from, and what learning begins
    // with.
    static MatchModel builtIn();
};

// {"kind": "veta_match_model", "version": 1, "prior_bits": …, "least_uncertainty_m": …,
//  "fields": {"names": {"same": {"m": …, "u": …, "bits": …}, …}, …}}; bits are for the reader and
// ignored when read. What is left out is as in the built-in model. Throws base::Error where a
// number is none or out of place.
QByteArray toJson(const MatchModel& model);
MatchModel matchModelFromJson(const QByteArray& json);

} // namespace catalogue
