#pragma once
/// A small district for the verbs: drawn, titled, with its residents counted.

#include "app/workspace.hpp"
#include "tests/districts/ascii_world.hpp"
#include "tests/districts/people.hpp"

namespace nahraum::districts {

/// Each home has so many residents, half of them 65 and over, a quarter 80 and over; the district
/// and the data reach 100 m and more beyond the drawing.
inline model::Project quarter(std::string_view drawing, int persons_each) {
  auto project = draw(drawing).project;
  project.info.title = "Viertel";
  project.district = {{geo::ring_of({499900, 5599900, 501000, 5601000}), {}}};
  project.data_extent = project.district;
  for (auto& home : project.homes) {
    home.residents = {persons_each, persons_each / 2, persons_each / 4};
    home.basis = model::PopulationBasis::counted;
  }
  return project;
}

inline app::Workspace workspace_of(model::Project project) {
  app::Workspace workspace;
  workspace.catalogue = app::shipped_catalogue().value();
  workspace.project = std::make_shared<const model::Project>(std::move(project));
  workspace.graph = graph_of(workspace.project->streets);
  return workspace;
}

}  // namespace nahraum::districts
