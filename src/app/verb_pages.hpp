#pragma once
/// `nahraum actors`, `nahraum mix`: what a module's page tells, as text, JSON or tables. The
/// project is only read. Another module's verb is one more row in verb_pages.cpp.

#include <filesystem>
#include <string>

#include "app/module_page.hpp"
#include "app/verb_options.hpp"
#include "app/workspace.hpp"

namespace nahraum::app {

struct PagesOptions {
  int module = 0;
  std::filesystem::path project;
  std::string profile = "rollator";
  std::string limit = "10min";
  std::string without = {};   ///< of module 5: "provider NAME", "sector market", "payer care"
  std::string scenario = {};  ///< "": the project as it is
  bool json = false;
  std::filesystem::path csv;  ///< the module's first table; the others beside it, FILE_NAME.csv
};

/// Errors: unknown profile, a limit that is none, a name to switch off that no offer has.
base::Result<ModulePage> ask_page(const PagesOptions& options, const Workspace& workspace,
                                  jobs::Context& context);
base::Result<void> run_pages(const PagesOptions& options, Console& console);

/// A chart's rows, whatever it is; empty for none.
scene::ChartTable table_of(const PageChart& chart);

void add_pages(CLI::App& app, CommandLine& line);

}  // namespace nahraum::app
