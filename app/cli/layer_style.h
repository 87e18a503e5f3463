// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "catalogue/layer.h"

namespace cli {

// `veta-cli layer style`: how a layer of features is drawn; a part of `layer`.
class LayerStyle
{
    std::string m_file;
    std::string m_layer;
    std::string m_path;
    std::string m_sldVersion = "1.1";
    std::string m_categoryField;
    std::string m_gradeField;
    std::string m_method = "quantile";
    size_t m_classes = 5;
    std::string m_breaks;
    std::string m_ramp = "viridis";
    bool m_reversed = false;
    bool m_single = false;
    std::string m_fill;
    std::string m_stroke;
    std::string m_others;
    std::optional<double> m_width;
    std::string m_dash;
    std::string m_casing;
    std::optional<double> m_casingWidth;
    std::string m_hatch;
    std::string m_hatchColor;
    std::string m_shape;
    std::optional<double> m_size;
    std::optional<std::string> m_label;
    std::vector<std::string> m_hide;
    CLI::App* m_command = nullptr;
    CLI::App* m_show = nullptr;
    CLI::App* m_set = nullptr;
    CLI::App* m_read = nullptr;
    CLI::App* m_save = nullptr;

public:
    void setup(CLI::App& layer);
    bool parsed() const { return m_command->parsed(); }
    void run(Context& context);

private:
    catalogue::Layer find(const catalogue::ProjectFile& file) const;
    void show(Context& context) const;
    void set(Context& context);
    void read(Context& context);
    void save(Context& context) const;
    void classify(geo::Style& style, const geo::FeatureTable& features) const;
    void drawWith(geo::Style& style) const;
};

} // namespace cli
