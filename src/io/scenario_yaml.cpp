#include "io/scenario_yaml.hpp"

#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "geo/crs.hpp"
#include "io/scenario_change.hpp"

namespace nahraum::io {
namespace {

using base::tr;

constexpr std::size_t longest_name = 60;

geo::Point place_of(const YAML::Node& node, const geo::Projection& projection) {
  if (!node.IsSequence() || node.size() != 2) {
    yaml::refuse(node, tr("a place is expected, written like [8.4213, 51.8561]"));
  }
  constexpr double earth_m = 2.1e7;
  const geo::Point written{yaml::number(node[0], -earth_m, earth_m),
                           yaml::number(node[1], -earth_m, earth_m)};
  if (std::fabs(written.x) > 180 || std::fabs(written.y) > 90) return written;
  const auto at = projection.forward(geo::LonLat{written.x, written.y});
  if (std::isfinite(at.x) && std::isfinite(at.y)) return at;
  yaml::refuse(node, tr("this longitude and latitude lie nowhere on the project's map"));
}

std::string type_of(const YAML::Node& node, const model::Catalogue& catalogue) {
  if (!node.IsScalar()) yaml::refuse(node, tr("a text is expected"));
  const auto type = catalogue.type(node.Scalar());
  if (!type) yaml::refuse(node, base::one_line(type.error()));
  return (*type)->id;
}

model::Change change_of(const YAML::Node& node, const ChangeWords& words) {
  const auto entries = yaml::entries(node);
  if (entries.size() != 1) {
    yaml::refuse(node, tr("each change is one kind with its particulars, such as add_bench: {at: "
                          "[8.4213, 51.8561]}"));
  }
  const auto& [kind, body] = entries.front();
  if (!body.IsMap()) yaml::refuse(kind, tr("a mapping of keys to values is expected"));
  return change_from(kind.as<std::string>(), body, words);
}

model::Scenario scenario_of(const YAML::Node& root, const ChangeWords& words) {
  yaml::expect_keys(root, {"name", "note", "changes"});
  model::Scenario scenario;
  scenario.name = yaml::text(root, "name");
  const bool fit = scenario.name.size() <= longest_name && scenario.name != "base" &&
                   scenario.name.find('\n') == std::string::npos;
  if (!fit) {
    yaml::refuse(root["name"],
                 fmt::format(fmt::runtime(tr("a name has one line of at most {0} bytes, and “base” "
                                             "is the project itself")),
                             longest_name));
  }
  scenario.note = yaml::text_or(root, "note", "");
  const auto changes = yaml::required(root, "changes");
  if (!changes.IsSequence()) yaml::refuse(changes, tr("a list is expected"));
  for (const auto& each : changes)
    scenario.changes.push_back(change_of(each, words));
  return scenario;
}

}  // namespace

base::Result<model::Scenario> read_scenario(const std::filesystem::path& file,
                                            const model::Catalogue& catalogue, int epsg) {
  std::error_code ignored;
  if (!std::filesystem::is_regular_file(file, ignored)) {
    return base::fail(base::ErrorCode::not_found, tr("there is no such file"), file.string());
  }
  auto projection = geo::Projection::to_epsg(epsg);
  if (!projection) return tl::unexpected(projection.error());
  const ChangeWords words{[&](const YAML::Node& node) { return place_of(node, *projection); },
                          [&](const YAML::Node& node) { return type_of(node, catalogue); }};
  model::Scenario scenario;
  const auto read =
      read_yaml(file, [&](const YAML::Node& root) { scenario = scenario_of(root, words); });
  if (!read) return tl::unexpected(read.error());
  return scenario;
}

}  // namespace nahraum::io
