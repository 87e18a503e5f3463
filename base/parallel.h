// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/progress.h"
#include <algorithm>
#include <atomic>
#include <cstddef>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace base {

// How many threads share a piece of work: the processors, but not more than eight.
inline std::size_t workerCount()
{
    return std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 8);
}

// Calls work(begin, end) for blocks of `block` numbers from 0 up to `count`, on several threads and
// in no order; returns when all is done. Throws what work threw first, and Cancelled.
template <typename Work>
void inParallel(std::size_t count, std::size_t block, const Progress& progress, Work&& work)
{
    std::atomic<std::size_t> next{0};
    std::mutex mutex;
    std::exception_ptr failure;
    const auto take = [&] {
        try {
            for (std::size_t begin = next.fetch_add(block); begin < count;
                 begin = next.fetch_add(block)) {
                progress.check();
                work(begin, std::min(count, begin + block));
            }
        } catch (...) {
            const std::lock_guard lock(mutex);
            if (!failure)
                failure = std::current_exception();
            next = count;
        }
    };
    {
        std::vector<std::jthread> others;
        const std::size_t wanted = std::min(workerCount(), (count + block - 1) / block);
        for (std::size_t i = 1; i < wanted; ++i)
            others.emplace_back(take);
        take();
    }
    if (failure)
        std::rethrow_exception(failure);
}

// Sorts in blocks that several threads share, then joins them two by two. Throws Cancelled.
template <typename Value>
void sortInParallel(std::vector<Value>& values, const Progress& progress)
{
    constexpr std::size_t Block = 1 << 17;
    const auto at = [&](std::size_t place) {
        return values.begin() + std::ptrdiff_t(std::min(place, values.size()));
    };
    inParallel(values.size(), Block, progress,
               [&](std::size_t begin, std::size_t end) { std::sort(at(begin), at(end)); });
    for (std::size_t joined = Block; joined < values.size(); joined *= 2)
        inParallel(values.size(), 2 * joined, progress, [&](std::size_t begin, std::size_t end) {
            std::inplace_merge(at(begin), at(begin + joined), at(end));
        });
}

} // namespace base
