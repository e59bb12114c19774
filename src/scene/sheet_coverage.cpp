#include "scene/sheet_coverage.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "model/disclosure.hpp"
#include "scene/sentence.hpp"

namespace nahraum::scene {
namespace {

using base::tr;
using base::tr_n;

template <class... Values>
std::string say(const char* form, const Values&... values) {
  return fmt::format(fmt::runtime(form), values...);
}

std::string decimal(double value, int decimals) {
  return base::format_number(value, decimals, base::language());
}

bool is_metres(const analysis::Limit& limit, const std::optional<double>& metres) {
  return limit.kind == analysis::Limit::Kind::metres && metres &&
         std::abs(limit.value - *metres) < 0.5;
}

/// Where the limit comes from: the catalogue's values are named with their source.
std::string limit_evidence(const SheetResult& result) {
  if (is_metres(result.limit, result.type.target_m))
    return evidence_text(result.type.target_evidence);
  if (is_metres(result.limit, result.type.limit_m))
    return evidence_text(result.type.limit_evidence);
  return tr("chosen for this sheet, assumption");
}

std::string way_text(analysis::Way way) {
  if (way == analysis::Way::to) return "";
  return std::string(" ") + tr("The way there and the way home count, the longer of the two "
                               "(assumption: what is bought is carried home).");
}

std::string method(const SheetResult& result) {
  return say(tr("Way on foot from every residential building along the streets to the nearest "
                "place. "
                "Profile “{}”: {} m/s ({}). Limit: {} ({})."),
             name_of(result.profile), decimal(result.profile.speed_m_s, 2),
             evidence_text(result.profile.evidence), limit_name(result.limit),
             limit_evidence(result)) +
         way_text(result.coverage.way);
}

std::string not_assessable(const SheetResult& result, int min_count) {
  const auto& c = result.coverage;
  const auto& people = c.all;
  const auto homes = static_cast<unsigned long>(std::max(0L, c.homes_not_assessable));
  if (c.homes == 0) return tr("No residential building is known.");
  if (homes == 0) return tr("No building: all lie far enough from the edge of the data.");
  auto buildings = say(tr_n("{} residential building", "{} residential buildings", homes),
                       decimal(static_cast<double>(homes), 0));
  if (people.total <= 0) return buildings;
  const auto persons = not_assessable_text(people, min_count);
  return persons.empty() ? buildings : say(tr("{} with {} people"), buildings, persons);
}

std::vector<std::string> table_row(const analysis::Coverage& coverage, AgeGroup group,
                                   int min_count) {
  const auto& g = group_of(coverage, group);
  const auto parts =
      model::parts_text({g.covered, g.gap, g.not_assessable}, min_count, base::language());
  const auto shown = model::may_show_parts({g.covered, g.gap, g.not_assessable}, min_count);
  const long assessed = g.covered + g.gap;
  const bool share = shown[0] && shown[1] && assessed > 0;
  return {
      short_name(group), model::parts_text({g.total}, min_count, base::language())[0], parts[0],
      parts[1],          share ? share_text(g.gap, assessed) : std::string("–"),       parts[2]};
}

SheetTable people_table(const analysis::Coverage& coverage, int min_count) {
  if (coverage.all.total <= 0) return {};
  SheetTable table{{tr("People"), tr("all"), tr("reach it"), tr("gap"), "%", tr("unclear")}, {}};
  for (const auto group : {AgeGroup::all, AgeGroup::age_65, AgeGroup::age_80}) {
    if (group_of(coverage, group).total > 0)
      table.rows.push_back(table_row(coverage, group, min_count));
  }
  return table;
}

}  // namespace

std::string topic_of(const model::ServiceType& type, const analysis::Limit& limit,
                     const model::Profile& profile) {
  return say(tr("{}: within {} · {}"), name_of(type), limit_name(limit), name_of(profile));
}

std::vector<Fact> coverage_facts(const model::Project& project, const model::Catalogue& catalogue,
                                 const SheetResult& result) {
  return {{tr("Method"), method(result)},
          {tr("Residents"), residents_text(project)},
          {tr("Not assessable"), not_assessable(result, catalogue.people.min_count)},
          {tr("Slope"), slope_text(project)},
          {tr("Data gaps"), data_gaps_text(result.missing)}};
}

MapAnswer coverage_ground(const model::Project& project, const SheetResult& result,
                          const Style& style) {
  const auto catchment = catchment_layers(result.bands, style);
  MapAnswer ground{{catchment[0]}, {catchment[1]}, band_signs(result.bands, style)};
  add_homes(project, gap_answers(project, result.reach, result.limit),
            {{unknown_homes(style), tr("Homes that cannot be assessed")},
             {gap_homes(style), tr("Homes beyond the limit (gap)")}},
            ground);
  return ground;
}

void draw(MapAnswer ground, SheetAnswer& answer) {
  answer.ground = std::move(ground.ground);
  answer.above = std::move(ground.above);
  answer.signs = std::move(ground.signs);
}

SheetAnswer coverage_answer(const model::Project& project, const model::Catalogue& catalogue,
                            const SheetResult& result, Theme theme) {
  const int min_count = catalogue.people.min_count;
  SheetAnswer answer;
  answer.topic = topic_of(result.type, result.limit, result.profile);
  answer.sentence = sentence(result.coverage, result.type, result.profile, min_count);
  answer.remarks = joined(remarks(result.coverage, catalogue, project));
  answer.people = people_table(result.coverage, min_count);
  draw(coverage_ground(project, result, style_for(theme, catalogue)), answer);
  answer.facts = coverage_facts(project, catalogue, result);
  answer.types = {result.type.id};
  return answer;
}

}  // namespace nahraum::scene
