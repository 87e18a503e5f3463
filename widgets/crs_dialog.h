// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "geo/crs_list.h"
#include "widgets/job.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableWidget;
class QTimer;

namespace widgets {

// A coordinate reference system to choose: found by code, name or region, or pasted as WKT or a
// PROJ text. `about` says what it is wanted for.
class CrsDialog : public QDialog
{
    Q_OBJECT

public:
    CrsDialog(Jobs& jobs, const QString& about, QWidget* parent);
    // As geo::Crs::fromText() reads it; only after it was accepted.
    QString code() const;

private:
    void look();
    void check();
    std::optional<QString> chosen() const;

    std::vector<geo::CrsEntry> m_all;
    QLineEdit* m_text;
    QTableWidget* m_found;
    QLabel* m_problem;
    QPushButton* m_ok;
    QTimer* m_typing;
};

} // namespace widgets
