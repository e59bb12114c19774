// Some twenty states of the window, in three sizes and two languages, beside what they looked like
// last time. The pictures lie in build/<preset>/gallery to be looked at; what is compared is a
// contact sheet of their thumbnails, so that fonts may differ in a hair but no panel may move.

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>

#include <catch2/catch.hpp>
#include <stb_image.h>
#include <stb_image_write.h>
#include <unistd.h>

#include "base/translate.hpp"
#include "platform/script.hpp"
#include "tests/golden/golden.hpp"
#include "tests/platform/screen.hpp"

using namespace nahraum;
namespace fs = std::filesystem;
using platform::Window;

namespace {

constexpr int shrink = 8;   ///< pixels of the window per pixel of a thumbnail
constexpr int columns = 4;  ///< of the contact sheet

struct Picture {
  int width = 0, height = 0;
  std::vector<unsigned char> rgb;
  unsigned char at(int x, int y, int channel) const {
    return rgb[(static_cast<std::size_t>(y) * width + x) * 3 + channel];
  }
};

/// The mean of each square; rows from the top.
Picture thumbnail(const Window::Pixels& pixels) {
  Picture small{pixels.width / shrink, pixels.height / shrink, {}};
  for (int y = 0; y < small.height; ++y) {
    for (int x = 0; x < small.width; ++x) {
      for (int channel = 0; channel < 3; ++channel) {
        int sum = 0;
        for (int i = 0; i < shrink * shrink; ++i) {
          const int row = pixels.height - 1 - (y * shrink + i / shrink);
          const int column = x * shrink + i % shrink;
          sum += pixels.rgb[(static_cast<std::size_t>(row) * pixels.width + column) * 3 + channel];
        }
        small.rgb.push_back(static_cast<unsigned char>(sum / (shrink * shrink)));
      }
    }
  }
  return small;
}

/// All in one picture, row by row.
Picture contact_sheet(const std::vector<Picture>& pictures) {
  const int width = pictures.front().width, height = pictures.front().height;
  const int rows = (static_cast<int>(pictures.size()) + columns - 1) / columns;
  Picture sheet{width * columns, height * rows, {}};
  sheet.rgb.assign(static_cast<std::size_t>(sheet.width) * sheet.height * 3, 128);
  for (std::size_t i = 0; i < pictures.size(); ++i) {
    const int left = static_cast<int>(i) % columns * width;
    const int top = static_cast<int>(i) / columns * height;
    for (int y = 0; y < height; ++y) {
      const auto from = pictures[i].rgb.begin() + static_cast<std::ptrdiff_t>(y) * width * 3;
      std::copy(
          from, from + static_cast<std::ptrdiff_t>(width) * 3,
          sheet.rgb.begin() + (static_cast<std::ptrdiff_t>(top + y) * sheet.width + left) * 3);
    }
  }
  return sheet;
}

void write_png(const fs::path& file, const Picture& picture) {
  stbi_flip_vertically_on_write(0);
  REQUIRE(stbi_write_png(file.string().c_str(), picture.width, picture.height, 3,
                         picture.rgb.data(), picture.width * 3));
}

Picture read_png(const fs::path& file) {
  Picture picture;
  int channels = 0;
  unsigned char* bytes =
      stbi_load(file.string().c_str(), &picture.width, &picture.height, &channels, 3);
  if (!bytes) return {};
  picture.rgb.assign(bytes, bytes + static_cast<std::size_t>(picture.width) * picture.height * 3);
  stbi_image_free(bytes);
  return picture;
}

/// Share of the squares of thumbnail `i` that are clearly another colour.
double difference(const Picture& sheet, const Picture& before, std::size_t i, int width,
                  int height) {
  constexpr int clearly = 28;
  const int left = static_cast<int>(i) % columns * width;
  const int top = static_cast<int>(i) / columns * height;
  int others = 0;
  for (int y = top; y < top + height; ++y) {
    for (int x = left; x < left + width; ++x) {
      int most = 0;
      for (int channel = 0; channel < 3; ++channel)
        most = std::max(most, std::abs(sheet.at(x, y, channel) - before.at(x, y, channel)));
      others += most > clearly ? 1 : 0;
    }
  }
  return static_cast<double>(others) / (width * height);
}

struct Config {
  const char* name;
  platform::WindowSize size;
  base::Language language;
};

/// Own settings and unsaved work, so that no test reads or writes the user's.
struct OwnFolder {
  OwnFolder() {
    path = fs::temp_directory_path() / ("nahraum-gallery-" + std::to_string(getpid()));
    fs::remove_all(path);
    fs::create_directories(path);
    setenv("XDG_CONFIG_HOME", path.c_str(), 1);
    setenv("XDG_STATE_HOME", path.c_str(), 1);
    setenv("SOURCE_DATE_EPOCH", "1795348800", 1);  // 22 November 2026: pages tell what is over
  }
  ~OwnFolder() {
    std::error_code ignored;
    fs::remove_all(path, ignored);
  }
  fs::path path;
};

struct Shot {
  std::string name;
  Picture thumbnail;
};

std::vector<Shot> play(const Config& config, const fs::path& folder) {
  const OwnFolder own;
  std::vector<Shot> shots;
  auto window = Window::open(config.size);
  REQUIRE(window);
  (*window)->session().dispatch(app::ChooseLanguage{config.language});
  base::set_language(config.language);
  (*window)->settle(30);
  const auto keep = [&](const std::string& name,
                        const Window::Pixels& pixels) -> base::Result<void> {
    stbi_flip_vertically_on_write(1);
    stbi_write_png((folder / (name + ".png")).string().c_str(), pixels.width, pixels.height, 3,
                   pixels.rgb.data(), pixels.width * 3);
    shots.push_back({name, thumbnail(pixels)});
    return {};
  };
  const auto played = platform::play_script(
      **window, fs::path(NAHRAUM_SOURCE_DIR) / "tests" / "gallery" / "gallery.txt", keep);
  if (!played) FAIL(base::one_line(played.error()));
  return shots;
}

void compare(const Config& config, const std::vector<Shot>& shots) {
  std::vector<Picture> thumbnails;
  for (const auto& shot : shots)
    thumbnails.push_back(shot.thumbnail);
  const auto sheet = contact_sheet(thumbnails);
  const auto file = tests::golden_file(std::string("gallery-") + config.name + ".png");
  if (tests::regenerating()) {
    write_png(file, sheet);
    FAIL_CHECK("golden regenerated: " << file.filename());
    return;
  }
  const auto before = read_png(file);
  REQUIRE(before.width == sheet.width);
  REQUIRE(before.height == sheet.height);
  for (std::size_t i = 0; i < shots.size(); ++i) {
    INFO(config.name << ": " << shots[i].name << " looks different; see build/*/gallery");
    CHECK(difference(sheet, before, i, thumbnails[i].width, thumbnails[i].height) < 0.01);
  }
}

}  // namespace

TEST_CASE("the window looks as it did") {
  const nahraum::testing::Screen screen;
  if (!screen.ready()) {
    WARN("neither a display nor Xvfb: the gallery is not made");
    return;
  }
  const auto config = GENERATE(Config{"1280-de", {1280, 800, 1}, base::Language::german},
                               Config{"1280-en", {1280, 800, 1}, base::Language::english},
                               Config{"1920-de", {1920, 1080, 1}, base::Language::german},
                               Config{"1920-en", {1920, 1080, 1}, base::Language::english},
                               Config{"200-percent-de", {1920, 1080, 2}, base::Language::german},
                               Config{"200-percent-en", {1920, 1080, 2}, base::Language::english});
  const auto folder = fs::path(NAHRAUM_BINARY_DIR) / "gallery" / config.name;
  fs::create_directories(folder);
  compare(config, play(config, folder));
}

TEST_CASE("a thumbnail has the mean of its squares, the top row first") {
  Window::Pixels pixels{16, 8, {}};
  pixels.rgb.assign(16 * 8 * 3, 0);
  for (int y = 0; y < 8; ++y) {
    for (int x = 8; x < 16; ++x)
      pixels.rgb[(static_cast<std::size_t>(y) * 16 + x) * 3 + 1] = y < 4 ? 200 : 100;
  }
  const auto small = thumbnail(pixels);
  CHECK(small.width == 2);
  CHECK(small.height == 1);
  CHECK(small.at(0, 0, 1) == 0);
  CHECK(small.at(1, 0, 1) == 150);
}

TEST_CASE("a panel that moved is a difference") {
  Picture one{20, 10, std::vector<unsigned char>(600, 250)};
  Picture other = one;
  for (int y = 0; y < 10; ++y)
    other.rgb[(static_cast<std::size_t>(y) * 20 + 7) * 3] = 0;
  CHECK(difference(one, one, 0, 20, 10) == 0);
  CHECK(difference(one, other, 0, 20, 10) == Approx(0.05));
}
