// SPDX-License-Identifier: Apache-2.0
// A bounded queue between two threads of one run: one puts, the other takes; either may end it.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <utility>

namespace dcadmin::bulk {

template <class T>
class Channel {
   public:
    explicit Channel(std::size_t capacity) : capacity_(capacity) {}

    /// Waits for room; false when the taker has gone away.
    bool put(T item) {
        std::unique_lock lock(mutex_);
        room_.wait(lock, [&] { return items_.size() < capacity_ || abandoned_; });
        if (abandoned_) return false;
        items_.push_back(std::move(item));
        filled_.notify_one();
        return true;
    }
    /// No more items; an error is thrown to the taker once it has taken the rest.
    void finish(std::exception_ptr error = nullptr) {
        const std::lock_guard lock(mutex_);
        finished_ = true;
        error_ = std::move(error);
        filled_.notify_one();
    }
    /// Waits for an item; none at the end.
    std::optional<T> take() {
        std::unique_lock lock(mutex_);
        filled_.wait(lock, [&] { return !items_.empty() || finished_; });
        if (items_.empty()) {
            if (error_) std::rethrow_exception(std::exchange(error_, nullptr));
            return std::nullopt;
        }
        std::optional<T> item(std::move(items_.front()));
        items_.pop_front();
        room_.notify_one();
        return item;
    }
    /// The taker wants no more.
    void abandon() {
        const std::lock_guard lock(mutex_);
        abandoned_ = true;
        items_.clear();
        room_.notify_one();
    }

   private:
    std::mutex mutex_;
    std::condition_variable room_;
    std::condition_variable filled_;
    std::deque<T> items_;
    std::size_t capacity_;
    bool finished_ = false;
    bool abandoned_ = false;
    std::exception_ptr error_;
};

}  // namespace dcadmin::bulk
