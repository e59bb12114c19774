#pragma once
/// Changes to a project, each with its inverse: undo is applying what `perform` returned.

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "base/one_of.hpp"
#include "model/project.hpp"
#include "model/record.hpp"

namespace nahraum::model {

/// A service at another place. Moved by hand it has no mapped entrances: it left its building.
struct PlaceService {
  std::int32_t service = 0;  ///< id
  geo::Point at;
  std::vector<geo::Point> entrances;
};
struct AddService {
  Service service;  ///< id 0: the next free one is given
};
struct RemoveService {
  std::int32_t service = 0;
};
/// All but its id may differ.
struct ReplaceService {
  Service service;
};
/// Rows that were pasted, in one step.
struct AddServices {
  std::vector<Service> services;  ///< ids 0: the next free ones are given, in this order
};
struct RemoveServices {
  std::vector<std::int32_t> services;  ///< ids, each once
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

struct AddView {
  NamedView view;  ///< id 0: the next free one is given
};
struct RemoveView {
  std::int32_t view = 0;
};
struct ReplaceView {
  NamedView view;
};
/// They change places in the order of the slides, each under its own id.
struct SwapViews {
  std::int32_t one = 0, other = 0;
};

struct AddCorrection {
  Correction correction;  ///< id 0: the next free one is given
};
struct RemoveCorrection {
  std::int32_t correction = 0;
};
struct ReplaceCorrection {
  Correction correction;
};
struct AddHome {
  Home home;                             ///< id 0: the next free one is given
  std::vector<std::uint32_t> buildings;  ///< indices of those that become its own
};
/// Its building stays, as one where nobody lives.
struct RemoveHome {
  std::int32_t home = 0;
};
/// All but its id may differ.
struct ReplaceHome {
  Home home;
};
/// Another outline, with the homes and services that come in or fall out by it; `outline_edit`
/// finds them.
struct SetDistrict {
  geo::MultiPolygon outline;
  std::vector<std::int32_t> homes, services;  ///< ids
};
/// Other figures or outlines of statistical areas, by their index, and what their homes have of
/// it; analysis/restate_areas.hpp makes it.
struct RestateAreas {
  struct People {
    std::int32_t home = 0;  ///< id
    Residents residents;
    PopulationBasis basis = PopulationBasis::none;
  };
  std::vector<std::pair<std::uint32_t, PopulationCell>> areas;
  std::vector<People> homes;
};

struct AddExercise {
  ExerciseProgress exercise;  ///< id 0: the next free one is given
};
struct RemoveExercise {
  std::int32_t exercise = 0;
};
/// The group goes to another step, or is done.
struct SetExerciseStep {
  std::int32_t exercise = 0;
  std::string step;
  std::string finished;  ///< ISO date, "" not finished
};
struct SetExerciseAnswers {
  std::int32_t exercise = 0;
  std::vector<ExerciseAnswer> answers;
};

/// Rows of the course's work (model/work_tables.hpp), in one step: put in, changed or taken out.
struct ChangeRecords {
  std::vector<RecordChange> changes;  ///< of each row once
};

using AnyEdit =
    std::variant<PlaceService, AddService, RemoveService, ReplaceService, AddServices,
                 RemoveServices, AddNote, RemoveNote, ReplaceNote, AddCorrection, RemoveCorrection,
                 ReplaceCorrection, AddHome, RemoveHome, ReplaceHome, SetDistrict, RestateAreas,
                 AddView, RemoveView, ReplaceView, SwapViews, AddExercise, RemoveExercise,
                 SetExerciseStep, SetExerciseAnswers, ChangeRecords>;
using Edit = base::OneOf<AnyEdit>;

/// What it changes is there, what it adds is not. Edits from files are asked before.
bool fits(const Project& project, const Edit& edit);

/// Performs the edit and returns the one that takes it back. One that does not fit asserts: the
/// caller holds the project.
Edit perform(Project& project, const Edit& edit);

/// An edit that adds something as it will be performed: with the id that it will get.
Edit with_id(const Project& project, Edit edit);
/// Who reaches what may be another afterwards; notes, views, exercises and the course's work change
/// nothing.
bool changes_answers(const Edit& edit);
/// Another outline of the district.
SetDistrict outline_edit(const Project& project, geo::MultiPolygon outline);

/// What the history list shows: a message id to translate, such as "Service moved".
const char* name_of(const Project& before, const Edit& edit);

/// Undo and redo without limit.
class History {
 public:
  /// What the user did, oldest first, as message ids: first what can be undone, then what can be
  /// redone.
  std::vector<const char*> names() const;
  std::size_t done() const { return undo_.size(); }
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
