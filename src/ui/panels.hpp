#pragma once
/// The window's panels: each shows a view and hands out actions. They fill the current ImGui child.

#include "jobs/queue.hpp"
#include "ui/grades_view.hpp"
#include "ui/home_form.hpp"
#include "ui/inspector_view.hpp"
#include "ui/modules.hpp"
#include "ui/question_view.hpp"
#include "ui/service_form.hpp"
#include "ui/study_view.hpp"

namespace nahraum::ui {

/// What a panel wants the window itself to do.
enum class Wish {
  none,
  open_file,
  new_project,
  add_file,
  save_file,
  save_as,
  share_copy,
  show_versions,
  export_sheet,
  show_method,
  show_study_method,
  show_report,
  show_about,
  show_shortcuts,
  show_commands,
  show_table,
  export_table,
  show_settings,
  show_help,
  start_tour,
  show_history,
  find_work,
  add_photo,
  show_all,
  zoom_in,
  zoom_out,
  view_back,
  view_forth,
  keep_view,
  present,
  compare,
  close_unsaved
};

/// What the widgets remember between frames; nothing of the project.
struct PanelMemory {
  SearchableCombo types, profiles;
  float limit = -1;  ///< while the slider is held
  SearchableCombo standards, seconds, indicators;
  float target = -1, max = -1;  ///< while the handle is held
  std::string note_text;
  std::int32_t note = 0;  ///< whose text that is
  ServiceDraft draft;
  SearchableCombo draft_type;
  std::int32_t edited_service = 0;  ///< whose form is open
  PeopleDraft people;
  std::int32_t edited_home = 0;           ///< whose form is open
  bool study_wanted = false;              ///< scroll down to what else can be asked
  std::pair<int, bool> study{-1, false};  ///< chosen, with a result; in the last frame
  /// Their figures are shown, too.
  bool pyramid_table = false, profile_table = false, housing_table = false;
};

/// The eight modules, and below them what the program is.
Wish rail_panel(const Kit& kit, int chosen);
Wish question_panel(const Kit& kit, const QuestionView& view, PanelMemory& memory);
/// Below the question: what else can be asked of it, and the result.
Wish study_panel(const Kit& kit, const StudyView& view, PanelMemory& memory);
/// Its numbered table: figures beside the names, or below them where there is no room.
void show_study_table(const Kit& kit, const StudyView& view, std::size_t number);
/// Homes by a standard's two thresholds, which can be moved.
void grades_panel(const Kit& kit, const GradesView& view, PanelMemory& memory);
/// Module 1: need by age, of the district and its areas.
Wish need_panel(const Kit& kit, const StudyView& view, PanelMemory& memory);
/// Population by age and the profile, each with its figures on demand.
void need_charts_panel(const Kit& kit, const app::NeedCharts& charts, scene::Theme theme,
                       PanelMemory& memory);
void module_panel(const Kit& kit, int number);
/// `closable`: it lies where the map was, and wants to be put away.
Wish inspector_panel(const Kit& kit, const InspectorView& view, const app::State& state,
                     PanelMemory& memory, bool closable = false);
/// Where on the map the mouse is; in degrees, too, where the user reads them.
struct MousePlace {
  geo::Point map;
  std::optional<geo::LonLat> degrees;
};
struct StripView {
  std::string title, coordinate, attribution;
  std::vector<std::string> messages;  ///< newest last
  std::string not_kept;               ///< stays as long as the disk refuses what is done
  bool trouble = false;               ///< the newest is a warning or an error
  struct Job {
    unsigned id;
    std::string text;
    float fraction;
    bool cancellable;
  };
  std::vector<Job> jobs;
};
StripView make_strip_view(const app::State& state, const std::vector<jobs::JobView>& session_jobs,
                          const std::vector<jobs::JobView>& picture_jobs,
                          const std::optional<MousePlace>& mouse);
/// What was clicked in the strip: the messages want to be read in full, or something is sought.
enum class StripAsked { nothing, messages, search };
StripAsked strip_panel(const Kit& kit, const StripView& view);

}  // namespace nahraum::ui
