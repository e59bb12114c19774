#include "ui/view_history.hpp"

#include <catch2/catch.hpp>

using nahraum::ui::MapPlace;
using nahraum::ui::ViewHistory;

namespace {

MapPlace at(double x) {
  return {{x, 1}, 5000};
}

}  // namespace

TEST_CASE("going back leads to where the map rested, not through every stroke") {
  ViewHistory history;
  history.follow(at(0), false, 0);
  for (const double t : {10.0, 10.1, 10.2, 10.3})
    history.follow(at(t), false, t);  // one way in four strokes
  history.follow(at(99), false, 20);
  const auto before = history.back();
  REQUIRE(before);
  CHECK(*before == at(10.3));
  CHECK(*history.back() == at(0));
  CHECK_FALSE(history.back());
}

TEST_CASE("after going back one can go forth again until one goes elsewhere") {
  ViewHistory history;
  history.follow(at(0), false, 0);
  history.follow(at(5), false, 10);
  CHECK(*history.back() == at(0));
  history.follow(at(3), true, 10.1);  // flying
  history.follow(at(0), false, 10.2);
  CHECK(*history.forth() == at(5));
  history.follow(at(5), false, 11);
  CHECK(*history.back() == at(0));
  history.follow(at(0), false, 11.2);
  history.follow(at(7), false, 20);
  CHECK_FALSE(history.forth());
  CHECK(*history.back() == at(0));
}

TEST_CASE("another project has no places of the one before") {
  ViewHistory history;
  history.follow(at(0), false, 0);
  history.follow(at(5), false, 10);
  history.clear();
  CHECK_FALSE(history.back());
}
