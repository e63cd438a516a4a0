"""The detector on real photos that nobody trains on: python3 held_out.py [--checkpoint NAME | --teachers] [--score S]

150 photos of the public sets' held-out tenth (pictures.py) in which every face was boxed by eye before training began:
held_out_boxes.csv, pixels of the file. Without an option the pack's own detector is measured.

A face: the front or the full profile of a human face, photographed or rendered, of at least 16 pixels (longer side), at
least about half of it to be seen. Profile: only one eye; turned: from about 30 degrees on. Doubtful, neither face nor
background: smaller ones, seen from behind, more than half covered or cut, blurred beyond recognition, on pictures in the picture, cartoons.
"""
import argparse
import csv
from collections import defaultdict

import cv2
import numpy as np
import torch

import pictures
from faces import iou
from paths import HERE, PACK, add_work_argument
from prepare import read_photo

SAME_FACE_IOU, NEAR_DOUBTFUL = 0.4, 0.2


class Photos:
    def __init__(self, work):
        self.files = pictures.chosen_files(work)
        self.truth = defaultdict(list)
        with open(HERE / "held_out_boxes.csv") as lines:
            for row in csv.DictReader(lines):
                self.truth[row["file"]].append((np.array([float(row[k]) for k in ("x1", "y1", "x2", "y2")]), row["pose"]))

    def figures(self, find):
        """`find`: photo -> (boxes, scores). Recall of every kind of face and false boxes per 100 photos."""
        hits, false = defaultdict(list), 0
        for file in self.files:
            boxes = np.asarray(find(read_photo(file))[0]).reshape(-1, 4)
            free = np.ones(len(boxes), bool)
            faces = [t for t in self.truth[file.name] if t[1]]
            for truth, pose in faces:
                overlap = iou(truth, boxes) * free if len(boxes) else np.zeros(1)
                hit = overlap.max() >= SAME_FACE_IOU
                if hit:
                    free[overlap.argmax()] = False
                size = max(truth[2:] - truth[:2])
                for kind in ("all", pose, *(["24_40"] if 24 <= size < 40 else [])):
                    hits[kind].append(hit)
            known = np.array([t[0] for t in self.truth[file.name]]).reshape(-1, 4)
            false += sum(1 for b in boxes[free] if not excused(b, known))
        out = {f"photos_{kind}": float(np.mean(hits[kind])) for kind in ("all", "frontal", "turned", "profile", "24_40")}
        return {**out, "photos_false_per_100": 100 * false / len(self.files)}


def excused(box, known):
    """On a doubtful thing or a second time on a face: a box whose middle lies there, or that overlaps."""
    x, y = (box[:2] + box[2:]) / 2
    inside = (known[:, 0] <= x) & (x <= known[:, 2]) & (known[:, 1] <= y) & (y <= known[:, 3])
    return bool(len(known)) and bool(inside.any() or iou(box, known).max() >= NEAR_DOUBTFUL)


def main():
    import detector
    import warm_start
    from networks import Detector
    from teachers_agree import PhotoTeachers
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_work_argument(parser)
    parser.add_argument("--checkpoint", help="a training's running average instead of the pack's detector")
    parser.add_argument("--teachers", action="store_true", help="the teachers' agreement, as the training photos are labelled")
    parser.add_argument("--score", type=float, default=0.7)
    args = parser.parse_args()
    torch.set_num_threads(1)
    photos, net = Photos(args.work), Detector().eval()
    if args.teachers:
        teachers = PhotoTeachers()
        find = lambda photo: ([f[:4] for f in teachers.label(photo)[0]], None)
    else:
        if args.checkpoint:
            net.load_state_dict(torch.load(args.work / f"{args.checkpoint}.checkpoint", map_location="cpu")["average"])
        else:
            sample = [cv2.resize(read_photo(f), (320, 320)) for f in photos.files[:16]]
            warm_start.detector(net, PACK / "detector.onnx", detector.to_tensor(sample))
        find = lambda photo: detector.detect(net, photo, "cpu", args.score)[:2]
    for name, value in photos.figures(find).items():
        print(f"{name:24}{value:.4f}")


if __name__ == "__main__":
    main()
