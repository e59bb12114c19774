#include "app/versions.hpp"

#include <algorithm>
#include <chrono>
#include <ctime>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "base/translate.hpp"

namespace nahraum::app {
namespace {

namespace fs = std::filesystem;

/// FNV-1a: the same on every machine and in every run.
std::uint64_t hash_of(const std::string& text) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : text) {
    hash ^= static_cast<unsigned char>(c);
    hash *= 1099511628211u;
  }
  return hash;
}

fs::path folder_of(const fs::path& file, const fs::path& root) {
  std::error_code error;
  auto whole = fs::weakly_canonical(file, error);
  if (error) whole = fs::absolute(file);
  return root / fmt::format("{}-{:016x}", file.stem().string(), hash_of(whole.string()));
}

std::string time_of(const fs::path& file) {
  std::error_code error;
  const auto written = fs::last_write_time(file, error);
  if (error) return "";
  const auto system = std::chrono::file_clock::to_sys(written);
  const auto seconds = std::chrono::floor<std::chrono::seconds>(system);
  return fmt::format("{:%Y-%m-%d %H:%M}",
                     fmt::localtime(std::chrono::system_clock::to_time_t(seconds)));
}

int number_of(const fs::path& file) {
  const auto stem = file.stem().string();
  const bool digits =
      !stem.empty() && stem.size() < 9 && stem.find_first_not_of("0123456789") == std::string::npos;
  return digits && file.extension() == ".gpkg" ? std::stoi(stem) : 0;
}

/// A link keeps the old bytes when the name gets new ones; another disk needs a copy.
std::error_code keep(const fs::path& file, const fs::path& as) {
  std::error_code error;
  fs::create_hard_link(file, as, error);
  if (!error) return error;
  error.clear();
  fs::copy_file(file, as, error);
  if (!error) fs::last_write_time(as, fs::last_write_time(file, error), error);
  return error;
}

}  // namespace

fs::path versions_root(const fs::path& unsaved) {
  return unsaved.empty() ? fs::path() : unsaved.parent_path() / "versions";
}

std::vector<Version> versions_of(const fs::path& file, const fs::path& root) {
  std::vector<Version> found;
  if (root.empty()) return found;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder_of(file, root), error)) {
    const int number = number_of(entry.path());
    if (number == 0) continue;
    const auto bytes = entry.file_size(error);
    found.push_back({number, entry.path(), time_of(entry.path()), error ? 0 : bytes});
  }
  std::sort(found.begin(), found.end(),
            [](const Version& a, const Version& b) { return a.number > b.number; });
  return found;
}

base::Result<void> keep_version(const fs::path& file, const fs::path& root) {
  std::error_code error;
  if (root.empty() || !fs::is_regular_file(file, error)) return {};
  const auto folder = folder_of(file, root);
  fs::create_directories(folder, error);
  const auto known = versions_of(file, root);
  const int next = known.empty() ? 1 : known.front().number + 1;
  if (!error) error = keep(fs::canonical(file, error), folder / fmt::format("{:04}.gpkg", next));
  if (error) {
    return base::fail(base::ErrorCode::io, base::tr("The version before cannot be kept"),
                      folder.string(), error.message());
  }
  for (std::size_t i = kept_versions - 1; i < known.size(); ++i)
    fs::remove(known[i].file, error);
  return {};
}

model::Project shared_copy(model::Project project) {
  const auto name_alone = [](std::string& file) { file = fs::path(file).filename().string(); };
  for (auto& source : project.sources)
    name_alone(source.file);
  return project;
}

}  // namespace nahraum::app
