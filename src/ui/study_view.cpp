#include "ui/study_view.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "app/area_figures.hpp"
#include "base/translate.hpp"
#include "scene/scenario_sentence.hpp"

namespace nahraum::ui {
namespace {

using app::Study;
using base::tr;

/// In the order of the buttons; need has a module of its own.
constexpr std::array<Study, 10> further{
    Study::barriers,  Study::rests,    Study::certainty, Study::sites,  Study::capacity,
    Study::standards, Study::scenario, Study::hours,     Study::mobile, Study::housing};

void add_choices(StudyView& view, const app::State& state) {
  for (std::size_t i = 0; i < further.size(); ++i) {
    view.names.push_back(app::name_of(further.at(i)));
    if (state.study == further.at(i)) view.chosen = static_cast<int>(i);
  }
  view.asked = state.study.has_value();
  view.study = state.study.value_or(Study::barriers);
}

void add_scenarios(StudyView& view, const app::State& state) {
  const auto& all = state.project->scenarios;
  if (all.empty()) {
    view.hint =
        tr("The project has no scenarios. Make one with: nahraum scenario PROJECT apply FILE");
    return;
  }
  const auto& chosen = state.question.scenario;
  view.scenarios.push_back({"", tr("The project as it is"), chosen.empty()});
  for (const auto& scenario : all)
    view.scenarios.push_back(
        {scenario.name, scene::scenario_text(scenario), chosen == scenario.name});
}

bool keeps_back(const std::vector<app::StudyTable>& tables) {
  const auto has = [](const app::StudyRow& row) {
    return std::any_of(row.cells.begin(), row.cells.end(),
                       [](const std::string& cell) { return cell == "–"; });
  };
  return std::any_of(tables.begin(), tables.end(), [&](const app::StudyTable& table) {
    return std::any_of(table.rows.begin(), table.rows.end(), has);
  });
}

/// The window's font (Noto Sans) has neither minus nor signs of comparison.
std::string with_known_signs(std::string text) {
  for (const auto& [sign, instead] :
       {std::pair<std::string, std::string>{"\u2212", "\u2013"}, {"\u2265 ", ">= "}}) {
    for (auto at = text.find(sign); at != std::string::npos; at = text.find(sign))
      text.replace(at, sign.size(), instead);
  }
  return text;
}

std::vector<app::StudyTable> drawn(std::vector<app::StudyTable> tables) {
  for (auto& table : tables) {
    for (auto& row : table.rows) {
      for (auto& cell : row.cells)
        cell = with_known_signs(std::move(cell));
    }
  }
  return tables;
}

std::string kept_back_text(int min_count) {
  return fmt::format(
      fmt::runtime(tr("–: not known, or kept back because it would tell of fewer than {0} people")),
      min_count);
}

void add_result(StudyView& view, const app::State& state, const app::StudyResult& result,
                int min_count) {
  view.stale = app::is_stale(state, result);
  view.unit = result.of.unit;
  view.sentence = result.sentence;
  view.remarks = result.remarks;
  view.tables = drawn(result.tables);
  view.method = lines_of(result.method);
  if (!result.trouble.empty()) view.hint = result.trouble;
  if (!keeps_back(result.tables)) return;
  view.kept_back = kept_back_text(min_count);
}

/// They answer at once; a result that is computed follows below them.
void add_grades(StudyView& view, const app::State& state, const model::Catalogue& catalogue) {
  view.grades = make_grades_view(state, catalogue);
  if (view.grades) {
    const auto& method = view.grades->method;
    view.method.insert(view.method.begin(), method.begin(), method.end());
    for (auto& table : view.grades->tables)
      table = drawn({table}).front();
    if (view.kept_back.empty() && keeps_back(view.grades->tables))
      view.kept_back = kept_back_text(catalogue.people.min_count);
  } else if (state.graded && state.graded->of == state.answer) {
    view.hint = tr("No standard of the catalogue judges this type of service.");
  }
}

}  // namespace

std::vector<std::string> lines_of(const std::vector<scene::MethodLine>& card) {
  std::vector<std::string> lines;
  for (const auto& line : card) {
    auto text = line.value.empty() ? line.name : line.name + ": " + line.value;
    lines.push_back(line.evidence.empty() ? text : text + " (" + line.evidence + ")");
  }
  return lines;
}

namespace {

void add_indicators(StudyView& view, const app::State& state, const app::StudyResult& result) {
  if (!result.figures || result.figures->indicators.empty()) return;
  const std::string none = tr("Nothing: the map of module 2");
  view.indicator = none;
  for (const auto& each : result.figures->indicators) {
    view.indicators.push_back({each.id, each.name, "", ""});
    if (each.id == state.indicator) view.indicator = each.name;
  }
  view.indicators.push_back({"", none, "", ""});
}

}  // namespace

StudyView make_study_view(const app::State& state, const model::Catalogue& catalogue) {
  StudyView view;
  if (!state.project) return view;
  if (state.module == 1) {
    view.study = Study::need;
    view.asked = true;
  } else {
    add_choices(view, state);
  }
  if (view.asked && view.study == Study::scenario) add_scenarios(view, state);
  view.computing = view.asked && state.studying == view.study;
  view.guesses = view.asked && view.study == Study::sites;
  view.guessing = state.tool == app::Tool::guess;
  const auto* result = app::study_in_sight(state);
  const bool none_chosen = view.study == Study::scenario && state.question.scenario.empty();
  if (result && !none_chosen) add_result(view, state, *result, catalogue.people.min_count);
  if (result && view.study == Study::need) {
    add_indicators(view, state, *result);
    view.charts = result->charts;
  }
  if (result) view.bars = result->bars;
  view.theme = state.settings.theme;
  if (view.asked && view.study == Study::standards) add_grades(view, state, catalogue);
  return view;
}

std::vector<PlaceMark> place_marks(const app::State& state) {
  std::vector<PlaceMark> marks;
  const auto* result = app::study_in_sight(state);
  if (!result || app::is_stale(state, *result)) return marks;
  for (const auto& table : result->tables) {
    for (const auto& row : table.rows) {
      if (!row.place || row.mark.empty()) continue;
      marks.push_back({*row.place, row.mark, state.spot && state.spot->at == *row.place});
    }
  }
  return marks;
}

std::string scenario_line(const app::State& state) {
  if (!state.project || !state.answer) return "";
  const auto* scenario =
      model::find_scenario(state.project->scenarios, state.answer->question.scenario);
  return scenario ? std::string(tr("Scenario")) + " " + scene::scenario_text(*scenario) : "";
}

}  // namespace nahraum::ui
