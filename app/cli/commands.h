// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace cli {

// One line a command; see command.h.
std::unique_ptr<Command> makeNew();
std::unique_ptr<Command> makeSample();
std::unique_ptr<Command> makeSet();
std::unique_ptr<Command> makeImport();
std::unique_ptr<Command> makeSites();
std::unique_ptr<Command> makeSite();
std::unique_ptr<Command> makeClaim();
std::unique_ptr<Command> makeSource();
std::unique_ptr<Command> makeDuplicates();
std::unique_ptr<Command> makeLayer();
std::unique_ptr<Command> makeIdentify();
std::unique_ptr<Command> makeMap();
std::unique_ptr<Command> makeTheme();
std::unique_ptr<Command> makeBookmark();
std::unique_ptr<Command> makeProject();
std::unique_ptr<Command> makeDelegation();
std::unique_ptr<Command> makeGate();
std::unique_ptr<Command> makeCriterion();
std::unique_ptr<Command> makeWeights();
std::unique_ptr<Command> makeDecide();
std::unique_ptr<Command> makeRank();
std::unique_ptr<Command> makeReport();
std::unique_ptr<Command> makeHistory();
std::unique_ptr<Command> makeRevert();
std::unique_ptr<Command> makeUndo();
std::unique_ptr<Command> makeRedo();
std::unique_ptr<Command> makeCopy();
std::unique_ptr<Command> makeMerge();
std::unique_ptr<Command> makeConflicts();
std::unique_ptr<Command> makeMigrate();
std::unique_ptr<Command> makeInfo();
std::unique_ptr<Command> makeVerify();
std::unique_ptr<Command> makeCheck();

inline std::vector<std::unique_ptr<Command>> allCommands()
{
    std::vector<std::unique_ptr<Command>> commands;
    for (const auto& make :
         {makeNew,       makeSample,     makeSet,    makeImport,  makeSites,      makeSite,
          makeLayer,     makeIdentify,   makeMap,    makeProject, makeDelegation, makeGate,
          makeCriterion, makeWeights,    makeDecide, makeRank,    makeReport,     makeHistory,
          makeUndo,      makeRedo,       makeCopy,   makeMerge,   makeConflicts,  makeMigrate,
          makeInfo,      makeVerify,     makeRevert, makeClaim,   makeSource,     makeTheme,
          makeBookmark,  makeDuplicates, makeCheck})
        commands.push_back(make());
    return commands;
}

} // namespace cli
