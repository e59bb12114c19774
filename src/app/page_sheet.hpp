#pragma once
/// A module's signs as a layer, and as a sheet of their own.

#include "app/module_page.hpp"
#include "scene/sheet_answer.hpp"
#include "scene/style.hpp"
#include "scene/work_layer.hpp"

namespace nahraum::app {

scene::WorkSign work_sign(const PageSign& sign, const scene::Style& style);
/// Layer of the page's signs and strokes; null where there are none.
scene::LayerPtr page_layer(const ModulePage& page, const scene::Style& style);

/// What a block says, with the page's signs on the map and in the legend, and its lines with a
/// place as a list. Blocks are named by their id; a page without it says nothing.
scene::SheetAnswer page_answer(const ModulePage& page, const std::string& block,
                               scene::Theme theme);

}  // namespace nahraum::app
