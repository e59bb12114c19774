#include "app/handout.hpp"

#include "app/project_objects.hpp"
#include "base/check.hpp"

namespace nahraum::app {
namespace {

std::vector<model::BaseObject> fingerprints(const Objects& objects) {
  std::vector<model::BaseObject> base;
  for (const auto& [key, text] : objects)
    base.push_back({key.kind, key.id, hash_of(text)});
  return base;
}

/// Of all that the files have in common.
std::string handout_id(const model::Project& project, const std::vector<model::BaseObject>& base) {
  std::string all = project.info.title + "\n" + project.info.created + "\n";
  for (const auto& source : project.sources)
    all += source.sha256 + "\n";
  for (const auto& object : base)
    all += object.kind + " " + std::to_string(object.id) + " " + object.hash + "\n";
  return hash_of(all);
}

}  // namespace

std::vector<model::Project> hand_out(const model::Project& project, int groups) {
  NAHRAUM_CHECK(groups >= 1 && groups <= most_groups);
  model::Project start = project;
  start.exercises.clear();
  auto& work = start.work.edit();
  work.contributions.clear();
  work.conflicts.clear();
  work.handout = {};
  work.handout.base = fingerprints(objects_of(start));
  work.handout.id = handout_id(start, work.handout.base);
  work.handout.groups = groups;
  std::vector<model::Project> files;
  for (int group = 1; group <= groups; ++group) {
    files.push_back(start);
    files.back().work.edit().handout.group = group;
  }
  return files;
}

}  // namespace nahraum::app
