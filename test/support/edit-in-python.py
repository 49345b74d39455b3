"""
Works on a deck through Python's own zip files and XML trees, which know nothing of Office: python3 edit-in-python.py IN.pptx OUT.pptx EDITS.json
Every part is parsed and written anew; prefixes are what the library calls them (ns0, ns1, ...), declarations and spaces are its own.
"""

import copy
import json
import pathlib
import posixpath
import sys
import xml.etree.ElementTree as tree
import zipfile

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
PRESENTATION = "ppt/presentation.xml"


class Deck:
    def __init__(self, path):
        with zipfile.ZipFile(path) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.trees = {name: tree.fromstring(content) for name, content in self.parts.items() if name.endswith((".xml", ".rels"))}

    def save(self, path):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self.parts.items():
                root = self.trees.get(name)
                if root is not None:
                    # Its values are prefixes that the library does not keep.
                    root.attrib.pop(f"{MC}Ignorable", None)
                    content = tree.tostring(root, encoding="UTF-8", xml_declaration=True)
                archive.writestr(name, content)

    def rels(self, part):
        folder, name = posixpath.split(part)
        return f"{folder}/_rels/{name}.rels"

    def target(self, part, kind=None, by=None):
        for one in self.trees[self.rels(part)]:
            if (kind is None or one.get("Type").endswith(kind)) and (by is None or one.get("Id") == by):
                return posixpath.normpath(posixpath.join(posixpath.dirname(part), one.get("Target")))
        return None

    def slides(self):
        for entry in self.trees[PRESENTATION].find(f"{P}sldIdLst"):
            yield entry, self.target(PRESENTATION, by=entry.get(f"{R}id"))

    def page_with(self, words):
        for entry, part in self.slides():
            if words in self.said(self.trees[part]):
                return entry, part
        raise SystemExit(f"no slide says {words}")

    @staticmethod
    def said(root):
        return "\n".join("".join(text.text or "" for text in line.iter(f"{A}t")) for line in root.iter(f"{A}p")).replace("\u00a0", " ")

    def put(self, name, root, kind):
        self.parts[name] = b""
        self.trees[name] = root
        tree.SubElement(self.trees["[Content_Types].xml"], f"{TYPES}Override", {"PartName": f"/{name}", "ContentType": kind})


def exchange(holders, old, new):
    for holder in holders:
        for text in holder.iter(f"{A}t"):
            if old in (text.text or "").replace("\u00a0", " "):
                text.text = text.text.replace("\u00a0", " ").replace(old, new)
                return
    raise SystemExit(f"nothing says {old}")


def charted(deck, part, old, new):
    root = deck.trees[deck.target(part, "/chart")]
    for values in root.iter(f"{C}val"):
        for value in values.iter(f"{C}v"):
            if float(value.text) == old:
                value.text = str(new)
                return
    raise SystemExit(f"no chart has {old}")


def delete(deck, entry, part):
    deck.trees[PRESENTATION].find(f"{P}sldIdLst").remove(entry)
    rels = deck.trees[deck.rels(PRESENTATION)]
    rels.remove(next(one for one in rels if one.get("Id") == entry.get(f"{R}id")))
    types = deck.trees["[Content_Types].xml"]
    notes = deck.target(part, "/notesSlide")
    for name in [part, deck.rels(part)] + ([notes, deck.rels(notes)] if notes else []):
        deck.parts.pop(name)
        deck.trees.pop(name)
        for one in [one for one in types if one.get("PartName") == f"/{name}"]:
            types.remove(one)


def add(deck, entry, part, words):
    listed = deck.trees[PRESENTATION].find(f"{P}sldIdLst")
    name = "ppt/slides/slide990.xml"
    root = copy.deepcopy(deck.trees[part])
    shapes = root.find(f"{P}cSld/{P}spTree")
    title = next(shape for shape in shapes if shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph[@type='title']") is not None)
    for shape in [shape for shape in shapes if shape is not title and shape.tag in (f"{P}sp", f"{P}pic", f"{P}graphicFrame", f"{P}grpSp")]:
        shapes.remove(shape)
    for text in list(title.iter(f"{A}t"))[1:]:
        text.text = ""
    next(title.iter(f"{A}t")).text = words
    for own in [own for own in root if own.tag.endswith("extLst")]:
        root.remove(own)
    for own in root.iter(f"{P}cSld"):
        for extension in own.findall(f"{P}extLst"):
            own.remove(extension)
    deck.put(name, root, "application/vnd.openxmlformats-officedocument.presentationml.slide+xml")
    rels = tree.Element(f"{RELS}Relationships")
    rels.append(copy.deepcopy(next(one for one in deck.trees[deck.rels(part)] if one.get("Type").endswith("/slideLayout"))))
    deck.parts[deck.rels(name)], deck.trees[deck.rels(name)] = b"", rels
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide"
    tree.SubElement(deck.trees[deck.rels(PRESENTATION)], f"{RELS}Relationship", {"Id": "rId990", "Type": kind, "Target": "slides/slide990.xml"})
    fresh = tree.Element(f"{P}sldId", {"id": "9990", f"{R}id": "rId990"})
    listed.insert(list(listed).index(entry) + 1, fresh)


def main(source, target, script):
    deck = Deck(source)
    for edit in json.loads(pathlib.Path(script).read_text("utf-8")):
        entry, part = deck.page_with(edit.get("on", edit["at"]))
        if edit["kind"] == "reword":
            exchange([deck.trees[part]], edit["at"], edit["to"])
        elif edit["kind"] == "cell":
            exchange(deck.trees[part].iter(f"{A}tc"), edit["from"], edit["to"])
        elif edit["kind"] == "value":
            charted(deck, part, edit["from"], edit["to"])
        elif edit["kind"] == "delete":
            delete(deck, entry, part)
        elif edit["kind"] == "add":
            add(deck, entry, part, edit["to"])
    deck.save(target)


main(*sys.argv[1:])
