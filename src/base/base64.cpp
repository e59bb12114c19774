#include "base/base64.hpp"

#include <array>
#include <cstdint>

namespace nahraum::base {
namespace {

constexpr std::string_view signs =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}  // namespace

std::string to_base64(std::string_view bytes) {
  std::string text;
  text.reserve((bytes.size() + 2) / 3 * 4);
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t three = 0;
    for (std::size_t k = 0; k < 3; ++k)
      three = three << 8 | (i + k < bytes.size() ? static_cast<std::uint8_t>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k)
      text += i + k > bytes.size() ? '=' : signs[three >> (18 - 6 * k) & 63U];
  }
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  if (text.size() % 4 != 0) return std::nullopt;
  std::string bytes;
  bytes.reserve(text.size() / 4 * 3);
  while (!text.empty()) {
    const std::size_t padding = text.size() > 4 ? 0 : text[2] == '=' ? 2 : text[3] == '=' ? 1 : 0;
    std::uint32_t three = 0;
    for (std::size_t k = 0; k < 4; ++k) {
      const auto value = k + padding >= 4 ? 0 : signs.find(text[k]);
      if (value == std::string_view::npos) return std::nullopt;
      three = three << 6 | static_cast<std::uint32_t>(value);
    }
    for (std::size_t k = 0; k + padding < 3; ++k)
      bytes += static_cast<char>(three >> (16 - 8 * k) & 255U);
    text.remove_prefix(4);
  }
  return bytes;
}

}  // namespace nahraum::base
