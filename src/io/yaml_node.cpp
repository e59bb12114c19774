#include "io/yaml_node.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <set>
#include <sstream>

#include <fmt/format.h>

#include "base/translate.hpp"

namespace nahraum::io {

using base::tr;

namespace {

base::Result<std::string> content_of(const std::filesystem::path& file) {
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) {
    return base::fail(base::ErrorCode::not_found, tr("the file is missing"), file.string(),
                      tr("reinstall the program or set NAHRAUM_SHARE to its data folder"));
  }
  std::ifstream stream(file, std::ios::binary);
  std::ostringstream content;
  content << stream.rdbuf();
  if (!stream) return base::fail(base::ErrorCode::io, tr("the file cannot be read"), file.string());
  return content.str();
}

}  // namespace

base::Result<void> read_yaml(const std::filesystem::path& file,
                             const std::function<void(const YAML::Node& root)>& take) {
  const auto content = content_of(file);
  if (!content) return tl::unexpected(content.error());
  try {
    take(YAML::Load(*content));
    return {};
  } catch (const YAML::Exception& problem) {
    const auto where = problem.mark.is_null()
                           ? file.string()
                           : fmt::format("{}:{}", file.string(), problem.mark.line + 1);
    return base::fail(base::ErrorCode::bad_input, problem.msg, where,
                      tr("correct the line in a text editor"));
  }
}

namespace yaml {

void refuse(const YAML::Node& node, const std::string& what) {
  throw YAML::RepresentationException(node.Mark(), what);
}

void expect_keys(const YAML::Node& node, std::initializer_list<std::string_view> allowed) {
  std::set<std::string> seen;
  for (const auto& [key, value] : yaml::entries(node)) {
    const auto name = key.as<std::string>();
    if (std::find(allowed.begin(), allowed.end(), name) == allowed.end()) {
      refuse(key, fmt::format(fmt::runtime(tr("unknown key “{}”")), name));
    }
    if (!seen.insert(name).second)
      refuse(key, fmt::format(fmt::runtime(tr("the key “{}” appears twice")), name));
  }
}

std::vector<std::pair<YAML::Node, YAML::Node>> entries(const YAML::Node& node) {
  if (!node.IsMap()) refuse(node, tr("a mapping of keys to values is expected"));
  std::vector<std::pair<YAML::Node, YAML::Node>> all;
  for (const auto& entry : node)
    all.emplace_back(entry.first, entry.second);
  return all;
}

YAML::Node required(const YAML::Node& node, const char* key) {
  const YAML::Node value = node[key];
  if (!value || value.IsNull()) refuse(node, fmt::format(fmt::runtime(tr("“{}” is missing")), key));
  return value;
}

std::string text(const YAML::Node& node, const char* key) {
  const auto value = required(node, key);
  if (!value.IsScalar() || value.Scalar().empty()) {
    refuse(value, fmt::format(fmt::runtime(tr("“{}” must be a text")), key));
  }
  return value.Scalar();
}

std::string text_or(const YAML::Node& node, const char* key, const std::string& fallback) {
  return node[key] ? text(node, key) : fallback;
}

double number(const YAML::Node& node, double least, double most) {
  double value = 0;
  if (!node.IsScalar() || !YAML::convert<double>::decode(node, value) || !std::isfinite(value)) {
    refuse(node, tr("a number is expected"));
  }
  if (value < least || value > most) {
    refuse(node, fmt::format(fmt::runtime(tr("{} is not between {} and {}")), value, least, most));
  }
  return value;
}

bool flag(const YAML::Node& node, const char* key) {
  const YAML::Node value = node[key];
  if (!value) return false;
  bool answer = false;
  if (!YAML::convert<bool>::decode(value, answer)) {
    refuse(value, fmt::format(fmt::runtime(tr("“{}” must be true or false")), key));
  }
  return answer;
}

std::vector<std::string> texts(const YAML::Node& node) {
  std::vector<std::string> all;
  if (!node) return all;
  if (!node.IsSequence()) refuse(node, tr("a list is expected"));
  for (const auto& each : node) {
    if (!each.IsScalar()) refuse(each, tr("a text is expected"));
    all.push_back(each.Scalar());
  }
  return all;
}

}  // namespace yaml
}  // namespace nahraum::io
