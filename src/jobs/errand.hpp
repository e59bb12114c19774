#pragma once
/// The same small work again and again, off the main thread.

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace nahraum::jobs {

/// Does `work` on a thread of its own soon after each `ask`; what is asked while it is under way
/// becomes one more time. The destructor waits until everything asked for is done. `work` must not
/// throw and must not touch what the main thread owns.
class Errand {
 public:
  explicit Errand(std::function<void()> work);
  ~Errand();
  Errand(const Errand&) = delete;
  Errand& operator=(const Errand&) = delete;

  void ask();

 private:
  void run();

  std::function<void()> work_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool asked_ = false, stopping_ = false;
  std::thread thread_;  ///< last: it uses the rest
};

}  // namespace nahraum::jobs
