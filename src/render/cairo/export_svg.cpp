#include <fmt/format.h>

#include "base/replace_file.hpp"
#include "base/translate.hpp"
#include "render/cairo/export.hpp"
#include "render/cairo/paint.hpp"
#include "render/cairo/svg_canvas.hpp"

namespace nahraum::render {

using base::tr;

base::Result<void> write_svg(const scene::DisplayList& list, const std::filesystem::path& target,
                             const Properties& properties, const Symbols& symbols) {
  SvgCanvas canvas(symbols);
  paint(list, canvas);
  auto bytes = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0:.10g}mm\" height=\"{1:.10g}mm\" "
      "viewBox=\"0 0 {0:.10g} {1:.10g}\">\n<title>{2}</title>\n<desc>{3}</desc>\n",
      list.width_mm, list.height_mm, xml_escaped(properties.title),
      xml_escaped(properties.subject + (properties.subject.empty() ? "" : " · ") +
                  properties.author + (properties.author.empty() ? "" : " · ") + properties.date));
  bytes += canvas.elements();
  bytes += "</svg>\n";
  return base::replace_file(target, bytes);
}

base::Result<void> write_sheet(const scene::DisplayList& list, const std::filesystem::path& target,
                               double dpi, const Properties& properties, const Symbols& symbols) {
  const auto ending = base::fold_case(target.extension().string());
  if (ending == ".pdf") return write_pdf(list, target, properties, symbols);
  if (ending == ".svg") return write_svg(list, target, properties, symbols);
  if (ending == ".png") return write_png(list, target, dpi, symbols);
  return base::fail(base::ErrorCode::unsupported,
                    fmt::format(fmt::runtime(tr("unknown kind of sheet “{}”")), ending),
                    target.string(), tr("end the name in .pdf, .svg or .png"));
}

}  // namespace nahraum::render
