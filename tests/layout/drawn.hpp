#pragma once
/// What ImGui draws, seen from outside: the linker sends each text and each item through here first
/// (--wrap), so that no widget can forget to tell.

#include <set>
#include <string>
#include <vector>

#include <imgui.h>
#include <imgui_internal.h>

namespace nahraum::testing {

struct DrawnText {
  std::string text;
  ImRect at;             ///< its lines, as if nothing were cut
  ImRect clip;           ///< what is seen of it at most
  std::string window;    ///< whose list it is drawn in
  bool scrolls = false;  ///< what is cut above or below can be scrolled to
  bool scrolls_across = false;
  bool in_field = false;  ///< what somebody types, which moves under the cursor
  std::string missing;    ///< letters that the font does not have
  float line = 0;         ///< height of one
};

struct DrawnItem {
  ImGuiID id = 0;
  ImRect at;
  ImRect clip;
  std::string window;
  std::string root;  ///< the window that its child windows lie in
  bool scrolls = false, scrolls_across = false;
  bool enabled = true;
  bool spans = false;  ///< a whole row, with other items on it
};

struct Drawn {
  std::vector<DrawnText> texts;
  std::vector<DrawnItem> items;
  std::string dialog;              ///< the open dialog's or list's window
  std::set<ImGuiID> in_tab_order;  ///< items that Tab reaches
};

/// While it lives, what is drawn goes into `drawn`, too. One at a time.
class Recording {
 public:
  explicit Recording(Drawn& drawn);
  ~Recording();
  Recording(const Recording&) = delete;
  Recording& operator=(const Recording&) = delete;
};

}  // namespace nahraum::testing
