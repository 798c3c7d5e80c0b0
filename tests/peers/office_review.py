"""A partner with LibreOffice: opens a document, changes it, saves it as Word.

usage: office_review.py IN.docx OUT.docx record|silent
"""

import pathlib
import subprocess
import sys
import tempfile
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

PARAGRAPH_BREAK = 0


def value(name, held):
    out = PropertyValue()
    out.Name, out.Value = name, held
    return out


def connected(name, office):
    resolver = uno.getComponentContext().ServiceManager.createInstance(
        "com.sun.star.bridge.UnoUrlResolver"
    )
    for _ in range(240):
        try:
            return resolver.resolve(f"uno:pipe,name={name};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if office.poll() is not None:
                raise SystemExit("LibreOffice ended before it answered")
            time.sleep(0.25)
    raise SystemExit("LibreOffice does not answer")


def named(context, first, last):
    """Gives the office the name of a person, whose changes these are."""
    provider = context.ServiceManager.createInstanceWithContext(
        "com.sun.star.configuration.ConfigurationProvider", context
    )
    data = provider.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationUpdateAccess",
        (value("nodepath", "/org.openoffice.UserProfile/Data"),),
    )
    data.setPropertyValue("givenname", first)
    data.setPropertyValue("sn", last)
    data.commitChanges()


def found(document, words):
    search = document.createSearchDescriptor()
    search.SearchString = words
    search.SearchCaseSensitive = True
    place = document.findFirst(search)
    if place is None:
        raise SystemExit(f"{words} is not in the document")
    return place


def change(document, silent):
    found(document, "harm").String = "damage"
    found(document, " strongly").String = ""
    end = found(document, "closes it.").End
    text = end.Text
    text.insertControlCharacter(end, PARAGRAPH_BREAK, False)
    text.insertString(end, "A new paragraph.", False)
    note = document.Footnotes.getByIndex(0)
    cursor = note.Text.createTextCursor()
    cursor.gotoStart(False)
    while "note" not in cursor.String:
        if not cursor.goRight(1, True):
            raise SystemExit("the footnote has other words")
    cursor.collapseToEnd()
    cursor.goLeft(len("note"), True)
    cursor.String = "remark"
    if silent:
        table = document.TextTables.getByIndex(0)
        last = table.Rows.Count
        table.Rows.insertByIndex(last, 1)
        for column, words in enumerate(("Training", "asked")):
            table.getCellByPosition(column, last).String = words


def main():
    source, out = (pathlib.Path(name).resolve() for name in sys.argv[1:3])
    silent = sys.argv[3] == "silent"
    with tempfile.TemporaryDirectory() as folder:
        pipe = f"rostrum-{pathlib.Path(folder).name}"
        office = subprocess.Popen(
            [
                "soffice",
                f"-env:UserInstallation=file://{folder}/profile",
                "--headless",
                "--norestore",
                f"--accept=pipe,name={pipe};urp;",
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            context = connected(pipe, office)
            named(context, "Partner", "Office")
            desktop = context.ServiceManager.createInstanceWithContext(
                "com.sun.star.frame.Desktop", context
            )
            document = desktop.loadComponentFromURL(
                source.as_uri(), "_blank", 0, (value("Hidden", True),)
            )
            document.RecordChanges = not silent
            change(document, silent)
            document.storeToURL(out.as_uri(), (value("FilterName", "MS Word 2007 XML"),))
            document.close(True)
            desktop.terminate()
            office.wait(timeout=60)
        finally:
            if office.poll() is None:
                office.kill()


main()
