#pragma once
/// The eight modules of the course: their titles are the course's own.

#include <array>
#include <string>

namespace nahraum::ui {

struct Module {
  const char* title_de;  ///< verbatim
  const char* title_en;
  const char* content;  ///< message id: what will be found there
  const char* ready;    ///< message id: what already works
};

/// 1 … 8
const Module& module_of(int number);
std::string title_of(const Module& module);

}  // namespace nahraum::ui
