// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <functional>

namespace catalogue {

// What an entry of the journal did, in words that can be read in either language: an English
// template, marked QT_TRANSLATE_NOOP("Journal", "Changed stage of %1 to %2"), and what fills it.
// An argument of the form "@stages/production" is a vocabulary key, shown as its label; one of the
// form "#{…}" another sentence.
struct Sentence
{
    QString text;
    QStringList args;
    QString reason = {}; // why, in the words of who did it; may be empty
};

QByteArray toJson(const Sentence& sentence);
Sentence sentenceFromJson(const QByteArray& json);

// In words, without the reason. `translate` gives the template in the reader's language, `label`
// the label of a vocabulary key ("stages", "production").
QString toText(const Sentence& sentence, const std::function<QString(const QString&)>& translate,
               const std::function<QString(const QString&, const QString&)>& label);

} // namespace catalogue
