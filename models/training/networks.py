"""The students. Dense 3 x 3 convolutions throughout: on a CPU they train many times faster than depthwise ones."""
import torch
import torch.nn as nn
import torch.nn.functional as F


class Residual(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.conv1 = nn.Conv2d(width, width, 3, padding=1, bias=False)
        self.norm1 = nn.BatchNorm2d(width)
        self.conv2 = nn.Conv2d(width, width, 3, padding=1, bias=False)
        self.norm2 = nn.BatchNorm2d(width)

    def forward(self, x):
        return F.relu(x + self.norm2(self.conv2(F.relu(self.norm1(self.conv1(x))))))


def conv(inputs, outputs, stride=1):
    return nn.Sequential(nn.Conv2d(inputs, outputs, 3, stride, 1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU())


class Body(nn.Module):
    """[N, 3, H, W] -> [N, widths[-1], H/16, W/16]. Every 4 x 4 pixels become 48 channels first, so that no time goes
    into full-size maps; input 0..1, centred here so that the ONNX takes plain RGB / 255."""

    def __init__(self, widths, blocks):
        super().__init__()
        stages = [conv(48, widths[0])]
        for i, (width, count) in enumerate(zip(widths, blocks)):
            if i:
                stages.append(conv(widths[i - 1], width, stride=2))
            stages += [Residual(width) for _ in range(count)]
        self.stages = nn.Sequential(*stages)

    def forward(self, x):
        x = F.pixel_unshuffle((x - 0.5) * 4, 4)
        return self.stages(x.contiguous(memory_format=torch.channels_last))


class Embedder(nn.Module):
    """[N, 3, 112, 112] RGB 0..1 -> [N, 128], not normalised. 6.5 M weights, 0.5 G multiplications: one look takes less time
    than the two of the teacher, a face and its mirror image."""

    def __init__(self, widths=(64, 128, 256), blocks=(1, 3, 3)):
        super().__init__()
        self.widths, self.blocks = widths, blocks
        self.body = Body(widths, blocks)
        self.drop = nn.Dropout(0.1)
        self.head = nn.Linear(widths[-1] * 49, 128)

    def forward(self, x):
        return self.head(self.drop(self.body(x).flatten(1)))


class Landmarks(nn.Module):
    """[N, 3, 112, 112] RGB 0..1 -> [N, 206]: x, y of 98 points (WFLW order) and of the five points for alignment, 0..1 of
    the crop."""

    def __init__(self, widths=(32, 64, 128), blocks=(1, 1, 1)):
        super().__init__()
        self.body = Body(widths, blocks)
        self.narrow = conv(widths[-1], 32)  # the head would otherwise take more weights than the body
        self.head = nn.Linear(32 * 49, 206)

    def forward(self, x):
        return 0.5 + self.head(self.narrow(self.body(x)).flatten(1))


class Expression(nn.Module):
    """[N, 3, 112, 112] RGB 0..1 -> [N, 7] logits: neutral, happy, sad, angry, fearful, disgusted, surprised."""

    def __init__(self, widths=(24, 48, 96), blocks=(1, 1, 1)):
        super().__init__()
        self.body = Body(widths, blocks)
        self.narrow = conv(widths[-1], 16)
        self.drop = nn.Dropout(0.2)
        self.head = nn.Linear(16 * 49, 7)

    def forward(self, x):
        return self.head(self.drop(self.narrow(self.body(x)).flatten(1)))


class Detector(nn.Module):
    """[N, 3, H, W] RGB 0..1, H and W multiples of 32 -> for strides 8, 16, 32: [N, cells, 15] = face logit, box (centre
    shift and log size, in strides), five points (shift in strides); cells row by row from the top left corner."""
    STRIDES = (8, 16, 32)

    def __init__(self):
        super().__init__()
        self.stem = conv(48, 24)
        self.at8 = nn.Sequential(conv(24, 32, 2), Residual(32))
        self.at16 = nn.Sequential(conv(32, 64, 2), Residual(64), Residual(64))
        # Three blocks at the coarsest stride: a portrait's face is hundreds of pixels wide.
        self.at32 = nn.Sequential(conv(64, 64, 2), Residual(64), Residual(64), Residual(64))
        self.side8, self.side16, self.side32 = (nn.Conv2d(w, 32, 1) for w in (32, 64, 64))
        self.heads = nn.ModuleList([nn.Sequential(conv(32, 32), nn.Conv2d(32, 15, 1)) for _ in self.STRIDES])
        for head in self.heads:
            nn.init.constant_(head[-1].bias[:1], -4.0)  # almost every cell is background

    def forward(self, x):
        x = F.pixel_unshuffle((x - 0.5) * 4, 4)
        return self.maps(self.stem(x.contiguous(memory_format=torch.channels_last)))

    def maps(self, x):
        x8 = self.at8(x)
        x16 = self.at16(x8)
        top = self.side32(self.at32(x16))
        middle = self.side16(x16) + F.interpolate(top, scale_factor=2, mode="nearest")
        low = self.side8(x8) + F.interpolate(middle, scale_factor=2, mode="nearest")
        maps = [head(F.relu(m)) for head, m in zip(self.heads, (low, middle, top))]
        return [m.permute(0, 2, 3, 1).flatten(1, 2) for m in maps]
