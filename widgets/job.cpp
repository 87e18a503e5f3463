// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/job.h"

#include <QCoreApplication>
#include <QThreadPool>

#include <algorithm>

namespace widgets {

QString noMemoryMessage()
{
    return QCoreApplication::translate(
        "Jobs", "There is not enough memory for this. Close other programs and try again. Nothing "
                "was changed.");
}

QString unexpectedMessage()
{
    return QCoreApplication::translate(
        "Jobs", "Something went wrong that the program did not expect. Nothing was changed; the "
                "log says more.");
}

Executor threadPool()
{
    return
        [](std::function<void()> task) { QThreadPool::globalInstance()->start(std::move(task)); };
}

Jobs::Jobs(QObject* parent)
    : QObject(parent)
{
}

Jobs::~Jobs()
{
    cancelAll();
    QThreadPool::globalInstance()->waitForDone();
    // What finished meanwhile waits in the event queue with a pointer to this object.
    QCoreApplication::removePostedEvents(this);
}

std::vector<Jobs::Running> Jobs::running() const
{
    std::vector<Running> shown;
    std::copy_if(m_running.begin(), m_running.end(), std::back_inserter(shown),
                 [](const Running& job) { return !job.title.isEmpty(); });
    return shown;
}

void Jobs::cancelAll()
{
    for (const Running& job : m_running)
        job.progress->cancel();
}

quint64 Jobs::begin(const QString& title, const std::shared_ptr<base::Progress>& progress)
{
    m_running.push_back({++m_next, title, progress});
    if (!title.isEmpty())
        Q_EMIT changed();
    return m_next;
}

void Jobs::finish(std::function<void()> task)
{
    QMetaObject::invokeMethod(this, std::move(task), Qt::QueuedConnection);
}

void Jobs::end(quint64 id)
{
    const auto job = std::find_if(m_running.begin(), m_running.end(),
                                  [&](const Running& candidate) { return candidate.id == id; });
    if (job == m_running.end())
        return;
    const bool shown = !job->title.isEmpty();
    m_running.erase(job);
    if (shown)
        Q_EMIT changed();
}

} // namespace widgets
