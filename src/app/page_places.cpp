#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "app/handout.hpp"
#include "app/page_participation.hpp"
#include "app/page_pieces.hpp"
#include "app/planning_input.hpp"
#include "app/project_objects.hpp"
#include "base/days.hpp"
#include "base/translate.hpp"
#include "model/work_tables.hpp"
#include "planning/agreement.hpp"
#include "planning/offer_stage.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using model::PlaceMark;
using pieces::said;
using planning::AgreedPlace;

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, ", "));
}

const model::Work& work_of(const PageInput& input) {
  return *input.project->work;
}

model::Id first_pin(const AgreedPlace& place, const std::vector<const PlaceMark*>& pins) {
  return place.pins.empty() ? 0 : pins[place.pins.front()]->id;
}

std::string comments_of(const AgreedPlace& place, const std::vector<const PlaceMark*>& pins) {
  std::vector<std::string> texts;
  for (const auto pin : place.pins) {
    const auto& text = pins[pin]->text;
    if (!text.empty() && std::find(texts.begin(), texts.end(), text) == texts.end() &&
        texts.size() < 3)
      texts.push_back(said(tr("“{0}”"), text));
  }
  return texts.empty() ? "" : " " + joined(texts);
}

PageLine place_line(const PageInput& input, const planning::QuestionAgreement& question,
                    const AgreedPlace& place, const std::vector<const PlaceMark*>& pins) {
  const auto words = said(tr("Groups {0} of {1} ({2}) · pins {3}: {4}{5}"), place.groups.size(),
                          question.answered.size(), joined(pieces::counted_up(place.groups)),
                          place.pins.size(), question.question, comments_of(place, pins));
  return {PageLine::Kind::fact, words, place.at,
          pieces::measure_of(
              input, {question.question, words, "cluster", first_pin(place, pins), place.at})};
}

std::string stage_words(planning::OfferStage stage) {
  const char* const words[] = {base::tr_noop("initiated"), base::tr_noop("accompanied"),
                               base::tr_noop("jointly answered for"),
                               base::tr_noop("self-organised"), base::tr_noop("lasting")};
  return tr(words[static_cast<std::size_t>(stage)]);
}

/// Lines about offers by the ids that planning writes.
void tell_offers(PageBlock& block, const model::Work& work, const std::vector<std::string>& ids,
                 PageLine::Kind kind, const char* message) {
  for (const auto& id : ids) {
    const auto row = model::find_row(work.offer_stages, std::stoi(id));
    if (!row) continue;
    block.lines.push_back(
        {kind,
         said(message, row->offer.empty() ? tr("Offer without a name") : row->offer, row->partner),
         {},
         {{tr("Look at it"), {OpenTable{"offer_stages", row->id}}}}});
  }
}

/// What groups' files changed differently, object by object, with all versions to take.
void tell_conflicts(PageBlock& block, const PageInput& input) {
  std::string object;
  for (const auto& row : work_of(input).conflicts) {
    const auto who =
        row.group.empty() ? std::string(tr("as handed out")) : said(tr("group {0}"), row.group);
    PageLine line{row.taken ? PageLine::Kind::fact : PageLine::Kind::warning,
                  said(tr("{0}, {1}: {2}"), object_words(*input.project, key_of(row.object)), who,
                       row.version)};
    if (row.taken) line.text += std::string(" – ") + tr("taken");
    if (!row.taken) {
      PageAction take{tr("Take this version"), {}};
      for (auto& edit : settle(*input.project, row.id))
        take.actions.push_back(PerformEdit{std::move(edit)});
      line.actions.push_back(std::move(take));
    }
    block.lines.push_back(std::move(line));
  }
}

}  // namespace

PageBlock places_block(const PageInput& input) {
  PageBlock block{"places", tr("Places that groups agree on"), ""};
  const auto set = set_pins(work_of(input));
  const auto& pins = set.marks;
  const auto& all = set.pins;
  if (pins.empty()) {
    block.sentence = tr("No pins yet. Places where several pins lie close together stand here.");
    return block;
  }
  block.switches = {which_marks(input)};
  std::size_t places = 0, alone = 0;
  for (const auto& question : planning::agreement(all, {})) {
    places += question.places.size();
    alone += question.alone.size();
    for (const auto& place : question.places)
      block.lines.push_back(place_line(input, question, place, pins));
  }
  for (const auto& place : planning::dissent(all)) {
    const auto words =
        said(tr("Dissent: {0} like to be there, {1} avoid it.{2}"), joined(place.liked_by),
             joined(place.avoided_by), comments_of(place, pins));
    block.lines.push_back(
        {PageLine::Kind::warning, words, place.at,
         pieces::measure_of(input, {tr("Talk about a disputed place"), words, "dissent",
                                    first_pin(place, pins), place.at})});
  }
  block.sentence =
      said(base::tr_n("{0} place where pins lie close together; pins alone: {1}.",
                      "{0} places where pins lie close together; pins alone: {1}.", places),
           places, alone);
  block.method =
      tr("Clusters by DBSCAN: at least 3 pins within 60 m (Ester et al. 1996; values "
         "[D]). A group that set no pin to a question neither agrees nor disagrees.");
  return block;
}

PageBlock felt_block(const PageInput& input) {
  PageBlock block{"felt", tr("Felt and computed"), ""};
  if (!input.answer || input.answer->bands.empty()) {
    block.sentence =
        tr("There is no catchment to compare pins with: choose a question in module 2.");
    return block;
  }
  const auto* type = input.catalogue->find_type(input.answer->question.type);
  std::size_t asked = 0, inside = 0;
  const auto set = set_pins(work_of(input));
  for (const auto* pin : set.marks) {
    if (pin->value != "far" && pin->value != "unsafe") continue;
    ++asked;
    const auto& bands = input.answer->bands;
    const bool within = std::any_of(bands.begin(), bands.end(), [&](const Band& band) {
      return geo::contains(band.outline, pin->at[0]);
    });
    if (!within) continue;
    ++inside;
    const bool told = !pin->people.empty() || pin->id / model::ids_of_a_group > 0;
    auto text = !told ? said(tr("“{0}”, though the way counts as short enough."), value_words(*pin))
                      : said(tr("“{0}” by {1}, though the way counts as short enough."),
                             value_words(*pin), group_of_mark(*pin));
    if (!pin->text.empty()) text += " " + said(tr("“{0}”"), pin->text);
    block.lines.push_back({PageLine::Kind::warning, std::move(text), pin->at[0]});
  }
  block.sentence =
      asked == 0
          ? std::string(tr("No pin says “too far” or “unsafe” yet."))
          : said(tr("Pins “too far” or “unsafe” inside the computed catchment (“{2}”, {3}): {0} of "
                    "{1}. Contradictions to talk about."),
                 inside, asked, type ? scene::name_of(*type) : input.answer->question.type,
                 scene::limit_name(input.answer->question.limit));
  block.method =
      tr("Pins are compared with the outline of the question’s catchment; what is felt is "
         "not wrong where it differs [D].");
  return block;
}

PageBlock stages_block(const PageInput& input) {
  PageBlock block{"stages", tr("What stands on its own feet"), ""};
  block.tables = {"offer_stages"};
  const auto& rows = work_of(input).offer_stages;
  if (rows.empty()) {
    block.sentence = tr("Rate the offers from 0 (initiated) to 4 (lasting) in the table.");
    return block;
  }
  const auto check = planning::stage_check(staged_offers(work_of(input)));
  scene::BarsSpec bars{{tr("Offers")}, {}, tr("Stage"), false, 0, {}, ""};
  for (std::size_t i = 0; i < planning::offer_stages; ++i)
    bars.rows.push_back({fmt::format("{} {}", i, stage_words(static_cast<planning::OfferStage>(i))),
                         {double(check.count[i])},
                         "",
                         ""});
  block.chart = std::move(bars);
  block.sentence = said(tr("Offers that fall when the coordinator leaves: {0} of {1}."),
                        check.fall.size(), rows.size());
  tell_offers(block, work_of(input), check.fall, PageLine::Kind::warning,
              tr("{0}: nobody is named to take it over"));
  tell_offers(block, work_of(input), check.date_missing, PageLine::Kind::fact,
              tr("{0}: handed over to {1}, but no date"));
  tell_offers(block, work_of(input), check.unknown, PageLine::Kind::fact, tr("{0}: not rated"));
  block.method =
      tr("An offer falls where its stage is below 3 and nobody is named to take it over; "
         "offers that are not rated count as neither [D].");
  return block;
}

PageBlock groups_block(const PageInput& input) {
  PageBlock block{"groups", tr("Groups’ files"), ""};
  const auto& work = work_of(input);
  if (work.handout.group == 0)
    block.actions = {{tr("Hand out to groups …"), {}, PageWish::hand_out},
                     {tr("Merge groups’ files …"), {}, PageWish::merge_groups}};
  if (work.contributions.empty() && work.conflicts.empty()) {
    block.sentence =
        work.handout.group > 0
            ? said(tr("This is the file of group {0} of {1}."), work.handout.group,
                   work.handout.groups)
            : std::string(tr("Hand the project out to groups, and bring their files together "
                             "again: what each has done stays apart."));
    return block;
  }
  std::map<std::string, std::map<std::string, int>> by_group;
  for (const auto& row : work.contributions)
    ++by_group[row.group][row.what];
  scene::BarsSpec bars{
      {tr("added"), tr("changed"), tr("removed")}, {}, tr("Group"), false, 0, {}, ""};
  std::vector<std::string> groups;
  for (const auto& [group, what] : by_group)
    groups.push_back(group);
  for (const auto& group : pieces::counted_up(groups)) {
    auto& what = by_group[group];
    bars.rows.push_back({said(tr("group {0}"), group),
                         {double(what["added"]), double(what["changed"]), double(what["removed"])},
                         "",
                         ""});
  }
  block.chart = std::move(bars);
  std::set<std::string> objects;
  for (const auto& row : work.conflicts)
    objects.insert(row.object);
  block.sentence = said(tr("Contributions: {1}, groups: {0}; objects changed differently: {2}."),
                        by_group.size(), work.contributions.size(), objects.size());
  tell_conflicts(block, input);
  block.tables = {"contributions", "conflicts"};
  return block;
}

}  // namespace nahraum::app
