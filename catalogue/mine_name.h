// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <string>
#include <string_view>
#include <vector>

namespace catalogue {

// The name of a mine taken apart so that two spellings of it can be compared, in English and
// Spanish: “Mina La Esperanza No. II (prospect)” is the word “hope”, the kind “mine” and the number
// 2. Docs: docs/duplicates.md.
struct MineName
{
    enum class Role {
        Name,      // what tells one mine from another
        Qualifier, // north, upper, new: tells parts of one place from each other
        Substance, // gold, gravel: names a mine together with another word, alone it names none
        Kind       // mine, prospect, group, company: says little
    };
    struct Word
    {
        std::string text;    // lower case, without accents or signs, UTF-8
        std::string meaning; // the English word that stands for it in both languages, else text
        Role role = Role::Name;
        bool abbreviated = false; // a full stop followed
        bool known = false;       // one of those of which a meaning is known
    };
    std::vector<Word> words;  // in order; articles and “and” are left out
    std::vector<int> numbers; // ascending: “Nos. 1-3” is 1, 2, 3; a single letter A is 1001
    bool isAside = false;     // stood in brackets: often only the town
    // “Unnamed prospect”, “Gravel pit”: nothing that tells it from another.
    bool isNameless() const;
};

// The names that a text gives: “Cananea (Buenavista del Cobre)” gives two, “Eagle (prospect)” one.
// Nameless ones are left out.
std::vector<MineName> mineNames(const QString& text);

// From 0 to 1. Jaro (1989) with Winkler's bonus for a common beginning of up to four letters
// (Winkler 1990, “String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model
// of Record Linkage”), scale 0.1. Compares bytes.
double jaroWinkler(std::string_view a, std::string_view b);

// Letters that sound alike in either language are one, and vowels but the first are left out, so
// that a misspelt word is mostly found under the code of the right one.
std::string soundCode(std::string_view word);

} // namespace catalogue
