// How dwellings can be lived in with weak legs, and who reaches the service from them.

#include "app/study_parts.hpp"
#include "app/verb_housing.hpp"
#include "base/translate.hpp"
#include "scene/charts/bars.hpp"

namespace nahraum::app {
namespace {

using analysis::dwelling_count;
using base::tr;

std::string kind_name(std::size_t k) {
  return name_of(static_cast<analysis::Dwelling>(k));
}

StudyTable dwellings(const io::FeatureTable& from) {
  return table_of(from,
                  {{"label", ""},
                   {"dwellings", tr("all")},
                   {"within", tr("within")},
                   {"gap", tr("gap")},
                   {"not_assessable", tr("unclear")}},
                  tr("Dwellings"));
}

StudyTable people(const io::FeatureTable& from) {
  return table_of(from,
                  {{"label", ""},
                   {"persons_80", tr("all")},
                   {"within_80", tr("within")},
                   {"gap_80", tr("gap")},
                   {"not_assessable_80", tr("unclear")}},
                  tr("People of 80 and over"));
}

/// Kinds of dwelling as bars, parted by reach: the table of dwellings as a picture.
std::shared_ptr<const scene::BarsSpec> bars_of(const HousingResult& found) {
  scene::BarsSpec bars{
      {tr("within"), tr("gap"), tr("unclear")}, {}, tr("Dwellings"), false, 0, {}, ""};
  const auto rows = dwelling_rows(found);
  for (std::size_t k = 0; k < dwelling_count; ++k) {
    bars.rows.push_back(
        {kind_name(k), {double(rows[k][1]), double(rows[k][2]), double(rows[k][3])}, "", ""});
  }
  if (found.found.known.low_barrier == 0)  // nobody stated it of any: not a bar of none
    bars.rows[static_cast<std::size_t>(analysis::Dwelling::low_barrier)].unknown =
        tr("stated of none");
  return std::make_shared<const scene::BarsSpec>(std::move(bars));
}

}  // namespace

base::Result<void> study_housing(const StudyQuestion& asked, const Workspace& workspace,
                                 StudyResult& result, jobs::Context& context) {
  const auto found = ask_housing(options_of<HousingOptions>(asked.question), workspace, context);
  if (!found) return tl::unexpected(found.error());
  result.sentence = housing_sentence(*found);
  result.remarks = housing_remarks(*found, workspace);
  result.method = housing_method(*found, workspace);
  if (found->found.all == 0) return {};
  result.bars = bars_of(*found);
  const auto table = housing_table(*found, workspace);
  result.tables.push_back(dwellings(table));
  if (found->found.age_80_known) result.tables.push_back(people(table));
  result.tables.push_back(
      table_of(known_table(*found, workspace),
               {{"fact", tr("Known of dwellings")}, {"dwellings", tr("known")}, {"all", tr("all")}},
               tr("What is known")));
  if (!found->found.stranded.empty()) {
    result.tables.push_back(table_of(
        stranded_layer(*found, workspace),
        {{"address", tr("Address")}, {"dwellings", tr("dwellings")}, {"storeys", tr("storeys")}},
        tr("High without a lift, and in the gap")));
  }
  return {};
}

}  // namespace nahraum::app
