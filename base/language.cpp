// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>
#include <atomic>

namespace base {

namespace {

std::atomic<Language> current{Language::English};

} // namespace

Language currentLanguage()
{
    return current;
}

QString languageCode(Language language)
{
    return language == Language::Spanish ? QStringLiteral("es") : QStringLiteral("en");
}

Language languageFromCode(const QString& code)
{
    return code.startsWith(QLatin1String("es"), Qt::CaseInsensitive) ? Language::Spanish
                                                                     : Language::English;
}

QLocale localeOf(Language language)
{
    return language == Language::Spanish ? QLocale(QLocale::Spanish, QLocale::Mexico)
                                         : QLocale(QLocale::English, QLocale::UnitedStates);
}

Translation::Translation(Language language)
    : m_language(language)
{
    if (language != Language::Spanish)
        return;
    m_ours = std::make_unique<QTranslator>();
    if (!m_ours->load(QStringLiteral(":/translations/veta_es.qm")))
        m_ours.reset();
    m_qt = std::make_unique<QTranslator>();
    if (!m_qt->load(QStringLiteral("qtbase_es"),
                    QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        m_qt.reset();
}

Translation::~Translation()
{
    if (!m_installed)
        return;
    if (m_ours)
        QCoreApplication::removeTranslator(m_ours.get());
    if (m_qt)
        QCoreApplication::removeTranslator(m_qt.get());
}

QString Translation::text(const char* context, const char* source, int n) const
{
    QString found = m_ours ? m_ours->translate(context, source, nullptr, n) : QString();
    if (found.isEmpty())
        found = QString::fromUtf8(source);
    if (n >= 0)
        found.replace(QLatin1String("%n"), QString::number(n));
    return found;
}

void Translation::install()
{
    if (m_qt)
        QCoreApplication::installTranslator(m_qt.get());
    if (m_ours)
        QCoreApplication::installTranslator(m_ours.get());
    m_installed = true;
    current = m_language;
    QLocale::setDefault(localeOf(m_language));
}

} // namespace base
