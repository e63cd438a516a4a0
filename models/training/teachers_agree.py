"""True boxes by agreement. Used by detector.py.

    python3 teachers_agree.py [--work DIR]     labels the packs and the public photos (resumable)

LFW, group photos and drawn scenes: a face is what at least 3 of 5 detectors find. Public photos, where many people
turn away: what 2 of 4 find, at the photo's own size (enlarged, heads seen from behind are found too); against 150 photos
labelled by eye that finds .91 of the faces and .93 of the profiles. What one alone finds is doubtful.
"""
import argparse
import json
import math
import time
import zipfile

import cv2
import numpy as np
import torch

import pictures
from faces import RetinaFace, as_input, hash_of, iou, nms
from loop import keep_memory
from onnx_in_torch import OnnxModel
from paths import TEACHERS, add_work_argument
from prepare import read_photo

AGREE = 3
SAME_FACE_IOU = 0.4
LONG_SIDE = {"faces": 320, "held_out": 320, "groups": 1280, "scenes": 1280}  # LFW's 160 pixels are enlarged: small teachers need it


class YuNet:
    def __init__(self):
        self.model = OnnxModel(TEACHERS / "yunet_n_dynamic.onnx")

    def find(self, picture, threshold=0.5):
        picture = cv2.copyMakeBorder(picture, 0, -picture.shape[0] % 32, 0, -picture.shape[1] % 32, cv2.BORDER_CONSTANT)
        out = {k: v[0].numpy().astype(float) for k, v in self.model.run(as_input(picture)).items()}
        boxes, scores, points = [], [], []
        for stride in (8, 16, 32):
            y, x = np.meshgrid(np.arange(picture.shape[0] // stride), np.arange(picture.shape[1] // stride), indexing="ij")
            prior = np.stack([x, y], -1).reshape(-1, 2) * stride
            centre, size = prior + out[f"bbox_{stride}"][:, :2] * stride, np.exp(out[f"bbox_{stride}"][:, 2:]) * stride
            boxes.append(np.concatenate([centre - size / 2, centre + size / 2], 1))
            points.append(prior[:, None] + out[f"kps_{stride}"].reshape(-1, 5, 2) * stride)
            scores.append(np.sqrt(out[f"cls_{stride}"] * out[f"obj_{stride}"])[:, 0])
        boxes, scores, points = map(np.concatenate, (boxes, scores, points))
        found = scores > threshold
        boxes, scores, points = boxes[found], scores[found], points[found]
        kept = nms(boxes, scores, 0.45)
        return boxes[kept], scores[kept], points[kept]


class BlazeFace:
    """Back camera. Finds no small faces, and has no mouth corners: it only votes."""

    def __init__(self):
        self.model = OnnxModel(TEACHERS / "blazeface_back.onnx")

    def find(self, picture, threshold=0.65):
        side = max(picture.shape[:2])
        square = np.zeros((256, 256, 3), np.uint8)
        height, width = (max(1, round(n * 256 / side)) for n in picture.shape[:2])
        square[:height, :width] = cv2.resize(picture, (width, height), interpolation=cv2.INTER_AREA)
        out = self.model.run(as_input(square[:, :, ::-1]) / 127.5 - 1)
        boxes, scores = out["boxes"][0].numpy().astype(float) * side, out["scores"][0].numpy().astype(float)
        boxes, scores = boxes[scores > threshold], scores[scores > threshold]
        kept = nms(boxes, scores, 0.3)
        return boxes[kept], scores[kept], None


class Mtcnn:
    """Three networks on an image pyramid (Zhang 2016)."""
    SMALLEST, FACTOR, THRESHOLDS = 20, 0.709, (0.6, 0.7, 0.7)

    def __init__(self):
        self.propose, self.refine, self.output = (OnnxModel(TEACHERS / f"mtcnn_{n}.onnx") for n in ("pnet", "rnet", "onet"))

    def find(self, picture):
        rgb = (picture[:, :, ::-1].astype(np.float32) - 127.5) * 0.0078125
        boxes = self._proposals(rgb)
        for model, side, threshold in ((self.refine, 24, self.THRESHOLDS[1]), (self.output, 48, self.THRESHOLDS[2])):
            boxes, crops = self._crops(rgb, self._square(boxes), side)
            if not len(boxes):
                return np.zeros((0, 4)), np.zeros(0), np.zeros((0, 5, 2))
            out = {k: v.numpy().astype(float) for k, v in model.run(torch.from_numpy(crops)).items()}
            found = out["prob"][:, 1] > threshold
            boxes, scores, shift = boxes[found], out["prob"][found, 1], out["reg"][found]
            size = boxes[:, 2:] - boxes[:, :2] + 1
            if side == 48:
                marks = out["landmarks"][found]
                points = np.stack([size[:, :1] * marks[:, :5] + boxes[:, :1] - 1, size[:, 1:] * marks[:, 5:] + boxes[:, 1:2] - 1], -1)
            boxes = boxes + shift * np.tile(size, 2)
            kept = nms(boxes, scores, 0.7 if side == 24 else 0.4)
            boxes, scores = boxes[kept], scores[kept]
        return boxes, scores, points[kept]

    def _proposals(self, rgb):
        found, scale = [np.zeros((0, 5))], 12 / self.SMALLEST
        while min(rgb.shape[:2]) * scale >= 12:
            size = int(rgb.shape[1] * scale + 1), int(rgb.shape[0] * scale + 1)
            reduced = cv2.resize(rgb, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
            out = self.propose.run(as_input(reduced))
            score, shift = out["prob"][0, 1].numpy(), out["reg"][0].numpy()
            y, x = np.nonzero(score >= self.THRESHOLDS[0])
            corners = np.stack([2 * x + 1, 2 * y + 1, 2 * x + 12, 2 * y + 12], 1) / scale
            corners = corners + shift[:, y, x].T * (11 / scale)
            kept = nms(corners, score[y, x], 0.5)
            found.append(np.concatenate([corners, score[y, x, None]], 1)[kept])
            scale *= self.FACTOR
        found = np.concatenate(found)
        return found[nms(found[:, :4], found[:, 4], 0.7), :4]

    @staticmethod
    def _square(boxes):
        centre, side = (boxes[:, :2] + boxes[:, 2:]) / 2, (boxes[:, 2:] - boxes[:, :2]).max(1, keepdims=True, initial=0)
        return np.concatenate([centre - side / 2, centre + side / 2], 1)

    @staticmethod
    def _crops(rgb, boxes, side):
        kept, crops = [], []
        for box in boxes:
            x1, y1 = (max(int(v) - 1, 0) for v in box[:2])
            x2, y2 = min(int(box[2]), rgb.shape[1]), min(int(box[3]), rgb.shape[0])
            if x2 > x1 and y2 > y1:
                kept.append(box)
                crops.append(cv2.resize(rgb[y1:y2, x1:x2], (side, side), interpolation=cv2.INTER_LINEAR).transpose(2, 0, 1))
        return np.array(kept).reshape(-1, 4), np.array(crops, np.float32)


class Teachers:
    def __init__(self):
        self.detectors = [RetinaFace("retinaface_mnet025_foamliu"), RetinaFace("retinaface_mnet025_biubug6"), YuNet(), Mtcnn(), BlazeFace()]

    def label(self, picture):
        """(faces, doubtful): faces as [x1, y1, x2, y2, 10 point coordinates]; doubtful boxes had fewer votes, and
        count neither as face nor as background."""
        return agreement([d.find(picture) for d in self.detectors], AGREE)


class PhotoTeachers:
    """For public photos: two of four. MTCNN takes longer than the others together and is asked only where they disagree."""

    def __init__(self):
        self.quick, self.slow = [RetinaFace("retinaface_mnet025_foamliu"), RetinaFace("retinaface_mnet025_biubug6"), YuNet()], Mtcnn()

    def label(self, picture):
        found = [d.find(picture) for d in self.quick]
        faces, doubtful = agreement(found, 2)
        return agreement(found + [self.slow.find(picture)], 2) if doubtful else (faces, doubtful)


def agreement(found, agree):
    """(faces, doubtful) of several detectors' answers (boxes, scores, points or None)."""
    boxes = np.concatenate([f[0] for f in found])
    points = np.concatenate([f[2] if f[2] is not None else np.full((len(f[0]), 5, 2), np.nan) for f in found])
    voter = np.concatenate([np.full(len(f[0]), i) for i, f in enumerate(found)])
    faces, doubtful, left = [], [], np.ones(len(boxes), bool)
    while left.any():
        # The box that most others lie on leads its group.
        votes = [len(set(voter[left & (iou(b, boxes) >= SAME_FACE_IOU)])) if l else 0 for b, l in zip(boxes, left)]
        group = left & (iou(boxes[np.argmax(votes)], boxes) >= SAME_FACE_IOU)
        left &= ~group
        box = np.median(boxes[group], 0)
        if max(votes) >= agree and not np.isnan(points[group]).all():
            faces.append(np.concatenate([box, np.nanmedian(points[group], 0).ravel()]))
        else:
            doubtful.append(box)
    return faces, doubtful


def label_pack(work, name, most):
    """Writes one line per picture; those already there are not asked again."""
    path = work / f"{name}.labels.jsonl"
    done = len(path.read_text().splitlines()) if path.exists() else 0
    if done >= most:
        return
    teachers = Teachers()
    with zipfile.ZipFile(work / f"{name}.zip") as pack, open(path, "a") as out:
        files = [n for n in pack.namelist() if n.endswith(".jpg")]
        # Spread out, so that a part of a pack shows many people.
        files = sorted(files, key=hash_of)[:most]
        for file in files[done:]:
            picture = cv2.imdecode(np.frombuffer(pack.read(file), np.uint8), cv2.IMREAD_COLOR)
            scale = LONG_SIDE[name] / max(picture.shape[:2])
            faces, doubtful = teachers.label(cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_LINEAR))
            row = {"name": file, "faces": [np.round(f / scale, 2).tolist() for f in faces],
                   "doubtful": [np.round(d / scale, 2).tolist() for d in doubtful]}
            out.write(json.dumps(row) + "\n")
            out.flush()
    print(f"{path.name}: {len(files)} pictures", flush=True)


def label_photos(work, minutes=math.inf):
    """Likewise for the public photos, people and animals mixed, so that a part of them is a fair share of all."""
    path, started = work / "photos.labels.jsonl", time.process_time()
    done = {json.loads(line)["name"] for line in path.read_text().splitlines()} if path.exists() else set()
    files = [f for use in ("scenes", "background") for _, f in pictures.training_files(work, use)]
    files = [f for f in sorted(files, key=lambda f: pictures.place(f.name)) if str(f.relative_to(work / "pictures")) not in done]
    teachers = PhotoTeachers() if files else None
    with open(path, "a") as out:
        for file in files:
            if time.process_time() - started > 60 * minutes:
                return
            faces, doubtful = teachers.label(read_photo(file))
            row = {"name": str(file.relative_to(work / "pictures")), "faces": [np.round(f, 2).tolist() for f in faces],
                   "doubtful": [np.round(d, 2).tolist() for d in doubtful]}
            out.write(json.dumps(row) + "\n")
            out.flush()


def label_all(work, faces=2500, held_out=400):
    label_pack(work, "groups", 10 ** 6)
    label_pack(work, "scenes", 10 ** 6)
    label_pack(work, "held_out", held_out)
    label_pack(work, "faces", faces)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_work_argument(parser)
    parser.add_argument("--faces", type=int, default=2500, help="pictures of faces.zip to label")
    parser.add_argument("--held-out", type=int, default=400)
    parser.add_argument("--minutes", type=float, default=math.inf, help="of the processor, for the public photos")
    args = parser.parse_args()
    torch.set_num_threads(1)
    keep_memory()
    label_all(args.work, args.faces, args.held_out)
    label_photos(args.work, args.minutes)


if __name__ == "__main__":
    main()
