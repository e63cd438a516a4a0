"""Aligned faces for the embedder: python3 gather.py [--work DIR]

WORK/faces/<set>.<part>.canvases.npy    every face of at least 40 pixels in the sets of pictures.py, uint8 RGB [N, 3, 144, 144]
WORK/faces/<set>.0.people.json          who each one is, where the set says so (the measured sets)
No labels are needed: the embedder's teacher answers for whatever a face looks like. A part that is there is kept.
"""
import argparse
import json

import cv2
import numpy as np
import torch

import pictures
from faces import RetinaFace, align
from loop import keep_memory
from paths import add_work_argument
from prepare import read_photo

MARGIN = 16  # pixels kept round the aligned face, so that a turned or shifted one has no invented border
SMALLEST = 40  # pixels; smaller faces are made from larger ones
FAMILIES, AGES = 4000, 2000  # pictures of the measured sets
PART = 2000  # pictures; what a stopped run loses at most


def family_of(file):
    """(family, member) of .../F0088/MID4/P00912_face9.jpg"""
    return int(file.parts[-3][1:]), file.parts[-2]


def measured_files(work, source):
    """Odd families only; of both sets a part without pattern."""
    files = sorted(pictures.files_of(work, source), key=lambda f: pictures.place(f.name))
    if "kinship" in source.repository:
        return [f for f in files if family_of(f)[0] % 2 and "MID" in f.parts[-2]][:FAMILIES]
    return files[:AGES]


def person_of(source, file):
    """Families: `family/member`. Ages: the file's name, which gives age, gender and group. Others: nobody."""
    if "kinship" in source.repository:
        family, member = family_of(file)
        return f"{family}/{member}"
    return file.name if source.use == "measured" else None


def faces_in(detector, source, file, only_largest=False):
    photo = read_photo(file)
    border = int(source.border * max(photo.shape[:2]))
    if border:  # the detector was taught faces with something round them
        photo = cv2.copyMakeBorder(photo, *[border] * 4, cv2.BORDER_REPLICATE)
    boxes, _, points = detector.find(photo)
    large = [i for i, b in enumerate(boxes) if max(b[2] - b[0], b[3] - b[1]) >= SMALLEST]
    if large and (only_largest or source.use == "measured"):  # one person per picture
        large = [max(large, key=lambda i: np.prod(boxes[i][2:] - boxes[i][:2]))]
    for i in large:
        yield np.ascontiguousarray(align(photo, points[i], MARGIN)[:, :, ::-1].transpose(2, 0, 1))


def gather(work, source, detector):
    name, measured = source.repository.replace("/", "+"), source.use == "measured"
    files = measured_files(work, source) if measured else [f for f in pictures.files_of(work, source) if not pictures.held_out(f)]
    size = len(files) if measured else PART
    for part, start in enumerate(range(0, len(files), size)):
        path = work / "faces" / f"{name}.{part}.canvases.npy"
        if not path.exists():
            gather_part(path, source, files[start:start + size], detector)


def gather_part(path, source, files, detector):
    found = [(canvas, person_of(source, file)) for file in files for canvas in faces_in(detector, source, file)]
    path.parent.mkdir(exist_ok=True)
    if source.use == "measured":
        path.with_name(path.name.replace(".canvases.npy", ".people.json")).write_text(json.dumps([person for _, person in found]))
    unfinished = path.with_suffix(".part")
    with open(unfinished, "wb") as out:
        np.save(out, np.array([canvas for canvas, _ in found]))
    unfinished.replace(path)
    print(f"{path.name}: {len(found)} faces in {len(files)} pictures", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_work_argument(parser)
    work = parser.parse_args().work
    detector = RetinaFace()
    for use in ("faces", "measured", "scenes"):  # the quick ones first
        for source in pictures.SOURCES:
            if source.use == use:
                gather(work, source, detector)


if __name__ == "__main__":
    torch.set_num_threads(1)
    keep_memory()
    main()
