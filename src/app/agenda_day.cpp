#include "app/agenda_day.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/translate.hpp"

namespace nahraum::app {
namespace {

using base::tr;

constexpr int longest_exercise = 75;  ///< minutes: longer ones are a half day's own

struct Line {
  const char *title, *kind, *method, *material;
  int minutes;
};

/// The day as it grows.
class Day {
 public:
  void add(const Line& line) {
    model::AgendaItem item;
    item.title = line.title;
    item.kind = line.kind;
    item.method = line.method;
    item.material = line.material;
    item.minutes = line.minutes;
    put(std::move(item));
  }
  void add(const course::Exercise* exercise) {
    if (!exercise) return;
    put(item_of(*exercise));
    ++exercises_;
  }
  AgendaItems items() const { return exercises_ > 0 ? items_ : AgendaItems{}; }

 private:
  void put(model::AgendaItem item) {
    const bool pauses = item.kind == "break";
    if (!pauses && since_ > 0 && since_ + *item.minutes > most_without_break)
      add({tr("Break"), "break", tr("Fresh air, informal talks"), tr("drinks, seats with armrests"),
           15});
    since_ = pauses ? 0 : since_ + *item.minutes;
    item.agenda = tr("Course day");
    item.position = static_cast<std::int32_t>(items_.size() + 1);
    items_.push_back(std::move(item));
  }

  AgendaItems items_;
  long since_ = 0;  ///< minutes without a break
  int exercises_ = 0;
};

/// That of the course's own day, else the module's first that fits into one.
const course::Exercise* of_module(const std::vector<course::Exercise>& all, int module,
                                  const char* usual) {
  const course::Exercise* first = nullptr;
  for (const auto& each : all) {
    if (each.module != module || each.minutes > longest_exercise) continue;
    if (each.id == usual) return &each;
    if (!first) first = &each;
  }
  return first;
}

}  // namespace

model::AgendaItem item_of(const course::Exercise& exercise) {
  const auto language = base::language();
  model::AgendaItem item;
  item.title = exercise.title.in(language);
  item.kind = "exercise";
  item.method = fmt::format(fmt::runtime(tr("Module {0}, groups of {1} to {2} at a computer")),
                            exercise.module, exercise.group_from, exercise.group_to);
  item.material = exercise.material.in(language);
  item.minutes = exercise.minutes;
  item.exercise = exercise.id;
  return item;
}

AgendaItems example_day(const std::vector<course::Exercise>& exercises) {
  Day day;
  day.add({tr("Welcome and aim of the day"), "input",
           tr("Everybody says name, place and a question; form the groups"),
           tr("name cards, the groups’ files handed out"), 20});
  day.add(of_module(exercises, 1, "neighbourhood-profile"));
  day.add(of_module(exercises, 2, "find-the-gap"));
  day.add({tr("Compare what the groups found"), "discussion",
           tr("Each group says one sentence and shows its map"), tr("projector"), 20});
  day.add({tr("Lunch"), "break", tr("In a room without steps"), "", 60});
  day.add(of_module(exercises, 3, "pins-and-theses"));
  day.add({tr("Merge the groups’ files"), "discussion",
           tr("Collect the files, merge them in module 3, look at agreement and dissent"),
           tr("USB stick or shared folder, projector"), 25});
  day.add({tr("What does it mean for our own districts?"), "discussion",
           tr("In pairs, then one idea each on the board"), tr("board, cards"), 20});
  day.add(of_module(exercises, 6, "from-gap-to-measure"));
  day.add({tr("The first step at home"), "discussion",
           tr("Everybody writes down one measure, who helps with it and until when"),
           tr("cards, pens"), 20});
  day.add({tr("Round at the end"), "input", tr("One sentence each: what do I take with me?"),
           tr("feedback sheet"), 20});
  auto items = day.items();
  if (!items.empty()) items.front().title = with_begin(items.front().title, usual_begin);
  return items;
}

}  // namespace nahraum::app
