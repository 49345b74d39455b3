"""Works on a deck as a person does, through LibreOffice's own API: python3 edit-in-libreoffice.py IN.pptx OUT.pptx PROFILE EDITS.json"""

import json
import pathlib
import subprocess
import sys
import time

import uno
from com.sun.star.beans import PropertyValue


def value(name, content):
    made = PropertyValue()
    made.Name, made.Value = name, content
    return made


def start(profile):
    pipe = f"lectern{int(time.time() * 1000)}"
    office = subprocess.Popen(
        ["soffice", "--headless", "--norestore", f"--accept=pipe,name={pipe};urp;", f"-env:UserInstallation={pathlib.Path(profile).as_uri()}"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(240):
        try:
            return office, resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except Exception:
            time.sleep(0.5)
    raise SystemExit("LibreOffice does not answer")


def shapes(holder):
    for index in range(holder.Count):
        shape = holder.getByIndex(index)
        yield shape
        if hasattr(shape, "Count"):
            yield from shapes(shape)


def reword(page, old, new):
    for shape in shapes(page):
        if not hasattr(shape, "getText") or old not in shape.getString():
            continue
        paragraphs = shape.getText().createEnumeration()
        while paragraphs.hasMoreElements():
            portions = paragraphs.nextElement().createEnumeration()
            while portions.hasMoreElements():
                portion = portions.nextElement()
                if old in portion.getString():
                    portion.setString(portion.getString().replace(old, new))
                    return
    raise SystemExit(f"no slide says {old}")


def cell(page, old, new):
    for shape in shapes(page):
        if shape.ShapeType != "com.sun.star.drawing.TableShape":
            continue
        table = shape.Model
        for row in range(table.RowCount):
            for column in range(table.ColumnCount):
                one = table.getCellByPosition(column, row)
                if old in one.getString():
                    one.setString(one.getString().replace(old, new))
                    return
    raise SystemExit(f"no cell says {old}")


def charted(page, old, new):
    for shape in shapes(page):
        if not hasattr(shape, "Model") or not hasattr(shape.Model, "getData"):
            continue
        data = shape.Model.getData()
        rows = data.getData()
        if any(value == old for row in rows for value in row):
            data.setData(tuple(tuple(new if value == old else value for value in row) for row in rows))
            return
    raise SystemExit(f"no chart has {old}")


def page_with(pages, words):
    for index in range(pages.Count):
        if any(hasattr(shape, "getString") and words in shape.getString() for shape in shapes(pages.getByIndex(index))):
            return index
    raise SystemExit(f"no slide says {words}")


def main(source, target, profile, script):
    office, context = start(profile)
    desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    document = desktop.loadComponentFromURL(pathlib.Path(source).as_uri(), "_blank", 0, (value("Hidden", True),))
    pages = document.DrawPages
    for edit in json.loads(pathlib.Path(script).read_text("utf-8")):
        index = page_with(pages, edit.get("on", edit["at"]))
        if edit["kind"] == "reword":
            reword(pages.getByIndex(index), edit["at"], edit["to"])
        elif edit["kind"] == "cell":
            cell(pages.getByIndex(index), edit["from"], edit["to"])
        elif edit["kind"] == "value":
            charted(pages.getByIndex(index), edit["from"], edit["to"])
        elif edit["kind"] == "delete":
            pages.remove(pages.getByIndex(index))
        elif edit["kind"] == "add":
            page = pages.insertNewByIndex(index)
            shape = document.createInstance("com.sun.star.drawing.TextShape")
            page.add(shape)
            shape.setString(edit["to"])
    document.storeToURL(pathlib.Path(target).as_uri(), (value("FilterName", "Impress MS PowerPoint 2007 XML"),))
    document.close(True)
    try:
        desktop.terminate()
    except Exception:
        pass
    office.wait(30)


main(*sys.argv[1:])
