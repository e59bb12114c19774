#pragma once
/// The files of the catalogue, one function each; throw like io/yaml_node.hpp.

#include <map>
#include <string>

#include "io/yaml_node.hpp"
#include "model/catalogue.hpp"

namespace nahraum::io {

using Sources = std::map<std::string, std::string>;

Sources read_sources(const YAML::Node& root);
/// `mark` and `source` of a node, an assumption where it states none.
model::Sourced read_evidence(const YAML::Node& node, const Sources& sources);
model::Label read_label(const YAML::Node& node);

void read_services(const YAML::Node& root, model::Catalogue& catalogue);
void read_profiles(const YAML::Node& root, model::Catalogue& catalogue);
void read_people(const YAML::Node& root, model::Catalogue& catalogue);
/// After the services: their ids and aliases are looked up.
void read_standards(const YAML::Node& root, model::Catalogue& catalogue);
/// After the services, whose ids it names.
void read_capacity(const YAML::Node& root, model::Catalogue& catalogue);
void read_rests(const YAML::Node& root, model::Catalogue& catalogue);
void read_funding(const YAML::Node& root, model::Catalogue& catalogue);

/// "healthcare:speciality!~general|internal"; the syntax stands in services.yaml.
model::TagTest read_tag_test(const YAML::Node& node);

}  // namespace nahraum::io
