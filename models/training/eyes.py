#!/usr/bin/env python3
"""Learns to tell an open eye from a shut one by the gradients around it, and prints the numbers of EyeWitness.Numbers.cs.

    WeddingStudio.Bench -- scores --images ../shared/data/lfw/images --models PACK --eyes PACK.jsonl   (once for each pack)
    python3 eyes.py --images ../shared/data/lfw/images PACK.jsonl ...

LFW has hardly any shut eyes: each open one is also shut by stretching the skin above and below over it, at the picture's own size. The
lids of `Bench scores --lids` are painted in another way and never seen here, nor are the 300 pictures they are painted on."""
import argparse
import json
from pathlib import Path

import cv2
import numpy as np

EYE, WIDTH, HEIGHT, CELL, WAYS = 32, 48, 32, 8, 6  # as in EyeWitness.cs
SMALLEST = 12  # pixels; EyeWitness.SmallestPx
SURELY_OPEN = 0.13  # ratio of lids to width; below, an eye of LFW may be shut by itself
TESTED = 300


def shut(picture, eye, draw):
    """The eye [8, 2] (a corner, the upper lid, the other corner, the lower lid) shut with stretched skin and a line of lashes."""
    width = np.linalg.norm(eye[4] - eye[0])
    along = (eye[4] - eye[0]) / width
    down = np.array([-along[1], along[0]])
    heights = (eye - eye[0]) @ down / width
    upper, lower = min(heights[1:4].mean() / 0.83, -0.1), max(heights[5:8].mean() / 0.83, 0.03)
    x0, x1 = int(min(eye[0][0], eye[4][0]) - 0.5 * width), int(max(eye[0][0], eye[4][0]) + 0.5 * width) + 1
    y0, y1 = int(min(eye[0][1], eye[4][1]) - 0.9 * width), int(max(eye[0][1], eye[4][1]) + 0.9 * width) + 1
    y, x = np.mgrid[y0:y1, x0:x1]
    u = ((x - eye[0][0]) * along[0] + (y - eye[0][1]) * along[1]) / width
    v = ((x - eye[0][0]) * down[0] + (y - eye[0][1]) * down[1]) / width
    beyond = draw.uniform(0.02, 0.16)
    wide = (u + beyond) / (1 + 2 * beyond)
    arch, cap = np.clip(4 * u * (1 - u), 0, 1), np.sqrt(np.clip(4 * wide * (1 - wide), 0, 1))
    risen = draw.uniform(-0.15, 0.35) if draw.rand() < 0.8 else draw.uniform(0.3, 0.6)  # how far up the lower lid comes
    meet = (lower * (1 - risen) + upper * risen) * arch
    a, b = upper * arch - draw.uniform(0.14, 0.32) * cap, upper * arch - draw.uniform(0.02, 0.14) * cap
    c, d = lower * arch + draw.uniform(0.12, 0.28) * cap, lower * arch + draw.uniform(0.03, 0.12) * cap
    over, under = (v >= a) & (v <= meet) & (cap > 0), (v > meet) & (v <= c) & (cap > 0)
    source = np.where(over, a + (v - a) * (b - a) / np.maximum(meet - a, 1e-3), v)
    source = np.where(under, c - (c - v) * (c - d) / np.maximum(c - meet, 1e-3), source)
    places = [eye[0][k] + (u * along[k] + source * down[k]) * width for k in (0, 1)]
    drawn = cv2.remap(picture, *(p.astype(np.float32) for p in places), cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE).astype(np.float32)
    line, hairs = max(draw.uniform(0.03, 0.08), 0.6 / width), draw.uniform(1, 2.5)
    away = v - meet
    lashes = 1 - draw.uniform(0.1, 0.75) * np.sqrt(arch) * np.exp(-0.5 * (away / np.where(away > 0, line * hairs, line)) ** 2)
    drawn *= np.where((over | under | (abs(away) < 3 * line)) & (cap > 0), lashes, 1)[..., None]
    out = picture.copy()
    top, left, bottom, right = max(y0, 0), max(x0, 0), min(y1, picture.shape[0]), min(x1, picture.shape[1])
    out[top:bottom, left:right] = np.clip(drawn[top - y0 : bottom - y0, left - x0 : right - x0], 0, 255)
    return out


def worsen(picture, draw):
    """Out of focus, dark or bright, compressed."""
    if draw.rand() < 0.4:
        picture = cv2.GaussianBlur(picture, (0, 0), draw.uniform(0.4, 1.3) if draw.rand() < 0.75 else draw.uniform(1.3, 3))
    if draw.rand() < 0.3:
        picture = np.clip(255 * (picture / 255.0) ** draw.uniform(0.6, 1.6) * draw.uniform(0.6, 1.15), 0, 255).astype(np.uint8)
    if draw.rand() < 0.5:
        picture = cv2.imdecode(cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, int(draw.uniform(55, 95))])[1], 1)
    return picture


def glasses(picture, eye, draw, dark):
    """A frame around the eye with a shine on the glass; dark glass hides the eye, and what is hidden is not shut."""
    width = np.linalg.norm(eye[4] - eye[0])
    centre = (eye[0] + eye[4]) / 2 + draw.uniform(-0.15, 0.15, 2) * width
    shape = tuple(16 * v for v in centre), tuple(16 * v for v in draw.uniform([0.7, 0.42], [1.15, 0.85]) * width)
    lean = np.degrees(np.arctan2(*(eye[4] - eye[0])[::-1]))
    ellipse = lambda colour, thick: cv2.ellipse(seen, *(tuple(int(v) for v in p) for p in shape), lean, 0, 360, colour, thick, cv2.LINE_AA, 4)
    seen = picture.copy()
    if dark:
        ellipse(tuple(draw.uniform(0, 70, 3)), -1)
        seen = cv2.addWeighted(picture, 0.12 * draw.rand(), seen, 1, 0)
    if draw.rand() < 0.8:
        ellipse(tuple(draw.uniform(0, 160) + draw.uniform(-20, 20, 3)), max(1, int(draw.uniform(0.02, 0.1) * width)))
    if draw.rand() < 0.4:
        shine, at = seen.copy(), centre + draw.uniform(-0.4, 0.4, 2) * width
        cv2.ellipse(shine, tuple(int(v) for v in at), tuple(int(v) + 1 for v in draw.uniform(0.03, 0.3, 2) * width), draw.uniform(0, 180), 0, 360, (250, 250, 250), -1)
        seen = cv2.addWeighted(seen, 0.5, cv2.GaussianBlur(shine, (0, 0), 0.05 * width), 0.5, 0)
    return seen


def cut(picture, eye, draw):
    """The window around an eye whose corners are seen a little beside their places."""
    width = np.linalg.norm(eye[4] - eye[0])
    lean = np.arctan2(*(eye[4] - eye[0])[::-1]) + draw.normal() * 0.07
    scale = width / EYE * np.exp(draw.normal() * 0.07)
    turn = scale * np.array([[np.cos(lean), -np.sin(lean)], [np.sin(lean), np.cos(lean)]])
    centre = (eye[0] + eye[4]) / 2 + draw.normal(size=2) * 0.06 * width
    if scale > 1:
        picture = cv2.GaussianBlur(picture, (0, 0), 0.4 * scale)
    back = np.c_[turn, centre - turn @ [(WIDTH - 1) / 2, (HEIGHT - 1) / 2]]
    return cv2.warpAffine(picture, back, (WIDTH, HEIGHT), flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP, borderMode=cv2.BORDER_REPLICATE)


def gradients(windows):
    """[N, 144] as EyeWitness measures them."""
    luma = windows.astype(np.float32) @ np.float32([0.114, 0.587, 0.299])
    across, down = np.zeros_like(luma), np.zeros_like(luma)
    across[:, :, 1:-1], down[:, 1:-1] = luma[:, :, 2:] - luma[:, :, :-2], luma[:, 2:] - luma[:, :-2]
    size, way = np.hypot(across, down), np.arctan2(down, across) % (2 * np.pi) / (2 * np.pi) * WAYS
    first = np.floor(way).astype(int)
    past = way - first
    parts = [size * ((first % WAYS == w) * (1 - past) + ((first + 1) % WAYS == w) * past) for w in range(WAYS)]
    cells = np.stack([p.reshape(len(p), HEIGHT // CELL, CELL, WIDTH // CELL, CELL).sum((2, 4)) for p in parts], -1).reshape(len(luma), -1)
    return np.sqrt(cells / (np.linalg.norm(cells, axis=1, keepdims=True) + 50))


def learn(x, y, decay=1e-3):
    """Logistic regression by Newton's steps on standardised columns; weights and bias for the columns as they are."""
    mean, spread = x.mean(0), x.std(0) + 1e-9
    z, held = np.c_[(x - mean) / spread, np.ones(len(x))], decay * len(x) * np.r_[np.ones(x.shape[1]), 0]
    w = np.zeros(z.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-z @ w))
        w -= np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + np.diag(held + 1e-6), z.T @ (p - y) + held * w)
    return w[:-1] / spread, w[-1] - (w[:-1] / spread * mean).sum()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("lines", nargs="+")
    parser.add_argument("--images", required=True, type=Path)
    parser.add_argument("--faces", type=int, default=3000, help="of each file of lines")
    parser.add_argument("--show", metavar="PNG", help="the first 400 windows learnt from, to be looked at")
    options = parser.parse_args()
    draw = np.random.RandomState(1)
    files = sorted(str(p.relative_to(options.images)) for p in options.images.rglob("*.jpg"))
    tested = set(files[:: max(1, len(files) // TESTED)][:TESTED])
    windows, opens = [], []
    for name in options.lines:
        faces = [json.loads(line) for line in open(name, encoding="utf-8")]
        faces = [f for f in faces if f["file"] < "N" and f["file"] not in tested]  # people A..M, as for the students
        draw.shuffle(faces)
        for face in faces[: options.faces]:
            picture = cv2.imread(str(options.images / face["file"]))
            for mirrored, eye in enumerate(np.array(face[side]) for side in ("left", "right")):
                width = np.linalg.norm(eye[4] - eye[0])
                ratio = np.mean([np.linalg.norm(eye[i] - eye[8 - i]) for i in (1, 2, 3)]) / max(width, 1)
                if width < SMALLEST or ratio < SURELY_OPEN:
                    continue
                samples = [(1, picture), (0, shut(picture, eye, draw))]
                if draw.rand() < 0.15:
                    samples = [(is_open, glasses(seen, eye, draw, dark=False)) for is_open, seen in samples]
                if draw.rand() < 0.1:
                    samples.append((1, glasses(picture, eye, draw, dark=True)))
                for is_open, seen in samples:
                    window = cut(worsen(seen, draw), eye, draw)
                    windows.append(window[:, ::-1] if mirrored else window)
                    opens.append(is_open)
    if options.show:
        cv2.imwrite(options.show, np.vstack([np.hstack(windows[i : i + 20]) for i in range(0, 400, 20)]))
    x, y = gradients(np.array(windows)), np.array(opens, float)
    weights, bias = learn(x, y)
    right = ((x @ weights + bias > 0) == (y > 0)).mean()
    print(f"// {len(y)} eyes, {right:.3f} of them told right; bias {bias:.2f}")
    for row in weights.reshape(-1, WIDTH // CELL * WAYS):
        for cell in row.reshape(-1, WAYS):
            print("        " + " ".join(f"{w:.2f}," for w in cell))


if __name__ == "__main__":
    main()
