#pragma once
/// `nahraum need`: need indicators, their projection and the basket index.

#include <filesystem>
#include <string>

#include "app/verb_options.hpp"

namespace nahraum::app {

struct NeedOptions {
  std::filesystem::path project;
  std::string by = "district";  ///< district, area, cluster
  int year = 0;                 ///< 0: 2035 and 2050
  int base_year = 0;            ///< 0: the population data's own
  std::string method = "cohort";
  std::filesystem::path earlier;  ///< statistics table five years before the population data
  std::string reference = "nrw";  ///< id of rates.yaml, or a statistics table
  std::string profile = "age_75";
  bool split_ages = false;  ///< project from wide age bands, split as in the reference
  bool basket = false;
  bool json = false;
  std::filesystem::path csv;
  std::filesystem::path out;
  std::string scenario = {};  ///< "": the project as it is
};
base::Result<void> run_need(const NeedOptions& options, Console& console);
void add_need(CLI::App& app, CommandLine& line);

}  // namespace nahraum::app
