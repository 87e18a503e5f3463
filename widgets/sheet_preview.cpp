// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/sheet_preview.h"

#include <QPainter>

namespace widgets {

namespace {

constexpr int Margin = 12; // logical pixels
constexpr double Paler = 0.5;

} // namespace

SheetPreview::SheetPreview(QWidget* parent)
    : QWidget(parent)
{
    setMinimumSize(240, 240);
}

void SheetPreview::setPage(const QImage& page)
{
    m_page = page;
    m_busy = false;
    update();
}

void SheetPreview::setBusy(bool busy)
{
    m_busy = busy;
    update();
}

QSize SheetPreview::room() const
{
    const QSizeF inside(std::max(1, width() - 2 * Margin), std::max(1, height() - 2 * Margin));
    return (inside * devicePixelRatioF()).toSize();
}

void SheetPreview::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().mid());
    if (m_page.isNull())
        return;
    const QSizeF size =
        QSizeF(m_page.size()).scaled(QSizeF(room()) / devicePixelRatioF(), Qt::KeepAspectRatio);
    QRectF place(QPointF(), size);
    place.moveCenter(QRectF(rect()).center());
    painter.fillRect(place, Qt::white);
    painter.setOpacity(m_busy ? Paler : 1);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QSize pixels = (size * devicePixelRatioF()).toSize();
    painter.drawImage(place,
                      m_page.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    painter.setOpacity(1);
    painter.setPen(palette().color(QPalette::Shadow));
    painter.drawRect(place);
}

void SheetPreview::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    Q_EMIT resized();
}

} // namespace widgets
