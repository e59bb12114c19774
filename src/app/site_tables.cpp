#include <fmt/format.h>

#include "analysis/siting_parts.hpp"
#include "app/site_rows.hpp"

namespace nahraum::app {
namespace {

using scene::Shown;
using Type = io::Column::Type;

io::Value cell(const Shown& shown) {
  return shown ? io::Value(std::int64_t{*shown}) : io::Value();
}
const char* state_text(analysis::HomeState state, bool helped) {
  switch (state) {
    case analysis::HomeState::served:
      return "served";
    case analysis::HomeState::open:
      return helped ? "gained" : "left";
    case analysis::HomeState::not_assessable:
      return "not_assessable";
    case analysis::HomeState::elsewhere:
      break;
  }
  return "";
}

}  // namespace

io::FeatureTable site_table(const SiteResult& r) {
  const auto& project = *r.district.project;
  io::FeatureTable table{"sites",
                         project.info.epsg,
                         model::attribution(project),
                         {{Type::text, "role"},
                          {Type::integer, "rank"},
                          {Type::text, "name"},
                          {Type::real, "x", 2},
                          {Type::real, "y", 2},
                          {Type::real, "lon", 7},
                          {Type::real, "lat", 7},
                          {Type::integer, "homes"}},
                         {}};
  for (const auto* key : row_keys)
    table.columns.push_back({Type::integer, fmt::format("adds_{}", key)});
  for (const auto* key : row_keys)
    table.columns.push_back({Type::integer, fmt::format("alone_{}", key)});
  for (const auto& rows : {site_rows(r), best_rows(r), other_rows(r)}) {
    for (const auto& row : rows) {
      const auto at = degrees(r, row.place->at);
      io::Feature feature{{row.role, static_cast<std::int64_t>(row.rank), row.place->name,
                           row.place->at.x, row.place->at.y, at ? io::Value(at->lon) : io::Value(),
                           at ? io::Value(at->lat) : io::Value(), std::int64_t{row.homes}},
                          row.place->at};
      for (const auto& list : {row.adds, row.alone}) {
        for (const auto& shown : list)
          feature.values.push_back(cell(shown));
      }
      table.rows.push_back(std::move(feature));
    }
  }
  return table;
}

io::FeatureTable site_homes_table(const SiteResult& r) {
  const auto& project = *r.district.project;
  const auto& siting = r.words.siting;
  io::FeatureTable table{"homes",
                         project.info.epsg,
                         model::attribution(project),
                         {{Type::integer, "home_id"}, {Type::text, "state"}},
                         {}};
  analysis::SiteParts parts(siting);
  for (const auto& site : r.words.answer.sites)
    parts.choose(site.adds.candidate);
  std::vector<bool> helped(project.homes.size(), false);
  for (const auto home : parts.helped(true))
    helped[home] = true;
  for (std::size_t i = 0; i < project.homes.size(); ++i) {
    const std::string state = state_text(siting.state[i], helped[i]);
    if (!state.empty())
      table.rows.push_back({{std::int64_t{project.homes[i].id}, state}, project.homes[i].at});
  }
  return table;
}

}  // namespace nahraum::app
