"""A student begins with the weights of the pack that the studio ships, so that what it knows need not be learnt again.

Exported files have every normalisation joined with its convolution. `begin` takes them apart again and may give
the new network more channels and more blocks: it answers as the old one did (Net2Net, Chen 2016).
"""
import numpy as np
import onnx
import torch
from onnx import numpy_helper
from torch import nn

from networks import Residual


def exported_weights(path):
    """{name in the student: array} of a file that export.py wrote."""
    weights = {}
    for tensor in onnx.load(str(path)).graph.initializer:
        if tensor.name.startswith("net."):
            weights[tensor.name[4:].replace("_half", "")] = numpy_helper.to_array(tensor).astype(np.float32)
    return weights


def stem_on_channels(weight):
    """Undoes export.stem_on_pixels: 12 x 12 pixels with stride 4 -> 3 x 3 on the 48 channels of 4 x 4 pixels."""
    out = len(weight)
    return (weight / 4).reshape(out, 3, 3, 4, 3, 4).transpose(0, 1, 3, 5, 2, 4).reshape(out, 48, 3, 3)


def more(random, old, new):
    """Which old channel each new one repeats, and by how much each repetition counts for what follows."""
    chosen = np.concatenate([np.arange(old), random.integers(0, old, new - old)])
    share = random.uniform(0.5, 1.5, new)
    return chosen, share / np.bincount(chosen, share, old)[chosen]


def widened(random, weight, outputs, inputs):
    """A convolution [out, in, 3, 3] for the repeated channels. Repetitions differ a little, or they would stay equal."""
    (chosen, _), (source, share) = outputs, inputs
    wide = weight[chosen][:, source] * share[None, :, None, None]
    repeated = wide[len(weight):]
    repeated += random.normal(0, 0.05, repeated.shape) * np.abs(weight).mean()
    return wide.astype(np.float32)


def layers_of(weights, prefix):
    return sorted({int(name[len(prefix):].split(".")[0]) for name in weights if name.startswith(prefix)})


def grown(weights, widths, blocks, random):
    """Weights of an old Embedder for one with `widths` and `blocks`; blocks that the old one lacks are left out."""
    stages, new, place, inputs = "body.stages.", {}, 0, (np.arange(48), np.ones(48))
    old = iter(layers_of(weights, stages))
    for width, count in zip(widths, blocks):
        i = next(old)
        outputs = more(random, len(weights[f"{stages}{i}.0.weight"]), width)
        new[f"{stages}{place}.0.weight"] = widened(random, weights[f"{stages}{i}.0.weight"], outputs, inputs)
        new[f"{stages}{place}.0.bias"] = weights[f"{stages}{i}.0.bias"][outputs[0]]
        inputs, place = outputs, place + 1
        kept = 0
        while f"{stages}{i + 1 + kept}.conv1.weight" in weights:
            source, target = f"{stages}{next(old)}", f"{stages}{place + kept}"
            inner = more(random, len(weights[f"{source}.conv1.weight"]), width)
            new[f"{target}.conv1.weight"] = widened(random, weights[f"{source}.conv1.weight"], inner, inputs)
            new[f"{target}.conv1.bias"] = weights[f"{source}.conv1.bias"][inner[0]]
            new[f"{target}.conv2.weight"] = widened(random, weights[f"{source}.conv2.weight"], inputs, inner)
            new[f"{target}.conv2.bias"] = weights[f"{source}.conv2.bias"][inputs[0]]
            kept += 1
        place += count
    head = weights["head.weight"].reshape(128, -1, 49)
    new["head.weight"] = (head[:, inputs[0]] * inputs[1][None, :, None]).reshape(128, -1).astype(np.float32)
    new["head.bias"] = weights["head.bias"]
    return new


def pairs(net):
    """(name, convolution, its normalisation) in a student."""
    for name, module in net.named_modules():
        if isinstance(module, nn.Sequential) and len(module) == 3 and isinstance(module[1], nn.BatchNorm2d):
            yield f"{name}.0", module[0], module[1]
        if isinstance(module, Residual):
            yield f"{name}.conv1", module.conv1, module.norm1
            yield f"{name}.conv2", module.conv2, module.norm2


@torch.no_grad()
def begin(net, weights, sample):
    """Fills the net; `sample` is a batch of its inputs, from which every normalisation learns what passes through it."""
    hooks, taken = [], set()
    for name, convolution, normalisation in pairs(net):
        if f"{name}.weight" in weights:
            convolution.weight.copy_(torch.from_numpy(weights[f"{name}.weight"]))
            bias = torch.from_numpy(weights[f"{name}.bias"]).to(convolution.weight.device)
            hooks.append(normalisation.register_forward_pre_hook(lambda module, x, bias=bias: _make_plain(module, x[0], bias)))
            taken |= {f"{name}.weight", f"{name}.bias"}
        elif name.endswith("conv2"):
            normalisation.weight.zero_()  # a new block changes nothing at first
    rest = {name: torch.from_numpy(value) for name, value in weights.items() if name not in taken}
    unknown = net.load_state_dict(rest, strict=False).unexpected_keys
    if unknown:
        raise SystemExit(f"The pack's file is of another network: {', '.join(unknown)}.")
    net.eval()(sample)
    for hook in hooks:
        hook.remove()


def _make_plain(normalisation, x, bias):
    """The normalisation adds `bias` and nothing else, for inputs like these."""
    normalisation.running_mean.copy_(x.mean((0, 2, 3)))
    normalisation.running_var.copy_(x.var((0, 2, 3), unbiased=False))
    normalisation.weight.copy_((normalisation.running_var + normalisation.eps).sqrt())
    normalisation.bias.copy_(normalisation.running_mean + bias)


def embedder(net, path, sample):
    weights = exported_weights(path)
    weights["body.stages.0.0.weight"] = stem_on_channels(weights["body.stages.0.0.weight"])
    begin(net, grown(weights, net.widths, net.blocks, np.random.default_rng(1)), sample)


def detector(net, path, sample):
    weights = exported_weights(path)
    weights["stem.0.weight"] = stem_on_channels(weights["stem.0.weight"])
    begin(net, weights, sample)
