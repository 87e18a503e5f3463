// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

namespace SQLite {
class Database;
class Statement;
} // namespace SQLite

namespace base {
class Progress;
}

namespace catalogue {

class BulkRows;
class Recorder;

// Leave to read a project file, held while one read lasts; stores take it to run their queries.
// A reader takes what it needs into memory and finishes its statement: an open one locks writers
// out.
class ReadAccess
{
public:
    explicit ReadAccess(SQLite::Database& database)
        : m_database(&database)
    {
    }
    SQLite::Database& database() const { return *m_database; }

private:
    SQLite::Database* m_database;
};

// The open transaction of ProjectFile::edit(): what is written through it becomes one entry of the
// journal, or nothing. Only ProjectFile makes one.
class Edit : public ReadAccess
{
public:
    Edit(const Edit&) = delete;
    Edit& operator=(const Edit&) = delete;
    ~Edit();

    // The statement of that text, prepared once for the whole edit and reset: an import runs the
    // same few hundreds of thousands of times.
    SQLite::Statement& statement(const std::string& sql);

    // Closes the present piece of a long edit, so that memory stays bounded: call it every few
    // thousand rows. It is still one transaction and one entry.
    void flush();

    // From here to endBulk() the rows that the stores insert are gathered, to be written all at
    // once, many times faster. None of them can be read or changed meanwhile, and none may be there
    // already: endBulk() throws then. Memory grows with them: flushBulk() now and then writes what
    // there is, if it is much.
    void beginBulk();
    void flushBulk(base::Progress& progress);
    void endBulk(base::Progress& progress);
    BulkRows* bulk() const { return m_bulk.get(); } // null outside of it; for the stores

    // For what turns entries of the journal round.
    Recorder& recorder() const { return *m_recorder; }

private:
    friend class Journal;
    Edit(SQLite::Database& database, Recorder& recorder);
    struct Statements;
    Recorder* m_recorder;
    std::unique_ptr<Statements> m_statements;
    std::unique_ptr<BulkRows> m_bulk;
};

} // namespace catalogue
