// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shortlist/criterion.h"

#include <QWidget>

namespace widgets {

// A small picture of a value function of numbers: the figure to the right, its value upwards.
class ValueCurve : public QWidget
{
    Q_OBJECT

public:
    explicit ValueCurve(base::Language language, QWidget* parent = nullptr);
    void setFunction(const shortlist::ValueFunction& function); // without points: an empty frame

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    base::Language m_language;
    shortlist::ValueFunction m_function;
};

} // namespace widgets
