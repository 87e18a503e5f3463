// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/style_qml.h"

#include "base/error.h"
#include "geo/qml_symbol.h"
#include "geo/style_parts.h"
#include "geo/style_xml.h"
#include "geo/text.h"
#include <QHash>
#include <QRegularExpression>
#include <cmath>

namespace geo {

namespace {

constexpr double OpenBound = 1e300; // a range's bound beyond it is none

GeometryKind kindOf(const QString& symbolType)
{
    return symbolType == QLatin1String("marker") ? GeometryKind::Point
           : symbolType == QLatin1String("line") ? GeometryKind::Line
                                                 : GeometryKind::Polygon;
}

class Reader
{
public:
    Reader(const XmlNode& root, const QString& fileName)
        : m_root(root)
        , m_fileName(fileName)
        , m_leftOut(fileName)
    {
    }

    StyleFile read()
    {
        const XmlNode* renderer = m_root.child(u"renderer-v2");
        if (!renderer)
            throw base::Error(Text::tr("“%1” is a style of QGIS, but not one of features that are "
                                       "drawn by symbols. A picture’s colours are not read.")
                                  .arg(m_fileName));
        const QString type = renderer->attribute(u"type");
        readSymbols(*renderer);
        if (type == QLatin1String("singleSymbol"))
            readSingle();
        else if (type == QLatin1String("categorizedSymbol"))
            readCategories(*renderer);
        else if (type == QLatin1String("graduatedSymbol"))
            readRanges(*renderer);
        else if (type == QLatin1String("nullSymbol"))
            m_file.style.symbol.fill = m_file.style.symbol.stroke = std::nullopt;
        else
            throw base::Error(
                Text::tr(
                    "“%1”, line %2: QGIS draws this layer by “%3”, which Veta does not. Change "
                    "it there to a single symbol, categories or graduated colours, and save "
                    "the style again.")
                    .arg(m_fileName)
                    .arg(renderer->line)
                    .arg(type));
        readLabels();
        readLayer(*renderer);
        m_file.issues = m_leftOut.issues();
        return std::move(m_file);
    }

private:
    void readSymbols(const XmlNode& renderer)
    {
        if (const XmlNode* symbols = renderer.child(u"symbols"))
            for (const XmlNode* each : symbols->all(u"symbol")) {
                m_first = m_first ? m_first : each;
                m_symbols.insert(each->attribute(u"name"), each);
            }
        if (m_first)
            m_file.kind = kindOf(m_first->attribute(u"type"));
    }

    void readSingle()
    {
        const QmlSymbol read = readQmlSymbol(m_first, m_file.kind, {}, m_leftOut);
        m_file.style.symbol = read.symbol;
        if (read.colorField.isEmpty())
            return;
        m_file.style.kind = StyleKind::FromColorColumn;
        m_file.style.field = read.colorField;
        m_file.style.otherColor = carriedColor(read.symbol, m_file.kind);
    }

    // False, and all in one colour, where it is no field.
    bool readField(const XmlNode& renderer, StyleKind kind)
    {
        const QString attribute = renderer.attribute(u"attr");
        QString field = qmlField(attribute);
        // Names of fields may hold anything; an expression holds at least one of these.
        if (field.isEmpty() &&
            !attribute.contains(QRegularExpression(QStringLiteral("[(\"'+*/|=]"))))
            field = attribute;
        if (!field.isEmpty()) {
            m_file.style.kind = kind;
            m_file.style.field = field;
            return true;
        }
        m_leftOut.add(Text::tr("The classes follow the expression “%1”, not a field; all features "
                               "are drawn alike")
                          .arg(attribute),
                      renderer.line);
        readSingle();
        return false;
    }

    ReadClass classOf(const XmlNode& node)
    {
        ReadClass each;
        each.line = node.line;
        each.label = node.attribute(u"label");
        each.visible = node.attribute(u"render") != QLatin1String("false");
        return each;
    }

    void takeSymbol(const XmlNode& node, ReadClass& each)
    {
        const QmlSymbol read = readQmlSymbol(m_symbols.value(node.attribute(u"symbol")),
                                             m_file.kind, each.name(), m_leftOut);
        each.symbol = read.symbol;
        if (!read.colorField.isEmpty())
            m_leftOut.add(Text::tr("What each feature says for itself of “%1” is left out")
                              .arg(QStringLiteral("fillColor")),
                          node.line, each.name());
    }

    void readCategories(const XmlNode& renderer)
    {
        if (!readField(renderer, StyleKind::Categorised))
            return;
        std::vector<ReadClass> classes;
        if (const XmlNode* categories = renderer.child(u"categories"))
            for (const XmlNode* node : categories->all(u"category")) {
                ReadClass each = classOf(*node);
                for (const XmlNode* value : node->all(u"val"))
                    each.values.push_back(value->attribute(u"value"));
                if (each.values.empty())
                    each.values.push_back(node->attribute(u"value"));
                // QGIS takes what has no value for all that is in no other category.
                each.others =
                    each.values.size() == 1 && (each.values.front().isEmpty() ||
                                                node->attribute(u"type") == QLatin1String("NULL"));
                takeSymbol(*node, each);
                classes.push_back(std::move(each));
            }
        composeClasses(m_file, classes, m_leftOut);
    }

    void readRanges(const XmlNode& renderer)
    {
        if (!readField(renderer, StyleKind::Graduated))
            return;
        if (renderer.attribute(u"graduatedMethod") == QLatin1String("GraduatedSize"))
            m_leftOut.add(Text::tr("Classes by size are told apart by colour alone"),
                          renderer.line);
        std::vector<ReadClass> classes;
        if (const XmlNode* ranges = renderer.child(u"ranges"))
            for (const XmlNode* node : ranges->all(u"range")) {
                ReadClass each = classOf(*node);
                const auto bound = [&](QStringView name) {
                    bool good = false;
                    const double number = node->attribute(name).toDouble(&good);
                    return good && std::abs(number) < OpenBound ? std::optional(number)
                                                                : std::nullopt;
                };
                each.lower = bound(u"lower");
                each.upper = bound(u"upper");
                takeSymbol(*node, each);
                classes.push_back(std::move(each));
            }
        composeClasses(m_file, classes, m_leftOut);
        const XmlNode* method = renderer.child(u"classificationMethod");
        const QString id = method ? method->attribute(u"id") : QString();
        m_file.style.grading.method = id == QLatin1String("Jenks")      ? BreakMethod::Jenks
                                      : id == QLatin1String("Quantile") ? BreakMethod::Quantile
                                      : id == QLatin1String("EqualInterval")
                                          ? BreakMethod::EqualInterval
                                          : BreakMethod::ByHand;
    }

    void readLabels()
    {
        const XmlNode* labels = m_root.child(u"labeling");
        if (!labels || m_root.attribute(u"labelsEnabled") == QLatin1String("0"))
            return;
        const XmlNode* words = labels->path({u"settings", u"text-style"});
        if (labels->attribute(u"type") != QLatin1String("simple") || !words) {
            m_leftOut.add(Text::tr("Labels by rules are left out"), labels->line);
            return;
        }
        const QString said = words->attribute(u"fieldName");
        m_file.style.labelField =
            words->attribute(u"isExpression") == QLatin1String("1") ? qmlField(said) : said;
        if (m_file.style.labelField.isEmpty() && !said.isEmpty())
            m_leftOut.add(Text::tr("Labels by the expression “%1” are left out").arg(said),
                          words->line);
    }

    void readLayer(const XmlNode& renderer)
    {
        if (const XmlNode* opacity = m_root.child(u"layerOpacity")) {
            bool good = false;
            const double value = opacity->text.toDouble(&good);
            if (good && value >= 0 && value <= 1)
                m_file.opacity = value;
        }
        if (m_root.attribute(u"hasScaleBasedVisibilityFlag") == QLatin1String("1"))
            m_leftOut.add(Text::tr("The layer is shown at all scales"), m_root.line);
        if (const XmlNode* mode = m_root.child(u"blendMode");
            mode && !mode->text.isEmpty() && mode->text != QLatin1String("0"))
            m_leftOut.add(Text::tr("Blending with what lies below is left out"), mode->line);
        for (const QStringView name :
             {u"SingleCategoryDiagramRenderer", u"LinearlyInterpolatedDiagramRenderer",
              u"StackedDiagramRenderer"})
            if (const XmlNode* diagrams = m_root.child(name))
                m_leftOut.add(Text::tr("Diagrams are left out"), diagrams->line);
        if (const XmlNode* effect = renderer.child(u"effect");
            effect && effect->attribute(u"enabled") == QLatin1String("1"))
            m_leftOut.add(Text::tr("Drawing effects are left out"), effect->line);
    }

    const XmlNode& m_root;
    QString m_fileName;
    LeftOut m_leftOut;
    StyleFile m_file;
    QHash<QString, const XmlNode*> m_symbols; // by name
    const XmlNode* m_first = nullptr;
};

} // namespace

StyleFile readQml(const QByteArray& bytes, const QString& fileName)
{
    const XmlNode root = parseStyleXml(bytes, fileName);
    if (root.name != QLatin1String("qgis"))
        throw base::Error(Text::tr("“%1” is no style of QGIS (.qml).").arg(fileName));
    return Reader(root, fileName).read();
}

} // namespace geo
