#include "app/project_objects.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/edit_text.hpp"
#include "app/people_text.hpp"
#include "app/record_words.hpp"
#include "base/check.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "io/change_json.hpp"
#include "io/checksum.hpp"
#include "io/scenario_change.hpp"
#include "model/edit.hpp"
#include "model/work_tables.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using model::Edit;
using nlohmann::json;

constexpr const char* scenario_kind = "scenario ";

std::string line_of(Edit edit) {
  return to_line({Step::How::done, std::move(edit)});
}

/// The buildings of each home, by its place in the list.
std::vector<std::vector<std::uint32_t>> buildings_by_home(const model::Project& project) {
  std::vector<std::vector<std::uint32_t>> of(project.homes.size());
  for (std::uint32_t i = 0; i < project.buildings.size(); ++i) {
    const auto home = project.buildings[i].home;
    if (home >= 0) of[static_cast<std::size_t>(home)].push_back(i);
  }
  return of;
}

/// Whether it lies in the district follows from the outline; whom the statistics put there follows
/// from them.
model::Home plain(model::Home home) {
  home.in_district = true;
  if (home.stated.empty()) home.residents = {}, home.basis = {};
  return home;
}

model::Service plain(model::Service service) {
  service.in_district = true;
  return service;
}

std::string scenario_text(const model::Scenario& scenario) {
  json changes = json::array();
  for (const auto& change : scenario.changes)
    changes.push_back({{"kind", model::kind_of(change)}, {"change", io::to_json(change)}});
  return json{{"name", scenario.name},
              {"note", scenario.note},
              {"created", scenario.created},
              {"changes", changes}}
      .dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string statistics_text(const model::Project& project) {
  model::RestateAreas all;
  for (std::uint32_t i = 0; i < project.population.size(); ++i)
    all.areas.emplace_back(i, project.population[i]);
  for (const auto& home : project.homes) {
    if (home.stated.empty()) all.homes.push_back({home.id, home.residents, home.basis});
  }
  return line_of(std::move(all));
}

/// Work that is merged; what an earlier merge told is not.
std::vector<const model::RecordTable*> merged_tables() {
  std::vector<const model::RecordTable*> tables;
  for (const auto* table : model::record_tables()) {
    const std::string_view name = table->about.name;
    if (name != "contributions" && name != "conflicts") tables.push_back(table);
  }
  return tables;
}

std::optional<model::Scenario> scenario_of(const std::string& text) {
  try {
    const auto j = json::parse(text);
    model::Scenario scenario{j.at("name"), j.at("note"), j.at("created"), {}};
    for (const auto& each : j.at("changes")) {
      auto change = io::stored_change(each.at("kind"), each.at("change"));
      if (!change) return std::nullopt;
      scenario.changes.push_back(std::move(*change));
    }
    return scenario;
  } catch (const json::exception&) {
    return std::nullopt;
  }
}

tl::unexpected<base::Error> unreadable(const ObjectKey& key) {
  return base::fail(base::ErrorCode::bad_input, tr("an object that cannot be read"),
                    fmt::format("{} {}", key.kind, key.id), tr("use another copy of the file"));
}

base::Result<void> put_scenario(model::Project& project, const ObjectKey& key,
                                const std::optional<std::string>& text) {
  const auto name = key.kind.substr(std::string_view(scenario_kind).size());
  std::erase_if(project.scenarios, [&](const auto& each) { return each.name == name; });
  if (!text) return {};
  auto scenario = scenario_of(*text);
  if (!scenario || scenario->name != name) return unreadable(key);
  const auto at = std::find_if(project.scenarios.begin(), project.scenarios.end(),
                               [&](const auto& each) { return each.name > name; });
  project.scenarios.insert(at, std::move(*scenario));
  return {};
}

/// What takes the object away.
Edit removal(const ObjectKey& key) {
  if (key.kind == "service") return model::RemoveService{key.id};
  if (key.kind == "home") return model::RemoveHome{key.id};
  if (key.kind == "note") return model::RemoveNote{key.id};
  if (key.kind == "view") return model::RemoveView{key.id};
  if (key.kind == "correction") return model::RemoveCorrection{key.id};
  if (key.kind == "exercise") return model::RemoveExercise{key.id};
  return model::ChangeRecords{{{key.kind, key.id, std::nullopt}}};
}

/// Figures of areas, but only for homes that are there and are not stated by hand.
std::optional<Edit> fitting(const model::Project& project, const Edit& edit) {
  const auto* all = std::get_if<model::RestateAreas>(&edit);
  if (!all) return std::nullopt;
  auto restated = *all;
  std::erase_if(restated.homes, [&](const auto& each) {
    const auto* home = model::find_row(project.homes, each.home);
    return !home || !home->stated.empty();
  });
  return model::fits(project, restated) ? std::optional<Edit>(std::move(restated)) : std::nullopt;
}

}  // namespace

Objects objects_of(const model::Project& project) {
  Objects all;
  for (const auto& each : project.services)
    all[{"service", each.id}] = line_of(model::AddService{plain(each)});
  const auto buildings = buildings_by_home(project);
  for (std::size_t i = 0; i < project.homes.size(); ++i)
    all[{"home", project.homes[i].id}] =
        line_of(model::AddHome{plain(project.homes[i]), buildings[i]});
  for (const auto& each : project.notes)
    all[{"note", each.id}] = line_of(model::AddNote{each});
  for (const auto& each : project.views)
    all[{"view", each.id}] = line_of(model::AddView{each});
  for (const auto& each : project.corrections)
    all[{"correction", each.id}] = line_of(model::AddCorrection{each});
  for (const auto& each : project.exercises)
    all[{"exercise", each.id}] = line_of(model::AddExercise{each});
  for (const auto* table : merged_tables()) {
    for (auto& record : table->records(*project.work)) {
      const ObjectKey key{table->about.name, record.id};
      all[key] = line_of(model::ChangeRecords{{{key.kind, key.id, std::move(record)}}});
    }
  }
  for (const auto& each : project.scenarios)
    all[{scenario_kind + each.name, 0}] = scenario_text(each);
  all[{"district", 0}] = line_of(model::SetDistrict{project.district, {}, {}});
  all[{"statistics", 0}] = statistics_text(project);
  return all;
}

namespace {

/// What the text leaves open: whether it lies in the district, whom the statistics put there.
void complete(const model::Project& project, Edit& edit) {
  if (auto* add = std::get_if<model::AddService>(&edit))
    add->service.in_district = geo::contains(project.district, add->service.at);
  auto* add = std::get_if<model::AddHome>(&edit);
  if (!add) return;
  add->home.in_district = geo::contains(project.district, add->home.at);
  const auto* before = model::find_row(project.homes, add->home.id);
  if (before && before->stated.empty() && add->home.stated.empty())
    add->home.residents = before->residents, add->home.basis = before->basis;
}

/// A building that has become another home's stays that one's.
void leave_taken_buildings(const model::Project& project, Edit& edit) {
  auto* add = std::get_if<model::AddHome>(&edit);
  if (!add) return;
  std::erase_if(add->buildings, [&](std::uint32_t index) {
    return index >= project.buildings.size() || project.buildings[index].home >= 0;
  });
}

}  // namespace

std::vector<Edit> edits_to(const model::Project& project, const ObjectKey& key,
                           const std::optional<std::string>& text) {
  if (key.kind.starts_with(scenario_kind)) return {};
  auto step = text ? step_from_line(*text) : base::Result<Step>(Step{});
  if (!step) return {};
  if (text) complete(project, step->edit);
  if (key.kind == "district") {
    const auto* set = std::get_if<model::SetDistrict>(&step->edit);
    return set ? std::vector<Edit>{model::outline_edit(project, set->outline)}
               : std::vector<Edit>{};
  }
  if (key.kind == "statistics") {
    const auto restated = fitting(project, step->edit);
    return restated ? std::vector<Edit>{*restated} : std::vector<Edit>{};
  }
  std::vector<Edit> edits;
  if (Edit away = removal(key); model::fits(project, away)) edits.push_back(std::move(away));
  if (text && model::record_table(key.kind)) edits.clear();  // put in its place at once
  if (text) edits.push_back(step->edit);
  return edits;
}

base::Result<void> put_object(model::Project& project, const ObjectKey& key,
                              const std::optional<std::string>& text) {
  if (key.kind.starts_with(scenario_kind)) return put_scenario(project, key, text);
  const auto edits = edits_to(project, key, text);
  if (edits.empty() && text) return unreadable(key);
  for (auto edit : edits) {
    leave_taken_buildings(project, edit);
    if (!model::fits(project, edit)) return unreadable(key);
    model::perform(project, edit);
  }
  return {};
}

std::string to_text(const ObjectKey& key) {
  return key.kind + " " + std::to_string(key.id);
}

ObjectKey key_of(const std::string& text) {
  const auto space = text.rfind(' ');
  const auto id = base::parse_number(text.substr(space + 1), false);
  return {text.substr(0, space), static_cast<model::Id>(id.value_or(0))};
}

std::string hash_of(const std::string& text) {
  return io::sha256_of_bytes(text).substr(0, 16);
}

}  // namespace nahraum::app
