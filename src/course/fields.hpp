#pragma once
/// One mapping of a YAML file, read strictly and patiently: what is wrong is listed with its line
/// and with what is allowed, and reading goes on.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.hpp"
#include "course/exercise.hpp"
#include "course/yaml_source.hpp"

namespace nahraum::course {

using Problems = std::vector<Problem>;

int line_of(const YAML::Node& node);
/// "“a”, “b” or “c”" for help lines.
std::string listed(const std::vector<std::string>& names);
/// "did you mean “b”? Allowed: “a”, “b”"
std::string meant(const std::string& wrong, const std::vector<std::string>& allowed);

class Fields {
 public:
  /// Lists what is no mapping, unknown and doubled keys.
  Fields(const YAML::Node& node, std::vector<std::string> allowed, Problems& problems);

  void fault(const std::string& what, const std::string& help = {}) const;
  void fault_at(const std::string& key, const std::string& what,
                const std::string& help = {}) const;
  bool has(const std::string& key) const { return find(key).has_value(); }
  std::optional<YAML::Node> find(const std::string& key) const;
  /// As `find`, and lists that it is missing.
  std::optional<YAML::Node> need(const std::string& key) const;
  const std::vector<std::pair<std::string, YAML::Node>>& all() const { return entries_; }

  std::string text(const std::string& key, const std::string& fallback = {}) const;
  std::string needed_text(const std::string& key) const;
  /// Of letters, digits and hyphens, in lower case.
  std::string id(const std::string& key) const;
  /// {de: …, en: …}, neither of them empty.
  Words words(const std::string& key) const;
  Words needed_words(const std::string& key) const;
  double number(const std::string& key, double least, double most, double fallback) const;
  bool flag(const std::string& key, bool fallback) const;
  /// A single value is a list of one.
  std::vector<YAML::Node> list(const std::string& key) const;
  /// One of `names`: its index.
  std::size_t one_of(const std::string& key, const std::vector<std::string>& names,
                     std::size_t fallback) const;

  Problems& problems() const { return problems_; }
  int line() const { return line_; }

 private:
  int line_;
  std::vector<std::string> allowed_;
  std::vector<std::pair<std::string, YAML::Node>> entries_;
  Problems& problems_;
};

/// A mapping with a single key out of `kinds`, such as {persons: {…}}.
struct Kind {
  std::size_t index;
  std::string name;
  YAML::Node body;
};
std::optional<Kind> only_kind(const YAML::Node& node, const std::vector<std::string>& kinds,
                              Problems& problems);

}  // namespace nahraum::course
