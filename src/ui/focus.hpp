#pragma once
/// Tab through everything that can be pressed. ImGui 1.86 tabs through text fields only, so the
/// order in which the widgets were drawn is kept here.

#include <vector>

#include <imgui.h>

struct ImGuiWindow;

namespace nahraum::ui {

class TabOrder {
 public:
  /// A new frame: forgets the items, keeps what is wanted.
  void begin();
  /// The item that was just drawn. `typing`: it takes text at once.
  void add(bool typing = false);
  /// To the next (+1) or the previous (−1) item, in the next frame. Stays inside an open dialog.
  void move(int step);

 private:
  struct Item {
    ImGuiID id;
    ImGuiWindow* root;
  };
  std::vector<Item> items_;
  ImGuiID wanted_ = 0;
};

/// The focus can be seen, nobody types, and no list or dialog is open: arrow keys belong to the
/// widgets then, else to the map.
bool focus_is_visible();
bool anything_is_open();

}  // namespace nahraum::ui
