#include "app/search_index.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "app/thing_words.hpp"
#include "base/search_key.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using base::tr;

/// Parts of a street of one name that are further apart are two streets.
constexpr double apart_m = 300;

geo::Box box_of(const model::Streets& streets, const model::Street& way) {
  geo::Box box;
  for (const auto n : way.nodes)
    box.add(streets.nodes[n].at);
  return box;
}

/// The way's node that lies nearest to a place.
geo::Point nearest_node(const model::Streets& streets, const model::Street& way, geo::Point to) {
  geo::Point best = streets.nodes[way.nodes.front()].at;
  for (const auto n : way.nodes) {
    const geo::Point at = streets.nodes[n].at;
    if (geo::distance(at, to) < geo::distance(best, to)) best = at;
  }
  return best;
}

/// Ways of one name, and the box around them.
struct Cluster {
  std::vector<std::uint32_t> ways;
  geo::Box box;
};

std::vector<Cluster> clusters_of(const model::Streets& streets,
                                 const std::vector<std::uint32_t>& ways) {
  std::vector<Cluster> clusters;
  for (const auto way : ways) {
    Cluster joined{{way}, box_of(streets, streets.ways[way])};
    const geo::Box near = joined.box.grown(apart_m);
    for (auto& cluster : clusters) {
      if (!cluster.box.intersects(near)) continue;
      joined.ways.insert(joined.ways.end(), cluster.ways.begin(), cluster.ways.end());
      joined.box.add(cluster.box);
      cluster.ways.clear();
    }
    std::erase_if(clusters, [](const Cluster& cluster) { return cluster.ways.empty(); });
    clusters.push_back(std::move(joined));
  }
  return clusters;
}

/// The quarter whose name stands nearest, "" where none is within two kilometres.
std::string quarter_near(const model::Project& project, geo::Point at) {
  constexpr double near_m = 2000;
  std::string name;
  double least = near_m;
  for (const auto& place : project.places) {
    const double away = geo::distance(place.at, at);
    if (away < least) least = away, name = place.name;
  }
  return name;
}

std::string dotted(const std::string& a, const std::string& b) {
  return a.empty() || b.empty() ? a + b : a + " · " + b;
}

std::string address_of(const model::Service& service) {
  const auto street = service.tags.get("addr:street");
  const auto number = service.tags.get("addr:housenumber");
  if (street.empty()) return {};
  return number.empty() ? std::string(street) : std::string(street) + " " + std::string(number);
}

int cost_of(base::WordMatch match) {
  return match == base::WordMatch::none ? 100 : static_cast<int>(match);
}

void keep_best(std::vector<SearchHit>& hits, std::size_t most) {
  const auto better = [](const SearchHit& a, const SearchHit& b) {
    return std::tuple(a.score, a.away_m, a.entry) < std::tuple(b.score, b.away_m, b.entry);
  };
  const auto kept = static_cast<std::ptrdiff_t>(std::min(most, hits.size()));
  std::partial_sort(hits.begin(), hits.begin() + kept, hits.end(), better);
  hits.resize(static_cast<std::size_t>(kept));
}

}  // namespace

std::vector<std::string> single_addresses(std::string_view joined) {
  std::vector<std::string> all;
  std::string street;
  for (auto part : base::split(joined, ',')) {
    part = base::trim(part);
    if (const auto more = part.find(" …"); more != std::string::npos) part.resize(more);
    if (part.empty()) continue;
    const auto space = part.rfind(' ');
    // A number alone is of the street before it.
    const bool number = part[0] >= '0' && part[0] <= '9' && !street.empty();
    if (!number) street = part.substr(0, space == std::string::npos ? part.size() : space);
    all.push_back(number ? street + " " + part : part);
  }
  return all;
}

SearchIndex::SearchIndex(const model::Project& project, const model::Catalogue& catalogue) {
  for (const auto& place : project.places)
    add({FoundKind::place, place.name, tr("quarter or place"), place.at, {}});
  add_services(project, catalogue);
  add_streets(project);
  add_homes(project);
  add_areas(project);
  add_lines(project);
  for (const auto& note : project.notes) {
    if (note.points.empty()) continue;
    add({FoundKind::note,
         note.text,
         tr("note on the map"),
         note.points.front(),
         {Selection::Kind::note, note.id}});
  }
  first_.push_back(static_cast<std::uint32_t>(of_entry_.size()));
  number_of_.clear();
}

std::uint32_t SearchIndex::word_number(const std::string& word) {
  const auto [at, fresh] = number_of_.emplace(word, static_cast<std::uint32_t>(words_.size()));
  if (fresh) words_.push_back(word);
  return at->second;
}

void SearchIndex::add(SearchEntry entry, std::string_view also) {
  const auto name = base::search_words(entry.name);
  if (name.empty() && also.empty()) return;
  first_.push_back(static_cast<std::uint32_t>(of_entry_.size()));
  named_by_.push_back(static_cast<std::uint8_t>(name.size()));
  for (const auto& word : name)
    of_entry_.push_back(word_number(word));
  for (const auto& word : base::search_words(also))
    of_entry_.push_back(word_number(word));
  entries_.push_back(std::move(entry));
}

void SearchIndex::add_streets(const model::Project& project) {
  const auto& streets = project.streets;
  std::map<std::string, std::vector<std::uint32_t>> by_name;
  for (std::uint32_t i = 0; i < streets.ways.size(); ++i) {
    const auto name = streets.ways[i].tags.get("name");
    if (!name.empty() && !streets.ways[i].nodes.empty()) by_name[std::string(name)].push_back(i);
  }
  for (const auto& [name, ways] : by_name) {
    for (const auto& cluster : clusters_of(streets, ways)) {
      const geo::Point middle = cluster.box.centre();
      const auto away = [&](std::uint32_t way) {
        return geo::distance(nearest_node(streets, streets.ways[way], middle), middle);
      };
      const auto way = *std::min_element(cluster.ways.begin(), cluster.ways.end(),
                                         [&](std::uint32_t a, std::uint32_t b) {
                                           return std::pair(away(a), a) < std::pair(away(b), b);
                                         });
      add({FoundKind::street,
           name,
           dotted(tr("street"), quarter_near(project, middle)),
           nearest_node(streets, streets.ways[way], middle),
           {Selection::Kind::street, static_cast<std::int32_t>(way)}});
    }
  }
}

void SearchIndex::add_homes(const model::Project& project) {
  for (const auto& home : project.homes) {
    for (const auto& address : single_addresses(home.address))
      add({FoundKind::address, address, tr("house"), home.at, {Selection::Kind::home, home.id}});
  }
}

void SearchIndex::add_services(const model::Project& project, const model::Catalogue& catalogue) {
  for (const auto& service : project.services) {
    const auto* type = catalogue.find_type(service.type);
    const std::string kind = type ? scene::name_of(*type) : service.type;
    const std::string address = address_of(service);
    std::string also = type ? fmt::format("{} {}", type->label.de, type->label.en) : kind;
    also += fmt::format(" {} {}", address, service.provider);
    const bool named = !service.name.empty();
    add({FoundKind::service,
         named ? service.name : kind,
         dotted(named ? kind : "", address),
         service.at,
         {Selection::Kind::service, service.id}},
        also);
  }
}

void SearchIndex::add_areas(const model::Project& project) {
  for (std::size_t i = 0; i < project.areas.size(); ++i) {
    const auto& area = project.areas[i];
    if (area.name.empty()) continue;
    add({FoundKind::nature,
         area.name,
         name_of(area.kind),
         geo::bounds(area.outline).centre(),
         {Selection::Kind::area, static_cast<std::int32_t>(i)}});
  }
}

/// A river is mapped in many pieces: the first of each name stands for it.
void SearchIndex::add_lines(const model::Project& project) {
  std::map<std::string, bool> seen;
  for (std::size_t i = 0; i < project.lines.size(); ++i) {
    const auto& line = project.lines[i];
    if (line.name.empty() || line.line.empty() || std::exchange(seen[line.name], true)) continue;
    add({FoundKind::nature,
         line.name,
         name_of(line.kind),
         line.line[line.line.size() / 2],
         {Selection::Kind::line, static_cast<std::int32_t>(i)}});
  }
}

/// The sum of what each typed word costs; one that fits the name is better than one that fits the
/// rest. 100 and more: a word fits nowhere.
int SearchIndex::score(std::size_t entry,
                       const std::vector<std::vector<unsigned char>>& fits) const {
  int sum = 0;
  for (const auto& of_word : fits) {
    int best = 100;
    for (std::uint32_t k = first_[entry]; k < first_[entry + 1]; ++k) {
      const bool of_name = k - first_[entry] < named_by_[entry];
      const auto match = static_cast<base::WordMatch>(of_word[of_entry_[k]]);
      best = std::min(best, 2 * cost_of(match) + (of_name ? 0 : 1));
    }
    sum += best;
    if (sum >= 100) return sum;
  }
  return sum;
}

std::array<std::vector<SearchHit>, found_kinds> SearchIndex::fitting(
    const std::vector<std::string>& typed, geo::Point near, std::size_t most,
    bool also_similar) const {
  std::vector<std::vector<unsigned char>> fits(typed.size());
  for (std::size_t t = 0; t < typed.size(); ++t) {
    fits[t].reserve(words_.size());
    for (const auto& word : words_)
      fits[t].push_back(static_cast<unsigned char>(base::match_word(word, typed[t], also_similar)));
  }
  std::array<std::vector<SearchHit>, found_kinds> found;
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    const int sum = score(i, fits);
    if (sum >= 100) continue;
    found[static_cast<std::size_t>(entries_[i].kind)].push_back(
        {i, sum, geo::distance(entries_[i].at, near)});
  }
  for (auto& hits : found)
    keep_best(hits, most);
  return found;
}

std::array<std::vector<SearchHit>, found_kinds> SearchIndex::find(std::string_view typed,
                                                                  geo::Point near,
                                                                  std::size_t most) const {
  const auto words = base::search_words(typed);
  if (words.empty()) return {};
  auto found = fitting(words, near, most, false);
  const bool any =
      std::any_of(found.begin(), found.end(), [](const auto& hits) { return !hits.empty(); });
  return any ? found : fitting(words, near, most, true);
}

}  // namespace nahraum::app
