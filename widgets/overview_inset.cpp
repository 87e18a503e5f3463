// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview_inset.h"

#include "base/os.h"
#include "widgets/map_canvas.h"

#include <QMouseEvent>
#include <QPainter>

namespace widgets {

namespace {

constexpr int RestMs = 400; // after the last change of what is shown
constexpr int Edge = 12;
constexpr double Share = 0.22;   // of the map's width
constexpr QSize Least(150, 105); // of the inset
constexpr QSize Most(260, 182);
constexpr QSize Enough(480, 340);   // of the map, to have one at all
constexpr double SmallestFrame = 8; // pixels: a smaller one could not be seen

} // namespace

OverviewInset::OverviewInset(MapCanvas& canvas, std::shared_ptr<geo::PreparedCache> prepared)
    : QWidget(&canvas)
    , m_canvas(canvas)
    , m_prepared(std::move(prepared))
{
    setObjectName(QStringLiteral("overviewInset"));
    setCursor(Qt::PointingHandCursor);
    m_wanted.setSingleShot(true);
    m_wanted.setInterval(RestMs);
    connect(&m_wanted, &QTimer::timeout, this, &OverviewInset::draw);
    connect(&canvas, &MapCanvas::contentChanged, this, [this] {
        if (isVisible())
            m_wanted.start();
    });
    connect(&canvas, &MapCanvas::viewChanged, this, qOverload<>(&QWidget::update));
    canvas.installEventFilter(this);
    retranslate();
    place();
}

OverviewInset::~OverviewInset()
{
    m_jobs.cancelAll();
}

void OverviewInset::retranslate()
{
    setAccessibleName(tr("Overview"));
    setToolTip(tr("All that the map holds; click to look there"));
}

void OverviewInset::place()
{
    if (m_canvas.width() < Enough.width() || m_canvas.height() < Enough.height()) {
        setGeometry(QRect());
        return;
    }
    const int width = std::clamp(int(m_canvas.width() * Share), Least.width(), Most.width());
    const int height = width * Most.height() / Most.width();
    setGeometry(m_canvas.width() - width - Edge, m_canvas.height() - height - Edge, width, height);
}

void OverviewInset::draw()
{
    if (size().isEmpty())
        return;
    if (m_progress)
        m_progress->cancel();
    geo::MapSnapshot snapshot = m_canvas.content();
    snapshot.devicePixelRatio = devicePixelRatioF();
    snapshot.background = Qt::white;
    m_progress = m_jobs.run(
        {}, threadPool(),
        [snapshot = std::move(snapshot), size = QSizeF(this->size()),
         prepared = m_prepared](base::Progress& progress) {
            base::yieldToOthers();
            return geo::renderOverview(snapshot, size, *prepared, progress);
        },
        this,
        [this](Outcome<std::optional<geo::Overview>> outcome) {
            if (outcome.cancelled)
                return;
            m_progress.reset();
            m_overview = outcome.value ? std::move(*outcome.value) : std::nullopt;
            update();
        });
}

QRectF OverviewInset::frame() const
{
    if (!m_overview || !(m_overview->view.crs() == m_canvas.view().crs()))
        return {};
    const geo::Extent seen = m_canvas.view().extent();
    return QRectF(m_overview->view.toPixel({seen.west, seen.north}),
                  m_overview->view.toPixel({seen.east, seen.south}));
}

void OverviewInset::moveMapTo(QPointF pixel)
{
    if (!m_overview || !(m_overview->view.crs() == m_canvas.view().crs()))
        return;
    geo::MapView view = m_canvas.view();
    view.setCentre(m_overview->view.toMap(pixel));
    m_canvas.setView(view);
}

bool OverviewInset::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_canvas && event->type() == QEvent::Resize) {
        place();
        if (isVisible())
            m_wanted.start();
    }
    return QWidget::eventFilter(watched, event);
}

void OverviewInset::showEvent(QShowEvent* event)
{
    place();
    m_wanted.start();
    QWidget::showEvent(event);
}

void OverviewInset::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), Qt::white);
    if (m_overview)
        painter.drawImage(rect(), m_overview->image);
    QRectF seen = frame();
    const QColor accent = palette().color(QPalette::Highlight);
    if (!seen.isEmpty()) {
        if (seen.width() < SmallestFrame || seen.height() < SmallestFrame) {
            const QPointF middle = seen.center();
            seen.setSize(seen.size().expandedTo(QSizeF(SmallestFrame, SmallestFrame)));
            seen.moveCenter(middle);
        }
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(QColor(255, 255, 255, 220), 4));
        painter.drawRect(seen);
        QColor wash = accent;
        wash.setAlpha(40);
        if (!seen.contains(rect()))
            painter.setBrush(wash);
        painter.setPen(QPen(accent, 2));
        painter.drawRect(seen);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }
    painter.setBrush(Qt::NoBrush);
    painter.setPen(palette().color(QPalette::Dark));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

void OverviewInset::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton)
        moveMapTo(event->position());
}

void OverviewInset::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons() & Qt::LeftButton)
        moveMapTo(event->position());
}

} // namespace widgets
