// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"

#include <QJsonObject>
#include <QString>
#include <vector>

namespace base {

enum class Severity { Note, Warning, Error };

// Where an issue lies, as far as it is known: a file, a line of it, a column by name, a layer.
struct Place
{
    QString file;
    qint64 line = 0; // 1-based; 0: none
    QString column;
    QString value;
    Id id = 0; // of what it is about, as the project numbers it: a layer; 0: none
};

// One part of a job that did not go well while the rest did; a person can click it.
struct Issue
{
    Severity severity = Severity::Warning;
    QString text; // translated, a whole sentence
    Place where;
};

// One line of text, as the command line prints it: "file:line: column: text".
QString toText(const Issue& issue);
// {"severity": "warning", "text": …, "file": …, "line": …, "column": …, "value": …}; empty parts
// left out.
QJsonObject toJson(const Issue& issue);

} // namespace base
