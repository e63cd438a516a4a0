"""What somebody would write who wants faces out of photos: one photo after another, whole, with OpenCV and ONNX Runtime.

    python3 peer.py LIBRARY PACK THREADS < list of photos, a path a line

prints one line of JSON: photos, faces, seconds of each part, CPU seconds, peak memory in MiB. Every photo is decoded at full size and
shrunk to 1280 px; faces are found by the pack's RetinaFace, aligned by their five points, embedded with their mirror image, given 98
points and seven expressions. Vectors go nowhere: the work is what is measured.
"""
import json
import os
import resource
import sys
import time

import cv2
import numpy as np

from ort import Runtime

LONG_SIDE_PX = 1280
CROP_PX = 112
STRIDES = (8, 16, 32)


class Parts:
    """Seconds per part of the work."""

    def __init__(self):
        self.seconds = {}
        self._name, self._since = None, 0.0

    def begin(self, name):
        now = time.perf_counter()
        if self._name:
            self.seconds[self._name] = self.seconds.get(self._name, 0.0) + now - self._since
        self._name, self._since = name, now


class Model:
    """A model of the pack's manifest, with the numbers needed to use it."""

    def __init__(self, runtime, pack, entry, threads):
        self.entry, self.input = entry, entry["input"]
        self.session = runtime.session(os.path.join(pack, entry["files"][0]["path"]), threads)
        self._mean, self._scale = (np.float32(self.input[key]) for key in ("mean", "scale"))

    def tensor(self, pictures):
        """[n, height, width, 3] BGR bytes to [n, 3, height, width] as the model wants it."""
        rgb = pictures[..., ::-1] if self.input["channels"] == "RGB" else pictures
        return ((rgb.astype(np.float32) - self._mean) * self._scale).transpose(0, 3, 1, 2)

    def run(self, pictures):
        return self.session.run(self.tensor(pictures))


def priors(height, width, sizes):
    """[n, 4] centre x, y, width, height of RetinaFace's anchors."""
    grids = []
    for stride, of_stride in zip(STRIDES, sizes):
        rows, columns = -(-height // stride), -(-width // stride)
        y, x = np.mgrid[:rows, :columns].astype(np.float32)
        for size in of_stride:
            grids.append(np.stack([(x + .5) * stride, (y + .5) * stride, np.full_like(x, size), np.full_like(x, size)], -1)[:, :, None])
        merged = np.concatenate(grids[-len(of_stride):], 2)
        grids[-len(of_stride):] = [merged.reshape(-1, 4)]
    return np.concatenate(grids)


def faces_of(model, picture):
    """Boxes [n, 4] and points [n, 5, 2], most certain first."""
    found = model.run(picture[None])
    options, thresholds = model.entry["options"], model.entry["thresholds"]
    score = found["conf"][0][:, 1]
    sure = np.flatnonzero(score > thresholds["score"])
    anchor, centre_variance, size_variance = priors(*picture.shape[:2], options["minSizes"])[sure], *options["variances"]
    centre = anchor[:, :2] + found["loc"][0][sure, :2] * centre_variance * anchor[:, 2:]
    size = anchor[:, 2:] * np.exp(found["loc"][0][sure, 2:] * size_variance)
    points = anchor[:, None, :2] + found["landms"][0][sure].reshape(-1, 5, 2) * centre_variance * anchor[:, None, 2:]
    boxes = np.concatenate([centre - size / 2, size], 1)
    kept = np.array(cv2.dnn.NMSBoxes(boxes.tolist(), score[sure].tolist(), thresholds["score"], thresholds["nms"]), int).reshape(-1)
    boxes = boxes[kept]
    return np.concatenate([boxes[:, :2], boxes[:, :2] + boxes[:, 2:]], 1), points[kept]


def aligned(photo, points, template):
    """The face turned and scaled to the template."""
    matrix, _ = cv2.estimateAffinePartial2D(np.float32(points), np.float32(template), method=cv2.LMEDS)
    return cv2.warpAffine(photo, matrix, (CROP_PX, CROP_PX))


def square(photo, box):
    """The square around a box, black beyond the photo, and its place."""
    side = max(box[2] - box[0], box[3] - box[1])
    left, top = (box[0] + box[2] - side) / 2, (box[1] + box[3] - side) / 2
    scale = CROP_PX / side
    matrix = np.float32([[scale, 0, -left * scale], [0, scale, -top * scale]])
    return cv2.warpAffine(photo, matrix, (CROP_PX, CROP_PX)), np.float32([left, top]), side


def main():
    library, pack, threads = sys.argv[1], sys.argv[2], int(sys.argv[3])
    cv2.setNumThreads(threads)
    with open(os.path.join(pack, "manifest.json"), encoding="utf-8") as file:
        manifest = json.load(file)
    entries = {entry["name"]: entry for entry in manifest["models"]}
    runtime = Runtime(library)
    detector, embedder, landmarks, expression = (Model(runtime, pack, entries[manifest["defaults"][role]], threads)
                                                 for role in ("detector", "embedder", "landmarks", "expression"))
    template = embedder.input["template"]
    photos = [line.rstrip("\n") for line in sys.stdin if line.strip()]
    parts, faces, begun = Parts(), 0, time.perf_counter()
    for path in photos:
        parts.begin("decode")
        photo = cv2.imread(path)
        parts.begin("resize")
        scale = min(1.0, LONG_SIDE_PX / max(photo.shape[:2]))
        small = photo if scale == 1 else cv2.resize(photo, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        parts.begin("detect")
        boxes, points = faces_of(detector, small)
        boxes, points = boxes / scale, points / scale
        faces += len(boxes)
        if len(boxes) == 0:
            continue
        parts.begin("embed")
        crops = np.stack([aligned(photo, of_face, template) for of_face in points])
        vectors = embedder.run(crops)["embedding"] + embedder.run(crops[:, :, ::-1])["embedding"]
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        parts.begin("landmarks")
        squares = [square(photo, box) for box in boxes]
        marks = next(iter(landmarks.run(np.stack([crop for crop, _, _ in squares])).values())).reshape(len(boxes), -1, 2)
        marks = [place + side * of_face for of_face, (_, place, side) in zip(marks, squares)]
        parts.begin("expression")
        around = [np.concatenate([of_face.min(0), of_face.max(0)]) for of_face in marks]
        enlarge = [np.concatenate([box[:2] - .1 * (box[2:] - box[:2]), box[2:] + .1 * (box[2:] - box[:2])]) for box in around]
        expression.run(np.stack([square(photo, box)[0] for box in enlarge]))
    parts.begin(None)
    used = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps(dict(photos=len(photos), faces=faces, seconds=time.perf_counter() - begun, parts=parts.seconds,
                          cpuSeconds=used.ru_utime + used.ru_stime, peakMiB=used.ru_maxrss / 1024)))


if __name__ == "__main__":
    main()
