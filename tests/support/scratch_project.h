// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/progress.h"
#include "catalogue/access.h"
#include "catalogue/project_file.h"

#include <QTemporaryDir>
#include <SQLiteCpp/SQLiteCpp.h>

namespace support {

// Short words for tests that work on the rows of a project file directly.

inline const catalogue::Author Ana{QStringLiteral("MX"), QStringLiteral("Ana")};
inline const catalogue::Author Bob{QStringLiteral("US"), QStringLiteral("Bob")};

inline std::unique_ptr<catalogue::ProjectFile>
open(const QString& path, catalogue::OpenMode mode = catalogue::OpenMode::ReadWrite)
{
    base::Progress progress;
    return catalogue::ProjectFile::open(path, mode, progress);
}

// Runs one SQL statement as one entry.
inline std::optional<catalogue::Entry> run(catalogue::ProjectFile& file, const std::string& sql,
                                           const catalogue::Author& author = Ana)
{
    return file.edit(author, catalogue::EntryKind::Edit, {QStringLiteral("test"), {}},
                     [&](catalogue::Edit& edit) { edit.database().exec(sql); });
}

inline QString value(const catalogue::ProjectFile& file, const std::string& sql)
{
    QString result = QStringLiteral("(none)");
    file.read([&](const catalogue::ReadAccess& access) {
        SQLite::Statement select(access.database(), sql);
        if (select.executeStep())
            result = select.getColumn(0).isNull()
                         ? QStringLiteral("(null)")
                         : QString::fromStdString(select.getColumn(0).getString());
    });
    return result;
}

inline QString digest(const catalogue::ProjectFile& file)
{
    base::Progress progress;
    return file.computeDigest(progress);
}

// A copy to go on from separately.
inline std::unique_ptr<catalogue::ProjectFile> copyOf(const catalogue::ProjectFile& file,
                                                      const QString& path)
{
    base::Progress progress;
    file.copyTo(path, progress);
    return open(path);
}

} // namespace support
