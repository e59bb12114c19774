#pragma once
/// `nahraum view FILE` and what helps to test and document the window.

#include <optional>
#include <span>

#include "platform/window.hpp"

namespace nahraum::platform {

struct ViewOptions {
  std::filesystem::path file;  ///< "": the welcome; "demo": the demo district
  WindowSize size;
  std::filesystem::path script;      ///< lines of input, see platform/script.hpp
  std::filesystem::path screenshot;  ///< written at the end; then the window closes
  int bench_frames = 0;              ///< > 0: prints frame times and closes
};

/// `script FILE` is `view` with that script. Nothing unless the command is `view` with one of
/// --size, --scale, --script, --screenshot,
/// --bench-frames and nothing else but a file: all the rest belongs to app::run_command_line.
/// `arguments`: without the program's name. Errors: bad_input for a value that is none.
base::Result<std::optional<ViewOptions>> view_options(std::span<const char* const> arguments);

/// Opens the window and stays until it is closed. Exit codes as on the command line.
int view(const ViewOptions& options);
/// Says why, as the command line does; the exit code.
int failed(const base::Error& error);

}  // namespace nahraum::platform
