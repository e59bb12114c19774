#pragma once
/// What the reading child process writes and its parent reads: tagged records of numbers and texts
/// in the machine's own byte order, closed by an end mark, so that a crash shows.

#include <cstdint>
#include <cstring>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "io/vector_file.hpp"

namespace nahraum::io::wire {

/// One finished layer, or the reason why there is none.
std::string encode(const base::Result<VectorLayer>& layer);
/// Nothing where the bytes are cut short or anything else.
std::optional<base::Result<VectorLayer>> decode(std::string_view bytes);

}  // namespace nahraum::io::wire
