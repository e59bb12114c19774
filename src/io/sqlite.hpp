#pragma once
/// SQLite, as little of it as the project file needs.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace nahraum::io::sqlite {

/// Thrown inside io and caught at its edge: where SQLite failed, and its code.
struct Failure : std::runtime_error {
  Failure(int failed_code, const std::string& text) : std::runtime_error(text), code(failed_code) {}
  int code;
};

class Database {
 public:
  /// A new file that nobody else sees yet: no journal, no syncing (the caller syncs once).
  static Database create(const std::filesystem::path& file);
  /// A file that may be hostile: read-only, immutable (no side files), schema untrusted, and
  /// interrupted after `seconds`.
  static Database open_untrusted(const std::filesystem::path& file, double seconds);

  void run(const std::string& sql);
  /// First column of the first row.
  std::int64_t integer(const std::string& sql);
  sqlite3* handle() const { return handle_.get(); }

 private:
  struct Closer {
    void operator()(sqlite3* handle) const;
  };
  Database() = default;
  std::unique_ptr<sqlite3, Closer> handle_;
  std::unique_ptr<double> deadline_;  ///< steady-clock seconds, watched by the progress handler
};

/// "name" → "\"name\"", quotes doubled.
std::string quoted(std::string_view identifier);

/// Values go in from left to right with put(), come out from left to right with the getters.
class Statement {
 public:
  /// `rows`: how many rows of values the statement takes before it is performed; `sql` must have
  /// room for them all and skip rows of NULLs.
  Statement(const Database& database, const std::string& sql, int rows = 1);

  Statement& put(std::int64_t value);
  Statement& put(int value) { return put(static_cast<std::int64_t>(value)); }
  Statement& put(std::uint32_t value) { return put(static_cast<std::int64_t>(value)); }
  Statement& put(bool value) { return put(static_cast<std::int64_t>(value)); }
  Statement& put(double value);
  Statement& put(std::string_view text);
  Statement& put(const char* text) { return put(std::string_view(text)); }
  Statement& put(const std::string& text) { return put(std::string_view(text)); }
  Statement& put_blob(std::string_view bytes);
  template <class T>
  Statement& put(const std::optional<T>& value) {
    return value ? put(*value) : put_null();
  }
  Statement& put_null();
  /// Ends a row; performs the insert when it was the last that fits, and makes ready for the next.
  void run();
  /// Performs the insert with the rows there are, if any.
  void run_rest();

  /// Next row; then the getters start at the first column again.
  bool next();
  std::int64_t integer();
  double real();
  bool flag() { return integer() != 0; }
  std::string text();
  /// Valid until the next row.
  std::string_view blob();
  std::optional<int> optional_integer();
  std::optional<double> optional_real();
  bool is_null() const;

 private:
  struct Finaliser {
    void operator()(sqlite3_stmt* statement) const;
  };
  void check(int code) const;
  sqlite3* database_;
  std::unique_ptr<sqlite3_stmt, Finaliser> statement_;
  int column_ = 0;
  int rows_;
  int filled_ = 0;  ///< rows that wait to be inserted
};

}  // namespace nahraum::io::sqlite
