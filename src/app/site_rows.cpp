#include "app/site_rows.hpp"

#include "geo/crs.hpp"

namespace nahraum::app {

using scene::Shown;

std::vector<PlaceRow> site_rows(const SiteResult& r) {
  std::vector<PlaceRow> rows;
  const auto& answer = r.words.answer;
  for (std::size_t s = 0; s < answer.sites.size(); ++s) {
    const auto& site = answer.sites[s].adds;
    rows.push_back(
        {"site", s + 1, &r.words.siting.candidates[site.candidate], {}, {}, site.homes.homes});
  }
  for (std::size_t g = 0; g < 3; ++g) {
    for (std::size_t s = 0; s < rows.size(); ++s) {
      rows[s].adds[g] = r.shown[g].figures.adds[s];
      rows[s].alone[g] = r.shown[g].figures.alone[s];
    }
  }
  return rows;
}

std::vector<PlaceRow> best_rows(const SiteResult& r) {
  std::vector<PlaceRow> rows;
  for (const auto& part : r.best) {
    const auto rank = rows.size();
    const std::array<Shown, 3> shown{r.shown[0].best[rank], r.shown[1].best[rank],
                                     r.shown[2].best[rank]};
    rows.push_back({"best", rank + 1, &r.words.siting.candidates[part.candidate], shown, shown,
                    part.homes.homes});
  }
  return rows;
}

std::vector<PlaceRow> other_rows(const SiteResult& r) {
  std::vector<PlaceRow> rows;
  for (const auto& place : r.guess)
    rows.push_back({"guess", rows.size() + 1, &place, {}, {}, 0});
  for (std::size_t e = 0; e < r.explanations.size(); ++e) {
    const auto& explanation = r.explanations[e];
    PlaceRow row{"pointed", e + 1, &explanation.place, {}, {}, 0};
    for (std::size_t g = 0; g < 3; ++g)
      row.alone[g] = r.shown[g].explained[e].gain;
    row.homes = explanation.both.homes + explanation.only_here.homes;
    rows.push_back(std::move(row));
  }
  return rows;
}

std::optional<geo::LonLat> degrees(const SiteResult& r, geo::Point at) {
  const auto projection = geo::Projection::to_epsg(r.district.project->info.epsg);
  return projection ? std::optional(projection->inverse(at)) : std::nullopt;
}

}  // namespace nahraum::app
