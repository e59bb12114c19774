/// Module 4: the stakeholder matrix, and what follows for whom.

#include <array>

#include "app/page_network_parts.hpp"
#include "app/planning_input.hpp"
#include "model/work_tables.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using base::tr_n;
using pieces::said;
using planning::Quadrant;

std::optional<std::pair<double, double>> spread_of(const planning::RatedAxis& axis) {
  if (axis.raters < 2) return std::nullopt;
  return std::pair(axis.low, axis.high);
}

scene::MatrixSpec picture(const NetworkWork& net, const planning::StakeholderMatrix& matrix) {
  scene::MatrixSpec spec;
  spec.x_name = tr("Interest");
  spec.y_name = tr("Influence");
  spec.fields = {tr("observe"), tr("keep informed"), tr("keep satisfied"), tr("involve closely")};
  spec.series = pieces::sector_series();
  for (std::size_t i = 0; i < matrix.actors.size(); ++i) {
    const auto& each = matrix.actors[i];
    if (!each.quadrant) {
      spec.unrated.push_back(net.name(i));
      continue;
    }
    spec.points.push_back({each.actor, net.name(i), *each.interest.mean, *each.influence.mean,
                           spread_of(each.interest), spread_of(each.influence), each.disputed(),
                           pieces::sector_index(net.actor(i).sector)});
  }
  return spec;
}

std::vector<std::string> names_in(const NetworkWork& net, const planning::StakeholderMatrix& matrix,
                                  Quadrant quadrant) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < matrix.actors.size(); ++i) {
    if (matrix.actors[i].quadrant == quadrant) names.push_back(net.name(i));
  }
  return names;
}

/// What Mendelow does with whom.
const char* form_of(Quadrant quadrant) {
  switch (quadrant) {
    case Quadrant::engage_closely:
      return tr("Involve closely, decide with them: {0}.");
    case Quadrant::keep_satisfied:
      return tr("Keep satisfied, win their interest: {0}.");
    case Quadrant::keep_informed:
      return tr("Keep informed, give them a voice: {0}.");
    case Quadrant::monitor:
      break;
  }
  return tr("Observe, no effort for now: {0}.");
}

void tell_quadrants(const NetworkWork& net, const planning::StakeholderMatrix& matrix,
                    PageBlock& block) {
  for (const auto quadrant : {Quadrant::engage_closely, Quadrant::keep_satisfied,
                              Quadrant::keep_informed, Quadrant::monitor}) {
    const auto names = names_in(net, matrix, quadrant);
    if (!names.empty())
      block.lines.push_back(pieces::fact(said(form_of(quadrant), pieces::listed(names, 12))));
  }
}

void tell_next_steps(const NetworkWork& net, const planning::StakeholderMatrix& matrix,
                     PageBlock& block) {
  for (std::size_t i = 0; i < matrix.actors.size(); ++i) {
    const auto& actor = net.actor(i);
    if (matrix.actors[i].quadrant != Quadrant::engage_closely || !actor.next_step.empty()) continue;
    auto line = pieces::warning(said(tr("No next step is agreed with {0}."), actor.name));
    if (!actor.at.empty()) line.place = actor.at.front();
    line.actions.push_back(pieces::open_row(tr("Enter the next step"), "actors", actor.id));
    block.lines.push_back(std::move(line));
  }
}

void tell_disputed(const NetworkWork& net, const planning::StakeholderMatrix& matrix,
                   PageBlock& block) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < matrix.actors.size(); ++i) {
    if (matrix.actors[i].disputed()) names.push_back(net.name(i));
  }
  if (!names.empty())
    block.lines.push_back(
        pieces::warning(said(tr("The raters are more than 3 points apart, talk about it: {0}."),
                             pieces::listed(names))));
}

/// Who left out what: a rater's missing value is no zero.
void tell_skipped(const NetworkWork& net, PageBlock& block) {
  std::map<std::string, std::size_t> skipped;
  for (const auto& row : net.work.ratings) {
    if (!row.influence || !row.interest) ++skipped[row.rater];
  }
  for (const auto& [rater, count] : skipped) {
    block.lines.push_back(pieces::fact(
        said(tr_n("Rater {0} left {1} actor open; what is open counts nowhere.",
                  "Rater {0} left {1} actors open; what is open counts nowhere.", count),
             rater.empty() ? "–" : rater, count)));
  }
}

void tell_faulty(const NetworkWork& net, const planning::StakeholderMatrix& matrix,
                 PageBlock& block) {
  using planning::RatingFault;
  for (const auto& faulty : matrix.faulty) {
    const auto& row = net.work.ratings[faulty.rating];
    const auto* form = tr("Rating {0} names an actor who is not in the list; it does not count.");
    if (faulty.fault == RatingFault::out_of_range)
      form = tr("Rating {0} is not between 0 and 10; it does not count.");
    if (faulty.fault == RatingFault::same_rater_again)
      form = tr("Rating {0} is a second one by the same rater; it does not count.");
    auto line = pieces::fault(said(form, row.id));
    line.actions.push_back(pieces::open_row(tr("Open"), "ratings", row.id));
    block.lines.push_back(std::move(line));
  }
}

/// A row for each actor that nobody rated, for raters A and B.
PageAction rating_rows(const NetworkWork& net, const planning::StakeholderMatrix& matrix) {
  std::vector<model::RecordChange> changes;
  for (std::size_t i = 0; i < matrix.actors.size(); ++i) {
    bool there = false;
    for (const auto& row : net.work.ratings)
      there = there || row.actor == net.actor(i).id;
    for (const auto* rater : {"A", "B"}) {
      if (!there)
        changes.push_back(model::put_row(model::Rating{0, net.actor(i).id, rater, {}, {}}));
    }
  }
  return pieces::edit(tr("Add rows for two raters"), std::move(changes));
}

bool any_without_row(const NetworkWork& net) {
  for (const auto& actor : net.work.actors) {
    bool there = false;
    for (const auto& row : net.work.ratings)
      there = there || row.actor == actor.id;
    if (!there) return true;
  }
  return false;
}

std::string summary(const planning::StakeholderMatrix& matrix) {
  std::size_t rated = 0;
  for (const auto& each : matrix.actors)
    rated += each.quadrant ? 1 : 0;
  if (rated == 0)
    return tr("Nobody has rated yet: how much influence, how much interest, from 0 to 10?");
  return said(tr_n("{0} of {1} actors is rated.", "{0} of {1} actors are rated.", rated), rated,
              matrix.actors.size());
}

}  // namespace

PageBlock matrix_block(const NetworkWork& net) {
  PageBlock block{"matrix", tr("Stakeholder matrix"), ""};
  block.tables = {"ratings"};
  if (net.ids.empty()) {
    block.sentence = tr("The matrix needs actors: add them first.");
    return block;
  }
  const auto matrix = matrix_of(net.work);
  block.sentence = summary(matrix);
  tell_faulty(net, matrix, block);
  tell_quadrants(net, matrix, block);
  tell_disputed(net, matrix, block);
  tell_next_steps(net, matrix, block);
  tell_skipped(net, block);
  if (any_without_row(net)) block.actions.push_back(rating_rows(net, matrix));
  block.chart = picture(net, matrix);
  block.chart_table = "actors";
  block.method = tr(
      "Influence by interest, each from 0 to 10, and what is done with whom (Mendelow 1991 [K]). "
      "Several raters are averaged over those who rated; the fields meet at 5, a mean of 5 is "
      "high; whiskers show lowest and highest rating, more than 3 points apart is disputed and "
      "hollow [D].");
  return block;
}

}  // namespace nahraum::app
