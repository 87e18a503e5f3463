// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/issue.h"
#include "base/language.h"
#include "base/progress.h"
#include "catalogue/sentence.h"

#include <QDate>
#include <QHash>
#include <QString>
#include <QStringList>
#include <array>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace catalogue {

class Edit;
class ProjectFile;

// What is looked for in a catalogue: docs/data-quality.md says of each rule what it looks at, what
// it lets pass and what it offers to mend. Names and explanations are those of the vocabulary
// check_rules, whose groups say which part of the catalogue a rule looks at.
enum class Rule : quint8 {
    // check_positions.cpp
    PositionZero,
    PositionOutOfRange,
    PositionSwapped,
    PositionSign,
    PositionOtherCountry,
    PositionInSea,
    PositionOtherState,
    PositionFewDecimals,
    PositionShared,
    StateUnknown,
    CountryMissing,
    StateMissing,
    // check_estimates.cpp
    GradeAboveWhole,
    GradeImplausible,
    GradeWithoutUnit,
    FigureNotPositive,
    CutoffAboveGrade,
    TonnesThousandfold,
    TonnesImplausible,
    ContainedAboveTonnes,
    ContainedMismatch,
    ReservesAboveResources,
    EstimateTwice,
    EstimateEmpty,
    EstimateWithoutDate,
    EstimateWithoutSource,
    EstimateWithoutCategory,
    EstimateOtherCommodity,
    EstimateOld,
    // check_sources.cpp
    ClaimWithoutSource,
    ClaimsBothPreferred,
    ClaimNotInForce,
    SiteWithoutSource,
    FactWithoutSource,
    SourceIncomplete,
    RowsSetAside,
    DanglingReference,
    // check_sites.cpp
    PositionMissing,
    NameMissing,
    KindMissing,
    CommodityMissing,
    TextGarbled,
    UnknownKey,
    DateMalformed,
    DateInFuture,
    // check_status.cpp
    StageStale,
    StageUndated,
    StageNotLatest,
    PermitExpired,
    OwnersAboveWhole,
    OfftakeAboveWhole,
    MemberIncomplete,
    ProjectWithoutSites,
    // check_files.cpp
    AttachmentMissing,
    AttachmentChanged,
    AttachmentAdrift,
    LayerMissing,
    LayerChanged,
    // data_check.cpp
    WaiverUnused,
    Count
};
inline constexpr size_t RuleCount = size_t(Rule::Count);

QString ruleKey(Rule rule); // stable: "position_swapped"
base::Severity severityOf(Rule rule);
QString ruleName(Rule rule, base::Language language);
QString ruleExplanation(Rule rule, base::Language language);
std::optional<Rule> ruleOf(const QString& key);

// A person's word that a finding may stand.
struct Waiver
{
    base::Id id = 0;
    QString reason;
    QString author;
    QString waivedOn;
};

// How a finding can be mended: a field of its row gets another value (as text, a position as "lon
// lat"; empty: not known), but only while it still holds what it held when it was found.
struct FieldFix
{
    QString field; // a column, or position
    QString was;
    QString value;
};

struct Finding
{
    Rule rule = Rule::Count;
    const char* table = ""; // and row: what it was found on
    base::Id row = 0;
    base::Id site = 0; // to show; 0: it is about none
    QString subject;   // name of the site, layer, source … it is about; may be empty
    const char* text = "";
    QStringList args;
    std::vector<FieldFix> fix;
    bool removal = false; // the fix is to remove the row
    const char* fixText = "";
    std::shared_ptr<const Waiver> waiver; // nullptr: it counts
    bool isFixable() const { return removal || !fix.empty(); }
};
// The whole sentence, and what the fix would do ("Swap the coordinates"; empty where there is
// none), in the language that tr() speaks.
QString findingText(const Finding& finding);
QString fixText(const Finding& finding);

struct CheckOptions
{
    std::set<Rule> rules; // empty: all
    QDate today = QDate::currentDate();
    int staleYears = 10; // a stage or estimate older than that is stale
    size_t mostKept = 0; // findings of a rule; all are counted. 0: all are kept
};

// What a check found.
class DataCheck
{
public:
    explicit DataCheck(CheckOptions options)
        : m_options(std::move(options))
    {
    }
    struct Counted
    {
        qint64 open = 0;
        qint64 waived = 0;
        qint64 fixable = 0; // of the open ones
        qint64 kept = 0;
    };
    const CheckOptions& options() const { return m_options; }
    // By rule, then as they were found: by site.
    const std::vector<Finding>& findings() const { return m_findings; }
    const Counted& counted(Rule rule) const { return m_counts[size_t(rule)]; }
    qint64 open() const; // of all rules
    qint64 open(base::Severity severity) const;
    qint64 waived() const;
    qint64 sites() const { return m_sites; } // that were looked at

    // For the checks alone.
    bool wants(Rule rule) const
    {
        return m_options.rules.empty() || m_options.rules.contains(rule);
    }
    // Counts it, and keeps it unless there are enough; what is returned may be completed until the
    // next one is added.
    Finding& add(Rule rule, const char* table, base::Id row, const char* text,
                 const QStringList& args = {});
    // A file named by the project, to be looked at when the project file is no longer needed.
    struct NamedFile
    {
        bool isLayer = false;
        base::Id row = 0;
        base::Id site = 0;
        QString subject;
        QString path; // absolute
        QString digest;
    };

private:
    friend DataCheck checkTables(const ProjectFile& file, const CheckOptions& options,
                                 base::Progress& progress);
    friend void checkFiles(DataCheck& check, base::Progress& progress);
    friend class CheckRun;
    void close(); // counts the last one and sorts
    void settle();

    CheckOptions m_options;
    std::vector<Finding> m_findings;
    std::array<Counted, RuleCount> m_counts{};
    Finding m_last; // the one that may still be completed
    bool m_hasLast = false;
    qint64 m_sites = 0;
    std::vector<NamedFile> m_files;
    struct KnownWaiver
    {
        std::shared_ptr<const Waiver> waiver;
        bool isUsed = false;
    };
    QHash<QString, KnownWaiver> m_waivers; // by rule, table and row
};

// All rules, on the thread that owns the file; a few seconds for some hundred thousand sites, and
// longer where large files have to be digested. Throws base::Error, base::Cancelled.
DataCheck checkData(const ProjectFile& file, const CheckOptions& options, base::Progress& progress);
// The same in two steps: what needs the project file, and what can be done on any thread.
DataCheck checkTables(const ProjectFile& file, const CheckOptions& options,
                      base::Progress& progress);
void checkFiles(DataCheck& check, base::Progress& progress);

// Mends what can be mended of these and still is as it was; returns how many that were. A site's
// field is changed as `author` (MX:Ana) would by hand: the value that stood stays as a claim.
qint64 applyFixes(Edit& edit, const std::vector<Finding>& findings, const QString& author);
// Lets a finding stand; a waiver of the same is replaced. Throws base::Error without a reason.
void waive(Edit& edit, const Finding& finding, const QString& reason, const QString& author);
// False where there was no such waiver.
bool takeWaiverBack(Edit& edit, base::Id waiver);

// What the journal says of it; `findings` are of one rule, and there is one at least.
Sentence fixSentence(const std::vector<Finding>& findings);
Sentence waiveSentence(const std::vector<Finding>& findings, const QString& reason);
Sentence takeBackSentence(const std::vector<Finding>& findings);

} // namespace catalogue
