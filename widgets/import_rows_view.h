// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "catalogue/site_import.h"

#include <QSplitter>
#include <memory>

class QLabel;
class QTableView;

namespace widgets {

class ReadRowsModel;
class UnderstoodRowsModel;

// The first rows of a file: as they are read on the left, as they are understood on the right. What
// is wrong is marked by a sign and said in words.
class ImportRowsView : public QSplitter
{
    Q_OBJECT

public:
    explicit ImportRowsView(QWidget* parent = nullptr);

    void setTable(std::shared_ptr<const catalogue::ImportTable> table);
    void setUnderstood(const std::vector<catalogue::ImportOutcome::Preview>& rows,
                       const catalogue::ImportMapping& mapping, base::Language language);

private:
    ReadRowsModel* m_read;
    UnderstoodRowsModel* m_understood;
    QTableView* m_left;
    QTableView* m_right;
};

} // namespace widgets
