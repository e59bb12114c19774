#include "app/page_project.hpp"

#include <algorithm>
#include <array>

#include "base/days.hpp"

namespace nahraum::app {

using base::tr;
using base::tr_n;

namespace {

/// "Idea 2, planned 1": stages that somebody is in.
std::string stages_text(const std::vector<model::Measure>& measures) {
  std::vector<std::size_t> counts(stage_ids().size());
  for (const auto& measure : measures)
    ++counts[stage_of(measure)];
  std::vector<std::string> parts;
  for (std::size_t stage = 0; stage < counts.size(); ++stage) {
    if (counts[stage] > 0) parts.push_back(fmt::format("{} {}", stage_name(stage), counts[stage]));
  }
  return some_of(parts, parts.size());
}

void add_gap(const PageInput& input, PageBlock& block) {
  const auto& measures = input.project->work->measures;
  if (!input.question.scenario.empty()) {
    block.lines.push_back(fact(
        tr("The answer in sight is that of a scenario. A measure's baseline is the project as it "
           "is: choose it in the question to make a measure of its gap.")));
  }
  const auto measure = measure_of_gap(input);
  if (!measure) return;
  const auto same = std::find_if(measures.begin(), measures.end(), [&](const auto& each) {
    return each.question == measure->question && each.status != "dropped";
  });
  if (same == measures.end()) {
    block.actions.push_back(
        button(tr("Make a measure of the gap in sight"), {model::put_row(*measure)}));
    return;
  }
  block.lines.push_back(
      with_row(fact(say(tr("For the gap in sight there is a measure: “{}”."), name_of(*same))),
               "measures", same->id));
}

void add_unplaced(const std::vector<model::Measure>& measures, PageBlock& block) {
  std::vector<std::string> names;
  for (const auto& measure : measures) {
    if (measure.at.empty()) names.push_back(name_of(measure));
  }
  if (names.empty()) return;
  block.lines.push_back(fact(say(tr("Without a place, so not on the map: {}."), some_of(names))));
}

std::string sign_text(model::Id id) {
  return id < 1000 ? fmt::format("{}", id) : "…";
}

void add_sign(const model::Measure& measure, ModulePage& page) {
  if (measure.at.empty()) return;
  const auto stage = stage_of(measure);
  const bool line = measure.at.size() > 1;
  const auto at =
      line ? geo::point_along(measure.at, geo::length(measure.at) / 2) : measure.at.front();
  page.signs.push_back(
      {at, sign_text(measure.id), name_of(measure), stage, "measures", measure.id});
  if (line) page.strokes.push_back({measure.at, stage, 0.7, stage < 2});
}

/// A step further on the board: its word and the status that it leads to.
struct Step {
  const char* word;
  const char* status;
};
std::optional<Step> next_step(std::size_t stage) {
  if (stage == 0) return Step{base::tr_noop("Is planned"), "planned"};
  if (stage == 1) return Step{base::tr_noop("Begins"), "running"};
  if (stage == 2) return Step{base::tr_noop("Is done"), "done"};
  return std::nullopt;
}

/// What its dates ask for by now; "" nothing.
std::string late_text(const model::Measure& measure, std::optional<int> today) {
  const auto start = base::day_of(measure.start), end = base::day_of(measure.end);
  const auto stage = stage_of(measure);
  if (!today || stage >= 3) return {};
  if (end && *end < *today) return say(tr("should have ended on {}"), day_text(measure.end));
  if (stage < 2 && start && *start < *today)
    return say(tr("should have begun on {}"), day_text(measure.start));
  return {};
}

PageLine board_line(const model::Measure& measure, std::optional<int> today) {
  const auto stage = stage_of(measure);
  const auto late = late_text(measure, today);
  auto text = say(tr("{0}: {1}"), stage_name(stage), name_of(measure));
  if (!base::trim(measure.owner).empty()) text += say(tr(" – owner: {}"), measure.owner);
  if (!late.empty()) text += " – " + late;
  auto line = late.empty() ? fact(std::move(text)) : warning(std::move(text));
  if (!measure.at.empty()) line.place = measure.at.front();
  if (const auto step = next_step(stage)) {
    auto next = measure;
    next.status = step->status;
    line.actions.push_back(button(tr(step->word), {model::put_row(next)}));
  }
  return with_row(std::move(line), "measures", measure.id);
}

}  // namespace

std::string name_of(const model::Measure& measure) {
  return titled(measure.title, base::tr_noop("Planned measure"), measure.id);
}

const std::vector<std::string>& stage_ids() {
  static const std::vector<std::string> ids{"idea", "planned", "running", "done", "dropped"};
  return ids;
}

std::size_t stage_of(const model::Measure& measure) {
  // Nobody has said anything yet: an idea.
  if (measure.status.empty()) return 0;
  const auto& ids = stage_ids();
  const auto found = std::find(ids.begin(), ids.end(), measure.status);
  return found == ids.end() ? 0 : static_cast<std::size_t>(found - ids.begin());
}

std::string stage_name(std::size_t stage) {
  static constexpr std::array names{base::tr_noop("Idea"), base::tr_noop("planned"),
                                    base::tr_noop("running"), base::tr_noop("done"),
                                    base::tr_noop("dropped")};
  return tr(names.at(stage));
}

PageBlock measures_block(const PageInput& input) {
  const auto& measures = input.project->work->measures;
  PageBlock block{"measures", tr("Measures"), ""};
  block.tables = {"measures"};
  if (measures.empty()) {
    block.sentence =
        tr("There is no measure yet. Ask who does not reach what, and make a measure of the gap; "
           "or write one into the table.");
  } else {
    block.sentence = say(tr_n("{0} measure: {1}.", "{0} measures: {1}.", measures.size()),
                         measures.size(), stages_text(measures));
    add_unplaced(measures, block);
  }
  add_gap(input, block);
  block.method =
      tr("A measure made of a gap keeps the number of those who do not reach the service as its "
         "baseline, with the sentence and the day; fewer people than the disclosure minimum are "
         "not told, so that such a measure has no number.");
  return block;
}

PageBlock board_block(const PageInput& input) {
  const auto& measures = input.project->work->measures;
  PageBlock block{"board", tr("Status of the measures"), ""};
  block.tables = {"measures"};
  if (measures.empty()) return block;
  const auto today = base::day_of(input.today);
  std::size_t running = 0, late = 0;
  for (std::size_t stage = 0; stage < stage_ids().size(); ++stage) {
    for (const auto& measure : measures) {
      if (stage_of(measure) != stage) continue;
      running += stage == 2 ? 1 : 0;
      late += late_text(measure, today).empty() ? 0 : 1;
      block.lines.push_back(board_line(measure, today));
    }
  }
  block.sentence = say(tr("Measures: {1}, running {0}, behind their dates {2}."), running,
                       measures.size(), late);
  return block;
}

ModulePage project_page(const PageInput& input, jobs::Context& context) {
  ModulePage page;
  page.module = 6;
  context.check();
  page.blocks.push_back(measures_block(input));
  if (!input.project->work->measures.empty()) {
    page.blocks.push_back(board_block(input));
    page.blocks.push_back(gantt_block(input));
    page.blocks.push_back(smart_block(input));
    page.blocks.push_back(effect_block(input));
  }
  for (const auto& measure : input.project->work->measures)
    add_sign(measure, page);
  return page;
}

}  // namespace nahraum::app
