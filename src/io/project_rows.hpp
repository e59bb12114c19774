#pragma once
/// One row of each table of the project file, back into the project.

#include <cstdint>
#include <map>
#include <string_view>
#include <unordered_map>

#include "io/sqlite.hpp"
#include "model/project.hpp"

namespace nahraum::io {

/// Ids of homes and services are row numbers; what refers to them finds the index here.
struct RowIds {
  std::unordered_map<std::int64_t, std::int32_t> homes, services;
};

/// Reads the columns of `gpkg::select_sql` in order. Throws sqlite::Failure where a value cannot
/// be.
using ReadRow = void (*)(model::Project&, sqlite::Statement&, RowIds&);
const std::map<std::string_view, ReadRow>& row_readers();

}  // namespace nahraum::io
