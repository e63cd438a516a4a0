"""Trains the 98 landmarks: python3 landmarks.py [--pictures N] [--work DIR]

The student imitates pfld_ghostone_98 (Apache-2.0) on LFW A..M, and learns the five points for alignment from the
detectors' agreement. Closed eyes are rare there, and eye opening is what the app needs: in a third of the pictures the
eyes are shut, faces whose eyes are shut come more often, and the eyes' opening has its own part in the loss.
"""
import argparse
import json

import numpy as np
import torch
import torch.nn.functional as F

import augment
from bank import Bank
from faces import read_square_crops
from loop import Loop, arguments, bf16
from networks import Landmarks
from onnx_in_torch import OnnxModel
from paths import TEACHERS

EYES = (60, 68)  # first of the eight points of the image-left and the image-right eye


class Teacher:
    def __init__(self, device="cpu"):
        self.model = OnnxModel(TEACHERS / "pfld_ghostone_98.onnx", device)

    def answer(self, x):
        # Full precision: bf16 would round a point to the nearest third of a pixel.
        return self.model.run(x.contiguous(memory_format=torch.channels_last))["output"]


def eye_openings(points):
    """[N, 196] -> [N, 2]: mean height of each eye over its width (0.05 closed, 0.3 open)."""
    p = points.reshape(-1, 98, 2)
    openings = []
    for first in EYES:
        q = p[:, first:first + 8]
        height = sum((q[:, a] - q[:, b]).norm(dim=1) for a, b in ((1, 7), (2, 6), (3, 5)))
        openings.append(height / (3 * (q[:, 0] - q[:, 4]).norm(dim=1).clamp(min=1e-3)))
    return torch.stack(openings, 1)


def read_crops(work, name):
    """Square crops round the detector's box with margin, where the five points are in them, -1..1, and whether those are
    agreed on by the teachers or one teacher's alone."""
    kept = work / f"{name}.crops.npz"
    if not kept.exists():
        faces, crops = zip(*read_square_crops(work / f"{name}.zip", lambda face, _: face["box"]))
        agreed = agreed_points(work, name)
        known = [nearest(agreed.get(f["name"], []), f["points"]) for f in faces]
        points = [[[(x - f["crop"][0]) / f["crop"][2] * 2 - 1, (y - f["crop"][1]) / f["crop"][2] * 2 - 1]
                   for x, y in (k if k is not None else f["points"])] for f, k in zip(faces, known)]
        np.savez(kept, crops=np.stack(crops), points=np.array(points, np.float32), agreed=np.array([k is not None for k in known], np.float32))
    data = np.load(kept)
    return tuple(torch.from_numpy(data[key]) for key in ("crops", "points", "agreed"))


def agreed_points(work, name):
    """File name -> five points of every face that teachers_agree.py labelled."""
    labels = work / f"{name}.labels.jsonl"
    rows = map(json.loads, labels.read_text().splitlines()) if labels.exists() else []
    return {row["name"]: [np.array(face[4:]).reshape(5, 2) for face in row["faces"]] for row in rows}


def nearest(candidates, points):
    """The five points that mean the same face, or None."""
    near = [c for c in candidates if np.linalg.norm(c - points, axis=1).mean() < 0.3 * np.linalg.norm(np.subtract(points[0], points[1]))]
    return near[0] if near else None


def close_eyes(x, points):
    """Shuts the eyes of a third of the faces, more or less: the skin above and below is stretched over the eye from both
    sides, lashes darken the upper lid's edge. Also gives where the lower and the upper lid are then, [N, 2, 2]: 0 where the
    lower lid was, 1 where the upper one was. x: [N, 3, H, H]; points: the 98 on it, -1..1."""
    n, side, device = len(x), x.shape[-1], x.device
    axis = (torch.arange(side, device=device) + 0.5) / side * 2 - 1
    grid_y, grid_x = torch.meshgrid(axis, axis, indexing="ij")
    left = torch.where(torch.rand(n, 1, device=device) < 0.5, torch.rand(n, 2, device=device) * 0.15, torch.rand(n, 2, device=device))
    left[:, 1] = torch.where(torch.rand(n, device=device) < 0.75, left[:, 0], left[:, 1])  # else a wink
    left = torch.where(torch.rand(n, 2, device=device) < 0.1, torch.ones_like(left), left)
    left = torch.where(torch.rand(n, 1, device=device) < 0.35, left, torch.ones_like(left))
    low = torch.rand(n, 2, device=device) * 0.6 * (torch.rand(n, 1, device=device) < 0.5) * (1 - left)  # a laugh lifts the lower lid
    grid, shade = torch.stack([grid_x.expand(n, -1, -1), grid_y.expand(n, -1, -1)], 3), torch.ones(n, side, side, device=device)
    for i, first in enumerate(EYES):
        eye = points[:, first:first + 8]
        along = eye[:, 4] - eye[:, 0]
        width = along.norm(dim=1, keepdim=True).clamp(min=0.02)
        along = along / width
        down = torch.stack([-along[:, 1], along[:, 0]], 1)
        from_corner = grid - eye[:, None, None, 0]
        u = ((from_corner * along[:, None, None]).sum(3) / width[:, :, None]).clamp(0, 1)
        v = (from_corner * down[:, None, None]).sum(3)
        heights = ((eye - eye[:, :1]) * down[:, None]).sum(2)
        arch = 4 * u * (1 - u)  # each lid a parabola through the corners
        upper, lower = (heights[:, k].mean(1)[:, None, None] / 0.83 * arch for k in ([1, 2, 3], [5, 6, 7]))
        lower_edge = torch.lerp(lower, upper, low[:, i, None, None])
        edge = lower_edge + left[:, i, None, None] * (upper - lower)
        top, bottom = upper - 0.55 * width[:, :, None], lower + 0.45 * width[:, :, None]
        above = top + (v - top) * (upper - top) / (edge - top).clamp(min=1e-3)
        below = bottom - (bottom - v) * (bottom - lower) / (bottom - lower_edge).clamp(min=1e-3)
        taken = torch.where((v > top) & (v < edge), above, torch.where((v > lower_edge) & (v < bottom), below, v))
        taken = torch.where(left[:, i, None, None] < 1, taken, v)
        grid = grid + (taken - v)[..., None] * down[:, None, None]
        lash = torch.exp(-((v - edge) * side / 2 / augment.uniform(n, 0.7, 1.5, device, 1, 1)) ** 2) * arch.sqrt()
        shade = shade * (1 - lash * augment.uniform(n, 0.1, 0.7, device, 1, 1) * (left[:, i, None, None] < 1))
    return F.grid_sample(x, grid, mode="bilinear", align_corners=False) * shade[:, None], torch.stack([low, low + left], 2)


def with_lids(points, lids):
    """The teacher's answer to the face with open eyes, as it must be for the same with shut ones."""
    p = points.reshape(-1, 98, 2).clone()
    for i, first in enumerate(EYES):
        for upper, lower in ((1, 7), (2, 6), (3, 5)):
            was = p[:, first + lower], p[:, first + upper]
            p[:, first + lower], p[:, first + upper] = (torch.lerp(*was, lids[:, i, None, k]) for k in (0, 1))
    return p.flatten(1)


def both(photographed, drawn):
    """Two lists of tensors joined; drawn faces so often that they are an eighth."""
    times = max(1, len(photographed[0]) // (7 * len(drawn[0])))
    return [torch.cat([a] + [b] * times) for a, b in zip(photographed, drawn)]


class Faces:
    """New pictures of the faces of LFW A..M and of drawn people, with everything a student learns about them."""

    def __init__(self, work, teacher, device):
        self.teacher, self.device = teacher, device
        self.crops, self.five, self.agreed = both(*(read_crops(work, name) for name in ("faces", "drawn")))
        kept = work / f"landmarks.{len(self.crops)}.npy"
        if not kept.exists():
            np.save(kept, self._answer(self.crops[:, :, 24:-24, 24:-24]).cpu().numpy())
        self.points = torch.from_numpy(np.load(kept))
        # Shut eyes are rare: those there are come four times as often.
        self.weights = 1 + 3.0 * (eye_openings(self.points).min(1).values < 0.12)

    def _answer(self, pictures):
        whole = pictures.dtype == torch.uint8
        return torch.cat([self.teacher.answer(x.to(self.device).float() / (255 if whole else 1)) for x in pictures.split(16)])

    def draw(self, n):
        chosen = torch.multinomial(self.weights, n, replacement=True)
        canvas = self.crops[chosen].to(self.device).float() / 255
        points, five = ((self.points[chosen].reshape(-1, 98, 2) * 2 - 1) * 112 / 160).to(self.device), self.five[chosen].to(self.device)
        closed, lids = close_eyes(canvas, points)
        # The same view of both: the teacher, who knows few shut eyes, answers for the open ones.
        x, grid = augment.sample(torch.cat([canvas, closed], 1), 112, turn=0.18, scale=0.1, shift=6, bend=3.0)
        mirrored = (grid[:, 0, -1, 0] < grid[:, 0, 0, 0])[:, None]
        answer = with_lids(self._answer(x[:, :3]), torch.where(mirrored[:, :, None], lids.flip(1), lids))
        moved = augment.moved(five, grid)
        moved = torch.where(mirrored[:, :, None], moved[:, [1, 0, 2, 4, 3]], moved)  # a mirrored face's left is its right
        x = augment.noise(augment.light(augment.small(x[:, 3:], 22, 0.3)))
        return [x, *answer.T, *moved.flatten(1).T, self.agreed[chosen]]


def loss_of(student, target):
    """`target`: the teacher's 98 points, five points, and 1 where those are agreed on; one teacher's alone count a tenth."""
    weight = torch.ones(98, 1, device=student.device)
    weight[60:76] = 3
    points, teacher = student[:, :196], target[:, :196]
    error = (points - teacher).reshape(-1, 98, 2).abs() * weight
    opening = (eye_openings(points) - eye_openings(teacher)).abs().mean()
    five = ((student[:, 196:] - target[:, 196:206]).abs() * (0.1 + 0.9 * target[:, 206:])).mean()
    return 100 * error.mean() + 40 * opening + 200 * five


class HeldOut:
    def __init__(self, work, teacher, device):
        crops, points, agreed = read_crops(work, "held_out")
        self.pictures, self.device, self.agreed = crops[:, :, 24:-24, 24:-24].contiguous(), device, agreed > 0
        self.five = ((points * 160 / 112) + 1) / 2
        kept = work / "held_out_landmarks.npy"
        if not kept.exists():
            np.save(kept, self._run(teacher.answer).numpy())
        self.teacher = torch.from_numpy(np.load(kept))

    @torch.no_grad()
    def _run(self, run):
        return torch.cat([run(x.to(self.device).float() / 255).float().cpu() for x in self.pictures.split(64)])

    def evaluate(self, net):
        answer = self._run(net)
        points, five = answer[:, :196], answer[:, 196:].reshape(-1, 5, 2)
        eyes = (self.five[:, 0] - self.five[:, 1]).norm(dim=1)
        frontal = self.agreed & (eyes > 0.25)  # on a profile the eyes nearly coincide
        five_error = ((five - self.five).norm(dim=2).mean(1) / eyes)[frontal].mean()
        a, b = points.reshape(-1, 98, 2), self.teacher.reshape(-1, 98, 2)
        apart = (b[:, 60:68].mean(1) - b[:, 68:76].mean(1)).norm(dim=1)
        mine, theirs = eye_openings(points).mean(1), eye_openings(self.teacher).mean(1)
        return {"five_points_error": float(five_error), "error_of_eye_distance": float(((a - b).norm(dim=2).mean(1) / apart).mean()),
                "eye_opening_r": float(np.corrcoef(mine, theirs)[0, 1]),
                "eye_opening_error": float((mine - theirs).abs().mean())}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bank", type=int, default=32768)
    parser.add_argument("--reuse", type=int, default=4)
    args = arguments(parser, "landmarks", pictures=2_000_000)
    teacher = Teacher(args.device)
    held_out = HeldOut(args.work, teacher, args.device)
    faces = Faces(args.work, teacher, args.device)
    bank = Bank(args.work / "landmarks", args.bank, 207, faces.draw, lambda x: x.new_zeros(len(x), 0), args.device)
    net = Landmarks().to(args.device)
    loop = Loop(args, net, {"bank": bank})
    loop.evaluate = held_out.evaluate
    bank.fill(2048, args.batch)
    for step in loop:
        if step % args.reuse == 0:
            bank.grow(args.batch)
        x, target = bank.batch(args.batch)
        net.train()
        with bf16(args.device):
            answer = net(augment.noise(augment.light(x, 0.4), 0.03))
        loop.learn(loss_of(answer.float(), target))


if __name__ == "__main__":
    main()
