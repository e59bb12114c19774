#include <algorithm>
#include <cmath>

#include "app/page_money.hpp"
#include "base/days.hpp"
#include "planning/post_end.hpp"

namespace nahraum::app {

using base::tr;
using planning::Cents;

namespace {

std::optional<planning::CostType> cost_type(const std::string& id) {
  if (id == "personnel") return planning::CostType::staff;
  if (id == "material") return planning::CostType::material;
  if (id == "investment") return planning::CostType::investment;
  if (id == "overhead") return planning::CostType::overhead;
  return std::nullopt;
}

/// Amounts beyond a billion are a slip of the pen; planning would refuse them one by one.
std::optional<Cents> cents_of(const model::Number& euro) {
  if (!euro || !std::isfinite(*euro) || std::abs(*euro) > 1e9) return std::nullopt;
  return static_cast<Cents>(std::llround(*euro * 100));
}

std::optional<double> share_of(const model::Number& percent) {
  if (!percent || !std::isfinite(*percent)) return std::nullopt;
  return *percent / 100;
}

void add_cost(const model::CostItem& cost, MoneyPlan& money) {
  const auto type = cost_type(cost.type);
  const auto amount = cents_of(cost.amount);
  if (type && amount && cost.year) {
    money.plan.items.push_back({std::to_string(cost.id), *type, *cost.year, *amount});
    return;
  }
  money.costs_unknown = true;
  if (cost.year) money.open_years.push_back(*cost.year);
  const char* form = !cost.year ? tr("The year of “{}” is not known: it is in no sum.")
                     : !amount  ? tr("The amount of “{}” is not known: it is in no sum.")
                                : tr("The type of “{}” is not known: it is in no sum.");
  money.left_out.push_back(with_row(warning(say(form, name_of(cost))), "costs", cost.id));
}

void add_eligible(const model::FundingSource& row, planning::FundingSource& source,
                  MoneyPlan& money) {
  for (const auto& word : base::split(row.eligible, ' ')) {
    if (word.empty()) continue;
    if (const auto type = cost_type(word)) {
      source.eligible.push_back(*type);
      continue;
    }
    money.left_out.push_back(with_row(
        fault(say(tr("“{0}” pays for “{1}”, which is no type of cost: personnel, material, "
                     "investment, overhead."),
                  name_of(row), word)),
        "sources_of_money", row.id));
  }
}

void add_source(const model::FundingSource& row, const model::Catalogue& catalogue,
                MoneyPlan& money) {
  planning::FundingSource source;
  source.id = std::to_string(row.id);
  source.rate_max = share_of(row.rate);
  source.cap_per_year = cents_of(row.cap);
  source.own_share_min = share_of(row.own_share);
  if (row.from) source.first_day = base::day_of(*row.from, 1, 1);
  if (row.to) source.last_day = base::day_of(*row.to, 12, 31);
  source.own_funds = row.status == "own";
  for (const auto& programme : catalogue.programmes) {
    if (programme.id == row.programme) source.cap = cents_of(programme.cap_in_all);
  }
  add_eligible(row, source, money);
  money.plan.sources.push_back(std::move(source));
}

void add_share(const model::Share& share, const model::Work& work, MoneyPlan& money) {
  const auto amount = cents_of(share.amount);
  const auto* cost = model::find_row(work.costs, share.cost);
  const bool dated = share.year || (cost && cost->year);
  const int year = share.year ? *share.year : dated ? *cost->year : 0;
  const auto* source = model::find_row(work.sources, share.source);
  if (amount && dated && source) {
    money.plan.amounts.push_back({std::to_string(share.source), year, *amount,
                                  share.cost == 0 ? "" : std::to_string(share.cost)});
    return;
  }
  money.shares_unknown = true;
  const auto name = source ? name_of(*source) : std::string(tr("a source that is gone"));
  const char* form = !source ? tr("Line {1} of “Who pays what” names {0}: it is in no sum.")
                     : !dated ? tr("The year that “{0}” pays in is not known (line {1}): it is in "
                                   "no sum.")
                              : tr("What “{0}” pays is not known (line {1}): it is in no sum.");
  money.left_out.push_back(with_row(warning(say(form, name, share.id)), "shares", share.id));
}

}  // namespace

std::string name_of(const model::CostItem& cost) {
  return titled(cost.title, base::tr_noop("Cost"), cost.id);
}
std::string name_of(const model::FundingSource& source) {
  return titled(source.name, base::tr_noop("Source"), source.id);
}

const std::string& text_of(const model::Label& label) {
  return base::language() == base::Language::german ? label.de : label.en;
}

MoneyPlan money_plan(const model::Work& work, const model::Catalogue& catalogue) {
  MoneyPlan money;
  for (const auto& cost : work.costs)
    add_cost(cost, money);
  for (const auto& source : work.sources)
    add_source(source, catalogue, money);
  for (const auto& share : work.shares)
    add_share(share, work, money);
  return money;
}

planning::FundingPlan decided_plan(const MoneyPlan& money, const std::string& scenario, int year) {
  auto plan = money.plan;
  planning::FundingScenario what;
  if (scenario == "cut")
    what.kind = planning::ScenarioKind::cut;
  else if (scenario == "taken_over")
    what.kind = planning::ScenarioKind::taken_over;
  else if (scenario != "renewed")
    return plan;
  what.cut = cut_share;
  what.from_year = year + 1;
  what.by = takes_over;
  for (const auto& item : plan.items)
    what.to_year = std::max(what.to_year, item.year);
  for (const auto& source : money.plan.sources) {
    if (source.own_funds) continue;
    what.source = source.id;
    if (auto changed = planning::with_scenario(plan, what)) plan = std::move(*changed);
  }
  return plan;
}

}  // namespace nahraum::app
