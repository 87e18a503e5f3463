// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/map_sheet_dialog.h"

#include "widgets/message.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QPrintDialog>
#include <QPrinter>
#include <QPrinterInfo>
#include <QProgressBar>
#include <QPushButton>

namespace widgets {

void MapSheetDialog::askToSave()
{
    struct Kind
    {
        const char* suffix;
        QString filter;
    };
    const Kind kinds[] = {{".pdf", tr("PDF files (*.pdf)")},
                          {".png", tr("PNG pictures (*.png)")},
                          {".tif", tr("TIFF pictures (*.tif *.tiff)")}};
    const Kind& kind = kinds[m_format->currentIndex()];
    const QString suffix = QString::fromLatin1(kind.suffix);
    QString path = QFileDialog::getSaveFileName(
        this, tr("Save the map"),
        QDir(QFileInfo(m_workspace.path()).absolutePath()).filePath(tr("map") + suffix),
        kind.filter);
    if (path.isEmpty())
        return;
    if (QFileInfo(path).suffix().isEmpty())
        path += suffix;
    saveAs(path);
}

void MapSheetDialog::saveAs(const QString& path)
{
    const auto wanted = sheet();
    if (!wanted || m_work)
        return;
    work(tr("Writing %1").arg(QFileInfo(path).fileName()),
         tr("Wrote %1").arg(QDir::toNativeSeparators(path)),
         [sheet = *wanted, path, format = Format(m_format->currentIndex()),
          cache = m_workspace.prepared()](base::Progress& progress,
                                          std::vector<base::Issue>& issues) {
             if (format == Pdf)
                 report::writeSheetPdf(sheet, path, *cache, progress, &issues);
             else
                 report::writeSheetPicture(sheet, path,
                                           format == Tiff ? report::PictureFormat::Tiff
                                                          : report::PictureFormat::Png,
                                           *cache, progress, &issues);
         });
}

void MapSheetDialog::askToPrint()
{
    const auto wanted = sheet();
    if (!wanted || m_work)
        return;
    if (QPrinterInfo::availablePrinterNames().isEmpty()) {
        if (choose(this,
                   tr("No printer is set up on this computer. The sheet can be saved as PDF and "
                      "printed from another one."),
                   {tr("Save as PDF…")}) == 0) {
            m_format->setCurrentIndex(Pdf);
            askToSave();
        }
        return;
    }
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    const QSizeF paper = wanted->paperMillimetres;
    const bool across = paper.width() > paper.height();
    printer->setDocName(wanted->title);
    printer->setPageSize(
        QPageSize(across ? paper.transposed() : paper, QPageSize::Millimeter, QString()));
    printer->setPageOrientation(across ? QPageLayout::Landscape : QPageLayout::Portrait);
    QPrintDialog dialog(printer.get(), this);
    dialog.setOptions(QAbstractPrintDialog::PrintToFile | QAbstractPrintDialog::PrintShowPageSize);
    if (dialog.exec() == QDialog::Accepted)
        print(printer);
}

void MapSheetDialog::print(const std::shared_ptr<QPrinter>& printer)
{
    auto wanted = sheet();
    if (!wanted || m_work)
        return;
    // The printer's own paper, and no less margin than it needs.
    QPageLayout layout = printer->pageLayout();
    layout.setUnits(QPageLayout::Millimeter);
    const QMarginsF least = layout.minimumMargins();
    wanted->paperMillimetres = layout.fullRect().size();
    wanted->marginMillimetres = std::max(
        {wanted->marginMillimetres, least.left(), least.top(), least.right(), least.bottom()});
    wanted->dotsPerInch = std::min(wanted->dotsPerInch, printer->resolution());
    printer->setFullPage(true);
    printer->setPageMargins(QMarginsF());
    work(tr("Printing the map"), tr("The map was sent to the printer."),
         [sheet = *wanted, printer, cache = m_workspace.prepared()](
             base::Progress& progress, std::vector<base::Issue>& issues) {
             try {
                 report::printSheet(sheet, *printer, *cache, progress, &issues);
             } catch (...) {
                 printer->abort();
                 throw;
             }
         });
}

void MapSheetDialog::work(const QString& title, const QString& success,
                          std::function<void(base::Progress&, std::vector<base::Issue>&)> task)
{
    remember();
    m_work = m_workspace.jobs().run(
        title, threadPool(),
        [task = std::move(task)](base::Progress& progress) {
            std::vector<base::Issue> issues;
            task(progress, issues);
            return issues;
        },
        this,
        [this, success](const Outcome<std::vector<base::Issue>>& outcome) {
            m_work.reset();
            m_poll.stop();
            m_bar->hide();
            m_cancel->hide();
            if (outcome.cancelled) {
                say(tr("Cancelled: nothing was written."), false);
                return;
            }
            if (!outcome.ok()) {
                say({}, false);
                showProblem(this, outcome.message, outcome.cause);
                return;
            }
            QStringList sentences{success};
            for (const base::Issue& issue : *outcome.value)
                sentences << base::toText(issue);
            say(sentences.join(QLatin1Char('\n')), false);
            Q_EMIT written(success);
        });
    m_bar->setRange(0, 0);
    m_bar->show();
    m_cancel->show();
    m_poll.start();
    say(title, false);
}

void MapSheetDialog::showProgress()
{
    if (!m_work)
        return;
    const base::Progress::State state = m_work->state();
    m_bar->setRange(0, int(std::min<qint64>(state.total, 1'000'000'000)));
    m_bar->setValue(int(std::min<qint64>(state.done, 1'000'000'000)));
}

} // namespace widgets
