"""Public photos of people and animals that teachers_agree.py has labelled, and couples made of two of them, for the detector."""
import json

import cv2
import numpy as np

from mosaics import Scene, background, finish, flipped, moved, reduced
from prepare import read_photo


def facing(face):
    """-1: in profile towards the picture's left, 1: towards its right, 0: both eyes are seen. A face is [x1, y1, x2, y2, 10]."""
    points, height = face[4:].reshape(5, 2), face[3] - face[1]
    turned = points[2, 0] - points[:2, 0].mean()
    return int(np.sign(turned)) if np.linalg.norm(points[0] - points[1]) < 0.2 * height and abs(turned) > 0.08 * height else 0


class Photos:
    """Labelled photos, read from the disk when used. Those with faces in profile come more often, those without faces less."""
    PROFILE, FACES, NONE = 3.0, 1.0, 0.4

    def __init__(self, work):
        self.folder = work / "pictures"
        labels = work / "photos.labels.jsonl"
        self.rows = [json.loads(line) for line in labels.read_text().splitlines() if line.endswith("}")] if labels.exists() else []
        for row in self.rows:
            row["faces"], row["doubtful"] = (np.array(row[k], float).reshape(-1, w) for k, w in (("faces", 14), ("doubtful", 4)))
            row["facing"] = [facing(f) for f in row["faces"]]
        if not any(any(r["facing"]) for r in self.rows):
            raise SystemExit(f"{labels} has too few photos yet: python3 teachers_agree.py labels more.")
        weights = [self.PROFILE if any(r["facing"]) else self.FACES if len(r["faces"]) else self.NONE for r in self.rows]
        self.odds = np.cumsum(weights) / np.sum(weights)
        self.profiles = [(r, i) for r in self.rows for i, side in enumerate(r["facing"]) if side]

    def read(self, row):
        return read_photo(self.folder / row["name"]), row["faces"], row["doubtful"]

    def pick(self, random):
        return self.read(self.rows[int(np.searchsorted(self.odds, random.random()))])

    def pick_profile(self, random, side):
        """(photo, faces, doubtful) whose first face looks to that side."""
        row, i = self.profiles[random.integers(len(self.profiles))]
        photo, faces, doubtful = self.read(row)
        faces = np.concatenate([faces[i:i + 1], np.delete(faces, i, 0)])
        return (photo, faces, doubtful) if row["facing"][i] == side else flipped(photo, faces, doubtful)


def couple(random, side, labelled, photos):
    """Two people look at each other or kiss: two profiles meet at a seam, each with its own photo behind it."""
    scene = Scene(background(random, side, labelled))
    size = np.exp(random.uniform(np.log(20), np.log(side * 0.6)))
    seam, level = side * random.uniform(0.3, 0.7), side * random.uniform(0.3, 0.7)
    apart = random.choice([random.uniform(-0.12, 0.05), random.uniform(0, 1.5)])  # in faces: kissing, or looking
    for towards in (1, -1):
        photo, faces, doubtful = photos.pick_profile(random, towards)
        scale = size * random.uniform(0.85, 1.15) / (faces[0, 3] - faces[0, 1])
        if scale < 0.5:
            photo, faces, doubtful, scale = reduced(photo, faces, doubtful, scale * 1.2, scale)
        edge = np.array([faces[0, 2 if towards > 0 else 0], faces[0, [1, 3]].mean()])
        matrix = cv2.getRotationMatrix2D(edge.tolist(), random.normal(0, 8), scale)
        width = (faces[0, 2] - faces[0, 0]) * scale
        matrix[:, 2] += np.array([seam - towards * apart * width / 2, level + random.normal(0, 0.15) * size]) - edge
        _paste_half(scene, photo, matrix, faces, doubtful, seam, towards)
    return finish(scene.canvas, scene.faces, scene.doubtful)


def _paste_half(scene, photo, matrix, faces, doubtful, seam, towards):
    """What of the photo lies on its side of the seam; a face that the seam cuts deeply is neither face nor background."""
    side = scene.canvas.shape[0]
    mask = cv2.warpAffine(np.full(photo.shape[:2], 255, np.uint8), matrix, (side, side))
    mask[:, int(seam):] = mask[:, int(seam):] if towards < 0 else 0
    mask[:, :int(seam)] = mask[:, :int(seam)] if towards > 0 else 0
    soft = cv2.GaussianBlur(mask, (5, 5), 0)[:, :, None].astype(np.float32) / 255
    scene.canvas[:] = (cv2.warpAffine(np.ascontiguousarray(photo), matrix, (side, side)) * soft + scene.canvas * (1 - soft)).astype(np.uint8)
    for face in moved(faces, matrix):
        beyond = _beyond(face, seam, towards)
        if beyond <= 0.25:
            scene.faces.append(face)
        elif beyond < 1:
            scene.doubtful.append(face[:4])
    scene.doubtful.extend(d for d in moved(doubtful, matrix) if _beyond(d, seam, towards) < 1)


def _beyond(box, seam, towards):
    """The share of a box's width on the other side of the seam."""
    over = box[2] - seam if towards > 0 else seam - box[0]
    return float(np.clip(over / max(1e-6, box[2] - box[0]), 0, 1))
