#pragma once
/// Long work off the main thread: one worker, progress to look at, results by mailbox.

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "base/result.hpp"
#include "jobs/context.hpp"

namespace nahraum::jobs {

using JobId = unsigned;

/// What the jobs strip shows of one job.
struct JobView {
  JobId id = 0;
  std::string title;
  double fraction = 0;
  std::string step;
  bool running = false;
};

/// Runs jobs in order on one worker thread. `submit`, `cancel`, `views`, `deliver` are called from
/// the main thread. A job takes values or a snapshot; what it returns runs on the main thread, in
/// `deliver`, and is the only place where it may touch the caller's state.
class Queue {
 public:
  using OnMainThread = std::function<void()>;
  using Work = std::function<OnMainThread(Context&)>;
  using Failed = std::function<void(const std::string& title, const base::Error&)>;

  /// `wake` is called from the worker when there is something to deliver (posts an empty event).
  /// `failed` runs in `deliver`: a library's exception or a cancellation, with the job's title.
  explicit Queue(std::function<void()> wake = {}, Failed failed = {}, int threads_per_job = 1);
  ~Queue();
  Queue(const Queue&) = delete;
  Queue& operator=(const Queue&) = delete;

  JobId submit(std::string title, Work work);
  void cancel(JobId id);
  void cancel_all();
  std::vector<JobView> views() const;
  bool idle() const;
  /// Runs what finished jobs left for the main thread; returns how many there were.
  int deliver();

 private:
  struct Job;
  void run();
  void finish(Job& job, OnMainThread result);

  std::function<void()> wake_;
  Failed failed_;
  int threads_per_job_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::shared_ptr<Job>> jobs_;  // front is running
  std::deque<OnMainThread> mailbox_;
  JobId last_id_ = 0;
  bool stopping_ = false;
  std::thread worker_;
};

}  // namespace nahraum::jobs
