#!/usr/bin/env python3
"""Makes the "Studio Sans" files of this folder from the static Inter files (Debian package fonts-inter).

Qt 6.4 cannot switch OpenType features on, so the three that the design uses are baked in: tabular digits (tnum),
the single-storey a (cv11) and the round r (ss03). Characters are cut to Latin, Greek, Cyrillic and punctuation.
The family is renamed because modified versions should not carry the original's name (see OFL.txt).

    apt-get download fonts-inter && dpkg-deb -x fonts-inter_*.deb inter && pip install fonttools
    ./make_fonts.py inter/usr/share/fonts/opentype/inter
"""
import pathlib
import sys

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FACES = {
    "Inter-Regular": ("Studio Sans", "Regular"),
    "Inter-Medium": ("Studio Sans", "Medium"),
    "Inter-SemiBold": ("Studio Sans", "SemiBold"),
    "InterDisplay-SemiBold": ("Studio Sans Display", "SemiBold"),
}
UNICODES = [
    *range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x218, 0x21C), *range(0x2B0, 0x2B9), *range(0x2C6, 0x2DE),
    *range(0x300, 0x310), *range(0x384, 0x3CF), *range(0x400, 0x460), *range(0x490, 0x4A0), 0x1E9E,
    *range(0x2010, 0x2028), *range(0x202F, 0x2040), 0x2044, *range(0x2070, 0x208F), 0x20AC, 0x2116, 0x2122,
    *range(0x2190, 0x219A), 0x2212, 0x2215, 0x221E, 0x2248, 0x2260, 0x2264, 0x2265, 0x25CF, 0x2318, 0x21B5,
]
DIGITS = range(0x30, 0x3A)


def mapping_of(font, tag):
    """The single substitutions of one feature, {glyph: glyph}."""
    table = font["GSUB"].table
    result = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == tag:
            for index in record.Feature.LookupListIndex:
                for subtable in table.LookupList.Lookup[index].SubTable:
                    result.update(getattr(getattr(subtable, "ExtSubTable", subtable), "mapping", {}))
    return result


def bake(font):
    tabular, storey = mapping_of(font, "tnum"), mapping_of(font, "cv11")
    for table in font["cmap"].tables:
        if not hasattr(table, "cmap"):
            continue
        for code, glyph in table.cmap.items():
            # Only digits: tabular full stops and commas would tear sentences apart.
            replaced = tabular.get(glyph, glyph) if code in DIGITS else glyph
            table.cmap[code] = storey.get(replaced, replaced)
    for record in font["GSUB"].table.FeatureList.FeatureRecord:
        if record.FeatureTag == "calt":
            record.FeatureTag = "zzzz"
        elif record.FeatureTag == "ss03":
            record.FeatureTag = "calt"  # contextual, so it cannot be baked into the character map
            record.Feature.FeatureParams = None


def rename(font, family, style):
    names = font["name"]
    copyright_line = names.getDebugName(0)
    names.names = []
    full = f"{family} {style}"
    regular = style == "Regular"
    entries = {
        0: copyright_line,
        1: family if regular else full,
        2: "Regular",
        3: full + " for LPD Studio",
        4: full,
        5: "Version 1.0",
        6: full.replace(" ", "").replace(style, "-" + style),
        13: "This Font Software is licensed under the SIL Open Font License, Version 1.1.",
        14: "https://openfontlicense.org",
        16: family,
        17: style,
    }
    for name_id, text in entries.items():
        names.setName(text, name_id, 3, 1, 0x409)
    if "CFF " in font:
        top = font["CFF "].cff
        top.fontNames = [entries[6]]
        top[0].FullName, top[0].FamilyName = full, family


def main():
    source, here = pathlib.Path(sys.argv[1]), pathlib.Path(__file__).parent
    options = Options()
    options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "calt"]
    options.name_IDs = ["*"]
    options.hinting = False
    options.desubroutinize = False
    for file, (family, style) in FACES.items():
        font = TTFont(source / f"{file}.otf")
        bake(font)
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=UNICODES)
        subsetter.subset(font)
        rename(font, family, style)
        font.save(here / f"{family.replace(' ', '')}-{style}.otf")


if __name__ == "__main__":
    main()
