"""Geometry of faces, and the teachers that find them. Pictures are uint8 BGR (OpenCV), boxes [x1, y1, x2, y2] in
pixels, five points [5, 2]: image-left eye, image-right eye, nose, image-left and image-right mouth corner."""
import json
import zipfile

import cv2
import numpy as np
import torch

from onnx_in_torch import OnnxModel
from paths import TEACHERS

# The usual 112 x 112 five-point template (ArcFace); the app aligns to the same one.
TEMPLATE = np.array([[38.2946, 51.6963], [73.5318, 51.5014], [56.0252, 71.7366], [41.5493, 92.3655], [70.7299, 92.2041]])


def hash_of(name):
    """A number that sorts names into an order without pattern, the same on every run."""
    return (sum(ord(c) * 31 ** i for i, c in enumerate(name)) * 2654435761) % 2 ** 32


def read_pack(path):
    """(entry of the index, picture) of every face that prepare.py packed."""
    with zipfile.ZipFile(path) as pack:
        for face in json.loads(pack.read("index.json")):
            yield face, cv2.imdecode(np.frombuffer(pack.read(face["name"]), np.uint8), cv2.IMREAD_COLOR)


def similarity(src, dst):
    """Least-squares rotation, scale and shift (Umeyama 1991, no reflection) as a 2 x 3 matrix src -> dst."""
    src, dst = np.asarray(src, float), np.asarray(dst, float)
    src_mean, dst_mean = src.mean(0), dst.mean(0)
    a, b = src - src_mean, dst - dst_mean
    size = (a ** 2).sum()
    cos, sin = (a * b).sum() / size, (a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0]).sum() / size
    turn = np.array([[cos, -sin], [sin, cos]])
    return np.concatenate([turn, (dst_mean - turn @ src_mean)[:, None]], 1)


def align(picture, points, margin=0):
    """The face on the template, with `margin` more pixels on every side: [112 + 2m, 112 + 2m, 3]."""
    size = 112 + 2 * margin
    return cv2.warpAffine(picture, similarity(points, TEMPLATE + margin), (size, size), flags=cv2.INTER_LINEAR)


def square_crop(picture, box, size, scale=1.0, down=0.0):
    """Square round the box's centre, side = longer side * scale, moved down by `down` sides -> crop, (x0, y0, side)."""
    x1, y1, x2, y2 = box
    side = max(x2 - x1, y2 - y1) * scale
    x0, y0 = (x1 + x2 - side) / 2, (y1 + y2 - side) / 2 + down * side
    shrink = max(1, int(side // (2 * size)))  # box filter first, or bilinear sampling would alias
    source = cv2.resize(picture, None, fx=1 / shrink, fy=1 / shrink, interpolation=cv2.INTER_AREA) if shrink > 1 else picture
    fx, fy = source.shape[1] / picture.shape[1], source.shape[0] / picture.shape[0]
    to_crop = np.array([[size / side / fx, 0, -x0 * size / side], [0, size / side / fy, -y0 * size / side]])
    return cv2.warpAffine(source, to_crop, (size, size), flags=cv2.INTER_LINEAR), (x0, y0, side)


def read_square_crops(path, box_of, margin=24):
    """(entry, crop as RGB [3, 160, 160]) of a pack: the square round `box_of(entry, picture)` fills the middle 112."""
    side = 112 + 2 * margin
    for face, picture in read_pack(path):
        crop, place = square_crop(picture, box_of(face, picture), side, side / 112)
        yield {**face, "crop": place}, crop[:, :, ::-1].transpose(2, 0, 1)


def iou(box, boxes):
    width = np.maximum(0, np.minimum(box[2], boxes[:, 2]) - np.maximum(box[0], boxes[:, 0]))
    height = np.maximum(0, np.minimum(box[3], boxes[:, 3]) - np.maximum(box[1], boxes[:, 1]))
    inter = width * height
    area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    return inter / ((box[2] - box[0]) * (box[3] - box[1]) + area - inter)


def nms(boxes, scores, threshold):
    order, keep = np.argsort(-scores, kind="stable"), []
    while len(order):
        keep.append(order[0])
        order = order[1:][iou(boxes[order[0]], boxes[order[1:]]) <= threshold]
    return np.array(keep, int)


def as_input(picture):
    return torch.from_numpy(np.ascontiguousarray(picture.transpose(2, 0, 1), np.float32))[None]


class RetinaFace:
    """Gives (boxes [N, 4], scores [N], points [N, 5, 2]). Anchors and means: models.json."""
    ANCHORS = {"retinaface_mnet025_foamliu": [[16, 32], [64, 128], [256, 512]],
               "retinaface_mnet025_biubug6": [[10, 20], [32, 64], [128, 256]]}

    def __init__(self, name="retinaface_mnet025_foamliu"):
        self.model, self.anchors = OnnxModel(TEACHERS / f"{name}.onnx"), self.ANCHORS[name]

    def find(self, picture, threshold=0.5):
        out = self.model.run(as_input(picture.astype(np.float32) - np.array([104, 117, 123], np.float32)))
        loc, score, lands = (out[k][0].numpy().astype(float) for k in ("loc", "conf", "landms"))
        score = score[:, 1]
        priors, keep = self._priors(*picture.shape[:2]), score > threshold
        centre, size, loc, lands, score = priors[keep, :2], priors[keep, 2:], loc[keep], lands[keep], score[keep]
        middle, extent = centre + loc[:, :2] * 0.1 * size, size * np.exp(loc[:, 2:] * 0.2)
        boxes = np.concatenate([middle - extent / 2, middle + extent / 2], 1)
        points = centre[:, None] + lands.reshape(-1, 5, 2) * 0.1 * size[:, None]
        kept = nms(boxes, score, 0.4)
        return boxes[kept], score[kept], points[kept]

    def _priors(self, height, width):
        priors = []
        for sizes, stride in zip(self.anchors, (8, 16, 32)):
            y, x = np.meshgrid(np.arange(-(-height // stride)), np.arange(-(-width // stride)), indexing="ij")
            centres = (np.stack([x, y], -1) + 0.5) * stride
            grid = [np.concatenate([centres, np.full_like(centres, s)], -1) for s in sizes]
            priors.append(np.stack(grid, 2).reshape(-1, 4))
        return np.concatenate(priors)
