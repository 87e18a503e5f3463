// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/search_box.h"

#include "catalogue/vocabulary.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QEvent>
#include <QStandardItemModel>
#include <QTimer>

namespace widgets {

namespace {

constexpr int TypingMs = 120;
constexpr int MostFound = 20;
constexpr int KindRole = Qt::UserRole + 1;
constexpr int IdRole = Qt::UserRole + 2;

} // namespace

SearchBox::SearchBox(Workspace& workspace, QWidget* parent)
    : QLineEdit(parent)
    , m_workspace(workspace)
    , m_found(new QStandardItemModel(this))
    , m_completer(new QCompleter(m_found, this))
    , m_typing(new QTimer(this))
{
    setClearButtonEnabled(true);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setCompletionRole(Qt::UserRole); // what stands in the line then: the bare name
    m_completer->setMaxVisibleItems(MostFound);
    m_completer->setWidget(this);
    m_typing->setSingleShot(true);
    m_typing->setInterval(TypingMs);
    connect(this, &QLineEdit::textEdited, m_typing, qOverload<>(&QTimer::start));
    connect(m_typing, &QTimer::timeout, this, [this] {
        look();
        if (m_found->rowCount() > 0)
            m_completer->complete();
        else
            m_completer->popup()->hide();
    });
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            &SearchBox::choose);
    connect(this, &QLineEdit::returnPressed, this, &SearchBox::entered);
    retranslate();
}

void SearchBox::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLineEdit::changeEvent(event);
}

void SearchBox::retranslate()
{
    setPlaceholderText(tr("Search everything"));
    setAccessibleName(tr("Search everything"));
    m_found->clear();
}

void SearchBox::add(Kind kind, base::Id id, const QString& name, const QString& about)
{
    if (m_found->rowCount() >= MostFound)
        return;
    auto* item = new QStandardItem(QStringLiteral("%1 – %2").arg(name, about));
    item->setData(name, Qt::UserRole);
    item->setData(int(kind), KindRole);
    item->setData(id, IdRole);
    m_found->appendRow(item);
}

void SearchBox::look()
{
    m_found->clear();
    const QStringList wanted =
        catalogue::folded(text()).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    if (!m_workspace.isOpen() || wanted.isEmpty())
        return;
    const auto fits = [&](const QString& name) {
        const QString plain = catalogue::folded(name);
        return std::all_of(wanted.begin(), wanted.end(),
                           [&](const QString& word) { return plain.contains(word); });
    };
    const base::Language language = m_workspace.language();
    const ProjectState& state = m_workspace.state();
    for (const shortlist::Candidate& candidate : state.round.candidates)
        if (const QString name = candidate.project.nameIn(language); fits(name))
            add(Kind::Project, candidate.project.id, name, tr("project"));
    for (const catalogue::Layer& layer : state.layers)
        if (const QString name = layer.nameIn(language); fits(name))
            add(Kind::Layer, layer.id, name, tr("layer"));
    catalogue::SiteFilter filter;
    filter.text = text();
    for (const size_t row : catalogue::filtered(*state.sites, filter)) {
        if (m_found->rowCount() >= MostFound)
            break;
        const catalogue::SiteSummary& site = (*state.sites)[row];
        QStringList about{catalogue::siteKinds().label(site.kind, language), site.admin1,
                          catalogue::countries().label(site.country, language)};
        about.removeAll(QString());
        add(Kind::Site, site.id, site.name,
            about.isEmpty() ? tr("site") : about.join(QStringLiteral(", ")));
    }
}

void SearchBox::choose(const QModelIndex& index)
{
    const base::Id id = index.data(IdRole).toLongLong();
    const QString name = index.data(Qt::UserRole).toString();
    switch (Kind(index.data(KindRole).toInt())) {
    case Kind::Project:
        Q_EMIT projectChosen(id);
        break;
    case Kind::Layer:
        Q_EMIT layerChosen(id);
        break;
    case Kind::Site:
        Q_EMIT siteChosen(id);
        break;
    }
    setText(name);
}

void SearchBox::entered()
{
    if (m_completer->popup()->isVisible() && m_completer->popup()->currentIndex().isValid())
        return; // the list itself says what was chosen
    m_typing->stop();
    look();
    m_completer->popup()->hide();
    if (m_found->rowCount() > 0)
        choose(m_found->index(0, 0));
    else if (!text().trimmed().isEmpty())
        Q_EMIT nothingFound(text().trimmed());
}

} // namespace widgets
