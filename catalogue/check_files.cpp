// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "catalogue/check_run.h"
#include "catalogue/layer_reading.h"
#include "catalogue/text.h"

#include <QDir>
#include <QFileInfo>

namespace catalogue {

namespace {

void addMissing(DataCheck& check, const DataCheck::NamedFile& file, const char* text)
{
    Finding& finding = check.add(file.isLayer ? Rule::LayerMissing : Rule::AttachmentMissing,
                                 file.isLayer ? "layers" : "attachments", file.row, text,
                                 {QDir::toNativeSeparators(file.path)});
    finding.site = file.site;
    finding.subject = file.subject;
}

// Rows of layers or attachments whose bytes should be in the project file, or beside it.
void look(CheckRun& run, const char* sql, bool areLayers)
{
    const QDir folder = QFileInfo(run.file.path()).absoluteDir();
    run.each(sql, [&](SQLite::Statement& row) {
        DataCheck::NamedFile named;
        named.isLayer = areLayers;
        named.row = row.getColumn(0).getInt64();
        const QString path = textAt(row, 1);
        named.digest = textAt(row, 2);
        const bool isEmbedded = row.getColumn(3).getInt() != 0;
        const bool hasBlob = row.getColumn(4).getInt() != 0;
        named.subject = textAt(row, 5);
        named.site = idAt(row, 6).value_or(0);
        if (named.subject.isEmpty())
            named.subject = path;
        if (isEmbedded) {
            if (!hasBlob)
                addMissing(run.check, named,
                           areLayers ? QT_TRANSLATE_NOOP("Text", "The content of the layer is not "
                                                                 "in the project file.")
                                     : QT_TRANSLATE_NOOP("Text",
                                                         "The content of the attachment is not in "
                                                         "the project file."));
            return;
        }
        named.path = QFileInfo(folder.absoluteFilePath(path)).absoluteFilePath();
        if (path.isEmpty())
            addMissing(run.check, named,
                       QT_TRANSLATE_NOOP("Text", "It is not said in which file this is."));
        else
            run.addFile(named);
    });
}

} // namespace

void checkNamedFiles(CheckRun& run)
{
    if (run.wantsAny(Rule::LayerMissing, Rule::LayerChanged))
        look(run,
             "SELECT l.id, l.path, l.digest, l.embedded, EXISTS (SELECT 1 FROM main.veta_blob b "
             "WHERE b.digest = l.digest), COALESCE(l.name_en, l.name_es), NULL FROM main.layers l "
             "ORDER BY l.position, l.id",
             true);
    if (run.wantsAny(Rule::AttachmentMissing, Rule::AttachmentChanged))
        look(run,
             "SELECT a.id, a.path, a.digest, a.embedded, EXISTS (SELECT 1 FROM main.veta_blob b "
             "WHERE b.digest = a.digest), COALESCE(a.title, s.name), a.site_id FROM "
             "main.attachments a LEFT JOIN main.sites s ON s.id = a.site_id ORDER BY a.title, a.id",
             false);
    if (run.wants(Rule::AttachmentAdrift))
        run.each("SELECT id, COALESCE(title, path) FROM main.attachments WHERE site_id IS NULL AND "
                 "source_id IS NULL ORDER BY 2, 1",
                 [&](SQLite::Statement& row) {
                     Finding& finding = run.check.add(
                         Rule::AttachmentAdrift, "attachments", row.getColumn(0).getInt64(),
                         QT_TRANSLATE_NOOP("Text", "The attachment belongs to no site and to no "
                                                   "source."));
                     finding.subject = textAt(row, 1);
                     finding.removal = true;
                     finding.fixText = QT_TRANSLATE_NOOP("Text", "Remove the attachment");
                 });
}

void checkFiles(DataCheck& check, base::Progress& progress)
{
    for (const DataCheck::NamedFile& file : check.m_files) {
        progress.check();
        const QFileInfo info(file.path);
        if (!info.exists()) {
            addMissing(check, file,
                       file.isLayer
                           ? QT_TRANSLATE_NOOP("Text",
                                               "The file of the layer is not there: %1. Put it "
                                               "back, or say in the menu of the layer where it "
                                               "is now.")
                           : QT_TRANSLATE_NOOP("Text", "The file of the attachment is not there: "
                                                       "%1"));
            continue;
        }
        if (file.digest.isEmpty() || !(info.isFile() || file.isLayer) ||
            !check.wants(file.isLayer ? Rule::LayerChanged : Rule::AttachmentChanged))
            continue;
        progress.begin(Text::tr("Reading %1").arg(info.fileName()));
        try {
            if (digestOf(file.path, progress) == file.digest)
                continue;
        } catch (const base::Error&) {
            addMissing(check, file, QT_TRANSLATE_NOOP("Text", "The file cannot be read: %1"));
            continue;
        }
        Finding& finding =
            check.add(file.isLayer ? Rule::LayerChanged : Rule::AttachmentChanged,
                      file.isLayer ? "layers" : "attachments", file.row,
                      QT_TRANSLATE_NOOP("Text", "The file is no longer the one that was added: its "
                                                "content has changed. %1"),
                      {QDir::toNativeSeparators(file.path)});
        finding.site = file.site;
        finding.subject = file.subject;
    }
    check.m_files.clear();
    check.close();
}

} // namespace catalogue
