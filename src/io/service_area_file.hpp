#pragma once
/// Service areas as offices and providers keep them: drawn, or as a list of postcodes or names.

#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "model/catalogue.hpp"
#include "model/project.hpp"
#include "model/service_area.hpp"

namespace nahraum::io {

struct ServiceAreaFiles {
  std::filesystem::path areas;
  std::filesystem::path postcodes;  ///< polygons with a column PLZ (or postcode); "" for none
  std::string date;  ///< ISO date or year from when they are, where the file states none
};

/// A layer of polygons with columns for kind and provider (as in a list of services), or a CSV with
/// Art, Anbieter, perhaps Name, and Gebiet (or PLZ): names or numbers between commas, each a
/// postcode of the polygons given beside, or the id or name of an area of the project's residents.
/// A column Stand (or date) says from when an area is.
/// In file order. What is of unknown kind or no usable polygon ("service_area_unknown_kind",
/// "service_area_polygon_dropped"), or names an area that is not known ("service_area_unknown.P01",
/// "service_area_without_place.P01": of that service type), is counted in `report` with examples.
/// Errors: those of the readers; bad_input where the columns are missing or nothing is left.
base::Result<std::vector<model::ServiceArea>> read_service_areas(
    const ServiceAreaFiles& files, const model::Project& project, const model::Catalogue& catalogue,
    std::vector<model::ReportEntry>& report);

}  // namespace nahraum::io
