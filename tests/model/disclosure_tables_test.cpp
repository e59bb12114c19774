#include "model/disclosure_tables.hpp"

#include <algorithm>
#include <numeric>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "model/disclosure.hpp"

using namespace nahraum;
using Set = std::vector<std::uint32_t>;

TEST_CASE("a set that is another one less a few people is kept back") {
  const std::vector<int> persons{20, 3, 40, 0, 6};
  const Set whole{0, 1, 2, 3, 4};
  const auto shown = [&](const std::vector<Set>& sets, const Set& anyway) {
    return model::may_show_sets(sets, {anyway}, persons, 5);
  };
  CHECK(shown({{0, 2}, {1}, {3}}, whole) == std::vector<bool>{true, false, true});
  // 69 in all: 66 would tell the three.
  CHECK(shown({{0, 2, 4}}, whole) == std::vector<bool>{false});
  // Beside each other: 20 and 23.
  CHECK(shown({{0}, {0, 1}}, whole) == std::vector<bool>{false, true});
  // A home of nobody may come or go.
  CHECK(shown({{0, 3}, {0}}, whole) == std::vector<bool>{true, true});
  // 50 and 52, but neither holds the other.
  CHECK(model::may_show_sets({{0, 1}, {1, 2}}, {{0, 1, 2}}, {20, 30, 22}, 5) ==
        std::vector<bool>{true, true});
  // What is shown anyway may be the smaller one.
  CHECK(shown({{0, 1}}, {0}) == std::vector<bool>{false});
}

TEST_CASE("a table keeps back what its small cells would follow from") {
  const std::vector<std::vector<long>> rows{{40, 37, 3, 0}, {60, 30, 30, 0}, {55, 40, 15, 0}};
  const auto shown = model::may_show_table(rows, 5);
  CHECK_FALSE(shown[0][2]);
  CHECK_FALSE(shown[0][1]);  // 40 − 37
  CHECK_FALSE(shown[2][2]);  // the column's sum less 30
  CHECK(shown[1][0]);
  CHECK(shown[0][3]);
}

TEST_CASE("no hidden cell of a table stands alone or with little in its row or column") {
  CHECK(rc::check("rows and columns", [] {
    std::vector<std::vector<long>> rows;
    const int count = *rc::gen::inRange(1, 7);
    for (int r = 0; r < count; ++r) {
      std::vector<long> parts;
      for (int c = 0; c < 3; ++c)
        parts.push_back(*rc::gen::inRange(0, 5) == 0 ? *rc::gen::inRange(0, 200)
                                                     : *rc::gen::inRange(0, 12));
      parts.insert(parts.begin(), std::accumulate(parts.begin(), parts.end(), 0L));
      rows.push_back(parts);
    }
    const auto shown = model::may_show_table(rows, 5);
    const auto safe = [](const std::vector<long>& counts, const std::vector<bool>& line) {
      long hidden = 0, sum = 0, left = 0;
      for (std::size_t i = 0; i < counts.size(); ++i) {
        hidden += line[i] ? 0 : 1;
        sum += line[i] ? 0 : counts[i];
        left += line[i] ? counts[i] : 0;
      }
      return hidden == 0 || (hidden > 1 && sum >= 5) || left == 0;
    };
    for (std::size_t r = 0; r < rows.size(); ++r) {
      for (std::size_t c = 0; c < 4; ++c)
        RC_ASSERT(!shown[r][c] || model::may_show(rows[r][c], 5));
      const std::vector<long> parts(rows[r].begin() + 1, rows[r].end());
      const std::vector<bool> line(shown[r].begin() + 1, shown[r].end());
      RC_ASSERT(!shown[r][0] || safe(parts, line));
      const bool all = std::find(line.begin(), line.end(), false) == line.end();
      RC_ASSERT(shown[r][0] || !all || rows[r][0] == 0);
    }
    for (std::size_t c = 0; c < 4; ++c) {
      std::vector<long> column;
      std::vector<bool> line;
      for (std::size_t r = 0; r < rows.size(); ++r) {
        column.push_back(rows[r][c]);
        line.push_back(shown[r][c]);
      }
      RC_ASSERT(safe(column, line));
    }
  }));
}
