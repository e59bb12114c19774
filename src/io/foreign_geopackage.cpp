#include <sqlite3.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "io/sqlite.hpp"
#include "io/vector_reader.hpp"

namespace nahraum::io {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::tr;

constexpr double patience_s = 3;
constexpr int most_objects = 20'000;

bool begins_with(const std::string& text, std::string_view start) {
  return std::string_view(text).substr(0, start.size()) == start;
}

/// What every GeoPackage writer makes: tables, indices, R-trees and their triggers.
bool is_ordinary(const std::string& type, const std::string& name, const std::string& sql) {
  if (type == "index" || (type == "table" && !begins_with(base::fold_case(sql), "create virtual")))
    return true;
  const std::string known = base::fold_case(name);
  if (type == "table")
    return begins_with(known, "rtree_") ||
           begins_with(base::fold_case(sql), "create virtual table \"rtree_");
  return type == "trigger";  // never fired: the file is opened read-only
}

tl::unexpected<base::Error> refused(const fs::path& file, const std::string& why) {
  return base::fail(ErrorCode::bad_input,
                    std::string(tr("the GeoPackage is damaged or unsafe")) + " (" + why + ")",
                    file.filename().string(), tr("export the layer again, for example with QGIS"));
}

}  // namespace

base::Result<void> check_foreign_geopackage(const fs::path& file) {
  std::error_code error;
  const fs::path log = file.string() + "-wal";
  if (fs::exists(log, error) && fs::file_size(log, error) > 0) {
    return base::fail(ErrorCode::io,
                      tr("another program has the file open and has not finished writing"),
                      file.filename().string(), tr("close it there and try again"));
  }
  try {
    auto database = sqlite::Database::open_untrusted(file, patience_s);
    sqlite::Statement objects(database, "SELECT type, name, coalesce(sql,'') FROM sqlite_master");
    for (int count = 0; objects.next(); ++count) {
      const std::string type = objects.text(), name = objects.text(), sql = objects.text();
      if (count > most_objects) return refused(file, "too many tables");
      if (!is_ordinary(type, name, sql)) return refused(file, type + " " + name.substr(0, 40));
    }
    sqlite::Statement check(database, "PRAGMA quick_check(1)");
    const std::string verdict = check.next() ? check.text() : "";
    if (verdict != "ok") return refused(file, verdict.substr(0, 80));
    return {};
  } catch (const sqlite::Failure& failure) {
    return refused(file, failure.what());
  }
}

}  // namespace nahraum::io
