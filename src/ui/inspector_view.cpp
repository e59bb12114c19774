#include "ui/inspector_view.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "app/report_text.hpp"
#include "app/thing_words.hpp"
#include "base/translate.hpp"
#include "scene/correction_words.hpp"
#include "scene/notes_layer.hpp"
#include "scene/scenario_sentence.hpp"
#include "scene/sentence.hpp"
#include "ui/question_view.hpp"
#include "ui/things.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

template <class T>
const T* by_id(const std::vector<T>& items, std::int32_t id) {
  const auto at = std::find_if(items.begin(), items.end(), [id](const T& i) { return i.id == id; });
  return at == items.end() ? nullptr : &*at;
}

void add_fact(InspectorView& view, const char* name, const std::string& value) {
  if (!value.empty()) view.facts.emplace_back(name, value);
}

std::string service_name(const model::Service& service, const model::Catalogue& catalogue) {
  if (!service.name.empty()) return service.name;
  const auto* type = catalogue.find_type(service.type);
  return type ? scene::name_of(*type) : service.type;
}

std::string status_text(analysis::Status status) {
  switch (status) {
    case analysis::Status::ok:
      return "";
    case analysis::Status::unreachable:
      return tr("No way for this profile.");
    case analysis::Status::no_street:
      return tr("No walkable street within 150 m.");
    case analysis::Status::beyond_data:
      return tr("The edge of the street data is nearer than the service: not assessable.");
  }
  return "";
}

std::string residents_text(const model::Home& home, int min_count) {
  if (!home.residents.all) return tr("unknown");
  // Single homes are never shown as counts below the disclosure minimum.
  std::string text = scene::persons_text(*home.residents.all, min_count);
  if (!home.stated.empty()) {
    return fmt::format(fmt::runtime(tr("{0} (stated by hand, {1})")), text,
                       base::format_date(home.stated, base::language()));
  }
  if (home.basis == model::PopulationBasis::assumed) text += std::string(" ") + tr("(assumed)");
  if (home.basis == model::PopulationBasis::weighted) text += std::string(" ") + tr("(estimated)");
  return text;
}

/// What is known of living there with weak legs; nothing of what is not.
void add_housing(InspectorView& view, const model::Housing& housing) {
  if (housing.lift) add_fact(view, tr("Lift in the house"), *housing.lift ? tr("yes") : tr("no"));
  if (housing.step_free) {
    add_fact(view, tr("Entrance to the house"),
             *housing.step_free ? tr("without steps") : tr("with steps"));
  }
  if (housing.low_barrier) {
    add_fact(view, tr("Dwellings with few barriers"), std::to_string(*housing.low_barrier));
  }
}

void add_reach(InspectorView& view, const app::State& state, const model::Catalogue& catalogue,
               std::size_t index) {
  const auto& all = state.preview ? state.preview->reach : state.answer->reach;
  if (index >= all.size()) return;
  const auto& reach = all[index];
  view.remark = status_text(reach.status);
  if (reach.metres < 0) return;
  view.headline = base::format_minutes(base::to_seconds(reach.cost).value, base::language()) +
                  " · " +
                  base::format_distance(static_cast<double>(reach.metres), base::language());
  if (state.answer->question.way != analysis::Way::to)
    add_fact(view, tr("Direction"), scene::name_of(state.answer->question.way));
  if (const auto* service = by_id(app::answered_project(state)->services, reach.service)) {
    add_fact(view, tr("Nearest"), service_name(*service, catalogue));
  }
}

std::string surfaces_text(const analysis::Route& route) {
  std::string text;
  for (const auto& [metres, name] : {std::pair{route.paved_m, tr("paved")},
                                     {route.rough_m, tr("rough")},
                                     {route.soft_m, tr("soft")},
                                     {route.unknown_surface_m, tr("not mapped")}}) {
    if (metres < 1) continue;
    text +=
        (text.empty() ? "" : " · ") + base::format_distance(metres, base::language()) + " " + name;
  }
  return text;
}

void add_route(InspectorView& view, const app::Inspection& inspection) {
  if (!inspection.no_route.empty()) view.remark = inspection.no_route;
  if (!inspection.route) return;
  const auto& route = *inspection.route;
  if (route.straight_m > 1) {
    add_fact(view, tr("Detour"),
             "× " + base::format_number(route.length_m / route.straight_m, 1, base::language()));
  }
  if (route.steps > 0) add_fact(view, tr("Flights of steps"), std::to_string(route.steps));
  add_fact(view, tr("Crossings"), std::to_string(route.crossings));
  if (route.known_slope_m > 1) {
    // The fonts of the window hold no arrows.
    add_fact(view, tr("Climb and descent"),
             fmt::format(fmt::runtime(tr("{0} m up · {1} m down")), std::lround(route.climb_m),
                         std::lround(route.descent_m)));
    add_fact(view, tr("Steepest stretch"),
             base::format_number(route.steepest * 100, 0, base::language()) + " %");
  }
  add_fact(view, tr("Surface"), surfaces_text(route));
  add_fact(view, tr("Longest stretch without a seat"),
           base::format_distance(inspection.longest_stretch_m, base::language()));
  if (route.known_slope_m > route.length_m / 2) view.profile = route.profile;
  view.pieces = make_piece_rows(inspection);
}

void view_home(InspectorView& view, const app::State& state, const model::Catalogue& catalogue) {
  const auto* home = by_id(state.project->homes, state.selection.id);
  if (!home) return;
  view.kind = InspectorView::Kind::home;
  view.title = home->address.empty() ? tr("Home") : home->address;
  // The answer may be of a moment ago, when there were other homes.
  const auto index = static_cast<std::size_t>(home - state.project->homes.data());
  const auto& answer = state.answer;
  const bool answered =
      answer && index < answer->reach.size() &&
      (!answer->district || answer->district->project->homes[index].id == home->id);
  if (answered) add_reach(view, state, catalogue, index);
  add_fact(view, tr("Residents"), residents_text(*home, catalogue.people.min_count));
  if (home->dwellings > 0) {
    add_fact(view, tr("Dwellings"),
             std::to_string(home->dwellings) +
                 (home->dwellings_assumed ? std::string(" ") + tr("(estimated)") : ""));
  }
  add_housing(view, home->housing);
  if (!state.read_only) view.home = home;
  view.bars = make_minutes_bars(state, catalogue);
  if (!home->in_district) view.remark = tr("Outside the district: not counted.");
  if (state.inspection && state.inspection->of == state.selection) {
    add_route(view, *state.inspection);
  }
}

void view_service(InspectorView& view, const app::State& state, const model::Catalogue& catalogue) {
  const auto* service = by_id(state.project->services, state.selection.id);
  if (!service) return;
  view.kind = InspectorView::Kind::service;
  view.title = service_name(*service, catalogue);
  if (const auto* type = catalogue.find_type(service->type)) view.headline = scene::name_of(*type);
  add_fact(view, tr("Provider"), service->provider);
  add_fact(view, tr("Sector"), app::sector_word(service->sector));
  add_fact(view, tr("Opening hours"), std::string(service->tags.get("opening_hours")));
  add_fact(view, tr("Wheelchair"), app::wheelchair_word(service->tags.get("wheelchair")));
  if (service->capacity) {
    add_fact(view, tr("Capacity"), base::format_number(*service->capacity, 0, base::language()));
  }
  add_fact(view, tr("Origin"), app::origin_word(service->origin));
  add_fact(view, tr("To check"), service->note);
  if (!state.read_only) {
    view.service = service;
    view.types = type_choices(catalogue);
  }
  if (service->type == state.question.type) {
    view.remark = tr("Drag the symbol on the map: the catchment and the sentence follow.");
  } else {
    view.remark = tr("The map shows who reaches this one service.");
    view.ask_type = service->type;
  }
}

void view_note(InspectorView& view, const app::State& state) {
  const auto* note = by_id(state.project->notes, state.selection.id);
  if (!note) return;
  view.kind = InspectorView::Kind::note;
  const int number = scene::number_of(state.project->notes, note->id);
  view.title = number > 0 ? fmt::format(fmt::runtime(tr("Note {0}")), number) : tr("Note");
  if (note->picture.photo) view.title = note->picture.photo->name;
  view.note = note->id;
}

void view_area(InspectorView& view, const app::State& state) {
  const auto index = static_cast<std::uint32_t>(state.selection.id);
  const auto& areas = state.project->population;
  if (index >= areas.size()) return;
  const auto& area = areas[index];
  view.kind = InspectorView::Kind::statistics;
  view.title = area.statistics.name.empty() ? area.id : area.statistics.name;
  view.remark = area.source;
  if (!area.statistics.date.empty())
    view.remark += ", " + base::format_date(area.statistics.date, base::language());
  view.area = index;
  add_fact(view, tr("Residential buildings"), std::to_string(area.homes));
}

void view_correction(InspectorView& view, const app::State& state,
                     const model::Catalogue& catalogue) {
  const auto* correction = by_id(state.project->corrections, state.selection.id);
  if (!correction) return;
  view.kind = InspectorView::Kind::correction;
  view.title = scene::correction_name(correction->change);
  if (!std::holds_alternative<model::AddBench>(correction->change))
    view.remark = scene::change_text(correction->change, catalogue);
  view.correction = correction->id;
}

std::string report_line(const model::ReportEntry& entry) {
  const auto count = base::format_number(static_cast<double>(entry.count), 0, base::language());
  const auto what = app::report_text(entry.code);
  return entry.examples.empty() ? fmt::format("{} × {}", count, what)
                                : fmt::format("{} × {}: {}", count, what, entry.examples);
}

void view_project(InspectorView& view, const app::State& state) {
  const auto& project = *state.project;
  view.kind = InspectorView::Kind::project;
  view.title = project.info.title;
  long homes = 0, residents = 0;
  for (const auto& home : project.homes) {
    if (!home.in_district) continue;
    ++homes;
    residents += home.residents.all.value_or(0);
  }
  const auto number = [](double v) { return base::format_number(v, 0, base::language()); };
  add_fact(view, tr("Residential buildings"), number(double(homes)));
  add_fact(view, tr("Residents"),
           number(double(residents)) +
               (model::population_assumed(project) ? std::string(" ") + tr("(assumed)") : ""));
  add_fact(view, tr("Services"), number(double(project.services.size())));
  add_fact(view, tr("Street data of"), base::format_date(project.info.data_date, base::language()));
  if (project.info.partial) view.remark = tr("Made from a damaged file: parts are missing.");
  for (const auto& source : project.sources) {
    view.sources.push_back(source.attribution.empty() ? source.file
                                                      : source.file + " – " + source.attribution);
  }
  for (const auto& entry : project.report)
    view.report.push_back(report_line(entry));
}

/// Streets, buildings, areas, benches: what is known of them.
void view_thing(InspectorView& view, const app::State& state, const model::Catalogue& catalogue) {
  const auto thing = describe(state, catalogue, state.selection);
  if (!thing) return;
  view.kind = InspectorView::Kind::thing;
  view.title = thing->title;
  view.headline = thing->kind;
  view.facts = thing->facts;
}

/// What else lies where was clicked.
void list_under(InspectorView& view, const app::State& state, const model::Catalogue& catalogue) {
  if (state.under.size() < 2) return;
  for (const auto& each : state.under) {
    const auto thing = describe(state, catalogue, each);
    if (!thing) continue;
    if (each == state.selection) view.under_chosen = view.under.size();
    view.under.emplace_back(thing->title, each);
  }
}

}  // namespace

std::string name_of_delay(const std::string& code) {
  static const std::map<std::string, const char*> names{
      {"steps", base::tr_noop("Steps")},
      {"steps_with_ramp", base::tr_noop("Steps with a ramp")},
      {"slope", base::tr_noop("Slope")},
      {"surface_rough", base::tr_noop("Rough surface")},
      {"surface_unknown", base::tr_noop("Surface not mapped")},
      {"surface_soft", base::tr_noop("Soft surface")},
      {"smoothness_intermediate", base::tr_noop("Slightly uneven surface")},
      {"smoothness_bad", base::tr_noop("Uneven surface")},
      {"kerb_raised", base::tr_noop("High kerbs")},
      {"kerb_rolled", base::tr_noop("Rolled kerbs")},
      {"kerb_lowered", base::tr_noop("Lowered kerbs")},
      {"crossing_signals", base::tr_noop("Traffic lights")},
      {"crossing_marked", base::tr_noop("Marked crossings")},
      {"crossing_island", base::tr_noop("Crossings with an island")},
      {"crossing_unmarked", base::tr_noop("Crossings without help")},
      {"crossing_unmarked_fast", base::tr_noop("Crossings of fast streets")},
      {"lift", base::tr_noop("Lifts")},
      {"barrier", base::tr_noop("Barriers")}};
  const auto found = names.find(code);
  return found == names.end() ? code : tr(found->second);
}

InspectorView make_inspector_view(const app::State& state, const model::Catalogue& catalogue) {
  InspectorView view;
  if (!state.project) return view;
  view.min_count = catalogue.people.min_count;
  using Kind = app::Selection::Kind;
  if (state.selection.kind == Kind::home) view_home(view, state, catalogue);
  if (state.selection.kind == Kind::service) view_service(view, state, catalogue);
  if (state.selection.kind == Kind::note) view_note(view, state);
  if (state.selection.kind == Kind::statistics) view_area(view, state);
  if (state.selection.kind == Kind::correction) view_correction(view, state, catalogue);
  if (view.kind == InspectorView::Kind::nothing) view_thing(view, state, catalogue);
  if (view.kind == InspectorView::Kind::nothing) view_project(view, state);
  list_under(view, state, catalogue);
  return view;
}

}  // namespace nahraum::ui
