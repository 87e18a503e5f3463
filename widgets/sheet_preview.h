// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace widgets {

// A page as it will be, in the middle of the widget and as large as fits, on a ground like that
// behind pages everywhere. While another one is being drawn it shows the last one, paler.
class SheetPreview : public QWidget
{
    Q_OBJECT

public:
    explicit SheetPreview(QWidget* parent = nullptr);

    void setPage(const QImage& page);
    void setBusy(bool busy);
    bool isBusy() const { return m_busy; }
    const QImage& page() const { return m_page; }
    // The most device pixels that a page can have here, either way.
    QSize room() const;

    QSize sizeHint() const override { return {560, 560}; }

Q_SIGNALS:
    void resized();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QImage m_page;
    bool m_busy = false;
};

} // namespace widgets
