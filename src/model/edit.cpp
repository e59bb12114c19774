#include "model/edit.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "base/check.hpp"
#include "base/one_of_members.hpp"
#include "model/edit_homes.hpp"
#include "model/work_tables.hpp"

template class nahraum::base::OneOf<nahraum::model::AnyEdit>;

namespace nahraum::model {
namespace {

template <class Items>
auto place_of(Items& items, std::int32_t id) {
  return std::lower_bound(items.begin(), items.end(), id,
                          [](const auto& item, std::int32_t wanted) { return item.id < wanted; });
}

template <class T>
bool holds(const std::vector<T>& items, std::int32_t id) {
  return std::any_of(items.begin(), items.end(), [id](const T& item) { return item.id == id; });
}

template <class T>
T& by_id(std::vector<T>& items, std::int32_t id) {
  const auto at =
      std::find_if(items.begin(), items.end(), [id](const T& item) { return item.id == id; });
  NAHRAUM_CHECK(at != items.end());
  return *at;
}

/// Each group of a course gives ids of its own, so that their files can be merged.
template <class T>
std::int32_t next_id(const Project& project, const std::vector<T>& items) {
  const Id first = project.work->handout.group * ids_of_a_group;
  const auto end = place_of(items, first + ids_of_a_group);
  return end == items.begin() ? first + 1 : std::max(std::prev(end)->id, first) + 1;
}

/// Things stand in the order of their ids, so that undoing a removal restores the same list.
template <class T>
std::int32_t add(const Project& project, std::vector<T>& items, T item) {
  if (item.id == 0) item.id = next_id(project, items);
  NAHRAUM_CHECK(!holds(items, item.id));
  return items.insert(place_of(items, item.id), std::move(item))->id;
}

template <class T>
T take_out(std::vector<T>& items, std::int32_t id) {
  T gone = by_id(items, id);
  std::erase_if(items, [id](const T& item) { return item.id == id; });
  return gone;
}

/// Performs it and returns what takes it back.
RecordChange change_record(Work& work, const RecordChange& change) {
  const auto& table = *record_table(change.table);
  RecordChange back{change.table, change.id, table.find(work, change.id)};
  if (change.now)
    table.put(work, *change.now);
  else
    table.erase(work, change.id);
  return back;
}

/// Its row has an id, and a row that goes is there.
bool fits_record(const Work& work, const RecordChange& change) {
  const auto* table = record_table(change.table);
  if (!table || change.id < 1) return false;
  if (!change.now) return table->find(work, change.id).has_value();
  return change.now->id == change.id && table->fits(*change.now);
}

struct Applier {
  Project& project;

  Edit operator()(const PlaceService& edit) const {
    Service& service = by_id(project.services, edit.service);
    PlaceService back{service.id, service.at, service.entrances};
    service.at = edit.at;
    service.entrances = edit.entrances;
    return back;
  }
  Edit operator()(const AddService& edit) const {
    return RemoveService{add(project, project.services, edit.service)};
  }
  Edit operator()(const RemoveService& edit) const {
    return AddService{take_out(project.services, edit.service)};
  }
  Edit operator()(const ReplaceService& edit) const {
    return ReplaceService{std::exchange(by_id(project.services, edit.service.id), edit.service)};
  }
  Edit operator()(const AddServices& edit) const {
    RemoveServices back;
    for (const auto& service : edit.services)
      back.services.push_back(add(project, project.services, service));
    return back;
  }
  Edit operator()(const RemoveServices& edit) const {
    AddServices back;
    for (const auto id : edit.services)
      back.services.push_back(take_out(project.services, id));
    return back;
  }
  Edit operator()(const AddNote& edit) const {
    return RemoveNote{add(project, project.notes, edit.note)};
  }
  Edit operator()(const RemoveNote& edit) const {
    return AddNote{take_out(project.notes, edit.note)};
  }
  Edit operator()(const ReplaceNote& edit) const {
    return ReplaceNote{std::exchange(by_id(project.notes, edit.note.id), edit.note)};
  }
  Edit operator()(const AddView& edit) const {
    return RemoveView{add(project, project.views, edit.view)};
  }
  Edit operator()(const RemoveView& edit) const {
    return AddView{take_out(project.views, edit.view)};
  }
  Edit operator()(const ReplaceView& edit) const {
    return ReplaceView{std::exchange(by_id(project.views, edit.view.id), edit.view)};
  }
  Edit operator()(const SwapViews& edit) const {
    NamedView& one = by_id(project.views, edit.one);
    NamedView& other = by_id(project.views, edit.other);
    std::swap(one, other);
    std::swap(one.id, other.id);  // things stand in the order of their ids
    return edit;
  }
  Edit operator()(const AddExercise& edit) const {
    return RemoveExercise{add(project, project.exercises, edit.exercise)};
  }
  Edit operator()(const RemoveExercise& edit) const {
    return AddExercise{take_out(project.exercises, edit.exercise)};
  }
  Edit operator()(const SetExerciseStep& edit) const {
    auto& exercise = by_id(project.exercises, edit.exercise);
    return SetExerciseStep{edit.exercise, std::exchange(exercise.step, edit.step),
                           std::exchange(exercise.finished, edit.finished)};
  }
  Edit operator()(const SetExerciseAnswers& edit) const {
    auto& answers = by_id(project.exercises, edit.exercise).answers;
    return SetExerciseAnswers{edit.exercise, std::exchange(answers, edit.answers)};
  }
  Edit operator()(const ChangeRecords& edit) const {
    ChangeRecords back;
    Work& work = project.work.edit();
    for (const auto& change : edit.changes)
      back.changes.push_back(change_record(work, change));
    std::reverse(back.changes.begin(), back.changes.end());
    return back;
  }
  Edit operator()(const AddCorrection& edit) const {
    return RemoveCorrection{add(project, project.corrections, edit.correction)};
  }
  Edit operator()(const RemoveCorrection& edit) const {
    return AddCorrection{take_out(project.corrections, edit.correction)};
  }
  Edit operator()(const ReplaceCorrection& edit) const {
    return ReplaceCorrection{
        std::exchange(by_id(project.corrections, edit.correction.id), edit.correction)};
  }
  Edit operator()(const AddHome& edit) const { return add_home(project, edit); }
  Edit operator()(const RemoveHome& edit) const { return remove_home(project, edit.home); }
  Edit operator()(const ReplaceHome& edit) const {
    return ReplaceHome{std::exchange(by_id(project.homes, edit.home.id), edit.home)};
  }
  Edit operator()(const SetDistrict& edit) const { return set_district(project, edit); }
  Edit operator()(const RestateAreas& edit) const { return restate_areas(project, edit); }
};

struct Fits {
  const Project& project;

  bool operator()(const PlaceService& edit) const { return holds(project.services, edit.service); }
  bool operator()(const AddService& edit) const {
    return !holds(project.services, edit.service.id);
  }
  bool operator()(const RemoveService& edit) const { return holds(project.services, edit.service); }
  bool operator()(const ReplaceService& edit) const {
    return holds(project.services, edit.service.id);
  }
  /// Ids are free (or 0) and each occurs once.
  bool operator()(const AddServices& edit) const {
    std::set<std::int32_t> seen;
    return std::all_of(edit.services.begin(), edit.services.end(), [&](const Service& service) {
      return service.id == 0 ||
             (seen.insert(service.id).second && !holds(project.services, service.id));
    });
  }
  bool operator()(const RemoveServices& edit) const {
    std::set<std::int32_t> seen;
    return std::all_of(edit.services.begin(), edit.services.end(), [&](std::int32_t id) {
      return seen.insert(id).second && holds(project.services, id);
    });
  }
  bool operator()(const AddNote& edit) const { return !holds(project.notes, edit.note.id); }
  bool operator()(const RemoveNote& edit) const { return holds(project.notes, edit.note); }
  bool operator()(const ReplaceNote& edit) const { return holds(project.notes, edit.note.id); }
  bool operator()(const AddView& edit) const { return !holds(project.views, edit.view.id); }
  bool operator()(const RemoveView& edit) const { return holds(project.views, edit.view); }
  bool operator()(const ReplaceView& edit) const { return holds(project.views, edit.view.id); }
  bool operator()(const SwapViews& edit) const {
    return holds(project.views, edit.one) && holds(project.views, edit.other);
  }
  bool operator()(const AddExercise& edit) const {
    return !holds(project.exercises, edit.exercise.id);
  }
  bool operator()(const RemoveExercise& edit) const {
    return holds(project.exercises, edit.exercise);
  }
  bool operator()(const SetExerciseStep& edit) const {
    return holds(project.exercises, edit.exercise);
  }
  /// Each step is answered once.
  bool operator()(const SetExerciseAnswers& edit) const {
    std::set<std::string> seen;
    return holds(project.exercises, edit.exercise) &&
           std::all_of(edit.answers.begin(), edit.answers.end(),
                       [&](const ExerciseAnswer& each) { return seen.insert(each.step).second; });
  }
  bool operator()(const ChangeRecords& edit) const {
    std::set<std::pair<std::string, std::int32_t>> seen;
    return std::all_of(edit.changes.begin(), edit.changes.end(), [&](const RecordChange& each) {
      return seen.emplace(each.table, each.id).second && fits_record(*project.work, each);
    });
  }
  bool operator()(const AddCorrection& edit) const {
    return !holds(project.corrections, edit.correction.id);
  }
  bool operator()(const RemoveCorrection& edit) const {
    return holds(project.corrections, edit.correction);
  }
  bool operator()(const ReplaceCorrection& edit) const {
    return holds(project.corrections, edit.correction.id);
  }
  bool operator()(const AddHome& edit) const {
    return !holds(project.homes, edit.home.id) && are_free(project, edit.buildings);
  }
  bool operator()(const RemoveHome& edit) const { return holds(project.homes, edit.home); }
  bool operator()(const ReplaceHome& edit) const { return holds(project.homes, edit.home.id); }
  bool operator()(const SetDistrict& edit) const {
    const auto all = [](const auto& items, const std::vector<std::int32_t>& ids) {
      return std::all_of(ids.begin(), ids.end(),
                         [&](std::int32_t id) { return find(items, id) != nullptr; });
    };
    return all(project.homes, edit.homes) && all(project.services, edit.services);
  }
  bool operator()(const RestateAreas& edit) const {
    return std::all_of(edit.areas.begin(), edit.areas.end(),
                       [&](const auto& area) { return area.first < project.population.size(); }) &&
           std::all_of(edit.homes.begin(), edit.homes.end(),
                       [&](const auto& each) { return find(project.homes, each.home) != nullptr; });
  }
};

}  // namespace

namespace {
/// Behind every service that a scenario names: one that is gone must not become another.
std::int32_t after_scenarios(const Project& project) {
  std::int32_t last = 0;
  const auto look_at = [&](const auto& change) {
    if constexpr (requires { change.service.id; }) last = std::max(last, change.service.id);
  };
  for (const auto& scenario : project.scenarios) {
    for (const auto& change : scenario.changes)
      std::visit(look_at, change);
  }
  return last + 1;
}

/// Rows without an id get the next ones, in this order.
void give_ids(const Work& work, ChangeRecords& edit) {
  std::map<std::string, Id> next;
  for (auto& change : edit.changes) {
    const auto* table = record_table(change.table);
    if (change.id != 0 || !change.now || !table) continue;
    auto& id = next.try_emplace(change.table, table->next_id(work)).first->second;
    change.id = change.now->id = id++;
  }
}

}  // namespace

bool fits(const Project& project, const Edit& edit) {
  return std::visit(Fits{project}, edit);
}

Edit with_id(const Project& project, Edit edit) {
  if (auto* note = std::get_if<AddNote>(&edit); note && note->note.id == 0)
    note->note.id = next_id(project, project.notes);
  if (auto* view = std::get_if<AddView>(&edit); view && view->view.id == 0)
    view->view.id = next_id(project, project.views);
  if (auto* begun = std::get_if<AddExercise>(&edit); begun && begun->exercise.id == 0)
    begun->exercise.id = next_id(project, project.exercises);
  if (auto* add = std::get_if<AddCorrection>(&edit); add && add->correction.id == 0)
    add->correction.id = next_id(project, project.corrections);
  if (auto* add = std::get_if<AddHome>(&edit); add && add->home.id == 0)
    add->home.id = next_id(project, project.homes);
  if (auto* service = std::get_if<AddService>(&edit); service && service->service.id == 0)
    service->service.id = std::max(next_id(project, project.services), after_scenarios(project));
  if (auto* many = std::get_if<AddServices>(&edit)) {
    auto next = std::max(next_id(project, project.services), after_scenarios(project));
    for (auto& each : many->services) {
      if (each.id == 0) each.id = next++;
    }
  }
  if (auto* records = std::get_if<ChangeRecords>(&edit)) give_ids(*project.work, *records);
  return edit;
}

namespace {
template <class... Kinds>
bool is_one_of(const Edit& edit) {
  return (std::holds_alternative<Kinds>(edit) || ...);
}
}  // namespace

/// Notes, views, exercises and the course's work say and show something; nobody reaches more by
/// them.
bool changes_answers(const Edit& edit) {
  return !is_one_of<AddNote, RemoveNote, ReplaceNote, AddView, RemoveView, ReplaceView, SwapViews,
                    AddExercise, RemoveExercise, SetExerciseStep, SetExerciseAnswers,
                    ChangeRecords>(edit);
}

Edit perform(Project& project, const Edit& edit) {
  return std::visit(Applier{project}, edit);
}

std::vector<const char*> History::names() const {
  std::vector<const char*> all;
  all.reserve(undo_.size() + redo_.size());
  for (const auto& step : undo_)
    all.push_back(step.name);
  std::transform(redo_.rbegin(), redo_.rend(), std::back_inserter(all),
                 [](const Step& step) { return step.name; });
  return all;
}

void History::perform(Project& project, const Edit& edit) {
  const char* name = name_of(project, edit);
  undo_.push_back({nahraum::model::perform(project, edit), name});
  redo_.clear();
  ++revision_;
}

bool History::undo(Project& project) {
  if (undo_.empty()) return false;
  const Step step = undo_.back();
  undo_.pop_back();
  redo_.push_back({nahraum::model::perform(project, step.edit), step.name});
  ++revision_;
  return true;
}

bool History::redo(Project& project) {
  if (redo_.empty()) return false;
  const Step step = redo_.back();
  redo_.pop_back();
  undo_.push_back({nahraum::model::perform(project, step.edit), step.name});
  ++revision_;
  return true;
}

}  // namespace nahraum::model
