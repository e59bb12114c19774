#include "app/barriers_words.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "model/disclosure.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using base::tr;
using base::tr_noop;

struct Words {
  const char* name;     ///< in a table
  const char* without;  ///< "without …"
  const char* closed;   ///< "if … is closed"
};

const Words& words_of(const std::string& kind) {
  static const std::map<std::string, Words> known{
      {"steps", {tr_noop("steps"), tr_noop("without the steps"), tr_noop("the steps are closed")}},
      {"kerb", {tr_noop("raised kerb"), tr_noop("without the raised kerb"), ""}},
      {"crossing",
       {tr_noop("crossing"), tr_noop("with a marked crossing"), tr_noop("the crossing is closed")}},
      {"surface", {tr_noop("bad surface"), tr_noop("without the bad surface"), ""}},
      {"width", {tr_noop("narrow way"), tr_noop("without the narrow stretch"), ""}},
      {"gate", {tr_noop("gate, bollards"), tr_noop("without the gate or bollards"), ""}},
      {"lift", {tr_noop("lift"), "", tr_noop("the lift is out of order")}},
      {"bridge", {tr_noop("bridge"), "", tr_noop("the bridge is closed")}},
      {"underpass", {tr_noop("underpass"), "", tr_noop("the underpass is closed")}},
      {"street", {tr_noop("street, way"), "", tr_noop("the way is closed")}}};
  return known.at(kind);
}

std::string capital(std::string text) {
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 32);
  return text;
}

/// "312 people"; buildings where nobody knows the people; without a number where that is kept back.
std::string who(const BarriersResult& result, const DisclosedBarriers& shown) {
  const std::size_t first = result.listed.front();
  const BarrierRow& row = result.rows[first];
  if (row.people.all < 0) {
    return fmt::format(fmt::runtime(tr("people in {n} residential buildings")),
                       fmt::arg("n", base::format_number(static_cast<double>(row.people.homes), 0,
                                                         base::language())));
  }
  if (!shown.all[first] && model::may_show(row.people.all, result.min_count)) return tr("people");
  return fmt::format(fmt::runtime(tr("{n} people")),
                     fmt::arg("n", scene::persons_text(row.people.all, result.min_count)));
}

const char* gain_form(const BarriersResult& result) {
  return result.basket
             ? tr("{what} ({place}), {who} more reach at least one further service of the basket "
                  "({profile}).")
             : tr("{what} ({place}), {who} more reach {one} {within} ({profile}).");
}

const char* loss_form(const BarriersResult& result) {
  if (result.places > 1) {
    return result.basket
               ? tr("With {places} places closed together, {who} no longer reach at least one "
                    "service of the basket ({profile}).")
               : tr("With {places} places closed together, {who} no longer reach {one} {within} "
                    "({profile}).");
  }
  return result.basket ? tr("If {what} ({place}), {who} no longer reach at least one service of "
                            "the basket ({profile}).")
                       : tr("If {what} ({place}), {who} no longer reach {one} {within} "
                            "({profile}).");
}

const char* nobody_form(const BarriersResult& result) {
  switch (result.question) {
    case BarrierQuestion::close:
      return tr("This closure takes {one} from nobody who reaches it {within} ({profile}).");
    case BarrierQuestion::closures:
      return tr("No single closure takes {one} from anybody who reaches it {within} ({profile}).");
    case BarrierQuestion::obstacles:
      break;
  }
  return result.examined.empty()
             ? tr("The data hold no obstacle of this kind for this profile ({profile}).")
             : tr("No single obstacle in the data keeps anybody from reaching {one} {within} "
                  "({profile}).");
}

}  // namespace

std::string barrier_name(const std::string& kind) {
  return tr(words_of(kind).name);
}

std::string place_of(const BarrierRow& row) {
  if (!row.name.empty()) return row.name;
  if (!row.street.empty()) return row.street;
  if (row.osm.empty() || row.osm.front().kind == '-') return tr("way without a name");
  const auto& osm = row.osm.front();
  const char* form = osm.kind == 'n' ? tr("OSM node {id}") : tr("OSM way {id}");
  return fmt::format(fmt::runtime(form), fmt::arg("id", osm.id));
}

std::string barriers_sentence(const BarriersResult& result, const DisclosedBarriers& shown) {
  fmt::dynamic_format_arg_store<fmt::format_context> arguments;
  const auto put = [&](const char* name, const std::string& text) {
    arguments.push_back(fmt::arg(name, text));
  };
  put("profile", scene::in_brackets(result.district->network.profile));
  put("one", result.basket ? std::string(tr("any service of the basket"))
                           : scene::one_of(*result.types.front()));
  put("within", result.basket ? std::string(tr("within its limit"))
                              : scene::within_limit(result.limits.front().limit));
  if (result.listed.empty()) return fmt::vformat(nobody_form(result), arguments);
  const BarrierRow& row = result.rows[result.listed.front()];
  const Words& words = words_of(row.kind);
  put("what", result.losses() ? tr(words.closed) : capital(tr(words.without)));
  put("place", place_of(row));
  put("places", std::to_string(result.places));
  put("who", who(result, shown));
  return fmt::vformat(result.losses() ? loss_form(result) : gain_form(result), arguments);
}

std::string shown_count(const std::optional<long>& count, long real, int min_count) {
  if (count) return base::format_number(static_cast<double>(*count), 0, base::language());
  return real > 0 && !model::may_show(real, min_count) ? fmt::format("< {}", min_count) : "–";
}

}  // namespace nahraum::app
