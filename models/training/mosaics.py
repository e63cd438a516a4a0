"""Pictures with known faces, for the detector: labelled LFW pictures pasted at many sizes and turns on busy
backgrounds, and pieces of the labelled group photos. A face is a row [x1, y1, x2, y2, 10 point coordinates].

    python3 mosaics.py --out DIR [--seed N]    mosaics of people N..Z as files, for WeddingStudio.Bench
    python3 mosaics.py --out DIR --pack faces  the same of people A..M, for choosing thresholds
"""
import argparse
import json
import zipfile
from pathlib import Path

import cv2
import numpy as np

from paths import add_work_argument

SMALLEST = 10  # pixels; smaller faces count neither as face nor as background


class Labelled:
    """The pictures of some packs that teachers_agree.py has labelled, decoded when used."""

    def __init__(self, work, *names):
        self.rows, self.jpegs = [], []
        for name in names:
            with zipfile.ZipFile(work / f"{name}.zip") as pack, open(work / f"{name}.labels.jsonl") as labels:
                rows = [json.loads(line) for line in labels]
                self.rows += rows
                self.jpegs += [np.frombuffer(pack.read(r["name"]), np.uint8) for r in rows]

    def pick(self, random):
        i = random.integers(len(self.rows))
        row = self.rows[i]
        faces, doubtful = (np.array(row[k], float).reshape(-1, w) for k, w in (("faces", 14), ("doubtful", 4)))
        return cv2.imdecode(self.jpegs[i], cv2.IMREAD_COLOR), faces, doubtful


def background(random, side, labelled):
    """Shapes, stripes, noise and enlarged corners of photos: anything that must not be called a face."""
    picture = np.full((side, side, 3), random.integers(0, 256, 3), np.uint8)
    coarse = random.integers(0, 256, (int(random.integers(2, 24)),) * 2 + (3,), np.uint8)
    picture = cv2.addWeighted(picture, 0.5, cv2.resize(coarse, (side, side), interpolation=int(random.integers(0, 3))), 0.5, 0)
    real = random.random() < 0.6  # mostly real texture, the rest drawn
    for _ in range(random.integers(10, 30) if real else random.integers(0, 5)):
        _paste_corner(random, picture, labelled)
    for _ in range(random.integers(0, 6) if real else random.integers(0, 40)):
        _draw_shape(random, picture)
    return picture


def _draw_shape(random, picture):
    side = picture.shape[0]
    colour, a, b = random.integers(0, 256, 3).tolist(), random.integers(0, side, 2).tolist(), random.integers(0, side, 2).tolist()
    size, thick = random.integers(2, 60, 2).tolist(), int(random.choice([-1, 1, 3]))
    kind = random.integers(0, 4)
    if kind == 0:
        cv2.rectangle(picture, a, b, colour, thick)
    elif kind == 1:
        cv2.ellipse(picture, a, size, float(random.uniform(0, 180)), 0, 360, colour, thick)
    elif kind == 2:
        cv2.line(picture, a, b, colour, int(random.integers(1, 8)))
    else:
        text = "".join(map(chr, random.integers(48, 122, 6)))
        cv2.putText(picture, text, a, int(random.integers(0, 8)), float(random.uniform(0.4, 3)), colour, 2)


def _paste_corner(random, picture, labelled):
    """A corner of a photo, where no teacher saw a face, enlarged or reduced."""
    photo, faces, doubtful = labelled.pick(random)
    size = int(random.integers(24, 70))
    x, y = (int(random.choice([0, n - size])) for n in (photo.shape[1], photo.shape[0]))
    taken = np.concatenate([faces[:, :4], doubtful])
    if ((taken[:, 0] < x + size) & (taken[:, 2] > x) & (taken[:, 1] < y + size) & (taken[:, 3] > y)).any():
        return
    side = min(picture.shape[0] - 1, int(size * np.exp(random.uniform(-0.5, 1.5))))
    left, top = random.integers(0, picture.shape[0] - side, 2)
    picture[top:top + side, left:left + side] = cv2.resize(photo[y:y + size, x:x + size], (side, side))


def moved(faces, matrix):
    """Labels under a turn and a scale: points exactly; a box keeps its shape round its moved centre."""
    if not len(faces):
        return faces
    scale = np.hypot(matrix[0, 0], matrix[1, 0])
    move = lambda p: p @ matrix[:, :2].T + matrix[:, 2]
    centre, half = move((faces[:, :2] + faces[:, 2:4]) / 2), (faces[:, 2:4] - faces[:, :2]) / 2 * scale
    parts = [centre - half, centre + half]
    if faces.shape[1] == 14:
        parts.append(move(faces[:, 4:].reshape(-1, 5, 2)).reshape(-1, 10))
    return np.concatenate(parts, 1)


def mirrored(faces, width):
    out = faces.copy()
    out[:, [0, 2]] = width - faces[:, [2, 0]]
    if faces.shape[1] == 14:
        points = faces[:, 4:].reshape(-1, 5, 2)[:, [1, 0, 2, 4, 3]]
        points[:, :, 0] = width - points[:, :, 0]
        out[:, 4:] = points.reshape(-1, 10)
    return out


class Scene:
    """A picture in the making and what is known of it."""

    def __init__(self, canvas):
        self.canvas, self.faces, self.doubtful = canvas, [], []

    def paste(self, photo, matrix, faces, doubtful, head_only):
        """Adds a turned photo unless it would cover a face that is there already."""
        side, mask = self.canvas.shape[0], np.full(photo.shape[:2], 255, np.uint8)
        if head_only:  # cut out: faces then stand on every kind of background
            x1, y1, x2, y2 = faces[0, :4]
            middle, radii = (int((x1 + x2) / 2), int((y1 + y2) / 2)), (int((x2 - x1) * 0.8), int((y2 - y1) * 0.75))
            mask[:] = 0
            cv2.ellipse(mask, middle, radii, 0, 0, 360, 255, -1)
            # Somebody else's cut face at the border of the ellipse is neither a face nor background.
            faces, doubtful = faces[:1], np.concatenate([doubtful, faces[1:, :4]])
        # Only the part of the scene that the photo reaches is touched.
        corners = np.array([[0, 0], [photo.shape[1], 0], [0, photo.shape[0]], photo.shape[1::-1]]) @ matrix[:, :2].T + matrix[:, 2]
        left, top = np.clip(np.floor(corners.min(0)).astype(int) - 3, 0, side - 1)
        right, bottom = np.clip(np.ceil(corners.max(0)).astype(int) + 3, 1, side)
        if right <= left or bottom <= top:
            return
        shifted, size = matrix - [[0, 0, left], [0, 0, top]], (int(right - left), int(bottom - top))
        mask = cv2.warpAffine(mask, shifted, size)
        for x1, y1, x2, y2 in (f[:4].astype(int) - [left, top, left, top] for f in self.faces):
            if mask[max(0, y1):max(0, y2), max(0, x1):max(0, x2)].any():
                return
        soft = cv2.GaussianBlur(mask, (5, 5), 0)[:, :, None].astype(np.float32) / 255
        under = self.canvas[top:bottom, left:right]
        under[:] = (cv2.warpAffine(photo, shifted, size) * soft + under * (1 - soft)).astype(np.uint8)
        self.faces.extend(moved(faces, matrix))
        self.doubtful.extend(moved(doubtful, matrix))


def mosaic(random, side, labelled, largest=0.7):
    """`largest`: of a face, in sides of the picture."""
    scene = Scene(background(random, side, labelled))
    for _ in range(random.integers(0, 14)):
        photo, faces, doubtful = labelled.pick(random)
        if not len(faces):
            continue
        if random.random() < 0.5:
            photo, faces, doubtful = flipped(photo, faces, doubtful)
        # Face sizes even in octaves, from below the smallest to most of the picture.
        size = np.exp(random.uniform(np.log(9), np.log(side * largest)))
        scale = size / max(faces[0, 2] - faces[0, 0], faces[0, 3] - faces[0, 1])
        if scale < 0.5:  # bilinear sampling alone would alias
            photo, faces, doubtful, scale = reduced(photo, faces, doubtful, scale * 1.2, scale)
        width, height = photo.shape[1], photo.shape[0]
        angle = random.uniform(-45, 45) if random.random() < 0.3 else random.normal(0, 6)
        matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, scale)
        matrix[:, 2] += random.uniform(0, side, 2) - np.array([width, height]) / 2
        scene.paste(np.ascontiguousarray(photo), matrix, faces, doubtful, head_only=random.random() < 0.35)
    return finish(scene.canvas, scene.faces, scene.doubtful)


def flipped(photo, faces, doubtful):
    return photo[:, ::-1], mirrored(faces, photo.shape[1]), mirrored(doubtful, photo.shape[1])


def reduced(photo, faces, doubtful, by, scale):
    """The photo and its labels made smaller, and what is left of `scale`."""
    small = cv2.resize(photo, None, fx=by, fy=by, interpolation=cv2.INTER_AREA)
    exact = np.array([small.shape[1] / photo.shape[1], small.shape[0] / photo.shape[0]])  # whole pixels round it
    return small, faces * np.tile(exact, 7), doubtful * np.tile(exact, 2), scale / exact.mean()


def piece(random, side, labelled, groups, largest=1.6):
    """A square of a photo of people, enlarged (at most `largest` times) or reduced, so that its faces have every size."""
    photo, faces, doubtful = groups.pick(random)
    if random.random() < 0.5:
        photo, faces, doubtful = flipped(photo, faces, doubtful)
    scale = np.exp(random.uniform(np.log(0.3), np.log(largest)))
    if scale < 1:
        photo, faces, doubtful, scale = reduced(photo, faces, doubtful, scale, scale)
    matrix = cv2.getRotationMatrix2D((photo.shape[1] / 2, photo.shape[0] / 2), random.normal(0, 8), scale)
    reach = np.maximum(0, np.array([photo.shape[1], photo.shape[0]]) * scale - side)
    matrix[:, 2] += side / 2 - np.array([photo.shape[1], photo.shape[0]]) / 2 + random.uniform(-0.5, 0.5, 2) * reach
    scene = Scene(background(random, side, labelled))
    scene.paste(np.ascontiguousarray(photo), matrix, faces, doubtful, head_only=False)
    return finish(scene.canvas, scene.faces, scene.doubtful)


def finish(canvas, faces, doubtful):
    """Sorts the labels: faces mostly outside the picture or too small become doubtful."""
    side = canvas.shape[0]
    faces, doubtful = np.array(faces).reshape(-1, 14), np.array(doubtful).reshape(-1, 4)
    size = (faces[:, 2:4] - faces[:, :2]).max(1, initial=0)
    centre = (faces[:, :2] + faces[:, 2:4]) / 2
    clear = (size >= SMALLEST) & (centre > 0).all(1) & (centre < side).all(1)
    return canvas, faces[clear], np.concatenate([doubtful, faces[~clear, :4]])


def picture(random, side, labelled, groups):
    kind = random.random()
    if kind < 0.3:
        return piece(random, side, labelled, groups)
    # Some faces reach beyond the picture: their parts must not be taken for faces.
    return mosaic(random, side, labelled, largest=1.8 if kind < 0.4 else 0.7)


def main():
    """What lies behind people comes from the same pack's pictures: N..Z are nowhere near anything seen in training."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_work_argument(parser)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--side", type=int, default=640)
    parser.add_argument("--seed", type=int, default=20261126)
    parser.add_argument("--pack", choices=("held_out", "faces"), default="held_out")
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    random, labelled = np.random.default_rng(args.seed), Labelled(args.work, args.pack)
    with open(args.out / "mosaics.jsonl", "w") as lines:
        for i in range(args.count):
            canvas, faces, doubtful = mosaic(random, args.side, labelled)
            name = f"mosaic_{i:04}.jpg"
            cv2.imwrite(str(args.out / name), canvas, [cv2.IMWRITE_JPEG_QUALITY, 92])
            rows = {"file": name, "faces": np.round(faces, 2).tolist(), "doubtful": np.round(doubtful, 2).tolist()}
            lines.write(json.dumps(rows) + "\n")


if __name__ == "__main__":
    main()
