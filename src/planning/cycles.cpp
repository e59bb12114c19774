#include "planning/cycles.hpp"

#include <algorithm>
#include <deque>

namespace nahraum::planning {
namespace {

using Graph = std::vector<std::vector<std::size_t>>;
constexpr std::size_t none = static_cast<std::size_t>(-1);

/// Strongly connected groups, numbered, by Tarjan's search.
class Groups {
 public:
  explicit Groups(const Graph& next)
      : next_(next),
        found_(next.size(), none),
        low_(next.size()),
        at_(next.size()),
        of(next.size(), none) {
    for (std::size_t v = 0; v < next.size(); ++v) {
      if (found_[v] == none) explore(v);
    }
  }

 private:
  void enter(std::size_t v) {
    found_[v] = low_[v] = time_++;
    path_.push_back(v);
    open_.push_back(v);
  }
  void explore(std::size_t root) {
    enter(root);
    while (!path_.empty()) {
      const auto v = path_.back();
      if (at_[v] == next_[v].size()) {
        leave(v);
        continue;
      }
      const auto w = next_[v][at_[v]++];
      if (found_[w] == none) {
        enter(w);
      } else if (of[w] == none) {
        low_[v] = std::min(low_[v], found_[w]);
      }
    }
  }
  void leave(std::size_t v) {
    path_.pop_back();
    if (!path_.empty()) low_[path_.back()] = std::min(low_[path_.back()], low_[v]);
    if (low_[v] != found_[v]) return;
    for (bool last = false; !last; open_.pop_back()) {
      last = open_.back() == v;
      of[open_.back()] = groups_;
    }
    ++groups_;
  }

  const Graph& next_;
  std::vector<std::size_t> found_, low_, at_, path_, open_;
  std::size_t time_ = 0, groups_ = 0;

 public:
  std::vector<std::size_t> of;
};

/// Breadth first within the group of `start`, back to it; empty where no way leads back.
std::vector<std::size_t> shortest_circle(const Graph& next, const Groups& groups,
                                         std::size_t start) {
  std::vector<std::size_t> from(next.size(), none);
  std::deque<std::size_t> queue{start};
  while (!queue.empty()) {
    const auto v = queue.front();
    queue.pop_front();
    for (const auto w : next[v]) {
      if (w == start) {
        std::vector<std::size_t> circle{v};
        while (circle.back() != start)
          circle.push_back(from[circle.back()]);
        std::reverse(circle.begin(), circle.end());
        return circle;
      }
      if (groups.of[w] != groups.of[start] || from[w] != none) continue;
      from[w] = v;
      queue.push_back(w);
    }
  }
  return {};
}

}  // namespace

std::vector<std::vector<std::size_t>> cycles(const Graph& next) {
  const Groups groups(next);
  std::vector<bool> seen(next.size());
  std::vector<std::vector<std::size_t>> found;
  for (std::size_t v = 0; v < next.size(); ++v) {
    if (seen[groups.of[v]]) continue;
    seen[groups.of[v]] = true;
    auto circle = shortest_circle(next, groups, v);
    if (!circle.empty()) found.push_back(std::move(circle));
  }
  return found;
}

}  // namespace nahraum::planning
