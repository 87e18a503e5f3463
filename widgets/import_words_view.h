// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/language.h"
#include "catalogue/import_mapping.h"
#include "catalogue/import_terms.h"

#include <QWidget>
#include <vector>

class QCheckBox;
class QLabel;
class QTableWidget;

namespace widgets {

// The words of a file for kind, stage, country, commodity …, and what each is taken for, which a
// person can mend.
class ImportWordsView : public QWidget
{
    Q_OBJECT

public:
    explicit ImportWordsView(QWidget* parent = nullptr);

    void setWords(const std::vector<catalogue::ImportWord>& words,
                  const catalogue::ImportMapping& mapping, base::Language language);
    qint64 unknownWords() const; // that are not known

Q_SIGNALS:
    // key: of the field's vocabulary; empty: it says nothing; nullopt: as the program reads it.
    void meant(const QString& field, const QString& word, const std::optional<QString>& key);

private:
    void fill();

    std::vector<catalogue::ImportWord> m_words; // unknown ones first
    catalogue::ImportMapping m_mapping;
    base::Language m_language = base::Language::English;
    QTableWidget* m_table;
    QCheckBox* m_unknownOnly;
    QLabel* m_note;
};

} // namespace widgets
