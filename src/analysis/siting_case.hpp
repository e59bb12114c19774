#pragma once
/// A siting question made ready: who is served, who is open, and what each candidate would do.

#include <array>

#include "analysis/coverage.hpp"
#include "analysis/p_median.hpp"
#include "analysis/siting_candidates.hpp"

namespace nahraum::analysis {

/// mclp: most within the limit; p_median: shortest ways; lscp: the fewest sites for all.
enum class SitingModel { mclp, p_median, lscp };

/// Whose number weighs a home; `frail`: 65+ and 80+ added up, so that 80+ count twice (domain notes
/// §3.2).
enum class Weighting { all, age_65, age_80, frail };

struct SitingQuestion {
  SitingModel model = SitingModel::mclp;
  Weighting weighting = Weighting::all;
  std::size_t sites = 1;      ///< lscp finds the number itself
  Limit limit;                ///< p_median: longer ways count as this long
  bool keep_existing = true;  ///< services that are there stay and serve
  double apart_m = 0;         ///< new sites are at least so far from each other (straight line)
};

/// Persons of some homes: all, 65+, 80+. Homes whose number is not known are counted apart.
struct Tally {
  long homes = 0;
  std::array<long, 3> persons{};
  std::array<long, 3> homes_unknown{};
};
Tally tally(const model::Project& project, const std::vector<std::uint32_t>& homes);

/// elsewhere: not in the district. served: within the limit of what is kept (never with p_median).
/// open: what the new sites are for. not_assessable: no street near, or the data's edge nearer than
/// the answer.
enum class HomeState : std::uint8_t { elsewhere, served, open, not_assessable };

struct SitingCase {
  const District* district = nullptr;
  SitingQuestion question;
  std::vector<Candidate> candidates;
  std::vector<HomeState> state;      ///< per Project::homes
  std::vector<std::uint32_t> open;   ///< indices of open homes, ascending: the problems' demand
  std::vector<std::int64_t> weight;  ///< per open home; 0 where unknown or nobody (lscp: unknown 1)
  bool counts_homes = false;  ///< residents of the group are known nowhere: every home weighs 1
  CoverProblem cover;         ///< mclp, lscp
  PMedianProblem median;      ///< p_median; costs in ms, or mm where the limit is in metres

  /// Homes in a state.
  std::vector<std::uint32_t> homes(HomeState wanted) const;
};

/// Who walks to the candidates, by the services of the type that are there (rim included). Refers
/// to `district`. Errors: bad_input for no candidate, no site, more sites than candidates, or a
/// question too large for memory. Cost: one bounded search per candidate.
base::Result<SitingCase> siting_case(const District& district, std::string_view type,
                                     std::vector<Candidate> candidates,
                                     const SitingQuestion& question, jobs::Context& context);

/// What places that need not be candidates would do: open homes within the limit of each …
IndexSets cover_of(const SitingCase& siting, const std::vector<Candidate>& places,
                   jobs::Context& context);
/// … or whose way each would shorten, in a problem with these places only.
PMedianProblem median_of(const SitingCase& siting, const std::vector<Candidate>& places,
                         jobs::Context& context);

}  // namespace nahraum::analysis
