#include <algorithm>

#include "app/application_texts.hpp"
#include "app/page_money.hpp"

namespace nahraum::app {

using base::tr;
using base::tr_n;

namespace {

/// The first row of the part, a blank one as well; null where there is none.
const model::ApplicationText* row_of(const model::Work& work, const std::string& part) {
  const auto found = std::find_if(work.texts.begin(), work.texts.end(),
                                  [&](const auto& row) { return row.part == part; });
  return found == work.texts.end() ? nullptr : &*found;
}

PageLine text_line(const model::Work& work, const TextPart& part) {
  const auto count = characters(text_of_part(work, part.id));
  auto text = say(tr("{0}: {1} of {2} characters"), tr(part.label), whole(static_cast<long>(count)),
                  whole(static_cast<long>(part.most)));
  const bool long_one = count > part.most;
  if (long_one) text += say(tr(" – {} too many"), whole(static_cast<long>(count - part.most)));
  auto line = long_one ? warning(std::move(text)) : fact(std::move(text));
  const auto* row = row_of(work, part.id);
  return row ? with_row(std::move(line), "application_texts", row->id) : line;
}

/// Texts for parts that are empty; what somebody wrote stays.
std::vector<model::RecordChange> fillings(const PageInput& input) {
  const auto& work = *input.project->work;
  std::vector<model::RecordChange> changes;
  int added = 0;
  for (const auto& part : text_parts()) {
    if (!text_of_part(work, part.id).empty()) continue;
    const auto* blank = row_of(work, part.id);
    const auto id = blank ? blank->id : new_id(input, work.texts, added++);
    changes.push_back(
        model::put_row(model::ApplicationText{id, part.id, filled_text(input, part)}));
  }
  return changes;
}

}  // namespace

PageBlock texts_block(const PageInput& input) {
  const auto& work = *input.project->work;
  PageBlock block{"texts", tr("Texts for applications"), ""};
  block.tables = {"application_texts"};
  std::size_t written = 0, too_long = 0;
  for (const auto& part : text_parts()) {
    const auto count = characters(text_of_part(work, part.id));
    written += count > 0 ? 1 : 0;
    too_long += count > part.most ? 1 : 0;
    block.lines.push_back(text_line(work, part));
  }
  block.sentence =
      written == 0
          ? std::string(tr("No text is written yet: fill them from the figures and go on from "
                           "there."))
          : say(tr_n("{0} of 3 texts is written, {1} too long.",
                     "{0} of 3 texts are written, {1} too long.", written),
                written, too_long);
  auto changes = fillings(input);
  if (!changes.empty())
    block.actions.push_back(button(tr("Fill from the figures"), std::move(changes)));
  block.actions.push_back(open_table("application_texts"));
  block.method =
      tr("The form of the Deutsches Hilfswerk asks for the boundary in 1,000, a description in "
         "2,000 and the infrastructure in 4,000 characters (verified: questionnaire of the "
         "Deutsche Fernsehlotterie, as of 2018). Characters are counted as letters, not bytes. "
         "Only empty texts are filled; counts below the disclosure minimum are masked.");
  return block;
}

}  // namespace nahraum::app
