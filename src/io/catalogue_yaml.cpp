#include "io/catalogue_yaml.hpp"

#include <fmt/format.h>

#include "base/translate.hpp"
#include "io/catalogue_parts.hpp"

namespace nahraum::io {

using base::tr;

Sources read_sources(const YAML::Node& root) {
  Sources sources;
  for (const auto& [key, value] : yaml::entries(yaml::required(root, "sources"))) {
    if (!sources.emplace(key.as<std::string>(), value.as<std::string>()).second) {
      yaml::refuse(
          key, fmt::format(fmt::runtime(tr("the key “{}” appears twice")), key.as<std::string>()));
    }
  }
  return sources;
}

namespace {

model::Mark read_mark(const YAML::Node& node) {
  const auto text = yaml::text_or(node, "mark", "D");
  if (text == "V") return model::Mark::verified;
  if (text == "K") return model::Mark::literature;
  if (text != "D")
    yaml::refuse(node, fmt::format(fmt::runtime(tr("the mark “{}” is none of V, K, D")), text));
  return model::Mark::assumption;
}

}  // namespace

model::Sourced read_evidence(const YAML::Node& node, const Sources& sources) {
  const auto assumed = sources.find("D");
  model::Sourced evidence{model::Mark::assumption, assumed->second};
  if (!node.IsMap()) return evidence;
  evidence.mark = read_mark(node);
  const auto name = yaml::text_or(node, "source", "D");
  const auto known = sources.find(name);
  // A source may also be written out where it is used once.
  if (known == sources.end() && name.size() < 8) {
    yaml::refuse(node, fmt::format(fmt::runtime(tr("unknown source “{}”")), name));
  }
  evidence.source = known == sources.end() ? name : known->second;
  return evidence;
}

model::Label read_label(const YAML::Node& node) {
  return {yaml::text(node, "de"), yaml::text(node, "en")};
}

base::Result<model::Catalogue> read_catalogue(const std::filesystem::path& folder) {
  model::Catalogue catalogue;
  const auto part = [&](const char* name, void (*read)(const YAML::Node&, model::Catalogue&)) {
    return read_yaml(folder / name, [&](const YAML::Node& root) { read(root, catalogue); });
  };
  auto done = part("services.yaml", read_services);
  if (done) done = part("profiles.yaml", read_profiles);
  if (done) done = part("people.yaml", read_people);
  if (done) done = part("standards.yaml", read_standards);
  if (done) done = part("capacity.yaml", read_capacity);
  if (done) done = part("rests.yaml", read_rests);
  if (done) done = part("funding.yaml", read_funding);
  if (!done) return tl::unexpected(done.error());
  return catalogue;
}

}  // namespace nahraum::io
