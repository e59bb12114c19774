#pragma once
/// What a new project is to be made of, as a user states it.

#include <filesystem>
#include <string>
#include <vector>

namespace nahraum::app {

struct NewOptions {
  std::filesystem::path project;
  std::filesystem::path osm;
  std::string district;  ///< FILE[:LAYER]
  std::string district_name;
  std::string bbox;    ///< W,S,E,N
  std::string around;  ///< LON,LAT,METRES
  double rim_m = 1500;
  std::vector<std::filesystem::path> population;
  std::vector<std::filesystem::path> services;
  std::vector<std::filesystem::path> elevation;
  std::string crs;  ///< EPSG:n
  std::string title;
  bool accept_partial = false;
  std::filesystem::path service_areas = {};  ///< "": none
  std::filesystem::path postcodes = {};      ///< "": none
};

}  // namespace nahraum::app
