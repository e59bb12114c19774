#include "app/rests_sheet.hpp"

#include <fmt/format.h>

#include "app/barriers_words.hpp"
#include "app/print_sheet.hpp"
#include "app/rests_layers.hpp"
#include "base/translate.hpp"
#include "model/disclosure.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using analysis::Rested;
using base::tr;

std::string distance(double metres) {
  return base::format_distance(metres, base::language());
}

std::string with_distance(const char* form, double metres) {
  return fmt::format(fmt::runtime(form), distance(metres));
}

scene::SheetTable people_for(const RestsResult& result, int min_count) {
  scene::SheetTable table{
      {tr("People"), tr("all"), tr("with rests"), tr("too far"), tr("gap"), tr("unclear")}, {}};
  for (const auto& group : parts_by_age(result)) {
    if (group.total <= 0) continue;
    std::vector<std::string> cells{
        group.label, model::parts_text({group.total}, min_count, base::language())[0]};
    for (auto& part : model::parts_text(group.parts, min_count, base::language()))
      cells.push_back(std::move(part));
    table.rows.push_back(std::move(cells));
  }
  return table;
}

scene::SheetPlaces places_for(const RestsResult& result, const Workspace& workspace,
                              const scene::Style& style) {
  const int min_count = workspace.catalogue.people.min_count;
  const auto shown = disclosed_gains(result, workspace);
  scene::SheetPlaces list;
  list.heading = tr("Where a new seat opens most");
  list.heads = {tr("gain"), "65+", "80+"};
  list.sign_name = tr("New seat, number of the list");
  list.tint = style.accent;
  list.partly = tr("{shown} of {all} suggested seats.");
  list.all = result.gains.size();
  for (std::size_t i = 0; i < result.gains.size(); ++i) {
    const auto& gained = result.gains[i].gained;
    const auto& place = result.places[result.gains[i].place];
    auto street = street_of(result, place);
    if (street.empty()) street = tr("way without a name");
    list.places.push_back({place.at,
                           std::move(street),
                           {shown_count(shown.all[i], gained.all, min_count),
                            shown_count(shown.age_65[i], gained.age_65, min_count),
                            shown_count(shown.age_80[i], gained.age_80, min_count)}});
  }
  return list;
}

std::vector<scene::Stretch> stretches_of(const RestsResult& result) {
  std::vector<scene::Stretch> stretches;
  for (const auto& piece : result.gaps.pieces) {
    const auto line = analysis::line_of(*result.district->network.graph, piece.edge);
    stretches.push_back({geo::part_of(line, piece.from_m, piece.to_m),
                         piece.gap_m > static_cast<float>(2 * result.max_gap_m)});
  }
  return stretches;
}

void add_homes(const RestsResult& result, const model::Project& project, const scene::Style& style,
               scene::MapAnswer& ground) {
  std::vector<int> answers(project.homes.size(), -1);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (!project.homes[i].in_district) continue;
    const auto answer =
        analysis::rested_within(result.rests.plain[i], result.rests.rested[i], result.limit);
    if (answer == Rested::yes) continue;
    answers[i] = answer == Rested::unknown ? 0 : answer == Rested::out_of_reach ? 1 : 2;
  }
  scene::add_homes(project, answers,
                   {{scene::unknown_homes(style), tr("Homes that cannot be assessed")},
                    {scene::gap_homes(style), tr("Homes beyond the limit (gap)")},
                    {scene::unrested_homes(style), tr("Homes with too few seats on the way")}},
                   ground);
}

void add_seats(const RestsResult& result, const scene::Style& style, scene::MapAnswer& ground) {
  std::vector<geo::Point> seats;
  for (std::size_t i = 0; i < result.seats.size(); ++i) {
    if (result.serves[i]) seats.push_back(result.seats[i].at);
  }
  scene::Symbol symbol;
  symbol.size_mm = 1.7;
  symbol.plate = scene::Plate::square;
  symbol.tint = style.accent;
  scene::add_points("seats", seats, symbol, tr("Seat of the data beside a way"), ground);
}

scene::MapAnswer ground_for(const RestsResult& result, const Workspace& workspace,
                            const scene::Style& style, jobs::Context& context) {
  const Question question{result.type->id, result.district->network.profile.id, result.limit,
                          analysis::Way::to};
  const auto base = answer(result.district, question, context);
  const auto catchment = scene::catchment_layers(base.bands, style);
  scene::MapAnswer ground{{catchment[0]}, {catchment[1]}, {}};
  const auto stretches = stretches_of(result);
  ground.add({},
             scene::stretch_signs(
                 stretches, with_distance(tr("More than {} without a seat"), result.max_gap_m),
                 with_distance(tr("More than {} without a seat"), 2 * result.max_gap_m), style));
  add_homes(result, *workspace.project, style, ground);
  ground.add({scene::stretches_layer(stretches, style)}, {});
  add_seats(result, style, ground);
  ground.add({}, scene::band_signs(base.bands, style));
  return ground;
}

}  // namespace

scene::SheetAnswer rests_answer(const RestsResult& result, const Workspace& workspace,
                                jobs::Context& context, scene::Theme theme) {
  const auto style = scene::style_for(theme, workspace.catalogue);
  const auto& profile = result.district->network.profile;
  scene::SheetAnswer sheet;
  sheet.topic =
      fmt::format(fmt::runtime(tr("With a seat every {gap} · {topic}")),
                  fmt::arg("gap", distance(result.max_gap_m)),
                  fmt::arg("topic", scene::topic_of(*result.type, result.limit, profile)));
  sheet.sentence = rests_sentence(result, workspace);
  sheet.remarks = rests_remarks(result, workspace);
  sheet.people = people_for(result, workspace.catalogue.people.min_count);
  sheet.list = places_for(result, workspace, style);
  scene::draw(ground_for(result, workspace, style, context), sheet);
  sheet.facts = scene::facts_of(rests_method(result, workspace));
  sheet.types = {result.type->id};
  return sheet;
}

}  // namespace nahraum::app
