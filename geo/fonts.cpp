// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/fonts.h"

#include "base/error.h"
#include "geo/text.h"
#include <QDir>
#include <QFile>
#include <QFontDatabase>

namespace geo {

QString loadFontFamily(const QString& directory)
{
    QString family;
    for (const QString& name :
         {QStringLiteral("NotoSans-Regular.ttf"), QStringLiteral("NotoSans-Bold.ttf")}) {
        const QString path = QDir(directory).filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            throw base::Error(Text::tr("The font %1 cannot be read. Maps and reports are written "
                                       "with it: install the package fonts-noto-core.")
                                  .arg(QDir::toNativeSeparators(path)),
                              file.errorString());
        const int id = QFontDatabase::addApplicationFontFromData(file.readAll());
        const QStringList families = QFontDatabase::applicationFontFamilies(id);
        if (families.isEmpty())
            throw base::Error(Text::tr("%1 is not a font. Maps and reports are written with it: "
                                       "install the package fonts-noto-core again.")
                                  .arg(QDir::toNativeSeparators(path)),
                              QStringLiteral("QFontDatabase refused the file"));
        family = families.front();
    }
    return family;
}

QString mapFontFamily()
{
    // Read once in a program's life; where that throws, the next caller tries again.
    static const QString family = loadFontFamily(QStringLiteral(VETA_FONT_DIR));
    return family;
}

QFont mapFont(int pixelSize, FontWeight weight)
{
    QFont font(mapFontFamily());
    font.setPixelSize(pixelSize);
    font.setWeight(weight == FontWeight::Bold ? QFont::Bold : QFont::Normal);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::StyleStrategy(QFont::PreferAntialias | QFont::NoFontMerging |
                                               QFont::NoSubpixelAntialias));
    return font;
}

} // namespace geo
