/// Any bytes as an exercise, and as the answers to one.

#include "course/answer_script.hpp"
#include "course/exercise_file.hpp"
#include "tests/fuzz/input_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace nahraum;
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  const auto read = course::read_exercise(text, fuzz::catalogue());
  // Either it is sound or somebody is told why not.
  if (read.exercise.has_value() != read.problems.empty()) std::abort();
  course::Exercise exercise;
  exercise.id = "x";
  exercise.steps.resize(1);
  exercise.steps[0].id = "a";
  const auto script = course::read_script(text, exercise, fuzz::catalogue());
  if (script.script.has_value() != script.problems.empty()) std::abort();
  return 0;
}
