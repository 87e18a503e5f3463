// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/proj_handle.h"

#include <QRegularExpression>
#include <proj.h>

namespace geo {

void ProjDeleter::operator()(PJconsts* object) const
{
    proj_destroy(object);
}

void ProjDeleter::operator()(pj_ctx* context) const
{
    proj_context_destroy(context);
}

ProjContext::ProjContext()
    : m_context(proj_context_create())
{
    proj_context_set_enable_network(m_context.get(), 0);
    proj_context_use_proj4_init_rules(m_context.get(), 0);
    proj_log_func(m_context.get(), &m_complaint, [](void* data, int level, const char* text) {
        if (level == PJ_LOG_ERROR)
            *static_cast<QString*>(data) = QString::fromUtf8(text);
    });
}

ProjObject ProjContext::create(const QString& definition)
{
    m_complaint.clear();
    return ProjObject(proj_create(m_context.get(), definition.toUtf8().constData()));
}

QString ProjContext::complaint() const
{
    if (!m_complaint.isEmpty())
        return m_complaint;
    const int number = proj_context_errno(m_context.get());
    return number == 0 ? QString()
                       : QString::fromUtf8(proj_context_errno_string(m_context.get(), number));
}

bool namesForeignFile(const QString& definition)
{
    // In PROJ strings (+nadgrids=, +grids=, +file=, +model=, +init=) and in WKT's PARAMETERFILE.
    static const QRegularExpression named(
        QStringLiteral("(?:\\b(?:nadgrids|geoidgrids|grids|xy_grids|z_grids|file|model|init)\\s*="
                       "\\s*[^\\s\"]*|PARAMETERFILE\\s*[\\[(]\\s*\"[^\"]*\"\\s*,\\s*\"[^\"]*)"
                       "[/\\\\]"),
        QRegularExpression::CaseInsensitiveOption);
    return named.match(definition).hasMatch();
}

} // namespace geo
