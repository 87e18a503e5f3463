// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/style_xml.h"

#include "base/error.h"
#include "geo/style_file.h"
#include "geo/text.h"
#include <QXmlStreamReader>

namespace geo {

QString XmlNode::attribute(QStringView attributeName) const
{
    for (const auto& [each, value] : attributes)
        if (each == attributeName)
            return value;
    return {};
}

const XmlNode* XmlNode::child(QStringView childName) const
{
    for (const XmlNode& each : children)
        if (each.name == childName)
            return &each;
    return nullptr;
}

const XmlNode* XmlNode::path(std::initializer_list<QStringView> names) const
{
    const XmlNode* node = this;
    for (const QStringView each : names)
        if (node)
            node = node->child(each);
    return node;
}

std::vector<const XmlNode*> XmlNode::all(QStringView childName) const
{
    std::vector<const XmlNode*> found;
    for (const XmlNode& each : children)
        if (each.name == childName)
            found.push_back(&each);
    return found;
}

XmlNode parseStyleXml(const QByteArray& bytes, const QString& fileName)
{
    if (bytes.size() > LargestStyleFile)
        throw base::Error(
            Text::tr("“%1” is larger than a style can be (16 MB). Is it the right file?")
                .arg(fileName));
    QXmlStreamReader xml(bytes);
    const auto refuse = [&](const QString& cause) {
        throw base::Error(Text::tr("“%1” cannot be read as a style: line %2 is not as XML has it. "
                                   "Save the style anew in the program it comes from.")
                              .arg(fileName)
                              .arg(xml.lineNumber()),
                          cause);
    };
    std::vector<XmlNode> open(1); // the document itself, then the elements that have begun
    while (!xml.atEnd()) {
        switch (xml.readNext()) {
        case QXmlStreamReader::DTD:
            if (!xml.entityDeclarations().isEmpty())
                refuse(QStringLiteral("it declares entities"));
            break;
        case QXmlStreamReader::StartElement: {
            if (open.size() > DeepestXml)
                refuse(QStringLiteral("nested deeper than %1").arg(DeepestXml));
            XmlNode node;
            node.name = xml.name().toString();
            node.line = xml.lineNumber();
            for (const QXmlStreamAttribute& each : xml.attributes())
                node.attributes.emplace_back(each.name().toString(), each.value().toString());
            open.push_back(std::move(node));
            break;
        }
        case QXmlStreamReader::Characters:
            open.back().text += xml.text();
            break;
        case QXmlStreamReader::EndElement: {
            XmlNode node = std::move(open.back());
            open.pop_back();
            node.text = node.text.trimmed();
            open.back().children.push_back(std::move(node));
            break;
        }
        default:
            break;
        }
    }
    if (xml.hasError())
        refuse(xml.errorString());
    if (open.front().children.empty())
        refuse(QStringLiteral("it is empty"));
    return std::move(open.front().children.front());
}

QString xmlText(const QString& text)
{
    QString clean;
    clean.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar letter = text[i];
        const bool pair =
            letter.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (pair) {
            clean += letter;
            clean += text[++i];
        } else if (!letter.isSurrogate() && letter.unicode() < 0xfffe &&
                   (letter.unicode() >= 0x20 || letter == u'\t' || letter == u'\n')) {
            clean += letter;
        }
    }
    return clean;
}

} // namespace geo
