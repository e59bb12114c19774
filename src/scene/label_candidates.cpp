#include "scene/label_candidates.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "geo/overlay.hpp"

namespace nahraum::scene {
namespace {

using Nodes = std::vector<std::uint32_t>;

/// The ways of one name, joined end to end as long as that is possible.
class Joiner {
 public:
  explicit Joiner(const std::vector<const Nodes*>& ways) : ways_(ways), used_(ways.size(), false) {
    for (std::size_t i = 0; i < ways.size(); ++i) {
      ends_.insert({ways[i]->front(), i});
      ends_.insert({ways[i]->back(), i});
    }
  }

  std::vector<Nodes> chains() {
    std::vector<Nodes> chains;
    for (std::size_t i = 0; i < ways_.size(); ++i) {
      if (used_[i]) continue;
      used_[i] = true;
      Nodes chain = *ways_[i];
      extend(chain);
      std::reverse(chain.begin(), chain.end());
      extend(chain);
      chains.push_back(std::move(chain));
    }
    return chains;
  }

 private:
  void extend(Nodes& chain) {
    for (auto next = unused_at(chain.back()); next; next = unused_at(chain.back())) {
      used_[*next] = true;
      Nodes way = *ways_[*next];
      if (way.front() != chain.back()) std::reverse(way.begin(), way.end());
      chain.insert(chain.end(), way.begin() + 1, way.end());
    }
  }

  std::optional<std::size_t> unused_at(std::uint32_t node) const {
    const auto [begin, end] = ends_.equal_range(node);
    std::optional<std::size_t> first;
    for (auto it = begin; it != end; ++it) {
      if (!used_[it->second] && (!first || it->second < *first)) first = it->second;
    }
    return first;
  }

  const std::vector<const Nodes*>& ways_;
  std::vector<bool> used_;
  std::unordered_multimap<std::uint32_t, std::size_t> ends_;
};

geo::Line line_of(const model::Streets& streets, const Nodes& nodes) {
  geo::Line line;
  for (const auto node : nodes)
    line.push_back(streets.nodes[node].at);
  return line;
}

void add_streets(const model::Project& project, std::vector<NamedLine>& lines) {
  struct Street {
    StreetClass kind;
    std::vector<const Nodes*> ways;
  };
  std::map<std::string, Street> by_name;
  for (const auto& way : project.streets.ways) {
    const auto name = std::string(way.tags.get("name"));
    if (name.empty() || way.nodes.size() < 2 || is_pavement(way.tags)) continue;
    auto& street = by_name.try_emplace(name, Street{street_class(way.tags), {}}).first->second;
    street.kind = std::max(street.kind, street_class(way.tags));
    street.ways.push_back(&way.nodes);
  }
  for (const auto& [name, street] : by_name) {
    for (const auto& chain : Joiner(street.ways).chains()) {
      auto line = line_of(project.streets, chain);
      const double length = geo::length(line);
      lines.push_back({NamedLine::Kind::street, name, street.kind, std::move(line), length});
    }
  }
  for (const auto& road : project.roads) {
    const auto name = std::string(road.tags.get("name"));
    if (name.empty() || road.line.size() < 2) continue;
    lines.push_back({NamedLine::Kind::street, name, street_class(road.tags), road.line,
                     geo::length(road.line)});
  }
}

void add_waters(const model::Project& project, std::vector<NamedLine>& lines) {
  for (const auto& feature : project.lines) {
    const bool water =
        feature.kind == model::LineKind::river || feature.kind == model::LineKind::stream;
    if (!water || feature.name.empty() || feature.tunnel || feature.line.size() < 2) continue;
    lines.push_back({NamedLine::Kind::water, feature.name, StreetClass::path, feature.line,
                     geo::length(feature.line)});
  }
}

std::optional<NamedPlace::Kind> kind_of(model::AreaKind kind) {
  using K = model::AreaKind;
  switch (kind) {
    case K::water:
      return NamedPlace::Kind::water;
    case K::wood:
    case K::park:
    case K::garden:
    case K::allotments:
    case K::cemetery:
    case K::grass:
      return NamedPlace::Kind::green;
    case K::square:
      return NamedPlace::Kind::place;
    default:
      return std::nullopt;
  }
}

void add_areas(const model::Project& project, std::vector<NamedPlace>& places) {
  for (const auto& area : project.areas) {
    const auto kind = kind_of(area.kind);
    if (!kind || area.name.empty()) continue;
    const auto at = geo::point_on_surface(area.outline);
    if (!at) continue;
    places.push_back({*kind, area.name, area.kind == model::AreaKind::square ? "square" : "", *at,
                      geo::bounds(area.outline).width(), geo::area(area.outline)});
  }
}

bool begins_with_digit(std::string_view word) {
  return !word.empty() && word[0] >= '0' && word[0] <= '9';
}

/// "12", "12 a", "12-14" at an address's end; "" where it names no house.
std::string last_number(std::string_view address) {
  const auto last = address.rfind(' ');
  if (last == std::string_view::npos)
    return begins_with_digit(address) ? std::string(address) : std::string();
  if (begins_with_digit(address.substr(last + 1))) return std::string(address.substr(last + 1));
  const auto before = address.rfind(' ', last - 1);
  const bool lettered = address.size() - last == 2 && before != std::string_view::npos &&
                        begins_with_digit(address.substr(before + 1));
  return lettered ? std::string(address.substr(before + 1)) : std::string();
}

void add_houses(const model::Project& project, std::vector<NamedPlace>& places) {
  for (const auto& building : project.buildings) {
    if (building.home < 0) continue;
    const auto& home = project.homes[static_cast<std::size_t>(building.home)];
    auto number = house_number(home.address);
    if (number.empty()) continue;
    const auto box = geo::bounds(building.outline);
    places.push_back({NamedPlace::Kind::house, std::move(number), "", home.at, box.width(),
                      geo::area(building.outline)});
  }
}

}  // namespace

std::string house_number(const std::string& address) {
  const auto comma = address.find(", ");
  std::string first = last_number(address.substr(0, comma));
  if (comma == std::string::npos || first.empty()) return first;
  std::string last = address.substr(address.rfind(", ") + 2);
  if (last.ends_with(" …")) last.resize(last.size() - std::string_view(" …").size());
  // "Hauptstraße 5, Marktweg 2": the house's other street has its own numbers.
  return begins_with_digit(last) ? first + "–" + last : first;
}

std::shared_ptr<const LabelCandidates> label_candidates(const model::Project& project) {
  auto candidates = std::make_shared<LabelCandidates>();
  candidates->district = project.district;
  add_streets(project, candidates->lines);
  add_waters(project, candidates->lines);
  for (const auto& place : project.places) {
    candidates->places.push_back({NamedPlace::Kind::place, place.name, place.kind, place.at, 0, 0});
  }
  add_areas(project, candidates->places);
  add_houses(project, candidates->places);
  return candidates;
}

}  // namespace nahraum::scene
