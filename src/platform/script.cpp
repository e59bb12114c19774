#include "platform/script.hpp"

#include <fstream>
#include <functional>
#include <map>
#include <sstream>

#include <fmt/format.h>
#include <imgui_internal.h>

#include "base/pseudo_locale.hpp"
#include "base/translate.hpp"
#include "platform/script_exercise.hpp"
#include "platform/script_words.hpp"

namespace nahraum::platform {
namespace {

using base::tr;

class Player {
 public:
  Player(Window& window, PictureSink pictures) : window_(window), pictures_(std::move(pictures)) {
    window_.set_injector([this](ImGuiIO& io) {
      io.MousePos = mouse_;
      io.MouseDown[0] = down_;
      io.MouseWheel = std::exchange(wheel_, 0.f);
    });
  }
  ~Player() { window_.set_injector({}); }
  Player(const Player&) = delete;
  Player& operator=(const Player&) = delete;

  base::Result<void> play(std::istringstream& line);

 private:
  ImVec2 on_map(double x, double y) const {
    const auto& rect = window_.map().rect();
    return {rect.x + static_cast<float>(x) * rect.width,
            rect.y + static_cast<float>(y) * rect.height};
  }
  void click(ImVec2 at) {
    mouse_ = at;
    window_.frame(50);
    down_ = true;
    window_.frame(50);
    down_ = false;
    window_.frame(50);
    window_.settle(30);
  }
  void hold(ImVec2 from, ImVec2 to) {
    mouse_ = from;
    window_.frame(50);
    down_ = true;
    window_.frame(50);
    for (int i = 1; i <= 12; ++i) {
      const float t = static_cast<float>(i) / 12;
      mouse_ = {from.x + (to.x - from.x) * t, from.y + (to.y - from.y) * t};
      window_.frame(50);
    }
    window_.frame(50);
  }
  void release() {
    down_ = false;
    window_.frame(50);
    window_.settle(30);
  }
  ScriptHand hand();
  base::Result<void> click_label(const std::string& label);
  base::Result<void> press_if_there(const std::string& label);
  base::Result<void> choose(std::istringstream& line);
  base::Result<void> picture(const std::string& name);
  base::Result<void> carry_out(const std::string& name);
  base::Result<void> open(const std::string& name);
  base::Result<void> choose_theme(const std::string& name);
  base::Result<void> expect(const std::string& label) const;
  void wheel(std::istringstream& line);
  bool play_mouse(const std::string& command, std::istringstream& line);
  bool play_choice(const std::string& command, std::istringstream& line);
  void press_keys(const std::string& text);
  bool press_named_key(const std::string& text);
  void scroll_panel(double steps);
  void dispatch(const app::Action& action) {
    window_.session().dispatch(action);
    if (const auto* chosen = std::get_if<app::ChooseLanguage>(&action)) {
      base::set_language(chosen->language);
    }
    window_.settle(60);
  }

  Window& window_;
  PictureSink pictures_;
  ImVec2 mouse_{-1, -1};
  bool down_ = false;
  float wheel_ = 0;
};

std::string rest_of(std::istringstream& line) {
  std::string text;
  std::getline(line >> std::ws, text);
  return text;
}

base::Result<void> Player::click_label(const std::string& label) {
  const auto& registry = window_.shell().registry();
  // Where the bar has no room for it.
  if (const auto more = registry.middle(base::tr("More")); more && !registry.middle(label))
    click(*more);
  return press_label(window_, hand(), label);
}

ScriptHand Player::hand() {
  return {[this](ImVec2 at) { click(at); },
          [this](ImVec2 at, int steps) {
            mouse_ = at;
            window_.frame(50);
            wheel_ = static_cast<float>(-steps);
            window_.settle(30);
          },
          [this](const std::string& name) { press_keys(name); },
          [this](const std::string& text) {
            ImGui::GetIO().AddInputCharactersUTF8(text.c_str());
            window_.settle(30);
          }};
}

/// What only some windows have.
base::Result<void> Player::press_if_there(const std::string& label) {
  return window_.shell().registry().middle(label) ? click_label(label) : base::Result<void>();
}

base::Result<void> Player::choose(std::istringstream& line) {
  std::string type, profile, limit;
  line >> type >> profile >> limit;
  const auto found = window_.session().catalogue().type(type);
  if (!found) return tl::unexpected(found.error());
  const auto parsed = analysis::parse_limit(limit);
  if (!parsed) return tl::unexpected(parsed.error());
  dispatch(app::ChooseType{(*found)->id});
  dispatch(app::ChooseProfile{profile});
  dispatch(app::ChooseLimit{*parsed});
  return {};
}

/// The mouse lies over the panel on the left of the map.
void Player::scroll_panel(double steps) {
  mouse_ = {window_.map().rect().x * 0.6f, on_map(0, 0.5).y};
  for (int i = 0; i < std::abs(static_cast<int>(steps)); ++i) {
    window_.frame(50);
    wheel_ = steps > 0 ? -1.f : 1.f;
    window_.settle(30);
  }
}

/// As if it were held for a frame.
bool Player::press_named_key(const std::string& text) {
  static const std::map<std::string, ImGuiKey> keys = {{"Enter", ImGuiKey_Enter},
                                                       {"Backspace", ImGuiKey_Backspace},
                                                       {"Delete", ImGuiKey_Delete},
                                                       {"Escape", ImGuiKey_Escape}};
  const auto found = keys.find(text);
  if (found == keys.end()) return false;
  bool& down = ImGui::GetIO().KeysDown[ImGui::GetKeyIndex(found->second)];
  down = true;
  window_.frame(50);
  down = false;
  window_.settle(30);
  return true;
}

void Player::press_keys(const std::string& text) {
  if (press_named_key(text)) return;
  ui::KeyPress key;
  key.ctrl = text.find("Ctrl+") != std::string::npos;
  key.shift = text.find("Shift+") != std::string::npos;
  if (text.size() == 2 && text[0] == 'F') {
    key.function = text[1] - '0';
  } else {
    key.letter = text.back();
  }
  window_.press(key);
  window_.settle(30);
}

base::Result<void> Player::picture(const std::string& name) {
  // A dialog darkens what is behind it little by little.
  constexpr double fade_s = 0.35;
  const bool dialog = ImGui::GetTopMostPopupModal() != nullptr;
  for (const double end = window_.now_s() + (dialog ? fade_s : 0); window_.now_s() < end;)
    window_.frame(20);
  if (!pictures_) return window_.save_picture(name);
  return pictures_(name, window_.picture());
}

/// A command of the search, by its message id, so that a script works in every language.
base::Result<void> Player::carry_out(const std::string& name) {
  if (window_.shell().carry_out_command(base::tr(name.c_str()), window_.now_s())) {
    window_.settle(60);
    return {};
  }
  return base::fail(base::ErrorCode::not_found, tr("There is no such command"), name);
}

base::Result<void> Player::open(const std::string& name) {
  dispatch(name == "demo" ? app::Action(app::OpenDemo{}) : app::Action(app::OpenFile{name}));
  window_.settle(120);
  if (window_.session().state().project) return {};
  return base::fail(base::ErrorCode::not_found, tr("The file could not be opened"), name);
}

base::Result<void> Player::choose_theme(const std::string& name) {
  const auto theme = scene::theme_named(name);
  if (!theme) {
    return base::fail(base::ErrorCode::bad_input, tr("Unknown theme in the script"), name,
                      "light, dark, contrast, bw");
  }
  dispatch(app::ChooseTheme{*theme});
  return {};
}

base::Result<void> Player::expect(const std::string& label) const {
  if (window_.shell().registry().middle(base::tr(label.c_str()))) return {};
  return base::fail(base::ErrorCode::not_found, tr("Nothing has this label"), label);
}

void Player::wheel(std::istringstream& line) {
  double steps = 0, x = 0, y = 0;
  line >> steps >> x >> y;
  for (int i = 0; i < std::abs(static_cast<int>(steps)); ++i) {
    mouse_ = on_map(x, y);
    window_.frame(50);
    wheel_ = steps > 0 ? 1.f : -1.f;
    window_.settle(30);
  }
}

/// With the mouse: on the map, at a place, from one to another.
bool Player::play_mouse(const std::string& command, std::istringstream& line) {
  double x = 0, y = 0, to_x = 0, to_y = 0;
  if (command == "wheel") {
    wheel(line);
  } else if (command == "map" || command == "move") {
    line >> x >> y;
    if (command == "map") click(on_map(x, y));
    mouse_ = on_map(x, y);
    window_.settle(30);
  } else if (command == "photo") {
    line >> x >> y;
    dispatch(app::AddPhoto{rest_of(line), window_.map().camera().to_map({x, y})});
  } else if (command == "place") {
    line >> x >> y;
    const auto px = window_.map().camera().to_px({x, y});
    const auto& rect = window_.map().rect();
    click({rect.x + static_cast<float>(px.x), rect.y + static_cast<float>(px.y)});
  } else if (command == "drag" || command == "hold") {
    line >> x >> y >> to_x >> to_y;
    hold(on_map(x, y), on_map(to_x, to_y));
    if (command == "drag") release();
  } else if (command == "release") {
    release();
  } else if (command == "scroll") {
    line >> x;
    scroll_panel(x);
  } else {
    return false;
  }
  return true;
}

/// What a user would have to find first: tools, things, settings; and the window's size.
bool Player::play_choice(const std::string& command, std::istringstream& line) {
  std::string text;
  if (command == "tool") {
    line >> text;
    dispatch(app::ChooseTool{tool_named(text)});
  } else if (command == "select") {
    std::int32_t id = 0;
    line >> text >> id;
    using Kind = app::Selection::Kind;
    dispatch(app::Select{{text == "home" ? Kind::home : Kind::service, id}});
  } else if (command == "module") {
    int number = 2;
    line >> number;
    dispatch(app::ChooseModule{number});
  } else if (command == "look") {
    geo::Point centre;
    double denominator = 5000;
    line >> centre.x >> centre.y >> denominator;
    window_.map().camera().jump(centre, denominator);
    window_.settle(60);
  } else if (command == "scale") {
    double scale = 1;
    line >> scale;
    dispatch(app::ChooseTextScale{scale});
  } else if (command == "language") {
    line >> text;
    base::set_pseudo_locale(text == base::pseudo_locale);
    dispatch(app::ChooseLanguage{text == "de" ? base::Language::german : base::Language::english});
  } else if (command == "size") {
    int width = 0, height = 0;
    line >> width >> height;
    window_.resize(width, height);
    window_.settle(60);
  } else {
    return false;
  }
  return true;
}

base::Result<void> Player::play(std::istringstream& line) {
  std::string command;
  line >> command;
  if (command == "click") return click_label(rest_of(line));
  if (command == "press") return click_label(base::tr(rest_of(line).c_str()));
  if (command == "try") return press_if_there(base::tr(rest_of(line).c_str()));
  if (command == "do") return carry_out(rest_of(line));
  if (command == "open") return open(rest_of(line));
  if (command == "expect") return expect(rest_of(line));
  if (command == "choose") return choose(line);
  if (command == "theme") return choose_theme(rest_of(line));
  if (command == "picture") return picture(rest_of(line));
  if (command == "exercise") return play_exercise(window_, hand(), line);
  if (command == "answer") return play_answer(window_, hand(), line);
  if (command == "study") return play_study(window_, hand(), line);
  if (command == "key") {
    press_keys(rest_of(line));
  } else if (command == "type") {
    hand().type(rest_of(line));
  } else if (!play_mouse(command, line) && !play_choice(command, line)) {
    return base::fail(base::ErrorCode::bad_input, tr("Unknown command in the script"), command);
  }
  return {};
}

}  // namespace

base::Result<void> play_script(Window& window, const std::filesystem::path& file,
                               PictureSink pictures) {
  std::ifstream in(file);
  if (!in) {
    return base::fail(base::ErrorCode::not_found, tr("There is no such file."), file.string());
  }
  Player player(window, std::move(pictures));
  std::string text;
  for (int number = 1; std::getline(in, text); ++number) {
    if (text.empty() || text[0] == '#') continue;
    std::istringstream line(text);
    if (auto played = player.play(line); !played) {
      auto error = played.error();
      error.where = fmt::format("{}:{}: {}", file.filename().string(), number, error.where);
      return tl::unexpected(error);
    }
  }
  return {};
}

}  // namespace nahraum::platform
