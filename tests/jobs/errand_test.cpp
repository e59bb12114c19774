#include "jobs/errand.hpp"

#include <atomic>
#include <chrono>

#include <catch2/catch.hpp>

using nahraum::jobs::Errand;

TEST_CASE("what was asked for is done before the errand goes") {
  std::atomic<int> done{0};
  {
    Errand errand([&] { ++done; });
    errand.ask();
  }
  CHECK(done == 1);
  {
    const Errand never([&] { ++done; });
  }
  CHECK(done == 1);
}

TEST_CASE("what is asked while it is under way becomes one more time") {
  std::atomic<int> done{0};
  std::atomic<bool> begun{false}, go_on{false};
  {
    Errand errand([&] {
      begun = true;
      while (!go_on)
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
      ++done;
    });
    errand.ask();
    while (!begun)
      std::this_thread::sleep_for(std::chrono::milliseconds(1));
    for (int i = 0; i < 5; ++i)
      errand.ask();
    go_on = true;
  }
  CHECK(done == 2);
}
