#include "app/help_words.hpp"

#include <algorithm>
#include <regex>

#include <fmt/format.h>

#include "base/translate.hpp"

namespace nahraum::app {
namespace {

using base::tr;

template <class... Values>
std::string say(const char* form, const Values&... values) {
  return fmt::format(fmt::runtime(form), values...);
}

/// "TEXT:{de,en}" → "{de,en}", "INT:INT in [1 - 64]" → "NUMBER".
std::string type_word(const std::string& type) {
  const auto check = type.find(':');
  if (check != std::string::npos && type.compare(check + 1, 1, "{") == 0) {
    return type.substr(check + 1);
  }
  const auto kind = type.substr(0, check);
  if (kind == "INT" || kind == "UINT" || kind == "FLOAT") return tr("NUMBER");
  return kind == "TEXT" ? tr("TEXT") : kind;
}

std::string heading(const std::string& group) {
  if (group == "Options") return tr("Options");
  return group == "Subcommands" ? tr("Commands") : group;
}

class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter() {
    label("Usage", tr("Usage"));
    label("OPTIONS", tr("OPTIONS"));
    label("SUBCOMMAND", tr("COMMAND"));
    label("Positionals", tr("Arguments"));
  }

  std::string make_group(std::string group, bool is_positional,
                         std::vector<const CLI::Option*> options) const override {
    return Formatter::make_group(heading(group), is_positional, std::move(options));
  }

  std::string make_subcommands(const CLI::App* app, CLI::AppFormatMode) const override {
    std::string groups, verbs;
    for (const CLI::App* each : app->get_subcommands([](const CLI::App*) { return true; })) {
      (each->get_name().empty() ? groups : verbs) +=
          each->get_name().empty() ? make_expanded(each) : make_subcommand(each);
    }
    return verbs.empty() ? groups : groups + "\n" + heading("Subcommands") + ":\n" + verbs;
  }

  /// An option group: its name, what it is for, how many of it, and its options.
  std::string make_expanded(const CLI::App* group) const override {
    std::string text = "\n" + group->get_group();
    if (!group->get_description().empty()) text += ": " + group->get_description();
    if (group->get_require_option_max() == 1) {
      text +=
          std::string(" ") + (group->get_require_option_min() == 1 ? tr("(exactly one of these)")
                                                                   : tr("(at most one of these)"));
    } else if (group->get_require_option_min() == 1) {
      text += std::string(" ") + tr("(at least one of these)");
    }
    text += "\n";
    for (const CLI::Option* option : group->get_options([](const CLI::Option*) { return true; })) {
      if (option != group->get_help_ptr()) text += make_option(option, false);
    }
    return text;
  }

  /// CLI11 pads by bytes, and umlauts have two; fmt pads by characters.
  std::string make_option(const CLI::Option* option, bool is_positional) const override {
    const auto name = "  " + make_option_name(option, is_positional) + make_option_opts(option);
    const auto width = get_column_width();
    const auto characters = std::count_if(name.begin(), name.end(), [](char c) {
      return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    });
    const bool fits = static_cast<std::size_t>(characters) < width;
    return fits ? fmt::format("{:<{}}{}\n", name, width, make_option_desc(option))
                : fmt::format("{}\n{:<{}}{}\n", name, "", width, make_option_desc(option));
  }

  std::string make_option_opts(const CLI::Option* option) const override {
    if (option->get_type_size() == 0) return {};
    std::string text;
    if (!option->get_positional()) text += " " + type_word(option->get_type_name());
    if (!option->get_default_str().empty()) text += "=" + option->get_default_str();
    if (option->get_required()) text += std::string(" ") + tr("(required)");
    return text;
  }
};

std::string missing(const std::string& what) {
  if (what == "A subcommand is required") return tr("a command is missing");
  std::smatch list;
  if (std::regex_search(what, list, std::regex(R"(\[([^\]]*)\])"))) {
    if (what.find("At least") != std::string::npos)
      return say(tr("at least one of these is needed: {0}"), list[1].str());
    return what.find("at most") == std::string::npos
               ? say(tr("exactly one of these is needed: {0}"), list[1].str())
               : say(tr("only one of these may be given: {0}"), list[1].str());
  }
  return say(tr("{0} is missing"), what.substr(0, what.find(" is required")));
}

std::string invalid(const std::string& what) {
  const auto name = what.substr(0, what.find(':'));
  std::smatch found;
  if (std::regex_search(what, found, std::regex(R"(not in \{([^}]*)\})"))) {
    return say(tr("{0}: choose one of {1}"), name, found[1].str());
  }
  if (std::regex_search(what, found, std::regex(R"(range (\S+) to (\S+))"))) {
    return say(tr("{0}: choose a number from {1} to {2}"), name, std::stod(found[1].str()),
               std::stod(found[2].str()));
  }
  return what;
}

std::string excluded(const std::string& what) {
  constexpr std::string_view between = " excludes ";
  const auto at = what.find(between);
  if (at == std::string::npos) return what;
  return say(tr("{0} and {1} cannot be used together"), what.substr(0, at),
             what.substr(at + between.size()));
}

std::string needed(const std::string& what) {
  constexpr std::string_view between = " requires ";
  const auto at = what.find(between);
  if (at == std::string::npos) return what;
  return say(tr("{0} is of use with {1} only"), what.substr(0, at),
             what.substr(at + between.size()));
}

std::string after_colon(const std::string& what) {
  const auto at = what.find(": ");
  return at == std::string::npos ? what : what.substr(at + 2);
}

}  // namespace

std::shared_ptr<CLI::FormatterBase> help_formatter() {
  return std::make_shared<HelpFormatter>();
}

std::string usage_problem(const CLI::ParseError& error) {
  std::string what = error.what();
  switch (static_cast<CLI::ExitCodes>(error.get_exit_code())) {
    case CLI::ExitCodes::RequiredError:
      return missing(what);
    case CLI::ExitCodes::ValidationError:
      return invalid(what);
    case CLI::ExitCodes::RequiresError:
      return needed(what);
    case CLI::ExitCodes::ExcludesError:
      return excluded(what);
    case CLI::ExitCodes::ExtrasError:
      return say(tr("not understood: {0}"), after_colon(what));
    case CLI::ExitCodes::ConversionError:
      return say(tr("not a number: {0}"), after_colon(what));
    case CLI::ExitCodes::ArgumentMismatch:
      return say(tr("{0} needs a value"), what.substr(0, what.find(':')));
    default:
      return what;
  }
}

}  // namespace nahraum::app
