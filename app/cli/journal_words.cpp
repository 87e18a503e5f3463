// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/journal_words.h"

namespace cli {

QString sentenceText(const Context& context, const catalogue::Sentence& sentence)
{
    return catalogue::toText(
        sentence,
        [&](const QString& text) {
            return context.words().text("Journal", text.toUtf8().constData());
        },
        [&](const QString& vocabulary, const QString& key) {
            const catalogue::Vocabulary* found = catalogue::vocabularyNamed(vocabulary);
            return found != nullptr ? found->label(key, context.language) : key;
        });
}

QString entryName(const catalogue::Entry& entry)
{
    constexpr int Beginning = 6;
    return entry.copyId.first(Beginning) + QLatin1Char('/') + QString::number(entry.number);
}

catalogue::Entry findEntry(const std::vector<catalogue::Entry>& entries, const QString& name)
{
    constexpr int LeastOfHash = 6;
    std::vector<catalogue::Entry> found;
    for (const catalogue::Entry& entry : entries)
        if (entryName(entry) == name || (name.size() >= LeastOfHash && entry.hash.startsWith(name)))
            found.push_back(entry);
    if (found.size() != 1)
        throw UsageError(QStringLiteral("%1 “%2”. veta-cli history lists them, as in a1b2c3/17.")
                             .arg(found.empty() ? QStringLiteral("There is no entry")
                                                : QStringLiteral("There are several entries"),
                                  name));
    return found.front();
}

catalogue::Entry turned(const Context& context, const std::function<catalogue::Entry()>& turn)
{
    try {
        return turn();
    } catch (const catalogue::RevertRefused& refused) {
        QString message = refused.message();
        for (const catalogue::Entry& entry : refused.later())
            message += QStringLiteral("\n  %1  %2: %3")
                           .arg(entryName(entry), catalogue::toText(entry.author),
                                sentenceText(context, entry.sentence));
        throw base::Error(message, refused.cause());
    }
}

} // namespace cli
