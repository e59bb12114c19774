/// Pictures: upright, small, and without what the camera wrote into them.

#include "io/photo.hpp"

#include <fstream>

#include <catch2/catch.hpp>
#include <gdal.h>
#include <unistd.h>

#include "io/gdal.hpp"

using namespace nahraum;
using namespace nahraum::io;
namespace fs = std::filesystem;

namespace {

struct Folder {
  fs::path path = fs::temp_directory_path() / ("nahraum-photo-" + std::to_string(getpid()));
  Folder() { fs::create_directories(path); }
  ~Folder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
};

/// Left half red, right half blue, a white lower edge.
std::string picture(const fs::path& file, const char* driver, int width, int height) {
  harden_gdal();
  GDALDatasetH memory =
      GDALCreate(GDALGetDriverByName("MEM"), "", width, height, 3, GDT_Byte, nullptr);
  std::vector<std::uint8_t> rgb;
  for (int y = 0; y < height; ++y) {
    for (int x = 0; x < width; ++x) {
      const bool left = x<width / 2, edge = y> height * 3 / 4;
      rgb.insert(rgb.end(), {std::uint8_t(edge || left ? 240 : 10), std::uint8_t(edge ? 240 : 10),
                             std::uint8_t(edge || !left ? 240 : 10)});
    }
  }
  REQUIRE(GDALDatasetRasterIO(memory, GF_Write, 0, 0, width, height, rgb.data(), width, height,
                              GDT_Byte, 3, nullptr, 3, 3 * width, 1) == CE_None);
  GDALDatasetH made = GDALCreateCopy(GDALGetDriverByName(driver), file.c_str(), memory, FALSE,
                                     nullptr, nullptr, nullptr);
  REQUIRE(made);
  GDALClose(made);
  GDALClose(memory);
  std::ifstream in(file, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

/// An APP1 segment behind the picture's first two bytes: orientation, and who holds the camera.
void write_with_exif(const fs::path& file, const std::string& jpeg, char orientation) {
  using namespace std::string_literals;
  std::string tiff = "II*\0\x08\0\0\0"s;
  tiff += "\x02\0"s;
  tiff += "\x12\x01\x03\0\x01\0\0\0"s + orientation + "\0\0\0"s;
  tiff += "\x3b\x01\x02\0\x0e\0\0\0\x26\0\0\0"s;  // artist, at byte 38
  tiff += "\0\0\0\0"s + "Erika Geheim\0\0"s;
  const std::string body = "Exif\0\0"s + tiff;
  const auto size = body.size() + 2;
  const std::string segment =
      "\xff\xe1"s + static_cast<char>(size >> 8) + static_cast<char>(size & 255) + body;
  std::ofstream(file, std::ios::binary) << jpeg.substr(0, 2) << segment << jpeg.substr(2);
}

struct Rgb {
  int r, g, b;
};
Rgb at(const model::Image& image, double x, double y) {
  const auto i = 3 * (static_cast<std::size_t>(y * image.height) * std::size_t(image.width) +
                      static_cast<std::size_t>(x * image.width));
  return {image.rgb[i], image.rgb[i + 1], image.rgb[i + 2]};
}

}  // namespace

TEST_CASE("a photo keeps its picture and loses what the camera wrote") {
  const Folder folder;
  const auto file = folder.path / "ort.jpg";
  write_with_exif(file, picture(folder.path / "plain.jpg", "JPEG", 80, 40), 1);
  const auto photo = read_photo(file);
  REQUIRE(photo);
  CHECK(photo->photo->name == "ort.jpg");
  CHECK(photo->photo->jpeg.find("Erika") == std::string::npos);
  CHECK(photo->photo->jpeg.find("Exif") == std::string::npos);
  const auto& image = *photo->photo->preview;
  CHECK(image.width == 80);
  CHECK(image.height == 40);
  CHECK(at(image, 0.2, 0.3).r > 200);
  CHECK(at(image, 0.2, 0.3).b < 60);
  CHECK(at(image, 0.8, 0.3).b > 200);
}

TEST_CASE("a photo taken sideways stands upright, for each of the eight orientations") {
  const Folder folder;
  const auto jpeg = picture(folder.path / "plain.jpg", "JPEG", 96, 48);
  // Where the white lower edge and the red left half come to lie: EXIF 2.3, table 6.
  const struct {
    char orientation;
    int width, height;
    double white_x, white_y, red_x, red_y;
  } cases[] = {{1, 96, 48, 0.5, 0.9, 0.2, 0.3}, {2, 96, 48, 0.5, 0.9, 0.8, 0.3},
               {3, 96, 48, 0.5, 0.1, 0.8, 0.7}, {4, 96, 48, 0.5, 0.1, 0.2, 0.7},
               {5, 48, 96, 0.9, 0.5, 0.3, 0.2}, {6, 48, 96, 0.1, 0.5, 0.7, 0.2},
               {7, 48, 96, 0.1, 0.5, 0.7, 0.8}, {8, 48, 96, 0.9, 0.5, 0.3, 0.8}};
  for (const auto& c : cases) {
    INFO("orientation " << int(c.orientation));
    const auto file = folder.path / "turned.jpg";
    write_with_exif(file, jpeg, c.orientation);
    const auto photo = read_photo(file);
    REQUIRE(photo);
    const auto& image = *photo->photo->preview;
    CHECK(image.width == c.width);
    CHECK(image.height == c.height);
    CHECK(at(image, c.white_x, c.white_y).g > 200);
    CHECK(at(image, c.red_x, c.red_y).r > 200);
    CHECK(at(image, c.red_x, c.red_y).b < 60);
  }
}

TEST_CASE("a large picture is made small, a PNG becomes a JPEG") {
  const Folder folder;
  picture(folder.path / "gross.png", "PNG", 3200, 400);
  const auto photo = read_photo(folder.path / "gross.png");
  REQUIRE(photo);
  CHECK(photo->photo->jpeg.substr(0, 2) == "\xff\xd8");
  CHECK(photo->photo->preview->width == preview_side_px);
  CHECK(photo->photo->preview->height == preview_side_px / 8);
}

TEST_CASE("what is no picture is refused with a word, and a damaged stored one has no preview") {
  const Folder folder;
  std::ofstream(folder.path / "brief.jpg") << "Sehr geehrte Damen und Herren";
  CHECK(read_photo(folder.path / "brief.jpg").error().code == base::ErrorCode::bad_input);
  CHECK(read_photo(folder.path / "nichts.jpg").error().code == base::ErrorCode::not_found);
  {
    std::ofstream(folder.path / "riesig.jpg") << "x";
    fs::resize_file(folder.path / "riesig.jpg", largest_photo_bytes + 1);
  }
  CHECK(read_photo(folder.path / "riesig.jpg").error().what.find("40 MB") != std::string::npos);
  CHECK_FALSE(stored_photo("x", "no jpeg").photo->preview);
}
