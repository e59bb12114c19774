#pragma once
/// A test language "xx": each text accented, 40 % longer, between ‹ and ›
/// (assets/locale/pseudo.awk). What is seen without ‹ › is not translated.

namespace nahraum::base {

/// The code that asks for it; users are never offered it.
inline constexpr const char* pseudo_locale = "xx";
/// In place of whichever language is set, from the next set_language() on; numbers stay as in that
/// language. Main thread.
void set_pseudo_locale(bool on);

}  // namespace nahraum::base
