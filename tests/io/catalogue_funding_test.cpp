/// The programmes of money: dated, marked, and what a source does not state stays unknown.

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

#include "io/catalogue_yaml.hpp"

namespace fs = std::filesystem;
using namespace nahraum;

namespace {

const fs::path shipped_folder = fs::path(NAHRAUM_SOURCE_DIR) / "assets" / "catalogue";

base::Result<model::Catalogue> with_funding(const std::string& from, const std::string& to) {
  const auto folder = fs::temp_directory_path() / "nahraum_funding_test";
  fs::remove_all(folder);
  fs::create_directories(folder);
  for (const auto& entry : fs::directory_iterator(shipped_folder))
    fs::copy_file(entry.path(), folder / entry.path().filename());
  std::ostringstream text;
  text << std::ifstream(shipped_folder / "funding.yaml").rdbuf();
  auto changed = text.str();
  const auto at = changed.find(from);
  REQUIRE(at != std::string::npos);
  changed.replace(at, from.size(), to);
  std::ofstream(folder / "funding.yaml") << changed;
  auto result = io::read_catalogue(folder);
  fs::remove_all(folder);
  return result;
}

std::string trouble(const std::string& from, const std::string& to) {
  const auto result = with_funding(from, to);
  return result ? "" : base::one_line(result.error());
}

const model::Programme& programme(const model::Catalogue& catalogue, const std::string& id) {
  for (const auto& each : catalogue.programmes) {
    if (each.id == id) return each;
  }
  FAIL("no programme " + id);
  return catalogue.programmes.front();
}

}  // namespace

TEST_CASE("every programme of money has both languages, a date and a mark") {
  const auto catalogue = io::read_catalogue(shipped_folder);
  REQUIRE(catalogue);
  CHECK(catalogue->programmes.size() == 11);
  std::set<std::string> ids;
  for (const auto& each : catalogue->programmes) {
    INFO(each.id);
    CHECK(ids.insert(each.id).second);
    for (const auto& label : {each.label, each.who, each.terms, each.duration}) {
      CHECK_FALSE(label.de.empty());
      CHECK_FALSE(label.en.empty());
    }
    CHECK_FALSE(each.stand.empty());
    CHECK_FALSE(each.evidence.source.empty());
    CHECK(each.evidence.mark != model::Mark::literature);
  }
}

TEST_CASE("rules of programmes are as their sources state them, and unknown where they do not") {
  const auto catalogue = io::read_catalogue(shipped_folder).value();
  const auto& lottery = programme(catalogue, "hilfswerk");
  CHECK(lottery.rate == 80);
  CHECK(lottery.own_share == 20);
  CHECK_FALSE(lottery.cap);
  CHECK(lottery.evidence.mark == model::Mark::verified);
  CHECK(lottery.stand == "2018");
  const auto& care = programme(catalogue, "sgb_xi_123");
  CHECK(care.cap == 300000);
  CHECK(care.closed == "2025-06-15");
  CHECK(care.to == 2028);
  const auto& networks = programme(catalogue, "sgb_xi_45e");
  CHECK_FALSE(networks.rate);
  CHECK_FALSE(networks.cap);
  CHECK(programme(catalogue, "sgb_v_20a").cap_in_all == 110000);
  CHECK(programme(catalogue, "kfw_455").eligible == std::vector<std::string>{"investment"});
  CHECK(programme(catalogue, "own").own);
}

TEST_CASE("what is wrong with a programme of money is refused with its line") {
  CHECK(trouble("id: own", "id: hilfswerk").find("“hilfswerk” appears twice") != std::string::npos);
  CHECK(trouble("rate: 80", "rate: 180").find("funding.yaml:") != std::string::npos);
  CHECK(trouble("eligible: [investment]", "eligible: [benches]").find("cost type “benches”") !=
        std::string::npos);
  CHECK(trouble("stand: \"2018\"", "stand: \"soon\"").find("“soon”") != std::string::npos);
  CHECK(trouble("    stand: \"2018\"\n", "").find("“stand”") != std::string::npos);
  CHECK(trouble("to: 2028", "to: 2024").find("“to” is before “from”") != std::string::npos);
  CHECK(trouble("own_share: 20", "ownshare: 20").find("ownshare") != std::string::npos);
}
