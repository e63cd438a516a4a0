#!/usr/bin/env python3
"""Learns to tell dark glasses by how dark a face is around the eyes, and prints the numbers of DarkGlasses.cs.

    python3 glasses.py [--work DIR]     needs faces.zip and held_out.zip of prepare.py

glasses.csv names the pictures of LFW A..M with dark glasses (1), found by eye among the 470 darkest around the eyes, and those where
nobody can tell (?), which are left out; everybody else wears none. Twenty rounds on parts left out say how well it tells them.
"""
import argparse
import csv

import numpy as np
import torch

from faces import read_pack, align
from paths import HERE, add_work_argument

# As in DarkGlasses.cs: the band of the aligned face around the eyes, in cells, and where its bare skin is.
LEFT, TOP, RIGHT, BOTTOM, WIDE, HIGH = 20, 36, 92, 76, 12, 8
SKIN = ((28, 66, 42, 84), (70, 66, 84, 84), (52, 62, 60, 75))  # both cheeks and the bridge of the nose
BRIGHTEST, DARKEST_SKIN, SHRUNK = 1.5, 16, 0.3


def cells(face):
    """BGR face on the template -> [15] brightness relative to the skin, both sides of the face averaged, five rows of three from the temple inwards."""
    luma = face @ np.array([0.114, 0.587, 0.299])
    skin = max(np.median(np.concatenate([luma[t:b, l:r].ravel() for l, t, r, b in SKIN])), DARKEST_SKIN)
    band = np.minimum(luma[TOP:BOTTOM, LEFT:RIGHT] / skin, BRIGHTEST)
    band = band.reshape((BOTTOM - TOP) // HIGH, HIGH, (RIGHT - LEFT) // WIDE, WIDE).mean((1, 3))
    return ((band + band[:, ::-1]) / 2)[:, :band.shape[1] // 2].ravel()


def learn(x, y):
    """Logistic regression; the few who wear glasses count four times."""
    x, y = torch.tensor(x), torch.tensor(y)
    w, b = torch.zeros(x.shape[1], dtype=torch.float64, requires_grad=True), torch.zeros(1, dtype=torch.float64, requires_grad=True)
    optimiser = torch.optim.LBFGS([w, b], max_iter=600, line_search_fn="strong_wolfe")

    def loss():
        optimiser.zero_grad()
        value = torch.nn.functional.binary_cross_entropy_with_logits(x @ w + b, y, weight=1 + 3 * y, reduction="sum") + SHRUNK * (w * w).sum()
        value.backward()
        return value
    optimiser.step(loss)
    return w.detach().numpy(), float(b)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_work_argument(parser)
    work = parser.parse_args().work
    with open(HERE / "glasses.csv") as lines:
        told = {row["picture"]: row["glasses"] for row in csv.DictReader(lines)}
    faces = [(face["name"], cells(align(picture, face["points"]).astype(float))) for face, picture in read_pack(work / "faces.zip")
             if told.get(face["name"]) != "?"]
    x, y = np.array([c for _, c in faces]), np.array([float(told.get(name) == "1") for name, _ in faces])
    part, odds = np.random.default_rng(0).integers(0, 20, len(x)), np.zeros(len(x))
    for k in range(20):
        w, b = learn(x[part != k], y[part != k])
        odds[part == k] = x[part == k] @ w + b
    for least in (-2, -1.5, -1, -0.5, 0):
        print(f"log odds above {least}: {(odds[y == 1] > least).mean():.3f} of {int(y.sum())} with dark glasses, {(odds[y == 0] > least).sum()} of {int((y == 0).sum())} without")
    w, b = learn(x, y)
    print(f"bias {b:.2f}\n" + "\n".join(", ".join(f"{v:.2f}" for v in row) + "," for row in w.reshape(5, 3)))


if __name__ == "__main__":
    main()
