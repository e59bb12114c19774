#pragma once
/// Single figures of a row as they may leave the program.

#include <optional>
#include <string>
#include <utility>

#include "app/need_question.hpp"

namespace nahraum::app {

/// Residents of an age and over (0, 65, 80).
std::optional<long> shown_persons(const NeedRow& row, int age);
std::optional<long> shown_institutional(const NeedRow& row, int age);
std::optional<double> shown_value(const NeedRow& row, const analysis::Ratio& ratio);
/// The i-th ratio without institutions; nothing where it rests on fewer than the minimum.
std::optional<double> shown_without(const NeedRow& row, std::size_t i, int min_count);
/// Low and high, whole persons; nothing where either is below the minimum.
std::optional<std::pair<long, long>> shown_estimate(const NeedRow& row,
                                                    const analysis::Estimate& estimate,
                                                    int min_count);
struct ShownYear {
  long expected = 0, low = 0, high = 0;
};
std::optional<ShownYear> shown_year(const NeedRow& row, const NeedYear& year, int age,
                                    int min_count);
/// Whether a figure rests on ages that are unknown for some homes: it is at least so high.
bool at_least(const NeedRow& row, int age);
bool at_least(const NeedRow& row, const analysis::RatioKind& kind);

}  // namespace nahraum::app
