#pragma once
/// What groups agree on: places that several marked, and places they see differently.

#include <cstddef>
#include <string>
#include <vector>

#include "geo/values.hpp"
#include "planning/clusters.hpp"

namespace nahraum::planning {

struct GroupPin {
  std::string id;  ///< unique
  std::string group, question;
  int value = 0;  ///< its sign counts: +1 liked, −1 avoided, 0 neither
  geo::Point at;  ///< metres
};

/// One place: a cluster of pins.
struct AgreedPlace {
  geo::Point at;                        ///< the mean of its pins
  std::vector<std::size_t> pins;        ///< by id
  std::vector<std::string> groups;      ///< who marked it: "4 of" …
  std::vector<std::string> liked_by;    ///< of these: more pins + than −
  std::vector<std::string> avoided_by;  ///< more − than +
  bool dissent() const { return !liked_by.empty() && !avoided_by.empty(); }
};
struct QuestionAgreement {
  std::string question;
  std::vector<std::string> answered;  ///< groups with a pin to this question: … "of 5"
  std::vector<std::string> silent;    ///< groups without one: neither agree nor disagree
  std::vector<AgreedPlace> places;  ///< marked by most groups first, then most pins, then first id
  std::vector<std::size_t> alone;   ///< pins in no cluster, without a place included; by id
};

/// Per question (by name) the places of its pins, clustered by DBSCAN. `groups`: all that took
/// part; those that have pins take part anyway. Group lists are ascending. Cost: that of clusters
/// per question. Pure. Source: needle method domain.md §5 [V34] [K: Deinet/Krisch]; agreement [D].
std::vector<QuestionAgreement> agreement(const std::vector<GroupPin>& pins,
                                         const std::vector<std::string>& groups,
                                         const ClusterParameters& parameters = {});

/// Places that one group likes and another avoids, whatever the questions were ("where do you like
/// to be?", "what do you avoid?"): of the pins with a value; in the order of QuestionAgreement.
std::vector<AgreedPlace> dissent(const std::vector<GroupPin>& pins,
                                 const ClusterParameters& parameters = {});

}  // namespace nahraum::planning
