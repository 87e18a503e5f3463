// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace.h"

#include <QLineEdit>

class QCompleter;
class QModelIndex;
class QStandardItemModel;
class QTimer;

namespace widgets {

// Looks up projects, layers and sites by name or alias while one types.
class SearchBox : public QLineEdit
{
    Q_OBJECT

public:
    explicit SearchBox(Workspace& workspace, QWidget* parent = nullptr);
    const QStandardItemModel* found() const { return m_found; }

Q_SIGNALS:
    void siteChosen(base::Id site);
    void projectChosen(base::Id project);
    void layerChosen(base::Id layer);
    void nothingFound(const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    enum class Kind { Project, Layer, Site };
    void retranslate();
    void look();
    void add(Kind kind, base::Id id, const QString& name, const QString& about);
    void choose(const QModelIndex& index);
    void entered();

    Workspace& m_workspace;
    QStandardItemModel* m_found;
    QCompleter* m_completer;
    QTimer* m_typing;
};

} // namespace widgets
