// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/sld_symbol.h"

#include "geo/text.h"
#include <QHash>
#include <cmath>
#include <utility>

namespace geo {

namespace {

// As the standards have them where a file says nothing.
const QColor PlainFill(0x80, 0x80, 0x80);
const QColor PlainStroke(0, 0, 0);
constexpr double PlainWidth = 1;
constexpr double PlainSize = 6;

// The marks that fill an area as a hatch: as GeoServer has them, and as QGIS writes them.
Hatch hatchOf(const XmlNode* fill)
{
    const XmlNode* name =
        fill ? fill->path({u"GraphicFill", u"Graphic", u"Mark", u"WellKnownName"}) : nullptr;
    if (!name)
        return Hatch::None;
    static const QHash<QString, Hatch> known{
        {QStringLiteral("horline"), Hatch::Horizontal},
        {QStringLiteral("line"), Hatch::Vertical},
        {QStringLiteral("vertline"), Hatch::Vertical},
        {QStringLiteral("slash"), Hatch::Rising},
        {QStringLiteral("backslash"), Hatch::Falling},
        {QStringLiteral("backshash"), Hatch::Falling}, // QGIS reads no other
        {QStringLiteral("cross"), Hatch::Cross},
        {QStringLiteral("plus"), Hatch::Cross},
        {QStringLiteral("x"), Hatch::DiagonalCross},
        {QStringLiteral("times"), Hatch::DiagonalCross},
        {QStringLiteral("circle"), Hatch::Dots},
        {QStringLiteral("dot"), Hatch::Dots},
    };
    QString plain = name->text;
    if (plain.startsWith(QLatin1String("shape://")))
        plain.remove(0, 8);
    return known.value(plain, Hatch::None);
}

class SymbolReader
{
public:
    SymbolReader(const QString& whose, LeftOut& leftOut)
        : m_whose(whose)
        , m_leftOut(leftOut)
    {
    }

    SldSymbol read(const XmlNode& rule)
    {
        for (const XmlNode& each : rule.children) {
            if (each.name == QLatin1String("TextSymbolizer"))
                readLabel(each);
            else if (each.name == QLatin1String("RasterSymbolizer"))
                m_leftOut.add(Text::tr("What is drawn of pictures is left out"), each.line,
                              m_whose);
            else if (each.name == QLatin1String("PolygonSymbolizer"))
                readArea(each);
            else if (each.name == QLatin1String("LineSymbolizer"))
                readLine(each);
            else if (each.name == QLatin1String("PointSymbolizer"))
                readPoint(each);
        }
        const Symbol& symbol = m_read.symbol;
        const auto clear = [](const std::optional<QColor>& color) {
            return !color || color->alpha() == 0;
        };
        const bool hatched = symbol.hatch != Hatch::None;
        m_read.isClear = (symbol.fill || symbol.stroke || hatched) && clear(symbol.fill) &&
                         clear(symbol.stroke) && (!hatched || clear(symbol.hatchColor)) &&
                         m_read.colorField.isEmpty();
        if (m_read.isClear) { // its colour is kept for when it is shown
            m_read.symbol.hatchColor.setAlpha(255);
            for (std::optional<QColor>* color : {&m_read.symbol.fill, &m_read.symbol.stroke})
                if (*color)
                    (*color)->setAlpha(255);
        }
        return m_read;
    }

private:
    // Of SvgParameter or CssParameter; a literal, or the name of a property.
    struct Value
    {
        QString text;
        QString property;
    };

    static Value valueOf(const XmlNode& node)
    {
        if (const XmlNode* property = node.child(u"PropertyName"))
            return {{}, property->text};
        const XmlNode* literal = node.child(u"Literal");
        return {literal ? literal->text : node.text, {}};
    }

    std::optional<Value> parameter(const XmlNode& node, QStringView name) const
    {
        for (const XmlNode& each : node.children)
            if ((each.name == QLatin1String("SvgParameter") ||
                 each.name == QLatin1String("CssParameter")) &&
                each.attribute(u"name") == name)
                return valueOf(each);
        return std::nullopt;
    }

    double numberOf(const XmlNode& node, const std::optional<Value>& value, double otherwise)
    {
        if (!value)
            return otherwise;
        bool good = false;
        const double number = value->text.toDouble(&good);
        if (good && std::isfinite(number))
            return number;
        m_leftOut.add(Text::tr("A number that each feature says for itself is left out"), node.line,
                      m_whose);
        return otherwise;
    }

    // A length; on the ground it cannot be kept.
    double lengthOf(const XmlNode& node, const std::optional<Value>& value, double otherwise)
    {
        if (m_onGround && value) {
            m_leftOut.add(Text::tr("A size in map units becomes one on paper"), node.line, m_whose);
            return otherwise;
        }
        return numberOf(node, value, otherwise);
    }

    std::optional<QColor> colorOf(const XmlNode& node, const char16_t* name,
                                  const char16_t* opacity, const QColor& otherwise)
    {
        QColor color = otherwise;
        if (const std::optional<Value> value = parameter(node, QStringView(name))) {
            const QColor stated(value->text);
            if (!value->property.isEmpty())
                m_read.colorField = value->property;
            else if (stated.isValid())
                color = stated;
        }
        return withOpacity(color, numberOf(node, parameter(node, QStringView(opacity)), 1));
    }

    void readFill(const XmlNode* fill, Symbol& symbol)
    {
        symbol.fill.reset();
        if (!fill)
            return;
        const Hatch hatch = m_read.kind == GeometryKind::Polygon ? hatchOf(fill) : Hatch::None;
        if (fill->child(u"GraphicFill") && hatch == Hatch::None)
            m_leftOut.add(Text::tr("A hatch becomes an even colour"), fill->line, m_whose);
        const XmlNode* mark = fill->path({u"GraphicFill", u"Graphic", u"Mark"});
        const XmlNode* line = mark ? mark->child(u"Stroke") : nullptr;
        const XmlNode* spot = mark ? mark->child(u"Fill") : nullptr;
        if (spot)
            symbol.fill = colorOf(*spot, u"fill", u"fill-opacity", PlainFill);
        else if (line)
            symbol.fill = colorOf(*line, u"stroke", u"stroke-opacity", PlainFill);
        else
            symbol.fill = colorOf(*fill, u"fill", u"fill-opacity", PlainFill);
        symbol.hatch = hatch;
        if (hatch != Hatch::None)
            symbol.hatchColor = *std::exchange(symbol.fill, std::nullopt);
    }

    // Over an area that is there already.
    void readHatch(const XmlNode& fill)
    {
        Symbol hatched;
        readFill(&fill, hatched);
        m_read.symbol.hatch = hatched.hatch;
        m_read.symbol.hatchColor = hatched.hatchColor;
    }

    void readStroke(const XmlNode* stroke, Symbol& symbol)
    {
        symbol.stroke.reset();
        if (!stroke)
            return;
        if (stroke->child(u"GraphicStroke") || stroke->child(u"GraphicFill"))
            m_leftOut.add(Text::tr("A line made of symbols becomes a plain one"), stroke->line,
                          m_whose);
        symbol.stroke = colorOf(*stroke, u"stroke", u"stroke-opacity", PlainStroke);
        symbol.strokeWidth =
            boundedWidth(lengthOf(*stroke, parameter(*stroke, u"stroke-width"), PlainWidth));
        symbol.dash = Dash::Solid;
        if (const std::optional<Value> dashes = parameter(*stroke, u"stroke-dasharray")) {
            std::vector<double> pattern;
            for (const QString& part : dashes->text.simplified().split(u' ', Qt::SkipEmptyParts))
                pattern.push_back(part.toDouble());
            symbol.dash = nearestDash(pattern);
        }
    }

    void setUnit(const XmlNode& symbolizer)
    {
        const QString unit = symbolizer.attribute(u"uom");
        m_onGround = unit.endsWith(QLatin1String("metre")) || unit.endsWith(QLatin1String("foot"));
    }

    // Whether this symbol is the first of its rule; what comes after it is drawn over it.
    bool begins(GeometryKind kind, const XmlNode& node)
    {
        if (m_read.kind == GeometryKind::None) {
            m_read.kind = kind;
            return true;
        }
        m_leftOut.add(Text::tr("Only the first symbol of a rule is read"), node.line, m_whose);
        return false;
    }

    void readArea(const XmlNode& node)
    {
        setUnit(node);
        const bool outline =
            m_read.kind == GeometryKind::Polygon && !m_read.symbol.stroke && !node.child(u"Fill");
        if (outline)
            readStroke(node.child(u"Stroke"), m_read.symbol);
        else if (m_read.kind == GeometryKind::Polygon && m_read.symbol.hatch == Hatch::None &&
                 hatchOf(node.child(u"Fill")) != Hatch::None)
            readHatch(*node.child(u"Fill"));
        else if (begins(GeometryKind::Polygon, node)) {
            readFill(node.child(u"Fill"), m_read.symbol);
            readStroke(node.child(u"Stroke"), m_read.symbol);
        }
    }

    void readLine(const XmlNode& node)
    {
        setUnit(node);
        if (m_read.kind == GeometryKind::Polygon && !m_read.symbol.stroke) {
            readStroke(node.child(u"Stroke"), m_read.symbol); // the outline of its areas
        } else if (m_read.kind == GeometryKind::Line && readInCasing(node)) {
            // the line over a wider one
        } else if (begins(GeometryKind::Line, node)) {
            m_read.symbol.fill.reset();
            readStroke(node.child(u"Stroke"), m_read.symbol);
        }
        if (node.child(u"PerpendicularOffset"))
            m_leftOut.add(Text::tr("Turning and shifting of symbols is left out"), node.line,
                          m_whose);
    }

    // Whether the line read before is the wider one below this.
    bool readInCasing(const XmlNode& node)
    {
        const Symbol below = m_read.symbol;
        if (below.casing || !below.stroke || below.dash != Dash::Solid)
            return false;
        Symbol above = below;
        readStroke(node.child(u"Stroke"), above);
        if (!above.stroke || above.strokeWidth >= below.strokeWidth)
            return false;
        above.casing = below.stroke;
        above.casingWidth = boundedWidth((below.strokeWidth - above.strokeWidth) / 2);
        m_read.symbol = above;
        return true;
    }

    void readPoint(const XmlNode& node)
    {
        setUnit(node);
        if (!begins(GeometryKind::Point, node))
            return;
        Symbol& symbol = m_read.symbol;
        symbol.pointSize = PlainSize;
        const XmlNode* graphic = node.child(u"Graphic");
        const XmlNode* mark = graphic ? graphic->child(u"Mark") : nullptr;
        if (!mark) {
            symbol.fill = PlainFill;
            symbol.stroke = PlainStroke;
            m_leftOut.add(Text::tr("A picture as a symbol becomes a circle"), node.line, m_whose);
        } else {
            readMark(*mark, symbol);
        }
        if (!graphic)
            return;
        if (const XmlNode* size = graphic->child(u"Size"))
            symbol.pointSize = boundedSize(lengthOf(*size, valueOf(*size), PlainSize));
        if (const XmlNode* opacity = graphic->child(u"Opacity")) {
            const double share = numberOf(*opacity, valueOf(*opacity), 1);
            for (std::optional<QColor>* color : {&symbol.fill, &symbol.stroke})
                if (*color)
                    *color = withOpacity(**color, share);
        }
        const XmlNode* turned = graphic->child(u"Rotation");
        if ((turned && turned->text != QLatin1String("0")) || graphic->child(u"Displacement"))
            m_leftOut.add(Text::tr("Turning and shifting of symbols is left out"), graphic->line,
                          m_whose);
    }

    void readMark(const XmlNode& mark, Symbol& symbol)
    {
        const XmlNode* named = mark.child(u"WellKnownName");
        const QString name = named ? named->text : QStringLiteral("square");
        symbol.shape = name == QLatin1String("square") || name.isEmpty() ? PointShape::Square
                       : name == QLatin1String("triangle")               ? PointShape::Triangle
                       : name == QLatin1String("diamond")                ? PointShape::Diamond
                       : name == QLatin1String("cross") || name == QLatin1String("cross_fill")
                           ? PointShape::Cross
                           : PointShape::Circle;
        if (symbol.shape == PointShape::Circle && name != QLatin1String("circle"))
            m_leftOut.add(Text::tr("The shape “%1” becomes a circle").arg(name), mark.line,
                          m_whose);
        const bool plain = !mark.child(u"Fill") && !mark.child(u"Stroke");
        readFill(mark.child(u"Fill"), symbol);
        readStroke(mark.child(u"Stroke"), symbol);
        if (plain) {
            symbol.fill = PlainFill;
            symbol.stroke = PlainStroke;
            symbol.strokeWidth = PlainWidth;
        }
    }

    void readLabel(const XmlNode& node)
    {
        const XmlNode* label = node.child(u"Label");
        const XmlNode* property = label ? label->child(u"PropertyName") : nullptr;
        const bool alone = property && label->children.size() == 1 && label->text.isEmpty();
        if (alone)
            m_read.labelField = property->text;
        else
            m_leftOut.add(Text::tr("Labels that are not one field alone are left out"), node.line,
                          m_whose);
    }

    QString m_whose;
    LeftOut& m_leftOut;
    SldSymbol m_read;
    bool m_onGround = false;
};

} // namespace

SldSymbol readSldSymbol(const XmlNode& rule, const QString& whose, LeftOut& leftOut)
{
    return SymbolReader(whose, leftOut).read(rule);
}

} // namespace geo
