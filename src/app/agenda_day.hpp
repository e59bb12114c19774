#pragma once
/// A trainer's day as a first plan, laid of the course's exercises.

#include "app/agenda_clock.hpp"
#include "course/exercise.hpp"

namespace nahraum::app {

inline constexpr long most_without_break = 90;  ///< minutes

/// An item of that exercise's title, minutes and material, in the user's language; of no meeting
/// yet.
model::AgendaItem item_of(const course::Exercise& exercise);

/// From 9:00, in the user's language: welcome, up to four exercises of modules 1, 2, 3 and 6 with
/// their own minutes, talks, the merge of the groups' files, lunch, and a break wherever it would
/// be longer than `most_without_break` without one. Nothing where there is none of these exercises.
/// Our own proposal.
AgendaItems example_day(const std::vector<course::Exercise>& exercises);

}  // namespace nahraum::app
