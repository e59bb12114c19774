#include "io/scenario_change.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"

namespace nahraum::io {
namespace {

using base::tr;
using model::Change;
using Reader = Change (*)(const YAML::Node&, const ChangeWords&);

constexpr double most_places = 1e6;
constexpr double most_people = 100'000;

geo::Point place(const YAML::Node& body, const char* key, const ChangeWords& words) {
  return words.place(yaml::required(body, key));
}

geo::Line places(const YAML::Node& node, std::size_t least, const ChangeWords& words) {
  geo::Line line;
  if (node.IsSequence()) {
    for (const auto& each : node)
      line.push_back(words.place(each));
  }
  if (line.size() < least) {
    yaml::refuse(node, fmt::format(fmt::runtime(tr("at least {0} places are expected")), least));
  }
  return line;
}

std::int64_t whole(const YAML::Node& node, double most) {
  const double value = yaml::number(node, 0, most);
  if (value != std::floor(value)) yaml::refuse(node, tr("a whole number is expected"));
  return static_cast<std::int64_t>(value);
}

/// 123, w123 or, for what was made here, −123.
std::int64_t osm_number(const YAML::Node& body, const char* key, char kind) {
  const auto text = yaml::text(body, key);
  const auto id = model::osm_id_from(text);
  if (id.kind == kind) return id.id;
  const auto written = model::osm_id_from(kind + text);
  if (written.kind == kind) return written.id;
  yaml::refuse(body[key],
               fmt::format(fmt::runtime(tr("“{0}” is no OSM id such as {1}123")), text, kind));
}

model::ServiceRef service_ref(const YAML::Node& body) {
  const auto text = yaml::text(body, "service");
  if (const auto osm = model::osm_id_from(text); osm.kind != '-') return {0, osm};
  const auto number = base::parse_number(text, false);
  const bool sound = number && *number >= 1 && *number < 1e9 && *number == std::floor(*number);
  if (sound) return {static_cast<std::int32_t>(*number), {}};
  yaml::refuse(body["service"],
               fmt::format(fmt::runtime(tr("“{0}” is no number of a service (12) and no OSM id "
                                           "(n123)")),
                           text));
}

std::optional<int> people(const YAML::Node& body, const char* key) {
  const auto node = body[key];
  if (!node || node.IsNull()) return std::nullopt;
  return static_cast<int>(whole(node, most_people));
}

Change open_service(const YAML::Node& body, const ChangeWords& words) {
  yaml::expect_keys(body, {"type", "name", "at", "provider", "sector", "capacity"});
  model::OpenService change;
  change.type = words.type(yaml::required(body, "type"));
  change.name = yaml::text_or(body, "name", "");
  change.at = place(body, "at", words);
  change.provider = yaml::text_or(body, "provider", "");
  change.sector = yaml::text_or(body, "sector", "");
  constexpr std::array sectors{"", "state", "market", "nonprofit", "informal"};
  if (std::find(sectors.begin(), sectors.end(), change.sector) == sectors.end()) {
    yaml::refuse(body["sector"], tr("“sector” must be state, market, nonprofit or informal"));
  }
  if (body["capacity"]) change.capacity = yaml::number(body["capacity"], 0, most_places);
  return change;
}

Change close_service(const YAML::Node& body, const ChangeWords&) {
  yaml::expect_keys(body, {"service"});
  return model::CloseService{service_ref(body)};
}

Change move_service(const YAML::Node& body, const ChangeWords& words) {
  yaml::expect_keys(body, {"service", "to"});
  return model::MoveService{service_ref(body), place(body, "to", words)};
}

Change resize_service(const YAML::Node& body, const ChangeWords&) {
  yaml::expect_keys(body, {"service", "capacity"});
  return model::ResizeService{service_ref(body),
                              yaml::number(yaml::required(body, "capacity"), 0, most_places)};
}

model::Tags tags_of(const YAML::Node& node) {
  model::Tags tags;
  for (const auto& [key, value] : yaml::entries(node)) {
    if (!key.IsScalar() || !value.IsScalar()) yaml::refuse(value, tr("a text is expected"));
    tags.set(key.Scalar(), value.Scalar());
  }
  return tags;
}

Change add_path(const YAML::Node& body, const ChangeWords& words) {
  yaml::expect_keys(body, {"line", "tags"});
  model::AddPath change{places(yaml::required(body, "line"), 2, words), {}};
  if (body["tags"]) change.tags = tags_of(body["tags"]);
  if (!change.tags.has("highway")) change.tags.set("highway", "footway");
  return change;
}

Change remove_path(const YAML::Node& body, const ChangeWords& words) {
  yaml::expect_keys(body, {"way", "between"});
  model::RemovePath change{osm_number(body, "way", 'w'), {}};
  if (!body["between"]) return change;
  change.between = places(body["between"], 2, words);
  if (change.between.size() > 2) yaml::refuse(body["between"], tr("two places are expected"));
  return change;
}

Change add_crossing(const YAML::Node& body, const ChangeWords& words) {
  yaml::expect_keys(body, {"at", "line", "kind"});
  model::AddCrossing change;
  change.kind = yaml::text(body, "kind");
  if (change.kind == "zebra") change.kind = "marked";
  constexpr std::array kinds{"traffic_signals", "marked", "island", "unmarked"};
  if (std::find(kinds.begin(), kinds.end(), change.kind) == kinds.end()) {
    yaml::refuse(body["kind"], tr("“kind” must be traffic_signals, zebra, island or unmarked"));
  }
  if (body["line"])
    change.line = places(body["line"], 2, words);
  else
    change.line = {place(body, "at", words)};
  return change;
}

Change add_bench(const YAML::Node& body, const ChangeWords& words) {
  yaml::expect_keys(body, {"at"});
  return model::AddBench{place(body, "at", words)};
}

Change remove_bench(const YAML::Node& body, const ChangeWords&) {
  yaml::expect_keys(body, {"bench"});
  const auto osm = model::osm_id_from(yaml::text(body, "bench"));
  if (osm.kind == '-') yaml::refuse(body["bench"], tr("“bench” must be an OSM id such as n123"));
  return model::RemoveBench{osm};
}

Change add_ramp(const YAML::Node& body, const ChangeWords&) {
  yaml::expect_keys(body, {"way"});
  return model::AddRamp{osm_number(body, "way", 'w')};
}

Change lower_kerb(const YAML::Node& body, const ChangeWords&) {
  yaml::expect_keys(body, {"node"});
  return model::LowerKerb{osm_number(body, "node", 'n')};
}

Change add_housing(const YAML::Node& body, const ChangeWords& words) {
  yaml::expect_keys(body,
                    {"at", "address", "dwellings", "residents", "residents_65", "residents_80"});
  model::AddHousing change;
  change.at = place(body, "at", words);
  change.address = yaml::text_or(body, "address", "");
  change.dwellings = static_cast<int>(whole(yaml::required(body, "dwellings"), most_people));
  yaml::required(body, "residents");
  change.residents = {people(body, "residents"), people(body, "residents_65"),
                      people(body, "residents_80")};
  const auto& r = change.residents;
  const bool sound = r.age_65.value_or(0) <= *r.all && r.age_80.value_or(0) <= *r.all &&
                     (!r.age_65 || r.age_80.value_or(0) <= *r.age_65);
  if (!sound) yaml::refuse(body, tr("an age group has more people than the one it belongs to"));
  return change;
}

Change add_barrier(const YAML::Node& body, const ChangeWords& words) {
  yaml::expect_keys(body, {"at", "kind", "width"});
  model::AddBarrier change{place(body, "at", words), yaml::text(body, "kind"), 0};
  constexpr std::array kinds{"gate", "stile", "block", "cycle_barrier"};
  if (std::find(kinds.begin(), kinds.end(), change.kind) == kinds.end())
    yaml::refuse(body["kind"], tr("“kind” must be gate, stile, block or cycle_barrier"));
  constexpr double widest_m = 100;
  if (body["width"]) change.width_m = yaml::number(body["width"], 0, widest_m);
  return change;
}

Change change_path(const YAML::Node& body, const ChangeWords&) {
  yaml::expect_keys(body, {"way", "tags"});
  model::ChangePath change{osm_number(body, "way", 'w'), tags_of(yaml::required(body, "tags"))};
  if (change.tags.empty()) yaml::refuse(body, tr("say what is different about the way"));
  return change;
}

/// Writes one flat object; numbers with as many digits as they have.
class JsonBody {
 public:
  JsonBody() {
    out_.SetOutputCharset(YAML::EscapeAsJson);
    out_ << YAML::Flow << YAML::BeginMap;
  }
  std::string finish() {
    out_ << YAML::EndMap;
    return out_.c_str();
  }

  void operator()(const model::OpenService& c) {
    put("type", c.type);
    if (!c.name.empty()) put("name", c.name);
    put("at", c.at);
    if (!c.provider.empty()) put("provider", c.provider);
    if (!c.sector.empty()) put("sector", c.sector);
    if (c.capacity) put("capacity", *c.capacity);
  }
  void operator()(const model::CloseService& c) { put("service", c.service); }
  void operator()(const model::MoveService& c) {
    put("service", c.service);
    put("to", c.to);
  }
  void operator()(const model::ResizeService& c) {
    put("service", c.service);
    put("capacity", c.capacity);
  }
  void operator()(const model::AddPath& c) {
    put("line", c.line);
    put("tags", c.tags);
  }
  void operator()(const model::AddBarrier& c) {
    put("at", c.at);
    put("kind", c.kind);
    if (c.width_m > 0) put("width", c.width_m);
  }
  void operator()(const model::ChangePath& c) {
    put("way", c.way);
    put("tags", c.tags);
  }
  void operator()(const model::RemovePath& c) {
    put("way", c.way);
    if (!c.between.empty()) put("between", c.between);
  }
  void operator()(const model::AddCrossing& c) {
    if (c.line.size() == 1)
      put("at", c.line[0]);
    else
      put("line", c.line);
    put("kind", c.kind);
  }
  void operator()(const model::AddBench& c) { put("at", c.at); }
  void operator()(const model::RemoveBench& c) { put("bench", model::to_text(c.bench)); }
  void operator()(const model::AddRamp& c) { put("way", c.way); }
  void operator()(const model::LowerKerb& c) { put("node", c.node); }
  void operator()(const model::AddHousing& c) {
    put("at", c.at);
    if (!c.address.empty()) put("address", c.address);
    put("dwellings", std::int64_t{c.dwellings});
    if (c.residents.all) put("residents", std::int64_t{*c.residents.all});
    if (c.residents.age_65) put("residents_65", std::int64_t{*c.residents.age_65});
    if (c.residents.age_80) put("residents_80", std::int64_t{*c.residents.age_80});
  }

 private:
  void key(const char* name) { out_ << YAML::Key << YAML::DoubleQuoted << name << YAML::Value; }
  void put(const char* name, const std::string& text) {
    key(name);
    out_ << YAML::DoubleQuoted << text;
  }
  void put(const char* name, std::int64_t number) {
    key(name);
    out_ << number;
  }
  void put(const char* name, double number) {
    key(name);
    out_ << fmt::format("{}", number);
  }
  void put(const char* name, const model::ServiceRef& ref) {
    if (ref.id > 0)
      put(name, std::int64_t{ref.id});
    else
      put(name, model::to_text(ref.osm));
  }
  void put(const char* name, const model::Tags& tags) {
    key(name);
    out_ << YAML::Flow << YAML::BeginMap;
    for (const auto& [each, value] : tags.pairs())
      put(each.c_str(), value);
    out_ << YAML::EndMap;
  }
  void put(const char* name, geo::Point at) {
    key(name);
    write(at);
  }
  void put(const char* name, const geo::Line& line) {
    key(name);
    out_ << YAML::Flow << YAML::BeginSeq;
    for (const auto at : line)
      write(at);
    out_ << YAML::EndSeq;
  }
  void write(geo::Point at) {
    out_ << YAML::Flow << YAML::BeginSeq << fmt::format("{}", at.x) << fmt::format("{}", at.y)
         << YAML::EndSeq;
  }

  YAML::Emitter out_;
};

geo::Point stored_place(const YAML::Node& node) {
  if (!node.IsSequence() || node.size() != 2) yaml::refuse(node, tr("a place is expected"));
  constexpr double far_away = 1e9;
  return {yaml::number(node[0], -far_away, far_away), yaml::number(node[1], -far_away, far_away)};
}

}  // namespace

model::Change change_from(const std::string& kind, const YAML::Node& body,
                          const ChangeWords& words) {
  static const std::map<std::string, Reader> readers = {
      {"open_service", open_service}, {"close_service", close_service},
      {"move_service", move_service}, {"resize_service", resize_service},
      {"add_path", add_path},         {"remove_path", remove_path},
      {"add_crossing", add_crossing}, {"add_bench", add_bench},
      {"remove_bench", remove_bench}, {"add_ramp", add_ramp},
      {"lower_kerb", lower_kerb},     {"add_housing", add_housing},
      {"add_barrier", add_barrier},   {"change_path", change_path}};
  const auto reader = readers.find(kind);
  if (reader == readers.end()) {
    const auto meant = base::nearest_name(kind, model::change_kinds());
    yaml::refuse(body, meant
                           ? fmt::format(fmt::runtime(tr("there is no change “{0}”; {1} perhaps?")),
                                         kind, *meant)
                           : fmt::format(fmt::runtime(tr("there is no change “{0}”")), kind));
  }
  return reader->second(body, words);
}

std::string to_json(const model::Change& change) {
  JsonBody body;
  std::visit(body, change);
  return body.finish();
}

model::Change change_from_json(const std::string& kind, const std::string& json) {
  const ChangeWords words{stored_place,
                          [](const YAML::Node& node) { return node.as<std::string>(); }};
  return change_from(kind, YAML::Load(json), words);
}

base::Result<model::Change> stored_change(const std::string& kind, const std::string& json) {
  try {
    return change_from_json(kind, json);
  } catch (const YAML::Exception& refusal) {
    return base::fail(base::ErrorCode::bad_input, refusal.msg, kind, "");
  }
}

}  // namespace nahraum::io
