#include "jobs/queue.hpp"

#include <utility>

namespace nahraum::jobs {

struct Queue::Job {
  JobView view;
  Work work;
  std::unique_ptr<Context> context;
};

Queue::Queue(std::function<void()> wake, Failed failed, int threads_per_job)
    : wake_(std::move(wake)),
      failed_(std::move(failed)),
      threads_per_job_(threads_per_job),
      worker_([this] { run(); }) {}

Queue::~Queue() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    for (const auto& job : jobs_)
      job->context->cancel();
  }
  changed_.notify_all();
  worker_.join();
}

JobId Queue::submit(std::string title, Work work) {
  auto job = std::make_shared<Job>();
  const std::weak_ptr<Job> weak = job;
  job->context = std::make_unique<Context>(
      [this, weak](double fraction, const std::string& step) {
        const auto self = weak.lock();
        if (!self) return;
        const std::lock_guard lock(mutex_);
        self->view.fraction = fraction;
        self->view.step = step;
      },
      threads_per_job_);
  job->work = std::move(work);
  job->view.title = std::move(title);
  const std::lock_guard lock(mutex_);
  job->view.id = ++last_id_;
  jobs_.push_back(job);
  changed_.notify_all();
  return job->view.id;
}

void Queue::cancel(JobId id) {
  const std::lock_guard lock(mutex_);
  for (const auto& job : jobs_) {
    if (job->view.id == id) job->context->cancel();
  }
}

void Queue::cancel_all() {
  const std::lock_guard lock(mutex_);
  for (const auto& job : jobs_)
    job->context->cancel();
}

std::vector<JobView> Queue::views() const {
  const std::lock_guard lock(mutex_);
  std::vector<JobView> views;
  for (const auto& job : jobs_)
    views.push_back(job->view);
  return views;
}

bool Queue::idle() const {
  const std::lock_guard lock(mutex_);
  return jobs_.empty() && mailbox_.empty();
}

int Queue::deliver() {
  int delivered = 0;
  for (;;) {
    OnMainThread act;
    {
      const std::lock_guard lock(mutex_);
      if (mailbox_.empty()) return delivered;
      act = std::move(mailbox_.front());
      mailbox_.pop_front();
    }
    if (act) act();
    ++delivered;
  }
}

void Queue::finish(Job& job, OnMainThread result) {
  const std::lock_guard lock(mutex_);
  mailbox_.push_back(std::move(result));
  std::erase_if(jobs_, [&](const auto& other) { return other.get() == &job; });
}

void Queue::run() {
  for (;;) {
    std::shared_ptr<Job> job;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [this] { return stopping_ || !jobs_.empty(); });
      if (stopping_) return;
      job = jobs_.front();
      job->view.running = true;
    }
    OnMainThread result;
    const auto report = [this, title = job->view.title](const base::Error& error) -> OnMainThread {
      return [this, title, error] {
        if (failed_) failed_(title, error);
      };
    };
    try {
      job->context->check();
      result = job->work(*job->context);
    } catch (const Cancelled&) {
      result = report({base::ErrorCode::cancelled, "cancelled", {}, {}});
    } catch (const std::exception& error) {
      result = report({base::ErrorCode::bad_input, error.what(), {}, {}});
    } catch (...) {  // a library's own type: the program goes on, the job has failed
      result = report({base::ErrorCode::bad_input, "unknown failure", {}, {}});
    }
    finish(*job, std::move(result));
    if (wake_) wake_();
  }
}

}  // namespace nahraum::jobs
