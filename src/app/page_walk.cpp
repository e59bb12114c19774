#include <algorithm>

#include <fmt/format.h>

#include "app/module_page.hpp"
#include "app/page_pieces.hpp"
#include "app/record_words.hpp"
#include "app/walk_stops.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "model/work_tables.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using model::Finding;
using pieces::said;

constexpr double concerned_m = 300;

const model::Work& work_of(const PageInput& input) {
  return *input.project->work;
}

/// The planned walk in sight: the last one with a route, else the last one.
const model::Walk* walk_in_sight(const model::Work& work) {
  const model::Walk* found = nullptr;
  for (const auto& walk : work.walks) {
    if (walk.kind == "walked") continue;
    if (!found || walk.route.size() > 1 || found->route.size() < 2) found = &walk;
  }
  return found;
}

PageAction draw_route(const PageInput& input) {
  model::Walk walk;
  walk.id = model::next_row_id(work_of(input).walks, work_of(input).handout.group);
  walk.title = said(tr("Walk {0}"), work_of(input).walks.size() + 1);
  walk.kind = "planned";
  return {
      tr("Draw a route"),
      {put_rows({model::put_row(walk)}), OpenTable{"walks", walk.id}, ChooseTool{Tool::route_row}}};
}

PageBlock walk_block(const PageInput& input, ModulePage& page) {
  PageBlock block{"walk", tr("Walk through the neighbourhood"), ""};
  block.tables = {"walks"};
  block.actions = {draw_route(input)};
  block.method =
      tr("Stops: services within 40 m of the route, steps, crossings and barriers within "
         "15 m, stretches of 300 m without a bench, streets whose surface the map does "
         "not tell [D]. Method after Deinet and Spatscheck [K].");
  const auto* walk = walk_in_sight(work_of(input));
  if (!walk || walk->route.size() < 2) {
    block.sentence =
        tr("Draw a route of 1 to 1.5 km along the services. The program then tells what "
           "is to be checked on it, for a sheet to take along.");
    return block;
  }
  const auto stops = walk_stops(*input.project, *input.catalogue, walk->route);
  page.strokes.push_back({walk->route, 0, 1.1, false});
  for (std::size_t i = 0; i < stops.size(); ++i) {
    const auto number = std::to_string(i + 1);
    page.signs.push_back({stops[i].at, number, stops[i].text, 0, "", 0});
    const bool service = stops[i].kind == WalkStop::Kind::service;
    block.lines.push_back({service ? PageLine::Kind::fact : PageLine::Kind::warning,
                           number + "  " + stops[i].text, stops[i].at});
  }
  block.sentence =
      said(tr("“{0}”: {1}, {2} stops."), walk->title,
           base::format_distance(route_length(walk->route), base::language()), stops.size());
  block.actions.push_back(
      {tr("Print the walk sheet …"), {OpenTable{"walks", walk->id}}, PageWish::print_walk});
  block.actions.push_back({tr("Add track and photos …"), {}, PageWish::find_photos});
  return block;
}

/// Residents of 65 and over within 300 m as the crow flies; −1 where none is known.
long concerned(const PageInput& input, geo::Point at) {
  long persons = 0;
  bool known = false;
  for (const auto& home : input.project->homes) {
    if (!home.in_district || geo::distance(home.at, at) > concerned_m) continue;
    if (!home.residents.age_65) continue;
    known = true;
    persons += *home.residents.age_65;
  }
  return known ? persons : -1;
}

std::vector<PageAction> ways_on(const PageInput& input, const Finding& finding,
                                const std::string& words) {
  auto actions = pieces::measure_of(
      input,
      {finding.text.empty() ? std::string(tr("Mend a finding")) : finding.text, words, "finding",
       finding.id, finding.at.empty() ? std::nullopt : std::optional(finding.at[0]),
       finding.responsible});
  actions.push_back(pieces::open_row(tr("Look at it"), "findings", finding.id));
  return actions;
}

PageAction add_finding(const PageInput& input) {
  Finding finding;
  finding.id = model::next_row_id(work_of(input).findings, work_of(input).handout.group);
  finding.seen = input.today;
  return {tr("Add a finding"),
          {put_rows({model::put_row(finding)}), OpenTable{"findings", finding.id},
           ChooseTool{Tool::place_row}}};
}

struct Weighed {
  const Finding* finding;
  long persons;
};

std::string finding_words(const PageInput& input, const Weighed& each) {
  const auto& table = *model::record_table("findings");
  const auto& column = table.columns[static_cast<std::size_t>(table.column("category"))];
  const auto category = cell_words(*input.project, column, each.finding->category);
  return said(
      tr("{0}{1} – severity {2}, {3} residents of 65 and over near by"),
      each.finding->text.empty() ? std::string(tr("Finding")) : each.finding->text,
      category.empty() ? "" : " (" + category + ")",
      each.finding->severity ? std::to_string(*each.finding->severity) : std::string(tr("unknown")),
      scene::persons_text(each.persons, input.min_count));
}

PageBlock findings_block(const PageInput& input, ModulePage& page) {
  PageBlock block{"findings", tr("Findings"), ""};
  block.tables = {"findings"};
  block.actions = {add_finding(input)};
  std::vector<Weighed> all;
  for (const auto& finding : work_of(input).findings)
    all.push_back({&finding, finding.at.empty() ? -1 : concerned(input, finding.at[0])});
  std::stable_sort(all.begin(), all.end(), [](const Weighed& a, const Weighed& b) {
    const auto grave = [](const Weighed& each) { return each.finding->severity.value_or(0); };
    return grave(a) != grave(b) ? grave(a) > grave(b) : a.persons > b.persons;
  });
  std::size_t grave = 0;
  for (const auto& each : all) {
    const bool is_grave = each.finding->severity && *each.finding->severity >= 3;
    grave += is_grave ? 1 : 0;
    const auto words = finding_words(input, each);
    const auto& at = each.finding->at;
    block.lines.push_back({is_grave ? PageLine::Kind::warning : PageLine::Kind::fact, words,
                           at.empty() ? std::nullopt : std::optional(at[0]),
                           ways_on(input, *each.finding, words)});
    if (at.empty()) continue;
    page.signs.push_back(
        {at[0], "!", words, is_grave ? std::size_t{1} : 2, "findings", each.finding->id});
  }
  block.sentence = all.empty()
                       ? std::string(tr("No findings yet: eight or more make a walk worth while."))
                       : said(base::tr_n("{0} finding, {1} of them grave.",
                                         "{0} findings, {1} of them grave.", all.size()),
                              all.size(), grave);
  block.method =
      tr("Sorted by severity, then by the residents of 65 and over within 300 m as the "
         "crow flies [D].");
  return block;
}

}  // namespace

ModulePage walk_page(const PageInput& input, jobs::Context& context) {
  ModulePage page;
  page.blocks.push_back(walk_block(input, page));
  context.check();
  page.blocks.push_back(findings_block(input, page));
  return page;
}

}  // namespace nahraum::app
