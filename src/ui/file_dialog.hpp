#pragma once
/// A browser for files inside the window: works everywhere, needs no desktop service.

#include <filesystem>
#include <functional>

#include "ui/kit.hpp"

namespace nahraum::ui {

class FileDialog {
 public:
  enum class Mode { open, save };
  using Chosen = std::function<app::Action(const std::filesystem::path&)>;

  /// `name`: proposed file name when saving. `endings`: shown files, such as ".gpkg"; empty: all.
  void open(Mode mode, std::string title, const std::filesystem::path& folder, std::string name,
            std::vector<std::string> endings, Chosen chosen);
  bool is_open() const { return open_; }
  void show(const Kit& kit);

 private:
  struct Entry {
    std::string name;
    bool folder;
  };
  void enter(const std::filesystem::path& folder);
  void show_entries(const Kit& kit);
  void finish(const Kit& kit);

  bool open_ = false, asked_ = false;
  Mode mode_ = Mode::open;
  std::string title_, name_, problem_;
  std::filesystem::path folder_;
  std::vector<std::string> endings_;
  std::vector<Entry> entries_;
  Chosen chosen_;
};

}  // namespace nahraum::ui
