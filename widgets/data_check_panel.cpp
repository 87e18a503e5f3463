// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/data_check_panel.h"

#include "widgets/waiver_dialog.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QStyle>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace widgets {

namespace {

using catalogue::DataCheck;
using catalogue::Finding;
using catalogue::Rule;

constexpr size_t MostKept = 2000; // findings of a rule that are listed
constexpr qint64 OpenedFrom = 40; // so few are shown without being asked for
constexpr int RuleRole = Qt::UserRole;
constexpr int FindingRole = Qt::UserRole + 1; // its place in the check; not set: no finding
constexpr base::Severity Severities[] = {base::Severity::Error, base::Severity::Warning,
                                         base::Severity::Note};

QIcon iconOf(const QWidget& widget, base::Severity severity)
{
    const QStyle::StandardPixmap pixmap =
        severity == base::Severity::Error     ? QStyle::SP_MessageBoxCritical
        : severity == base::Severity::Warning ? QStyle::SP_MessageBoxWarning
                                              : QStyle::SP_MessageBoxInformation;
    return widget.style()->standardIcon(pixmap, nullptr, &widget);
}

} // namespace

DataCheckPanel::DataCheckPanel(Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_state(new QLabel)
    , m_run(new QPushButton)
    , m_showWaived(new QCheckBox)
    , m_splitter(new QSplitter)
    , m_tree(new QTreeWidget)
    , m_detail(new QLabel)
    , m_fix(new QPushButton)
    , m_fixAll(new QPushButton)
    , m_letStand(new QPushButton)
    , m_takeBack(new QPushButton)
{
    m_state->setWordWrap(true);
    m_state->setTextFormat(Qt::PlainText);
    auto* bar = new QHBoxLayout;
    bar->addWidget(m_state, 1);
    bar->addWidget(m_showWaived);
    bar->addWidget(m_run);

    m_tree->setColumnCount(2);
    m_tree->setUniformRowHeights(true);
    m_tree->setAlternatingRowColors(true);
    m_tree->header()->resizeSection(0, fontMetrics().averageCharWidth() * 42);
    m_tree->header()->setStretchLastSection(true);

    m_detail->setWordWrap(true);
    m_detail->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_detail->setMargin(4);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_detail);
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {m_fix, m_fixAll, m_letStand, m_takeBack})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto* side = new QWidget;
    auto* sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(0, 0, 0, 0);
    sideLayout->addWidget(scroll, 1);
    sideLayout->addLayout(buttons);

    m_splitter->addWidget(m_tree);
    m_splitter->addWidget(side);
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(4, 4, 4, 4);
    layout->addLayout(bar);
    layout->addWidget(m_splitter, 1);

    connect(m_run, &QPushButton::clicked, this, [this] {
        if (m_progress)
            m_progress->cancel();
        else
            run();
    });
    connect(m_showWaived, &QCheckBox::toggled, this, &DataCheckPanel::fill);
    connect(m_tree, &QTreeWidget::itemExpanded, this, &DataCheckPanel::addFindings);
    connect(m_tree, &QTreeWidget::currentItemChanged, this, &DataCheckPanel::choose);
    connect(m_fix, &QPushButton::clicked, this, &DataCheckPanel::mend);
    connect(m_fixAll, &QPushButton::clicked, this, &DataCheckPanel::mendAll);
    connect(m_letStand, &QPushButton::clicked, this, &DataCheckPanel::letStand);
    connect(m_takeBack, &QPushButton::clicked, this, &DataCheckPanel::takeBack);
    connect(&workspace, &Workspace::projectChanged, this, &DataCheckPanel::projectChanged);
    connect(&workspace, &Workspace::stateChanged, this, &DataCheckPanel::stateChanged);
    connect(&workspace, &Workspace::failed, this, [this] { m_again = false; });
    retranslate();
}

DataCheckPanel::~DataCheckPanel()
{
    if (m_progress)
        m_progress->cancel();
}

void DataCheckPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void DataCheckPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_check && m_problem.isEmpty())
        run();
}

void DataCheckPanel::resizeEvent(QResizeEvent* event)
{
    m_splitter->setOrientation(event->size().width() > event->size().height() ? Qt::Horizontal
                                                                              : Qt::Vertical);
    QWidget::resizeEvent(event);
}

void DataCheckPanel::run()
{
    start(true);
}

void DataCheckPanel::start(bool shown)
{
    if (m_progress || !m_workspace.isOpen())
        return;
    m_isShown = shown;
    m_problem.clear();
    const quint64 number = ++m_started;
    catalogue::CheckOptions options;
    options.mostKept = MostKept;
    m_progress = m_workspace.jobs().run(
        shown ? tr("Checking the data") : QString(), m_workspace.fileExecutor(),
        [&workspace = m_workspace, options](base::Progress& progress) {
            progress.check();
            const catalogue::ProjectFile& file = workspace.fileInItsThread();
            return Checked{catalogue::checkTables(file, options, progress), file.info().heads};
        },
        this,
        [this, number](Outcome<Checked> outcome) {
            if (number == m_started)
                finish(std::move(outcome), false);
        });
    showState();
}

// After the tables, which need the file's own thread, the files that are named there.
void DataCheckPanel::finish(Outcome<Checked> outcome, bool whole)
{
    m_progress.reset();
    if (outcome.ok() && !whole) {
        const quint64 number = m_started;
        m_progress = m_workspace.jobs().run(
            m_isShown ? tr("Checking the data") : QString(), threadPool(),
            [checked = std::move(*outcome.value)](base::Progress& progress) mutable {
                catalogue::checkFiles(checked.check, progress);
                return std::move(checked);
            },
            this,
            [this, number](Outcome<Checked> done) {
                if (number == m_started)
                    finish(std::move(done), true);
            });
        return;
    }
    if (outcome.ok()) {
        m_check = std::move(outcome.value->check);
        m_heads = std::move(outcome.value->heads);
    } else {
        m_problem = outcome.cancelled ? tr("The check was cancelled.") : outcome.message;
    }
    fill();
}

void DataCheckPanel::projectChanged()
{
    ++m_started;
    if (m_progress)
        m_progress->cancel();
    m_progress.reset();
    m_check.reset();
    m_problem.clear();
    m_again = false;
    fill();
    if (isVisible())
        run();
}

void DataCheckPanel::stateChanged()
{
    if (!m_workspace.isOpen() || !m_check)
        return;
    if (m_again && m_workspace.state().info.heads != m_heads) {
        m_again = false;
        start(false);
    }
    showState();
}

void DataCheckPanel::retranslate()
{
    m_showWaived->setText(tr("Sh&ow what was let stand"));
    m_showWaived->setToolTip(tr("Show also the findings that somebody let stand, with the reason"));
    m_tree->setAccessibleName(tr("What the data check found"));
    m_tree->setHeaderLabels({tr("Where"), tr("What was found")});
    m_detail->setAccessibleName(tr("The finding that was chosen"));
    m_fix->setText(tr("&Mend"));
    m_letStand->setText(tr("Let stan&d…"));
    m_letStand->setToolTip(tr("Say why the finding may stand; it is no longer counted"));
    m_takeBack->setText(tr("Count a&gain"));
    m_takeBack->setToolTip(tr("Take back that the finding may stand"));
    fill();
}

void DataCheckPanel::showState()
{
    const bool open = m_workspace.isOpen();
    m_run->setEnabled(open);
    m_run->setText(m_progress ? tr("Cance&l") : m_check ? tr("Chec&k again") : tr("Chec&k"));
    m_run->setToolTip(m_progress ? tr("Stop the check")
                                 : tr("Look through the whole catalogue for what is wrong, missing "
                                      "or stale (veta-cli check)"));
    const QLocale locale = base::localeOf(m_workspace.language());
    QStringList said;
    if (!open) {
        said << tr("Open a project to check its data.");
    } else if (m_progress) {
        said << tr("Checking the catalogue…");
    } else if (!m_problem.isEmpty()) {
        said << m_problem;
    } else if (!m_check) {
        said << tr("The catalogue has not been checked yet.");
    }
    if (open && m_check && !m_progress) {
        if (m_heads != m_workspace.state().info.heads)
            said << tr("Out of date: the project has changed since. Check again.");
        if (m_check->open() == 0)
            said << tr("Nothing was found in %1 sites.").arg(locale.toString(m_check->sites()));
        else
            said << tr("In %1 sites: %2 errors, %3 warnings, %4 notes.")
                        .arg(locale.toString(m_check->sites()),
                             locale.toString(m_check->open(base::Severity::Error)),
                             locale.toString(m_check->open(base::Severity::Warning)),
                             locale.toString(m_check->open(base::Severity::Note)));
        if (m_check->waived() > 0)
            said << tr("Let stand: %1.").arg(locale.toString(m_check->waived()));
    }
    m_state->setText(said.join(u' '));
    m_showWaived->setEnabled(m_check && m_check->waived() > 0);
    showDetail();
}

void DataCheckPanel::fill()
{
    const Finding* before = chosen();
    const std::optional<Rule> rule = chosenRule();
    const auto keyOf = [](const Finding& finding) {
        return std::tuple(finding.rule, QString::fromLatin1(finding.table), finding.row);
    };
    const auto key = before ? std::optional(keyOf(*before)) : std::nullopt;
    std::set<Rule> expanded;
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i)
        for (int k = 0; k < m_tree->topLevelItem(i)->childCount(); ++k)
            if (m_tree->topLevelItem(i)->child(k)->isExpanded())
                expanded.insert(Rule(m_tree->topLevelItem(i)->child(k)->data(0, RuleRole).toInt()));

    m_isFilling = true;
    m_tree->clear();
    m_rows.clear();
    const bool waivedToo = m_showWaived->isChecked();
    if (m_check) {
        for (size_t i = 0; i < m_check->findings().size(); ++i)
            if (waivedToo || !m_check->findings()[i].waiver)
                m_rows[m_check->findings()[i].rule].push_back(i);
        const QLocale locale = base::localeOf(m_workspace.language());
        for (const base::Severity severity : Severities) {
            auto* group = new QTreeWidgetItem;
            for (size_t i = 0; i < catalogue::RuleCount; ++i)
                if (catalogue::severityOf(Rule(i)) == severity && m_rows.contains(Rule(i)))
                    addRule(*group, Rule(i));
            if (group->childCount() == 0) {
                delete group;
                continue;
            }
            group->setText(0, severity == base::Severity::Error     ? tr("Errors")
                              : severity == base::Severity::Warning ? tr("Warnings")
                                                                    : tr("Notes"));
            group->setText(1, locale.toString(m_check->open(severity)));
            group->setIcon(0, iconOf(*this, severity));
            QFont bold = font();
            bold.setBold(true);
            group->setFont(0, bold);
            m_tree->addTopLevelItem(group);
            group->setExpanded(true);
            for (int k = 0; k < group->childCount(); ++k) {
                const Rule each = Rule(group->child(k)->data(0, RuleRole).toInt());
                if (expanded.contains(each) || m_check->open() <= OpenedFrom)
                    group->child(k)->setExpanded(true);
            }
        }
    }
    // Back to what was chosen, or to its rule.
    for (int i = 0; i < m_tree->topLevelItemCount(); ++i)
        for (int k = 0; k < m_tree->topLevelItem(i)->childCount(); ++k) {
            QTreeWidgetItem* item = m_tree->topLevelItem(i)->child(k);
            if (!rule || Rule(item->data(0, RuleRole).toInt()) != *rule)
                continue;
            m_tree->setCurrentItem(item);
            for (int n = 0; key && n < item->childCount(); ++n) {
                const QVariant place = item->child(n)->data(0, FindingRole);
                if (place.isValid() &&
                    keyOf(m_check->findings()[size_t(place.toULongLong())]) == *key)
                    m_tree->setCurrentItem(item->child(n));
            }
        }
    m_isFilling = false;
    showState();
}

void DataCheckPanel::addRule(QTreeWidgetItem& group, Rule rule)
{
    const QLocale locale = base::localeOf(m_workspace.language());
    const DataCheck::Counted& counted = m_check->counted(rule);
    auto* item = new QTreeWidgetItem(&group);
    item->setText(0, catalogue::ruleName(rule, m_workspace.language()));
    QStringList parts{locale.toString(counted.open)};
    if (counted.fixable > 0)
        parts << tr("can be mended: %1").arg(locale.toString(counted.fixable));
    if (counted.waived > 0)
        parts << tr("let stand: %1").arg(locale.toString(counted.waived));
    item->setText(1, parts.join(QStringLiteral(" · ")));
    item->setToolTip(0, catalogue::ruleExplanation(rule, m_workspace.language()));
    item->setData(0, RuleRole, int(rule));
    item->setChildIndicatorPolicy(QTreeWidgetItem::ShowIndicator);
}

void DataCheckPanel::addFindings(QTreeWidgetItem* item)
{
    const QVariant ruleData = item->data(0, RuleRole);
    if (!ruleData.isValid() || item->childCount() > 0 || !m_check)
        return;
    const Rule rule = Rule(ruleData.toInt());
    QList<QTreeWidgetItem*> children;
    for (const size_t place : m_rows[rule]) {
        const Finding& finding = m_check->findings()[place];
        auto* child = new QTreeWidgetItem;
        QString text = catalogue::findingText(finding);
        if (finding.waiver)
            text = tr("Let stand (%1): %2").arg(finding.waiver->reason, text);
        child->setText(0, finding.subject.isEmpty() ? tr("(no name)") : finding.subject);
        child->setText(1, text);
        child->setToolTip(0, child->text(0));
        child->setToolTip(1, text);
        child->setData(0, RuleRole, int(rule));
        child->setData(0, FindingRole, QVariant::fromValue(qulonglong(place)));
        children << child;
    }
    const DataCheck::Counted& counted = m_check->counted(rule);
    if (counted.kept < counted.open + counted.waived) {
        const QLocale locale = base::localeOf(m_workspace.language());
        auto* more = new QTreeWidgetItem;
        more->setText(0, QStringLiteral("…"));
        more->setText(1, tr("The first %1 of %2 are listed. veta-cli check --csv writes all.")
                             .arg(locale.toString(counted.kept),
                                  locale.toString(counted.open + counted.waived)));
        more->setData(0, RuleRole, int(rule));
        children << more;
    }
    item->addChildren(children);
}

const Finding* DataCheckPanel::chosen() const
{
    const QTreeWidgetItem* item = m_tree->currentItem();
    const QVariant place = item ? item->data(0, FindingRole) : QVariant();
    return place.isValid() && m_check ? &m_check->findings()[size_t(place.toULongLong())] : nullptr;
}

std::optional<Rule> DataCheckPanel::chosenRule() const
{
    const QTreeWidgetItem* item = m_tree->currentItem();
    const QVariant rule = item ? item->data(0, RuleRole) : QVariant();
    return rule.isValid() ? std::optional(Rule(rule.toInt())) : std::nullopt;
}

void DataCheckPanel::choose(QTreeWidgetItem*)
{
    if (m_isFilling)
        return;
    showDetail();
    if (const Finding* finding = chosen(); finding && finding->site != 0) {
        m_workspace.showSite(finding->site);
        Q_EMIT siteActivated(finding->site);
    }
}

void DataCheckPanel::showDetail()
{
    const Finding* finding = chosen();
    const std::optional<Rule> rule = chosenRule();
    const base::Language language = m_workspace.language();
    QString text;
    const auto paragraph = [&text](const QString& words) {
        if (!words.isEmpty())
            text += QStringLiteral("<p>%1</p>").arg(words.toHtmlEscaped());
    };
    if (finding) {
        text = QStringLiteral("<p><b>%1</b></p>")
                   .arg((finding->subject.isEmpty() ? catalogue::ruleName(*rule, language)
                                                    : finding->subject)
                            .toHtmlEscaped());
        paragraph(catalogue::findingText(*finding));
        if (finding->waiver)
            paragraph(tr("Let stand by %1, %2: %3")
                          .arg(finding->waiver->author, finding->waiver->waivedOn,
                               finding->waiver->reason));
        else if (finding->isFixable())
            paragraph(tr("Mend: %1").arg(catalogue::fixText(*finding)));
    } else if (rule) {
        text = QStringLiteral("<p><b>%1</b></p>")
                   .arg(catalogue::ruleName(*rule, language).toHtmlEscaped());
    } else if (m_check && m_check->open() + m_check->waived() > 0) {
        paragraph(tr("Choose a finding to see it on the map and what can be done about it."));
    }
    if (rule)
        paragraph(tr("What is looked at: %1").arg(catalogue::ruleExplanation(*rule, language)));
    m_detail->setText(text);

    const bool idle = !m_progress && m_workspace.isOpen() && !m_workspace.isReadOnly();
    const bool waived = finding && finding->waiver;
    m_fix->setEnabled(idle && finding && !waived && finding->isFixable());
    m_fix->setToolTip(m_fix->isEnabled() ? catalogue::fixText(*finding)
                                         : tr("There is no mending that is certain enough"));
    const qint64 fixable = rule && m_check ? m_check->counted(*rule).fixable : 0;
    m_fixAll->setEnabled(idle && fixable > 0);
    m_fixAll->setText(fixable > 0
                          ? tr("Mend &all (%1)").arg(base::localeOf(language).toString(fixable))
                          : tr("Mend &all"));
    m_fixAll->setToolTip(tr("Mend all that this rule found and that can be mended, as one change"));
    m_letStand->setVisible(!waived);
    m_letStand->setEnabled(idle && finding);
    m_takeBack->setVisible(waived);
    m_takeBack->setEnabled(idle && waived);
}

void DataCheckPanel::change(const catalogue::Sentence& sentence,
                            std::function<void(catalogue::Edit&)> work)
{
    m_again = true;
    if (!m_workspace.edit(sentence, true, std::move(work)))
        m_again = false;
}

void DataCheckPanel::mend()
{
    const Finding* finding = chosen();
    if (!finding || !finding->isFixable() || finding->waiver)
        return;
    const std::vector<Finding> one{*finding};
    change(catalogue::fixSentence(one),
           [one, author = catalogue::toText(m_workspace.author())](catalogue::Edit& edit) {
               if (catalogue::applyFixes(edit, one, author) == 0)
                   throw base::Error(tr("This was changed meanwhile. Check again."));
           });
}

// All that the rule finds, not only what is listed.
void DataCheckPanel::mendAll()
{
    const std::optional<Rule> rule = chosenRule();
    if (!rule || m_progress || !m_check)
        return;
    if (m_workspace.author().name.isEmpty()) {
        Q_EMIT m_workspace.authorNeeded();
        return;
    }
    catalogue::CheckOptions options = m_check->options();
    options.rules = {*rule};
    options.mostKept = 0;
    m_isShown = true;
    const quint64 number = ++m_started;
    m_progress = m_workspace.jobs().run(
        tr("Looking for what can be mended"), m_workspace.fileExecutor(),
        [&workspace = m_workspace, options](base::Progress& progress) {
            progress.check();
            const DataCheck check =
                catalogue::checkTables(workspace.fileInItsThread(), options, progress);
            std::vector<Finding> found;
            for (const Finding& finding : check.findings())
                if (finding.isFixable() && !finding.waiver)
                    found.push_back(finding);
            return found;
        },
        this,
        [this, number](Outcome<std::vector<Finding>> outcome) {
            if (number != m_started)
                return;
            m_progress.reset();
            if (!outcome.ok())
                m_problem = outcome.cancelled ? QString() : outcome.message;
            else if (!outcome.value->empty()) {
                const catalogue::Sentence sentence = catalogue::fixSentence(*outcome.value);
                change(sentence,
                       [found = std::move(*outcome.value),
                        author = catalogue::toText(m_workspace.author())](catalogue::Edit& edit) {
                           catalogue::applyFixes(edit, found, author);
                       });
            }
            showState();
        });
    showState();
}

void DataCheckPanel::letStand()
{
    const Finding* finding = chosen();
    if (!finding || finding->waiver)
        return;
    auto* dialog = new WaiverDialog(catalogue::findingText(*finding), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, one = std::vector<Finding>{*finding}] {
        change(catalogue::waiveSentence(one, dialog->reason()),
               [one, reason = dialog->reason(), author = catalogue::toText(m_workspace.author())](
                   catalogue::Edit& edit) { catalogue::waive(edit, one.front(), reason, author); });
    });
    dialog->open();
}

void DataCheckPanel::takeBack()
{
    const Finding* finding = chosen();
    if (!finding || !finding->waiver)
        return;
    change(catalogue::takeBackSentence({*finding}),
           [waiver = finding->waiver->id](catalogue::Edit& edit) {
               catalogue::takeWaiverBack(edit, waiver);
           });
}

} // namespace widgets
