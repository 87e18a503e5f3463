// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "geo/source_layers.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTableWidget;

namespace widgets {

// The layers of a file that holds several, to tick those that are wanted.
class SublayerDialog : public QDialog
{
    Q_OBJECT

public:
    // All are ticked where they are few. What could not be opened is said below.
    SublayerDialog(const QString& fileName, const geo::SourceLayers& found, base::Language language,
                   QWidget* parent);
    QStringList ticked() const; // by name, in the file's order

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void tickAll(bool ticked);
    void check();

    QStringList m_names;
    QTableWidget* m_table;
    QLabel* m_count;
    QPushButton* m_ok;
};

} // namespace widgets
