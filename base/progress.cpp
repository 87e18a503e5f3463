// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/progress.h"

#include "base/error.h"

#include <chrono>

namespace base {

namespace {
constexpr qint64 MillisecondsBetweenCalls = 50;

qint64 nowMs()
{
    using namespace std::chrono;
    return duration_cast<milliseconds>(steady_clock::now().time_since_epoch()).count();
}
} // namespace

Progress::Progress(Listener listener)
    : m_listener(std::move(listener))
{
}

void Progress::begin(const QString& text, qint64 total)
{
    check();
    {
        const std::scoped_lock lock(m_mutex);
        m_state = {text, 0, total};
    }
    tell(true);
}

void Progress::advance(qint64 done)
{
    check();
    {
        const std::scoped_lock lock(m_mutex);
        m_state.done = done;
    }
    tell(false);
}

void Progress::check() const
{
    if (isCancelled())
        throw Cancelled();
}

Progress::State Progress::state() const
{
    const std::scoped_lock lock(m_mutex);
    return m_state;
}

void Progress::tell(bool always)
{
    if (!m_listener)
        return;
    State state;
    {
        const std::scoped_lock lock(m_mutex);
        const qint64 now = nowMs();
        if (!always && now - m_toldAtMs < MillisecondsBetweenCalls)
            return;
        m_toldAtMs = now;
        state = m_state;
    }
    m_listener(state);
}

} // namespace base
