// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <atomic>
#include <future>
#include <thread>

namespace catalogue {

// The SHA-256 of a file's bytes in hexadecimal, worked out on a thread of its own while the bytes
// are read already. Internal to the tables of an import.
class LateDigest
{
public:
    explicit LateDigest(const QString& known);
    explicit LateDigest(QByteArray bytes); // which are let go as soon as it is known
    ~LateDigest();                         // breaks off what nobody waits for
    LateDigest(const LateDigest&) = delete;
    LateDigest& operator=(const LateDigest&) = delete;

    QString get() const { return m_digest.get(); } // waits

private:
    std::atomic<bool> m_isUnwanted = false;
    std::promise<QString> m_promise;
    std::shared_future<QString> m_digest = m_promise.get_future().share();
    std::thread m_thread;
};

} // namespace catalogue
