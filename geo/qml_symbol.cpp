// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/qml_symbol.h"

#include "geo/styled_features.h"
#include "geo/text.h"
#include <QHash>
#include <QRegularExpression>
#include <array>
#include <cmath>
#include <utility>

namespace geo {

namespace {

// The properties of a symbol layer: <Option name= value=/> since 3.0, <prop k= v=/> before.
class Properties
{
public:
    explicit Properties(const XmlNode& node)
    {
        for (const XmlNode* each : node.all(u"prop"))
            m_values.insert(each->attribute(u"k"), each->attribute(u"v"));
        if (const XmlNode* map = node.child(u"Option"))
            for (const XmlNode* each : map->all(u"Option"))
                m_values.insert(each->attribute(u"name"), each->attribute(u"value"));
    }

    QString text(const char* key) const { return m_values.value(QLatin1String(key)); }
    bool has(const char* key) const { return m_values.contains(QLatin1String(key)); }
    std::optional<double> number(const char* key) const
    {
        bool good = false;
        const double number = text(key).toDouble(&good);
        return good && std::isfinite(number) ? std::optional(number) : std::nullopt;
    }
    // "R,G,B,A", what newer versions write behind that, or a name of Qt's.
    std::optional<QColor> color(const char* key) const
    {
        const QStringList parts = text(key).split(u',');
        if (parts.size() < 3) {
            const QColor color(text(key));
            return color.isValid() ? std::optional(color) : std::nullopt;
        }
        std::array<int, 4> channels{0, 0, 0, 255};
        for (qsizetype i = 0; i < std::min<qsizetype>(4, parts.size()); ++i) {
            bool good = false;
            channels[std::size_t(i)] = parts[i].trimmed().toInt(&good);
            if (!good || channels[std::size_t(i)] < 0 || channels[std::size_t(i)] > 255)
                return std::nullopt;
        }
        return QColor(channels[0], channels[1], channels[2], channels[3]);
    }

private:
    QHash<QString, QString> m_values;
};

// A brush of SimpleFill; one of even colour is none.
Hatch hatchOf(const QString& brush)
{
    static const QHash<QString, Hatch> known{
        {QStringLiteral("horizontal"), Hatch::Horizontal},
        {QStringLiteral("vertical"), Hatch::Vertical},
        {QStringLiteral("b_diagonal"), Hatch::Rising},
        {QStringLiteral("f_diagonal"), Hatch::Falling},
        {QStringLiteral("cross"), Hatch::Cross},
        {QStringLiteral("diagonal_x"), Hatch::DiagonalCross},
    };
    return known.value(brush, Hatch::None);
}

// The nearest to lines that rise by so many degrees.
Hatch hatchAt(double degrees)
{
    constexpr std::array<Hatch, 4> Ways{Hatch::Horizontal, Hatch::Rising, Hatch::Vertical,
                                        Hatch::Falling};
    const double way = std::isfinite(degrees) ? std::fmod(std::fmod(degrees, 180) + 180, 180) : 0;
    return Ways[std::size_t(std::lround(way / 45)) % Ways.size()];
}

std::optional<PointShape> shapeOf(const QString& name)
{
    if (name == QLatin1String("circle"))
        return PointShape::Circle;
    if (name == QLatin1String("square") || name == QLatin1String("rectangle"))
        return PointShape::Square;
    if (name == QLatin1String("triangle") || name == QLatin1String("equilateral_triangle"))
        return PointShape::Triangle;
    if (name == QLatin1String("diamond"))
        return PointShape::Diamond;
    if (name == QLatin1String("cross_fill") || name == QLatin1String("cross"))
        return PointShape::Cross;
    return std::nullopt;
}

class SymbolReader
{
public:
    SymbolReader(GeometryKind kind, const QString& whose, LeftOut& leftOut)
        : m_kind(kind)
        , m_whose(whose)
        , m_leftOut(leftOut)
    {
    }

    QmlSymbol read(const XmlNode* node)
    {
        if (m_kind == GeometryKind::Line)
            m_read.symbol.fill.reset();
        if (!node)
            return m_read;
        bool alphaGood = false;
        const double stated = node->attribute(u"alpha").toDouble(&alphaGood);
        const double alpha = alphaGood ? stated : 1;
        bool found = false;
        int number = 0;
        std::optional<QColor> instead; // of a symbol layer that is none of ours
        for (const XmlNode* layer : node->all(u"layer")) {
            ++number;
            if (layer->attribute(u"enabled") == QLatin1String("0"))
                continue;
            if (const XmlNode* effect = layer->child(u"effect");
                effect && effect->attribute(u"enabled") == QLatin1String("1"))
                m_leftOut.add(Text::tr("Drawing effects are left out"), effect->line, m_whose);
            const QString type = layer->attribute(u"class");
            if (found ? readOver(*layer, alpha) : readSymbolLayer(*layer, alpha)) {
                found = true;
            } else {
                m_leftOut.add(Text::tr("Symbol layer %1, “%2”, is left out").arg(number).arg(type),
                              layer->line, m_whose);
                if (!instead)
                    instead = Properties(*layer).color("color");
            }
        }
        if (instead && m_kind == GeometryKind::Line && !found)
            m_read.symbol.stroke = withOpacity(*instead, alpha);
        else if (instead && m_kind != GeometryKind::Line &&
                 (!found || (!m_read.symbol.fill && m_read.symbol.hatch == Hatch::None)))
            m_read.symbol.fill = withOpacity(*instead, alpha);
        return m_read;
    }

private:
    double pixels(const Properties& values, const char* key, double otherwise, qint64 line)
    {
        const std::optional<double> number = values.number(key);
        const QString unit = values.text((QByteArray(key) + "_unit").constData()).toLower();
        if (!number)
            return otherwise;
        if (unit.isEmpty() || unit == QLatin1String("mm"))
            return *number * PixelsPerMillimetre;
        if (unit == QLatin1String("pixel") || unit == QLatin1String("pixels"))
            return *number;
        if (unit == QLatin1String("point") || unit == QLatin1String("points"))
            return *number * PixelsPerPoint;
        if (unit == QLatin1String("inch") || unit == QLatin1String("inches"))
            return *number * 96;
        m_leftOut.add(Text::tr("A size in map units becomes one on paper"), line, m_whose);
        return otherwise;
    }

    // A pen: the keys are those of a fill's outline, a marker's or a line's.
    void readPen(const Properties& values, const char* color, const char* width, const char* dash,
                 double alpha, Symbol& symbol, qint64 line)
    {
        const QString words = values.text(dash);
        const std::optional<QColor> own = values.color(color);
        if (words == QLatin1String("no") || !own) {
            symbol.stroke.reset();
            return;
        }
        symbol.stroke = withOpacity(*own, alpha);
        const double thick = pixels(values, width, symbol.strokeWidth, line);
        symbol.strokeWidth = thick == 0 ? 1 : boundedWidth(thick);
        symbol.dash = words == QLatin1String("dash")       ? Dash::Dashed
                      : words == QLatin1String("dot")      ? Dash::Dotted
                      : words == QLatin1String("dash dot") ? Dash::DashDotted
                                                           : Dash::Solid;
        const QString custom = values.text("customdash");
        const bool hasCustom = values.text("use_custom_dash") == QLatin1String("1");
        if (words == QLatin1String("dash dot dot"))
            symbol.dash = Dash::DashDotted;
        if (hasCustom) {
            std::vector<double> pattern;
            for (const QString& part : custom.split(u';'))
                pattern.push_back(part.toDouble());
            symbol.dash = nearestDash(pattern);
        }
        if (hasCustom || words == QLatin1String("dash dot dot"))
            m_leftOut.add(Text::tr("A pattern of dashes is drawn by the nearest of Veta’s own"),
                          line, m_whose);
    }

    void noteDisplacement(const Properties& values, qint64 line)
    {
        const QString offset = values.text("offset");
        const bool moved =
            !offset.isEmpty() && offset != QLatin1String("0") && offset != QLatin1String("0,0");
        if (moved || values.number("angle").value_or(0) != 0)
            m_leftOut.add(Text::tr("Turning and shifting of symbols is left out"), line, m_whose);
    }

    // What lies over the first symbol layer: an outline or a hatch of areas, the line in a casing.
    bool readOver(const XmlNode& layer, double alpha)
    {
        const QString type = layer.attribute(u"class");
        Symbol& symbol = m_read.symbol;
        const Symbol below = symbol;
        const bool line = type == QLatin1String("SimpleLine");
        if (m_kind == GeometryKind::Polygon && line && !below.stroke) {
            readSymbolLayer(layer, alpha);
            symbol.fill = below.fill;
            return true;
        }
        if (m_kind == GeometryKind::Polygon && !line && below.hatch == Hatch::None &&
            readSymbolLayer(layer, alpha)) {
            const bool hatched = symbol.hatch != Hatch::None;
            const Symbol above = std::exchange(symbol, below);
            symbol.hatch = above.hatch;
            symbol.hatchColor = above.hatchColor;
            if (hatched && above.stroke) {
                symbol.stroke = above.stroke;
                symbol.strokeWidth = above.strokeWidth;
                symbol.dash = above.dash;
            }
            return hatched;
        }
        if (m_kind == GeometryKind::Line && line && !below.casing && below.dash == Dash::Solid &&
            below.stroke && readSymbolLayer(layer, alpha)) {
            if (symbol.stroke && symbol.strokeWidth < below.strokeWidth) {
                symbol.casing = below.stroke;
                symbol.casingWidth = boundedWidth((below.strokeWidth - symbol.strokeWidth) / 2);
                return true;
            }
            symbol = below;
        }
        return false;
    }

    // Rows of lines or of marks.
    void readPattern(const XmlNode& layer, const Properties& values, double alpha)
    {
        const bool lines = layer.attribute(u"class") == QLatin1String("LinePatternFill");
        Symbol& symbol = m_read.symbol;
        symbol.fill.reset();
        symbol.stroke.reset();
        const char* turn = values.has("line_angle") ? "line_angle" : "angle"; // before 3.0
        symbol.hatch = lines ? hatchAt(values.number(turn).value_or(0)) : Hatch::Dots;
        std::optional<QColor> color = values.color("color");
        // The marks have their own colour, in a symbol of their own.
        if (const XmlNode* own = layer.path({u"symbol", u"layer"})) {
            const Properties inner(*own);
            const std::optional<QColor> stated =
                inner.color(lines && inner.has("line_color") ? "line_color" : "color");
            color = stated ? stated : color;
        }
        symbol.hatchColor = withOpacity(color.value_or(symbol.hatchColor), alpha);
        m_leftOut.add(Text::tr("A pattern is drawn by the nearest of Veta’s own hatches"),
                      layer.line, m_whose);
    }

    bool readSymbolLayer(const XmlNode& layer, double alpha)
    {
        const Properties values(layer);
        const QString type = layer.attribute(u"class");
        Symbol& symbol = m_read.symbol;
        if (type == QLatin1String("SimpleFill")) {
            const QString brush = values.text("style");
            symbol.fill = brush == QLatin1String("no") ? std::nullopt : values.color("color");
            if (symbol.fill)
                symbol.fill = withOpacity(*symbol.fill, alpha);
            symbol.hatch = hatchOf(brush);
            if (symbol.hatch != Hatch::None)
                symbol.hatchColor =
                    std::exchange(symbol.fill, std::nullopt).value_or(symbol.hatchColor);
            else if (symbol.fill && !brush.isEmpty() && brush != QLatin1String("solid"))
                m_leftOut.add(Text::tr("A hatch becomes an even colour"), layer.line, m_whose);
            const bool old = values.has("color_border"); // before 2.2
            readPen(values, old ? "color_border" : "outline_color",
                    old ? "width_border" : "outline_width", old ? "style_border" : "outline_style",
                    alpha, symbol, layer.line);
        } else if (m_kind == GeometryKind::Polygon && (type == QLatin1String("LinePatternFill") ||
                                                       type == QLatin1String("PointPatternFill"))) {
            readPattern(layer, values, alpha);
            return true;
        } else if (type == QLatin1String("SimpleLine")) {
            symbol.fill.reset();
            const bool old = values.has("penstyle");
            readPen(values, old ? "color" : "line_color", old ? "width" : "line_width",
                    old ? "penstyle" : "line_style", alpha, symbol, layer.line);
        } else if (type == QLatin1String("SimpleMarker")) {
            symbol.fill = values.color("color");
            if (symbol.fill)
                symbol.fill = withOpacity(*symbol.fill, alpha);
            const bool old = values.has("color_border");
            readPen(values, old ? "color_border" : "outline_color", "outline_width",
                    "outline_style", alpha, symbol, layer.line);
            symbol.pointSize = boundedSize(pixels(values, "size", symbol.pointSize, layer.line));
            const std::optional<PointShape> shape = shapeOf(values.text("name"));
            symbol.shape = shape.value_or(PointShape::Circle);
            if (!shape)
                m_leftOut.add(Text::tr("The shape “%1” becomes a circle").arg(values.text("name")),
                              layer.line, m_whose);
        } else {
            return false;
        }
        noteDisplacement(values, layer.line);
        noteDataDefined(layer);
        return true;
    }

    // What each feature says for itself.
    void noteDataDefined(const XmlNode& layer)
    {
        const XmlNode* map = layer.path({u"data_defined_properties", u"Option"});
        if (!map)
            return;
        for (const XmlNode* each : map->all(u"Option")) {
            if (each->attribute(u"name") != QLatin1String("properties"))
                continue;
            for (const XmlNode* property : each->all(u"Option")) {
                QHash<QString, QString> own;
                for (const XmlNode* value : property->all(u"Option"))
                    own.insert(value->attribute(u"name"), value->attribute(u"value"));
                if (own.value(QStringLiteral("active")) != QLatin1String("true"))
                    continue;
                const QString name = property->attribute(u"name");
                const bool byStroke = coloredPart(m_read.symbol, m_kind) == ColorPart::Stroke;
                const char* carries = byStroke ? "outlineColor" : "fillColor";
                QString field = own.value(QStringLiteral("field"));
                if (field.isEmpty())
                    field = colorFieldOf(own.value(QStringLiteral("expression")));
                if (name == QLatin1String(carries) && !field.isEmpty())
                    m_read.colorField = field;
                else
                    m_leftOut.add(
                        Text::tr("What each feature says for itself of “%1” is left out").arg(name),
                        property->line, m_whose);
            }
        }
    }

    // A field alone, or as writeQml() puts it.
    static QString colorFieldOf(const QString& expression)
    {
        static const QRegularExpression ours(
            QStringLiteral("^regexp_replace\\(regexp_replace\\((\"(?:[^\"]|\"\")+\"),"));
        const auto match = ours.match(expression);
        return qmlField(match.hasMatch() ? match.captured(1) : expression);
    }

    GeometryKind m_kind;
    QString m_whose;
    LeftOut& m_leftOut;
    QmlSymbol m_read;
};

} // namespace

QmlSymbol readQmlSymbol(const XmlNode* symbol, GeometryKind kind, const QString& whose,
                        LeftOut& leftOut)
{
    return SymbolReader(kind, whose, leftOut).read(symbol);
}

QString qmlField(const QString& expression)
{
    static const QRegularExpression quoted(QStringLiteral("^\\s*\"((?:[^\"]|\"\")+)\"\\s*$"));
    static const QRegularExpression bare(QStringLiteral("^\\s*([^\\W\\d]\\w*)\\s*$"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    if (const auto match = quoted.match(expression); match.hasMatch())
        return match.captured(1).replace(QLatin1String("\"\""), QLatin1String("\""));
    return bare.match(expression).captured(1);
}

} // namespace geo
