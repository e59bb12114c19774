#include "scene/open_sentence.hpp"

#include "base/translate.hpp"
#include "scene/span_words.hpp"

namespace nahraum::scene {
namespace {

using base::tr;

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

}  // namespace

std::string sentence(const OpenCoverage& coverage, const std::string& time,
                     const model::ServiceType& type, const model::Profile& profile, int min_count) {
  const auto told = told_span(coverage.at_least, coverage.at_most, coverage.at_least, min_count);
  if (told.total == 0) return tr("The data hold no residential building in the district.");
  return fill_in(form_of(told.least, told.most), told, coverage.at_least, type, profile, time);
}

}  // namespace nahraum::scene
