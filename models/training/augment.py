"""Batches of new pictures from old ones, as tensor operations, so that the same code runs on a CPU or a GPU.
Pictures are float [N, 3, H, W], RGB, 0..1. Every function draws its own random numbers."""
import cv2
import torch
import torch.nn.functional as F


def uniform(n, low, high, device, *shape):
    return torch.rand(n, *(shape or (1, 1, 1)), device=device) * (high - low) + low


def chance(n, p, device):
    return (torch.rand(n, 1, 1, 1, device=device) < p).float()


def smooth_noise(n, channels, cells, size, device):
    """Normal noise on a coarse grid, enlarged: [N, channels, size, size]."""
    noise = torch.randn(n, channels, cells, cells, device=device)
    return F.interpolate(noise, size=(size, size), mode="bicubic", align_corners=False)


def sample(canvas, size, turn=0.07, scale=0.05, shift=2.0, bend=0.0, flip=True, yaw=0.0):
    """The centre of a larger canvas, slightly turned (radians), scaled, shifted and bent (pixels): what another
    detector would have cut; bending also changes the shape of the face, so that it becomes somebody else's. `yaw` draws one
    half of some faces narrower than the other, as a turned head shows them. Also gives the grid, for `moved`."""
    n, device, side = len(canvas), canvas.device, canvas.shape[-1]
    angle, zoom = torch.randn(n, device=device) * turn, 1 + torch.randn(n, device=device) * scale
    mirror = 1 - 2 * (torch.rand(n, device=device) < 0.5).float() if flip else torch.ones(n, device=device)
    cos, sin = torch.cos(angle) * zoom * size / side, torch.sin(angle) * zoom * size / side
    move = torch.randn(n, 2, device=device) * shift * 2 / side
    matrix = torch.stack([torch.stack([cos * mirror, -sin, move[:, 0]], 1), torch.stack([sin * mirror, cos, move[:, 1]], 1)], 1)
    grid = F.affine_grid(matrix, [n, 3, size, size], align_corners=False)
    if yaw:
        across = grid[..., 0]
        grid = torch.stack([across + torch.randn(n, 1, 1, device=device) * yaw * (across ** 2 - 0.3), grid[..., 1]], 3)
    if bend:
        strength = (torch.rand(n, 1, 1, 1, device=device) - 0.4).clamp(min=0) / 0.6 * bend * 2 / side
        grid = grid + (smooth_noise(n, 2, 5, size, device) * strength).permute(0, 2, 3, 1)
    return F.grid_sample(canvas, grid, mode="bilinear", align_corners=False), grid


def moved(points, grid):
    """Where points [N, P, 2] of a canvas (-1..1) lie in its `sample` (0..1): the pixel that was taken from nearest to them."""
    n, size = len(grid), grid.shape[1]
    away = ((grid.reshape(n, 1, -1, 2) - points[:, :, None]) ** 2).sum(3).argmin(2)
    return (torch.stack([away % size, torch.div(away, size, rounding_mode="floor")], 2) + 0.5) / size


def blend(a, b):
    """Two aligned faces in one: an even mixture, or parts of one and parts of the other with soft borders."""
    n, device = len(a), a.device
    even = uniform(n, 0.3, 0.7, device)
    parts = torch.sigmoid(smooth_noise(n, 1, 4, a.shape[-1], device) * 6)
    mask = torch.where(chance(n, 0.4, device) > 0, even.expand_as(parts), parts)
    return a * mask + b * (1 - mask)


def light(x, strength=1.0):
    """Gain per colour, contrast, gamma; some grey, some dark pictures."""
    n, device = len(x), x.device
    gain = torch.exp(torch.randn(n, 1, 1, 1, device=device) * 0.17 * strength) * torch.exp(torch.randn(n, 3, 1, 1, device=device) * 0.06 * strength)
    gain = gain * torch.where(chance(n, 0.07 * strength, device) > 0, uniform(n, 0.2, 0.6, device), torch.ones(1, device=device))
    x = x.clamp(1e-3, 1) ** torch.exp(torch.randn(n, 1, 1, 1, device=device) * 0.2 * strength) * gain
    grey = x.mean(1, keepdim=True)
    x = torch.lerp(x, grey.expand_as(x), chance(n, 0.06 * strength, device))
    side = (torch.linspace(-1, 1, x.shape[-1], device=device) * torch.randn(n, 1, 1, 1, device=device) * 0.2 * strength)
    return (x * (1 + side)).clamp(0, 1)  # a lamp from one side


def noise(x, most=0.04):
    return (x + torch.randn_like(x) * uniform(len(x), 0, most, x.device) * chance(len(x), 0.5, x.device)).clamp(0, 1)


def small(x, least, share):
    """A share of the batch as if the face had been small in its photo, or out of focus: shrunk and enlarged again."""
    n = int(len(x) * share)
    if not n:
        return x
    side = int(torch.randint(least, x.shape[-1] * 3 // 4, (1,)))
    reduced = F.interpolate(x[:n], size=(side, side), mode="area")
    again = F.interpolate(reduced, size=x.shape[-2:], mode="bilinear", align_corners=False)
    return torch.cat([again, x[n:]])


def cover(x, p):
    """A plain rectangle over part of some faces: hands, glasses, bouquets."""
    n, device, side = len(x), x.device, x.shape[-1]
    centre, extent = uniform(n, 0, side, device, 2), uniform(n, 8, 40, device, 2) / 2
    axis = torch.arange(side, device=device).float()
    inside = ((axis - centre[:, :1]).abs() < extent[:, :1]).float()[:, None, None, :] * ((axis - centre[:, 1:]).abs() < extent[:, 1:]).float()[:, None, :, None]
    return torch.lerp(x, torch.rand(n, 3, 1, 1, device=device).expand_as(x), inside * chance(n, p, device))


def ramp(n, size, device):
    """0..1 across the picture in a random direction: [N, 1, size, size]."""
    angle, axis = torch.rand(n, 1, 1, 1, device=device) * 6.2832, torch.linspace(-1, 1, size, device=device)
    return (torch.cos(angle) * axis + torch.sin(angle) * axis[:, None] + 1).clamp(0, 2) / 2


def party(x, p):
    """Lamps of two colours from two sides: dance floors, candles, evening sun."""
    n, device = len(x), x.device
    lamps = [0.35 + torch.rand(n, 3, 1, 1, device=device) * 0.9 for _ in range(2)]
    return torch.lerp(x, (x * torch.lerp(*lamps, ramp(n, x.shape[-1], device))).clamp(0, 1), chance(n, p, device))


def night(x, p):
    """Too little light, made brighter again by the camera: grain and crushed shadows."""
    n, device = len(x), x.device
    gain = uniform(n, 0.06, 0.35, device)
    taken = (x * gain + torch.randn_like(x) * uniform(n, 0.002, 0.02, device)).clamp(0, 1)
    brightened = (taken / gain * uniform(n, 0.3, 1.0, device)).clamp(0, 1)
    return torch.lerp(x, brightened, chance(n, p, device))


def motion(x, share, longest=11):
    """A share of the batch smeared along a line."""
    n, device = int(len(x) * share), x.device
    if not n:
        return x
    length, angle = float(torch.rand(())) * (longest - 3) + 3, float(torch.rand(())) * 3.1416
    reach, steps = longest // 2, torch.linspace(-0.5, 0.5, 3 * longest, device=device) * length
    at = torch.stack([torch.sin(torch.tensor(angle)) * steps, torch.cos(torch.tensor(angle)) * steps]).round().long() + reach
    kernel = torch.zeros(longest, longest, device=device)
    kernel[at[0].clamp(0, longest - 1), at[1].clamp(0, longest - 1)] = 1
    kernel = (kernel / kernel.sum()).expand(3, 1, longest, longest)
    return torch.cat([F.conv2d(F.pad(x[:n], [reach] * 4, mode="replicate"), kernel, groups=3), x[n:]])


def sparks(x, p):
    """Points of light with a glow: sparklers, fairy lights, confetti."""
    n, device, side = len(x), x.device, x.shape[-1]
    points = (torch.rand(n, 1, side, side, device=device) < uniform(n, 0.0005, 0.004, device)).float()
    near, far = (F.avg_pool2d(F.avg_pool2d(points, k, 1, k // 2), k, 1, k // 2) * k * k for k in (3, 7))
    glow = near * 0.6 + far * 0.25
    colour = torch.tensor([1.0, 0.9, 0.7], device=device)[:, None, None] * chance(n, p, device)
    return (x + glow * colour).clamp(0, 1)


def veil(x, p):
    """Thin cloth before the face: paler, with folds and a mesh."""
    n, device, side = len(x), x.device, x.shape[-1]
    folds = torch.sigmoid(smooth_noise(n, 1, 6, side, device) * 2)
    axis = torch.arange(side, device=device) * 6.2832
    mesh = 0.5 + 0.5 * torch.sin(axis / uniform(n, 2.5, 8, device)) * torch.sin(axis[:, None] / uniform(n, 2.5, 8, device))
    thick = folds * (0.6 + 0.4 * mesh) * uniform(n, 0.15, 0.6, device) * chance(n, p, device)
    return torch.lerp(x, uniform(n, 0.7, 1.0, device).expand_as(x), thick)


def grey(x, p):
    """Black-and-white, some of it brown."""
    n, device = len(x), x.device
    tone = 1 + torch.tensor([0.08, 0.0, -0.12], device=device)[:, None, None] * chance(n, 0.3, device)
    return torch.lerp(x, (x.mean(1, keepdim=True) * tone).clamp(0, 1), chance(n, p, device))


def glasses(x, p):
    """Dark glass over the eyes of an aligned face."""
    n, device = len(x), x.device
    axis = torch.arange(112, device=device).float()
    lens = torch.zeros(n, 1, 112, 112, device=device)
    for eye in (38.3, 73.5):
        wide, high = uniform(n, 12, 18, device), uniform(n, 8, 15, device)
        centre_x, centre_y = eye + torch.randn(n, 1, 1, 1, device=device), 53 + torch.randn(n, 1, 1, 1, device=device) * 2
        apart = ((axis - centre_x) / wide).abs() ** 3 + ((axis[:, None] - centre_y) / high).abs() ** 3
        lens = torch.maximum(lens, torch.sigmoid((1 - apart) * 12))
    return torch.lerp(x, torch.rand(n, 3, 1, 1, device=device).expand_as(x) * 0.25, lens * uniform(n, 0.7, 1, device) * chance(n, p, device))


def compressed(x, share):
    """A share of the batch through a strong JPEG compression, as messengers send pictures."""
    n = int(len(x) * share)
    for i in range(n):
        pixels = (x[i] * 255).byte().permute(1, 2, 0).cpu().numpy()
        quality = [cv2.IMWRITE_JPEG_QUALITY, int(torch.randint(12, 60, ()))]
        again = cv2.imdecode(cv2.imencode(".jpg", pixels, quality)[1], cv2.IMREAD_COLOR)
        x[i] = torch.from_numpy(again).to(x.device).permute(2, 0, 1).float() / 255
    return x
