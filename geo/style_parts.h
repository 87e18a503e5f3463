// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/style_file.h"
#include <QStringList>
#include <span>

namespace geo {

// What the readers of style files have in common.

inline constexpr double PixelsPerMillimetre = 96 / 25.4; // logical pixels
inline constexpr double PixelsPerPoint = 96 / 72.0;

// What could not be carried over, by what it was, so that a thousand categories with the same hatch
// are one line that names some of them.
class LeftOut
{
public:
    explicit LeftOut(QString fileName);
    // `what` is a sentence without its full stop; `whose`: the class it was found in, or empty.
    void add(const QString& what, qint64 line, const QString& whose = {});
    std::vector<base::Issue> issues() const;

private:
    struct Entry
    {
        QString what;
        qint64 line = 0;
        QStringList whose;
        qsizetype more = 0;
    };
    QString m_fileName;
    std::vector<Entry> m_entries;
};

// A category, range or rule as it stands in a file.
struct ReadClass
{
    std::vector<QString> values; // of a category; "" is what has none
    std::optional<double> lower, upper;
    bool others = false; // all that no other class holds
    QString label;
    bool visible = true;
    Symbol symbol;
    qint64 line = 0;
    QString name() const { return !label.isEmpty() || values.empty() ? label : values.front(); }
};

// Makes one style of classes that a file draws each with a symbol of its own: the first one's, with
// each one's colour. Says where they differ in more.
void composeClasses(StyleFile& file, const std::vector<ReadClass>& classes, LeftOut& leftOut);

// The colour that tells classes apart, as colored() puts it in.
std::optional<QColor> carriedColor(const Symbol& symbol, GeometryKind kind);

// The nearest of ours to lengths of dashes and gaps, in turn; exact only for those that Qt draws.
Dash nearestDash(std::span<const double> pattern);

// A width or size in logical pixels, within what a style may hold.
double boundedWidth(double pixels);
double boundedSize(double pixels);

QColor withOpacity(QColor color, double opacity);

} // namespace geo
