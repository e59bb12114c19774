#include "scene/open_sentence.hpp"

#include <optional>

#include <fmt/args.h>
#include <fmt/format.h>

#include "base/translate.hpp"
#include "model/disclosure.hpp"

namespace nahraum::scene {
namespace {

using base::tr;

/// Nothing where the number may not be told.
std::optional<long> covered_of(const analysis::GroupCoverage& g, int min_count) {
  if (g.total < 0) return std::nullopt;
  const auto shown = model::may_show_parts({g.covered, g.gap, g.not_assessable}, min_count);
  return shown[0] ? std::optional(g.covered) : std::nullopt;
}

analysis::GroupCoverage of_homes(const analysis::Coverage& c) {
  analysis::GroupCoverage homes;
  homes.total = c.homes;
  homes.covered = c.homes_covered;
  homes.gap = c.homes_gap;
  homes.not_assessable = c.homes_not_assessable;
  return homes;
}

const char* form_of(const std::optional<long>& least, const std::optional<long>& most) {
  if (least && most && *least == *most) {
    return *least == 0
               ? tr("{time}, what is open then: nobody of {total} {people} reaches {one} {within} "
                    "({profile}).")
               : tr("{time}, what is open then: {least} of {total} {people} reach {one} {within} "
                    "({profile}).");
  }
  if (least && most) {
    return tr(
        "{time}, what is open then: at least {least} and at most {most} of {total} {people} reach "
        "{one} {within} ({profile}).");
  }
  if (least) {
    return tr(
        "{time}, what is open then: at least {least} of {total} {people} reach {one} {within} "
        "({profile}); how many more at most cannot be told without naming a few.");
  }
  if (most) {
    return tr(
        "{time}, what is open then: at most {most} of {total} {people} reach {one} {within} "
        "({profile}); how many at least cannot be told without naming a few.");
  }
  return tr(
      "{time}, what is open then: how many of {total} {people} reach {one} {within} ({profile}) "
      "cannot be told without naming a few.");
}

std::string number(const std::optional<long>& count) {
  return count ? base::format_number(static_cast<double>(*count), 0, base::language()) : "–";
}

}  // namespace

std::string sentence(const OpenCoverage& coverage, const std::string& time,
                     const model::ServiceType& type, const model::Profile& profile, int min_count) {
  const auto group = headline_group(coverage.at_least);
  const bool persons = group_of(coverage.at_least, group).total > 0;
  const auto least = persons ? group_of(coverage.at_least, group) : of_homes(coverage.at_least);
  const auto most = persons ? group_of(coverage.at_most, group) : of_homes(coverage.at_most);
  if (least.total == 0) return tr("The data hold no residential building in the district.");
  if (!persons) min_count = 0;  // buildings are no persons
  const auto least_shown = covered_of(least, min_count);
  const auto most_shown = covered_of(most, min_count);
  return fmt::format(fmt::runtime(form_of(least_shown, most_shown)), fmt::arg("time", time),
                     fmt::arg("least", number(least_shown)), fmt::arg("most", number(most_shown)),
                     fmt::arg("total", persons_text(least.total, min_count)),
                     fmt::arg("people", persons ? people_of(group) : tr("home addresses")),
                     fmt::arg("one", one_of(type)),
                     fmt::arg("within", within_limit(coverage.at_least.limit)),
                     fmt::arg("profile", in_brackets(profile, coverage.at_least.way)));
}

}  // namespace nahraum::scene
