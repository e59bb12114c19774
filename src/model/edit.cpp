#include "model/edit.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/check.hpp"
#include "base/translate.hpp"

namespace nahraum::model {
namespace {

template <class T>
auto place_of(std::vector<T>& items, std::int32_t id) {
  return std::lower_bound(items.begin(), items.end(), id,
                          [](const T& item, std::int32_t wanted) { return item.id < wanted; });
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

template <class T>
std::int32_t next_id(const std::vector<T>& items) {
  return items.empty() ? 1 : items.back().id + 1;
}

/// Things stand in the order of their ids, so that undoing a removal restores the same list.
template <class T>
std::int32_t add(std::vector<T>& items, T item) {
  if (item.id == 0) item.id = next_id(items);
  NAHRAUM_CHECK(!holds(items, item.id));
  return items.insert(place_of(items, item.id), std::move(item))->id;
}

template <class T>
T take_out(std::vector<T>& items, std::int32_t id) {
  T gone = by_id(items, id);
  std::erase_if(items, [id](const T& item) { return item.id == id; });
  return gone;
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
    return RemoveService{add(project.services, edit.service)};
  }
  Edit operator()(const RemoveService& edit) const {
    return AddService{take_out(project.services, edit.service)};
  }
  Edit operator()(const ReplaceService& edit) const {
    return ReplaceService{std::exchange(by_id(project.services, edit.service.id), edit.service)};
  }
  Edit operator()(const AddNote& edit) const { return RemoveNote{add(project.notes, edit.note)}; }
  Edit operator()(const RemoveNote& edit) const {
    return AddNote{take_out(project.notes, edit.note)};
  }
  Edit operator()(const ReplaceNote& edit) const {
    return ReplaceNote{std::exchange(by_id(project.notes, edit.note.id), edit.note)};
  }
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
  bool operator()(const AddNote& edit) const { return !holds(project.notes, edit.note.id); }
  bool operator()(const RemoveNote& edit) const { return holds(project.notes, edit.note); }
  bool operator()(const ReplaceNote& edit) const { return holds(project.notes, edit.note.id); }
};

struct Namer {
  const char* operator()(const PlaceService&) const { return base::tr_noop("Service moved"); }
  const char* operator()(const AddService&) const { return base::tr_noop("Service added"); }
  const char* operator()(const RemoveService&) const { return base::tr_noop("Service removed"); }
  const char* operator()(const ReplaceService&) const { return base::tr_noop("Service changed"); }
  const char* operator()(const AddNote&) const { return base::tr_noop("Note added"); }
  const char* operator()(const RemoveNote&) const { return base::tr_noop("Note removed"); }
  const char* operator()(const ReplaceNote&) const { return base::tr_noop("Note changed"); }
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

}  // namespace

bool fits(const Project& project, const Edit& edit) {
  return std::visit(Fits{project}, edit);
}

Edit with_id(const Project& project, Edit edit) {
  if (auto* note = std::get_if<AddNote>(&edit); note && note->note.id == 0)
    note->note.id = next_id(project.notes);
  if (auto* service = std::get_if<AddService>(&edit); service && service->service.id == 0)
    service->service.id = std::max(next_id(project.services), after_scenarios(project));
  return edit;
}

bool changes_services(const Edit& edit) {
  return std::holds_alternative<PlaceService>(edit) || std::holds_alternative<AddService>(edit) ||
         std::holds_alternative<RemoveService>(edit) ||
         std::holds_alternative<ReplaceService>(edit);
}

Edit perform(Project& project, const Edit& edit) {
  return std::visit(Applier{project}, edit);
}

const char* name_of(const Edit& edit) {
  return std::visit(Namer{}, edit);
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
  undo_.push_back({nahraum::model::perform(project, edit), name_of(edit)});
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
