// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace base {

// Items made on a thread of their own, ahead of whoever takes them in order by a bounded number of
// items and bytes. Spent items go back in batches and end on the thread that made them, where
// freeing is cheap.
template <typename Item>
class MadeAhead
{
public:
    // Hands over one item of about so many bytes; false once nobody takes them any more: then the
    // maker returns.
    using Put = std::function<bool(Item&&, qsizetype bytes)>;

    explicit MadeAhead(std::function<void(const Put&)> make)
        : m_thread([this, make = std::move(make)] { run(make); })
    {
    }
    MadeAhead(const MadeAhead&) = delete;
    MadeAhead& operator=(const MadeAhead&) = delete;
    ~MadeAhead()
    {
        {
            const std::scoped_lock lock(m_mutex);
            m_isUnwanted = true;
        }
        m_changed.notify_all();
        m_thread.join();
    }

    // Visits every item that is made, in order; throws what making them threw, after those that
    // were made before. What `visit` throws ends the taking.
    void takeAll(const std::function<void(Item&)>& visit)
    {
        std::vector<Item> batch;
        while (next(batch))
            for (Item& item : batch)
                visit(item);
        if (m_failure != nullptr)
            std::rethrow_exception(m_failure);
    }

private:
    static constexpr size_t BatchItems = 256;
    static constexpr qsizetype BatchBytes = 1 << 20;
    static constexpr size_t MostBatches = 8;

    void run(const std::function<void(const Put&)>& make)
    {
        try {
            std::vector<Item> batch;
            qsizetype bytes = 0;
            std::exception_ptr failure;
            try {
                make([&](Item&& item, qsizetype size) {
                    batch.push_back(std::move(item));
                    bytes += size;
                    if (batch.size() < BatchItems && bytes < BatchBytes)
                        return true;
                    bytes = 0;
                    return handOver(batch);
                });
            } catch (...) {
                failure = std::current_exception();
            }
            if (!batch.empty())
                handOver(batch);
            m_failure = failure; // read after m_isDone is
        } catch (...) {
            m_failure = std::current_exception();
        }
        {
            const std::scoped_lock lock(m_mutex);
            m_isDone = true;
        }
        m_changed.notify_all();
    }

    // Leaves an empty batch.
    bool handOver(std::vector<Item>& batch)
    {
        std::vector<std::vector<Item>> spent;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [&] { return m_isUnwanted || m_made.size() < MostBatches; });
            if (m_isUnwanted)
                return false;
            m_made.push_back(std::move(batch));
            spent.swap(m_spent);
        }
        m_changed.notify_all();
        batch = spent.empty() ? std::vector<Item>() : std::move(spent.back());
        batch.clear();
        return true;
    }

    // Gives `batch` back and takes the next one; false at the end.
    bool next(std::vector<Item>& batch)
    {
        {
            std::unique_lock lock(m_mutex);
            if (!batch.empty())
                m_spent.push_back(std::move(batch));
            m_changed.wait(lock, [&] { return m_isDone || !m_made.empty(); });
            if (m_made.empty())
                return false;
            batch = std::move(m_made.front());
            m_made.pop_front();
        }
        m_changed.notify_all();
        return true;
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::vector<Item>> m_made;
    std::vector<std::vector<Item>> m_spent;
    bool m_isDone = false;
    bool m_isUnwanted = false;
    std::exception_ptr m_failure;
    std::thread m_thread; // last: it uses all of the above
};

} // namespace base
