#pragma once
/// What the window shows and what can happen to it. No ImGui, no OpenGL: plain values.

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "analysis/route_pieces.hpp"
#include "app/answer.hpp"
#include "app/exercise_state.hpp"
#include "app/graded.hpp"
#include "app/home_minutes.hpp"
#include "app/journal.hpp"
#include "app/new_options.hpp"
#include "app/project_lock.hpp"
#include "app/settings.hpp"
#include "app/study.hpp"
#include "app/versions.hpp"
#include "app/work_view.hpp"
#include "base/one_of.hpp"
#include "base/text.hpp"
#include "model/edit.hpp"
#include "scene/sheet.hpp"

namespace nahraum::app {

enum class Tool {
  select,
  note_point,
  note_text,
  note_callout,
  note_arrow,
  note_freehand,
  note_polygon,
  note_highlight,
  note_number,
  guess,
  add_service,
  correct_bench,
  correct_crossing,
  correct_barrier,
  correct_path,
  correct_closure,
  correct_surface,
  correct_ramp,
  correct_kerb,
  add_home,
  edit_outline,
  edit_areas,
  measure,
  set_pin,      ///< answers the question card in sight
  draw_sketch,  ///< … by a way or a part of it, drawn by hand
  place_row,    ///< gives the chosen row of the open table its place
  route_row,    ///< … or its line
  answer_pin,
  answer_line,
  answer_area
};

/// What can be taken off the map and put back.
enum class MapLayer { catchment, gaps, other_services, names, notes, corrections };
inline constexpr int map_layer_count = 6;

struct ShownLayers {
  std::array<bool, map_layer_count> on{true, true, true, true, true, true};
  bool operator()(MapLayer layer) const { return on[static_cast<std::size_t>(layer)]; }
  friend bool operator==(const ShownLayers&, const ShownLayers&) = default;
};

struct Selection {
  enum class Kind {
    none,
    home,
    service,
    note,
    street,
    building,
    area,
    line,
    element,
    correction,
    statistics
  } kind = Kind::none;
  std::int32_t id =
      0;  ///< home, service, note, correction: their ids; the others: index in the project
  friend bool operator==(const Selection&, const Selection&) = default;
};

/// What the inspector shows of the selected home or service.
struct Inspection {
  Selection of;
  std::optional<analysis::Route> route;           ///< home: the way to the nearest service
  std::string no_route;                           ///< why there is none
  std::vector<Band> bands;                        ///< service: its own catchment
  double longest_stretch_m = 0;                   ///< of that way, without a seat
  std::vector<analysis::RoutePiece> pieces = {};  ///< what its time is made of
};

/// A place that a table's row or a search named.
struct Spot {
  geo::Point at;
  unsigned clicks = 0;    ///< the same place again is centred again
  std::string name = {};  ///< searched for: written on the map; "": a row's, which has a mark
  friend bool operator==(const Spot&, const Spot&) = default;
};

struct Message {
  enum class Severity { info, warning, error } severity = Severity::info;
  std::string text;
};

struct State {
  // the project
  model::Snapshot project;    ///< null: nothing open
  model::Snapshot corrected;  ///< with its corrections made; null where it has none
  model::History history;
  std::filesystem::path path;  ///< "" until saved
  bool unsaved = false;
  bool read_only = false;           ///< a newer program's project, or somebody else has it open
  std::optional<Holder> locked_by;  ///< who that is
  std::vector<UnsavedWork> unsaved_work;  ///< what a killed program left, newest first
  // the question and its answer
  Question question;
  std::shared_ptr<const Answer> answer;    ///< null while the first one is computed
  bool answering = false;                  ///< a newer answer is under way
  std::shared_ptr<const Preview> preview;  ///< while a service is dragged
  std::shared_ptr<const Rest> rest;        ///< what the drag leaves alone; null until computed
  /// Changes with everything that an analysis depends on, unlike `project` not with its notes.
  std::uint64_t ground = 0;
  std::optional<Comparison> comparison;        ///< the map shows two states
  std::shared_ptr<const Answer> other_answer;  ///< null while it is computed
  // further analyses
  std::optional<Study> study;                                           ///< module 2's
  std::array<std::shared_ptr<const StudyResult>, study_count> studies;  ///< the latest of each
  std::optional<Study> studying;                                        ///< is under way
  std::optional<Spot> spot;
  std::optional<geo::Point> guess;  ///< where the user would put a new service
  Grading grading;
  std::shared_ptr<const Graded> graded;  ///< while Study::standards is chosen and answered
  // what is looked at
  int module = 2;                      ///< 1 … 8
  std::string indicator = "share_80";  ///< module 1's on the map; "": the question's map
  Tool tool = Tool::select;
  ShownLayers layers;
  bool details = false;  ///< narrow windows: the project's facts are open though nothing is chosen
  Selection selection;
  std::vector<Selection> under;  ///< all that lies where was clicked, best first
  std::optional<Inspection> inspection;
  std::shared_ptr<const HomeMinutes> home_minutes;  ///< of the chosen home; null until computed
  std::vector<Message> messages;                    ///< oldest first
  WorkView work;
  Settings settings;
  ExerciseState exercise;
  bool not_kept = false;  ///< the disk refuses: steps since the last save are in memory alone
};

// ---- actions: what the user did ----------------------------------------------------------------

struct OpenFile {
  std::filesystem::path path;
};  ///< a project, or OSM data for a new one
struct OpenDemo {};
/// From data files, as `nahraum new` makes one; it is in no file yet.
struct MakeProject {
  NewOptions options;
};
struct SaveProject {
  std::filesystem::path path;
};  ///< "" = where it came from
/// Written beside the project: without history, without folders' names. The project stays open.
struct ShareCopy {
  std::filesystem::path path;
};
/// The project as it was then, to be saved again or not.
struct OpenVersion {
  Version version;
};
struct ExportSheet {
  std::filesystem::path path;
  scene::SheetSpec spec;
};
struct ChooseType {
  std::string type;
};
struct ChooseProfile {
  std::string profile;
};
struct ChooseLimit {
  analysis::Limit limit;
};
struct ChooseModule {
  int module = 2;
};
/// On the map of module 1.
struct ChooseIndicator {
  std::string id;  ///< "": none
};
struct ChooseTool {
  Tool tool = Tool::select;
};
struct ShowLayer {
  MapLayer layer = MapLayer::catchment;
  bool shown = true;
};
struct ShowDetails {
  bool shown = true;
};
struct ChooseLanguage {
  base::Language language;
};
struct ChooseTextScale {
  double scale = 1.0;
};
/// Any of the user's settings but the list of files.
struct ChangeSettings {
  Settings settings;
};
/// Off the list of files that were opened last.
struct ForgetRecent {
  std::string file;  ///< as in Settings::recent
};
/// Of map and window.
struct ChooseTheme {
  scene::Theme theme = scene::Theme::light;
};
struct Select {
  Selection selection;
  std::vector<Selection> under = {};  ///< what else lies there; empty: nothing is known
};
/// The next (+1) or previous (−1) of what lies where was clicked.
struct SelectNext {
  int step = 1;
};
struct DragService {
  std::int32_t service = 0;
  geo::Point to;
};  ///< under the moving mouse
struct DropService {
  std::int32_t service = 0;
  geo::Point to;
};  ///< released: an edit
/// The map shows another state beside the question's; nothing: no longer.
struct Compare {
  std::optional<Comparison> with;
};
/// One more of the asked type under the mouse: nothing is changed.
struct TryService {
  geo::Point at;
};
struct CancelDrag {};
struct PerformEdit {
  model::Edit edit;
};
/// Other figures or another outline for the statistical area of that index.
struct ChangeArea {
  std::uint32_t index = 0;
  model::PopulationCell area;
};
/// A picture from a file as a note.
struct AddPhoto {
  std::filesystem::path path;
  geo::Point at;
};
/// Rows of a spreadsheet: one edit adds what can be read, messages list what cannot.
struct PasteServices {
  std::string text;
};
struct Undo {};
struct Redo {};
/// Whoever has the project open is believed to be gone.
struct TakeOverLock {};
/// Back or forth to where so many steps are done.
struct GoToStep {
  std::size_t done = 0;
};
/// What a killed program left behind: opened again, or put aside.
struct RecoverWork {
  UnsavedWork work;
};
struct DeclineWork {
  UnsavedWork work;
};
/// Looks again for what was left behind; what was put aside counts, too.
struct FindWork {};
struct CancelJob {
  unsigned job = 0;
};
/// A message of the window's own: what was done, or what was tried and cannot be.
struct Tell {
  std::string text;
  Message::Severity severity = Message::Severity::info;
};
struct DismissMessages {};
struct AskStudy {
  Study study = Study::barriers;
  std::string unit;  ///< as in StudyQuestion
};
/// The map is the question's again.
struct CloseStudy {};
/// Of the grades; its own values come back.
struct ChooseStandard {
  std::string id;
};
struct CompareStandard {
  std::string id;  ///< "": none
};
/// One of the two is where the hand put it; the other makes way.
struct MoveThreshold {
  bool target = false;  ///< Soll, else Max
  double value = 0;     ///< metres or seconds
};
struct ResetThresholds {};
struct ChooseScenario {
  std::string name;
};  ///< "": the project as it is
struct GuessSite {
  geo::Point at;
};  ///< and ask how good it is
struct ShowSpot {
  geo::Point at;
  std::string name = {};
};
/// Another agenda, question card, … of the course's work in sight.
struct LookAtWork {
  WorkView work;  ///< its table, row and clock do not count
};
/// The clock of the meeting in sight.
struct RunAgenda {
  enum class Do { begin, pause, go_on, next, back, end } what = Do::begin;
  long now = 0;         ///< seconds since 1970
  long day_second = 0;  ///< the same moment on the wall: seconds since midnight
};
/// A table of the course's work below the map, at one of its rows.
struct OpenTable {
  std::string table;  ///< "": none
  model::Id row = 0;  ///< 0: none
};
/// A table of the course's work as .csv or .xlsx.
struct ExportTable {
  std::filesystem::path path;
  std::string table;
};
/// Rows of a spreadsheet for a table of the course's work.
struct PasteRecords {
  std::string table;
  std::string text;
};
/// A numbered file for each group, in a folder beside the project's file or in the one given.
struct HandOut {
  std::filesystem::path folder;
  int groups = 0;
};
/// The sheet that goes along on a walk (app/walk_sheet.hpp).
struct PrintWalk {
  std::filesystem::path path;
  model::Id walk = 0;
};
/// Tracks and photos from a walk (app/walk_finds.hpp).
struct AddFinds {
  std::vector<std::filesystem::path> files;
};
/// The groups' files in one project, which is in no file yet.
struct MergeFiles {
  std::vector<std::filesystem::path> files;  ///< or folders
};

using AnyAction =
    std::variant<OpenFile, OpenDemo, SaveProject, ExportSheet, ChooseType, ChooseProfile,
                 ChooseLimit, ChooseModule, ChooseTool, ShowLayer, ShowDetails, ChooseLanguage,
                 ChooseTextScale, ChangeSettings, ChooseTheme, Select, SelectNext, DragService,
                 DropService, CancelDrag, PerformEdit, ChangeArea, AddPhoto, Undo, Redo,
                 TakeOverLock, GoToStep, RecoverWork, DeclineWork, FindWork, CancelJob,
                 DismissMessages, Tell, AskStudy, CloseStudy, ChooseStandard, CompareStandard,
                 MoveThreshold, ResetThresholds, ChooseScenario, GuessSite, ShowSpot, TryService,
                 Compare, ShareCopy, OpenVersion, MakeProject, PasteServices, ChooseIndicator,
                 ForgetRecent, LookAtWork, OpenTable, ExportTable, PasteRecords, HandOut,
                 MergeFiles, PrintWalk, AddFinds, ExerciseAction, RunAgenda>;
using Action = base::OneOf<AnyAction>;

// ---- effects: what the world has to do then ----------------------------------------------------

struct LoadFile {
  std::filesystem::path path;
};
struct LoadDemo {};
struct BuildProject {
  NewOptions options;
};
struct StoreProject {
  std::filesystem::path path;
};
struct StoreCopy {
  std::filesystem::path path;
};
struct LoadVersion {
  Version version;
};
struct StoreSheet {
  std::filesystem::path path;
  scene::SheetSpec spec;
};
struct ComputeAnswer {};
struct ComputeOther {};  ///< the answer that is compared with
struct ComputeInspection {};
struct ComputeHomeMinutes {};  ///< in a job
struct ComputePreview {
  std::int32_t service = 0;
  geo::Point at;
};  ///< at once, on this thread
struct ComputeRest {
  std::int32_t service = 0;
};  ///< in a job
struct StoreSettings {};
struct FollowSettings {};  ///< counts are kept back by another minimum
struct StopJob {
  unsigned job = 0;
};

struct ComputeStudy {
  Study study = Study::barriers;
  std::string unit;
};                        ///< in a job
struct ComputeGrades {};  ///< at once, on this thread
/// Spreads an area's residents anew and makes an edit of it; in a job.
struct ComputeArea {
  std::uint32_t index = 0;
  model::PopulationCell area;
};
struct LoadPhoto {
  std::filesystem::path path;
  geo::Point at;
};  ///< in a job
struct KeepStep {
  Step step;
};  ///< in the journal, at once
struct ReadPasted {
  std::string text;
};  ///< in a job
struct StoreTable {
  std::filesystem::path path;
  std::string table;
};  ///< in a job
struct ReadRecords {
  std::string table;
  std::string text;
};
struct StoreHandout {
  std::filesystem::path folder;
  int groups = 0;
};  ///< in a job
struct LoadGroups {
  std::vector<std::filesystem::path> files;
};  ///< in a job
struct StoreWalkSheet {
  std::filesystem::path path;
  model::Id walk = 0;
};  ///< in a job
struct ReadFinds {
  std::vector<std::filesystem::path> files;
};  ///< in a job
/// The trainer's own files, in a job.
struct ReadExercises {
  std::vector<std::string> asked;  ///< those that somebody has just added; empty: at the start
};
struct LoadWork {
  UnsavedWork work;
};
struct PutAside {
  UnsavedWork work;
};
struct LookForWork {};
struct BreakLock {};

using AnyEffect =
    std::variant<LoadFile, LoadDemo, StoreProject, StoreSheet, ComputeAnswer, ComputeInspection,
                 ComputeHomeMinutes, ComputePreview, ComputeRest, StoreSettings, FollowSettings,
                 StopJob, ComputeStudy, ComputeGrades, KeepStep, LoadWork, PutAside, LookForWork,
                 BreakLock, LoadPhoto, ComputeArea, BuildProject, StoreCopy, LoadVersion,
                 ComputeOther, ReadPasted, StoreTable, ReadRecords, StoreHandout, LoadGroups,
                 StoreWalkSheet, ReadFinds, ReadExercises>;
using Effect = base::OneOf<AnyEffect>;

/// What a study would be asked now.
StudyQuestion study_question(const State& state, Study study, const std::string& unit = "");
/// The latest result of that study, whatever it was asked; null where there is none.
const StudyResult* study_result(const State& state, Study study);
/// Another question, project or language than it was computed for.
bool is_stale(const State& state, const StudyResult& result);
/// What the open module shows of studies; null: nothing.
const StudyResult* study_in_sight(const State& state);
/// The grades that the panel tells and the map shows; null: the map is the question's.
const Graded* grades_in_sight(const State& state);
/// What module 1 shows on the map instead of the question's answer; null: nothing.
std::shared_ptr<const AreaFigures> figures_in_sight(const State& state);
/// The project that the answer is of: with its corrections, and with the scenario's changes where
/// one is chosen.
model::Snapshot answered_project(const State& state);
/// The project that questions are of: with its corrections, without a scenario. Null: none is open.
model::Snapshot ground_project(const State& state);
/// Makes the corrections anew, after the project was replaced or edited.
void make_corrections(State& state);

/// The whole behaviour: changes the state and says what is to be done. Pure but for `state`.
std::vector<Effect> apply(State& state, const Action& action);

}  // namespace nahraum::app
