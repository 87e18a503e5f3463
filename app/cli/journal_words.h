// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <functional>

namespace cli {

// Entries of the journal as commands write them.

QString sentenceText(const Context& context, const catalogue::Sentence& sentence);
// "a1b2c3/17": the beginning of its copy's id, and its number there.
QString entryName(const catalogue::Entry& entry);
// The entry that a person named: by entryName(), or by the beginning of its hash. Throws
// UsageError.
catalogue::Entry findEntry(const std::vector<catalogue::Entry>& entries, const QString& name);
// Runs it, and names the entries that stand in its way where some do.
catalogue::Entry turned(const Context& context, const std::function<catalogue::Entry()>& turn);

} // namespace cli
