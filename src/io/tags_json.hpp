#pragma once
/// Tags as one flat JSON object of strings, small and quick both ways.

#include <string>
#include <string_view>

#include "model/tags.hpp"

namespace nahraum::io {

/// {"highway":"footway","surface":"sett"}, keys sorted; "" for no tags.
std::string to_json(const model::Tags& tags);
/// Reads what `to_json` writes and any other flat object of strings; the readable part of damaged
/// text.
model::Tags tags_from_json(std::string_view json);

}  // namespace nahraum::io
