// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

namespace base {

Error::Error(QString message, QString cause)
    : m_message(std::move(message))
    , m_cause(std::move(cause))
    , m_what((m_cause.isEmpty() ? m_message
                                : m_message + QStringLiteral(" (") + m_cause + QStringLiteral(")"))
                 .toUtf8())
{
}

} // namespace base
