#pragma once
/// Texts for an application, as long as a form has room for them, and as the project's figures fill
/// them. Source of the parts and their lengths: form of the Deutsches Hilfswerk (V: F6).

#include <array>
#include <string>

#include "app/module_page.hpp"

namespace nahraum::app {

struct TextPart {
  const char* id;     ///< ApplicationText::part
  const char* label;  ///< message id
  std::size_t most;   ///< characters
};
const std::array<TextPart, 3>& text_parts();

/// Unicode code points: what a form counts.
std::size_t characters(const std::string& utf8);
/// All rows of a part, one below the other; "" where there is nothing but blanks.
std::string text_of_part(const model::Work& work, const std::string& part);
/// What the project's figures say; never longer than the form allows, small counts masked.
std::string filled_text(const PageInput& input, const TextPart& part);

}  // namespace nahraum::app
