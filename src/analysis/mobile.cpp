#include "analysis/mobile.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"

namespace nahraum::analysis {
namespace {

std::string key_of(const std::string& name) {
  return base::fold_case(base::trim(name));
}

/// Each provider once; areas of unknown provider stay apart from all that have one.
class Providers {
 public:
  explicit Providers(std::vector<std::string>& names) : names_(names) {}

  std::size_t index_of(const model::ServiceArea& area) {
    const bool known = !base::trim(area.provider).empty();
    const auto& name = known ? area.provider : area.name;
    const auto key = (known ? "provider " : "offer ") + key_of(name);
    const auto [at, is_new] = index_.emplace(key, names_.size());
    if (is_new) names_.push_back(base::trim(name));
    return at->second;
  }

 private:
  std::vector<std::string>& names_;
  std::map<std::string, std::size_t> index_;
};

class SpotCount {
 public:
  explicit SpotCount(std::int32_t area) {
    spot_.area = area;
    spot_.persons = {-1, -1, -1};
  }
  void add(const model::Residents& residents) {
    ++spot_.homes;
    add(spot_.persons.all, residents.all);
    add(spot_.persons.age_65, residents.age_65);
    add(spot_.persons.age_80, residents.age_80);
  }
  const WhiteSpot& spot() const { return spot_; }

 private:
  static void add(long& sum, const std::optional<int>& persons) {
    if (persons) sum = std::max(sum, 0L) + *persons;
  }
  WhiteSpot spot_;
};

}  // namespace

std::vector<std::string> providers_of(const std::vector<model::ServiceArea>& areas,
                                      std::string_view type) {
  std::vector<std::string> names;
  Providers providers(names);
  for (const auto& area : areas) {
    if (area.type == type) providers.index_of(area);
  }
  return names;
}

MobileCover mobile_cover(const model::Project& project,
                         const std::vector<model::ServiceArea>& areas, std::string_view type) {
  MobileCover cover;
  Providers providers(cover.providers);
  std::vector<geo::Box> boxes;
  for (std::size_t i = 0; i < areas.size(); ++i) {
    if (areas[i].type != type) continue;
    cover.areas.push_back(i);
    cover.provider_of.push_back(providers.index_of(areas[i]));
    boxes.push_back(geo::bounds(areas[i].outline));
  }
  for (const auto& home : project.homes) {
    auto& own = cover.of_home.emplace_back();
    std::set<std::size_t> who;
    for (std::uint32_t a = 0; a < cover.areas.size(); ++a) {
      if (!boxes[a].contains(home.at) || !geo::contains(areas[cover.areas[a]].outline, home.at)) {
        continue;
      }
      own.push_back(a);
      who.insert(cover.provider_of[a]);
    }
    cover.provider_count.push_back(static_cast<std::uint32_t>(who.size()));
  }
  return cover;
}

MobileGroup mobile_group(const model::Project& project, const MobileCover& cover,
                         std::optional<int> model::Residents::*group) {
  MobileGroup result;
  for (std::size_t i = 0; i < project.homes.size(); ++i) {
    const auto& home = project.homes[i];
    if (!home.in_district) continue;
    const auto& persons = home.residents.*group;
    if (!persons) {
      ++result.homes_unknown;
      continue;
    }
    result.total = std::max(result.total, 0L) + *persons;
    result.by_providers[std::min<std::size_t>(cover.provider_count[i], 3)] += *persons;
  }
  return result;
}

std::vector<WhiteSpot> white_spots(const model::Project& project, const MobileCover& cover,
                                   const Areas& areas) {
  std::map<std::int32_t, SpotCount> counts;
  for (std::size_t i = 0; i < project.homes.size(); ++i) {
    if (!project.homes[i].in_district || cover.provider_count[i] > 0) continue;
    const auto area = areas.of_home[i];
    counts.try_emplace(area, area).first->second.add(project.homes[i].residents);
  }
  std::vector<WhiteSpot> spots;
  spots.reserve(counts.size());
  for (const auto& [area, count] : counts)
    spots.push_back(count.spot());
  std::stable_sort(spots.begin(), spots.end(), [](const WhiteSpot& a, const WhiteSpot& b) {
    return a.persons.all > b.persons.all;
  });
  return spots;
}

std::vector<std::size_t> offices_without_area(const model::Project& project,
                                              const MobileCover& cover, std::string_view type) {
  std::set<std::string> known;
  for (const auto& provider : cover.providers)
    known.insert(key_of(provider));
  std::vector<std::size_t> offices;
  for (std::size_t i = 0; i < project.services.size(); ++i) {
    const auto& service = project.services[i];
    if (service.type != type) continue;
    const bool has_area = (!service.provider.empty() && known.contains(key_of(service.provider))) ||
                          (!service.name.empty() && known.contains(key_of(service.name)));
    if (!has_area) offices.push_back(i);
  }
  std::stable_sort(offices.begin(), offices.end(), [&](std::size_t a, std::size_t b) {
    return project.services[a].id < project.services[b].id;
  });
  return offices;
}

}  // namespace nahraum::analysis
