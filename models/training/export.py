"""Writes a student as ONNX: python3 export.py embedder|landmarks|expression|detector [--out ../studio-1] [--work DIR]

Takes the averaged weights of the checkpoint, joins every normalisation with its convolution, stores weights as fp16
(computed in fp32: a runtime widens them once, when it loads) and compares the file's answers with PyTorch's.
Input of all four: NCHW float, RGB, (pixel - 127.5) / 255, any batch. The manifest's mean and scale say the same.
"""
import argparse
import hashlib
import io
import re
from pathlib import Path

import numpy as np
import onnx
import torch
import torch.nn as nn
from onnx import TensorProto, helper, numpy_helper
from torch.nn.utils.fusion import fuse_conv_bn_eval

import networks
from onnx_in_torch import OnnxModel
from paths import HERE, add_work_argument


def stem_on_pixels(first):
    """The first convolution sees 4 x 4 pixels as 48 channels; on plain pixels the same is a 12 x 12 one with stride 4."""
    out, joined = first.out_channels, nn.Conv2d(3, first.out_channels, 12, 4, 4)
    weight = first.weight.detach().reshape(out, 3, 4, 4, 3, 3).permute(0, 1, 4, 2, 5, 3).reshape(out, 3, 12, 12)
    joined.weight.data, joined.bias.data = weight * 4, first.bias.detach().clone()  # 4: Body's scale
    return joined


def fused(block):
    """conv(): convolution, normalisation, ReLU -> convolution with bias, ReLU."""
    return nn.Sequential(fuse_conv_bn_eval(block[0], block[1]), block[2])


class Exported(nn.Module):
    """A student as the app runs it: centred pixels in, ready answers out."""

    def __init__(self, name, net):
        super().__init__()
        self.name, self.net = name, net
        for module in list(net.modules()):
            for child_name, child in list(module.named_children()):
                if isinstance(child, nn.Sequential) and len(child) == 3 and isinstance(child[1], nn.BatchNorm2d):
                    setattr(module, child_name, fused(child))
                if isinstance(child, networks.Residual):
                    child.conv1, child.norm1 = fuse_conv_bn_eval(child.conv1, child.norm1), nn.Identity()
                    child.conv2, child.norm2 = fuse_conv_bn_eval(child.conv2, child.norm2), nn.Identity()
        holder = net.stem if name == "detector" else net.body.stages[0]
        holder[0] = stem_on_pixels(holder[0])

    def forward(self, x):
        if self.name == "detector":
            return self._detect(x)
        y = self.net.body.stages(x)
        if self.name != "embedder":
            y = self.net.narrow(y)
        y = self.net.head(y.flatten(1))
        return {"embedder": lambda v: v, "landmarks": lambda v: v + 0.5, "expression": lambda v: torch.softmax(v, 1)}[self.name](y)

    def _detect(self, x):
        # YuNet's outputs, so that its decoder reads them: score = sqrt(cls * obj), here both are the same number.
        maps = self.net.maps(self.net.stem(x))
        scores = [torch.sigmoid(m[..., :1]) for m in maps]
        return (*scores, *[s + 0 for s in scores], *[m[..., 1:5] for m in maps], *[m[..., 5:] for m in maps])


NETWORKS = {"embedder": networks.Embedder, "landmarks": networks.Landmarks, "expression": networks.Expression, "detector": networks.Detector}
OUTPUTS = {"embedder": ["embedding"], "landmarks": ["output"], "expression": ["probabilities"],
           "detector": [f"{kind}_{stride}" for kind in ("cls", "obj", "bbox", "kps") for stride in networks.Detector.STRIDES]}


def to_half(model):
    """Large weights as fp16 with a Cast behind each: half the file, the same arithmetic."""
    graph, casts = model.graph, []
    for tensor in graph.initializer:
        values = numpy_helper.to_array(tensor)
        if values.dtype == np.float32 and values.size >= 64:
            name = tensor.name
            tensor.CopyFrom(numpy_helper.from_array(values.astype(np.float16), name + "_half"))
            casts.append(helper.make_node("Cast", [name + "_half"], [name], to=TensorProto.FLOAT))
    nodes = casts + list(graph.node)
    del graph.node[:]
    graph.node.extend(nodes)
    return model


def plain_answer(name, net, x):
    """What training sees: x is RGB 0..1."""
    if name == "detector":
        maps = net(x)
        return [torch.sigmoid(m[..., :1]) for m in maps] * 2 + [m[..., 1:5] for m in maps] + [m[..., 5:] for m in maps]
    return [torch.softmax(net(x), 1) if name == "expression" else net(x)]


def export(name, checkpoint, path):
    net = NETWORKS[name]().eval()
    net.load_state_dict(torch.load(checkpoint, map_location="cpu")["average"])
    x = torch.rand(3, 3, 112, 112) if name != "detector" else torch.rand(2, 3, 160, 224)
    with torch.no_grad():
        wanted = plain_answer(name, net, x)
        axes = {"input": {0: "n"}, **{o: {0: "n"} for o in OUTPUTS[name]}}
        if name == "detector":
            axes["input"].update({2: "h", 3: "w"})
            axes.update({o: {0: "n", 1: "cells"} for o in OUTPUTS[name]})
        buffer = io.BytesIO()
        torch.onnx.export(Exported(name, net).eval(), x - 0.5, buffer, input_names=["input"], output_names=OUTPUTS[name],
                          dynamic_axes=axes, opset_version=13)
    model = to_half(onnx.load_from_string(buffer.getvalue()))
    onnx.checker.check_model(model)
    path.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(model, str(path))
    got = OnnxModel(path).run(x - 0.5)
    worst = 0.0
    for output, value in zip(OUTPUTS[name], wanted):
        worst = max(worst, float((got[output] - value).abs().max() / value.abs().max().clamp(min=1e-6)))
    print(f"{path}: {path.stat().st_size / 2 ** 20:.2f} MiB, largest difference to PyTorch {worst:.1e} of the largest value")
    if worst > 0.01:  # fp16 weights cost a few thousandths
        raise SystemExit("The file does not answer like the network it was made from.")
    note_in_manifest(path)


def note_in_manifest(path):
    """Where the folder is a pack, its manifest learns the file's hash and size; everything else there is written by hand."""
    manifest, data = path.parent / "manifest.json", path.read_bytes()
    if manifest.exists():
        entry = f'"path": "{path.name}", "sha256": "{hashlib.sha256(data).hexdigest()}", "bytes": {len(data)}'
        text = re.sub(rf'"path": "{re.escape(path.name)}", "sha256": "[0-9a-f]*", "bytes": \d+', entry, manifest.read_text())
        manifest.write_text(text)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add_work_argument(parser)
    parser.add_argument("model", choices=list(NETWORKS))
    parser.add_argument("--out", type=Path, default=HERE / "work" / "onnx")
    parser.add_argument("--name", help="checkpoint's name, where training was given another one")
    args = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(0)
    export(args.model, args.work / f"{args.name or args.model}.checkpoint", args.out / f"{args.model}.onnx")


if __name__ == "__main__":
    main()
