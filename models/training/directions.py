"""The direction in which an embedder's vectors of children lie: python3 directions.py [--of teacher|pack|CHECKPOINT]

Embedders were taught with adults: all small children look alike to them. Taking the mean direction of some children out of
every vector tells children apart and costs adults next to nothing. children.csv lists photos of Stanford 40 (never held out)
in which the largest face is a child's, sorted by eye. Prints the direction as the manifest carries it, and what it does: how
often strangers of an age match, and how often pictures of one person do, at the cosine that one in a thousand strangers of LFW N..Z exceeds.
Faces of every age and of odd families are measured on only (their terms).
"""
import argparse
import csv
import json
import zipfile

import numpy as np
import torch

import embedder
import pictures
from embedder import AGES, FAMILIES, Teacher, flip_averaged, in_one_look, inner, mean_direction, read_aligned
from faces import RetinaFace
from gather import faces_in
from networks import Embedder
from onnx_in_torch import OnnxModel
from paths import HERE, PACK, add_work_argument

GROUPS = {"0-3": (0, 3), "4-12": (4, 12), "13-19": (13, 19), "20-59": (20, 59), "60+": (60, 200)}


def child_canvases(work):
    """Aligned children [N, 3, 144, 144] and their classes; kept."""
    kept = work / "children.npz"
    if not kept.exists():
        source, detector = pictures.source("dashboard_stanford40"), RetinaFace()
        files = {f.name: f for f in pictures.files_of(work, source)}
        with open(HERE / "children.csv") as lines:
            found = [(next(faces_in(detector, source, files[row["file"]], only_largest=True), None), row["age"]) for row in csv.DictReader(lines)]
        canvases, ages = zip(*[f for f in found if f[0] is not None])
        np.savez(kept, canvases=np.stack(canvases), ages=np.array(ages))
    return embedder.children(work)


def embedder_of(name, work):
    if name == "teacher":
        return Teacher("cpu").answer
    if name == "pack":
        model = OnnxModel(PACK / "embedder.onnx")
        return lambda x: flip_averaged(lambda y: model.run(y - 0.5)["embedding"], x)
    net = Embedder().eval()
    net.load_state_dict(torch.load(work / f"{name}.checkpoint", map_location="cpu")["average"])
    return lambda x: in_one_look(net, x)


def vectors_of(answer, canvases):
    parts = np.array_split(canvases, max(1, len(canvases) // 64))
    return np.concatenate([answer(torch.from_numpy(np.ascontiguousarray(p)).float() / 255).numpy() for p in parts])


def without(vectors, direction):
    return vectors if direction is None else embedder.without(vectors, direction)


class Measured:
    """Faces of LFW N..Z, of every age and of odd families, and an embedder's vectors for them."""

    def __init__(self, work, answer, name):
        def vectors(album, faces):
            kept = work / f"{album}_{name}.npy"  # embedder.py keeps the teacher's
            return np.load(kept) if kept.exists() else vectors_of(answer, faces())

        with zipfile.ZipFile(work / "held_out.zip") as pack:
            self.people = np.array([face["person"] for face in json.loads(pack.read("index.json"))])
        self.lfw = vectors("lfw", lambda: np.stack([aligned for _, aligned in read_aligned(work / "held_out.zip", 0)]))
        self.ages, self.families = vectors("ages", lambda: self._faces(work, AGES)), vectors("families", lambda: self._faces(work, FAMILIES))
        self.years = np.array([int(name.split("_")[0]) for name in self._names(work, AGES)])
        self.members = np.array(self._names(work, FAMILIES))

    @staticmethod
    def _faces(work, name):
        return inner(np.load(work / "faces" / f"{name}.0.canvases.npy", mmap_mode="r"))

    @staticmethod
    def _names(work, name):
        return json.loads((work / "faces" / f"{name}.0.people.json").read_text())

    def row(self, direction):
        lfw, ages = without(self.lfw, direction), without(self.ages, direction)
        same, other = pairs(lfw, self.people)
        cut = np.quantile(other, 0.999)
        row = {"cut": cut, "same, LFW": (same > cut).mean()}
        for name, (low, high) in GROUPS.items():
            chosen = ages[(self.years >= low) & (self.years <= high)]
            row[f"strangers {name}"] = (pairs(chosen, np.arange(len(chosen)))[1] > cut).mean()
        families = without(self.families, direction)
        row["same, families"] = (pairs(families, self.members)[0] > cut).mean()
        return row


def pairs(vectors, people):
    """Cosines of all pairs of one person, and of two."""
    same = people[:, None] == people[None, :]
    upper, cosines = np.triu(np.ones_like(same), 1), vectors @ vectors.T
    return cosines[same & upper], cosines[~same & upper]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_work_argument(parser)
    parser.add_argument("--of", default="teacher")
    args = parser.parse_args()
    answer = embedder_of(args.of, args.work)
    canvases, ages = child_canvases(args.work)
    children, measured = vectors_of(answer, inner(canvases)), Measured(args.work, answer, args.of)
    young = mean_direction(measured.ages[measured.years <= 3])
    directions = {"none": None, "children 0-12": mean_direction(children), "children 0-4": mean_direction(children[ages == "0-4"]),
                  "measured set, 0-3": young}
    for name, direction in directions.items():
        print(f"{name:20}" + ("" if direction is None else f"cosine to the measured set's {direction @ young:.3f}  ")
              + "  ".join(f"{k} {v:.4f}" for k, v in measured.row(direction).items()), flush=True)
    print(f"{len(children)} children, {(ages == '0-4').sum()} of at most 4 years")
    print(json.dumps([round(float(v), 5) for v in directions["children 0-4"]]))


if __name__ == "__main__":
    torch.set_num_threads(1)
    main()
