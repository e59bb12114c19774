#include "scene/certainty_sentence.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "model/disclosure.hpp"

namespace nahraum::scene {
namespace {

using base::tr;

analysis::GroupCoverage of_homes(const analysis::Coverage& c) {
  analysis::GroupCoverage homes;
  homes.total = c.homes;
  homes.covered = c.homes_covered;
  homes.gap = c.homes_gap;
  homes.not_assessable = c.homes_not_assessable;
  return homes;
}

/// Nothing where the number may not be told.
std::optional<long> covered_of(const analysis::GroupCoverage& g, int min_count) {
  if (g.total < 0) return std::nullopt;
  const auto shown = model::may_show_parts({g.covered, g.gap, g.not_assessable}, min_count);
  return shown[0] ? std::optional(g.covered) : std::nullopt;
}

const char* form_of(const std::optional<long>& least, const std::optional<long>& most) {
  if (least && most && *least == *most) {
    return tr(
        "{most} of {total} {people} reach {one} {within} ({profile}), whether missing tags "
        "count as good or as bad.");
  }
  if (least && most) {
    return tr(
        "At least {least} and at most {most} of {total} {people} reach {one} {within} "
        "({profile}): between them it depends on what nobody has mapped.");
  }
  if (most) {
    return tr(
        "At most {most} of {total} {people} reach {one} {within} ({profile}); how many at "
        "least cannot be told without naming a few.");
  }
  if (least) {
    return tr(
        "At least {least} of {total} {people} reach {one} {within} ({profile}); how many "
        "more at most cannot be told without naming a few.");
  }
  return tr(
      "How many of {total} {people} reach {one} {within} ({profile}) cannot be told without "
      "naming a few.");
}

std::string number(const std::optional<long>& count) {
  return count ? base::format_number(static_cast<double>(*count), 0, base::language()) : "–";
}

}  // namespace

std::string sentence(const CoverageSpan& span, const model::ServiceType& type,
                     const model::Profile& profile, int min_count) {
  const auto group = headline_group(span.optimistic);
  const bool persons = group_of(span.optimistic, group).total > 0;
  const auto worst = persons ? group_of(span.cautious, group) : of_homes(span.cautious);
  const auto best = persons ? group_of(span.optimistic, group) : of_homes(span.optimistic);
  if (best.total == 0) return tr("The data hold no residential building in the district.");
  if (!persons) min_count = 0;  // buildings are no persons
  const auto least = covered_of(worst, min_count);
  const auto most = covered_of(best, min_count);
  return fmt::format(
      fmt::runtime(form_of(least, most)), fmt::arg("least", number(least)),
      fmt::arg("most", number(most)), fmt::arg("total", persons_text(best.total, min_count)),
      fmt::arg("people", persons ? people_of(group) : tr("home addresses")),
      fmt::arg("one", one_of(type)), fmt::arg("within", within_limit(span.optimistic.limit)),
      fmt::arg("profile", in_brackets(profile, span.optimistic.way)));
}

SpanParts span_parts(const analysis::GroupCoverage& cautious,
                     const analysis::GroupCoverage& optimistic, int min_count) {
  SpanParts parts;
  if (optimistic.total < 0) return parts;
  const auto best = model::may_show_parts(
      {optimistic.covered, optimistic.gap, optimistic.not_assessable}, min_count);
  parts.sure = covered_of(cautious, min_count);
  if (parts.sure && best[0]) parts.open = optimistic.covered - *parts.sure;
  if (best[1]) parts.gap = optimistic.gap;
  if (best[2]) parts.not_assessable = optimistic.not_assessable;
  return parts;
}

}  // namespace nahraum::scene
