#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "io/catalogue_parts.hpp"

namespace nahraum::io {

using base::tr;

namespace {

model::Group group_of(char letter, const YAML::Node& node) {
  for (int i = 0; i < model::group_count; ++i) {
    const auto group = static_cast<model::Group>(i);
    if (model::letter_of(group) == letter) return group;
  }
  yaml::refuse(node,
               fmt::format(fmt::runtime(tr("“{}” is no group: one of W N G P M B F O")), letter));
}

void read_groups(const YAML::Node& node, model::Catalogue& catalogue) {
  yaml::expect_keys(node, {"W", "N", "G", "P", "M", "B", "F", "O"});
  if (node.size() != model::group_count) yaml::refuse(node, tr("all eight groups are needed"));
  for (const auto& [key, value] : yaml::entries(node)) {
    yaml::expect_keys(value, {"name", "de", "en", "colour", "shape"});
    auto& style = catalogue.groups[static_cast<int>(group_of(key.Scalar()[0], key))];
    style = {read_label(value), yaml::text(value, "colour"), yaml::text(value, "shape")};
    if (style.colour.size() != 7 || style.colour[0] != '#') {
      yaml::refuse(value, tr("the colour must look like #0A5EA8"));
    }
  }
}

std::vector<model::Sector> read_sectors(const YAML::Node& node) {
  static const std::vector<std::string> names{"unknown", "state", "market", "nonprofit",
                                              "informal"};
  std::vector<model::Sector> sectors;
  for (const auto& name : yaml::texts(node)) {
    const auto at = std::find(names.begin(), names.end(), name);
    if (at == names.end())
      yaml::refuse(node, fmt::format(fmt::runtime(tr("unknown sector “{}”")), name));
    sectors.push_back(static_cast<model::Sector>(at - names.begin()));
  }
  return sectors;
}

model::TagFilter::Clause read_clause(const YAML::Node& node) {
  yaml::expect_keys(node, {"all_of", "geometry", "area_from", "area_below", "check"});
  model::TagFilter::Clause clause;
  for (const auto& test : yaml::required(node, "all_of"))
    clause.all_of.push_back(read_tag_test(test));
  if (clause.all_of.empty()) yaml::refuse(node, tr("“all_of” needs at least one test"));
  clause.geometry = yaml::text_or(node, "geometry", "");
  if (!clause.geometry.empty() && clause.geometry != "area" && clause.geometry != "point") {
    yaml::refuse(node, tr("the geometry is “area” or “point”"));
  }
  if (node["area_from"]) clause.min_area_m2 = yaml::number(node["area_from"], 0, 1e9);
  if (node["area_below"]) clause.max_area_m2 = yaml::number(node["area_below"], 0, 1e9);
  if (node["check"]) clause.check = read_label(node["check"]);
  return clause;
}

model::TagFilter read_filter(const YAML::Node& node) {
  model::TagFilter filter;
  if (!node) return filter;
  yaml::expect_keys(node, {"any_of"});
  for (const auto& clause : yaml::required(node, "any_of")) {
    filter.any_of.push_back(read_clause(clause));
  }
  return filter;
}

std::optional<double> read_metres(const YAML::Node& node, const Sources& sources,
                                  model::Sourced& evidence) {
  if (!node) return {};
  evidence = read_evidence(node, sources);
  if (!node.IsMap()) return yaml::number(node, 1, 100000);
  yaml::expect_keys(node, {"m", "mark", "source"});
  return yaml::number(yaml::required(node, "m"), 1, 100000);
}

/// What is printed beside the two numbers: both sources, and the weaker mark.
model::Sourced joined(const model::ServiceType& type) {
  if (!type.target_m) return type.limit_evidence;
  if (!type.limit_m) return type.target_evidence;
  const auto& target = type.target_evidence;
  const auto& limit = type.limit_evidence;
  if (target.source == limit.source) return {std::max(target.mark, limit.mark), target.source};
  return {std::max(target.mark, limit.mark),
          fmt::format("Soll: {}; Max: {}", target.source, limit.source)};
}

void read_thresholds(const YAML::Node& node, const Sources& sources, model::ServiceType& type) {
  type.target_m = read_metres(node["target"], sources, type.target_evidence);
  type.limit_m = read_metres(node["limit"], sources, type.limit_evidence);
  if (type.target_m && type.limit_m && *type.target_m > *type.limit_m) {
    yaml::refuse(node, tr("the target is larger than the limit"));
  }
  type.thresholds = joined(type);
}

model::ServiceType read_type(const YAML::Node& node, const Sources& sources) {
  yaml::expect_keys(
      node, {"id", "alias", "de", "en", "core", "target", "limit", "sectors", "filter", "symbol",
             "note", "also", "comes_to_you", "network_attribute"});
  model::ServiceType type;
  type.id = yaml::text(node, "id");
  type.alias = yaml::text(node, "alias");
  type.label = read_label(node);
  type.also = yaml::texts(node["also"]);
  type.group = group_of(type.id[0], node);
  type.filter = read_filter(node["filter"]);
  type.local_only = type.filter.any_of.empty();
  read_thresholds(node, sources, type);
  type.sectors = read_sectors(node["sectors"]);
  type.symbol = yaml::text_or(node, "symbol", type.alias);
  type.core = yaml::flag(node, "core");
  type.comes_to_you = yaml::flag(node, "comes_to_you");
  type.network_attribute = yaml::flag(node, "network_attribute");
  if (const auto note = node["note"]) {
    type.note_de = yaml::text(note, "de");
    type.note_en = yaml::text(note, "en");
  }
  return type;
}

/// "!~", "!=", "~", "=" or ">": the longest operator at the first place where one stands.
std::pair<std::size_t, std::string> find_operator(const std::string& test) {
  const auto at = test.find_first_of("!~=>");
  if (at == std::string::npos) return {at, ""};
  return {at, test[at] == '!' ? test.substr(at, 2) : test.substr(at, 1)};
}

}  // namespace

model::TagTest read_tag_test(const YAML::Node& node) {
  const auto text = node.IsScalar() ? node.Scalar() : std::string();
  const auto [at, op] = find_operator(text);
  const auto value = op.empty() ? std::string() : text.substr(at + op.size());
  if (op.empty() || at == 0 || value.empty() || op == "!") {
    yaml::refuse(node,
                 fmt::format(fmt::runtime(tr("“{}” is no test such as amenity=pharmacy")), text));
  }
  model::TagTest test;
  test.key = text.substr(0, at);
  test.negated = op[0] == '!';
  test.contains = op.back() == '~';
  if (op == ">") {
    test.above = base::parse_number(value, false);
    if (!test.above) yaml::refuse(node, tr("a number is expected after “>”"));
  } else if (value != "*") {
    test.values = base::split(value, '|');
  }
  return test;
}

void read_services(const YAML::Node& root, model::Catalogue& catalogue) {
  yaml::expect_keys(root, {"edition", "sources", "groups", "types"});
  catalogue.edition = yaml::text(root, "edition");
  const auto sources = read_sources(root);
  if (!sources.contains("D")) yaml::refuse(root, tr("“sources” needs “D”, the assumption"));
  read_groups(yaml::required(root, "groups"), catalogue);
  std::set<std::string> names;
  for (const auto& node : yaml::required(root, "types")) {
    const auto type = read_type(node, sources);
    for (const auto& name : {type.id, type.alias}) {
      if (!names.insert(base::fold_case(name)).second) {
        yaml::refuse(node, fmt::format(fmt::runtime(tr("“{}” is used twice")), name));
      }
    }
    catalogue.types.push_back(type);
  }
}

}  // namespace nahraum::io
