#pragma once
/// `nahraum VERB …`: parses, runs, and turns results into exit codes.

#include <filesystem>
#include <functional>

#include "base/text.hpp"

namespace nahraum::app {

/// Opens the window, with a file or without; returns the exit code.
using OpenWindow = std::function<int(const std::filesystem::path& file)>;

/// Exit codes: 0 done, 1 failed (one line: what, where, what to do), 2 usage.
int run_command_line(int argc, char** argv, const OpenWindow& open_window);

/// `--language de|en`, else $NAHRAUM_LANGUAGE, else the settings file, else German.
base::Language chosen_language(int argc, char** argv);

}  // namespace nahraum::app
