#include "planning/personal_data.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "base/text.hpp"

using namespace nahraum::planning;
using P = PersonalData;

namespace {

struct Example {
  std::string text;
  P kind;
  std::string found;
};
const std::vector<Example> personal = {
    {"Bitte an maria.huelsmann@web.de schreiben.", P::email, "maria.huelsmann@web.de"},
    {"(jörg_k+garten@stadt-münster.nrw)", P::email, "jörg_k+garten@stadt-münster.nrw"},
    {"kontakt (at) verein-lindenhof.de", P::email, "kontakt (at) verein-lindenhof.de"},
    {"kontakt[at]verein.org.", P::email, "kontakt[at]verein.org"},
    {"Rückruf 0251 / 12 34 56, abends", P::phone, "0251 / 12 34 56"},
    {"mobil +49 170 1234567", P::phone, "+49 170 1234567"},
    {"0049-251-987654", P::phone, "0049-251-987654"},
    {"+31 6 12345678", P::phone, "+31 6 12345678"},
    {"(02571) 98765", P::phone, "(02571) 98765"},
    {"0170–4455667", P::phone, "0170–4455667"},
    {"Tel.: 43 21 und mehr", P::phone, "43 21"},
    {"Telefon 98765", P::phone, "98765"},
    {"Frau Müller möchte eine Bank", P::named_person, "Frau Müller"},
    {"Termin für Frau Prof. Dr. Öztürk", P::named_person, "Frau Prof. Dr. Öztürk"},
    {"bei Herrn von der Heide", P::named_person, "Herrn von der Heide"},
    {"HERR ŞAHİN klagt", P::named_person, "HERR ŞAHİN"},
    {"Herr Müller-Lüdenscheidt sagt", P::named_person, "Herr Müller-Lüdenscheidt"},
    {"Mrs. Smith said", P::named_person, "Mrs. Smith"},
    {"wohnt Schulstraße 12 a, links", P::street_address, "Schulstraße 12 a"},
    {"Kölner Str. 5", P::street_address, "Kölner Str. 5"},
    {"Lange Straße Nr. 7", P::street_address, "Lange Straße Nr. 7"},
    {"Am Alten Markt 3", P::street_address, "Am Alten Markt 3"},
    {"Lindenweg 14b", P::street_address, "Lindenweg 14b"},
    {"Ostring 101 (Eingang hinten)", P::street_address, "Ostring 101"},
    {"Bahnhofstr. 8", P::street_address, "Bahnhofstr. 8"},
    {"geb. 12.03.1971", P::birth_date, "12.03.1971"},
    {"geboren am 3. März 1948 in Hamm", P::birth_date, "3. März 1948"},
    {"*1941-05-03", P::birth_date, "1941-05-03"},
    {"Geburtsdatum: 1/2/1980", P::birth_date, "1/2/1980"},
    {"Meier, 24.12.1938, Rollator", P::birth_date, "24.12.1938"},
    {"born on 7 June 1944", P::birth_date, "7 June 1944"},
    {"IBAN DE89 3704 0044 0532 0130 00, danke", P::account_number, "DE89 3704 0044 0532 0130 00"},
    {"AT611904300234573201", P::account_number, "AT611904300234573201"},
    {"de89370400440532013000", P::account_number, "de89370400440532013000"},
    {"GB82 WEST 1234 5698 7654 32", P::account_number, "GB82 WEST 1234 5698 7654 32"},
};

const std::vector<std::string> harmless = {
    "312 von 1 204 Menschen 80+ (26 %) erreichen in 10 Minuten keine Apotheke.",
    "Auf Platz 3 liegt die Bank am Parkplatz 12.",
    "Der Weg 500 m weiter ist steil; Fußweg 3 Minuten.",
    "In der Schulstraße 30 km/h, Bahnhofstraße 300 m lang, Gartenstraße 20 Personen.",
    "Die Straße ist 12 m breit, Straße 2027 fertig.",
    "Schulstraße und Lindenweg kreuzen sich; Schulstraße 2,5 Meter breit.",
    "Frauen und Herren, Frau und Mann, die Herrschaft, Herr im Haus.",
    "Für jede Frau Angebote, für eine Frau Mitte siebzig.",
    "Frau Bürgermeisterin eröffnet die Bank.",
    "Beginn 01.05.2027, Ende 31.12.2029, Sitzung am 08.10.2026.",
    "AGS 05515000, PLZ 48143, ARS 055150000000",
    "Förderung 2025–2028, § 45e SGB XI, 40.000,00 € und 300 000 €",
    "von 08:00 bis 12:30 Uhr, 0,5 Stellen, 0.123456",
    "8.41948,51.85078 oder 32 405 123 E, 5 757 321 N",
    "DE89 3704 0044 0532 0130 01",
    "w90000000125, n123, EPSG:25832, DIN 18040-3",
    "@ Ecke, a@b, @verein, x@y.1, 3 @ 4",
    "seit dem 8. Mai 1945 und am 1. Juli 1990",
    "Supermarkt 2, Wochenmarkt 3, Hof 1, Ring 2",
    "Hr, Mr, Frau. Herr, nein.",
    "",
};

std::string text_of(const std::string& text, const PersonalFinding& finding) {
  return text.substr(finding.from, finding.to - finding.from);
}

void check_spans(const std::string& text) {
  const bool valid = nahraum::base::is_valid_utf8(text);
  std::size_t end = 0;
  for (const auto& finding : personal_data(text)) {
    RC_ASSERT(finding.from >= end && finding.from < finding.to && finding.to <= text.size());
    end = finding.to;
    if (valid) RC_ASSERT(nahraum::base::is_valid_utf8(text_of(text, finding)));
  }
}

}  // namespace

TEST_CASE("what is personal is found, with its whole stretch") {
  for (const auto& example : personal) {
    INFO(example.text);
    const auto found = personal_data(example.text);
    REQUIRE(found.size() == 1);
    CHECK(found[0].kind == example.kind);
    CHECK(text_of(example.text, found[0]) == example.found);
  }
}

TEST_CASE("what only looks like it is left alone") {
  for (const auto& text : harmless) {
    const auto found = personal_data(text);
    INFO(text << " – " << (found.empty() ? "" : text_of(text, found[0])));
    CHECK(found.empty());
  }
}

TEST_CASE("several findings come in their order") {
  const std::string text = "Herr Kaya, Schulstraße 3, geb. 1.2.1940, Tel. 0251 998877, a@b.de";
  std::vector<P> kinds;
  for (const auto& finding : personal_data(text))
    kinds.push_back(finding.kind);
  CHECK(kinds ==
        std::vector<P>{P::named_person, P::street_address, P::birth_date, P::phone, P::email});
}

TEST_CASE("an account number with one wrong digit is none") {
  const std::string good = "DE89370400440532013000";
  for (std::size_t k = 2; k < good.size(); ++k) {
    auto wrong = good;
    wrong[k] = static_cast<char>('0' + (wrong[k] - '0' + 3) % 10);
    const auto found = personal_data(wrong);
    CHECK(std::none_of(found.begin(), found.end(),
                       [](const auto& finding) { return finding.kind == P::account_number; }));
  }
}

TEST_CASE("any bytes are taken, and stretches are whole characters in order") {
  const bool bytes = rc::check([] { check_spans(*rc::gen::arbitrary<std::string>()); });
  CHECK(bytes);
  const bool pieces = rc::check([] {
    std::string text;
    for (int k = *rc::gen::inRange(0, 14); k > 0; --k) {
      text += *rc::gen::element<std::string>(
          "Frau ", "Herr ", "Dr. ", "Ö", "ß", "straße ", "Str. ", "12", "a", " ", "@", ".de",
          "0251 ", "+49", "/", "–", "geb. ", "3.", "1941", "DE89 3704 ", "\xC3", "\xE2\x80", "(at)",
          "*", "Am ", "Markt ", "\u00A0", "🙂");
    }
    check_spans(text);
  });
  CHECK(pieces);
}

TEST_CASE("a long text without blanks takes no long time") {
  for (const auto* piece : {"@", "0", "a", "Frau ", "DE", "(at)", "1.", "ß", "\x80"}) {
    std::string text;
    while (text.size() < 300000)
      text += piece;
    CHECK(personal_data(text).size() < text.size());
  }
}

TEST_CASE("findings do not depend on what stands around") {
  const bool held = rc::check([] {
    const auto& example = personal[*rc::gen::inRange<std::size_t>(0, personal.size())];
    const std::string before = "Größe: 1. Ü\n", after = "\n– Ende";
    const auto found = personal_data(before + example.text + after);
    RC_ASSERT(found.size() == 1u);
    RC_ASSERT(text_of(before + example.text + after, found[0]) == example.found);
  });
  CHECK(held);
}
