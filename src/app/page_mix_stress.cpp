/// Module 5: the stress test. A provider, a sector or a payer falls away; who loses reach?

#include <algorithm>
#include <array>
#include <set>

#include "app/page_mix_parts.hpp"
#include "model/disclosure.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using base::tr_n;
using pieces::said;
using planning::FieldLoss;
using planning::SwitchKind;

constexpr std::size_t most_cases = 6;
constexpr std::array kinds{SwitchKind::provider, SwitchKind::sector, SwitchKind::payer};

const char* id_of(SwitchKind kind) {
  if (kind == SwitchKind::sector) return "sector";
  return kind == SwitchKind::payer ? "payer" : "provider";
}

std::string kind_name(SwitchKind kind) {
  if (kind == SwitchKind::sector) return tr("Sector");
  return kind == SwitchKind::payer ? tr("Payer") : tr("Provider");
}

std::string type_name(const MixWork& work, const std::string& id) {
  const auto* type = work.input.catalogue->find_type(id);
  return type == nullptr ? id : scene::name_of(*type);
}

WorkView view_of(const MixWork& work, const StressChoice& choice) {
  auto view = work.input.view;
  view.switched_off = to_text(choice);
  return view;
}

PageSwitch kind_switch(const MixWork& work, SwitchKind chosen) {
  PageSwitch choice{tr("What falls away"), {}, 0};
  for (std::size_t i = 0; i < kinds.size(); ++i) {
    choice.choices.push_back(pieces::look(kind_name(kinds[i]), view_of(work, {kinds[i], ""})));
    if (kinds[i] == chosen) choice.chosen = static_cast<int>(i);
  }
  return choice;
}

/// "Bakery (120), café (fewer than 5)": where somebody loses.
std::string fields_text(const MixWork& work, const planning::StressLoss& loss) {
  std::vector<std::string> names;
  for (const auto& field : loss.fields) {
    if (field.homes.empty()) continue;
    const auto shown = shown_loss(field, work.input.min_count).loses;
    names.push_back(type_name(work, field.field) +
                    (shown ? " (" + pieces::number(static_cast<double>(*shown), 0) + ")" : ""));
  }
  return pieces::listed(names, 5);
}

std::string case_text(const MixWork& work, const planning::StressCase& each) {
  const auto offers = said(tr_n("{0} offer", "{0} offers", each.offers), each.offers);
  if (each.loss.homes == 0)
    return said(tr("{0} ({1}): nobody loses the last offer of a kind."), name_of(each.off), offers);
  return said(tr("{0} ({1}): {2} people aged 65 and over lose the last offer of a kind: {3}."),
              name_of(each.off), offers, loss_text(each.loss, work.input.min_count),
              fields_text(work, each.loss));
}

std::string unnamed_text(SwitchKind kind, std::size_t n) {
  switch (kind) {
    case SwitchKind::sector:
      return said(
          tr_n("Of {0} offer in reach the sector is unknown: whether it falls is open.",
               "Of {0} offers in reach the sector is unknown: whether they fall is open.", n),
          n);
    case SwitchKind::payer:
      return said(
          tr_n("Of {0} offer in reach the main payer is unknown: whether it falls is open.",
               "Of {0} offers in reach the main payer is unknown: whether they fall is open.", n),
          n);
    default:
      break;
  }
  return said(tr_n("Of {0} offer in reach the provider is unknown: whether it falls is open.",
                   "Of {0} offers in reach the provider is unknown: whether they fall is open.", n),
              n);
}

std::size_t unnamed(const StressWorld& world, SwitchKind kind) {
  return static_cast<std::size_t>(
      std::count_if(world.offers.begin(), world.offers.end(), [&](const auto& offer) {
        if (kind == SwitchKind::sector) return offer.sector.empty();
        return kind == SwitchKind::payer ? offer.payer.empty() : offer.provider.empty();
      }));
}

void tell_unnamed(const StressWorld& world, SwitchKind kind, PageBlock& block) {
  const auto open = unnamed(world, kind);
  if (open > 0) block.lines.push_back(pieces::fact(unnamed_text(kind, open)));
}

std::optional<geo::Point> place_of(const StressWorld& world, const planning::SwitchedOff& off) {
  const auto states = planning::states_without(world.offers, off);
  std::vector<geo::Point> places;
  for (std::size_t i = 0; i < states.size(); ++i) {
    if (states[i] == planning::OfferState::falls) places.push_back(world.service[i]->at);
  }
  return places.empty() ? std::nullopt : std::optional(places.front());
}

void add_measure(const MixWork& work, const planning::SwitchedOff& off, PageLine& line) {
  auto actions = pieces::measure_of(work.input, {said(tr("Secure what hangs on {0}"), name_of(off)),
                                                 line.text, "gap", 0, place_of(*work.world, off)});
  for (auto& action : actions)
    line.actions.push_back(std::move(action));
}

void tell_cases(const MixWork& work, const StressChoice& choice, jobs::Context& context,
                PageBlock& block) {
  context.check();
  const auto cases = planning::stress_cases(work.world->offers, work.world->homes, choice.kind);
  context.check();
  if (cases.empty()) {
    block.sentence = tr("Nothing can fall away yet: enter who provides and who pays first.");
    return;
  }
  const auto& first = cases.front();
  block.sentence =
      first.loss.homes == 0
          ? said(tr("Nobody is known to lose the last offer of a kind {0}, whoever falls away."),
                 pieces::within(work.input))
          : said(tr("Most hangs on {0}: without it {1} people aged 65 and over lose the last offer "
                    "of "
                    "a kind {2}."),
                 name_of(first.off), loss_text(first.loss, work.input.min_count),
                 pieces::within(work.input));
  for (std::size_t i = 0; i < std::min(most_cases, cases.size()); ++i) {
    const auto& each = cases[i];
    if (i > 0 && each.loss.homes == 0) break;
    auto line = each.loss.homes > 0 ? pieces::warning(case_text(work, each))
                                    : pieces::fact(case_text(work, each));
    line.place = place_of(*work.world, each.off);
    line.actions.push_back(
        pieces::look(tr("Switch it off"), view_of(work, {choice.kind, each.off.name})));
    if (i == 0 && each.loss.homes > 0) add_measure(work, each.off, line);
    block.lines.push_back(std::move(line));
  }
}

std::string field_line(const MixWork& work, const FieldLoss& field) {
  const int least = work.input.min_count;
  const auto shown = shown_loss(field, least);
  const auto name = type_name(work, field.field);
  const auto count = [&](const std::optional<long>& value) {
    return value ? pieces::number(static_cast<double>(*value), 0) : std::string(tr("not told"));
  };
  auto text = said(tr("{0}: {1} of {2} people aged 65 and over lose the last one"), name,
                   count(shown.loses), count(shown.before));
  if (!field.homes_open.empty()) text += said(tr(", of {0} more it is open"), count(shown.open));
  text += ".";
  if (field.homes_unknown == 0) return text;
  return text + " " +
         said(tr_n("In {0} home it is not known who lives there.",
                   "In {0} homes it is not known who lives there.", field.homes_unknown),
              field.homes_unknown);
}

scene::BarRow bar_of(const MixWork& work, const FieldLoss& field) {
  const auto shown = shown_loss(field, work.input.min_count);
  scene::BarRow row;
  row.name = type_name(work, field.field);
  if (shown.keeps && shown.open && shown.loses) {
    row.parts = {static_cast<double>(*shown.keeps), static_cast<double>(*shown.open),
                 static_cast<double>(*shown.loses)};
  } else {
    row.unknown = tr("too few to be told");
  }
  return row;
}

/// Kinds of which an offer falls; of the others nothing is known to change.
std::set<std::string> falling_kinds(const StressWorld& world, const StressResult& result) {
  std::set<std::string> falling;
  for (std::size_t i = 0; i < result.states.size(); ++i) {
    if (result.states[i] == planning::OfferState::falls) falling.insert(world.offers[i].field);
  }
  return falling;
}

/// What was before is the whole bar.
scene::BarsSpec before_after(const MixWork& work, const StressResult& result) {
  scene::BarsSpec bars;
  bars.series = {tr("still reach one"), tr("not known whether"), tr("lose the last one")};
  bars.first = tr("Kind of offer");
  const auto falling = falling_kinds(*work.world, result);
  for (const auto& field : result.loss.fields) {
    if (falling.contains(field.field) && field.persons_before > 0)
      bars.rows.push_back(bar_of(work, field));
  }
  return bars;
}

void tell_fields(const MixWork& work, const StressResult& result, PageBlock& block) {
  const auto falling = falling_kinds(*work.world, result);
  std::vector<std::string> open;
  for (const auto& field : result.loss.fields) {
    if (falling.contains(field.field)) {
      const auto text = field_line(work, field);
      block.lines.push_back(field.homes.empty() ? pieces::fact(text) : pieces::warning(text));
    } else if (!field.homes_open.empty()) {
      open.push_back(type_name(work, field.field));
    }
  }
  if (!open.empty())
    block.lines.push_back(pieces::fact(
        said(tr("Nothing is known to fall here, but it hangs on what is unknown: {0}."),
             pieces::listed(open))));
}

void tell_off(const MixWork& work, const StressChoice& choice, PageBlock& block) {
  const planning::SwitchedOff off{choice.kind, choice.name};
  const auto result = stress_result(*work.world, choice);
  const auto fallen = static_cast<std::size_t>(
      std::count(result.states.begin(), result.states.end(), planning::OfferState::falls));
  block.actions.push_back(pieces::look(tr("Switch it on again"), view_of(work, {choice.kind, ""})));
  if (fallen == 0) {
    block.sentence = said(tr("No offer within reach is of {0}: nothing falls away."), name_of(off));
    return;
  }
  const planning::StressCase each{off, fallen, result.loss};
  block.sentence = said(tr("Without {0}"), case_text(work, each));
  tell_fields(work, result, block);
  auto line = pieces::fact(block.sentence);
  add_measure(work, off, line);
  for (auto& action : line.actions)
    block.actions.push_back(std::move(action));
  auto bars = before_after(work, result);
  if (!bars.rows.empty()) block.chart = std::move(bars);
}

std::string method(const MixWork& work) {
  return tr("Every home with the offers that it walks to within the limit; when offers fall, a "
            "home "
            "loses a kind whose last offer is gone (own method [D]). An offer of several payers "
            "falls with the one of the largest share [D]. Offers of which the name is unknown are "
            "open: neither counted as falling nor as staying. Offers that come to people's homes "
            "are not walked to and not counted here.") +
         pieces::walking_method(work.input);
}

}  // namespace

StressChoice stress_choice(const std::string& switched_off) {
  StressChoice choice;
  const auto space = switched_off.find(' ');
  const auto kind = switched_off.substr(0, space);
  if (kind == "sector") choice.kind = SwitchKind::sector;
  if (kind == "payer") choice.kind = SwitchKind::payer;
  if (space != std::string::npos) choice.name = switched_off.substr(space + 1);
  return choice;
}

std::string to_text(const StressChoice& choice) {
  if (choice.name.empty()) return choice.kind == SwitchKind::provider ? "" : id_of(choice.kind);
  return std::string(id_of(choice.kind)) + " " + choice.name;
}

std::string name_of(const planning::SwitchedOff& off) {
  if (off.kind == SwitchKind::payer) return payer_name(off.name);
  if (off.kind != SwitchKind::sector) return off.name;
  return mix_sector_name(pieces::sector_index(off.name));
}

ShownLoss shown_loss(const FieldLoss& loss, int min_count) {
  const long keeps = loss.persons_before - loss.persons - loss.persons_open;
  const auto shown = model::may_show_parts({loss.persons, loss.persons_open, keeps}, min_count);
  const auto if_shown = [](bool is, long value) {
    return is ? std::optional(value) : std::nullopt;
  };
  return {if_shown(model::may_show(loss.persons_before, min_count), loss.persons_before),
          if_shown(shown[0], loss.persons), if_shown(shown[1], loss.persons_open),
          if_shown(shown[2], keeps)};
}

std::string loss_text(const planning::StressLoss& loss, int min_count) {
  const auto small = [&](long value) { return value > 0 && !model::may_show(value, min_count); };
  long most = 0, sum = 0;
  bool telling = false;
  for (const auto& field : loss.fields) {
    const auto shown = shown_loss(field, min_count).loses;
    if (!shown) continue;
    most = std::max(most, *shown);
    sum += *shown;
    telling = telling || (*shown > 0 && small(loss.persons - *shown));
  }
  telling = telling || (sum > 0 && small(loss.persons - sum));
  if (telling && most > 0)
    return said(tr("at least {0}"), pieces::number(static_cast<double>(most), 0));
  return scene::persons_text(loss.persons, min_count);
}

StressResult stress_result(const StressWorld& world, const StressChoice& choice) {
  StressResult result;
  result.states = planning::states_without(world.offers, {choice.kind, choice.name});
  result.loss = planning::stress_loss(world.offers, world.homes, result.states);
  return result;
}

PageBlock stress_block(const MixWork& work, jobs::Context& context) {
  PageBlock block{"stress", tr("Stress test"), ""};
  const auto choice = stress_choice(work.input.view.switched_off);
  block.switches.push_back(kind_switch(work, choice.kind));
  block.method = method(work);
  if (!work.world) {
    block.sentence = pieces::not_computed_yet();
    return block;
  }
  if (choice.name.empty()) {
    tell_cases(work, choice, context, block);
  } else {
    tell_off(work, choice, block);
  }
  tell_unnamed(*work.world, choice.kind, block);
  return block;
}

}  // namespace nahraum::app
