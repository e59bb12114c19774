#pragma once
/// `nahraum handout` and `nahraum merge`: the same start for every group, and their files in one.

#include <filesystem>
#include <string>
#include <vector>

#include "app/handout.hpp"
#include "app/verb_options.hpp"

namespace nahraum::app {

struct HandoutOptions {
  std::filesystem::path project;
  std::filesystem::path folder;  ///< "": beside the project
  int groups = 0;
};
/// Writes FOLDER/NAME-gruppe-01.gpkg … and says each. A file that is there already is never
/// overwritten. Errors: bad_input, io.
base::Result<void> run_handout(const HandoutOptions& options, Console& console);

struct MergeOptions {
  std::filesystem::path out;
  std::vector<std::filesystem::path> files;  ///< or folders
  bool json = false;
};
/// Errors: bad_input where nothing can be merged; io.
base::Result<void> run_merge(const MergeOptions& options, Console& console);

/// Reads the groups' files; folders stand for what is in them. What is no project, damaged or not a
/// GeoPackage is told in `left_out` and does not stop the rest.
std::vector<GroupFile> read_group_files(const std::vector<std::filesystem::path>& files,
                                        std::vector<std::string>& left_out, jobs::Context& context);

/// Where each group's file is written.
std::filesystem::path group_file(const std::filesystem::path& folder,
                                 const std::filesystem::path& project, int group, int groups);

void add_merge(CLI::App& app, CommandLine& line);

}  // namespace nahraum::app
