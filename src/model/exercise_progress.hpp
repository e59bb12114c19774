#pragma once
/// How far a group is in an exercise of the course, and what it answered. The exercise itself is
/// a file of its own (course/exercise.hpp); here stand only its ids.

#include <cstdint>
#include <string>
#include <vector>

#include "geo/values.hpp"

namespace nahraum::model {

/// What was answered in one step.
struct ExerciseAnswer {
  std::string step;   ///< its id within the exercise
  std::string value;  ///< a choice's id, a number in C locale, or a text; "" for none
  /// Pins have one point, a line ≥ 2, an area ≥ 3 and is not closed; in the project's CRS.
  std::vector<std::vector<geo::Point>> marks = {};
  bool revealed = false;  ///< its solution was looked at
  friend bool operator==(const ExerciseAnswer&, const ExerciseAnswer&) = default;
};

struct ExerciseProgress {
  std::int32_t id = 0;
  std::string exercise;                      ///< its id
  std::string step;                          ///< where the group is
  std::string began, finished;               ///< ISO dates; "" not finished
  std::vector<ExerciseAnswer> answers = {};  ///< each step once, in the order of answering
  friend bool operator==(const ExerciseProgress&, const ExerciseProgress&) = default;
};

}  // namespace nahraum::model
