"""What light, lens and film do to a picture, on bytes (BGR): for the detector. Nothing here moves a pixel far."""
import cv2
import numpy as np


def disturbed(random, picture, grain):
    """Another light, colour, sharpness and grain. On bytes: as float tensors it would cost more than the learning."""
    for chance, change in ((0.12, party), (0.1, night), (0.05, sparks), (0.03, veil)):
        if random.random() < chance:
            picture = change(random, picture)
    picture = exposed(random, picture)
    side = picture.shape[0]
    if random.random() < 0.1:
        picture = film(random, picture)
    if random.random() < 0.15:  # out of focus, or enlarged too far
        less = int(random.integers(side // 3, side * 3 // 4))
        picture = cv2.resize(cv2.resize(picture, (less, less), interpolation=cv2.INTER_AREA), (side, side))
    if random.random() < 0.08:
        picture = smeared(random, picture)
    if random.random() < 0.4:
        x, y = random.integers(0, grain.shape[0] - side, 2)
        picture = cv2.add(picture, grain[y:y + side, x:x + side] * np.float32(random.uniform(0, 10)), dtype=cv2.CV_8U)
    if random.random() < 0.15:
        quality = [cv2.IMWRITE_JPEG_QUALITY, int(random.integers(15, 60))]
        picture = cv2.imdecode(cv2.imencode(".jpg", picture, quality)[1], cv2.IMREAD_COLOR)
    return picture


def exposed(random, picture):
    gain = np.exp(random.normal(0, 0.17) + random.normal(0, 0.06, 3)) * (random.uniform(0.2, 0.6) if random.random() < 0.08 else 1)
    table = 255 * (np.arange(256)[:, None] / 255) ** np.exp(random.normal(0, 0.2)) * gain
    return cv2.LUT(picture, np.clip(table, 0, 255).astype(np.uint8)[None])


def ramp(random, side):
    """0..1 across the picture in a random direction."""
    angle, axis = random.uniform(0, 2 * np.pi), np.linspace(-1, 1, side, dtype=np.float32)
    return np.clip((np.cos(angle) * axis + np.sin(angle) * axis[:, None] + 1) / 2, 0, 1)[:, :, None]


def party(random, picture):
    """Lamps of two colours from two sides."""
    one, other = (random.uniform(0.3, 1.3, 3).astype(np.float32) for _ in range(2))
    share = ramp(random, picture.shape[0])
    return np.clip(picture * (one * share + other * (1 - share)), 0, 255).astype(np.uint8)


def night(random, picture):
    """Too little light, made brighter again by the camera: grain and crushed shadows."""
    gain = random.uniform(0.06, 0.35)
    taken = np.clip(picture * gain + random.normal(0, random.uniform(0.5, 4), picture.shape), 0, 255).astype(np.uint8)
    return np.clip(taken * (random.uniform(0.3, 1) / gain), 0, 255).astype(np.uint8)


def sparks(random, picture):
    """Sparklers, fairy lights, confetti: points and short strokes of light with a glow."""
    light, side = np.zeros_like(picture), picture.shape[0]
    centre = random.uniform(0, side, 2)
    for _ in range(int(random.integers(10, 120))):
        at = centre + random.normal(0, side * random.uniform(0.05, 0.3), 2)
        to = at + random.normal(0, 3, 2)
        cv2.line(light, at.astype(int).tolist(), to.astype(int).tolist(), (180, 230, 255), 1, cv2.LINE_AA)
    glow = cv2.GaussianBlur(light, (0, 0), float(random.uniform(2, 8)))
    return cv2.add(cv2.add(picture, light), cv2.convertScaleAbs(glow, alpha=float(random.uniform(1, 4))))


def veil(random, picture):
    """Thin cloth, smoke or a dirty window before everything."""
    side = picture.shape[0]
    folds = cv2.resize(random.uniform(0, 1, (6, 6)).astype(np.float32), (side, side), interpolation=cv2.INTER_CUBIC)
    thick = (np.clip(folds, 0, 1) * random.uniform(0.2, 0.6))[:, :, None]
    return (picture * (1 - thick) + random.uniform(170, 255) * thick).astype(np.uint8)


def film(random, picture):
    """Black-and-white, some of it brown."""
    grey = cv2.cvtColor(cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)
    return cv2.LUT(grey, np.clip(np.arange(256)[:, None] * np.array([0.85, 1, 1.1]), 0, 255).astype(np.uint8)[None]) if random.random() < 0.3 else grey


def smeared(random, picture):
    """Moved while the shutter was open."""
    length, kernel = int(random.integers(3, 12)), np.zeros((15, 15), np.float32)
    angle = random.uniform(0, np.pi)
    reach = np.array([np.cos(angle), np.sin(angle)]) * length / 2
    cv2.line(kernel, (7 - reach).round().astype(int).tolist(), (7 + reach).round().astype(int).tolist(), 1.0)
    return cv2.filter2D(picture, -1, kernel / kernel.sum())
