#include "io/osm_file.hpp"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <memory>
#include <vector>

#include <bzlib.h>
#include <osmium/io/bzip2_compression.hpp>
#include <osmium/io/gzip_compression.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/xml_input.hpp>
#include <unistd.h>
#include <zlib.h>

#include "base/text.hpp"
#include "base/translate.hpp"

namespace nahraum::io {
namespace {

namespace fs = std::filesystem;
using base::ErrorCode;
using base::tr;

constexpr std::size_t peeked_bytes = 4096;

std::string peek_plain(const fs::path& path) {
  std::string bytes(peeked_bytes, '\0');
  std::ifstream file(path, std::ios::binary);
  file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(file.gcount()));
  return bytes;
}

std::string peek_gzip(const fs::path& path) {
  std::string bytes(peeked_bytes, '\0');
  const std::unique_ptr<gzFile_s, int (*)(gzFile)> file(gzopen(path.c_str(), "rb"), gzclose);
  const int count = file ? gzread(file.get(), bytes.data(), unsigned(bytes.size())) : 0;
  bytes.resize(count > 0 ? std::size_t(count) : 0);
  return bytes;
}

std::string peek_bzip2(const fs::path& path) {
  std::string bytes(peeked_bytes, '\0');
  const std::unique_ptr<BZFILE, void (*)(BZFILE*)> file(BZ2_bzopen(path.c_str(), "rb"),
                                                        BZ2_bzclose);
  const int count = file ? BZ2_bzread(file.get(), bytes.data(), int(bytes.size())) : 0;
  bytes.resize(count > 0 ? std::size_t(count) : 0);
  return bytes;
}

bool is_pbf(std::string_view bytes) {
  return bytes.size() > 14 && bytes[0] == 0 && bytes[1] == 0 &&
         bytes.substr(4, 24).find("OSMHeader") != std::string_view::npos;
}

bool has_element(std::string_view bytes, std::string_view name) {
  for (auto at = bytes.find(name); at != std::string_view::npos; at = bytes.find(name, at + 1)) {
    const char after = at + name.size() < bytes.size() ? bytes[at + name.size()] : ' ';
    if (std::strchr(" \t\r\n>/", after)) return true;
  }
  return false;
}

/// "osm.pbf", "osm", "osm.gz" …, "osc" for change files, "" for anything else.
std::string format_of(const fs::path& path) {
  const std::string bytes = peek_plain(path);
  if (is_pbf(bytes)) return "osm.pbf";
  const bool gzip = bytes.size() > 2 && bytes[0] == '\x1f' && bytes[1] == '\x8b';
  const bool bzip2 = bytes.substr(0, 3) == "BZh";
  const std::string inner = gzip ? peek_gzip(path) : bzip2 ? peek_bzip2(path) : bytes;
  if (has_element(inner, "<osmChange")) return "osc";
  if (!has_element(inner, "<osm")) return {};
  return gzip ? "osm.gz" : bzip2 ? "osm.bz2" : "osm";
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// What the name promises, "" where it promises nothing.
std::string claimed_format(const fs::path& path) {
  const std::string name = base::fold_case(path.filename().string());
  if (ends_with(name, ".pbf")) return "osm.pbf";
  if (ends_with(name, ".osm.gz")) return "osm.gz";
  if (ends_with(name, ".osm.bz2")) return "osm.bz2";
  if (ends_with(name, ".osm") || ends_with(name, ".osm.xml")) return "osm";
  return {};
}

bool is_early_end(std::string_view reason) {
  for (const auto* sign : {"truncated", "EOF", "no element found", "unclosed", "end of file",
                           "unexpected end", "read close failed"}) {
    if (reason.find(sign) != std::string_view::npos) return true;
  }
  return false;
}

base::Error damage_of(const std::string& reason, const fs::path& path) {
  const bool early = is_early_end(reason);
  return {early ? ErrorCode::truncated : ErrorCode::bad_input,
          std::string(early ? tr("the file ends early") : tr("the file is damaged")) + " (" +
              reason + ")",
          path.filename().string(),
          tr("download it again, or go on with what can be read: --accept-partial")};
}

/// libosmium 2.19 leaves a PBF file open when it throws. Closes what was opened in this file's name
/// since the guard was made.
class LeftOpen {
 public:
  explicit LeftOpen(fs::path path) : path_(std::move(path)), before_(open_on_path()) {}
  void close_new() const {
    for (const int fd : open_on_path()) {
      if (std::find(before_.begin(), before_.end(), fd) == before_.end()) ::close(fd);
    }
  }

 private:
  std::vector<int> open_on_path() const {
    std::vector<int> found;
    std::error_code error;
    for (const auto& entry : fs::directory_iterator("/proc/self/fd", error)) {
      if (fs::read_symlink(entry.path(), error) == path_) {
        found.push_back(std::stoi(entry.path().filename().string()));
      }
    }
    return found;
  }
  fs::path path_;
  std::vector<int> before_;
};

}  // namespace

base::Result<OsmFile> open_osm(const fs::path& path, bool accept_misnamed) {
  std::error_code error;
  const fs::path real = fs::canonical(path, error);
  if (error) return base::fail(ErrorCode::not_found, tr("there is no such file"), path.string());
  const std::string name = path.filename().string();
  if (!fs::is_regular_file(real, error)) {
    return base::fail(ErrorCode::bad_input, tr("is not a file"), path.string());
  }
  if (fs::file_size(real, error) == 0)
    return base::fail(ErrorCode::bad_input, tr("the file is empty"), name);
  const std::string format = format_of(real);
  if (format == "osc") {
    return base::fail(ErrorCode::unsupported, tr("holds OSM changes, not a map"), name,
                      tr("use an extract: .osm.pbf, .osm, .osm.gz or .osm.bz2"));
  }
  if (format.empty()) {
    return base::fail(ErrorCode::bad_input, tr("is not OpenStreetMap data"), name,
                      tr("use an extract: .osm.pbf, .osm, .osm.gz or .osm.bz2"));
  }
  const std::string claimed = claimed_format(path);
  const bool misnamed = !claimed.empty() && claimed != format;
  if (misnamed && !accept_misnamed) {
    return base::fail(ErrorCode::bad_input,
                      std::string(tr("is not what its name says; it holds")) + " ." + format, name,
                      tr("check where it comes from and rename it, or use --accept-partial"));
  }
  return OsmFile{real, osmium::io::File(real.string(), format), format, misnamed};
}

ReadEnd read_osm(const OsmFile& file, osmium::osm_entity_bits::type kinds, jobs::Context& context,
                 const std::function<void(osmium::memory::Buffer&)>& use) {
  ReadEnd end;
  const LeftOpen left_open(file.path);
  try {
    osmium::io::Reader reader(file.file, kinds);
    end.header = reader.header();
    while (osmium::memory::Buffer buffer = reader.read()) {
      context.check();
      use(buffer);
    }
    reader.close();
  } catch (const jobs::Cancelled&) {
    left_open.close_new();
    throw;
  } catch (const std::exception& error) {
    left_open.close_new();
    end.damage = damage_of(error.what(), file.path);
  }
  return end;
}

}  // namespace nahraum::io
