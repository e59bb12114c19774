#include "app/area_figures.hpp"

#include <algorithm>

#include "app/need_report.hpp"
#include "app/need_shown.hpp"
#include "app/need_words.hpp"
#include "base/translate.hpp"

namespace nahraum::app {
namespace {

using base::tr;

/// The oldest ages of which any area tells a count.
int counted_age(const NeedAnswer& answer) {
  for (const int age : {80, 65}) {
    const auto told = [age](const NeedRow& row) { return shown_persons(row, age).has_value(); };
    if (std::any_of(answer.units.begin(), answer.units.end(), told)) return age;
  }
  return 0;
}

std::string name_of_counts(int age) {
  if (age == 80) return tr("People of 80 and over");
  return age == 65 ? tr("People of 65 and over") : tr("People");
}

bool is_percent(const std::string& id) {
  return id == "share_65" || id == "share_80" || id == "greying";
}

Indicator indicator_of(const NeedAnswer& answer, std::size_t i, int age) {
  const auto& kind = analysis::ratio_kinds()[i];
  Indicator made;
  made.id = kind.id;
  made.name = ratio_name(kind.id);
  made.decimals = kind.decimals;
  std::vector<double> values;
  for (const auto& row : answer.units) {
    scene::AreaFigure figure{row.unit.outline, shown_value(row, row.need.ratios[i]),
                             at_least(row, kind), std::nullopt};
    if (const auto persons = shown_persons(row, age)) figure.count = static_cast<double>(*persons);
    std::string text;
    if (figure.rate) {
      values.push_back(*figure.rate);
      text = (figure.at_least ? "≥ " : "") + decimal(*figure.rate, kind.decimals) +
             (is_percent(kind.id) ? " %" : "");
    }
    made.texts.push_back(std::move(text));
    made.areas.push_back(std::move(figure));
  }
  made.classes = scene::natural_classes(std::move(values));
  return made;
}

}  // namespace

const Indicator* AreaFigures::find(const std::string& id) const {
  const auto at = std::find_if(indicators.begin(), indicators.end(),
                               [&](const Indicator& each) { return each.id == id; });
  return at == indicators.end() ? nullptr : &*at;
}

std::string class_name(const Indicator& indicator, std::size_t i) {
  const auto& classes = indicator.classes;
  const auto text = [&](double value) { return decimal(value, indicator.decimals); };
  const auto upper = text(classes.upper[i]) + (is_percent(indicator.id) ? " %" : "");
  if (i > 0) return say(tr("above {0} up to {1}"), text(classes.upper[i - 1]), upper);
  const auto least = text(classes.least);
  return classes.least == classes.upper[i] ? upper : say(tr("{0} up to {1}"), least, upper);
}

std::string circles_name(const AreaFigures& figures) {
  return say(tr("{0}; the largest circle: {1}"), figures.counts_name,
             decimal(figures.largest_count, 0));
}

std::string classes_note() {
  return tr("Classes: natural breaks (Jenks)");
}

std::string doubt_name() {
  return tr("at least: some ages are unknown");
}

std::string no_figure_name() {
  return tr("unknown or kept back");
}

std::shared_ptr<const AreaFigures> area_figures(const NeedAnswer& answer) {
  const bool drawn = std::any_of(answer.units.begin(), answer.units.end(),
                                 [](const NeedRow& row) { return !row.unit.outline.empty(); });
  if (!drawn) return nullptr;
  auto figures = std::make_shared<AreaFigures>();
  const int age = counted_age(answer);
  figures->counts_name = name_of_counts(age);
  for (const auto& row : answer.units) {
    figures->ids.push_back(row.unit.id);
    figures->names.push_back(row.unit.name);
    if (const auto persons = shown_persons(row, age))
      figures->largest_count = std::max(figures->largest_count, static_cast<double>(*persons));
  }
  for (std::size_t i = 0; i < analysis::ratio_kinds().size(); ++i) {
    auto indicator = indicator_of(answer, i, age);
    if (!indicator.classes.upper.empty()) figures->indicators.push_back(std::move(indicator));
  }
  return figures;
}

}  // namespace nahraum::app
