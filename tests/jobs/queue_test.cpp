#include "jobs/queue.hpp"

#include <chrono>
#include <future>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

using namespace nahraum;
using namespace nahraum::jobs;

namespace {

/// The main thread's loop: delivers until the queue is idle, at most ten seconds.
void run_until_idle(Queue& queue) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(10);
  while (!queue.idle() && std::chrono::steady_clock::now() < end) {
    if (queue.deliver() == 0) std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  REQUIRE(queue.idle());
}

/// A job that waits inside until it is cancelled.
struct Blocker {
  std::promise<void> started;
  Queue::OnMainThread operator()(Context& context) {
    started.set_value();
    for (;;) {
      context.update(0.5, "waiting");
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
  }
};

}  // namespace

TEST_CASE("results come in the order of submission and run on the delivering thread") {
  std::vector<std::string> seen;
  Queue queue;
  const auto main_thread = std::this_thread::get_id();
  for (const std::string name : {"network", "reach", "outline"}) {
    queue.submit(name, [&seen, name, main_thread](Context&) -> Queue::OnMainThread {
      CHECK(std::this_thread::get_id() != main_thread);
      return [&seen, name, main_thread] {
        CHECK(std::this_thread::get_id() == main_thread);
        seen.push_back(name);
      };
    });
  }
  run_until_idle(queue);
  CHECK(seen == std::vector<std::string>{"network", "reach", "outline"});
}

TEST_CASE("nothing reaches the caller's state before it delivers") {
  bool changed = false;
  std::promise<void> woken;
  Queue queue([&] { woken.set_value(); });
  queue.submit("quick", [&](Context&) -> Queue::OnMainThread { return [&] { changed = true; }; });
  woken.get_future().wait();
  CHECK_FALSE(changed);
  CHECK_FALSE(queue.idle());
  CHECK(queue.deliver() == 1);
  CHECK(changed);
  CHECK(queue.idle());
}

TEST_CASE("the strip shows title, step and who is waiting") {
  Queue queue;
  Blocker blocker;
  auto started = blocker.started.get_future();
  queue.submit("reach", std::ref(blocker));
  const JobId second = queue.submit("outline", [](Context&) { return Queue::OnMainThread(); });
  started.wait();
  std::vector<JobView> views;
  for (int i = 0; i < 2000 && (views = queue.views())[0].step.empty(); ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(1));
  }
  REQUIRE(views.size() == 2);
  CHECK(views[0].title == "reach");
  CHECK(views[0].running);
  CHECK(views[0].step == "waiting");
  CHECK(views[0].fraction == 0.5);
  CHECK(views[1].id == second);
  CHECK_FALSE(views[1].running);
  queue.cancel_all();
  run_until_idle(queue);
}

TEST_CASE("a cancelled job says so and the next one runs") {
  std::vector<std::string> events;
  Queue queue({}, [&](const std::string& title, const base::Error& error) {
    events.push_back(title + (error.code == base::ErrorCode::cancelled ? " cancelled" : " failed"));
  });
  Blocker blocker;
  auto started = blocker.started.get_future();
  const JobId first = queue.submit("reach", std::ref(blocker));
  queue.submit("outline", [&](Context&) -> Queue::OnMainThread {
    return [&] { events.push_back("outline done"); };
  });
  started.wait();
  queue.cancel(first);
  run_until_idle(queue);
  CHECK(events == std::vector<std::string>{"reach cancelled", "outline done"});
}

TEST_CASE("a job that is cancelled while it waits never starts") {
  Queue queue;
  Blocker blocker;
  auto started = blocker.started.get_future();
  queue.submit("reach", std::ref(blocker));
  bool ran = false;
  const JobId waiting = queue.submit("outline", [&](Context&) {
    ran = true;
    return Queue::OnMainThread();
  });
  started.wait();
  queue.cancel(waiting);
  queue.cancel_all();
  run_until_idle(queue);
  CHECK_FALSE(ran);
}

TEST_CASE("whatever a library throws becomes an error with the job's title") {
  std::vector<std::string> messages;
  Queue queue({}, [&](const std::string& title, const base::Error& error) {
    messages.push_back(title + ": " + error.what);
  });
  queue.submit("import",
               [](Context&) -> Queue::OnMainThread { throw std::runtime_error("bad block"); });
  queue.submit("import", [](Context&) -> Queue::OnMainThread { throw 7; });
  run_until_idle(queue);
  CHECK(messages == std::vector<std::string>{"import: bad block", "import: unknown failure"});
}

TEST_CASE("what is delivered may submit the next job") {
  Queue queue;
  bool second_done = false;
  queue.submit("network", [&](Context&) -> Queue::OnMainThread {
    return [&] {
      queue.submit("reach",
                   [&](Context&) -> Queue::OnMainThread { return [&] { second_done = true; }; });
    };
  });
  run_until_idle(queue);
  CHECK(second_done);
}

TEST_CASE("closing the program ends a running job at once and drops what waits") {
  Blocker blocker;
  auto started = blocker.started.get_future();
  bool ran = false;
  const auto begin = std::chrono::steady_clock::now();
  {
    Queue queue;
    queue.submit("reach", std::ref(blocker));
    queue.submit("outline", [&](Context&) {
      ran = true;
      return Queue::OnMainThread();
    });
    started.wait();
  }
  CHECK_FALSE(ran);
  CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(5));
}

TEST_CASE("jobs are told how many threads they may use") {
  int threads = 0;
  Queue queue({}, {}, 2);
  queue.submit("reach", [&](Context& context) -> Queue::OnMainThread {
    return [&, n = context.threads()] { threads = n; };
  });
  run_until_idle(queue);
  CHECK(threads == 2);
}
