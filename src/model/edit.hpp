#pragma once
/// Changes to a project, each with its inverse: undo is applying what `perform` returned.

#include <string>
#include <variant>
#include <vector>

#include "model/project.hpp"

namespace nahraum::model {

/// A service at another place. Moved by hand it has no mapped entrances: it left its building.
struct PlaceService {
  std::int32_t service = 0;  ///< id
  geo::Point at;
  std::vector<geo::Point> entrances;
};
struct AddNote {
  Note note;  ///< id 0: the next free one is given
};
struct RemoveNote {
  std::int32_t note = 0;
};
struct ReplaceNote {
  Note note;
};

using Edit = std::variant<PlaceService, AddNote, RemoveNote, ReplaceNote>;

/// Performs the edit and returns the one that takes it back. Unknown ids assert: the caller holds
/// the project.
Edit perform(Project& project, const Edit& edit);

/// What the history list shows: a message id to translate, such as "Service moved".
const char* name_of(const Edit& edit);

/// Undo and redo without limit.
class History {
 public:
  void perform(Project& project, const Edit& edit);
  bool undo(Project& project);
  bool redo(Project& project);
  const Edit* next_undo() const { return undo_.empty() ? nullptr : &undo_.back().edit; }
  const Edit* next_redo() const { return redo_.empty() ? nullptr : &redo_.back().edit; }
  /// What the user did, as a message id: "Note added" for both its undo and its redo; "" for none.
  const char* undo_name() const { return undo_.empty() ? "" : undo_.back().name; }
  const char* redo_name() const { return redo_.empty() ? "" : redo_.back().name; }
  /// Grows with every perform, undo and redo: results carry it and stale ones are dropped.
  std::uint64_t revision() const { return revision_; }

 private:
  struct Step {
    Edit edit;         ///< what takes it back, or does it again
    const char* name;  ///< of the edit as the user made it
  };
  std::vector<Step> undo_;
  std::vector<Step> redo_;
  std::uint64_t revision_ = 1;
};

}  // namespace nahraum::model
