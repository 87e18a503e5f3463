// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalogue/access.h"
#include "report/shortlist_report.h"
#include "shortlist/sample.h"

#include <QTemporaryDir>

namespace support {

inline const catalogue::Author Reporter{QStringLiteral("MX"), QStringLiteral("Ana")};

// The sample project in a folder of its own, and what a report says of it.
class SampleShortlist
{
public:
    SampleShortlist()
    {
        base::Progress progress;
        shortlist::createSample(path(), Reporter, progress);
    }
    QString folder() const { return m_folder.path(); }
    QString file(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QString path() const { return file("sample.veta.gpkg"); }

    void edit(const std::function<void(catalogue::Edit&)>& change) const
    {
        base::Progress progress;
        catalogue::ProjectFile::open(path(), catalogue::OpenMode::ReadWrite, progress)
            ->edit(Reporter, catalogue::EntryKind::Edit, {QStringLiteral("test"), {}}, change);
    }
    report::ShortlistContent read(base::Language language) const
    {
        base::Progress progress;
        const auto project =
            catalogue::ProjectFile::open(path(), catalogue::OpenMode::ReadOnly, progress);
        return report::readShortlistContent(*project, base::Translation(language), progress);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace support
