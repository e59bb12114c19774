#pragma once
/// Costs between every place and every home within a limit of it: what floating catchments, siting
/// and opening hours are computed from.

#include "analysis/coverage.hpp"
#include "analysis/search.hpp"

namespace nahraum::analysis {

/// One home within the limit of a place.
struct HomeCost {
  std::uint32_t home = 0;  ///< index of Project::homes
  base::Millis cost{0};
  float metres = 0;
};

/// Compressed rows, one per place: entries [begin[p], begin[p+1]), ascending by home.
struct Pairs {
  std::vector<std::size_t> begin;
  std::vector<HomeCost> entries;
  std::size_t place_count() const { return begin.empty() ? 0 : begin.size() - 1; }
  std::span<const HomeCost> of(std::size_t place) const {
    return std::span(entries).subspan(begin[place], begin[place + 1] - begin[place]);
  }
};

/// For each place (its gates) the homes, rim included, that walk there within the limit; with
/// `towards` false: that are reached from there. A limit in metres counts along the cheapest way,
/// as everywhere. A home's own edge of the data is not looked at: callers judge by home_frontier.
/// The same bytes on any number of threads. Cost: one bounded search per place.
Pairs homes_within(const District& district, const std::vector<std::vector<Snap>>& places,
                   const Limit& limit, bool towards, jobs::Context& context);

/// The gates of every service of the type that meets a street, by id, and their indices in
/// Project::services.
struct ServicePlaces {
  std::vector<std::size_t> service;
  std::vector<std::vector<Snap>> gates;
};
ServicePlaces places_of(const District& district, std::string_view type);

}  // namespace nahraum::analysis
