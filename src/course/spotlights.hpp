#pragma once
/// What a step can point at: controls of the window by names that stay.

#include <string>
#include <vector>

namespace nahraum::course {

struct Spotlight {
  const char* id;        ///< in exercise files
  const char* registry;  ///< the widget's name in the window's registry …
  bool translated;       ///< … which is a message id: the label of a button
  int module = 0;        ///< in whose panel it is; 0: there in every module
};
const std::vector<Spotlight>& spotlights();
/// nullptr: there is none of that name.
const Spotlight* find_spotlight(const std::string& id);

}  // namespace nahraum::course
