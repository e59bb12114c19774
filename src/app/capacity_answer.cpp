#include "app/capacity_answer.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "model/disclosure.hpp"
#include "model/disclosure_tables.hpp"

namespace nahraum::app {
namespace {

using analysis::CapacityBasis;
using base::tr;

const std::string& pick(const model::Label& label) {
  return base::language() == base::Language::german ? label.de : label.en;
}

std::string number(double value, int decimals) {
  return base::format_number(value, decimals, base::language());
}

// ---- what may be shown --------------------------------------------------------------------------

/// Homes of the district, and those of them that are counted as in reach: the headline's people.
struct DistrictSets {
  std::vector<std::uint32_t> all, in_reach;

  explicit DistrictSets(const CapacityAnswer& answer) {
    for (std::uint32_t i = 0; i < answer.result.homes.size(); ++i) {
      if (!answer.project().homes[i].in_district) continue;
      const auto& home = answer.result.homes[i];
      all.push_back(i);
      if (home.status == analysis::Status::ok && home.in_reach > 0) in_reach.push_back(i);
    }
  }
};

std::vector<bool> shown_services(const CapacityAnswer& answer, int min_count) {
  std::vector<int> persons;
  persons.reserve(answer.project().homes.size());
  for (const auto& home : answer.project().homes)
    persons.push_back(std::max(0, (home.residents.*answer.result.question.group).value_or(0)));
  std::vector<std::vector<std::uint32_t>> sets;
  sets.reserve(answer.result.services.size());
  for (const auto& load : answer.result.services)
    sets.push_back(load.homes);
  const DistrictSets district(answer);
  std::vector<std::vector<std::uint32_t>> shown_anyway{district.all};
  if (answer.shown.in_reach) shown_anyway.push_back(district.in_reach);
  return model::may_show_sets(sets, shown_anyway, persons, min_count);
}

/// What a home can draw tells how many a service has to carry.
std::vector<bool> shown_homes(const CapacityAnswer& answer) {
  std::vector<bool> shown(answer.project().homes.size(), true);
  if (!answer.per_person()) return shown;
  for (std::size_t s = 0; s < answer.result.services.size(); ++s) {
    if (answer.shown.services[s]) continue;
    for (const auto home : answer.result.services[s].homes)
      shown[home] = false;
  }
  return shown;
}

std::vector<std::vector<bool>> shown_areas(const CapacityAnswer& answer, int min_count) {
  std::vector<std::vector<long>> rows;
  rows.reserve(answer.by_area.size());
  for (const auto& area : answer.by_area)
    rows.push_back({area.persons, area.in_reach, area.unknown_in_reach, area.none_in_reach,
                    area.not_assessable});
  return model::may_show_table(rows, min_count);
}

void fill_shown(CapacityAnswer& answer) {
  const int min_count = answer.catalogue->people.min_count;
  const auto& totals = answer.result.totals;
  const auto parts = model::may_show_parts(
      {totals.in_reach, totals.unknown_in_reach, totals.none_in_reach, totals.not_assessable},
      min_count);
  answer.shown.persons = model::may_show(totals.persons, min_count);
  answer.shown.in_reach = parts[0];
  answer.shown.unknown_in_reach = parts[1];
  answer.shown.none_in_reach = parts[2];
  answer.shown.not_assessable = parts[3];
  answer.shown.services = shown_services(answer, min_count);
  answer.shown.homes = shown_homes(answer);
  answer.shown.areas = shown_areas(answer, min_count);
}

// ---- the card -----------------------------------------------------------------------------------

std::string decay_text(const model::Decay& decay) {
  using Kind = model::Decay::Kind;
  const auto& name = pick(decay.label);
  std::string values;
  for (const double weight : decay.zones)
    values += (values.empty() ? "" : "; ") + number(weight, 2);
  if (decay.kind == Kind::zones) return name + ": " + values;
  if (decay.kind == Kind::equal || decay.kind == Kind::gauss) return name;
  const auto scale =
      decay.scale_is_time ? number(decay.scale, 0) + " s" : number(decay.scale, 0) + " m";
  const auto exponent = decay.kind == Kind::power ? ", α = " + number(decay.exponent, 1) : "";
  return name + ": " + scale + exponent;
}

std::string group_text(scene::AgeGroup group) {
  return fmt::format(fmt::runtime(tr("{}; people in the rim around the district compete for "
                                     "capacity, but only the district is reported")),
                     scene::short_name(group));
}

std::string capacities_text(const CapacityAnswer& answer) {
  std::string text;
  const auto add = [&](CapacityBasis basis, const char* form) {
    const auto& services = answer.result.services;
    const auto count = std::count_if(services.begin(), services.end(),
                                     [&](const auto& load) { return load.place.basis == basis; });
    if (count > 0) text += (text.empty() ? "" : "; ") + fmt::format(fmt::runtime(form), count);
  };
  add(CapacityBasis::stated, tr("stated by {}"));
  add(CapacityBasis::counted, tr("each counted as one: {}"));
  add(CapacityBasis::each_one, tr("stated by none, each counted as one: {}"));
  add(CapacityBasis::assumed, tr("assumed for {}"));
  add(CapacityBasis::unknown, tr("unknown and left out: {}"));
  add(CapacityBasis::unusable, tr("0 or negative and left out: {}"));
  return text.empty() ? tr("no service") : text;
}

/// What the type's own limit rests on: its target or its maximum, whichever was taken.
std::string limit_evidence(const CapacityAnswer& answer) {
  if (answer.limit_given) return "";
  const auto& limit = answer.result.question.limit;
  const bool stated = answer.type->target_m || answer.type->limit_m;
  if (!stated) return scene::mark_name(model::Mark::assumption);
  const bool target = answer.type->target_m && limit.value == *answer.type->target_m;
  return scene::evidence_text(target ? answer.type->target_evidence : answer.type->limit_evidence);
}

bool rests_on_assumption(const CapacityAnswer& answer) {
  return std::any_of(answer.result.services.begin(), answer.result.services.end(),
                     [](const auto& load) {
                       return load.place.basis != CapacityBasis::stated && load.place.capacity > 0;
                     });
}

}  // namespace

bool CapacityAnswer::per_person() const {
  return method->method != model::AccessMethod::gravity &&
         method->method != model::AccessMethod::opportunities;
}

std::optional<double> CapacityAnswer::mean_level() const {
  if (result.totals.in_reach == 0) return std::nullopt;
  return result.totals.share / static_cast<double>(result.totals.in_reach);
}

analysis::Figure figure_of(scene::AgeGroup group) {
  switch (group) {
    case scene::AgeGroup::age_80:
      return &model::Residents::age_80;
    case scene::AgeGroup::age_65:
      return &model::Residents::age_65;
    case scene::AgeGroup::all:
      break;
  }
  return &model::Residents::all;
}

base::Result<CapacityAnswer> answer_capacity(CapacityAnswer asked,
                                             const analysis::CapacityQuestion& question,
                                             jobs::Context& context) {
  auto answer = std::move(asked);
  const auto& district = *answer.district;
  auto result = analysis::capacity(district, question, context);
  if (!result) return tl::unexpected(result.error());
  answer.result = std::move(*result);
  answer.coverage = analysis::coverage(
      district, question.type, analysis::reach(district, question.type, context), question.limit);
  answer.areas = analysis::areas_of(*district.project);
  answer.by_area = analysis::capacity_by_area(district, answer.result, answer.areas);
  answer.holdings = analysis::holdings_of(district, answer.result);
  answer.lorenz = analysis::lorenz(answer.holdings);
  fill_shown(answer);
  return answer;
}

std::vector<scene::MethodLine> capacity_method(const CapacityAnswer& answer) {
  const auto& question = answer.result.question;
  return {{"method", tr("Method"), pick(answer.method->label),
           scene::evidence_text(answer.method->evidence)},
          {"decay", tr("Weight of the way"), decay_text(question.decay),
           scene::evidence_text(question.decay.evidence)},
          {"limit", tr("Limit"), scene::limit_name(question.limit), limit_evidence(answer)},
          {"group", tr("Demand"), group_text(answer.group), ""},
          {"capacities", tr("Capacities"), capacities_text(answer),
           rests_on_assumption(answer) ? scene::mark_name(model::Mark::assumption) : ""}};
}

}  // namespace nahraum::app
