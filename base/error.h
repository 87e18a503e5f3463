// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <exception>

namespace base {

// What went wrong, said twice: message() for the person (translated where it is thrown; what
// happened, to what, what to do next) and cause() for the log (the library's own words).
class Error : public std::exception
{
public:
    explicit Error(QString message, QString cause = {});

    const QString& message() const { return m_message; }
    const QString& cause() const { return m_cause; }
    const char* what() const noexcept override { return m_what.constData(); }

private:
    QString m_message;
    QString m_cause;
    QByteArray m_what;
};

// Thrown by Progress::check() when the person asked to stop. Not an Error: nothing is wrong,
// and whoever catches it says so quietly. What was being done is left as it was before.
class Cancelled : public std::exception
{
public:
    const char* what() const noexcept override { return "cancelled"; }
};

} // namespace base
