#pragma once
/// The running clock of a meeting: which item it is at, and how long it still has.

#include <cstddef>
#include <vector>

#include "model/work.hpp"

namespace nahraum::app {

struct AgendaClock {
  std::size_t item = 0;   ///< of those given; the last one when the time is over
  long seconds_left = 0;  ///< of this item; 0 when over
  bool over = false;      ///< the whole plan has run out, or there is nothing in it
  long seconds_over = 0;  ///< since then
  friend bool operator==(const AgendaClock&, const AgendaClock&) = default;
};

/// `items` in their order; those without minutes take no time. Before the start it stands at its
/// begin. Pure. Cost: O(items).
AgendaClock agenda_at(const std::vector<model::AgendaItem>& items, long seconds_since_start);

/// Per item the minute after the start at which it begins.
std::vector<long> agenda_starts(const std::vector<model::AgendaItem>& items);
/// Minutes of all.
long agenda_minutes(const std::vector<model::AgendaItem>& items);
/// Longest time without a break, in minutes.
long longest_without_break(const std::vector<model::AgendaItem>& items);

/// The items of that meeting by position, then id; "": of the first that is named.
std::vector<model::AgendaItem> agenda_items(const std::vector<model::AgendaItem>& rows,
                                            const std::string& agenda);

}  // namespace nahraum::app
