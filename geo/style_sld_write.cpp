// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/graduated_style.h"
#include "geo/style_parts.h"
#include "geo/style_sld.h"
#include "geo/style_xml.h"
#include "geo/styled_features.h"
#include "geo/text.h"
#include <QXmlStreamWriter>
#include <cmath>

namespace geo {

namespace {

const QString SldSpace = QStringLiteral("http://www.opengis.net/sld");
const QString SeSpace = QStringLiteral("http://www.opengis.net/se");
const QString OgcSpace = QStringLiteral("http://www.opengis.net/ogc");

QString text(double number)
{
    return QString::number(number, 'g', 15);
}

// The mark that fills an area so. Of version 1.0 GeoServer is the reader that matters, of 1.1 QGIS,
// and they have different names.
QString markOf(Hatch hatch, bool forQgis)
{
    switch (hatch) {
    case Hatch::Horizontal:
        return forQgis ? QStringLiteral("horline") : QStringLiteral("shape://horline");
    case Hatch::Vertical:
        return forQgis ? QStringLiteral("line") : QStringLiteral("shape://vertline");
    case Hatch::Rising:
        return forQgis ? QStringLiteral("slash") : QStringLiteral("shape://slash");
    case Hatch::Falling: // QGIS writes it right and reads it wrong
        return forQgis ? QStringLiteral("backshash") : QStringLiteral("shape://backslash");
    case Hatch::Cross:
        return forQgis ? QStringLiteral("cross") : QStringLiteral("shape://plus");
    case Hatch::DiagonalCross:
        return forQgis ? QStringLiteral("x") : QStringLiteral("shape://times");
    case Hatch::Dots:
    case Hatch::None:
        break;
    }
    return QStringLiteral("circle");
}

class Writer
{
public:
    Writer(const StyleToWrite& given, SldVersion version)
        : m_given(given)
        , m_style(given.style)
        , m_kind(given.kind == GeometryKind::None ? GeometryKind::Polygon : given.kind)
        , m_new(version == SldVersion::V1_1)
        , m_leftOut(QString())
        , m_xml(&m_out.bytes)
    {
    }

    StyleBytes write()
    {
        m_xml.setAutoFormatting(true);
        m_xml.setAutoFormattingIndent(2);
        m_xml.writeStartDocument();
        m_xml.writeDefaultNamespace(SldSpace);
        m_xml.writeNamespace(OgcSpace, QStringLiteral("ogc"));
        if (m_new)
            m_xml.writeNamespace(SeSpace, QStringLiteral("se"));
        m_xml.writeStartElement(SldSpace, QStringLiteral("StyledLayerDescriptor"));
        m_xml.writeAttribute(QStringLiteral("version"),
                             m_new ? QStringLiteral("1.1.0") : QStringLiteral("1.0.0"));
        m_xml.writeStartElement(SldSpace, QStringLiteral("NamedLayer"));
        words("Name", m_given.name);
        m_xml.writeStartElement(SldSpace, QStringLiteral("UserStyle"));
        words("Name", m_given.name);
        begin("FeatureTypeStyle");
        writeRules();
        m_xml.writeEndDocument();
        if (m_given.opacity < 1)
            m_leftOut.add(Text::tr("SLD knows no opacity of a layer; its colours have it instead"),
                          0);
        m_out.issues = m_leftOut.issues();
        return std::move(m_out);
    }

private:
    // An element of Symbology Encoding, which 1.0 had as its own.
    void begin(const char* name)
    {
        m_xml.writeStartElement(m_new ? SeSpace : SldSpace, QLatin1String(name));
    }
    void end() { m_xml.writeEndElement(); }
    void words(const char* name, const QString& content)
    {
        m_xml.writeTextElement(m_new ? SeSpace : SldSpace, QLatin1String(name), xmlText(content));
    }
    void ogc(const char* name, const QString& content)
    {
        m_xml.writeTextElement(OgcSpace, QLatin1String(name), xmlText(content));
    }
    void beginParameter(const char* name)
    {
        begin(m_new ? "SvgParameter" : "CssParameter");
        m_xml.writeAttribute(QStringLiteral("name"), QLatin1String(name));
    }
    void parameter(const char* name, const QString& content)
    {
        beginParameter(name);
        m_xml.writeCharacters(content);
        end();
    }

    void writeRules()
    {
        switch (m_style.kind) {
        case StyleKind::Categorised:
            for (const Category& category : m_style.categories) {
                const QString& label = category.label.in(m_given.language);
                beginRule(label.isEmpty() ? category.value : label);
                writeValue(category.value);
                writeSymbol(colored(m_style.symbol, category.color, m_kind), category.visible);
                end();
            }
            writeOthers();
            break;
        case StyleKind::Graduated: {
            const std::vector<base::Label> labels = rangeLabels(m_style.classes);
            for (std::size_t i = 0; i < m_style.classes.size(); ++i) {
                const ValueClass& range = m_style.classes[i];
                beginRule(labels[i].in(m_given.language));
                writeRange(range, i);
                writeSymbol(colored(m_style.symbol, range.color, m_kind), range.visible);
                end();
            }
            writeOthers();
            break;
        }
        case StyleKind::FromColorColumn:
            m_leftOut.add(Text::tr("Colours that a field holds are read by few programs, and only "
                                   "where it says them as #RRGGBB"),
                          0);
            [[fallthrough]];
        case StyleKind::Single:
            beginRule(m_given.name);
            writeSymbol(m_style.symbol, true);
            end();
            break;
        }
        if (m_style.labelField.isEmpty())
            return;
        begin("Rule");
        writeLabel();
        end();
    }

    void beginRule(const QString& title)
    {
        begin("Rule");
        words("Name", title);
        if (m_new)
            begin("Description");
        words("Title", title);
        if (m_new)
            end();
    }

    void writeOthers()
    {
        if (!m_style.otherColor)
            return;
        beginRule(Text::tr("All others"));
        m_xml.writeEmptyElement(m_new ? SeSpace : SldSpace, QStringLiteral("ElseFilter"));
        writeSymbol(colored(m_style.symbol, *m_style.otherColor, m_kind), true);
        end();
    }

    void compare(const char* how, const QString& with)
    {
        m_xml.writeStartElement(OgcSpace, QLatin1String(how));
        ogc("PropertyName", m_style.field);
        ogc("Literal", with);
        end();
    }

    void writeValue(const QString& value)
    {
        m_xml.writeStartElement(OgcSpace, QStringLiteral("Filter"));
        if (value.isEmpty()) { // as a text, or missing
            m_xml.writeStartElement(OgcSpace, QStringLiteral("Or"));
            m_xml.writeStartElement(OgcSpace, QStringLiteral("PropertyIsNull"));
            ogc("PropertyName", m_style.field);
            end();
            compare("PropertyIsEqualTo", value);
            end();
        } else {
            compare("PropertyIsEqualTo", value);
        }
        end();
    }

    // A bound that the class before has too is that one's, as rules are not tried in turn there.
    void writeRange(const ValueClass& range, std::size_t index)
    {
        const bool both = range.lower && range.upper;
        if (!range.lower && !range.upper)
            return;
        const bool taken = index > 0 && range.lower &&
                           m_style.classes[index - 1].holds(*range.lower) &&
                           range.lower != range.upper;
        m_xml.writeStartElement(OgcSpace, QStringLiteral("Filter"));
        if (both)
            m_xml.writeStartElement(OgcSpace, QStringLiteral("And"));
        if (range.lower)
            compare(taken ? "PropertyIsGreaterThan" : "PropertyIsGreaterThanOrEqualTo",
                    QString::number(*range.lower, 'g', 17));
        if (range.upper)
            compare("PropertyIsLessThanOrEqualTo", QString::number(*range.upper, 'g', 17));
        if (both)
            end();
        end();
    }

    // The colour, with the layer's opacity in it; what is not shown is clear.
    void writeColor(const char* name, const char* opacity, const QColor& color, bool visible,
                    bool byField)
    {
        if (byField) {
            beginParameter(name);
            ogc("PropertyName", m_style.field);
            end();
        } else {
            parameter(name, color.name());
        }
        const double share = visible ? color.alphaF() * m_given.opacity : 0;
        if (share < 1)
            parameter(opacity, text(std::round(share * 1000) / 1000));
    }

    void writeFill(const Symbol& symbol, bool visible)
    {
        if (!symbol.fill)
            return;
        begin("Fill");
        writeColor("fill", "fill-opacity", *symbol.fill, visible,
                   isFieldColor(symbol, ColorPart::Fill));
        end();
    }

    void writeStroke(const Symbol& symbol, bool visible, bool byField = true)
    {
        const bool alone = m_kind == GeometryKind::Line || !symbol.fill;
        if (!symbol.stroke || symbol.strokeWidth <= 0 || (!visible && !alone))
            return;
        begin("Stroke");
        writeColor("stroke", "stroke-opacity", *symbol.stroke, visible,
                   byField && isFieldColor(symbol, ColorPart::Stroke));
        parameter("stroke-width", text(symbol.strokeWidth));
        // As many widths as Qt draws them.
        const std::vector<double> pattern =
            symbol.dash == Dash::Dashed       ? std::vector<double>{4, 2}
            : symbol.dash == Dash::Dotted     ? std::vector<double>{1, 2}
            : symbol.dash == Dash::DashDotted ? std::vector<double>{4, 2, 1, 2}
                                              : std::vector<double>();
        QStringList dashes;
        for (const double part : pattern)
            dashes << text(part * symbol.strokeWidth);
        if (!dashes.isEmpty())
            parameter("stroke-dasharray", dashes.join(u' '));
        end();
    }

    bool isFieldColor(const Symbol& symbol, ColorPart part) const
    {
        return m_style.kind == StyleKind::FromColorColumn && coloredPart(symbol, m_kind) == part;
    }

    // Laid over the fill.
    void writeHatch(const Symbol& symbol, bool visible)
    {
        const bool dots = symbol.hatch == Hatch::Dots;
        begin("PolygonSymbolizer");
        begin("Fill");
        begin("GraphicFill");
        begin("Graphic");
        begin("Mark");
        words("WellKnownName", markOf(symbol.hatch, m_new));
        begin(dots ? "Fill" : "Stroke");
        writeColor(dots ? "fill" : "stroke", dots ? "fill-opacity" : "stroke-opacity",
                   symbol.hatchColor, visible, isFieldColor(symbol, ColorPart::Hatch));
        if (!dots)
            parameter("stroke-width", QStringLiteral("1"));
        end();
        end();
        words("Size", dots ? QStringLiteral("3") : QStringLiteral("8"));
        end();
        end();
        end();
        end();
    }

    void writeSymbol(const Symbol& symbol, bool visible)
    {
        if (m_kind == GeometryKind::Line) {
            if (const auto casing = casingOf(symbol)) {
                begin("LineSymbolizer");
                writeStroke(*casing, visible, false);
                end();
            }
            begin("LineSymbolizer");
            writeStroke(symbol, visible);
            end();
            return;
        }
        if (m_kind == GeometryKind::Polygon) {
            begin("PolygonSymbolizer");
            writeFill(symbol, visible);
            writeStroke(symbol, visible);
            end();
            if (symbol.hatch != Hatch::None)
                writeHatch(symbol, visible);
            return;
        }
        begin("PointSymbolizer");
        begin("Graphic");
        begin("Mark");
        words("WellKnownName", symbol.shape == PointShape::Square     ? QStringLiteral("square")
                               : symbol.shape == PointShape::Triangle ? QStringLiteral("triangle")
                               : symbol.shape == PointShape::Diamond  ? QStringLiteral("diamond")
                               : symbol.shape == PointShape::Cross    ? QStringLiteral("cross")
                                                                      : QStringLiteral("circle"));
        writeFill(symbol, visible);
        writeStroke(symbol, visible);
        end();
        words("Size", text(symbol.pointSize));
        end();
        end();
    }

    void writeLabel()
    {
        begin("TextSymbolizer");
        begin("Label");
        ogc("PropertyName", m_style.labelField);
        end();
        begin("Font");
        parameter("font-family", QStringLiteral("Noto Sans"));
        parameter("font-size", QStringLiteral("11"));
        end();
        begin("Halo");
        words("Radius", QStringLiteral("1"));
        begin("Fill");
        parameter("fill", QStringLiteral("#ffffff"));
        end();
        end();
        begin("Fill");
        parameter("fill", QStringLiteral("#1e1e1e"));
        end();
        end();
    }

    const StyleToWrite& m_given;
    const Style& m_style;
    GeometryKind m_kind;
    bool m_new;
    LeftOut m_leftOut;
    StyleBytes m_out;
    QXmlStreamWriter m_xml;
};

} // namespace

StyleBytes writeSld(const StyleToWrite& style, SldVersion version)
{
    return Writer(style, version).write();
}

} // namespace geo
