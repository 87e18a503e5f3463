// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/status_line.h"

#include "base/error.h"
#include "geo/feature_layer.h"
#include "geo/raster_source.h"
#include "widgets/crs_dialog.h"

#include <QAction>
#include <QCursor>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QRegularExpression>
#include <QSettings>
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

// How a layer was moved to WGS 84; nullptr where it was not.
const geo::Operation* movedBy(const catalogue::LoadedLayer& layer)
{
    const geo::Operation* way = nullptr;
    if (layer.features)
        way = &layer.features->operation();
    else if (layer.raster && layer.raster->operation())
        way = &*layer.raster->operation();
    return way != nullptr && !way->isIdentity() ? way : nullptr;
}

// The layer in view whose places may lie furthest off; nullptr where all lie as exactly as they
// were read.
const catalogue::LoadedLayer* leastExact(const Workspace& workspace)
{
    const catalogue::LoadedLayer* worst = nullptr;
    const auto metres = [](const catalogue::LoadedLayer& layer) {
        const geo::OperationInfo& info = movedBy(layer)->info();
        return info.ballpark || !info.accuracyMetres ? std::numeric_limits<double>::infinity()
                                                     : *info.accuracyMetres;
    };
    for (const auto& [id, layer] : workspace.layers())
        if (layer.layer.visible && movedBy(layer) != nullptr && metres(layer) > 0 &&
            (worst == nullptr || metres(layer) > metres(*worst)))
            worst = &layer;
    return worst;
}

} // namespace

StatusLine::StatusLine(Workspace& workspace, QWidget* parent)
    : QStatusBar(parent)
    , m_workspace(workspace)
    , m_crs(new QToolButton)
    , m_scale(new QLineEdit)
    , m_place(new QLabel)
    , m_accuracy(new QLabel)
    , m_said(new QLabel)
    , m_job(new QLabel)
    , m_bar(new QProgressBar)
    , m_cancel(new QToolButton)
    , m_saved(new QLabel)
    , m_poll(new QTimer(this))
    , m_silence(new QTimer(this))
    , m_forms(new QMenu(this))
{
    setContentsMargins(6, 0, 0, 0);
    m_bar->setMaximumSize(160, 14);
    m_bar->setTextVisible(false);
    m_crs->setAutoRaise(true);
    connect(m_crs, &QToolButton::clicked, this, &StatusLine::crsWanted);
    m_scale->setFrame(false);
    m_scale->setFixedWidth(fontMetrics().horizontalAdvance(QStringLiteral("1:000,000,000")) + 12);
    connect(m_scale, &QLineEdit::editingFinished, this, &StatusLine::enterScale);
    m_form = PlaceForm(std::clamp(QSettings().value(QStringLiteral("map/coordinates"), 0).toInt(),
                                  0, int(PlaceForm::OtherCrs)));
    readOtherCrs();
    m_place->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_place, &QLabel::customContextMenuRequested, this,
            [this] { m_forms->popup(QCursor::pos()); });
    connect(m_forms, &QMenu::aboutToShow, this, &StatusLine::fillForms);
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
    m_forms->setTitle(tr("C&oordinates under the mouse"));
    m_cancel->setText(tr("Cancel"));
    m_cancel->setToolTip(tr("Stop what is going on; nothing is changed then"));
    m_saved->setText(!open                    ? QString()
                     : m_workspace.isSaving() ? tr("Saving…")
                                              : tr("All changes saved"));
    m_crs->setVisible(open);
    m_accuracy->clear();
    if (open) {
        const geo::Crs& crs = m_workspace.state().mapCrs;
        m_crs->setText(crs.code().isEmpty() ? crs.name()
                                            : QStringLiteral("%1 %2").arg(crs.code(), crs.name()));
        m_crs->setToolTip(
            tr("The coordinate reference system of the map; click to choose another one"));
        if (const catalogue::LoadedLayer* layer = leastExact(m_workspace)) {
            const geo::OperationInfo& info = movedBy(*layer)->info();
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

void StatusLine::setView(const geo::MapView& view)
{
    m_view = view;
    showScale();
}

void StatusLine::showScale()
{
    m_scale->setVisible(m_workspace.isOpen() && m_view);
    if (!m_view || m_scale->hasFocus())
        return;
    m_scale->setText(
        QStringLiteral("1:%1").arg(base::localeOf(m_workspace.language())
                                       .toString(rounded(m_view->scaleDenominator()), 'f', 0)));
    m_scale->setToolTip(
        tr("The scale in the middle of the map; write another one, such as 1:250,000"));
    m_scale->setAccessibleName(tr("Scale of the map"));
}

// "1:250,000", "250 000", "1/250000": what stands after the colon, without its groups of three.
void StatusLine::enterScale()
{
    if (!m_scale->isModified() || !m_view)
        return;
    m_scale->setModified(false);
    static const QRegularExpression First(QStringLiteral(R"(^\s*1\s*[:/]\s*)"));
    static const QRegularExpression Groups(QStringLiteral(R"([\s,.'\x{2009}\x{202f}\x{a0}])"));
    QString text = m_scale->text();
    text.remove(First).remove(Groups);
    bool ok = false;
    const double denominator = text.toDouble(&ok);
    m_scale->clearFocus();
    if (ok && denominator >= 1)
        Q_EMIT scaleWanted(denominator);
    showScale();
}

void StatusLine::fillForms()
{
    m_forms->clear();
    for (const PlaceForm form : {PlaceForm::Degrees, PlaceForm::DegreesMinutesSeconds,
                                 PlaceForm::Utm, PlaceForm::MapCrs, PlaceForm::OtherCrs}) {
        QString text = placeFormName(form);
        if (form == PlaceForm::OtherCrs && m_otherCrs)
            text += QStringLiteral(" (%1)").arg(m_otherCrs->crs.code());
        QAction* action = m_forms->addAction(text);
        action->setCheckable(true);
        action->setChecked(form == m_form);
        connect(action, &QAction::triggered, this, [this, form] { chooseForm(form); });
    }
}

void StatusLine::readOtherCrs()
{
    const QString code = QSettings().value(QStringLiteral("map/coordinates_crs")).toString();
    m_otherCrs.reset();
    if (code.isEmpty())
        return;
    try {
        m_otherCrs.emplace(geo::Crs::fromText(code));
    } catch (const base::Error&) { // of another computer, or another PROJ: degrees are shown
        m_otherCrs.reset();
    }
}

void StatusLine::chooseForm(PlaceForm form)
{
    if (form == PlaceForm::OtherCrs) {
        CrsDialog dialog(m_workspace.jobs(),
                         tr("The coordinates of the mouse are written in this one."), window());
        if (dialog.exec() != QDialog::Accepted)
            return;
        QSettings().setValue(QStringLiteral("map/coordinates_crs"), dialog.code());
        readOtherCrs();
    }
    m_form = form;
    QSettings().setValue(QStringLiteral("map/coordinates"), int(m_form));
    setPlace(m_lonLat, m_words);
}

void StatusLine::setPlace(const std::optional<QPointF>& lonLat, const QString& words)
{
    m_lonLat = lonLat;
    m_words = words;
    if (!lonLat) {
        m_place->clear();
        return;
    }
    const QString place = m_view ? placeWords(*lonLat, m_form, *m_view, m_workspace.language(),
                                              m_otherCrs ? &*m_otherCrs : nullptr)
                                 : placeText(*lonLat, m_workspace.language());
    m_place->setText(words.isEmpty() ? place : QStringLiteral("%1   %2").arg(place, words));
    m_place->setToolTip(tr("Where the mouse is; the right button chooses how it is written"));
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
