#include <map>

#include "app/page_staff.hpp"
#include "planning/competences.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {

using base::tr;
using base::tr_n;

namespace {

constexpr planning::CompetenceScale scale{1, 5};
const std::vector<std::string>& competence_ids() {
  static const std::vector<std::string> ids{"self", "social", "method", "action"};
  return ids;
}
std::string competence_name(std::size_t number) {
  static constexpr std::array names{
      base::tr_noop("Self-competence"), base::tr_noop("Social competence"),
      base::tr_noop("Methodical competence"), base::tr_noop("Competence to act")};
  return tr(names.at(number));
}

std::optional<std::size_t> number_of(const std::string& competence) {
  const auto& ids = competence_ids();
  for (std::size_t i = 0; i < ids.size(); ++i) {
    if (ids[i] == competence) return i;
  }
  return std::nullopt;
}

/// Rows of one card are a sheet before and a sheet after; a row without a card's number is a card
/// of its own.
std::vector<planning::CompetenceSheet> sheets_of(const std::vector<model::Competence>& rows) {
  std::map<std::pair<int, int>, std::pair<planning::CompetenceSheet, planning::CompetenceSheet>>
      cards;
  for (const auto& row : rows) {
    const auto number = number_of(row.competence);
    if (!number) continue;
    auto& [before, after] = cards[row.person ? std::pair(0, *row.person) : std::pair(1, row.id)];
    if (row.before) before.values[*number] = row.before;
    if (row.after) after.values[*number] = row.after;
  }
  std::vector<planning::CompetenceSheet> sheets;
  for (auto& [card, both] : cards) {
    both.second.after = true;
    sheets.push_back(both.first);
    sheets.push_back(both.second);
  }
  return sheets;
}

/// Few sheets would tell of single persons.
bool may_tell(const planning::CompetenceFigures& figures, int min_count) {
  return figures.mean && figures.answers >= static_cast<std::size_t>(std::max(1, min_count));
}

std::string figures_text(const planning::CompetenceFigures& figures, int min_count) {
  if (figures.answers == 0) return tr("no answers");
  if (!may_tell(figures, min_count))
    return say(tr("{} answers: too few to be told"),
               scene::persons_text(static_cast<long>(figures.answers), min_count));
  const auto spread = figures.standard_deviation ? decimal(*figures.standard_deviation, 1) : "–";
  return say(tr("{0} (n = {1}, spread {2})"), decimal(*figures.mean, 1), figures.answers, spread);
}

scene::RadarSpec radar_of(const planning::CompetenceRadar& radar, int min_count) {
  scene::RadarSpec spec;
  spec.low = scale.low;
  spec.high = scale.high;
  spec.first = tr("Competence");
  spec.series = {{tr("before"), {}}, {tr("afterwards"), {}}};
  for (std::size_t i = 0; i < planning::competences; ++i) {
    spec.axes.push_back(competence_name(i));
    const auto value = [&](const planning::CompetenceFigures& figures) {
      return may_tell(figures, min_count) ? figures.mean : std::nullopt;
    };
    spec.series[0].values.push_back(value(radar.before[i]));
    spec.series[1].values.push_back(value(radar.after[i]));
  }
  return spec;
}

void add_lines(const planning::CompetenceRadar& radar, int min_count, PageBlock& block) {
  std::size_t out = 0;
  for (std::size_t i = 0; i < planning::competences; ++i) {
    block.lines.push_back(fact(say(tr("{0}: before {1}; afterwards {2}."), competence_name(i),
                                   figures_text(radar.before[i], min_count),
                                   figures_text(radar.after[i], min_count))));
    out += radar.before[i].out_of_range + radar.after[i].out_of_range;
  }
  if (out > 0)
    block.lines.push_back(
        warning(say(tr_n("{} value is outside 1 to 5: it counts nowhere.",
                         "{} values are outside 1 to 5: they count nowhere.", out),
                    out)));
}

std::string competences_sentence(const planning::CompetenceRadar& radar, int min_count) {
  std::optional<std::size_t> best;
  for (std::size_t i = 0; i < planning::competences; ++i) {
    const bool told = may_tell(radar.before[i], min_count) && may_tell(radar.after[i], min_count);
    if (told && (!best || *radar.change[i] > *radar.change[*best])) best = i;
  }
  if (!best)
    return tr(
        "Nothing can be told of a change yet: it takes enough answers before and "
        "afterwards.");
  const double change = *radar.change[*best];
  if (change <= 0) return tr("No competence is higher afterwards than before.");
  return say(tr("The greatest gain is in “{0}”: {1} points on the scale of 1 to 5."),
             competence_name(*best), decimal(change, 1));
}

/// Cards for eight people, without values.
std::vector<model::RecordChange> blank_cards(const PageInput& input) {
  constexpr int people = 8;
  std::vector<model::RecordChange> changes;
  for (int person = 1; person <= people; ++person) {
    for (const auto& competence : competence_ids()) {
      model::Competence row;
      row.id = new_id(input, input.project->work->competences, static_cast<int>(changes.size()));
      row.person = person;
      row.competence = competence;
      changes.push_back(model::put_row(row));
    }
  }
  return changes;
}

}  // namespace

PageBlock competences_block(const PageInput& input) {
  const auto& rows = input.project->work->competences;
  PageBlock block{"competences", tr("Competence radar"), ""};
  block.tables = {"competences"};
  if (rows.empty()) {
    block.sentence =
        tr("There are no cards yet. Everybody writes a number on a card, no name, and "
           "rates four competences from 1 to 5 before the course and afterwards.");
    block.actions.push_back(button(tr("Lay out cards for eight people"), blank_cards(input)));
  } else {
    const auto radar = planning::competence_radar(sheets_of(rows), scale);
    block.sentence = competences_sentence(radar, input.min_count);
    add_lines(radar, input.min_count, block);
    block.chart = radar_of(radar, input.min_count);
  }
  block.actions.push_back(open_table("competences"));
  block.method =
      tr("Means of all cards before and afterwards; nobody is followed, so a change is one of the "
         "group. The spread is the standard deviation. Self-, social, methodical competence and "
         "competence to act are the course's aims (verified: quartiere-entwickeln.de); the scale "
         "is our assumption. Fewer answers than the disclosure minimum are not told.");
  return block;
}

}  // namespace nahraum::app
