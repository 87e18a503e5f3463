// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/os.h"

#include "base/error.h"
#include "base/progress.h"

#include <QCoreApplication>
#include <QFile>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace base {

namespace {

// A signal handler reaches only what is global; it touches nothing but an atomic flag of the
// progress that is set here for the lifetime of one InterruptCancels.
std::atomic<Progress*> interruptedProgress{
    nullptr}; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

extern "C" void onInterrupt(int signal)
{
    Progress* progress = interruptedProgress.load();
    if (progress == nullptr || progress->isCancelled()) {
        std::signal(signal, SIG_DFL);
        std::raise(signal);
        return;
    }
    progress->cancel();
}

QString systemMessage(int code)
{
    return QString::fromLocal8Bit(std::strerror(code));
}

class Descriptor
{
public:
    explicit Descriptor(int value)
        : m_value(value)
    {
    }
    ~Descriptor()
    {
        if (m_value >= 0)
            ::close(m_value);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int value() const { return m_value; }

private:
    int m_value;
};

} // namespace

void syncToDisk(const QString& path)
{
    const Descriptor file(::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC));
    if (file.value() < 0 || ::fsync(file.value()) != 0)
        throw Error(QCoreApplication::translate("Base",
                                                "%1 could not be made safe on the disk. Check "
                                                "that the disk has space and is still there.")
                        .arg(path),
                    systemMessage(errno));
}

QString hostName()
{
    char name[256] = {};
    if (::gethostname(name, sizeof name - 1) != 0)
        return QStringLiteral("?");
    return QString::fromLocal8Bit(name);
}

qint64 processId()
{
    return ::getpid();
}

bool isProcessAlive(qint64 pid)
{
    if (pid <= 0)
        return false;
    return ::kill(pid_t(pid), 0) == 0 || errno == EPERM;
}

bool createExclusively(const QString& path, const QByteArray& content)
{
    const Descriptor file(
        ::open(QFile::encodeName(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644));
    if (file.value() < 0) {
        if (errno == EEXIST)
            return false;
        throw Error(QCoreApplication::translate("Base", "%1 could not be made. Check that you may "
                                                        "write in its folder.")
                        .arg(path),
                    systemMessage(errno));
    }
    if (::write(file.value(), content.constData(), size_t(content.size())) != content.size()) {
        const int code = errno;
        ::unlink(QFile::encodeName(path).constData());
        throw Error(QCoreApplication::translate("Base",
                                                "%1 could not be written. Check that the disk "
                                                "has space.")
                        .arg(path),
                    systemMessage(code));
    }
    return true;
}

qint64 peakMemoryBytes()
{
    rusage usage{};
    ::getrusage(RUSAGE_SELF, &usage);
    return qint64(usage.ru_maxrss) * 1024;
}

namespace {

// Of a line "NAME:   12345 kB" of one of the system's own files.
std::optional<qint64> kilobytesIn(const char* path, const QByteArray& name)
{
    QFile file(QString::fromLatin1(path));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray text = file.readAll(); // they say 0 for their size
    for (const QByteArray& line : text.split('\n'))
        if (line.startsWith(name + ':'))
            return line.mid(name.size() + 1).trimmed().split(' ').first().toLongLong();
    return std::nullopt;
}

} // namespace

std::optional<qint64> availableMemoryBytes()
{
    std::optional<qint64> available;
    if (const auto free = kilobytesIn("/proc/meminfo", "MemAvailable"))
        available = *free * 1024;
    // A limit that was set for this process (ulimit -v).
    rlimit limit{};
    if (::getrlimit(RLIMIT_AS, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY)
        if (const auto taken = kilobytesIn("/proc/self/status", "VmSize")) {
            const qint64 left = std::max<qint64>(0, qint64(limit.rlim_cur) - *taken * 1024);
            available = available ? std::min(*available, left) : left;
        }
    return available;
}

void expectFilled(void* bytes, qsizetype size)
{
#ifdef MADV_HUGEPAGE
    const auto page = qsizetype(::sysconf(_SC_PAGESIZE));
    const auto before = qsizetype(std::uintptr_t(bytes) % std::uintptr_t(page));
    const qsizetype begin = before == 0 ? 0 : page - before;
    const qsizetype whole = (size - begin) / page * page;
    if (whole > 0)
        ::madvise(static_cast<char*>(bytes) + begin, size_t(whole), MADV_HUGEPAGE);
#else
    Q_UNUSED(bytes)
    Q_UNUSED(size)
#endif
}

InterruptCancels::InterruptCancels(Progress& progress)
{
    interruptedProgress.store(&progress);
    std::signal(SIGINT, onInterrupt);
    std::signal(SIGTERM, onInterrupt);
}

InterruptCancels::~InterruptCancels()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    interruptedProgress.store(nullptr);
}

bool errorIsTerminal()
{
    return isatty(STDERR_FILENO) != 0;
}

void yieldToOthers()
{
    constexpr int Nice = 10;
    thread_local bool yields = false;
    if (!yields)
        ::setpriority(PRIO_PROCESS, id_t(::gettid()), Nice);
    yields = true;
}

} // namespace base
