// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>
#include <vector>

namespace base {

class Progress;

// What the operating system is asked for directly. This file and its .cpp are the only ones with
// POSIX calls; a port to another system begins and ends here.

// Makes a file's bytes, or a folder's list of names, durable on the disk. Throws Error.
void syncToDisk(const QString& path);

// The name of this machine and the process number, as a lock file tells others who holds it.
QString hostName();
qint64 processId();
// True if a process of that number runs on this machine now.
bool isProcessAlive(qint64 pid);

// Creates the file with this content; false, and nothing changed, if it exists already.
// Throws Error if the folder cannot be written.
bool createExclusively(const QString& path, const QByteArray& content);

// Peak resident memory of this process in bytes, for benchmarks.
qint64 peakMemoryBytes();

// How much memory this process may still take without the system running short of it; nullopt
// where the system does not say.
std::optional<qint64> availableMemoryBytes();

// That these bytes will soon be written from end to end: memory comes in large pages where the
// system has them, which saves a fault for each small one. Changes nothing that can be seen.
void expectFilled(void* bytes, qsizetype size);
template <typename Value>
void reserveFilled(std::vector<Value>& values, std::size_t count)
{
    values.reserve(count);
    expectFilled(values.data(), qsizetype(values.capacity() * sizeof(Value)));
}

// While one of these lives, Ctrl-C (SIGINT) and SIGTERM cancel the progress; a second one ends the
// program.
class InterruptCancels
{
public:
    explicit InterruptCancels(Progress& progress);
    ~InterruptCancels();
    InterruptCancels(const InterruptCancels&) = delete;
    InterruptCancels& operator=(const InterruptCancels&) = delete;
};

// This thread, and those that it starts, leave the processors to others that want them: for work
// beside which the window must answer. Where the system cannot, nothing is different.
void yieldToOthers();

// True where the standard error goes to a terminal, so that somebody sees it at once.
bool errorIsTerminal();

} // namespace base
