#pragma once
/// The places that a siting answer speaks of, row by row.

#include "app/site_report.hpp"

namespace nahraum::app {

inline constexpr std::array<scene::AgeGroup, 3> row_groups = {
    scene::AgeGroup::all, scene::AgeGroup::age_65, scene::AgeGroup::age_80};
inline constexpr std::array<const char*, 3> row_keys = {"all", "65", "80"};

/// One row of the tables: a place and the persons it stands for, as far as they may be shown.
struct PlaceRow {
  std::string role;
  std::size_t rank = 0;
  const analysis::Candidate* place = nullptr;
  std::array<scene::Shown, 3> adds, alone;
  long homes = 0;
};

std::vector<PlaceRow> site_rows(const SiteResult& result);
std::vector<PlaceRow> best_rows(const SiteResult& result);
/// What was guessed and pointed at.
std::vector<PlaceRow> other_rows(const SiteResult& result);

std::optional<geo::LonLat> degrees(const SiteResult& result, geo::Point at);

}  // namespace nahraum::app
