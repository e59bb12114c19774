#include "app/command_line.hpp"
#include "base/translate.hpp"
#include "platform/view_options.hpp"

int main(int argc, char** argv) {
  using namespace nahraum;
  base::set_language(app::chosen_language(argc, argv));
  if (const auto options = platform::view_options(argc, argv)) return platform::view(*options);
  return app::run_command_line(argc, argv, [](const std::filesystem::path& file) {
    platform::ViewOptions options;
    options.file = file;
    return platform::view(options);
  });
}
