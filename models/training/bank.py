"""A ring of pictures and a teacher's answers to them."""
import numpy as np
import torch


class Bank:
    """`grow` draws new pictures and asks the teacher; `batch` gives some of the latest. On disk, so that a resumed run
    starts with a full ring. The teacher is slow: every answer is used a few times before it is overwritten."""

    def __init__(self, path, size, width, draw, answer, device="cpu", side=112):
        self.size, self.draw, self.answer, self.device = size, draw, answer, device
        self.filled = self.next = 0
        self.pictures = self._file(path.with_suffix(".pictures"), np.uint8, (size, 3, side, side))
        self.vectors = self._file(path.with_suffix(".vectors"), np.float16, (size, width))

    @staticmethod
    def _file(path, kind, shape):
        bytes_needed = int(np.prod(shape)) * np.dtype(kind).itemsize
        mode = "r+" if path.exists() and path.stat().st_size == bytes_needed else "w+"
        return np.memmap(path, kind, mode, shape=shape)

    def state_dict(self):
        return {"size": self.size, "filled": self.filled, "next": self.next}

    def load_state_dict(self, state):
        # Pictures and answers are written side by side, so a ring a little ahead of its checkpoint is still right;
        # one that was deleted (all zero) starts again.
        if state["size"] == self.size and self.vectors[:state["filled"]].any():
            self.filled, self.next = state["filled"], state["next"]

    def grow(self, n):
        drawn, *known = self.draw(n)  # known: what the draw already knows of each picture, e.g. its label
        x = (drawn * 255).round().to(torch.uint8)
        # Small batches on a CPU: the teacher's wide maps stay in the processor's cache.
        part = 16 if self.device == "cpu" else n
        answers = torch.cat([self.answer(y.float() / 255) for y in x.split(part)])
        answers = torch.cat([answers] + [k[:, None].to(answers) for k in known], 1)
        places = (self.next + np.arange(n)) % self.size
        self.pictures[places], self.vectors[places] = x.cpu().numpy(), answers.cpu().numpy()
        self.next, self.filled = (self.next + n) % self.size, min(self.size, self.filled + n)

    def batch(self, n):
        places = np.random.randint(0, self.filled, n)
        x = torch.from_numpy(self.pictures[places]).to(self.device).float() / 255
        return x, torch.from_numpy(self.vectors[places].astype(np.float32)).to(self.device)

    def fill(self, most, batch):
        while self.filled < min(most, self.size):
            self.grow(batch)
