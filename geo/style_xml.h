// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringView>
#include <utility>
#include <vector>

namespace geo {

// An element of a style file, without its namespace.
struct XmlNode
{
    QString name;
    std::vector<std::pair<QString, QString>> attributes;
    QString text; // of its own, all of it, without white space at both ends
    std::vector<XmlNode> children;
    qint64 line = 0; // where it begins, from 1

    QString attribute(QStringView attributeName) const; // empty where it has none
    const XmlNode* child(QStringView childName) const;  // the first; nullptr: none
    const XmlNode* path(std::initializer_list<QStringView> names) const;
    std::vector<const XmlNode*> all(QStringView childName) const;
};

inline constexpr int DeepestXml = 64;

// Reads a style file. Entities are none of its business: a file that declares any is refused, as is
// one that nests deeper than DeepestXml. Throws base::Error naming the line.
XmlNode parseStyleXml(const QByteArray& bytes, const QString& fileName);

// Text that XML can hold: without control characters and halves of pairs.
QString xmlText(const QString& text);

} // namespace geo
