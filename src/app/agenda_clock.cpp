#include "app/agenda_clock.hpp"

#include <algorithm>
#include <limits>

namespace nahraum::app {
namespace {

long minutes_of(const model::AgendaItem& item) {
  return std::max<long>(0, item.minutes.value_or(0));
}

}  // namespace

AgendaClock agenda_at(const std::vector<model::AgendaItem>& items, long seconds_since_start) {
  AgendaClock clock;
  const long now = std::max(0L, seconds_since_start);
  long end = 0;
  for (std::size_t i = 0; i < items.size(); ++i) {
    end += minutes_of(items[i]) * 60;
    clock.item = i;
    if (now < end) {
      clock.seconds_left = end - now;
      return clock;
    }
  }
  clock.over = true;
  clock.seconds_over = now - end;
  return clock;
}

std::vector<long> agenda_starts(const std::vector<model::AgendaItem>& items) {
  std::vector<long> starts;
  long at = 0;
  for (const auto& item : items) {
    starts.push_back(at);
    at += minutes_of(item);
  }
  return starts;
}

long agenda_minutes(const std::vector<model::AgendaItem>& items) {
  long sum = 0;
  for (const auto& item : items)
    sum += minutes_of(item);
  return sum;
}

long longest_without_break(const std::vector<model::AgendaItem>& items) {
  long longest = 0, since = 0;
  for (const auto& item : items) {
    since = item.kind == "break" && minutes_of(item) > 0 ? 0 : since + minutes_of(item);
    longest = std::max(longest, since);
  }
  return longest;
}

std::vector<model::AgendaItem> agenda_items(const std::vector<model::AgendaItem>& rows,
                                            const std::string& agenda) {
  const bool there = std::any_of(
      rows.begin(), rows.end(), [&](const model::AgendaItem& row) { return row.agenda == agenda; });
  std::vector<model::AgendaItem> items;
  for (const auto& row : rows) {
    if (row.agenda == (there || rows.empty() ? agenda : rows.front().agenda)) items.push_back(row);
  }
  const auto place = [](const model::AgendaItem& item) {
    return item.position.value_or(std::numeric_limits<std::int32_t>::max());
  };
  std::stable_sort(
      items.begin(), items.end(),
      [&](const model::AgendaItem& a, const model::AgendaItem& b) { return place(a) < place(b); });
  return items;
}

}  // namespace nahraum::app
