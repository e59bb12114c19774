#pragma once
/// Runs the effects: the only place where the state meets files and jobs. Main thread only.

#include <functional>
#include <memory>

#include "app/handout.hpp"
#include "app/paste_services.hpp"
#include "app/prepared.hpp"
#include "app/state.hpp"
#include "app/walk_finds.hpp"
#include "jobs/queue.hpp"

namespace nahraum::app {

struct Printed;

class Session {
 public:
  /// `wake` is called from worker threads when `deliver` has something to do. `unsaved`: where
  /// steps are kept until they are saved (unsaved_root()); "": nowhere.
  explicit Session(model::Catalogue catalogue, std::function<void()> wake = {},
                   std::filesystem::path unsaved = {});
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  const State& state() const { return state_; }
  /// With the user's own least count. Valid until the next dispatch.
  const model::Catalogue& catalogue() const { return *catalogue_; }
  const std::shared_ptr<const model::Catalogue>& shared_catalogue() const { return catalogue_; }
  /// As the catalogue states it, whatever the user's own is.
  int least_count_of_catalogue() const { return catalogue_min_count_; }
  /// Of the open project's file, newest first.
  std::vector<Version> versions() const;
  void dispatch(const Action& action);
  /// Takes finished results in; once per frame. Returns whether anything changed.
  bool deliver();
  /// For tests and scripts: waits until no job is left and everything is delivered.
  void settle();
  std::vector<jobs::JobView> jobs() const { return queue_.views(); }
  /// Changes whenever `state().project` is replaced or edited.
  std::uint64_t project_revision() const { return project_revision_; }

 private:
  void run(const Effect& effect);
  void run_effect(const LoadFile& effect);
  void run_effect(const LoadDemo& effect);
  void run_effect(const BuildProject& effect);
  void run_effect(const StoreProject& effect);
  void run_effect(const StoreCopy& effect);
  void run_effect(const LoadVersion& effect);
  void run_effect(const StoreSheet& effect);
  void print_figures(const StoreSheet& effect, const AreaFigures& figures);
  void print_agreement(const StoreSheet& effect);
  jobs::Queue::OnMainThread print(const Printed& sheet, const StoreSheet& effect);
  void run_effect(const ComputeAnswer& effect);
  void run_effect(const ComputeOther& effect);
  void run_effect(const ComputeInspection& effect);
  void run_effect(const ComputeHomeMinutes& effect);
  void run_effect(const ComputePreview& effect);
  void run_effect(const ComputeRest& effect);
  void run_effect(const StoreSettings& effect);
  void run_effect(const FollowSettings& effect);
  void run_effect(const StopJob& effect);
  void run_effect(const ComputeStudy& effect);
  void run_effect(const ComputeGrades& effect);
  void run_effect(const KeepStep& effect);
  void run_effect(const StoreTable& effect);
  void run_effect(const ReadRecords& effect);
  void run_effect(const StoreHandout& effect);
  void run_effect(const LoadGroups& effect);
  void run_effect(const StoreWalkSheet& effect);
  void run_effect(const ReadFinds& effect);
  void take_finds(WalkFinds finds);
  void take_merged(Merged merged, const std::vector<std::string>& left_out);
  void run_effect(const ReadPasted& effect);
  void take_pasted(const PastedServices& pasted);
  void run_effect(const LoadWork& effect);
  void run_effect(const PutAside& effect);
  void run_effect(const LookForWork& effect);
  void run_effect(const BreakLock& effect);
  void run_effect(const LoadPhoto& effect);
  void run_effect(const ComputeArea& effect);
  void lock_project();
  void say_locked();
  void say_unfit();
  void keep_from_here(bool precious);
  void store_base();
  void tell_whether_kept(const base::Result<void>& kept);
  bool copy_base(const UnsavedWork& work, Journal& journal);
  void take_work(const UnsavedWork& work, model::Project project);
  void job_failed(const std::string& title, const base::Error& error);
  bool waits_for(jobs::JobId job) const;
  void drop_study();
  void no_answer(std::uint64_t number, const base::Error& error);
  void follow_exercise();
  ExerciseGround exercise_ground() const;
  void take_project(model::Project project, std::filesystem::path path);
  void say(Message::Severity severity, std::string text);
  void say(const base::Error& error);

  State state_;
  const int catalogue_min_count_;
  std::shared_ptr<const model::Catalogue> catalogue_;  ///< jobs keep the one they began with
  std::filesystem::path unsaved_;
  std::unique_ptr<ProjectLock> lock_;  ///< of the project's file
  std::unique_ptr<Journal> journal_;   ///< null: steps are not kept
  bool keeping_failed_ = false;        ///< said once
  std::shared_ptr<Prepared> prepared_;
  std::uint64_t project_revision_ = 0;
  std::uint64_t question_number_ = 0;  ///< stale answers are dropped
  std::uint64_t rest_number_ = 0;
  std::uint64_t study_number_ = 0;
  std::uint64_t other_number_ = 0;
  std::optional<ExerciseKey> exercise_asked_;  ///< what is being told, or was
  jobs::JobId answer_job_ = 0, other_job_ = 0, study_job_ = 0, exercise_job_ = 0;
  jobs::Queue queue_;  ///< last: its thread ends before the rest goes
};

}  // namespace nahraum::app
