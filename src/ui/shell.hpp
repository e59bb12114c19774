#pragma once
/// The window's content: where each panel lies, and the way of an action from a click to the
/// session.

#include "app/session.hpp"
#include "ui/dialogs.hpp"
#include "ui/exercise_dock.hpp"
#include "ui/groups_dialog.hpp"
#include "ui/help_panel.hpp"
#include "ui/layout.hpp"
#include "ui/map_view.hpp"
#include "ui/page_panel.hpp"
#include "ui/presentation.hpp"
#include "ui/record_sheet.hpp"
#include "ui/search_view.hpp"
#include "ui/table_panel.hpp"
#include "ui/tour.hpp"
#include "ui/views_list.hpp"
#include "ui/welcome_panel.hpp"

namespace nahraum::ui {

/// A plain rectangle that lies under the widgets.
struct Face {
  Rect rect;
  ImU32 color = 0;
};

class Shell {
 public:
  Shell(app::Session& session, render::gl::MapRenderer* renderer, jobs::Queue& pictures)
      : session_(session), pictures_(pictures), map_(renderer, pictures) {}

  /// One frame of ImGui; dispatches what the user did. `now_s`: a steady clock.
  void frame(const Theme& theme, const Fonts& fonts, float scale, double now_s);
  /// A key by its meaning, before ImGui sees it. True: it was a command.
  bool key(const KeyPress& press, double now_s);
  /// A command of the search by its name; false: there is none.
  bool carry_out_command(const std::string& name, double now_s);
  void drop(const std::vector<std::filesystem::path>& files);
  /// Files are asked for by the desktop's dialogs; null, as at first: in the window.
  void use_desktop(DesktopFiles* desktop) { dialogs_.files().use(desktop); }
  bool waits_for_desktop() { return dialogs_.files().waits_for_desktop(); }

  MapView& map() { return map_; }
  /// The panels' faces. The window clears them: that costs a tenth of what ImGui's blended and
  /// textured rectangles cost where pixels are computed by the processor.
  std::vector<Face> faces(const Theme& theme) const;
  const Registry& registry() const { return registry_; }
  /// Unsaved work: the window asks before it closes. True: nothing would be lost.
  bool ask_close();
  bool wants_close() const { return close_; }
  /// Rows of the table are being sorted, filtered or copied.
  bool sorts() const { return !table_jobs_.idle(); }
  /// The window fills the screen, and everything is larger.
  bool presents() const { return presentation_.runs(); }
  /// What the exercise's step points at, where that is on the screen.
  std::optional<Corners> pointed_at() const { return exercise_.lit(registry_, session_.state()); }
  /// A frame is wanted each second though nothing happens.
  bool ticks(double now_s) const {
    const auto& state = session_.state();
    const bool meeting = state.project && state.work.run.runs();
    return meeting || ExerciseDock::ticks(state, now_s);
  }

 private:
  void carry_out(Wish wish, double now_s);
  void show_panels(const Kit& kit, const Layout& layout, double now_s);
  void show_welcome(const Kit& kit, const Layout& layout, double now_s);
  void open_file();
  void add_file();
  void add_photo();
  void add_exercise();
  std::filesystem::path usual_folder() const;
  void say_nothing_in(const std::vector<std::filesystem::path>& folders);
  void save_file(bool ask);
  void share_copy();
  void export_table();
  void follow_work();
  void show_page(const Kit& kit);
  void show_groups(const Kit& kit);
  void print_walk();
  void find_photos();
  bool table_in_sight() const;
  void show_method();
  void show_study_method();
  void show_report();
  std::optional<MousePlace> mouse_place();
  void show_messages();
  void start_tour();
  void show_right_column(const Kit& kit, const Layout& layout, bool narrow, double now_s);
  bool special_key(const KeyPress& press);
  bool slide_key(const KeyPress& press, double now_s);
  void show_slide(int by, double now_s);
  void show_presentation(const Kit& kit, double now_s);
  void present_module(const Kit& kit, PresentationView& view) const;
  void show_module(const Kit& kit, const Rect& column, double now_s);
  void show_window(const Kit& kit, const Layout& layout, double now_s);
  void go_to(const model::NamedView& view, double now_s);
  void keep_view();
  void show_compare_list(const Kit& kit);
  void show_measure(const Kit& kit, const Layout& layout);
  void show_table(const Kit& kit, const Layout& layout);
  void show_map_tools(const Kit& kit, const Layout& layout, double now_s);

  app::Session& session_;
  jobs::Queue& pictures_;
  MapView map_;
  Registry registry_;
  PanelMemory memory_;
  Dialogs dialogs_;
  HelpPanel help_;
  WelcomePanel welcome_;
  Tour tour_;
  SearchDialog search_;
  Presentation presentation_;
  ViewsList views_;
  TablePanel table_;
  PagePanel page_;
  RecordSheet sheet_;
  GroupsDialog groups_;
  ExerciseDock exercise_;
  jobs::Queue table_jobs_;  ///< of its own: the map never waits for a million rows
  std::vector<app::Action> actions_;
  Layout layout_;
  bool compare_asked_ = false;
  bool close_ = false, work_offered_ = false;
};

}  // namespace nahraum::ui
