// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import_words_view.h"

#include "catalogue/vocabulary.h"
#include "widgets/choice_delegate.h"
#include "widgets/table.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QScrollBar>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>

namespace widgets {

namespace {

namespace f = catalogue::import_field;

enum Column { FieldColumn, WordColumn, RowsColumn, MeaningColumn, Columns };

constexpr int WordRole = Qt::UserRole; // of m_words
constexpr size_t MostWords = 5000;

const QString OwnReading = QStringLiteral("own");
const QString SaysNothing = QStringLiteral("nothing");
const QString OneTerm = QStringLiteral("term "); // and its key

const catalogue::Vocabulary* vocabularyOf(const QString& field)
{
    if (field == f::Kind)
        return &catalogue::siteKinds();
    if (field == f::Stage)
        return &catalogue::stages();
    if (field == f::Country)
        return &catalogue::countries();
    if (field == f::Category)
        return &catalogue::estimateCategories();
    if (field == f::Commodity || field == f::ByProduct || field == f::GradeCommodity)
        return &catalogue::commodities();
    return nullptr;
}

} // namespace

ImportWordsView::ImportWordsView(QWidget* parent)
    : QWidget(parent)
    , m_table(new QTableWidget(0, Columns))
    , m_unknownOnly(new QCheckBox(tr("Only those not &known")))
    , m_note(new QLabel)
{
    prepareTable(*m_table);
    m_table->setAccessibleName(tr("Words of the file and what they mean"));
    m_table->setHorizontalHeaderLabels(
        {tr("Of the site"), tr("Word in the file"), tr("Rows"), tr("Meaning")});
    m_table->setTabKeyNavigation(false);
    auto* delegate = new ChoiceDelegate(*m_table, MeaningColumn, [this](const QModelIndex& index) {
        const auto& word =
            m_words[size_t(index.siblingAtColumn(FieldColumn).data(WordRole).toInt())];
        std::vector<Choice> list;
        const auto own = m_mapping.words.find(word.field);
        const bool mended =
            own != m_mapping.words.end() && own->second.contains(catalogue::folded(word.word));
        if (mended)
            list.push_back({OwnReading, tr("As the program reads it")});
        else if (!word.isKnown)
            list.push_back({OwnReading, tr("Not known")});
        list.push_back({SaysNothing, tr("Says nothing")});
        std::vector<Choice> terms;
        if (const catalogue::Vocabulary* vocabulary = vocabularyOf(word.field))
            for (const catalogue::Term& term : vocabulary->terms())
                terms.push_back({OneTerm + term.key, term.label.in(m_language)});
        if (terms.size() > 20) // a long list is found through by its letters
            std::sort(terms.begin(), terms.end(), [](const Choice& a, const Choice& b) {
                return a.text.localeAwareCompare(b.text) < 0;
            });
        list.insert(list.end(), terms.begin(), terms.end());
        return list;
    });
    connect(delegate, &ChoiceDelegate::chosen, this,
            [this](const QModelIndex& index, const QString& key) {
                const auto& word =
                    m_words[size_t(index.siblingAtColumn(FieldColumn).data(WordRole).toInt())];
                std::optional<QString> meaning;
                if (key == SaysNothing)
                    meaning = QString();
                else if (key.startsWith(OneTerm))
                    meaning = key.mid(OneTerm.size());
                Q_EMIT meant(word.field, word.word, meaning);
            });
    connect(m_unknownOnly, &QCheckBox::toggled, this, &ImportWordsView::fill);
    m_note->setWordWrap(true);
    auto* whole = new QVBoxLayout(this);
    whole->addWidget(m_note);
    whole->addWidget(m_table, 1);
    whole->addWidget(m_unknownOnly);
}

void ImportWordsView::setWords(const std::vector<catalogue::ImportWord>& words,
                               const catalogue::ImportMapping& mapping, base::Language language)
{
    m_words = words;
    std::stable_partition(m_words.begin(), m_words.end(),
                          [](const catalogue::ImportWord& word) { return !word.isKnown; });
    m_mapping = mapping;
    m_language = language;
    fill();
}

qint64 ImportWordsView::unknownWords() const
{
    return std::count_if(m_words.begin(), m_words.end(),
                         [](const catalogue::ImportWord& word) { return !word.isKnown; });
}

void ImportWordsView::fill()
{
    const int at = m_table->verticalScrollBar()->value();
    const int current = m_table->currentRow();
    m_table->setRowCount(0);
    const QLocale locale = base::localeOf(m_language);
    const QIcon warning = style()->standardIcon(QStyle::SP_MessageBoxWarning);
    std::vector<size_t> shown;
    for (size_t i = 0; i < m_words.size() && shown.size() < MostWords; ++i)
        if (!m_unknownOnly->isChecked() || !m_words[i].isKnown)
            shown.push_back(i);
    m_table->setRowCount(int(shown.size()));
    for (int row = 0; row < int(shown.size()); ++row) {
        const catalogue::ImportWord& word = m_words[shown[size_t(row)]];
        QTableWidgetItem* field = tableCell(catalogue::importFieldLabel(word.field));
        field->setData(WordRole, int(shown[size_t(row)]));
        m_table->setItem(row, FieldColumn, field);
        m_table->setItem(row, WordColumn, tableCell(word.word));
        m_table->setItem(row, RowsColumn, numberCell(locale.toString(word.count)));
        const catalogue::Vocabulary* vocabulary = vocabularyOf(word.field);
        const QString meaning = !word.isKnown           ? tr("Not known")
                                : word.key.isEmpty()    ? tr("Says nothing")
                                : vocabulary != nullptr ? vocabulary->label(word.key, m_language)
                                                        : word.key;
        QTableWidgetItem* cell = tableCell(meaning, Qt::ItemIsEditable);
        if (!word.isKnown)
            cell->setIcon(warning);
        m_table->setItem(row, MeaningColumn, cell);
    }
    m_table->resizeColumnsToContents();
    m_table->setColumnWidth(WordColumn, std::clamp(m_table->columnWidth(WordColumn), 140, 320));
    m_table->verticalHeader()->setDefaultSectionSize(m_table->fontMetrics().height() + 10);
    if (current >= 0 && current < m_table->rowCount())
        m_table->setCurrentCell(current, MeaningColumn);
    m_table->verticalScrollBar()->setValue(at);
    m_note->setText(
        m_words.empty()
            ? tr("No column is mapped whose words have to be understood.")
            : tr("What is not known is left out of its site; the row comes in all the same. Say "
                 "what a word means by choosing it beside the word."));
}

} // namespace widgets
