"""Trains the embedder: python3 embedder.py [--pictures N] [--work DIR]

The student imitates the teacher's flip-averaged unit vector. LFW's 9,000 faces alone would be learnt by heart, so
the teacher also answers for blends of two faces, bent faces, dark, small, blurred and turned ones: new people
without end. Its answers go into a ring on disk, and every one is used a few times before it is overwritten.
"""
import argparse

import numpy as np
import torch
import torch.nn.functional as F

import augment
from bank import Bank
from faces import align, read_pack
from loop import Loop, arguments, bf16
from networks import Embedder
from onnx_in_torch import OnnxModel
from paths import TEACHERS

MARGIN = 16  # pixels kept round the aligned face, so that a turned or shifted one has no invented border


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


def read_aligned(path, margin):
    """(person, aligned face as RGB [3, H, W]) of every picture in a pack."""
    for face, picture in read_pack(path):
        yield face["person"], align(picture, face["points"], margin)[:, :, ::-1].transpose(2, 0, 1)


def read_canvases(work, name):
    """Aligned faces of a pack with margin, uint8 RGB [N, 3, 144, 144]; kept next to it, since aligning takes a minute."""
    path = work / f"{name}.canvases.npy"
    if not path.exists():
        np.save(path, np.stack([aligned for _, aligned in read_aligned(work / f"{name}.zip", MARGIN)]))
    return torch.from_numpy(np.load(path))


def draw(photographed, drawn, n, device):
    """New pictures for the teacher: an eighth are drawn people; of the others half are blends; most are bent, some are
    turned far, small, dark or covered."""
    def some(canvases, count, bend=4.0):
        chosen = canvases[torch.randint(len(canvases), (count,))].to(device).float() / 255
        return augment.sample(chosen, 112, bend=bend)[0]

    real, blends = n - n // 8, n // 2
    x = some(photographed, real)
    x = torch.cat([augment.blend(x[:blends], some(photographed, blends)), x[blends:], some(drawn, n - real, bend=1.5)])
    x = x[torch.randperm(n, device=device)]
    turned = max(1, n // 20)
    x[:turned] = augment.sample(x[:turned], 112, turn=0.3, scale=0.1, shift=5)[0]
    x = augment.small(x[torch.randperm(n, device=device)], 20, 0.25)
    return augment.cover(augment.noise(augment.light(x)), 0.08)


def disturb(x):
    """Changes a person survives: the student must give the answer for the undisturbed picture."""
    if torch.rand(()) < 0.5:
        x = x.flip(3)
    move = torch.randint(-2, 3, (2,)).tolist()
    x = augment.light(torch.roll(x, move, (2, 3)), 0.4)
    return augment.noise(augment.small(x, 40, 0.1), 0.03)


def loss_of(student, teacher):
    """Direction of every vector, and how every two vectors of the batch lie to each other (relational)."""
    student = F.normalize(student)
    direction = (1 - (student * teacher).sum(1)).mean()
    relation = (student @ student.T - teacher @ teacher.T).pow(2).mean()
    return direction + 4 * relation


def true_positive_rates(vectors, people, rates=(1e-3, 1e-4)):
    """Over all pairs of pictures: share of same-person pairs above the cosine that `rate` of the others exceed."""
    cosines = vectors @ vectors.T
    same = people[:, None] == people[None, :]
    upper = np.triu(np.ones_like(same), 1)
    positives, negatives = cosines[same & upper], cosines[~same & upper]
    return [float((positives > np.quantile(negatives, 1 - rate)).mean()) for rate in rates]


class HeldOut:
    """LFW people N..Z. Gives the student's figures; the teacher's are computed once and printed beside them."""

    def __init__(self, work, teacher):
        people, pictures = zip(*read_aligned(work / "held_out.zip", 0))
        self.pictures, self.device = torch.from_numpy(np.stack(pictures)), teacher.device
        self.people = np.unique(people, return_inverse=True)[1]
        kept = work / "held_out_teacher.npy"
        if not kept.exists():
            np.save(kept, self.vectors(teacher.answer))
        self.teacher = np.load(kept)
        self.best = true_positive_rates(self.teacher, self.people)
        print(f"teacher on {len(people)} held-out pictures: TPR {self.best[0]:.4f} at 1e-3, {self.best[1]:.4f} at 1e-4", flush=True)

    def vectors(self, answer):
        return np.concatenate([answer(x.to(self.device).float() / 255).cpu().numpy() for x in self.pictures.split(64)])

    def evaluate(self, net):
        vectors = self.vectors(lambda x: flip_averaged(net, x))
        rates = true_positive_rates(vectors, self.people)
        return {"cosine": float((vectors * self.teacher).sum(1).mean()), "tpr_1e-3": rates[0], "tpr_1e-4": rates[1],
                "teacher_1e-3": self.best[0], "teacher_1e-4": self.best[1], "of_teacher_1e-4": rates[1] / self.best[1]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bank", type=int, default=65536, help="pictures in the ring (38 KB each on disk)")
    parser.add_argument("--reuse", type=int, default=5, help="batches learnt per new batch that the teacher answers")
    args = arguments(parser, "embedder", pictures=4_000_000)
    teacher = Teacher(args.device)
    held_out = HeldOut(args.work, teacher)
    photographed, drawn = (read_canvases(args.work, name) for name in ("faces", "drawn"))
    new = lambda n: [draw(photographed, drawn, n, args.device)]
    bank = Bank(args.work / "bank", args.bank, 128, new, teacher.answer, args.device)
    net = Embedder().to(args.device)
    loop = Loop(args, net, {"bank": bank})
    loop.evaluate = held_out.evaluate
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
