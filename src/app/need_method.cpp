#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "app/method_report.hpp"
#include "app/need_report.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using base::tr;

template <class... Values>
std::string say(const char* form, const Values&... values) {
  return fmt::format(fmt::runtime(form), values...);
}

using Lines = std::vector<scene::MethodLine>;

void add_indicators(const NeedAnswer& answer, Lines& lines) {
  lines.push_back(
      {"indicators", tr("Indicators"),
       tr("Ratios of counts by age as published; ages inside a band of at most ten years "
          "are interpolated evenly and marked."),
       ""});
  lines.push_back({"reference", tr("Compared with"),
                   answer.reference.name +
                       (answer.reference.date.empty() ? "" : " (" + answer.reference.date + ")"),
                   answer.reference.evidence});
  if (answer.institutions == 0) return;
  std::string text = say(base::tr_n("{} home for the aged is kept apart: its places, with ages as "
                                    "those in need of residential care have.",
                                    "{} homes for the aged are kept apart: their places, with ages "
                                    "as those in need of residential care have.",
                                    static_cast<unsigned long>(answer.institutions)),
                         answer.institutions);
  if (answer.institutions_without_places > 0) {
    text += " " + say(tr("Places are unknown for {}: all residents of the building are taken."),
                      answer.institutions_without_places);
  }
  lines.push_back(
      {"institutions", tr("Homes for the aged"), text, scene::mark_name(model::Mark::assumption)});
}

void add_rates(const NeedAnswer& answer, Lines& lines) {
  const auto& rates = answer.rates;
  const auto add = [&](const char* key, const std::string& name, const std::string& value,
                       const model::Sourced& evidence) {
    lines.push_back({key, name, value, scene::evidence_text(evidence)});
  };
  add("care_need", tr("Need of care"),
      say(tr("expected from rates by age and sex, {0} to {1}"), rates.care_low_year,
          rates.care_high_year),
      rates.care_evidence);
  add("care_settings", tr("Place of care"), tr("shares by age"), rates.settings_evidence);
  add("dementia", tr("Dementia"), tr("expected from prevalence by age and sex, not diagnoses"),
      rates.dementia_evidence);
  add("basic_security", tr("Basic security"),
      tr("expected from the state's rates by sex for 66 and over, applied to 65 and over"),
      rates.basic_security_evidence);
  const bool counted =
      std::any_of(answer.district.need.estimates.begin(), answer.district.need.estimates.end(),
                  [](const auto& each) { return each.counted; });
  add("living_alone", tr("Living alone"),
      counted ? std::string(tr("counted by the source"))
              : say(tr("expected: {} % of those of 65 and over outside homes"),
                    base::format_number(rates.living_alone * 100, 0, base::language())),
      rates.living_alone_evidence);
  add("no_step_free_access", tr("Access to dwellings"),
      say(tr("expected: {} % of dwellings without low-barrier access; none is known from the data"),
          base::format_number(rates.no_step_free_access * 100, 0, base::language())),
      rates.no_step_free_evidence);
  if (answer.split_ages || answer.split_sexes) {
    add("split", tr("Ages and sexes"),
        answer.split_ages ? tr("wider bands are split into groups of five years, and unknown sexes "
                               "filled in, as in the reference pyramid")
                          : tr("unknown sexes are filled in as in the reference pyramid"),
        rates.pyramid_evidence);
  }
  lines.push_back({"rates", tr("Rates"),
                   say(tr("as of {}"), base::format_date(rates.stand, base::language())), ""});
}

void add_projection(const NeedAnswer& answer, Lines& lines) {
  if (answer.district.years.empty()) return;
  const auto& rates = answer.rates;
  if (answer.method == "hamilton-perry") {
    std::string text =
        say(tr("Hamilton–Perry from {0} and {1}, over {2} areas together; ratios hold migration."),
            answer.earlier_year, answer.base_year, answer.earlier_areas);
    if (answer.replaced_ratios > 0) {
      text += " " +
              say(tr("{} groups were empty and take the survival ratio."), answer.replaced_ratios);
    }
    lines.push_back({"projection", tr("Projection"), text, "Hamilton & Perry 1962"});
  } else {
    if (answer.institutions > 0) {
      lines.push_back({"occupied", tr("Homes for the aged"),
                       tr("Their places stay occupied as they are; the others grow older."),
                       scene::mark_name(model::Mark::assumption)});
    }
    lines.push_back({"projection", tr("Projection"),
                     say(tr("Cohort survival in steps of five years from {}, without births; years "
                            "between two steps are interpolated."),
                         answer.base_year) +
                         " " +
                         (rates.net_migration.empty() ? tr("No migration: ageing alone.")
                                                      : tr("Net migration by age group.")),
                     scene::evidence_text(rates.survival_evidence)});
  }
  lines.push_back(
      {"uncertainty", tr("Range"),
       answer.method == "hamilton-perry"
           ? std::string(
                 tr("90 % of outcomes: chance of each person's survival or arrival "
                    "(binomial, Poisson) and the chance in the ratios themselves. Below 200 "
                    "people the range says more than the number."))
           : say(tr("90 % of outcomes: chance of each person's survival (binomial), and mortality "
                    "{} % higher or lower. Below 200 people the range says more than the number."),
                 base::format_number(rates.mortality_uncertainty * 100, 0, base::language())),
       ""});
}

void add_units(const NeedAnswer& answer, Lines& lines) {
  if (answer.by != "cluster") return;
  lines.push_back({"clusters", tr("Clusters"),
                   tr("Residential buildings on a grid of 100 m inside each area, joined with the "
                      "nearest cluster until no age group is too small."),
                   ""});
}

void add_basket(const NeedAnswer& answer, Lines& lines) {
  if (!answer.walked) return;
  std::string names;
  for (const auto& item : answer.basket.items) {
    names += names.empty() ? "" : ", ";
    names += say("{0} {1}/{2} m", scene::name_of(*item.type), std::lround(item.target_m),
                 std::lround(item.limit_m));
    if (item.weight != answer.rates.basket_other) names += say(" ×{:g}", item.weight);
  }
  lines.push_back(
      {"basket", tr("Basket index"),
       say(tr("Mean over services of 1 up to the target distance, falling to 0 at twice the "
              "limit; metres along the way: {}."),
           names),
       scene::evidence_text(answer.rates.basket_evidence)});
  std::string missing;
  for (const auto* type : answer.basket.not_in_data)
    missing += (missing.empty() ? "" : ", ") + scene::name_of(*type);
  if (!missing.empty()) {
    lines.push_back(
        {"basket_missing", tr("Not in the basket"),
         say(tr("The data name none of these, which may exist all the same: {}."), missing), ""});
  }
  lines.push_back({"priority", tr("Priority"),
                   tr("(1 − index) × (65 and over + 80 and over), in persons: those of 80 and over "
                      "count twice. Where the data's edge is nearer than the service, the edge's "
                      "distance counts."),
                   scene::mark_name(model::Mark::assumption)});
}

}  // namespace

std::vector<scene::MethodLine> need_method(const NeedAnswer& answer) {
  Lines lines;
  add_indicators(answer, lines);
  add_units(answer, lines);
  add_rates(answer, lines);
  add_projection(answer, lines);
  add_basket(answer, lines);
  return lines;
}

std::vector<scene::MethodLine> need_card(const NeedAnswer& answer, const Workspace& workspace) {
  if (answer.walked) return method_of(workspace, *answer.walked, need_method(answer));
  return scene::method_card({workspace.project.get(), &workspace.catalogue, nullptr, nullptr},
                            need_method(answer));
}

}  // namespace nahraum::app
