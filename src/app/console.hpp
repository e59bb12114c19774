#pragma once
/// What the command line says: results on stdout, progress and warnings on stderr.

#include <memory>
#include <string>

#include "base/result.hpp"
#include "jobs/context.hpp"

namespace nahraum::app {

class Console {
 public:
  explicit Console(bool quiet = false, int threads = 1);

  /// One line on stdout; kept back by --quiet only where it is not the result itself.
  void say(const std::string& line) const;
  void result(const std::string& text) const;
  void warn(const std::string& line) const;
  /// "nahraum: where: what – what to do" on stderr.
  void fail(const base::Error& error) const;
  /// Progress goes to the terminal while stderr is one, and is wiped by the next line.
  jobs::Context& context() { return *context_; }

 private:
  void show_progress(double fraction, const std::string& step) const;
  void wipe_progress() const;

  bool quiet_;
  bool terminal_;
  mutable bool line_open_ = false;
  mutable int last_percent_ = -1;
  std::unique_ptr<jobs::Context> context_;
};

}  // namespace nahraum::app
