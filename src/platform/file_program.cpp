#include "platform/file_program.hpp"

#include <cctype>
#include <csignal>
#include <cstdlib>

#include <fmt/format.h>
#include <gio/gio.h>

#include "base/translate.hpp"
#include "platform/gobject.hpp"

namespace nahraum::platform {
namespace {

namespace fs = std::filesystem;
using base::tr;
using Kind = ui::FileAnswer::Kind;

/// No path holds it: names have no slash, and these programs print no empty ones.
constexpr const char* between_paths = "//";

fs::path starting_place(const ui::FileQuestion& question) {
  std::error_code error;
  const auto folder = (fs::current_path(error) / question.folder).lexically_normal();
  // With a slash at the end a folder is one to begin in.
  return folder / question.name;
}

std::string patterns_of(const std::vector<std::string>& endings) {
  std::string patterns;
  for (const auto& ending : endings)
    patterns += (patterns.empty() ? "" : " ") + pattern_of(ending);
  return patterns;
}

std::vector<std::string> zenity(const ui::FileQuestion& question) {
  std::vector<std::string> all{"zenity", "--file-selection", "--title=" + question.title,
                               "--filename=" + starting_place(question).string()};
  if (question.mode == ui::FileQuestion::Mode::save) {
    all.insert(all.end(), {"--save", "--confirm-overwrite"});
  }
  if (question.several)
    all.insert(all.end(), {"--multiple", std::string("--separator=") + between_paths});
  if (!question.endings.empty()) {
    all.push_back("--file-filter=" + filter_name(question.endings) + " | " +
                  patterns_of(question.endings));
    all.push_back(std::string("--file-filter=") + tr("All files") + " | *");
  }
  return all;
}

std::vector<std::string> kdialog(const ui::FileQuestion& question, AskingWindow window) {
  std::vector<std::string> all{"kdialog", "--title", question.title};
  if (window.window != 0) all.insert(all.end(), {"--attach", std::to_string(window.window)});
  if (question.several) all.insert(all.end(), {"--multiple", "--separate-output"});
  const bool saves = question.mode == ui::FileQuestion::Mode::save;
  all.insert(all.end(), {saves ? "--getsavefilename" : "--getopenfilename",
                         starting_place(question).string()});
  if (!question.endings.empty()) {
    // Capitals are the same to it, and it may show the patterns themselves.
    const auto patterns = filter_name(question.endings);
    all.push_back(fmt::format("{0}|{0}\n*|{1}", patterns, tr("All files")));
  }
  return all;
}

/// Names are printed in the locale's characters: in one without umlauts they would be lost.
bool prints_utf8() {
  for (const char* name : {"LC_ALL", "LC_CTYPE", "LANG"}) {
    const char* value = std::getenv(name);
    if (!value || !*value) continue;
    const std::string locale = value;
    return locale.find("UTF-8") != std::string::npos || locale.find("utf8") != std::string::npos;
  }
  return false;
}

class ProgramAsker : public FileAsker {
 public:
  ProgramAsker(DialogProgram program, AskingWindow window) : program_(program), window_(window) {}
  ~ProgramAsker() override {
    g_cancellable_cancel(stop_.get());
    if (child_) g_subprocess_send_signal(child_.get(), SIGTERM);
  }

  bool ask(const ui::FileQuestion& question, Answered answered) override {
    const auto words = arguments_of(program_, question, window_);
    const Owned<char> found(g_find_program_in_path(words[0].c_str()));
    if (found) child_ = start(words);
    if (!child_) return false;
    several_ = question.several;
    answered_ = std::move(answered);
    started_us_ = g_get_monotonic_time();
    g_subprocess_communicate_async(child_.get(), nullptr, stop_.get(), ended, this);
    return true;
  }

 private:
  Owned<GSubprocess> start(const std::vector<std::string>& words) const {
    const Owned<GSubprocessLauncher> launcher(
        g_subprocess_launcher_new(static_cast<GSubprocessFlags>(
            G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE)));
    if (window_.window != 0) {
      g_subprocess_launcher_setenv(launcher.get(), "WINDOWID",
                                   std::to_string(window_.window).c_str(), TRUE);
    }
    if (!prints_utf8()) g_subprocess_launcher_setenv(launcher.get(), "LC_ALL", "C.UTF-8", TRUE);
    std::vector<const char*> pointers;
    pointers.reserve(words.size() + 1);
    for (const auto& word : words)
      pointers.push_back(word.c_str());
    pointers.push_back(nullptr);
    ErrorSlot error;
    return Owned<GSubprocess>(
        g_subprocess_launcher_spawnv(launcher.get(), pointers.data(), error.slot()));
  }

  static void ended(GObject* child, GAsyncResult* result, gpointer self) {
    GBytes* printed = nullptr;
    ErrorSlot error;
    const bool read = g_subprocess_communicate_finish(reinterpret_cast<GSubprocess*>(child), result,
                                                      &printed, nullptr, error.slot()) != FALSE;
    const Owned<GBytes> owned(printed);
    if (error.cancelled()) return;  // then `self` is gone
    gsize size = 0;
    const void* bytes = printed ? g_bytes_get_data(printed, &size) : nullptr;
    static_cast<ProgramAsker*>(self)->finish(
        read ? std::string(static_cast<const char*>(bytes), size) : std::string());
  }

  void finish(std::string printed) {
    const bool exited = g_subprocess_get_if_exited(child_.get()) != FALSE;
    const int status = exited ? g_subprocess_get_exit_status(child_.get()) : -1;
    const auto took_ms = (g_get_monotonic_time() - started_us_) / 1000;
    child_ = nullptr;
    ui::FileAnswer answer{Kind::no_dialog, {}, ""};
    if (status == 0) answer.files = paths_in(program_, std::move(printed), several_);
    if (!answer.files.empty()) answer.kind = Kind::chosen;
    if (status == 1 && took_ms >= least_asking_ms) answer.kind = Kind::cancelled;
    answered_(std::move(answer));
  }

  DialogProgram program_;
  AskingWindow window_;
  bool several_ = false;
  gint64 started_us_ = 0;
  Answered answered_;
  Owned<GCancellable> stop_{g_cancellable_new()};
  Owned<GSubprocess> child_;
};

}  // namespace

std::string pattern_of(const std::string& ending) {
  std::string pattern = "*";
  for (const char c : ending) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalpha(byte) == 0) {
      pattern += c;
      continue;
    }
    pattern +=
        {'[', static_cast<char>(std::tolower(byte)), static_cast<char>(std::toupper(byte)), ']'};
  }
  return pattern;
}

std::string filter_name(const std::vector<std::string>& endings) {
  std::string name;
  for (const auto& ending : endings)
    name += (name.empty() ? "*" : " *") + ending;
  return name;
}

std::vector<std::string> arguments_of(DialogProgram program, const ui::FileQuestion& question,
                                      AskingWindow window) {
  return program == DialogProgram::zenity ? zenity(question) : kdialog(question, window);
}

std::vector<fs::path> paths_in(DialogProgram program, std::string printed, bool several) {
  if (printed.ends_with('\n')) printed.pop_back();
  std::vector<fs::path> paths;
  // Every path is a whole one: a line break without a slash after it belongs to a name.
  const std::string between = program == DialogProgram::zenity ? between_paths : "\n";
  for (auto end = printed.find(between + "/"); several && end != std::string::npos;
       end = printed.find(between + "/")) {
    paths.emplace_back(printed.substr(0, end));
    printed.erase(0, end + between.size());
  }
  if (!printed.empty()) paths.emplace_back(printed);
  return paths;
}

std::unique_ptr<FileAsker> program_asker(DialogProgram program, AskingWindow window) {
  return std::make_unique<ProgramAsker>(program, window);
}

}  // namespace nahraum::platform
