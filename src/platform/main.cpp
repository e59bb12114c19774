#include <cstdlib>
#include <string_view>

#include "app/command_line.hpp"
#include "base/pseudo_locale.hpp"
#include "base/translate.hpp"
#include "platform/view_options.hpp"

namespace app = nahraum::app;
namespace platform = nahraum::platform;

int main(int argc, char** argv) {
  const char* wanted = std::getenv("NAHRAUM_LANGUAGE");
  nahraum::base::set_pseudo_locale(wanted &&
                                   std::string_view(wanted) == nahraum::base::pseudo_locale);
  nahraum::base::set_language(app::chosen_language(argc, argv));
  const auto options = platform::view_options({argv + 1, argv + argc});
  if (!options) return platform::failed(options.error());
  if (*options) return platform::view(**options);
  return app::run_command_line(argc, argv, [](const std::filesystem::path& file) {
    platform::ViewOptions just_file;
    just_file.file = file;
    return platform::view(just_file);
  });
}
