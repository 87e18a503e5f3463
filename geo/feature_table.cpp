// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/feature_table.h"

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

Column::Column(Content content)
    : m_field(std::move(content.field))
{
    const auto owned = std::make_shared<const Content>(std::move(content));
    m_arrays = {owned->text,     owned->wordEnds, owned->words,
                owned->integers, owned->missing,  owned->reals};
    m_owner = owned;
}

Column::Column(Field field, const Arrays& arrays, std::shared_ptr<const void> owner)
    : m_owner(std::move(owner))
    , m_field(std::move(field))
    , m_arrays(arrays)
{
}

QString Column::wordText(std::size_t word) const
{
    const std::uint32_t begin = word == 0 ? 0 : m_arrays.wordEnds[word - 1];
    return QString::fromUtf16(m_arrays.text.data() + begin,
                              qsizetype(m_arrays.wordEnds[word] - begin));
}

bool Column::isMissing(std::size_t feature) const
{
    switch (m_field.type) {
    case FieldType::Text:
        return m_arrays.words[feature] == NoWord;
    case FieldType::Integer:
        return m_arrays.missing[feature] != 0;
    case FieldType::Real:
        return std::isnan(m_arrays.reals[feature]);
    }
    return true;
}

QString Column::text(std::size_t feature) const
{
    if (isMissing(feature))
        return {};
    switch (m_field.type) {
    case FieldType::Text:
        return wordText(m_arrays.words[feature]);
    case FieldType::Integer:
        return QString::number(m_arrays.integers[feature]);
    case FieldType::Real:
        return numberText(m_arrays.reals[feature]);
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
        const double value =
            QLocale::c().toDouble(wordText(m_arrays.words[feature]).trimmed(), &good);
        return good && std::isfinite(value) ? std::optional(value) : std::nullopt;
    }
    case FieldType::Integer:
        return double(m_arrays.integers[feature]);
    case FieldType::Real:
        return m_arrays.reals[feature];
    }
    return std::nullopt;
}

QVariant Column::value(std::size_t feature) const
{
    if (isMissing(feature))
        return {};
    switch (m_field.type) {
    case FieldType::Text:
        return wordText(m_arrays.words[feature]);
    case FieldType::Integer:
        return m_arrays.integers[feature];
    case FieldType::Real:
        return m_arrays.reals[feature];
    }
    return {};
}

FeatureTable::~FeatureTable() = default;

FeatureTable::FeatureTable(const Operation& operation)
    : m_operation(operation)
{
}

const Column* FeatureTable::column(const QString& name) const
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
