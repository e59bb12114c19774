#include "base/result.hpp"

namespace nahraum::base {

std::string one_line(const Error& error) {
  std::string line = error.where.empty() ? error.what : error.where + ": " + error.what;
  if (!error.what_to_do.empty()) line += " – " + error.what_to_do;
  return line;
}

}  // namespace nahraum::base
