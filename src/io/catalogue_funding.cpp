#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/days.hpp"
#include "base/translate.hpp"
#include "io/catalogue_parts.hpp"

namespace nahraum::io {

using base::tr;

namespace {

constexpr std::array<std::string_view, 4> cost_types{"personnel", "material", "investment",
                                                     "overhead"};

std::optional<double> optional_number(const YAML::Node& node, const char* key, double most) {
  if (!node[key]) return std::nullopt;
  return yaml::number(node[key], 0, most);
}

std::optional<int> optional_year(const YAML::Node& node, const char* key) {
  if (!node[key]) return std::nullopt;
  return static_cast<int>(yaml::number(node[key], 1990, 2199));
}

/// "2025-11-27", or "2023" where only the year is known.
std::string read_day(const YAML::Node& node, const char* key) {
  auto day = yaml::text_or(node, key, "");
  const bool year = day.size() == 4 && base::day_of(day + "-01-01");
  if (!day.empty() && !year && !base::day_of(day))
    yaml::refuse(node[key], fmt::format(fmt::runtime(tr("“{}” is no date like 2026-11-22")), day));
  return day;
}

std::vector<std::string> read_eligible(const YAML::Node& node) {
  auto types = yaml::texts(node["eligible"]);
  for (const auto& type : types) {
    if (std::find(cost_types.begin(), cost_types.end(), type) == cost_types.end())
      yaml::refuse(node["eligible"], fmt::format(fmt::runtime(tr("unknown cost type “{}”")), type));
  }
  return types;
}

model::Label label_under(const YAML::Node& node, const char* key) {
  const auto label = yaml::required(node, key);
  yaml::expect_keys(label, {"de", "en"});
  return read_label(label);
}

model::Programme read_programme(const YAML::Node& node, const Sources& sources) {
  yaml::expect_keys(
      node, {"id", "de", "en", "who", "terms", "duration", "own", "rate", "cap", "cap_in_all",
             "own_share", "from", "to", "eligible", "closed", "link", "stand", "mark", "source"});
  model::Programme programme;
  programme.id = yaml::text(node, "id");
  programme.label = read_label(node);
  programme.who = label_under(node, "who");
  programme.terms = label_under(node, "terms");
  programme.duration = label_under(node, "duration");
  programme.own = node["own"] && yaml::flag(node, "own");
  programme.rate = optional_number(node, "rate", 100);
  programme.cap = optional_number(node, "cap", 1e9);
  programme.cap_in_all = optional_number(node, "cap_in_all", 1e9);
  programme.own_share = optional_number(node, "own_share", 100);
  programme.from = optional_year(node, "from");
  programme.to = optional_year(node, "to");
  programme.eligible = read_eligible(node);
  programme.closed = read_day(node, "closed");
  programme.link = yaml::text_or(node, "link", "");
  programme.stand = read_day(node, "stand");
  programme.evidence = read_evidence(node, sources);
  return programme;
}

}  // namespace

void read_funding(const YAML::Node& root, model::Catalogue& catalogue) {
  yaml::expect_keys(root, {"sources", "programmes"});
  const auto sources = read_sources(root);
  if (!sources.contains("D")) yaml::refuse(root, tr("“sources” needs “D”, the assumption"));
  for (const auto& node : yaml::required(root, "programmes")) {
    auto programme = read_programme(node, sources);
    if (programme.stand.empty())
      yaml::refuse(node, tr("a programme needs “stand”, the date of what is known about it"));
    if (programme.from && programme.to && *programme.to < *programme.from)
      yaml::refuse(node, tr("“to” is before “from”"));
    for (const auto& known : catalogue.programmes) {
      if (known.id == programme.id)
        yaml::refuse(node, fmt::format(fmt::runtime(tr("the key “{}” appears twice")), known.id));
    }
    catalogue.programmes.push_back(std::move(programme));
  }
}

}  // namespace nahraum::io
