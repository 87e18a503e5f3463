// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/conflict_json.h"
#include "catalogue/import_preset.h"
#include "catalogue/quantity_table.h"
#include "catalogue/sentence.h"
#include "geo/style.h"
#include "tests/fuzz/fuzz.h"

// The JSON that others send or a project file holds: mappings, presets, sentences, styles,
// candidates of a conflict.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    const QByteArray bytes = fuzz::bytesOf(data, size);
    fuzz::guarded([&] {
        const catalogue::ImportMapping mapping = catalogue::importMappingFromJson(bytes);
        fuzz::require(catalogue::importMappingFromJson(catalogue::toJson(mapping)) == mapping,
                      "a mapping comes back from its JSON");
    });
    fuzz::guarded([&] { catalogue::importPresetFromJson(bytes); });
    fuzz::guarded([&] {
        const catalogue::Sentence sentence = catalogue::sentenceFromJson(bytes);
        catalogue::toText(
            sentence, [](const QString& text) { return text; },
            [](const QString&, const QString& key) { return key; });
        const catalogue::Sentence again = catalogue::sentenceFromJson(catalogue::toJson(sentence));
        fuzz::require(again.text == sentence.text && again.args == sentence.args,
                      "a sentence comes back from its JSON");
    });
    fuzz::guarded([&] {
        const geo::Style style = geo::styleFromJson(QString::fromUtf8(bytes));
        const QString written = geo::styleToJson(style);
        fuzz::require(geo::styleToJson(geo::styleFromJson(written)) == written,
                      "a style comes back from its JSON");
    });
    fuzz::guarded([&] { catalogue::QuantityTable::fromJson(bytes); });
    for (size_t i = 0; i < catalogue::candidatesFromJson(bytes).size(); ++i)
        catalogue::candidateValue(bytes, i);
    catalogue::candidateValue(bytes, 1 << 20);
    return 0;
}
