// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue/journal.h"

#include "base/digest.h"
#include "base/error.h"
#include "base/id.h"
#include "catalogue/bulk_rows.h"
#include "catalogue/changeset.h"
#include "catalogue/gpkg_contents.h"
#include "catalogue/recorder.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <SQLiteCpp/SQLiteCpp.h>
#include <algorithm>
#include <array>
#include <numeric>
#include <sqlite3.h>

namespace catalogue {

namespace {

constexpr std::array<const char*, 7> KindKeys = {"create", "edit",    "import", "undo",
                                                 "redo",   "outside", "settle"};

constexpr qint64 LargestSessionBytes = 128 << 20;
constexpr qint64 LargestBulkBytes = 384 << 20;

EntryKind kindOf(const QString& key)
{
    const auto at = std::find(KindKeys.begin(), KindKeys.end(), key);
    return at == KindKeys.end() ? EntryKind::Edit : EntryKind(at - KindKeys.begin());
}

QByteArray headsJson(const std::map<QString, qint64>& heads)
{
    QJsonObject object;
    for (const auto& [copy, number] : heads)
        object.insert(copy, number);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::map<QString, qint64> headsFromJson(const QByteArray& json)
{
    std::map<QString, qint64> heads;
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    for (auto it = object.begin(); it != object.end(); ++it)
        heads[it.key()] = it.value().toInteger();
    return heads;
}

std::string utf8(const QString& text)
{
    return text.toStdString();
}

QString column(SQLite::Statement& statement, int index)
{
    return QString::fromStdString(statement.getColumn(index).getString());
}

qint64 clockSum(const Entry& entry)
{
    return std::accumulate(entry.heads.begin(), entry.heads.end(), entry.number,
                           [](qint64 sum, const auto& head) { return sum + head.second; });
}

// SQLite's own checking of references costs an import half its time; BulkRows checks its rows.
class ForeignKeysOff
{
public:
    ForeignKeysOff(SQLite::Database& database, bool off)
        : m_database(off ? &database : nullptr)
    {
        if (m_database != nullptr)
            m_database->exec("PRAGMA foreign_keys = OFF");
    }
    ~ForeignKeysOff()
    {
        if (m_database != nullptr)
            sqlite3_exec(m_database->getHandle(), "PRAGMA foreign_keys = ON", nullptr, nullptr,
                         nullptr);
    }
    ForeignKeysOff(const ForeignKeysOff&) = delete;
    ForeignKeysOff& operator=(const ForeignKeysOff&) = delete;

private:
    SQLite::Database* m_database;
};

} // namespace

struct Edit::Statements
{
    std::unordered_map<std::string, SQLite::Statement> bySql;
};

Edit::Edit(SQLite::Database& database, Recorder& recorder)
    : ReadAccess(database)
    , m_recorder(&recorder)
    , m_statements(std::make_unique<Statements>())
{
}

Edit::~Edit() = default;

SQLite::Statement& Edit::statement(const std::string& sql)
{
    const auto found = m_statements->bySql.try_emplace(sql, database(), sql).first;
    found->second.reset();
    return found->second;
}

void Edit::flush()
{
    m_recorder->flush();
}

void Edit::beginBulk()
{
    m_bulk = std::make_unique<BulkRows>(m_recorder->schema());
}

void Edit::flushBulk(base::Progress& progress)
{
    m_recorder->workAhead(*m_bulk);
    if (m_bulk->bytes() > LargestBulkBytes)
        m_recorder->insert(*m_bulk, progress);
}

void Edit::endBulk(base::Progress& progress)
{
    m_recorder->insert(*m_bulk, progress);
    m_bulk.reset();
}

QString kindKey(EntryKind kind)
{
    return QString::fromLatin1(KindKeys[size_t(kind)]);
}

QString hashOf(const Entry& entry)
{
    const QJsonObject object{
        {QStringLiteral("author"), entry.author.name},
        {QStringLiteral("copy"), entry.copyId},
        {QStringLiteral("delegation"), entry.author.delegation},
        {QStringLiteral("digest"), entry.digest},
        {QStringLiteral("heads"), QString::fromUtf8(headsJson(entry.heads))},
        {QStringLiteral("kind"), kindKey(entry.kind)},
        {QStringLiteral("made_at"), entry.madeAt.toString(Qt::ISODateWithMs)},
        {QStringLiteral("number"), entry.number},
        {QStringLiteral("payload"), entry.payloadDigest},
        {QStringLiteral("previous"), entry.previous},
        {QStringLiteral("schema"), entry.schemaVersion},
        {QStringLiteral("sentence"), QString::fromUtf8(toJson(entry.sentence))},
        {QStringLiteral("target"), entry.target},
    };
    return QString::fromLatin1(
        base::sha256(QJsonDocument(object).toJson(QJsonDocument::Compact)).toHex());
}

bool precedesOrIs(const Entry& cause, const Entry& effect)
{
    if (cause.copyId == effect.copyId)
        return cause.number <= effect.number;
    const auto known = effect.heads.find(cause.copyId);
    return known != effect.heads.end() && known->second >= cause.number;
}

void sortCausally(std::vector<Entry>& entries)
{
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        const qint64 sumA = clockSum(a);
        const qint64 sumB = clockSum(b);
        return sumA != sumB ? sumA < sumB : a.hash < b.hash;
    });
}

Journal::Journal(SQLite::Database& database, QString home)
    : m_database(database)
    , m_schema(SharedSchema::ofToday(database))
    , m_home(std::move(home))
{
}

Journal::~Journal() = default;

QString Journal::meta(const char* key) const
{
    SQLite::Statement select(m_database, "SELECT value FROM veta_meta WHERE key = ?");
    select.bind(1, key);
    return select.executeStep() ? column(select, 0) : QString();
}

void Journal::setMeta(const char* key, const QString& value)
{
    SQLite::Statement write(m_database, "INSERT OR REPLACE INTO veta_meta VALUES (?, ?)");
    write.bind(1, key);
    write.bind(2, utf8(value));
    write.exec();
}

quint32 Journal::changeCounter() const
{
    sqlite3_file* file = nullptr;
    sqlite3_file_control(m_database.getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, &file);
    if (file == nullptr || file->pMethods == nullptr)
        return 0;
    std::array<quint8, 4> bytes{};
    if (file->pMethods->xRead(file, bytes.data(), int(bytes.size()), 24) != SQLITE_OK)
        return 0;
    return quint32(bytes[0]) << 24 | quint32(bytes[1]) << 16 | quint32(bytes[2]) << 8 | bytes[3];
}

void Journal::transaction(const std::function<void()>& work, bool checksReferences)
{
    const ForeignKeysOff off(m_database, !checksReferences);
    m_database.exec("BEGIN IMMEDIATE");
    try {
        work();
        setMeta("change_counter", QString::number(changeCounter() + 1));
        m_database.exec("COMMIT");
    } catch (...) {
        if (sqlite3_get_autocommit(m_database.getHandle()) == 0)
            sqlite3_exec(m_database.getHandle(), "ROLLBACK", nullptr, nullptr, nullptr);
        throw;
    }
}

CanonicalDigest Journal::digest() const
{
    return CanonicalDigest::fromHex(meta("digest_sum").toLatin1());
}

std::optional<Entry> Journal::record(const Author& author, EntryKind kind, const Sentence& sentence,
                                     const QString& target, const std::function<void(Edit&)>& work,
                                     const std::function<void(const Entry&)>& follow,
                                     const std::function<void()>& prepare, bool checksReferences)
{
    std::optional<Entry> result;
    struct NothingChanged
    {
    };
    try {
        transaction(
            [&] {
                if (meta("home") != m_home)
                    becomeOwnCopy();
                Entry entry;
                entry.copyId = meta("copy_id");
                entry.kind = kind;
                entry.target = target;
                entry.author = author;
                entry.sentence = sentence;
                entry.madeAt = QDateTime::currentDateTimeUtc();
                entry.schemaVersion = SchemaVersion;
                SQLite::Statement chains(
                    m_database, "SELECT copy_id, max(number) FROM veta_entry GROUP BY copy_id");
                while (chains.executeStep()) {
                    const qint64 number = chains.getColumn(1).getInt64();
                    if (column(chains, 0) == entry.copyId)
                        entry.number = number;
                    else
                        entry.heads[column(chains, 0)] = number;
                }
                ++entry.number;
                if (entry.number > 1) {
                    SQLite::Statement last(
                        m_database, "SELECT hash FROM veta_entry WHERE copy_id = ? AND number = ?");
                    last.bind(1, utf8(entry.copyId));
                    last.bind(2, int64_t(entry.number - 1));
                    if (last.executeStep())
                        entry.previous = column(last, 0);
                }
                if (prepare)
                    prepare();
                {
                    Recorder recorder(m_database, m_schema, entry.copyId, entry.number);
                    recorder.setDigest(digest());
                    Edit edit(m_database, recorder);
                    work(edit);
                    recorder.flush();
                    if (recorder.isEmpty())
                        throw NothingChanged();
                    entry.payloadDigest = recorder.payloadDigest();
                    setMeta("digest_sum", QString::fromLatin1(recorder.digest().toHex()));
                    recorder.updateContents();
                }
                if (follow)
                    followChanges([&](const std::function<void()>&) { follow(entry); });
                entry.digest = digest().text();
                entry.hash = hashOf(entry);
                insert(entry, {});
                result = entry;
            },
            checksReferences && kind != EntryKind::Import);
    } catch (const NothingChanged&) {
        return std::nullopt;
    }
    return result;
}

void Journal::becomeOwnCopy()
{
    const QString former = meta("copy_id");
    if (!former.isEmpty()) {
        SQLite::Statement last(m_database, "SELECT max(number) FROM veta_entry WHERE copy_id = ?");
        last.bind(1, utf8(former));
        const qint64 number = last.executeStep() ? last.getColumn(0).getInt64() : 0;
        QJsonObject line = QJsonDocument::fromJson(meta("line").toUtf8()).object();
        if (number > 0)
            line.insert(former, number);
        setMeta("line", QString::fromUtf8(QJsonDocument(line).toJson(QJsonDocument::Compact)));
    }
    setMeta("copy_id", base::randomToken());
    setMeta("home", m_home);
}

std::vector<Entry> Journal::ownLine() const
{
    const std::map<QString, qint64> former = headsFromJson(meta("line").toUtf8());
    const QString copyId = meta("copy_id");
    std::vector<Entry> line = entries();
    std::erase_if(line, [&](const Entry& entry) {
        if (entry.copyId == copyId)
            return false;
        const auto known = former.find(entry.copyId);
        return known == former.end() || entry.number > known->second;
    });
    return line;
}

void Journal::followChanges(const std::function<void(const std::function<void()>& flush)>& work)
{
    auto session = std::make_unique<Session>(m_database.getHandle(), m_schema);
    CanonicalDigest sum = digest();
    GpkgContents contents(m_schema);
    const auto flush = [&] {
        if (session->isEmpty())
            return;
        const QByteArray changeset = session->changeset();
        session = std::make_unique<Session>(m_database.getHandle(), m_schema);
        sum.apply(changeset, m_schema);
        contents.note(changeset);
    };
    // Seldom, because changes that cancel each other meanwhile cost nothing.
    work([&] {
        if (session->memoryBytes() > LargestSessionBytes)
            flush();
    });
    flush();
    setMeta("digest_sum", QString::fromLatin1(sum.toHex()));
    contents.write(m_database);
}

std::vector<Entry> Journal::entries() const
{
    std::vector<Entry> all;
    SQLite::Statement select(
        m_database,
        "SELECT hash, copy_id, number, previous, heads, kind, target, author, delegation, "
        "made_at, sentence, schema_version, digest, payload_digest FROM veta_entry");
    while (select.executeStep()) {
        Entry entry;
        entry.hash = column(select, 0);
        entry.copyId = column(select, 1);
        entry.number = select.getColumn(2).getInt64();
        entry.previous = column(select, 3);
        entry.heads = headsFromJson(column(select, 4).toUtf8());
        entry.kind = kindOf(column(select, 5));
        entry.target = column(select, 6);
        entry.author = {column(select, 8), column(select, 7)};
        entry.madeAt = QDateTime::fromString(column(select, 9), Qt::ISODateWithMs);
        entry.sentence = sentenceFromJson(column(select, 10).toUtf8());
        entry.schemaVersion = select.getColumn(11).getInt();
        entry.digest = column(select, 12);
        entry.payloadDigest = column(select, 13);
        all.push_back(std::move(entry));
    }
    sortCausally(all);
    return all;
}

std::vector<QByteArray> Journal::rawPieces(const Entry& entry) const
{
    std::vector<QByteArray> pieces;
    SQLite::Statement select(m_database, "SELECT bytes FROM veta_entry_piece WHERE copy_id = ? AND "
                                         "number = ? ORDER BY piece");
    select.bind(1, utf8(entry.copyId));
    select.bind(2, int64_t(entry.number));
    while (select.executeStep()) {
        const SQLite::Column bytes = select.getColumn(0);
        pieces.emplace_back(static_cast<const char*>(bytes.getBlob()), bytes.getBytes());
    }
    return pieces;
}

void Journal::forEachPiece(const Entry& entry,
                           const std::function<void(const QByteArray&)>& visit) const
{
    SQLite::Statement select(m_database, "SELECT bytes FROM veta_entry_piece WHERE copy_id = ? AND "
                                         "number = ? ORDER BY piece");
    select.bind(1, utf8(entry.copyId));
    select.bind(2, int64_t(entry.number));
    while (select.executeStep()) {
        const SQLite::Column bytes = select.getColumn(0);
        visit(decompressedPiece(
            QByteArray::fromRawData(static_cast<const char*>(bytes.getBlob()), bytes.getBytes())));
    }
}

QByteArray Journal::decompressedPiece(const QByteArray& raw) const
{
    QByteArray piece = decompressed(raw);
    requireFits(piece, m_schema);
    return piece;
}

void Journal::insert(const Entry& entry, const std::vector<QByteArray>& rawPieces)
{
    SQLite::Statement row(m_database,
                          "INSERT INTO veta_entry (hash, copy_id, number, previous, heads, "
                          "kind, target, author, delegation, made_at, sentence, "
                          "schema_version, digest, payload_digest) "
                          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    row.bind(1, utf8(entry.hash));
    row.bind(2, utf8(entry.copyId));
    row.bind(3, int64_t(entry.number));
    if (!entry.previous.isEmpty())
        row.bind(4, utf8(entry.previous));
    row.bind(5, headsJson(entry.heads).toStdString());
    row.bind(6, utf8(kindKey(entry.kind)));
    if (!entry.target.isEmpty())
        row.bind(7, utf8(entry.target));
    row.bind(8, utf8(entry.author.name));
    row.bind(9, utf8(entry.author.delegation));
    row.bind(10, utf8(entry.madeAt.toString(Qt::ISODateWithMs)));
    row.bind(11, toJson(entry.sentence).toStdString());
    row.bind(12, entry.schemaVersion);
    row.bind(13, utf8(entry.digest));
    row.bind(14, utf8(entry.payloadDigest));
    row.exec();
    SQLite::Statement piece(m_database, "INSERT INTO veta_entry_piece VALUES (?, ?, ?, ?)");
    for (size_t i = 0; i < rawPieces.size(); ++i) {
        piece.bind(1, utf8(entry.copyId));
        piece.bind(2, int64_t(entry.number));
        piece.bind(3, int(i));
        piece.bind(4, rawPieces[i].constData(), int(rawPieces[i].size()));
        piece.exec();
        piece.reset();
    }
}

} // namespace catalogue
