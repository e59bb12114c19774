#pragma once
/// Foreign files are read with GDAL in a process of its own (io/main.cpp): limits on time and
/// memory, no network, no writing, so that a hostile or broken file can neither stop nor change
/// anything.

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace nahraum::io {

/// Runs `nahraum-reader ARGUMENTS… LANGUAGE` and returns what it wrote. Errors: io (the program is
/// missing, no process can be started), bad_input (too slow, too much, crashed), naming `file`.
base::Result<std::string> read_in_child(std::vector<std::string> arguments,
                                        const std::filesystem::path& file,
                                        std::chrono::seconds patience);
/// What is to be said where the child's answer is cut short.
base::Error reader_crashed(const std::filesystem::path& file);

}  // namespace nahraum::io
