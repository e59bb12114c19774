#pragma once
/// A screen for the window's tests: the one that is there, else an own Xvfb that ends with the
/// test.

#include <csignal>
#include <cstdlib>
#include <string>

#include <sys/wait.h>
#include <unistd.h>

namespace nahraum::testing {

class Screen {
 public:
  Screen() {
    if (std::getenv("DISPLAY")) {
      ready_ = true;
      return;
    }
    int ends[2];
    if (pipe(ends) != 0) return;
    child_ = fork();
    if (child_ == 0) {
      close(ends[0]);
      const std::string number = std::to_string(ends[1]);
      execlp("Xvfb", "Xvfb", "-displayfd", number.c_str(), "-screen", "0", "1920x1080x24",
             "-nolisten", "tcp", nullptr);
      _exit(127);
    }
    close(ends[1]);
    // "17\n", in pieces; nothing when it cannot start.
    std::string text;
    for (char c = 0; read(ends[0], &c, 1) == 1 && c != '\n';)
      text += c;
    close(ends[0]);
    if (text.empty()) return;
    const std::string display = ":" + text;
    setenv("DISPLAY", display.c_str(), 1);
    ready_ = own_ = true;
  }
  ~Screen() {
    if (own_) unsetenv("DISPLAY");
    if (child_ <= 0) return;
    kill(child_, SIGTERM);
    waitpid(child_, nullptr, 0);
  }
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  bool ready() const { return ready_; }
  /// The keyboard layout may be changed here: nobody else types on it.
  bool own() const { return own_; }

 private:
  pid_t child_ = 0;
  bool ready_ = false, own_ = false;
};

}  // namespace nahraum::testing
