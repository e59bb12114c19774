#include "io/catalogue_hours.hpp"

#include "base/translate.hpp"
#include "io/catalogue_parts.hpp"

namespace nahraum::io {
namespace {

void read_rules(const YAML::Node& root, model::HoursRules& rules) {
  constexpr double hours_of_week = 7 * 24;
  yaml::expect_keys(root, {"sources", "classes"});
  const auto sources = read_sources(root);
  const auto classes = yaml::required(root, "classes");
  yaml::expect_keys(classes, {"breaks_h", "mark", "source"});
  rules.evidence = read_evidence(classes, sources);
  rules.breaks_h.clear();
  const auto breaks = yaml::required(classes, "breaks_h");
  if (!breaks.IsSequence() || breaks.size() == 0) {
    yaml::refuse(classes, base::tr("“breaks_h” must be a list of hours"));
  }
  for (const auto& node : breaks) {
    const double least = rules.breaks_h.empty() ? 0.5 : rules.breaks_h.back() + 0.5;
    rules.breaks_h.push_back(yaml::number(node, least, hours_of_week));
  }
}

}  // namespace

base::Result<model::HoursRules> read_hours_rules(const std::filesystem::path& file) {
  model::HoursRules rules;
  const auto done = read_yaml(file, [&](const YAML::Node& root) { read_rules(root, rules); });
  if (!done) return tl::unexpected(done.error());
  return rules;
}

}  // namespace nahraum::io
