#include "course/figure_reader.hpp"

#include <fmt/format.h>

#include "base/translate.hpp"
#include "course/work_figures.hpp"
#include "model/scenario.hpp"

namespace nahraum::course {
namespace {

using base::tr;

const std::vector<std::string> groups{"all", "65plus", "80plus"};

std::vector<std::string> with_reaching(std::vector<std::string> keys) {
  for (const char* key : {"group", "service", "profile", "limit", "scenario"})
    keys.emplace_back(key);
  return keys;
}

Group group_of(const Fields& fields) {
  return static_cast<Group>(fields.one_of("group", groups, 0));
}

/// A step that is referred to, by its id.
std::string step_of(const Fields& fields, Reading& reading) {
  auto step = fields.text("step");
  if (!step.empty()) reading.steps.push_back({step, fields.line()});
  return step;
}

FigureKind persons(const YAML::Node& body, Reading& reading, bool share) {
  const Fields fields(body, with_reaching({"within"}), reading.problems);
  PersonsFigure figure;
  figure.who = reaching_of(fields, reading, share);
  figure.within = fields.flag("within", true);
  figure.share = share;
  return figure;
}

FigureKind minutes(const YAML::Node& body, Reading& reading) {
  const Fields fields(body, with_reaching({"of"}), reading.problems);
  return MinutesFigure{reaching_of(fields, reading, true),
                       fields.one_of("of", {"half", "nine_of_ten"}, 0) == 1};
}

std::string indicator_id(const Fields& fields, const std::string& key) {
  static const std::vector<std::string> ids{"share_65",      "share_80",         "greying",
                                            "old_age_ratio", "old_age_ratio_60", "youth_ratio",
                                            "total_ratio",   "care_potential",   "billeter"};
  return ids[fields.one_of(key, ids, 0)];
}

FigureKind services(const YAML::Node& body, Reading& reading, ServicesFigure::What what) {
  const Fields fields(body, {"type", "in_highest"}, reading.problems);
  fields.need("type");
  return ServicesFigure{what, service_of(fields, "type", reading),
                        fields.has("in_highest") ? indicator_id(fields, "in_highest") : ""};
}

FigureKind barrier(const YAML::Node& body, Reading& reading) {
  const Fields fields(body, with_reaching({"rank", "tell"}), reading.problems);
  return BarrierFigure{reaching_of(fields, reading, true),
                       static_cast<int>(fields.number("rank", 1, 20, 1)),
                       fields.one_of("tell", {"persons", "name"}, 0) == 1};
}

FigureKind seats(const YAML::Node& body, Reading& reading) {
  const Fields fields(body, with_reaching({"every_m", "tell"}), reading.problems);
  return SeatsFigure{reaching_of(fields, reading, true), fields.number("every_m", 10, 5000, 0),
                     fields.one_of("tell", {"persons", "longest"}, 0) == 1};
}

FigureKind indicator(const YAML::Node& body, Reading& reading) {
  const Fields fields(body, {"id", "of", "tell"}, reading.problems);
  IndicatorFigure figure;
  fields.need("id");
  figure.id = indicator_id(fields, "id");
  figure.of = static_cast<IndicatorFigure::Of>(
      fields.one_of("of", {"district", "reference", "highest", "lowest"}, 0));
  figure.area_name = fields.one_of("tell", {"value", "name"}, 0) == 1;
  return figure;
}

FigureKind projection(const YAML::Node& body, Reading& reading) {
  const Fields fields(body, {"group", "year"}, reading.problems);
  ProjectionFigure figure{group_of(fields),
                          static_cast<int>(fields.number("year", 2026, 2100, 2035))};
  if (figure.group == Group::all)
    fields.fault_at("group", tr("Only the old are projected"), listed({"65plus", "80plus"}));
  return figure;
}

FigureKind site(const YAML::Node& body, Reading& reading) {
  const Fields fields(body, with_reaching({"step"}), reading.problems);
  auto who = reaching_of(fields, reading, true);
  return SiteFigure{std::move(who), step_of(fields, reading)};
}

FigureKind made(const YAML::Node& body, Reading& reading, MadeFigure::What what) {
  if (body.IsNull()) return MadeFigure{what, ""};
  const bool has_kinds = what != MadeFigure::What::photos && what != MadeFigure::What::scenarios &&
                         what != MadeFigure::What::views;
  const Fields fields(body,
                      has_kinds ? std::vector<std::string>{"kind"} : std::vector<std::string>{},
                      reading.problems);
  if (!fields.has("kind")) return MadeFigure{what, ""};
  const auto& kinds = what == MadeFigure::What::notes ? note_kinds() : model::change_kinds();
  return MadeFigure{what, kinds[fields.one_of("kind", kinds, 0)]};
}

FigureKind marks(const YAML::Node& body, Reading& reading, MarksFigure::What what) {
  const bool asks = what == MarksFigure::What::in_gap;
  const Fields fields(body, with_reaching({"step", "within_m"}), reading.problems);
  MarksFigure figure;
  figure.what = what;
  fields.need("step");
  figure.step = step_of(fields, reading);
  figure.within_m = fields.number("within_m", 1, 2000, 50);
  if (asks) figure.who = reaching_of(fields, reading, true);
  if (!asks) figure.service = service_of(fields, "service", reading);
  return figure;
}

FigureKind answered(const YAML::Node& body, Reading& reading) {
  const Fields fields(body, {"step"}, reading.problems);
  fields.need("step");
  return AnsweredFigure{step_of(fields, reading)};
}

FigureKind combined(const YAML::Node& body, Reading& reading, CombinedFigure::How how) {
  CombinedFigure figure{how, "", ""};
  if (!body.IsSequence() || body.size() != 2) {
    reading.problems.push_back({line_of(body), tr("Two figures are expected here"),
                                tr("write them like [first, second]")});
    return figure;
  }
  figure.first = figure_name(body[0], reading);
  figure.second = figure_name(body[1], reading);
  return figure;
}

using ReadKind = FigureKind (*)(const YAML::Node&, Reading&);
struct NamedKind {
  const char* name;
  ReadKind read;
};
template <auto read, auto value>
FigureKind with(const YAML::Node& body, Reading& reading) {
  return read(body, reading, value);
}

const std::vector<NamedKind>& figure_kinds() {
  using S = ServicesFigure::What;
  using M = MadeFigure::What;
  using K = MarksFigure::What;
  using C = CombinedFigure::How;
  static const std::vector<NamedKind> all = {{"persons", with<persons, false>},
                                             {"share", with<persons, true>},
                                             {"minutes", minutes},
                                             {"services", with<services, S::count>},
                                             {"providers", with<services, S::providers>},
                                             {"provider", with<services, S::provider>},
                                             {"places", with<services, S::places>},
                                             {"barrier", barrier},
                                             {"seats", seats},
                                             {"indicator", indicator},
                                             {"projection", projection},
                                             {"site", site},
                                             {"notes", with<made, M::notes>},
                                             {"photos", with<made, M::photos>},
                                             {"corrections", with<made, M::corrections>},
                                             {"scenarios", with<made, M::scenarios>},
                                             {"changes", with<made, M::changes>},
                                             {"views", with<made, M::views>},
                                             {"pins", with<marks, K::count>},
                                             {"pins_in_gap", with<marks, K::in_gap>},
                                             {"drawn_metres", with<marks, K::metres>},
                                             {"drawn_hectares", with<marks, K::hectares>},
                                             {"passed_services", with<marks, K::services>},
                                             {"answered", answered},
                                             {"sum", with<combined, C::sum>},
                                             {"difference", with<combined, C::difference>},
                                             {"percent", with<combined, C::percent>},
                                             {"rows", rows_figure},
                                             {"stress", stress_figure}};
  return all;
}

std::optional<FigureKind> kind_of(const YAML::Node& node, Reading& reading) {
  const auto& plain = figure_kinds();
  std::vector<std::string> names;
  for (const auto& each : plain)
    names.emplace_back(each.name);
  for (const auto& each : work_tells())
    names.emplace_back(each.kind);
  const auto kind = only_kind(node, names, reading.problems);
  if (!kind) return std::nullopt;
  if (kind->index < plain.size()) return plain[kind->index].read(kind->body, reading);
  return work_figure(kind->body, reading, work_tells()[kind->index - plain.size()]);
}

const std::vector<std::string> comparisons{"at_least", "at_most", "more_than", "less_than",
                                           "about"};

Condition compared(const Fields& fields, Reading& reading) {
  Compared condition;
  if (const auto value = fields.need("value")) condition.figure = figure_name(*value, reading);
  std::size_t found = 0;
  for (std::size_t i = 0; i < comparisons.size(); ++i) {
    const auto with = fields.find(comparisons[i]);
    if (!with) continue;
    ++found;
    condition.by = static_cast<Compared::By>(i);
    double number = 0;
    if (with->IsScalar() && YAML::convert<double>::decode(*with, number)) {
      condition.with = number;
    } else {
      condition.with = figure_name(*with, reading);
    }
  }
  if (found != 1) fields.fault(tr("Exactly one comparison is expected here"), listed(comparisons));
  condition.tolerance = fields.number("tolerance", 0, 1e9, 0);
  return condition;
}

Condition condition_of(const YAML::Node& node, Reading& reading) {
  std::vector<std::string> keys{"value", "tolerance", "asking"};
  keys.insert(keys.end(), comparisons.begin(), comparisons.end());
  const Fields fields(node, keys, reading.problems);
  const auto asking = fields.find("asking");
  if (!asking) return compared(fields, reading);
  return asking_of(Fields(*asking, asking_keys(), reading.problems), reading);
}

template <class Found>
std::string id_of(const Fields& fields, const std::string& key, const Found& find) {
  const auto wanted = fields.text(key);
  if (wanted.empty()) return {};
  const auto found = find(wanted);
  if (found) return (*found)->id;
  fields.fault_at(key, base::one_line(found.error()), tr("nahraum catalogue lists all"));
  return {};
}

}  // namespace

std::string service_of(const Fields& fields, const std::string& key, const Reading& reading) {
  return id_of(fields, key, [&](const auto& name) { return reading.catalogue.type(name); });
}

std::string profile_of(const Fields& fields, const std::string& key, const Reading& reading) {
  return id_of(fields, key, [&](const auto& name) { return reading.catalogue.profile(name); });
}

Reaching reaching_of(const Fields& fields, const Reading& reading, bool needs_service) {
  Reaching who;
  who.group = group_of(fields);
  who.service = service_of(fields, "service", reading);
  who.profile = profile_of(fields, "profile", reading);
  who.limit = limit_of(fields, "limit");
  who.scenario = fields.text("scenario");
  if (who.scenario == "base") who.scenario.clear();
  if (who.scenario == "any") who.scenario = "*";
  const bool asks = needs_service || !who.service.empty();
  if (asks && who.profile.empty() && !fields.has("profile"))
    fields.fault(tr("Who walks? “profile” is missing"));
  if (needs_service && !fields.has("service")) fields.fault(tr("To what? “service” is missing"));
  return who;
}

std::optional<analysis::Limit> limit_of(const Fields& fields, const std::string& key) {
  const auto text = fields.text(key);
  if (text.empty()) return std::nullopt;
  const auto limit = analysis::parse_limit(text);
  if (limit) return *limit;
  fields.fault_at(key, base::one_line(limit.error()));
  return std::nullopt;
}

void read_figures(const YAML::Node& node, Reading& reading) {
  if (!node.IsMap()) {
    reading.problems.push_back({line_of(node), tr("A mapping of keys to values is expected here"),
                                tr("write it like gap: {persons: {…}}")});
    return;
  }
  for (const auto& entry : node) {
    const auto name = entry.first.IsScalar() ? entry.first.Scalar() : std::string();
    if (name.empty() || name.find_first_of("{}#") != std::string::npos) {
      reading.problems.push_back({line_of(entry.first), tr("This cannot be a figure's name"), ""});
    } else if (reading.exercise.figure(name)) {
      reading.problems.push_back(
          {line_of(entry.first),
           fmt::format(fmt::runtime(tr("The key “{0}” stands here twice")), name), ""});
    } else if (auto kind = kind_of(entry.second, reading)) {
      reading.exercise.figures.push_back({name, std::move(*kind)});
    }
  }
}

std::string figure_name(const YAML::Node& node, Reading& reading) {
  if (node.IsScalar()) {
    reading.figures.push_back({node.Scalar(), line_of(node)});
    return node.Scalar();
  }
  auto kind = kind_of(node, reading);
  if (!kind) return {};
  const auto name = fmt::format("#{}", reading.exercise.figures.size() + 1);
  reading.exercise.figures.push_back({name, std::move(*kind)});
  return name;
}

std::vector<std::string> asking_keys() {
  return {"service", "profile", "limit", "scenario", "module", "study", "indicator"};
}

Asking asking_of(const Fields& fields, const Reading& reading) {
  Asking asking;
  asking.service = service_of(fields, "service", reading);
  asking.profile = profile_of(fields, "profile", reading);
  asking.limit = limit_of(fields, "limit");
  if (fields.has("scenario")) {
    const auto name = fields.text("scenario");
    asking.scenario = name == "base" ? "" : name == "any" ? "*" : name;
  }
  asking.module = static_cast<int>(fields.number("module", 1, 8, 0));
  if (fields.has("study")) asking.study = study_words()[fields.one_of("study", study_words(), 0)];
  if (fields.has("indicator")) asking.indicator = indicator_id(fields, "indicator");
  return asking;
}

std::vector<Condition> conditions_of(const Fields& fields, const std::string& key,
                                     Reading& reading) {
  std::vector<Condition> conditions;
  for (const auto& node : fields.list(key))
    conditions.push_back(condition_of(node, reading));
  return conditions;
}

}  // namespace nahraum::course
