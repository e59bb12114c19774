#include "io/sqlite.hpp"

#include <chrono>

#include <sqlite3.h>

namespace nahraum::io::sqlite {
namespace {

double now_s() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

int past_deadline(void* deadline) {
  return now_s() > *static_cast<double*>(deadline);
}

/// A URI keeps ? and # of file names from being read as parameters.
std::string uri_of(const std::filesystem::path& file) {
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(file).string()) {
    if (c == '%' || c == '?' || c == '#') {
      const char* digits = "0123456789ABCDEF";
      uri += '%';
      uri += digits[(c >> 4) & 15];
      uri += digits[c & 15];
    } else {
      uri += c;
    }
  }
  return uri;
}

sqlite3* open(const std::string& name, int flags) {
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(name.c_str(), &handle, flags | SQLITE_OPEN_NOMUTEX, nullptr);
  if (code == SQLITE_OK) return handle;
  const std::string reason = handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code);
  sqlite3_close(handle);
  throw Failure(code, reason);
}

}  // namespace

void Database::Closer::operator()(sqlite3* handle) const {
  sqlite3_close_v2(handle);
}
void Statement::Finaliser::operator()(sqlite3_stmt* statement) const {
  sqlite3_finalize(statement);
}

Database Database::create(const std::filesystem::path& file) {
  Database database;
  database.handle_.reset(open(file.string(), SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE));
  database.run("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA locking_mode=EXCLUSIVE;");
  return database;
}

Database Database::open_untrusted(const std::filesystem::path& file, double seconds) {
  Database database;
  database.handle_.reset(
      open(uri_of(file) + "?mode=ro&immutable=1", SQLITE_OPEN_READONLY | SQLITE_OPEN_URI));
  sqlite3* handle = database.handle_.get();
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 200'000'000);
  database.deadline_ = std::make_unique<double>(now_s() + seconds);
  sqlite3_progress_handler(handle, 10'000, past_deadline, database.deadline_.get());
  database.run("PRAGMA cell_size_check=ON; PRAGMA mmap_size=0;");
  return database;
}

void Database::run(const std::string& sql) {
  char* message = nullptr;
  const int code = sqlite3_exec(handle_.get(), sql.c_str(), nullptr, nullptr, &message);
  const std::string reason = message ? message : "";
  sqlite3_free(message);
  if (code != SQLITE_OK) throw Failure(code, reason);
}

std::int64_t Database::integer(const std::string& sql) {
  Statement statement(*this, sql);
  return statement.next() ? statement.integer() : 0;
}

std::string quoted(std::string_view identifier) {
  std::string text = "\"";
  for (const char c : identifier) {
    text += c;
    if (c == '"') text += c;
  }
  return text + '"';
}

Statement::Statement(const Database& database, const std::string& sql, int rows)
    : database_(database.handle()), rows_(rows) {
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v2(database_, sql.c_str(), -1, &statement, nullptr));
  statement_.reset(statement);
}

void Statement::check(int code) const {
  if (code != SQLITE_OK) throw Failure(code, sqlite3_errmsg(database_));
}

Statement& Statement::put(std::int64_t value) {
  check(sqlite3_bind_int64(statement_.get(), ++column_, value));
  return *this;
}

Statement& Statement::put(double value) {
  check(sqlite3_bind_double(statement_.get(), ++column_, value));
  return *this;
}

Statement& Statement::put(std::string_view text) {
  check(sqlite3_bind_text(statement_.get(), ++column_, text.empty() ? "" : text.data(),
                          static_cast<int>(text.size()), SQLITE_TRANSIENT));
  return *this;
}

Statement& Statement::put_blob(std::string_view bytes) {
  check(sqlite3_bind_blob(statement_.get(), ++column_, bytes.empty() ? "" : bytes.data(),
                          static_cast<int>(bytes.size()), SQLITE_TRANSIENT));
  return *this;
}

Statement& Statement::put_null() {
  check(sqlite3_bind_null(statement_.get(), ++column_));
  return *this;
}

void Statement::run() {
  if (++filled_ == rows_) return run_rest();
  column_ = filled_ * (sqlite3_bind_parameter_count(statement_.get()) / rows_);
}

void Statement::run_rest() {
  if (filled_ == 0) return;
  const int code = sqlite3_step(statement_.get());
  if (code != SQLITE_DONE && code != SQLITE_ROW) throw Failure(code, sqlite3_errmsg(database_));
  sqlite3_reset(statement_.get());
  sqlite3_clear_bindings(statement_.get());
  filled_ = column_ = 0;
}

bool Statement::next() {
  column_ = 0;
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  throw Failure(code, sqlite3_errmsg(database_));
}

bool Statement::is_null() const {
  return sqlite3_column_type(statement_.get(), column_) == SQLITE_NULL;
}

std::int64_t Statement::integer() {
  return sqlite3_column_int64(statement_.get(), column_++);
}
double Statement::real() {
  return sqlite3_column_double(statement_.get(), column_++);
}

std::string Statement::text() {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column_));
  const int count = sqlite3_column_bytes(statement_.get(), column_++);
  return bytes ? std::string(bytes, static_cast<std::size_t>(count)) : std::string();
}

std::string_view Statement::blob() {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column_));
  const int count = sqlite3_column_bytes(statement_.get(), column_++);
  return bytes ? std::string_view(bytes, static_cast<std::size_t>(count)) : std::string_view();
}

std::optional<int> Statement::optional_integer() {
  if (is_null()) return ++column_, std::nullopt;
  return static_cast<int>(integer());
}

std::optional<double> Statement::optional_real() {
  if (is_null()) return ++column_, std::nullopt;
  return real();
}

}  // namespace nahraum::io::sqlite
