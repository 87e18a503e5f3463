// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>
#include <memory>

class QTranslator;

namespace base {

enum class Language { English, Spanish };

// "en", "es".
QString languageCode(Language language);
// Reads "en", "es", "es_MX", …; English for anything else.
Language languageFromCode(const QString& code);
// How numbers and dates are written for a reader: English (United States) or Spanish (Mexico).
QLocale localeOf(Language language);

// What tr() speaks at this moment: that of the Translation installed last, else English.
Language currentLanguage();

// A label in the program's two languages, as vocabularies and samples keep it.
struct Label
{
    QString en;
    QString es;
    const QString& in(Language language) const { return language == Language::Spanish ? es : en; }
};

// The program's sentences in one language, whatever language the program itself runs in (a report
// in Spanish from an English window). text() takes the context and English source text of tr().
class Translation
{
public:
    explicit Translation(Language language);
    ~Translation();
    Language language() const { return m_language; }
    QString text(const char* context, const char* source, int n = -1) const;
    // Installs it for the whole program: tr() and Qt's own dialogs follow. Undone by the
    // destructor.
    void install();

private:
    Language m_language;
    std::unique_ptr<QTranslator> m_ours;
    std::unique_ptr<QTranslator> m_qt;
    bool m_installed = false;
};

} // namespace base
