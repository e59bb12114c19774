#pragma once
/// The command line's verbs as plain functions on options; command_line.cpp fills the options.
/// Each returns an Error that the caller prints as one line; results go to files or `console`.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/console.hpp"
#include "app/new_options.hpp"
#include "app/sheet_options.hpp"

namespace nahraum::app {

using std::filesystem::path;

base::Result<void> run_new(const NewOptions& options, Console& console);

struct InfoOptions {
  path project;
  bool json = false;
};
base::Result<void> run_info(const InfoOptions& options, Console& console);

struct CatalogueOptions {
  bool json = false;
};
base::Result<void> run_catalogue(const CatalogueOptions& options, Console& console);

struct NetworkOptions {
  path project;
  std::string profile;
  path out;
  std::string scenario = {};  ///< "": the project as it is
};
base::Result<void> run_network(const NetworkOptions& options, Console& console);

struct ReachOptions {
  path project;
  std::string service;
  std::string profile;
  int min_count = -1;  ///< −1: the catalogue's disclosure minimum
  path out;
  std::string way = {};  ///< as in CoverageOptions
  /// "Tue 15:00": only what is open then; "": whatever the time
  std::string at = {};
  std::string scenario = {};  ///< "": the project as it is
};
base::Result<void> run_reach(const ReachOptions& options, Console& console);

struct RouteOptions {
  path project;
  std::string from;  ///< LON,LAT
  std::string to;    ///< LON,LAT
  std::string service;
  std::string profile;
  path out;
  std::string scenario = {};  ///< "": the project as it is
};
base::Result<void> run_route(const RouteOptions& options, Console& console);

struct CatchmentOptions {
  path project;
  std::string service;
  std::string at;  ///< LON,LAT
  std::string profile;
  std::string limit;
  std::string bands;  ///< 5min,10min,15min
  bool each = false;
  bool edges = false;
  bool from = false;  ///< where one gets to, instead of who comes here
  path out;
  std::string scenario = {};  ///< "": the project as it is
};
base::Result<void> run_catchment(const CatchmentOptions& options, Console& console);

struct CoverageOptions {
  path project;
  std::vector<std::string> services;  ///< empty: the core set
  std::string profile;
  std::string limit;     ///< "": each type's own
  std::string standard;  ///< a standard's limits instead
  std::string against;   ///< a second standard to compare with
  std::string way;       ///< to, from, both; "": the type's own (analysis::default_way)
  /// optimistic: missing tags taken for the better case; span: both cases
  std::string certainty = "optimistic";
  path survey;  ///< the missing tags that matter most
  /// "Tue 15:00": only what is open then; "": whatever the time
  std::string at = {};
  bool json = false;
  path csv;
  std::string scenario = {};  ///< "": the project as it is
  bool basket = false;        ///< persons by how many of the services they reach
};
base::Result<void> run_coverage(const CoverageOptions& options, Console& console);

struct MapOptions {
  path project;
  std::string service;
  std::string profile = "rollator";
  std::string limit;
  std::string certainty = "optimistic";  ///< or "span"
  SheetOptions sheet = {};
  path out;
  std::string scenario = {};  ///< "": the project as it is
  std::string standard = {};  ///< homes by the grades of this standard
  std::string against = {};   ///< and who falls between it and this one
};
base::Result<void> run_map(const MapOptions& options, Console& console);

}  // namespace nahraum::app
