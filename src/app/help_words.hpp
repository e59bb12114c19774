#pragma once
/// The command line's help and complaints in the user's language: CLI11 knows English only.

#include <memory>
#include <string>

#include <CLI/CLI.hpp>

namespace nahraum::app {

std::shared_ptr<CLI::FormatterBase> help_formatter();

/// What is wrong with the arguments, without CLI11's frame.
std::string usage_problem(const CLI::ParseError& error);

}  // namespace nahraum::app
