#include "base/translate.hpp"
#include "io/catalogue_parts.hpp"

namespace nahraum::io {

using base::tr;

namespace {

model::RestRules::Kind read_kind(const YAML::Node& seats, const char* name,
                                 const Sources& sources) {
  const auto node = yaml::required(seats, name);
  yaml::expect_keys(node, {"counts", "mark", "source"});
  yaml::required(node, "counts");
  return {yaml::flag(node, "counts"), read_evidence(node, sources)};
}

model::RestRules::Value read_metres(const YAML::Node& root, const char* name, double least,
                                    double most, const Sources& sources) {
  const auto node = yaml::required(root, name);
  yaml::expect_keys(node, {"m", "mark", "source"});
  return {yaml::number(yaml::required(node, "m"), least, most), read_evidence(node, sources)};
}

}  // namespace

void read_rests(const YAML::Node& root, model::Catalogue& catalogue) {
  yaml::expect_keys(root, {"sources", "seats", "serves_within", "candidate_spacing"});
  const auto sources = read_sources(root);
  if (!sources.contains("D")) yaml::refuse(root, tr("“sources” needs “D”, the assumption"));
  const auto seats = yaml::required(root, "seats");
  yaml::expect_keys(seats, {"bench", "stop", "shelter", "square"});
  auto& rules = catalogue.rests;
  rules.bench = read_kind(seats, "bench", sources);
  rules.stop = read_kind(seats, "stop", sources);
  rules.shelter = read_kind(seats, "shelter", sources);
  rules.square = read_kind(seats, "square", sources);
  rules.serves_within = read_metres(root, "serves_within", 1, 100, sources);
  rules.candidate_spacing = read_metres(root, "candidate_spacing", 5, 500, sources);
}

}  // namespace nahraum::io
