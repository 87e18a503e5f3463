// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/access.h"
#include "catalogue/columns.h"
#include "catalogue/data_check.h"
#include "catalogue/project_file.h"

#include <QPointF>
#include <functional>
#include <optional>

namespace catalogue {

// What the checks of check_*.cpp share; for them alone.

// Of a site, what several of them look at.
struct CheckedSite
{
    base::Id id = 0;
    std::optional<QPointF> lonLat;
    QString name;
    QString kind;
    QString stage;
    QString stageDate;
    QString country;
    QString admin1;
    std::optional<double> accuracyMetres;
    std::optional<base::Id> source;
    bool hasReference = false;
    bool hasCommodity = false;
    bool hasEstimate = false;
    bool hasClaim = false;
};

class CheckRun
{
public:
    CheckRun(const ProjectFile& file, const ReadAccess& access, DataCheck& check,
             base::Progress& progress)
        : file(file)
        , access(access)
        , check(check)
        , progress(progress)
    {
    }
    const ProjectFile& file;
    const ReadAccess& access;
    DataCheck& check;
    base::Progress& progress;
    std::vector<CheckedSite> sites; // by id

    bool wants(Rule rule) const { return check.wants(rule); }
    template <class... Rules>
    bool wantsAny(Rules... rules) const
    {
        return (wants(rules) || ...);
    }
    const QDate& today() const { return check.options().today; }
    QDate staleBefore() const { return today().addYears(-check.options().staleYears); }
    void readSites();
    const CheckedSite* site(base::Id id) const;
    Finding& add(Rule rule, const CheckedSite& site, const char* text,
                 const QStringList& args = {});
    // On a row of a table that belongs to a site.
    Finding& add(Rule rule, const char* table, base::Id row, base::Id site, const char* text,
                 const QStringList& args = {});
    void addFile(DataCheck::NamedFile file) { check.m_files.push_back(std::move(file)); }
    // Visits the rows of a query; looks at the progress now and then.
    void each(const char* sql, const std::function<void(SQLite::Statement&)>& visit) const;
};

void checkPositions(CheckRun& run);
void checkEstimates(CheckRun& run);
void checkSources(CheckRun& run);
void checkSites(CheckRun& run);
void checkStatus(CheckRun& run);
void checkNamedFiles(CheckRun& run);

// How a number stands in a sentence: up to five figures, thousands parted.
QString checkNumber(double value);
// The first and the last day that a date as exact as its source may mean; nullopt: no date.
std::optional<QDate> firstDay(const QString& date);
std::optional<QDate> lastDay(const QString& date);

} // namespace catalogue
