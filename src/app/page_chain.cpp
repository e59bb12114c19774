#include "app/page_chain.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "app/page_pieces.hpp"
#include "base/translate.hpp"
#include "model/work_tables.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using model::Id;
using pieces::said;

PageAction open(const char* table, Id row) {
  return {tr("Look at it"), {OpenTable{table, row}}};
}

bool counts(const model::Measure& measure) {
  return measure.status != "dropped";
}

bool has_measure(const model::Work& work, const char* origin, Id id) {
  return std::any_of(work.measures.begin(), work.measures.end(), [&](const auto& measure) {
    return counts(measure) && measure.origin == origin && (id == 0 || measure.origin_id == id);
  });
}

void tell_measures(const model::Work& work, PageBlock& block) {
  std::set<Id> with_task;
  for (const auto& task : work.tasks)
    with_task.insert(task.measure);
  std::set<Id> with_cost;
  for (const auto& cost : work.costs)
    with_cost.insert(cost.measure);
  for (const auto& measure : work.measures) {
    if (!counts(measure)) continue;
    std::vector<std::string> missing;
    if (measure.owner.empty() && !with_task.contains(measure.id)) missing.push_back(tr("an owner"));
    if (!measure.baseline) missing.push_back(tr("a baseline"));
    if (!measure.target) missing.push_back(tr("a target"));
    if (measure.end.empty()) missing.push_back(tr("an end"));
    if (!measure.cost && !with_cost.contains(measure.id)) missing.push_back(tr("its cost"));
    if (measure.at.empty()) missing.push_back(tr("a place"));
    if (missing.empty()) continue;
    block.lines.push_back(
        {PageLine::Kind::warning,
         said(tr("Measure “{0}” lacks {1}."), measure.title, fmt::join(missing, ", ")),
         measure.at.empty() ? std::nullopt : std::optional(measure.at[0]),
         {open("measures", measure.id)}});
  }
}

void tell_gap(const PageInput& input, const model::Work& work, PageBlock& block) {
  if (!input.answer || has_measure(work, "gap", 0)) return;
  const auto& coverage = input.answer->coverage;
  if (coverage.homes_gap == 0) return;
  block.lines.push_back(
      {PageLine::Kind::warning, std::string(tr("No measure answers the gap in sight:")) + " " +
                                    scene::sentence(coverage, *input.catalogue, *input.answered)});
}

void tell_findings(const model::Work& work, PageBlock& block) {
  for (const auto& finding : work.findings) {
    if (!finding.severity || *finding.severity < 3) continue;
    if (has_measure(work, "finding", finding.id)) continue;
    block.lines.push_back({PageLine::Kind::warning,
                           said(tr("No measure answers the grave finding “{0}”."), finding.text),
                           finding.at.empty() ? std::nullopt : std::optional(finding.at[0]),
                           {open("findings", finding.id)}});
  }
}

void tell_roles(const model::Work& work, PageBlock& block) {
  for (const auto& role : work.roles) {
    if (role.fte) continue;
    block.lines.push_back({PageLine::Kind::warning,
                           said(tr("The role “{0}” has no hours."), role.name),
                           {},
                           {open("roles", role.id)}});
  }
}

/// Years with known cost that is not met by known shares; unknown amounts are told, not counted.
void tell_years(const model::Work& work, PageBlock& block) {
  std::map<int, double> cost, paid;
  std::size_t unknown = 0;
  for (const auto& each : work.costs) {
    if (each.year && each.amount)
      cost[*each.year] += *each.amount;
    else
      ++unknown;
  }
  for (const auto& each : work.shares) {
    if (each.year && each.amount)
      paid[*each.year] += *each.amount;
    else
      ++unknown;
  }
  for (const auto& [year, amount] : cost) {
    const double gap = amount - paid[year];
    if (gap < 0.5) continue;
    block.lines.push_back({PageLine::Kind::warning,
                           said(tr("{0}: {1} € without a source of money."), year,
                                base::format_number(gap, 0, base::language())),
                           {},
                           {open("shares", 0)}});
  }
  if (unknown > 0)
    block.lines.push_back(
        {PageLine::Kind::fact, said(base::tr_n("{0} amount is unknown and not counted.",
                                               "{0} amounts are unknown and not counted.", unknown),
                                    unknown)});
}

}  // namespace

PageBlock chain_block(const PageInput& input) {
  const auto& work = *input.project->work;
  PageBlock block{"chain", tr("From the gap to the money"), ""};
  tell_gap(input, work, block);
  tell_findings(work, block);
  tell_measures(work, block);
  tell_roles(work, block);
  tell_years(work, block);
  const auto measures = std::count_if(work.measures.begin(), work.measures.end(), counts);
  const auto holes = static_cast<unsigned long>(
      std::count_if(block.lines.begin(), block.lines.end(),
                    [](const auto& line) { return line.kind == PageLine::Kind::warning; }));
  block.sentence = said(
      tr("Findings {0} · measures {1} · tasks {2} · sources of money {3}: {4}"),
      work.findings.size(), measures, work.tasks.size(), work.sources.size(),
      holes == 0
          ? std::string(tr("no hole in the chain."))
          : said(base::tr_n("{0} hole in the chain.", "{0} holes in the chain.", holes), holes));
  block.tables = {"findings", "measures"};
  block.method = tr("A hole is what the next module would need and does not find [D].");
  return block;
}

}  // namespace nahraum::app
