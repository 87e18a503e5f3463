// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"

#include <QString>
#include <set>
#include <vector>

namespace catalogue {

// One word of a vocabulary: a stable key, that files hold, and what a reader sees.
struct Term
{
    QString key;
    base::Label label;
    QString
        group; // grade units: "fraction", "per_volume"; commodities: the group's key; else empty
    std::set<QString> lists; // commodities: the lists it stands on (keys of commodityLists())
    base::Label note;        // estimate categories: its UNFC class and the bridge, in words
};

// A table of words, in the order they are offered. Never changes while the program runs.
class Vocabulary
{
public:
    Vocabulary(QString name, std::vector<Term> terms);
    const QString& name() const { return m_name; }
    const std::vector<Term>& terms() const { return m_terms; }
    // nullptr for a key that is not known (of a later version, say), and for an empty one.
    const Term* find(const QString& key) const;
    // The key itself where it is not known; empty for an empty one.
    QString label(const QString& key, base::Language language) const;
    // The key that a person or a file means: a key, a label in either language or a known other
    // spelling, without regard to case, accents, "_", "-" or spaces. Empty where there is none.
    QString keyFor(const QString& text) const;

private:
    friend Vocabulary vocabularyFromJson(const QString& name, const QByteArray& json);
    QString m_name;
    std::vector<Term> m_terms;
    std::vector<std::pair<QString, QString>> m_spellings; // folded spelling, key; sorted
    std::vector<std::pair<QString, size_t>> m_byKey;      // sorted
};

// {"terms": [{"key": …, "en": …, "es": …, "also": [other spellings], "lists": […], …}]}, as in
// resources/vocabularies. Throws base::Error.
Vocabulary vocabularyFromJson(const QString& name, const QByteArray& json);

// The program's own, read from its resources when first asked for.
const Vocabulary& siteKinds();
const Vocabulary& stages(); // in order, from exploration to closed
const Vocabulary& commodities();
const Vocabulary& commodityClasses(); // of commodities, for a map: battery, base, precious …
const Vocabulary& commodityRoles();
const Vocabulary& commodityLists();     // us_2022, us_2025, mx_scarce_2026, mx_produced_2026
const Vocabulary& estimateCategories(); // CRIRSCO, each with its UNFC class
const Vocabulary& gradeUnits();
const Vocabulary& pairDecisions();
const Vocabulary& permitKinds();
const Vocabulary& permitStatuses();
const Vocabulary& memberRoles();
const Vocabulary& decisionKinds();
const Vocabulary& countries(); // ISO 3166-1 alpha-2; "also" holds alpha-3 and other names
const Vocabulary& sourceKinds();
const Vocabulary& layerPurposes();
const Vocabulary& checkRules(); // of catalogue/data_check.h; its notes say what each looks at
const Vocabulary& units();      // of criteria; what is typed besides stands for itself
// The key of a commodity's class; empty for one that is in none.
QString commodityClass(const QString& commodity);
// By name ("stages"), for the sentences of the journal; nullptr where there is none.
const Vocabulary* vocabularyNamed(const QString& name);

// Lower case, without accents and punctuation: what searching and matching compare.
QString folded(const QString& text);

} // namespace catalogue
