#include <cmath>

#include "app/measure_question.hpp"
#include "app/page_project.hpp"

namespace nahraum::app {

using base::tr;
using base::tr_n;

namespace {

/// What became of a measure's indicator.
struct Effect {
  const model::Measure* measure = nullptr;
  std::optional<MeasureQuestion> question;
  bool asked = false;     ///< its question is the one in sight
  bool computed = false;  ///< and has been answered
  GapCount now;
};

Effect effect_of(const model::Measure& measure, const PageInput& input) {
  Effect effect{&measure, measure_question(measure.question, *input.catalogue), false, false, {}};
  if (!effect.question || !effect.question->asks(input.question)) return effect;
  effect.asked = true;
  if (const auto* answer = answer_in_sight(input)) {
    effect.computed = true;
    effect.now = gap_of(answer->coverage, effect.question->counted, input.min_count);
  }
  return effect;
}

std::string counted_text(double value, const model::Measure& measure) {
  const int decimals = value == std::round(value) ? 0 : 1;
  const auto number = decimal(value, decimals);
  return measure.unit.empty() ? number : say(tr("{0} {1}"), number, measure.unit);
}
std::string counted_text(const std::optional<double>& value, const model::Measure& measure) {
  return value ? counted_text(*value, measure) : std::string(tr("not known"));
}

std::string now_text(const Effect& effect, int min_count) {
  if (!effect.now.assessed) return tr("cannot be assessed");
  if (!effect.now.count) return say(tr("too few to be told (minimum {})"), min_count);
  return counted_text(static_cast<double>(*effect.now.count), *effect.measure);
}

/// How far towards the target, where two known numbers are far enough apart for it to mean
/// something; "" else.
std::string progress_text(const Effect& effect, int min_count) {
  const auto& measure = *effect.measure;
  if (!effect.now.count || !measure.baseline || !measure.target) return {};
  const double wanted = *measure.target - *measure.baseline;
  const double done = static_cast<double>(*effect.now.count) - *measure.baseline;
  if (std::abs(wanted) < std::max(1, min_count)) return {};
  const double share = done / wanted;
  if (share >= 1) return tr("the target is reached");
  if (share < 0) return tr("further from the target than at the start");
  if (done == 0) return tr("no change yet");
  return say(tr("{} % of the way to the target"), std::lround(std::floor(100 * share)));
}

PageAction ask_action(const MeasureQuestion& question) {
  return {
      tr("Ask this question"),
      {ChooseType{question.type}, ChooseProfile{question.profile}, ChooseLimit{question.limit}}};
}

PageLine figures_line(const Effect& effect, const PageInput& input) {
  const auto& measure = *effect.measure;
  const auto baseline = counted_text(measure.baseline, measure);
  const auto target = counted_text(measure.target, measure);
  const auto now = now_text(effect, input.min_count);
  auto text = input.question.scenario.empty()
                  ? say(tr("“{0}”: baseline {1} ({2}), now {3}, target {4}"), name_of(measure),
                        baseline, day_text(measure.baseline_date), now, target)
                  : say(tr("“{0}”: baseline {1} ({2}), with the scenario “{5}” {3}, target {4}"),
                        name_of(measure), baseline, day_text(measure.baseline_date), now, target,
                        input.question.scenario);
  const auto progress = progress_text(effect, input.min_count);
  if (!progress.empty()) text += say(tr(": {}"), progress);
  text += ".";
  if (effect.now.unsure.value_or(0) > 0)
    text += " " + std::string(tr("Some cannot be assessed: they count neither way."));
  return fact(std::move(text));
}

PageLine line_of(const Effect& effect, const PageInput& input) {
  const auto& measure = *effect.measure;
  PageLine line;
  if (!effect.question) {
    line = fault(say(tr("“{0}”: “{1}” in the column “Computed by” cannot be read; write it like "
                        "“G04 rollator 10min 80”."),
                     name_of(measure), measure.question));
  } else if (!effect.asked) {
    line = fact(say(tr("“{0}”: baseline {1}, target {2}. Choose its question to compute it again."),
                    name_of(measure), counted_text(measure.baseline, measure),
                    counted_text(measure.target, measure)));
    line.actions.push_back(ask_action(*effect.question));
  } else if (!effect.computed) {
    line = fact(say(tr("“{}” is being computed."), name_of(measure)));
  } else {
    line = figures_line(effect, input);
  }
  if (!measure.at.empty()) line.place = measure.at.front();
  return with_row(std::move(line), "measures", measure.id);
}

scene::BarRow bar(const char* form, const model::Measure& measure, std::size_t series,
                  const std::optional<double>& value) {
  scene::BarRow row{say(form, name_of(measure)), {0, 0, 0}, "", ""};
  if (value && *value >= 0 && std::isfinite(*value))
    row.parts[series] = *value;
  else
    row.unknown = tr("not known");
  return row;
}

void add_bars(const Effect& effect, scene::BarsSpec& spec) {
  const auto& measure = *effect.measure;
  std::optional<double> now;
  if (effect.now.count) now = static_cast<double>(*effect.now.count);
  spec.rows.push_back(bar(tr("Baseline: {}"), measure, 0, measure.baseline));
  auto row = bar(tr("Now: {}"), measure, 1, now);
  if (!now && effect.now.assessed) row.unknown = tr("too few to be told");
  spec.rows.push_back(std::move(row));
  spec.rows.push_back(bar(tr("Target: {}"), measure, 2, measure.target));
}

}  // namespace

PageBlock effect_block(const PageInput& input) {
  PageBlock block{"effect", tr("Effect"), ""};
  block.tables = {"measures"};
  scene::BarsSpec spec;
  spec.series = {tr("baseline"), tr("now"), tr("target")};
  spec.first = tr("Planned measure");
  std::size_t computable = 0, computed = 0;
  for (const auto& measure : input.project->work->measures) {
    if (base::trim(measure.question).empty() || measure.status == "dropped") continue;
    const auto effect = effect_of(measure, input);
    ++computable;
    computed += effect.computed ? 1 : 0;
    if (effect.computed) add_bars(effect, spec);
    block.lines.push_back(line_of(effect, input));
  }
  if (computable == 0) {
    block.sentence =
        tr("No measure has an indicator that can be computed again. Make one of a gap, or write a "
           "question like “G04 rollator 10min 80” into the column “Computed by”.");
    return block;
  }
  block.sentence = say(tr("Measures whose indicator can be computed again: {0}, of them with the "
                          "question in sight: {1}."),
                       computable, computed);
  if (!spec.rows.empty()) block.chart = std::move(spec);
  block.method =
      tr("Now is what the question gives on the project as it is at present, counted on the "
         "network home by home; the baseline was frozen when the measure was made. A share of the "
         "way is told only where baseline, present and target are known and baseline and target "
         "are further apart than the disclosure minimum. A change of the data counts like a "
         "change of the neighbourhood.");
  return block;
}

}  // namespace nahraum::app
