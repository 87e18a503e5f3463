// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <cpl_vsi.h>
#include <utility>
#include <vector>

namespace support {

using Members = std::vector<std::pair<QString, QByteArray>>;

// An archive of these files, in this order.
inline void writeZip(const QString& path, const Members& members)
{
    const QString root = QStringLiteral("/vsizip/{%1}").arg(path);
    // While the archive itself stays open, its members follow each other into it.
    VSILFILE* archive = VSIFOpenL(root.toUtf8().constData(), "wb");
    for (const auto& [name, content] : members) {
        VSILFILE* file = VSIFOpenL((root + QLatin1Char('/') + name).toUtf8().constData(), "wb");
        const auto size = std::size_t(content.size());
        if (!file || VSIFWriteL(content.constData(), 1, size, file) != size)
            qFatal("cannot write %s", qPrintable(path));
        VSIFCloseL(file);
    }
    VSIFCloseL(archive);
}

struct Sheet
{
    QString name;
    QByteArray rows;  // <row r="1">…</row>…
    QByteArray after; // <mergeCells>…
};

// The parts of an .xlsx (ISO/IEC 29500-1) that a reader needs, and no more. Style 1 is a date, 2 a
// date with time, 3 a time.
inline Members xlsxMembers(const std::vector<Sheet>& sheets, const QByteArray& sharedStrings = {},
                           const QByteArray& workbookProperties = {})
{
    const QByteArray head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    const QByteArray space = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    const QByteArray type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    const QByteArray relation =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    QByteArray names;
    QByteArray targets;
    QByteArray parts;
    Members members;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const QByteArray number = QByteArray::number(qulonglong(i + 1));
        names += "<sheet name=\"" + sheets[i].name.toHtmlEscaped().toUtf8() + "\" sheetId=\"" +
                 number + "\" r:id=\"rId" + number + "\"/>";
        targets += "<Relationship Id=\"rId" + number + "\" Type=\"" + relation +
                   "/worksheet\" Target=\"worksheets/sheet" + number + ".xml\"/>";
        parts += "<Override PartName=\"/xl/worksheets/sheet" + number + ".xml\" ContentType=\"" +
                 type + "worksheet+xml\"/>";
    }
    members.emplace_back(
        QStringLiteral("[Content_Types].xml"),
        head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">" +
            "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + type + "sheet.main+xml\"/>" +
            parts + "</Types>");
    members.emplace_back(QStringLiteral("xl/workbook.xml"),
                         head + "<workbook" + space + " xmlns:r=\"" + relation + "\">" +
                             workbookProperties + "<sheets>" + names + "</sheets></workbook>");
    members.emplace_back(
        QStringLiteral("xl/_rels/workbook.xml.rels"),
        head +
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
            "relationships\">" +
            targets + "</Relationships>");
    members.emplace_back(
        QStringLiteral("xl/styles.xml"),
        head + "<styleSheet" + space +
            "><numFmts><numFmt numFmtId=\"170\" formatCode=\"yyyy-mm-dd hh:mm\"/></numFmts>"
            "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/>"
            "<xf numFmtId=\"20\"/></cellXfs></styleSheet>");
    if (!sharedStrings.isEmpty())
        members.emplace_back(QStringLiteral("xl/sharedStrings.xml"),
                             head + "<sst" + space + '>' + sharedStrings + "</sst>");
    for (std::size_t i = 0; i < sheets.size(); ++i)
        members.emplace_back(QStringLiteral("xl/worksheets/sheet%1.xml").arg(i + 1),
                             head + "<worksheet" + space + "><sheetData>" + sheets[i].rows +
                                 "</sheetData>" + sheets[i].after + "</worksheet>");
    return members;
}

inline void writeXlsx(const QString& path, const std::vector<Sheet>& sheets,
                      const QByteArray& sharedStrings = {},
                      const QByteArray& workbookProperties = {})
{
    writeZip(path, xlsxMembers(sheets, sharedStrings, workbookProperties));
}

// An .ods (ISO/IEC 26300) of these tables: <table:table table:name="…">…
inline void writeOds(const QString& path, const QByteArray& tables, const Members& more = {})
{
    Members members = {
        {QStringLiteral("mimetype"), "application/vnd.oasis.opendocument.spreadsheet"},
        {QStringLiteral("content.xml"),
         "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content "
         "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
         "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
         "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body>"
         "<office:spreadsheet>" +
             tables + "</office:spreadsheet></office:body></office:document-content>"}};
    members.insert(members.end(), more.begin(), more.end());
    writeZip(path, members);
}

} // namespace support
