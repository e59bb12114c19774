#include "io/tags_json.hpp"

#include <cstdint>
#include <optional>

namespace nahraum::io {
namespace {

void append_quoted(std::string& json, std::string_view text) {
  static constexpr char digits[] = "0123456789abcdef";
  json += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      json += '\\';
      json += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      json += "\\u00";
      json += digits[(c >> 4) & 15];
      json += digits[c & 15];
    } else {
      json += c;
    }
  }
  json += '"';
}

void append_utf8(std::string& text, std::uint32_t code) {
  if (code < 0x80) {
    text += static_cast<char>(code);
  } else if (code < 0x800) {
    text += static_cast<char>(0xC0 | code >> 6);
    text += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    text += static_cast<char>(0xE0 | code >> 12);
    text += static_cast<char>(0x80 | (code >> 6 & 0x3F));
    text += static_cast<char>(0x80 | (code & 0x3F));
  }
}

std::optional<std::uint32_t> hex(std::string_view digits) {
  if (digits.size() < 4) return std::nullopt;
  std::uint32_t code = 0;
  for (const char c : digits.substr(0, 4)) {
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) return std::nullopt;
    code = code * 16 + static_cast<std::uint32_t>(digit);
  }
  return code;
}

/// The next string literal at or after `rest`'s start; `rest` continues behind it.
std::optional<std::string> next_string(std::string_view& rest) {
  const auto start = rest.find('"');
  if (start == std::string_view::npos) return std::nullopt;
  rest.remove_prefix(start + 1);
  std::string text;
  while (!rest.empty() && rest[0] != '"') {
    if (rest[0] != '\\') {
      text += rest[0];
      rest.remove_prefix(1);
      continue;
    }
    if (rest.size() < 2) return std::nullopt;
    const char escaped = rest[1];
    rest.remove_prefix(2);
    if (escaped == 'u') {
      const auto code = hex(rest);
      if (!code) return std::nullopt;
      append_utf8(text, *code);
      rest.remove_prefix(4);
    } else {
      text += escaped == 'n' ? '\n' : escaped == 't' ? '\t' : escaped == 'r' ? '\r' : escaped;
    }
  }
  if (rest.empty()) return std::nullopt;
  rest.remove_prefix(1);
  return text;
}

}  // namespace

std::string to_json(const model::Tags& tags) {
  if (tags.empty()) return {};
  std::string json = "{";
  for (const auto& [key, value] : tags.pairs()) {
    if (json.size() > 1) json += ',';
    append_quoted(json, key);
    json += ':';
    append_quoted(json, value);
  }
  return json + '}';
}

model::Tags tags_from_json(std::string_view json) {
  model::Tags tags;
  while (auto key = next_string(json)) {
    auto value = next_string(json);
    if (!value) break;
    tags.set(std::move(*key), std::move(*value));
  }
  return tags;
}

}  // namespace nahraum::io
