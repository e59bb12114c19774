#include "app/coverage_basket.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/basket_report.hpp"
#include "app/method_report.hpp"
#include "app/offer_report.hpp"
#include "base/translate.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using base::tr;

/// The types that the data name, with their limits and ways.
struct BasketTypes {
  std::vector<const model::ServiceType*> types;
  std::vector<analysis::TypeLimit> limits;
  std::vector<analysis::Way> ways;
  std::vector<const model::ServiceType*> not_in_data;
};

BasketTypes basket_types(const CoverageRun& run,
                         const std::vector<const model::ServiceType*>& types, Console& console) {
  BasketTypes basket;
  for (const auto* type : types) {
    const auto limit = run.limits.of(*type, run.district->network.profile);
    if (!limit) {
      console.warn(fmt::format(fmt::runtime(tr("the standard says nothing about: {}")),
                               scene::name_of(*type)));
    } else if (analysis::targets_of(*run.district, type->id).snaps.empty()) {
      basket.not_in_data.push_back(type);
    } else {
      basket.types.push_back(type);
      basket.limits.push_back({type->id, *limit});
      basket.ways.push_back(way_of(run, *type));
    }
  }
  return basket;
}

/// Of every home, how many of the types it reaches in the variant.
analysis::Diversity diversity_of(const CoverageRun& run, const Variant& variant,
                                 const BasketTypes& basket, jobs::Context& context) {
  const auto& district = district_of(run, variant);
  if (!run.at) return analysis::diversity(district, basket.limits, context, basket.ways);
  std::vector<std::vector<analysis::HomeReach>> answers;
  answers.reserve(basket.types.size());
  for (const auto* type : basket.types)
    answers.push_back(reach_of(run, variant, *type, context));
  return analysis::diversity(basket.limits, answers, context);
}

/// Of each variant of the run.
std::vector<VariantClasses> classes_of(const CoverageRun& run, const BasketTypes& basket,
                                       jobs::Context& context) {
  const auto breaks = basket_breaks(basket.limits.size());
  std::vector<VariantClasses> all;
  for (const auto& variant : variants_of(run)) {
    all.push_back(
        {variant, analysis::classes_of(*district_of(run, variant).project,
                                       diversity_of(run, variant, basket, context), breaks)});
  }
  return all;
}

std::string limits_text(const std::vector<analysis::TypeLimit>& limits) {
  std::string text;
  for (const auto& each : limits)
    text += (text.empty() ? "" : "; ") + each.type + " " + analysis::to_text(each.limit);
  return text;
}

}  // namespace

base::Result<void> run_basket(const CoverageRun& run, const std::optional<CoverageRun>& base,
                              const std::vector<const model::ServiceType*>& types,
                              Console& console) {
  auto basket = basket_types(run, types, console);
  if (basket.limits.empty()) {
    return base::fail(base::ErrorCode::bad_input,
                      tr("the data name none of the services asked for"), "--basket",
                      tr("Ask for other ones with --service."));
  }
  const auto& workspace = run.workspace;
  BasketAnswer answer{&workspace.catalogue,
                      workspace.project.get(),
                      &run.district->network.profile,
                      basket.limits,
                      basket.not_in_data,
                      run.at ? week_minute_text(*run.at) : "",
                      classes_of(run, basket, console.context()),
                      least_of(run),
                      most_of(run),
                      {}};
  if (base) {
    for (auto& each : classes_of(*base, basket, console.context()))
      answer.base.push_back(std::move(each.classes));
  }
  auto own = own_lines(run);
  own.push_back({"types", tr("Service types and limits"), limits_text(basket.limits), ""});
  const auto card = method_of(workspace, *run.district, own);
  if (run.options.json) {
    auto json = basket_json(answer);
    json["method"] = method_json(card);
    console.result(json.dump(2));
  } else {
    console.result(basket_text(answer));
  }
  if (run.options.csv.empty()) return {};
  auto written = io::write_features({basket_table(answer)}, run.options.csv);
  if (written && !run.options.json) console.say(run.options.csv.string());
  return written;
}

}  // namespace nahraum::app
