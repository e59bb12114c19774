#include "jobs/errand.hpp"

namespace nahraum::jobs {

Errand::Errand(std::function<void()> work) : work_(std::move(work)), thread_([this] { run(); }) {}

Errand::~Errand() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_one();
  thread_.join();
}

void Errand::ask() {
  {
    const std::lock_guard lock(mutex_);
    asked_ = true;
  }
  changed_.notify_one();
}

void Errand::run() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return stopping_ || asked_; });
    if (!asked_) return;
    asked_ = false;
    lock.unlock();
    work_();
    lock.lock();
  }
}

}  // namespace nahraum::jobs
