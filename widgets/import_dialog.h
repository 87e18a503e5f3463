// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/import_crs.h"
#include "catalogue/site_import.h"
#include "widgets/crs_question.h"
#include "widgets/workspace.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;
class QTableWidget;
class QTabWidget;
class QTimer;

namespace widgets {

class ImportColumnsView;
class ImportMap;
class ImportReasonsView;
class ImportRowsView;
class ImportWordsView;

// How a table of sites is read: says what the file is taken for and why, and shows at every change
// what would come of it, the first rows at once, then down to each row that would be set aside and
// why. Nothing is written to the project here but a mapping that is to be kept.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    using Table = std::shared_ptr<const catalogue::ImportTable>;

    // `path`: of the file the table was read from.
    ImportDialog(Workspace& workspace, QString path, const Table& table, QWidget* parent);
    ~ImportDialog() override; // stops the check that is going on

    // What was last checked: the table as it is mapped, and those related to it.
    const std::vector<catalogue::ImportStep>& steps() const { return m_steps; }
    // As a person has said it, and with what is assumed.
    catalogue::ImportMapping mapping() const;

Q_SIGNALS:
    void previewed(); // the first rows are shown
    void checked();   // all of them are, or a problem is said

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    // Where a way of reading the table comes from, as the list of them holds it; beside it the
    // number of a proposal, a saved mapping or a loaded preset, or the name of the program's own.
    enum Where { Proposed, Preset, Saved, Loaded };
    static constexpr int WhereRole = Qt::UserRole;
    static constexpr int NumberRole = Qt::UserRole + 1;

    QWidget* makeHead();
    QWidget* makeFoot();
    void setTable(const Table& table);
    void readAgain(const QString& encoding);
    void offerPresets();
    void takePreset();
    void take(const catalogue::ImportMapping& mapping);
    void showReason();
    void columnsEdited();
    void wordMeant(const QString& field, const QString& word, const std::optional<QString>& key);
    void mappingEdited();
    void check();
    void lookForCrs();
    std::shared_ptr<base::Progress> workOutCrs(std::function<void()> then);
    void goOnWithCrs();
    void showCrs();
    void askCrs();
    void takeCrs(const geo::Crs& crs);
    void preview();
    void readSteps();
    void plan(catalogue::KnownRecords known);
    void showFirstRows(const Outcome<catalogue::ImportOutcome>& outcome);
    void showOutcome(const Outcome<catalogue::ImportOutcome>& outcome);
    void showFailure(const QString& message);
    void showNotes();
    void showNothing();
    void say(const QString& sentence);
    void sayOutcome();
    void showProgress();
    void saveMapping();
    void savePreset();
    void loadPreset();
    void exportSetAside();
    bool write(const QString& path, const QByteArray& bytes);

    Workspace& m_workspace;
    QString m_path;
    Table m_table;
    std::vector<catalogue::ImportProposal> m_proposals; // best first
    std::vector<catalogue::ImportStep> m_steps;
    catalogue::ImportMapping m_mapping;
    std::vector<catalogue::SavedMapping> m_saved;
    std::vector<std::shared_ptr<const catalogue::ImportPreset>> m_loaded;
    std::shared_ptr<const catalogue::ImportPreset> m_own; // of those loaded, in use
    std::optional<catalogue::ImportOutcome> m_outcome;    // of m_mapping
    std::shared_ptr<base::Progress> m_checking;
    // What the table shows of its CRS, as long as the mapping has these places.
    std::optional<CrsAsked> m_crsAsked;
    catalogue::ImportMapping m_crsPlaces;
    std::optional<catalogue::EarlierCrs> m_crsBefore; // said for a table like this one
    std::optional<geo::Crs> m_assumed;                // where nothing says it
    bool m_isReading = false;                         // the file, in another encoding
    bool m_isChanged = false;                         // by hand, since it was taken from a preset

    QComboBox* m_presets;
    QLabel* m_reason;
    QWidget* m_crsLine;
    QLabel* m_crsText;
    QPushButton* m_crsChoose;
    QLabel* m_format;
    QComboBox* m_encoding;
    QTabWidget* m_tabs;
    ImportRowsView* m_rows;
    ImportColumnsView* m_columns;
    ImportWordsView* m_words;
    ImportReasonsView* m_setAside;
    QTableWidget* m_notes;
    ImportMap* m_map;
    QLabel* m_counts;
    QLabel* m_summary;
    QProgressBar* m_bar;
    QPushButton* m_import;
    QPushButton* m_export;
    QTimer* m_delay;
    QTimer* m_poll;
};

} // namespace widgets
