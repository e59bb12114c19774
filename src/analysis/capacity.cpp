#include "analysis/capacity.hpp"

#include <algorithm>

#include "analysis/edge_span.hpp"
#include "analysis/search.hpp"
#include "base/translate.hpp"
#include "jobs/parallel.hpp"

namespace nahraum::analysis {
namespace {

using base::tr;

bool usable(const std::optional<double>& capacity) {
  return capacity && *capacity > 0;
}

SupplyPlace place_of(const model::Service& service, std::size_t index, const SupplyRule& rule) {
  using enum CapacityBasis;
  if (rule.counted) return {index, rule.assumed.value_or(1), rule.assumed ? assumed : counted};
  if (usable(service.capacity)) return {index, *service.capacity, stated};
  if (service.capacity) return {index, 0, unusable};
  return {index, rule.assumed.value_or(0), rule.assumed ? assumed : unknown};
}

Bounds bounds_of(const Limit& limit) {
  Bounds bounds;
  if (limit.kind == Limit::Kind::metres)
    bounds.metres = static_cast<float>(limit.value);
  else
    bounds.cost = base::Millis(static_cast<std::uint32_t>(limit.value * 1000));
  return bounds;
}

/// Whether anybody behind the edge of the data could walk to the gates within the limit.
bool edge_within(const District& district, const std::vector<Snap>& gates, const Limit& limit,
                 Search& search, const jobs::Context& context) {
  const auto& network = district.network;
  search.run(network, seeds_at(network, gates, true), true, bounds_of(limit), context);
  return std::any_of(search.touched().begin(), search.touched().end(), [&](NodeIndex node) {
    return network.graph->frontier[node] && is_within(search.label(node), limit);
  });
}

Status status_of(const District& district, std::size_t home, const Limit& limit) {
  if (!district.homes[home].found()) return Status::no_street;
  const bool in_time = limit.kind == Limit::Kind::seconds;
  const auto cost = district.home_frontier[home];
  const float metres = district.home_frontier_m[home];
  const bool edge = in_time ? cost != base::unreachable && cost.value <= limit.value * 1000
                            : metres >= 0 && metres <= limit.value;
  return edge ? Status::beyond_data : Status::ok;
}

class Capacity {
 public:
  Capacity(const District& district, const CapacityQuestion& question, jobs::Context& context)
      : district_(district), context_(context), persons_(district.project->homes.size(), 0.0) {
    result_.question = question;
    const auto& homes = district.project->homes;
    for (std::size_t i = 0; i < homes.size(); ++i)
      persons_[i] = std::max(0, (homes[i].residents.*question.group).value_or(0));
  }

  CapacityResult run() {
    fill_services();
    fill_loads();
    share_out();
    fill_homes();
    fill_totals();
    return std::move(result_);
  }

 private:
  void fill_services() {
    const auto& question = result_.question;
    for (const auto& place : supply_of(district_, question.type, question.rule)) {
      ServiceLoad load;
      load.place = place;
      load.on_street = !district_.gates[place.service].empty();
      result_.services.push_back(load);
      if (!load.on_street) continue;
      on_street_.push_back(result_.services.size() - 1);
      gates_.push_back(targets_of(district_, place.service).snaps);
    }
  }

  void fill_loads() {
    const auto& limit = result_.question.limit;
    pairs_ = homes_within(district_, gates_, limit, true, context_);
    std::vector<Search> searches(static_cast<std::size_t>(context_.threads()));
    jobs::parallel_for(context_, gates_.size(), 8, [&](std::size_t p, int worker) {
      auto& search = searches[static_cast<std::size_t>(worker)];
      auto& load = result_.services[on_street_[p]];
      load.near_edge = edge_within(district_, gates_[p], limit, search, context_);
      count_people(p, load);
    });
  }

  void count_people(std::size_t place, ServiceLoad& load) const {
    load.homes.reserve(pairs_.of(place).size());
    for (const auto& way : pairs_.of(place)) {
      const auto& known = district_.project->homes[way.home].residents.*result_.question.group;
      load.homes.push_back(way.home);
      load.persons += static_cast<long>(persons_[way.home]);
      load.homes_unknown += known ? 0 : 1;
    }
  }

  void share_out() {
    std::vector<std::size_t> rows;
    std::vector<double> capacity;
    for (std::size_t p = 0; p < on_street_.size(); ++p) {
      const auto& place = result_.services[on_street_[p]].place;
      if (place.capacity <= 0) continue;
      rows.push_back(p);
      capacity.push_back(place.capacity);
    }
    const auto& question = result_.question;
    const auto weights = weights_of(pairs_, rows, question.decay, question.limit);
    shared_ = floating_catchment(question.method, weights, capacity, persons_);
    for (std::size_t r = 0; r < rows.size(); ++r) {
      auto& load = result_.services[on_street_[rows[r]]];
      load.demand = shared_.demand[r];
      load.ratio = shared_.ratio[r];
    }
  }

  void fill_homes() {
    result_.homes.resize(persons_.size());
    for (std::size_t i = 0; i < persons_.size(); ++i) {
      auto& home = result_.homes[i];
      home.access = shared_.access[i];
      home.level = shared_.level[i];
      home.status = status_of(district_, i, result_.question.limit);
    }
    for (const auto& load : result_.services) {
      for (const auto home : load.homes) {
        ++result_.homes[home].services;
        result_.homes[home].in_reach += load.place.capacity;
      }
    }
  }

  void fill_totals() {
    const auto& homes = district_.project->homes;
    for (std::size_t i = 0; i < homes.size(); ++i)
      count_home(homes[i], i);
    for (const auto& load : result_.services) {
      if (load.persons > 0) result_.totals.supply += load.place.capacity;
      const bool unknown = load.place.basis == CapacityBasis::unknown;
      result_.totals.unknown_services += unknown && load.persons > 0 ? 1 : 0;
      if (load.place.capacity <= 0 || !reached(load)) continue;
      ++result_.totals.reached_services;
      result_.totals.reached_supply += load.place.capacity;
    }
  }

  bool reached(const ServiceLoad& load) const {
    const auto& homes = district_.project->homes;
    return std::any_of(load.homes.begin(), load.homes.end(), [&](std::uint32_t home) {
      return homes[home].in_district && persons_[home] > 0 &&
             result_.homes[home].status == Status::ok;
    });
  }

  void count_home(const model::Home& home, std::size_t index) {
    auto& totals = result_.totals;
    const bool known = (home.residents.*result_.question.group).has_value();
    if (!home.in_district) {
      totals.rim_homes_unknown += known ? 0 : 1;
      return;
    }
    const auto& answer = result_.homes[index];
    const auto persons = static_cast<long>(persons_[index]);
    ++totals.homes;
    totals.homes_unknown += known ? 0 : 1;
    totals.persons += persons;
    if (answer.status != Status::ok) {
      ++totals.homes_not_assessable;
      totals.not_assessable += persons;
    } else if (answer.in_reach > 0) {
      totals.in_reach += persons;
      totals.share += persons_[index] * answer.level;
    } else {
      (answer.services > 0 ? totals.unknown_in_reach : totals.none_in_reach) += persons;
    }
  }

  const District& district_;
  jobs::Context& context_;
  std::vector<double> persons_;           ///< per home, 0 where unknown
  std::vector<std::size_t> on_street_;    ///< indices of result_.services, one per row of pairs_
  std::vector<std::vector<Snap>> gates_;  ///< one per row of pairs_
  Pairs pairs_;
  FloatingCatchment shared_;
  CapacityResult result_;
};

bool known_anywhere(const District& district, Figure group) {
  const auto& homes = district.project->homes;
  return std::any_of(homes.begin(), homes.end(), [&](const model::Home& home) {
    return home.in_district && (home.residents.*group).has_value();
  });
}

/// Where an area counts a home's people.
long& part_of(AreaCapacity& row, const HomeCapacity& home) {
  if (home.status != Status::ok) return row.not_assessable;
  if (home.in_reach > 0) return row.in_reach;
  return home.services > 0 ? row.unknown_in_reach : row.none_in_reach;
}

}  // namespace

const char* to_text(CapacityBasis basis) {
  switch (basis) {
    case CapacityBasis::stated:
      return "stated";
    case CapacityBasis::counted:
      return "counted";
    case CapacityBasis::assumed:
      return "assumed";
    case CapacityBasis::each_one:
      return "each_one";
    case CapacityBasis::unusable:
      return "unusable";
    case CapacityBasis::unknown:
      break;
  }
  return "unknown";
}

std::vector<SupplyPlace> supply_of(const District& district, std::string_view type,
                                   const SupplyRule& rule) {
  std::vector<SupplyPlace> places;
  const auto found = district.services_of_type.find(type);
  if (found == district.services_of_type.end()) return places;
  const auto& services = district.project->services;
  auto indices = found->second;
  std::sort(indices.begin(), indices.end(),
            [&](auto a, auto b) { return services[a].id < services[b].id; });
  for (const auto index : indices)
    places.push_back(place_of(services[index], index, rule));
  const bool none_stated = std::all_of(places.begin(), places.end(), [](const SupplyPlace& place) {
    return place.basis == CapacityBasis::unknown;
  });
  if (!none_stated) return places;
  for (auto& place : places)
    place = {place.service, 1, CapacityBasis::each_one};
  return places;
}

base::Result<CapacityResult> capacity(const District& district, const CapacityQuestion& question,
                                      jobs::Context& context) {
  if (!known_anywhere(district, question.group)) {
    return base::fail(base::ErrorCode::bad_input,
                      tr("No home of the district knows how many people of this group live in it"),
                      district.project->info.title,
                      tr("choose another --group, or make the project with --population"));
  }
  return Capacity(district, question, context).run();
}

std::vector<Holding> holdings_of(const District& district, const CapacityResult& result) {
  std::vector<Holding> holdings;
  const auto& homes = district.project->homes;
  for (std::size_t i = 0; i < homes.size(); ++i) {
    const int persons = (homes[i].residents.*result.question.group).value_or(0);
    const bool counts = homes[i].in_district && result.homes[i].status == Status::ok;
    if (counts && persons > 0)
      holdings.push_back({result.homes[i].level, static_cast<double>(persons)});
  }
  return holdings;
}

std::optional<double> AreaCapacity::level() const {
  const long assessed = in_reach + unknown_in_reach + none_in_reach;
  if (assessed == 0) return std::nullopt;
  return share / static_cast<double>(assessed);
}

std::vector<AreaCapacity> capacity_by_area(const District& district, const CapacityResult& result,
                                           const Areas& areas) {
  std::vector<AreaCapacity> rows(areas.cells.size() + 1);
  for (std::size_t a = 0; a < areas.cells.size(); ++a)
    rows[a].area = static_cast<std::int32_t>(a);
  const auto& homes = district.project->homes;
  for (std::size_t i = 0; i < homes.size(); ++i) {
    if (!homes[i].in_district) continue;
    auto& row =
        areas.of_home[i] < 0 ? rows.back() : rows[static_cast<std::size_t>(areas.of_home[i])];
    const auto& known = homes[i].residents.*result.question.group;
    const int persons = std::max(0, known.value_or(0));
    const auto& home = result.homes[i];
    const bool assessed = home.status == Status::ok;
    ++row.homes;
    row.homes_unknown += known ? 0 : 1;
    row.persons += persons;
    part_of(row, home) += persons;
    if (assessed) row.share += persons * home.level;
  }
  if (rows.back().homes == 0) rows.pop_back();
  return rows;
}

}  // namespace nahraum::analysis
