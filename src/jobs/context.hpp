#pragma once
/// What a long computation is handed: it reports progress and learns of cancellation.

#include <atomic>
#include <exception>
#include <functional>
#include <string>

namespace nahraum::jobs {

/// Thrown by `Context::update` when the user cancelled; caught at the job's edge only.
struct Cancelled : std::exception {
  const char* what() const noexcept override { return "cancelled"; }
};

/// Shared by the job's threads and its owner. Thread-safe.
class Context {
 public:
  /// Called from the job's thread with a fraction 0…1 and what is being done; may be empty.
  using Progress = std::function<void(double fraction, const std::string& step)>;

  explicit Context(Progress progress = {}, int threads = 1)
      : progress_(std::move(progress)), threads_(threads < 1 ? 1 : threads) {}

  /// Both reports and honours cancel. Call at least every 50 ms of work. Throws Cancelled.
  void update(double fraction, const std::string& step) {
    check();
    if (progress_) progress_(fraction, step);
  }
  /// Only honours cancel: cheap enough for inner loops.
  void check() const {
    if (cancelled_.load(std::memory_order_relaxed)) throw Cancelled();
  }
  void cancel() { cancelled_ = true; }
  bool cancelled() const { return cancelled_; }
  /// How many threads the computation may use. Results never depend on it.
  int threads() const { return threads_; }

 private:
  Progress progress_;
  std::atomic<bool> cancelled_{false};
  int threads_ = 1;
};

}  // namespace nahraum::jobs
