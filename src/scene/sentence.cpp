#include "scene/sentence.hpp"

#include <algorithm>
#include <cctype>
#include <cmath>

#include <fmt/args.h>
#include <fmt/format.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "model/disclosure.hpp"
#include "scene/german_objects.hpp"

namespace nahraum::scene {
namespace {

using base::Language;
using base::tr;
using base::tr_n;

const std::string& pick(const model::Label& label) {
  return base::language() == Language::german ? label.de : label.en;
}

/// "Pharmacy" → "pharmacy", but "GP" stays.
std::string lower_first(std::string text) {
  if (text.size() < 2 || std::isupper(static_cast<unsigned char>(text[1])) != 0) return text;
  text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
  return text;
}

/// The object of "to reach": "no pharmacy", "keine Apotheke".
std::string none_of(const model::ServiceType& type) {
  if (base::language() == Language::english) return "no " + lower_first(type.label.en);
  const auto known = german_none(type.id);
  return known.empty() ? "kein Angebot „" + type.label.de + "“" : known;
}

}  // namespace

std::string one_of(const model::ServiceType& type) {
  if (base::language() == Language::german) return none_of(type).substr(1);  // keine → eine
  const auto name = lower_first(type.label.en);
  const bool vowel = std::string_view("aeio").find(name.front()) != std::string_view::npos;
  return (vowel ? "an " : "a ") + name;
}

std::string one_more(const model::ServiceType& type) {
  if (base::language() == Language::english) return "One more " + lower_first(type.label.en);
  const auto known = german_one_more(type.id);
  return known.empty() ? "Ein zusätzliches Angebot „" + type.label.de + "“" : known;
}

std::string in_brackets(const model::Profile& profile) {
  std::string text = name_of(profile);
  const auto open = text.find(" (");
  if (open != std::string::npos && text.back() == ')') {
    text = text.substr(0, open) + ", " + text.substr(open + 2, text.size() - open - 3);
  }
  if (base::language() == Language::english) return lower_first(text);
  return text.starts_with("Mit ") ? "mit " + text.substr(4) : text;
}

std::string in_brackets(const model::Profile& profile, analysis::Way way) {
  const char* form = way == analysis::Way::to     ? "{0}"
                     : way == analysis::Way::from ? tr("{0}, on the way home")
                                                  : tr("{0}, there as well as back");
  return fmt::format(fmt::runtime(form), in_brackets(profile));
}

std::string within_limit(const analysis::Limit& limit) {
  const char* form = limit.kind == analysis::Limit::Kind::seconds
                         ? tr("in {limit}")             // Translators: in 10 minutes
                         : tr("on a walk of {limit}");  // Translators: on a walk of 500 m
  return fmt::format(fmt::runtime(form), fmt::arg("limit", limit_name(limit)));
}

namespace {

struct Wording {
  std::string people_of;  ///< "people aged 80 and over"
  const model::ServiceType& type;
  std::string walker;  ///< "rollator, there and back"
  analysis::Limit limit;
};

/// Persons, or homes where nobody knows the persons.
struct Figures {
  long total = 0, covered = 0, gap = 0, not_assessable = 0;
  bool masked(int min_count) const {
    return !model::may_show(covered, min_count) || !model::may_show(not_assessable, min_count) ||
           !model::may_show(total, min_count);
  }
  /// Tables beside the sentence keep the gap back: with it the others would tell a small count.
  bool tells_covered_only(int min_count) const {
    return model::may_show(gap, min_count) &&
           !model::may_show_parts({covered, gap, not_assessable}, min_count)[1];
  }
};

/// "fewer than 5 people" begins the sentence with a capital.
std::string fill_in(const char* form, const Wording& w, const Figures& f, int min_count) {
  const long assessed = f.covered + f.gap;
  std::string text = fmt::format(
      fmt::runtime(form), fmt::arg("gap", persons_text(f.gap, min_count)),
      fmt::arg("covered", persons_text(f.covered, min_count)),
      fmt::arg("total", persons_text(assessed, min_count)), fmt::arg("people", w.people_of),
      fmt::arg("share", assessed > 0 ? share_text(f.gap, assessed) : ""),
      fmt::arg("none", none_of(w.type)), fmt::arg("one", one_of(w.type)),
      fmt::arg("within", within_limit(w.limit)), fmt::arg("profile", w.walker));
  if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
  return text;
}

std::string worded(const Wording& w, const Figures& f, int min_count) {
  const auto n = static_cast<unsigned long>(std::max(0L, f.gap));
  if (f.total == 0) return tr("The data hold no residential building in the district.");
  if (f.covered + f.gap == 0) {
    return fill_in(tr("Whether {people} reach {one} {within} cannot be assessed ({profile})."), w,
                   f, min_count);
  }
  if (f.gap == 0) {
    return fill_in(f.masked(min_count)
                       ? tr("All {people} reach {one} {within} ({profile}).")
                       : tr("All {total} {people} reach {one} {within} ({profile})."),
                   w, f, min_count);
  }
  if (f.covered == 0 && !f.masked(min_count)) {
    return fill_in(tr("None of the {total} {people} reach {one} {within} ({profile})."), w, f,
                   min_count);
  }
  if (f.tells_covered_only(min_count)) {
    return fill_in(tr("{covered} {people} reach {one} {within} ({profile})."), w, f, min_count);
  }
  if (!model::may_show(f.gap, min_count) || f.masked(min_count)) {
    return fill_in(tr("{gap} {people} reach {none} {within} ({profile})."), w, f, min_count);
  }
  return fill_in(tr_n("{gap} of {total} {people} ({share}) reaches {none} {within} ({profile}).",
                      "{gap} of {total} {people} ({share}) reach {none} {within} ({profile}).", n),
                 w, f, min_count);
}

bool known(const analysis::GroupCoverage& group) {
  return group.total > 0;
}

}  // namespace

std::string people_of(AgeGroup group) {
  switch (group) {
    case AgeGroup::age_80:
      return tr("people aged 80 and over");
    case AgeGroup::age_65:
      return tr("people aged 65 and over");
    case AgeGroup::all:
      break;
  }
  return tr("people");
}

const analysis::GroupCoverage& group_of(const analysis::Coverage& coverage, AgeGroup group) {
  switch (group) {
    case AgeGroup::age_80:
      return coverage.age_80;
    case AgeGroup::age_65:
      return coverage.age_65;
    case AgeGroup::all:
      break;
  }
  return coverage.all;
}

AgeGroup headline_group(const analysis::Coverage& coverage) {
  if (known(coverage.age_80)) return AgeGroup::age_80;
  return known(coverage.age_65) ? AgeGroup::age_65 : AgeGroup::all;
}

std::string short_name(AgeGroup group) {
  switch (group) {
    case AgeGroup::age_80:
      return tr("80 and over");
    case AgeGroup::age_65:
      return tr("65 and over");
    case AgeGroup::all:
      break;
  }
  return tr("all ages");
}

std::string name_of(const model::ServiceType& type) {
  return pick(type.label);
}
std::string name_of(const model::Profile& profile) {
  return pick(profile.label);
}

std::string name_of(analysis::Way way) {
  switch (way) {
    case analysis::Way::to:
      return tr("there");
    case analysis::Way::from:
      return tr("home again");
    case analysis::Way::both:
      break;
  }
  return tr("there and home again, the longer of the two counts");
}

std::string limit_name(const analysis::Limit& limit) {
  if (limit.kind == analysis::Limit::Kind::metres) {
    return base::format_distance(limit.value, base::language());
  }
  const double minutes = limit.value / 60;
  const bool whole = std::abs(minutes - std::round(minutes)) < 1e-6;
  return fmt::format(fmt::runtime(tr_n("{} minute", "{} minutes", whole && minutes < 1.5 ? 1 : 2)),
                     base::format_number(minutes, whole ? 0 : 1, base::language()));
}

std::string persons_text(long persons, int min_count) {
  if (persons < 0) return "–";
  if (!model::may_show(persons, min_count)) {
    return fmt::format(fmt::runtime(tr("fewer than {}")), min_count);
  }
  return base::format_number(static_cast<double>(persons), 0, base::language());
}

std::string share_text(long part, long whole) {
  const double percent = 100.0 * static_cast<double>(part) / static_cast<double>(whole);
  if (part > 0 && percent < 1) return tr("under 1 %");
  if (part < whole && percent > 99) return tr("over 99 %");
  return fmt::format("{} %", std::lround(percent));
}

std::string sentence(const analysis::Coverage& coverage, const model::ServiceType& type,
                     const model::Profile& profile, int min_count) {
  const auto group = headline_group(coverage);
  const auto& g = group_of(coverage, group);
  Figures figures{g.total, g.covered, g.gap, g.not_assessable};
  std::string people = people_of(group);
  if (!known(g)) {
    figures = {coverage.homes, coverage.homes_covered, coverage.homes_gap,
               coverage.homes_not_assessable};
    people = tr("home addresses");
    min_count = 0;  // buildings are no persons
  }
  return worded({people, type, in_brackets(profile, coverage.way), coverage.limit}, figures,
                min_count);
}

std::string sentence(const analysis::Coverage& coverage, const model::Catalogue& catalogue,
                     const model::Project& project) {
  const auto* type = catalogue.find_type(coverage.type);
  const auto profile = catalogue.profile(coverage.profile);
  if (type == nullptr || !profile) return {};
  const int min_count = catalogue.people.min_count;
  std::string text = sentence(coverage, *type, **profile, min_count);
  for (const auto& more : remarks(coverage, catalogue, project))
    text += " " + more;
  return text;
}

std::string not_assessable_text(const analysis::GroupCoverage& group, int min_count) {
  const long count = group.not_assessable;
  const auto shown = model::may_show_parts({group.covered, group.gap, count}, min_count);
  if (count < 0 || (!shown[2] && model::may_show(count, min_count))) return {};
  return persons_text(count, min_count);
}

std::string not_assessable_sentence(const analysis::Coverage& coverage, int min_count) {
  const auto& group = group_of(coverage, headline_group(coverage));
  const bool persons = known(group);
  const long count = persons ? group.not_assessable : coverage.homes_not_assessable;
  if (count <= 0) return {};
  // The sentence has already said that nothing can be assessed: this is why.
  const bool nobody =
      persons ? group.covered + group.gap == 0 : coverage.homes_covered + coverage.homes_gap == 0;
  if (nobody) return tr("The street data end there, or no street is near.");
  if (persons && not_assessable_text(group, min_count).empty()) {
    return tr(
        "For some more it cannot be assessed: there the street data end or no street is near.");
  }
  // A masked count reads as "fewer than 5": plural.
  const auto n =
      static_cast<unsigned long>(persons && !model::may_show(count, min_count) ? min_count : count);
  const char* form =
      persons
          ? tr_n(
                "This cannot be assessed for another {} person: there the street data end or no "
                "street is near.",
                "This cannot be assessed for another {} people: there the street data end or no "
                "street is near.",
                n)
          : tr_n(
                "This cannot be assessed for another {} residential building: there the street "
                "data end or no street is near.",
                "This cannot be assessed for another {} residential buildings: there the street "
                "data end or no street is near.",
                n);
  return fmt::format(fmt::runtime(form), persons_text(count, persons ? min_count : 0));
}

std::vector<std::string> remarks(const analysis::Coverage& coverage,
                                 const model::Catalogue& catalogue, const model::Project& project) {
  std::vector<std::string> all;
  const auto* type = catalogue.find_type(coverage.type);
  if (type != nullptr && coverage.services == 0) {
    all.push_back(fmt::format(
        fmt::runtime(tr("The data name {none} here or around: check whether that is true.")),
        fmt::arg("none", none_of(*type))));
  }
  const auto unknown = not_assessable_sentence(coverage, catalogue.people.min_count);
  if (!unknown.empty()) all.push_back(unknown);
  const auto& group = group_of(coverage, headline_group(coverage));
  const int min_count = catalogue.people.min_count;
  if (coverage.services > 0 && group.without_way >= min_count) {
    // Neither the gap that is kept back nor the few of it that have a way may follow.
    const bool told =
        model::may_show_parts({group.covered, group.gap, group.not_assessable}, min_count)[1] &&
        model::may_show(group.gap - group.without_way, min_count);
    all.push_back(
        told ? fmt::format(fmt::runtime(tr("No way leads there from the homes of {} of them: check "
                                           "on the spot whether that is true.")),
                           persons_text(group.without_way, min_count))
             : tr("No way leads there from the homes of some: check on the spot whether that is "
                  "true."));
  }
  if (model::population_assumed(project)) {
    all.push_back(tr("Residents are estimated from floor area (assumption)."));
  }
  return all;
}

std::string joined(const std::vector<std::string>& sentences) {
  std::string text;
  for (const auto& sentence : sentences)
    text += (text.empty() ? "" : " ") + sentence;
  return text;
}

}  // namespace nahraum::scene
