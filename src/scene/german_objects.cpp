#include "scene/german_objects.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace nahraum::scene {
namespace {

using Row = std::pair<std::string_view, std::string_view>;

// Sorted by id. Only types that are walked to; the rest is named in quotation marks.
constexpr std::array<Row, 61> rows = {{
    {"B01", "kein Bürger- oder Nachbarschaftshaus"},
    {"B02", "keinen Seniorentreff"},
    {"B03", "keine Bibliothek"},
    {"B04", "keine Kirche, Moschee oder Gemeinde"},
    {"B05", "kein Café"},
    {"B06", "keinen Sportort"},
    {"B07", "kein Schwimmbad"},
    {"B08", "keinen Ort für Kultur oder Bildung"},
    {"B09", "keinen Verein"},
    {"B10", "keine Kita oder Schule"},
    {"F01", "keinen Park ab 1 ha"},
    {"F02", "keine kleine Grünfläche"},
    {"F03", "keine Sitzbank"},
    {"F04", "keinen Bewegungs- oder Spielort"},
    {"F05", "keinen Gemeinschafts- oder Kleingarten"},
    {"F06", "keinen Friedhof"},
    {"G01", "keine Hausarztpraxis"},
    {"G02", "keine Facharztpraxis"},
    {"G03", "keine Zahnarztpraxis"},
    {"G04", "keine Apotheke"},
    {"G05", "kein Krankenhaus"},
    {"G06", "keine Physio-, Ergotherapie oder Logopädie"},
    {"G07", "keine Fußpflege"},
    {"G08", "kein Sanitätshaus"},
    {"G09", "keine Optik oder Hörakustik"},
    {"G10", "keinen Defibrillator"},
    {"M01", "keine Bushaltestelle"},
    {"M02", "keine Haltestelle der Straßen- oder Stadtbahn"},
    {"M03", "keinen Bahnhof"},
    {"M04", "keinen Halt des Bürgerbusses"},
    {"M05", "keinen Taxistand"},
    {"M06", "kein Car- oder Rad-Sharing"},
    {"M07", "keinen Behindertenstellplatz"},
    {"N01", "keinen Supermarkt"},
    {"N02", "keinen kleinen Lebensmittelladen"},
    {"N03", "keine Bäckerei"},
    {"N04", "keine Metzgerei"},
    {"N05", "keine Drogerie"},
    {"N06", "keinen Wochenmarkt"},
    {"N07", "keine Bank oder Sparkasse"},
    {"N08", "keinen Geldautomaten"},
    {"N09", "keine Post"},
    {"N10", "keinen Briefkasten"},
    {"N11", "keinen Friseur"},
    {"N12", "keinen Kiosk"},
    {"N13", "keine Gastronomie"},
    {"N14", "keine Tafel"},
    {"N15", "keine Wäscherei oder Reinigung"},
    {"O01", "keine öffentliche Toilette"},
    {"O02", "kein Rathaus oder Bürgerbüro"},
    {"O03", "keine Polizei"},
    {"O04", "keine Feuer- oder Rettungswache"},
    {"O06", "kein Trinkwasser"},
    {"O07", "keine Info-Tafel"},
    {"P02", "keine Tagespflege"},
    {"P03", "keine Kurzzeitpflege"},
    {"P04", "keine Pflegeberatung"},
    {"P05", "kein Quartiersbüro"},
    {"P06", "keine Demenzberatung"},
    {"W02", "kein Betreutes Wohnen"},
    {"W03", "kein Pflegeheim"},
}};

}  // namespace

std::string german_none(std::string_view type_id) {
  const auto* at =
      std::lower_bound(rows.begin(), rows.end(), type_id,
                       [](const Row& row, std::string_view id) { return row.first < id; });
  return at != rows.end() && at->first == type_id ? std::string(at->second) : std::string();
}

std::string german_one_more(std::string_view type_id) {
  // Weak nouns and adjectives that change between accusative and nominative.
  if (type_id == "N02") return "Ein zusätzlicher kleiner Lebensmittelladen";
  if (type_id == "N08") return "Ein zusätzlicher Geldautomat";
  const std::string none = german_none(type_id);
  if (none.rfind("keine ", 0) == 0) return "Eine zusätzliche " + none.substr(6);
  if (none.rfind("keinen ", 0) == 0) return "Ein zusätzlicher " + none.substr(7);
  return none.empty() ? none : "Ein zusätzliches " + none.substr(5);
}

}  // namespace nahraum::scene
