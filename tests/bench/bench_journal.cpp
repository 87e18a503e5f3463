// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the journal costs beside writing the bare rows.
//   bench_journal [SEED] [SITES]      (1, 125000)
// One entry inserts SITES sites, as many records and twice as many commodities, in pieces of 10,000
// rows; it is digested, verified, taken over by another copy (one that has nothing of its own, one
// that went on, one that imported the same), undone and redone. Printed: seconds, times the bare
// insert of the same rows, peak memory of the process so far.
#include "base/error.h"
#include "base/os.h"
#include "catalogue/gpkg_point.h"
#include "catalogue/schema.h"
#include "tests/support/scratch_project.h"

#include <QElapsedTimer>
#include <QFile>
#include <algorithm>
#include <cstdio>
#include <random>

using namespace support;
using catalogue::ProjectFile;

namespace {

struct Figures
{
    double bareSeconds = 0;
    void print(const char* what, double seconds) const
    {
        std::printf("%-44s %8.2f s %7.1f x %8lld MiB\n", what, seconds,
                    bareSeconds > 0 ? seconds / bareSeconds : 1.0,
                    static_cast<long long>(base::peakMemoryBytes() >> 20));
        std::fflush(stdout);
    }
};

template <typename Work>
double seconds(Work&& work)
{
    QElapsedTimer clock;
    clock.start();
    work();
    return double(clock.nsecsElapsed()) / 1e9;
}

void insertRows(SQLite::Database& database, unsigned seed, int sites,
                const std::function<void()>& flush)
{
    std::mt19937_64 random{seed};
    const auto id = [&] { return int64_t(random() >> 11) | 1; };
    database.exec("INSERT INTO sources (id, kind, title) VALUES (1, 'dataset', 'bench')");
    SQLite::Statement site(database, "INSERT INTO sites (id, geom, name, kind, stage, country, "
                                     "source_id, reference) VALUES (?, ?, ?, ?, ?, ?, 1, ?)");
    SQLite::Statement record(database, "INSERT INTO records VALUES (?, 1, ?, ?, ?, ?)");
    SQLite::Statement commodity(database, "INSERT INTO site_commodities (id, site_id, commodity, "
                                          "role, position) VALUES (?, ?, ?, 'main', ?)");
    const char* kinds[] = {"mine", "deposit", "prospect"};
    const char* commodities[] = {"copper", "lithium", "graphite", "zinc", "cobalt"};
    for (int i = 0; i < sites; ++i) {
        const int64_t siteId = id();
        const std::string key = std::to_string(random() % 100000000);
        const QByteArray point = catalogue::encodeGpkgPoint(
            {-120.0 + double(random() % 3000000) / 1e5, 20.0 + double(random() % 1500000) / 1e5});
        site.bind(1, siteId);
        site.bind(2, point.constData(), int(point.size()));
        site.bind(3, "Site " + key);
        site.bind(4, kinds[random() % 3]);
        site.bind(5, "exploration");
        site.bind(6, random() % 2 == 0 ? "US" : "MX");
        site.bind(7, key);
        site.exec();
        site.reset();
        record.bind(1, id());
        record.bind(2, siteId);
        record.bind(3, key);
        record.bind(4, i + 2);
        record.bind(5, "[\"" + key + "\",\"Site\",\"" + std::to_string(random()) +
                           "\",\"copper, zinc\",\"Sonora\",null,\"past producer\"]");
        record.exec();
        record.reset();
        for (int j = 1; j <= 2; ++j) {
            commodity.bind(1, id());
            commodity.bind(2, siteId);
            commodity.bind(3, commodities[random() % 5]);
            commodity.bind(4, j);
            commodity.exec();
            commodity.reset();
        }
        if (i % 2500 == 2499 && flush)
            flush();
    }
}

void importInto(ProjectFile& file, unsigned seed, int sites, const catalogue::Author& author)
{
    file.edit(author, catalogue::EntryKind::Import, {QStringLiteral("bench"), {}},
              [&](catalogue::Edit& edit) {
                  insertRows(edit.database(), seed, sites, [&] { edit.flush(); });
              });
}

void bench(unsigned seed, int sites)
{
    const QTemporaryDir folder;
    const auto path = [&](const char* name) { return folder.filePath(QString::fromLatin1(name)); };
    base::Progress progress;
    Figures figures;

    const auto plain = ProjectFile::create(path("plain.veta.gpkg"), {}, Ana);
    {
        SQLite::Database database(plain->path().toStdString(), SQLite::OPEN_READWRITE);
        database.exec("PRAGMA cache_size = -65536");
        database.exec("PRAGMA synchronous = EXTRA");
        database.exec("PRAGMA foreign_keys = ON");
        figures.bareSeconds = seconds([&] {
            database.exec("BEGIN");
            insertRows(database, seed, sites, {});
            database.exec("COMMIT");
        });
    }
    figures.print("bare rows", figures.bareSeconds);

    const auto a = ProjectFile::create(path("a.veta.gpkg"), {}, Ana);
    const auto b = copyOf(*a, path("b.veta.gpkg"));
    const auto c = copyOf(*a, path("c.veta.gpkg"));
    const auto d = copyOf(*a, path("d.veta.gpkg"));
    run(*b, "INSERT INTO sites (id, name) VALUES (1, 'one of its own')", Bob);
    figures.print("edit: the rows as one entry",
                  seconds([&] { importInto(*a, seed, sites, Ana); }));
    importInto(*d, seed, sites, Bob);
    figures.print("digest of all rows", seconds([&] { a->computeDigest(progress); }));
    figures.print("verify, one line", seconds([&] { a->verify(progress); }));
    figures.print("taken over by a copy without its own",
                  seconds([&] { c->mergeFrom(a->path(), progress); }));
    figures.print("taken over by a copy that went on",
                  seconds([&] { b->mergeFrom(a->path(), progress); }));
    figures.print("verify after it", seconds([&] { b->verify(progress); }));
    figures.print("taken over by one that imported the same",
                  seconds([&] { d->mergeFrom(a->path(), progress); }));
    if (a->info().rows != c->info().rows || !d->verify(progress).empty())
        throw base::Error(QStringLiteral("the copies differ"));
    figures.print("undo", seconds([&] { a->undo(Ana, progress); }));
    figures.print("redo", seconds([&] { a->redo(Ana, progress); }));
    figures.print("undo of one name", [&] {
        run(*a, "UPDATE sites SET name = 'x' WHERE id = (SELECT min(id) FROM sites)");
        return seconds([&] { a->undo(Ana, progress); });
    }());
    std::printf("file %lld MiB, bare %lld MiB\n",
                static_cast<long long>(QFile(a->path()).size() >> 20),
                static_cast<long long>(QFile(plain->path()).size() >> 20));
}

} // namespace

int main(int argc, char** argv)
{
    try {
        bench(argc > 1 ? unsigned(std::atoi(argv[1])) : 1, argc > 2 ? std::atoi(argv[2]) : 125000);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
