// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace catalogue {

// FILE.lock, which says who has a project file open for writing: host, process, author, since when.
// A courtesy to people: SQLite's own lock decides, and a lock left by a process that is gone is
// taken over.
class LockFile
{
public:
    // Throws FileProblem (Held), naming who, where another living process has it.
    explicit LockFile(const QString& projectPath);
    ~LockFile();
    LockFile(const LockFile&) = delete;
    LockFile& operator=(const LockFile&) = delete;

private:
    QString m_path;
};

} // namespace catalogue
