// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/source_guard.h"

#include "base/error.h"
#include "geo/gdal_session.h"
#include "geo/text.h"
#include <QDir>
#include <QFileInfo>
#include <QStringDecoder>
#include <QtEndian>
#include <algorithm>
#include <cpl_vsi.h>
#include <memory>

namespace geo {

namespace {

constexpr qsizetype MostProlog = 1 << 20;
// What honest data is packed to: a grid of one value reaches 1:1000, but then it is small.
constexpr qint64 HarmlessBytes = qint64(256) << 20;
constexpr qint64 MostRatio = 100;
constexpr qint64 MostBytes = qint64(8) << 30;

struct FileCloser
{
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

// The markup before the root element holds a declaration of a document type.
bool declaresEntities(const QString& text)
{
    qsizetype at = 0;
    for (;;) {
        while (at < text.size() && text[at].isSpace())
            ++at;
        const QStringView rest = QStringView(text).mid(at);
        qsizetype end = -1;
        if (rest.startsWith(QLatin1String("<?")))
            end = text.indexOf(QLatin1String("?>"), at);
        else if (rest.startsWith(QLatin1String("<!--")))
            end = text.indexOf(QLatin1String("-->"), at);
        else
            return rest.startsWith(QLatin1String("<!"));
        if (end < 0) // a prolog without end hides what follows it
            return text.size() >= MostProlog / 2;
        at = text.indexOf(u'>', end) + 1;
    }
}

QString markupOf(const QByteArray& head)
{
    for (const QStringConverter::Encoding encoding :
         {QStringConverter::Utf16LE, QStringConverter::Utf16BE}) {
        const bool little = encoding == QStringConverter::Utf16LE;
        if (head.startsWith(little ? QByteArray("\xff\xfe") : QByteArray("\xfe\xff")) ||
            head.startsWith(little ? QByteArray("<\0", 2) : QByteArray("\0<", 2)))
            return QStringDecoder(encoding).decode(head);
    }
    return QString::fromLatin1(head.startsWith("\xef\xbb\xbf") ? head.mid(3) : head);
}

} // namespace

void refuseWhatIsNoFile(const QString& path)
{
    const QFileInfo info(path);
    const QString shown = QDir::toNativeSeparators(path);
    if (!path.isEmpty() && info.isSymLink() && !info.exists())
        throw base::Error(Text::tr("“%1” is a link to “%2”, and there is no such file. Put it "
                                   "back, or choose the file itself.")
                              .arg(shown, QDir::toNativeSeparators(info.symLinkTarget())));
    if (path.isEmpty() || !info.exists())
        throw base::Error(Text::tr("There is no file “%1”. It may have been moved or renamed; "
                                   "choose it again.")
                              .arg(shown));
    if (!info.isDir() && !info.isFile())
        throw base::Error(Text::tr("“%1” is a device or a pipe, not a file. Save what it holds as "
                                   "a file, and choose that.")
                              .arg(shown));
    if (!info.isReadable())
        throw base::Error(
            Text::tr("“%1” cannot be read. Ask its owner for leave to read it.").arg(shown));
}

void refuseForeignReferences(const QString& name, const QString& member)
{
    const QByteArray head = firstBytes(member, 4096);
    if (head.startsWith("\x1f\x8b"))
        throw base::Error(
            Text::tr("“%1” is compressed (gzip). Unpack it, and choose the file in it.").arg(name));
    // A MapInfo table may be a mere list of other tables.
    if (member.endsWith(QLatin1String(".tab"), Qt::CaseInsensitive)) {
        const QByteArray text = firstBytes(member, 65536).toLower();
        for (const char* sign : {"open table", "isseamless", "type linked", "type odbc"})
            if (text.contains(sign))
                throw base::Error(
                    Text::tr("“%1” only points to other tables. Open those instead.").arg(name),
                    QString::fromLatin1(sign));
    }
    const QString markup = markupOf(head).trimmed();
    if (markup.startsWith(u'<') &&
        (markup.startsWith(QLatin1String("<!doctype html"), Qt::CaseInsensitive) ||
         markup.contains(QLatin1String("<html"), Qt::CaseInsensitive)))
        throw base::Error(Text::tr("“%1” is a web page (HTML), whatever its ending says. Often it "
                                   "says that the file was not there or has to be paid for: open "
                                   "it in a browser, and fetch the file itself.")
                              .arg(name));
    if (markup.startsWith(u'<') && declaresEntities(markupOf(firstBytes(member, MostProlog))))
        throw base::Error(
            Text::tr("“%1” defines entities of its own (<!DOCTYPE>), by which a file can fetch "
                     "others or grow without end. It is not opened. Save it anew from the program "
                     "that made it, without a document type.")
                .arg(name));
}

void refuseBomb(const QString& name, const QString& member, qint64 memberBytes, qint64 archiveBytes)
{
    if (memberBytes <= HarmlessBytes)
        return;
    if (memberBytes > MostBytes || memberBytes / std::max<qint64>(archiveBytes, 1) > MostRatio)
        throw base::Error(Text::tr("“%1” in the archive “%2” unpacks to %3 MB, out of an archive "
                                   "of %4 MB: that is hardly a map. If you trust it, unpack it and "
                                   "choose the file itself.")
                              .arg(member, name)
                              .arg(memberBytes >> 20)
                              .arg(std::max<qint64>(archiveBytes >> 20, 1)));
}

qint64 membersOutside(const QString& gdalPath)
{
    // APPNOTE 6.3: the end of central directory record (4.3.16) says where the directory is, and
    // a comment of up to 64 KB may follow it; then the file headers (4.3.12).
    constexpr qint64 Tail = 65536 + 22;
    constexpr quint32 MostDirectory = 64U << 20;
    const std::unique_ptr<VSILFILE, FileCloser> file(
        VSIFOpenL(gdalPath.toUtf8().constData(), "rb"));
    if (!file)
        return 0;
    const auto read = [&](qint64 at, qint64 count) {
        QByteArray bytes(count, '\0');
        if (VSIFSeekL(file.get(), vsi_l_offset(at), SEEK_SET) != 0)
            return QByteArray();
        bytes.resize(qsizetype(VSIFReadL(bytes.data(), 1, std::size_t(count), file.get())));
        return bytes;
    };
    VSIFSeekL(file.get(), 0, SEEK_END);
    const auto size = qint64(VSIFTellL(file.get()));
    const QByteArray tail = read(std::max<qint64>(0, size - Tail), std::min(size, Tail));
    const qsizetype end = tail.lastIndexOf("PK\x05\x06");
    if (end < 0 || tail.size() - end < 22)
        return 0;
    const auto length = qFromLittleEndian<quint32>(tail.constData() + end + 12);
    const auto begin = qFromLittleEndian<quint32>(tail.constData() + end + 16);
    const QByteArray directory = read(begin, std::min(length, MostDirectory));
    qint64 outside = 0;
    for (qsizetype at = 0;
         at + 46 <= directory.size() && directory.sliced(at, 4) == "PK\x01\x02";) {
        const char* const header = directory.constData() + at;
        const auto name = qFromLittleEndian<quint16>(header + 28);
        if (!staysInside(QString::fromUtf8(directory.mid(at + 46, name))))
            ++outside;
        at += 46 + name + qFromLittleEndian<quint16>(header + 30) +
              qFromLittleEndian<quint16>(header + 32);
    }
    return outside;
}

bool staysInside(const QString& memberName)
{
    const QStringList parts = QString(memberName).replace(u'\\', u'/').split(u'/');
    return !memberName.startsWith(u'/') && !parts.contains(QStringLiteral("..")) &&
           !(memberName.size() > 1 && memberName[1] == u':');
}

} // namespace geo
