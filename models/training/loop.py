"""What every training shares: seed, checkpoints, learning rate, average of weights, curve."""
import copy
import csv
import ctypes
import math
import os
import random
import signal
import time

import numpy as np
import torch

from paths import add_work_argument

CHECKPOINT_SECONDS = 180


def arguments(parser, name, pictures, batch=64, rate=2e-3):
    add_work_argument(parser)
    parser.add_argument("--pictures", type=int, default=pictures, help="planned total; the learning rate ends there")
    parser.add_argument("--minutes", type=float, default=math.inf, help="stop this run (not the plan) after so long on the processor")
    parser.add_argument("--evaluate-minutes", type=float, default=15)
    parser.add_argument("--batch", type=int, default=batch)
    parser.add_argument("--rate", type=float, default=rate, help="highest learning rate (AdamW)")
    parser.add_argument("--hold", type=float, default=0.5, help="share of the plan at the highest rate, before the cosine")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--name", default=name, help="names the checkpoint and the curve")
    args = parser.parse_args()
    args.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(args.threads)
    keep_memory()
    return args


def keep_memory():
    """glibc gives large blocks back to the kernel after every operation; asking for them again costs more time than
    the operation itself. 1.5 to 2 times the speed for the teacher on a CPU."""
    try:
        libc = ctypes.CDLL("libc.so.6")
        libc.mallopt(-4, 0)  # M_MMAP_MAX: no blocks of their own
        libc.mallopt(-1, 2 ** 31 - 1)  # M_TRIM_THRESHOLD: keep what was freed
    except (OSError, AttributeError):
        pass  # another C library: only slower


def bf16(device):
    """Mixed precision: 2.2 times the pictures per second on a CPU with AVX512-BF16, more on a GPU."""
    return torch.autocast(torch.device(device).type, dtype=torch.bfloat16)


class Average:
    """Running average of weights over the last 5 % of the steps: as good as a lower learning rate at any moment."""

    def __init__(self, net):
        self.net = copy.deepcopy(net).eval()

    @torch.no_grad()
    def update(self, net, step, every):
        keep = 1 - min(1, every / max(50, 0.05 * step))
        for mine, theirs in zip(self.net.state_dict().values(), net.state_dict().values()):
            if mine.is_floating_point():
                mine.lerp_(theirs.to(mine.dtype), 1 - keep)
            else:
                mine.copy_(theirs)


class Loop:
    """`for _ in loop:` runs steps until the plan, the minutes or a SIGTERM ends it; the same command goes on later."""
    AVERAGE_EVERY = 4

    def __init__(self, args, net, extra_state=None):
        self.args, self.net = args, net
        self.step = self.seen = 0
        self.seconds = 0.0
        self.average = Average(net)
        decayed = [p for p in net.parameters() if p.dim() > 1]
        plain = [p for p in net.parameters() if p.dim() <= 1]
        groups = [{"params": decayed, "weight_decay": 0.02}, {"params": plain, "weight_decay": 0.0}]
        self.optimiser = torch.optim.AdamW(groups, lr=args.rate, foreach=True)
        self.extra = extra_state or {}  # objects with state_dict / load_state_dict, e.g. a bank of answers
        self.path = args.work / f"{args.name}.checkpoint"
        self.curve = args.work / f"{args.name}.csv"
        self.losses, self._stop = [], False
        if self.path.exists():
            self._load()
        # A resumed run must not repeat the random numbers of the run before it.
        seed = args.seed + self.step
        random.seed(seed), np.random.seed(seed % 2 ** 32), torch.manual_seed(seed)
        signal.signal(signal.SIGTERM, self._on_stop)
        signal.signal(signal.SIGINT, self._on_stop)

    def _on_stop(self, *_):
        self._stop = True

    def _load(self):
        state = torch.load(self.path, map_location=self.args.device)
        self.net.load_state_dict(state["net"])
        self.average.net.load_state_dict(state["average"])
        self.optimiser.load_state_dict(state["optimiser"])
        self.step, self.seen, self.seconds = state["step"], state["seen"], state["seconds"]
        for name, item in self.extra.items():
            item.load_state_dict(state["extra"][name])
        print(f"goes on from {self.path.name}: {self.seen} pictures, {self.seconds / 3600:.2f} h", flush=True)

    def save(self):
        state = {"net": self.net.state_dict(), "average": self.average.net.state_dict(), "step": self.step,
                 "optimiser": self.optimiser.state_dict(), "seen": self.seen, "seconds": self.seconds,
                 "extra": {name: item.state_dict() for name, item in self.extra.items()}}
        torch.save(state, self.path.with_suffix(".new"))
        os.replace(self.path.with_suffix(".new"), self.path)  # a run killed while writing keeps the old checkpoint

    def rate(self):
        done = self.seen / self.args.pictures
        tail = max(0.0, (done - self.args.hold) / (1 - self.args.hold))
        warm = min(1.0, (self.step + 1) / 300)
        return self.args.rate * warm * (0.01 + 0.99 * 0.5 * (1 + math.cos(math.pi * min(1.0, tail))))

    def __iter__(self):
        """Yields once per step; the caller computes a loss and calls `learn`. Evaluates through `self.evaluate`. Everything but
        checkpoints goes by the processor's time: beside other work the clock says little."""
        started = evaluated = last = time.process_time()
        saved = time.time()
        while self.seen < self.args.pictures and not self._stop and time.process_time() - started < 60 * self.args.minutes:
            yield self.step
            now = time.process_time()
            self.seconds, last = self.seconds + now - last, now
            due = now - evaluated > 60 * self.args.evaluate_minutes
            if due or time.time() - saved > CHECKPOINT_SECONDS:
                self.save()
                saved = time.time()
            if due:
                self.measure()
                last = evaluated = time.process_time()
        self.save()
        if not self._stop:
            self.measure()

    def learn(self, loss):
        for group in self.optimiser.param_groups:
            group["lr"] = self.rate()
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 5.0)
        self.optimiser.step()
        self.step += 1
        self.seen += self.args.batch
        if self.step % self.AVERAGE_EVERY == 0:
            self.average.update(self.net, self.step, self.AVERAGE_EVERY)
        if self.step % 20 == 0:  # reading the loss waits for a GPU
            self.losses.append(float(loss.detach()))
        if self.step % 200 == 0:
            print(f"{self.args.name} step {self.step} pictures {self.seen} loss {np.mean(self.losses[-10:]):.4f} "
                  f"{self.seen / max(1, self.seconds):.0f}/s rate {self.rate():.1e}", flush=True)

    def measure(self):
        """Appends one line to the curve: self.evaluate(net) gives {column: number} on the held-out pictures."""
        row = {"pictures": self.seen, "hours": round(self.seconds / 3600, 3), "loss": round(float(np.mean(self.losses or [0])), 4)}
        row.update({k: round(v, 4) for k, v in self.evaluate(self.average.net).items()})
        self.losses.clear()
        new = not self.curve.exists()
        with open(self.curve, "a", newline="") as file:
            writer = csv.DictWriter(file, list(row))
            if new:
                writer.writeheader()
            writer.writerow(row)
        print(self.args.name, row, flush=True)
