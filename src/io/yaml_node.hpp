#pragma once
/// Reading our own YAML files strictly: unknown and doubled keys, missing values and wrong types
/// are reported with their line. The functions throw YAML::RepresentationException, as yaml-cpp
/// does; `read_yaml` is the edge where it becomes an Error.

#include <filesystem>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <yaml-cpp/yaml.h>

#include "base/result.hpp"

namespace nahraum::io {

/// Parses the file and hands its root to `take`. Errors: not_found, io; bad_input with file:line.
base::Result<void> read_yaml(const std::filesystem::path& file,
                             const std::function<void(const YAML::Node& root)>& take);

namespace yaml {

[[noreturn]] void refuse(const YAML::Node& node, const std::string& what);
/// Refuses anything but a mapping with keys from `allowed`, each at most once.
void expect_keys(const YAML::Node& node, std::initializer_list<std::string_view> allowed);
/// Keys and values of a mapping, in the file's order.
std::vector<std::pair<YAML::Node, YAML::Node>> entries(const YAML::Node& node);
/// The value, refused with the key's name when it is missing.
YAML::Node required(const YAML::Node& node, const char* key);
std::string text(const YAML::Node& node, const char* key);
std::string text_or(const YAML::Node& node, const char* key, const std::string& fallback);
/// A finite number between `least` and `most`.
double number(const YAML::Node& node, double least, double most);
bool flag(const YAML::Node& node, const char* key);
/// A list of texts; nothing when the node is missing.
std::vector<std::string> texts(const YAML::Node& node);

}  // namespace yaml
}  // namespace nahraum::io
