// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "geo/raster_source.h"
#include "geo/style.h"

#include <QObject>
#include <optional>
#include <utility>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QHBoxLayout;
class QLabel;
class QWidget;

namespace widgets {

// How a raster is coloured, as rows of a form: ramp and range, relief, opacity. Of a picture in its
// own colours the opacity alone.
class RasterStyleEditor : public QObject
{
    Q_OBJECT

public:
    RasterStyleEditor(const geo::RasterSource& raster, const geo::RasterStyle& style,
                      double opacity, base::Language language, QFormLayout& form, QObject* parent);

    geo::RasterStyle style() const;
    double opacity() const;
    // What is still wrong, for a person; empty where all is well.
    QString problem() const;

Q_SIGNALS:
    void changed();

private:
    enum class Between { Percentiles, Deviations, Hand };

    void makeRamp(const geo::RasterStyle& style);
    void makeRange(const geo::RasterStyle& style);
    void makeRelief(const geo::Relief& relief);
    void makeOpacity(double opacity);
    void rangeChosen();
    void refresh();
    Between between() const;

    std::optional<geo::ValueDistribution> m_values;
    QString m_unit;
    base::Language m_language;
    QFormLayout& m_form;
    QComboBox* m_look = nullptr; // nullptr: a picture in its own colours
    QComboBox* m_ramp = nullptr;
    QCheckBox* m_reversed = nullptr;
    QComboBox* m_between = nullptr;
    QDoubleSpinBox* m_low = nullptr; // percent or values, as m_between says
    QDoubleSpinBox* m_high = nullptr;
    QDoubleSpinBox* m_deviations = nullptr;
    QLabel* m_ends = nullptr;
    QDoubleSpinBox* m_azimuth = nullptr;
    QDoubleSpinBox* m_altitude = nullptr;
    QDoubleSpinBox* m_exaggeration = nullptr;
    QDoubleSpinBox* m_opacity = nullptr;
    std::pair<double, double> m_exact; // what the fields show with fewer digits
    std::pair<double, double> m_shown;
    geo::RasterStyle m_percents; // as last chosen, while the fields show values
};

} // namespace widgets
