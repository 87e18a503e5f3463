// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/source_fields.h"

#include <QComboBox>
#include <QDate>
#include <QFormLayout>
#include <QLineEdit>

namespace widgets {

namespace {

constexpr base::Id Statement = -1; // of the person who writes
constexpr base::Id NewSource = -2;

} // namespace

bool isDateText(const QString& text)
{
    for (const char* format : {"yyyy-MM-dd", "yyyy-MM", "yyyy"})
        if (QDate::fromString(text, QLatin1String(format)).isValid() &&
            text.size() == qsizetype(qstrlen(format)))
            return true;
    return text.isEmpty();
}

SourceFields::SourceFields(Workspace& workspace, QFormLayout& form, QWidget* parent)
    : QObject(parent)
    , m_workspace(workspace)
    , m_form(form)
    , m_source(new QComboBox)
    , m_title(new QLineEdit)
    , m_publisher(new QLineEdit)
    , m_published(new QLineEdit)
    , m_url(new QLineEdit)
    , m_reference(new QLineEdit)
{
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_source->setMinimumContentsLength(30);
    m_published->setPlaceholderText(QStringLiteral("2024-05-17"));
    m_url->setPlaceholderText(QStringLiteral("https://"));
    m_reference->setPlaceholderText(tr("page, table or record"));
    form.addRow(tr("&Source"), m_source);
    form.addRow(tr("Its &title"), m_title);
    form.addRow(tr("P&ublisher"), m_publisher);
    form.addRow(tr("Pu&blished"), m_published);
    form.addRow(tr("&Address"), m_url);
    form.addRow(tr("&Where in it"), m_reference);
    offer({});
    workspace.read(
        [](const catalogue::ReadAccess& access) { return catalogue::readSources(access); }, this,
        [this](const std::vector<catalogue::Source>& sources) { offer(sources); });
    connect(m_source, &QComboBox::currentIndexChanged, this, &SourceFields::chosen);
    for (QLineEdit* line : {m_title, m_publisher, m_published, m_url, m_reference})
        connect(line, &QLineEdit::textChanged, this, &SourceFields::changed);
    chosen();
}

void SourceFields::offer(const std::vector<catalogue::Source>& sources)
{
    const QSignalBlocker quiet(m_source);
    const base::Id before =
        m_source->count() > 0 ? m_source->currentData().toLongLong() : NewSource;
    m_source->clear();
    m_source->addItem(tr("A new source"), NewSource);
    m_source->addItem(tr("My own statement, as %1").arg(catalogue::toText(m_workspace.author())),
                      Statement);
    for (const catalogue::Source& source : sources) {
        m_source->addItem(source.published.isEmpty()
                              ? source.title
                              : QStringLiteral("%1 (%2)").arg(source.title, source.published),
                          source.id);
        m_source->setItemData(m_source->count() - 1, source.title, Qt::ToolTipRole);
    }
    m_source->setCurrentIndex(std::max(0, m_source->findData(before)));
}

bool SourceFields::isNew() const
{
    return m_source->currentData().toLongLong() == NewSource;
}

void SourceFields::chosen()
{
    for (QLineEdit* line : {m_title, m_publisher, m_published, m_url})
        m_form.setRowVisible(line, isNew());
    Q_EMIT changed();
}

QString SourceFields::problem() const
{
    if (isNew() && m_title->text().trimmed().isEmpty())
        return tr("Say where this was read: every figure has a source.");
    if (isNew() && !isDateText(m_published->text().trimmed()))
        return tr("A date is written 2024, 2024-05 or 2024-05-17.");
    return {};
}

std::function<catalogue::Citation(catalogue::Edit&)> SourceFields::citation() const
{
    catalogue::Source added;
    const base::Id chosen = m_source->currentData().toLongLong();
    if (chosen == NewSource) {
        added.title = m_title->text().trimmed();
        added.publisher = m_publisher->text().trimmed();
        added.published = m_published->text().trimmed();
        added.url = m_url->text().trimmed();
        added.kind = added.url.isEmpty() ? QStringLiteral("document") : QStringLiteral("page");
        if (!added.url.isEmpty())
            added.accessed = QDate::currentDate().toString(Qt::ISODate);
    } else if (chosen == Statement) {
        // In the file's own language, as titles of sources are.
        added.kind = QStringLiteral("statement");
        added.title =
            QStringLiteral("Statement of %1").arg(catalogue::toText(m_workspace.author()));
    }
    return [added, chosen, reference = m_reference->text().trimmed()](catalogue::Edit& edit) {
        catalogue::Citation cite{{}, reference};
        if (chosen >= 0) {
            cite.source = chosen;
            return cite;
        }
        for (const catalogue::Source& source : catalogue::readSources(edit))
            if (source.kind == added.kind && source.title == added.title &&
                source.url == added.url && source.published == added.published)
                cite.source = source.id;
        if (!cite.source)
            cite.source = catalogue::addSource(edit, added);
        return cite;
    };
}

} // namespace widgets
