#include "app/survey_report.hpp"

#include <map>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "model/disclosure.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using Type = io::Column::Type;

/// Facts on one way share most of their people: exact numbers would tell small ones by subtraction.
long rounded(long count, int min_count) {
  return count < 0 ? count : count / min_count * min_count;
}

io::Value shown(long count, int min_count) {
  if (count < 0 || !model::may_show(count, min_count)) return {};
  return std::int64_t{rounded(count, min_count)};
}

}  // namespace

std::string key_name(const std::string& key) {
  static const std::map<std::string, const char*> names{{"surface", base::tr_noop("surface")},
                                                        {"width", base::tr_noop("width")},
                                                        {"access", base::tr_noop("access")},
                                                        {"kerb", base::tr_noop("kerb")}};
  const auto found = names.find(key);
  return found == names.end() ? key : tr(found->second);
}

io::FeatureTable survey_table(const std::vector<analysis::MissingFact>& facts,
                              const model::Project& project, int min_count) {
  io::FeatureTable table{"survey",
                         project.info.epsg,
                         model::attribution(project),
                         {{Type::integer, "rank"},
                          {Type::text, "osm"},
                          {Type::text, "key"},
                          {Type::text, "street"},
                          {Type::integer, "homes"},
                          {Type::integer, "residents"},
                          {Type::integer, "residents_65"},
                          {Type::integer, "residents_80"}},
                         {}};
  for (std::size_t i = 0; i < facts.size(); ++i) {
    const auto& fact = facts[i];
    table.rows.push_back({{static_cast<std::int64_t>(i + 1), model::to_text(fact.osm), fact.key,
                           fact.name, std::int64_t{fact.homes}, shown(fact.all, min_count),
                           shown(fact.age_65, min_count), shown(fact.age_80, min_count)},
                          fact.at});
  }
  return table;
}

std::vector<std::string> survey_lines(const std::vector<analysis::MissingFact>& facts,
                                      int min_count, std::size_t most) {
  std::vector<std::string> lines;
  for (std::size_t i = 0; i < facts.size() && i < most; ++i) {
    const auto& fact = facts[i];
    const auto persons = fact.all < 0
                             ? std::nullopt
                             : std::optional<int>(static_cast<int>(
                                   fact.all < min_count ? fact.all : rounded(fact.all, min_count)));
    lines.push_back(fmt::format(
        fmt::runtime(base::tr_n("{0}. {1}: {2} ({3}), decides for {4} people in {5} building",
                                "{0}. {1}: {2} ({3}), decides for {4} people in {5} buildings",
                                static_cast<unsigned long>(fact.homes))),
        i + 1, key_name(fact.key), fact.name.empty() ? tr("unnamed way") : fact.name,
        model::to_text(fact.osm), model::count_text(persons, min_count, base::language()),
        fact.homes));
  }
  return lines;
}

}  // namespace nahraum::app
