#include "ui/page_panel.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/days.hpp"
#include "base/translate.hpp"
#include "model/work_tables.hpp"
#include "ui/agenda_panel.hpp"

namespace nahraum::ui {
namespace {

using base::tr;

struct Drawer {
  const ChartPaper& paper;
  scene::Chart operator()(std::monostate) const { return {}; }
  scene::Chart operator()(const scene::BarsSpec& spec) const {
    return scene::bars(spec, paper.width_mm(), paper.pens());
  }
  scene::Chart operator()(const scene::CornersSpec& spec) const {
    return scene::corners(spec, paper.width_mm(), paper.pens());
  }
  scene::Chart operator()(const scene::NetworkSpec& spec) const {
    return scene::network(spec, paper.width_mm(), paper.pens());
  }
  scene::Chart operator()(const scene::MatrixSpec& spec) const {
    return scene::matrix(spec, paper.width_mm(), paper.pens());
  }
  scene::Chart operator()(const scene::GanttSpec& spec) const {
    return scene::gantt(spec, paper.width_mm(), paper.pens());
  }
  scene::Chart operator()(const scene::RadarSpec& spec) const {
    return scene::radar(spec, paper.width_mm(), paper.pens());
  }
  scene::Chart operator()(const scene::CliffSpec& spec) const {
    return scene::cliff(spec, paper.width_mm(), paper.pens());
  }
};

/// "bar 7" → 7; 0 where the mark is no row's.
model::Id row_of(const std::string& mark) {
  const auto space = mark.rfind(' ');
  if (space == std::string::npos) return 0;
  const auto number = base::parse_number(mark.substr(space + 1), false);
  return number && *number >= 1 && *number < 2e9 ? static_cast<model::Id>(*number) : 0;
}

bool is_drag_mark(const std::string& mark) {
  return mark.starts_with("bar ") || mark.starts_with("start ") || mark.starts_with("end ");
}

/// The bar as it is after the mouse went `days` on; its ends never cross.
void move(scene::GanttRow& row, const std::string& mark, int days) {
  if (!row.start || !row.end) return;
  if (!mark.starts_with("end ")) *row.start += days;
  if (!mark.starts_with("start ")) *row.end += days;
  if (mark.starts_with("start ")) row.start = std::min(*row.start, *row.end);
  if (mark.starts_with("end ")) row.end = std::max(*row.start, *row.end);
}

app::Action moved_measure(const model::Measure& before, const scene::GanttRow& row) {
  auto measure = before;
  if (row.start) measure.start = base::iso_of(*row.start);
  if (row.end) measure.end = base::iso_of(*row.end);
  return app::put_rows({model::put_row(measure)});
}

}  // namespace

app::PageInput page_input(const app::State& state,
                          const std::shared_ptr<const model::Catalogue>& catalogue,
                          const std::string& today) {
  app::PageInput input;
  input.project = state.project;
  input.answered = app::answered_project(state);
  input.catalogue = catalogue;
  input.answer = state.answer;
  input.question = state.question;
  input.view = state.work;
  input.view.table.clear();
  input.view.row = 0;
  input.view.run = {};
  input.exercises = state.exercise.all;
  input.today = today;
  input.min_count = catalogue->people.min_count;
  return input;
}

void PagePanel::follow(const app::State& state,
                       const std::shared_ptr<const model::Catalogue>& catalogue,
                       jobs::Queue& jobs) {
  if (!state.project) {
    known_.reset();
    page_ = nullptr;
    return;
  }
  if (state.module == 2) return;
  const auto input = page_input(state, catalogue, base::today());
  const Asked asked{input.project, input.answered,  input.answer, input.question,
                    input.view,    input.exercises, state.module, input.min_count,
                    input.today,   base::language()};
  if (known_ == asked) return;
  known_ = asked;
  jobs.submit(
      tr("Making the module’s page"), [this, input, module = state.module, number = ++number_,
                                       asked_in = base::language()](jobs::Context& context) {
        auto page =
            std::make_shared<const app::ModulePage>(app::module_page(input, module, context));
        return [this, page, number, asked_in] {
          if (number != number_) return;
          page_ = page;
          page_language_ = asked_in;
        };
      });
}

std::shared_ptr<const app::ModulePage> PagePanel::page(const app::State& state) const {
  const bool readable =
      page_ && page_->module == state.module && page_language_ == base::language();
  return readable ? page_ : nullptr;
}

void PagePanel::act(const Kit& kit, const app::PageAction& action) {
  for (const auto& each : action.actions)
    kit.act(each);
  if (action.wish != app::PageWish::nothing) wish_ = action.wish;
}

namespace {

/// A quiet button that opens something of a block and closes it again.
bool opened(const Kit& kit, const std::string& label, const std::string& block,
            std::set<std::string>& open) {
  const bool was = open.contains(block);
  if (!kit.quiet_button((label + "##" + block).c_str(), was)) return was;
  if (was)
    open.erase(block);
  else
    open.insert(block);
  return was;
}

}  // namespace

void PagePanel::lines(const Kit& kit, const app::PageBlock& block) {
  if (!block.folded.empty() && !opened(kit, block.folded, block.id, with_lines_)) return;
  int number = 0;
  for (const auto& line : block.lines) {
    ImGui::PushID(++number);
    const bool plain = line.kind == app::PageLine::Kind::fact;
    const std::string text = (plain ? "• " : "! ") + line.text;
    const auto label = fmt::format("{} line {}", block.id, number);
    if (line.place) {
      ImGui::PushFont(plain ? kit.fonts.body : kit.fonts.strong);
      const auto broken =
          broken_at_spaces(text, ImGui::GetContentRegionAvail().x - kit.px(4)) + "###line";
      if (ImGui::Selectable(broken.c_str())) kit.act(app::ShowSpot{*line.place});
      ImGui::PopFont();
      kit.note_item(label);
      kit.tip(tr("Show it on the map"));
    } else {
      kit.text(text, plain ? kit.fonts.body : kit.fonts.strong, kit.theme.ink);
    }
    for (std::size_t i = 0; i < line.actions.size(); ++i) {
      ImGui::PushID(static_cast<int>(i));
      if (i > 0) kit.beside(line.actions[i].label.c_str());
      if (kit.quiet_button(line.actions[i].label.c_str())) act(kit, line.actions[i]);
      ImGui::PopID();
    }
    ImGui::PopID();
  }
}

/// The chart as it would be if the mouse let go now; once it has let go, the edit.
app::PageChart PagePanel::dragged(const Kit& kit, const app::State& state,
                                  const app::PageBlock& block, const ChartPaper& paper,
                                  const ChartTouch& touch) {
  const auto* gantt = std::get_if<scene::GanttSpec>(&block.chart);
  if (!gantt || !held_ || held_->block != block.id || !state.project) return block.chart;
  auto spec = *gantt;
  const int day = scene::gantt_day(spec, paper.width_mm(), paper.pens(), touch.at_mm.x);
  const auto id = row_of(held_->mark);
  const auto row = std::find_if(spec.rows.begin(), spec.rows.end(),
                                [&](const auto& each) { return each.id == std::to_string(id); });
  if (row == spec.rows.end()) return block.chart;
  move(*row, held_->mark, day - held_->from_day);
  if (touch.held) return spec;
  const auto* measure = model::find_row(state.project->work->measures, id);
  if (measure && day != held_->from_day && !state.read_only) kit.act(moved_measure(*measure, *row));
  held_.reset();
  return spec;
}

void PagePanel::touch(const Kit& kit, const app::PageBlock& block, const ChartTouch& touch) {
  if (!touch.clicked || block.chart_table.empty()) return;
  if (const auto row = row_of(*touch.clicked); row > 0)
    kit.act(app::OpenTable{block.chart_table, row});
}

void PagePanel::chart(const Kit& kit, const app::State& state, const app::PageBlock& block) {
  if (std::holds_alternative<std::monostate>(block.chart)) return;
  const ChartPaper paper(kit, state.settings.theme, ImGui::GetContentRegionAvail().x);
  const bool mine = held_ && held_->block == block.id && last_touch_;
  const auto shown = mine ? dragged(kit, state, block, paper, *last_touch_) : block.chart;
  const auto chart = std::visit(Drawer{paper}, shown);
  const auto now = show_chart(kit, paper, block.id.c_str(), chart);
  const auto* gantt = std::get_if<scene::GanttSpec>(&block.chart);
  if (gantt && now.held && !held_ && now.under && is_drag_mark(*now.under)) {
    held_ = Held{block.id, *now.under,
                 scene::gantt_day(*gantt, paper.width_mm(), paper.pens(), now.at_mm.x)};
  }
  if (held_ && held_->block == block.id) last_touch_ = now;
  touch(kit, block, now);
  bool figures = with_figures_.contains(block.id);
  if (kit.check(std::string(tr("Show the figures")) + "##" + block.id, figures)) {
    if (figures)
      with_figures_.insert(block.id);
    else
      with_figures_.erase(block.id);
  }
  if (figures) show_chart_table(kit, (block.id + " table").c_str(), chart.table);
}

void PagePanel::show_chart_of(const Kit& kit, scene::Theme theme, const app::PageBlock& block) {
  if (std::holds_alternative<std::monostate>(block.chart)) return;
  const ChartPaper paper(kit, theme, ImGui::GetContentRegionAvail().x);
  show_chart(kit, paper, block.id.c_str(), std::visit(Drawer{paper}, block.chart));
}

void PagePanel::block(const Kit& kit, const app::State& state, const app::PageBlock& block) {
  ImGui::PushID(block.id.c_str());
  kit.strong(block.heading);
  if (!block.sentence.empty()) kit.body(block.sentence);
  for (const auto& each : block.switches) {
    std::vector<std::string> labels;
    for (const auto& choice : each.choices)
      labels.push_back(choice.label);
    kit.caption(each.label);
    const int is = kit.segments(each.label.c_str(), labels, each.chosen);
    if (is == each.chosen) continue;
    act(kit, each.choices[static_cast<std::size_t>(is)]);
  }
  if (block.id == "agenda" && !state.work.run.runs()) agenda_panel(kit, state, base::wall_time());
  chart(kit, state, block);
  lines(kit, block);
  for (std::size_t i = 0; i < block.actions.size(); ++i) {
    if (i > 0) kit.beside(block.actions[i].label.c_str());
    if (kit.button(block.actions[i].label.c_str())) act(kit, block.actions[i]);
  }
  for (const auto& name : block.tables) {
    const auto* table = model::record_table(name);
    const auto label = fmt::format(fmt::runtime(tr("Table: {0} ({1})")), tr(table->about.label),
                                   table->count(*state.project->work));
    kit.beside(label.c_str());
    if (kit.quiet_button(label.c_str(), state.work.table == name))
      kit.act(app::OpenTable{state.work.table == name ? "" : name, 0});
  }
  if (!block.method.empty()) {
    const bool open = opened(kit, tr("How it is computed"), block.id, with_method_);
    if (open) kit.caption(block.method);
  }
  kit.gap(6);
  kit.hairline();
  kit.gap(6);
  ImGui::PopID();
}

app::PageWish PagePanel::show(const Kit& kit, const app::State& state) {
  if (state.module > 2)
    kit.heading(title_of(module_of(state.module)));
  else
    kit.gap(6);
  kit.hairline();
  // A clock that runs is what is looked for: it stands above everything else.
  if (state.module == 4 && state.work.run.runs()) {
    agenda_panel(kit, state, base::wall_time());
    kit.hairline();
  }
  const auto now = page(state);
  if (!now) kit.caption(tr("One moment …"));
  for (std::size_t i = 0; now && i < now->blocks.size(); ++i)
    block(kit, state, now->blocks[i]);
  return std::exchange(wish_, app::PageWish::nothing);
}

}  // namespace nahraum::ui
