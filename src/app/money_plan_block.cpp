#include <algorithm>

#include "app/page_money.hpp"
#include "base/days.hpp"
#include "planning/post_end.hpp"

namespace nahraum::app {

using base::tr;
using base::tr_n;
using planning::Cents;

namespace {

double euro(Cents cents) {
  return static_cast<double>(cents) / 100;
}

/// Before any year is planned, "this year" is the one of today.
int this_year(const PageInput& input) {
  const auto day = base::day_of(input.today);
  return day ? base::year_of(*day) : 2026;
}

struct Decided {
  planning::FundingPlan plan;
  planning::FundingCheck check;
  planning::PostEnd end;
};
Decided decided(const MoneyPlan& money, const PageInput& input) {
  Decided result{decided_plan(money, input.view.scenario, this_year(input)), {}, {}};
  result.check = planning::funding_check(result.plan);
  result.end = planning::post_end(result.plan);
  return result;
}

/// Only amounts that are known were summed up.
const char* open_words(const MoneyPlan& money) {
  if (money.costs_unknown || money.shares_unknown) return tr("As far as amounts are known: ");
  return "";
}

std::string end_text(const planning::PostEnd& end) {
  if (!end.begins) return tr("No staff cost is planned, so no post ends.");
  if (!end.first_uncovered) return tr("The post is paid for to the end of the plan.");
  const auto from = month_text(end.first_uncovered->year, end.first_uncovered->month);
  if (!end.last_covered) return say(tr("The post is not paid for from its beginning, {}."), from);
  return say(tr("The post is paid for to the end of {0}; from {1} on money is missing."),
             month_text(end.last_covered->year, end.last_covered->month), from);
}

std::string sums_text(const planning::FundingCheck& check) {
  Cents cost = 0, funded = 0, gap = 0;
  for (const auto& year : check.years) {
    cost += year.cost;
    funded += year.funded;
    gap += std::max<Cents>(0, year.gap());
  }
  if (gap == 0)
    return say(tr("{0} to {1} cost {2}, every year is paid for."), check.years.front().year,
               check.years.back().year, euros(euro(cost)));
  return say(tr("{0} to {1} cost {2}, the sources pay {3}; {4} are missing."),
             check.years.front().year, check.years.back().year, euros(euro(cost)),
             euros(euro(funded)), euros(euro(gap)));
}

bool has_costs(const planning::FundingPlan& plan, int year) {
  return std::any_of(plan.items.begin(), plan.items.end(),
                     [&](const auto& item) { return item.year == year; });
}

scene::CliffSpec cliff_of(const Decided& plan, const model::Work& work) {
  scene::CliffSpec spec;
  for (const auto& source : plan.plan.sources) {
    const auto* row =
        source.id == takes_over ? nullptr : model::find_row(work.sources, std::stoi(source.id));
    spec.series.push_back(row ? name_of(*row) : tr("Who takes over"));
  }
  for (const auto& year : plan.check.years) {
    scene::CliffYear column{year.year, {}, {}};
    for (const auto paid : year.by_source)
      column.sources.push_back(euro(paid));
    if (has_costs(plan.plan, year.year)) column.cost = euro(year.cost);
    spec.years.push_back(std::move(column));
  }
  if (plan.end.first_uncovered) {
    const auto& month = *plan.end.first_uncovered;
    spec.ends_month = (month.year - spec.years.front().year) * 12 + month.month - 1;
    spec.ends_name = say(tr("The post ends in {}"),
                         plan.end.last_covered
                             ? month_text(plan.end.last_covered->year, plan.end.last_covered->month)
                             : month_text(month.year, month.month));
  }
  return spec;
}

PageSwitch scenario_switch(const PageInput& input) {
  const std::vector<std::pair<const char*, const char*>> choices{{"", tr("as entered")},
                                                                 {"renewed", tr("renewed")},
                                                                 {"cut", tr("cut")},
                                                                 {"taken_over", tr("taken over")}};
  PageSwitch all;
  all.label = tr("What becomes of the grants");
  for (std::size_t i = 0; i < choices.size(); ++i) {
    auto view = input.view;
    view.scenario = choices[i].first;
    all.choices.push_back({choices[i].second, {LookAtWork{view}}});
    if (input.view.scenario == choices[i].first) all.chosen = static_cast<int>(i);
  }
  return all;
}

/// What the scenario that is looked at means.
std::string scenario_text(const PageInput& input) {
  const auto& scenario = input.view.scenario;
  if (scenario == "renewed")
    return tr(
        "Every grant goes on with what it paid by the month in its last year, at most the "
        "year's gap, to the last year that is planned.");
  if (scenario == "cut")
    return say(tr("Every grant pays {0} % less from {1} on."), decimal(100 * cut_share, 0),
               this_year(input) + 1);
  if (scenario == "taken_over")
    return tr(
        "What every grant paid is taken over with own money (budget, housing company, care "
        "insurance), at most the year's gap.");
  return {};
}

void add_ends(const PageInput& input, PageBlock& block) {
  for (const auto& source : input.project->work->sources) {
    if (source.status == "own" || !source.to || !source.afterwards.empty()) continue;
    block.lines.push_back(with_row(
        fact(say(tr("What comes after {1} is not known of “{0}”."), name_of(source), *source.to)),
        "sources_of_money", source.id));
  }
}

void add_lines(const MoneyPlan& money, const Decided& plan, const PageInput& input,
               PageBlock& block) {
  const auto scenario = scenario_text(input);
  if (!scenario.empty()) block.lines.push_back(fact(scenario));
  block.lines.insert(block.lines.end(), money.left_out.begin(), money.left_out.end());
  for (const auto& remark : plan.check.remarks)
    block.lines.push_back(rule_line(remark, *input.project->work));
  for (const auto& year : plan.check.years) {
    const bool open = std::count(money.open_years.begin(), money.open_years.end(), year.year) > 0;
    block.lines.push_back(
        fact(say(open ? tr("{0}: at least {1} cost, {2} paid.") : tr("{0}: {1} cost, {2} paid."),
                 year.year, euros(euro(year.cost)), euros(euro(year.funded)))));
  }
  add_ends(input, block);
}

}  // namespace

PageBlock plan_block(const PageInput& input) {
  const auto& work = *input.project->work;
  PageBlock block{"plan", tr("Costs and sources by year"), ""};
  block.tables = {"costs", "sources_of_money", "shares"};
  block.method =
      tr("Per year, what the sources pay against what it costs; staff cost is spread evenly over "
         "the months, and what is paid for a year as a whole pays staff first, so the month is the "
         "latest one (assumption). Rates, caps and own shares are those of the sources' rows; "
         "the most over all years is the programme's. Unknown amounts are in no sum.");
  if (work.costs.empty() && work.sources.empty() && work.shares.empty()) {
    block.sentence =
        tr("There are no costs yet. An example of half a post for four years shows how "
           "it is meant: change its figures to yours.");
    block.actions.push_back(button(tr("Begin with an example of half a post"), half_a_post(input)));
    block.actions.push_back(open_table("costs"));
    return block;
  }
  const auto money = money_plan(work, *input.catalogue);
  const auto plan = decided(money, input);
  if (plan.check.years.empty()) {
    block.sentence = tr("Nothing can be summed up yet: costs need a year, a type and an amount.");
  } else {
    block.sentence = open_words(money) + sums_text(plan.check) + " " + end_text(plan.end);
    block.chart = cliff_of(plan, work);
    block.switches.push_back(scenario_switch(input));
  }
  add_lines(money, plan, input, block);
  for (const auto* table : {"costs", "sources_of_money", "shares"})
    block.actions.push_back(open_table(table));
  return block;
}

std::vector<model::RecordChange> half_a_post(const PageInput& input) {
  const auto& work = *input.project->work;
  const int first = this_year(input) + 1;
  std::vector<model::RecordChange> changes;
  model::FundingSource grant;
  for (const auto& programme : input.catalogue->programmes) {
    if (programme.id == "hilfswerk") grant = source_of(programme, 0);
  }
  grant.id = new_id(input, work.sources);
  if (grant.name.empty()) grant.name = tr("Grant");
  grant.from = first;
  grant.to = first + 2;
  grant.status = "planned";
  model::FundingSource own;
  own.id = grant.id + 1;
  own.name = tr("Own money");
  own.programme = "own";
  own.status = "own";
  changes.push_back(model::put_row(grant));
  changes.push_back(model::put_row(own));
  int costs = 0, shares = 0;
  for (int year = first; year < first + 4; ++year) {
    const auto cost = [&](const char* title, const char* type, double amount) {
      changes.push_back(model::put_row(
          model::CostItem{new_id(input, work.costs, costs++), title, type, year, amount, 0}));
    };
    cost(tr("Half a post of neighbourhood management"), "personnel", 41500);
    cost(tr("Material, events, public relations"), "material", 4500);
    cost(tr("Overhead: room, telephone, administration"), "overhead", 4000);
    const auto share = [&](model::Id source, double amount) {
      changes.push_back(model::put_row(
          model::Share{new_id(input, work.shares, shares++), source, 0, year, amount}));
    };
    if (year < first + 3) share(grant.id, 40000);
    share(own.id, 10000);
  }
  return changes;
}

}  // namespace nahraum::app
