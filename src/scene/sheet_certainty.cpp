#include "scene/sheet_certainty.hpp"

#include <algorithm>

#include "analysis/certainty.hpp"
#include "base/text.hpp"
#include "base/translate.hpp"
#include "geo/overlay.hpp"
#include "model/disclosure.hpp"
#include "scene/certainty_sentence.hpp"
#include "scene/layers.hpp"
#include "scene/result_layers.hpp"

namespace nahraum::scene {
namespace {

using analysis::Sure;
using base::tr;

/// The widest band's: what lies within the limit.
geo::MultiPolygon outline_of(const SheetResult& result) {
  return result.bands.empty() ? geo::MultiPolygon() : result.bands.back().outline;
}

/// What the core leaves of the whole; all of it where GEOS refuses.
geo::MultiPolygon open_part(const geo::MultiPolygon& whole, const geo::MultiPolygon& core) {
  if (core.empty()) return whole;
  auto rest = geo::difference(whole, core);
  return rest ? *rest : whole;
}

Fill core_look(const Style& style) {
  Fill look;
  look.color = with_alpha(style.bands[1], 0.45);
  look.outline = mm_wide(style.accent, 0.3);
  return look;
}

Fill open_look(const Style& style) {
  Fill look;
  look.color = with_alpha(style.bands[3], 0.3);
  look.hatch = Hatch{style.accent, 1.5, 0.35, 0, Pattern::dots};
  look.outline = mm_wide(style.accent, 0.3, {1.8, 0.9});
  return look;
}

void add_outline(const geo::MultiPolygon& shape, const Stroke& stroke, std::vector<Item>& items) {
  for (const auto& polygon : shape) {
    add_line(items, polygon.outer, stroke);
    for (const auto& hole : polygon.holes)
      add_line(items, hole, stroke);
  }
}

SheetSign area_of(const char* name, const Fill& look, const geo::MultiPolygon& shape) {
  return {name, {area_sign(look)}, {geo::bounds(shape)}};
}

Fill shaped(Fill look, geo::MultiPolygon shape) {
  look.outline.reset();
  look.shape = std::move(shape);
  return look;
}

MapAnswer areas_of(const SheetSpan& span, const Style& style) {
  const auto core = outline_of(span.cautious);
  const auto whole = outline_of(span.optimistic);
  const auto open = open_part(whole, core);
  MapAnswer ground;
  std::vector<Item> fields, outlines;
  if (!core.empty()) {
    fields.emplace_back(shaped(core_look(style), core));
    ground.signs.push_back(area_of(tr("Reached for sure"), core_look(style), core));
  }
  if (!open.empty()) {
    fields.emplace_back(shaped(open_look(style), open));
    ground.signs.push_back(
        area_of(tr("Reached only if missing tags are good"), open_look(style), open));
  }
  add_outline(whole, *open_look(style).outline, outlines);
  add_outline(core, *core_look(style).outline, outlines);
  ground.ground = {layer("catchment", std::move(fields))};
  ground.above = {layer("catchment_outline", std::move(outlines))};
  return ground;
}

std::vector<int> answers_of(const model::Project& project, const SheetSpan& span) {
  std::vector<int> answers(project.homes.size(), -1);
  for (std::size_t i = 0; i < answers.size(); ++i) {
    if (!project.homes[i].in_district) continue;
    switch (
        analysis::sure(span.cautious.reach[i], span.optimistic.reach[i], span.optimistic.limit)) {
      case Sure::yes:
        break;
      case Sure::unknown:
        answers[i] = 0;
        break;
      case Sure::open:
        answers[i] = 1;
        break;
      case Sure::no:
        answers[i] = 2;
        break;
    }
  }
  return answers;
}

std::vector<std::string> row_of(const SheetSpan& span, AgeGroup group, int min_count) {
  const auto& best = group_of(span.optimistic.coverage, group);
  const auto parts = span_parts(group_of(span.cautious.coverage, group), best, min_count);
  std::vector<std::string> cells{short_name(group),
                                 model::parts_text({best.total}, min_count, base::language())[0]};
  const auto whole =
      model::parts_text({best.covered, best.gap, best.not_assessable}, min_count, base::language());
  const auto number = [](const std::optional<long>& count) {
    return count ? base::format_number(static_cast<double>(*count), 0, base::language()) : "–";
  };
  for (const auto& cell : {number(parts.sure), number(parts.open), whole[1], whole[2]})
    cells.push_back(cell);
  return cells;
}

SheetTable span_table(const SheetSpan& span, int min_count) {
  if (span.optimistic.coverage.all.total <= 0) return {};
  SheetTable table{{tr("People"), tr("all"), tr("sure"), tr("uncertain"), tr("gap"), tr("unclear")},
                   {}};
  for (const auto group : {AgeGroup::all, AgeGroup::age_65, AgeGroup::age_80}) {
    if (group_of(span.optimistic.coverage, group).total > 0)
      table.rows.push_back(row_of(span, group, min_count));
  }
  return table;
}

Fact certainty_fact(const model::Catalogue& catalogue) {
  return {tr("Certainty"),
          std::string(tr("“Sure” takes missing tags for bad where the rules say so, “uncertain” is "
                         "what is added when they are taken for good; “gap” holds in both.")) +
              " (" + evidence_text(catalogue.cautious.evidence) + ")"};
}

}  // namespace

SheetAnswer certainty_answer(const model::Project& project, const model::Catalogue& catalogue,
                             const SheetSpan& span, Theme theme) {
  const auto& best = span.optimistic;
  const int min_count = catalogue.people.min_count;
  const auto style = style_for(theme, catalogue);
  SheetAnswer answer;
  answer.topic = topic_of(best.type, best.limit, best.profile);
  answer.sentence = sentence(CoverageSpan{span.cautious.coverage, best.coverage}, best.type,
                             best.profile, min_count);
  answer.remarks = joined(remarks(best.coverage, catalogue, project));
  answer.people = span_table(span, min_count);
  auto ground = areas_of(span, style);
  add_homes(project, answers_of(project, span),
            {{unknown_homes(style), tr("Homes that cannot be assessed")},
             {unsure_homes(style), tr("Homes for which missing tags decide")},
             {gap_homes(style), tr("Homes beyond the limit in any case (gap)")}},
            ground);
  draw(std::move(ground), answer);
  answer.facts = coverage_facts(project, catalogue, best);
  // What is missing comes right after the method: it is what the map is about.
  std::rotate(answer.facts.begin() + 1, answer.facts.end() - 1, answer.facts.end());
  answer.facts.insert(answer.facts.begin() + 1, certainty_fact(catalogue));
  answer.types = {best.type.id};
  return answer;
}

}  // namespace nahraum::scene
