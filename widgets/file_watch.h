// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "catalogue/layer.h"

#include <QObject>
#include <QThreadPool>
#include <QTimer>
#include <functional>
#include <vector>

namespace widgets {

// Looks whether files are still what they were: when the program comes to the front, when it is
// asked to, and every few seconds, since network drives and pulled sticks tell nothing by
// themselves. On a thread of its own: a drive that is gone may take a minute to say so.
class FileWatch : public QObject
{
    Q_OBJECT

public:
    struct File
    {
        base::Id id = 0;
        QString path;
        QByteArray stamp; // as it was read
        catalogue::FileState state = catalogue::FileState::Same;
    };
    // `files`: which ones, asked each time.
    explicit FileWatch(std::function<std::vector<File>()> files, QObject* parent = nullptr);
    ~FileWatch() override;

    void look();

Q_SIGNALS:
    void looked(const std::vector<FileWatch::File>& files);

private:
    std::function<std::vector<File>()> m_files;
    QTimer m_timer;
    QThreadPool m_pool;
    bool m_looking = false;
    bool m_again = false; // asked for while it looked
};

} // namespace widgets
