#include "app/page_pieces.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "base/text.hpp"
#include "model/disclosure.hpp"
#include "model/work_tables.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app::pieces {
namespace {

/// A name that ends with a point ("e. V.") ends the sentence with it.
std::string with_one_point(std::string text) {
  for (auto at = text.find(".."); at != std::string::npos; at = text.find("..", at))
    text.erase(at, 1);
  return text;
}

}  // namespace

using base::tr;

PageLine fact(std::string text) {
  return {PageLine::Kind::fact, with_one_point(std::move(text))};
}
PageLine warning(std::string text) {
  return {PageLine::Kind::warning, with_one_point(std::move(text))};
}
PageLine fault(std::string text) {
  return {PageLine::Kind::fault, with_one_point(std::move(text))};
}

PageAction look(std::string label, WorkView view) {
  return {std::move(label), {LookAtWork{std::move(view)}}};
}
PageAction open_row(std::string label, const std::string& table, model::Id row) {
  return {std::move(label), {OpenTable{table, row}}};
}
PageAction edit(std::string label, std::vector<model::RecordChange> changes) {
  return {std::move(label), {put_rows(std::move(changes))}};
}

std::vector<PageAction> measure_of(const PageInput& input, const MeasureIdea& idea) {
  const auto& measures = input.project->work->measures;
  const bool made = std::any_of(measures.begin(), measures.end(), [&](const model::Measure& each) {
    return each.title == idea.title && each.origin == idea.origin &&
           each.origin_id == idea.origin_id;
  });
  if (made) return {};
  model::Measure measure;
  measure.title = idea.title;
  measure.owner = idea.owner;
  measure.status = "idea";
  measure.baseline_text = idea.sentence;
  measure.baseline_date = input.today;
  measure.origin = idea.origin;
  measure.origin_id = idea.origin_id;
  if (idea.at) measure.at = {*idea.at};
  return {edit(tr("Make a measure of it"), {model::put_row(measure)})};
}

std::string listed(const std::vector<std::string>& names, std::size_t most) {
  const bool commas = std::any_of(names.begin(), names.end(), [](const std::string& name) {
    return name.find(',') != std::string::npos;
  });
  std::string text;
  for (std::size_t i = 0; i < std::min(most, names.size()); ++i)
    text += (i == 0 ? "" : commas ? "; " : ", ") + names[i];
  if (names.size() <= most) return text;
  return said(tr("{0} and {1} more"), text, names.size() - most);
}

std::vector<std::string> counted_up(std::vector<std::string> names) {
  // Names with their numbers apart, so that pairs compare as people count.
  const auto key = [](const std::string& name) {
    const auto digit = name.find_first_of("0123456789");
    const auto end = name.find_first_not_of("0123456789", digit);
    const auto number =
        digit == std::string::npos ? std::string() : name.substr(digit, end - digit);
    return std::tuple(name.substr(0, digit), number.size(), number, name);
  };
  std::sort(names.begin(), names.end(),
            [&](const auto& a, const auto& b) { return key(a) < key(b); });
  return names;
}

std::string people_65(long persons, int min_count) {
  return said(base::tr_n("{0} person aged 65 and over", "{0} people aged 65 and over",
                         persons == 1 && model::may_show(1, min_count) ? 1 : 2),
              scene::persons_text(persons, min_count));
}

std::string number(double value, int decimals) {
  return base::format_number(value, decimals, base::language());
}
std::string percent(double share, int decimals) {
  return number(share * 100, decimals) + "\u00a0%";
}

std::string within(const PageInput& input) {
  const auto& question = input.answer ? input.answer->question : input.question;
  std::string walker = question.profile;
  if (const auto profile = input.catalogue->profile(question.profile))
    walker = scene::in_brackets(**profile);
  return scene::within_limit(question.limit) + " (" + walker + ")";
}

std::string walking_method(const PageInput& input) {
  return said(tr(" Walked {0} on the streets as OpenStreetMap knows them [V]; speed and obstacles "
                 "by the walking profile. Residents of a home are those of the sources, spread "
                 "over buildings by floor area where only areas are counted [D]. Counts below {1} "
                 "are not told."),
              within(input), input.min_count);
}

std::vector<std::string> sector_series() {
  return {tr("State"), tr("Market"), tr("Non-profit"), tr("Informal"), tr("unknown")};
}

std::size_t sector_index(const std::string& sector) {
  constexpr std::array names{"state", "market", "nonprofit", "informal"};
  const auto* at = std::find(names.begin(), names.end(), sector);
  return static_cast<std::size_t>(at - names.begin());
}

std::optional<geo::Point> middle(const std::vector<geo::Point>& points) {
  if (points.empty()) return std::nullopt;
  geo::Point sum;
  for (const auto& point : points)
    sum = {sum.x + point.x, sum.y + point.y};
  const auto n = static_cast<double>(points.size());
  return geo::Point{sum.x / n, sum.y / n};
}

std::string not_computed_yet() {
  return tr("Who walks where is still being computed.");
}

}  // namespace nahraum::app::pieces
