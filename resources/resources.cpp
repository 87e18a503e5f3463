// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The library is its resource files; a static library needs one translation unit of its own.
namespace {
[[maybe_unused]] constexpr int ResourceLibrary = 0;
}
