// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/window_tasks.h"
#include "widgets/workspace.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace widgets {

// The last step: what the report will hold, in which language, and the buttons that write it.
class ReportPanel : public QWidget
{
    Q_OBJECT

public:
    explicit ReportPanel(Workspace& workspace, QWidget* parent = nullptr);

Q_SIGNALS:
    void exportRequested(ReportFormat format, base::Language language);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refresh();
    base::Language language() const;

    Workspace& m_workspace;
    QLabel* m_content;
    QLabel* m_languageLabel;
    QComboBox* m_language;
    QPushButton* m_pdf;
    QPushButton* m_csv;
    QLabel* m_about;
};

} // namespace widgets
