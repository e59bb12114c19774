#include "jobs/parallel.hpp"

#include <algorithm>
#include <mutex>
#include <thread>
#include <vector>

namespace nahraum::jobs {

void parallel_for(Context& context, std::size_t count, std::size_t grain,
                  const std::function<void(std::size_t, int)>& body) {
  grain = std::max<std::size_t>(grain, 1);
  std::atomic<std::size_t> next{0};
  std::atomic<bool> failed{false};
  std::exception_ptr first_error;
  std::mutex error_mutex;

  const auto work = [&](int worker) {
    try {
      for (;;) {
        const std::size_t begin = next.fetch_add(grain);
        if (begin >= count || failed) return;
        context.check();
        const std::size_t end = std::min(begin + grain, count);
        for (std::size_t i = begin; i < end; ++i)
          body(i, worker);
      }
    } catch (...) {
      const std::lock_guard lock(error_mutex);
      if (!first_error) first_error = std::current_exception();
      failed = true;
    }
  };

  const auto blocks = (count + grain - 1) / grain;
  const int helpers =
      static_cast<int>(std::min<std::size_t>(static_cast<std::size_t>(context.threads()), blocks));
  std::vector<std::jthread> threads;
  for (int worker = 1; worker < helpers; ++worker)
    threads.emplace_back(work, worker);
  work(0);
  threads.clear();  // joins
  if (first_error) std::rethrow_exception(first_error);
}

}  // namespace nahraum::jobs
