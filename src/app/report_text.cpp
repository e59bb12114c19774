#include "app/report_text.hpp"

#include <map>

#include "base/translate.hpp"

namespace nahraum::app {

using base::tr_noop;

std::string report_text(const std::string& code) {
  static const std::map<std::string, const char*> texts = {
      {"deleted_object", tr_noop("deleted objects left out")},
      {"duplicate_object", tr_noop("objects that occur twice; the newest one is kept")},
      {"service_area_unknown", tr_noop("names of service areas that are not known")},
      {"service_area_polygon_dropped",
       tr_noop("polygons of service areas or postcodes that cannot be used")},
      {"service_area_without_home", tr_noop("service areas in which no home of the district lies")},
      {"service_area_date", tr_noop("dates of service areas that cannot be read: unknown")},
      {"service_area_walked_to",
       tr_noop("service areas of a service that people walk to: left out")},
      {"service_area_unknown_kind", tr_noop("service areas of an unknown kind")},
      {"service_area_without_place", tr_noop("service areas of which no part is known")},
      {"missing_node", tr_noop("way nodes that the file does not hold")},
      {"invalid_coordinates", tr_noop("nodes with impossible coordinates")},
      {"incomplete_outline", tr_noop("outlines that are not closed")},
      {"incomplete_multipolygon", tr_noop("areas with missing parts")},
      {"repaired_outline", tr_noop("outlines that crossed themselves and were repaired")},
      {"partial_file", tr_noop("the file ends early or is damaged; parts are missing")},
      {"misnamed_file", tr_noop("the file's name does not fit its content")},
      {"no_service", tr_noop("no service was found in the data")},
      {"no_home", tr_noop("no residential building was found in the district")},
      {"no_building", tr_noop("no building was found in the data")},
      {"residential_assumed", tr_noop("buildings without a kind that were taken for homes")},
      {"land_without_homes",
       tr_noop(
           "buildings without a kind on industrial, railway, school or similar land: no homes")},
      {"elevation_crs_guessed",
       tr_noop("elevation models whose coordinate system was judged by its values")},
      {"elevation_in_feet", tr_noop("elevation models in feet, now in metres")},
      {"elevation_impossible", tr_noop("elevation models with impossible heights: unknown there")},
      {"elevation_elsewhere", tr_noop("elevation models that do not touch the district")},
      {"district_repaired", tr_noop("the district's outline crossed itself and was repaired")},
      {"district_without_rim", tr_noop("the file leaves no room for a rim around the district")},
      {"district_beyond_data", tr_noop("parts of the district lie beyond the street data")},
      {"district_features_dropped", tr_noop("district features without a usable polygon")},
      {"frontier_node", tr_noop("places where streets go on beyond the data")},
      {"merged_stop", tr_noop("platforms of one stop that were merged")},
      {"merged_service", tr_noop("services that were mapped twice and merged")},
      {"broken_multipolygon", tr_noop("areas whose rings contradict each other")},
      {"home_without_population", tr_noop("homes outside all population cells: residents unknown")},
      {"nursing_home_residents_spread", tr_noop("nursing homes without a number of places: their "
                                                "residents are spread over the neighbours")},
      {"population_cell_cut", tr_noop("population cells cut by the edge of the data")},
      {"population_cell_outside", tr_noop("population cells outside the data")},
      {"population_outside", tr_noop("population cells outside the data")},
      {"population_file", tr_noop("population files read")},
      {"population_polygon_dropped", tr_noop("population polygons that cannot be used")},
      {"population_polygon_without_row", tr_noop("population polygons without a row in the table")},
      {"population_row_twice", tr_noop("table rows with the same key")},
      {"population_row_without_key", tr_noop("table rows without a key")},
      {"population_row_without_polygon", tr_noop("table rows without a polygon")},
      {"population_total_agrees", tr_noop("totals rows that agree with the sum")},
      {"population_total_differs", tr_noop("totals rows that differ from the sum")},
      {"population_raised", tr_noop("age groups raised because finer cells state more")},
      {"people_unplaced", tr_noop("people in cells without a home: counted nowhere")},
      {"people_65_unplaced", tr_noop("people of 65 and over in cells without a home: counted "
                                     "nowhere")},
      {"people_80_unplaced", tr_noop("people of 80 and over in cells without a home: counted "
                                     "nowhere")},
      {"population_unplaced", tr_noop("population cells with people but without a home")},
      {"population_without_total", tr_noop("population cells with ages but without a total")},
      {"dwelling_list_without_address", tr_noop("listed dwellings without an address")},
      {"dwelling_list_unreadable", tr_noop("cells of the dwelling list that cannot be read")},
      {"dwelling_list_no_home",
       tr_noop("addresses of the dwelling list that no residential building has")},
      {"dwelling_list_several_homes",
       tr_noop("addresses of the dwelling list that several residential buildings have")},
      {"dwelling_list_part_of_home",
       tr_noop("buildings of which only some addresses are listed: their numbers of dwellings stay "
               "as they were")},
      {"service_list_crs",
       tr_noop("service lists whose coordinate system was judged by its values")},
      {"service_list_unknown_kind", tr_noop("listed services of unknown kind")},
      {"service_list_without_place", tr_noop("listed services without a place")},
      {"service_list_places_unusable",
       tr_noop("places in service lists that are no number, or negative: unknown")},
      {"population_unreadable", tr_noop("population values that cannot be read")},
      {"population_suppressed",
       tr_noop("population values kept secret by the source: unknown, not zero")},
      {"population_uncertain", tr_noop("population values that the source calls uncertain")},
      {"population_refined", tr_noop("population cells refined by finer ones")},
      {"population_stated_twice", tr_noop("population figures stated twice")},
      {"population_finer_cells_exceed",
       tr_noop("finer population cells that exceed the coarser one")},
      {"population_contradiction",
       tr_noop("age groups that contradict each other and were adjusted")},
      {"population_cell_without_place", tr_noop("population cells without a place")},
      {"listed_service_outside_data", tr_noop("listed services outside the street data")},
  };
  const auto dot = code.find('.');
  const auto at = texts.find(code.substr(0, dot));
  if (at == texts.end()) return code;
  const std::string text = base::tr(at->second);
  return dot == std::string::npos ? text : text + ", " + code.substr(dot + 1);
}

std::string severity_text(const std::string& severity) {
  if (severity == "loss") return base::tr("lost");
  return severity == "info" ? base::tr("note") : base::tr("warning");
}

}  // namespace nahraum::app
