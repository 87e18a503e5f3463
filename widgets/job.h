// SPDX-FileCopyrightText: 2026 Veta contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/progress.h"
#include "catalogue/project_file.h"

#include <QObject>
#include <QPointer>
#include <functional>
#include <memory>
#include <new>
#include <optional>
#include <type_traits>
#include <variant>
#include <vector>

namespace widgets {

// What came of a piece of work: its value, or why there is none. Exceptions do not cross threads;
// this does.
template <class T>
struct Outcome
{
    std::optional<T> value;
    bool cancelled = false;
    QString message; // for the person
    QString cause;   // for the log
    std::optional<catalogue::FileProblem::Kind> fileProblem;
    std::vector<catalogue::Entry> inTheWay; // of a change that was to be turned round
    bool ok() const { return value.has_value(); }
};

// What is said where memory did not suffice, and of an exception nobody expected.
QString noMemoryMessage();
QString unexpectedMessage();

template <class Work>
auto attempt(Work&& work)
{
    using Result = std::invoke_result_t<Work>;
    using Value = std::conditional_t<std::is_void_v<Result>, std::monostate, Result>;
    Outcome<Value> outcome;
    try {
        if constexpr (std::is_void_v<Result>) {
            work();
            outcome.value.emplace();
        } else {
            outcome.value.emplace(work());
        }
    } catch (const base::Cancelled&) {
        outcome.cancelled = true;
    } catch (const catalogue::FileProblem& problem) {
        outcome.message = problem.message();
        outcome.cause = problem.cause();
        outcome.fileProblem = problem.kind();
    } catch (const catalogue::RevertRefused& refused) {
        outcome.message = refused.message();
        outcome.cause = refused.cause();
        outcome.inTheWay = refused.later();
    } catch (const base::Error& error) {
        outcome.message = error.message();
        outcome.cause = error.cause();
    } catch (const std::bad_alloc& error) {
        outcome.message = noMemoryMessage();
        outcome.cause = QString::fromUtf8(error.what());
    } catch (const std::exception& error) {
        outcome.message = unexpectedMessage();
        outcome.cause = QString::fromUtf8(error.what());
    }
    return outcome;
}

// Where a piece of work runs: takes a task and sees that it is run, once.
using Executor = std::function<void(std::function<void()>)>;
Executor threadPool();

// The long work that is going on. Lives in the window's thread; so do its signals and whatever is
// called when work is done.
class Jobs : public QObject
{
    Q_OBJECT

public:
    struct Running
    {
        quint64 id = 0;
        QString title;
        std::shared_ptr<base::Progress> progress;
    };

    explicit Jobs(QObject* parent = nullptr);
    ~Jobs() override; // cancels what is running and waits for it

    // Runs work(progress) on the executor, then done(outcome) in this thread, if `receiver` still
    // lives. A job with a title is shown to the person, who can cancel it.
    template <class Work, class Done>
    std::shared_ptr<base::Progress> run(const QString& title, const Executor& executor, Work work,
                                        QObject* receiver, Done done)
    {
        auto progress = std::make_shared<base::Progress>();
        const quint64 id = begin(title, progress);
        QPointer<QObject> alive(receiver);
        executor(
            [this, id, progress, alive, work = std::move(work), done = std::move(done)]() mutable {
                auto outcome = std::make_shared<decltype(attempt([&] { return work(*progress); }))>(
                    attempt([&] { return work(*progress); }));
                finish([this, id, alive, outcome, done = std::move(done)] {
                    end(id);
                    if (alive)
                        done(std::move(*outcome));
                });
            });
        return progress;
    }

    // Those with a title, oldest first.
    std::vector<Running> running() const;
    bool isIdle() const { return m_running.empty(); }
    void cancelAll();

Q_SIGNALS:
    void changed(); // a job began or ended

private:
    quint64 begin(const QString& title, const std::shared_ptr<base::Progress>& progress);
    void finish(std::function<void()> task);
    void end(quint64 id);

    std::vector<Running> m_running;
    quint64 m_next = 0;
};

} // namespace widgets
