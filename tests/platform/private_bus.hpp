#pragma once
/// A bus of the test's own, and a portal for files on it that does as it is told.

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>

#include <gio/gio.h>

#include "platform/gobject.hpp"

namespace nahraum::testing {

/// dbus-daemon without any service to be started. It ends with the test.
class PrivateBus {
 public:
  explicit PrivateBus(const std::filesystem::path& folder) {
    const auto config = folder / "bus.conf";
    std::ofstream(config) << "<busconfig><type>session</type><listen>unix:dir=" << folder.string()
                          << "</listen><policy context=\"default\"><allow send_destination=\"*\"/>"
                          << "<allow receive_sender=\"*\"/><allow own=\"*\"/></policy></busconfig>";
    const std::string wanted = "--config-file=" + config.string();
    daemon_.reset(g_subprocess_new(static_cast<GSubprocessFlags>(G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                                                                 G_SUBPROCESS_FLAGS_STDERR_SILENCE),
                                   nullptr, "dbus-daemon", "--nofork", "--print-address",
                                   wanted.c_str(), nullptr));
    if (!daemon_) return;
    const platform::Owned<GDataInputStream> lines(
        g_data_input_stream_new(g_subprocess_get_stdout_pipe(daemon_.get())));
    const platform::Owned<char> line(
        g_data_input_stream_read_line(lines.get(), nullptr, nullptr, nullptr));
    if (!line) return;
    address_ = line.get();
    setenv("DBUS_SESSION_BUS_ADDRESS", address_.c_str(), 1);
  }
  ~PrivateBus() {
    unsetenv("DBUS_SESSION_BUS_ADDRESS");
    if (!daemon_) return;
    g_subprocess_force_exit(daemon_.get());
    g_subprocess_wait(daemon_.get(), nullptr, nullptr);
  }
  PrivateBus(const PrivateBus&) = delete;
  PrivateBus& operator=(const PrivateBus&) = delete;

  bool ready() const { return !address_.empty(); }
  platform::Owned<GDBusConnection> connection() const {
    return platform::Owned<GDBusConnection>(g_dbus_connection_new_for_address_sync(
        address_.c_str(),
        static_cast<GDBusConnectionFlags>(G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                          G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION),
        nullptr, nullptr, nullptr));
  }

 private:
  platform::Owned<GSubprocess> daemon_;
  std::string address_;
};

/// Called back from the default main context, as what it tests is.
class FakePortal {
 public:
  /// What it does with a question.
  enum class Manner { answer, silent, refuse, go_away, other_handle };

  explicit FakePortal(const PrivateBus& bus) : connection_(bus.connection()) {
    static const char* const interface =
        "<node><interface name='org.freedesktop.portal.FileChooser'>"
        "<method name='OpenFile'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
        "<arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method>"
        "<method name='SaveFile'><arg type='s' direction='in'/><arg type='s' direction='in'/>"
        "<arg type='a{sv}' direction='in'/><arg type='o' direction='out'/></method>"
        "</interface></node>";
    info_ = g_dbus_node_info_new_for_xml(interface, nullptr);
    static const GDBusInterfaceVTable calls{called, nullptr, nullptr, {}};
    g_dbus_connection_register_object(connection_.get(), "/org/freedesktop/portal/desktop",
                                      info_->interfaces[0], &calls, this, nullptr, nullptr);
    const platform::Owned<GVariant> named(g_dbus_connection_call_sync(
        connection_.get(), "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
        "RequestName", g_variant_new("(su)", "org.freedesktop.portal.Desktop", 4u), nullptr,
        G_DBUS_CALL_FLAGS_NONE, -1, nullptr, nullptr));
  }
  ~FakePortal() {
    if (connection_) g_dbus_connection_close_sync(connection_.get(), nullptr, nullptr);
    g_dbus_node_info_unref(info_);
  }
  FakePortal(const FakePortal&) = delete;
  FakePortal& operator=(const FakePortal&) = delete;

  Manner manner = Manner::answer;
  unsigned response = 0;          ///< 0 chosen, 1 cancelled, 2 ended otherwise
  std::vector<std::string> uris;  ///< of the answer
  int asked = 0;
  std::string method, title, options;  ///< of the last question, the last as GVariant text

  /// The answer to the last question.
  void respond() {
    GVariantBuilder results;
    g_variant_builder_init(&results, G_VARIANT_TYPE_VARDICT);
    GVariantBuilder names;
    g_variant_builder_init(&names, G_VARIANT_TYPE_STRING_ARRAY);
    for (const auto& uri : uris)
      g_variant_builder_add(&names, "s", uri.c_str());
    g_variant_builder_add(&results, "{sv}", "uris", g_variant_builder_end(&names));
    g_dbus_connection_emit_signal(connection_.get(), sender_.c_str(), request_.c_str(),
                                  "org.freedesktop.portal.Request", "Response",
                                  g_variant_new("(ua{sv})", response, &results), nullptr);
  }

 private:
  static void called(GDBusConnection*, const char* sender, const char*, const char*,
                     const char* method, GVariant* arguments, GDBusMethodInvocation* invocation,
                     gpointer self) {
    static_cast<FakePortal*>(self)->take(sender, method, arguments, invocation);
  }

  void take(const std::string& sender, const char* name, GVariant* arguments,
            GDBusMethodInvocation* invocation) {
    ++asked;
    method = name;
    const char* heading = nullptr;
    GVariant* given = nullptr;
    g_variant_get(arguments, "(&s&s@a{sv})", nullptr, &heading, &given);
    const platform::Owned<GVariant> owned(given);
    title = heading;
    const platform::Owned<char> text(g_variant_print(given, FALSE));
    options = text.get();
    const char* token = "";
    g_variant_lookup(given, "handle_token", "&s", &token);
    sender_ = sender;
    request_ = "/org/freedesktop/portal/desktop/request/" + sender.substr(1) + "/" + token;
    for (char& c : request_)
      c = c == '.' ? '_' : c;
    if (manner == Manner::other_handle) request_ = "/org/freedesktop/portal/desktop/request/old/7";
    if (manner == Manner::silent) return;
    if (manner == Manner::refuse) {
      return g_dbus_method_invocation_return_dbus_error(
          invocation, "org.freedesktop.DBus.Error.UnknownMethod", "no dialogs today");
    }
    g_dbus_method_invocation_return_value(invocation, g_variant_new("(o)", request_.c_str()));
    if (manner == Manner::answer) respond();
    if (manner == Manner::go_away) {
      g_dbus_connection_flush_sync(connection_.get(), nullptr, nullptr);
      g_dbus_connection_close_sync(connection_.get(), nullptr, nullptr);
    }
  }

  platform::Owned<GDBusConnection> connection_;
  GDBusNodeInfo* info_ = nullptr;
  std::string sender_, request_;
};

}  // namespace nahraum::testing
