#pragma once
/// Service areas of one service type: as a file states them, or as the project keeps them.

#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "io/service_area_file.hpp"
#include "model/catalogue.hpp"
#include "model/project.hpp"

namespace nahraum::app {

struct TypeAreas {
  const model::ServiceType* type = nullptr;  ///< one that comes to people
  std::vector<model::ServiceArea> areas;     ///< all of that type
  /// What was stated of it and could not be used; what of unknown kind the file held may belong to
  /// it and is counted, too.
  std::vector<model::ReportEntry> report;
};

/// The type of that id or alias. Errors: not_found with the nearest name; bad_input where people
/// walk to it.
base::Result<const model::ServiceType*> mobile_type(const std::string& name,
                                                    const model::Catalogue& catalogue);

/// What the file states of one type. Errors: those of the reader; bad_input where it states nothing
/// usable of it.
base::Result<TypeAreas> read_type_areas(const io::ServiceAreaFiles& files,
                                        const model::ServiceType& type,
                                        const model::Project& project,
                                        const model::Catalogue& catalogue);
/// The same of every type of which the file states something usable, by id; of those that people
/// walk to the report alone, which says so.
base::Result<std::vector<TypeAreas>> read_all_areas(const io::ServiceAreaFiles& files,
                                                    const model::Project& project,
                                                    const model::Catalogue& catalogue);

/// Replaces what the project keeps of that type, and what its report says of it.
void keep_areas(model::Project& project, TypeAreas kept);

/// What the project keeps of a type; no areas where nothing.
TypeAreas kept_areas(const model::Project& project, const model::ServiceType& type);
/// Ids of the types of which it keeps areas, each once, in order.
std::vector<std::string> kept_types(const model::Project& project);

/// "gebiete.csv (31.12.2025); more.gpkg (date unknown)": each source of the areas once.
std::string sources_text(const std::vector<model::ServiceArea>& areas);
/// The same for programs: file, date ("" unknown), sha256, given.
nlohmann::json area_sources(const std::vector<model::ServiceArea>& areas);
/// "lists of postcodes": how they were stated, each way once.
std::string given_text(const std::vector<model::ServiceArea>& areas);
/// "24 areas of 3 providers", in the user's language.
std::string count_text(std::size_t areas, std::size_t providers);

}  // namespace nahraum::app
