// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shortlist/figure.h"

#include "catalogue/vocabulary.h"
#include "shortlist/text.h"

#include <cmath>

namespace shortlist {

QString unitText(const Measure& what, const base::Translation& words)
{
    switch (what.kind) {
    case MeasureKind::Tonnes:
        return QStringLiteral("t");
    case MeasureKind::DistanceKm:
        return QStringLiteral("km");
    case MeasureKind::Grade:
        return catalogue::gradeUnits().label(what.unit, words.language());
    default:
        return {};
    }
}

QString figureText(const Measure& what, const Measured& measured, const base::Translation& words)
{
    if (!measured.known())
        return words.text("Shortlist", QT_TRANSLATE_NOOP("Shortlist", "not known"));
    const base::Language language = words.language();
    const QLocale locale = base::localeOf(language);
    if (!measured.number)
        return what.kind == MeasureKind::Stage ? catalogue::stages().label(measured.word, language)
                                               : measured.word;
    const double value = *measured.number;
    switch (what.kind) {
    case MeasureKind::Inside:
        return value > 0 ? words.text("Shortlist", QT_TRANSLATE_NOOP("Shortlist", "inside"))
                         : words.text("Shortlist", QT_TRANSLATE_NOOP("Shortlist", "outside"));
    case MeasureKind::Tonnes:
        if (value >= 1e6)
            return words.text("Shortlist", QT_TRANSLATE_NOOP("Shortlist", "%1 Mt"))
                .arg(locale.toString(value / 1e6, 'f', value >= 1e8 ? 0 : 1));
        return words.text("Shortlist", QT_TRANSLATE_NOOP("Shortlist", "%1 t"))
            .arg(locale.toString(value, 'f', 0));
    case MeasureKind::DistanceKm:
        return words.text("Shortlist", QT_TRANSLATE_NOOP("Shortlist", "%1 km"))
            .arg(locale.toString(value, 'f', value < 10 ? 1 : 0));
    case MeasureKind::Grade:
    case MeasureKind::Mark: {
        const QString unit = unitText(what, words);
        const QString figure = locale.toString(value, 'g', 4);
        return unit.isEmpty() ? figure : figure + QChar::Nbsp + unit;
    }
    default:
        return locale.toString(value, 'f', std::floor(value) == value ? 0 : 2);
    }
}

QString scoreText(const std::optional<double>& score, const base::Translation& words)
{
    return score ? base::localeOf(words.language()).toString(*score, 'f', 3)
                 : QString(QChar(0x2013));
}

} // namespace shortlist
