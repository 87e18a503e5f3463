// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "catalogue/site_store.h"

#include <QSplitter>
#include <vector>

class QTableWidget;
class QTreeWidget;

namespace widgets {

// Why rows are set aside: each reason with its count, under it what stood there; below
// them the rows.
class ImportReasonsView : public QSplitter
{
    Q_OBJECT

public:
    explicit ImportReasonsView(QWidget* parent = nullptr);

    void setRows(std::vector<catalogue::SetAside> rows, base::Language language);

private:
    void showRows();

    std::vector<catalogue::SetAside> m_rows;
    base::Language m_language = base::Language::English;
    QTreeWidget* m_reasons;
    QTableWidget* m_list;
};

} // namespace widgets
