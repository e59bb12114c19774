#pragma once
/// A project as what people made or changed in it, object by object: each has a kind, an id that
/// stays and a text that tells it wholly. The map data below (streets, buildings, areas) are not
/// among them: nothing in the program changes those.

#include <compare>
#include <map>
#include <optional>
#include <string>

#include "base/result.hpp"
#include "model/edit.hpp"
#include "model/work.hpp"

namespace nahraum::app {

struct ObjectKey {
  std::string kind;  ///< "service", "home", "note", "view", "correction", "exercise", a table's
                     ///< name, "scenario NAME", "district", "statistics"
  model::Id id = 0;  ///< 0 for what is there once
  friend auto operator<=>(const ObjectKey&, const ObjectKey&) = default;
};

/// "note 20000001", as contributions and conflicts tell it; and back.
std::string to_text(const ObjectKey& key);
ObjectKey key_of(const std::string& text);

/// Texts are lines of the journal (app/edit_text.hpp) that would add the object.
using Objects = std::map<ObjectKey, std::string>;

/// Cost: O(objects). Contributions and conflicts of an earlier merge are none.
Objects objects_of(const model::Project& project);

/// Makes the object be as the text says; without a text it goes. The text is of `objects_of`.
/// Errors: bad_input where it is not.
base::Result<void> put_object(model::Project& project, const ObjectKey& key,
                              const std::optional<std::string>& text);

/// The same as edits, one after the other, which can be undone. None for scenarios, which have no
/// edits, and where the text cannot be read.
std::vector<model::Edit> edits_to(const model::Project& project, const ObjectKey& key,
                                  const std::optional<std::string>& text);

/// "Service “Apotheke am Markt”", for people.
std::string object_words(const model::Project& project, const ObjectKey& key);
/// What tells one version from another, for people: "Apotheke am Markt, 32 U 294812 …".
std::string version_words(const ObjectKey& key, const std::optional<std::string>& text);

/// 16 hex digits of the text's SHA-256.
std::string hash_of(const std::string& text);

}  // namespace nahraum::app
