#include "app/help.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

#include <md4c.h>

#include "app/module_tables.hpp"
#include "base/paths.hpp"

namespace nahraum::app {
namespace {

/// What md4c calls back, collected into blocks.
struct Reader {
  HelpPage page;
  std::vector<int> list_numbers;  ///< of the open lists: the next number, 0 for bullets
  HelpSpan::Kind kind = HelpSpan::Kind::plain;
  std::string link;
  bool in_title = false;
  int item_number = -1;  ///< of the item whose first paragraph comes

  void open(HelpBlock::Kind block, int level, int number = 0) {
    page.blocks.push_back({block, level, number, {}});
  }
  void add(std::string text) {
    if (in_title) {
      page.title += text;
      return;
    }
    if (page.blocks.empty()) open(HelpBlock::Kind::paragraph, 1);
    auto& spans = page.blocks.back().spans;
    if (!spans.empty() && spans.back().kind == kind && spans.back().page == link) {
      spans.back().text += text;
    } else {
      spans.push_back({kind, std::move(text), link});
    }
  }
};

Reader& reader_of(void* user) {
  return *static_cast<Reader*>(user);
}

void open_item(Reader& reader) {
  int number = 0;
  if (!reader.list_numbers.empty() && reader.list_numbers.back() > 0)
    number = reader.list_numbers.back()++;
  reader.open(HelpBlock::Kind::item, static_cast<int>(reader.list_numbers.size()), number);
  reader.item_number = number;
}

int enter_block(MD_BLOCKTYPE type, void* detail, void* user) {
  Reader& reader = reader_of(user);
  if (type == MD_BLOCK_H) {
    const auto level = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
    reader.in_title = level == 1 && reader.page.title.empty();
    if (!reader.in_title) reader.open(HelpBlock::Kind::heading, level);
  } else if (type == MD_BLOCK_UL) {
    reader.list_numbers.push_back(0);
  } else if (type == MD_BLOCK_OL) {
    const auto* list = static_cast<MD_BLOCK_OL_DETAIL*>(detail);
    reader.list_numbers.push_back(std::max(1, static_cast<int>(list->start)));
  } else if (type == MD_BLOCK_LI) {
    open_item(reader);
  } else if (type == MD_BLOCK_P && std::exchange(reader.item_number, -1) < 0) {
    reader.open(HelpBlock::Kind::paragraph, 1);
  }
  return 0;
}

int leave_block(MD_BLOCKTYPE type, void*, void* user) {
  Reader& reader = reader_of(user);
  if (type == MD_BLOCK_H) reader.in_title = false;
  if (type == MD_BLOCK_LI) reader.item_number = -1;
  if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) reader.list_numbers.pop_back();
  return 0;
}

int enter_span(MD_SPANTYPE type, void* detail, void* user) {
  Reader& reader = reader_of(user);
  if (type == MD_SPAN_STRONG) reader.kind = HelpSpan::Kind::strong;
  if (type == MD_SPAN_CODE) reader.kind = HelpSpan::Kind::key;
  if (type == MD_SPAN_A) {
    const auto& href = static_cast<MD_SPAN_A_DETAIL*>(detail)->href;
    reader.kind = HelpSpan::Kind::link;
    reader.link.assign(href.text, href.size);
  }
  return 0;
}

int leave_span(MD_SPANTYPE, void*, void* user) {
  reader_of(user).kind = HelpSpan::Kind::plain;
  reader_of(user).link.clear();
  return 0;
}

int take_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* user) {
  const bool space = type == MD_TEXT_SOFTBR || type == MD_TEXT_BR;
  reader_of(user).add(space ? " " : std::string(text, size));
  return 0;
}

std::string text_of(const HelpBlock& block) {
  std::string text;
  for (const auto& span : block.spans)
    text += span.text;
  return text;
}

bool has_all(const std::string& text, const std::vector<std::string>& words) {
  return std::all_of(words.begin(), words.end(),
                     [&](const auto& word) { return text.find(word) != std::string::npos; });
}

std::vector<std::string> words_of(const std::string& text) {
  std::vector<std::string> words;
  for (auto& word : base::split(base::fold_case(text), ' ')) {
    if (!word.empty()) words.push_back(std::move(word));
  }
  return words;
}

struct Ranked {
  HelpHit hit;
  int rank = 0;
};

/// Nothing where a word is missing from the page.
std::optional<Ranked> match(const HelpPage& page, std::size_t at,
                            const std::vector<std::string>& words) {
  Ranked found{{at, ""}, 0};
  const auto title = base::fold_case(page.title);
  std::string all = title;
  for (const auto& block : page.blocks) {
    const auto text = text_of(block);
    const auto folded = base::fold_case(text);
    all += "\n" + folded;
    const bool any = std::any_of(words.begin(), words.end(), [&](const auto& word) {
      return folded.find(word) != std::string::npos;
    });
    if (!any) continue;
    ++found.rank;
    const bool better =
        found.hit.text.empty() ||
        (has_all(folded, words) && !has_all(base::fold_case(found.hit.text), words));
    if (better) found.hit.text = text;
  }
  if (!has_all(all, words)) return std::nullopt;
  if (has_all(title, words)) found.rank += 1000, found.hit.text.clear();
  return found;
}

/// The page of the module's work; module 1 tells need first, and its walk where that is worked on.
std::string page_of_work(const State& state) {
  static constexpr std::array pages{"course", "need",     "course", "participation", "network",
                                    "mix",    "measures", "staff",  "money"};
  const auto& table = state.work.table;
  if (table == "contributions" || table == "conflicts") return "groups";
  if (state.module == 1 && (module_of_table(table) == 1 || state.tool == Tool::route_row))
    return "walk";
  const auto module = static_cast<std::size_t>(state.module);
  return module < pages.size() ? pages[module] : "course";
}

}  // namespace

HelpPage parse_help(std::string id, const std::string& markdown) {
  Reader reader;
  reader.page.id = std::move(id);
  MD_PARSER parser{};
  parser.flags = MD_FLAG_NOHTML;
  parser.enter_block = enter_block;
  parser.leave_block = leave_block;
  parser.enter_span = enter_span;
  parser.leave_span = leave_span;
  parser.text = take_text;
  md_parse(markdown.data(), static_cast<MD_SIZE>(markdown.size()), &parser, &reader);
  return std::move(reader.page);
}

std::vector<HelpPage> help_pages(const std::filesystem::path& folder) {
  std::error_code error;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".md") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<HelpPage> pages;
  for (const auto& file : files) {
    std::ifstream in(file);
    std::ostringstream text;
    text << in.rdbuf();
    const auto name = file.stem().string();
    const auto dash = name.find('-');
    pages.push_back(
        parse_help(dash == std::string::npos ? name : name.substr(dash + 1), text.str()));
  }
  return pages;
}

std::vector<HelpPage> help_pages(base::Language language) {
  return help_pages(base::share_dir() / "help" /
                    (language == base::Language::german ? "de" : "en"));
}

std::vector<HelpHit> search_help(const std::vector<HelpPage>& pages, const std::string& words) {
  const auto wanted = words_of(words);
  if (wanted.empty()) return {};
  std::vector<Ranked> found;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    if (auto hit = match(pages[i], i, wanted)) found.push_back(std::move(*hit));
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const Ranked& a, const Ranked& b) { return a.rank > b.rank; });
  std::vector<HelpHit> hits;
  hits.reserve(found.size());
  for (auto& each : found)
    hits.push_back(std::move(each.hit));
  return hits;
}

std::string help_page_for(const State& state) {
  if (!state.project) return "start";
  using Kind = Selection::Kind;
  const bool note = state.tool == Tool::note_point || state.tool == Tool::note_text ||
                    state.tool == Tool::note_callout || state.tool == Tool::note_arrow;
  if (note || state.selection.kind == Kind::note) return "notes";
  if (state.tool == Tool::add_service || state.selection.kind == Kind::service) return "editing";
  if (state.selection.kind == Kind::home) return "way";
  if (state.exercise.open != 0) return "exercises";
  if (state.module != 2) return page_of_work(state);
  if (!state.question.scenario.empty() || state.study == Study::scenario) return "scenarios";
  return state.study ? "studies" : "question";
}

}  // namespace nahraum::app
