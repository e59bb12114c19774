#include "scene/hours_sentence.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include "base/translate.hpp"

namespace nahraum::scene {
namespace {

using base::tr;

std::string hours(double value) {
  const bool whole = value == static_cast<double>(static_cast<long>(value));
  return base::format_number(value, whole ? 0 : 1, base::language());
}

const char* form_of(const analysis::HoursGroup& group) {
  const bool nothing = *group.median_h == 0;
  const bool sure = group.median_h == group.median_possible_h;
  if (nothing && sure) {
    return tr(
        "Half or more of {total} {people} reach nothing {within} that is ever open ({service}, "
        "{profile}).");
  }
  if (nothing) {
    return tr(
        "Half or more of {total} {people} reach nothing {within} whose opening hours are known "
        "({service}, {profile}).");
  }
  if (sure) {
    return tr(
        "Half or more of {total} {people} reach {one} {within} for {median} hours a week or more, "
        "all "
        "places together ({profile}).");
  }
  return tr(
      "Half or more of {total} {people} reach {one} {within} for at least {median} hours a week, "
      "all "
      "places together; with places whose hours are unknown it may be {possible} "
      "({profile}).");
}

}  // namespace

std::string sentence(const analysis::HoursGroup& group, AgeGroup age, const HoursQuestion& question,
                     int min_count) {
  if (group.total <= 0 || !group.median_h || !group.median_possible_h) return {};
  return fmt::format(
      fmt::runtime(form_of(group)), fmt::arg("total", persons_text(group.total, min_count)),
      fmt::arg("people", people_of(age)), fmt::arg("one", one_of(question.type)),
      fmt::arg("service", name_of(question.type)), fmt::arg("within", within_limit(question.limit)),
      fmt::arg("median", hours(*group.median_h)),
      fmt::arg("possible", hours(*group.median_possible_h)),
      fmt::arg("profile", in_brackets(question.profile)));
}

}  // namespace nahraum::scene
