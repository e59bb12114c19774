#pragma once
/// How a verb's options are declared. Each analysis verb declares its own beside what it does
/// (verb_rests.cpp: `add_rests`); command_line.cpp lists them.

#include <functional>
#include <memory>
#include <string>
#include <utility>

#include <CLI/CLI.hpp>

#include "app/console.hpp"
#include "base/translate.hpp"

namespace nahraum::app {

/// Options that every verb knows, and what the chosen verb will run.
struct CommandLine {
  bool quiet = false;
  int threads = 1;
  std::string language;
  std::function<base::Result<void>(Console&)> verb;
};

template <class Options>
using Verb = base::Result<void> (*)(const Options&, Console&);

/// A subcommand whose options live as long as the parser.
template <class Options>
std::pair<CLI::App*, std::shared_ptr<Options>> add_verb(CLI::App& app, CommandLine& line,
                                                        const char* name, const char* what,
                                                        Verb<Options> run) {
  CLI::App* verb = app.add_subcommand(name, what);
  verb->fallthrough();
  verb->footer(base::tr("Everywhere: --quiet, --threads N, --language de|en"));
  auto options = std::make_shared<Options>();
  verb->callback([&line, options, run] {
    line.verb = [options, run](Console& console) { return run(*options, console); };
  });
  return {verb, options};
}

/// `--scenario NAME`: the verb's question is asked of the project with that scenario's changes.
inline void add_scenario_choice(CLI::App* verb, std::string& scenario) {
  verb->add_option("--scenario", scenario,
                   base::tr("with the changes of that scenario of the project"));
}

}  // namespace nahraum::app
