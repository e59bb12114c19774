#include "app/console.hpp"

#include <cstdio>

#include <fmt/format.h>
#include <unistd.h>

namespace nahraum::app {

Console::Console(bool quiet, int threads)
    : quiet_(quiet),
      terminal_(!quiet && isatty(STDERR_FILENO) != 0),
      context_(std::make_unique<jobs::Context>(
          [this](double fraction, const std::string& step) { show_progress(fraction, step); },
          threads)) {}

void Console::say(const std::string& line) const {
  if (quiet_) return;
  wipe_progress();
  fmt::print("{}\n", line);
}

void Console::result(const std::string& text) const {
  wipe_progress();
  std::fwrite(text.data(), 1, text.size(), stdout);
  if (text.empty() || text.back() != '\n') std::fputc('\n', stdout);
}

void Console::warn(const std::string& line) const {
  wipe_progress();
  fmt::print(stderr, "{}\n", line);
}

void Console::fail(const base::Error& error) const {
  warn("nahraum: " + base::one_line(error));
}

void Console::show_progress(double fraction, const std::string& step) const {
  const int percent = static_cast<int>(fraction * 100);
  // Steps within steps count from zero again: the line only goes forward.
  if (!terminal_ || percent <= last_percent_) return;
  last_percent_ = percent;
  line_open_ = true;
  fmt::print(stderr, "\r\033[K{:3d} %  {}", percent, step);
  std::fflush(stderr);
}

void Console::wipe_progress() const {
  if (!line_open_) return;
  line_open_ = false;
  fmt::print(stderr, "\r\033[K");
}

}  // namespace nahraum::app
