#include "planning/welfare_mix.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace nahraum::planning {
namespace {

using Counts = std::array<std::size_t, known_sectors>;

Counts known_of(const WelfareMix& mix) {
  Counts known{};
  std::copy_n(mix.count.begin(), known_sectors, known.begin());
  return known;
}

/// Nothing for no offers.
std::optional<double> concentration(const Counts& counts) {
  double squares = 0, sum = 0;
  for (const auto count : counts) {
    squares += static_cast<double>(count) * static_cast<double>(count);
    sum += static_cast<double>(count);
  }
  if (sum == 0) return std::nullopt;
  return squares / (sum * sum);
}

/// The most even way in which the unknown sectors could be known: each goes to the smallest.
Counts levelled(Counts known, std::size_t unknown) {
  for (std::size_t k = 0; k < unknown; ++k)
    ++*std::min_element(known.begin(), known.end());
  return known;
}

void fill_shares(WelfareMix& mix) {
  const auto known = known_of(mix);
  const auto unknown = mix.count[known_sectors];
  const auto sum = mix.offers - unknown;
  mix.hhi = concentration(known);
  for (std::size_t s = 0; s < known_sectors && sum > 0; ++s)
    mix.share[s] = static_cast<double>(known[s]) / static_cast<double>(sum);
  mix.hhi_least = concentration(levelled(known, unknown));
  auto most = known;
  *std::max_element(most.begin(), most.end()) += unknown;
  mix.hhi_most = concentration(most);
}

Judged between(bool surely, bool possibly) {
  if (surely) return Judged::yes;
  return possibly ? Judged::open : Judged::no;
}

void judge(WelfareMix& mix, const MixRules& rules) {
  const auto known = known_of(mix);
  const auto unknown = mix.count[known_sectors];
  const auto even = levelled(known, unknown);
  const auto least_largest = *std::max_element(even.begin(), even.end());
  const auto most_largest = *std::max_element(known.begin(), known.end()) + unknown;
  const double above = rules.dominant_share * static_cast<double>(mix.offers);
  mix.single_sector = between(static_cast<double>(least_largest) > above,
                              static_cast<double>(most_largest) > above);
  const bool none = mix.count[static_cast<std::size_t>(Sector::informal)] == 0;
  mix.no_informal = between(none && unknown == 0, none);
  const auto least = std::max<std::size_t>(mix.providers, 1);
  const auto most = mix.providers + mix.provider_unknown;
  mix.single_provider = between(most == 1, mix.offers > 0 && least == 1);
}

}  // namespace

std::vector<WelfareMix> welfare_mix(const std::vector<MixOffer>& offers,
                                    const std::vector<std::string>& groups, const MixRules& rules) {
  std::map<std::string, WelfareMix> mixes;
  std::map<std::string, std::set<std::string>> providers;
  for (const auto& group : groups)
    mixes[group].group = group;
  for (const auto& offer : offers) {
    const auto mix = mixes.find(offer.group);
    if (mix == mixes.end()) continue;
    ++mix->second.offers;
    ++mix->second.count[static_cast<std::size_t>(offer.sector)];
    if (offer.provider.empty()) {
      ++mix->second.provider_unknown;
    } else {
      providers[offer.group].insert(offer.provider);
    }
  }
  for (auto& [group, mix] : mixes) {
    mix.providers = providers[group].size();
    fill_shares(mix);
    judge(mix, rules);
  }
  std::vector<WelfareMix> result;
  result.reserve(groups.size());
  for (const auto& group : groups)
    result.push_back(mixes[group]);
  return result;
}

}  // namespace nahraum::planning
