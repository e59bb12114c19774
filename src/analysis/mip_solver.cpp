#include "analysis/mip_solver.hpp"

#include <array>
#include <chrono>
#include <cmath>
#include <limits>
#include <string>

#include <CbcEventHandler.hpp>
#include <CbcModel.hpp>
#include <CbcSolver.hpp>
#include <ClpEventHandler.hpp>
#include <ClpSimplex.hpp>
#include <CoinPackedMatrix.hpp>
#include <OsiClpSolverInterface.hpp>

namespace nahraum::analysis {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

/// When to stop, and what is known so far: shared by the handlers that CBC clones as it likes.
class Watch {
 public:
  Watch(base::Seconds limit, const char* step, jobs::Context& context)
      : start_(Clock::now()), limit_s_(limit.value), step_(step), context_(context) {}

  double elapsed_s() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }
  /// Never throws: it is called from within CBC.
  bool must_stop() {
    stopped_ = stopped_ || context_.cancelled() || elapsed_s() > limit_s_;
    if (!stopped_) report();
    return stopped_;
  }
  bool stopped() const { return stopped_; }
  void note_bound(double bound) {
    if (std::isfinite(bound) && std::fabs(bound) < 1e40) bound_ = std::max(bound_, bound);
  }
  double bound() const { return bound_; }
  double limit_s() const { return limit_s_; }

 private:
  using Clock = std::chrono::steady_clock;

  void report() {
    const double now_s = elapsed_s();
    if (now_s - reported_s_ < 0.2) return;
    reported_s_ = now_s;
    try {
      context_.update(std::min(1.0, now_s / limit_s_), step_);
    } catch (const jobs::Cancelled&) {  // must_stop sees it the next time
    }
  }

  Clock::time_point start_;
  double limit_s_;
  const char* step_;
  jobs::Context& context_;
  double reported_s_ = -1;
  bool stopped_ = false;
  double bound_ = -infinite;
};

class TreeEvents : public CbcEventHandler {
 public:
  explicit TreeEvents(Watch& watch) : watch_(&watch) {}
  CbcEventHandler* clone() const override { return new TreeEvents(*this); }
  CbcAction event(CbcEvent event) override {
    // Heuristics search trees of their own, under further restrictions; before the first node the
    // linear program may be unsolved and its value no bound.
    const bool in_tree = event == node || event == treeStatus;
    if (in_tree && !getModel()->parentModel())
      watch_->note_bound(getModel()->getBestPossibleObjValue());
    return watch_->must_stop() ? stop : noAction;
  }

 private:
  Watch* watch_;
};

/// The linear program at the root can take most of the time.
class SimplexEvents : public ClpEventHandler {
 public:
  explicit SimplexEvents(Watch& watch) : watch_(&watch) {}
  ClpEventHandler* clone() const override { return new SimplexEvents(*this); }
  int event(Event event) override {
    if (event != endOfFactorization && event != endOfIteration) return -1;
    return watch_->must_stop() ? 0 : -1;
  }

 private:
  Watch* watch_;
};

CoinPackedMatrix matrix_of(const MipModel& model) {
  CoinPackedMatrix matrix(false, 0, 0);
  matrix.setDimensions(0, static_cast<int>(model.columns.size()));
  std::vector<int> columns;
  std::vector<double> values;
  std::vector<CoinBigIndex> starts;
  columns.reserve(model.entries.size());
  values.reserve(model.entries.size());
  for (const auto& entry : model.entries) {
    columns.push_back(entry.column);
    values.push_back(entry.value);
  }
  for (const auto begin : model.row_begin)
    starts.push_back(static_cast<CoinBigIndex>(begin));
  matrix.appendRows(static_cast<int>(model.rows.size()), starts.data(), columns.data(),
                    values.data());
  return matrix;
}

void load(OsiClpSolverInterface& solver, const MipModel& model) {
  std::vector<double> cost, lower, upper, row_lower, row_upper;
  for (const auto& column : model.columns) {
    cost.push_back(column.cost);
    lower.push_back(column.lower);
    upper.push_back(column.upper);
  }
  for (const auto& row : model.rows) {
    row_lower.push_back(row.lower);
    row_upper.push_back(row.upper);
  }
  solver.loadProblem(matrix_of(model), lower.data(), upper.data(), cost.data(), row_lower.data(),
                     row_upper.data());
  for (std::size_t i = 0; i < model.columns.size(); ++i) {
    if (model.columns[i].integer) solver.setInteger(static_cast<int>(i));
  }
}

/// CBC calls back without saying for whom.
thread_local Watch* watching = nullptr;

/// Only the first stage may ask to return at once: later, CBC 2.10 would leak its copy of the
/// problem and hand out a solution of the reduced one. There its time is up instead.
int between_stages(CbcModel* cbc, int stage) {
  constexpr int after_root_program = 1;
  if (stage == after_root_program && cbc->solver()->isProvenOptimal())
    watching->note_bound(cbc->solver()->getObjValue());
  if (!watching->must_stop()) return 0;
  if (stage == after_root_program) return 1;
  cbc->setMaximumSeconds(0);
  return 0;
}

void run(CbcModel& cbc, std::optional<double> cutoff, Watch& watch) {
  watching = &watch;
  CbcSolverUsefulData settings;
  settings.noPrinting_ = true;
  settings.useSignalHandler_ = false;
  CbcMain0(cbc, settings);
  const std::string limit = std::to_string(watch.limit_s() + 1);
  std::vector<const char*> words{"nahraum", "-log", "0",           "-slog",     "0", "-timeMode",
                                 "elapsed", "-sec", limit.c_str(), "-ratioGap", "0"};
  const std::string below = cutoff ? std::to_string(*cutoff) : "";
  if (cutoff) words.insert(words.end(), {"-cutoff", below.c_str()});
  words.insert(words.end(), {"-solve", "-quit"});
  CbcMain1(static_cast<int>(words.size()), words.data(), cbc, between_stages, settings);
  watching = nullptr;
}

MipAnswer answer_of(const CbcModel& cbc, const MipModel& model, std::optional<double> cutoff,
                    const Watch& watch) {
  MipAnswer answer;
  const bool searched = cbc.secondaryStatus() == 0 || cbc.secondaryStatus() == 1;
  answer.finished =
      !watch.stopped() && !cbc.isSecondsLimitReached() && cbc.status() == 0 && searched;
  answer.bound = watch.bound();
  if (const double* x = cbc.bestSolution()) {
    answer.x.assign(x, x + model.columns.size());
    answer.objective = cbc.getObjValue();
    if (answer.finished) answer.bound = answer.objective;
  } else if (answer.finished) {
    answer.bound = cutoff.value_or(infinite);
  }
  return answer;
}

}  // namespace

int MipModel::add_column(const Column& column) {
  columns.push_back(column);
  return static_cast<int>(columns.size()) - 1;
}

void MipModel::add_row(const Row& row, const std::vector<Entry>& row_entries) {
  rows.push_back(row);
  entries.insert(entries.end(), row_entries.begin(), row_entries.end());
  row_begin.push_back(entries.size());
}

MipAnswer solve_mip(const MipModel& model, std::optional<double> cutoff, base::Seconds time_limit,
                    const char* step, jobs::Context& context) {
  context.update(0, step);
  Watch watch(time_limit, step, context);
  OsiClpSolverInterface solver;
  solver.messageHandler()->setLogLevel(0);
  load(solver, model);
  const SimplexEvents simplex_events(watch);
  solver.getModelPtr()->passInEventHandler(&simplex_events);
  CbcModel cbc(solver);
  cbc.messageHandler()->setLogLevel(0);
  const TreeEvents tree_events(watch);
  cbc.passInEventHandler(&tree_events);
  run(cbc, cutoff, watch);
  context.check();
  return answer_of(cbc, model, cutoff, watch);
}

}  // namespace nahraum::analysis
