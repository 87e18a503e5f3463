// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/import_mapping.h"

#include <QHash>

namespace catalogue {

class Vocabulary;

// A word of the file and what it was taken for.
struct ImportWord
{
    QString field; // kind, stage, country, commodity …
    QString word;  // as the file has it where it stands first
    QString key;   // of the field's vocabulary; empty: not understood, or without meaning
    bool isKnown = false;
    qint64 count = 0;
    qint64 line = 0; // the first
};

// Turns the words of a file into keys of the vocabularies, by the mapping's own table first, and
// remembers every one of them; internal to the import.
class TermReader
{
public:
    explicit TermReader(const ImportMapping& mapping)
        : m_mapping(mapping)
    {
    }

    // Empty where there is none.
    QString term(const QString& field, const Vocabulary& vocabulary, const QString& said,
                 qint64 line);
    QString commodity(const QString& field, const QString& said, qint64 line);
    // A list of commodities, whatever parts it; each once.
    const QStringList& commodities(const QString& field, QByteArrayView said, qint64 line);

    // Those that belong to a vocabulary, by field, then the frequent ones first.
    std::vector<ImportWord> words() const;

private:
    struct Meaning
    {
        QString key;
        bool isKnown = false;
    };
    struct Word
    {
        Meaning meaning;
        qint64 count = 0;
        qint64 line = 0;
    };
    struct List
    {
        QStringList keys;
        std::vector<std::pair<QString, Meaning>> words;
        qint64 count = 0;
        qint64 line = 0;
    };
    Meaning meaningOf(const QString& field, const Vocabulary& vocabulary,
                      const QString& said) const;
    Meaning commodityOf(const QString& field, const QString& said) const;
    List divided(const QString& field, const QString& said) const;
    // What all words of a text mean, but for those that only qualify; empty where one is unknown.
    using Words = std::vector<std::pair<QString, Meaning>>;
    Words allKnown(const QString& field, const QString& text) const;
    Words qualified(const QString& field, const QString& text) const;

    ImportMapping m_mapping;
    QHash<QString, QHash<QString, Word>> m_words;    // by field, then word
    QHash<QString, QHash<QByteArray, List>> m_lists; // by field, then what a row says
};

// The parts of a list: by the mapping's separator, or by ; | or line end, else by commas.
QStringList listParts(const QString& text, const QString& separator);

} // namespace catalogue
