#pragma once
/// The help: Markdown files of assets/help/<language>, a page each, read when they are first asked
/// for. What is understood: headings, paragraphs, lists, **strong**, `keys`, [links](page).

#include <filesystem>
#include <string>
#include <vector>

#include "app/state.hpp"

namespace nahraum::app {

struct HelpSpan {
  enum class Kind { plain, strong, key, link } kind = Kind::plain;
  std::string text;
  std::string page;  ///< link: where it leads
  friend bool operator==(const HelpSpan&, const HelpSpan&) = default;
};
struct HelpBlock {
  enum class Kind { heading, paragraph, item } kind = Kind::paragraph;
  int level = 1;   ///< heading: 2 below the title; item: depth
  int number = 0;  ///< item of a numbered list; 0: a bullet
  std::vector<HelpSpan> spans;
};
struct HelpPage {
  std::string id;     ///< "question": the file's name without its number and ending
  std::string title;  ///< its first heading
  std::vector<HelpBlock> blocks;
};

/// Reads one page; what is not understood is read as plain text. Pure.
HelpPage parse_help(std::string id, const std::string& markdown);
/// In the order of the files' numbers; empty where the folder is missing.
std::vector<HelpPage> help_pages(const std::filesystem::path& folder);
/// Those of the installation, in that language.
std::vector<HelpPage> help_pages(base::Language language);

/// A page that holds every word, letter case aside, and where.
struct HelpHit {
  std::size_t page = 0;
  std::string text;  ///< the block with the first word; "" when the title has it
};
/// Titles first, then by the number of blocks with a word.
std::vector<HelpHit> search_help(const std::vector<HelpPage>& pages, const std::string& words);

/// The page about what the user is doing.
std::string help_page_for(const State& state);

}  // namespace nahraum::app
