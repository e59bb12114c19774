#pragma once
/// YAML that people write and that may come from anywhere: bounded before it is understood, and
/// with every problem listed instead of the first.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include <yaml-cpp/yaml.h>

#include "base/result.hpp"

namespace nahraum::course {

/// Something that is wrong with a file, in the user's language.
struct Problem {
  int line = 0;      ///< from 1; 0: the file as a whole
  std::string what;  ///< what is wrong
  std::string help;  ///< what is allowed, or what to do; "" nothing to add
  friend bool operator==(const Problem&, const Problem&) = default;
};
/// "file.yaml:12: what – help"
std::string to_text(const Problem& problem, const std::string& file);

inline constexpr std::size_t most_bytes = 512 * 1024;
inline constexpr std::size_t most_values = 20'000;
inline constexpr std::size_t longest_value = 16 * 1024;  ///< bytes of one text
inline constexpr int deepest = 24;                       ///< levels

/// The document of a text; nothing, with one problem, where it is no YAML, is no UTF-8, or goes
/// beyond the bounds above. References (`*name`) are refused: a few of them can stand for more than
/// any memory holds. Cost: O(bytes).
std::optional<YAML::Node> parse_bounded(const std::string& text, std::vector<Problem>& problems);
/// Errors: not_found, io, bad_input (too large).
base::Result<std::string> read_text_file(const std::filesystem::path& file);

}  // namespace nahraum::course
