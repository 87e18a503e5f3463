// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/lock_file.h"

#include "base/os.h"
#include "catalogue/project_file.h"
#include "catalogue/text.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>

namespace catalogue {

LockFile::LockFile(const QString& projectPath)
    : m_path(projectPath + QStringLiteral(".lock"))
{
    const QByteArray content =
        QJsonDocument(QJsonObject{{QStringLiteral("host"), base::hostName()},
                                  {QStringLiteral("process"), base::processId()},
                                  {QStringLiteral("user"), qEnvironmentVariable("USER")},
                                  {QStringLiteral("since"),
                                   QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}})
            .toJson();
    for (int attempt = 0; attempt < 3; ++attempt) {
        if (base::createExclusively(m_path, content))
            return;
        QFile file(m_path);
        if (!file.open(QIODevice::ReadOnly))
            continue; // removed meanwhile
        const QJsonObject holder = QJsonDocument::fromJson(file.readAll()).object();
        file.close();
        const QString host = holder.value(QLatin1String("host")).toString();
        const qint64 process = holder.value(QLatin1String("process")).toInteger();
        const bool gone =
            holder.isEmpty() || (host == base::hostName() && !base::isProcessAlive(process));
        if (!gone) {
            const QDateTime since =
                QDateTime::fromString(holder.value(QLatin1String("since")).toString(), Qt::ISODate);
            const QString path = m_path;
            m_path.clear();
            throw FileProblem(
                FileProblem::Kind::Held,
                Text::tr("%1 is open for writing on %2 (user %3, process %4, since %5). Close it "
                         "there, or open it here for reading only. If that program is no longer "
                         "running, remove %6.")
                    .arg(projectPath, host, holder.value(QLatin1String("user")).toString(),
                         QString::number(process),
                         QLocale().toString(since.toLocalTime(), QLocale::ShortFormat), path));
        }
        QFile::remove(m_path);
    }
    m_path.clear();
}

LockFile::~LockFile()
{
    if (!m_path.isEmpty())
        QFile::remove(m_path);
}

} // namespace catalogue
