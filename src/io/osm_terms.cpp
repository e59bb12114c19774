#include "io/osm_terms.hpp"

#include <array>
#include <fstream>
#include <memory>
#include <string_view>

#include <expat.h>

#include "base/text.hpp"

namespace nahraum::io {
namespace {

constexpr std::string_view names_osm = "openstreetmap.org";

struct RootReader {
  XML_Parser parser = nullptr;
  OsmTerms terms;
};

void read_root(void* user, const XML_Char*, const XML_Char** attributes) {
  auto& reader = *static_cast<RootReader*>(user);
  for (; attributes[0]; attributes += 2) {
    const std::string_view name = attributes[0];
    if (name == "attribution") reader.terms.attribution = attributes[1];
    if (name == "license") reader.terms.licence = attributes[1];
  }
  XML_StopParser(reader.parser, XML_FALSE);  // the rest is libosmium's
}

OsmTerms named_in(const std::filesystem::path& path) {
  std::array<char, 4096> head{};
  std::ifstream file(path, std::ios::binary);
  file.read(head.data(), head.size());
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(
      XML_ParserCreate(nullptr), &XML_ParserFree);
  RootReader reader{parser.get(), {}};
  XML_SetUserData(parser.get(), &reader);
  XML_SetStartElementHandler(parser.get(), read_root);
  XML_Parse(parser.get(), head.data(), static_cast<int>(file.gcount()), XML_FALSE);
  return reader.terms;
}

}  // namespace

OsmTerms terms_of(const OsmFile& file) {
  OsmTerms osm{"ODbL 1.0", "© OpenStreetMap contributors, ODbL 1.0"};
  if (file.format != "osm") return osm;
  OsmTerms named = named_in(file.path);
  const bool of_osm = base::fold_case(named.attribution).find(names_osm) != std::string::npos;
  return named.attribution.empty() || of_osm ? osm : named;
}

}  // namespace nahraum::io
