#pragma once
/// Diversity: how many of k service types a home reaches.

#include "analysis/coverage.hpp"

namespace nahraum::analysis {

struct HomeDiversity {
  int reached = 0;
  int unknown = 0;  ///< types for which the edge of the data or a missing street leaves it open
};

struct Diversity {
  std::vector<TypeLimit> types;
  std::vector<HomeDiversity> homes;  ///< per Project::homes
};

/// Each type within its limit, by the way there or, with `ways` (one per type), by its own. Cost:
/// one search per type, shared out over the threads, and what reach_by says of the other ways; the
/// same bytes on any number of them.
Diversity diversity(const District& district, std::vector<TypeLimit> types, jobs::Context& context,
                    const std::vector<Way>& ways = {});
/// The same of answers that are there: per type (at least one), of every home.
Diversity diversity(std::vector<TypeLimit> types,
                    const std::vector<std::vector<HomeReach>>& answers, jobs::Context& context);
/// Persons of a class of homes; −1: unknown for every one of them.
struct DiversityClass {
  int at_least = 0, at_most = 0;  ///< types reached
  long homes = 0;
  long all = -1, age_65 = -1, age_80 = -1;
};
/// The district's homes by how many of the types they reach: `breaks` (descending, the last is 0)
/// are the least counts of the classes. A home counts where its class does not hang on what is
/// unknown; the others are in `open`.
struct DiversityClasses {
  std::vector<DiversityClass> classes;
  DiversityClass open;
};
DiversityClasses classes_of(const model::Project& project, const Diversity& diversity,
                            const std::vector<int>& breaks);

}  // namespace nahraum::analysis
