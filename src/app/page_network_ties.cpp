/// Module 4: the network of actors with what holds it together and what it lacks.

#include <algorithm>
#include <set>

#include "app/network_picture.hpp"
#include "app/page_network_parts.hpp"
#include "model/work_tables.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using base::tr_n;
using pieces::said;

constexpr std::size_t most_lines = 6;

std::optional<geo::Point> place_of(const model::Actor& actor) {
  if (actor.at.empty()) return std::nullopt;
  return actor.at.front();
}

std::optional<geo::Point> place_between(const model::Actor& a, const model::Actor& b) {
  if (a.at.empty()) return place_of(b);
  if (b.at.empty()) return place_of(a);
  return pieces::middle({a.at.front(), b.at.front()});
}

std::size_t isolated_count(const NetworkWork& net) {
  return static_cast<std::size_t>(
      std::count_if(net.network.actors.begin(), net.network.actors.end(),
                    [](const planning::ActorFigures& each) { return each.isolated(); }));
}

std::string summary(const NetworkWork& net) {
  const auto n = net.ids.size(), pairs = net.network.pairs;
  const double density = net.network.density.value_or(0);
  const auto actors = said(tr_n("{0} actor", "{0} actors", n), n);
  const auto ties = said(tr_n("{0} tie", "{0} ties", pairs), pairs);
  const auto alone = isolated_count(net);
  return said(tr("{0}, {1}: {2} of all possible ties; {3}."), actors, ties,
              pieces::percent(density, density < 0.1 ? 1 : 0),
              alone == 0 ? std::string(tr("nobody is isolated"))
                         : said(tr_n("{0} is isolated", "{0} are isolated", alone), alone));
}

void tell_isolated(const NetworkWork& net, PageBlock& block) {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < net.ids.size(); ++i) {
    if (net.network.actors[i].isolated()) names.push_back(net.name(i));
  }
  if (names.empty()) return;
  auto line = pieces::warning(said(tr("Without any tie: {0}."), pieces::listed(names)));
  line.actions.push_back(pieces::open_row(tr("Enter ties"), "ties", 0));
  block.lines.push_back(std::move(line));
}

/// Most parts first.
std::vector<std::size_t> articulations(const NetworkWork& net) {
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < net.ids.size(); ++i) {
    if (net.network.actors[i].articulation()) found.push_back(i);
  }
  std::stable_sort(found.begin(), found.end(), [&](std::size_t a, std::size_t b) {
    return net.network.actors[a].parts_without > net.network.actors[b].parts_without;
  });
  return found;
}

void tell_articulations(const NetworkWork& net, PageBlock& block) {
  const auto found = articulations(net);
  for (std::size_t k = 0; k < std::min(most_lines, found.size()); ++k) {
    const auto i = found[k];
    const int parts = net.network.actors[i].parts_without;
    auto line = pieces::warning(said(
        tr_n("Without {0} the network falls into {1} part.",
             "Without {0} the network falls into {1} parts.", static_cast<unsigned long>(parts)),
        net.name(i), parts));
    line.place = place_of(net.actor(i));
    line.actions.push_back(pieces::open_row(tr("Open"), "actors", net.actor(i).id));
    block.lines.push_back(std::move(line));
  }
  if (found.size() <= most_lines) return;
  const auto more = found.size() - most_lines;
  block.lines.push_back(pieces::warning(
      said(tr_n("{0} more actor alone holds parts of the network together.",
                "{0} more actors each alone hold parts of the network together.", more),
           more)));
}

void tell_bridges(const NetworkWork& net, PageBlock& block) {
  const auto& bridges = net.network.bridges;
  for (std::size_t i = 0; i < std::min(most_lines, bridges.size()); ++i) {
    auto line = pieces::fact(said(tr("The tie {0} – {1} is the only one between two parts."),
                                  net.name(bridges[i].a), net.name(bridges[i].b)));
    line.place = place_between(net.actor(bridges[i].a), net.actor(bridges[i].b));
    block.lines.push_back(std::move(line));
  }
  if (bridges.size() <= most_lines) return;
  const auto more = bridges.size() - most_lines;
  block.lines.push_back(
      pieces::fact(said(tr_n("{0} more tie is the only one between two parts.",
                             "{0} more ties are each the only one between two parts.", more),
                        more)));
}

std::string fault_text(const NetworkWork& net, const planning::FaultyTie& fault) {
  const auto& tie = net.work.ties[fault.tie];
  const auto name = [&](model::Id id) {
    const auto* actor = model::find_row(net.work.actors, id);
    return actor != nullptr ? actor->name : "#" + std::to_string(id);
  };
  using planning::TieFault;
  switch (fault.fault) {
    case TieFault::self:
      return said(tr("Tie {0} joins {1} with itself."), tie.id, name(tie.from));
    case TieFault::duplicate:
      return said(tr("Tie {0} is there already: {1} – {2}."), tie.id, name(tie.from), name(tie.to));
    case TieFault::strength_out_of_range:
      return said(tr("The strength of tie {0} is not between 1 and 3."), tie.id);
    case TieFault::unknown_actor:
      break;
  }
  return said(tr("Tie {0} names an actor who is not in the list: {1} – {2}."), tie.id,
              name(tie.from), name(tie.to));
}

void tell_faults(const NetworkWork& net, PageBlock& block) {
  for (const auto& fault : net.network.faulty) {
    auto line = pieces::fault(fault_text(net, fault) + " " + tr("It does not count."));
    line.actions.push_back(pieces::open_row(tr("Open"), "ties", net.work.ties[fault.tie].id));
    block.lines.push_back(std::move(line));
  }
}

PageLine missing_line(const NetworkWork& net, const planning::MissingTie& missing) {
  const auto& a = net.actor(missing.pair.a);
  const auto& b = net.actor(missing.pair.b);
  auto line = pieces::fact(missing_sentence(net, missing));
  line.place = place_between(a, b);
  model::Tie tie;
  tie.from = a.id;
  tie.to = b.id;
  tie.kind = "information";
  tie.strength = 1;
  line.actions.push_back(pieces::edit(tr("Tie them"), {model::put_row(tie)}));
  const pieces::MeasureIdea idea{said(tr("Bring {0} and {1} together"), a.name, b.name), line.text,
                                 "tie", a.id, line.place};
  for (auto& action : pieces::measure_of(net.input, idea))
    line.actions.push_back(std::move(action));
  return line;
}

void tell_missing(const NetworkWork& net, PageBlock& block) {
  if (!net.answered) {
    block.lines.push_back(pieces::fact(said(
        tr("Who serves the same residents is not known yet: {0}"), pieces::not_computed_yet())));
    return;
  }
  for (std::size_t i = 0; i < std::min(most_missing, net.missing.size()); ++i)
    block.lines.push_back(missing_line(net, net.missing[i]));
  if (net.missing.size() <= most_missing) return;
  const auto more = net.missing.size() - most_missing;
  block.lines.push_back(
      pieces::fact(said(tr_n("{0} more pair serves the same residents without a tie.",
                             "{0} more pairs serve the same residents without a tie.", more),
                        more)));
}

/// Whose map in rings it is: the neighbourhood office, else the best connected.
std::size_t centre_of(const NetworkWork& net) {
  std::set<model::Id> offices;
  for (const auto& offer : offers_of(*net.input.project, *net.input.catalogue)) {
    if (offer.type->alias == "neighbourhood_office") offices.insert(offer.service->id);
  }
  const auto runs_office = [&](const model::Actor& actor) {
    return std::any_of(actor.services.begin(), actor.services.end(),
                       [&](model::Id id) { return offices.contains(id); });
  };
  std::size_t best = 0;
  for (std::size_t i = 0; i < net.ids.size(); ++i) {
    if (runs_office(net.actor(i))) return i;
    if (net.network.actors[i].degree > net.network.actors[best].degree) best = i;
  }
  return best;
}

void place_in_rings(const NetworkWork& net, scene::NetworkSpec& spec) {
  const auto centre = centre_of(net);
  std::vector<planning::RingNode> nodes;
  for (std::size_t i = 0; i < net.ids.size(); ++i)
    nodes.push_back({net.ids[i], 0, pieces::sector_index(net.actor(i).sector)});
  for (const auto& tie : layout_ties(net.work.actors, net.work.ties)) {
    if (tie.a != centre && tie.b != centre) continue;
    auto& strength = nodes[tie.a == centre ? tie.b : tie.a].strength;
    strength = std::max(strength, tie.strength);
  }
  const auto layout = planning::ring_layout(nodes);
  for (std::size_t i = 0; i < net.ids.size(); ++i)
    spec.nodes[i].at = layout.at[i];
  spec.nodes[centre].at = {0, 0};
  spec.rings.assign(planning::ring_radii.begin(), planning::ring_radii.end());
}

bool is_bridge(const NetworkWork& net, std::size_t a, std::size_t b) {
  return std::any_of(net.network.bridges.begin(), net.network.bridges.end(),
                     [&](const planning::ActorPair& pair) {
                       return (pair.a == a && pair.b == b) || (pair.a == b && pair.b == a);
                     });
}

void add_ties(const NetworkWork& net, scene::NetworkSpec& spec) {
  std::map<std::pair<std::size_t, std::size_t>, int> strongest;
  for (const auto& tie : layout_ties(net.work.actors, net.work.ties)) {
    auto& strength = strongest[{std::min(tie.a, tie.b), std::max(tie.a, tie.b)}];
    strength = std::max(strength, tie.strength);
  }
  for (const auto& [pair, strength] : strongest)
    spec.ties.push_back(
        {pair.first, pair.second, strength, is_bridge(net, pair.first, pair.second), false});
  for (std::size_t i = 0; i < std::min(most_missing, net.missing.size()); ++i)
    spec.ties.push_back({net.missing[i].pair.a, net.missing[i].pair.b, 1, false, true});
}

scene::NetworkSpec picture(const NetworkWork& net) {
  scene::NetworkSpec spec;
  spec.series = pieces::sector_series();
  spec.first = tr("Actor");
  for (std::size_t i = 0; i < net.ids.size(); ++i) {
    const auto& figures = net.network.actors[i];
    spec.nodes.push_back({net.ids[i],
                          net.name(i),
                          {},
                          pieces::sector_index(net.actor(i).sector),
                          figures.articulation(),
                          figures.isolated()});
  }
  if (net.input.view.rings) {
    place_in_rings(net, spec);
  } else {
    const auto places = network_places(net.work.actors, net.work.ties);
    for (std::size_t i = 0; i < places.size(); ++i)
      spec.nodes[i].at = places[i];
  }
  add_ties(net, spec);
  return spec;
}

PageSwitch rings_switch(const PageInput& input) {
  auto network = input.view, rings = input.view;
  network.rings = false;
  rings.rings = true;
  return {tr("Drawn as"),
          {pieces::look(tr("Network"), network), pieces::look(tr("Rings"), rings)},
          input.view.rings ? 1 : 0};
}

std::string method(const NetworkWork& net) {
  std::string text =
      tr("Density is the number of pairs with a tie among all possible pairs, 2E / (N(N − 1)); "
         "rings show how close the tie to the neighbourhood office is (Kahn & Antonucci 1980; "
         "Straus 2002 [K]). An actor or a tie without which the network falls apart is found by "
         "Tarjan's search (1972 [K]). A tie of unknown strength counts as loose [D]. A tie is "
         "missing where two actors have no tie and some homes walk to offers of both [D]; offers "
         "that come to people's homes are not counted there.");
  return net.answered ? text + pieces::walking_method(net.input) : text;
}

}  // namespace

std::string missing_sentence(const NetworkWork& net, const planning::MissingTie& missing) {
  auto text =
      said(tr("{0} and {1} serve the same {2} and have no tie."), net.name(missing.pair.a),
           net.name(missing.pair.b), pieces::people_65(missing.persons, net.input.min_count));
  const auto unknown = missing.homes_unknown;
  if (unknown == 0) return text;
  return text + " " +
         said(tr_n("In {0} home it is not known who lives there.",
                   "In {0} homes it is not known who lives there.", unknown),
              unknown);
}

PageBlock network_block(const NetworkWork& net) {
  PageBlock block{"network", tr("Network"), ""};
  block.tables = {"ties"};
  if (net.ids.size() < 2) {
    block.sentence = tr("A network needs two actors: add them first.");
    return block;
  }
  block.sentence = summary(net);
  tell_faults(net, block);
  if (net.network.pairs == 0) {
    auto line = pieces::fact(tr("There are no ties yet: who talks to whom, works with whom?"));
    line.actions.push_back(pieces::open_row(tr("Enter ties"), "ties", 0));
    block.lines.push_back(std::move(line));
  } else {
    tell_articulations(net, block);
    tell_bridges(net, block);
    tell_isolated(net, block);
  }
  tell_missing(net, block);
  block.switches.push_back(rings_switch(net.input));
  block.chart = picture(net);
  block.chart_table = "actors";
  block.method = method(net);
  return block;
}

}  // namespace nahraum::app
