"""The fonts (Debian fonts-noto-cjk and fonts-arphic-gkai00mp) and the inks."""
from functools import lru_cache

from PIL import ImageFont

NOTO, ARPHIC = "/usr/share/fonts/opentype/noto/Noto", "/usr/share/fonts/truetype/arphic-gkai00mp/"
FONTS = {"song": NOTO + "SerifCJK-Regular.ttc", "songb": NOTO + "SerifCJK-Bold.ttc",
         "hei": NOTO + "SansCJK-Regular.ttc", "heib": NOTO + "SansCJK-Bold.ttc",
         "kai": ARPHIC + "gkai00mp.ttf"}
BLACK, GREY, INK, RED = "#1c1c20", "#5b5f68", "#182a78", "#cf1f24"


@lru_cache(None)
def face(name, size):
    path = FONTS[name]
    return ImageFont.truetype(path, size, index=2 if path.endswith("ttc") else 0,
                              layout_engine=ImageFont.Layout.BASIC)


def in_kai(char):
    """Whether the Kai font has the character: it covers GB 2312 and no rare one."""
    try:
        return bool(char.encode("gb2312"))
    except UnicodeEncodeError:
        return False
