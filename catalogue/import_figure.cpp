// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/import_figure.h"

#include "catalogue/vocabulary.h"

namespace catalogue {

namespace {

namespace f = import_field;

bool isNone(QByteArrayView said)
{
    for (const char* word : {"no", "none", "nil", "ninguno", "ninguna"})
        if (said.compare(word, Qt::CaseInsensitive) == 0)
            return true;
    return false;
}

const char* problemOf(UnitProblem problem)
{
    switch (problem) {
    case UnitProblem::None:
        return nullptr;
    case UnitProblem::Missing:
        return "no_unit";
    case UnitProblem::Ambiguous:
        return "ambiguous_unit";
    case UnitProblem::OtherQuantity:
        return "unit_of_another_quantity";
    case UnitProblem::Unknown:
        break;
    }
    return "unknown_unit";
}

} // namespace

FigureReader::FigureReader(const ImportTable& table, const std::vector<ImportMapping::Part>& parts,
                           const ImportMapping& mapping, TermReader& terms)
    : m_terms(terms)
    , m_units(mapping.units)
    , m_zeroIsMissing(mapping.zeroIsMissing)
{
    std::vector<ImportMapping::Part> own;
    for (const ImportMapping::Part& part : parts)
        if (estimateFields().contains(part.field))
            own.push_back(part);
    const ImportColumns columns(table, own, mapping.decimal);
    m_tonnes = columns[f::Tonnes];
    m_tonnesUnit = columns[f::TonnesUnit];
    m_grade = columns[f::Grade];
    m_gradeUnit = columns[f::GradeUnit];
    m_commodity = columns[f::GradeCommodity];
    m_contained = columns[f::ContainedTonnes];
    m_containedUnit = columns[f::ContainedUnit];
    m_cutoff = columns[f::Cutoff];
    m_cutoffUnit = columns[f::CutoffUnit];
    m_category = columns[f::Category];
    m_date = columns[f::EffectiveDate];
    m_code = columns[f::Code];
    m_note = columns[f::EstimateNote];
}

bool FigureReader::isMapped() const
{
    return m_tonnes.isMapped() || m_grade.isMapped() || m_contained.isMapped();
}

bool FigureReader::fail(ImportedFigure& out, const char* problem, const ImportField& where,
                        const QString& said)
{
    out.problem = problem;
    out.column = where.columnName();
    out.said = said;
    return false;
}

bool FigureReader::readNumber(const ImportTable::Row& row, const ImportField& value,
                              std::optional<double>& number, ImportedFigure& out) const
{
    QByteArrayView said;
    number = value.number(row, &said);
    if (said.isEmpty() || isNone(said))
        return true;
    if (!number || *number < 0)
        return fail(out, !number && parseNumber(said) ? "ambiguous_number" : "not_a_figure", value,
                    QString::fromUtf8(said).left(200));
    if (*number == 0 && m_zeroIsMissing)
        number.reset();
    return true;
}

bool FigureReader::readTonnage(const ImportTable::Row& row, const ImportField& value,
                               const ImportField& unit, std::optional<double>& tonnes,
                               TonnageUnit& read, ImportedFigure& out)
{
    if (!readNumber(row, value, tonnes, out))
        return false;
    if (!tonnes || !unit.isMapped())
        return true;
    const QString spelling = unit.text(row);
    const UnitReading<TonnageUnit> reading = m_units.tonnage(spelling);
    if (!reading.unit)
        return fail(out, problemOf(reading.problem), unit, spelling);
    read = *reading.unit;
    tonnes = *tonnes * read.tonnesPerUnit;
    return true;
}

bool FigureReader::readGrade(const ImportTable::Row& row, const ImportField& value,
                             const ImportField& unit, std::optional<double>& grade, GradeUnit& read,
                             ImportedFigure& out)
{
    if (!readNumber(row, value, grade, out))
        return false;
    if (!grade)
        return true;
    const QString spelling = unit.text(row);
    const UnitReading<GradeUnit> reading = m_units.grade(spelling);
    if (!reading.unit)
        return fail(out, problemOf(reading.problem), unit.isMapped() ? unit : value, spelling);
    read = *reading.unit;
    if (read.equivalent)
        return fail(out, "equivalent_grade", unit, spelling);
    const double raw = *grade;
    grade = raw * read.factor;
    if (read.unit == QLatin1String("percent") && *grade > 100)
        return fail(out, "grade_above_whole", value, QString::number(raw));
    return true;
}

ImportedFigure FigureReader::read(const ImportTable::Row& row, const QString& only)
{
    ImportedFigure out;
    Estimate estimate;
    TonnageUnit tonnageUnit;
    TonnageUnit containedUnit;
    GradeUnit gradeUnit;
    GradeUnit cutoffUnit;
    std::optional<double> cutoff;
    if (!readTonnage(row, m_tonnes, m_tonnesUnit, estimate.tonnes, tonnageUnit, out) ||
        !readGrade(row, m_grade, m_gradeUnit, estimate.grade, gradeUnit, out) ||
        !readTonnage(row, m_contained, m_containedUnit, estimate.containedTonnes, containedUnit,
                     out))
        return out;
    if (estimate.tonnes && (tonnageUnit.of == QLatin1String("contained") ||
                            !tonnageUnit.substance.formula.isEmpty())) {
        // "kt LCE" is no tonnage of ore.
        if (!estimate.containedTonnes)
            estimate.containedTonnes = estimate.tonnes;
        containedUnit = tonnageUnit;
        estimate.tonnes.reset();
    }
    if (!estimate.tonnes && !estimate.grade && !estimate.containedTonnes)
        return out;
    const QString named = m_commodity.text(row);
    estimate.commodity = m_terms.commodity(f::GradeCommodity, named, row.line);
    if (gradeUnit.substance.formula.isEmpty() && estimate.grade && !named.isEmpty())
        if (const auto substance = substanceOf(named)) {
            estimate.grade = *estimate.grade * substance->factor;
            if (estimate.commodity.isEmpty())
                estimate.commodity = substance->commodity;
        }
    for (const QString& said :
         {gradeUnit.substance.commodity, containedUnit.substance.commodity, only})
        if (estimate.commodity.isEmpty())
            estimate.commodity = said;
    if (estimate.grade)
        estimate.gradeUnit = gradeUnit.unit;
    ImportedFigure ignored; // a cut-off that is not understood does not spoil the figure
    if (readGrade(row, m_cutoff, m_cutoffUnit, cutoff, cutoffUnit, ignored) && cutoff) {
        estimate.cutoff = cutoff;
        estimate.cutoffUnit = cutoffUnit.unit;
    }
    estimate.category =
        m_terms.term(f::Category, estimateCategories(), m_category.text(row), row.line);
    estimate.effectiveDate = m_date.text(row);
    estimate.code = m_code.text(row);
    QStringList notes;
    for (const ImportField::Slot& slot : m_note.slotList())
        if (const QByteArrayView note = ImportField::bytes(slot, row); !saysNothing(note))
            notes << QString::fromUtf8(note).simplified();
    if (!tonnageUnit.basis.isEmpty())
        notes << tonnageUnit.basis;
    estimate.note = notes.join(QStringLiteral("; "));
    out.estimate = std::move(estimate);
    return out;
}

} // namespace catalogue
