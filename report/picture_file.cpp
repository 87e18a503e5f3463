// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/picture_file.h"

#include "base/error.h"
#include "report/text.h"

#include <QPainter>
#include <cmath>
#include <csetjmp>
#include <png.h>
#include <tiffio.h>

namespace report {

namespace {

constexpr double InchesPerMetre = 1 / 0.0254;
constexpr int FastButSmall = 6; // zlib's own middle
constexpr int RowsOfStrip = 16;

} // namespace

void refuseFile(const QString& path, const QString& cause)
{
    throw base::Error(Text::tr("“%1” could not be written. Is its folder there, is it open in "
                               "another program, and is there room?")
                          .arg(path),
                      cause);
}

// Each function returns false where the library or the disk refused.
struct PictureFile::Encoder
{
    Encoder() = default;
    Encoder(const Encoder&) = delete;
    Encoder& operator=(const Encoder&) = delete;
    virtual ~Encoder() = default;
    virtual bool begin(QSize size, double dotsPerInch) = 0;
    virtual bool row(const uchar* rgb) = 0;
    virtual bool end() = 0;
};

namespace {

// libpng leaves a call that fails by longjmp: nothing with a destructor lives in these functions.
class PngEncoder : public PictureFile::Encoder
{
public:
    explicit PngEncoder(QIODevice& device)
        : m_device(device)
    {
    }
    ~PngEncoder() override { png_destroy_write_struct(&m_png, &m_info); }

    bool begin(QSize size, double dotsPerInch) override
    {
        m_png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, warn);
        m_info = m_png ? png_create_info_struct(m_png) : nullptr;
        if (m_info == nullptr || setjmp(png_jmpbuf(m_png)))
            return false;
        png_set_write_fn(m_png, this, write, flush);
        png_set_compression_level(m_png, FastButSmall);
        png_set_IHDR(m_png, m_info, png_uint_32(size.width()), png_uint_32(size.height()), 8,
                     PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                     PNG_FILTER_TYPE_DEFAULT);
        const auto perMetre = png_uint_32(std::lround(dotsPerInch * InchesPerMetre));
        png_set_pHYs(m_png, m_info, perMetre, perMetre, PNG_RESOLUTION_METER);
        png_set_sRGB(m_png, m_info, PNG_sRGB_INTENT_PERCEPTUAL);
        png_write_info(m_png, m_info);
        return true;
    }
    bool row(const uchar* rgb) override
    {
        if (setjmp(png_jmpbuf(m_png)))
            return false;
        png_write_row(m_png, rgb);
        return true;
    }
    bool end() override
    {
        if (setjmp(png_jmpbuf(m_png)))
            return false;
        png_write_end(m_png, m_info);
        return true;
    }

private:
    static void write(png_structp png, png_bytep bytes, size_t size)
    {
        auto* self = static_cast<PngEncoder*>(png_get_io_ptr(png));
        if (self->m_device.write(reinterpret_cast<const char*>(bytes), qint64(size)) !=
            qint64(size))
            png_error(png, "the file takes no more");
    }
    static void flush(png_structp) {}
    static void warn(png_structp, png_const_charp) {} // nothing it could say is for a person

    QIODevice& m_device;
    png_structp m_png = nullptr;
    png_infop m_info = nullptr;
};

class TiffEncoder : public PictureFile::Encoder
{
public:
    explicit TiffEncoder(QIODevice& device)
        : m_device(device)
    {
    }
    ~TiffEncoder() override
    {
        if (m_tiff)
            TIFFCleanup(m_tiff);
    }

    bool begin(QSize size, double dotsPerInch) override
    {
        TIFFSetErrorHandler(nullptr); // what it refuses is said by us
        TIFFSetWarningHandler(nullptr);
        m_tiff = TIFFClientOpen("picture", "w", this, read, write, seek, close, fileSize, nullptr,
                                nullptr);
        return m_tiff && TIFFSetField(m_tiff, TIFFTAG_IMAGEWIDTH, uint32_t(size.width())) &&
               TIFFSetField(m_tiff, TIFFTAG_IMAGELENGTH, uint32_t(size.height())) &&
               TIFFSetField(m_tiff, TIFFTAG_BITSPERSAMPLE, 8) &&
               TIFFSetField(m_tiff, TIFFTAG_SAMPLESPERPIXEL, 3) &&
               TIFFSetField(m_tiff, TIFFTAG_PHOTOMETRIC, PHOTOMETRIC_RGB) &&
               TIFFSetField(m_tiff, TIFFTAG_PLANARCONFIG, PLANARCONFIG_CONTIG) &&
               TIFFSetField(m_tiff, TIFFTAG_COMPRESSION, COMPRESSION_ADOBE_DEFLATE) &&
               TIFFSetField(m_tiff, TIFFTAG_PREDICTOR, PREDICTOR_HORIZONTAL) &&
               TIFFSetField(m_tiff, TIFFTAG_ROWSPERSTRIP, RowsOfStrip) &&
               TIFFSetField(m_tiff, TIFFTAG_RESOLUTIONUNIT, RESUNIT_INCH) &&
               TIFFSetField(m_tiff, TIFFTAG_XRESOLUTION, dotsPerInch) &&
               TIFFSetField(m_tiff, TIFFTAG_YRESOLUTION, dotsPerInch);
    }
    bool row(const uchar* rgb) override
    {
        // The library changes what it compresses.
        m_row.assign(rgb, rgb + TIFFScanlineSize(m_tiff));
        return TIFFWriteScanline(m_tiff, m_row.data(), m_next++, 0) > 0;
    }
    bool end() override { return TIFFFlush(m_tiff) > 0; }

private:
    static QIODevice& deviceOf(thandle_t self) { return static_cast<TiffEncoder*>(self)->m_device; }
    static tmsize_t read(thandle_t, void*, tmsize_t) { return 0; } // nothing is read again
    static tmsize_t write(thandle_t self, void* bytes, tmsize_t size)
    {
        return tmsize_t(deviceOf(self).write(static_cast<const char*>(bytes), qint64(size)));
    }
    static toff_t seek(thandle_t self, toff_t offset, int from)
    {
        QIODevice& device = deviceOf(self);
        const qint64 start = from == SEEK_CUR ? device.pos() : from == SEEK_END ? device.size() : 0;
        return device.seek(start + qint64(offset)) ? toff_t(device.pos()) : toff_t(-1);
    }
    static int close(thandle_t) { return 0; }
    static toff_t fileSize(thandle_t self) { return toff_t(deviceOf(self).size()); }

    QIODevice& m_device;
    TIFF* m_tiff = nullptr;
    std::vector<uchar> m_row;
    uint32_t m_next = 0;
};

} // namespace

PictureFile::PictureFile(const QString& path, PictureFormat format, QSize size, double dotsPerInch)
    : m_path(path)
    , m_file(path)
    , m_size(size)
{
    if (format == PictureFormat::Png)
        m_encoder = std::make_unique<PngEncoder>(m_file);
    else
        m_encoder = std::make_unique<TiffEncoder>(m_file);
    if (!m_file.open(QIODevice::WriteOnly) || !m_encoder->begin(size, dotsPerInch))
        refuse(m_file.errorString());
}

PictureFile::~PictureFile() = default;

void PictureFile::refuse(const QString& cause) const
{
    refuseFile(m_path, cause);
}

void PictureFile::append(const QImage& rows)
{
    QImage opaque = rows;
    if (rows.hasAlphaChannel()) {
        opaque = QImage(rows.size(), QImage::Format_RGB32);
        opaque.fill(Qt::white);
        QImage flat = rows;
        flat.setDevicePixelRatio(1);
        QPainter(&opaque).drawImage(0, 0, flat);
    }
    const QImage rgb = opaque.convertToFormat(QImage::Format_RGB888);
    for (int y = 0; y < rgb.height(); ++y, ++m_rows)
        if (rgb.width() != m_size.width() || m_rows >= m_size.height() ||
            !m_encoder->row(rgb.constScanLine(y)))
            refuse(m_file.errorString());
}

void PictureFile::finish()
{
    if (m_rows != m_size.height() || !m_encoder->end() || !m_file.commit())
        refuse(m_file.errorString());
}

} // namespace report
