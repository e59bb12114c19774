#include "platform/file_asker.hpp"

#include <atomic>
#include <cstdlib>
#include <utility>

#include <fmt/format.h>
#include <gio/gio.h>
#include <unistd.h>

#include "base/text.hpp"
#include "base/translate.hpp"
#include "platform/file_program.hpp"
#include "platform/gobject.hpp"

namespace nahraum::platform {
namespace {

namespace fs = std::filesystem;
using base::tr;
using Kind = ui::FileAnswer::Kind;

constexpr const char* portal_name = "org.freedesktop.portal.Desktop";
constexpr const char* portal_path = "/org/freedesktop/portal/desktop";
constexpr const char* request_interface = "org.freedesktop.portal.Request";

/// Of the session's bus that is there; GLib by itself would start one.
std::string bus_address() {
  if (const char* given = std::getenv("DBUS_SESSION_BUS_ADDRESS"); given && *given) return given;
  const char* runtime = std::getenv("XDG_RUNTIME_DIR");
  std::error_code error;
  if (!runtime || !fs::exists(fs::path(runtime) / "bus", error)) return "";
  const Owned<char> escaped(g_dbus_address_escape_value((fs::path(runtime) / "bus").c_str()));
  return std::string("unix:path=") + escaped.get();
}

/// A word that no other request of this program has.
std::string fresh_token() {
  static std::atomic<unsigned> count{0};
  return fmt::format("nahraum_{}_{}", getpid(), ++count);
}

void add(GVariantBuilder& options, const char* name, GVariant* value) {
  g_variant_builder_add(&options, "{sv}", name, value);
}

/// a(sa(us)): a name and its patterns, kind 0.
void add_filters(GVariantBuilder& options, const std::vector<std::string>& endings) {
  if (endings.empty()) return;
  GVariantBuilder filters, patterns;
  g_variant_builder_init(&filters, G_VARIANT_TYPE("a(sa(us))"));
  g_variant_builder_init(&patterns, G_VARIANT_TYPE("a(us)"));
  for (const auto& ending : endings)
    g_variant_builder_add(&patterns, "(us)", 0u, pattern_of(ending).c_str());
  g_variant_builder_add(&filters, "(sa(us))", filter_name(endings).c_str(), &patterns);
  g_variant_builder_init(&patterns, G_VARIANT_TYPE("a(us)"));
  g_variant_builder_add(&patterns, "(us)", 0u, "*");
  g_variant_builder_add(&filters, "(sa(us))", tr("All files"), &patterns);
  add(options, "filters", g_variant_builder_end(&filters));
}

/// Text on the bus is UTF-8 always; folders are bytes.
GVariant* arguments(const ui::FileQuestion& question, const std::string& token,
                    AskingWindow window) {
  const bool saves = question.mode == ui::FileQuestion::Mode::save;
  GVariantBuilder options;
  g_variant_builder_init(&options, G_VARIANT_TYPE_VARDICT);
  add(options, "handle_token", g_variant_new_string(token.c_str()));
  add(options, "modal", g_variant_new_boolean(TRUE));
  if (!saves) add(options, "multiple", g_variant_new_boolean(question.several ? TRUE : FALSE));
  add_filters(options, question.endings);
  std::error_code error;
  const auto folder = (fs::current_path(error) / question.folder).lexically_normal();
  add(options, "current_folder", g_variant_new_bytestring(folder.c_str()));
  if (saves && base::is_valid_utf8(question.name))
    add(options, "current_name", g_variant_new_string(question.name.c_str()));
  const auto parent = window.window == 0 ? "" : fmt::format("x11:{:x}", window.window);
  return g_variant_new("(ssa{sv})", parent.c_str(), question.title.c_str(), &options);
}

/// Of a reply to a request: (response, results).
ui::FileAnswer answer_in(GVariant* parameters) {
  guint32 response = 2;
  GVariant* found = nullptr;
  g_variant_get(parameters, "(u@a{sv})", &response, &found);
  const Owned<GVariant> results(found);
  if (response == 1) return {Kind::cancelled, {}, ""};
  ui::FileAnswer answer{Kind::no_dialog, {}, ""};
  GVariantIter* names = nullptr;
  if (response != 0 || !g_variant_lookup(found, "uris", "as", &names)) return answer;
  const Owned<GVariantIter> owned(names);
  const char* uri = nullptr;
  while (g_variant_iter_next(names, "&s", &uri)) {
    const Owned<char> path(g_filename_from_uri(uri, nullptr, nullptr));
    if (path)
      answer.files.emplace_back(path.get());
    else
      answer.problem = fmt::format(
          fmt::runtime(
              tr("This place is not on this computer: {0}. Copy the file to a folder first.")),
          uri);
  }
  if (answer.problem.empty() && !answer.files.empty()) answer.kind = Kind::chosen;
  return answer;
}

class PortalAsker : public FileAsker {
 public:
  explicit PortalAsker(AskingWindow window) : window_(window) {}
  ~PortalAsker() override { end(); }

  bool ask(const ui::FileQuestion& question, Answered answered) override {
    const auto address = bus_address();
    if (address.empty()) return false;
    question_ = question;
    answered_ = std::move(answered);
    patience_ = g_timeout_add(
        portal_patience_ms,
        [](gpointer self) {
          auto* asker = static_cast<PortalAsker*>(self);
          asker->patience_ = 0;
          asker->done({Kind::no_dialog, {}, ""});
          return G_SOURCE_REMOVE;
        },
        this);
    g_dbus_connection_new_for_address(
        address.c_str(),
        static_cast<GDBusConnectionFlags>(G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                          G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION),
        nullptr, stop_.get(), connected, this);
    return true;
  }

 private:
  static void connected(GObject*, GAsyncResult* result, gpointer self) {
    ErrorSlot error;
    Owned<GDBusConnection> bus(g_dbus_connection_new_for_address_finish(result, error.slot()));
    if (error.cancelled()) return;  // then `self` is gone
    auto* asker = static_cast<PortalAsker*>(self);
    if (!bus) return asker->done({Kind::no_dialog, {}, ""});
    asker->bus_ = std::move(bus);
    asker->call();
  }

  /// Listens first: the answer may come before the call's reply.
  void call() {
    const auto token = fresh_token();
    std::string sender = g_dbus_connection_get_unique_name(bus_.get());
    sender.erase(0, 1);
    for (char& c : sender)
      c = c == '.' ? '_' : c;
    listen(std::string(portal_path) + "/request/" + sender + "/" + token);
    const bool saves = question_.mode == ui::FileQuestion::Mode::save;
    g_dbus_connection_call(bus_.get(), portal_name, portal_path,
                           "org.freedesktop.portal.FileChooser", saves ? "SaveFile" : "OpenFile",
                           arguments(question_, token, window_), G_VARIANT_TYPE("(o)"),
                           G_DBUS_CALL_FLAGS_NONE, -1, stop_.get(), called, this);
  }

  void listen(std::string request) {
    if (request == request_) return;
    if (subscription_ != 0) g_dbus_connection_signal_unsubscribe(bus_.get(), subscription_);
    request_ = std::move(request);
    subscription_ = g_dbus_connection_signal_subscribe(
        bus_.get(), portal_name, request_interface, "Response", request_.c_str(), nullptr,
        G_DBUS_SIGNAL_FLAGS_NONE, responded, this, nullptr);
  }

  static void called(GObject* bus, GAsyncResult* result, gpointer self) {
    ErrorSlot error;
    const Owned<GVariant> reply(g_dbus_connection_call_finish(
        reinterpret_cast<GDBusConnection*>(bus), result, error.slot()));
    if (error.cancelled()) return;  // then `self` is gone
    auto* asker = static_cast<PortalAsker*>(self);
    if (!reply) return asker->done({Kind::no_dialog, {}, ""});
    const char* handle = nullptr;
    g_variant_get(reply.get(), "(&o)", &handle);
    asker->listen(handle);  // old portals choose it themselves
    asker->wait_as_long_as_it_lives();
  }

  void wait_as_long_as_it_lives() {
    stop_patience();
    watch_ = g_bus_watch_name_on_connection(
        bus_.get(), portal_name, G_BUS_NAME_WATCHER_FLAGS_NONE, nullptr,
        [](GDBusConnection*, const char*, gpointer self) {
          static_cast<PortalAsker*>(self)->done({Kind::no_dialog, {}, ""});
        },
        this, nullptr);
  }

  static void responded(GDBusConnection*, const char*, const char*, const char*, const char*,
                        GVariant* parameters, gpointer self) {
    if (!g_variant_is_of_type(parameters, G_VARIANT_TYPE("(ua{sv})"))) return;
    static_cast<PortalAsker*>(self)->done(answer_in(parameters));
  }

  void done(ui::FileAnswer answer) {
    const bool answered = answer.kind != Kind::no_dialog;
    if (answered) request_.clear();  // the portal has closed it
    end();
    if (const auto tell = std::exchange(answered_, {})) tell(std::move(answer));
  }

  void stop_patience() {
    if (patience_ != 0) g_source_remove(std::exchange(patience_, 0));
  }

  /// The portal also closes what a vanished connection had asked for.
  void end() {
    stop_patience();
    g_cancellable_cancel(stop_.get());
    if (watch_ != 0) g_bus_unwatch_name(std::exchange(watch_, 0));
    if (!bus_) return;
    if (subscription_ != 0)
      g_dbus_connection_signal_unsubscribe(bus_.get(), std::exchange(subscription_, 0));
    if (!request_.empty()) {
      g_dbus_connection_call(bus_.get(), portal_name, request_.c_str(), request_interface, "Close",
                             nullptr, nullptr, G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, nullptr,
                             nullptr, nullptr);
    }
    g_dbus_connection_close(bus_.get(), nullptr, nullptr, nullptr);
    bus_ = nullptr;
  }

  AskingWindow window_;
  ui::FileQuestion question_;
  Answered answered_;
  Owned<GCancellable> stop_{g_cancellable_new()};
  Owned<GDBusConnection> bus_;
  std::string request_;  ///< path of the open one
  guint patience_ = 0, subscription_ = 0, watch_ = 0;
};

}  // namespace

std::unique_ptr<FileAsker> portal_asker(AskingWindow window) {
  return std::make_unique<PortalAsker>(window);
}

}  // namespace nahraum::platform
