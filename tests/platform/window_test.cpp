// The window driven by real input events of the X server (xdotool, XTEST).

#include "platform/window.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>

#include <catch2/catch.hpp>

#include "base/translate.hpp"
#include "platform/frame_bench.hpp"
#include "tests/platform/screen.hpp"

using namespace nahraum;
using platform::Window;

namespace {

bool run(const std::string& command) {
  return std::system((command + " >/dev/null 2>&1").c_str()) == 0;
}

/// Own settings, so that no test reads or writes the user's.
struct OwnSettings {
  OwnSettings() {
    folder = std::filesystem::temp_directory_path() / ("nahraum-ui-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
    setenv("XDG_CONFIG_HOME", folder.c_str(), 1);
    setenv("XDG_STATE_HOME", folder.c_str(), 1);
  }
  ~OwnSettings() {
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
  }
  std::filesystem::path folder;
};

/// The open demo district, and hands for mouse and keys.
struct Driven {
  Driven() {
    if (!screen.ready() || !run("xdotool version")) return;
    base::set_language(base::Language::english);
    auto opened = Window::open({1200, 800, 1.0});
    REQUIRE(opened);
    window = std::move(*opened);
    window->session().dispatch(app::OpenDemo{});
    window->settle(120);
    REQUIRE(state().project);
    REQUIRE(state().answer);
  }
  bool ready() const {
    if (!window) WARN("neither a display nor Xvfb with xdotool: the window is not checked");
    return window != nullptr;
  }
  const app::State& state() const { return window->session().state(); }
  void frames(int count) {
    for (int i = 0; i < count; ++i)
      window->poll_and_draw();
  }
  void mouse(const std::string& what) {
    REQUIRE(run("xdotool " + what));
    frames(2);
  }
  void move_to(geo::Point px) {
    mouse("mousemove " + std::to_string(std::lround(px.x)) + " " +
          std::to_string(std::lround(px.y)));
  }
  /// Window pixels of a map point; the window lies at the screen's corner.
  geo::Point on_screen(geo::Point map) const {
    const auto px = window->map().camera().to_px(map);
    const auto& rect = window->map().rect();
    const auto corner = window->position();
    return {corner.x + rect.x + px.x, corner.y + rect.y + px.y};
  }
  const model::Service& a_pharmacy() const {
    for (const auto& service : state().project->services) {
      if (service.type == state().question.type && service.in_district) return service;
    }
    throw std::runtime_error("the demo district has no pharmacy");
  }
  const model::Service& service(std::int32_t id) const {
    const auto& all = state().project->services;
    return *std::find_if(all.begin(), all.end(), [id](const auto& s) { return s.id == id; });
  }
  /// Share of bluish pixels around a map point: the bands' colours, which the base map has nowhere.
  double blue_around(geo::Point map, int reach) {
    const auto pixels = window->picture();
    const auto px = window->map().camera().to_px(map);
    const auto& rect = window->map().rect();
    int blue = 0, all = 0;
    for (int dy = -reach; dy <= reach; ++dy) {
      for (int dx = -reach; dx <= reach; ++dx) {
        const int x = static_cast<int>(rect.x + px.x) + dx;
        const int y = pixels.height - 1 - (static_cast<int>(rect.y + px.y) + dy);
        if (x < 0 || y < 0 || x >= pixels.width || y >= pixels.height) continue;
        const auto* p = &pixels.rgb[static_cast<std::size_t>(y * pixels.width + x) * 3];
        blue += p[2] > p[0] + 25 && p[2] > p[1] + 8;
        ++all;
      }
    }
    return all ? double(blue) / all : 0;
  }

  OwnSettings settings;
  testing::Screen screen;
  std::unique_ptr<Window> window;
};

}  // namespace

TEST_CASE_METHOD(Driven,
                 "the catchment is on the screen, follows the mouse, and undo takes it back") {
  if (!ready()) return;
  const auto id = a_pharmacy().id;
  const geo::Point before = a_pharmacy().at;
  window->map().camera().jump(before, 5000);
  window->settle(30);

  SECTION("it is seen, and the check would notice if it were not") {
    CHECK(blue_around(before, 60) > 0.15);
    window->renderer().show(render::gl::Stack::overlay, {});
    window->settle(10);
    CHECK(blue_around(before, 60) < 0.02);
  }

  SECTION("a drag with the real mouse moves the service") {
    const geo::Point wanted{before.x + 160, before.y + 110};
    move_to(on_screen(before));
    mouse("mousedown 1");
    const auto from = on_screen(before), to = on_screen(wanted);
    const auto figures = state().answer->coverage.all.covered;
    for (int i = 1; i <= 8; ++i) {
      move_to({from.x + (to.x - from.x) * i / 8, from.y + (to.y - from.y) * i / 8});
    }
    REQUIRE(state().preview);
    CHECK(state().preview->service == id);
    CHECK_FALSE(state().preview->own_bands.empty());
    CHECK(blue_around(state().preview->at, 40) > 0.1);
    mouse("mouseup 1");
    window->settle(60);
    CHECK(geo::distance(service(id).at, wanted) < 6);
    REQUIRE(state().history.next_undo());
    CHECK(blue_around(service(id).at, 40) > 0.1);
    // Own screens have a German keyboard: Z lies where Americans have Y.
    if (screen.own()) run("setxkbmap de");
    mouse("key ctrl+z");
    window->settle(60);
    CHECK(service(id).at == before);
    CHECK(state().answer->coverage.all.covered == figures);
    mouse("key ctrl+y");
    window->settle(60);
    CHECK(geo::distance(service(id).at, wanted) < 6);
  }
}

TEST_CASE_METHOD(Driven, "a click on a house shows its way; the wheel zooms to the mouse") {
  if (!ready()) return;
  const auto& homes = state().project->homes;
  const auto home = std::find_if(homes.begin(), homes.end(), [&](const auto& h) {
    return h.in_district &&
           state().answer->reach[static_cast<std::size_t>(&h - homes.data())].status ==
               analysis::Status::ok;
  });
  REQUIRE(home != homes.end());
  const geo::Point at = home->at;
  window->map().camera().jump({at.x + 40, at.y - 30}, 2000);
  window->settle(30);
  move_to(on_screen(at));
  mouse("click 1");
  window->settle(30);
  CHECK(state().selection == app::Selection{app::Selection::Kind::home, home->id});
  REQUIRE(state().inspection);
  CHECK(state().inspection->route);

  const auto before = on_screen(at);
  mouse("click 4");
  window->settle(10);
  CHECK(window->map().camera().denominator() == 1500);
  CHECK(geo::distance(on_screen(at), before) < 1.6);
}

TEST_CASE_METHOD(Driven, "the keyboard alone moves the map and presses what Tab reaches") {
  if (!ready()) return;
  auto& camera = window->map().camera();
  camera.jump(a_pharmacy().at, 5000);
  window->settle(20);
  const geo::Point before = camera.centre();
  mouse("key Right");
  CHECK(camera.centre().x > before.x + 50);
  mouse("key Down");
  CHECK(camera.centre().y < before.y - 50);
  mouse("key KP_Add");
  window->settle(20);
  CHECK(camera.denominator() == 4000);
  mouse("key minus");
  window->settle(20);
  CHECK(camera.denominator() == 5000);
  mouse("key Home");
  CHECK(camera.denominator() > 5000);

  // The question comes first; Enter opens its list, and typing finds the type.
  const geo::Point whole = camera.centre();
  mouse("key Tab");
  frames(3);
  mouse("key Left");  // belongs to the widgets now
  CHECK(camera.centre() == whole);
  mouse("key Return");
  frames(3);
  CHECK(ui::anything_is_open());
  mouse("type bakery");
  frames(3);
  mouse("key Return");
  window->settle(30);
  CHECK(state().question.type == "N03");
  CHECK_FALSE(ui::anything_is_open());
  mouse("key Escape");
  frames(2);
  mouse("key Right");
  CHECK(camera.centre().x > whole.x + 50);
}

TEST_CASE_METHOD(Driven, "capitals that are typed faster than frames come are taken") {
  if (!ready()) return;
  mouse("key ctrl+k");
  frames(4);
  mouse("type --delay 0 LINDENSTR");  // Shift is pressed and let go of before the next frame
  window->settle(30);
  CHECK(window->shell().registry().middle("found Lindenstraße"));
  mouse("key Escape");
}

TEST_CASE_METHOD(Driven, "a switched layer leaves the screen; a drag keeps the others' catchment") {
  if (!ready()) return;
  const auto id = a_pharmacy().id;
  const geo::Point at = a_pharmacy().at;
  window->map().camera().jump(at, 5000);
  window->settle(30);
  REQUIRE(blue_around(at, 60) > 0.15);
  window->session().dispatch(app::ShowLayer{app::MapLayer::catchment, false});
  window->settle(30);
  CHECK(blue_around(at, 60) < 0.05);
  window->session().dispatch(app::ShowLayer{app::MapLayer::catchment, true});
  window->settle(30);

  window->session().dispatch(app::DragService{id, {at.x + 60, at.y}});
  window->settle(30);
  REQUIRE(state().rest);
  CHECK(state().rest->service == id);
  REQUIRE(state().rest->bands.size() == state().answer->bands.size());
  CHECK(geo::area(state().rest->bands.back().outline) <
        geo::area(state().answer->bands.back().outline));
  const auto& services = state().project->services;
  const auto other = std::find_if(services.begin(), services.end(), [&](const auto& s) {
    return s.type == state().question.type && s.id != id && s.in_district;
  });
  REQUIRE(other != services.end());
  window->map().camera().jump(other->at, 5000);
  window->settle(30);
  CHECK(blue_around(other->at, 60) > 0.15);
}

TEST_CASE("frame times are told by median and 95th percentile") {
  std::vector<double> ms;
  for (int i = 100; i >= 0; --i)
    ms.push_back(i);
  const auto times = platform::frame_times(ms);
  CHECK(times.median == 50);
  CHECK(times.p95 == 95);
  CHECK(times.most == 100);
}
