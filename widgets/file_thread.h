// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/job.h"

#include <QThread>

namespace widgets {

// The thread that owns the open project file and its one writing connection. Tasks run one after
// another, in the order they were given; the window never waits for one.
class FileThread
{
public:
    using File = std::unique_ptr<catalogue::ProjectFile>;

    FileThread();
    ~FileThread(); // finishes the tasks that were given, closes the file

    // Runs the task in the thread. It may replace the file; null where none is open.
    void post(std::function<void(File&)> task);
    // For Jobs::run(): inside the work, file() is the open file.
    Executor executor();
    // Only inside a task.
    File& file() { return m_file; }
    // Waits until everything that was given is done.
    void drain();

private:
    QThread m_thread;
    QObject* m_context;
    File m_file;
};

} // namespace widgets
