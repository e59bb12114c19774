#include "app/housing_report.hpp"

#include <map>

#include <fmt/args.h>
#include <fmt/format.h>

#include "app/method_report.hpp"
#include "base/translate.hpp"
#include "model/disclosure.hpp"
#include "model/disclosure_tables.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using analysis::Dwelling;
using analysis::DwellingRange;
using base::tr;

std::string number(long count) {
  return base::format_number(static_cast<double>(count), 0, base::language());
}

/// "1,204 (51 %)"
std::string with_share(long part, long whole) {
  return number(part) + (whole > 0 ? " (" + scene::share_text(part, whole) + ")" : "");
}

unsigned long many(long count) {
  return static_cast<unsigned long>(count);
}

const char* good_form(const DwellingRange& range) {
  return range.most > range.least
             ? base::tr_n(
                   "Of {all} dwellings in the district, {least} is known to have few "
                   "barriers and to reach {one} {within} at the same time ({profile}); up "
                   "to {most} may, because much is not known.",
                   "Of {all} dwellings in the district, {least} are known to have few "
                   "barriers and to reach {one} {within} at the same time ({profile}); up "
                   "to {most} may, because much is not known.",
                   many(range.least))
             : base::tr_n(
                   "Of {all} dwellings in the district, {least} has few barriers and "
                   "reaches {one} {within} at the same time ({profile}).",
                   "Of {all} dwellings in the district, {least} have few barriers and "
                   "reach {one} {within} at the same time ({profile}).",
                   many(range.least));
}

const char* high_form(const DwellingRange& range) {
  return range.most > range.least
             ? base::tr_n(
                   "{least} dwelling is known to lie on the second floor or higher without "
                   "a lift and in the gap; up to {most} may.",
                   "{least} dwellings are known to lie on the second floor or higher "
                   "without a lift and in the gap; up to {most} may.",
                   many(range.least))
             : base::tr_n(
                   "{least} dwelling lies on the second floor or higher without a lift and "
                   "in the gap.",
                   "{least} dwellings lie on the second floor or higher without a lift and "
                   "in the gap.",
                   many(range.least));
}

std::string known_remark(const HousingResult& result) {
  const auto& found = result.found;
  return fmt::format(
      fmt::runtime(tr("Known of {all} dwellings: storeys {storeys}, lift {lift}, entrance "
                      "{entrance}, few barriers or not {barriers}. What is not known is not "
                      "counted as none.")),
      fmt::arg("all", number(found.all)),
      fmt::arg("storeys", with_share(found.known.storeys, found.all)),
      fmt::arg("lift", with_share(found.known.lift, found.all)),
      fmt::arg("entrance", with_share(found.known.entrance, found.all)),
      fmt::arg("barriers", with_share(found.known.low_barrier, found.all)));
}

std::string counted_remark(const HousingResult& result) {
  const auto estimated = result.found.all - result.found.known.counted;
  if (estimated <= 0) return "";
  return fmt::format(fmt::runtime(tr("The number of dwellings is estimated from floor area for "
                                     "{estimated} of {all} dwellings.")),
                     fmt::arg("estimated", number(estimated)),
                     fmt::arg("all", number(result.found.all)));
}

std::string ask_remark(const HousingResult& result) {
  if (result.found.to_ask == 0) return "";
  return fmt::format(
      fmt::runtime(
          base::tr_n("{0} dwelling has a lift and an entrance without steps, but nobody has stated "
                     "whether it has few barriers: ask the housing company about it first.",
                     "{0} dwellings have a lift and an entrance without steps, but nobody has "
                     "stated whether they have few barriers: ask the housing company about these "
                     "first.",
                     many(result.found.to_ask))),
      number(result.found.to_ask));
}

/// "OpenStreetMap 212, stated by hand 3, wohnbau.csv 12": homes by who tells of them.
std::string sources_of(const model::Project& project) {
  std::map<std::string, long> homes;
  for (const auto& home : project.homes) {
    if (home.in_district && !home.housing.source.empty()) ++homes[home.housing.source];
  }
  std::string text;
  for (const auto& [source, count] : homes) {
    const auto name = source == "osm"    ? "OpenStreetMap"
                      : source == "user" ? std::string(tr("stated by hand"))
                                         : source;
    text += (text.empty() ? "" : ", ") + name + " " + number(count);
  }
  return text.empty() ? tr("nobody yet") : text;
}

std::string people_remark(const HousingResult& result) {
  const auto& found = result.found;
  if (!found.age_80_known) return tr("How many people are 80 and over is not known here.");
  if (found.age_80_unknown == 0) return "";
  return fmt::format(fmt::runtime(tr("How many people are 80 and over is not known of dwellings: "
                                     "{0}. They are in no figure of people.")),
                     number(found.age_80_unknown));
}

}  // namespace

std::string name_of(Dwelling kind) {
  switch (kind) {
    case Dwelling::low_barrier:
      return tr("few barriers");
    case Dwelling::lift:
      return tr("with a lift");
    case Dwelling::low_storeys:
      return tr("up to the first floor, without a lift");
    case Dwelling::high_storeys:
      return tr("second floor or higher, without a lift");
    case Dwelling::unknown:
      break;
  }
  return tr("not known how");
}

std::string address_of(const model::Home& home) {
  return home.address.empty() ? tr("residential building") : home.address;
}

std::vector<std::vector<long>> dwelling_rows(const HousingResult& result) {
  std::vector<std::vector<long>> rows;
  for (const auto& row : result.found.dwellings)
    rows.push_back({row[0] + row[1] + row[2], row[0], row[1], row[2]});
  return rows;
}

std::vector<PeopleRow> disclosed_people(const HousingResult& result) {
  std::vector<std::vector<long>> rows;
  for (const auto& row : result.found.age_80)
    rows.push_back({row[0] + row[1] + row[2], row[0], row[1], row[2]});
  const auto shown = model::may_show_table(rows, result.min_count);
  std::vector<PeopleRow> told;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    auto& row = told.emplace_back();
    for (std::size_t c = 0; c < rows[r].size(); ++c)
      row.push_back(result.found.age_80_known && shown[r][c] ? std::optional(rows[r][c])
                                                             : std::nullopt);
  }
  return told;
}

std::string housing_sentence(const HousingResult& result) {
  const auto& found = result.found;
  if (found.all == 0) return tr("The data hold no dwelling in the district.");
  const auto& low = found.low_within;
  const auto& high = found.high_gap;
  const auto first = fmt::format(
      fmt::runtime(good_form(low)), fmt::arg("all", number(found.all)),
      fmt::arg("least", number(low.least)), fmt::arg("most", number(low.most)),
      fmt::arg("one", scene::one_of(*result.type)),
      fmt::arg("within", scene::within_limit(result.limit)),
      fmt::arg("profile", scene::in_brackets(result.district->network.profile, result.way)));
  const auto second =
      fmt::format(fmt::runtime(high_form(high)), fmt::arg("least", number(high.least)),
                  fmt::arg("most", number(high.most)));
  return first + " " + second;
}

std::vector<std::string> housing_remarks(const HousingResult& result, const Workspace& workspace) {
  std::vector<std::string> lines;
  const auto add = [&](const std::string& line) {
    if (!line.empty()) lines.push_back(line);
  };
  if (result.found.all > 0) add(known_remark(result));
  add(counted_remark(result));
  add(ask_remark(result));
  add(people_remark(result));
  for (const auto& line : scene::remarks(result.coverage, workspace.catalogue, *workspace.project))
    add(line);
  return lines;
}

std::vector<scene::MethodLine> housing_method(const HousingResult& result,
                                              const Workspace& workspace) {
  std::vector<scene::MethodLine> own;
  own.push_back({"method", tr("Method"),
                 tr("Every dwelling is counted once, by the first that holds: stated to have few "
                    "barriers; in a house with a lift; up to the first floor; higher. A home's "
                    "dwellings lie evenly over its storeys, its people evenly in its dwellings; "
                    "dwellings with few barriers lie lowest."),
                 tr("our assumption")});
  own.push_back({"storeys", tr("Low without a lift"),
                 tr("ground and first floor; houses of up to two storeys count as without a lift "
                    "unless one is known"),
                 tr("our assumption")});
  own.push_back({"facts", tr("Lift, entrance, storeys"),
                 tr("OpenStreetMap: elevator and wheelchair of the building, wheelchair and "
                    "step_count of its entrances, building:levels; what users or housing "
                    "companies state goes before. “limited” tells neither."),
                 ""});
  own.push_back({"told_by", tr("Buildings by who tells of lift, entrance or barriers"),
                 sources_of(*workspace.project), ""});
  own.push_back({"range", tr("From … to"),
                 tr("Least: only what is known. Most: every dwelling that what is known does not "
                    "rule out; an entrance with steps, or a high floor without a lift, rules few "
                    "barriers out unless they are stated."),
                 tr("our assumption")});
  own.push_back({"few_barriers", tr("Few barriers"),
                 tr("as whoever states it uses the word; what barrier-free dwellings need stands "
                    "in a norm"),
                 scene::mark_name(model::Mark::literature) + ": DIN 18040-2:2011"});
  own.push_back(
      {"limit", tr("Limit"), scene::limit_name(result.limit),
       result.own_limit ? tr("given by the user") : scene::evidence_text(result.type->thresholds)});
  own.push_back(way_line(result.way));
  return method_of(workspace, *result.district, std::move(own));
}

}  // namespace nahraum::app
