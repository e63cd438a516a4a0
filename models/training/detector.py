"""Trains the detector: python3 detector.py [--pictures N] [--work DIR]

True boxes are those that teachers_agree.py gives; where they are missing it is asked first, which takes some minutes, for
the public photos hours (it may be stopped: training takes those that are labelled). The pictures are mosaics of LFW A..M,
pieces of group photos and public photos, and couples made of two profiles, always drawn again.
"""
import argparse

import cv2
import numpy as np
import torch
import torch.nn.functional as F

import held_out
import mosaics
import warm_start
from darkroom import disturbed
from faces import iou, nms
from loop import Loop, arguments, bf16
from networks import Detector
from paths import PACK
from photos import Photos, couple
from teachers_agree import label_all

SIDE = 320
# Which stride learns which face sizes (longer side, pixels). They overlap, so that no size falls between two.
# Still larger faces are found in a reduced copy of the photo.
SIZES = {8: (0, 44), 16: (28, 120), 32: (80, 320)}
THRESHOLD, NMS_IOU = 0.5, 0.45
REDUCED, SMALLEST_REDUCED = 0.25, 40  # the second look, and its smallest faces in its own pixels
RING, REUSE = 512, 4  # pictures kept, and how often each is learnt


def cells(height, width, device="cpu"):
    """Position (top left corner, like YuNet's) and stride of every cell, all strides in a row: [cells, 3]."""
    parts = []
    for stride in Detector.STRIDES:
        y, x = torch.meshgrid(torch.arange(height // stride), torch.arange(width // stride), indexing="ij")
        parts.append(torch.stack([x * stride, y * stride, torch.full_like(x, stride)], -1).reshape(-1, 3))
    return torch.cat(parts).float().to(device)


def decode(answer, grid):
    """[..., cells, 15] -> boxes [..., cells, 4], points [..., cells, 10] in pixels."""
    position, stride = grid[:, :2], grid[:, 2:]
    centre, size = position + answer[..., 1:3] * stride, answer[..., 3:5].clamp(-4, 6).exp() * stride
    points = answer[..., 5:] * stride + position.repeat(1, 5)
    return torch.cat([centre - size / 2, centre + size / 2], -1), points


def targets(faces, doubtful, grid):
    """For every cell: the face it must find (-1 none), and whether it counts. `grid` as numpy."""
    position, stride = grid[:, None, :2], grid[:, 2:]
    low, high = (np.array([SIZES[int(s)][i] for s in grid[:, 2]])[:, None] for i in (0, 1))
    size, centre = (faces[:, 2:4] - faces[:, :2]).max(1, initial=0), (faces[:, :2] + faces[:, 2:4]) / 2
    near = np.abs(position - centre).max(2) < stride * 1.01
    fits = (size >= low) & (size <= high)
    # Of two faces on one cell the smaller wins.
    rank = np.where(near & fits, size, np.inf)
    owner = np.where(np.isfinite(rank.min(1, initial=np.inf)), rank.argmin(1) if len(faces) else -1, -1)
    unsure = ((position > doubtful[:, :2] - 4) & (position < doubtful[:, 2:])).all(2).any(1)
    # Another stride may find the face too: NMS keeps one.
    counts = (owner >= 0) | ~(unsure | (near & ~fits).any(1))
    return torch.from_numpy(owner), torch.from_numpy(counts.astype(np.float32))


def generalised_iou(a, b):
    """Rezatofighi 2019; also gives the plain overlap."""
    inter = (torch.minimum(a[:, 2:], b[:, 2:]) - torch.maximum(a[:, :2], b[:, :2])).clamp(min=0).prod(1)
    union = (a[:, 2:] - a[:, :2]).prod(1) + (b[:, 2:] - b[:, :2]).prod(1) - inter
    hull = (torch.maximum(a[:, 2:], b[:, 2:]) - torch.minimum(a[:, :2], b[:, :2])).prod(1)
    overlap = inter / union.clamp(min=1e-6)
    return overlap - (hull - union) / hull.clamp(min=1e-6), overlap


def loss_of(answer, faces, owners, counts, grid):
    boxes, points = decode(answer, grid)
    target = torch.zeros_like(answer[..., 0])
    found = owners >= 0
    box_loss = point_loss = answer.sum() * 0
    if found.any():
        truth = torch.cat([f[o[o >= 0]] for f, o in zip(faces, owners)])
        gain, overlap = generalised_iou(boxes[found], truth[:, :4])
        size = (truth[:, 2:4] - truth[:, :2]).max(1, keepdim=True).values
        box_loss = (1 - gain).mean()
        point_loss = F.smooth_l1_loss(points[found] / size, truth[:, 4:] / size, beta=0.01)
        # A good box scores higher than a poor one, so NMS keeps it (quality focal loss, Li 2020).
        target[found] = 0.5 + 0.5 * overlap.detach().clamp(0, 1)
    logit = answer[..., 0]
    focus = (torch.sigmoid(logit.detach()) - target).abs() ** 2
    score = F.binary_cross_entropy_with_logits(logit, target, reduction="none") * focus * counts
    return score.sum() / found.sum().clamp(min=1) + 2 * box_loss + 12 * point_loss


def detect(net, picture, device, threshold=THRESHOLD):
    """BGR picture -> boxes [N, 4], scores [N], points [N, 5, 2]. Looks twice, as the app does: large faces are found in a
    quarter of the size."""
    boxes, scores, points = look(net, picture, device, threshold)
    small = cv2.resize(picture, None, fx=REDUCED, fy=REDUCED, interpolation=cv2.INTER_AREA)
    more = [a / s for a, s in zip(look(net, small, device, threshold), (REDUCED, 1, REDUCED))]
    large = (more[0][:, 2:] - more[0][:, :2]).max(1, initial=0) * REDUCED >= SMALLEST_REDUCED
    boxes, scores, points = (np.concatenate([a, b[large]]) for a, b in zip((boxes, scores, points), more))
    kept = nms(boxes, scores, NMS_IOU)
    return boxes[kept], scores[kept], points[kept]


@torch.no_grad()
def look(net, picture, device, threshold):
    """BGR picture -> boxes [N, 4], scores [N], points [N, 5, 2] as numpy, before suppression."""
    x = to_tensor([cv2.copyMakeBorder(picture, 0, -picture.shape[0] % 32, 0, -picture.shape[1] % 32, cv2.BORDER_CONSTANT)]).to(device)
    answer = torch.cat(net(x), 1)[0].float()
    boxes, points = decode(answer, cells(*x.shape[2:], x.device))
    scores = torch.sigmoid(answer[:, 0])
    kept = scores > threshold
    boxes, scores, points = (t[kept].cpu().numpy() for t in (boxes, scores, points))
    return boxes, scores, points.reshape(-1, 5, 2)


class HeldOut:
    """Mosaics of LFW N..Z, always the same."""

    def __init__(self, work, count, device):
        random, labelled = np.random.default_rng(20261123), mosaics.Labelled(work, "held_out")
        self.pictures, self.device = [mosaics.mosaic(random, 640, labelled) for _ in range(count)], device

    def evaluate(self, net):
        hits, errors, false = {"recall_16_32": [], "recall_32": []}, [], 0
        for picture, faces, doubtful in self.pictures:
            boxes, scores, points = detect(net, picture, self.device)
            free = np.ones(len(boxes), bool)
            for face in faces:
                overlap = iou(face[:4], boxes) * free if len(boxes) else np.zeros(1)
                size, best = max(face[2] - face[0], face[3] - face[1]), int(np.argmax(overlap))
                hit = overlap[best] >= 0.4
                if size >= 16:
                    hits["recall_32" if size >= 32 else "recall_16_32"].append(hit)
                if hit:
                    free[best] = False
                    eyes = np.linalg.norm(face[4:6] - face[6:8])
                    if size >= 32 and eyes > 0.25 * size:  # on a profile the eyes nearly coincide
                        errors.append(np.linalg.norm(points[best] - face[4:].reshape(5, 2), axis=1).mean() / eyes)
            unsure = np.concatenate([doubtful, faces[:, :4]])
            false += sum(1 for b in boxes[free] if not len(unsure) or iou(b, unsure).max() < 0.2)
        out = {k: float(np.mean(v)) for k, v in hits.items()}
        return {**out, "false_per_100": 100 * false / len(self.pictures), "point_error": float(np.mean(errors or [1]))}


def to_tensor(pictures):
    return torch.from_numpy(np.stack([p[:, :, ::-1].transpose(2, 0, 1) for p in pictures])).float() / 255


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--measured", type=int, default=60, help="held-out mosaics per evaluation")
    parser.add_argument("--fresh", action="store_true", help="begin with random weights instead of the pack's")
    args = arguments(parser, "detector", pictures=1_500_000, batch=16, rate=1.5e-3)
    label_all(args.work)
    labelled, groups = mosaics.Labelled(args.work, "faces"), mosaics.Labelled(args.work, "groups", "scenes")
    photos, made, real = Photos(args.work), HeldOut(args.work, args.measured, args.device), held_out.Photos(args.work)
    print(f"{len(photos.rows)} photos, {sum(len(r['faces']) for r in photos.rows)} faces, {len(photos.profiles)} in profile", flush=True)
    net = Detector().to(args.device)
    if not args.fresh and not (args.work / f"{args.name}.checkpoint").exists():
        sample = [mosaics.mosaic(np.random.default_rng(1), SIDE, labelled)[0] for _ in range(16)]
        warm_start.detector(net, PACK / "detector.onnx", to_tensor(sample).to(args.device))
    loop = Loop(args, net)
    loop.evaluate = lambda net: {**made.evaluate(net), **real.figures(lambda photo: detect(net, photo, args.device)[:2])}
    random, grid, ring = np.random.default_rng(args.seed + loop.step), cells(SIDE, SIDE), []
    grain, numbers = random.normal(0, 1, (SIDE * 3, SIDE * 3, 3)).astype(np.float32), grid.numpy()

    def drawn():
        kind = random.random()
        if kind < 0.1:
            picture, faces, doubtful = couple(random, SIDE, labelled, photos)
        elif kind < 0.6:
            picture, faces, doubtful = mosaics.piece(random, SIDE, labelled, photos, largest=2.2)
        else:
            picture, faces, doubtful = mosaics.picture(random, SIDE, labelled, groups)
        return picture, torch.from_numpy(faces).float().to(args.device), *targets(faces, doubtful, numbers)

    for _ in loop:
        # Drawing costs as much as learning: every picture is used some times, in other light.
        fresh = [drawn() for _ in range(args.batch // REUSE if len(ring) >= RING else args.batch)]
        ring = (fresh + ring)[:RING]
        chosen = [ring[i] for i in random.permutation(len(ring))[:args.batch]]
        pictures, faces, owners, counts = zip(*chosen)
        owners, counts = (torch.stack(t).to(args.device) for t in (owners, counts))
        x = to_tensor([disturbed(random, p, grain) for p in pictures]).to(args.device)
        net.train()
        with bf16(args.device):
            answer = torch.cat(net(x), 1)
        loop.learn(loss_of(answer.float(), faces, owners, counts, grid.to(args.device)))


if __name__ == "__main__":
    main()
