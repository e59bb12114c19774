#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "base/translate.hpp"
#include "scene/sheet.hpp"

namespace nahraum::scene {
namespace {

using base::tr;

struct Paper {
  const char* name = "";
  PaperSize size;  // portrait
};
constexpr std::array<Paper, 5> papers = {{{"A4", {210, 297}},
                                          {"A3", {297, 420}},
                                          {"A2", {420, 594}},
                                          {"A1", {594, 841}},
                                          {"A0", {841, 1189}}}};

}  // namespace

PaperSize paper_size(const SheetSpec& spec) {
  PaperSize size = papers[1].size;
  for (const auto& paper : papers) {
    if (spec.paper == paper.name) size = paper.size;
  }
  return spec.landscape ? PaperSize{size.height_mm, size.width_mm} : size;
}

base::Result<SheetSpec> sheet_spec(const std::string& paper, bool landscape, double denominator) {
  std::string name = paper;
  if (!name.empty() && name[0] == 'a') name[0] = 'A';
  const bool known =
      std::any_of(papers.begin(), papers.end(), [&](const Paper& p) { return name == p.name; });
  if (!known) {
    return base::fail(base::ErrorCode::bad_input,
                      fmt::format(fmt::runtime(tr("unknown paper size “{}”")), paper), "--paper",
                      tr("choose A4, A3, A2, A1 or A0"));
  }
  if (denominator != 0 && !(denominator >= 100 && denominator <= 1000000)) {
    return base::fail(base::ErrorCode::bad_input, tr("the scale lies outside 1:100 … 1:1 000 000"),
                      "--scale", tr("for a Quartier 5000 is usual"));
  }
  SheetSpec spec;
  spec.paper = name;
  spec.landscape = landscape;
  spec.denominator = denominator;
  return spec;
}

}  // namespace nahraum::scene
