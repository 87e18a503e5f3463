// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/project_file.h"

#include <QByteArray>
#include <vector>

namespace catalogue {

// The candidates of a conflict as veta_conflict and settlements keep them (docs/file-format.md).
QByteArray candidatesJson(const std::vector<Conflict::Candidate>& candidates,
                          const std::vector<QByteArray>& canonicalValues);
std::vector<Conflict::Candidate> candidatesFromJson(const QByteArray& json);
// The canonical bytes of the candidate's value; empty for NULL.
QByteArray candidateValue(const QByteArray& json, size_t candidate);

} // namespace catalogue
