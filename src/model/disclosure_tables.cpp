#include "model/disclosure_tables.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>

#include "base/check.hpp"
#include "model/disclosure.hpp"

namespace nahraum::model {
namespace {

using Set = std::vector<std::uint32_t>;

long persons_of(const Set& set, const std::vector<int>& persons) {
  long sum = 0;
  for (const auto home : set)
    sum += persons[home];
  return sum;
}

std::vector<long> counts_of(const std::vector<Set>& sets, const std::vector<int>& persons) {
  std::vector<long> counts;
  counts.reserve(sets.size());
  for (const auto& set : sets)
    counts.push_back(persons_of(set, persons));
  return counts;
}

/// Nobody of `part` is outside `whole`.
bool nested(const Set& part, const Set& whole, const std::vector<int>& persons) {
  Set outside;
  std::set_difference(part.begin(), part.end(), whole.begin(), whole.end(),
                      std::back_inserter(outside));
  return persons_of(outside, persons) == 0;
}

/// One line of a table: its cells may be anywhere in it.
struct Line {
  std::vector<long> counts;
  std::vector<bool> shown;

  /// Keeps further cells back until no hidden one follows from the line's sum; whether any was.
  bool protect(int min_count) {
    bool changed = false;
    for (auto next = weakest(min_count); next < counts.size(); next = weakest(min_count)) {
      shown[next] = false;
      changed = true;
    }
    return changed;
  }

 private:
  /// The smallest cell that must go, or the size when the line is safe.
  std::size_t weakest(int min_count) const {
    int hidden = 0;
    long hidden_sum = 0;
    std::size_t least = counts.size();
    for (std::size_t i = 0; i < counts.size(); ++i) {
      if (counts[i] < 0) return counts.size();  // the sum is unknown with its part
      if (!shown[i]) {
        ++hidden;
        hidden_sum += counts[i];
      } else if (counts[i] > 0 && (least == counts.size() || counts[i] < counts[least])) {
        least = i;
      }
    }
    const bool safe = hidden == 0 || (hidden > 1 && hidden_sum >= min_count);
    return safe ? counts.size() : least;
  }
};

class Table {
 public:
  Table(const std::vector<std::vector<long>>& rows, int min_count)
      : rows_(rows), min_count_(min_count) {
    for (const auto& row : rows) {
      NAHRAUM_CHECK(row.size() == rows.front().size() && !row.empty());
      shown_.emplace_back();
      for (const long count : row)
        shown_.back().push_back(count >= 0 && may_show(count, min_count));
    }
  }

  std::vector<std::vector<bool>> run() {
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t r = 0; r < rows_.size(); ++r)
        changed = protect_row(r) || changed;
      for (std::size_t c = 0; !rows_.empty() && c < rows_.front().size(); ++c)
        changed = protect_column(c) || changed;
    }
    return shown_;
  }

 private:
  /// The total stands first. A hidden total must not follow from its parts.
  bool protect_row(std::size_t r) {
    Line parts{{rows_[r].begin() + 1, rows_[r].end()}, {shown_[r].begin() + 1, shown_[r].end()}};
    bool changed = false;
    const bool all = std::find(parts.shown.begin(), parts.shown.end(), false) == parts.shown.end();
    if (!shown_[r][0] && all && !parts.counts.empty()) {
      const auto largest = std::max_element(parts.counts.begin(), parts.counts.end());
      parts.shown[static_cast<std::size_t>(largest - parts.counts.begin())] = false;
      changed = true;
    }
    if (shown_[r][0]) changed = parts.protect(min_count_);
    std::copy(parts.shown.begin(), parts.shown.end(), shown_[r].begin() + 1);
    return changed;
  }

  bool protect_column(std::size_t c) {
    Line line;
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      line.counts.push_back(rows_[r][c]);
      line.shown.push_back(shown_[r][c]);
    }
    const bool changed = line.protect(min_count_);
    for (std::size_t r = 0; r < rows_.size(); ++r)
      shown_[r][c] = line.shown[r];
    return changed;
  }

  const std::vector<std::vector<long>>& rows_;
  int min_count_;
  std::vector<std::vector<bool>> shown_;
};

}  // namespace

std::vector<bool> may_show_sets(const std::vector<Set>& sets, const std::vector<Set>& shown_anyway,
                                const std::vector<int>& persons, int min_count) {
  const auto counts = counts_of(sets, persons);
  const auto counts_anyway = counts_of(shown_anyway, persons);
  const auto tells = [&](const Set& a, long count_a, const Set& b, long count_b) {
    const long rest = count_b - count_a;
    return rest > 0 && rest < min_count && nested(a, b, persons);
  };
  std::vector<bool> shown;
  shown.reserve(sets.size());
  for (std::size_t a = 0; a < sets.size(); ++a) {
    shown.push_back(may_show(counts[a], min_count));
    for (std::size_t b = 0; b < shown_anyway.size() && shown[a]; ++b) {
      shown[a] = !tells(sets[a], counts[a], shown_anyway[b], counts_anyway[b]) &&
                 !tells(shown_anyway[b], counts_anyway[b], sets[a], counts[a]);
    }
  }
  for (std::size_t a = 0; a < sets.size(); ++a) {
    for (std::size_t b = 0; b < sets.size() && shown[a]; ++b)
      shown[a] = !shown[b] || !tells(sets[a], counts[a], sets[b], counts[b]);
  }
  return shown;
}

std::vector<std::vector<bool>> may_show_table(const std::vector<std::vector<long>>& rows,
                                              int min_count) {
  return Table(rows, min_count).run();
}

}  // namespace nahraum::model
