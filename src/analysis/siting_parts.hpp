#pragma once
/// What candidates do one after the other, whatever the model.

#include "analysis/siting.hpp"

namespace nahraum::analysis {

/// Remembers for every open home how well it is served by what has been chosen.
class SiteParts {
 public:
  explicit SiteParts(const SitingCase& siting);

  std::int64_t worth(std::uint32_t candidate) const;
  SitePart part(std::uint32_t candidate) const;
  void choose(std::uint32_t candidate);
  /// Indices of open homes that the chosen have helped, or have not.
  std::vector<std::uint32_t> helped(bool wanted) const;

 private:
  template <class Visit>
  void each_gain(std::uint32_t candidate, Visit visit) const;

  const SitingCase& siting_;
  bool by_cost_;
  std::vector<std::uint32_t> cost_;  ///< per open home: now; cover models: 1 open, 0 covered
  std::vector<std::uint32_t> first_;
};

}  // namespace nahraum::analysis
