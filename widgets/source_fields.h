// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/site_store.h"
#include "widgets/workspace.h"

#include <QObject>

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace widgets {

// The rows of a form that say where figures were read: a source that is there already, a new one,
// or a statement of the person who writes. Each figure has one.
class SourceFields : public QObject
{
    Q_OBJECT

public:
    SourceFields(Workspace& workspace, QFormLayout& form, QWidget* parent);

    // Why this names no source; empty: it does.
    QString problem() const;
    // The source's row, added where it is new; run it within an edit.
    std::function<catalogue::Citation(catalogue::Edit&)> citation() const;

Q_SIGNALS:
    void changed();

private:
    void offer(const std::vector<catalogue::Source>& sources);
    void chosen();
    bool isNew() const;

    Workspace& m_workspace;
    QFormLayout& m_form;
    QComboBox* m_source;
    QLineEdit* m_title;
    QLineEdit* m_publisher;
    QLineEdit* m_published;
    QLineEdit* m_url;
    QLineEdit* m_reference;
};

// "2024", "2024-05" or "2024-05-17", and nothing else; an empty text is a missing date.
bool isDateText(const QString& text);

} // namespace widgets
