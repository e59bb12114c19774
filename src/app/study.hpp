#pragma once
/// Further analyses of the window's question, each as one value that any panel can draw: the
/// sentence of the command line, tables, places for the map, the method card. Counts that may not
/// leave the program are not in it.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/answer.hpp"
#include "app/workspace.hpp"
#include "base/text.hpp"
#include "scene/method_card.hpp"

namespace nahraum::scene {
struct BarsSpec;
}

namespace nahraum::app {

struct AreaFigures;

enum class Study {
  barriers,
  rests,
  certainty,
  sites,
  capacity,
  standards,
  scenario,
  hours,
  mobile,
  housing,
  need
};
inline constexpr std::size_t study_count = 11;

/// What was asked; another one makes a result out of date.
struct StudyQuestion {
  Study study = Study::barriers;
  Question question;  ///< of `need` and `mobile` the scenario only
  std::string unit;   ///< of `need`: an area's id, "" the whole district; of `mobile`: a service
                      ///< type's id, "" the first that the project keeps areas of
  base::Language language = base::Language::german;
  std::optional<geo::Point> guess = {};  ///< of `sites`: the place that the user would choose
  friend bool operator==(const StudyQuestion&, const StudyQuestion&) = default;
};

struct StudyRow {
  std::vector<std::string> cells;  ///< one per column; the first is a name
  std::optional<geo::Point> place;
  std::string mark;                 ///< what stands at its place on the map: "1"; "" nothing
  std::optional<std::string> unit;  ///< what a click asks about instead
  bool chosen = false;
};
struct StudyTable {
  std::string title;
  std::vector<std::string> columns;
  std::vector<StudyRow> rows;
  std::string note;  ///< below it; "" none
};

struct NeedCharts;

struct StudyResult {
  StudyQuestion of;
  std::uint64_t ground = 0;  ///< State::ground that it was computed on
  std::string sentence;      ///< "" where `trouble` says why there is none
  std::vector<std::string> remarks;
  std::vector<StudyTable> tables;
  std::vector<scene::MethodLine> method;
  std::string trouble;
  std::shared_ptr<const AreaFigures> figures = nullptr;   ///< of `need`: for the map
  std::shared_ptr<const NeedCharts> charts = nullptr;     ///< of `need`
  std::shared_ptr<const scene::BarsSpec> bars = nullptr;  ///< of `housing`
};

/// "Barriers", in the user's language; and in a sentence for the list of jobs.
std::string name_of(Study study);
std::string job_title_of(Study study);

/// Asks what the verb of that name asks, with the question's type, profile and limit. `workspace`
/// is that of the question's scenario; of Study::scenario the project as it is. An error is told in
/// `trouble`. Errors beside that: cancelled, by exception. Cost: that of the verb. Reentrant.
StudyResult study(const StudyQuestion& asked, const Workspace& workspace, jobs::Context& context);

}  // namespace nahraum::app
