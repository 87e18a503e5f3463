// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/style_file.h"
#include "geo/style_qml.h"
#include "geo/style_sld.h"
#include "tests/fuzz/fuzz.h"

namespace {

// What was read can be kept in a project file, and written to either kind of file and read again
// with the same classes.
void check(const geo::StyleFile& file)
{
    const QString json = geo::styleToJson(file.style);
    fuzz::require(geo::styleToJson(geo::styleFromJson(json)) == json, "the project file keeps it");
    for (const base::Issue& issue : file.issues)
        fuzz::require(!issue.text.isEmpty() && issue.where.line > 0, "an issue names its line");
    geo::StyleToWrite style;
    style.style = file.style;
    style.kind = file.kind;
    style.opacity = file.opacity.value_or(1);
    const geo::StyleFile again =
        geo::readQml(geo::writeQml(style).bytes, QStringLiteral("again.qml"));
    // Some names of fields are expressions there.
    if (again.style.kind == file.style.kind) {
        fuzz::require(again.style.classes.size() == file.style.classes.size(),
                      "QML keeps every range");
        fuzz::require(again.style.categories.size() <= file.style.categories.size(),
                      "QML makes no categories up");
    }
    fuzz::guarded([&] { geo::readSld(geo::writeSld(style).bytes, QStringLiteral("again.sld")); });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    fuzz::guarded([&] { check(geo::readStyle(fuzz::bytesOf(data, size), QStringLiteral("f"))); });
    return 0;
}
