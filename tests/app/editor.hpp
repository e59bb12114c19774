#pragma once
/// A user who does anything: edits of all kinds on a small town, by a seed.

#include <algorithm>
#include <random>

#include <catch2/catch.hpp>

#include "analysis/restate_areas.hpp"
#include "model/edit.hpp"
#include "tests/districts/random_world.hpp"
#include "tests/districts/sample_work.hpp"

namespace nahraum::test {

class Editor {
 public:
  explicit Editor(unsigned seed) : random_(seed) {}

  model::Edit any(const model::Project& project) {
    switch (below(11)) {
      case 0:
        return model::AddNote{{0, model::NoteKind::polygon, {at(), at(), at()}, "Platz"}};
      case 1:
        return model::AddNote{{0, model::NoteKind::number, {at()}, "Bank"}};
      case 2:
        return model::AddCorrection{{0, model::AddBench{at()}, "", "2026-11-27"}};
      case 3:
        return model::AddCorrection{
            {0, model::AddPath{{at(), at()}, {{"highway", "path"}}}, "", ""}};
      case 4:
        return home(project);
      case 5:
        return model::outline_edit(
            project,
            {{geo::ring_of({-500 + 1.0 * below(300), -500, 900 + 1.0 * below(99), 700}), {}}});
      case 6:
        return area(project);
      case 7:
        if (!project.notes.empty()) return model::RemoveNote{pick(project.notes).id};
        break;
      case 8:
        return exercise(project);
      case 9:
        return records(project);
      default:
        break;
    }
    return project.services.empty() ? model::Edit(model::AddService{})
                                    : model::Edit(model::RemoveService{pick(project.services).id});
  }

 private:
  std::uint32_t below(std::uint32_t most) { return random_() % most; }
  geo::Point at() { return {below(9000) / 7.0, below(9000) / 13.0}; }
  template <class T>
  const T& pick(const std::vector<T>& items) {
    return items[below(static_cast<std::uint32_t>(items.size()))];
  }
  model::Edit exercise(const model::Project& project) {
    if (project.exercises.empty())
      return model::AddExercise{{0, "luecke", "start", "2026-11-27", "", {}}};
    const auto id = pick(project.exercises).id;
    if (below(3) == 0) return model::RemoveExercise{id};
    return model::SetExerciseAnswers{id, {{"nadeln", "", {{at()}, {at(), at()}}, below(2) == 0}}};
  }
  model::Edit records(const model::Project& project) {
    const auto& table = *pick(model::record_tables());
    const auto there = table.records(*project.work);
    model::ChangeRecords edit{
        {{table.about.name, 0,
          districts::sample_record(table, 0, static_cast<std::int32_t>(below(90)))}}};
    if (!there.empty()) edit.changes.push_back({table.about.name, pick(there).id, std::nullopt});
    return model::with_id(project, edit);
  }
  model::Edit home(const model::Project& project) {
    if (project.homes.empty() || below(3) == 0) {
      model::AddHome add;
      add.home.at = at();
      add.home.in_district = geo::contains(project.district, add.home.at);
      add.home.stated = "2026-11-27";
      return add;
    }
    auto chosen = pick(project.homes);
    if (below(2) == 0) return model::RemoveHome{chosen.id};
    chosen.residents.all = static_cast<int>(below(90));
    chosen.stated = "2026-11-27";
    return model::ReplaceHome{chosen};
  }
  model::Edit area(const model::Project& project) {
    const auto index = below(static_cast<std::uint32_t>(project.population.size()));
    auto changed = project.population[index];
    changed.residents = {static_cast<int>(100 + below(400)), 60, 20};
    jobs::Context context;
    return analysis::restate_area(project, index, changed, {}, context);
  }

  std::mt19937 random_;
};

inline model::Project town_with_areas() {
  auto town = districts::random_town(7);
  town.info.title = "Kleinstadt";
  // As in every project that was read: what an undo brings back finds its place by its number.
  std::sort(town.services.begin(), town.services.end(),
            [](const auto& a, const auto& b) { return a.id < b.id; });
  town.population.resize(2);
  town.population[0].outline = {{geo::ring_of({-2000, -2000, 300, 3000}), {}}};
  town.population[1].outline = {{geo::ring_of({300, -2000, 4000, 3000}), {}}};
  town.population[0].residents = town.population[1].residents = {200, 50, 12};
  jobs::Context context;
  model::perform(town, analysis::restate_area(town, 0, town.population[0], {}, context));
  return town;
}

}  // namespace nahraum::test
