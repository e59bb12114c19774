#pragma once
/// The project's named views: go there, rename, put in order, remove.

#include "ui/panels.hpp"

namespace nahraum::ui {

class ViewsList {
 public:
  /// Fills the current popup. The view that was chosen; `wish`: another one shall be kept.
  std::optional<model::NamedView> show(const Kit& kit, const app::State& state, Wish& wish);

 private:
  void show_name(const Kit& kit, const model::NamedView& view);

  std::int32_t renamed_ = 0;  ///< whose name is being typed
  bool begins_ = false;
  std::string name_;
};

}  // namespace nahraum::ui
