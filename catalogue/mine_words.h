// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/mine_name.h"

#include <optional>

namespace catalogue {

// What is known of a word that occurs in names of mines; internal to mine_name.cpp.
struct MineWord
{
    std::string_view meaning;
    MineName::Role role = MineName::Role::Name;
    bool opensAnother = false; // formerly, alias: what follows is another name
    bool isUnnamed = false;    // unnamed, unknown
    bool isNothing = false;    // articles, “and”
    bool isNumberSign = false; // No., Núm.
};
// nullptr for a word of which nothing is known.
const MineWord* findMineWord(std::string_view word);
// “two”, “dos”, “segunda”; 0 for any other word.
int numberWord(std::string_view word);
// “north” for “south”; empty for words without an opposite. Of meanings.
std::string_view oppositeOf(std::string_view meaning);

} // namespace catalogue
