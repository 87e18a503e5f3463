// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/tag_scanner.h"
#include <QString>
#include <QStringList>
#include <vector>

namespace geo {

// What the tags of a workbook's parts tell without reading a cell, and how much memory its cells
// would take in GDAL; internal to this room. All of it throws base::Error where that is too much.

constexpr qint64 MostSheetMemory = qint64(3) << 29;
constexpr qint64 MostSheetColumns = 2000; // GDAL leaves off what is further to the right
constexpr qint64 SharedTextBytes = 32;    // besides its letters

struct SheetFacts
{
    QString name;
    qint64 rows = 0;   // up to the last one that is stated
    qint64 widest = 0; // columns
    qint64 mergedRanges = 0;
    QStringList merged; // the first few, as "A1:C1"
    qint64 formulasWithoutResult = 0;
    qint64 cutTexts = 0; // in several fonts, of which GDAL takes the first
};

[[noreturn]] void refuseSize(const QString& name, const QString& cause);
[[noreturn]] void refuseWorkbook(const QString& name, const QString& cause);
// An entity would hide tags.
void refuseEntities(const Tag& tag, const QString& name);

// A worksheet of an .xlsx. `shared`: the lengths of the shared texts by number; `name`: of the
// file.
class OpenXmlCounter
{
public:
    OpenXmlCounter(SheetFacts& facts, const std::vector<qint32>& shared, const QString& name);
    void tag(const Tag& tag);
    void text(QByteArrayView beginning, qint64 bytes);
    void finish();

private:
    void beginCell(const Tag& tag);
    void weigh(qint64 textBytes);

    SheetFacts& m_facts;
    const std::vector<qint32>& m_shared;
    const QString& m_name;
    qint64 m_column = 0;
    qint64 m_texts = 0;
    int m_runs = 0;
    bool m_isShared = false;
    bool m_hasFormula = false;
    bool m_hasResult = false;
    bool m_inValue = false;
    bool m_whole = false;
};

// The tables of an .ods; `sheets` grows by one for each.
class OpenDocumentCounter
{
public:
    OpenDocumentCounter(std::vector<SheetFacts>& sheets, const QString& name);
    void tag(const Tag& tag);
    // GDAL takes several covered cells in one tag for one, and shifts what follows to the left.
    bool shifts() const { return m_shifts; }

private:
    void cell(const Tag& tag, bool covered);

    std::vector<SheetFacts>& m_sheets;
    const QString& m_name;
    qint64 m_row = 0; // before the one at hand
    qint64 m_repeated = 0;
    qint64 m_column = 0;
    bool m_shifts = false;
};

} // namespace geo
