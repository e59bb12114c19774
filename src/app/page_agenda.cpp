/// Module 4: the moderation plan.

#include <algorithm>

#include "app/agenda_clock.hpp"
#include "app/page_network_parts.hpp"
#include "model/work_tables.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using base::tr_n;
using pieces::said;

constexpr long most_without_break = 90;  ///< minutes
constexpr long first_minute = 9 * 60;    ///< plans begin at 9:00

struct PlanItem {
  const char *title, *kind, *method, *material;
  int minutes;
};

/// A first round table of the actors, for 12 to 25 people.
std::vector<PlanItem> proven_plan() {
  return {
      {tr("Welcome and aim"), "input", tr("Short talk, everybody says name and organisation"),
       tr("name cards, aim on a flip chart"), 10},
      {tr("Map of actors"), "exercise",
       tr("Each group enters its ties; look at isolated actors and bridges together"),
       tr("Nahraum on the projector, cards, pens"), 20},
      {tr("Murmur groups"), "discussion",
       tr("In pairs: with whom do we serve the same people without knowing each other?"),
       tr("list of missing ties, printed"), 10},
      {tr("Break"), "break", tr("Coffee, informal talks"), tr("drinks, seats with armrests"), 10},
      {tr("Stakeholder matrix"), "vote",
       tr("Two raters for each actor, talk about those that are disputed"),
       tr("matrix on a pin board, dots"), 20},
      {tr("Agreements"), "discussion",
       tr("Three contacts, each with a next step, a name of an office and a date"),
       tr("table of actors on the projector"), 15},
      {tr("Closing round"), "input", tr("One sentence each: what do I take with me?"),
       tr("date of the next meeting"), 5}};
}

PageAction proven_action(const PageInput& input) {
  const std::string name = tr("Round table");
  std::vector<model::RecordChange> changes;
  int position = 0;
  for (const auto& item : proven_plan()) {
    model::AgendaItem row;
    row.agenda = name;
    row.position = ++position;
    row.title = item.title;
    row.kind = item.kind;
    row.method = item.method;
    row.material = item.material;
    row.minutes = item.minutes;
    changes.push_back(model::put_row(row));
  }
  auto view = input.view;
  view.agenda = name;
  auto action = pieces::edit(tr("Take a proven plan"), std::move(changes));
  action.actions.emplace_back(LookAtWork{view});
  return action;
}

std::vector<std::string> names_of_agendas(const model::Work& work) {
  std::vector<std::string> names;
  for (const auto& row : work.agenda) {
    if (std::find(names.begin(), names.end(), row.agenda) == names.end())
      names.push_back(row.agenda);
  }
  return names;
}

void add_switch(const PageInput& input, const std::string& shown, PageBlock& block) {
  const auto names = names_of_agendas(*input.project->work);
  if (names.size() < 2) return;
  PageSwitch choice{tr("Meeting"), {}, 0};
  for (std::size_t i = 0; i < names.size(); ++i) {
    auto view = input.view;
    view.agenda = names[i];
    view.running_since = 0;
    choice.choices.push_back(
        pieces::look(names[i].empty() ? std::string(tr("without a name")) : names[i], view));
    if (names[i] == shown) choice.chosen = static_cast<int>(i);
  }
  block.switches.push_back(std::move(choice));
}

std::string clock_text(long minute) {
  return fmt::format("{}:{:02}", minute / 60 % 24, minute % 60);
}

PageLine item_line(const model::AgendaItem& item, long start) {
  auto line = pieces::fact(clock_text(first_minute + start) + " " + item.title);
  if (item.minutes) line.text += said(tr(" ({0} min)"), *item.minutes);
  if (!item.method.empty()) line.text += " – " + item.method;
  line.actions.push_back(pieces::open_row(tr("Open"), "agenda", item.id));
  return line;
}

void tell_items(const std::vector<model::AgendaItem>& items, PageBlock& block) {
  const auto starts = agenda_starts(items);
  for (std::size_t i = 0; i < items.size(); ++i)
    block.lines.push_back(item_line(items[i], starts[i]));
  for (const auto& item : items) {
    if (item.minutes.value_or(0) > 0) continue;
    auto line = pieces::warning(said(tr("“{0}” has no minutes: it counts as none."), item.title));
    line.actions.push_back(pieces::open_row(tr("Open"), "agenda", item.id));
    block.lines.push_back(std::move(line));
  }
  const long longest = longest_without_break(items);
  if (longest > most_without_break)
    block.lines.push_back(pieces::warning(
        said(tr("{0} minutes without a break: older people need one after {1} at the latest."),
             longest, most_without_break)));
}

PageAction stop_clock(const PageInput& input) {
  auto view = input.view;
  view.running_since = 0;
  return pieces::look(tr("Stop the clock"), view);
}

}  // namespace

PageBlock agenda_block(const PageInput& input) {
  PageBlock block{"agenda", tr("Moderation plan"), ""};
  block.tables = {"agenda"};
  const auto items = agenda_items(input.project->work->agenda, input.view.agenda);
  if (items.empty()) {
    block.sentence = tr("There is no plan of a meeting yet: take a proven one and change it.");
    block.actions.push_back(proven_action(input));
    return block;
  }
  const auto& name = items.front().agenda;
  const long minutes = agenda_minutes(items);
  block.heading = name.empty() ? block.heading : said(tr("Moderation plan: {0}"), name);
  block.sentence =
      said(tr_n("{0} item, {1} minutes: from {2} to {3}.",
                "{0} items, {1} minutes: from {2} to {3}.", items.size()),
           items.size(), minutes, clock_text(first_minute), clock_text(first_minute + minutes));
  add_switch(input, name, block);
  tell_items(items, block);
  if (input.view.running_since != 0) block.actions.push_back(stop_clock(input));
  const auto names = names_of_agendas(*input.project->work);
  if (std::find(names.begin(), names.end(), tr("Round table")) == names.end())
    block.actions.push_back(proven_action(input));
  block.method =
      tr("Times begin at 9:00. A break is wanted after 90 minutes at the latest, and the "
         "plan of the round table is our own proposal [D].");
  return block;
}

}  // namespace nahraum::app
