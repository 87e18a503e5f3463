// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/graduated_style.h"
#include "geo/style_parts.h"
#include "geo/style_qml.h"
#include "geo/style_xml.h"
#include "geo/styled_features.h"
#include "geo/text.h"
#include <QXmlStreamWriter>

namespace geo {

namespace {

using Pairs = std::vector<std::pair<const char*, QString>>;

constexpr double Unbounded = 1e308; // where a range is open
constexpr double LabelPoints = 8.25;
const QString Opaque = QStringLiteral("1");
const QString Points = QStringLiteral("Point"); // the unit

QString text(double number)
{
    return QString::number(number, 'g', 15);
}

QString points(double pixels)
{
    return text(pixels / PixelsPerPoint);
}

QString text(const QColor& color)
{
    return QStringLiteral("%1,%2,%3,%4")
        .arg(color.red())
        .arg(color.green())
        .arg(color.blue())
        .arg(color.alpha());
}

QString text(Dash dash)
{
    return dash == Dash::Dashed       ? QStringLiteral("dash")
           : dash == Dash::Dotted     ? QStringLiteral("dot")
           : dash == Dash::DashDotted ? QStringLiteral("dash dot")
                                      : QStringLiteral("solid");
}

// A brush of SimpleFill.
QString text(Hatch hatch)
{
    switch (hatch) {
    case Hatch::Horizontal:
        return QStringLiteral("horizontal");
    case Hatch::Vertical:
        return QStringLiteral("vertical");
    case Hatch::Rising:
        return QStringLiteral("b_diagonal");
    case Hatch::Falling:
        return QStringLiteral("f_diagonal");
    case Hatch::Cross:
        return QStringLiteral("cross");
    case Hatch::DiagonalCross:
        return QStringLiteral("diagonal_x");
    case Hatch::Dots:
    case Hatch::None:
        break;
    }
    return QStringLiteral("solid");
}

QString text(PointShape shape)
{
    switch (shape) {
    case PointShape::Square:
        return QStringLiteral("square");
    case PointShape::Triangle:
        return QStringLiteral("triangle");
    case PointShape::Diamond:
        return QStringLiteral("diamond");
    case PointShape::Cross:
        return QStringLiteral("cross_fill");
    case PointShape::Circle:
        break;
    }
    return QStringLiteral("circle");
}

QString quoted(const QString& field)
{
    QString name = field;
    return u'"' + name.replace(u'"', QLatin1String("\"\"")) + u'"';
}

// As it is where QGIS takes it for a field, else as an expression.
QString fieldText(const QString& field)
{
    return field.contains(u'"') ? quoted(field) : field;
}

class Writer
{
public:
    explicit Writer(const StyleToWrite& given)
        : m_given(given)
        , m_style(given.style)
        , m_kind(given.kind == GeometryKind::None ? GeometryKind::Polygon : given.kind)
        , m_leftOut(QString())
        , m_xml(&m_out.bytes)
    {
    }

    StyleBytes write()
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(2);
        m_xml.writeDTD(
            QStringLiteral("<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>"));
        // Its categories say what is in it, so that QGIS leaves the rest of a layer as it is.
        begin("qgis",
              {{"version", QStringLiteral("3.22.0")},
               {"styleCategories", QStringLiteral("Symbology|Labeling|Rendering")},
               {"hasScaleBasedVisibilityFlag", QStringLiteral("0")},
               {"labelsEnabled", m_style.labelField.isEmpty() ? QStringLiteral("0") : Opaque}});
        switch (m_style.kind) {
        case StyleKind::Categorised:
            writeCategories();
            break;
        case StyleKind::Graduated:
            writeRanges();
            break;
        case StyleKind::Single:
        case StyleKind::FromColorColumn:
            writeSingle();
            break;
        }
        writeLabels();
        m_xml.writeTextElement(QStringLiteral("blendMode"), QStringLiteral("0"));
        m_xml.writeTextElement(QStringLiteral("layerOpacity"), text(m_given.opacity));
        m_xml.writeTextElement(QStringLiteral("layerGeometryType"),
                               m_kind == GeometryKind::Point  ? QStringLiteral("0")
                               : m_kind == GeometryKind::Line ? QStringLiteral("1")
                                                              : QStringLiteral("2"));
        m_xml.writeEndElement();
        m_xml.writeCharacters(QStringLiteral("\n"));
        m_out.issues = m_leftOut.issues();
        return std::move(m_out);
    }

private:
    void begin(const char* name, const Pairs& attributes)
    {
        m_xml.writeStartElement(QLatin1String(name));
        for (const auto& [key, value] : attributes)
            m_xml.writeAttribute(QLatin1String(key), xmlText(value));
    }

    void empty(const char* name, const Pairs& attributes)
    {
        m_xml.writeEmptyElement(QLatin1String(name));
        for (const auto& [key, value] : attributes)
            m_xml.writeAttribute(QLatin1String(key), xmlText(value));
    }

    // As 3.22 does, for versions that know only the one or the other.
    void writeProperties(const Pairs& properties)
    {
        begin("Option", {{"type", QStringLiteral("Map")}});
        for (const auto& [key, value] : properties)
            empty("Option", {{"name", QLatin1String(key)},
                             {"value", value},
                             {"type", QStringLiteral("QString")}});
        m_xml.writeEndElement();
        for (const auto& [key, value] : properties)
            empty("prop", {{"k", QLatin1String(key)}, {"v", value}});
    }

    void beginSymbol(const QString& name, const char* type)
    {
        begin("symbol", {{"type", QLatin1String(type)},
                         {"name", name},
                         {"alpha", Opaque},
                         {"clip_to_extent", Opaque},
                         {"force_rhr", QStringLiteral("0")}});
    }

    void beginLayer(const char* type)
    {
        begin("layer", {{"class", QLatin1String(type)},
                        {"enabled", Opaque},
                        {"locked", QStringLiteral("0")},
                        {"pass", QStringLiteral("0")}});
    }

    void writeSymbol(int name, const Symbol& symbol, bool ofColorColumn = false)
    {
        const bool line = m_kind == GeometryKind::Line;
        const bool point = m_kind == GeometryKind::Point;
        beginSymbol(QString::number(name), line ? "line" : point ? "marker" : "fill");
        if (line) {
            if (const auto casing = casingOf(symbol))
                writeLine(*casing, false);
            writeLine(symbol, ofColorColumn);
        } else if (point) {
            writeMarker(symbol, ofColorColumn);
        } else {
            writeArea(symbol, ofColorColumn);
        }
        m_xml.writeEndElement();
    }

    static QString dashOf(const Symbol& symbol)
    {
        const bool stroked = symbol.stroke && symbol.strokeWidth > 0;
        return stroked ? text(symbol.dash) : QStringLiteral("no");
    }

    // What a fill and a marker have in common.
    static Pairs outlined(const Symbol& symbol)
    {
        return {{"color", text(symbol.fill.value_or(QColor(255, 255, 255, 0)))},
                {"joinstyle", QStringLiteral("round")},
                {"offset", QStringLiteral("0,0")},
                {"outline_color", text(symbol.stroke.value_or(QColor(0, 0, 0)))},
                {"outline_style", dashOf(symbol)},
                {"outline_width", points(symbol.strokeWidth)},
                {"outline_width_unit", Points}};
    }

    void writeLine(const Symbol& symbol, bool ofColorColumn)
    {
        beginLayer("SimpleLine");
        writeProperties({{"capstyle", QStringLiteral("flat")},
                         {"joinstyle", QStringLiteral("round")},
                         {"line_color", text(symbol.stroke.value_or(QColor(0, 0, 0)))},
                         {"line_style", dashOf(symbol)},
                         {"line_width", points(symbol.strokeWidth)},
                         {"line_width_unit", Points},
                         {"use_custom_dash", QStringLiteral("0")}});
        if (ofColorColumn)
            writeColorField("outlineColor");
        m_xml.writeEndElement();
    }

    void writeMarker(const Symbol& symbol, bool ofColorColumn)
    {
        Pairs properties = outlined(symbol);
        properties.insert(properties.end(), {{"angle", QStringLiteral("0")},
                                             {"name", text(symbol.shape)},
                                             {"scale_method", QStringLiteral("diameter")},
                                             {"size", points(symbol.pointSize)},
                                             {"size_unit", Points}});
        beginLayer("SimpleMarker");
        writeProperties(properties);
        if (ofColorColumn)
            writeColorField("fillColor");
        m_xml.writeEndElement();
    }

    void writeFill(const Symbol& symbol, const QString& brush, bool ofColorColumn)
    {
        Pairs properties = outlined(symbol);
        properties.emplace_back("style", brush);
        beginLayer("SimpleFill");
        writeProperties(properties);
        if (ofColorColumn)
            writeColorField(coloredPart(symbol, m_kind) == ColorPart::Stroke ? "outlineColor"
                                                                             : "fillColor");
        m_xml.writeEndElement();
    }

    // A hatch lies over the fill, in a layer of its own; without a fill it is the fill's brush.
    void writeArea(const Symbol& symbol, bool ofColorColumn)
    {
        const bool lines = symbol.hatch != Hatch::None && symbol.hatch != Hatch::Dots;
        if (lines && !symbol.fill) {
            Symbol brush = symbol;
            brush.fill = symbol.hatchColor;
            writeFill(brush, text(symbol.hatch), ofColorColumn);
            return;
        }
        const bool dotsAlone = symbol.hatch == Hatch::Dots && !symbol.fill;
        writeFill(symbol, symbol.fill ? QStringLiteral("solid") : QStringLiteral("no"),
                  ofColorColumn && !dotsAlone);
        if (lines) {
            Symbol brush = symbol;
            brush.fill = symbol.hatchColor;
            brush.stroke.reset();
            writeFill(brush, text(symbol.hatch), false);
        } else if (symbol.hatch == Hatch::Dots) {
            writeDots(symbol.hatchColor, ofColorColumn && dotsAlone);
        }
    }

    void writeDots(const QColor& color, bool ofColorColumn)
    {
        constexpr double Distance = 9;
        beginLayer("PointPatternFill");
        writeProperties({{"displacement_x", points(Distance / 2)},
                         {"displacement_x_unit", Points},
                         {"distance_x", points(Distance)},
                         {"distance_x_unit", Points},
                         {"distance_y", points(Distance / 2)},
                         {"distance_y_unit", Points}});
        beginSymbol(QStringLiteral("@0@1"), "marker");
        Symbol dot;
        dot.fill = color;
        dot.stroke.reset();
        dot.pointSize = 2.2;
        writeMarker(dot, ofColorColumn);
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    // "R;G;B" and its like become what QGIS reads: "R,G,B".
    void writeColorField(const char* property)
    {
        begin("data_defined_properties", {});
        begin("Option", {{"type", QStringLiteral("Map")}});
        empty("Option", {{"name", QStringLiteral("name")},
                         {"value", QString()},
                         {"type", QStringLiteral("QString")}});
        begin("Option", {{"name", QStringLiteral("properties")}, {"type", QStringLiteral("Map")}});
        begin("Option", {{"name", QLatin1String(property)}, {"type", QStringLiteral("Map")}});
        empty("Option", {{"name", QStringLiteral("active")},
                         {"value", QStringLiteral("true")},
                         {"type", QStringLiteral("bool")}});
        empty("Option",
              {{"name", QStringLiteral("expression")},
               {"value",
                QStringLiteral("regexp_replace(regexp_replace(%1,'^\\\\s*rgb\\\\s*\\\\(|\\\\)|"
                               "\\\\s+$',''),'\\\\s*[;/,]\\\\s*|\\\\s+',',')")
                    .arg(quoted(m_style.field))},
               {"type", QStringLiteral("QString")}});
        empty("Option", {{"name", QStringLiteral("type")},
                         {"value", QStringLiteral("3")},
                         {"type", QStringLiteral("int")}});
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        empty("Option", {{"name", QStringLiteral("type")},
                         {"value", QStringLiteral("collection")},
                         {"type", QStringLiteral("QString")}});
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    void beginRenderer(const char* type, bool byField)
    {
        Pairs attributes{{"type", QLatin1String(type)},
                         {"symbollevels", QStringLiteral("0")},
                         {"forceraster", QStringLiteral("0")},
                         {"enableorderby", QStringLiteral("0")}};
        if (byField)
            attributes.emplace_back("attr", fieldText(m_style.field));
        if (m_style.kind == StyleKind::Graduated)
            attributes.emplace_back("graduatedMethod", QStringLiteral("GraduatedColor"));
        begin("renderer-v2", attributes);
    }

    void writeSingle()
    {
        const bool ofColorColumn = m_style.kind == StyleKind::FromColorColumn;
        Symbol symbol = m_style.symbol;
        if (ofColorColumn && m_style.otherColor)
            symbol = colored(symbol, *m_style.otherColor, m_kind);
        if (ofColorColumn && !m_style.otherColor)
            m_leftOut.add(Text::tr("Features that state no colour are drawn in another program in "
                                   "the symbol’s own"),
                          0);
        beginRenderer("singleSymbol", false);
        begin("symbols", {});
        writeSymbol(0, symbol, ofColorColumn);
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    void writeSymbols(const std::vector<QColor>& colors)
    {
        begin("symbols", {});
        for (std::size_t i = 0; i < colors.size(); ++i)
            writeSymbol(int(i), colored(m_style.symbol, colors[i], m_kind));
        m_xml.writeEndElement();
    }

    void writeCategories()
    {
        beginRenderer("categorizedSymbol", true);
        begin("categories", {});
        std::vector<QColor> colors;
        const auto add = [&](const QString& value, const QString& label, const QColor& color,
                             bool visible) {
            empty("category",
                  {{"value", value},
                   {"symbol", QString::number(colors.size())},
                   {"label", label},
                   {"render", visible ? QStringLiteral("true") : QStringLiteral("false")}});
            colors.push_back(color);
        };
        for (const Category& category : m_style.categories) {
            if (category.value.isEmpty() && m_style.otherColor) {
                m_leftOut.add(Text::tr("QGIS tells features without a value from no others: they "
                                       "are drawn as all others"),
                              0);
                continue;
            }
            const QString& label = category.label.in(m_given.language);
            add(category.value, label.isEmpty() ? category.value : label, category.color,
                category.visible);
        }
        if (m_style.otherColor)
            add({}, Text::tr("All others"), *m_style.otherColor, true);
        m_xml.writeEndElement();
        writeSymbols(colors);
        m_xml.writeEndElement();
    }

    void writeRanges()
    {
        beginRenderer("graduatedSymbol", true);
        begin("ranges", {});
        const std::vector<base::Label> labels = rangeLabels(m_style.classes);
        std::vector<QColor> colors;
        for (std::size_t i = 0; i < m_style.classes.size(); ++i) {
            const ValueClass& range = m_style.classes[i];
            empty("range",
                  {{"lower", QString::number(range.lower.value_or(-Unbounded), 'g', 17)},
                   {"upper", QString::number(range.upper.value_or(Unbounded), 'g', 17)},
                   {"symbol", QString::number(i)},
                   {"label", labels[i].in(m_given.language)},
                   {"render", range.visible ? QStringLiteral("true") : QStringLiteral("false")}});
            colors.push_back(range.color);
        }
        m_xml.writeEndElement();
        writeSymbols(colors);
        if (m_style.otherColor)
            m_leftOut.add(Text::tr("QGIS does not draw features that are in no range; here they "
                                   "have a colour of their own"),
                          0);
        begin("source-symbol", {});
        writeSymbol(0, m_style.symbol);
        m_xml.writeEndElement();
        writeRamp();
        const BreakMethod method = m_style.grading.method;
        empty("classificationMethod",
              {{"id", method == BreakMethod::Jenks           ? QStringLiteral("Jenks")
                      : method == BreakMethod::Quantile      ? QStringLiteral("Quantile")
                      : method == BreakMethod::EqualInterval ? QStringLiteral("EqualInterval")
                                                             : QStringLiteral("Custom")}});
        m_xml.writeEndElement();
    }

    void writeRamp()
    {
        constexpr int Stops = 16;
        const std::vector<QColor> colors =
            rampColors(m_style.grading.ramp, Stops + 1, m_style.grading.reversed);
        QStringList stops;
        for (int i = 1; i < Stops; ++i)
            stops << text(double(i) / Stops) + u';' + text(colors[std::size_t(i)]);
        begin("colorramp",
              {{"type", QStringLiteral("gradient")}, {"name", QStringLiteral("[source]")}});
        writeProperties({{"color1", text(colors.front())},
                         {"color2", text(colors.back())},
                         {"discrete", QStringLiteral("0")},
                         {"rampType", QStringLiteral("gradient")},
                         {"stops", stops.join(u':')}});
        m_xml.writeEndElement();
    }

    void writeLabels()
    {
        if (m_style.labelField.isEmpty())
            return;
        begin("labeling", {{"type", QStringLiteral("simple")}});
        begin("settings", {{"calloutType", QStringLiteral("simple")}});
        begin("text-style", {{"fieldName", m_style.labelField},
                             {"isExpression", QStringLiteral("0")},
                             {"fontFamily", QStringLiteral("Noto Sans")},
                             {"fontSize", text(LabelPoints)},
                             {"fontSizeUnit", QStringLiteral("Point")},
                             {"textColor", QStringLiteral("30,30,30,255")},
                             {"textOpacity", Opaque}});
        empty("text-buffer", {{"bufferDraw", Opaque},
                              {"bufferSize", QStringLiteral("0.75")},
                              {"bufferSizeUnits", QStringLiteral("Point")},
                              {"bufferColor", QStringLiteral("255,255,255,255")},
                              {"bufferOpacity", Opaque}});
        m_xml.writeEndElement();
        m_xml.writeEndElement();
        m_xml.writeEndElement();
    }

    const StyleToWrite& m_given;
    const Style& m_style;
    GeometryKind m_kind;
    LeftOut m_leftOut;
    StyleBytes m_out;
    QXmlStreamWriter m_xml;
};

} // namespace

StyleBytes writeQml(const StyleToWrite& style)
{
    return Writer(style).write();
}

} // namespace geo
