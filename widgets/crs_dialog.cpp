// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/crs_dialog.h"

#include "geo/crs.h"
#include "widgets/dialog_buttons.h"
#include "widgets/table.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace widgets {

namespace {

constexpr int TypingMs = 150;
constexpr size_t MostFound = 200;

// What is offered before anything is typed: what maps of both countries are mostly in.
const std::vector<QString>& usual()
{
    static const std::vector<QString> codes = [] {
        std::vector<QString> found;
        for (const char* code : {"EPSG:6372", "ESRI:102008", "EPSG:32611", "EPSG:32612",
                                 "EPSG:32613", "EPSG:32614", "EPSG:4326", "EPSG:3857", "EPSG:6365",
                                 "EPSG:4269", "EPSG:4267", "EPSG:5070", "EPSG:26712"})
            found.push_back(QString::fromLatin1(code));
        return found;
    }();
    return codes;
}

} // namespace

CrsDialog::CrsDialog(Jobs& jobs, const QString& about, QWidget* parent)
    : QDialog(parent)
    , m_text(new QLineEdit)
    , m_found(new QTableWidget)
    , m_problem(new QLabel)
    , m_typing(new QTimer(this))
{
    setWindowTitle(tr("Coordinate system"));
    resize(fontMetrics().averageCharWidth() * 110, fontMetrics().height() * 26);
    auto* words = new QLabel(about);
    words->setWordWrap(true);
    words->setVisible(!about.isEmpty());
    auto* label = new QLabel(tr("&Code, name or region; or WKT or a PROJ text"));
    label->setBuddy(m_text);
    m_text->setAccessibleName(tr("Code, name or region"));
    m_text->setPlaceholderText(QStringLiteral("EPSG:6372"));
    m_text->setMaxLength(1 << 16);
    m_found->setColumnCount(4);
    m_found->setHorizontalHeaderLabels({tr("Code"), tr("Name"), tr("Axes"), tr("Region")});
    m_found->setAccessibleName(tr("Coordinate systems found"));
    prepareTable(*m_found);
    m_problem->setWordWrap(true);
    QDialogButtonBox* buttons = okAndCancel(*this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(words);
    layout->addWidget(label);
    layout->addWidget(m_text);
    layout->addWidget(m_found, 1);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);

    m_typing->setSingleShot(true);
    m_typing->setInterval(TypingMs);
    connect(m_text, &QLineEdit::textChanged, this, [this] {
        m_found->clearSelection();
        m_found->setCurrentItem(nullptr);
        check();
        m_typing->start();
    });
    connect(m_typing, &QTimer::timeout, this, &CrsDialog::look);
    connect(m_found, &QTableWidget::itemSelectionChanged, this, &CrsDialog::check);
    connect(m_found, &QTableWidget::itemDoubleClicked, this, [this] {
        if (m_ok->isEnabled())
            accept();
    });
    jobs.run(
        {}, threadPool(), [](base::Progress&) { return geo::listCrs(); }, this,
        [this](Outcome<std::vector<geo::CrsEntry>> list) {
            if (!list.ok()) {
                m_problem->setText(list.message);
                return;
            }
            m_all = std::move(*list.value);
            look();
        });
    m_text->setFocus();
    check();
}

void CrsDialog::look()
{
    std::vector<geo::CrsEntry> found;
    if (m_text->text().trimmed().isEmpty()) {
        for (const QString& code : usual())
            for (const geo::CrsEntry& entry : m_all)
                if (entry.code == code)
                    found.push_back(entry);
    } else {
        found = geo::searchCrs(m_all, m_text->text(), MostFound);
    }
    m_found->setRowCount(int(found.size()));
    for (int row = 0; row < int(found.size()); ++row) {
        const geo::CrsEntry& entry = found[size_t(row)];
        m_found->setItem(row, 0, tableCell(entry.code));
        m_found->setItem(row, 1, tableCell(entry.name));
        m_found->setItem(row, 2, tableCell(entry.isGeographic ? tr("degrees") : tr("projected")));
        m_found->setItem(row, 3, tableCell(entry.area));
    }
    m_found->resizeColumnsToContents();
    m_found->setColumnWidth(1, std::min(m_found->columnWidth(1), width() / 3));
    check();
}

std::optional<QString> CrsDialog::chosen() const
{
    if (const QList<QTableWidgetItem*> selected = m_found->selectedItems(); !selected.isEmpty())
        return m_found->item(selected.first()->row(), 0)->text();
    const QString text = m_text->text().trimmed();
    const Outcome<geo::Crs> crs = attempt([&] { return geo::Crs::fromText(text); });
    return crs.ok() ? std::optional(text) : std::nullopt;
}

void CrsDialog::check()
{
    const bool ready = chosen().has_value();
    m_ok->setEnabled(ready);
    m_problem->setText(ready ? QString()
                       : m_text->text().trimmed().isEmpty()
                           ? tr("Choose a system, or type its code.")
                           : tr("That alone names no coordinate system. Choose one of the list."));
}

QString CrsDialog::code() const
{
    return chosen().value_or(QString());
}

} // namespace widgets
