// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/issue.h"

namespace base {

namespace {
QString severityKey(Severity severity)
{
    switch (severity) {
    case Severity::Note:
        return QStringLiteral("note");
    case Severity::Warning:
        return QStringLiteral("warning");
    case Severity::Error:
        return QStringLiteral("error");
    }
    return {};
}
} // namespace

QString toText(const Issue& issue)
{
    QString place = issue.where.file;
    if (issue.where.line > 0)
        place += QStringLiteral(":%1").arg(issue.where.line);
    if (!issue.where.column.isEmpty())
        place += (place.isEmpty() ? QString() : QStringLiteral(": ")) + issue.where.column;
    return place.isEmpty() ? issue.text : place + QStringLiteral(": ") + issue.text;
}

QJsonObject toJson(const Issue& issue)
{
    QJsonObject object{{QStringLiteral("severity"), severityKey(issue.severity)},
                       {QStringLiteral("text"), issue.text}};
    if (!issue.where.file.isEmpty())
        object.insert(QStringLiteral("file"), issue.where.file);
    if (issue.where.line > 0)
        object.insert(QStringLiteral("line"), issue.where.line);
    if (!issue.where.column.isEmpty())
        object.insert(QStringLiteral("column"), issue.where.column);
    if (!issue.where.value.isEmpty())
        object.insert(QStringLiteral("value"), issue.where.value);
    return object;
}

} // namespace base
