#pragma once
/// The user's language (gettext). Message ids are English; German is the default language.

#include "base/text.hpp"

namespace nahraum::base {

/// Set once at start, before other threads run; the window may set it again from the main thread.
/// Without the compiled catalogue the texts are English.
void set_language(Language wanted);
Language language();

/// The text in the user's language. Valid until the language is set again.
const char* tr(const char* message);
/// Singular or plural by `n`.
const char* tr_n(const char* singular, const char* plural, unsigned long n);

/// Marks a text that is translated later, where it is shown: tr(name_of(edit)).
constexpr const char* tr_noop(const char* message) {
  return message;
}

}  // namespace nahraum::base
