"""Trains the embedder: python3 embedder.py [--pictures N] [--work DIR]

The student imitates the teacher's flip-averaged unit vector in one look. Some 20,000 faces alone would be learnt by heart, so
the teacher also answers for blends of two faces, bent faces, dark, small, blurred and turned ones: new people
without end. Its answers go into a ring on disk, and every one is used a few times before it is overwritten.
"""
import argparse
import json

import numpy as np
import torch
import torch.nn.functional as F

import augment
import pictures
import warm_start
from bank import Bank
from faces import align, read_pack
from gather import MARGIN
from loop import Loop, arguments, bf16
from networks import Embedder
from onnx_in_torch import OnnxModel
from paths import PACK, TEACHERS

FAMILIES, AGES = "samirmehd1yev+kinship_detection", "mattans+AgeProgression"


class Teacher:
    """mobilefacenet_foamliu (Apache-2.0): RGB 0..1 -> unit vector, averaged with the mirrored picture's."""

    def __init__(self, device):
        self.model, self.device = OnnxModel(TEACHERS / "mobilefacenet_foamliu.onnx", device), device
        self.mean = torch.tensor([0.485, 0.456, 0.406], device=device)[:, None, None]
        self.std = torch.tensor([0.229, 0.224, 0.225], device=device)[:, None, None]

    def answer(self, x):
        return flip_averaged(lambda y: self.model.run((y - self.mean) / self.std)["embedding"], x)


@torch.no_grad()
def flip_averaged(run, x):
    with bf16(x.device):
        both = run(torch.cat([x, x.flip(3)]).contiguous(memory_format=torch.channels_last)).float()
    return F.normalize(both[:len(x)] + both[len(x):])


@torch.no_grad()
def in_one_look(net, x):
    with bf16(x.device):
        return F.normalize(net(x).float())


def read_aligned(path, margin):
    """(person, aligned face as RGB [3, H, W]) of every picture in a pack."""
    for face, picture in read_pack(path):
        yield face["person"], align(picture, face["points"], margin)[:, :, ::-1].transpose(2, 0, 1)


def pack_canvases(work, name):
    """Aligned faces of a pack with margin, uint8 RGB [N, 3, 144, 144]; kept next to it, since aligning takes a minute."""
    path = work / f"{name}.canvases.npy"
    if not path.exists():
        with open(path.with_suffix(".part"), "wb") as part:
            np.save(part, np.array([np.ascontiguousarray(aligned) for _, aligned in read_aligned(work / f"{name}.zip", MARGIN)]))
        path.with_suffix(".part").replace(path)
    return np.load(path, mmap_mode="r")


class Canvases:
    """Aligned faces of several files, read when used: all of them are more than a small machine's memory."""

    def __init__(self, files):
        self.files, self.starts = files, np.cumsum([0] + [len(f) for f in files])

    def __len__(self):
        return int(self.starts[-1])

    def pick(self, n):
        chosen = np.random.randint(0, len(self), n)
        file = np.searchsorted(self.starts, chosen, "right") - 1
        return torch.from_numpy(np.stack([self.files[f][i - self.starts[f]] for f, i in zip(file, chosen)]))


# To a teacher taught with adults all small children look nearly alike: what little it tells of them takes many pictures to learn.
CHILDREN_TIMES = 12


def children(work):
    """Aligned faces of the children of children.csv (directions.py finds them), uint8 RGB [N, 3, 144, 144], and their ages."""
    kept = work / "children.npz"
    if not kept.exists():
        return np.zeros((0, 3, 144, 144), np.uint8), np.zeros(0, str)
    loaded = np.load(kept)
    return loaded["canvases"], loaded["ages"]


def photographed_faces(work):
    """LFW A..M and what gather.py found in the other sets that may be trained on; children many times over."""
    sets = [s.repository.replace("/", "+") for s in pictures.SOURCES if s.use in ("faces", "scenes")]
    gathered = [f for name in sets for f in sorted((work / "faces").glob(f"{name}.*.canvases.npy"))]
    return Canvases([pack_canvases(work, "faces")] + [np.load(f, mmap_mode="r") for f in gathered] + [children(work)[0]] * CHILDREN_TIMES)


def draw(photographed, drawn, n, device):
    """New pictures for the teacher: an eighth are drawn people; of the others half are blends; most are bent, some are
    turned far, small, dark or covered."""
    def some(canvases, count, bend=4.0):
        return augment.sample(canvases.pick(count).to(device).float() / 255, 112, bend=bend, yaw=0.08)[0]

    real, blends = n - n // 8, n * 2 // 5
    x = some(photographed, real)
    x = torch.cat([augment.blend(x[:blends], some(photographed, blends)), x[blends:], some(drawn, n - real, bend=1.5)])
    mixed = lambda x: x[torch.randperm(n, device=device)]
    x, turned = mixed(x), max(1, n // 16)
    x[:turned] = augment.sample(x[:turned], 112, turn=0.3, scale=0.1, shift=5, yaw=0.25)[0]
    x = augment.small(mixed(augment.glasses(augment.veil(x, 0.05), 0.03)), 16, 0.15)
    x = augment.small(mixed(x), 36, 0.25)
    x = augment.motion(mixed(x), 0.06)
    x = augment.night(augment.party(augment.grey(augment.light(x), 0.1), 0.15), 0.1)
    x = augment.sparks(augment.cover(augment.noise(x), 0.08), 0.04)
    return augment.compressed(mixed(x), 0.15)


def disturb(x):
    """Changes a person survives: the student must give the answer for the undisturbed picture."""
    if torch.rand(()) < 0.5:
        x = x.flip(3)
    move = torch.randint(-2, 3, (2,)).tolist()
    x = augment.light(torch.roll(x, move, (2, 3)), 0.4)
    return augment.noise(augment.small(x, 40, 0.12), 0.03)


def loss_of(student, teacher):
    """Direction of every vector, and how every two vectors of the batch lie to each other (relational)."""
    student = F.normalize(student)
    direction = (1 - (student * teacher).sum(1)).mean()
    relation = (student @ student.T - teacher @ teacher.T).pow(2).mean()
    return direction + 4 * relation


def true_positive_rates(vectors, people, apart=None, rates=(1e-3, 1e-4)):
    """Over all pairs of pictures: share of same-person pairs above the cosine that `rate` of the others exceed; `apart`
    (families): who shares it counts as no stranger."""
    cosines = vectors @ vectors.T
    same = people[:, None] == people[None, :]
    strangers = ~same if apart is None else apart[:, None] != apart[None, :]
    upper = np.triu(np.ones_like(same), 1)
    positives, negatives = cosines[same & upper], cosines[strangers & upper]
    return [float((positives > np.quantile(negatives, 1 - rate)).mean()) for rate in rates]


def mean_direction(vectors):
    mean = vectors.mean(0)
    return mean / np.linalg.norm(mean)


def without(vectors, direction):
    """What is left of unit vectors when a direction is taken out of them, again of unit length."""
    left = vectors - (vectors @ direction)[:, None] * direction
    return left / np.linalg.norm(left, axis=1, keepdims=True)


class Album:
    """Faces never trained on, the teacher's vectors for them (kept) and, where people are known, its figures; with small
    children given also those with their mean direction taken out, as the app does."""

    def __init__(self, work, name, pictures, teacher, people=None, apart=None, small=None):
        self.name, self.pictures, self.people, self.apart, self.small = name, pictures, people, apart, small
        kept = work / f"{name}_teacher.npy"
        if not kept.exists():
            np.save(kept, self.vectors(teacher.answer, teacher.device))
        self.teacher = np.load(kept)
        self.best = true_positive_rates(self.teacher, people, apart) if people is not None else None
        if small is not None:
            self.best_without = true_positive_rates(self.without_children(self.teacher, teacher.answer, teacher.device), people, apart)[1]

    def without_children(self, vectors, answer, device):
        return without(vectors, mean_direction(self.vectors(answer, device, self.small)))

    def vectors(self, answer, device, pictures=None):
        pictures = self.pictures if pictures is None else pictures
        parts = np.array_split(pictures, max(1, len(pictures) // 64))
        return np.concatenate([answer(torch.from_numpy(x).to(device).float() / 255).cpu().numpy() for x in parts])

    def figures(self, answer, device):
        vectors = self.vectors(answer, device)
        row = {"cosine": float((vectors * self.teacher).sum(1).mean())}
        if self.best:
            rates = true_positive_rates(vectors, self.people, self.apart)
            row |= {"tpr_1e-3": rates[0], "tpr_1e-4": rates[1], "teacher_1e-4": self.best[1], "of_teacher_1e-4": rates[1] / self.best[1]}
        if self.small is not None:
            rate = true_positive_rates(self.without_children(vectors, answer, device), self.people, self.apart)[1]
            row |= {"without_1e-4": rate, "without_of_teacher_1e-4": rate / self.best_without}
        return {f"{self.name}_{key}": value for key, value in row.items()}


def inner(canvases):
    return np.ascontiguousarray(canvases[:, :, MARGIN:-MARGIN, MARGIN:-MARGIN])


def numbered(names):
    return np.unique(names, return_inverse=True)[1]


def albums(work, teacher):
    """LFW people N..Z, odd families (research only, measured), people of every age (likewise)."""
    canvases, ages = children(work)
    small = inner(canvases[ages == "0-4"]) if len(canvases) else None
    people, aligned = zip(*read_aligned(work / "held_out.zip", 0))
    yield Album(work, "lfw", np.stack(aligned), teacher, numbered(people))
    for name, set_name in (("families", FAMILIES), ("ages", AGES)):
        file = work / "faces" / f"{set_name}.0.canvases.npy"
        if not file.exists():
            continue
        members = json.loads(file.with_name(f"{set_name}.0.people.json").read_text())
        known = name == "families"
        yield Album(work, name, inner(np.load(file, mmap_mode="r")), teacher, numbered(members) if known else None,
                    numbered([m.split("/")[0] for m in members]) if known else None, small if known else None)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bank", type=int, default=32768, help="pictures in the ring (38 KB each on disk)")
    parser.add_argument("--reuse", type=int, default=5, help="batches learnt per new batch that the teacher answers")
    parser.add_argument("--fresh", action="store_true", help="begin with random weights instead of the pack's")
    args = arguments(parser, "embedder", pictures=4_000_000, rate=1.5e-3)
    teacher = Teacher(args.device)
    held_out = list(albums(args.work, teacher))
    photographed, drawn = photographed_faces(args.work), Canvases([pack_canvases(args.work, "drawn")])
    print(f"{len(photographed)} faces, {len(drawn)} drawn ones", flush=True)
    new = lambda n: [draw(photographed, drawn, n, args.device)]
    bank = Bank(args.work / "bank", args.bank, 128, new, teacher.answer, args.device)
    net = Embedder().to(args.device)
    if not args.fresh and not (args.work / f"{args.name}.checkpoint").exists():
        warm_start.embedder(net, PACK / "embedder.onnx", draw(photographed, drawn, 256, args.device))
    loop = Loop(args, net, {"bank": bank})
    loop.evaluate = lambda net: {k: v for album in held_out for k, v in album.figures(lambda x: in_one_look(net, x), args.device).items()}
    bank.fill(4096, args.batch)
    for step in loop:
        if step % args.reuse == 0:
            bank.grow(args.batch)
        x, target = bank.batch(args.batch)
        net.train()
        with bf16(args.device):
            answer = net(disturb(x))
        loop.learn(loss_of(answer.float(), target))


if __name__ == "__main__":
    main()
