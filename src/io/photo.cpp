#include "io/photo.hpp"

#include <atomic>
#include <cmath>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>

#include <cpl_conv.h>
#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gdal.h>

#include "base/translate.hpp"
#include "io/gdal.hpp"

namespace nahraum::io {
namespace {

using base::tr;
using model::Image;

constexpr double most_pixels = 100e6;

/// A file of GDAL's in memory. `bytes` must outlive it.
class MemoryFile {
 public:
  MemoryFile() : path_(fmt::format("/vsimem/photo{}", ++number())) {}
  explicit MemoryFile(std::string& bytes) : MemoryFile() {
    auto* data = reinterpret_cast<GByte*>(bytes.data());
    VSIFCloseL(VSIFileFromMemBuffer(path_.c_str(), data, bytes.size(), FALSE));
  }
  ~MemoryFile() { VSIUnlink(path_.c_str()); }
  MemoryFile(const MemoryFile&) = delete;
  MemoryFile& operator=(const MemoryFile&) = delete;
  const char* path() const { return path_.c_str(); }
  std::string bytes() const {
    vsi_l_offset size = 0;
    const auto* data = VSIGetMemFileBuffer(path_.c_str(), &size, FALSE);
    return data ? std::string(reinterpret_cast<const char*>(data), size) : std::string();
  }

 private:
  static std::atomic<unsigned>& number() {
    static std::atomic<unsigned> count{0};
    return count;
  }
  std::string path_;
};

class Dataset {
 public:
  explicit Dataset(GDALDatasetH handle) : handle_(handle) {}
  ~Dataset() {
    if (handle_) GDALClose(handle_);
  }
  Dataset(const Dataset&) = delete;
  Dataset& operator=(const Dataset&) = delete;
  GDALDatasetH get() const { return handle_; }
  explicit operator bool() const { return handle_ != nullptr; }
  int width() const { return GDALGetRasterXSize(handle_); }
  int height() const { return GDALGetRasterYSize(handle_); }
  int bands() const { return GDALGetRasterCount(handle_); }

 private:
  GDALDatasetH handle_;
};

/// Says nothing while it lives: damaged pictures are told in our own words.
class Quiet {
 public:
  Quiet() { CPLPushErrorHandler(CPLQuietErrorHandler); }
  ~Quiet() { CPLPopErrorHandler(); }
  Quiet(const Quiet&) = delete;
  Quiet& operator=(const Quiet&) = delete;
};

GDALDatasetH open_picture(const char* path) {
  harden_gdal();
  constexpr const char* drivers[] = {"JPEG", "PNG", nullptr};
  return GDALOpenEx(path, GDAL_OF_RASTER | GDAL_OF_READONLY, drivers, nullptr, nullptr);
}

bool read_band(const Dataset& dataset, int band, std::vector<std::uint8_t>& out, int width,
               int height) {
  GDALRasterIOExtraArg extra;
  INIT_RASTERIO_EXTRA_ARG(extra);
  extra.eResampleAlg = GRIORA_Average;
  out.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
  return GDALRasterIOEx(GDALGetRasterBand(dataset.get(), band), GF_Read, 0, 0, dataset.width(),
                        dataset.height(), out.data(), width, height, GDT_Byte, 0, 0,
                        &extra) == CE_None;
}

/// Grey as colour; palettes looked up; what is seen through lies on white.
std::optional<Image> pixels_of(const Dataset& dataset, int longest) {
  const double shrink =
      std::min(1.0, double(longest) / std::max(dataset.width(), dataset.height()));
  Image image;
  image.width = std::max(1, static_cast<int>(std::lround(dataset.width() * shrink)));
  image.height = std::max(1, static_cast<int>(std::lround(dataset.height() * shrink)));
  const int bands = dataset.bands();
  std::vector<std::vector<std::uint8_t>> read(static_cast<std::size_t>(std::min(bands, 4)));
  for (std::size_t i = 0; i < read.size(); ++i) {
    if (!read_band(dataset, static_cast<int>(i) + 1, read[i], image.width, image.height))
      return std::nullopt;
  }
  if (read.empty()) return std::nullopt;
  const auto palette = GDALGetRasterColorTable(GDALGetRasterBand(dataset.get(), 1));
  const bool colours = read.size() >= 3;
  const auto* alpha = read.size() == 4 ? &read[3] : read.size() == 2 ? &read[1] : nullptr;
  image.rgb.reserve(read[0].size() * 3);
  for (std::size_t i = 0; i < read[0].size(); ++i) {
    const GDALColorEntry* entry = palette ? GDALGetColorEntry(palette, read[0][i]) : nullptr;
    const int own[3] = {entry ? entry->c1 : read[0][i],
                        entry ? entry->c2 : read[colours ? 1 : 0][i],
                        entry ? entry->c3 : read[colours ? 2 : 0][i]};
    const int solid = entry ? entry->c4 : alpha ? (*alpha)[i] : 255;
    for (const int value : own)
      image.rgb.push_back(static_cast<std::uint8_t>((value * solid + 255 * (255 - solid)) / 255));
  }
  return image;
}

/// EXIF 2.3, tag 0x0112: where the picture's first row and column lie.
Image turned(const Image& image, int orientation) {
  if (orientation < 2 || orientation > 8) return image;
  const bool sideways = orientation >= 5;
  Image upright;
  upright.width = sideways ? image.height : image.width;
  upright.height = sideways ? image.width : image.height;
  upright.rgb.reserve(image.rgb.size());
  for (int y = 0; y < upright.height; ++y) {
    for (int x = 0; x < upright.width; ++x) {
      const int u = sideways ? y : x, v = sideways ? x : y;
      const bool mirror_u =
          orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
      const bool mirror_v =
          orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
      const int from_x = mirror_u ? image.width - 1 - u : u;
      const int from_y = mirror_v ? image.height - 1 - v : v;
      const auto* from = image.rgb.data() + 3 * (std::ptrdiff_t(from_y) * image.width + from_x);
      upright.rgb.insert(upright.rgb.end(), from, from + 3);
    }
  }
  return upright;
}

std::string as_jpeg(const Image& image) {
  const Dataset memory(
      GDALCreate(GDALGetDriverByName("MEM"), "", image.width, image.height, 3, GDT_Byte, nullptr));
  if (!memory) return {};
  auto rgb = image.rgb;
  if (GDALDatasetRasterIO(memory.get(), GF_Write, 0, 0, image.width, image.height, rgb.data(),
                          image.width, image.height, GDT_Byte, 3, nullptr, 3, 3 * image.width,
                          1) != CE_None)
    return {};
  char quality[] = "QUALITY=85";
  char* options[] = {quality, nullptr};
  const MemoryFile file;
  {
    const Dataset made(GDALCreateCopy(GDALGetDriverByName("JPEG"), file.path(), memory.get(), FALSE,
                                      options, nullptr, nullptr));
    if (!made) return {};
  }
  return file.bytes();
}

tl::unexpected<base::Error> refuse(const char* what, const std::filesystem::path& path,
                                   const char* advice) {
  return base::fail(base::ErrorCode::bad_input, what, path.filename().string(), advice);
}

base::Result<std::string> bytes_of(const std::filesystem::path& path) {
  std::error_code error;
  const auto size = std::filesystem::file_size(path, error);
  if (error) {
    return base::fail(base::ErrorCode::not_found, tr("There is no such file."),
                      path.filename().string());
  }
  if (size > largest_photo_bytes) {
    return refuse(tr("the picture has more than 40 MB"), path,
                  tr("make it smaller, or take one as JPEG"));
  }
  std::ifstream in(path, std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(in), {});
}

}  // namespace

base::Result<model::PhotoRef> read_photo(const std::filesystem::path& path) {
  auto bytes = bytes_of(path);
  if (!bytes) return tl::unexpected(bytes.error());
  const Quiet quiet;
  const MemoryFile file(*bytes);
  const Dataset dataset(open_picture(file.path()));
  if (!dataset)
    return refuse(tr("is no JPEG or PNG picture"), path, tr("save it as JPEG and choose that"));
  if (double(dataset.width()) * dataset.height() > most_pixels) {
    return refuse(tr("the picture has more than 100 megapixels"), path, tr("make it smaller"));
  }
  const auto image = pixels_of(dataset, photo_side_px);
  if (!image) return refuse(tr("the picture is damaged"), path, tr("take another copy of it"));
  const char* orientation = GDALGetMetadataItem(dataset.get(), "EXIF_Orientation", nullptr);
  auto jpeg = as_jpeg(turned(*image, orientation ? std::atoi(orientation) : 1));
  return stored_photo(path.filename().string(), std::move(jpeg));
}

model::PhotoRef stored_photo(std::string name, std::string jpeg) {
  auto photo = std::make_shared<model::Photo>();
  photo->name = std::move(name);
  photo->jpeg = std::move(jpeg);
  const Quiet quiet;
  const MemoryFile file(photo->jpeg);
  const Dataset dataset(open_picture(file.path()));
  const bool sound = dataset && double(dataset.width()) * dataset.height() <= most_pixels;
  if (auto image = sound ? pixels_of(dataset, preview_side_px) : std::nullopt)
    photo->preview = std::make_shared<const Image>(std::move(*image));
  return {std::move(photo)};
}

}  // namespace nahraum::io
