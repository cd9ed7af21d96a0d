#!/usr/bin/env python3
"""Writes sRGB.icc beside itself: an ICC v2.1 display profile of sRGB (IEC 61966-2-1), made from the
standard's own numbers so that it carries no one's copyright. It is in the public domain (CC0 1.0).

The primaries are the standard's xy chromaticities adapted from D65 to D50 with the Bradford matrix; the
tone curve is sampled at 1,024 points. Run it again and the bytes are the same.
"""
import pathlib
import struct

WHITE_D65 = (0.3127, 0.3290)
WHITE_D50 = (0.9642, 1.0, 0.8249)
PRIMARIES = ((0.64, 0.33), (0.30, 0.60), (0.15, 0.06))
BRADFORD = ((0.8951, 0.2664, -0.1614), (-0.7502, 1.7135, 0.0367), (0.0389, -0.0685, 1.0296))
POINTS = 1024


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


def colorants():
    """The XYZ of red, green and blue at full strength, seen under D50."""
    columns = [xyz(p) for p in PRIMARIES]
    matrix = [[column[row] for column in columns] for row in range(3)]
    white = xyz(WHITE_D65)
    strengths = multiply(inverse(matrix), white)
    source, target = multiply(BRADFORD, white), multiply(BRADFORD, WHITE_D50)
    back = inverse(BRADFORD)
    adapted = []
    for column, strength in zip(columns, strengths):
        cone = multiply(BRADFORD, [value * strength for value in column])
        adapted.append(multiply(back, [c * t / s for c, s, t in zip(cone, source, target)]))
    return adapted


def fixed(value):
    return struct.pack(">i", round(value * 65536))


def xyz_tag(values):
    return b"XYZ \0\0\0\0" + b"".join(fixed(value) for value in values)


def curve_tag():
    samples = []
    for index in range(POINTS):
        v = index / (POINTS - 1)
        linear = v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4
        samples.append(round(linear * 65535))
    return b"curv\0\0\0\0" + struct.pack(f">I{POINTS}H", POINTS, *samples)


def description_tag(text):
    raw = text.encode("ascii") + b"\0"
    return b"desc\0\0\0\0" + struct.pack(">I", len(raw)) + raw + bytes(4 + 4 + 2 + 1 + 67)


def profile():
    red, green, blue = colorants()
    curve = curve_tag()
    tags = [
        (b"desc", description_tag("sRGB IEC61966-2.1")),
        (b"cprt", b"text\0\0\0\0CC0 1.0, public domain\0"),
        (b"wtpt", xyz_tag(WHITE_D50)),
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
        start + len(body), b"\0\0\0\0", 0x02100000, b"mntr", b"RGB ", b"XYZ ",
        2026, 1, 1, 0, 0, 0, b"acsp", b"\0\0\0\0", 0, b"\0\0\0\0", b"\0\0\0\0", 0, 0,
    ) + b"".join(fixed(value) for value in WHITE_D50)
    return header + bytes(128 - len(header)) + table + body


if __name__ == "__main__":
    pathlib.Path(__file__).with_name("sRGB.icc").write_bytes(profile())
