#pragma once
/// Owners of Cairo's and Pango's handles.

#include <memory>

#include <cairo.h>
#include <pango/pangocairo.h>

namespace nahraum::render {

struct Release {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
  void operator()(cairo_t* cr) const { cairo_destroy(cr); }
  void operator()(PangoContext* context) const { g_object_unref(context); }
  void operator()(PangoLayout* layout) const { g_object_unref(layout); }
};

using Surface = std::unique_ptr<cairo_surface_t, Release>;
using Context = std::unique_ptr<cairo_t, Release>;
using TextContext = std::unique_ptr<PangoContext, Release>;
using Layout = std::unique_ptr<PangoLayout, Release>;

inline constexpr double mm_per_pt = 25.4 / 72.0;

}  // namespace nahraum::render
