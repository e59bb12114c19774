#pragma once
/// `nahraum site`: where a new service helps most.

#include <filesystem>
#include <string>
#include <vector>

#include "app/site_report.hpp"
#include "app/verb_options.hpp"

namespace nahraum::app {

struct SiteOptions {
  std::filesystem::path project;
  std::string service;
  std::string profile;
  std::string model = "mclp";
  int sites = 0;      ///< 0: one, or as many as the guess has
  std::string limit;  ///< "": the type's own; pmedian: 60min
  std::string group = "all";
  bool exact = false;
  double time_limit_s = 0;  ///< 0: 60 s with `exact`, else no proof
  std::string candidates;   ///< FILE or FILE:LAYER; "": points of the streets
  double spacing_m = 50;
  double min_distance_m = 0;
  bool keep_existing = false;  ///< the default, for saying it
  bool ignore_existing = false;
  std::string guess;                 ///< LON,LAT[,LON,LAT…]
  std::vector<std::string> explain;  ///< LON,LAT
  bool json = false;
  std::filesystem::path csv;
  std::filesystem::path out;
  std::string scenario = {};  ///< "": the project as it is
};
/// What is done with an answer while what it refers to lives.
using SiteReader = std::function<base::Result<void>(const SiteResult&)>;
/// `warn` is told of candidates that are left out. Errors: unknown service or profile, a limit that
/// is none, options that contradict each other, those of the candidates' file, and the reader's.
base::Result<void> ask_site(const SiteOptions& options, const Workspace& workspace,
                            jobs::Context& context,
                            const std::function<void(const std::string&)>& warn,
                            const SiteReader& read);
base::Result<void> run_site(const SiteOptions& options, Console& console);
void add_site(CLI::App& app, CommandLine& line);

}  // namespace nahraum::app
