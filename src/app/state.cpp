#include "app/state.hpp"

#include "base/one_of_members.hpp"

template class nahraum::base::OneOf<nahraum::app::AnyAction>;
template class nahraum::base::OneOf<nahraum::app::AnyEffect>;
