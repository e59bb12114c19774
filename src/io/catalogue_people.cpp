#include "base/translate.hpp"
#include "io/catalogue_parts.hpp"
#include "io/project_words.hpp"

namespace nahraum::io {

using base::tr;

namespace {

std::map<std::string, double> read_numbers(const YAML::Node& node, double most) {
  std::map<std::string, double> numbers;
  for (const auto& [key, value] : yaml::entries(node)) {
    numbers[key.as<std::string>()] = yaml::number(value, 0, most);
  }
  return numbers;
}

model::PeopleRules::Value read_value(const YAML::Node& root, const char* key, double least,
                                     double most, const Sources& sources) {
  const auto node = yaml::required(root, key);
  yaml::expect_keys(node, {"value", "mark", "source"});
  return {yaml::number(yaml::required(node, "value"), least, most), read_evidence(node, sources)};
}

/// Kinds of land as the project file names them.
std::vector<std::string> read_lands(const YAML::Node& node) {
  auto lands = yaml::texts(node);
  for (const auto& land : lands) {
    if (!area_words.from(land)) yaml::refuse(node, tr("unknown kind of land: ") + land);
  }
  return lands;
}

}  // namespace

void read_people(const YAML::Node& root, model::Catalogue& catalogue) {
  yaml::expect_keys(root, {"sources",
                           "residential_share",
                           "unclear_kinds",
                           "no_homes_on",
                           "no_unaddressed_homes_on",
                           "min_footprint_m2",
                           "min_unaddressed_m2",
                           "max_unaddressed_m2",
                           "usable_share",
                           "metres_per_floor",
                           "default_floors",
                           "other_floors",
                           "area_per_person",
                           "area_per_dwelling",
                           "single_dwelling_up_to_m2",
                           "share_65",
                           "share_80",
                           "care_home_share_65",
                           "care_home_share_80",
                           "min_count"});
  const auto sources = read_sources(root);
  if (!sources.contains("D")) yaml::refuse(root, tr("“sources” needs “D”, the assumption"));
  const auto value = [&](const char* key, double least, double most) {
    return read_value(root, key, least, most, sources);
  };
  auto& rules = catalogue.people;
  rules.residential_share = read_numbers(yaml::required(root, "residential_share"), 1);
  rules.unclear_kinds = yaml::texts(root["unclear_kinds"]);
  rules.no_homes_on = read_lands(root["no_homes_on"]);
  rules.no_unaddressed_homes_on = read_lands(root["no_unaddressed_homes_on"]);
  rules.min_footprint_m2 = value("min_footprint_m2", 0, 1000).value;
  rules.min_unaddressed_m2 = value("min_unaddressed_m2", 0, 1000).value;
  rules.max_unaddressed_m2 = value("max_unaddressed_m2", 0, 100000).value;
  rules.usable_share = value("usable_share", 0.1, 1).value;
  rules.metres_per_floor = value("metres_per_floor", 2, 6).value;
  rules.default_floors = read_numbers(yaml::required(root, "default_floors"), 60);
  rules.other_floors = yaml::number(yaml::required(root, "other_floors"), 0.5, 60);
  rules.area_per_person = value("area_per_person", 5, 500);
  rules.area_per_dwelling = value("area_per_dwelling", 10, 1000);
  rules.single_dwelling_up_to_m2 =
      read_numbers(yaml::required(root, "single_dwelling_up_to_m2"), 5000);
  rules.share_65 = value("share_65", 0, 1);
  rules.share_80 = value("share_80", 0, rules.share_65.value);
  rules.care_home_share_65 = value("care_home_share_65", 0, 1);
  rules.care_home_share_80 = value("care_home_share_80", 0, rules.care_home_share_65.value);
  rules.min_count = static_cast<int>(value("min_count", 1, 100).value);
}

}  // namespace nahraum::io
