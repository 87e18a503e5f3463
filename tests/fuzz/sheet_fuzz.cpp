// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "geo/sheet_counter.h"
#include "tests/fuzz/fuzz.h"

namespace {

// What a scan met, in one text.
struct Seen
{
    QByteArray all;
    void tag(const geo::Tag& tag)
    {
        all += "<" + tag.name().toByteArray() + ">";
        if (const auto at = tag.attribute("r"))
            all += at->toByteArray();
        all += QByteArray::number(tag.number("s")) + (tag.isEmptyElement() ? "/" : "");
    }
    void text(QByteArrayView beginning, qint64 length)
    {
        all += beginning.toByteArray() + QByteArray::number(length);
    }
};

QByteArray scan(const QByteArray& xml, qsizetype block)
{
    Seen seen;
    geo::TagScanner scanner([&](const geo::Tag& tag) { seen.tag(tag); },
                            [&](QByteArrayView text, qint64 length) { seen.text(text, length); });
    for (qsizetype at = 0; at < xml.size(); at += block)
        scanner.feed(QByteArrayView(xml).sliced(at, std::min(block, xml.size() - at)));
    return seen.all;
}

} // namespace

// First byte: the length of the blocks. The rest: the XML of a sheet, of either kind.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
    if (size == 0)
        return 0;
    const QByteArray xml = fuzz::bytesOf(data + 1, size - 1);
    fuzz::require(scan(xml, 1 + data[0]) == scan(xml, std::max<qsizetype>(1, xml.size())),
                  "it does not matter where blocks end");
    const QString name = QStringLiteral("t.xlsx");
    const std::vector<qint32> shared{4, 0, 1000};
    fuzz::guarded([&] {
        geo::SheetFacts facts;
        geo::OpenXmlCounter counter(facts, shared, name);
        geo::TagScanner scanner(
            [&](const geo::Tag& tag) { counter.tag(tag); },
            [&](QByteArrayView text, qint64 length) { counter.text(text, length); });
        scanner.feed(xml);
        counter.finish();
        fuzz::require(facts.rows >= 0 && facts.widest >= 0, "counts are no negative numbers");
    });
    fuzz::guarded([&] {
        std::vector<geo::SheetFacts> sheets;
        geo::OpenDocumentCounter counter(sheets, name);
        geo::TagScanner scanner([&](const geo::Tag& tag) { counter.tag(tag); },
                                [](QByteArrayView, qint64) {});
        scanner.feed(xml);
        for (const geo::SheetFacts& facts : sheets)
            fuzz::require(facts.rows >= 0 && facts.widest >= 0, "counts are no negative numbers");
    });
    return 0;
}
