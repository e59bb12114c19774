#pragma once
/// Owners of GLib's handles.

#include <memory>

#include <gio/gio.h>

namespace nahraum::platform {

struct Unref {
  void operator()(gpointer object) const { g_object_unref(object); }
  void operator()(GVariant* value) const { g_variant_unref(value); }
  void operator()(GVariantIter* iterator) const { g_variant_iter_free(iterator); }
  void operator()(GBytes* bytes) const { g_bytes_unref(bytes); }
  void operator()(GError* error) const { g_error_free(error); }
  void operator()(char* text) const { g_free(text); }
};
template <class Handle>
using Owned = std::unique_ptr<Handle, Unref>;

/// Takes over what a function of GLib left in its last argument.
class ErrorSlot {
 public:
  ErrorSlot() = default;
  ~ErrorSlot() {
    if (error_) g_error_free(error_);
  }
  ErrorSlot(const ErrorSlot&) = delete;
  ErrorSlot& operator=(const ErrorSlot&) = delete;

  GError** slot() { return &error_; }
  /// Whoever asked is gone.
  bool cancelled() const { return g_error_matches(error_, G_IO_ERROR, G_IO_ERROR_CANCELLED); }

 private:
  GError* error_ = nullptr;
};

}  // namespace nahraum::platform
