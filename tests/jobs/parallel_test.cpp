#include "jobs/parallel.hpp"

#include <atomic>
#include <numeric>
#include <stdexcept>
#include <vector>

#include <catch2/catch.hpp>

using namespace nahraum::jobs;

TEST_CASE("every index is visited exactly once, on any number of threads and in any grain") {
  for (const int threads : {1, 2, 5}) {
    for (const std::size_t grain : {0UL, 1UL, 7UL, 1000UL}) {
      Context context({}, threads);
      std::vector<std::atomic<int>> visits(101);
      parallel_for(context, visits.size(), grain, [&](std::size_t i, int worker) {
        if (worker >= 0 && worker < threads) ++visits[i];
      });
      for (const auto& count : visits)
        CHECK(count == 1);
    }
  }
}

TEST_CASE("results written to their own slot do not depend on the number of threads") {
  const auto squares = [](int threads) {
    Context context({}, threads);
    std::vector<std::size_t> out(1000);
    parallel_for(context, out.size(), 3, [&](std::size_t i, int) { out[i] = i * i; });
    return out;
  };
  CHECK(squares(1) == squares(4));
}

TEST_CASE("an empty range calls nobody") {
  Context context({}, 3);
  parallel_for(context, 0, 4, [](std::size_t, int) { FAIL("called"); });
}

TEST_CASE("the first exception comes out and the rest stops") {
  for (const int threads : {1, 3}) {
    Context context({}, threads);
    std::atomic<int> done{0};
    CHECK_THROWS_WITH(parallel_for(context, 100'000, 1,
                                   [&](std::size_t i, int) {
                                     ++done;
                                     if (i == 17) throw std::runtime_error("seventeen");
                                   }),
                      "seventeen");
    CHECK(done < 100'000);
  }
}

TEST_CASE("cancelling ends the loop with Cancelled") {
  Context context({}, 2);
  std::atomic<int> done{0};
  const auto body = [&](std::size_t i, int) {
    ++done;
    if (i == 5) context.cancel();
  };
  CHECK_THROWS_AS(parallel_for(context, 100'000, 1, body), Cancelled);
  CHECK(done < 100'000);
}

TEST_CASE("a context reports progress until it is cancelled") {
  std::vector<std::string> steps;
  Context context([&](double, const std::string& step) { steps.push_back(step); }, 0);
  CHECK(context.threads() == 1);
  context.update(0.25, "reading");
  context.cancel();
  CHECK(context.cancelled());
  CHECK_THROWS_AS(context.update(0.5, "sorting"), Cancelled);
  CHECK_THROWS_AS(context.check(), Cancelled);
  CHECK(steps == std::vector<std::string>{"reading"});
}
