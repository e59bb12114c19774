/// Module 4: the moderation plan.

#include "app/page_agenda.hpp"

#include <algorithm>
#include <cstdint>

#include "app/agenda_clock.hpp"
#include "app/agenda_day.hpp"
#include "app/page_network_parts.hpp"
#include "model/work_tables.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using base::tr_n;
using pieces::said;

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

/// The rows of a new meeting, which comes into sight.
PageAction take_plan(const PageInput& input, const char* label, const AgendaItems& items) {
  std::vector<model::RecordChange> changes;
  for (const auto& item : items)
    changes.push_back(model::put_row(item));
  auto view = input.view;
  view.agenda = items.front().agenda;
  auto action = pieces::edit(label, std::move(changes));
  action.actions.emplace_back(LookAtWork{view});
  return action;
}

AgendaItems proven_items() {
  AgendaItems items;
  for (const auto& item : proven_plan()) {
    model::AgendaItem row;
    row.agenda = tr("Round table");
    row.position = static_cast<std::int32_t>(items.size() + 1);
    row.title = item.title;
    row.kind = item.kind;
    row.method = item.method;
    row.material = item.material;
    row.minutes = item.minutes;
    items.push_back(std::move(row));
  }
  return items;
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
    choice.choices.push_back(
        pieces::look(names[i].empty() ? std::string(tr("without a name")) : names[i], view));
    if (names[i] == shown) choice.chosen = static_cast<int>(i);
  }
  block.switches.push_back(std::move(choice));
}

PageLine item_line(const PageInput& input, const model::AgendaItem& item, long start) {
  auto line = pieces::fact(clock_text(start) + " " + title_alone(item.title));
  if (item.minutes) line.text += said(tr(" ({0} min)"), *item.minutes);
  if (!item.method.empty()) line.text += " – " + item.method;
  if (const auto* exercise = find_exercise(input.exercises.get(), item.exercise))
    line.actions.push_back(
        {tr("Open the exercise"), actions_to_exercise(*input.project, *exercise, input.today)});
  line.actions.push_back(pieces::open_row(tr("Open"), "agenda", item.id));
  return line;
}

PageLine warning_of(const model::AgendaItem& item, std::string text) {
  auto line = pieces::warning(std::move(text));
  line.actions.push_back(pieces::open_row(tr("Open"), "agenda", item.id));
  return line;
}

/// What does not go: items without minutes, exercises that are not there, times that do not fit.
void warn_of_items(const PageInput& input, const AgendaItems& items, const AgendaPlan& plan,
                   PageBlock& block) {
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto& item = items[i];
    const auto title = title_alone(item.title);
    if (item.minutes.value_or(0) <= 0 && !stated_begin(item.title))
      block.lines.push_back(
          warning_of(item, said(tr("“{0}” has no minutes: it counts as none."), title)));
    if (input.exercises && !item.exercise.empty() &&
        !find_exercise(input.exercises.get(), item.exercise))
      block.lines.push_back(warning_of(
          item,
          said(tr("“{0}” names an exercise that is not in the list: {1}"), title, item.exercise)));
    if (plan.late[i] > 0)
      block.lines.push_back(warning_of(
          item, said(tr("“{0}” is to begin at {1}, but what is before it takes until {2}: {3} "
                        "minutes too long."),
                     title, clock_text(*stated_begin(item.title)), clock_text(plan.starts[i]),
                     plan.late[i])));
  }
}

void tell_items(const PageInput& input, const AgendaItems& items, const AgendaPlan& plan,
                PageBlock& block) {
  for (std::size_t i = 0; i < items.size(); ++i)
    block.lines.push_back(item_line(input, items[i], plan.starts[i]));
  warn_of_items(input, items, plan, block);
  const long longest = longest_without_break(items);
  if (longest > most_without_break)
    block.lines.push_back(pieces::warning(
        said(tr("{0} minutes without a break: older people need one after {1} at the latest."),
             longest, most_without_break)));
  if (plan.end > 24 * 60)
    block.lines.push_back(pieces::warning(tr("The plan goes on past midnight.")));
}

/// All that follows moves along.
PageAction move_begin(const model::AgendaItem& first, const AgendaPlan& plan, long by) {
  auto row = first;
  row.title = with_begin(first.title, plan.begin() + by);
  return pieces::edit(said(tr("Begin at {0}"), clock_text(plan.begin() + by)),
                      {model::put_row(row)});
}

void add_plans(const PageInput& input, PageBlock& block) {
  const auto names = names_of_agendas(*input.project->work);
  const auto add = [&](const char* label, const AgendaItems& items) {
    if (items.empty()) return;
    if (std::find(names.begin(), names.end(), items.front().agenda) != names.end()) return;
    block.actions.push_back(take_plan(input, label, items));
  };
  add(tr("Take a proven plan"), proven_items());
  if (input.exercises) add(tr("Take a day as an example"), example_day(*input.exercises));
}

}  // namespace

const course::Exercise* find_exercise(const std::vector<course::Exercise>* all,
                                      const std::string& id) {
  if (!all || id.empty()) return nullptr;
  const auto at =
      std::find_if(all->begin(), all->end(), [&](const auto& each) { return each.id == id; });
  return at == all->end() ? nullptr : &*at;
}

std::vector<Action> actions_to_exercise(const model::Project& project,
                                        const course::Exercise& exercise,
                                        const std::string& today) {
  const model::ExerciseProgress* newest = nullptr;
  for (const auto& each : project.exercises) {
    if (each.exercise == exercise.id) newest = &each;
  }
  const bool goes_on = newest && newest->finished.empty();
  return {ChooseModule{exercise.module}, goes_on
                                             ? ExerciseAction(OpenExercise{newest->id})
                                             : ExerciseAction(BeginExercise{exercise.id, today})};
}

std::vector<Action> actions_into_plan(const State& state, const course::Exercise& exercise) {
  const auto items = agenda_items(state.project->work->agenda, state.work.agenda);
  auto item = item_of(exercise);
  item.agenda = items.empty() ? std::string(tr("Course day")) : items.front().agenda;
  std::int32_t last = 0;
  for (const auto& each : items)
    last = std::max(last, each.position.value_or(0));
  item.position = last < INT32_MAX ? last + 1 : last;
  const auto text = said(tr("“{0}” stands at the end of the plan in module 4."), item.title);
  return {put_rows({model::put_row(item)}), Tell{text}};
}

PageBlock agenda_block(const PageInput& input) {
  PageBlock block{"agenda", tr("Moderation plan"), ""};
  block.tables = {"agenda"};
  const auto items = agenda_items(input.project->work->agenda, input.view.agenda);
  if (items.empty()) {
    block.sentence = tr("There is no plan of a meeting yet: take a proven one and change it.");
    add_plans(input, block);
    return block;
  }
  const auto& name = items.front().agenda;
  const auto plan = agenda_plan(items);
  block.heading = name.empty() ? block.heading : said(tr("Moderation plan: {0}"), name);
  block.sentence =
      said(tr_n("{0} item, {1} minutes: from {2} to {3}.",
                "{0} items, {1} minutes: from {2} to {3}.", items.size()),
           items.size(), agenda_minutes(items), clock_text(plan.begin()), clock_text(plan.end));
  add_switch(input, name, block);
  tell_items(input, items, plan, block);
  constexpr long a_step = 15;
  block.actions.push_back(move_begin(items.front(), plan, -a_step));
  block.actions.push_back(move_begin(items.front(), plan, a_step));
  add_plans(input, block);
  block.method =
      tr("A title that begins with a time, such as “8:30 Welcome”, states when its item begins; "
         "the others follow, and without any it is 9:00. The clock measures by these times, "
         "unless it is started more than an hour away from them: then by its own start. A break "
         "is wanted after 90 minutes at the latest; that, the plan of the round table and the day "
         "are our own proposal [D].");
  return block;
}

}  // namespace nahraum::app
