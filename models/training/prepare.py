"""Packs what training reads: python3 prepare.py [--work DIR]

faces.zip     LFW pictures of people A..M (central 160 x 160) with the middle face's box and five points
held_out.zip  the same of people N..Z, only to measure
groups.zip    friends' group photos and dlib_faces' training.xml pictures, for the detector
drawn.zip     faces of drawn weddings (their photos: `demo --out WORK/drawn-101 --seed 101 --people 48`, and 102)
scenes.zip    some of those photos whole, for the detector
All pictures are re-compressed JPEG; together at most 64 MiB, so that they travel to a borrowed GPU.
"""
import argparse
import json
import zipfile

import cv2
import numpy as np

from faces import RetinaFace, hash_of
from paths import DATA, add_work_argument

LIMIT_BYTES = 64 * 2 ** 20
# What fits into the limit: only background is lost.
CUT = 10  # pixels off every side of an LFW picture
QUALITY = 68
DRAWN_FACES, DRAWN_SCENES = 1200, 40


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


def read_photo(file):
    """At most 1280 pixels long."""
    picture = cv2.imread(str(file))
    scale = min(1, 1280 / max(picture.shape[:2]))
    return cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else picture


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
    print(f"{path.stem}: {len(index)} faces, {path.stat().st_size / 2 ** 20:.1f} MiB", flush=True)


def pack_groups(path):
    dlib = (DATA / "dlib_faces/training.xml").read_text(encoding="latin-1")
    files = sorted((DATA / "friends/photos").iterdir())
    files += [f for f in sorted((DATA / "dlib_faces").glob("*.jpg")) if f"'{f.name}'" in dlib]
    with zipfile.ZipFile(path, "w") as pack:
        for i, file in enumerate(files):
            pack.writestr(f"group_{i:03}.jpg", jpeg(read_photo(file)))
    print(f"{path.stem}: {len(files)} photos, {path.stat().st_size / 2 ** 20:.1f} MiB", flush=True)


def drawn_photos(work):
    """Every photo of every drawn wedding, in an order that mixes moments and weddings."""
    yield from map(read_photo, sorted(work.glob("drawn-*/photos/*.jpg"), key=lambda f: hash_of(f.name + f.parts[-3])))


def pack_drawn(faces_path, scenes_path, work):
    detector, index, side = RetinaFace(), [], 160
    with zipfile.ZipFile(faces_path, "w") as faces, zipfile.ZipFile(scenes_path, "w") as scenes:
        for i, photo in enumerate(drawn_photos(work)):
            if i < DRAWN_SCENES:
                scenes.writestr(f"scene_{i:03}.jpg", jpeg(photo))
                continue
            if len(index) == DRAWN_FACES:
                break
            boxes, _, points = detector.find(photo)
            for box, five in list(zip(boxes, points))[:DRAWN_FACES - len(index)]:
                if (box[2:] - box[:2]).max() < 48:
                    continue
                # As much round the face as in an LFW picture.
                scale = min(1.0, 90 / (box[2:] - box[:2]).max())
                matrix = np.array([[scale, 0, side / 2], [0, scale, side / 2]])
                matrix[:, 2] -= scale * (box[:2] + box[2:]) / 2
                cut = cv2.warpAffine(photo, matrix, (side, side), flags=cv2.INTER_AREA, borderMode=cv2.BORDER_REPLICATE)
                move = lambda p: np.round(p * scale + matrix[:, 2], 2)
                name = f"drawn_{len(index):04}.jpg"
                faces.writestr(name, jpeg(cut))
                index.append({"name": name, "person": "drawn", "box": move(box.reshape(2, 2)).ravel().tolist(), "points": move(five).tolist()})
        faces.writestr("index.json", json.dumps(index))
    for path, count in ((faces_path, len(index)), (scenes_path, DRAWN_SCENES)):
        print(f"{path.stem}: {count} pictures, {path.stat().st_size / 2 ** 20:.1f} MiB", flush=True)


def unless_there(paths, write):
    """Packs that are there are kept; one whose writing was cut off is not there."""
    if all(path.exists() for path in paths):
        return
    parts = [path.with_suffix(".part") for path in paths]
    write(*parts)
    for part, path in zip(parts, paths):
        part.replace(path)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_work_argument(parser)
    work = parser.parse_args().work
    work.mkdir(parents=True, exist_ok=True)
    faces, held_out, groups, drawn, scenes = packs = [work / f"{name}.zip" for name in ("faces", "held_out", "groups", "drawn", "scenes")]
    unless_there([faces], lambda path: pack_lfw(path, "A", "M"))
    unless_there([held_out], lambda path: pack_lfw(path, "N", "Z"))
    unless_there([groups], pack_groups)
    unless_there([drawn, scenes], lambda *paths: pack_drawn(*paths, work))
    total = sum(p.stat().st_size for p in packs)
    if total > LIMIT_BYTES:
        raise SystemExit(f"The packs take {total / 2 ** 20:.1f} MiB, more than 64: lower the JPEG quality in prepare.py.")


if __name__ == "__main__":
    import torch
    torch.set_num_threads(1)
    main()
