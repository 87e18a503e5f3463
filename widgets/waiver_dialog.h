// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;

namespace widgets {

// Asks why a finding of the data check may stand.
class WaiverDialog : public QDialog
{
    Q_OBJECT

public:
    WaiverDialog(const QString& finding, QWidget* parent);
    QString reason() const;

private:
    QLineEdit* m_reason;
};

} // namespace widgets
