#include "scene/span_words.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "model/disclosure.hpp"

namespace nahraum::scene {
namespace {

analysis::GroupCoverage of_homes(const analysis::Coverage& c) {
  analysis::GroupCoverage homes;
  homes.total = c.homes;
  homes.covered = c.homes_covered;
  homes.gap = c.homes_gap;
  homes.not_assessable = c.homes_not_assessable;
  return homes;
}

std::string number(const std::optional<long>& count) {
  return count ? base::format_number(static_cast<double>(*count), 0, base::language()) : "–";
}

}  // namespace

std::optional<long> covered_of(const analysis::GroupCoverage& group, int min_count) {
  if (group.total < 0) return std::nullopt;
  const auto shown =
      model::may_show_parts({group.covered, group.gap, group.not_assessable}, min_count);
  return shown[0] ? std::optional(group.covered) : std::nullopt;
}

ToldSpan told_span(const analysis::Coverage& least, const analysis::Coverage& most,
                   const analysis::Coverage& asked, int min_count) {
  const auto group = headline_group(asked);
  const bool persons = group_of(asked, group).total > 0;
  if (!persons) min_count = 0;  // buildings are no persons
  const auto figures = [&](const analysis::Coverage& coverage) {
    return persons ? group_of(coverage, group) : of_homes(coverage);
  };
  ToldSpan span;
  span.least = covered_of(figures(least), min_count);
  span.most = covered_of(figures(most), min_count);
  span.total = figures(asked).total;
  span.total_text = persons_text(span.total, min_count);
  span.people = persons ? people_of(group) : std::string(base::tr("home addresses"));
  return span;
}

std::string fill_in(const char* form, const ToldSpan& span, const analysis::Coverage& asked,
                    const model::ServiceType& type, const model::Profile& profile,
                    const std::string& time) {
  return fmt::format(fmt::runtime(form), fmt::arg("least", number(span.least)),
                     fmt::arg("most", number(span.most)), fmt::arg("total", span.total_text),
                     fmt::arg("people", span.people), fmt::arg("one", one_of(type)),
                     fmt::arg("within", within_limit(asked.limit)),
                     fmt::arg("profile", in_brackets(profile, asked.way)), fmt::arg("time", time));
}

}  // namespace nahraum::scene
