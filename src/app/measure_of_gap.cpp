#include "app/measure_question.hpp"
#include "app/page_project.hpp"
#include "model/disclosure.hpp"

namespace nahraum::app {

using base::tr;

namespace {

std::string who(const Counted& counted) {
  return counted.homes ? tr("home addresses") : scene::people_of(counted.group);
}

std::string begun_large(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z')
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::optional<int> residents(const model::Home& home, scene::AgeGroup group) {
  if (group == scene::AgeGroup::age_80) return home.residents.age_80;
  return group == scene::AgeGroup::age_65 ? home.residents.age_65 : home.residents.all;
}

/// The middle of the homes in the gap, weighted by who lives there; by homes where so few live
/// there that the place would tell of them.
std::optional<geo::Point> middle_of_gap(const Answer& answer, const Counted& counted, bool told) {
  const auto& homes = answer.district->project->homes;
  double weights = 0, x = 0, y = 0;
  for (std::size_t i = 0; i < homes.size() && i < answer.reach.size(); ++i) {
    const bool gap =
        homes[i].in_district &&
        analysis::within(answer.reach[i], answer.coverage.limit) == analysis::Within::no;
    if (!gap) continue;
    const double weight =
        told && !counted.homes ? residents(homes[i], counted.group).value_or(0) : 1;
    weights += weight;
    x += weight * homes[i].at.x;
    y += weight * homes[i].at.y;
  }
  if (weights <= 0) return std::nullopt;
  return geo::Point{x / weights, y / weights};
}

}  // namespace

const Answer* answer_in_sight(const PageInput& input) {
  if (!input.answer) return nullptr;
  const auto& is = input.answer->question;
  const auto& asked = input.question;
  const bool same = is.type == asked.type && is.profile == asked.profile &&
                    is.limit == asked.limit && is.scenario == asked.scenario;
  return same ? input.answer.get() : nullptr;
}

std::optional<model::Measure> measure_of_gap(const PageInput& input) {
  const auto* answer = answer_in_sight(input);
  if (!answer || !answer->question.scenario.empty()) return std::nullopt;
  const auto& coverage = answer->coverage;
  const auto* type = input.catalogue->find_type(coverage.type);
  const auto profile = input.catalogue->profile(coverage.profile);
  const auto counted = headline(coverage);
  const long people =
      counted.homes ? coverage.homes_gap : scene::group_of(coverage, counted.group).gap;
  if (!type || !profile || people <= 0) return std::nullopt;
  const auto gap = gap_of(coverage, counted, input.min_count);
  model::Measure measure;
  measure.id = new_id(input, input.project->work->measures);
  measure.title = begun_large(say(tr("Bring {0} within reach {1}"), scene::one_of(*type),
                                  scene::within_limit(coverage.limit)));
  measure.people = say(tr("{0} ({1})"), begun_large(who(counted)), scene::in_brackets(**profile));
  measure.status = "idea";
  measure.indicator =
      say(tr("{0} that do not reach {1} {2} ({3})"), begun_large(who(counted)),
          scene::one_of(*type), scene::within_limit(coverage.limit), scene::in_brackets(**profile));
  measure.unit = counted.homes ? tr("homes") : tr("persons");
  if (gap.count) measure.baseline = static_cast<double>(*gap.count);
  measure.baseline_text = scene::sentence(coverage, *type, **profile, input.min_count);
  measure.baseline_date = input.today;
  measure.question = to_text({coverage.type, coverage.profile, coverage.limit, counted});
  measure.origin = "gap";
  if (const auto at = middle_of_gap(*answer, counted, gap.count.has_value())) measure.at = {*at};
  return measure;
}

}  // namespace nahraum::app
