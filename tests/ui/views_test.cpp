#include <algorithm>

#include <catch2/catch.hpp>

#include "base/translate.hpp"
#include "tests/ui/small_project.hpp"
#include "ui/about_view.hpp"
#include "ui/commands.hpp"
#include "ui/dialogs.hpp"
#include "ui/map_layers.hpp"
#include "ui/map_marks.hpp"
#include "ui/map_tools.hpp"
#include "ui/panels.hpp"
#include "ui/shell.hpp"
#include "ui/toolbar.hpp"

using namespace nahraum;
using testing::small_catalogue;
using testing::small_state;

namespace {

std::string fact(const ui::InspectorView& view, const std::string& name) {
  for (const auto& [key, value] : view.facts) {
    if (key == name) return value;
  }
  return "";
}

struct InEnglish {
  InEnglish() { base::set_language(base::Language::english); }
};

}  // namespace

TEST_CASE_METHOD(InEnglish, "the question lists service types by group, without parts of the way") {
  const auto view = ui::make_question_view(small_state(), small_catalogue());
  REQUIRE(view.types.size() == 2);
  CHECK(view.types[0].id == "N03");  // supplies come before health
  CHECK(view.types[1].label == "Pharmacy");
  CHECK(view.type_label == "Pharmacy");
  CHECK(view.profile_label == "With a rollator");
}

TEST_CASE_METHOD(InEnglish, "the limit is shown in minutes or metres as it was asked") {
  auto state = small_state();
  CHECK(ui::make_question_view(state, small_catalogue()).limit == 10);
  state.question.limit = {analysis::Limit::Kind::metres, 350};
  const auto view = ui::make_question_view(state, small_catalogue());
  CHECK(view.in_metres);
  CHECK(view.limit == 350);
}

TEST_CASE_METHOD(InEnglish,
                 "small counts are masked in the table, with the share that tells them") {
  const auto view = ui::make_question_view(small_state(), small_catalogue());
  REQUIRE(view.rows.size() == 3);
  CHECK(view.rows[0].within == "900");
  CHECK(view.rows[0].share == "76 %");
  CHECK(view.rows[0].median == "5 min");
  CHECK(view.rows[0].p90 == "–");
  CHECK(view.rows[1].not_assessable != "3");
  CHECK(view.rows[2].gap == "29");
}

TEST_CASE_METHOD(InEnglish, "while a service is dragged the figures are those of its new place") {
  auto state = small_state();
  auto preview = std::make_shared<app::Preview>();
  preview->coverage = state.answer->coverage;
  preview->coverage.all.covered = 1000;
  preview->coverage.all.gap = 180;
  state.preview = preview;
  const auto view = ui::make_question_view(state, small_catalogue());
  CHECK(view.live);
  CHECK(view.rows[0].within == "1,000");
}

TEST_CASE_METHOD(InEnglish, "a clicked home tells minutes, metres and its service") {
  auto state = small_state();
  state.selection = {app::Selection::Kind::home, 11};
  const auto view = ui::make_inspector_view(state, small_catalogue());
  CHECK(view.kind == ui::InspectorView::Kind::home);
  CHECK(view.title == "Lindenstraße 3");
  CHECK(view.headline == "4 min · 150 m");
  CHECK(fact(view, "Nearest") == "Löwen-Apotheke");
  CHECK(fact(view, "Residents") == "40");
}

TEST_CASE_METHOD(InEnglish, "a way's time is told in pieces, and its detour") {
  auto state = small_state();
  state.selection = {app::Selection::Kind::home, 12};
  analysis::Route route;
  route.length_m = 420, route.straight_m = 210, route.steps = 2, route.cost = base::Millis(736000);
  route.delays = {{"kerb_raised", {7, 9}, 65}, {"steps", {3, 4}, 40}, {"steps", {5, 6}, 31}};
  state.inspection = app::Inspection{state.selection, route, "", {}};
  state.inspection->pieces = analysis::pieces_of(route, small_catalogue().profiles[0]);
  const auto view = ui::make_inspector_view(state, small_catalogue());
  REQUIRE(view.pieces.size() == 5);
  CHECK(view.pieces[0].name == "Beeline, 210 m");
  CHECK(view.pieces[0].value == "5 min");
  CHECK(view.pieces[1].name == "Detour, 210 m");
  CHECK(view.pieces[1].value == "+ 5 min");
  CHECK(view.pieces[2].number == 1);
  CHECK(view.pieces[2].name == "High kerbs");
  CHECK(view.pieces[2].value == "+ 65 s");
  CHECK(view.pieces[4].at == geo::Point{5, 6});
  double share = 0;
  for (const auto& row : view.pieces)
    share += row.share;
  CHECK(share == Approx(1));
  CHECK(fact(view, "Detour") == "× 2.0");
}

TEST_CASE_METHOD(InEnglish, "few residents of one home are not shown as a number") {
  auto state = small_state();
  state.selection = {app::Selection::Kind::home, 12};
  const auto text = fact(ui::make_inspector_view(state, small_catalogue()), "Residents");
  CHECK(text.find("3") == std::string::npos);
  CHECK(text.find("(assumed)") != std::string::npos);
}

TEST_CASE_METHOD(InEnglish, "a clicked service tells provider and opening hours") {
  auto state = small_state();
  state.selection = {app::Selection::Kind::service, 1};
  const auto view = ui::make_inspector_view(state, small_catalogue());
  CHECK(view.title == "Löwen-Apotheke");
  CHECK(fact(view, "Provider") == "Frau Löwe");
  CHECK(fact(view, "Opening hours") == "Mo-Fr 08:00-18:00");
  state.selection.id = 2;
  CHECK(ui::make_inspector_view(state, small_catalogue()).title == "Pharmacy");
}

TEST_CASE_METHOD(InEnglish, "with nothing selected the project tells its sources and its report") {
  const auto view = ui::make_inspector_view(small_state(), small_catalogue());
  CHECK(view.kind == ui::InspectorView::Kind::project);
  CHECK(view.title == "Kleinhausen");
  REQUIRE(view.report.size() == 1);
  CHECK(view.report[0] == "4 × way nodes that the file does not hold: w17");
  CHECK(view.sources[0].find("OpenStreetMap") != std::string::npos);
}

TEST_CASE_METHOD(InEnglish, "the strip keeps the newest message and every source's attribution") {
  auto state = small_state();
  state.messages = {{app::Message::Severity::info, "first"},
                    {app::Message::Severity::error, "The disk is full"}};
  const auto view = ui::make_strip_view(state, {{3, "Saving", 0.4, "homes", true}}, {},
                                        ui::MousePlace{{500123.4, 5600001.6}, std::nullopt});
  CHECK(view.coordinate == "500123 E  5600002 N  (EPSG:25832)");
  const ui::MousePlace in_degrees{{500123.4, 5600001.6}, geo::LonLat{9.00174, 50.553}};
  CHECK(ui::make_strip_view(state, {}, {}, in_degrees).coordinate == "50.55300° N  9.00174° E");
  CHECK(view.messages.back() == "The disk is full");
  CHECK(view.trouble);
  CHECK(view.attribution == "© OpenStreetMap contributors, ODbL 1.0");
  REQUIRE(view.jobs.size() == 1);
  CHECK(view.jobs[0].cancellable);
}

TEST_CASE_METHOD(InEnglish, "the legend names every band and the gap") {
  const auto legend = ui::make_legend(small_state());
  REQUIRE(legend.size() == 3);
  CHECK(legend[0].text.find("5") != std::string::npos);
  CHECK(legend[2].look == ui::LegendEntry::Look::gap);
  CHECK(ui::make_legend(app::State{}).empty());
}

TEST_CASE("a scale bar has a round length and is true on the ground") {
  const auto bar = ui::scale_bar_for(1.3, 1.0, 180);
  CHECK(bar.metres == 200);
  CHECK(bar.px == Approx(200 / 1.3));
  const auto stretched = ui::scale_bar_for(1.3, 0.9996, 180);
  CHECK(stretched.px == Approx(200 * 0.9996 / 1.3));
}

TEST_CASE("a key means what is printed on it and one key has one meaning") {
  const auto state = small_state();
  const auto undo = ui::command_for({'Z', true, false, 0}, state);
  REQUIRE(undo);
  CHECK(std::holds_alternative<app::Undo>(*undo->action));
  const auto redo = ui::command_for({'Y', true, false, 0}, state);
  REQUIRE(redo);
  CHECK(std::holds_alternative<app::Redo>(*redo->action));
  CHECK_FALSE(ui::command_for({'Z', false, false, 0}, state));
  std::vector<std::string> keys;
  for (const auto& command : ui::commands(state)) {
    if (!command.keys.empty()) keys.push_back(command.keys);
    CHECK((command.action.has_value() || command.wish != ui::Wish::none));
  }
  std::sort(keys.begin(), keys.end());
  CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
}

TEST_CASE("module titles are the course's own words") {
  base::set_language(base::Language::german);
  CHECK(ui::title_of(ui::module_of(1)) == "Lokalspezifische Bedarfslagen und Strukturen ermitteln");
  CHECK(ui::title_of(ui::module_of(8)) == "Nachhaltige Finanzierung des Quartiersmanagements");
  base::set_language(base::Language::english);
}

TEST_CASE("panels do not overlap and fill the window at every size") {
  for (const auto& [width, height, scale] :
       {std::tuple(1280.f, 800.f, 1.f), std::tuple(1920.f, 1080.f, 1.5f),
        std::tuple(3840.f, 2160.f, 2.5f), std::tuple(1024.f, 640.f, 0.8f)}) {
    const auto l = ui::layout_for(width, height, scale, true);
    CHECK(l.rail.width + l.panel.width + l.map.width + l.inspector.width == Approx(width));
    CHECK(l.toolbar.height + l.map.height + l.strip.height == Approx(height));
    CHECK(l.map.width > width * 0.3f);
  }
}

TEST_CASE("a search finds words in any order and case") {
  CHECK(ui::matches_filter("Gesundheit Apotheke G04", "apo ges"));
  CHECK(ui::matches_filter("BÄCKEREI", "bäck"));
  CHECK_FALSE(ui::matches_filter("Apotheke", "apo x"));
}

TEST_CASE("a title becomes a file name that every system takes") {
  CHECK(ui::file_name_of("Lindenhof: Apotheke / 10 min") == "Lindenhof-Apotheke-10-min");
  CHECK(ui::file_name_of("") == "nahraum");
}

namespace {

using Look = ui::LegendEntry::Look;

/// Looks of the legend's entries, in order.
std::vector<Look> looks(const app::State& state, const ui::LegendScope& scope) {
  std::vector<Look> found;
  for (const auto& entry : ui::make_legend(state, scope))
    found.push_back(entry.look);
  return found;
}

bool has_line(const std::vector<std::string>& lines, const std::string& part) {
  return std::any_of(lines.begin(), lines.end(),
                     [&](const std::string& line) { return line.find(part) != std::string::npos; });
}

app::State dragging() {
  auto state = small_state();
  app::Preview preview;
  preview.service = 1;
  preview.coverage = state.answer->coverage;
  state.preview = std::make_shared<const app::Preview>(preview);
  return state;
}

}  // namespace

TEST_CASE_METHOD(InEnglish, "the legend shows gaps as the map shows them at this scale") {
  const auto state = small_state();
  CHECK(looks(state, {5000, nullptr, {}})[2] == Look::gap);
  CHECK(looks(state, {20000, nullptr, {}})[2] == Look::gap_marker);
  CHECK(looks(dragging(), {20000, nullptr, {}})[2] == Look::gap_dot);
}

TEST_CASE_METHOD(InEnglish, "the legend leaves out what is switched off") {
  auto state = small_state();
  state.layers.on[static_cast<std::size_t>(app::MapLayer::gaps)] = false;
  CHECK(looks(state, {}) == std::vector<Look>{Look::band, Look::band});
  state.layers.on[static_cast<std::size_t>(app::MapLayer::catchment)] = false;
  CHECK(looks(state, {}).empty());
}

TEST_CASE_METHOD(InEnglish, "the legend names the type that is asked for, and near the others") {
  const auto state = small_state();
  const auto catalogue = small_catalogue();
  const std::vector<model::Group> others{model::Group::supply};
  const auto near = ui::make_legend(state, {5000, &catalogue, others});
  REQUIRE(near.size() == 5);
  CHECK(near.front().text == "Pharmacy");
  CHECK(near.front().plate == scene::Plate::octagon);
  CHECK(near.back().text == ui::group_name(model::Group::supply));
  CHECK(ui::make_legend(state, {20000, &catalogue, others}).size() == 4);
}

TEST_CASE_METHOD(InEnglish, "a layer that is on but not seen says why") {
  auto state = small_state();
  const auto near = ui::make_layer_switches(state, 5000);
  REQUIRE(near.size() == static_cast<std::size_t>(app::map_layer_count));
  CHECK(near[2].hint.empty());
  CHECK_FALSE(ui::make_layer_switches(state, 20000)[2].hint.empty());
}

TEST_CASE_METHOD(InEnglish, "every layer is reached by the command search, and says what it does") {
  auto state = small_state();
  const auto find = [&](const std::string& name) {
    for (const auto& command : ui::commands(state)) {
      if (command.name == name) return command.action;
    }
    return std::optional<app::Action>();
  };
  const auto hide = find("Hide on the map: Names");
  REQUIRE(hide);
  CHECK_FALSE(std::get<app::ShowLayer>(*hide).shown);
  app::apply(state, *hide);
  REQUIRE(find("Show on the map: Names"));
  CHECK(std::get<app::ShowLayer>(*find("Show on the map: Names")).shown);
}

TEST_CASE("a number stays on the line of what it counts") {
  CHECK(ui::with_figures_kept("404 of 588 (69 %) in 10 minutes") ==
        "404\u00a0of 588\u00a0(69\u00a0%) in 10\u00a0minutes");
}

TEST_CASE_METHOD(InEnglish, "the toolbar gives up words before tools, and loses no tool") {
  const auto tools = ui::make_toolbar(small_state(), true);
  const std::vector<float> word(tools.size(), 60);
  const auto wide = ui::fit_toolbar(tools, word, 40, 40, 3000);
  CHECK(std::all_of(wide.with_word.begin(), wide.with_word.end(), [](bool with) { return with; }));
  const auto narrow = ui::fit_toolbar(tools, word, 40, 40, 860);
  CHECK(narrow.shown == tools.size());
  CHECK_FALSE(narrow.with_word[3]);  // undo is known by its picture
  CHECK(narrow.with_word[2]);        // printing keeps its word longest
  const auto tiny = ui::fit_toolbar(tools, word, 40, 40, 240);
  CHECK(tiny.shown < tools.size());
  CHECK(tiny.shown > 2);
}

TEST_CASE("the map has the room of an inspector with nothing to tell") {
  const auto closed = ui::layout_for(1280, 800, 1, true, ui::RightColumn::closed);
  CHECK(closed.inspector.width == 0);
  CHECK(closed.map.width > 800);
  CHECK(ui::layout_for(1280, 800, 1, true, ui::RightColumn::inspector).inspector.width > 250);
  CHECK(ui::layout_for(1920, 1080, 1, true, ui::RightColumn::closed).inspector.width > 250);
  // Large type on a small screen: still a way to read about a chosen home.
  const auto large = ui::layout_for(1280, 800, 1.5f, true, ui::RightColumn::inspector);
  CHECK(large.inspector.width > 300);
  CHECK(large.map.width > 300);
}

TEST_CASE_METHOD(InEnglish, "the About box names licence, data, fonts and every library") {
  const std::vector<app::LibraryUsed> libraries{{"libgeos-dev", "3.11.1", "LGPL-2.1-or-later"}};
  const auto card = ui::make_about_card(small_state(), libraries);
  CHECK(card.title.find("Nahraum 0.") == 0);
  for (const char* part : {"Apache", "OpenStreetMap contributors, ODbL 1.0", "Noto Sans"})
    CHECK(has_line(card.lines, part));
  REQUIRE(card.table.size() == 2);
  CHECK(card.table[0] == std::array<std::string, 3>{"libgeos-dev", "3.11.1", "LGPL-2.1-or-later"});
}

TEST_CASE_METHOD(InEnglish, "a service of another type tells how to ask for it") {
  auto state = small_state();
  state.question.type = "N03";
  state.selection = {app::Selection::Kind::service, 1};
  const auto view = ui::make_inspector_view(state, small_catalogue());
  CHECK(view.ask_type == "G04");
  CHECK(view.remark.find("Drag") == std::string::npos);
}

TEST_CASE("while a service is dragged names, other services and the others' catchment stay") {
  auto state = dragging();
  app::Rest rest;
  rest.service = 1;
  rest.bands = state.answer->bands;
  state.rest = std::make_shared<const app::Rest>(rest);
  ui::OverlayInput input;
  input.key = ui::overlay_key(state);
  REQUIRE(input.key.rest);
  input.bands = rest.bands;
  input.catalogue = std::make_shared<const model::Catalogue>(small_catalogue());
  input.labels = scene::label_candidates(*state.project);
  input.steps = {2000, 5000};
  jobs::Context context;
  const auto parts = ui::overlay_parts(input, context);
  const auto layers = ui::layers_of(ui::overlay_picture(input, parts), {});
  const auto count = [&](const std::string& name) {
    return std::count_if(layers.begin(), layers.end(),
                         [&](const auto& layer) { return layer->name == name; });
  };
  CHECK(count("catchment") == 1);
  CHECK(count("labels") == 2);
  CHECK(count("other_services") > 0);
  CHECK(count("gaps") == 0);      // they follow the mouse
  CHECK(count("services") == 0);  // so do these

  // Names are placed once: what a drag does not change is the very same layer afterwards.
  input.known = parts;
  CHECK(ui::overlay_parts(input, context).names == parts.names);
  input.key.layers.on[static_cast<std::size_t>(app::MapLayer::names)] = false;
  for (const auto& layer : ui::layers_of(ui::overlay_picture(input, parts), {}))
    CHECK(layer->name != "labels");
}

TEST_CASE_METHOD(InEnglish, "wheelchair access is told in words") {
  auto state = small_state();
  auto project = std::make_shared<model::Project>(*state.project);
  project->services[0].tags.set("wheelchair", "limited");
  state.project = project;
  state.selection = {app::Selection::Kind::service, 1};
  CHECK(fact(ui::make_inspector_view(state, small_catalogue()), "Wheelchair") ==
        "partly accessible");
}

TEST_CASE("a chosen service lies on top of the ring around it") {
  auto state = small_state();
  state.selection = {app::Selection::Kind::service, 2};
  const auto layers = ui::live_layers(state, small_catalogue(), {});
  REQUIRE(layers.size() == 3);  // the ring, the symbol near, the symbol far
  CHECK(layers[0]->name == "highlight");
  CHECK(std::get<scene::Symbol>(layers[1]->items.at(0)).id == 2);
  CHECK(layers[1]->items.size() == 1);
}

TEST_CASE_METHOD(InEnglish, "the gaps of one type are not shown around a service of another") {
  auto state = small_state();
  state.selection = {app::Selection::Kind::service, 1};
  app::Inspection inspection;
  inspection.of = state.selection;
  inspection.bands = state.answer->bands;
  state.inspection = inspection;
  CHECK(ui::overlay_key(state).layers(app::MapLayer::gaps));
  CHECK(looks(state, {}).size() == 3);
  state.question.type = "N03";
  CHECK_FALSE(ui::overlay_key(state).layers(app::MapLayer::gaps));
  CHECK(looks(state, {}).size() == 2);
}

TEST_CASE_METHOD(InEnglish,
                 "module 3's map of its own hides the question's results, names it keeps") {
  auto state = small_state();
  state.work.agreement = true;
  CHECK(ui::overlay_extent(state) == ui::OverlayExtent::whole);  // module 2 is as it was
  state.module = 3;
  CHECK(ui::overlay_extent(state) == ui::OverlayExtent::names);
  CHECK_FALSE(ui::overlay_key(state).layers(app::MapLayer::catchment));
  app::ModulePage page;
  page.keys = {{{}, "so many groups"}, {{}, "dissent"}};
  page.keys[1].sign.triangle = true;
  const auto legend = ui::make_legend(state, {5000, nullptr, {}, &page});
  REQUIRE(legend.size() == 2);
  CHECK(legend[0].plate == scene::Plate::circle);
  CHECK(legend[1].plate == scene::Plate::triangle);
  state.work.agreement = false;
  CHECK(ui::overlay_extent(state) == ui::OverlayExtent::whole);
}

TEST_CASE_METHOD(InEnglish, "the ground is pale or empty in module 3 alone") {
  auto state = small_state();
  state.work.ground = app::SketchGround::empty;
  CHECK(ui::ground_in_sight(state) == app::SketchGround::full);
  state.module = 3;
  CHECK(ui::ground_in_sight(state) == app::SketchGround::empty);
  CHECK(ui::overlay_extent(state) == ui::OverlayExtent::nothing);
  CHECK(ui::make_legend(state).empty());
  state.work.ground = app::SketchGround::pale;
  CHECK(ui::overlay_extent(state) == ui::OverlayExtent::names);
  state.module = 4;
  CHECK(ui::ground_in_sight(state) == app::SketchGround::full);
}
