#include "course/fields.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/translate.hpp"

namespace nahraum::course {

using base::tr;

namespace {

std::string filled(const char* message, const std::string& value) {
  return fmt::format(fmt::runtime(message), value);
}

bool is_id(const std::string& text) {
  return !text.empty() && text.size() <= 60 && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

/// yaml-cpp reads YAML 1.1's words; these are all that exercises need.
std::optional<bool> flag_of(const std::string& word) {
  if (word == "yes" || word == "true") return true;
  if (word == "no" || word == "false") return false;
  return std::nullopt;
}

}  // namespace

int line_of(const YAML::Node& node) {
  return node.Mark().is_null() ? 0 : node.Mark().line + 1;
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const auto& name : names)
    text += (text.empty() ? "" : ", ") + filled(tr("“{0}”"), name);
  return text;
}

std::string meant(const std::string& wrong, const std::vector<std::string>& allowed) {
  if (allowed.empty()) return tr("none is declared in this file");
  const auto near = base::nearest_name(wrong, allowed);
  const auto all = filled(tr("allowed: {0}"), listed(allowed));
  if (!near) return all;
  return fmt::format(fmt::runtime(tr("did you mean “{0}”? {1}")), *near, all);
}

Fields::Fields(const YAML::Node& node, std::vector<std::string> allowed, Problems& problems)
    : line_(line_of(node)), allowed_(std::move(allowed)), problems_(problems) {
  if (!node.IsMap()) {
    fault(tr("A mapping of keys to values is expected here"),
          filled(tr("allowed: {0}"), listed(allowed_)));
    return;
  }
  for (const auto& entry : node) {
    const auto key = entry.first.IsScalar() ? entry.first.Scalar() : std::string();
    const int line = line_of(entry.first);
    if (std::find(allowed_.begin(), allowed_.end(), key) == allowed_.end()) {
      problems_.push_back(
          {line, filled(tr("The key “{0}” is unknown"), key), meant(key, allowed_)});
    } else if (has(key)) {
      problems_.push_back({line, filled(tr("The key “{0}” stands here twice"), key), ""});
    } else {
      entries_.emplace_back(key, entry.second);
    }
  }
}

void Fields::fault(const std::string& what, const std::string& help) const {
  problems_.push_back({line_, what, help});
}

void Fields::fault_at(const std::string& key, const std::string& what,
                      const std::string& help) const {
  const auto at = find(key);
  problems_.push_back({at ? line_of(*at) : line_, what, help});
}

std::optional<YAML::Node> Fields::find(const std::string& key) const {
  for (const auto& [name, value] : entries_) {
    if (name == key) return value;
  }
  return std::nullopt;
}

std::optional<YAML::Node> Fields::need(const std::string& key) const {
  auto found = find(key);
  if (!found || found->IsNull()) {
    fault(filled(tr("“{0}” is missing"), key));
    return std::nullopt;
  }
  return found;
}

std::string Fields::text(const std::string& key, const std::string& fallback) const {
  const auto at = find(key);
  if (!at) return fallback;
  if (at->IsScalar() && !at->Scalar().empty()) return at->Scalar();
  fault_at(key, filled(tr("“{0}” must be a text"), key));
  return fallback;
}

std::string Fields::needed_text(const std::string& key) const {
  return need(key) ? text(key) : std::string();
}

std::string Fields::id(const std::string& key) const {
  auto name = needed_text(key);
  if (!name.empty() && !is_id(name))
    fault_at(key, filled(tr("“{0}” cannot be a name here"), name),
             tr("small letters from a to z, digits and hyphens, such as “find-the-gap”"));
  return name;
}

Words Fields::words(const std::string& key) const {
  const auto at = find(key);
  if (!at) return {};
  if (!at->IsMap()) {
    fault_at(key, filled(tr("“{0}” needs a text in German and one in English"), key),
             tr("write it like {de: \"…\", en: \"…\"}"));
    return {};
  }
  const Fields both(*at, {"de", "en"}, problems_);
  return {both.needed_text("de"), both.needed_text("en")};
}

Words Fields::needed_words(const std::string& key) const {
  return need(key) ? words(key) : Words{};
}

double Fields::number(const std::string& key, double least, double most, double fallback) const {
  const auto at = find(key);
  if (!at) return fallback;
  double value = 0;
  const bool fits = at->IsScalar() && YAML::convert<double>::decode(*at, value) &&
                    std::isfinite(value) && value >= least && value <= most;
  if (fits) return value;
  fault_at(key, filled(tr("“{0}” must be a number"), key),
           fmt::format(fmt::runtime(tr("allowed: from {0} to {1}")), least, most));
  return fallback;
}

bool Fields::flag(const std::string& key, bool fallback) const {
  const auto at = find(key);
  if (!at) return fallback;
  if (const auto value = at->IsScalar() ? flag_of(at->Scalar()) : std::nullopt) return *value;
  fault_at(key, filled(tr("“{0}” must be yes or no"), key));
  return fallback;
}

std::vector<YAML::Node> Fields::list(const std::string& key) const {
  const auto at = find(key);
  if (!at) return {};
  if (!at->IsSequence()) return {*at};
  return {at->begin(), at->end()};
}

std::size_t Fields::one_of(const std::string& key, const std::vector<std::string>& names,
                           std::size_t fallback) const {
  if (!has(key)) return fallback;
  const auto word = text(key);
  const auto at = std::find(names.begin(), names.end(), word);
  if (at != names.end()) return static_cast<std::size_t>(at - names.begin());
  if (!word.empty())
    fault_at(key, fmt::format(fmt::runtime(tr("“{0}” is nothing that “{1}” can be")), word, key),
             meant(word, names));
  return fallback;
}

std::optional<Kind> only_kind(const YAML::Node& node, const std::vector<std::string>& kinds,
                              Problems& problems) {
  const std::size_t before = problems.size();
  const Fields fields(node, kinds, problems);
  if (fields.all().size() == 1) {
    const auto& [name, body] = fields.all().front();
    const auto at = std::find(kinds.begin(), kinds.end(), name);
    return Kind{static_cast<std::size_t>(at - kinds.begin()), name, body};
  }
  if (problems.size() == before)
    problems.push_back({line_of(node), tr("Exactly one kind is expected here"),
                        filled(tr("allowed: {0}"), listed(kinds))});
  return std::nullopt;
}

}  // namespace nahraum::course
