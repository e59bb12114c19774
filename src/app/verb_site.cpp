#include "app/verb_site.hpp"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/arguments.hpp"
#include "app/site_report.hpp"
#include "base/text.hpp"
#include "geo/crs.hpp"
#include "io/place_file.hpp"

namespace nahraum::app {
namespace {

using analysis::Candidate;
using analysis::SitingModel;
using base::ErrorCode;
using base::tr;

constexpr double apart_of_best_m = 150;  ///< neighbours on one street are one answer
constexpr std::size_t best_shown = 3;
constexpr double usual_proof_s = 60;
constexpr double longest_way_s = 3600;  ///< p-median without --limit

SitingModel model_of(const std::string& name) {
  return name == "mclp"   ? SitingModel::mclp
         : name == "lscp" ? SitingModel::lscp
                          : SitingModel::p_median;
}

analysis::Weighting weighting_of(const std::string& name) {
  using analysis::Weighting;
  if (name == "65") return Weighting::age_65;
  if (name == "80") return Weighting::age_80;
  return name == "all" ? Weighting::all : Weighting::frail;
}

base::Result<std::vector<geo::LonLat>> parse_places(const std::string& text, const char* option) {
  std::vector<geo::LonLat> places;
  const auto parts = base::split(text, ',');
  for (std::size_t i = 0; i < parts.size(); i += 2) {
    const auto pair = i + 1 < parts.size() ? parts[i] + "," + parts[i + 1] : text;
    const auto at = parse_lonlat(pair, option);
    if (!at) return tl::unexpected(at.error());
    places.push_back(*at);
  }
  return places;
}

base::Result<analysis::SitingQuestion> question_of(const SiteOptions& o, std::size_t guessed,
                                                   const model::ServiceType& type,
                                                   const model::Profile& profile) {
  analysis::SitingQuestion question;
  question.model = model_of(o.model);
  question.weighting = weighting_of(o.group);
  question.keep_existing = !o.ignore_existing;
  question.apart_m = o.min_distance_m;
  question.limit = question.model == SitingModel::p_median
                       ? analysis::Limit{analysis::Limit::Kind::seconds, longest_way_s}
                       : analysis::default_limit(type, profile);
  if (!o.limit.empty()) {
    const auto limit = analysis::parse_limit(o.limit);
    if (!limit) return tl::unexpected(limit.error());
    question.limit = *limit;
  }
  if (question.model == SitingModel::lscp) {
    if (o.sites == 0 && o.min_distance_m <= 0) return question;
    return base::fail(ErrorCode::bad_input,
                      tr("lscp finds the number of sites itself and covers everybody"),
                      o.sites > 0 ? "-p" : "--min-distance", tr("leave the option out"));
  }
  question.sites = static_cast<std::size_t>(
      o.sites > 0 ? o.sites : static_cast<int>(std::max<std::size_t>(1, guessed)));
  if (guessed == 0 || guessed == question.sites) return question;
  return base::fail(ErrorCode::bad_input,
                    fmt::format(fmt::runtime(tr("{0} places are guessed, but {1} are asked for")),
                                guessed, question.sites),
                    "--guess", tr("guess as many places as -p says"));
}

/// FILE:LAYER, but not the colon of a name that is there.
std::pair<std::filesystem::path, std::string> file_and_layer(const std::string& text) {
  const auto colon = text.rfind(':');
  if (std::filesystem::exists(text) || colon == std::string::npos) return {text, ""};
  return {text.substr(0, colon), text.substr(colon + 1)};
}

/// Names the first places that lie outside.
tl::unexpected<base::Error> outside(const std::vector<std::string>& names, std::size_t all,
                                    const std::string& file) {
  std::string list;
  for (std::size_t i = 0; i < std::min<std::size_t>(names.size(), 5); ++i)
    list += (list.empty() ? "" : ", ") + names[i];
  return base::fail(
      ErrorCode::bad_input,
      fmt::format(fmt::runtime(tr("{0} of {1} candidates lie outside the project's data ({2})")),
                  names.size(), all, list),
      file, tr("take them out, or make the project with a wider rim"));
}

struct Places {
  std::vector<Candidate> candidates;
  std::string text;
};

using Warn = std::function<void(const std::string&)>;

base::Result<Places> candidates_from_file(const SiteOptions& o, const analysis::District& district,
                                          const Warn& warn) {
  const auto [file, layer] = file_and_layer(o.candidates);
  const auto read = io::read_place_file(file, layer, district.project->info.epsg);
  if (!read) return tl::unexpected(read.error());
  Places places;
  std::vector<std::string> far;
  std::int64_t dropped = read->dropped;
  for (std::size_t i = 0; i < read->places.size(); ++i) {
    const auto& named = read->places[i];
    const auto name = named.name.empty() ? "#" + std::to_string(i + 1) : named.name;
    auto candidate = analysis::candidate_at(district, named.at, name);
    if (candidate) {
      places.candidates.push_back(std::move(*candidate));
    } else if (candidate.error().code == ErrorCode::no_street_nearby) {
      ++dropped;
    } else {
      far.push_back(name);
    }
  }
  const auto source = file.filename().string();
  if (!far.empty()) return outside(far, read->places.size(), source);
  places.text = fmt::format(fmt::runtime(tr("{0} places from {1}; {2} without a place or a street "
                                            "within 150 m are left out")),
                            places.candidates.size(), source, dropped);
  if (dropped > 0) warn(places.text);
  return places;
}

Places candidates_on_streets(const SiteOptions& o, const analysis::District& district,
                             const std::vector<Candidate>& pointed) {
  Places places;
  places.candidates = analysis::street_candidates(district, o.spacing_m);
  // What somebody points at is a place on a street as good as any other.
  places.candidates.insert(places.candidates.end(), pointed.begin(), pointed.end());
  places.text = fmt::format(
      fmt::runtime(tr("{0} points of the district's streets: junctions, ends "
                      "and at least every {1} m between them")),
      base::format_number(static_cast<double>(places.candidates.size()), 0, base::language()),
      base::format_number(o.spacing_m, 0, base::language()));
  return places;
}

base::Result<std::vector<Candidate>> pointed_at(const std::vector<geo::LonLat>& places,
                                                const analysis::District& district) {
  const auto projection = geo::Projection::to_epsg(district.project->info.epsg);
  if (!projection) return tl::unexpected(projection.error());
  std::vector<Candidate> result;
  for (const auto& at : places) {
    auto candidate = analysis::candidate_at(district, projection->forward(at),
                                            fmt::format("{:.5f},{:.5f}", at.lon, at.lat));
    if (!candidate) return tl::unexpected(candidate.error());
    result.push_back(std::move(*candidate));
  }
  return result;
}

struct Pointed {
  std::vector<Candidate> guess, explain;
};

base::Result<Pointed> pointed_of(const std::vector<geo::LonLat>& guess, const SiteOptions& o,
                                 const analysis::District& district) {
  std::vector<geo::LonLat> explained;
  for (const auto& text : o.explain) {
    const auto at = parse_lonlat(text, "--explain");
    if (!at) return tl::unexpected(at.error());
    explained.push_back(*at);
  }
  auto guessed = pointed_at(guess, district);
  if (!guessed) return tl::unexpected(guessed.error());
  auto shown = pointed_at(explained, district);
  if (!shown) return tl::unexpected(shown.error());
  return Pointed{std::move(*guessed), std::move(*shown)};
}

base::Result<Places> candidates_of(const SiteOptions& o, const analysis::District& district,
                                   const Pointed& pointed, const Warn& warn) {
  if (!o.candidates.empty()) return candidates_from_file(o, district, warn);
  auto all = pointed.guess;
  all.insert(all.end(), pointed.explain.begin(), pointed.explain.end());
  return candidates_on_streets(o, district, all);
}

base::Result<void> write(const SiteResult& result, const SiteOptions& o, Console& console) {
  if (o.json) {
    console.result(site_json(result).dump(2));
  } else {
    console.result(site_text(result));
  }
  if (!o.csv.empty()) {
    auto written = io::write_features({site_table(result)}, o.csv);
    if (!written) return written;
    if (!o.json) console.say(o.csv.string());
  }
  if (o.out.empty()) return {};
  std::vector<io::FeatureTable> tables{site_table(result)};
  if (extension_of(o.out.string()) == ".gpkg") tables.push_back(site_homes_table(result));
  auto written = io::write_features(tables, o.out);
  if (written && !o.json) console.say(o.out.string());
  return written;
}

/// Everything that is checked before anything is computed.
struct Request {
  const model::ServiceType* type = nullptr;
  std::shared_ptr<const analysis::District> district;
  Pointed pointed;
  analysis::SitingQuestion question;
};

base::Result<Request> request_of(const SiteOptions& o, const Workspace& workspace,
                                 jobs::Context& context) {
  const auto guess =
      o.guess.empty() ? base::Result<std::vector<geo::LonLat>>() : parse_places(o.guess, "--guess");
  if (!guess) return tl::unexpected(guess.error());
  const auto type = workspace.catalogue.type(o.service);
  if (!type) return tl::unexpected(type.error());
  const auto profile = workspace.catalogue.profile(o.profile);
  if (!profile) return tl::unexpected(profile.error());
  const auto question = question_of(o, guess->size(), **type, **profile);
  if (!question) return tl::unexpected(question.error());
  const auto district = prepare(workspace, o.profile, context);
  if (!district) return tl::unexpected(district.error());
  auto pointed = pointed_of(*guess, o, **district);
  if (!pointed) return tl::unexpected(pointed.error());
  return Request{*type, *district, std::move(*pointed), *question};
}

}  // namespace

base::Result<void> ask_site(const SiteOptions& o, const Workspace& workspace,
                            jobs::Context& context, const Warn& warn, const SiteReader& read) {
  const auto request = request_of(o, workspace, context);
  if (!request) return tl::unexpected(request.error());
  const auto& [type, district, pointed, question] = *request;
  auto places = candidates_of(o, *district, pointed, warn);
  if (!places) return tl::unexpected(places.error());
  const auto siting =
      analysis::siting_case(*district, type->id, std::move(places->candidates), question, context);
  if (!siting) return tl::unexpected(siting.error());
  const double proof_s = o.time_limit_s > 0 ? o.time_limit_s : usual_proof_s;
  const auto prove =
      o.exact || o.time_limit_s > 0 ? std::optional(base::Seconds(proof_s)) : std::nullopt;
  const auto answer = analysis::solve_siting(*siting, prove, context);
  const int min_count = workspace.catalogue.people.min_count;
  SiteResult result{workspace,
                    *district,
                    {*siting, answer, *type, district->network.profile, min_count},
                    analysis::best_places(*siting, best_shown, apart_of_best_m),
                    analysis::explain(*siting, pointed.explain, context),
                    pointed.guess,
                    std::nullopt,
                    places->text,
                    o.group,
                    {}};
  if (!pointed.guess.empty())
    result.score = analysis::score(*siting, answer, pointed.guess, context);
  keep_back(result);
  return read(result);
}

base::Result<void> run_site(const SiteOptions& o, Console& console) {
  const auto workspace = open_workspace(o.project, console.context(), o.scenario);
  if (!workspace) return tl::unexpected(workspace.error());
  return ask_site(
      o, *workspace, console.context(), [&](const std::string& line) { console.warn(line); },
      [&](const SiteResult& result) { return write(result, o, console); });
}

void add_site(CLI::App& app, CommandLine& line) {
  auto [verb, o] =
      add_verb(app, line, "site", tr("where a new service helps most, and why"), run_site);
  verb->add_option(tr("PROJECT"), o->project, tr("project file"))->required();
  add_scenario_choice(verb, o->scenario);
  verb->add_option("--service", o->service, tr("service type, id or alias"))->required();
  verb->add_option("--profile", o->profile, tr("walking profile"))->required();
  verb->add_option("--model", o->model,
                   tr("mclp: most people within the limit; pmedian: shortest ways; lscp: fewest "
                      "sites for everybody"))
      ->check(CLI::IsMember({"mclp", "pmedian", "lscp"}))
      ->capture_default_str();
  verb->add_option("-p,--sites", o->sites, tr("number of new sites; without: one"))
      ->check(CLI::Range(1, 1000));
  verb->add_option("--limit", o->limit,
                   tr("10min or 500m; without: the type's own, for pmedian 60min (longer ways "
                      "count as that long)"));
  verb->add_option("--group", o->group,
                   tr("whose number weighs: all, 65, 80, or 65+80 (80 and over count twice)"))
      ->check(CLI::IsMember({"all", "65", "80", "65+80"}))
      ->capture_default_str();
  verb->add_flag("--exact", o->exact, tr("prove the optimum"));
  verb->add_option("--time-limit", o->time_limit_s,
                   tr("seconds for the proof, 60 where not given; implies --exact"))
      ->check(CLI::Range(1.0, 86400.0));
  auto* file = verb->add_option("--candidates", o->candidates,
                                tr("possible places: a list (CSV), or points or plots, FILE or "
                                   "FILE:LAYER; without: all points of the district's streets"));
  verb->add_option("--spacing", o->spacing_m, tr("metres between points of a street, at most"))
      ->check(CLI::Range(5.0, 1000.0))
      ->capture_default_str()
      ->excludes(file);
  verb->add_option("--min-distance", o->min_distance_m,
                   tr("metres between new sites, at least, as the crow flies"))
      ->check(CLI::Range(0.0, 20000.0));
  auto* keep = verb->add_flag("--keep-existing", o->keep_existing,
                              tr("services that are there stay and serve (as without it)"));
  verb->add_flag("--ignore-existing", o->ignore_existing,
                 tr("as if there were no such service yet"))
      ->excludes(keep);
  verb->add_option("--guess", o->guess,
                   tr("your own choice, scored against the optimum: LON,LAT[,LON,LAT…]"));
  verb->add_option("--explain", o->explain,
                   tr("LON,LAT: why this place is not the best; may be repeated"))
      ->allow_extra_args(false);
  verb->add_flag("--json", o->json, tr("as JSON"));
  verb->add_option("--csv", o->csv, tr("also write a table"));
  verb->add_option("-o,--output", o->out, tr("file to write: .gpkg, .geojson, .csv"));
}

}  // namespace nahraum::app
