// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QIODevice>
#include <QSaveFile>

namespace report {

// Qt writes a document's fonts in the order of a hash table, which is another one in each run
// unless the seed is fixed. Tables that stand already keep their own seed.
class FixedHashSeed
{
public:
    FixedHashSeed() { QHashSeed::setDeterministicGlobalSeed(); }
    ~FixedHashSeed() { QHashSeed::resetRandomGlobalSeed(); }
    FixedHashSeed(const FixedHashSeed&) = delete;
    FixedHashSeed& operator=(const FixedHashSeed&) = delete;
};

// Where QPdfWriter writes a document that may be too large for memory: a file that appears when it
// is whole. The document says another date than the present one, which is what Qt puts in.
class PdfFile : public QIODevice
{
public:
    // Throws base::Error naming the file where it cannot be written.
    explicit PdfFile(const QString& path);

    bool isSequential() const override { return true; }
    bool hasFailed() const { return m_failed; }
    // Once the document has ended. Throws as above; what stood there is then as it was.
    void finish(const QDateTime& date);

protected:
    qint64 readData(char* bytes, qint64 size) override;
    qint64 writeData(const char* bytes, qint64 size) override;

private:
    QSaveFile m_file;
    QByteArray m_head; // of the document, where its date stands
    bool m_failed = false;
};

} // namespace report
