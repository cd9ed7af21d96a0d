#!/usr/bin/env python3
"""Writes sRGB.icc beside itself: an ICC v4.2 display profile of sRGB (IEC 61966-2-1), made from the
standard's own numbers so that it carries no one's copyright. It is in the public domain (CC0 1.0).

The primaries are the standard's xy chromaticities adapted from D65 to D50 with the Bradford matrix; the
tone curve is the standard's formula, which needs 32 bytes where samples need thousands: the profile is in
every PDF. Run it again and the bytes are the same.
"""
import pathlib
import struct

WHITE_D65 = (0.3127, 0.3290)
WHITE_D50 = (0.9642, 1.0, 0.8249)
PRIMARIES = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
BRADFORD = ((0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296))


def multiply(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector)) for row in matrix]


def inverse(m):
    (a, b, c), (d, e, f), (g, h, i) = m
    determinant = a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)
    adjugate = (
        (e * i - f * h, c * h - b * i, b * f - c * e),
        (f * g - d * i, a * i - c * g, c * d - a * f),
        (d * h - e * g, b * g - a * h, a * e - b * d),
    )
    return [[value / determinant for value in row] for row in adjugate]


def xyz(chromaticity):
    x, y = chromaticity
    return [x / y, 1.0, (1 - x - y) / y]


def adaptation():
    """The matrix that adapts XYZ seen under D65 to D50."""
    source, target = multiply(BRADFORD, xyz(WHITE_D65)), multiply(BRADFORD, WHITE_D50)
    cones = [[value * t / s for value in row] for row, s, t in zip(BRADFORD, source, target)]
    back = inverse(BRADFORD)
    columns = [multiply(back, [row[column] for row in cones]) for column in range(3)]
    return [[column[row] for column in columns] for row in range(3)]


def colorants():
    """The XYZ of red, green and blue at full strength, seen under D50."""
    columns = [xyz(p) for p in PRIMARIES]
    matrix = [[column[row] for column in columns] for row in range(3)]
    strengths = multiply(inverse(matrix), xyz(WHITE_D65))
    adapted = adaptation()
    return [
        multiply(adapted, [value * strength for value in column])
        for column, strength in zip(columns, strengths)
    ]


def fixed(value):
    return struct.pack(">i", round(value * 65536))


def xyz_tag(values):
    return b"XYZ \0\0\0\0" + b"".join(fixed(value) for value in values)


def curve_tag():
    """(v / 1.055 + 0.055 / 1.055) ** 2.4 from 0.04045 on, v / 12.92 below (parametric curve 3)."""
    numbers = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
    return b"para\0\0\0\0\0\3\0\0" + b"".join(fixed(number) for number in numbers)


def text_tag(text):
    raw = text.encode("utf-16-be")
    return b"mluc\0\0\0\0" + struct.pack(">II4sII", 1, 12, b"enUS", len(raw), 28) + raw


def adaptation_tag():
    return b"sf32\0\0\0\0" + b"".join(fixed(value) for row in adaptation() for value in row)


def profile():
    red, green, blue = colorants()
    curve = curve_tag()
    tags = [
        (b"desc", text_tag("sRGB")),
        (b"cprt", text_tag("CC0 1.0")),
        (b"wtpt", xyz_tag(WHITE_D50)),
        (b"chad", adaptation_tag()),
        (b"rXYZ", xyz_tag(red)),
        (b"gXYZ", xyz_tag(green)),
        (b"bXYZ", xyz_tag(blue)),
        (b"rTRC", curve),
        (b"gTRC", curve),
        (b"bTRC", curve),
    ]
    table, body, places = struct.pack(">I", len(tags)), b"", {}
    start = 128 + 4 + 12 * len(tags)
    for name, data in tags:
        if data not in places:
            body += bytes(-len(body) % 4)
            places[data] = start + len(body)
            body += data
        table += name + struct.pack(">II", places[data], len(data))
    body += bytes(-len(body) % 4)
    header = struct.pack(
        ">I4sI4s4s4s6H4s4sI4s4sQI",
        start + len(body), b"\0\0\0\0", 0x04200000, b"mntr", b"RGB ", b"XYZ ",
        2026, 1, 1, 0, 0, 0, b"acsp", b"\0\0\0\0", 0, b"\0\0\0\0", b"\0\0\0\0", 0, 0,
    ) + b"".join(fixed(value) for value in WHITE_D50)
    return header + bytes(128 - len(header)) + table + body


if __name__ == "__main__":
    pathlib.Path(__file__).with_name("sRGB.icc").write_bytes(profile())
