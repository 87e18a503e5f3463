// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/import_mapping.h"
#include "catalogue/import_table.h"
#include "widgets/tick_list.h"

#include <QWidget>
#include <memory>

class QCheckBox;
class QComboBox;
class QTreeWidget;
class QTreeWidgetItem;

namespace widgets {

// Which column says what of a site, and how its positions, numbers and units are meant.
class ImportColumnsView : public QWidget
{
    Q_OBJECT

public:
    explicit ImportColumnsView(QWidget* parent = nullptr);

    void setTable(std::shared_ptr<const catalogue::ImportTable> table);
    void setMapping(const catalogue::ImportMapping& mapping);
    // What was set, as the person has changed it since.
    catalogue::ImportMapping mapping() const;
    // The one that positions are read in as long as nobody says it; empty: none.
    void setAssumedCrs(const QString& text);

Q_SIGNALS:
    void changed();
    void crsAsked(); // by the button beside its field

private:
    using Parts = std::vector<catalogue::ImportMapping::Part>;

    void fill();
    void addGroup(const QString& title, const QStringList& fields, int figure = 0);
    void showPart(QTreeWidgetItem& item) const;
    std::vector<Choice> choices(const QModelIndex& index) const;
    void choose(QTreeWidgetItem& item, const QString& key);
    Parts& partsOf(const QTreeWidgetItem& item);
    const Parts& partsOf(const QTreeWidgetItem& item) const;
    QString firstValue(const QString& column) const;
    QComboBox* unitField(const QString& unit, const std::vector<Choice>& meanings);
    void take(const std::function<void(catalogue::ImportMapping&)>& change);

    std::shared_ptr<const catalogue::ImportTable> m_table;
    std::vector<catalogue::ImportTable::KeptRow> m_sample;
    catalogue::ImportMapping m_mapping;
    QTreeWidget* m_tree;
    QComboBox* m_crs;
    QComboBox* m_decimal;
    QComboBox* m_list;
    QCheckBox* m_westward;
    QCheckBox* m_swapped;
    QCheckBox* m_zero;
    QComboBox* m_ton;
    QComboBox* m_mt;
};

} // namespace widgets
