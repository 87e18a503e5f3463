// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/feature_layer.h"

#include <QLocale>
#include <charconv>
#include <cmath>

namespace geo {

namespace {

QString numberText(double value)
{
    if (value == std::floor(value) && std::fabs(value) < 1e15)
        return QString::number(value, 'f', 0);
    char buffer[32];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    return QString::fromLatin1(buffer, end - buffer);
}

} // namespace

bool Column::isMissing(std::size_t feature) const
{
    switch (m_field.type) {
    case FieldType::Text:
        return m_word[feature] == NoWord;
    case FieldType::Integer:
        return m_missing[feature];
    case FieldType::Real:
        return std::isnan(m_reals[feature]);
    }
    return true;
}

QString Column::text(std::size_t feature) const
{
    if (isMissing(feature))
        return {};
    switch (m_field.type) {
    case FieldType::Text:
        return m_words[m_word[feature]];
    case FieldType::Integer:
        return QString::number(m_integers[feature]);
    case FieldType::Real:
        return numberText(m_reals[feature]);
    }
    return {};
}

std::optional<double> Column::number(std::size_t feature) const
{
    if (isMissing(feature))
        return std::nullopt;
    switch (m_field.type) {
    case FieldType::Text: {
        bool good = false;
        const double value = QLocale::c().toDouble(m_words[m_word[feature]].trimmed(), &good);
        return good && std::isfinite(value) ? std::optional(value) : std::nullopt;
    }
    case FieldType::Integer:
        return double(m_integers[feature]);
    case FieldType::Real:
        return m_reals[feature];
    }
    return std::nullopt;
}

QVariant Column::value(std::size_t feature) const
{
    if (isMissing(feature))
        return {};
    switch (m_field.type) {
    case FieldType::Text:
        return m_words[m_word[feature]];
    case FieldType::Integer:
        return m_integers[feature];
    case FieldType::Real:
        return m_reals[feature];
    }
    return {};
}

FeatureLayer::FeatureLayer(const Operation& operation)
    : m_operation(operation)
{
}

const Column* FeatureLayer::column(const QString& name) const
{
    for (const Column& column : m_columns)
        if (column.field().name == name)
            return &column;
    for (const Column& column : m_columns)
        if (column.field().name.compare(name, Qt::CaseInsensitive) == 0)
            return &column;
    return nullptr;
}

} // namespace geo
