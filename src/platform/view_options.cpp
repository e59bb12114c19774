#include "platform/view_options.hpp"

#include <cstdlib>
#include <string_view>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "platform/frame_bench.hpp"
#include "platform/script.hpp"

namespace nahraum::platform {
namespace {

WindowSize parse_size(const std::string& text, WindowSize size) {
  const auto cross = text.find('x');
  size.width = std::max(320, std::atoi(text.c_str()));
  if (cross != std::string::npos) size.height = std::max(240, std::atoi(text.c_str() + cross + 1));
  return size;
}

int failed(const base::Error& error) {
  fmt::print(stderr, "nahraum: {}\n", base::one_line(error));
  return 1;
}

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

std::optional<ViewOptions> view_options(int argc, char** argv) {
  if (argc < 2 || std::string_view(argv[1]) != "view") return std::nullopt;
  ViewOptions options;
  bool ours = false;
  for (int i = 2; i < argc; ++i) {
    const std::string_view name = argv[i];
    if (!name.starts_with("--")) {
      options.file = argv[i];
      continue;
    }
    if (i + 1 >= argc) return std::nullopt;
    const std::string value = argv[++i];
    if (name == "--size")
      options.size = parse_size(value, options.size);
    else if (name == "--scale")
      options.size.scale = std::atof(value.c_str());
    else if (name == "--script")
      options.script = value;
    else if (name == "--screenshot")
      options.screenshot = value;
    else if (name == "--bench-frames")
      options.bench_frames = std::max(1, std::atoi(value.c_str()));
    else
      continue;
    ours = true;
  }
  return ours ? std::optional(options) : std::nullopt;
}

int view(const ViewOptions& options) {
  auto opened = Window::open(options.size);
  if (!opened) return failed(opened.error());
  Window& window = **opened;
  open_first(window, options.file);
  const bool alone = !options.script.empty() || !options.screenshot.empty() || options.bench_frames;
  if (!alone) {
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
