// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/file_thread.h"

namespace widgets {

FileThread::FileThread()
    : m_context(new QObject)
{
    m_thread.setObjectName(QStringLiteral("project file"));
    m_context->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_context, &QObject::deleteLater);
    m_thread.start();
}

FileThread::~FileThread()
{
    post([](File& file) { file.reset(); });
    drain();
    m_thread.quit();
    m_thread.wait();
}

void FileThread::post(std::function<void(File&)> task)
{
    QMetaObject::invokeMethod(
        m_context, [this, task = std::move(task)] { task(m_file); }, Qt::QueuedConnection);
}

Executor FileThread::executor()
{
    return [this](std::function<void()> task) {
        QMetaObject::invokeMethod(m_context, std::move(task), Qt::QueuedConnection);
    };
}

void FileThread::drain()
{
    QMetaObject::invokeMethod(
        m_context, [] {}, Qt::BlockingQueuedConnection);
}

} // namespace widgets
