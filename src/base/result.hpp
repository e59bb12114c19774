#pragma once
/// Errors as values. A bad world returns `Result<T>`; a broken invariant asserts (base/check.hpp).

#include <string>

#include <tl/expected.hpp>

namespace nahraum::base {

enum class ErrorCode {
  bad_input,         ///< the content is not what it should be
  truncated,         ///< the file ends early
  not_found,         ///< no such file, layer, service, profile, name
  unsupported,       ///< a format or feature that is not read
  io,                ///< the system refused: disk full, read-only, permission
  no_street_nearby,  ///< nothing walkable within the snap distance
  newer_version,     ///< a project made by a newer program
  cancelled,         ///< the user cancelled the job
};

/// One failure in the user's language: what is wrong, where (file, layer, feature), what to do.
struct Error {
  ErrorCode code = ErrorCode::bad_input;
  std::string what;
  std::string where;
  std::string what_to_do;
};

/// "where: what – what to do" in one line, for the terminal and for the messages strip.
std::string one_line(const Error& error);

template <class T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorCode code, std::string what, std::string where = {},
                                  std::string what_to_do = {}) {
  return tl::unexpected<Error>(
      Error{code, std::move(what), std::move(where), std::move(what_to_do)});
}

}  // namespace nahraum::base
