// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/go_to_dialog.h"

#include "geo/place_entry.h"
#include "widgets/dialog_buttons.h"
#include "widgets/place_words.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace widgets {

GoToDialog::GoToDialog(QWidget* parent)
    : QDialog(parent)
    , m_text(new QLineEdit)
    , m_found(new QLabel)
{
    setWindowTitle(tr("Go to coordinates"));
    auto* label = new QLabel(tr("&Latitude and longitude, or UTM with its zone (WGS 84)"));
    label->setBuddy(m_text);
    m_text->setPlaceholderText(
        tr("27.34, -112.27   27°20′24″ N 112°16′12″ W   12N 374000 3024000"));
    m_text->setAccessibleName(tr("Coordinates"));
    m_found->setWordWrap(true);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_text);
    layout->addWidget(m_found);
    layout->addStretch(1);
    QDialogButtonBox* buttons = okAndCancel(*this);
    m_ok = buttons->button(QDialogButtonBox::Ok);
    m_ok->setText(tr("&Go"));
    layout->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 72, sizeHint().height());
    connect(m_text, &QLineEdit::textChanged, this, &GoToDialog::check);
    const QString copied = QGuiApplication::clipboard()->text().trimmed();
    if (geo::parsePlace(copied)) {
        m_text->setText(copied);
        m_text->selectAll();
    }
    check();
}

std::optional<QPointF> GoToDialog::place() const
{
    return geo::parsePlace(m_text->text());
}

void GoToDialog::check()
{
    const auto place = this->place();
    m_ok->setEnabled(place.has_value());
    m_found->setText(place ? placeText(*place, base::currentLanguage())
                     : m_text->text().trimmed().isEmpty()
                         ? tr("Without letters the latitude comes first.")
                         : tr("This is no place that can be understood yet."));
}

} // namespace widgets
