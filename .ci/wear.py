"""What happens to a printed page before somebody reads its code: copying, scanning, photographing.

All sizes are of the paper: a page is drawn at MASTER dots per inch, worn, and then captured. Every
capture depends on its seed alone.
"""

import subprocess
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy

MASTER = 600
TABLE_GRAY = 180  # what a page lies on
INK, PAPER = 30, 245  # print is never quite black, paper never quite white


@dataclass
class Sheet:
    """A printed page, blue-green-red or gray, and the square (x, y, side) in which its code stands."""

    pixels: numpy.ndarray
    code: tuple


def drawn(pdf, page, dpi, folder):
    """A page of a PDF as pdftoppm draws it, in colour; `page` counts from 1."""
    stem = Path(folder) / f"drawn-{dpi}"
    subprocess.run(
        ["pdftoppm", "-r", str(dpi), "-f", str(page), "-l", str(page), "-singlefile", pdf, stem],
        check=True)
    return cv2.imread(f"{stem}.ppm")


def printed(pixels):
    """Ink spreads a little, edges are soft."""
    soft = cv2.GaussianBlur(cv2.erode(pixels, numpy.ones((2, 2), numpy.uint8)), (0, 0), 0.9)
    table = numpy.round(numpy.linspace(INK, PAPER, 256)).astype(numpy.uint8)
    return cv2.LUT(soft, table)


def captured(sheet, dpi, chance, angle=0, tilt=0, blur=0, noise=3, shade=0):
    """A scan or photo: turned by degrees, tilted by a share, blurred by mm, unevenly lit, noisy."""
    height, width = sheet.shape[:2]
    scale = dpi / MASTER
    soft = cv2.GaussianBlur(sheet, (0, 0), max(0.25 / scale, 0.3))
    size = numpy.array([int(width * scale), int(height * scale)])
    radians = numpy.deg2rad(angle)
    cos, sin = numpy.cos(radians), numpy.sin(radians)
    turn = numpy.array([[cos, -sin], [sin, cos]])
    canvas = (numpy.abs(turn) @ size).astype(int) + 4
    corners = numpy.array([[0, 0], [1, 0], [1, 1], [0, 1]])
    places = (corners * size - size / 2) @ turn.T + canvas / 2 + chance.uniform(-.5, .5, 2)
    if tilt:
        pull = numpy.array([[1, .4], [-.9, .4], [-.1, -.1], [.1, -.1]])
        pull = tilt * pull * size / 2 * chance.uniform(.8, 1.2)
        places = places + numpy.roll(pull, int(chance.integers(0, 4)), axis=0) @ turn.T
    matrix = cv2.getPerspectiveTransform(
        (corners * [width, height]).astype(numpy.float32), places.astype(numpy.float32))
    seen = cv2.warpPerspective(
        soft, matrix, tuple(int(side) for side in canvas), flags=cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_CONSTANT, borderValue=(TABLE_GRAY,) * 3)
    if blur:
        seen = cv2.GaussianBlur(seen, (0, 0), blur / 25.4 * dpi)
    seen = seen.astype(numpy.float32)
    if shade:
        seen *= _shading(seen.shape, shade, chance)
    seen += noise * chance.standard_normal(seen.shape, dtype=numpy.float32)
    return numpy.clip(seen, 0, 255).astype(numpy.uint8)


def _shading(shape, depth, chance):
    rows, columns = numpy.mgrid[0:shape[0], 0:shape[1]].astype(numpy.float32)
    phase = chance.uniform(0, 2 * numpy.pi)
    along = (columns * numpy.cos(phase) + rows * numpy.sin(phase)) / max(shape[:2]) * 3
    light = 1 - depth * (0.5 + 0.5 * numpy.cos(phase + along))
    return light if len(shape) == 2 else light[..., None]


def photocopied(seen, chance, times=1):
    """Black and white, with a threshold that is never quite right."""
    for _ in range(times):
        soft = cv2.GaussianBlur(seen, (0, 0), 0.8).astype(numpy.float32)
        soft += 12 * chance.standard_normal(soft.shape, dtype=numpy.float32)
        middle = (soft.min() + soft.max()) / 2 + chance.uniform(-20, 20)
        seen = numpy.where(soft > middle, 255, 0).astype(numpy.uint8)
    return seen


def stained(sheet, chance, share):
    """A dark spot over a share of the code."""
    x, y, side = sheet.code
    centre = [int(start + chance.uniform(.42, .75) * side) for start in (x, y)]
    return cv2.circle(
        sheet.pixels.copy(), centre, int(side * numpy.sqrt(share / numpy.pi)), 90, -1)


def stamped(sheet, chance):
    """An office's round red seal across the code: ink that lets black through."""
    x, y, side = sheet.code
    stamp = numpy.full(sheet.pixels.shape, 255, numpy.uint8)
    red = (85, 70, 235)
    radius = int(20 / 25.4 * MASTER)
    centre = [int(start + side * chance.uniform(0.6, 1.2)) for start in (x, y)]
    cv2.circle(stamp, centre, radius, red, int(1.2 / 25.4 * MASTER))
    for step in range(12):
        turn = step / 12 * 2 * numpy.pi
        place = (int(centre[0] + radius * .75 * numpy.cos(turn)) - 30,
                 int(centre[1] + radius * .75 * numpy.sin(turn)) + 30)
        cv2.putText(stamp, "@#", place, 0, 2.6, red, 9)
    return cv2.multiply(sheet.pixels, stamp, scale=1 / 255)


def folded(sheet, chance):
    """A fold on which the ink has gone."""
    x, y, side = sheet.code
    top = int(x + side * chance.uniform(.35, .65))
    bottom = top + int(chance.uniform(-60, 60))
    return cv2.line(
        sheet.pixels.copy(), (top, y - 20), (bottom, y + side + 20), PAPER,
        int(0.7 / 25.4 * MASTER))


def scribbled(sheet, chance):
    """A pen's line across the code."""
    x, y, side = sheet.code
    points = (chance.uniform(.1, .9, (5, 2)) * side + [x, y]).astype(numpy.int32)
    return cv2.polylines(
        sheet.pixels.copy(), [points.reshape(-1, 1, 2)], False, 40, int(0.6 / 25.4 * MASTER))


def conditions():
    """Names and what gives (pixels, JPEG quality or nothing) of a gray sheet, a coloured one and a chance."""
    table = {}

    def scan(name, dpi, wear=None, quality=None, copies=0, **how):
        def capture(gray, colour, chance):
            sheet = wear(gray, chance) if wear else gray.pixels
            seen = captured(sheet, dpi, chance, **how)
            return (photocopied(seen, chance, copies) if copies else seen), quality
        table[name] = capture

    def photo(name, dpi, quality, wear=None, **how):
        def capture(gray, colour, chance):
            sheet = wear(colour, chance) if wear else colour.pixels
            return captured(sheet, dpi, chance, **how), quality
        table[name] = capture

    for dpi, angle in ((300, .7), (200, 1.5), (150, 1.5), (120, 1.5), (100, 1.5)):
        scan(f"scan {dpi} dpi", dpi, angle=angle)
    for blur in (.1, .15, .2, .25, .3):
        scan(f"blur {blur} mm", 300, angle=1, blur=blur)
    for dpi in (200, 150):
        scan(f"JPEG q30, {dpi} dpi", dpi, quality=30, angle=1)
    for angle in (3, 7, 15, 30, 45, 60, 90, 180):
        scan(f"turned {angle}°", 200, angle=angle)
    for tilt in (.1, .2, .3, .4):
        scan(f"perspective {tilt:.0%}", 250, angle=5, tilt=tilt)
    scan("copied once, 200 dpi", 200, copies=1, angle=1)
    scan("copied twice, 200 dpi", 200, copies=2, angle=1)
    scan("copied once, 150 dpi", 150, copies=1, angle=1)
    photo("phone 130 dpi", 130, 50, angle=4, tilt=.08, blur=.08, noise=6, shade=.5)
    photo("phone 170 dpi", 170, 50, angle=4, tilt=.12, blur=.12, noise=6, shade=.5)
    photo("phone 250 dpi", 250, 60, angle=12, tilt=.2, blur=.15, noise=8, shade=.6)
    for share in (.05, .1):
        scan(f"stain {share:.0%}", 200, lambda sheet, chance, share=share:
             stained(sheet, chance, share), angle=1)
    photo("red seal over it", 200, 85, stamped, angle=1)
    scan("fold", 200, folded, angle=1)
    scan("pen", 200, scribbled, angle=1)
    return table
