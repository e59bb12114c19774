#pragma once
/// What every question about the open project needs and that is worth keeping between questions:
/// street graph, the project with a scenario's changes, the walking networks by profile.

#include <map>
#include <mutex>
#include <string>

#include "app/workspace.hpp"

namespace nahraum::app {

/// Shared with the jobs; guarded, because a cancelled job may still be leaving.
class Prepared {
 public:
  /// The project as it is, or with the scenario's changes. Errors: those of in_scenario.
  base::Result<Workspace> workspace(const model::Snapshot& project,
                                    const model::Catalogue& catalogue, const std::string& scenario,
                                    jobs::Context& context);
  /// The district of a profile, built when it is missing or belongs to an older state.
  base::Result<std::shared_ptr<const analysis::District>> district(
      const model::Snapshot& project, const model::Catalogue& catalogue,
      const std::string& scenario, const std::string& profile, jobs::Context& context);

 private:
  base::Result<Workspace> changed(const model::Snapshot& project, const model::Catalogue& catalogue,
                                  const std::string& scenario, jobs::Context& context);
  std::mutex mutex_;
  std::shared_ptr<const analysis::StreetGraph> graph_;  ///< of the streets with `corrections_`
  std::vector<model::Correction> corrections_;
  model::Snapshot changed_from_;
  std::string scenario_;
  Workspace changed_;  ///< `changed_from_` with the changes of `scenario_`
  std::map<std::string, std::shared_ptr<const analysis::District>> districts_;
};

}  // namespace nahraum::app
