"""Trains the expression: python3 expression.py [--pictures N] [--work DIR]

The student imitates faceapi_expression (MIT) on LFW A..M and learns "happy" from the people's labels as well, where
smile_labels.csv has one. The crop is the square round the 98 landmarks, enlarged by 20 %: the app has those points.
"""
import argparse
import csv

import numpy as np
import torch
import torch.nn.functional as F

import augment
import landmarks
from bank import Bank
from faces import read_square_crops, square_crop
from loop import Loop, arguments, bf16
from networks import Expression
from onnx_in_torch import OnnxModel
from paths import DATA, TEACHERS

HAPPY = 1


class Teacher:
    def __init__(self, device="cpu"):
        self.model = OnnxModel(TEACHERS / "faceapi_expression.onnx", device)

    def answer(self, x):
        return self.model.run((x * 255).contiguous(memory_format=torch.channels_last))["probabilities"]


def smile_labels():
    with open(DATA / "lfw/smile_labels.csv") as file:
        return {row["file"].rsplit("/", 1)[1]: int(row["smile"]) for row in csv.DictReader(file)}


class PointsBox:
    """The box of the 98 landmarks of a face, width and height enlarged by a fifth."""

    def __init__(self):
        self.teacher = landmarks.Teacher()

    def __call__(self, face, picture):
        crop, (x0, y0, side) = square_crop(picture, face["box"], 112)
        x = torch.from_numpy(np.ascontiguousarray(crop[:, :, ::-1].transpose(2, 0, 1)))[None].float() / 255
        points = self.teacher.answer(x).numpy().reshape(98, 2) * side + [x0, y0]
        low, high = points.min(0), points.max(0)
        return [*(low - (high - low) * 0.1), *(high + (high - low) * 0.1)]


def read_crops(work, name):
    """Crops with margin, uint8 RGB [N, 3, 160, 160], and labels: 1 smile, 0 none, -1 not labelled."""
    kept = work / f"{name}.expression.npz"
    if not kept.exists():
        labels = smile_labels()
        faces, crops = zip(*read_square_crops(work / f"{name}.zip", PointsBox()))
        np.savez(kept, crops=np.stack(crops), labels=np.array([labels.get(f["name"], -1) for f in faces], np.float32))
    data = np.load(kept)
    return torch.from_numpy(data["crops"]), torch.from_numpy(data["labels"])


def draw(crops, labels, n, device):
    chosen = torch.randint(len(crops), (n,))
    x, _ = augment.sample(crops[chosen].to(device).float() / 255, 112, turn=0.12, scale=0.08, shift=4, bend=1.5)
    return [augment.noise(augment.light(augment.small(x, 28, 0.2))), labels[chosen]]


def loss_of(logits, target):
    """Divergence from the teacher's probabilities; where a person labelled the picture, that counts too."""
    teacher, label = target[:, :7].clamp(1e-4, 1), target[:, 7]
    imitation = F.kl_div(torch.log_softmax(logits, 1), teacher, reduction="batchmean")
    happy = logits[:, HAPPY] - torch.logsumexp(torch.cat([logits[:, :HAPPY], logits[:, HAPPY + 1:]], 1), 1)
    known = (label >= 0).float()
    labelled = F.binary_cross_entropy_with_logits(happy, label.clamp(0.05, 0.95), weight=known, reduction="sum")
    return imitation + labelled / known.sum().clamp(min=1)


def auc(scores, labels):
    """Chance that a smiling face scores higher than another (ties count half)."""
    positives, negatives = np.sort(scores[labels == 1]), scores[labels == 0]
    above = len(positives) - np.searchsorted(positives, negatives, "right")
    ties = np.searchsorted(positives, negatives, "right") - np.searchsorted(positives, negatives, "left")
    return float((above + ties / 2).mean() / len(positives))


class HeldOut:
    def __init__(self, work, teacher, device):
        crops, labels = read_crops(work, "held_out")
        self.pictures, self.labels, self.device = crops[:, :, 24:-24, 24:-24].contiguous(), labels.numpy(), device
        self.teacher = self._run(teacher.answer)
        print(f"teacher: smile AUC {auc(self.teacher[:, HAPPY], self.labels):.4f} on {(self.labels >= 0).sum()} pictures", flush=True)

    @torch.no_grad()
    def _run(self, run):
        return torch.cat([run(x.to(self.device).float() / 255).float().cpu() for x in self.pictures.split(64)]).numpy()

    def evaluate(self, net):
        happy = self._run(lambda x: torch.softmax(net(x), 1))[:, HAPPY]
        return {"smile_auc": auc(happy, self.labels), "teacher_auc": auc(self.teacher[:, HAPPY], self.labels),
                "happy_r": float(np.corrcoef(happy, self.teacher[:, HAPPY])[0, 1])}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bank", type=int, default=16384)
    parser.add_argument("--reuse", type=int, default=4)
    args = arguments(parser, "expression", pictures=600_000)
    teacher = Teacher(args.device)
    held_out = HeldOut(args.work, teacher, args.device)
    crops, labels = landmarks.both(*(read_crops(args.work, name) for name in ("faces", "drawn")))
    bank = Bank(args.work / "expression", args.bank, 8, lambda n: draw(crops, labels, n, args.device), teacher.answer, args.device)
    net = Expression().to(args.device)
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
