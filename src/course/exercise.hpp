#pragma once
/// An exercise of the course as plain values, as assets/exercises/*.yaml states it (README.md
/// there). Nothing in it belongs to one district: figures are computed where they are asked for,
/// checks look at the project and at what was answered.

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "analysis/coverage.hpp"
#include "base/text.hpp"

namespace nahraum::course {

/// The same text for both languages.
struct Words {
  std::string de, en;
  const std::string& in(base::Language language) const {
    return language == base::Language::german ? de : en;
  }
  bool empty() const { return de.empty() && en.empty(); }
  friend bool operator==(const Words&, const Words&) = default;
};

// ---- figures: what is computed ------------------------------------------------------------------

enum class Group { all, age_65, age_80 };

/// Who reaches what. Without a service: everybody of the group.
struct Reaching {
  Group group = Group::all;
  std::string service;  ///< catalogue id, "" none
  std::string profile;
  std::optional<analysis::Limit> limit;  ///< nothing: the type's own
  std::string scenario;                  ///< "": the project as it is; "*": its last scenario
};

struct PersonsFigure {
  Reaching who;
  bool within = true;  ///< false: in the gap
  bool share = false;  ///< percent of those who can be assessed
};
/// Minutes to the nearest service, weighted by persons.
struct MinutesFigure {
  Reaching who;
  bool p90 = false;  ///< nine of ten have it nearer; else the median
};
/// Services in the district.
struct ServicesFigure {
  enum class What { count, providers, places, provider } what = What::count;
  std::string type;
  std::string in_highest;  ///< an indicator: only in the area where it is highest; "" anywhere
};
/// Of the obstacles that keep people away, by how many gain without each.
struct BarrierFigure {
  Reaching who;
  int rank = 1;
  bool name = false;  ///< what and where it is; else the persons
};
/// Seats on the ways to a service.
struct SeatsFigure {
  Reaching who;
  double max_gap_m = 0;  ///< 0: the profile's own
  bool longest = false;  ///< the longest stretch in metres; else persons who lack a seat
};
/// A need indicator, or where it is highest or lowest.
struct IndicatorFigure {
  std::string id;  ///< "share_80"
  enum class Of { district, reference, highest, lowest } of = Of::district;
  bool area_name = false;
};
/// People expected in a year.
struct ProjectionFigure {
  Group group = Group::age_80;
  int year = 2035;
};
/// What a new service would bring within reach.
struct SiteFigure {
  Reaching who;
  std::string step;  ///< at the pin of that step; "": at the best place
};
/// What the group made in the project.
struct MadeFigure {
  enum class What { notes, photos, corrections, scenarios, changes, views } what = What::notes;
  std::string kind;  ///< of notes, corrections, changes: "" any
};
/// What a step's marks are.
struct MarksFigure {
  enum class What { count, metres, hectares, services, in_gap } what = What::count;
  std::string step;
  std::string service;  ///< services: only of that type, "" any; in_gap: the type
  double within_m = 50;
  Reaching who;  ///< in_gap
};
/// One condition on a row of the course's work.
struct RowTest {
  std::string column;
  enum class By { one_of, at_least, at_most, filled, missing } by = By::one_of;
  std::vector<std::string> values;  ///< one_of: as files write them
  double bound = 0;                 ///< at_least, at_most
};
/// Rows of a table of the course's work (model/work_tables.hpp): how many, or what a column holds.
struct RowsFigure {
  std::string table;
  std::vector<RowTest> where;  ///< all of them; none: every row
  enum class Tell { count, sum, mean, highest, different, names } tell = Tell::count;
  std::string column;  ///< of all but count
};
/// What the rules of planning say of the course's work: {network: {tell: isolated}}.
struct WorkFigure {
  std::string of, tell;  ///< one of work_tells() in course/work_figures.hpp
};
/// Whoever loses the last service within the limit when the provider (or the one service) falls
/// away on which most of them hang.
struct StressFigure {
  Reaching who;
  bool provider = true;  ///< else a single service
  bool name = false;     ///< which it is; else the persons
};
/// A number that was answered in a step.
struct AnsweredFigure {
  std::string step;
};
/// Of two other figures.
struct CombinedFigure {
  enum class How { sum, difference, percent } how = How::sum;
  std::string first, second;  ///< names
};

using FigureKind =
    std::variant<PersonsFigure, MinutesFigure, ServicesFigure, BarrierFigure, SeatsFigure,
                 IndicatorFigure, ProjectionFigure, SiteFigure, MadeFigure, MarksFigure,
                 AnsweredFigure, CombinedFigure, RowsFigure, WorkFigure, StressFigure>;
struct Figure {
  std::string name;  ///< by which texts say {name}
  FigureKind kind;
};

// ---- conditions: what must hold -----------------------------------------------------------------

/// A figure beside a number or another figure.
struct Compared {
  enum class By { at_least, at_most, more_than, less_than, about } by = By::at_least;
  std::string figure;
  std::variant<double, std::string> with = 0.0;  ///< a number, or a figure's name
  double tolerance = 0;                          ///< about: in the figure's unit
};
/// What is being asked; empty parts may be anything.
struct Asking {
  std::string service, profile;
  std::optional<analysis::Limit> limit;
  std::optional<std::string> scenario;  ///< "": the project as it is; "*": any scenario
  int module = 0;                       ///< 0: any
  std::string study;                    ///< "barriers", "rests" …
  std::string indicator;
};
using Condition = std::variant<Compared, Asking>;

// ---- steps --------------------------------------------------------------------------------------

/// What the window shows when the step begins; empty parts stay as they are.
struct Stage {
  Asking ask;                           ///< becomes the question
  std::vector<std::string> hide, show;  ///< layers
  bool whole_district = false;          ///< the map shows all of it
};

struct Option {
  std::string id;
  Words text;
  std::vector<Condition> right_if;  ///< all of them; none: it is not right
  bool right = false;               ///< right whatever the district
};
/// Nothing is right where no option is: an opinion.
struct AskChoice {
  std::vector<Option> options;
};
struct AskNumber {
  std::string expect;        ///< a figure's name; "": an opinion
  double tolerance = 0;      ///< in the figure's unit …
  double tolerance_pct = 0;  ///< … or in per cent of it; the larger counts
  Words unit;
};
struct AskText {
  int words = 3;  ///< at least
};
struct AskMarks {
  enum class Kind { pins, line, area } kind = Kind::pins;
  int least = 1, most = 50;         ///< pins
  std::vector<Condition> right_if;  ///< none: an opinion
};
using Task = std::variant<AskChoice, AskNumber, AskText, AskMarks>;

/// Everything but the text may be missing. A step with a task is done when it is answered, one that
/// waits when its conditions hold, any other at once.
struct Step {
  std::string id;
  Words title, text;
  double minutes = 0;  ///< of the clock; 0 none
  std::optional<Stage> stage;
  std::string point_at;  ///< a spotlight's id (course/spotlights.hpp)
  std::optional<Task> task;
  std::vector<Condition> wait;
  Words hint;      ///< told on request
  Words solution;  ///< hidden until it is revealed
};

/// Something that the district must have.
struct Need {
  enum class What {
    population,
    age_65,
    age_80,
    ages,
    areas,
    elevation,
    benches,
    service,
    places
  } what = What::population;
  std::string service;  ///< service, places: the type
};

struct Exercise {
  std::string id;
  int module = 1;
  Words title, goal, material;
  int minutes = 45;
  int group_from = 1, group_to = 4;  ///< persons at one computer
  std::vector<Need> needs;
  std::vector<Figure> figures;
  std::vector<Step> steps;

  const Figure* figure(const std::string& name) const;  ///< nullptr: none of that name
  const Step* step(const std::string& step_id) const;
  std::size_t index_of(const std::string& step_id) const;  ///< steps.size(): none
};

/// What stands in braces: "{luecke}", or with words that follow the number:
/// "{luecke|Mensch|Menschen}".
struct Placeholder {
  std::string name;
  std::string one_or_many;  ///< "Mensch|Menschen"; none: the value alone
  std::string with(const std::string& value, bool one) const;
};
Placeholder placeholder_of(const std::string& in_braces);
/// Of "Mensch|Menschen" the one that goes with the number; what has no bar goes with every number.
std::string counted(const std::string& one_or_many, bool one);
/// The names in braces of a text, in order: "Von {alle} sind {luecke} …".
std::vector<std::string> placeholders(const std::string& text);
/// With `value(placeholder)` in their place.
template <class Value>
std::string with_values(const std::string& text, const Value& value) {
  std::string filled;
  std::size_t from = 0;
  for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{', from)) {
    const auto close = text.find('}', open);
    if (close == std::string::npos) break;
    filled += text.substr(from, open - from) +
              value(placeholder_of(text.substr(open + 1, close - open - 1)));
    from = close + 1;
  }
  return filled + text.substr(from);
}

}  // namespace nahraum::course
