// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/value_editor.h"

#include "shortlist/figure.h"
#include "widgets/cell_delegate.h"
#include "widgets/table.h"
#include "widgets/value_curve.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace widgets {

using shortlist::Direction;
using shortlist::MeasureKind;
using shortlist::ValueFunction;

namespace {

constexpr int KeyRole = Qt::UserRole;
constexpr int FigureColumn = 0;
constexpr int ValueColumn = 1;
constexpr int Digits = 12;

QString anyOther()
{
    return QStringLiteral("*");
}

bool isValue(const std::optional<double>& number)
{
    return number && *number >= 0 && *number <= 1;
}

bool goesAgainst(const std::vector<QPointF>& points, Direction direction)
{
    for (size_t i = 1; i < points.size(); ++i) {
        const double rise = points[i].y() - points[i - 1].y();
        if (direction == Direction::Maximise ? rise < 0 : rise > 0)
            return true;
    }
    return false;
}

void sortByFigure(std::vector<QPointF>& points)
{
    std::stable_sort(points.begin(), points.end(),
                     [](const QPointF& a, const QPointF& b) { return a.x() < b.x(); });
}

} // namespace

ValueEditor::ValueEditor(const Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_directionLabel(new QLabel(tr("&Better is")))
    , m_direction(new QComboBox)
    , m_kindLabel(new QLabel(tr("&Between the points")))
    , m_kind(new QComboBox)
    , m_tableLabel(new QLabel(tr("&Values")))
    , m_table(new QTableWidget(0, 2))
    , m_add(new QPushButton(tr("A&dd a point")))
    , m_remove(new QPushButton(tr("&Remove the point")))
    , m_curve(new ValueCurve(workspace.language()))
{
    m_direction->addItem(tr("more"), int(Direction::Maximise));
    m_direction->addItem(tr("less"), int(Direction::Minimise));
    m_direction->setAccessibleName(tr("Better is"));
    m_kind->addItem(tr("straight lines"), int(ValueFunction::Kind::Linear));
    m_kind->addItem(tr("steps: the value of the last point reached"),
                    int(ValueFunction::Kind::Steps));
    m_kind->setAccessibleName(tr("Between the points"));
    prepareTable(*m_table);
    m_table->setItemDelegate(new CellDelegate(m_table));
    m_table->setAccessibleName(tr("Values"));
    m_table->setMinimumHeight(6 * m_table->verticalHeader()->defaultSectionSize());
    m_directionLabel->setBuddy(m_direction);
    m_kindLabel->setBuddy(m_kind);
    m_tableLabel->setBuddy(m_table);
    m_add->setAutoDefault(false);
    m_remove->setAutoDefault(false);

    auto* form = new QFormLayout;
    form->addRow(m_directionLabel, m_direction);
    form->addRow(m_kindLabel, m_kind);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(form);
    layout->addWidget(m_tableLabel);
    layout->addWidget(m_table, 3);
    layout->addLayout(buttons);
    layout->addWidget(m_curve, 1);

    connect(m_direction, &QComboBox::activated, this, &ValueEditor::turnRound);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ValueEditor::edited);
    connect(m_table, &QTableWidget::itemChanged, this, &ValueEditor::edited);
    connect(m_table, &QTableWidget::currentCellChanged, this,
            [this](int row) { m_remove->setEnabled(row >= 0); });
    connect(m_add, &QPushButton::clicked, this, [this] {
        addPoint({}, {});
        m_table->setCurrentCell(m_table->rowCount() - 1, FigureColumn);
        m_table->setFocus();
        edited();
    });
    connect(m_remove, &QPushButton::clicked, this, [this] {
        m_table->removeRow(m_table->currentRow());
        edited();
    });
    m_remove->setEnabled(false);
}

QString ValueEditor::textOf(double number) const
{
    return base::localeOf(m_workspace.language()).toString(number, 'g', Digits);
}

std::optional<double> ValueEditor::number(int row, int column) const
{
    bool isNumber = false;
    const double number = base::localeOf(m_workspace.language())
                              .toDouble(m_table->item(row, column)->text().trimmed(), &isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

void ValueEditor::addPoint(const QString& figure, const QString& value)
{
    const bool before = std::exchange(m_filling, true);
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    m_table->setItem(row, FigureColumn, numberCell(figure, Qt::ItemIsEditable));
    m_table->setItem(row, ValueColumn, numberCell(value, Qt::ItemIsEditable));
    m_filling = before;
}

void ValueEditor::nameRows()
{
    QString figure;
    switch (m_answer) {
    case Answer::Number: {
        const QString unit = shortlist::unitText(m_measure, m_workspace.words());
        figure = unit.isEmpty() ? tr("Figure") : tr("Figure (%1)").arg(unit);
        break;
    }
    case Answer::Inside:
        figure = tr("Place");
        break;
    case Answer::Stage:
        figure = tr("Stage");
        break;
    case Answer::Word:
        figure = m_measure.field.isEmpty() ? tr("Word") : m_measure.field;
        break;
    }
    m_table->setHorizontalHeaderLabels({figure, tr("Value, 0 to 1")});
    for (QWidget* widget : std::initializer_list<QWidget*>{
             m_directionLabel, m_direction, m_kindLabel, m_kind, m_add, m_remove, m_curve})
        widget->setVisible(ofNumbers());
    m_table->setColumnWidth(FigureColumn,
                            m_table->fontMetrics().averageCharWidth() * (ofNumbers() ? 22 : 36));
}

void ValueEditor::setMeasure(const shortlist::Measure& measure)
{
    const Answer answer = answerOf(measure.kind);
    const bool fits = answer == m_answer && m_table->rowCount() > 0 &&
                      (answer != Answer::Word ||
                       (measure.layer == m_measure.layer && measure.field == m_measure.field));
    m_measure = measure;
    m_answer = answer;
    nameRows();
    if (fits)
        return;
    m_words.clear();
    if (answer == Answer::Inside)
        m_words = {{QStringLiteral("0"), tr("outside")}, {QStringLiteral("1"), tr("inside")}};
    else if (answer != Answer::Number)
        m_words = wordsOf(m_workspace, measure);
    if (answer == Answer::Word)
        m_words.push_back({anyOther(), tr("any other")});
    m_filling = true;
    m_table->setRowCount(0);
    if (measure.kind == MeasureKind::Mark) {
        addPoint(textOf(0), textOf(0));
        addPoint(textOf(1), textOf(1));
    } else if (ofNumbers()) {
        // Which figures are worth nothing and which all, a person must say.
        const bool more = m_direction->currentData().toInt() == int(Direction::Maximise);
        addPoint({}, textOf(more ? 0 : 1));
        addPoint({}, textOf(more ? 1 : 0));
    }
    for (const Choice& word : m_words) {
        const int row = m_table->rowCount();
        m_table->insertRow(row);
        auto* name = tableCell(word.text);
        name->setData(KeyRole, word.key);
        m_table->setItem(row, FigureColumn, name);
        m_table->setItem(row, ValueColumn, numberCell({}, Qt::ItemIsEditable));
    }
    m_filling = false;
    edited();
}

void ValueEditor::setFunction(const ValueFunction& function, Direction direction)
{
    m_filling = true;
    m_direction->setCurrentIndex(m_direction->findData(int(direction)));
    m_kind->setCurrentIndex(m_kind->findData(int(function.kind)));
    if (ofNumbers()) {
        m_table->setRowCount(0);
        for (const QPointF& point : function.points)
            addPoint(textOf(point.x()), textOf(point.y()));
    } else {
        // Words that its layer does not hold (now) keep their values.
        for (const QStringList& group : function.of)
            for (const QString& word : group)
                if (m_answer == Answer::Word &&
                    std::none_of(m_words.begin(), m_words.end(),
                                 [&](const Choice& known) { return known.key == word; })) {
                    const int row = m_table->rowCount() - 1; // before any other
                    m_table->insertRow(row);
                    auto* name = tableCell(word);
                    name->setData(KeyRole, word);
                    m_table->setItem(row, FigureColumn, name);
                    m_table->setItem(row, ValueColumn, numberCell({}, Qt::ItemIsEditable));
                }
        for (int row = 0; row < m_table->rowCount(); ++row) {
            const QString key = m_table->item(row, FigureColumn)->data(KeyRole).toString();
            std::optional<double> value;
            if (m_answer == Answer::Inside) {
                value = function.at(key.toDouble());
            } else if (std::any_of(function.of.begin(), function.of.end(),
                                   [&](const QStringList& group) { return group.contains(key); })) {
                shortlist::Measured measured;
                measured.word = key;
                value = function.value(measured);
            }
            m_table->item(row, ValueColumn)->setText(value ? textOf(*value) : QString());
        }
    }
    m_filling = false;
    edited();
    m_given = function;
    m_givenDirection = direction;
    m_touched = false;
}

void ValueEditor::turnRound()
{
    std::vector<QPointF> points;
    for (int row = 0; row < m_table->rowCount(); ++row)
        points.emplace_back(row, number(row, ValueColumn).value_or(0));
    if (goesAgainst(points, Direction(m_direction->currentData().toInt()))) {
        m_filling = true;
        for (int i = 0, j = m_table->rowCount() - 1; i < j; ++i, --j) {
            QTableWidgetItem* upper = m_table->item(i, ValueColumn);
            QTableWidgetItem* lower = m_table->item(j, ValueColumn);
            const QString text = upper->text();
            upper->setText(lower->text());
            lower->setText(text);
        }
        m_filling = false;
    }
    edited();
}

void ValueEditor::edited()
{
    if (m_filling)
        return;
    m_touched = true;
    m_curve->setFunction(problem().isEmpty() ? function() : ValueFunction());
    Q_EMIT changed();
}

std::vector<std::pair<QString, double>> ValueEditor::valuesOfWords() const
{
    std::vector<std::pair<QString, double>> values;
    for (int row = 0; row < m_table->rowCount(); ++row)
        if (const auto value = number(row, ValueColumn))
            values.emplace_back(m_table->item(row, FigureColumn)->data(KeyRole).toString(), *value);
    return values;
}

// Words of one value stand together, the least value first.
ValueFunction ValueEditor::functionOfWords() const
{
    std::map<double, QStringList> groups;
    for (const auto& [word, value] : valuesOfWords())
        groups[value] << word;
    ValueFunction function;
    function.kind = ValueFunction::Kind::Steps;
    for (const auto& [value, words] : groups) {
        function.points.emplace_back(double(function.of.size()), value);
        function.of.push_back(words);
    }
    return function;
}

ValueFunction ValueEditor::function() const
{
    if (!m_touched)
        return m_given;
    if (m_answer == Answer::Stage || m_answer == Answer::Word)
        return functionOfWords();
    ValueFunction function;
    if (m_answer == Answer::Inside) {
        function.kind = ValueFunction::Kind::Steps;
        for (const auto& [place, value] : valuesOfWords())
            function.points.emplace_back(place.toDouble(), value);
        return function;
    }
    function.kind = ValueFunction::Kind(m_kind->currentData().toInt());
    for (int row = 0; row < m_table->rowCount(); ++row)
        function.points.emplace_back(number(row, FigureColumn).value_or(0),
                                     number(row, ValueColumn).value_or(0));
    sortByFigure(function.points);
    return function;
}

Direction ValueEditor::direction() const
{
    if (!m_touched)
        return m_givenDirection;
    if (ofNumbers())
        return Direction(m_direction->currentData().toInt());
    return goesAgainst(function().points, Direction::Maximise) ? Direction::Minimise
                                                               : Direction::Maximise;
}

QString ValueEditor::problem() const
{
    if (!m_touched)
        return {};
    const QLocale locale = base::localeOf(m_workspace.language());
    if (!ofNumbers()) {
        int valued = 0;
        for (int row = 0; row < m_table->rowCount(); ++row) {
            const QString text = m_table->item(row, ValueColumn)->text().trimmed();
            if (!text.isEmpty() && !isValue(number(row, ValueColumn)))
                return tr("The value of “%1” is not a number from 0 to 1.")
                    .arg(m_table->item(row, FigureColumn)->text());
            valued += text.isEmpty() ? 0 : 1;
        }
        if (m_answer == Answer::Inside && valued < 2)
            return tr("Give both places a value from 0 to 1.");
        if (valued == 0)
            return tr("Give at least one of them a value from 0 to 1; without one a project’s "
                      "value is not known.");
        return {};
    }
    if (m_table->rowCount() == 0)
        return tr("Add at least one point: a figure and its value.");
    std::vector<QPointF> points;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const auto figure = number(row, FigureColumn);
        const auto value = number(row, ValueColumn);
        if (!figure)
            return tr("Point %1 needs a figure, which is a number.").arg(locale.toString(row + 1));
        if (!isValue(value))
            return tr("Point %1 needs a value, which is a number from 0 to 1.")
                .arg(locale.toString(row + 1));
        points.emplace_back(*figure, *value);
    }
    sortByFigure(points);
    for (size_t i = 1; i < points.size(); ++i)
        if (points[i].x() == points[i - 1].x())
            return tr("Two points have the same figure, %1.").arg(textOf(points[i].x()));
    if (goesAgainst(points, Direction(m_direction->currentData().toInt())))
        return m_direction->currentData().toInt() == int(Direction::Maximise)
                   ? tr("More is better, but the values fall somewhere.")
                   : tr("Less is better, but the values rise somewhere.");
    return {};
}

} // namespace widgets
