// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Replaced by the first source file of this folder.
namespace {
[[maybe_unused]] constexpr int EmptyRoom = 0;
}
