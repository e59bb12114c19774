#pragma once
/// A vector layer on its way from the reading child process to its parent (io/wire.hpp).

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
