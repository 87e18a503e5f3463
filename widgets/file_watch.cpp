// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/file_watch.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <utility>

namespace widgets {

namespace {

constexpr int EveryMs = 5000;

} // namespace

FileWatch::FileWatch(std::function<std::vector<File>()> files, QObject* parent)
    : QObject(parent)
    , m_files(std::move(files))
{
    m_pool.setMaxThreadCount(1);
    m_timer.setInterval(EveryMs);
    m_timer.start();
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (QGuiApplication::applicationState() == Qt::ApplicationActive)
            look();
    });
    if (auto* program = qobject_cast<QGuiApplication*>(QCoreApplication::instance()))
        connect(program, &QGuiApplication::applicationStateChanged, this,
                [this](Qt::ApplicationState state) {
                    if (state == Qt::ApplicationActive)
                        look();
                });
}

FileWatch::~FileWatch()
{
    m_pool.waitForDone();
}

void FileWatch::look()
{
    m_again = m_looking;
    if (m_looking)
        return;
    std::vector<File> files = m_files();
    if (files.empty())
        return;
    m_looking = true;
    m_pool.start([this, files = std::move(files)]() mutable {
        for (File& file : files)
            file.state = catalogue::fileState(file.path, file.stamp);
        QMetaObject::invokeMethod(this, [this, files = std::move(files)] {
            m_looking = false;
            Q_EMIT looked(files);
            if (m_again)
                look();
        });
    });
}

} // namespace widgets
