#include "render/cairo/export.hpp"

#include <csignal>
#include <cstdio>
#include <fstream>
#include <sstream>

#include <catch2/catch.hpp>
#include <sys/resource.h>
#include <unistd.h>

#include "base/paths.hpp"
#include "render/cairo/text_measure.hpp"

using namespace nahraum;
using namespace nahraum::render;
namespace fs = std::filesystem;

namespace {

class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("nahraum_export_" + std::to_string(getpid()))) {
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  fs::path operator/(const char* name) const { return path_ / name; }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), {}));
  }

 private:
  fs::path path_;
};

std::string read_all(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

std::string output_of(const std::string& command) {
  std::string text;
  if (FILE* pipe = popen(command.c_str(), "r")) {
    char bytes[512];
    while (const auto got = fread(bytes, 1, sizeof bytes, pipe))
      text.append(bytes, got);
    pclose(pipe);
  }
  return text;
}

const Symbols& symbols() {
  static const Symbols all(base::share_dir() / "symbols");
  return all;
}

/// 1 000 m of street at 1:5 000 on a small sheet, a hatched block, a symbol, a hostile name.
scene::DisplayList ruler() {
  scene::Frame frame;
  frame.space = scene::Space::map;
  frame.page_mm.add(geo::Point{10, 10});
  frame.page_mm.add(geo::Point{230, 90});
  frame.view = {{4000, 7000}, 5000};
  auto layer = std::make_shared<scene::Layer>();
  scene::Stroke stroke;
  stroke.width = 0.5;
  stroke.color = scene::color("#123456");
  stroke.round = false;
  layer->items.push_back(scene::Polyline{{{3600, 7050}, {4600, 7050}}, stroke});
  scene::Fill block;
  block.shape = {{{{3700, 6900}, {3900, 6900}, {3900, 7000}, {3700, 6900}}, {}}};
  block.color = scene::color("#b3000040");
  block.hatch = scene::Hatch{scene::color("#b30000"), 0.8, 0.2, 45};
  layer->items.push_back(block);
  scene::Symbol symbol;
  symbol.at = {4100, 6950};
  symbol.plate = scene::Plate::octagon;
  symbol.sign = "G";
  symbol.tint = scene::color("#b5173f");
  layer->items.push_back(symbol);
  scene::Text text;
  text.text = "Große Straße <script>alert(1)</script> & \"mehr\"";
  text.at = {3700, 7100};
  text.halo = scene::color("#ffffff");
  layer->items.push_back(text);
  frame.layers = {layer};
  scene::DisplayList list;
  list.width_mm = 240;
  list.height_mm = 100;
  list.frames = {frame};
  return list;
}

const Properties properties{"Ein Blatt", "Amt", "Apotheken", "2026-11-22"};

/// x of the first point after `#123456` path's M and of the L that follows.
std::pair<double, double> ruler_ends(const std::string& svg) {
  const auto stroke = svg.find("stroke=\"#123456\"");
  const auto at = svg.find(" d=\"M", stroke);
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
  CHECK(std::sscanf(svg.c_str() + at, " d=\"M%lf %lfL%lf %lf", &x1, &y1, &x2, &y2) == 4);
  CHECK(y1 == y2);
  return {x1, x2};
}

}  // namespace

TEST_CASE("1 000 m at 1:5 000 measure 200 mm in the SVG") {
  const Folder folder;
  REQUIRE(write_svg(ruler(), folder / "ruler.svg", properties, symbols()));
  const auto svg = read_all(folder / "ruler.svg");
  const auto [from, to] = ruler_ends(svg);
  CHECK(to - from == Approx(200).margin(0.002));
  CHECK(svg.find("width=\"240mm\"") != std::string::npos);
  CHECK(svg.find("viewBox=\"0 0 240 100\"") != std::string::npos);
}

TEST_CASE("the PDF has the sheet's size, real text and the same bytes each time") {
  const Folder folder;
  REQUIRE(write_pdf(ruler(), folder / "a.pdf", properties, symbols()));
  REQUIRE(write_pdf(ruler(), folder / "b.pdf", properties, symbols()));
  CHECK(read_all(folder / "a.pdf") == read_all(folder / "b.pdf"));
  if (output_of("command -v pdftotext pdfinfo").empty()) {
    WARN("pdftotext is not installed: text of the PDF not checked");
    return;
  }
  CHECK(output_of("pdftotext " + (folder / "a.pdf").string() + " -").find("Große Straße") !=
        std::string::npos);
  const auto info = output_of("pdfinfo " + (folder / "a.pdf").string());
  CHECK(info.find("Ein Blatt") != std::string::npos);
  CHECK(info.find("680.315 x 283.465 pts") != std::string::npos);  // 240 × 100 mm
  CHECK(output_of("pdfimages -list " + (folder / "a.pdf").string()).find(" image ") ==
        std::string::npos);  // vectors only
}

TEST_CASE("1 000 m at 1:5 000 measure 200 mm in the PDF") {
  const Folder folder;
  REQUIRE(write_pdf(ruler(), folder / "ruler.pdf", properties, symbols()));
  if (output_of("command -v pdftocairo").empty()) {
    WARN("pdftocairo is not installed: ruler of the PDF not checked");
    return;
  }
  const auto svg = output_of("pdftocairo -svg " + (folder / "ruler.pdf").string() + " -");
  const auto at = svg.find("stroke:rgb(7.0");  // #123456: 7.06 % red
  REQUIRE(at != std::string::npos);
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0, pen = 0;
  const auto data = svg.find(" d=\"M", at);
  REQUIRE(std::sscanf(svg.c_str() + data, " d=\"M %lf %lf L %lf %lf", &x1, &y1, &x2, &y2) == 4);
  const auto width = svg.rfind("stroke-width:", at);
  REQUIRE(std::sscanf(svg.c_str() + width, "stroke-width:%lf", &pen) == 1);
  CHECK((x2 - x1) * 25.4 / 72 == Approx(200).margin(0.02));  // points of the page
  CHECK(pen * 25.4 / 72 == Approx(0.5).margin(0.001));
}

TEST_CASE("names are text in the SVG, never markup") {
  const Folder folder;
  REQUIRE(write_svg(ruler(), folder / "a.svg", properties, symbols()));
  const auto svg = read_all(folder / "a.svg");
  CHECK(svg.find("<script") == std::string::npos);
  CHECK(svg.find("Große Straße &lt;script&gt;") != std::string::npos);
}

TEST_CASE("a PNG says how large it is to be printed") {
  const Folder folder;
  REQUIRE(write_png(ruler(), folder / "a.png", 100, symbols()));
  const auto png = read_all(folder / "a.png");
  const auto word = [&](std::size_t at) {
    return static_cast<unsigned>((static_cast<unsigned char>(png[at]) << 24) |
                                 (static_cast<unsigned char>(png[at + 1]) << 16) |
                                 (static_cast<unsigned char>(png[at + 2]) << 8) |
                                 static_cast<unsigned char>(png[at + 3]));
  };
  CHECK(word(16) == 945);  // 240 mm at 100 dpi
  CHECK(word(20) == 394);
  const auto physical = png.find("pHYs");
  REQUIRE(physical != std::string::npos);
  CHECK(word(physical + 4) == 3937);  // pixels per metre
}

TEST_CASE("a picture that is too large is refused with the resolution that fits") {
  const Folder folder;
  const auto written = write_png(ruler(), folder / "a.png", 5000, symbols());
  REQUIRE_FALSE(written);
  CHECK(written.error().code == base::ErrorCode::unsupported);
  CHECK(written.error().what_to_do.find("3467") != std::string::npos);
  CHECK(folder.files() == 0);
}

TEST_CASE("a full disk leaves the older sheet whole and nothing else") {
  const Folder folder;
  std::ofstream(folder / "a.pdf") << "older";
  std::signal(SIGXFSZ, SIG_IGN);
  struct rlimit before {};
  getrlimit(RLIMIT_FSIZE, &before);
  const struct rlimit tiny { 1000, before.rlim_max };
  setrlimit(RLIMIT_FSIZE, &tiny);
  const auto pdf = write_pdf(ruler(), folder / "a.pdf", properties, symbols());
  const auto svg = write_svg(ruler(), folder / "a.svg", properties, symbols());
  const auto png = write_png(ruler(), folder / "a.png", 72, symbols());
  setrlimit(RLIMIT_FSIZE, &before);
  for (const auto* result : {&pdf, &svg, &png}) {
    REQUIRE_FALSE(*result);
    CHECK(result->error().code == base::ErrorCode::io);
  }
  CHECK(read_all(folder / "a.pdf") == "older");
  CHECK(folder.files() == 1);
}

TEST_CASE("a folder that is not there is named") {
  const auto written = write_sheet(ruler(), "/no/such/folder/a.pdf", 300, properties, symbols());
  REQUIRE_FALSE(written);
  CHECK(written.error().where == "/no/such/folder/a.pdf");
  CHECK_FALSE(written.error().what_to_do.empty());
}

TEST_CASE("other endings are refused") {
  const auto written = write_sheet(ruler(), "a.docx", 300, properties, symbols());
  REQUIRE_FALSE(written);
  CHECK(written.error().code == base::ErrorCode::unsupported);
}
