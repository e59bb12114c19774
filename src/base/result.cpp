#include "base/result.hpp"

#include <algorithm>

namespace nahraum::base {

std::string one_line(const Error& error) {
  std::string line = error.where.empty() ? error.what : error.where + ": " + error.what;
  if (!error.what_to_do.empty()) line += " – " + error.what_to_do;
  // Names of files may hold line breaks.
  std::replace_if(
      line.begin(), line.end(), [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return line;
}

}  // namespace nahraum::base
