// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <optional>

namespace geo {

// Text whose character set a file does not say, or says wrongly.

// One word by itself: UTF-8 where it is valid UTF-8, else the character set named (GDAL's name),
// else Windows-1252. Never yields anything that is not text.
QString decodeText(QByteArrayView bytes, const QString& encoding);

// Finds the one character set of many words. They are looked at one by one as they come, and not
// kept.
class EncodingChooser
{
public:
    void add(QByteArrayView word);

    struct Choice
    {
        QString encoding;    // GDAL's name; "UTF-8" for plain ASCII too
        bool plain = true;   // ASCII throughout: nothing was chosen
        bool denied = false; // what the file declares cannot be: its bytes are no text in it
        qint64 damaged = 0;  // words that are no text in the one chosen
    };
    // `declared`: what the file names, empty where it names none.
    Choice choose(const QString& declared) const;

private:
    QByteArray m_sample; // of words that are not ASCII
    qint64 m_utf8 = 0;   // words that are UTF-8 and not ASCII
    qint64 m_other = 0;  // words that are neither
};

// A word in the character set chosen for its layer; what is no text in it becomes U+FFFD.
QString decodeAs(QByteArrayView bytes, const QString& encoding);

// Text of lines that is no UTF-8, brought to it: its lines that are UTF-8 as they stand, the others
// from the character set that is returned. nullopt: it is UTF-8, and `utf8` is left alone.
std::optional<QString> recodeToUtf8(QByteArrayView text, QByteArray& utf8);

// "Windows-1252" for CP1252, as a person knows it.
QString encodingTitle(const QString& encoding);

} // namespace geo
