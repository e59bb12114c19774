#include "planning/agreement.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace nahraum::planning {
namespace {

using Indices = std::vector<std::size_t>;

struct Places {
  std::vector<AgreedPlace> places;
  Indices alone;
};

int sign(int value) {
  return value > 0 ? 1 : value < 0 ? -1 : 0;
}

AgreedPlace place_of(const std::vector<GroupPin>& pins, Indices members) {
  AgreedPlace place;
  std::map<std::string, int> balance;
  for (const auto i : members) {
    balance[pins[i].group] += sign(pins[i].value);
    place.at.x += pins[i].at.x / static_cast<double>(members.size());
    place.at.y += pins[i].at.y / static_cast<double>(members.size());
  }
  for (const auto& [group, sum] : balance) {
    place.groups.push_back(group);
    if (sum > 0) place.liked_by.push_back(group);
    if (sum < 0) place.avoided_by.push_back(group);
  }
  place.pins = std::move(members);
  return place;
}

Places places_of(const std::vector<GroupPin>& pins, const Indices& some,
                 const ClusterParameters& parameters) {
  std::vector<ClusterPoint> points;
  for (const auto i : some)
    points.push_back({pins[i].id, pins[i].at});
  const auto found = clusters(points, parameters);
  Places result;
  for (const auto& members : found.members) {
    Indices of_place;
    for (const auto k : members)
      of_place.push_back(some[k]);
    result.places.push_back(place_of(pins, std::move(of_place)));
  }
  for (std::size_t k = 0; k < some.size(); ++k) {
    if (!found.cluster_of[k]) result.alone.push_back(some[k]);
  }
  std::stable_sort(result.alone.begin(), result.alone.end(),
                   [&](std::size_t a, std::size_t b) { return pins[a].id < pins[b].id; });
  std::stable_sort(
      result.places.begin(), result.places.end(), [&](const AgreedPlace& a, const AgreedPlace& b) {
        const auto key = [&](const AgreedPlace& place) {
          return std::tuple(-static_cast<long>(place.groups.size()),
                            -static_cast<long>(place.pins.size()), pins[place.pins.front()].id);
        };
        return key(a) < key(b);
      });
  return result;
}

QuestionAgreement agreement_on(const std::string& question, const Indices& some,
                               const std::vector<GroupPin>& pins,
                               const std::set<std::string>& groups,
                               const ClusterParameters& parameters) {
  std::set<std::string> answered;
  for (const auto i : some)
    answered.insert(pins[i].group);
  QuestionAgreement result{question, {answered.begin(), answered.end()}, {}, {}, {}};
  std::set_difference(groups.begin(), groups.end(), answered.begin(), answered.end(),
                      std::back_inserter(result.silent));
  auto places = places_of(pins, some, parameters);
  result.places = std::move(places.places);
  result.alone = std::move(places.alone);
  return result;
}

}  // namespace

std::vector<QuestionAgreement> agreement(const std::vector<GroupPin>& pins,
                                         const std::vector<std::string>& groups,
                                         const ClusterParameters& parameters) {
  std::set<std::string> all(groups.begin(), groups.end());
  std::map<std::string, Indices> of_question;
  for (std::size_t i = 0; i < pins.size(); ++i) {
    all.insert(pins[i].group);
    of_question[pins[i].question].push_back(i);
  }
  std::vector<QuestionAgreement> result;
  result.reserve(of_question.size());
  for (const auto& [question, some] : of_question)
    result.push_back(agreement_on(question, some, pins, all, parameters));
  return result;
}

std::vector<AgreedPlace> dissent(const std::vector<GroupPin>& pins,
                                 const ClusterParameters& parameters) {
  Indices valued;
  for (std::size_t i = 0; i < pins.size(); ++i) {
    if (pins[i].value != 0) valued.push_back(i);
  }
  auto places = places_of(pins, valued, parameters).places;
  places.erase(std::remove_if(places.begin(), places.end(),
                              [](const AgreedPlace& place) { return !place.dissent(); }),
               places.end());
  return places;
}

}  // namespace nahraum::planning
