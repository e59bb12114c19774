#include "app/application_texts.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "app/measure_question.hpp"
#include "app/need_words.hpp"
#include "app/page_money.hpp"
#include "model/disclosure.hpp"

namespace nahraum::app {

using base::tr;
using base::tr_n;

namespace {

/// Residents of the district, and in how many homes their number is not known.
struct People {
  long all = 0, age_65 = 0, age_80 = 0;
  bool all_known = false, known_65 = false, known_80 = false;
  long homes = 0, unknown_homes = 0;
};

void add(const std::optional<int>& persons, long& sum, bool& known) {
  if (!persons) return;
  sum += *persons;
  known = true;
}

People people_of(const model::Project& project) {
  People people;
  for (const auto& home : project.homes) {
    if (!home.in_district) continue;
    ++people.homes;
    people.unknown_homes += home.residents.all ? 0 : 1;
    add(home.residents.all, people.all, people.all_known);
    add(home.residents.age_65, people.age_65, people.known_65);
    add(home.residents.age_80, people.age_80, people.known_80);
  }
  return people;
}

double hectares(const model::Project& project) {
  return geo::area(project.district) / 10000;
}

std::string title_of(const model::Project& project) {
  return project.info.title.empty() ? std::string(tr("The neighbourhood")) : project.info.title;
}

/// A count and its share of all; the share only where it tells no small count.
std::string part_text(const char* form, long part, bool known, const People& people,
                      int min_count) {
  if (!known) return {};
  const auto persons = scene::persons_text(part, min_count);
  const bool told = people.all_known && people.all > 0 && model::may_show(part, min_count) &&
                    model::may_show(people.all - part, min_count);
  return say(form,
             told ? say(tr("{0} ({1})"), persons, scene::share_text(part, people.all)) : persons);
}

std::string boundary(const PageInput& input) {
  const auto& project = *input.project;
  const auto people = people_of(project);
  return scene::joined(
      {say(tr("{0} has an area of {1} ha with {2} residential buildings."), title_of(project),
           decimal(hectares(project), 0), whole(people.homes)),
       tr("The boundary is drawn as the map shows it: [say here why it runs so – streets, railway, "
          "water, what residents call their neighbourhood]."),
       tr("Reference places: [name three places that everybody knows].")});
}

std::string density(const model::Project& project, const People& people) {
  const double km2 = hectares(project) / 100;
  if (!people.all_known || km2 <= 0) return {};
  return say(tr("That is {} residents per km²."), whole(std::lround(people.all / km2)));
}

/// People of 80 and over among those of 65 and over.
std::string greying(const People& people, int min_count) {
  const bool told = people.known_65 && people.known_80 && people.age_65 > 0 &&
                    model::may_show(people.age_80, min_count) &&
                    model::may_show(people.age_65 - people.age_80, min_count);
  if (!told) return {};
  return say(tr("Of those aged 65 and over {} are 80 or older."),
             scene::share_text(people.age_80, people.age_65));
}

std::string coverage_text(const PageInput& input) {
  if (!input.answer) return {};
  return scene::sentence(input.answer->coverage, *input.catalogue,
                         *input.answer->district->project);
}

std::vector<std::string> without_empty(const std::vector<std::string>& sentences) {
  std::vector<std::string> some;
  for (const auto& sentence : sentences) {
    if (!sentence.empty()) some.push_back(sentence);
  }
  return some;
}

std::string description(const PageInput& input) {
  const auto& project = *input.project;
  const auto people = people_of(project);
  const int least = input.min_count;
  std::vector<std::string> all{
      people.all_known ? say(tr("{0} people live in {1}."), scene::persons_text(people.all, least),
                             title_of(project))
                       : say(tr("How many people live in {} is not known."), title_of(project)),
      model::may_show(people.all, least) ? density(project, people) : "",
      part_text(tr("Aged 65 and over: {}."), people.age_65, people.known_65, people, least),
      part_text(tr("Aged 80 and over: {}."), people.age_80, people.known_80, people, least),
      greying(people, least)};
  if (people.all_known && people.unknown_homes > 0)
    all.push_back(say(tr_n("For {} residential building the residents are not known.",
                           "For {} residential buildings the residents are not known.",
                           static_cast<unsigned long>(people.unknown_homes)),
                      whole(people.unknown_homes)));
  if (model::population_assumed(project))
    all.emplace_back(tr("Residents are estimated from floor area (assumption)."));
  all.push_back(coverage_text(input));
  return scene::joined(without_empty(all));
}

/// Services of the district by group, in the catalogue's order.
std::string infrastructure(const PageInput& input) {
  const auto& catalogue = *input.catalogue;
  std::map<std::string, long> by_type;
  for (const auto& service : input.project->services)
    by_type[service.type] += service.in_district ? 1 : 0;
  std::vector<std::string> all{
      say(tr("In {} there are, as far as the data tell:"), title_of(*input.project))};
  for (int group = 0; group < model::group_count; ++group) {
    std::vector<std::string> types;
    for (const auto& type : catalogue.types) {
      const auto count = by_type.find(type.id);
      if (static_cast<int>(type.group) != group || count == by_type.end() || count->second == 0)
        continue;
      types.push_back(fmt::format("{} {}", scene::name_of(type), count->second));
    }
    const auto& label = text_of(catalogue.groups[static_cast<std::size_t>(group)].label);
    all.push_back(types.empty() ? say(tr("{}: nothing known."), label)
                                : say(tr("{0}: {1}."), label, some_of(types, 12)));
  }
  all.push_back(coverage_text(input));
  all.emplace_back(tr("What is not in the data may be there all the same."));
  return scene::joined(without_empty(all));
}

/// Whole sentences as far as they fit.
std::string shortened(std::string text, std::size_t most) {
  while (characters(text) > most) {
    const auto end = text.rfind(". ", text.size() - 2);
    if (end == std::string::npos) return {};
    text.erase(end + 1);
  }
  return text;
}

}  // namespace

const std::array<TextPart, 3>& text_parts() {
  static constexpr std::array<TextPart, 3> parts{
      TextPart{"boundary", base::tr_noop("Boundary"), 1000},
      TextPart{"description", base::tr_noop("Description"), 2000},
      TextPart{"infrastructure", base::tr_noop("Infrastructure"), 4000}};
  return parts;
}

std::size_t characters(const std::string& utf8) {
  return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
  }));
}

std::string text_of_part(const model::Work& work, const std::string& part) {
  std::string text;
  for (const auto& row : work.texts) {
    if (row.part != part || base::trim(row.text).empty()) continue;
    text += (text.empty() ? "" : "\n") + row.text;
  }
  return text;
}

std::string filled_text(const PageInput& input, const TextPart& part) {
  const std::string id = part.id;
  if (id == "boundary") return shortened(boundary(input), part.most);
  if (id == "description") return shortened(description(input), part.most);
  return shortened(infrastructure(input), part.most);
}

}  // namespace nahraum::app
