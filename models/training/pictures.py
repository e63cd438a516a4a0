"""The public sets of pictures beyond LFW, what each may be used for, and which of their files nobody trains on.

    python3 pictures.py --mirrors DIR     lays them out under WORK/pictures, from git directories DIR/owner+name/repo
"""
import argparse
import hashlib
import subprocess
from dataclasses import dataclass
from pathlib import Path

from paths import add_work_argument

CHOSEN = 150  # held-out photos in which every face was boxed by eye: held_out_boxes.csv


@dataclass(frozen=True)
class Source:
    repository: str
    commit: str
    folder: str
    # scenes: photos of people, for detector and embedder; faces: portraits, for the embedder; background: photos without
    # people. Never trained on, for their terms allow research only: measured (whole), tested (its held-out photos).
    use: str
    border: float = 0.0  # a share of the longer side added all round, where pictures are cut close to the face


SOURCES = [
    Source("dicky1207/dashboard_stanford40", "57503389fa5b687353782d1c9331c55115eed8c8", "stanford40", "scenes"),
    Source("bearpaw/clothing-co-parsing", "fe34fb77721a9973fbae92c05f7f12b664d10110", "photos", "scenes"),
    Source("developer0hye/COCO128", "47a3de30aaf7ad1c02105bd80598fb03ac0d0789", "train2017", "scenes"),
    Source("VikramShenoy97/Human-Segmentation-Dataset", "fe4efc56003005a58b7d2449aa563a20e3861e24", "Training_Images", "scenes"),
    Source("quantumnaan/sic_translator", "d27da85cff2dbf143fcaf365aece667d66c4298f", "data/images", "tested"),  # from Flickr8k
    Source("vladmandic/human", "151df64d6143db8d0cf14df39e69be2f655f9f34", "samples/in", "scenes"),
    Source("chandrikadeb7/Face-Mask-Detection", "7e500749401bad4bb338790fbdb89b58e41ef2d9", "dataset/without_mask", "faces", 0.3),
    Source("Reform-to/congress-photos", "72eb87297405dee66f1856599cd8056406dfd755", "img/200x250", "faces"),
    Source("mateusrafael4/Atividade_programacao_pose_estimation", "dab5c74036184926803e5edcf2082b71e0c85c86", "images", "background"),
    Source("samirmehd1yev/kinship_detection", "f14d31e7ee4549ee93b32c4e094a679be3ccf6ee", "data/raw/fiw/train/train-faces", "measured", 0.3),
    Source("mattans/AgeProgression", "2d937c615a3d10408db0ea795842e569bc9eedb0", "data/UTKFace/unlabeled", "measured", 0.3),
]
ENDINGS = (".jpg", ".jpeg", ".png")


def source(name):
    return next(s for s in SOURCES if s.repository.endswith(name))


def folder_of(work, source):
    return work / "pictures" / source.repository.replace("/", "+") / source.folder


def files_of(work, source):
    folder = folder_of(work, source)
    if not folder.exists():
        raise SystemExit(f"{folder} is missing: python3 pictures.py --mirrors DIR lays it out.")
    return sorted(f for f in folder.rglob("*") if f.suffix.lower() in ENDINGS and not f.name.startswith("._"))


def place(name):
    """Orders file names without pattern, the same everywhere."""
    return int(hashlib.sha256(name.encode()).hexdigest()[:12], 16)


def held_out(file):
    """Every tenth file name: measured on, never trained on."""
    return place(file.name) % 10 == 0


def training_files(work, use):
    """(source, file) of everything that may be trained on."""
    for s in SOURCES:
        if s.use == use:
            yield from ((s, f) for f in files_of(work, s) if not held_out(f))


def chosen_files(work):
    """The held-out photos whose faces are boxed by eye."""
    files = [f for s in SOURCES if s.use in ("scenes", "tested") for f in files_of(work, s) if held_out(f)]
    return sorted(files, key=lambda f: place(f.name))[:CHOSEN]


def lay_out(source, mirrors, work):
    name = source.repository.replace("/", "+")
    target = work / "pictures" / name
    target.mkdir(parents=True, exist_ok=True)
    git = subprocess.Popen(["git", f"--git-dir={mirrors / name / 'repo'}", "archive", source.commit, source.folder], stdout=subprocess.PIPE)
    subprocess.run(["tar", "-x", "-C", str(target)], stdin=git.stdout, check=True)
    print(f"{source.repository}: {len(files_of(work, source))} pictures", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_work_argument(parser)
    parser.add_argument("--mirrors", type=Path, required=True)
    args = parser.parse_args()
    for each in SOURCES:
        lay_out(each, args.mirrors, args.work)


if __name__ == "__main__":
    main()
