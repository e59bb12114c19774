/// Words of files for what the program's enums call by number.

#include "course/figure_reader.hpp"

namespace nahraum::course {

const std::vector<std::string>& study_words() {
  static const std::vector<std::string> all{"barriers", "rests",     "certainty", "sites",
                                            "capacity", "standards", "scenario",  "hours",
                                            "mobile",   "housing",   "need"};
  return all;
}

const std::vector<std::string>& note_kinds() {
  static const std::vector<std::string> all{"point",   "text",      "callout", "arrow", "freehand",
                                            "polygon", "highlight", "number",  "photo"};
  return all;
}

}  // namespace nahraum::course
