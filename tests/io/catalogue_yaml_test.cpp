#include "io/catalogue_yaml.hpp"

#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

namespace fs = std::filesystem;
using namespace nahraum;
using model::Tags;

namespace {

const fs::path assets = fs::path(NAHRAUM_SOURCE_DIR) / "assets";

const model::Catalogue& shipped() {
  static const auto catalogue = io::read_catalogue(assets / "catalogue");
  if (!catalogue) FAIL(base::one_line(catalogue.error()));
  return *catalogue;
}

/// The ids of all types that the object is, in catalogue order.
std::string types_of(const Tags& tags, const model::Shape& shape = {}) {
  std::string ids;
  for (const auto& type : shipped().types) {
    if (model::matches(type.filter, tags, shape)) ids += (ids.empty() ? "" : " ") + type.id;
  }
  return ids;
}

std::string text_of(const fs::path& file) {
  std::ifstream stream(file);
  std::ostringstream text;
  text << stream.rdbuf();
  return text.str();
}

/// A copy of the shipped catalogue with one text exchanged in one file.
base::Result<model::Catalogue> with_change(const std::string& name, const std::string& from,
                                           const std::string& to) {
  const auto folder = fs::temp_directory_path() / "nahraum_catalogue_test";
  fs::remove_all(folder);
  fs::create_directories(folder);
  for (const auto& entry : fs::directory_iterator(assets / "catalogue")) {
    const auto each = entry.path().filename().string();
    std::string text = text_of(assets / "catalogue" / each);
    const auto at = each == name ? text.find(from) : std::string::npos;
    if (each == name) REQUIRE(at != std::string::npos);
    if (at != std::string::npos) text.replace(at, from.size(), to);
    std::ofstream(folder / each) << text;
  }
  auto result = io::read_catalogue(folder);
  fs::remove_all(folder);
  return result;
}

}  // namespace

TEST_CASE("the catalogue holds the 73 service types, 24 of them on by default") {
  CHECK(shipped().types.size() == 73);
  std::string core;
  for (const auto& type : shipped().types) {
    if (type.core) core += type.id + " ";
  }
  CHECK(core ==
        "W02 W03 N01 N02 N03 N07 N09 G01 G03 G04 P01 P02 P04 P05 M01 M02 M08 B01 B02 B04 B05 F01 "
        "F03 O01 ");
}

TEST_CASE("every type is labelled in both languages, belongs to its letter's group, has a symbol") {
  for (const auto& type : shipped().types) {
    INFO(type.id);
    CHECK_FALSE(type.label.de.empty());
    CHECK_FALSE(type.label.en.empty());
    CHECK(model::letter_of(type.group) == type.id[0]);
    CHECK(fs::exists(assets / "symbols" / (type.symbol + ".svg")));
    CHECK_FALSE(type.sectors.empty());
    CHECK(type.local_only == type.filter.any_of.empty());
  }
}

TEST_CASE("pictures leave colour and plate to whoever draws them, and carry nothing else") {
  for (const auto& type : shipped().types) {
    INFO(type.symbol);
    const auto svg = text_of(assets / "symbols" / (type.symbol + ".svg"));
    CHECK(svg.find("viewBox=\"4 4 16 16\"") != std::string::npos);
    for (const auto* foreign : {"#", "id=", "href", "style", "<text", "url(", " on", "<image"}) {
      CHECK(svg.find(foreign) == std::string::npos);
    }
  }
  std::set<std::string> shapes, colours;
  for (const auto& group : shipped().groups) {
    shapes.insert(group.shape);
    colours.insert(group.colour);
  }
  CHECK(shapes.size() == 8);
  CHECK(colours.size() == 8);
}

TEST_CASE("types are found by id or alias in any case, and wrong names are suggested") {
  CHECK((*shipped().type("g04"))->alias == "pharmacy");
  CHECK((*shipped().type("Bus_Stop"))->id == "M01");
  CHECK((*shipped().type("home_care"))->comes_to_you);
  const auto wrong = shipped().type("farmacy");
  REQUIRE_FALSE(wrong);
  CHECK(wrong.error().what_to_do.find("pharmacy") != std::string::npos);
}

TEST_CASE("objects are recognised by their tags") {
  CHECK(types_of({{"shop", "supermarket"}}) == "N01");
  CHECK(types_of({{"amenity", "bank"}, {"atm", "yes"}}) == "N07 N08");
  CHECK(types_of({{"amenity", "doctors"}, {"healthcare:speciality", "general;gynaecology"}}) ==
        "G01");
  CHECK(types_of({{"amenity", "doctors"}, {"healthcare:speciality", "ophthalmology"}}) == "G02");
  CHECK(types_of({{"amenity", "social_facility"},
                  {"social_facility", "day_care"},
                  {"social_facility:for", "child"}}) == "");
  CHECK(types_of({{"amenity", "social_facility"},
                  {"social_facility", "day_care"},
                  {"social_facility:for", "disabled;senior"}}) == "P02");
  CHECK(types_of({{"public_transport", "platform"}, {"bus", "yes"}}) == "M01");
  CHECK(types_of({{"railway", "station"}}) == "M03");
  CHECK(types_of({{"railway", "station"}, {"station", "subway"}}) == "M02");
  CHECK(types_of({{"leisure", "sports_centre"}, {"sport", "tennis;swimming"}}) == "B06 B07");
  CHECK(types_of({{"amenity", "toilets"}, {"access", "private"}}) == "");
  CHECK(types_of({{"highway", "residential"}, {"lit", "yes"}}) == "O05");
  CHECK(types_of({{"disused:shop", "bakery"}}) == "");
}

TEST_CASE("parking counts as disabled parking only with places for disabled people") {
  CHECK(types_of({{"amenity", "parking"}, {"capacity:disabled", "2"}}) == "M07");
  CHECK(types_of({{"amenity", "parking"}, {"capacity:disabled", "0"}}) == "");
  CHECK(types_of({{"amenity", "parking"}, {"capacity:disabled", "no"}}) == "");
}

TEST_CASE("a green area is a park from one hectare on") {
  CHECK(types_of({{"leisure", "park"}}, {true, 10000}) == "F01");
  CHECK(types_of({{"leisure", "park"}}, {true, 9999}) == "F02");
  CHECK(types_of({{"leisure", "park"}}, {false, 0}) == "F02");
  CHECK(types_of({{"leisure", "garden"}, {"access", "private"}}) == "");
}

TEST_CASE("a doctor without speciality is a GP to be checked") {
  const auto& filter = shipped().find_type("G01")->filter;
  CHECK(model::matching_clause(filter, {{"amenity", "doctors"}}, {})->check.de ==
        "zu prüfen: Fachrichtung fehlt");
  const Tags general{{"amenity", "doctors"}, {"healthcare:speciality", "general"}};
  CHECK(model::matching_clause(filter, general, {})->check.de.empty());
}

TEST_CASE("distances say what they rest on") {
  const auto& supermarket = *shipped().find_type("N01");
  CHECK(supermarket.target_m == 500);
  CHECK(supermarket.limit_m == 1000);
  CHECK(supermarket.thresholds.mark == model::Mark::verified);
  const auto& bakery = *shipped().find_type("N03");
  CHECK(bakery.target_evidence.mark == model::Mark::verified);
  CHECK(bakery.limit_evidence.mark == model::Mark::assumption);
  CHECK(bakery.thresholds.mark == model::Mark::assumption);
  CHECK_FALSE(shipped().find_type("W03")->target_m);
  CHECK_FALSE(shipped().find_type("G05")->limit_m);
}

TEST_CASE("the eight profiles carry the speeds and costs of the domain notes") {
  std::string ids;
  for (const auto& profile : shipped().profiles)
    ids += profile.id + " ";
  CHECK(ids == "adult age_65 age_75 age_85 rollator wheelchair wheelchair_electric pushchair ");
  const auto& oldest = **shipped().profile("age_85");
  CHECK(oldest.speed_m_s == 0.70);
  CHECK(oldest.steps.speed_factor == Approx(1 / 3.0));
  CHECK_FALSE(oldest.steps.blocked);
  const auto& rollator = **shipped().profile("rollator");
  CHECK(rollator.steps.blocked);
  CHECK_FALSE(rollator.steps_with_ramp.blocked);
  CHECK(rollator.kerb_raised.extra_s == 20);
  CHECK(rollator.crossing_signals.extra_s == 30);
  CHECK(rollator.min_width_m == 0.9);
  const auto& wheelchair = **shipped().profile("wheelchair");
  CHECK(wheelchair.kerb_raised.blocked);
  CHECK(wheelchair.kerb_lowered.extra_s == 0);
  CHECK(wheelchair.surface_soft.blocked);
  CHECK(shipped().profiles[1].steps.extra_s == 5);
}

TEST_CASE("an unclear building is a home when its address and its land say so") {
  const auto share = [](model::BuildingUse use, bool mapped) {
    return model::residential_share(shipped().people, use, mapped);
  };
  const model::BuildingUse plain{"yes", "", 120};
  auto addressed = plain;
  addressed.has_address = true;
  CHECK(share(addressed, true) == 1);
  CHECK(share(plain, true) == 0);
  CHECK(share(plain, false) == 1);
  for (const double footprint_m2 : {40.0, 2500.0}) {
    auto odd = plain;
    odd.footprint_m2 = footprint_m2;
    CHECK(share(odd, false) == 0);
  }
  auto works = addressed;
  works.land = "industrial";
  CHECK(share(works, true) == 0);
  auto shop = addressed;
  shop.other_use = true;
  CHECK(share(shop, true) == 0);
  auto barn = plain;
  barn.land = "farmland";
  CHECK(share(barn, false) == 0);
  barn.has_address = true;
  CHECK(share(barn, false) == 1);
}

TEST_CASE("a building of a clear kind is lived in as far as the table says") {
  const auto share = [](model::BuildingUse use) {
    return model::residential_share(shipped().people, use, true);
  };
  CHECK(share({"apartments", "industrial", 300}) == 1);
  CHECK(share({"garage", "", 300, true}) == 0);
  CHECK(share({"mixed", "", 300, true}) == 0.6);
  CHECK(share({"apartments", "", 300, true, true}) == 0.6);          // a shop on the ground floor
  CHECK(share({"detached", "", 120, true, true}) == 1);              // a practice at home
  CHECK(share({"hospital", "", 900, true, true, true, true}) == 1);  // a nursing home
  CHECK(share({"house", "", 12, true}) == 0);
}

TEST_CASE("mistakes in the catalogue are refused with file and line") {
  const auto expect = [](const base::Result<model::Catalogue>& result, const std::string& file,
                         const std::string& what) {
    REQUIRE_FALSE(result);
    CHECK(result.error().where.find(file + ":") != std::string::npos);
    CHECK(result.error().what.find(what) != std::string::npos);
  };
  expect(with_change("services.yaml", "alias: bakery", "alias: Supermarket"), "services.yaml",
         "Supermarket");
  expect(with_change("services.yaml", "id: N03", "id: X03"), "services.yaml", "no group");
  expect(with_change("services.yaml", "shop=bakery", "shop"), "services.yaml", "shop");
  expect(with_change("services.yaml", "limit: 700", "limt: 700"), "services.yaml", "limt");
  expect(with_change("services.yaml", "source: V5}", "source: V55}"), "services.yaml", "V55");
  expect(with_change("services.yaml", "limit: 700", "limit: 200"), "services.yaml", "larger");
  expect(with_change("profiles.yaml", "m_s: 0.97", "m_s: fast"), "profiles.yaml", "number");
  expect(with_change("profiles.yaml", "steps: drop", "steps: dropp"), "profiles.yaml", "drop");
  expect(with_change("people.yaml", "value: 0.072", "value: 0.5"), "people.yaml", "not between");
  expect(with_change("people.yaml", "house: 220", "house: [220"), "people.yaml", "");
}

TEST_CASE("a missing catalogue says which file") {
  const auto result = io::read_catalogue("/nonexistent-folder");
  REQUIRE_FALSE(result);
  CHECK(result.error().code == base::ErrorCode::not_found);
  CHECK(result.error().where.find("services.yaml") != std::string::npos);
}

TEST_CASE("capacities are places, beds, doctors or just facilities; methods name their weights") {
  const auto& rules = shipped().capacity;
  CHECK(rules.methods.size() == 8);
  CHECK(rules.decay(rules.method("e2sfca")->decay)->zones == std::vector<double>{1, 0.68, 0.22});
  CHECK(rules.decay("half")->scale == 400);
  CHECK(rules.method("e2sfca_gauss")->evidence.mark == model::Mark::literature);
  CHECK(rules.units.at(rules.of("P02").unit).de_many == "Plätze {}");
  CHECK(rules.of("N01").counted);  // not listed
  CHECK_FALSE(rules.of("B02").counted);
  CHECK(rules.of("G01").planning->persons_per_unit == 1616);
}

TEST_CASE("mistakes in the capacities are refused with file and line") {
  const auto expect = [](const std::string& from, const std::string& to, const std::string& what) {
    const auto result = with_change("capacity.yaml", from, to);
    REQUIRE_FALSE(result);
    INFO(result.error().what);
    CHECK(result.error().where.find("capacity.yaml:") != std::string::npos);
    CHECK(result.error().what.find(what) != std::string::npos);
  };
  expect("[1, 0.68, 0.22]", "[1, 0.22, 0.68]", "not between");
  expect("[1, 0.68, 0.22]", "[0, 0]", "nearest zone");
  expect("[1, 0.68, 0.22]", "[]", "list");
  expect("scale: 400", "scale: 0", "not between");
  expect("kind: gauss", "kind: gaus", "gaus");
  expect("{decay: equal,", "{decay: equally,", "equally");
  expect("  P02: {unit: place,", "  P99: {unit: place,", "P99");
  expect("  P02: {unit: place,", "  P02: {unit: plaice,", "plaice");
  expect("demand: \"65\"", "demand: \"66\"", "demand");
  expect("persons_per_unit: 1616", "persons_per_unit: -1616", "not between");
  expect("one: \"Platz {}\"", "one: \"Platz\"", "{}");
  expect("counted_unit: facility", "counted_unit: facilities", "facilities");
}

TEST_CASE("where one may sit down is data, read strictly") {
  const auto& rests = shipped().rests;
  CHECK(rests.bench.counts);
  CHECK(rests.bench.evidence.mark == model::Mark::verified);
  CHECK(rests.square.evidence.mark == model::Mark::assumption);
  CHECK(rests.serves_within.value == 15);
  const auto without =
      with_change("rests.yaml", "shelter: {counts: true", "shelter: {counts: false");
  REQUIRE(without);
  CHECK_FALSE(without->rests.shelter.counts);
  for (const auto& [from, to] :
       std::map<std::string, std::string>{{"{counts: true, mark: V, source: V11}", "{mark: V}"},
                                          {"serves_within: {m: 15", "serves_within: {m: -1"},
                                          {"  square:", "  sofa:"}}) {
    const auto refused = with_change("rests.yaml", from, to);
    REQUIRE_FALSE(refused);
    CHECK(base::one_line(refused.error()).find("rests.yaml") != std::string::npos);
  }
}
