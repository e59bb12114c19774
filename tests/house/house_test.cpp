#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

namespace {

namespace fs = std::filesystem;
using Folders = std::set<std::string>;

const fs::path root = NAHRAUM_SOURCE_DIR;

/// Whom each folder may include besides itself: the map of the house, all steps written out.
const std::map<std::string, Folders> permitted = {
    {"base", {}},
    {"geo", {"base"}},
    {"jobs", {"base"}},
    {"model", {"base", "geo"}},
    {"io", {"base", "geo", "jobs", "model"}},
    {"analysis", {"base", "geo", "jobs", "model"}},
    {"planning", {"base", "geo"}},
    {"scene", {"base", "geo", "jobs", "model", "analysis", "planning"}},
    {"render", {"base", "geo", "jobs", "model", "analysis", "planning", "scene"}},
    {"course", {"base", "geo", "jobs", "model", "analysis", "planning"}},
    {"app",
     {"base", "geo", "jobs", "model", "analysis", "planning", "scene", "io", "course", "render"}},
    {"ui",
     {"base", "geo", "jobs", "model", "analysis", "planning", "scene", "io", "course", "render",
      "app"}},
    {"platform",
     {"base", "geo", "jobs", "model", "analysis", "planning", "scene", "io", "course", "render",
      "app", "ui"}},
};

/// A library and the only folders that may include it. Others wrap what they offer.
struct Library {
  const char* headers;  ///< regular expression over the text between < and >
  Folders folders;
};
const std::vector<Library> libraries = {
    {"libintl\\.h", {"base"}},
    {"tl/.*", {"base"}},
    {"geos.*", {"geo"}},
    {"proj.*\\.h|geodesic\\.h", {"geo"}},
    {"thread|condition_variable|future|stop_token", {"jobs"}},
    {"(gdal|ogr|cpl).*", {"io"}},
    {"sqlite3\\.h", {"io"}},
    {"(coin/)?(Cbc|Cgl|Clp|Coin|Osi).*", {"analysis"}},
    {"osmium/.*|protozero/.*|zlib\\.h|bzlib\\.h|expat\\.h", {"io"}},
    {"yaml-cpp/.*", {"io", "course"}},
    {"cairo.*|pango/.*|librsvg/.*", {"render/cairo"}},
    {"epoxy/.*|GL/.*", {"render/gl", "platform"}},
    {"fontconfig/.*|ft2build\\.h|freetype.*", {"render/cairo", "platform"}},
    {"CLI/.*", {"app"}},
    {"md4c\\.h", {"app"}},
    {"spdlog/.*", {"app", "platform"}},
    {"nlohmann/.*", {"io", "app"}},
    {"boost/.*", {"geo", "analysis"}},
    {"imgui.*", {"ui", "platform"}},
    {"GLFW/.*", {"platform"}},
    {"gio/.*|glib.*|gobject/.*", {"platform"}},
};

struct Source {
  std::string name;  ///< "render/gl/mesh.cpp"
  std::vector<std::string> lines;
  std::string folder() const { return fs::path(name).parent_path().string(); }
  std::string room() const { return name.substr(0, name.find('/')); }
};

std::vector<std::string> lines_of(const fs::path& path) {
  std::ifstream file(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(file, line);)
    lines.push_back(line);
  return lines;
}

std::vector<Source> read_sources() {
  std::vector<Source> sources;
  for (const auto& entry : fs::recursive_directory_iterator(root / "src")) {
    const auto extension = entry.path().extension();
    if (extension != ".cpp" && extension != ".hpp") continue;
    sources.push_back({fs::relative(entry.path(), root / "src").string(), lines_of(entry.path())});
  }
  std::sort(sources.begin(), sources.end(),
            [](const Source& a, const Source& b) { return a.name < b.name; });
  return sources;
}

/// What the `#include` lines of a file name, between the given brackets.
std::vector<std::string> includes(const Source& source, char open, char close) {
  const std::regex directive(std::string("^\\s*#\\s*include\\s*") + open + "([^" + close + "]+)" +
                             close);
  std::vector<std::string> names;
  std::smatch match;
  for (const auto& line : source.lines) {
    if (std::regex_search(line, match, directive)) names.push_back(match[1]);
  }
  return names;
}

bool may_include(const Source& source, const std::string& other) {
  if (source.room() == "render" && other == "render") return true;
  const auto rule = permitted.find(source.room());
  return other == source.room() || (rule != permitted.end() && rule->second.count(other) > 0);
}

/// One sentence per include that the house does not allow.
std::vector<std::string> trespasses(const Source& source) {
  std::vector<std::string> found;
  for (const auto& name : includes(source, '"', '"')) {
    const std::string room = name.substr(0, name.find('/'));
    if (!may_include(source, room)) found.push_back(source.name + " may not include " + name);
  }
  for (const auto& name : includes(source, '<', '>')) {
    for (const auto& library : libraries) {
      if (!std::regex_match(name, std::regex(library.headers))) continue;
      if (library.folders.count(source.folder()) == 0) {
        found.push_back(source.name + " may not include <" + name + ">");
      }
    }
  }
  return found;
}

std::string joined(const std::vector<std::string>& lines) {
  std::ostringstream text;
  for (const auto& line : lines)
    text << line << '\n';
  return text.str();
}

}  // namespace

TEST_CASE("every folder of src stands in the map of the house") {
  Folders unknown;
  for (const auto& source : read_sources()) {
    if (permitted.count(source.room()) == 0) unknown.insert(source.name);
  }
  CHECK(unknown == Folders{});
}

TEST_CASE("a folder includes only the folders below it and the libraries it owns") {
  std::vector<std::string> found;
  for (const auto& source : read_sources()) {
    const auto here = trespasses(source);
    found.insert(found.end(), here.begin(), here.end());
  }
  INFO(joined(found));
  CHECK(found.empty());
}

TEST_CASE("the reader of includes sees what is wrong") {
  CHECK(trespasses({"geo/line.cpp", {"#include \"model/project.hpp\""}}).size() == 1);
  CHECK(
      trespasses({"geo/line.cpp", {"#include \"base/text.hpp\"", "#include <geos_c.h>"}}).empty());
  CHECK(trespasses({"app/verbs.cpp", {"  # include <imgui.h>", "#include <gdal.h>"}}).size() == 2);
  CHECK(trespasses({"render/cairo/page.cpp", {"#include <epoxy/gl.h>"}}).size() == 1);
  CHECK(trespasses({"render/gl/mesh.cpp", {"#include <epoxy/gl.h>"}}).empty());
  CHECK(trespasses({"analysis/reach.cpp", {"#include \"io/project_file.hpp\""}}).size() == 1);
  CHECK(trespasses({"planning/raci.cpp", {"#include \"model/project.hpp\""}}).size() == 1);
  CHECK(trespasses({"planning/clusters.cpp", {"#include \"geo/values.hpp\""}}).empty());
  CHECK(trespasses({"base/text.cpp", {"#include \"../geo/values.hpp\""}}).size() == 1);
}

TEST_CASE("headers are guarded and a source file names its own header first") {
  for (const auto& source : read_sources()) {
    INFO(source.name);
    if (fs::path(source.name).extension() == ".hpp") {
      CHECK((!source.lines.empty() && source.lines[0] == "#pragma once"));
      continue;
    }
    const std::string own = fs::path(source.name).replace_extension(".hpp").string();
    const auto named = includes(source, '"', '"');
    if (fs::exists(root / "src" / own)) CHECK((!named.empty() && named.front() == own));
  }
}

TEST_CASE("no unfinished marks are left in the source") {
  const std::regex marks(R"(\b(TO)"
                         R"(DO|FIX)"
                         R"(ME|X)"
                         R"(XX|HA)"
                         R"(CK)\b)");
  for (const auto& source : read_sources()) {
    for (const auto& line : source.lines) {
      INFO(source.name << ": " << line);
      CHECK_FALSE(std::regex_search(line, marks));
    }
  }
}

TEST_CASE("dependencies are looked for in third_party alone") {
  for (const auto& folder : {"src", "assets"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      if (entry.path().filename() != "CMakeLists.txt") continue;
      const std::string text = joined(lines_of(entry.path()));
      INFO(entry.path().string());
      CHECK_FALSE(std::regex_search(text, std::regex("find_package|find_library|pkg_check")));
    }
  }
}

TEST_CASE("every listed package is explained, and every explained one is listed") {
  std::set<std::string> listed;
  for (const auto& line : lines_of(root / "third_party" / "packages.txt")) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream fields(line);
    std::string package;
    std::string kind;
    fields >> package >> kind;
    INFO(line);
    CHECK((kind == "run" || kind == "test" || kind == "lint"));
    listed.insert(package);
  }
  std::set<std::string> explained;
  const std::regex row("^\\| `([a-z0-9+.-]+)` \\|");
  std::smatch match;
  for (const auto& line : lines_of(root / "third_party" / "README.md")) {
    if (std::regex_search(line, match, row)) explained.insert(match[1]);
  }
  CHECK(listed == explained);
}
