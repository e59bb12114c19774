#pragma once
/// The words of a list of services, matched to the catalogue's.

#include <string>
#include <string_view>
#include <unordered_map>

#include "model/catalogue.hpp"

namespace nahraum::io {

/// Looks up types by id, alias, label in either language, or another name of the catalogue; upper
/// and lower case and punctuation do not matter. A name that fits two types fits none.
class ServiceNames {
 public:
  explicit ServiceNames(const model::Catalogue& catalogue);
  const model::ServiceType* find(std::string_view name) const;

 private:
  void add(std::string_view name, const model::ServiceType& type, bool whole);

  struct Meaning {
    const model::ServiceType* type = nullptr;
    bool whole = false;  ///< a whole name; parts of labels give way to it
  };
  std::unordered_map<std::string, Meaning> meanings_;
};

/// "state", "market", "nonprofit", "informal", or "" for other words.
std::string sector_of(std::string_view text);

}  // namespace nahraum::io
