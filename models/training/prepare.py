"""Packs what training reads: python3 prepare.py [--work DIR]

faces.zip     LFW pictures of people A..M (central 160 x 160) with the middle face's box and five points
held_out.zip  the same of people N..Z, only to measure
groups.zip    friends' group photos and dlib_faces' training.xml pictures, for the detector and the landmarks
All pictures are re-compressed JPEG; together at most 64 MiB, so that they travel to a borrowed GPU.
"""
import argparse
import json
import zipfile

import cv2
import numpy as np

from faces import RetinaFace
from paths import DATA, add_work_argument

LIMIT_BYTES = 64 * 2 ** 20
# What fits into the limit: only background is lost.
CUT = 10  # pixels off every side of an LFW picture
QUALITY = 72


def central_face(found, picture):
    """LFW names the person in the middle: of the faces found, the one nearest to it."""
    boxes, scores, points = found
    if not len(boxes):
        return None
    middle = np.array([picture.shape[1], picture.shape[0]]) / 2
    i = np.argmin(np.linalg.norm((boxes[:, :2] + boxes[:, 2:]) / 2 - middle, axis=1))
    return boxes[i], points[i]


def jpeg(picture):
    return cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, QUALITY])[1].tobytes()


def lfw_pictures(first, last):
    for person in sorted((DATA / "lfw/images").iterdir()):
        if first <= person.name[0].upper() <= last:
            yield from ((person.name, p) for p in sorted(person.glob("*.jpg")))


def pack_lfw(path, first, last):
    detector, index = RetinaFace(), []
    with zipfile.ZipFile(path, "w") as pack:
        for person, file in lfw_pictures(first, last):
            picture = cv2.imread(str(file))
            face = central_face(detector.find(picture), picture)
            if face is None:
                continue
            box, points = face
            picture, box, points = picture[CUT:-CUT, CUT:-CUT], box - CUT, points - CUT
            name = f"{file.stem}.jpg"
            pack.writestr(name, jpeg(picture))
            index.append({"name": name, "person": person, "box": np.round(box, 2).tolist(), "points": np.round(points, 2).tolist()})
        pack.writestr("index.json", json.dumps(index))
    print(f"{path.name}: {len(index)} faces, {path.stat().st_size / 2 ** 20:.1f} MiB", flush=True)


def pack_groups(path):
    dlib = (DATA / "dlib_faces/training.xml").read_text(encoding="latin-1")
    files = sorted((DATA / "friends/photos").iterdir())
    files += [f for f in sorted((DATA / "dlib_faces").glob("*.jpg")) if f"'{f.name}'" in dlib]
    with zipfile.ZipFile(path, "w") as pack:
        for i, file in enumerate(files):
            picture = cv2.imread(str(file))
            scale = min(1, 1280 / max(picture.shape[:2]))
            picture = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else picture
            pack.writestr(f"group_{i:03}.jpg", jpeg(picture))
    print(f"{path.name}: {len(files)} photos, {path.stat().st_size / 2 ** 20:.1f} MiB", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_work_argument(parser)
    work = parser.parse_args().work
    work.mkdir(parents=True, exist_ok=True)
    packs = [work / name for name in ("faces.zip", "held_out.zip", "groups.zip")]
    pack_lfw(packs[0], "A", "M")
    pack_lfw(packs[1], "N", "Z")
    pack_groups(packs[2])
    total = sum(p.stat().st_size for p in packs)
    if total > LIMIT_BYTES:
        raise SystemExit(f"The packs take {total / 2 ** 20:.1f} MiB, more than 64: lower the JPEG quality in prepare.py.")


if __name__ == "__main__":
    import torch
    torch.set_num_threads(1)
    main()
