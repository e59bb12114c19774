#include "scene/certainty_sentence.hpp"

#include "base/translate.hpp"
#include "model/disclosure.hpp"
#include "scene/span_words.hpp"

namespace nahraum::scene {
namespace {

using base::tr;

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

}  // namespace

std::string sentence(const CoverageSpan& span, const model::ServiceType& type,
                     const model::Profile& profile, int min_count) {
  const auto told = told_span(span.cautious, span.optimistic, span.optimistic, min_count);
  if (told.total == 0) return tr("The data hold no residential building in the district.");
  return fill_in(form_of(told.least, told.most), told, span.optimistic, type, profile);
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
