// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/color_button.h"

#include <QColorDialog>
#include <QLocale>
#include <QPainter>
#include <cmath>

namespace widgets {

namespace {

constexpr QSize SwatchSize(18, 12);

}

QPixmap colorSwatch(const QColor& color, double devicePixelRatio)
{
    QPixmap picture(SwatchSize * devicePixelRatio);
    picture.setDevicePixelRatio(devicePixelRatio);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    if (color.alpha() < 255) { // what is to be seen through it
        painter.fillRect(QRect(0, 0, 6, 6), Qt::lightGray);
        painter.fillRect(QRect(6, 6, 6, 6), Qt::lightGray);
        painter.fillRect(QRect(12, 0, 6, 6), Qt::lightGray);
    }
    painter.fillRect(QRect(QPoint(), SwatchSize), color);
    painter.setPen(Qt::darkGray);
    painter.drawRect(0, 0, SwatchSize.width() - 1, SwatchSize.height() - 1);
    return picture;
}

QString colorText(const QColor& color)
{
    const QString name = color.name().toUpper();
    return color.alpha() == 255
               ? name
               : QStringLiteral("%1, %2 %").arg(name).arg(std::lround(color.alphaF() * 100));
}

std::optional<QColor> askForColor(QWidget* parent, const QString& title, const QColor& before,
                                  const std::function<void(const QColor&)>& tried)
{
    QColorDialog dialog(before, parent);
    dialog.setWindowTitle(title);
    dialog.setOption(QColorDialog::ShowAlphaChannel);
    QObject::connect(&dialog, &QColorDialog::currentColorChanged, &dialog, tried);
    if (dialog.exec() == QDialog::Accepted)
        return dialog.currentColor();
    tried(before);
    return std::nullopt;
}

ColorButton::ColorButton(QWidget* parent)
    : QPushButton(parent)
{
    setAutoDefault(false);
    setIconSize(SwatchSize);
    connect(this, &QPushButton::clicked, this, [this] {
        const auto take = [this](const QColor& color) {
            setColor(color);
            Q_EMIT changed(color);
        };
        if (const auto color = askForColor(this, m_name, m_color, take))
            take(*color);
    });
}

void ColorButton::setName(const QString& name)
{
    m_name = name;
    setColor(m_color);
}

void ColorButton::setColor(const QColor& color)
{
    m_color = color;
    setIcon(colorSwatch(color, devicePixelRatioF()));
    setText(colorText(color));
    setAccessibleName(QStringLiteral("%1: %2").arg(m_name, text()));
}

} // namespace widgets
