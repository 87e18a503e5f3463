// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "geo/feature_table.h"
#include "geo/style.h"
#include <QString>
#include <cstdint>
#include <optional>
#include <vector>

namespace geo {

// A field's words in both languages: the field itself, or, where there is none of that name, the
// fields NAME_en and NAME_es beside each other.
class NameColumns
{
public:
    NameColumns() = default;
    NameColumns(const FeatureTable& layer, const QString& field);
    bool exist() const { return m_en || m_es; }
    base::Label label(std::size_t feature) const;
    QString text(std::size_t feature, base::Language language) const;

private:
    std::optional<Column> m_en;
    std::optional<Column> m_es;
};

// Which of a style's colours each feature of a layer wears, worked out once for many frames.
struct StyledFeatures
{
    static constexpr std::uint32_t NotDrawn = 0xffffffff;

    Symbol symbol;                   // the style's own
    std::vector<Symbol> looks;       // the symbol with each colour in it
    std::vector<std::uint32_t> look; // by feature of the layer: index of looks, or NotDrawn
    // Its label; empty where the style has no label field.
    QString label(std::size_t feature) const { return names.text(feature, language); }

    NameColumns names; // of the label field
    base::Language language = base::Language::English;
};

StyledFeatures styleFeatures(const FeatureTable& layer, const Style& style,
                             base::Language language);

// The wider line that lies below a line, itself a symbol; nullopt where there is none to be seen.
std::optional<Symbol> casingOf(const Symbol& symbol);

ColorPart coloredPart(const Symbol& symbol, GeometryKind kind);
// The style's symbol with a category's colour in that part.
Symbol colored(const Symbol& symbol, const QColor& color, GeometryKind kind);

} // namespace geo
