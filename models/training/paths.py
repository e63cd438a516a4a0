"""Where things are: the shared data and teachers (read only) and the ignored work folder."""
import os
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHARED = Path(os.environ.get("STUDIO_SHARED", HERE.parents[2] / "shared"))
TEACHERS = SHARED / "models"
DATA = SHARED / "data"
PACK = HERE.parent / "studio-1"  # what the studio ships: students begin with its weights


def add_work_argument(parser):
    default = os.environ.get("STUDIO_TRAINING_WORK", HERE / "work")
    parser.add_argument("--work", type=Path, default=Path(default), help="folder for packs, checkpoints and curves")
