#include "scene/mobile_sentence.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include "base/translate.hpp"
#include "model/disclosure.hpp"

namespace nahraum::scene {
namespace {

using base::tr;

std::string part_text(long count, bool shown, int min_count) {
  if (shown || !model::may_show(count, min_count)) return persons_text(count, min_count);
  return tr("some");  // kept back with a small count
}

const char* form_of(const std::vector<long>& parts, long total) {
  if (parts[1] == total) {
    return tr("{service}: all {total} {people} live in the service area of one provider only.");
  }
  if (parts[2] == total) {
    return tr("{service}: all {total} {people} live in the service areas of several providers.");
  }
  if (parts[0] == total) {
    return tr("{service}: all {total} {people} live outside all known service areas.");
  }
  return tr(
      "{service}: of {total} {people}, {none} live in no known service area, {one} in that of one "
      "provider only, {several} in those of several.");
}

}  // namespace

std::string sentence(const analysis::MobileGroup& group, AgeGroup age,
                     const model::ServiceType& type, int min_count) {
  if (group.total <= 0) return {};
  const auto& by = group.by_providers;
  // The same parts as in the table, so that the two do not tell a small count together.
  const auto shown = model::may_show_parts({by[0], by[1], by[2], by[3]}, min_count);
  const std::vector<long> parts{by[0], by[1], by[2] + by[3]};
  return fmt::format(fmt::runtime(form_of(parts, group.total)), fmt::arg("service", name_of(type)),
                     fmt::arg("total", persons_text(group.total, min_count)),
                     fmt::arg("people", people_of(age)),
                     fmt::arg("none", part_text(parts[0], shown[0], min_count)),
                     fmt::arg("one", part_text(parts[1], shown[1], min_count)),
                     fmt::arg("several", part_text(parts[2], shown[2] && shown[3], min_count)));
}

}  // namespace nahraum::scene
