#include "base/translate.hpp"

#include <atomic>
#include <clocale>
#include <cstdlib>

#include <libintl.h>

#include "base/paths.hpp"
#include "base/pseudo_locale.hpp"

namespace nahraum::base {
namespace {
constexpr const char* domain = "nahraum";
std::atomic<Language> the_language{Language::english};
std::atomic<bool> the_pseudo{false};

const char* code_of(Language wanted) {
  if (the_pseudo) return pseudo_locale;
  return wanted == Language::german ? "de" : "en";
}
}  // namespace

void set_language(Language wanted) {
  // gettext translates nothing in the plain "C" locale, and no German locale need be installed:
  // C.UTF-8 always exists in Debian, and LANGUAGE then chooses the catalogue. Numbers stay "C".
  std::setlocale(LC_MESSAGES, "C.UTF-8");
  setenv("LANGUAGE", code_of(wanted), 1);
  bindtextdomain(domain, (share_dir() / "locale").c_str());
  bind_textdomain_codeset(domain, "UTF-8");
  textdomain(domain);
  the_language = wanted;
}

void set_pseudo_locale(bool on) {
  the_pseudo = on;
}

Language language() {
  return the_language;
}

const char* tr(const char* message) {
  // gettext answers the empty text with the catalogue's header.
  return *message == '\0' ? message : dgettext(domain, message);
}

const char* tr_n(const char* singular, const char* plural, unsigned long n) {
  return dngettext(domain, singular, plural, n);
}

}  // namespace nahraum::base
