#include "app/about.hpp"

#include <fstream>

#include "base/paths.hpp"
#include "base/text.hpp"

namespace nahraum::app {
namespace {

std::string without(std::string text, std::string_view sign) {
  for (auto at = text.find(sign); at != std::string::npos; at = text.find(sign))
    text.erase(at, sign.size());
  return text;
}

}  // namespace

std::vector<LibraryUsed> libraries_used(const std::filesystem::path& readme) {
  std::vector<LibraryUsed> libraries;
  std::ifstream file(readme);
  bool inside = false;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("## ")) inside = line == "## Libraries";
    if (!inside || !line.starts_with("| `")) continue;
    const auto cells = base::split(line, '|');
    if (cells.size() < 3) continue;
    const std::size_t first = cells[0].empty() ? 1 : 0;
    libraries.push_back({base::trim(without(cells[first], "`")), base::trim(cells[first + 1]),
                         base::trim(without(cells[first + 2], "(see below)"))});
  }
  return libraries;
}

std::vector<LibraryUsed> libraries_used() {
  return libraries_used(base::share_dir() / "libraries.md");
}

}  // namespace nahraum::app
