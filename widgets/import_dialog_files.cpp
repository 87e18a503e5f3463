// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/import_dialog.h"

#include "widgets/message.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QSaveFile>

// What the import dialog keeps, writes and loads: mappings, presets, rows set aside.

namespace widgets {

namespace {

constexpr qint64 LargestPreset = 4 << 20;

} // namespace

void ImportDialog::saveMapping()
{
    bool accepted = false;
    const QString name = QInputDialog::getText(this, tr("Save this mapping"), tr("By which name?"),
                                               QLineEdit::Normal, m_mapping.name, &accepted)
                             .trimmed();
    if (!accepted || name.isEmpty())
        return;
    const catalogue::ImportMapping mapping = catalogue::savedAs(name, m_mapping);
    if (!m_workspace.edit(
            {QStringLiteral(QT_TRANSLATE_NOOP("Journal", "Saved the mapping %1")), {name}}, false,
            [mapping](catalogue::Edit& edit) { catalogue::saveImportMapping(edit, mapping); }))
        return;
    std::erase_if(m_saved, [&](const auto& saved) { return saved.mapping.name == name; });
    m_saved.push_back({0, mapping});
    offerPresets();
    m_presets->setCurrentIndex(m_presets->findText(tr("Saved: %1").arg(name)));
    m_isChanged = false;
    showReason();
}

void ImportDialog::savePreset()
{
    QString path = QFileDialog::getSaveFileName(this, tr("Save as a preset"),
                                                QFileInfo(m_table->fileName()).completeBaseName() +
                                                    QStringLiteral(".json"),
                                                tr("Presets (*.json)"));
    if (path.isEmpty())
        return;
    if (!path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
        path += QStringLiteral(".json");
    const catalogue::ImportPreset preset =
        catalogue::presetOf(QFileInfo(path).completeBaseName(), m_mapping, m_own.get());
    if (write(path, catalogue::toJson(preset)))
        say(tr("Wrote the preset %1. Whoever has it reads such files as you do now.")
                .arg(QDir::toNativeSeparators(path)));
}

void ImportDialog::loadPreset()
{
    const QString path =
        QFileDialog::getOpenFileName(this, tr("Load a preset"), QString(), tr("Presets (*.json)"));
    if (path.isEmpty())
        return;
    catalogue::ImportPreset preset;
    const Outcome<catalogue::ImportMapping> mapping = attempt([&] {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly) || file.size() > LargestPreset)
            throw base::Error(tr("“%1” cannot be read as a preset. Is it the right file, and may "
                                 "you read it?")
                                  .arg(QDir::toNativeSeparators(path)),
                              file.errorString());
        preset = catalogue::importPresetFromJson(file.readAll());
        if (preset.title.in(m_workspace.language()).isEmpty())
            preset.title = {preset.name, preset.name};
        return catalogue::presetMapping(preset, *m_table);
    });
    if (!mapping.ok()) {
        showProblem(this, mapping.message, mapping.cause);
        return;
    }
    m_own = std::make_shared<const catalogue::ImportPreset>(std::move(preset));
    m_loaded.push_back(m_own);
    offerPresets();
    for (int i = 0; i < m_presets->count(); ++i)
        if (m_presets->itemData(i, WhereRole).toInt() == Loaded)
            m_presets->setCurrentIndex(i); // the last one
    m_isChanged = false;
    take(*mapping.value);
    mappingEdited();
}

void ImportDialog::exportSetAside()
{
    if (!m_outcome)
        return;
    const QString path =
        QFileDialog::getSaveFileName(this, tr("Export the rows set aside"),
                                     QFileInfo(m_table->fileName()).completeBaseName() +
                                         tr("-set-aside") + QStringLiteral(".csv"),
                                     tr("Tables (*.csv)"));
    if (path.isEmpty())
        return;
    if (write(path, catalogue::setAsideCsv(m_table->columns(), m_outcome->setAside)))
        say(tr("Wrote %1. Mend its rows and import it; they will take the place of those set "
               "aside.")
                .arg(QDir::toNativeSeparators(path)));
}

bool ImportDialog::write(const QString& path, const QByteArray& bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return true;
    showProblem(this,
                tr("“%1” could not be written. Is its folder there, is it open in another program, "
                   "and is there room?")
                    .arg(QDir::toNativeSeparators(path)),
                file.errorString());
    return false;
}

} // namespace widgets
