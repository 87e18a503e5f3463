// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QImage>
#include <QString>
#include <QtTest>
#include <algorithm>
#include <cstdlib>

namespace support {

// Whether each pixel of `image` has, in `other`, a pixel of nearly its colour no further than one
// pixel away: an edge may shift by one, a shape may not go missing.
inline int pixelsWithoutPeer(const QImage& image, const QImage& other)
{
    constexpr int Near = 24;
    int lonely = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QRgb wanted = image.pixel(x, y);
            bool found = false;
            for (int dy = -1; dy <= 1 && !found; ++dy) {
                for (int dx = -1; dx <= 1 && !found; ++dx) {
                    if (!other.valid(x + dx, y + dy))
                        continue;
                    const QRgb seen = other.pixel(x + dx, y + dy);
                    found = std::abs(qRed(seen) - qRed(wanted)) <= Near &&
                            std::abs(qGreen(seen) - qGreen(wanted)) <= Near &&
                            std::abs(qBlue(seen) - qBlue(wanted)) <= Near &&
                            std::abs(qAlpha(seen) - qAlpha(wanted)) <= Near;
                }
            }
            lonely += found ? 0 : 1;
        }
    }
    return lonely;
}

// By how much the colours of two pictures of one size differ, at most; 256 for other sizes.
inline int greatestDifference(const QImage& image, const QImage& other)
{
    if (image.size() != other.size())
        return 256;
    int most = 0;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x) {
            const QRgb a = image.pixel(x, y);
            const QRgb b = other.pixel(x, y);
            most = std::max({most, std::abs(qRed(a) - qRed(b)), std::abs(qGreen(a) - qGreen(b)),
                             std::abs(qBlue(a) - qBlue(b)), std::abs(qAlpha(a) - qAlpha(b))});
        }
    return most;
}

// "" where the image agrees with tests/golden/NAME; else what differs, and the image is written
// beside the test's working folder. VETA_UPDATE_GOLDEN=1 writes the golden image instead: look at
// it before it is committed.
inline QString differsFromGolden(const QImage& image, const QString& name)
{
    const QString path = QStringLiteral(VETA_SOURCE_DIR "/tests/golden/") + name;
    if (qEnvironmentVariableIntValue("VETA_UPDATE_GOLDEN") == 1) {
        QDir().mkpath(QFileInfo(path).path());
        return image.save(path) ? QString() : QStringLiteral("cannot write %1").arg(path);
    }
    const QImage golden(path);
    if (golden.isNull())
        return QStringLiteral("no golden image %1").arg(path);
    const QString actual = QDir::current().filePath(QFileInfo(path).fileName());
    if (golden.size() != image.size()) {
        image.save(actual);
        return QStringLiteral("%1 has another size; see %2").arg(name, actual);
    }
    const QImage a = image.convertToFormat(QImage::Format_ARGB32);
    const QImage b = golden.convertToFormat(QImage::Format_ARGB32);
    const int lonely = std::max(pixelsWithoutPeer(a, b), pixelsWithoutPeer(b, a));
    if (lonely == 0)
        return {};
    image.save(actual);
    return QStringLiteral("%1: %2 pixels without a peer; see %3").arg(name).arg(lonely).arg(actual);
}

} // namespace support
