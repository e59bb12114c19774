#include "base/translate.hpp"
#include "model/table_lists.hpp"
#include "model/table_of_rows.hpp"

namespace nahraum::model {
namespace {

using base::tr_noop;
using enum ColumnKind;

const std::vector<Choice> categories = {{"surface", tr_noop("Surface")},
                                        {"steps", tr_noop("Steps and kerbs")},
                                        {"crossing", tr_noop("Crossing")},
                                        {"seat", tr_noop("Seats")},
                                        {"light", tr_noop("Light and safety")},
                                        {"toilet", tr_noop("Toilet")},
                                        {"offer", tr_noop("Offer")},
                                        {"orientation", tr_noop("Finding one's way")},
                                        {"other", tr_noop("Something else")}};
const std::vector<Choice> sectors = {{"", tr_noop("unknown")},
                                     {"state", tr_noop("public")},
                                     {"market", tr_noop("commercial")},
                                     {"nonprofit", tr_noop("non-profit")},
                                     {"informal", tr_noop("informal")}};
const std::vector<Choice> actor_kinds = {
    {"office", tr_noop("Municipal office")},      {"provider", tr_noop("Service provider")},
    {"practice", tr_noop("Medical practice")},    {"association", tr_noop("Association")},
    {"housing", tr_noop("Housing company")},      {"church", tr_noop("Parish")},
    {"residents", tr_noop("Group of residents")}, {"shop", tr_noop("Business")}};
const std::vector<Choice> tie_kinds = {{"information", tr_noop("Information")},
                                       {"cooperation", tr_noop("Joint work")},
                                       {"referral", tr_noop("Referral")},
                                       {"money", tr_noop("Money")}};

}  // namespace

template <>
const RecordTable& table_of<Walk>() {
  static const TableOfRows<Walk> table{
      {"walks", tr_noop("Walks"), tr_noop("Walk added"), tr_noop("Walk changed"),
       tr_noop("Walk removed")},
      &Work::walks,
      {{{"title", tr_noop("Title")}, &Walk::title},
       {{"date", tr_noop("Calendar day"), date}, &Walk::date},
       {{"kind",
         tr_noop("Kind"),
         choice,
         "",
         {{"planned", tr_noop("planned")}, {"walked", tr_noop("walked")}}},
        &Walk::kind}},
      &Walk::route};
  return table;
}

template <>
const RecordTable& table_of<Finding>() {
  static const TableOfRows<Finding> table{
      {"findings", tr_noop("Findings"), tr_noop("Finding added"), tr_noop("Finding changed"),
       tr_noop("Finding removed")},
      &Work::findings,
      {{{"walk", tr_noop("Walk"), reference, "walks"}, &Finding::walk},
       {{"category", tr_noop("Category"), choice, "", categories}, &Finding::category},
       {{"severity", tr_noop("Severity (1–3)"), whole}, &Finding::severity},
       {{"text", tr_noop("What was found")}, &Finding::text},
       {{"responsible", tr_noop("Responsible office")}, &Finding::responsible},
       {{"seen", tr_noop("Seen on"), date}, &Finding::seen},
       {{"photo", tr_noop("Photo"), reference, "note"}, &Finding::photo}},
      &Finding::at};
  return table;
}

template <>
const RecordTable& table_of<Question>() {
  static const TableOfRows<Question> table{
      {"questions", tr_noop("Question cards"), tr_noop("Question added"),
       tr_noop("Question changed"), tr_noop("Question removed")},
      &Work::questions,
      {{{"text", tr_noop("Question")}, &Question::text},
       {{"kind",
         tr_noop("Kind"),
         choice,
         "",
         {{"pins", tr_noop("Pins")}, {"dots", tr_noop("Dots")}, {"sketch", tr_noop("Own map")}}},
        &Question::kind},
       {{"options", tr_noop("Options (separated by ;)")}, &Question::options}}};
  return table;
}

template <>
const RecordTable& table_of<PlaceMark>() {
  static const TableOfRows<PlaceMark> table{
      {"marks", tr_noop("Pins and sketches"), tr_noop("Pin set"), tr_noop("Pin changed"),
       tr_noop("Pin removed")},
      &Work::marks,
      {{{"question", tr_noop("Question"), reference, "questions"}, &PlaceMark::question},
       {{"kind",
         tr_noop("Kind"),
         choice,
         "",
         {{"pin", tr_noop("Pin")}, {"path", tr_noop("Path")}, {"home", tr_noop("Home (rounded)")}}},
        &PlaceMark::kind},
       {{"people", tr_noop("Group of residents")}, &PlaceMark::people},
       {{"value",
         tr_noop("Value"),
         choice,
         "",
         {{"", tr_noop("no value")},
          {"good", tr_noop("good")},
          {"bad", tr_noop("bad")},
          {"far", tr_noop("too far")},
          {"unsafe", tr_noop("unsafe")}}},
        &PlaceMark::value},
       {{"text", tr_noop("Comment")}, &PlaceMark::text}},
      &PlaceMark::at};
  return table;
}

template <>
const RecordTable& table_of<Vote>() {
  static const TableOfRows<Vote> table{
      {"votes", tr_noop("Votes"), tr_noop("Vote added"), tr_noop("Vote changed"),
       tr_noop("Vote removed")},
      &Work::votes,
      {{{"question", tr_noop("Question"), reference, "questions"}, &Vote::question},
       {{"option", tr_noop("Option")}, &Vote::option},
       {{"people", tr_noop("Group of residents")}, &Vote::people},
       {{"dots", tr_noop("Dots"), whole}, &Vote::dots}}};
  return table;
}

template <>
const RecordTable& table_of<OfferStage>() {
  static const TableOfRows<OfferStage> table{
      {"offer_stages", tr_noop("Offers by stage"), tr_noop("Stage of an offer added"),
       tr_noop("Stage of an offer changed"), tr_noop("Stage of an offer removed")},
      &Work::offer_stages,
      {{{"offer", tr_noop("Offer")}, &OfferStage::offer},
       {{"service", tr_noop("Service"), reference, "service"}, &OfferStage::service},
       {{"stage", tr_noop("Stage (0–4)"), whole}, &OfferStage::stage},
       {{"volunteers", tr_noop("Volunteers"), whole}, &OfferStage::volunteers},
       {{"partner", tr_noop("Taken over by")}, &OfferStage::partner},
       {{"handover", tr_noop("Handed over on"), date}, &OfferStage::handover},
       {{"coordinator_hours", tr_noop("Coordinator's hours a week"), number},
        &OfferStage::coordinator_hours}}};
  return table;
}

template <>
const RecordTable& table_of<Actor>() {
  static const TableOfRows<Actor> table{
      {"actors", tr_noop("Actors"), tr_noop("Actor added"), tr_noop("Actor changed"),
       tr_noop("Actor removed")},
      &Work::actors,
      {{{"name", tr_noop("Organisation")}, &Actor::name},
       {{"kind", tr_noop("Kind"), choice, "", actor_kinds}, &Actor::kind},
       {{"sector", tr_noop("Sector"), choice, "", sectors}, &Actor::sector},
       {{"topics", tr_noop("Topics")}, &Actor::topics},
       {{"services", tr_noop("Services"), references, "service"}, &Actor::services},
       {{"next_step", tr_noop("Next step")}, &Actor::next_step},
       {{"next_date", tr_noop("By"), date}, &Actor::next_date}},
      &Actor::at};
  return table;
}

template <>
const RecordTable& table_of<Tie>() {
  static const TableOfRows<Tie> table{
      {"ties", tr_noop("Ties"), tr_noop("Tie added"), tr_noop("Tie changed"),
       tr_noop("Tie removed")},
      &Work::ties,
      {{{"from", tr_noop("Actor"), reference, "actors"}, &Tie::from},
       {{"to", tr_noop("Other actor"), reference, "actors"}, &Tie::to},
       {{"kind", tr_noop("Kind"), choice, "", tie_kinds}, &Tie::kind},
       {{"strength", tr_noop("Strength (1–3)"), whole}, &Tie::strength}}};
  return table;
}

template <>
const RecordTable& table_of<Rating>() {
  static const TableOfRows<Rating> table{
      {"ratings", tr_noop("Ratings"), tr_noop("Rating added"), tr_noop("Rating changed"),
       tr_noop("Rating removed")},
      &Work::ratings,
      {{{"actor", tr_noop("Actor"), reference, "actors"}, &Rating::actor},
       {{"rater", tr_noop("Rater")}, &Rating::rater},
       {{"influence", tr_noop("Influence (0–10)"), number}, &Rating::influence},
       {{"interest", tr_noop("Interest (0–10)"), number}, &Rating::interest}}};
  return table;
}

template <>
const RecordTable& table_of<AgendaItem>() {
  static const TableOfRows<AgendaItem> table{
      {"agenda", tr_noop("Agenda"), tr_noop("Agenda item added"), tr_noop("Agenda item changed"),
       tr_noop("Agenda item removed")},
      &Work::agenda,
      {{{"agenda", tr_noop("Meeting or day")}, &AgendaItem::agenda},
       {{"position", tr_noop("Position"), whole}, &AgendaItem::position},
       {{"title", tr_noop("Title")}, &AgendaItem::title},
       {{"kind",
         tr_noop("Kind"),
         choice,
         "",
         {{"input", tr_noop("Input")},
          {"exercise", tr_noop("Exercise")},
          {"discussion", tr_noop("Discussion")},
          {"vote", tr_noop("Vote")},
          {"break", tr_noop("Break")}}},
        &AgendaItem::kind},
       {{"method", tr_noop("Method")}, &AgendaItem::method},
       {{"minutes", tr_noop("Minutes"), whole}, &AgendaItem::minutes},
       {{"material", tr_noop("Material")}, &AgendaItem::material},
       {{"exercise", tr_noop("Exercise")}, &AgendaItem::exercise}}};
  return table;
}

std::vector<const RecordTable*> tables_of_people() {
  return {&table_of<Walk>(),      &table_of<Finding>(), &table_of<Question>(),
          &table_of<PlaceMark>(), &table_of<Vote>(),    &table_of<OfferStage>(),
          &table_of<Actor>(),     &table_of<Tie>(),     &table_of<Rating>(),
          &table_of<AgendaItem>()};
}

template Record to_record(const Walk&);
template Record to_record(const Finding&);
template Record to_record(const Question&);
template Record to_record(const PlaceMark&);
template Record to_record(const Vote&);
template Record to_record(const OfferStage&);
template Record to_record(const Actor&);
template Record to_record(const Tie&);
template Record to_record(const Rating&);
template Record to_record(const AgendaItem&);
template Walk from_record(const Record&);
template Finding from_record(const Record&);
template Question from_record(const Record&);
template PlaceMark from_record(const Record&);
template Vote from_record(const Record&);
template OfferStage from_record(const Record&);
template Actor from_record(const Record&);
template Tie from_record(const Record&);
template Rating from_record(const Record&);
template AgendaItem from_record(const Record&);

}  // namespace nahraum::model
