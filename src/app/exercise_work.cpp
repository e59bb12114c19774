#include "app/exercise_work.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "app/offers.hpp"
#include "app/page_money.hpp"
#include "app/planning_input.hpp"
#include "base/translate.hpp"
#include "planning/post_end.hpp"
#include "planning/sound_funding.hpp"
#include "planning/welfare_mix.hpp"

namespace nahraum::app {
namespace {

using Unit = FigureValue::Unit;

/// What a rule is asked about.
struct Asked {
  const model::Project& project;
  const model::Catalogue& catalogue;
};

FigureValue count_of(std::size_t count) {
  return {Unit::count, static_cast<double>(count), "", false};
}
FigureValue text_of(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names)
    text += (text.empty() ? "" : ", ") + name;
  return {Unit::text, std::nullopt, text.empty() ? base::tr("none yet") : text, false};
}
FigureValue percent_of(std::optional<double> share) {
  if (share) *share *= 100;
  return {Unit::percent, share, "", false};
}
FigureValue decimal(std::optional<double> number) {
  return {Unit::decimal, number, "", false};
}
FigureValue euros(planning::Cents cents) {
  return {Unit::euros, double(cents) / 100, "", false};
}

/// How many fit, or their names.
template <class Row, class Fits, class Name>
FigureValue those(const std::vector<Row>& rows, bool names, const Fits& fits, const Name& name) {
  std::size_t count = 0;
  std::vector<std::string> found;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (!fits(rows[i])) continue;
    ++count;
    found.push_back(name(i));
  }
  return names ? text_of(found) : count_of(count);
}

bool asks_names(const std::string& tell) {
  return tell.ends_with("_names");
}

FigureValue network(const std::string& tell, const Asked& asked) {
  const auto& work = *asked.project.work;
  const auto found = network_of(work);
  const auto name = [&](std::size_t i) { return work.actors[i].name; };
  if (tell == "ties") return count_of(found.pairs);
  if (tell == "density") return percent_of(found.density);
  if (tell == "bridges") return count_of(found.bridges.size());
  if (tell == "parts") return count_of(found.components.size());
  if (tell.starts_with("isolated"))
    return those(
        found.actors, asks_names(tell), [](const auto& a) { return a.isolated(); }, name);
  return those(
      found.actors, asks_names(tell), [](const auto& a) { return a.articulation(); }, name);
}

FigureValue matrix(const std::string& tell, const Asked& asked) {
  const auto& work = *asked.project.work;
  const auto found = matrix_of(work);
  const auto name = [&](std::size_t i) { return work.actors[i].name; };
  if (tell == "rated")
    return those(
        found.actors, false, [](const auto& a) { return a.quadrant.has_value(); }, name);
  if (tell.starts_with("disputed"))
    return those(
        found.actors, asks_names(tell), [](const auto& a) { return a.disputed(); }, name);
  const auto wanted = tell == "engage_closely"   ? planning::Quadrant::engage_closely
                      : tell == "keep_satisfied" ? planning::Quadrant::keep_satisfied
                      : tell == "keep_informed"  ? planning::Quadrant::keep_informed
                                                 : planning::Quadrant::monitor;
  return those(
      found.actors, false, [&](const auto& a) { return a.quadrant == wanted; }, name);
}

std::vector<std::string> offer_names(const std::vector<std::string>& ids, const model::Work& work) {
  std::vector<std::string> names;
  for (const auto& row : work.offer_stages) {
    if (std::find(ids.begin(), ids.end(), std::to_string(row.id)) != ids.end())
      names.push_back(row.offer);
  }
  return names;
}

FigureValue stages(const std::string& tell, const Asked& asked) {
  const auto offers = staged_offers(*asked.project.work);
  const auto found = planning::stage_check(offers);
  if (tell == "rated") return count_of(offers.size() - found.unknown.size());
  if (tell == "carries_itself") return count_of(found.count[3] + found.count[4]);
  if (tell == "falls") return count_of(found.fall.size());
  if (tell == "falls_names") return text_of(offer_names(found.fall, *asked.project.work));
  return count_of(tell == "handed_over" ? found.handed_over.size() : found.date_missing.size());
}

/// Of the offers in the district.
FigureValue mix(const std::string& tell, const Asked& asked) {
  std::vector<planning::MixOffer> offers;
  for (const auto& offer : offers_of(asked.project, asked.catalogue)) {
    const auto& service = *offer.service;
    offers.push_back({std::to_string(service.id), "", service.provider, sector_of(service)});
  }
  const auto found = planning::welfare_mix(offers, {""}).front();
  const auto informal = static_cast<std::size_t>(planning::Sector::informal);
  if (tell == "offers") return count_of(found.offers);
  if (tell == "unknown") return count_of(found.count[planning::known_sectors]);
  if (tell == "informal") return count_of(found.count[informal]);
  if (tell == "sectors")
    return count_of(static_cast<std::size_t>(
        std::count_if(found.count.begin(), found.count.begin() + planning::known_sectors,
                      [](std::size_t count) { return count > 0; })));
  const auto largest = *std::max_element(found.share.begin(), found.share.end());
  return percent_of(largest);
}

FigureValue smart(const std::string& tell, const Asked& asked) {
  const std::vector<std::string> letters{"specific", "measurable", "accepted", "realistic",
                                         "timed"};
  std::size_t count = 0;
  for (const auto& measure : asked.project.work->measures) {
    if (measure.status == "dropped") continue;
    auto goal = goal_of_measure(measure);
    goal.least_possible = 0;  // whatever is counted
    const auto judged = planning::smart_check(goal);
    const bool met = std::all_of(judged.begin(), judged.end(), [&](const auto& letter) {
      const bool counts = tell == "all" || letters[static_cast<std::size_t>(letter.letter)] == tell;
      return !counts || letter.verdict == planning::SmartVerdict::met;
    });
    count += met ? 1 : 0;
  }
  return count_of(count);
}

std::size_t faults_of(const planning::Schedule& found, planning::ScheduleFault fault) {
  return static_cast<std::size_t>(
      std::count_if(found.remarks.begin(), found.remarks.end(),
                    [&](const auto& remark) { return remark.fault == fault; }));
}

FigureValue times_value(const std::string& tell, const planning::Schedule& found,
                        const std::vector<std::string>& names) {
  std::vector<std::string> critical;
  std::optional<double> slack;
  std::size_t dated = 0;
  for (std::size_t i = 0; i < found.times.size(); ++i) {
    if (!found.times[i]) continue;
    ++dated;
    if (found.times[i]->critical()) critical.push_back(names[i]);
    slack = std::max<double>(slack.value_or(0), found.times[i]->slack());
  }
  if (tell == "dated") return count_of(dated);
  if (tell == "critical") return count_of(critical.size());
  return tell == "critical_names" ? text_of(critical) : decimal(slack);
}

FigureValue schedule(const std::string& tell, const Asked& asked) {
  using planning::ScheduleFault;
  const auto found = planning::schedule(planned_measures(*asked.project.work));
  if (tell == "faults") return count_of(found.remarks.size() + found.cycles.size());
  if (tell == "circles") return count_of(found.cycles.size());
  if (tell == "overlaps") return count_of(faults_of(found, ScheduleFault::predecessor_overlaps));
  if (tell == "wide_gaps") return count_of(faults_of(found, ScheduleFault::milestone_gap));
  if (tell == "months") {
    if (!found.begin || !found.end) return decimal(std::nullopt);
    return decimal(std::round((*found.end - *found.begin + 1) / 30.4375));
  }
  std::vector<std::string> names;
  for (const auto& measure : asked.project.work->measures) {
    if (measure.status != "dropped") names.push_back(measure.title);
  }
  return times_value(tell, found, names);
}

/// Of the letters; deputies are told apart from them.
bool breaks_a_rule(const planning::RaciRemark& remark) {
  using enum planning::RaciFault;
  return remark.fault != deputy_missing && remark.fault != deputy_unknown &&
         remark.fault != own_deputy && remark.fault != role_without_tasks;
}

FigureValue raci(const std::string& tell, const Asked& asked) {
  const auto& work = *asked.project.work;
  const auto found = planning::raci_check(raci_plan_of(work));
  const auto count = [&](const auto& fits) {
    return count_of(
        static_cast<std::size_t>(std::count_if(found.remarks.begin(), found.remarks.end(), fits)));
  };
  if (tell == "faults") return count(breaks_a_rule);
  if (tell == "without_deputy")
    return count(
        [](const auto& remark) { return remark.fault == planning::RaciFault::deputy_missing; });
  if (tell.starts_with("overloaded"))
    return those(
        found.loads, asks_names(tell),
        [](const auto& load) { return load.overloaded == planning::Judged::yes; },
        [&](std::size_t i) { return work.roles[i].name; });
  double hours = 0, capacity = 0;
  std::optional<double> highest;
  for (const auto& load : found.loads) {
    hours += load.hours;
    capacity += load.capacity.value_or(0);
    if (load.load) highest = std::max(highest.value_or(0), *load.load);
  }
  if (tell == "highest_load") return percent_of(highest);
  return decimal(tell == "hours" ? hours : capacity);
}

FigureValue months_value(const std::string& tell, const planning::FundingPlan& plan) {
  const auto end = planning::post_end(plan);
  if (tell == "post_ends") {
    if (!end.begins) return text_of({});
    if (!end.last_covered)
      return {Unit::text, std::nullopt, base::tr("before its first month"), false};
    return {Unit::text, std::nullopt,
            fmt::format("{:02}/{}", end.last_covered->month, end.last_covered->year), false};
  }
  if (!end.begins || !end.last_covered) return count_of(0);
  const int months = planning::month_number(end.last_covered->year, end.last_covered->month) -
                     planning::month_number(end.begins->year, end.begins->month) + 1;
  return count_of(static_cast<std::size_t>(std::max(months, 0)));
}

FigureValue money(const std::string& tell, const Asked& asked) {
  const auto plan = money_plan(*asked.project.work, asked.catalogue).plan;
  if (tell == "post_ends" || tell == "months_paid") return months_value(tell, plan);
  const auto found = planning::funding_check(plan);
  if (tell == "faults") return count_of(found.remarks.size());
  if (tell == "years") return count_of(found.years.size());
  planning::Cents sum = 0;
  for (const auto& year : found.years) {
    if (tell == "cost") sum += year.cost;
    if (tell == "paid") sum += year.funded;
    if (tell == "gap") sum += std::max<planning::Cents>(year.gap(), 0);
    for (std::size_t i = 0; tell == "own" && i < year.by_source.size(); ++i)
      sum += plan.sources[i].own_funds ? year.by_source[i] : 0;
  }
  return euros(sum);
}

}  // namespace

FigureValue work_value(const course::WorkFigure& figure, const model::Project& project,
                       const model::Catalogue& catalogue) {
  using Rule = FigureValue (*)(const std::string&, const Asked&);
  static const std::map<std::string, Rule> kinds = {
      {"network", network}, {"matrix", matrix},     {"stages", stages}, {"mix", mix},
      {"smart", smart},     {"schedule", schedule}, {"raci", raci},     {"money", money}};
  return kinds.at(figure.of)(figure.tell, Asked{project, catalogue});
}

}  // namespace nahraum::app
