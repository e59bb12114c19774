#include "model/edit.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "base/translate.hpp"

namespace nahraum::model {
namespace {

template <class T>
T& by_id(std::vector<T>& items, std::int32_t id) {
  const auto at =
      std::find_if(items.begin(), items.end(), [id](const T& item) { return item.id == id; });
  NAHRAUM_CHECK(at != items.end());
  return *at;
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
  /// Notes stand in the order of their ids, so that undoing a removal restores the same list.
  Edit operator()(const AddNote& edit) const {
    Note note = edit.note;
    auto& notes = project.notes;
    if (note.id == 0) note.id = notes.empty() ? 1 : notes.back().id + 1;
    const auto at =
        std::lower_bound(notes.begin(), notes.end(), note.id,
                         [](const Note& other, std::int32_t id) { return other.id < id; });
    NAHRAUM_CHECK(at == notes.end() || at->id != note.id);
    notes.insert(at, note);
    return RemoveNote{note.id};
  }
  Edit operator()(const RemoveNote& edit) const {
    const Note gone = by_id(project.notes, edit.note);
    std::erase_if(project.notes, [&](const Note& note) { return note.id == edit.note; });
    return AddNote{gone};
  }
  Edit operator()(const ReplaceNote& edit) const {
    Note& note = by_id(project.notes, edit.note.id);
    ReplaceNote back{note};
    note = edit.note;
    return back;
  }
};

struct Namer {
  const char* operator()(const PlaceService&) const { return base::tr_noop("Service moved"); }
  const char* operator()(const AddNote&) const { return base::tr_noop("Note added"); }
  const char* operator()(const RemoveNote&) const { return base::tr_noop("Note removed"); }
  const char* operator()(const ReplaceNote&) const { return base::tr_noop("Note changed"); }
};

}  // namespace

Edit perform(Project& project, const Edit& edit) {
  return std::visit(Applier{project}, edit);
}

const char* name_of(const Edit& edit) {
  return std::visit(Namer{}, edit);
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
