#pragma once
/// `nahraum view FILE` and what helps to test and document the window.

#include <optional>

#include "platform/window.hpp"

namespace nahraum::platform {

struct ViewOptions {
  std::filesystem::path file;  ///< "": the welcome; "demo": the demo district
  WindowSize size;
  std::filesystem::path script;      ///< lines of input, see platform/script.hpp
  std::filesystem::path screenshot;  ///< written at the end; then the window closes
  int bench_frames = 0;              ///< > 0: prints frame times and closes
};

/// Nothing unless the command is `view` with one of --size, --scale, --script, --screenshot,
/// --bench-frames: everything else belongs to app::run_command_line.
std::optional<ViewOptions> view_options(int argc, char** argv);

/// Opens the window and stays until it is closed. Exit codes as on the command line.
int view(const ViewOptions& options);

}  // namespace nahraum::platform
