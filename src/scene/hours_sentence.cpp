#include "scene/hours_sentence.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include "base/translate.hpp"
#include "model/disclosure.hpp"

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
        "Half or more of {who} reach nothing {within} that is ever open ({service}, "
        "{profile}).");
  }
  if (nothing) {
    return tr(
        "Half or more of {who} reach nothing {within} whose opening hours are known "
        "({service}, {profile}).");
  }
  if (sure) {
    return tr(
        "Half or more of {who} reach {one} {within} for {median} hours a week or more, "
        "all "
        "places together ({profile}).");
  }
  return tr(
      "Half or more of {who} reach {one} {within} for at least {median} hours a week, "
      "all "
      "places together; with places whose hours are unknown it may be {possible} "
      "({profile}).");
}

/// Those who can be assessed; without their number where it would tell how few cannot.
std::string who(const analysis::HoursGroup& group, AgeGroup age, int min_count) {
  if (!model::may_show(group.not_assessable, min_count)) return people_of(age);
  return persons_text(group.total - group.not_assessable, min_count) + " " + people_of(age);
}

}  // namespace

std::string sentence(const analysis::HoursGroup& group, AgeGroup age, const HoursQuestion& question,
                     int min_count) {
  if (group.total <= 0 || !group.median_h || !group.median_possible_h) return {};
  return fmt::format(
      fmt::runtime(form_of(group)), fmt::arg("who", who(group, age, min_count)),
      fmt::arg("one", one_of(question.type)), fmt::arg("service", name_of(question.type)),
      fmt::arg("within", within_limit(question.limit)), fmt::arg("median", hours(*group.median_h)),
      fmt::arg("possible", hours(*group.median_possible_h)),
      fmt::arg("profile", in_brackets(question.profile)));
}

}  // namespace nahraum::scene
