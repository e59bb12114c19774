#include <algorithm>
#include <cstdlib>
#include <set>
#include <vector>

#include <sqlite3.h>

#include "base/translate.hpp"
#include "io/gpkg_container.hpp"
#include "io/project_gpkg.hpp"
#include "io/project_rows.hpp"
#include "io/project_version.hpp"
#include "io/sqlite.hpp"
#include "io/work_rows.hpp"

namespace nahraum::io {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::tr;
using model::Project;
using sqlite::Statement;

/// Reading a project of ordinary size takes a fraction of a second; a hostile one is stopped.
constexpr double patience_s = 30;

[[noreturn]] void damaged(const char* what) {
  throw sqlite::Failure(SQLITE_CORRUPT, what);
}

/// Only plain tables are read: a view may hide an endless query behind a known name.
std::set<std::string> plain_tables(const sqlite::Database& database) {
  std::set<std::string> names;
  Statement list(
      database,
      "SELECT name FROM sqlite_master WHERE type='table' AND sql NOT LIKE 'CREATE VIRTUAL%'");
  while (list.next())
    names.insert(list.text());
  return names;
}

/// 0 for what is not a project.
int format_of(const sqlite::Database& database, const std::set<std::string>& tables) {
  if (!tables.contains("info") || !tables.contains("streets")) return 0;
  Statement format(database, "SELECT value FROM info WHERE key='format'");
  return format.next() ? schema::version_of(format.text()) : 0;
}

tl::unexpected<base::Error> not_a_project(const fs::path& path) {
  return base::fail(ErrorCode::bad_input, tr("is not a project of this program"),
                    path.filename().string(), tr("make one with: nahraum new"));
}

base::Result<void> check_place(const fs::path& path) {
  std::error_code error;
  if (!fs::exists(path, error)) {
    return base::fail(ErrorCode::not_found, tr("there is no such file"), path.string());
  }
  if (!fs::is_regular_file(path, error)) return not_a_project(path);
  const fs::path log = fs::canonical(path, error).string() + "-wal";
  if (fs::exists(log, error) && fs::file_size(log, error) > 0) {
    return base::fail(
        ErrorCode::io, tr("another program has the project open and has not finished writing"),
        path.filename().string(), tr("close it there (QGIS, for example) and try again"));
  }
  return {};
}

Project read_tables(const sqlite::Database& database, const std::set<std::string>& present,
                    jobs::Context& context) {
  Project project;
  RowIds ids;
  // Homes come before the buildings that refer to them.
  std::vector<const schema::Table*> order;
  for (const auto& table : schema::tables())
    order.push_back(&table);
  std::stable_partition(order.begin(), order.end(),
                        [](const auto* table) { return table->name == "homes"; });
  for (std::size_t i = 0; i < order.size(); ++i) {
    context.update(double(i) / double(order.size()), tr("opening the project"));
    if (!present.contains(std::string(order[i]->name))) {
      if (order[i]->later) continue;
      damaged("a table is missing");
    }
    const ReadRow read = row_readers().at(order[i]->name);
    Statement rows(database, gpkg::select_sql(*order[i]));
    while (rows.next())
      read(project, rows, ids);
    context.check();
  }
  model::Work work;
  read_work(database, {present.begin(), present.end()}, work);
  project.work = model::HeldWork(std::move(work));
  return project;
}

}  // namespace

/// 0 for what is no project.
static int format_of(const fs::path& path) {
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return 0;
  try {
    const auto database = sqlite::Database::open_untrusted(path, patience_s);
    return format_of(database, plain_tables(database));
  } catch (const sqlite::Failure&) {
    return 0;
  }
}

bool is_project(const fs::path& path) {
  return format_of(path) > 0;
}

bool is_newer_project(const fs::path& path) {
  return format_of(path) > schema::format_version;
}

std::string last_change(const fs::path& path) {
  try {
    const auto database = sqlite::Database::open_untrusted(path, patience_s);
    Statement newest(database, "SELECT max(last_change) FROM gpkg_contents");
    return newest.next() && !newest.is_null() ? newest.text() : "";
  } catch (const sqlite::Failure&) {
    return "";
  }
}

base::Result<Project> read_project(const fs::path& path, jobs::Context& context) {
  if (const auto place = check_place(path); !place) return tl::unexpected(place.error());
  int format = 0;
  try {
    const auto database = sqlite::Database::open_untrusted(path, patience_s);
    const auto present = plain_tables(database);
    format = format_of(database, present);
    if (format == 0) return not_a_project(path);
    return read_tables(database, present, context);
  } catch (const sqlite::Failure& failure) {
    if (format > schema::format_version) {
      return base::fail(ErrorCode::newer_version, tr("was made by a newer version of the program"),
                        path.filename().string(), tr("open it with the newer program"));
    }
    if (failure.code == SQLITE_NOTADB) return not_a_project(path);
    return base::fail(ErrorCode::bad_input,
                      std::string(tr("the project is damaged")) + " (" + failure.what() + ")",
                      path.filename().string(), tr("restore it from a copy"));
  }
}

}  // namespace nahraum::io
