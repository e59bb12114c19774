#include "app/scenario_answer.hpp"

#include "analysis/scenario_compare.hpp"
#include "scene/scenario_sentence.hpp"

namespace nahraum::app {
namespace {

void judge(const analysis::GroupShift& shift, const analysis::GroupCoverage& before,
           analysis::GroupCoverage& after, int min_count) {
  if (!shift.known || scene::may_show_shift(shift, before, after, min_count)) return;
  after = {};
  after.total = after.covered = after.gap = after.not_assessable = -1;
}

}  // namespace

void keep_back_small_shifts(const analysis::District& base, Answer& answer, int min_count,
                            jobs::Context& context) {
  const auto& asked = answer.question;
  const auto reach =
      analysis::reach_by(base, analysis::targets_of(base, asked.type), asked.way, context);
  const auto before = analysis::coverage(base, asked.type, reach, asked.limit, asked.way);
  const auto shift =
      analysis::compare_states(base, reach, *answer.district, answer.reach, asked.limit);
  auto& after = answer.coverage;
  judge(shift.all, before.all, after.all, min_count);
  judge(shift.age_65, before.age_65, after.age_65, min_count);
  judge(shift.age_80, before.age_80, after.age_80, min_count);
}

}  // namespace nahraum::app
