#include "base/translate.hpp"
#include "model/edit.hpp"
#include "model/work_tables.hpp"

namespace nahraum::model {
namespace {

/// What was corrected, by what it is called.
struct CorrectionNamer {
  const char* operator()(const AddBench&) const { return base::tr_noop("Bench added"); }
  const char* operator()(const RemoveBench&) const { return base::tr_noop("Bench taken away"); }
  const char* operator()(const AddCrossing&) const { return base::tr_noop("Crossing corrected"); }
  const char* operator()(const AddBarrier&) const { return base::tr_noop("Barrier added"); }
  const char* operator()(const AddPath&) const { return base::tr_noop("Path added"); }
  const char* operator()(const RemovePath&) const { return base::tr_noop("Path closed"); }
  const char* operator()(const ChangePath&) const { return base::tr_noop("Path changed"); }
  const char* operator()(const AddRamp&) const { return base::tr_noop("Steps: ramp added"); }
  const char* operator()(const LowerKerb&) const { return base::tr_noop("Kerb lowered"); }
  template <class Other>
  const char* operator()(const Other&) const {
    return base::tr_noop("Correction added");
  }
};

struct Namer {
  const Project& before;

  const char* operator()(const PlaceService&) const { return base::tr_noop("Service moved"); }
  const char* operator()(const AddService&) const { return base::tr_noop("Service added"); }
  const char* operator()(const RemoveService&) const { return base::tr_noop("Service removed"); }
  const char* operator()(const ReplaceService&) const { return base::tr_noop("Service changed"); }
  const char* operator()(const AddServices&) const { return base::tr_noop("Services pasted"); }
  const char* operator()(const RemoveServices&) const { return base::tr_noop("Services removed"); }
  const char* operator()(const AddNote&) const { return base::tr_noop("Note added"); }
  const char* operator()(const RemoveNote&) const { return base::tr_noop("Note removed"); }
  const char* operator()(const ReplaceNote&) const { return base::tr_noop("Note changed"); }
  const char* operator()(const AddView&) const { return base::tr_noop("View added"); }
  const char* operator()(const RemoveView&) const { return base::tr_noop("View removed"); }
  const char* operator()(const ReplaceView&) const { return base::tr_noop("View changed"); }
  const char* operator()(const SwapViews&) const { return base::tr_noop("View moved"); }
  const char* operator()(const AddExercise&) const { return base::tr_noop("Exercise begun"); }
  const char* operator()(const RemoveExercise&) const { return base::tr_noop("Exercise put away"); }
  const char* operator()(const SetExerciseStep& edit) const {
    return edit.finished.empty() ? base::tr_noop("Exercise: other step")
                                 : base::tr_noop("Exercise finished");
  }
  const char* operator()(const SetExerciseAnswers&) const {
    return base::tr_noop("Exercise: answer given");
  }
  const char* operator()(const AddCorrection& edit) const {
    return std::visit(CorrectionNamer{}, edit.correction.change);
  }
  const char* operator()(const RemoveCorrection&) const {
    return base::tr_noop("Correction removed");
  }
  const char* operator()(const ReplaceCorrection&) const {
    return base::tr_noop("Correction changed");
  }
  /// By its first row: a step changes rows of one kind, or what hangs on them.
  const char* operator()(const ChangeRecords& edit) const {
    if (edit.changes.empty()) return "";
    const auto& first = edit.changes.front();
    const auto& table = *record_table(first.table);
    if (!first.now) return table.about.removed;
    return table.find(*before.work, first.id) ? table.about.changed : table.about.added;
  }
  const char* operator()(const AddHome&) const { return base::tr_noop("Home added"); }
  const char* operator()(const RemoveHome&) const { return base::tr_noop("Home removed"); }
  const char* operator()(const ReplaceHome&) const { return base::tr_noop("Home changed"); }
  const char* operator()(const SetDistrict&) const { return base::tr_noop("Outline changed"); }
  const char* operator()(const RestateAreas&) const { return base::tr_noop("Area changed"); }
};

}  // namespace

const char* name_of(const Project& before, const Edit& edit) {
  return std::visit(Namer{before}, edit);
}

}  // namespace nahraum::model
