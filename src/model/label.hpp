#pragma once

#include <string>

namespace nahraum::model {

/// A text in both languages of the program.
struct Label {
  std::string de;
  std::string en;
};

}  // namespace nahraum::model
