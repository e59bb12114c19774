#include "io/report.hpp"

#include <algorithm>

namespace nahraum::io {
namespace {

int rank(const std::string& severity) {
  return severity == "loss" ? 0 : severity == "warning" ? 1 : 2;
}

std::string joined(const std::vector<std::string>& texts) {
  std::string line;
  for (const auto& text : texts)
    line += (line.empty() ? "" : ", ") + text;
  return line;
}

}  // namespace

void Report::count(const char* severity, const std::string& code, const std::string& example,
                   std::int64_t by) {
  if (by == 0) return;
  Tally& tally = tallies_[{severity, code}];
  tally.count += by;
  const bool again =
      std::find(tally.examples.begin(), tally.examples.end(), example) != tally.examples.end();
  if (!example.empty() && !again && tally.examples.size() < 5) tally.examples.push_back(example);
}

std::int64_t Report::counted(const char* severity, const std::string& code) const {
  const auto at = tallies_.find({severity, code});
  return at == tallies_.end() ? 0 : at->second.count;
}

std::vector<model::ReportEntry> Report::entries() const {
  std::vector<model::ReportEntry> list;
  for (const auto& [key, tally] : tallies_) {
    list.push_back({key.first, key.second, tally.count, joined(tally.examples)});
  }
  std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
    return rank(a.severity) < rank(b.severity);
  });
  return list;
}

}  // namespace nahraum::io
