// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/style_sld.h"

#include "base/error.h"
#include "geo/sld_filter.h"
#include "geo/sld_symbol.h"
#include "geo/style_parts.h"
#include "geo/style_xml.h"
#include "geo/text.h"

namespace geo {

namespace {

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
        for (const XmlNode* part : featureStyles())
            for (const XmlNode* rule : part->all(u"Rule"))
                readRule(*rule, part);
        if (m_classes.empty() && m_file.style.labelField.isEmpty())
            throw base::Error(
                Text::tr("“%1” holds no rule by which Veta could draw features.").arg(m_fileName));
        compose();
        m_file.issues = m_leftOut.issues();
        return std::move(m_file);
    }

private:
    std::vector<const XmlNode*> featureStyles()
    {
        if (m_root.name == QLatin1String("FeatureTypeStyle"))
            return {&m_root};
        const XmlNode* chosen = nullptr;
        for (const XmlNode& layer : m_root.children)
            if (layer.name == QLatin1String("NamedLayer") ||
                layer.name == QLatin1String("UserLayer"))
                for (const XmlNode* style : layer.all(u"UserStyle")) {
                    if (!chosen)
                        chosen = style;
                    else
                        m_leftOut.add(Text::tr("Only the first style of the file is read"),
                                      style->line);
                }
        return chosen ? chosen->all(u"FeatureTypeStyle") : std::vector<const XmlNode*>();
    }

    static QString titleOf(const XmlNode& rule)
    {
        for (const XmlNode* each :
             {rule.path({u"Description", u"Title"}), rule.child(u"Title"), rule.child(u"Name")})
            if (each && !each->text.isEmpty())
                return each->text;
        return {};
    }

    void readRule(const XmlNode& rule, const XmlNode* part)
    {
        const QString title = titleOf(rule);
        SldSymbol drawn = readSldSymbol(rule, title, m_leftOut);
        if (!drawn.labelField.isEmpty())
            m_file.style.labelField = drawn.labelField;
        if (drawn.kind == GeometryKind::None)
            return;
        if (m_part && m_part != part) {
            m_leftOut.add(Text::tr("Only what is drawn first, below, is read; what lies over it is "
                                   "left out"),
                          rule.line, title);
            return;
        }
        m_part = part;
        if (rule.child(u"MinScaleDenominator") || rule.child(u"MaxScaleDenominator"))
            m_leftOut.add(Text::tr("The layer is shown at all scales"), rule.line, title);
        ReadClass each;
        each.line = rule.line;
        each.label = title;
        each.symbol = drawn.symbol;
        each.visible = !drawn.isClear;
        each.others = rule.child(u"ElseFilter") != nullptr;
        const XmlNode* filter = rule.child(u"Filter");
        if (!each.others && filter) {
            const std::optional<SldFilter> said = readSldFilter(*filter);
            const bool graded = said && said->values.empty();
            if (!said || (!m_field.isEmpty() && (said->field != m_field || graded != m_graded))) {
                m_leftOut.add(Text::tr("A rule is left out whose condition is not one value or "
                                       "range of the field that the others go by"),
                              rule.line, title);
                return;
            }
            m_field = said->field;
            m_graded = graded;
            each.values = said->values;
            each.lower = said->lower;
            each.upper = said->upper;
            if (said->belowUpper)
                m_leftOut.add(Text::tr("A number on the bound of two classes belongs to the one "
                                       "that stands first"),
                              rule.line);
        } else if (!each.others) {
            if (m_single) {
                m_leftOut.add(Text::tr("Only what is drawn first, below, is read; what lies over "
                                       "it is left out"),
                              rule.line, title);
                return;
            }
            m_single = true;
            m_colorField = drawn.colorField;
            drawn.colorField.clear();
        }
        if (!drawn.colorField.isEmpty())
            m_leftOut.add(Text::tr("What each feature says for itself of “%1” is left out")
                              .arg(QStringLiteral("fill")),
                          rule.line, title);
        if (m_file.kind == GeometryKind::None)
            m_file.kind = drawn.kind;
        if (drawn.kind != m_file.kind) {
            m_leftOut.add(Text::tr("A symbol for another kind of geometry is left out"), rule.line,
                          title);
            return;
        }
        m_classes.push_back(std::move(each));
    }

    void compose()
    {
        Style& style = m_file.style;
        if (!m_field.isEmpty()) {
            style.kind = m_graded ? StyleKind::Graduated : StyleKind::Categorised;
            style.field = m_field;
            if (m_graded)
                style.grading.method = BreakMethod::ByHand;
            // A rule for all that stands among others is drawn over or under them: as others.
            for (ReadClass& each : m_classes)
                if (!each.others && each.values.empty() && !each.lower && !each.upper) {
                    each.others = true;
                    m_leftOut.add(Text::tr("A rule for all features becomes one for all others"),
                                  each.line, each.label);
                }
            composeClasses(m_file, m_classes, m_leftOut);
            return;
        }
        if (m_classes.empty()) { // words alone
            style.symbol.fill = style.symbol.stroke = std::nullopt;
            return;
        }
        style.symbol = m_classes.front().symbol;
        if (m_colorField.isEmpty())
            return;
        style.kind = StyleKind::FromColorColumn;
        style.field = m_colorField;
        style.otherColor = carriedColor(style.symbol, m_file.kind);
    }

    const XmlNode& m_root;
    QString m_fileName;
    LeftOut m_leftOut;
    StyleFile m_file;
    std::vector<ReadClass> m_classes;
    const XmlNode* m_part = nullptr; // that is drawn
    QString m_field;                 // that conditions go by
    bool m_graded = false;
    bool m_single = false; // there is a rule for all features
    QString m_colorField;
};

} // namespace

StyleFile readSld(const QByteArray& bytes, const QString& fileName)
{
    const XmlNode root = parseStyleXml(bytes, fileName);
    if (root.name != QLatin1String("StyledLayerDescriptor") &&
        root.name != QLatin1String("FeatureTypeStyle"))
        throw base::Error(Text::tr("“%1” is no Styled Layer Descriptor (.sld).").arg(fileName));
    return Reader(root, fileName).read();
}

} // namespace geo
