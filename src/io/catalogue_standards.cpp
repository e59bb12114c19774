#include <set>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "io/catalogue_parts.hpp"

namespace nahraum::io {

using base::tr;

namespace {

/// `{m: 500}` or `{min: 10}`, with mark and source.
model::StandardLimit read_limit(const YAML::Node& node, const Sources& sources) {
  yaml::expect_keys(node, {"m", "min", "mark", "source"});
  model::StandardLimit limit;
  if (node["m"].IsDefined() == node["min"].IsDefined())
    yaml::refuse(node, tr("state “m” or “min”, one of them"));
  if (node["m"]) limit.metres = yaml::number(node["m"], 10, 100000);
  if (node["min"]) limit.minutes = yaml::number(node["min"], 0.5, 600);
  limit.evidence = read_evidence(node, sources);
  return limit;
}

model::Standard::Catalogue read_basis(const YAML::Node& node) {
  const auto word = yaml::text_or(node, "catalogue", "");
  if (word == "target") return model::Standard::Catalogue::target;
  if (word == "limit") return model::Standard::Catalogue::limit;
  if (!word.empty()) yaml::refuse(node["catalogue"], tr("“catalogue” is target or limit"));
  return model::Standard::Catalogue::no;
}

/// Of the same unit as the standard's limit, and nearer.
void read_good(const YAML::Node& node, const Sources& sources, model::Standard& standard) {
  if (!node["good"]) return;
  standard.good = read_limit(node["good"], sources);
  const auto& near = *standard.good;
  const auto& far = standard.everywhere;
  const bool nearer = far && near.metres.has_value() == far->metres.has_value() &&
                      near.metres.value_or(0) <= far->metres.value_or(0) &&
                      near.minutes.value_or(0) <= far->minutes.value_or(0);
  if (!nearer) {
    yaml::refuse(node["good"], tr("“good” is nearer than “everywhere”, and in the same unit"));
  }
}

model::Standard read_standard(const YAML::Node& node, const Sources& sources,
                              const model::Catalogue& catalogue) {
  yaml::expect_keys(
      node, {"id", "de", "en", "catalogue", "everywhere", "good", "types", "mark", "source"});
  model::Standard standard;
  standard.id = yaml::text(node, "id");
  standard.label = read_label(node);
  standard.evidence = read_evidence(node, sources);
  standard.from_catalogue = read_basis(node);
  if (node["everywhere"]) standard.everywhere = read_limit(node["everywhere"], sources);
  read_good(node, sources, standard);
  if (!node["types"]) return standard;
  for (const auto& [key, value] : yaml::entries(node["types"])) {
    const auto type = catalogue.type(key.as<std::string>());
    if (!type) {
      yaml::refuse(
          key, fmt::format(fmt::runtime(tr("unknown service type “{}”")), key.as<std::string>()));
    }
    standard.types[(*type)->id] = read_limit(value, sources);
  }
  return standard;
}

}  // namespace

void read_standards(const YAML::Node& root, model::Catalogue& catalogue) {
  yaml::expect_keys(root, {"sources", "standards"});
  const auto sources = read_sources(root);
  if (!sources.contains("D")) yaml::refuse(root, tr("“sources” needs “D”, the assumption"));
  std::set<std::string> ids;
  for (const auto& node : yaml::required(root, "standards")) {
    catalogue.standards.push_back(read_standard(node, sources, catalogue));
    const auto& id = catalogue.standards.back().id;
    if (!ids.insert(id).second)
      yaml::refuse(node, fmt::format(fmt::runtime(tr("“{}” is used twice")), id));
  }
}

}  // namespace nahraum::io
