// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCryptographicHash>
#include <QDateTime>
#include <QDirIterator>
#include <QMap>
#include <QString>

namespace support {

// Everything in a folder as it was: names, contents and times of change.
class FolderState
{
public:
    explicit FolderState(const QString& folder)
    {
        QDirIterator all(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                         QDirIterator::Subdirectories);
        while (all.hasNext()) {
            const QString path = all.next();
            QFile file(path);
            QByteArray content;
            if (all.fileInfo().isFile() && file.open(QIODevice::ReadOnly))
                content = QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256);
            m_entries.insert(path, {content, all.fileInfo().lastModified()});
        }
    }

    bool isEmpty() const { return m_entries.isEmpty(); }

    // What changed since; "" where nothing did.
    QString difference(const FolderState& before) const
    {
        QStringList found;
        for (auto entry = m_entries.begin(); entry != m_entries.end(); ++entry) {
            const auto old = before.m_entries.find(entry.key());
            if (old == before.m_entries.end())
                found << QStringLiteral("new: ") + entry.key();
            else if (old.value() != entry.value())
                found << QStringLiteral("changed: ") + entry.key();
        }
        for (const QString& path : before.m_entries.keys())
            if (!m_entries.contains(path))
                found << QStringLiteral("gone: ") + path;
        return found.join(u'\n');
    }

private:
    QMap<QString, std::pair<QByteArray, QDateTime>> m_entries;
};

} // namespace support
