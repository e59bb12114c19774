#include "app/page_participation.hpp"

#include <algorithm>
#include <functional>
#include <map>

#include <fmt/format.h>

#include "app/page_pieces.hpp"
#include "base/translate.hpp"
#include "model/work_tables.hpp"
#include "planning/personal_data.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using model::Id;
using model::PlaceMark;
using pieces::said;

const model::Work& work_of(const PageInput& input) {
  return *input.project->work;
}

Action look(WorkView view, const std::function<void(WorkView&)>& change) {
  change(view);
  return LookAtWork{std::move(view)};
}

/// Cards that trainers begin with. Source: needle method, domain notes §5 [V34].
PageAction proven_cards(const PageInput& input) {
  const char* const cards[] = {base::tr_noop("Where do you like to be?"),
                               base::tr_noop("What do you avoid?"),
                               base::tr_noop("Where do you not get to though you would like to?")};
  Id id = model::next_row_id(work_of(input).questions, work_of(input).handout.group);
  std::vector<model::RecordChange> rows;
  for (const char* text : cards)
    rows.push_back(model::put_row(model::Question{id++, tr(text), "pins", ""}));
  return {tr("Take three proven cards"), {put_rows(std::move(rows))}};
}

PageSwitch which_card(const PageInput& input, const model::Question& now) {
  PageSwitch which{tr("Card"), {}, 0};
  for (const auto& card : work_of(input).questions) {
    if (card.id == now.id) which.chosen = static_cast<int>(which.choices.size());
    which.choices.push_back(
        {card.text, {look(input.view, [&](WorkView& view) { view.question = card.id; })}});
  }
  return which;
}

PageSwitch which_people(const PageInput& input) {
  const std::string groups[] = {"", tr("under 65"), tr("65 to 79"), tr("80 and over"),
                                tr("with a rollator")};
  PageSwitch which{tr("Who sets pins"), {}, 0};
  for (const auto& group : groups) {
    if (group == input.view.people) which.chosen = static_cast<int>(which.choices.size());
    which.choices.push_back({group.empty() ? tr("not told") : group,
                             {look(input.view, [&](WorkView& view) { view.people = group; })}});
  }
  return which;
}

PageSwitch which_value(const PageInput& input) {
  const std::pair<const char*, const char*> values[] = {{"", tr("no value")},
                                                        {"good", tr("good")},
                                                        {"bad", tr("bad")},
                                                        {"far", tr("too far")},
                                                        {"unsafe", tr("unsafe")}};
  PageSwitch which{tr("Meaning"), {}, 0};
  for (const auto& [id, label] : values) {
    if (id == input.view.value) which.chosen = static_cast<int>(which.choices.size());
    which.choices.push_back({label, {look(input.view, [&, value = std::string(id)](WorkView& view) {
                               view.value = value;
                             })}});
  }
  return which;
}

/// While ways are drawn by hand the ground is not to steer them.
PageSwitch which_ground(const PageInput& input) {
  const std::pair<SketchGround, const char*> grounds[] = {{SketchGround::full, tr("whole map")},
                                                          {SketchGround::pale, tr("pale map")},
                                                          {SketchGround::empty, tr("empty map")}};
  PageSwitch which{tr("Map while drawing by hand"), {}, 0};
  for (const auto& [ground, label] : grounds) {
    if (ground == input.view.ground) which.chosen = static_cast<int>(which.choices.size());
    which.choices.push_back(
        {label, {look(input.view, [&, now = ground](WorkView& view) { view.ground = now; })}});
  }
  return which;
}

}  // namespace

const model::Question* card_in_sight(const PageInput& input) {
  const auto& cards = work_of(input).questions;
  if (const auto* chosen = model::find_row(cards, input.view.question)) return chosen;
  return cards.empty() ? nullptr : &cards.front();
}

std::string group_of_mark(const PlaceMark& mark) {
  if (const Id group = mark.id / model::ids_of_a_group; group > 0)
    return said(tr("group {0}"), group);
  return mark.people.empty() ? tr("not told") : mark.people;
}

int value_of(const PlaceMark& mark) {
  if (mark.value == "good") return 1;
  return mark.value == "bad" || mark.value == "far" || mark.value == "unsafe" ? -1 : 0;
}

std::string value_words(const PlaceMark& mark) {
  if (mark.value == "good") return tr("good");
  if (mark.value == "bad") return tr("bad");
  if (mark.value == "far") return tr("too far");
  return mark.value == "unsafe" ? tr("unsafe") : "";
}

PageBlock cards_block(const PageInput& input) {
  PageBlock block{"cards", tr("Needle method"), ""};
  block.tables = {"questions", "marks"};
  const auto* card = card_in_sight(input);
  if (!card) {
    block.sentence =
        tr("Ask residents by cards, and let them set pins on the map. Begin with a card.");
    block.actions = {proven_cards(input)};
    return block;
  }
  const auto pins = static_cast<unsigned long>(
      std::count_if(work_of(input).marks.begin(), work_of(input).marks.end(),
                    [&](const PlaceMark& mark) { return mark.question == card->id; }));
  block.sentence = said(tr("“{0}”: {1}"), card->text,
                        said(base::tr_n("{0} pin or line", "{0} pins and lines", pins), pins));
  block.switches = {which_card(input, *card), which_people(input), which_value(input),
                    which_ground(input)};
  block.actions = {{tr("Set pins"), {ChooseTool{Tool::set_pin}}},
                   {tr("Draw ways by hand"), {ChooseTool{Tool::draw_sketch}}}};
  block.method =
      tr("No names: a pin stands for a group of residents. Needle method after Deinet and "
         "Krisch [V34].");
  return block;
}

PageBlock votes_block(const PageInput& input) {
  PageBlock block{"votes", tr("Votes by dots"), ""};
  block.tables = {"votes"};
  std::map<std::pair<Id, std::string>, double> dots;
  int unknown = 0;
  for (const auto& vote : work_of(input).votes) {
    if (vote.dots)
      dots[{vote.question, vote.option}] += *vote.dots;
    else
      ++unknown;
  }
  if (dots.empty()) {
    block.sentence = tr("No dots yet: write them down in the table, an option a row.");
    return block;
  }
  scene::BarsSpec bars{{tr("Dots")}, {}, tr("Option"), false, 0, {}, ""};
  double all = 0;
  for (const auto& [key, count] : dots) {
    const auto* card = model::find_row(work_of(input).questions, key.first);
    bars.rows.push_back({(card ? card->text + " – " : "") + key.second, {count}, "", ""});
    all += count;
  }
  std::stable_sort(bars.rows.begin(), bars.rows.end(),
                   [](const auto& a, const auto& b) { return a.parts[0] > b.parts[0]; });
  block.sentence = said(tr("{0} dots; most for “{1}”."), all, bars.rows[0].name);
  if (unknown > 0)
    block.lines.push_back({PageLine::Kind::warning,
                           said(base::tr_n("{0} row has no number of dots and does not count.",
                                           "{0} rows have no number of dots and do not count.",
                                           static_cast<unsigned long>(unknown)),
                                unknown)});
  block.chart = std::move(bars);
  return block;
}

PageBlock personal_block(const PageInput& input) {
  PageBlock block{"personal", tr("Before it leaves the house"), ""};
  const auto look_at = [&](const std::string& text, const char* table, Id row) {
    if (planning::personal_data(text).empty()) return;
    block.lines.push_back(
        {PageLine::Kind::warning, text, {}, {{tr("Look at it"), {OpenTable{table, row}}}}});
  };
  for (const auto& mark : work_of(input).marks)
    look_at(mark.text, "marks", mark.id);
  for (const auto& finding : work_of(input).findings)
    look_at(finding.text, "findings", finding.id);
  for (const auto& card : work_of(input).questions)
    look_at(card.text, "questions", card.id);
  const auto count = block.lines.size();
  block.sentence =
      count == 0 ? std::string(tr("No text looks as if it named somebody."))
                 : said(base::tr_n("{0} text may hold personal data: take names, addresses and "
                                   "numbers out before you share the project.",
                                   "{0} texts may hold personal data: take names, addresses and "
                                   "numbers out before you share the project.",
                                   count),
                        count);
  block.method =
      tr("A hint, no proof: forms of address, telephone numbers, e-mail and street "
         "addresses, birthdays and account numbers are looked for [D].");
  return block;
}

ModulePage participation_page(const PageInput& input, jobs::Context& context) {
  ModulePage page;
  page.blocks = {cards_block(input), places_block(input), felt_block(input)};
  context.check();
  page.blocks.push_back(votes_block(input));
  page.blocks.push_back(stages_block(input));
  page.blocks.push_back(groups_block(input));
  page.blocks.push_back(personal_block(input));
  if (input.view.agreement) put_agreement(input, page);
  const auto* card = card_in_sight(input);
  for (const auto& mark : work_of(input).marks) {
    if (input.view.agreement && mark.at.size() == 1) continue;
    if (mark.at.empty() || (card && mark.question != card->id)) continue;
    const auto series = static_cast<std::size_t>(value_of(mark) + 1);
    const char* letter = value_of(mark) > 0 ? "+" : value_of(mark) < 0 ? "–" : "•";
    const auto name = group_of_mark(mark) + (mark.text.empty() ? "" : ": " + mark.text);
    if (mark.at.size() == 1)
      page.signs.push_back({mark.at[0], letter, name, series, "marks", mark.id});
    else
      page.strokes.push_back({mark.at, series, 0.7, false});
  }
  return page;
}

}  // namespace nahraum::app
