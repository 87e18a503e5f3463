// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace.h"

#include <QAbstractItemView>
#include <QAction>
#include <QComboBox>
#include <QDomDocument>
#include <QFile>
#include <QMenu>
#include <QSettings>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QtTest>
#include <algorithm>
#include <vector>

namespace support {

// The settings of the tests alone, empty; and a home of their own, where the cache is.
inline void useEmptySettings()
{
    static const QTemporaryDir folder;
    qputenv("HOME", folder.path().toUtf8());
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(QStringLiteral("VetaTests"));
    QCoreApplication::setApplicationName(QStringLiteral("veta"));
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, folder.path());
    QSettings().clear();
}

// Until nothing is read, written or reckoned any more.
inline bool settle(widgets::Workspace& workspace)
{
    return QTest::qWaitFor(
        [&] {
            QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            return workspace.jobs().isIdle() && !workspace.isSaving();
        },
        60'000);
}

// A workspace with the sample open in a folder of its own, acting as the US.
struct OpenSample
{
    OpenSample()
    {
        workspace.setLanguage(base::Language::English);
        workspace.setAuthor({QStringLiteral("US"), QStringLiteral("Test")});
        workspace.createSample(path);
        if (!settle(workspace) || !workspace.isOpen())
            qFatal("the sample cannot be made");
    }
    QTemporaryDir folder;
    QString path = folder.filePath(QStringLiteral("sample.veta.gpkg"));
    widgets::Workspace workspace;
};

// What a person can read of a widget and those in it that are shown: words, tips, headings.
inline QStringList visibleTexts(const QWidget& root)
{
    QStringList texts;
    QList<const QWidget*> all{&root};
    for (const QWidget* child : root.findChildren<QWidget*>())
        all << child;
    for (const QWidget* widget : all) {
        if (!widget->isVisibleTo(&root))
            continue;
        texts << widget->windowTitle() << widget->toolTip() << widget->accessibleName();
        for (const char* name : {"text", "title", "placeholderText", "prefix", "suffix"})
            if (const QVariant value = widget->property(name); value.isValid())
                texts << value.toString();
        if (const auto* combo = qobject_cast<const QComboBox*>(widget))
            for (int i = 0; i < combo->count(); ++i)
                texts << combo->itemText(i);
        if (const auto* tabs = qobject_cast<const QTabWidget*>(widget))
            for (int i = 0; i < tabs->count(); ++i)
                texts << tabs->tabText(i);
        if (const auto* menu = qobject_cast<const QMenu*>(widget))
            texts << menu->title();
        for (const QAction* action : widget->actions())
            texts << action->text() << action->toolTip();
        if (const auto* view = qobject_cast<const QAbstractItemView*>(widget)) {
            const QAbstractItemModel* model = view->model();
            for (int column = 0; model != nullptr && column < model->columnCount(); ++column)
                texts << model->headerData(column, Qt::Horizontal).toString();
        }
    }
    texts.removeAll(QString());
    texts.removeDuplicates();
    return texts;
}

// Those of the texts that are a sentence of the window in English and read otherwise in Spanish.
inline QStringList leftInEnglish(const QStringList& texts)
{
    QFile file(QStringLiteral(VETA_SOURCE_DIR "/resources/translations/veta_es.ts"));
    QDomDocument document;
    if (!file.open(QIODevice::ReadOnly) || !document.setContent(&file))
        qFatal("the translations cannot be read");
    const auto plain = [](QString text) { return text.remove(QLatin1Char('&')); };
    QStringList patterns;
    const QDomNodeList messages = document.elementsByTagName(QStringLiteral("message"));
    for (int i = 0; i < messages.size(); ++i) {
        const QDomElement message = messages.at(i).toElement();
        if (message.parentNode().firstChildElement(QStringLiteral("name")).text() ==
            QLatin1String("Cli")) // no window says it, but a file may have such a column
            continue;
        const QString source = message.firstChildElement(QStringLiteral("source")).text();
        const QString spanish = message.firstChildElement(QStringLiteral("translation")).text();
        QString letters = source;
        letters.remove(QRegularExpression(QStringLiteral("%[0-9n]|[^\\p{L}]")));
        if (source == spanish || letters.size() < 4) // "%1 and %2" is in any title
            continue;
        static const QRegularExpression placeholder(QStringLiteral("%(?:[0-9]|n)"));
        QStringList parts;
        for (const QString& part : plain(source).split(placeholder))
            parts << QRegularExpression::escape(part);
        patterns << parts.join(QStringLiteral(".*"));
    }
    // All in one pattern would be more than PCRE compiles.
    constexpr qsizetype AtOnce = 100;
    std::vector<QRegularExpression> english;
    for (qsizetype i = 0; i < patterns.size(); i += AtOnce) {
        english.emplace_back(
            QRegularExpression::anchoredPattern(patterns.mid(i, AtOnce).join(QLatin1Char('|'))),
            QRegularExpression::DotMatchesEverythingOption);
        if (!english.back().isValid())
            qFatal("%s", qPrintable(english.back().errorString()));
    }
    QStringList found;
    for (const QString& text : texts)
        if (std::any_of(english.begin(), english.end(), [&](const QRegularExpression& each) {
                return each.match(plain(text)).hasMatch();
            }))
            found << text;
    return found;
}

} // namespace support
