// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/status_line.h"

#include "geo/feature_layer.h"

#include <QEvent>
#include <QLabel>
#include <QProgressBar>
#include <QRegularExpression>
#include <QTimer>
#include <QToolButton>
#include <cmath>

namespace widgets {

namespace {

constexpr int JobPollMs = 100;
constexpr int SaidMs = 15000;

// 21,664,648 is 21,700,000: no more digits than a scale on a screen can mean.
double rounded(double denominator)
{
    const double unit = std::pow(10, std::floor(std::log10(denominator)) - 2);
    return std::round(denominator / unit) * unit;
}

// The layer in view whose points may lie furthest off; nullptr where none was moved at all.
const catalogue::LoadedLayer* leastExact(const Workspace& workspace)
{
    const catalogue::LoadedLayer* worst = nullptr;
    const auto metres = [](const catalogue::LoadedLayer& layer) {
        const geo::OperationInfo& info = layer.features->operation().info();
        return info.ballpark || !info.accuracyMetres ? std::numeric_limits<double>::infinity()
                                                     : *info.accuracyMetres;
    };
    for (const auto& [id, layer] : workspace.layers())
        if (layer.layer.visible && layer.features && !layer.features->operation().isIdentity() &&
            (worst == nullptr || metres(layer) > metres(*worst)))
            worst = &layer;
    return worst;
}

} // namespace

QString placeText(QPointF lonLat, base::Language language)
{
    const QLocale locale = base::localeOf(language);
    const QString north =
        lonLat.y() < 0 ? StatusLine::tr("S", "south") : StatusLine::tr("N", "north");
    const QString east = lonLat.x() < 0 ? StatusLine::tr("W", "west") : StatusLine::tr("E", "east");
    return QStringLiteral("%1° %2  %3° %4")
        .arg(locale.toString(std::abs(lonLat.y()), 'f', 4), north,
             locale.toString(std::abs(lonLat.x()), 'f', 4), east);
}

StatusLine::StatusLine(Workspace& workspace, QWidget* parent)
    : QStatusBar(parent)
    , m_workspace(workspace)
    , m_crs(new QLabel)
    , m_scale(new QLabel)
    , m_place(new QLabel)
    , m_accuracy(new QLabel)
    , m_said(new QLabel)
    , m_job(new QLabel)
    , m_bar(new QProgressBar)
    , m_cancel(new QToolButton)
    , m_saved(new QLabel)
    , m_poll(new QTimer(this))
    , m_silence(new QTimer(this))
{
    setContentsMargins(6, 0, 0, 0);
    m_bar->setMaximumSize(160, 14);
    m_bar->setTextVisible(false);
    m_place->setMinimumWidth(
        fontMetrics().horizontalAdvance(QStringLiteral("00.0000° N  000.0000° W")));
    for (QLabel* label : {m_place, m_said, m_job, m_accuracy}) {
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        label->setTextInteractionFlags(Qt::NoTextInteraction);
    }
    m_accuracy->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    m_job->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    addWidget(m_crs);
    addWidget(m_scale);
    addWidget(m_place, 2);
    addWidget(m_said, 2);
    addPermanentWidget(m_accuracy);
    addPermanentWidget(m_job);
    addPermanentWidget(m_bar);
    addPermanentWidget(m_cancel);
    addPermanentWidget(m_saved);
    m_said->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    connect(m_said, &QLabel::linkActivated, this, &StatusLine::linkActivated);
    m_poll->setInterval(JobPollMs);
    m_silence->setSingleShot(true);
    m_silence->setInterval(SaidMs);
    connect(m_poll, &QTimer::timeout, this, &StatusLine::showJobs);
    connect(m_silence, &QTimer::timeout, this, [this] {
        m_said->clear();
        m_said->hide();
    });
    connect(m_cancel, &QToolButton::clicked, this, [this] {
        for (const Jobs::Running& job : m_workspace.jobs().running())
            job.progress->cancel();
    });
    for (const auto signal : {&Workspace::stateChanged, &Workspace::projectChanged,
                              &Workspace::layersChanged, &Workspace::savingChanged})
        connect(&workspace, signal, this, &StatusLine::refresh);
    connect(&workspace.jobs(), &Jobs::changed, this, &StatusLine::showJobs);
    m_said->hide();
    refresh();
    showJobs();
}

void StatusLine::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        refresh();
        showJobs();
    }
    QStatusBar::changeEvent(event);
}

void StatusLine::refresh()
{
    const bool open = m_workspace.isOpen();
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Stop what is going on; nothing is changed then"));
    m_saved->setText(!open                    ? QString()
                     : m_workspace.isSaving() ? tr("Saving…")
                                              : tr("All changes saved"));
    m_crs->clear();
    m_accuracy->clear();
    if (open) {
        const geo::Crs& crs = m_workspace.state().mapCrs;
        m_crs->setText(crs.code().isEmpty() ? crs.name()
                                            : QStringLiteral("%1 %2").arg(crs.code(), crs.name()));
        m_crs->setToolTip(tr("The coordinate reference system of the map"));
        if (const catalogue::LoadedLayer* layer = leastExact(m_workspace)) {
            const geo::OperationInfo& info = layer->features->operation().info();
            const QString name = layer->layer.nameIn(m_workspace.language());
            m_accuracy->setText(info.ballpark ? tr("%1: no change of datum").arg(name)
                                : info.accuracyMetres
                                    ? tr("%1: ±%2 m")
                                          .arg(name, base::localeOf(m_workspace.language())
                                                         .toString(*info.accuracyMetres))
                                    : tr("%1: accuracy not stated").arg(name));
            m_accuracy->setToolTip(tr("The layer on the map that lies least exactly"));
        }
    }
    m_accuracy->setVisible(!m_accuracy->text().isEmpty());
    showScale();
}

void StatusLine::setScale(double denominator)
{
    m_denominator = denominator;
    showScale();
}

void StatusLine::showScale()
{
    m_scale->setVisible(m_workspace.isOpen() && m_denominator > 0);
    if (m_denominator > 0)
        m_scale->setText(QStringLiteral("1:%1").arg(
            base::localeOf(m_workspace.language()).toString(rounded(m_denominator), 'f', 0)));
    m_scale->setToolTip(tr("The scale in the middle of the map"));
}

void StatusLine::setPlace(const std::optional<QPointF>& lonLat, const QString& words)
{
    if (!lonLat) {
        m_place->clear();
        return;
    }
    const QString place = placeText(*lonLat, m_workspace.language());
    m_place->setText(words.isEmpty() ? place : QStringLiteral("%1   %2").arg(place, words));
}

void StatusLine::say(const QString& sentence)
{
    m_said->setText(sentence);
    static const QRegularExpression Tag(QStringLiteral("<[^>]*>"));
    m_said->setToolTip(QString(sentence).remove(Tag));
    m_said->show();
    m_silence->start();
}

void StatusLine::showJobs()
{
    const std::vector<Jobs::Running> running = m_workspace.jobs().running();
    for (QWidget* widget : std::initializer_list<QWidget*>{m_job, m_bar, m_cancel})
        widget->setVisible(!running.empty());
    if (running.empty()) {
        m_poll->stop();
        return;
    }
    const base::Progress::State state = running.front().progress->state();
    m_job->setText(state.text.isEmpty() ? running.front().title : state.text);
    m_bar->setAccessibleName(m_job->text());
    m_bar->setRange(0, state.total > 0 ? 1000 : 0);
    if (state.total > 0)
        m_bar->setValue(int(1000.0 * double(state.done) / double(state.total)));
    if (!m_poll->isActive())
        m_poll->start();
}

} // namespace widgets
