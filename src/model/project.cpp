#include "model/project.hpp"

#include <algorithm>
#include <charconv>

namespace nahraum::model {

std::string to_text(OsmId id) {
  return id.kind == '-' ? std::string() : id.kind + std::to_string(id.id);
}

OsmId osm_id_from(std::string_view text) {
  OsmId id;
  if (text.size() < 2 || (text[0] != 'n' && text[0] != 'w' && text[0] != 'r')) return {};
  const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), id.id);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  id.kind = text[0];
  return id;
}

std::string attribution(const Project& project) {
  std::vector<std::string> seen;
  std::string line;
  for (const auto& source : project.sources) {
    const auto& credit = source.attribution;
    if (credit.empty() || std::find(seen.begin(), seen.end(), credit) != seen.end()) continue;
    seen.push_back(credit);
    line += (line.empty() ? "" : "; ") + credit;
  }
  return line;
}

bool population_assumed(const Project& project) {
  return std::any_of(project.homes.begin(), project.homes.end(), [](const Home& home) {
    return home.in_district && home.basis == PopulationBasis::assumed;
  });
}

}  // namespace nahraum::model
