#pragma once
/// Answers to an exercise from a file: what `nahraum exercise run --script` gives instead of a
/// group at the table.

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "course/exercise.hpp"
#include "course/yaml_source.hpp"
#include "model/catalogue.hpp"
#include "model/record.hpp"

namespace nahraum::course {

/// [longitude, latitude] or, where the numbers are larger than that, metres in the project's CRS.
struct WrittenPlace {
  double x = 0, y = 0;
};
/// So many homes beyond the limit, far from each other: an answer that fits any district.
struct GapPlaces {
  Reaching who;
  int count = 1;
};
/// A line over so many services near the district's middle.
struct ServiceTour {
  int count = 3;
};
using Places = std::variant<std::vector<WrittenPlace>, GapPlaces, ServiceTour>;

/// What is done in the program before the step is looked at.
struct AskIt {
  Asking ask;
};
struct MakeNote {
  std::string kind, text;
  Places at;
};
/// A new one of that type at each place.
struct OpenIt {
  std::string type;
  Places at;
};
/// A bench at each place, as a correction of the map.
struct SetBench {
  Places at;
};
struct TakeScenario {
  std::string file;  ///< beside the script
};
struct KeepView {
  std::string name;
};
/// Rows of the course's work, each with the next free id, at the places in turn.
struct AddRows {
  std::string table;
  std::vector<model::Record> rows;
  std::optional<Places> at;
};
using Deed = std::variant<AskIt, MakeNote, TakeScenario, KeepView, OpenIt, SetBench, AddRows>;

struct ScriptedStep {
  std::optional<std::string> value;  ///< choice, number, text as it would be typed
  bool solution = false;             ///< the right answer, whatever it is
  std::optional<Places> marks;
  std::vector<Deed> deeds;
  std::string expect;  ///< "right", "wrong", "" anything
};
struct AnswerScript {
  std::string exercise;
  std::map<std::string, ScriptedStep> steps;
};

struct ReadScript {
  std::optional<AnswerScript> script;  ///< nothing where there are problems
  std::vector<Problem> problems;
};
/// The steps must be those of `exercise`. Pure.
ReadScript read_script(const std::string& text, const Exercise& exercise,
                       const model::Catalogue& catalogue);

}  // namespace nahraum::course
