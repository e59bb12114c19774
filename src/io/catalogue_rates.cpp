#include "io/catalogue_rates.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "io/catalogue_parts.hpp"

namespace nahraum::io {

using base::tr;

namespace {

constexpr double sum_tolerance = 0.002;  ///< shares are printed with rounded decimals

double percent(const YAML::Node& node, const char* key) {
  return yaml::number(yaml::required(node, key), 0, 100) / 100;
}

int age(const YAML::Node& node) {
  const double years = yaml::number(node, 0, 130);
  if (years != static_cast<int>(years)) yaml::refuse(node, tr("ages are whole years"));
  return static_cast<int>(years);
}

model::AgeSpan read_ages(const YAML::Node& node) {
  model::AgeSpan ages{age(yaml::required(node, "from")), {}};
  if (node["below"]) ages.below = age(node["below"]);
  if (ages.below && *ages.below <= ages.from) yaml::refuse(node, tr("“below” is not above “from”"));
  return ages;
}

/// The entries of `groups`: one after the other without gap or overlap, the last one open.
std::vector<YAML::Node> chain(const YAML::Node& root) {
  const auto list = yaml::required(root, "groups");
  if (!list.IsSequence() || list.size() == 0)
    yaml::refuse(list, tr("a list of age groups is expected"));
  std::vector<YAML::Node> groups;
  std::optional<int> next;
  for (const auto& node : list) {
    const auto ages = read_ages(node);
    const bool follows = groups.empty() || next == ages.from;
    if (!follows) yaml::refuse(node, tr("the age groups overlap or leave a gap"));
    next = ages.below;
    groups.push_back(node);
  }
  if (next) yaml::refuse(list, tr("the last age group must be open"));
  return groups;
}

std::vector<model::Rates::BySex> read_by_sex(const YAML::Node& root, double most, double unit) {
  std::vector<model::Rates::BySex> groups;
  for (const auto& node : chain(root)) {
    yaml::expect_keys(node, {"from", "below", "men", "women"});
    groups.push_back({read_ages(node), yaml::number(yaml::required(node, "men"), 0, most) * unit,
                      yaml::number(yaml::required(node, "women"), 0, most) * unit});
  }
  return groups;
}

/// Reads one part after the other into the rates.
class Reader {
 public:
  Reader(const YAML::Node& root, model::Rates& rates)
      : root_(root), sources_(read_sources(root)), rates_(rates) {
    if (!sources_.contains("D")) yaml::refuse(root, tr("“sources” needs “D”, the assumption"));
  }

  void read() {
    yaml::expect_keys(root_, {"stand", "sources", "care_need", "care_settings", "dementia",
                              "basic_security", "living_alone", "no_step_free_access", "survival",
                              "net_migration", "reference_pyramid", "references", "basket"});
    rates_.stand = yaml::text(root_, "stand");
    read_care();
    read_settings();
    const auto dementia = part("dementia", {"groups"});
    rates_.dementia = read_by_sex(dementia, 100, 0.01);
    rates_.dementia_evidence = evidence(dementia);
    read_shares();
    read_survival();
    read_migration();
    read_pyramid();
    for (const auto& node : yaml::required(root_, "references"))
      read_reference(node);
    read_basket();
  }

 private:
  YAML::Node part(const char* key, std::initializer_list<std::string_view> own) const {
    const auto node = yaml::required(root_, key);
    std::vector<std::string_view> allowed{"mark", "source"};
    allowed.insert(allowed.end(), own);
    for (const auto& [name, value] : yaml::entries(node)) {
      const auto text = name.as<std::string>();
      if (std::find(allowed.begin(), allowed.end(), text) == allowed.end()) {
        yaml::refuse(name, fmt::format(fmt::runtime(tr("unknown key “{}”")), text));
      }
    }
    return node;
  }
  model::Sourced evidence(const YAML::Node& node) const { return read_evidence(node, sources_); }

  void read_care() {
    const auto node = part("care_need", {"low_year", "high_year", "groups"});
    rates_.care_evidence = evidence(node);
    rates_.care_low_year =
        static_cast<int>(yaml::number(yaml::required(node, "low_year"), 1990, 2100));
    rates_.care_high_year =
        static_cast<int>(yaml::number(yaml::required(node, "high_year"), 1990, 2100));
    for (const auto& group : chain(node)) {
      yaml::expect_keys(group, {"from", "below", "low", "high", "men", "women", "mark", "source"});
      model::Rates::Care care{read_ages(group),
                              percent(group, "low"),
                              percent(group, "high"),
                              yaml::number(yaml::required(group, "men"), 0.1, 3),
                              yaml::number(yaml::required(group, "women"), 0.1, 3),
                              evidence(group)};
      if (care.high < care.low) yaml::refuse(group, tr("“high” is below “low”"));
      if (care.high * std::max(care.men, care.women) > 1) {
        yaml::refuse(group, tr("the rate times the factor of a sex is above 100 %"));
      }
      rates_.care.push_back(std::move(care));
    }
  }

  void read_settings() {
    const auto node = part("care_settings", {"groups"});
    rates_.settings_evidence = evidence(node);
    for (const auto& group : chain(node)) {
      yaml::expect_keys(group, {"from", "below", "allowance", "home_care", "residential"});
      rates_.settings.push_back({read_ages(group), percent(group, "allowance"),
                                 percent(group, "home_care"), percent(group, "residential")});
      const auto& last = rates_.settings.back();
      const double sum = last.allowance + last.home_care + last.residential;
      if (std::abs(sum - 1) > sum_tolerance) {
        yaml::refuse(
            group,
            fmt::format(fmt::runtime(tr("the shares add up to {:.1f} %, not 100 %")), sum * 100));
      }
    }
  }

  void read_shares() {
    const auto security = part("basic_security", {"women", "men"});
    rates_.basic_security = {{65, {}}, percent(security, "men"), percent(security, "women")};
    rates_.basic_security_evidence = evidence(security);
    const auto alone = part("living_alone", {"share"});
    rates_.living_alone = percent(alone, "share");
    rates_.living_alone_evidence = evidence(alone);
    const auto steps = part("no_step_free_access", {"share"});
    rates_.no_step_free_access = percent(steps, "share");
    rates_.no_step_free_evidence = evidence(steps);
  }

  void read_survival() {
    const auto node = part("survival", {"mortality_uncertainty", "groups"});
    rates_.survival = read_by_sex(node, 100, 0.01);
    if (rates_.survival.front().ages.from != 0) {
      yaml::refuse(node, tr("survival must begin at birth"));
    }
    rates_.mortality_uncertainty = percent(node, "mortality_uncertainty");
    rates_.survival_evidence = evidence(node);
  }

  void read_migration() {
    const auto node = part("net_migration", {"groups"});
    rates_.migration_evidence = evidence(node);
    for (const auto& group : yaml::required(node, "groups")) {
      yaml::expect_keys(group, {"from", "below", "per_1000"});
      const double share = yaml::number(yaml::required(group, "per_1000"), -900, 900) / 1000;
      rates_.net_migration.push_back({read_ages(group), share, share});
    }
  }

  void read_pyramid() {
    const auto node = part("reference_pyramid", {"groups"});
    rates_.pyramid = read_by_sex(node, 1e7, 1000);
    rates_.pyramid_evidence = evidence(node);
    for (std::size_t i = 0; i < rates_.pyramid.size(); ++i) {
      const bool fits = rates_.pyramid[i].ages.from == static_cast<int>(5 * i);
      if (!fits) yaml::refuse(node, tr("the pyramid must be in groups of five years"));
    }
    if (rates_.pyramid.size() != 19)
      yaml::refuse(node, tr("the pyramid must end with 90 and over"));
  }

  void read_reference(const YAML::Node& node) {
    yaml::expect_keys(node, {"id", "de", "en", "date", "mark", "source", "groups"});
    model::Rates::Reference reference{
        yaml::text(node, "id"), read_label(node), yaml::text(node, "date"), {}, evidence(node)};
    for (const auto& group : chain(node)) {
      yaml::expect_keys(group, {"from", "below", "persons"});
      const auto ages = read_ages(group);
      const double persons = yaml::number(yaml::required(group, "persons"), 0, 1e6) * 1000;
      reference.ages.push_back(
          {ages.from, ages.below, model::Sex::both, static_cast<int>(persons)});
    }
    for (const auto& known : rates_.references) {
      if (known.id == reference.id) {
        yaml::refuse(node, fmt::format(fmt::runtime(tr("the key “{}” appears twice")), known.id));
      }
    }
    rates_.references.push_back(std::move(reference));
  }

  void read_basket() {
    const auto node = part("basket", {"other", "weights"});
    rates_.basket_evidence = evidence(node);
    rates_.basket_other = yaml::number(yaml::required(node, "other"), 0, 1000);
    for (const auto& [key, value] : yaml::entries(yaml::required(node, "weights"))) {
      rates_.basket_weights[key.as<std::string>()] = yaml::number(value, 0, 1000);
    }
  }

  const YAML::Node& root_;
  Sources sources_;
  model::Rates& rates_;
};

}  // namespace

base::Result<model::Rates> read_rates(const std::filesystem::path& file) {
  model::Rates rates;
  const auto done = read_yaml(file, [&](const YAML::Node& root) { Reader(root, rates).read(); });
  if (!done) return tl::unexpected(done.error());
  return rates;
}

}  // namespace nahraum::io
