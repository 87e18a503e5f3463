// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <algorithm>
#include <cstring>
#include <optional>
#include <string>

namespace geo {

// A tag of an XML text: what stands between "<" and ">".
class Tag
{
public:
    explicit Tag(QByteArrayView text)
        : m_text(text)
    {
    }

    // "/c" for an end tag.
    QByteArrayView name() const
    {
        const auto* end = std::find_if(
            m_text.begin() + (m_text.startsWith('/') ? 1 : 0), m_text.end(),
            [](char c) { return c == ' ' || c == '/' || c == '\t' || c == '\n' || c == '\r'; });
        return m_text.first(end - m_text.begin());
    }

    bool isEmptyElement() const { return m_text.endsWith('/'); }

    // As it stands, not unescaped.
    std::optional<QByteArrayView> attribute(QByteArrayView name) const
    {
        qsizetype at = this->name().size();
        while (at < m_text.size()) {
            const qsizetype equals = m_text.indexOf('=', at);
            if (equals < 0 || equals + 1 >= m_text.size())
                return std::nullopt;
            const QByteArrayView found = m_text.sliced(at, equals - at).trimmed();
            qsizetype open = equals + 1;
            while (open < m_text.size() && m_text[open] != '"' && m_text[open] != '\'')
                ++open;
            if (open >= m_text.size())
                return std::nullopt;
            const qsizetype close = m_text.indexOf(m_text[open], open + 1);
            if (close < 0)
                return std::nullopt;
            if (found == name)
                return m_text.sliced(open + 1, close - open - 1);
            at = close + 1;
        }
        return std::nullopt;
    }

    // More than any sheet counts, and little enough to reckon with.
    static constexpr qint64 MostNumber = qint64(1) << 31;

    // 0 where it is no number; never beyond MostNumber to either side.
    qint64 number(QByteArrayView name, qint64 missing = 0) const
    {
        const auto found = attribute(name);
        return found ? std::clamp<qint64>(found->toLongLong(), -MostNumber, MostNumber) : missing;
    }

private:
    QByteArrayView m_text;
};

// Cuts an XML text that comes in blocks at its tags, in little memory whatever comes: it knows
// neither entities nor comments and judges nothing. `onTag(Tag)` for each; `onText(beginning,
// length)` for what stands before it.
template <class OnTag, class OnText>
class TagScanner
{
public:
    TagScanner(OnTag onTag, OnText onText)
        : m_onTag(std::move(onTag))
        , m_onText(std::move(onText))
    {
    }

    void feed(QByteArrayView block)
    {
        qsizetype at = 0;
        while (at < block.size()) {
            if (!m_inTag) {
                const auto* found = static_cast<const char*>(
                    std::memchr(block.data() + at, '<', std::size_t(block.size() - at)));
                const qsizetype end = found ? found - block.data() : block.size();
                keep(block.sliced(at, end - at), MostText);
                m_length += end - at;
                at = end;
                if (found) {
                    m_onText(QByteArrayView(m_kept.data(), qsizetype(m_kept.size())), m_length);
                    m_kept.clear();
                    m_length = 0;
                    m_inTag = true;
                    m_quote = 0;
                    ++at;
                }
                continue;
            }
            // Quotes mean nothing in comments, declarations and instructions.
            if (m_kept.empty())
                m_plain = block[at] == '!' || block[at] == '?';
            qsizetype end = at;
            for (; end < block.size(); ++end) {
                const char c = block[end];
                if (m_quote != 0) {
                    if (c == m_quote)
                        m_quote = 0;
                } else if (!m_plain && (c == '"' || c == '\'')) {
                    m_quote = c;
                } else if (c == '>') {
                    break;
                }
            }
            keep(block.sliced(at, end - at), MostTag);
            at = end;
            if (at < block.size()) {
                m_onTag(Tag(QByteArrayView(m_kept.data(), qsizetype(m_kept.size()))));
                m_kept.clear();
                m_inTag = false;
                ++at;
            }
        }
    }

private:
    static constexpr qsizetype MostText = 64;
    static constexpr qsizetype MostTag = 1 << 16;

    void keep(QByteArrayView part, qsizetype most)
    {
        const qsizetype room = most - qsizetype(m_kept.size());
        if (room > 0)
            m_kept.append(part.data(), std::size_t(std::min(part.size(), room)));
    }

    OnTag m_onTag;
    OnText m_onText;
    std::string m_kept; // keeps its room when cleared
    qint64 m_length = 0;
    bool m_inTag = false;
    bool m_plain = false;
    char m_quote = 0;
};

} // namespace geo
