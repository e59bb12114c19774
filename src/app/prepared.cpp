#include "app/prepared.hpp"

namespace nahraum::app {

base::Result<Workspace> Prepared::changed(const model::Snapshot& project,
                                          const model::Catalogue& catalogue,
                                          const std::string& scenario, jobs::Context& context) {
  // Other edits of the window leave the streets as they are.
  if (!graph_ || corrections_ != project->corrections) {
    corrections_ = project->corrections;
    graph_ =
        std::make_shared<const analysis::StreetGraph>(analysis::street_graph_of(*project, context));
  }
  Workspace base{project, catalogue, graph_};
  if (scenario.empty()) return base;
  if (changed_from_ == project && scenario_ == scenario) {
    changed_.catalogue = catalogue;
    return changed_;
  }
  auto made = in_scenario(base, scenario, context);
  if (!made) return made;
  changed_from_ = project;
  scenario_ = scenario;
  changed_ = *made;
  return made;
}

base::Result<Workspace> Prepared::workspace(const model::Snapshot& project,
                                            const model::Catalogue& catalogue,
                                            const std::string& scenario, jobs::Context& context) {
  const std::lock_guard lock(mutex_);
  return changed(project, catalogue, scenario, context);
}

base::Result<std::shared_ptr<const analysis::District>> Prepared::district(
    const model::Snapshot& project, const model::Catalogue& catalogue, const std::string& scenario,
    const std::string& profile, jobs::Context& context) {
  const std::lock_guard lock(mutex_);
  const auto asked = changed(project, catalogue, scenario, context);
  if (!asked) return tl::unexpected(asked.error());
  auto& district = districts_[scenario + "\n" + profile];
  if (!district || district->project != asked->project) {
    auto made = prepare(*asked, profile, context);
    if (!made) return made;
    district = *made;
  }
  return district;
}

}  // namespace nahraum::app
