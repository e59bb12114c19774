#pragma once
/// The same start state for every group of a course, and the groups' files back in one project.
/// No server: a file tells by itself which hand-out and group it is of.

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/edit.hpp"
#include "model/work.hpp"

namespace nahraum::app {

inline constexpr int most_groups = 200;

/// One project for each group, 1…groups: the project without exercises that were begun, with the
/// fingerprints of its objects; ids that a group gives are its own. The same project makes the same
/// hand-out. `groups` in 1…most_groups.
std::vector<model::Project> hand_out(const model::Project& project, int groups);

struct GroupFile {
  std::string name;  ///< of the file, without folder
  model::Project project;
  std::string changed = {};  ///< io::last_change of the file
};

struct Merged {
  model::Project project;             ///< with contributions and conflicts in its work
  std::string changed;                ///< the newest of the files that are in it
  std::vector<std::string> merged;    ///< files whose work is in it, as people read it
  std::vector<std::string> left_out;  ///< each file with its reason, one sentence
  int contributions = 0;
  int conflicts = 0;  ///< objects that groups changed differently
};

/// By the identity of each object: what one group changed is taken; what several changed alike,
/// too. What they changed differently stays as it was handed out where a file still has it so, else
/// as the first of them has it, and all versions are kept as conflicts. The order of the files does
/// not matter. Files of another hand-out than most, of none, of a newer program and copies are left
/// out, each told. Errors: bad_input where no file can be merged.
base::Result<Merged> merge(std::vector<GroupFile> files);

/// The edits that take this version of an object and mark it as taken, one after the other. Empty
/// where there is no such conflict.
std::vector<model::Edit> settle(const model::Project& project, model::Id conflict);

}  // namespace nahraum::app
