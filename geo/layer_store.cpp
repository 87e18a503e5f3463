// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/layer_store.h"

#include "base/digest.h"
#include "base/error.h"
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QStandardPaths>
#include <QStorageInfo>
#include <algorithm>
#include <condition_variable>
#include <deque>
#include <gdal.h>
#include <mutex>
#include <proj.h>
#include <thread>

namespace geo {

namespace {

// Names begin with the digest of the source, so that all that was made from it is found.
constexpr int SourceLetters = 24;
constexpr int MapLetters = 16;
const char* const Ending = ".layer";
constexpr qint64 RoomLeft = qint64(256) << 20; // of the disk, for everybody else
constexpr qint64 LeftoverHours = 24;

QString shortDigest(const QByteArray& bytes, int letters)
{
    return QString::fromLatin1(base::sha256(bytes).toHex().left(letters));
}

QString nameOf(const QByteArray& source, const QByteArray& map)
{
    return shortDigest(source, SourceLetters) + u'-' + shortDigest(map, MapLetters) +
           QLatin1String(Ending);
}

QFileInfoList filesOf(const QString& path)
{
    const QFileInfo info(path);
    if (info.isDir())
        return QDir(path).entryInfoList(QDir::Files, QDir::Name);
    QFileInfoList own;
    const QString stem = info.completeBaseName() + u'.';
    for (const QFileInfo& each : info.dir().entryInfoList(QDir::Files, QDir::Name))
        if (each.fileName() == info.fileName() || each.fileName().startsWith(stem))
            own.push_back(each);
    return own;
}

} // namespace

struct LayerStore::Writer
{
    struct Task
    {
        QString name;
        LayerFile file;
        std::function<bool(LayerFile&)> complete;
    };

    explicit Writer(QString inFolder)
        : folder(std::move(inFolder))
        , thread([this] { run(); })
    {
    }
    ~Writer()
    {
        {
            const std::lock_guard lock(mutex);
            ending = true;
        }
        changed.notify_all();
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    void run();
    void write(Task& task);
    // The one that was not used for longest first.
    QFileInfoList files() const
    {
        QFileInfoList all =
            QDir(folder).entryInfoList({QLatin1Char('*') + QLatin1String(Ending)}, QDir::Files);
        std::sort(all.begin(), all.end(), [](const QFileInfo& a, const QFileInfo& b) {
            return a.lastModified() < b.lastModified();
        });
        return all;
    }
    void makeRoom(qint64 forBytes);

    QString folder;
    std::mutex mutex;
    std::condition_variable changed;
    std::deque<Task> tasks;
    bool working = false;
    bool ending = false;
    std::atomic<qint64> mostBytes{MostBytesByDefault};
    std::jthread thread; // last: it ends before what it uses goes
};

void LayerStore::Writer::run()
{
    std::unique_lock lock(mutex);
    for (;;) {
        changed.wait(lock, [&] { return ending || !tasks.empty(); });
        if (tasks.empty())
            return;
        Task task = std::move(tasks.front());
        tasks.pop_front();
        working = true;
        lock.unlock();
        try {
            write(task);
        } catch (const base::Error& error) {
            qInfo("%s %s", qUtf8Printable(error.message()), qUtf8Printable(error.cause()));
        } catch (const base::Cancelled&) { // nothing is kept
        }
        task = {};
        lock.lock();
        working = false;
        changed.notify_all();
    }
}

void LayerStore::Writer::write(Task& task)
{
    if (task.complete && !task.complete(task.file))
        return;
    if (!QDir().mkpath(folder))
        return;
    const qint64 size = task.file.arrayBytes();
    if (size > mostBytes || QStorageInfo(folder).bytesAvailable() < size + RoomLeft)
        return;
    makeRoom(size);
    task.file.write(QDir(folder).filePath(task.name));
}

void LayerStore::Writer::makeRoom(qint64 forBytes)
{
    // What a program that was killed left half written.
    const QDateTime old = QDateTime::currentDateTime().addSecs(-LeftoverHours * 3600);
    for (const QFileInfo& each : QDir(folder).entryInfoList(QDir::Files))
        if (!each.fileName().endsWith(QLatin1String(Ending)) && each.lastModified() < old)
            QFile::remove(each.filePath());
    qint64 used = forBytes;
    const QFileInfoList all = files();
    for (const QFileInfo& each : all)
        used += each.size();
    for (const QFileInfo& each : all) {
        if (used <= mostBytes)
            return;
        if (QFile::remove(each.filePath()))
            used -= each.size();
    }
}

LayerStore::LayerStore(const QString& folder, qint64 mostBytes)
    : m_folder(folder)
    , m_writer(std::make_unique<Writer>(folder))
{
    m_writer->mostBytes = mostBytes;
}

LayerStore::~LayerStore() = default;

namespace {

const char* const LimitKey = "layerCacheBytes";

std::unique_ptr<QSettings> settingsOfUser()
{
    return std::make_unique<QSettings>(QSettings::defaultFormat(), QSettings::UserScope,
                                       QStringLiteral("Veta"), QStringLiteral("veta"));
}

} // namespace

void LayerStore::setMostBytesOfUser(qint64 bytes)
{
    settingsOfUser()->setValue(QLatin1String(LimitKey), bytes);
    ofUser()->setMostBytes(bytes);
}

std::shared_ptr<LayerStore> LayerStore::ofUser()
{
    static std::mutex mutex;
    static std::weak_ptr<LayerStore> only;
    const std::lock_guard lock(mutex);
    if (const auto store = only.lock())
        return store;
    const qint64 most =
        settingsOfUser()->value(QLatin1String(LimitKey), MostBytesByDefault).toLongLong();
    const QString caches = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation);
    const auto store =
        std::make_shared<LayerStore>(QDir(caches).filePath(QStringLiteral("veta/layers")), most);
    only = store;
    return store;
}

QByteArray LayerStore::keyOf(const QString& path, const QString& sublayer, const QString& crs,
                             const QString& operation)
{
    QString key = QFileInfo(path).absoluteFilePath() + u'\n';
    for (const QFileInfo& each : filesOf(path))
        key += QStringLiteral("%1 %2 %3\n")
                   .arg(each.size())
                   .arg(each.lastModified().toMSecsSinceEpoch())
                   .arg(each.fileName());
    key +=
        QStringList{sublayer, crs, operation, QString::fromLatin1(GDALVersionInfo("VERSION_NUM")),
                    QString::number(PROJ_VERSION_MAJOR * 10000 + PROJ_VERSION_MINOR * 100 +
                                    PROJ_VERSION_PATCH)}
            .join(u'\n');
    return key.toUtf8();
}

std::optional<LayerFile> LayerStore::find(const QByteArray& source, const Operation& fromWgs84)
{
    const QByteArray map = fromWgs84.target().toUtf8();
    const QString path = QDir(m_folder).filePath(nameOf(source, map));
    auto found = LayerFile::map(path, source + '\0' + map);
    if (found) {
        QFile file(path);
        if (file.open(QIODevice::ReadWrite))
            file.setFileTime(QDateTime::currentDateTime(), QFileDevice::FileModificationTime);
    }
    return found;
}

void LayerStore::keep(const QByteArray& source, const Operation& fromWgs84, LayerFile file,
                      std::function<bool(LayerFile&)> complete)
{
    const QByteArray map = fromWgs84.target().toUtf8();
    file.key = source + '\0' + map;
    {
        const std::lock_guard lock(m_writer->mutex);
        m_writer->tasks.push_back({nameOf(source, map), std::move(file), std::move(complete)});
    }
    m_writer->changed.notify_all();
}

void LayerStore::forget(const QByteArray& source)
{
    const QString start = shortDigest(source, SourceLetters);
    for (const QFileInfo& each : m_writer->files())
        if (each.fileName().startsWith(start))
            QFile::remove(each.filePath());
}

void LayerStore::waitUntilKept()
{
    std::unique_lock lock(m_writer->mutex);
    m_writer->changed.wait(lock, [&] { return m_writer->tasks.empty() && !m_writer->working; });
}

qint64 LayerStore::usedBytes() const
{
    qint64 used = 0;
    for (const QFileInfo& each : m_writer->files())
        used += each.size();
    return used;
}

qint64 LayerStore::mostBytes() const
{
    return m_writer->mostBytes;
}

void LayerStore::setMostBytes(qint64 bytes)
{
    m_writer->mostBytes = bytes;
    m_writer->makeRoom(0);
}

void LayerStore::empty()
{
    for (const QFileInfo& each : m_writer->files())
        QFile::remove(each.filePath());
}

} // namespace geo
