// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace cli {

// The whole program; the result is its exit code.
int run(int argc, char** argv);

} // namespace cli
