#include "app/graded_report.hpp"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "app/coverage_report.hpp"
#include "app/study_parts.hpp"
#include "base/translate.hpp"
#include "model/disclosure.hpp"
#include "scene/sentence.hpp"

namespace nahraum::app {
namespace {

using analysis::Grade;
using base::tr;
using Group = long analysis::Counts::*;

constexpr std::array<Grade, analysis::grade_count> all_grades{Grade::good, Grade::sufficient,
                                                              Grade::gap, Grade::unknown};
constexpr std::array<Group, 3> groups{&analysis::Counts::all, &analysis::Counts::age_65,
                                      &analysis::Counts::age_80};

template <class... Values>
std::string say(const char* form, const Values&... values) {
  return fmt::format(fmt::runtime(form), values...);
}

std::string number(long count) {
  return base::format_number(static_cast<double>(count), 0, base::language());
}

bool is_small(long difference, int min_count) {
  return !model::may_show(std::abs(difference), min_count);
}

bool differ_a_little(const ToldCounts& a, const ToldCounts& b, Group group, int min_count) {
  return is_small(a.covered.*group - b.covered.*group, min_count) ||
         is_small(a.gap.*group - b.gap.*group, min_count) ||
         is_small(a.unknown.*group - b.unknown.*group, min_count);
}

/// As the table of other standards keeps its later rows back (keep_back_small_differences).
std::vector<const ToldCounts*> really_told(const Graded& graded, Group group, int min_count) {
  std::vector<const ToldCounts*> told;
  for (const auto& each : graded.told) {
    const bool tells = std::none_of(told.begin(), told.end(), [&](const ToldCounts* earlier) {
      return differ_a_little(*earlier, each, group, min_count);
    });
    if (tells) told.push_back(&each);
  }
  return told;
}

const analysis::Counts& persons_of(const Graded& graded, Grade grade) {
  return graded.counts.persons[static_cast<std::size_t>(grade)];
}

/// Whether another figure of the window, less one of these, would tell of a few people.
bool tells_beside(const Graded& graded, Group group, int min_count) {
  const long good = persons_of(graded, Grade::good).*group;
  const long within = good + persons_of(graded, Grade::sufficient).*group;
  const long gap = persons_of(graded, Grade::gap).*group;
  const long unknown = persons_of(graded, Grade::unknown).*group;
  const auto told = really_told(graded, group, min_count);
  return std::any_of(told.begin(), told.end(), [&](const ToldCounts* each) {
    const long covered = each->covered.*group;
    return is_small(covered - good, min_count) || is_small(covered - within, min_count) ||
           is_small(each->gap.*group - gap, min_count) ||
           is_small(each->unknown.*group - unknown, min_count);
  });
}

std::string cell(const ShownGrades& grades, Grade grade, int min_count) {
  const auto i = static_cast<std::size_t>(grade);
  auto text = model::parts_text(grades.persons, min_count, base::language())[i];
  const auto assessed = grades.assessed();
  if (!grades.shown[i] || grade == Grade::unknown || assessed.value_or(0) == 0) return text;
  return fmt::format("{} ({})", text, scene::share_text(grades.persons[i], *assessed));
}

bool occurs(const Graded& graded, Grade grade) {
  if (grade == Grade::sufficient) return !graded.thresholds.single();
  return grade != Grade::unknown || graded.counts.homes[static_cast<std::size_t>(grade)] > 0;
}

StudyTable grades_of(const Graded& graded, int min_count) {
  StudyTable table{tr("People by grade"), {"", tr("all"), "65+", "80+"}, {}, ""};
  for (const auto grade : all_grades) {
    if (!occurs(graded, grade)) continue;
    StudyRow row;
    row.cells.push_back(grade_name(grade, graded.thresholds));
    for (const auto group : groups)
      row.cells.push_back(cell(shown_grades(graded, group, min_count), grade, min_count));
    table.rows.push_back(std::move(row));
  }
  return table;
}

/// What the grades keep back, this does not tell either.
bool may_tell_between(const Graded& graded, Group group, int min_count) {
  return between_shown(graded.between, group, min_count) &&
         shown_grades(graded, group, min_count).assessed().has_value();
}

StudyTable between_of(const Graded& graded, const model::Catalogue& catalogue, int min_count) {
  StudyTable table{
      tr("Between the two standards"), {"", tr("all"), "65+", "80+", tr("buildings")}, {}, ""};
  const auto row = [&](const std::string& name, const analysis::Limit& limit,
                       const analysis::Counts& persons, long homes) {
    StudyRow made;
    made.cells.push_back(say(tr("only by “{0}” ({1})"), name, exact_name(limit)));
    for (const auto group : groups)
      made.cells.push_back(may_tell_between(graded, group, min_count) ? number(persons.*group)
                                                                      : "–");
    made.cells.push_back(number(homes));
    table.rows.push_back(std::move(made));
  };
  const auto& b = graded.between;
  row(shown_standard(graded, catalogue), graded.thresholds.limit, b.first_only, b.homes_first_only);
  row(standard_name(graded.second, catalogue), *graded.against, b.second_only, b.homes_second_only);
  return table;
}

/// Whom the sentence counts.
struct Counted {
  std::string people;
  std::vector<long> parts;  ///< by grade
};

/// The oldest group of which all may be told, else residential buildings.
Counted headline(const Graded& graded, int min_count) {
  for (std::size_t i = groups.size(); i-- > 0;) {
    const auto shown = shown_grades(graded, groups.at(i), min_count);
    if (shown.assessed().value_or(0) <= 0) continue;
    return {scene::people_of(static_cast<scene::AgeGroup>(i)), shown.persons};
  }
  const auto& homes = graded.counts.homes;
  return {tr("residential buildings"), {homes.begin(), homes.end()}};
}

std::string sentence(const Graded& graded, const model::ServiceType& type,
                     const model::Profile& profile, int min_count) {
  const auto counted = headline(graded, min_count);
  const auto& n = counted.parts;
  const long whole = n[0] + n[1] + n[2];
  if (whole == 0) return say(tr("No home can be graded: {0}."), scene::in_brackets(profile));
  const auto part = [&](long count) {
    return fmt::format("{} ({})", number(count), scene::share_text(count, whole));
  };
  const auto target = exact_name(graded.thresholds.target);
  const auto walker = scene::in_brackets(profile, graded.of->question.way);
  if (graded.thresholds.single()) {
    return say(tr("Of {0} {1}, {2} have {3} within {4}; for {5} there is a gap ({6})."),
               number(whole), counted.people, part(n[0]), scene::one_of(type), target, part(n[2]),
               walker);
  }
  return say(tr("Of {0} {1}, {2} have {3} in good reach (up to {4}) and {5} in sufficient reach "
                "(up to {6}); for {7} there is a gap ({8})."),
             number(whole), counted.people, part(n[0]), scene::one_of(type), target, part(n[1]),
             exact_name(graded.thresholds.limit), part(n[2]), walker);
}

std::vector<std::string> remarks_of(const Graded& graded) {
  std::vector<std::string> remarks;
  const auto& answer = *graded.of;
  if (!answer.question.scenario.empty()) {
    remarks.emplace_back(
        tr("In a scenario buildings are graded, not people: beside the project's "
           "own figures they could tell of a few."));
  } else if (model::population_assumed(*answer.district->project)) {
    remarks.emplace_back(
        tr("Residents are an assumption from floor area: no population data were given."));
  }
  return remarks;
}

/// What the standard's limit for the type rests on, and its target where that is another's.
std::string evidence_of(const Graded& graded, const model::Standard& standard,
                        const model::ServiceType& type) {
  if (graded.own()) return tr("own values, assumption");
  const auto own = standard.types.find(type.id);
  if (own != standard.types.end()) return scene::evidence_text(own->second.evidence);
  if (standard.from_catalogue == model::Standard::Catalogue::no)
    return scene::evidence_text(standard.everywhere ? standard.everywhere->evidence
                                                    : standard.evidence);
  auto near = scene::evidence_text(type.target_evidence);
  auto far = scene::evidence_text(type.limit_evidence);
  if (standard.from_catalogue == model::Standard::Catalogue::target || near == far) return near;
  return type.target_m ? near + " / " + far : far;
}

std::vector<scene::MethodLine> method_of(const Graded& graded, const model::ServiceType& type,
                                         const model::Catalogue& catalogue) {
  std::vector<scene::MethodLine> lines;
  const auto standard = catalogue.standard(graded.standard);
  const auto& t = graded.thresholds;
  lines.push_back({"grades", tr("Grades"),
                   tr("Every home by its own way: good up to the target (Soll), sufficient up to "
                      "the limit (Max), beyond it a gap; homes whose answer the data's edge "
                      "decides are not graded. Shares are of those that are."),
                   tr("assumption")});
  lines.push_back({"thresholds", tr("Thresholds"),
                   fmt::format("{}: {} / {}", shown_standard(graded, catalogue),
                               exact_name(t.target), exact_name(t.limit)),
                   evidence_of(graded, **standard, type)});
  if (graded.against) {
    lines.push_back({"against", tr("Compared with"), exact_name(*graded.against),
                     standard_name(graded.second, catalogue)});
  }
  return lines;
}

}  // namespace

std::string exact_name(const analysis::Limit& limit) {
  return limit.kind == analysis::Limit::Kind::metres
             ? base::format_number(limit.value, 0, base::language()) + " m"
             : scene::limit_name(limit);
}

std::string standard_name(const std::string& id, const model::Catalogue& catalogue) {
  const auto found = catalogue.standard(id);
  if (!found) return "";
  const bool german = base::language() == base::Language::german;
  return german ? (*found)->label.de : (*found)->label.en;
}

std::string shown_standard(const Graded& graded, const model::Catalogue& catalogue) {
  return graded.own() ? tr("own values") : standard_name(graded.standard, catalogue);
}

std::string between_name(const Graded& graded) {
  return say(tr("between {0} and {1}"), exact_name(graded.thresholds.limit),
             exact_name(*graded.against));
}

std::string grade_name(Grade grade, const analysis::Thresholds& thresholds) {
  const auto target = exact_name(thresholds.target);
  const auto limit = exact_name(thresholds.limit);
  switch (grade) {
    case Grade::good:
      return say(thresholds.single() ? tr("met (up to {0})") : tr("good (up to {0})"), target);
    case Grade::sufficient:
      return say(tr("sufficient (up to {0})"), limit);
    case Grade::gap:
      return say(tr("gap (over {0})"), limit);
    case Grade::unknown:
      break;
  }
  return tr("not assessable");
}

std::optional<long> ShownGrades::assessed() const {
  if (!shown[0] || !shown[1] || !shown[2]) return std::nullopt;
  return persons[0] + persons[1] + persons[2];
}

ShownGrades shown_grades(const Graded& graded, Group group, int min_count) {
  ShownGrades grades;
  for (const auto grade : all_grades)
    grades.persons.push_back(persons_of(graded, grade).*group);
  const bool known = grades.persons[0] >= 0;
  if (known && tells_beside(graded, group, min_count)) grades.persons.assign(4, -1);
  grades.shown = model::may_show_parts(grades.persons, min_count);
  return grades;
}

GradeWords grade_words(const Graded& graded, const model::Catalogue& catalogue) {
  GradeWords words;
  const int min_count = catalogue.people.min_count;
  const auto* type = catalogue.find_type(graded.of->question.type);
  const auto profile = catalogue.profile(graded.of->question.profile);
  if (!type || !profile) return words;
  words.sentence = sentence(graded, *type, **profile, min_count);
  words.remarks = remarks_of(graded);
  words.tables.push_back(grades_of(graded, min_count));
  if (graded.against) words.tables.push_back(between_of(graded, catalogue, min_count));
  words.method = method_of(graded, *type, catalogue);
  return words;
}

}  // namespace nahraum::app
