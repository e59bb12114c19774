#pragma once
/// The form in which a service is edited: each field that is left is one step of the history.

#include <optional>
#include <string>

#include "ui/kit.hpp"

namespace nahraum::ui {

/// What was typed and is not yet in the project.
struct ServiceDraft {
  model::Service service;  ///< as last seen in the project, with what is being typed
  std::string capacity, hours;
  bool touched = false;
  bool typing = false;  ///< a field has the keyboard
};

/// The draft as a service, or nothing while a field cannot be read.
std::optional<model::Service> service_of(const ServiceDraft& draft);
/// What is wrong with what was typed, or may not be understood later; "" for neither.
std::string capacity_trouble(const ServiceDraft& draft);
std::string hours_remark(const ServiceDraft& draft);

/// Fields and the button that removes the service. Hands out PerformEdit.
void service_form(const Kit& kit, const model::Service& service, const std::vector<Choice>& types,
                  SearchableCombo& type_list, ServiceDraft& draft);

}  // namespace nahraum::ui
