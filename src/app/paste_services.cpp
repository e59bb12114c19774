#include "app/paste_services.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "app/scratch_file.hpp"
#include "app/search_index.hpp"
#include "base/search_key.hpp"
#include "base/translate.hpp"
#include "io/coordinate_guess.hpp"
#include "io/delimited_text.hpp"
#include "io/service_list.hpp"

namespace nahraum::app {
namespace {

using base::tr;

constexpr std::size_t most_bytes = 20'000'000;

std::string joined_words(std::string_view text) {
  std::string all;
  for (const auto& word : base::search_words(text))
    all += word + " ";
  return all;
}

/// Where the homes' house numbers are.
std::map<std::string, geo::Point> places_by_address(const model::Project& project) {
  std::map<std::string, geo::Point> places;
  for (const auto& home : project.homes) {
    for (const auto& address : single_addresses(home.address))
      places.emplace(joined_words(address), home.at);
  }
  return places;
}

/// "Lindenstraße 3, 12345 Kleinhausen" → "Lindenstraße 3".
std::string street_part(std::string_view address) {
  return std::string(address.substr(0, address.find(',')));
}

std::string quoted(const std::string& cell) {
  std::string text = "\"";
  for (const char c : cell)
    text += c == '"' ? std::string("\"\"") : std::string(1, c);
  return text + "\"";
}

std::string tabbed(const io::Row& row) {
  std::string line;
  for (const auto& cell : row)
    line += quoted(cell) + "\t";
  return line;
}

/// The same rows with two columns more where only addresses are given; as they are otherwise.
std::string with_places(const std::string& text, const model::Project& project) {
  const ScratchFile file(text);
  auto rows = io::DelimitedText::open(file.path());
  io::Row row;
  if (!rows || !rows->next(row).value_or(false)) return text;
  const bool placed =
      io::find_column(row, io::easting_names()) && io::find_column(row, io::northing_names());
  const auto column =
      io::find_column(row, {"Adresse", "Anschrift", "Straße", "Strasse", "address"});
  if (placed || !column) return text;
  const auto places = places_by_address(project);
  std::string made = tabbed(row) + "\"" + io::easting_names().front() + "\"\t\"" +
                     io::northing_names().front() + "\"\n";
  while (rows->next(row).value_or(false)) {
    const auto address = std::string(io::cell(row, *column));
    auto place = places.find(joined_words(address));
    if (place == places.end()) place = places.find(joined_words(street_part(address)));
    made += tabbed(row);
    if (place != places.end())
      made += fmt::format("\"{:.2f}\"\t\"{:.2f}\"", place->second.x, place->second.y);
    made += '\n';
  }
  return made;
}

std::string trouble_of(const model::ReportEntry& entry) {
  static const std::map<std::string, const char*> words{
      {"service_list_unknown_kind", base::tr_noop("Kind unknown to the catalogue ({0}): {1}")},
      {"service_list_without_place", base::tr_noop("No place and no known address ({0}): {1}")},
      {"service_list_places_unusable", base::tr_noop("Capacity is no number ({0}): {1}")}};
  const auto found = words.find(entry.code);
  if (found == words.end()) return "";
  return fmt::format(fmt::runtime(tr(found->second)), entry.count, entry.examples);
}

/// Only what lies where streets are known can be reached; the rest is listed.
void keep_inside(PastedServices& pasted, const model::Project& project) {
  std::string outside;
  std::size_t count = 0;
  std::erase_if(pasted.services, [&](const model::Service& service) {
    if (geo::contains(project.data_extent, service.at)) return false;
    if (++count <= 5) outside += (outside.empty() ? "" : ", ") + service.name;
    return true;
  });
  if (count == 0) return;
  pasted.troubles.push_back(
      fmt::format(fmt::runtime(tr("Outside of the map ({0}): {1}")), count, outside));
}

}  // namespace

base::Result<PastedServices> read_pasted(const std::string& text, const model::Project& project,
                                         const model::Catalogue& catalogue) {
  if (text.size() > most_bytes)
    return base::fail(base::ErrorCode::bad_input, tr("too much text to paste"), "",
                      tr("Import it as a file."));
  const ScratchFile file(with_places(text, project));
  std::vector<model::ReportEntry> report;
  auto services = io::read_service_list(file.path(), catalogue, project.info.epsg, report);
  if (!services) {
    auto error = services.error();
    error.where = tr("pasted text");
    return tl::unexpected(error);
  }
  PastedServices pasted{std::move(*services), {}};
  for (const auto& entry : report) {
    if (auto trouble = trouble_of(entry); !trouble.empty())
      pasted.troubles.push_back(std::move(trouble));
  }
  keep_inside(pasted, project);
  for (auto& service : pasted.services) {
    service.id = 0;
    service.in_district = geo::contains(project.district, service.at);
  }
  return pasted;
}

}  // namespace nahraum::app
