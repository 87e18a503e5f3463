// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPixmap>
#include <QPushButton>
#include <functional>
#include <optional>

namespace widgets {

// A colour as a small picture and in words, so that it is not said by colour alone.
QPixmap colorSwatch(const QColor& color, double devicePixelRatio);
// "#D9D4C7", and its opacity where that is not all: "#D9D4C7, 50 %".
QString colorText(const QColor& color);

// Asks for a colour with its opacity, and shows each on the way by `tried`. nullopt: the person
// thought better, and `tried` was told of the colour before.
std::optional<QColor> askForColor(QWidget* parent, const QString& title, const QColor& before,
                                  const std::function<void(const QColor&)>& tried);

// A button that shows a colour and changes it.
class ColorButton : public QPushButton
{
    Q_OBJECT

public:
    explicit ColorButton(QWidget* parent = nullptr);
    // `name` says what the colour is of, for the dialog and for screen readers.
    void setName(const QString& name);
    const QColor& color() const { return m_color; }
    void setColor(const QColor& color); // says nothing

Q_SIGNALS:
    void changed(const QColor& color); // by a person, also while they try

private:
    QString m_name;
    QColor m_color;
};

} // namespace widgets
