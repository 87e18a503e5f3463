// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QSaveFile>
#include <QSize>
#include <QString>
#include <memory>

namespace report {

enum class PictureFormat { Png, Tiff };

// A picture that is written as it is made, rows from the top, so that it may be larger than what
// fits into memory: 8 bits of red, green and blue without loss (PNG; TIFF 6.0 with deflated
// strips), with its resolution, so that other programs print it in its true size. The file appears
// when all is there; until then, and where anything goes wrong, what stood there stays as it was.
class PictureFile
{
public:
    // Throws base::Error naming the file where it cannot be written.
    PictureFile(const QString& path, PictureFormat format, QSize size, double dotsPerInch);
    ~PictureFile();
    PictureFile(const PictureFile&) = delete;
    PictureFile& operator=(const PictureFile&) = delete;

    // The next rows, as wide as the picture; what is transparent becomes white. Throws as above.
    void append(const QImage& rows);
    // Once all rows are there. Throws as above.
    void finish();

    struct Encoder; // known to the source file alone

private:
    [[noreturn]] void refuse(const QString& cause) const;

    QString m_path;
    QSaveFile m_file;
    QSize m_size;
    int m_rows = 0;
    std::unique_ptr<Encoder> m_encoder;
};

// That a file could not be written, in words for a person: what is thrown of pictures and sheets.
[[noreturn]] void refuseFile(const QString& path, const QString& cause);

} // namespace report
