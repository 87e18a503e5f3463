// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <atomic>
#include <functional>
#include <mutex>

namespace base {

// How long work tells what it is doing and hears that it should stop. The worker calls step() and
// check(); whoever started it reads or is told. Safe to cancel and to read from any thread.
class Progress
{
public:
    struct State
    {
        QString text;
        qint64 done = 0;
        qint64 total = 0; // 0: unknown
    };
    using Listener = std::function<void(const State&)>;

    Progress() = default;
    // The listener is called on whichever thread works, at most about 20 times a second.
    explicit Progress(Listener listener);
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void begin(const QString& text, qint64 total = 0);
    void advance(qint64 done);
    // Throws Cancelled once cancel() was called. Call it per block, at least ten times a second.
    void check() const;
    void cancel() { m_cancelled.store(true, std::memory_order_relaxed); }
    bool isCancelled() const { return m_cancelled.load(std::memory_order_relaxed); }
    State state() const;

private:
    void tell(bool always);

    Listener m_listener;
    std::atomic<bool> m_cancelled{false};
    mutable std::mutex m_mutex;
    State m_state;
    qint64 m_toldAtMs = 0;
};

} // namespace base
