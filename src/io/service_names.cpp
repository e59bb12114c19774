#include "io/service_names.hpp"

#include <cctype>
#include <map>

#include "base/text.hpp"

namespace nahraum::io {
namespace {

/// Lower-case words with single blanks between.
std::string words_of(std::string_view text) {
  std::string words;
  for (const char c : base::fold_case(text)) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) || byte >= 0x80) {
      words += c;
    } else if (!words.empty() && words.back() != ' ') {
      words += ' ';
    }
  }
  return base::trim(words);
}

}  // namespace

ServiceNames::ServiceNames(const model::Catalogue& catalogue) {
  for (const auto& type : catalogue.types) {
    for (const auto& name : {type.id, type.alias, type.label.de, type.label.en}) {
      add(name, type, true);
    }
    for (const auto& name : type.also)
      add(name, type, true);
    for (const auto& part : base::split(type.label.de, ','))
      add(part, type, false);
    for (const auto& part : base::split(type.label.en, ','))
      add(part, type, false);
  }
}

void ServiceNames::add(std::string_view name, const model::ServiceType& type, bool whole) {
  const auto words = words_of(name);
  if (words.empty()) return;
  auto& meaning = meanings_[words];
  const bool first = !meaning.type && !meaning.whole;
  if (first || (whole && !meaning.whole)) {
    meaning = {&type, whole};
  } else if (meaning.type != &type && meaning.whole == whole) {
    meaning.type = nullptr;
    meaning.whole = true;
  }
}

const model::ServiceType* ServiceNames::find(std::string_view name) const {
  const auto at = meanings_.find(words_of(name));
  return at == meanings_.end() ? nullptr : at->second.type;
}

std::string sector_of(std::string_view text) {
  static const std::map<std::string, std::string> sectors{{"staat", "state"},
                                                          {"kommune", "state"},
                                                          {"öffentlich", "state"},
                                                          {"kommunal", "state"},
                                                          {"staat kommune", "state"},
                                                          {"state", "state"},
                                                          {"s", "state"},
                                                          {"markt", "market"},
                                                          {"privat", "market"},
                                                          {"gewerblich", "market"},
                                                          {"market", "market"},
                                                          {"m", "market"},
                                                          {"gemeinnützig", "nonprofit"},
                                                          {"freigemeinnützig", "nonprofit"},
                                                          {"wohlfahrt", "nonprofit"},
                                                          {"nonprofit", "nonprofit"},
                                                          {"non profit", "nonprofit"},
                                                          {"g", "nonprofit"},
                                                          {"informell", "informal"},
                                                          {"zivilgesellschaft", "informal"},
                                                          {"ehrenamt", "informal"},
                                                          {"informal", "informal"},
                                                          {"i", "informal"}};
  const auto at = sectors.find(words_of(text));
  return at == sectors.end() ? std::string() : at->second;
}

}  // namespace nahraum::io
