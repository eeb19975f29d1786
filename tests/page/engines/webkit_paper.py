"""Prints a case from WebKitGTK as its own dialog does, into a file.

Arguments: the guide's address, a case code, the file. The driver of the other tests never shows that dialog.
"""

import json
import os
import sys

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import GLib, Gtk, WebKit2  # noqa: E402

# How long all of it may take, in seconds.
AT_MOST = 60

# In the vault: opens the case once the questions are there, and presses the button that prints.
PRESS = """
const started = parent !== self && setInterval(() => {
  const $code = document.querySelector("#code-first");
  if (!$code) return;
  clearInterval(started);
  $code.value = CODE;
  $code.closest("form").querySelector("button").click();
  const print = [...document.querySelectorAll("button")].find(($one) => $one.textContent === "Print this record");
  setTimeout(() => print.click(), 500);
}, 50);
"""


def settings(file):
    """A printer that asks nothing, and its paper."""
    chosen = Gtk.PrintSettings()
    chosen.set_printer("Print to File")
    chosen.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, GLib.filename_to_uri(file))
    chosen.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
    paper = Gtk.PageSetup()
    paper.set_paper_size(Gtk.PaperSize.new("iso_a4"))
    return chosen, paper


def accept():
    """Presses Print in the dialog, once it is there and has found its printer."""
    for window in Gtk.Window.list_toplevels():
        if window.get_title() == "Print" and window.get_widget_for_response(Gtk.ResponseType.OK).get_sensitive():
            window.response(Gtk.ResponseType.OK)
            return False
    return True


def main(address, code, file):
    view = WebKit2.WebView.new_with_context(WebKit2.WebContext.new_ephemeral())
    frames, moment = WebKit2.UserContentInjectedFrames.ALL_FRAMES, WebKit2.UserScriptInjectionTime.END
    script = WebKit2.UserScript(PRESS.replace("CODE", json.dumps(code)), frames, moment, None, None)
    view.get_user_content_manager().add_script(script)

    def on_print(_view, operation):
        chosen, paper = settings(file)
        operation.set_print_settings(chosen)
        operation.set_page_setup(paper)
        # The dialog has a loop of its own within the main one: only the end of the process ends both.
        operation.connect("finished", lambda _: os._exit(0))
        GLib.timeout_add(200, accept)
        return False

    view.connect("print", on_print)
    window = Gtk.Window()
    window.add(view)
    window.show_all()
    view.load_uri(address)
    GLib.timeout_add_seconds(AT_MOST, os._exit, 1)
    Gtk.main()


main(*sys.argv[1:])
