#include "model/disclosure.hpp"

#include <algorithm>

#include "base/check.hpp"

namespace nahraum::model {

bool may_show(long count, int min_count) {
  NAHRAUM_CHECK(count >= 0);
  return count == 0 || count >= min_count;
}

std::vector<bool> may_show_parts(const std::vector<long>& parts, int min_count) {
  std::vector<bool> shown;
  long hidden_sum = 0;
  int hidden = 0;
  for (const long part : parts) {
    const bool small = part >= 0 && !may_show(part, min_count);
    shown.push_back(part >= 0 && !small);
    if (!small) continue;
    hidden_sum += part;
    ++hidden;
  }
  while (hidden > 0 && (hidden < 2 || hidden_sum < min_count)) {
    std::size_t next = parts.size();
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const bool candidate = shown[i] && parts[i] > 0;
      if (candidate && (next == parts.size() || parts[i] < parts[next])) next = i;
    }
    if (next == parts.size()) break;  // the whole is small itself
    shown[next] = false;
    hidden_sum += parts[next];
    ++hidden;
  }
  return shown;
}

namespace {

using Rows = std::vector<std::vector<long>>;

bool any_small(const std::vector<long>& counts, int min_count) {
  return std::any_of(counts.begin(), counts.end(),
                     [&](long count) { return count > 0 && !may_show(count, min_count); });
}

long total(const std::vector<long>& counts) {
  long sum = 0;
  for (const long count : counts)
    sum += std::max(0L, count);
  return sum;
}

/// Whether the rows that are kept back are at least two and their sums are not small.
bool kept_back_well(const Rows& rows, const std::vector<bool>& shown, int min_count) {
  std::vector<long> sums;
  int people = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (shown[i]) continue;
    people += total(rows[i]) > 0 ? 1 : 0;
    sums.resize(std::max(sums.size(), rows[i].size()));
    for (std::size_t j = 0; j < rows[i].size(); ++j)
      sums[j] += std::max(0L, rows[i][j]);
  }
  return people == 0 || (people >= 2 && !any_small(sums, min_count));
}

}  // namespace

std::vector<bool> may_show_rows(const Rows& rows, int min_count,
                                const std::vector<bool>& kept_back) {
  std::vector<bool> shown;
  std::vector<long> totals;
  for (const auto& row : rows)
    totals.push_back(total(row));
  const auto by_total = may_show_parts(totals, min_count);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool back = i < kept_back.size() && kept_back[i];
    shown.push_back(!back && by_total[i] && !any_small(rows[i], min_count));
  }
  while (!kept_back_well(rows, shown, min_count)) {
    std::size_t next = rows.size();
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const bool candidate = shown[i] && totals[i] > 0;
      if (candidate && (next == rows.size() || totals[i] < totals[next])) next = i;
    }
    if (next == rows.size()) break;
    shown[next] = false;
  }
  return shown;
}

std::vector<int> breaks_to_show(std::vector<int> breaks, Rows counts, int min_count) {
  const auto at = [](std::size_t i) { return static_cast<std::ptrdiff_t>(i); };
  for (;;) {
    const auto small = std::find_if(counts.begin(), counts.end(),
                                    [&](const auto& group) { return any_small(group, min_count); });
    if (small == counts.end()) return breaks;
    if (counts.size() == 1) return {};
    const auto i = static_cast<std::size_t>(small - counts.begin());
    const bool down =
        i + 1 == counts.size() || (i > 0 && total(counts[i - 1]) < total(counts[i + 1]));
    const std::size_t upper = down ? i : i + 1;
    for (std::size_t j = 0; j < counts[upper].size(); ++j) {
      auto& count = counts[upper - 1][j];
      count = count < 0 || counts[upper][j] < 0 ? -1 : count + counts[upper][j];
    }
    counts.erase(counts.begin() + at(upper));
    breaks.erase(breaks.begin() + at(upper));
  }
}

std::vector<std::string> parts_text(const std::vector<long>& parts, int min_count,
                                    base::Language language) {
  const auto shown = may_show_parts(parts, min_count);
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const bool small = parts[i] >= 0 && !may_show(parts[i], min_count);
    texts.push_back(small      ? "< " + std::to_string(min_count)
                    : shown[i] ? base::format_number(static_cast<double>(parts[i]), 0, language)
                               : "–");
  }
  return texts;
}

std::optional<int> disclosed(const std::optional<int>& count, int min_count) {
  return count && may_show(*count, min_count) ? count : std::nullopt;
}

std::string count_text(const std::optional<int>& count, int min_count, base::Language language) {
  if (!count) return "–";
  if (!may_show(*count, min_count)) return "< " + std::to_string(min_count);
  return base::format_number(*count, 0, language);
}

}  // namespace nahraum::model
