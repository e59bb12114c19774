#include <cairo-pdf.h>

#include "app/print_sheet.hpp"
#include "base/paths.hpp"
#include "io/project_gpkg.hpp"
#include "render/cairo/cairo_canvas.hpp"
#include "render/cairo/paint.hpp"
#include "render/cairo/text_measure.hpp"
#include "tests/bench/floor.hpp"
#include "tests/bench/scratch_folder.hpp"
#include "tests/bench/town.hpp"

using namespace nahraum;

namespace {

/// Keeps the polygons and lines of a sheet as they come to the page; no text, no symbols.
class Drawn : public render::Canvas {
 public:
  void begin_frame(const geo::Box&) override {}
  void end_frame() override {}
  void fill(const render::Path& path, scene::Color color) override {
    shapes_.push_back({path, color, {}, true});
  }
  void stroke(const render::Path& path, const render::Pen& pen) override {
    shapes_.push_back({path, {}, pen, false});
  }
  void text(const scene::Text&, geo::Point) override {}
  void symbol(const scene::Symbol&, geo::Point) override {}
  double tolerance_mm() const override { return 0.025; }

  void draw_on(render::Canvas& canvas) const {
    for (const auto& shape : shapes_) {
      if (shape.filled)
        canvas.fill(shape.path, shape.color);
      else
        canvas.stroke(shape.path, shape.pen);
    }
  }

 private:
  struct Shape {
    render::Path path;
    scene::Color color;
    render::Pen pen;
    bool filled;
  };
  std::vector<Shape> shapes_;
};

cairo_status_t count_bytes(void* total, const unsigned char*, unsigned int count) {
  *static_cast<std::size_t*>(total) += count;
  return CAIRO_STATUS_SUCCESS;
}

std::size_t bare_pdf(const Drawn& drawn, double width_mm, double height_mm,
                     const render::Symbols& symbols) {
  constexpr double pt_per_mm = 72 / 25.4;
  std::size_t bytes = 0;
  cairo_surface_t* surface = cairo_pdf_surface_create_for_stream(
      count_bytes, &bytes, width_mm * pt_per_mm, height_mm * pt_per_mm);
  cairo_t* cr = cairo_create(surface);
  cairo_scale(cr, pt_per_mm, pt_per_mm);
  {
    render::CairoCanvas canvas(cr, symbols, drawn.tolerance_mm());
    drawn.draw_on(canvas);
  }
  cairo_show_page(cr);
  cairo_destroy(cr);
  cairo_surface_destroy(surface);
  return bytes;
}

scene::SheetSpec a3_of_all() {
  scene::SheetSpec spec;
  spec.denominator = 0;
  spec.print_date = "2026-01-01";
  return spec;
}

std::optional<app::Answer> pharmacies(const bench::Town& town) {
  jobs::Context context;
  const auto* rollator = town.catalogue.profile("rollator").value();
  auto district =
      analysis::prepare_district(town.project, town.graph, town.catalogue, *rollator, context);
  return app::answer(std::move(district), app::first_question(*town.project, town.catalogue),
                     context);
}

/// What the program does before it can draw: not part of the sheet, but of the wait.
double read_project_ms(const bench::Town& town, const std::filesystem::path& file) {
  jobs::Context context;
  if (!io::write_project(*town.project, file, context)) return 0;
  double best_s = 1e9;
  for (int i = 0; i < 3; ++i) {
    best_s = std::min(best_s, bench::seconds_of([&] {
                        benchmark::DoNotOptimize(io::read_project(file, context)->homes.size());
                      }));
  }
  return best_s * 1000;
}

/// The A3 sheet of the whole town that `nahraum map` prints, from the project in memory to the
/// PDF on the disk. Floor: Cairo writes the same polygons and lines as PDF, nothing else.
/// `range(0)`: 0 the bare map, 1 with the answer for pharmacies.
void sheet_pdf(benchmark::State& state) {
  const auto* town = bench::town();
  if (!town) return state.SkipWithError("no test data");
  const bench::ScratchFolder folder;
  const auto pdf = folder.path() / "sheet.pdf";
  const auto answer = state.range(0) == 1 ? pharmacies(*town) : std::nullopt;
  scene::SheetContent content;
  content.project = town->project;
  content.catalogue = &town->catalogue;
  const auto plain = scene::sheet(content, a3_of_all(), render::text_measure());
  Drawn drawn;
  render::paint(plain.list, drawn);
  const render::Symbols symbols(base::share_dir() / "symbols");
  bool printed = true;
  bench::against_floor(
      state,
      [&] {
        benchmark::DoNotOptimize(
            bare_pdf(drawn, plain.list.width_mm, plain.list.height_mm, symbols));
      },
      [&] {
        app::Printed sheet{town->project, town->catalogue, {}};
        if (answer) {
          sheet.answer = scene::coverage_answer(*town->project, town->catalogue,
                                                app::sheet_result(*answer, town->catalogue));
        }
        printed = printed && app::print_sheet(sheet, a3_of_all(), pdf).has_value();
      });
  if (!printed) return state.SkipWithError("the sheet could not be written");
  state.counters["MB"] = static_cast<double>(std::filesystem::file_size(pdf)) / 1e6;
  state.counters["read_project_ms"] = read_project_ms(*town, folder.path() / "town.gpkg");
}

}  // namespace

BENCHMARK(sheet_pdf)->ArgName("answer")->Arg(0)->Arg(1)->Iterations(5)->UseManualTime()->Unit(
    benchmark::kMillisecond);
