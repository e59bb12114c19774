#include "io/catalogue_rates.hpp"

#include <fstream>

#include <catch2/catch.hpp>

#include "base/translate.hpp"
#include "tests/io/small_world.hpp"

using namespace nahraum;

namespace {

const std::filesystem::path shipped =
    std::filesystem::path(NAHRAUM_SOURCE_DIR) / "assets/catalogue/rates.yaml";

base::Result<model::Rates> with_change(const std::string& from, const std::string& to) {
  auto text = io::test::read_bytes(shipped);
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  const io::test::Folder folder;
  return io::read_rates(folder.write("rates.yaml", text));
}

void check_refused(const std::string& from, const std::string& to, const std::string& reason) {
  const auto rates = with_change(from, to);
  INFO(from << " → " << to);
  REQUIRE_FALSE(rates);
  CHECK(rates.error().code == base::ErrorCode::bad_input);
  CHECK(rates.error().what.find(reason) != std::string::npos);
  CHECK(rates.error().where.find("rates.yaml:") != std::string::npos);
}

}  // namespace

TEST_CASE("the shipped rates carry the domain notes' figures with mark and source") {
  const auto rates = io::read_rates(shipped);
  if (!rates) FAIL(base::one_line(rates.error()));
  CHECK(rates->care.size() == 7);
  CHECK(rates->care[6].low == Approx(0.816));
  CHECK(rates->care[6].high == Approx(0.87));
  CHECK(rates->care[6].evidence.mark == model::Mark::verified);
  CHECK(rates->care[5].evidence.mark == model::Mark::assumption);
  CHECK(rates->dementia.back().women == Approx(0.448));
  CHECK(rates->settings.back().residential == Approx(0.288).margin(0.001));
  CHECK(rates->survival.back().ages == model::AgeSpan{85, {}});
  CHECK(rates->survival.back().men == Approx(0.35));
  CHECK(rates->net_migration.empty());
  CHECK(rates->pyramid.size() == 19);
  REQUIRE(rates->references.size() == 1);
  CHECK(rates->references[0].ages.back().persons == 1244000);
  CHECK(rates->basic_security_evidence.source.find("IT.NRW") != std::string::npos);
}

TEST_CASE("rates of nonsense are refused with their line") {
  const auto before = base::language();
  base::set_language(base::Language::english);
  check_refused("low: 3.6", "low: 103.6", "100");
  check_refused("low: 9.1, high: 11", "low: 12, high: 11", "below");
  check_refused("allowance: 73.58", "allowance: 83.58", "add up to 110.0 %");
  check_refused("{from: 70, below: 75, men: 3.1", "{from: 71, below: 75, men: 3.1", "gap");
  check_refused("{from: 90, men: 29.7", "{from: 90, below: 100, men: 29.7", "open");
  check_refused("mortality_uncertainty", "mortality", "unknown key");
  check_refused("{from: 0, below: 5, men: 2030", "{from: 0, below: 4, men: 2030", "gap");
  check_refused("{share: 34,", "{share: -1,", "0");
  check_refused("women: 5.4", "women: many", "");
  check_refused("low: 81.6, high: 87, men: 0.83, women: 1.06",
                "low: 81.6, high: 87, men: 0.83, women: 1.16", "100 %");
  base::set_language(before);
}
