#include <algorithm>

#include "app/page_money.hpp"
#include "base/days.hpp"
#include "scene/method_card.hpp"

namespace nahraum::app {

using base::tr;
using base::tr_n;

namespace {

constexpr int days_of_a_year = 365;

/// The known call is over, or the period is.
std::string over_text(const model::Programme& programme, std::optional<int> today) {
  const auto closed = base::day_of(programme.closed);
  if (today && closed && *closed < *today)
    return say(tr("The last known call ended on {}."), day_text(programme.closed));
  if (today && programme.to && *programme.to < base::year_of(*today))
    return say(tr("It paid until {}."), *programme.to);
  return {};
}

/// Read more than a year ago.
bool is_old(const model::Programme& programme, std::optional<int> today) {
  const auto stand = programme.stand.size() == 4 ? base::day_of(programme.stand + "-12-31")
                                                 : base::day_of(programme.stand);
  return today && stand && *today - *stand > days_of_a_year;
}

std::string programme_text(const model::Programme& programme, std::optional<int> today) {
  auto text = say(tr("{0}. Who: {1}. Terms: {2}. Duration: {3}. Known as of {4}, {5}."),
                  text_of(programme.label), text_of(programme.who), text_of(programme.terms),
                  text_of(programme.duration), day_text(programme.stand),
                  scene::evidence_text(programme.evidence));
  if (!programme.link.empty()) text += " " + say(tr("See {}."), programme.link);
  const auto over = over_text(programme, today);
  if (!over.empty()) text += " " + over;
  if (!programme.own && is_old(programme, today))
    text += " " + std::string(tr("That is more than a year ago: read the current call."));
  return text;
}

PageLine programme_line(const model::Programme& programme, const PageInput& input) {
  const auto today = base::day_of(input.today);
  const bool over = !over_text(programme, today).empty();
  auto text = programme_text(programme, today);
  auto line = over ? warning(std::move(text)) : fact(std::move(text));
  const auto& sources = input.project->work->sources;
  const auto taken = std::find_if(sources.begin(), sources.end(), [&](const auto& source) {
    return source.programme == programme.id;
  });
  if (taken != sources.end()) return with_row(std::move(line), "sources_of_money", taken->id);
  line.actions.push_back(button(tr("Take it as a source"),
                                {model::put_row(source_of(programme, new_id(input, sources)))}));
  return line;
}

}  // namespace

model::FundingSource source_of(const model::Programme& programme, model::Id id) {
  model::FundingSource source;
  source.id = id;
  source.name = text_of(programme.label);
  source.programme = programme.id;
  source.rate = programme.rate;
  source.cap = programme.cap;
  source.own_share = programme.own_share;
  source.from = programme.from;
  source.to = programme.to;
  for (const auto& type : programme.eligible)
    source.eligible += (source.eligible.empty() ? "" : " ") + type;
  source.status = programme.own ? "own" : "planned";
  source.stand = programme.stand;
  return source;
}

PageBlock programmes_block(const PageInput& input) {
  const auto& programmes = input.catalogue->programmes;
  PageBlock block{"programmes", tr("Programmes that pay"), ""};
  block.tables = {"sources_of_money"};
  if (programmes.empty()) {
    block.sentence = tr("The catalogue holds no programmes.");
    return block;
  }
  block.sentence =
      say(tr_n("{} programme is in the catalogue. Rules age fast: read the current call before you "
               "apply.",
               "{} programmes are in the catalogue. Rules age fast: read the current call before "
               "you apply.",
               programmes.size()),
          programmes.size());
  for (const auto& programme : programmes)
    block.lines.push_back(programme_line(programme, input));
  block.folded = tr("Show the programmes");
  block.method =
      tr("Programmes are data with a date and a mark each (assets/catalogue/funding.yaml). What a "
         "source does not state stays empty, which is neither zero nor without a limit. A rate is "
         "the most of the eligible cost.");
  return block;
}

}  // namespace nahraum::app
