// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/data_check.h"
#include "widgets/workspace.h"

#include <QWidget>
#include <map>
#include <memory>

class QCheckBox;
class QLabel;
class QPushButton;
class QSplitter;
class QTreeWidget;
class QTreeWidgetItem;

namespace widgets {

// What the data check found, by severity and rule; beside it the finding that was chosen, in full,
// and what can be done about it. Checks when it is opened and when asked; says when the project has
// changed since.
class DataCheckPanel : public QWidget
{
    Q_OBJECT

public:
    explicit DataCheckPanel(Workspace& workspace, QWidget* parent = nullptr);
    ~DataCheckPanel() override;

    void run(); // what goes on already is let go on
    bool isRunning() const { return m_progress != nullptr; }
    QTreeWidget* tree() const { return m_tree; }

Q_SIGNALS:
    void siteActivated(base::Id site); // to be shown on the map

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    using Heads = std::map<QString, qint64>;
    struct Checked
    {
        catalogue::DataCheck check;
        Heads heads; // of the journal, as it was checked
    };
    void start(bool shown);
    void finish(Outcome<Checked> outcome, bool whole);
    void projectChanged();
    void stateChanged();
    void retranslate();
    void fill();
    void addRule(QTreeWidgetItem& group, catalogue::Rule rule);
    void addFindings(QTreeWidgetItem* item);
    void choose(QTreeWidgetItem* item);
    void showState();
    void showDetail();
    const catalogue::Finding* chosen() const;
    std::optional<catalogue::Rule> chosenRule() const;
    void mend();
    void mendAll();
    void letStand();
    void takeBack();
    void change(const catalogue::Sentence& sentence, std::function<void(catalogue::Edit&)> work);

    Workspace& m_workspace;
    QLabel* m_state;
    QPushButton* m_run;
    QCheckBox* m_showWaived;
    QSplitter* m_splitter;
    QTreeWidget* m_tree;
    QLabel* m_detail;
    QPushButton* m_fix;
    QPushButton* m_fixAll;
    QPushButton* m_letStand;
    QPushButton* m_takeBack;
    std::optional<catalogue::DataCheck> m_check;
    Heads m_heads;
    std::map<catalogue::Rule, std::vector<size_t>> m_rows; // findings by rule
    std::shared_ptr<base::Progress> m_progress;            // while it is going on
    quint64 m_started = 0;  // counts checks, so that the end of another one is passed over
    bool m_isShown = false; // the one that goes on has a title
    bool m_again = false;   // once the change made here stands
    bool m_isFilling = false;
    QString m_problem;
};

} // namespace widgets
