"""Turns a flat drawing into what a phone makes of it."""
import math
import zlib

import numpy as np
from PIL import Image, ImageChops, ImageFilter


def noise_map(rng, rows, columns, size):
    """Smooth noise: a small random grid, enlarged."""
    grid = rng.normal(0, 1, (rows, columns)).astype(np.float32)
    return np.asarray(Image.fromarray(grid).resize(size, Image.BICUBIC))


def desk(size, rng, kind):
    """A table top: `oak` and `walnut` have grain, `mat` and `cloth` do not."""
    width, height = size
    base = {"oak": (196, 158, 112), "walnut": (112, 80, 58), "mat": (92, 106, 104),
            "cloth": (172, 174, 178)}[kind]
    if kind in ("oak", "walnut"):
        grain = sum(weight * noise_map(rng, height // fine, long, size) for fine, long, weight in
                    ((2, 9, 3.5), (5, 5, 3.5), (22, 3, 7), (120, 2, 5.5)))
    else:
        grain = noise_map(rng, height // 4, width // 4, size) * 2.2 + noise_map(rng, 4, 5, size) * 3
    top = np.array(base, np.float32) + grain[..., None] * np.array([1, .92, .8], np.float32)
    if kind in ("oak", "walnut"):
        top[int(height * rng.uniform(.3, .7)):][:3] *= .72
    return top


def warp(paper, size, rng, room):
    """The paper as the lens saw it: a little turned, a little tilted."""
    (width, height), (w, h) = size, paper.size
    scale = min(width * room / w, height * room / h)
    turn = math.radians(rng.choice([-1, 1]) * rng.uniform(.5, 1.5))
    corners = np.array([(-w, -h), (w, -h), (w, h), (-w, h)]) * scale / 2
    corners[:2, 0] *= 1 - rng.uniform(.008, .028)
    corners[1:3, 1] *= 1 - rng.uniform(0, .02)
    spin = np.array([[math.cos(turn), math.sin(turn)], [-math.sin(turn), math.cos(turn)]])
    corners = corners @ spin + (width / 2, height / 2) + rng.uniform(-6, 6, (1, 2))
    rim = 3
    edged = Image.new("RGBA", (w + 2 * rim, h + 2 * rim), paper.getpixel((w // 2, 3))[:3] + (0,))
    edged.paste(paper, (rim, rim))
    source = [(rim, rim), (w + rim, rim), (w + rim, h + rim), (rim, h + rim)]
    rows, target = [], []
    for (x, y), (u, v) in zip(corners, source):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        target += [u, v]
    plane = np.linalg.solve(np.array(rows), np.array(target))
    return edged.transform(size, Image.PERSPECTIVE, tuple(plane), Image.BICUBIC)


def develop(scene, rng, shade=.2, soft=.55, grain=2.0):
    """Uneven light, a soft shadow from outside the frame, lens blur and sensor noise."""
    height, width = scene.shape[:2]
    v, u = np.mgrid[0:height, 0:width].astype(np.float32)
    u, v = u / width - .5, v / height - .5
    angle = rng.uniform(0, 2 * math.pi)
    along = u * math.cos(angle) + v * math.sin(angle)
    light = .97 - shade * .5 * along - .10 * (u * u + v * v)
    light += .007 * noise_map(rng, 4, 3, (width, height))  # paper never lies quite flat
    # The shadow of a hand or a head, from the darker side.
    edge = along - rng.uniform(.30, .40) + .10 * np.sin(3 * (u * math.sin(angle)
                                                         - v * math.cos(angle)) + angle)
    light *= 1 - shade * .6 / (1 + np.exp(-edge * 16))
    warm = rng.uniform(-.02, .025)
    scene = scene * light[..., None] * np.array([1 + warm, 1, 1 - warm], np.float32)
    picture = Image.fromarray(np.clip(scene, 0, 255).astype(np.uint8))
    pixels = np.asarray(picture.filter(ImageFilter.GaussianBlur(soft)), np.float32)
    pixels = pixels + rng.normal(0, grain, (height, width, 1)).astype(np.float32)
    pixels += rng.normal(0, grain * .4, (height, width, 3)).astype(np.float32)
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def photograph(sheet, seed, size, kind, room=.95):
    """The sheet on a desk, taken with a phone."""
    rng = np.random.default_rng(zlib.crc32(seed.encode()))
    scene = desk(size, rng, kind)
    paper = warp(sheet.image, size, rng, room)
    alpha = paper.getchannel("A")
    for reach, weight in ((26, .34), (7, .30)):
        shadow = ImageChops.offset(alpha, reach // 2, reach // 2)
        shadow = np.asarray(shadow.filter(ImageFilter.GaussianBlur(reach)), np.float32) / 255
        scene *= 1 - weight * shadow[..., None]
    cover = np.asarray(alpha, np.float32)[..., None] / 255
    scene = scene * (1 - cover) + np.asarray(paper.convert("RGB"), np.float32) * cover
    return develop(scene, rng)
