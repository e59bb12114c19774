#include "scene/rests_sentence.hpp"

#include <cctype>

#include <fmt/args.h>
#include <fmt/format.h>

#include "base/translate.hpp"
#include "model/disclosure.hpp"

namespace nahraum::scene {
namespace {

using base::tr;

bool known(const analysis::RestGroup& group) {
  return group.total > 0;
}

/// Which sentence fits, with its placeholders.
const char* form_of(const analysis::RestGroup& g, int min_count) {
  const long reached = g.rested + g.unrested;
  if (g.total == 0) return tr("The data hold no residential building in the district.");
  if (reached == 0 && g.not_assessable > 0) {
    return tr(
        "Whether {people} reach {one} {within} with a seat every {gap} cannot be assessed "
        "({profile}).");
  }
  if (reached == 0) {
    return tr("Nobody reaches {one} {within}, with or without seats ({profile}).");
  }
  const auto shown =
      model::may_show_parts({g.rested, g.unrested, g.out_of_reach, g.not_assessable}, min_count);
  if (g.unrested == 0) {
    return tr(
        "Of the {people} who reach {one} {within}, all can do so with a seat every {gap} "
        "({profile}).");
  }
  if (!shown[0] || !shown[1]) {
    return tr(
        "Of the {people} who reach {one} {within}, {unrested} cannot do so with a seat every "
        "{gap} ({profile}).");
  }
  return tr(
      "Of {reached} {people} who reach {one} {within}, {unrested} ({share}) cannot do so "
      "with a seat every {gap} ({profile}).");
}

std::string unrested_text(const analysis::RestGroup& g, int min_count) {
  const auto shown =
      model::may_show_parts({g.rested, g.unrested, g.out_of_reach, g.not_assessable}, min_count);
  if (shown[1] || !model::may_show(g.unrested, min_count)) {
    return persons_text(g.unrested, min_count);
  }
  return tr("some");  // kept back with a small count
}

}  // namespace

const analysis::RestGroup& group_of(const analysis::RestCoverage& coverage, AgeGroup group) {
  if (group == AgeGroup::age_80) return coverage.age_80;
  return group == AgeGroup::age_65 ? coverage.age_65 : coverage.all;
}

AgeGroup headline_group(const analysis::RestCoverage& coverage) {
  if (known(coverage.age_80)) return AgeGroup::age_80;
  return known(coverage.age_65) ? AgeGroup::age_65 : AgeGroup::all;
}

std::string sentence(const analysis::RestCoverage& coverage, const RestsQuestion& question,
                     int min_count) {
  const AgeGroup group = headline_group(coverage);
  const bool persons = known(group_of(coverage, group));
  const auto& g = persons ? group_of(coverage, group) : coverage.homes;
  if (!persons) min_count = 0;  // buildings are no persons
  const long reached = g.rested + g.unrested;
  std::string text = fmt::format(
      fmt::runtime(form_of(g, min_count)), fmt::arg("reached", persons_text(reached, min_count)),
      fmt::arg("people", persons ? people_of(group) : tr("home addresses")),
      fmt::arg("unrested", unrested_text(g, min_count)),
      fmt::arg("share", reached > 0 ? share_text(g.unrested, reached) : ""),
      fmt::arg("one", one_of(question.type)), fmt::arg("within", within_limit(question.limit)),
      fmt::arg("gap", base::format_distance(question.max_gap_m, base::language())),
      fmt::arg("profile", in_brackets(question.profile)));
  if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

}  // namespace nahraum::scene
