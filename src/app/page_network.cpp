/// Module 4: actors and their ties, the stakeholder matrix, the plan of a meeting.

#include <algorithm>
#include <set>

#include "app/actors_from_services.hpp"
#include "app/page_network_parts.hpp"
#include "app/planning_input.hpp"
#include "model/work_tables.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using base::tr_n;
using pieces::said;

/// Per actor the homes that walk to one of its offers within the limit.
std::vector<std::vector<std::uint32_t>> served_by_actors(const model::Work& work,
                                                         const StressWorld& world) {
  std::map<model::Id, std::size_t> offer_of;
  for (std::size_t o = 0; o < world.offers.size(); ++o)
    offer_of[world.service[o]->id] = o;
  std::vector<std::vector<std::uint32_t>> of_offer(world.offers.size());
  for (std::uint32_t h = 0; h < world.homes.size(); ++h) {
    for (const auto offer : world.homes[h].offers)
      of_offer[offer].push_back(h);
  }
  std::vector<std::vector<std::uint32_t>> served(work.actors.size());
  for (std::size_t a = 0; a < work.actors.size(); ++a) {
    for (const auto service : work.actors[a].services) {
      const auto at = offer_of.find(service);
      if (at == offer_of.end()) continue;
      const auto& homes = of_offer[at->second];
      served[a].insert(served[a].end(), homes.begin(), homes.end());
    }
  }
  return served;
}

void add_missing(const PageInput& input, NetworkWork& net, jobs::Context& context) {
  const auto world = stress_world(input, context);
  net.answered = world.has_value();
  if (!world || net.ids.size() < 2) return;
  std::vector<std::optional<int>> persons;
  for (const auto& home : world->homes)
    persons.push_back(home.persons);
  net.missing = planning::missing_ties(net.ids, actor_ties(net.work),
                                       served_by_actors(net.work, *world), persons);
}

std::string count_of_actors(std::size_t n) {
  return said(tr_n("{0} actor is in the list.", "{0} actors are in the list.", n), n);
}

std::string of_services(std::size_t n, std::size_t actors) {
  const auto services = said(tr_n("{0} offer", "{0} offers", n), n);
  return said(tr_n("{0} actor for {1}", "{0} actors for {1}", actors), actors, services);
}

void tell_first_step(const ProposedActors& proposed, PageBlock& block) {
  block.sentence = tr("There are no actors yet: who runs, pays for or decides something here?");
  if (proposed.rows.empty()) {
    block.lines.push_back(pieces::fact(
        tr("No service of the district names its provider: write the actors into the table.")));
    return;
  }
  block.lines.push_back(pieces::fact(
      said(tr("From the services: {0}."), of_services(proposed.services, proposed.rows.size()))));
  std::vector<std::string> names;
  for (const auto& row : proposed.rows)
    names.push_back(row.name);
  block.lines.push_back(pieces::fact(said(tr("Among them: {0}."), pieces::listed(names))));
  if (proposed.without == 0) return;
  block.lines.push_back(pieces::fact(said(
      tr_n("{0} offer names no provider and is no organisation by itself.",
           "{0} offers name no provider and are no organisations by themselves.", proposed.without),
      proposed.without)));
}

void tell_actors(const NetworkWork& net, const ProposedActors& proposed, PageBlock& block) {
  const auto offers = offers_of(*net.input.project, *net.input.catalogue).size();
  const auto lacking = proposed.services + proposed.without;
  block.sentence = count_of_actors(net.ids.size());
  if (lacking > 0) {
    block.lines.push_back(
        pieces::fact(said(tr_n("{0} of {1} offers of the district has no actor.",
                               "{0} of {1} offers of the district have no actor.", lacking),
                          lacking, offers)));
  }
  std::vector<std::string> nowhere;
  for (const auto& actor : net.work.actors) {
    if (actor.at.empty()) nowhere.push_back(actor.name);
  }
  if (!nowhere.empty())
    block.lines.push_back(
        pieces::fact(said(tr("Without a place on the map: {0}."), pieces::listed(nowhere))));
}

/// The first letters of two words, for a sign on the map.
std::string initials(const std::string& name) {
  std::string letters;
  int taken = 0;
  bool start = true;
  for (std::size_t i = 0; i < name.size() && taken < 2; ++i) {
    const auto c = static_cast<unsigned char>(name[i]);
    const bool letter = c >= 0xC0 || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (start && letter) {
      letters += name[i];
      while (i + 1 < name.size() && (static_cast<unsigned char>(name[i + 1]) & 0xC0) == 0x80)
        letters += name[++i];
      ++taken;
    }
    start = c == ' ' || c == '-';
  }
  return letters.empty() ? "?" : letters;
}

std::optional<PageStroke> stroke_between(const model::Actor& a, const model::Actor& b) {
  if (a.at.empty() || b.at.empty()) return std::nullopt;
  PageStroke stroke;
  stroke.line = {a.at.front(), b.at.front()};
  return stroke;
}

void add_tie_strokes(const NetworkWork& net, ModulePage& page) {
  std::set<std::size_t> faulty;
  for (const auto& fault : net.network.faulty)
    faulty.insert(fault.tie);
  for (std::size_t t = 0; t < net.work.ties.size(); ++t) {
    const auto& tie = net.work.ties[t];
    const auto* from = model::find_row(net.work.actors, tie.from);
    const auto* to = model::find_row(net.work.actors, tie.to);
    if (faulty.contains(t) || from == nullptr || to == nullptr) continue;
    auto stroke = stroke_between(*from, *to);
    if (!stroke) continue;
    stroke->width_mm = 0.4 * std::clamp(static_cast<int>(tie.strength.value_or(1)), 1, 3);
    page.strokes.push_back(*stroke);
  }
}

}  // namespace

NetworkWork network_work(const PageInput& input, jobs::Context& context) {
  NetworkWork net{input, *input.project->work, {}, {}, {}, false};
  for (const auto& actor : net.work.actors)
    net.ids.push_back(std::to_string(actor.id));
  net.network = planning::actor_network(net.ids, actor_ties(net.work));
  add_missing(input, net, context);
  return net;
}

PageBlock actors_block(const NetworkWork& net) {
  PageBlock block{"actors", tr("Actors"), ""};
  block.tables = {"actors"};
  block.method =
      tr("One actor for all services of a provider; a service without a provider stands for itself "
         "where it is an organisation, such as a practice or a parish. Kind and sector are guessed "
         "from type and name (own assumption [D]): check them.");
  const auto proposed = actors_from_services(*net.input.project, *net.input.catalogue);
  if (net.ids.empty()) {
    tell_first_step(proposed, block);
  } else {
    tell_actors(net, proposed, block);
  }
  if (proposed.rows.empty()) return block;
  std::vector<model::RecordChange> changes;
  for (const auto& row : proposed.rows)
    changes.push_back(model::put_row(row));
  block.actions.push_back(pieces::edit(
      net.ids.empty() ? tr("Take the actors from the services") : tr("Add the missing actors"),
      std::move(changes)));
  return block;
}

void add_network_map(const NetworkWork& net, ModulePage& page) {
  add_tie_strokes(net, page);
  for (std::size_t i = 0; i < std::min(most_missing, net.missing.size()); ++i) {
    const auto& pair = net.missing[i].pair;
    auto stroke = stroke_between(net.actor(pair.a), net.actor(pair.b));
    if (!stroke) continue;
    stroke->dashed = true;
    stroke->width_mm = 0.35;
    page.strokes.push_back(*stroke);
  }
  for (const auto& actor : net.work.actors) {
    if (actor.at.empty()) continue;
    page.signs.push_back({actor.at.front(), initials(actor.name), actor.name,
                          pieces::sector_index(actor.sector), "actors", actor.id});
  }
}

ModulePage network_page(const PageInput& input, jobs::Context& context) {
  const auto net = network_work(input, context);
  ModulePage page;
  page.module = 4;
  page.blocks = {actors_block(net), network_block(net), matrix_block(net), agenda_block(input)};
  add_network_map(net, page);
  return page;
}

}  // namespace nahraum::app
