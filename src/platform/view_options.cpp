#include "platform/view_options.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "platform/frame_bench.hpp"
#include "platform/script.hpp"

namespace nahraum::platform {
namespace {

using base::tr;

std::optional<int> whole_number(std::string_view text) {
  const auto value = base::parse_number(text, false);
  if (!value || *value != std::floor(*value) || std::fabs(*value) > 1e6) return std::nullopt;
  return static_cast<int>(*value);
}

bool set_size(ViewOptions& options, const std::string& text) {
  const auto cross = text.find('x');
  if (cross == std::string::npos) return false;
  const auto width = whole_number(text.substr(0, cross));
  const auto height = whole_number(text.substr(cross + 1));
  if (!width || !height || *width < 320 || *height < 240) return false;
  options.size.width = *width;
  options.size.height = *height;
  return true;
}

bool set_scale(ViewOptions& options, const std::string& text) {
  const auto scale = base::parse_number(text, false);
  if (!scale || *scale < 0.5 || *scale > 4) return false;
  options.size.scale = *scale;
  return true;
}

bool set_script(ViewOptions& options, const std::string& text) {
  options.script = text;
  return true;
}

bool set_screenshot(ViewOptions& options, const std::string& text) {
  options.screenshot = text;
  return true;
}

bool set_bench_frames(ViewOptions& options, const std::string& text) {
  const auto frames = whole_number(text);
  options.bench_frames = frames.value_or(0);
  return options.bench_frames > 0;
}

struct OptionRule {
  const char* name;
  bool (*set)(ViewOptions&, const std::string&);  ///< false: the value is no good
  const char* expects;                            ///< message id
};
constexpr std::array rules{
    OptionRule{"--size", set_size, base::tr_noop("a size such as 1280x800, at least 320x240")},
    OptionRule{"--scale", set_scale, base::tr_noop("a factor from 0.5 to 4, such as 1.5")},
    OptionRule{"--script", set_script, ""},
    OptionRule{"--screenshot", set_screenshot, ""},
    OptionRule{"--bench-frames", set_bench_frames, base::tr_noop("a number of frames")},
};

void open_first(Window& window, const std::filesystem::path& file) {
  if (file.empty()) return;
  window.session().dispatch(file == "demo" ? app::Action(app::OpenDemo{})
                                           : app::Action(app::OpenFile{file}));
}

/// What the messages say when there is nobody to read them.
int report_errors(const app::State& state) {
  for (const auto& message : state.messages) {
    if (message.severity != app::Message::Severity::error) continue;
    fmt::print(stderr, "nahraum: {}\n", message.text);
    return 1;
  }
  return 0;
}

}  // namespace

int failed(const base::Error& error) {
  fmt::print(stderr, "nahraum: {}\n", base::one_line(error));
  return 1;
}

base::Result<std::optional<ViewOptions>> view_options(std::span<const char* const> arguments) {
  const std::string_view verb = arguments.empty() ? "" : arguments[0];
  if (verb != "view" && verb != "script") return std::nullopt;
  ViewOptions options;
  bool ours = false;
  for (std::size_t i = 1; i < arguments.size(); ++i) {
    const std::string name = arguments[i];
    const auto rule = std::find_if(rules.begin(), rules.end(),
                                   [&](const OptionRule& each) { return name == each.name; });
    if (rule == rules.end()) {
      if (name.starts_with("-") || !options.file.empty()) return std::nullopt;
      (verb == "script" && options.script.empty() ? options.script : options.file) = name;
      continue;
    }
    if (++i == arguments.size()) return std::nullopt;
    if (!rule->set(options, arguments[i])) {
      return base::fail(
          base::ErrorCode::bad_input, tr("This value cannot be used"),
          fmt::format("{} {}", name, arguments[i]),
          fmt::format(fmt::runtime(tr("Give {what}.")), fmt::arg("what", tr(rule->expects))));
    }
    ours = true;
  }
  if (verb == "script") ours = !options.script.empty();
  return ours ? std::optional(options) : std::nullopt;
}

int view(const ViewOptions& options) {
  auto opened = Window::open(options.size);
  if (!opened) return failed(opened.error());
  Window& window = **opened;
  open_first(window, options.file);
  const bool alone = !options.script.empty() || !options.screenshot.empty() || options.bench_frames;
  if (!alone) {
    window.use_desktop_dialogs();
    window.run();
    return 0;
  }
  window.settle(120);
  if (!options.script.empty()) {
    if (auto played = play_script(window, options.script); !played) return failed(played.error());
  }
  if (options.bench_frames > 0) bench_frames(window, options.bench_frames);
  if (!options.screenshot.empty()) {
    if (auto saved = window.save_picture(options.screenshot); !saved) return failed(saved.error());
  }
  return report_errors(window.session().state());
}

}  // namespace nahraum::platform
