#pragma once
/// The pictures of assets/symbols, drawn as vectors (librsvg).

#include <filesystem>
#include <memory>
#include <string>

#include "scene/display_list.hpp"

using cairo_t = struct _cairo;  // NOLINT(bugprone-reserved-identifier,cert-*): Cairo's own name

namespace nahraum::render {

/// Loads each picture once, on first use. Not thread-safe: one per thread.
class Symbols {
 public:
  /// `folder`: assets/symbols, normally base::share_dir() / "symbols".
  explicit Symbols(std::filesystem::path folder);
  ~Symbols();
  Symbols(const Symbols&) = delete;
  Symbols& operator=(const Symbols&) = delete;
  Symbols(Symbols&&) noexcept;
  Symbols& operator=(Symbols&&) noexcept;

  bool has(const std::string& name) const;
  /// Plate, rim and glyph, centred at the origin of `cr`, whose unit is a millimetre, y down.
  void draw(cairo_t* cr, const scene::Symbol& symbol) const;
  /// The picture's file as text, for SVG; "" when there is none.
  std::string svg(const std::string& name) const;

 private:
  struct Shelf;
  std::unique_ptr<Shelf> shelf_;
};

}  // namespace nahraum::render
