#pragma once
/// Counting what an import drops, repairs or assumes.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "model/project.hpp"

namespace nahraum::io {

/// Collects by (severity, code), keeps the first five examples. Order of entries: loss, warning,
/// info, then by code.
class Report {
 public:
  void count(const char* severity, const std::string& code, const std::string& example = {},
             std::int64_t by = 1);
  std::int64_t counted(const char* severity, const std::string& code) const;
  std::vector<model::ReportEntry> entries() const;

 private:
  struct Tally {
    std::int64_t count = 0;
    std::vector<std::string> examples;
  };
  std::map<std::pair<std::string, std::string>, Tally> tallies_;
};

}  // namespace nahraum::io
