#pragma once
/// Bytes as text (RFC 4648, padded).

#include <optional>
#include <string>
#include <string_view>

namespace nahraum::base {

std::string to_base64(std::string_view bytes);
/// Nothing for what `to_base64` does not write.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace nahraum::base
