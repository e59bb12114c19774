#include "course/yaml_source.hpp"

#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>

#include "base/text.hpp"
#include "base/translate.hpp"

namespace nahraum::course {
namespace {

using base::tr;

struct OutOfBounds {
  int line;
  std::string what, help;
};

/// Counts what the document would become, and stops in time.
class Bounds : public YAML::EventHandler {
 public:
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t) override { count(mark); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t) override {
    throw OutOfBounds{mark.line + 1, tr("References (*name) are not read"),
                      tr("write the values out where they are needed")};
  }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                const std::string& value) override {
    count(mark);
    if (value.size() > longest_value)
      throw OutOfBounds{mark.line + 1, tr("This text is longer than any step can show"),
                        tr("make several steps of it")};
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {
    enter(mark);
  }
  void OnSequenceEnd() override { --depth_; }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t,
                  YAML::EmitterStyle::value) override {
    enter(mark);
  }
  void OnMapEnd() override { --depth_; }

 private:
  void count(const YAML::Mark& mark) {
    if (++values_ > most_values)
      throw OutOfBounds{mark.line + 1, tr("The file holds more than an exercise can"), ""};
  }
  void enter(const YAML::Mark& mark) {
    count(mark);
    if (++depth_ > deepest)
      throw OutOfBounds{mark.line + 1, tr("Lists in lists in lists: this is too deep"), ""};
  }
  std::size_t values_ = 0;
  int depth_ = 0;
};

std::optional<Problem> out_of_bounds(const std::string& text) {
  if (text.size() > most_bytes) return Problem{0, tr("The file is too large for an exercise"), ""};
  if (!base::is_valid_utf8(text))
    return Problem{0, tr("The file is not UTF-8"), tr("save it as UTF-8 in the text editor")};
  try {
    std::istringstream stream(text);
    YAML::Parser parser(stream);
    Bounds bounds;
    while (parser.HandleNextDocument(bounds)) {
    }
  } catch (const OutOfBounds& found) {
    return Problem{found.line, found.what, found.help};
  } catch (const YAML::Exception& found) {
    return Problem{found.mark.is_null() ? 0 : found.mark.line + 1, found.msg,
                   tr("look for a missing quotation mark, a tab, or a line that is indented "
                      "otherwise than its neighbours")};
  }
  return std::nullopt;
}

}  // namespace

std::string to_text(const Problem& problem, const std::string& file) {
  const auto where = problem.line > 0 ? fmt::format("{}:{}", file, problem.line) : file;
  return problem.help.empty() ? fmt::format("{}: {}", where, problem.what)
                              : fmt::format("{}: {} – {}", where, problem.what, problem.help);
}

std::optional<YAML::Node> parse_bounded(const std::string& text, std::vector<Problem>& problems) {
  if (auto problem = out_of_bounds(text)) {
    problems.push_back(std::move(*problem));
    return std::nullopt;
  }
  try {
    return YAML::Load(text);
  } catch (const YAML::Exception& found) {
    problems.push_back({found.mark.is_null() ? 0 : found.mark.line + 1, found.msg, ""});
    return std::nullopt;
  }
}

base::Result<std::string> read_text_file(const std::filesystem::path& file) {
  std::error_code error;
  if (!std::filesystem::is_regular_file(file, error))
    return base::fail(base::ErrorCode::not_found, tr("there is no such file"), file.string());
  if (std::filesystem::file_size(file, error) > most_bytes)
    return base::fail(base::ErrorCode::bad_input, tr("The file is too large for an exercise"),
                      file.string());
  std::ifstream stream(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(stream), {}};
  if (!stream && !stream.eof())
    return base::fail(base::ErrorCode::io, tr("the file cannot be read"), file.string());
  return text;
}

}  // namespace nahraum::course
